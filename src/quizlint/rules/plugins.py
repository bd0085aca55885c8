"""Rules that other distributions bring: the entry points of the group `quizlint.rules`.

An entry point names a rule's class, a module in which rules stand, or a list of such. Nothing of it
is trusted: a class that is no sound rule is left out, and named.
"""

import pickle
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import ModuleType
from typing import get_args

from quizlint import plugins
from quizlint.content import Card, Confidence, Document, Prompt, Question, Severity
from quizlint.rules.base import Example, Preset, Rule
from quizlint.rules.sound import Unsound
from quizlint.rules.when import MOST_WANTED, When
from quizlint.text import Text

SUBJECTS = frozenset({Card, Document, Prompt, Question, Text})
"""What a foreign rule may be called for: content. What else there is may change."""

RESERVED = frozenset({"TRN"})
"""Families that have no rules yet."""

_CODE = re.compile(r"(?P<family>[A-Z]{3,12})[0-9]{3}")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def foreign(own: Iterable[type[Rule]], families: Collection[str]) -> Mapping[type[Rule], str]:
    """The sound rules that others bring, by code, each with its distribution; others are faults.

    They have codes and names that are not among `own`, and prefixes not among `families`.
    """
    taken = {word.lower(): "quizlint" for rule in own for word in (rule.code, rule.name)}
    taken |= {word.lower(): "quizlint" for word in (*families, *RESERVED, *get_args(Preset))}
    found: dict[type[Rule], str] = {}
    for name, distribution, value in plugins.plugins(plugins.RULES):
        try:
            classes = [rule for rule in dict.fromkeys(_classes(value)) if rule not in found]
        except TypeError as error:
            plugins.fault(distribution, f"'{name}' in {plugins.RULES} cannot be used: {error}")
            continue
        for rule in classes:
            try:
                words = _words(rule, taken, {each.name for each in found})
                _try_out(rule)
            except Exception as error:  # whatever its class does
                why = str(error) if isinstance(error, Unsound) else plugins.reason(error)
                plugins.fault(distribution, f"the rule {_called(rule)} is left out: {why}")
                continue
            found[rule] = distribution
            taken |= dict.fromkeys(words, distribution)
    return dict(sorted(found.items(), key=lambda each: each[0].code))


def _classes(value: object) -> Iterator[type[Rule]]:
    """The rules that an entry point leads to. Raises TypeError where there are none."""
    if isinstance(value, type) and issubclass(value, Rule):
        yield value
    elif isinstance(value, ModuleType):
        rules = [each for each in vars(value).values() if _is_theirs(each)]
        if not rules:
            raise TypeError(f"no rule stands in the module {value.__name__}")
        yield from rules
    elif isinstance(value, list | tuple) and value:
        for each in value:
            yield from _classes(each)
    else:
        raise TypeError("it is no rule, no module with rules, and no list of them")


def _is_theirs(value: object) -> bool:
    """Whether something in a module is a rule: not what it is made from, and none of ours."""
    return (
        isinstance(value, type)
        and issubclass(value, Rule)
        and hasattr(value, "code")
        and not value.__module__.startswith("quizlint.")
    )


def _called(rule: type[Rule]) -> str:
    code = getattr(rule, "code", None)
    return code if isinstance(code, str) and _CODE.fullmatch(code) else rule.__qualname__


def _words(
    rule: type[Rule], taken: Mapping[str, str], names: Collection[str]
) -> tuple[str, str, str]:
    """The words, in small letters, that a rule takes: code, name, prefix. Raises `Unsound`.

    `taken` tells by whom a word is; `names` are those of the rules of others so far.
    """
    code, name = getattr(rule, "code", None), getattr(rule, "name", None)
    match = _CODE.fullmatch(code) if isinstance(code, str) else None
    if match is None:
        raise Unsound(f"its code {code!r} is not at least three capitals and three digits")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise Unsound(f"its name {name!r} is not small letters and digits with hyphens")
    prefix = match["family"]
    if taken.get(prefix.lower()) == "quizlint":
        raise Unsound(f"the prefix {prefix} is quizlint's own")
    if prefix.lower() in names:
        raise Unsound(f"the prefix {prefix} is a rule's name")
    for kind, word in (("code", match[0]), ("name", name)):
        if word.lower() in taken:
            raise Unsound(f"the {kind} {word} is taken by {taken[word.lower()]}")
    if name == prefix.lower():
        raise Unsound(f"its name {name} is its prefix")
    return match[0].lower(), name, prefix.lower()


def _try_out(rule: type[Rule]) -> None:
    """Ask a rule all that it is asked later. Raises `Unsound`, or whatever the class does."""
    typed = {
        "severity": isinstance(rule.severity, Severity),
        "confidence": isinstance(rule.confidence, Confidence),
        "preset": rule.preset in get_args(Preset),
        "languages": _all(rule.languages, str),
        "supersedes": _all(rule.supersedes, str),
        "bad": _all(rule.bad, Example),
        "good": _all(rule.good, Example),
        "when": isinstance(rule.when, When),
        "fewest_options": rule.fewest_options in range(MOST_WANTED + 1),
        "since": isinstance(rule.since, str),
        "url": isinstance(rule.url, str) and re.fullmatch(r"(https?://[!-;=?-~]+)?", rule.url),
    }
    for field, right in typed.items():
        if not right:
            raise Unsound(f"its {field} is {getattr(rule, field)!r}")
    if not rule.summary():
        raise Unsound("it has no page: its class has no docstring")
    if rule.check is Rule.check:
        raise Unsound("it has no check")
    rule.asked_when()
    strange = [each for each in rule.subjects() if each not in SUBJECTS]
    if strange:
        words = ", ".join(getattr(each, "__name__", repr(each)) for each in strange)
        raise Unsound(f"its check is for {words}, for which no rule of others is called")
    for option, threshold in rule.thresholds().items():
        if not isinstance(threshold.default, int | float | str):
            raise Unsound(f"its option {option} is {threshold.default!r}")
    made = rule(None, thorough=False)
    try:
        pickle.dumps(made)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise Unsound(f"it cannot go to another process: {plugins.reason(error)}") from error


def _all(values: object, kind: type) -> bool:
    return isinstance(values, tuple) and all(isinstance(each, kind) for each in values)
