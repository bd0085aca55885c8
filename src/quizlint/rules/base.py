"""What a rule is."""

from collections.abc import Iterator, Mapping
from functools import reduce
from inspect import cleandoc
from operator import or_
from types import UnionType
from typing import (
    Annotated,
    Any,
    ClassVar,
    Generic,
    Literal,
    NamedTuple,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    overload,
)

from quizlint.content import Confidence, Finding, Fix, Problem, Question, Related, Severity
from quizlint.rules.context import Context
from quizlint.rules.when import ANY, When, kind_of, true_of
from quizlint.text import Span

T = TypeVar("T", bound=int | float | str)

Preset = Literal["recommended", "strict", "all"]


class Threshold(Generic[T]):
    """A number or word that a rule's user may change in `[rules.NAME]`."""

    def __init__(self, default: T, help: str) -> None:  # noqa: A002 - the field's word
        self.default: T = default
        self.help = help
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type) -> "Threshold[T]": ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object, owner: type) -> "Threshold[T] | T":
        # Not a data descriptor: a value set on the instance is found first, at no cost.
        return self if instance is None else self.default


class Example(NamedTuple):
    """A file that shows a rule at work.

    `text` is a whole file in the format of `name`'s suffix; «guillemets» mark the places at which a
    bad example must be found, in order, and are taken out before it is read. `config` sets
    what a user could set (`{"levels": {"bands": …}}`); `files` are what stands beside it.
    """

    text: str
    name: str = "example.quiz.yaml"
    config: Mapping[str, Any] | None = None
    files: Mapping[str, str] | None = None


class Rule:
    """One thing that can be wrong, and how to see it.

    A rule is a stateless generator: it sees content and its context, never paths, configuration
    or output. `thorough` says that findings of low confidence are wanted too: they are not where a
    rule runs only because it is in the recommended preset. The annotation of `check`'s first
    parameter decides what it is called with: an item kind (`Question`, `Card`, `Prompt`, `Item`), a
    `Text` of any item, a whole `Document`, a kind of `Problem` (`content.problems`), a
    `Suppression`, or a `QuestionGroup` or `Pool` of the bank.

    A rule about questions says in `when` what must be true of one, and in `fewest_options` how many
    options it must have; `Selected` and `Typed` as the annotation say how it must be answered.

    The class docstring is the rule's page: one summary line, then the headings "Why it matters",
    "How to fix it" and, where there is literature, "References".
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    confidence: ClassVar[Confidence] = Confidence.HIGH
    preset: ClassVar[Preset] = "recommended"
    since: ClassVar[str] = "0.1.0"
    url: ClassVar[str] = ""  # of the page of a rule that is not ours
    when: ClassVar[When] = ANY
    fewest_options: ClassVar[int] = 0
    supersedes: ClassVar[tuple[str, ...]] = ()
    languages: ClassVar[tuple[str, ...]] = ()  # the languages it knows; empty: any
    bad: ClassVar[tuple[Example, ...]] = ()
    good: ClassVar[tuple[Example, ...]] = ()

    def __init__(
        self, options: Mapping[str, object] | None = None, *, thorough: bool = True
    ) -> None:
        self.thorough = thorough
        for name, threshold in type(self).thresholds().items():
            self.__dict__[name] = (options or {}).get(name, threshold.default)

    def check(self, subject: Any, ctx: Context, /) -> Iterator[Finding]:
        """Yield a finding for each place in `subject` that the rule objects to."""
        raise NotImplementedError

    @classmethod
    def thresholds(cls) -> dict[str, Threshold[Any]]:
        """The rule's options by name."""
        return {name: value for name, value in vars(cls).items() if isinstance(value, Threshold)}

    @classmethod
    def subjects(cls) -> tuple[type, ...]:
        """The types that `check` is called for, from its first annotation."""
        plain = (get_args(each)[0] if _is_noted(each) else each for each in cls._subjects())
        return tuple(dict.fromkeys(plain))

    @classmethod
    def asked_when(cls) -> tuple[When, ...]:
        """What must be true of a question, by `when` and `check`'s first annotation.

        One of them must hold: there are several if the annotation names several sorts of question.
        """
        noted = [get_args(each)[1:] for each in cls._subjects() if _is_noted(each)]
        return tuple(reduce(or_, notes, cls.when) for notes in noted) or (cls.when,)

    @classmethod
    def is_about(cls, question: Question) -> bool:
        """Whether the rule is to be asked about a question; the same for all of its `Kind`."""
        kind = kind_of(question)
        if kind.options < cls.fewest_options or (kind.crowded and cls.pairwise()):
            return False
        true = true_of(kind)
        return any(wanted & true == wanted for wanted in cls.asked_when())

    @classmethod
    def _subjects(cls) -> tuple[Any, ...]:
        notes = cls.check.__annotations__
        if any(isinstance(note, str) for note in notes.values()):  # as `from __future__` has them
            notes = get_type_hints(cls.check, include_extras=True)
        note = next(iter(notes.values()))
        return get_args(note) if get_origin(note) in (Union, UnionType) else (note,)

    @classmethod
    def about_problems(cls) -> bool:
        """Whether it is called for what readers stumbled over."""
        return any(issubclass(subject, Problem) for subject in cls.subjects())

    @classmethod
    def pairwise(cls) -> bool:
        """Whether it holds the options of a question against each other, as the family OPT does.

        It is not asked about questions that are crowded: rule STR026 tells of those.
        """
        return cls.code.startswith("OPT")

    @classmethod
    def summary(cls) -> str:
        """The first line of the rule's page."""
        return (cls.__doc__ or "").strip().split("\n", 1)[0]

    @classmethod
    def page(cls) -> str:
        """The rule's whole documentation, in Markdown, without its indentation."""
        return cleandoc(cls.__doc__ or "")

    def finding(
        self,
        span: Span,
        message: str,
        *,
        related: tuple[Related, ...] = (),
        fix: Fix | None = None,
        confidence: Confidence | None = None,
        route: str = "",
    ) -> Finding:
        """A finding of this rule at `span`."""
        sure = self.confidence if confidence is None else confidence
        return Finding(self.code, span, message, sure, related, fix, route)


def _is_noted(annotation: object) -> bool:
    return get_origin(annotation) is Annotated
