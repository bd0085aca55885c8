"""The parts of one foreign item, told by the names of its fields and the kinds of their values."""

import dataclasses
from dataclasses import dataclass

from quizlint.formats.data.aliases import (
    ARRAY_LABEL,
    ARRAY_TEXT,
    OPTION_WEIGHT,
    STRONG_STEMS,
    Fields,
    Part,
    is_telling_type,
    normal,
    option_parts,
    parts_of,
)
from quizlint.formats.kit.keys import integer
from quizlint.formats.tree.nodes import SPREAD, Computed, Mapping, Node, Scalar, Sequence, scalars
from quizlint.text import Span
from quizlint.text.normal import collapse

Field = tuple[Scalar, Node]

VERDICTS = frozenset({"true", "false"})
"""What is right of a statement without options."""


@dataclass(slots=True)
class OptionDraft:
    """One option: its text, and what stands beside it. `span` is all that belongs to it.

    `named` is the name of its field, where each option has one of its own; `weighs` says that it
    adds to a score or speaks for a result, as in personality tests.
    """

    text: Scalar
    start: int
    end: int
    flag: Node | None = None
    label: Scalar | None = None
    feedback: Scalar | None = None
    named: str = ""
    weighs: bool = False


@dataclass(slots=True)
class Draft:
    """The fields of an item, given out to its parts, before anything is read from them.

    `options` is None where the item has no field for them.
    """

    span: Span
    fields: dict[str, Field]
    parts: Fields
    stem: Field | None = None
    strong: bool = False
    options: list[OptionDraft] | None = None
    options_field: str = ""
    odd: Node | None = None  # the first member of the options that cannot be one
    distractors: list[Scalar] | None = None
    key: Field | None = None
    answers: list[Scalar] = dataclasses.field(default_factory=list)  # that the key's field holds
    flagged: bool = False

    def scalar(self, part: Part) -> Scalar | None:
        """The first value of a part that is a scalar and says something."""
        for name in self.parts.get(part, ()):
            field = self.fields[name]
            node = field[1]
            taken = field is self.stem or field is self.key or name == self.options_field
            if isinstance(node, Scalar) and node.kind != "null" and not taken:
                return node
        return None

    @property
    def is_item(self) -> bool:
        """Whether this is a question beyond doubt: see the rules of recognition in `find`."""
        kind = self.scalar(Part.TYPE)
        if kind is not None and kind.kind == "string" and is_telling_type(kind.value):
            asks = self.stem is not None and (self.strong or normal(self.stem[0].value) == "prompt")
            if asks or self.scalar(Part.STIMULUS) is not None:
                return True
        if self.stem is None:
            return False
        if self.distractors and self.key is not None:
            return True
        options = self.options
        if self.is_verdict:
            return True
        if options is None or len(options) < 2 or self.odd is not None:
            return False
        if self.strong and all(o.label is None or len(o.label.value) <= 3 for o in options):
            return True
        return self.flagged or self.names_options(self.answers)

    @property
    def is_verdict(self) -> bool:
        """Whether this is a statement with nothing but the verdict that is right: true or false."""
        if self.stem is None or self.options is not None or self.distractors:
            return False
        answers = self.answers
        return len(answers) == 1 and answers[0].value.strip().lower() in VERDICTS

    @property
    def weighs(self) -> bool:
        """Whether all options add to a score or speak for a result."""
        return bool(self.options) and all(option.weighs for option in self.options or ())

    @property
    def is_computed(self) -> bool:
        """Whether a program may tell which option is right, or what kind of question this is."""
        if SPREAD in self.fields:
            return True
        fields = (
            self.fields[name][1]
            for part in (Part.KEY, Part.TYPE)
            for name in self.parts.get(part, ())
        )
        flags = (option.flag for option in self.options or ())
        return any(
            isinstance(each, Computed)
            or (isinstance(each, Sequence) and any(isinstance(i, Computed) for i in each.items))
            for each in (*fields, *flags)
        )

    @property
    def is_keyed(self) -> bool:
        """Whether this is a question by itself, with no others like it around: its key is there."""
        return self.is_item and bool(self.answers or self.flagged)

    def names_options(self, keys: list[Scalar]) -> bool:
        """Whether there are answers, and each names an option: by text, label, letter, number."""
        options = self.options or []
        texts = {collapse(option.text.value) for option in options}
        labels = {option.label.value for option in options if option.label is not None}
        for key in keys:
            number = integer(key.value)
            word = key.value.strip()
            letter = len(word) == 1 and 0 <= ord(word.upper()) - ord("A") < len(options)
            counted = number is not None and 0 <= number <= len(options)
            if not (letter or counted or word in labels or collapse(word) in texts):
                return False
        return bool(keys)


def draft_of(mapping: Mapping) -> Draft:
    """Give out the fields of a mapping to the parts of an item."""
    draft = Draft(mapping.span, *_opened(mapping))
    find_stem(draft)
    _find_distractors(draft)
    find_options(draft)
    find_key(draft)
    return draft


def find_stem(draft: Draft) -> None:
    """Take the first text that can be the stem."""
    for name in draft.parts.get(Part.STEM, ()):
        node = draft.fields[name][1]
        if isinstance(node, Scalar) and node.kind not in ("null", "boolean"):
            draft.stem = draft.fields[name]
            draft.strong = normal(name) in STRONG_STEMS
            break


def _opened(mapping: Mapping) -> tuple[dict[str, Field], Fields]:
    """The fields, with those of a nested stem or answer taken up (`prompt.prompt`)."""
    fields = mapping.fields
    parts = parts_of(tuple(fields))
    options = parts.get(Part.OPTIONS, ())
    nested = [
        name
        for part in (Part.STEM, Part.KEY)
        for name in parts.get(part, ())
        if name not in options and isinstance(fields[name][1], Mapping)
    ]
    if not nested:
        return fields, parts
    opened = {name: field for name, field in fields.items() if name not in nested}
    for name in nested:
        inner = fields[name][1]
        if isinstance(inner, Mapping):
            for each, field in inner.fields.items():
                opened.setdefault(each, field)
    return opened, parts_of(tuple(opened))


def _find_distractors(draft: Draft) -> None:
    names = draft.parts.get(Part.DISTRACTORS, ())
    found = [each for name in names for each in scalars(draft.fields[name][1])]
    is_list = any(isinstance(draft.fields[name][1], Sequence) for name in names)
    if found or is_list:
        draft.distractors = found


def find_options(draft: Draft) -> None:
    """Take the options from their field, or from fields of their own."""
    names = draft.parts.get(Part.OPTIONS, ())
    for name in names:
        field, node = draft.fields[name]
        if draft.stem is not None and field is draft.stem[0]:
            continue
        if isinstance(node, Mapping):
            if _take_graded(draft, node):
                draft.options_field = name
                return
            draft.options_field = name
            _take_map(draft, node)
            return
        if isinstance(node, Sequence):
            if draft.distractors and normal(name) == "answers":
                continue
            draft.options_field = name
            _take_list(draft, node)
            return
    if len(names) > 1 and all(isinstance(draft.fields[name][1], Scalar) for name in names):
        draft.options_field = names[0]
        draft.options = []
        for name in names:
            field, node = draft.fields[name]
            if isinstance(node, Scalar) and node.kind != "null":
                label = field if len(name) == 1 else None
                option = OptionDraft(node, field.start, node.end, None, label, named=name)
                draft.options.append(option)


def _take_graded(draft: Draft, node: Mapping) -> bool:
    """Options sorted by worth: `{correct: …, incorrect: […], …}`."""
    right = next((field for name, field in node.fields.items() if normal(name) == "correct"), None)
    if right is None or draft.key is not None or not scalars(right[1]):
        return False
    draft.key, draft.answers = right, scalars(right[1])
    wrong = [each for field in node.fields.values() if field is not right for each in [field[1]]]
    draft.distractors = [each for group in wrong for each in scalars(group)]
    return True


def _take_map(draft: Draft, node: Mapping) -> None:
    """Options by letter, or one list of texts beside one of labels."""
    texts, labels = node.get(ARRAY_TEXT), node.get(ARRAY_LABEL)
    draft.options = []
    if isinstance(texts, Sequence):
        marks = labels.items if isinstance(labels, Sequence) else []
        for index, text in enumerate(texts.items):
            if not isinstance(text, Scalar):
                draft.odd = draft.odd or text
                continue
            mark = marks[index] if index < len(marks) else None
            label = mark if isinstance(mark, Scalar) else None
            draft.options.append(OptionDraft(text, text.start, text.end, None, label))
        return
    for field, value in node.fields.values():
        if isinstance(value, Scalar):
            draft.options.append(OptionDraft(value, field.start, value.end, None, field))
        elif isinstance(value, Mapping) and (option := _member(value)) is not None:
            option.label = field
            draft.flagged = draft.flagged or option.flag is not None
            draft.options.append(option)
        else:
            draft.odd = draft.odd or value


def _take_list(draft: Draft, node: Sequence) -> None:
    draft.options = []
    for each in node.items:
        if isinstance(each, Scalar):
            draft.options.append(OptionDraft(each, each.start, each.end))
        elif isinstance(each, Mapping) and (option := _member(each)) is not None:
            draft.flagged = draft.flagged or option.flag is not None
            draft.options.append(option)
        else:
            draft.odd = draft.odd or each


def _member(mapping: Mapping) -> OptionDraft | None:
    """One option written as a mapping, or None where it has no text."""
    texts, flags, labels, notes = option_parts(tuple(mapping.fields))
    fields = mapping.fields
    named = [name for name in texts if isinstance(fields[name][1], Scalar)]
    worded = [name for name in named if _kind(fields[name][1]) not in ("boolean", "null")]
    if not (worded or named):
        return None
    name = (worded or named)[0]
    if normal(name) == "value" and any(normal(each) == "label" for each in worded):
        value = fields[name][1]
        if isinstance(value, Scalar) and len(value.value) == 1:  # a form's {value: a, label: Rome}
            labels, name = (name,), next(each for each in worded if normal(each) == "label")
    text = fields[name][1]
    assert isinstance(text, Scalar)
    option = OptionDraft(text, mapping.start, mapping.end)
    flag = next((each for each in flags if each != name), None)
    option.flag = None if flag is None else fields[flag][1]
    option.weighs = _weighs(mapping, name)
    for each in labels:
        label = fields[each][1]
        if each not in (name, flag) and isinstance(label, Scalar) and label.kind != "null":
            option.label = label
            break
    for each in notes:
        note = fields[each][1]
        if each not in (name, flag) and isinstance(note, Scalar) and note.kind != "null":
            option.feedback = note
            break
    return option


def _weighs(mapping: Mapping, text: str) -> bool:
    """Whether an option adds to a score, or has a number of its own beside its text."""
    for name, (_, value) in mapping.fields.items():
        word = normal(name)
        if name != text and (
            word in OPTION_WEIGHT or (word == "value" and _kind(value) in ("integer", "float"))
        ):
            return True
    return False


def find_key(draft: Draft) -> None:
    """Take the first field that can hold the key and says something."""
    if draft.key is not None:
        return
    for name in draft.parts.get(Part.KEY, ()):
        field = draft.fields[name]
        if field is draft.stem or name == draft.options_field:
            continue
        if draft.flagged and normal(name) in ("key", "solution"):
            continue  # beside flags these are an id and an explanation
        if answers := scalars(field[1]):
            if draft.flagged and not draft.names_options(answers):
                continue  # what is said to whoever was right
            draft.key, draft.answers = field, [_letter_of(each, draft) for each in answers]
            return


def _letter_of(answer: Scalar, draft: Draft) -> Scalar:
    """An answer that is the name of an option's own field (`option2`) as the option's letter."""
    options = draft.options or []
    texts = {collapse(option.text.value) for option in options}
    if len(answer.value) < 2 or collapse(answer.value) in texts:
        return answer
    word = normal(answer.value)
    for place, option in enumerate(options):
        if option.named and normal(option.named) == word:
            letter = chr(ord("A") + place)
            return Scalar(letter, answer.start, answer.end, spelling=answer.spelling)
    return answer


def _kind(node: Node) -> str:
    return node.kind if isinstance(node, Scalar) else ""
