"""What a rule promises by being one, tried on its own page and examples."""

import re
from collections.abc import Iterator

from quizlint.engine.result import Diagnostic, TextEdit
from quizlint.rules.base import Example, Rule
from quizlint.rules.registry import is_own
from quizlint.testing.examples import check_example, found, marked, recommended
from quizlint.text import Source, Span

HEADINGS = ["Why it matters", "How to fix it", "References"]
"""Those of a rule's page, in order; the last may be missing."""

LONGEST_SUMMARY, LONGEST_MESSAGE = 100, 240
"""Characters."""

_YAML = (".yaml", ".yml", ".toml")


def faults(rule: type[Rule]) -> list[str]:
    """All that is wrong with a rule, in words; nothing for a sound one.

    Its page has a summary and headings; each bad example gives its findings at the marked places
    and no other rule's, with CRLF, a byte order mark and emoji too; each good example gives none of
    it or of the recommended rules; messages are one line; what a fix mends is not found again.
    """
    return [
        *_of_page(rule),
        *(f"it has no {kind} example" for kind in ("bad", "good") if not getattr(rule, kind)),
        *(f"bad example {n}: {why}" for n, each in _counted(rule.bad) for why in _bad(rule, each)),
        *(f"good example {n}: {why}" for n, e in _counted(rule.good) for why in _good(rule, e)),
    ]


def _counted(examples: tuple[Example, ...]) -> Iterator[tuple[int, Example]]:
    return enumerate(examples, 1)


def _of_page(rule: type[Rule]) -> Iterator[str]:
    summary = rule.summary()
    if not summary.endswith("."):
        yield "its summary is no sentence with a full stop"
    if len(summary) > LONGEST_SUMMARY:
        yield f"its summary has more than {LONGEST_SUMMARY} characters"
    headings = re.findall(r"^## (.+)$", rule.page(), re.MULTILINE)
    if headings not in (HEADINGS, HEADINGS[:-1]):
        yield f"the headings of its page are {headings}, not {HEADINGS}"
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", rule.name):
        yield f"its name {rule.name!r} is not small letters and digits with hyphens"
    if not re.fullmatch(r"[A-Z]{3}\d{3}" if is_own(rule()) else r"[A-Z]{3,12}\d{3}", rule.code):
        yield f"its code {rule.code!r} is not letters and three digits"
    for option, threshold in rule.thresholds().items():
        if not threshold.help:
            yield f"its option {option} has no help"


def _bad(rule: type[Rule], example: Example) -> Iterator[str]:
    report = check_example(example, {rule, *recommended()})
    yield from (failure.message for failure in report.failures)
    text, said = marked(example.text), found(report)
    wrong = [each for each in said if each.code != rule.code]
    yield from (f"another rule finds something: {each.code} {each.message}" for each in wrong)
    if not said:
        yield "nothing is found"
    spans = sorted(Span(each.place.start, each.place.end) for each in said)
    if spans != list(text.spans):
        here = [text.text[span.start : span.end] for span in spans]
        there = [text.text[span.start : span.end] for span in text.spans]
        yield f"found are {here}, marked are {there}"
    for diagnostic in said:
        yield from _of_message(diagnostic, text.text)
    for variant in ("crlf", "bom", "emoji"):
        yield from _in_another_spelling(rule, example, said, variant)
    yield from _of_fix(rule, example, said)


def _good(rule: type[Rule], example: Example) -> Iterator[str]:
    report = check_example(example, {rule, *recommended()})
    yield from (failure.message for failure in report.failures)
    yield from (f"it is not read: {skip.reason}" for skip in report.skips)
    yield from (f"found is {each.code}: {each.message}" for each in found(report))


def _of_message(diagnostic: Diagnostic, text: str) -> Iterator[str]:
    place, message = diagnostic.place, diagnostic.message
    if not 0 <= place.start < place.end <= len(text):
        yield "its place is empty or outside of the file"
    if "\n" in message or len(message) > LONGEST_MESSAGE:
        yield f"its message has several lines, or more than {LONGEST_MESSAGE} characters"
    if message.endswith((".", " ")) or (message[:1].isupper() and message[1:2].islower()):
        yield f"its message begins with a capital, or ends in a full stop: {message!r}"


def _in_another_spelling(
    rule: type[Rule], example: Example, plain: list[Diagnostic], variant: str
) -> Iterator[str]:
    text = marked(example.text).text
    changed, data, offset = _spelled(variant, text, example.name)
    again = found(check_example(example, {rule, *recommended()}, data))
    if len(again) != len(plain):
        yield f"with {variant} there are {len(again)} findings, not {len(plain)}"
        return
    before, after = Source("", text), Source("", changed)
    for old, new in zip(plain, again, strict=True):
        marks = [
            source.text[each.place.start : each.place.end].replace("\r\n", "\n")
            for source, each in ((before, old), (after, new))
        ]
        told = (new.code, new.message, new.place.line - offset, new.place.column)
        if told != (old.code, old.message, old.place.line, old.place.column):
            yield f"with {variant} it says {new.message!r} of {new.place}, not of {old.place}"
        elif marks[0] != marks[1]:
            yield f"with {variant} it marks {marks[1]!r}, not {marks[0]!r}"


def _of_fix(rule: type[Rule], example: Example, said: list[Diagnostic]) -> Iterator[str]:
    mendable = [each for each in said if each.repair is not None]
    edits = {edit for each in mendable if each.repair is not None for edit in each.repair.edits}
    if not edits:
        return
    mended = text = marked(example.text).text
    for edit in sorted(edits, key=_from_the_end):
        mended = mended[: edit.place.start] + edit.text + mended[edit.place.end :]
    again = check_example(example, {rule, *recommended()}, mended.encode())
    if mended == text:
        yield "its fix changes nothing"
    if again.skips:
        yield "what its fix makes is not read"
    if len(found(again)) > len(said) - len({each.place.start for each in mendable}):
        yield "what its fix mends is found again"
    if any(each.code == rule.code and each.repair is not None for each in found(again)):
        yield "its fix has something to mend again"


def _from_the_end(edit: TextEdit) -> int:
    return -edit.place.start


def _spelled(kind: str, text: str, path: str) -> tuple[str, bytes, int]:
    """The changed text, its bytes, and by how many lines places move."""
    if kind == "crlf":
        changed = text.replace("\n", "\r\n")
        return changed, changed.encode(), 0
    if kind == "bom":
        return text, b"\xef\xbb\xbf" + text.encode(), 0
    if path.endswith(_YAML):
        changed = "# 🎓 emoji and é before it all\n" + text
        return changed, changed.encode(), 1
    return text, text.encode(), 0
