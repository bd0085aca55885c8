"""freeCodeCamp's curriculum: parts under headings such as `## --text--` and `## --answers--`.

`--video-solution--` names the right one of `--answers--` and counts from 1; where there are
`--distractors--`, the one `--answer--` is right and the order means nothing.
"""

import re
from dataclasses import dataclass

from quizlint.content import Key, KeyState, Option, WrittenKey
from quizlint.content.problems import MissingField
from quizlint.formats.kit.keys import Choices, key_of, read_answer
from quizlint.formats.markdown.dialects.make import add_choice, shown
from quizlint.formats.markdown.dialects.page import Job, Page
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.pieces import Range, text_of
from quizlint.text import Span

_PART = re.compile(
    r"^(?P<marks>#{1,6})[ \t]+--(?P<name>[a-z][a-z-]{1,30})--[ \t]*\r?$", re.MULTILINE
)
_RULE = re.compile(r"^-{3,}[ \t]*\r?$", re.MULTILINE)
_WITHIN = frozenset({"feedback", "audio-id"})
_OURS = frozenset({"text", "answers", "distractors", "answer", "video-solution", "explanation"})


@dataclass(slots=True)
class _Part:
    """One part: its name, its heading and its body, which holds its own `--feedback--`."""

    name: str
    heading: Span
    start: int
    end: int


def find(page: Page) -> list[Job]:
    """The questions of a file."""
    bare = page.bare
    parts: list[_Part] = []
    for match in _PART.finditer(bare):
        name = match["name"]
        if parts:
            if name in _WITHIN and parts[-1].name == "answers":
                continue
            parts[-1].end = min(parts[-1].end, match.start())
        parts.append(_Part(name, Span(*match.span()), match.end(), len(bare)))
    questions: list[list[_Part]] = [[]]
    for part in parts:
        if part.name == "text":
            questions.append([part])
        elif part.name in _OURS and questions[-1]:
            questions[-1].append(part)
        else:
            questions.append([])
    jobs: list[Job] = []
    for each in questions:
        if each and {"answers", "distractors"} & {part.name for part in each[1:]}:
            end = each[-1].start + len(page.text[each[-1].start : each[-1].end].rstrip())
            jobs.append((each[0].heading.start, end, _Asked(page, each, end).make))
    return jobs


class _Asked:
    """One question."""

    def __init__(self, page: Page, parts: list[_Part], end: int) -> None:
        self.text = page.text
        self.bare = page.bare
        self.parts = {part.name: part for part in reversed(parts)}
        self.end = end

    def make(self, maker: Maker) -> None:
        parts = self.parts
        asked = parts["text"]
        stem = shown(text_of(self.text, [(asked.start, asked.end)]), asked.heading)
        span = Span(asked.heading.start, self.end)
        why = parts.get("explanation")
        rationale = None if why is None else text_of(self.text, [(why.start, why.end)])
        if "answers" in parts:
            options = self._options(parts["answers"])
            solution = parts.get("video-solution")
            key = Key(KeyState.ABSENT)
            if solution is not None:
                key = self._key(solution, options)
            add_choice(maker, span, stem, options, key, rationale=rationale)
            return
        right = self._options(parts["answer"]) if "answer" in parts else []
        options = right + self._options(parts["distractors"])
        key = Key(KeyState.ABSENT)
        if right:
            written = tuple(WrittenKey(each.text, at) for at, each in enumerate(right))
            key = Key(KeyState.PRESENT, tuple(range(len(right))), written, "answer", right[0].span)
        else:
            route = maker.route("questions")
            maker.desk.note(MissingField(asked.heading, "answer", route=route))
        add_choice(maker, span, stem, options, key, rationale=rationale, ordered=False)

    def _options(self, part: _Part) -> list[Option]:
        options = []
        at = part.start
        for start, end in [*(m.span() for m in _RULE.finditer(self.bare, at, part.end)), (-1, -1)]:
            stop = part.end if start < 0 else start
            option = self._option((at, stop), part.heading)
            if option.text.value or option.feedback:
                options.append(option)
            at = end
        return options

    def _option(self, where: Range, heading: Span) -> Option:
        start, end = where
        note = next(
            (m for m in _PART.finditer(self.bare, start, end) if m["name"] == "feedback"), None
        )
        others = [m.start() for m in _PART.finditer(self.bare, start, end)]
        words = text_of(self.text, [(start, min([*others, end]))])
        feedback = None
        if note is not None:
            stop = min([at for at in others if at > note.start()] + [end])
            feedback = text_of(self.text, [(note.end(), stop)]) or None
        begin = words.span.start if words else note.start() if note is not None else start
        last = max(words.span.end, feedback.span.end if feedback else 0, begin)
        return Option(shown(words, heading), Span(begin, last), feedback=feedback)

    def _key(self, part: _Part, options: list[Option]) -> Key:
        said = self.bare[part.start : part.end]
        start = part.start + len(said) - len(said.lstrip())
        words = text_of(self.text, [(start, start + len(said.strip()))])
        if not words:
            return Key(KeyState.ABSENT)
        choices = Choices(options)
        written = read_answer(words, choices, counts=True, base=1, words=False)
        return key_of([written], choices.count, words.span)
