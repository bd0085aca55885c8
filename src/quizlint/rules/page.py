"""A rule's page, as `quizlint explain` and the documentation show it."""

from collections.abc import Callable, Iterable, Iterator

from quizlint.rules.base import Example, Rule
from quizlint.rules.when import FACTS
from quizlint.rules.wording import listed


def page(
    rule: type[Rule], said: Callable[[Example], Iterable[str]] = lambda _: ()
) -> Iterator[str]:
    """The lines of a rule's page in Markdown.

    `said` gives what quizlint says of an example, where that is to be shown.
    """
    summary, _, rest = rule.page().partition("\n")
    yield f"# {rule.code} {rule.name}"
    yield ""
    yield summary
    yield ""
    yield f"{rule.severity}; on in the preset {rule.preset!r}; since {rule.since}".capitalize()
    if asked := " or ".join(_asked_about(rule)):
        yield ""
        yield f"It is asked about questions in which {asked}."
    yield rest
    if thresholds := rule.thresholds():
        yield ""
        yield "## Options"
        yield ""
        yield f"In `[rules.{rule.name}]`:"
        yield ""
        for name, option in thresholds.items():
            yield f"- `{name.replace('_', '-')} = {option.default!r}`: {option.help}"
    for title, examples in (("Found", rule.bad), ("Not found", rule.good)):
        for example in examples[:1]:
            yield ""
            yield f"## {title}, for example"
            yield ""
            yield from (f"    {line}".rstrip() for line in example.text.splitlines())
            for line in said(example):
                yield ""
                yield line
    yield ""
    yield f"To silence it for one item: `quizlint: ignore[{rule.name}] -- why`"


def _asked_about(rule: type[Rule]) -> Iterator[str]:
    """What must be true of a question, in words; there may be several such sorts."""
    for when in rule.asked_when():
        facts = [FACTS[each].words for each in when]
        if rule.fewest_options:
            fewest = f"at least {rule.fewest_options} " if rule.fewest_options > 1 else ""
            facts.append(f"there are {fewest}options")
        if facts:
            yield listed(facts)
