"""Items as plain data in native fields, which YAML and JSON Lines then spell."""

from collections.abc import Sequence

from quizlint.content import Card, Interaction, Key, KeyState, Option, Prompt, Question
from quizlint.formats.kit.keys import Choices, read_answer
from quizlint.formats.kit.labels import letter_at, strip_labels
from quizlint.formats.kit.shared import told_apart
from quizlint.formats.write.answers import accepted
from quizlint.formats.write.base import ITEM, Ledger, writable
from quizlint.formats.write.yaml_text import Data
from quizlint.text import Span, Text

LETTERS = 26
"""Options that letters can name."""


def item_data(item: Card | Question | Prompt, ledger: Ledger) -> dict[str, Data] | None:
    """An item's fields in the order in which they are best written; None where it is left out."""
    if not ledger.admits(item):
        return None
    named: dict[str, Data] = {}
    for field, text in (("id", item.id), ("difficulty", item.difficulty)):
        if text is not None and text.value:
            named[field] = writable(text.value)
    match item:
        case Card():
            return named | {"front": writable(item.front.value), "back": writable(item.back.value)}
        case Prompt():
            return named | _prompt(item, ledger)
        case Question():
            return named | _question(item, ledger)


def _prompt(prompt: Prompt, ledger: Ledger) -> dict[str, Data]:
    data: dict[str, Data] = {"prompt": writable(prompt.prompt.value)}
    if prompt.hint is not None:
        data["hint"] = writable(prompt.hint.value)
    if prompt.concepts:
        data["concepts"] = [writable(each.value) for each in prompt.concepts]
    stated = prompt.stated_concepts
    if stated is not None and stated != len(prompt.concepts):
        ledger.lose(prompt, "stated concepts", f"that it announces {stated} concepts")
    return data


def _question(question: Question, ledger: Ledger) -> dict[str, Data]:
    ledger.question(question)
    data: dict[str, Data] = {"question": writable(question.stem.value)}
    if question.selected:
        kind = _selected(question, data, ledger)
        if kind is not question.interaction:
            data["type"] = str(question.interaction)
    else:
        answers = [each for each in accepted(question) if each.weight > 0 and each.value]
        if len(answers) < len([each for each in accepted(question) if each.value]):
            ledger.lose(question, "responses", "answers that are known to be wrong")
        if answers:
            data["answer"] = [writable(each.value) for each in answers]
        data["type"] = str(question.interaction)
    if question.rationale is not None:
        data["explanation"] = writable(question.rationale.value)
    if question.stimulus is not None:
        data["stimulus"] = writable(question.stimulus.text.value)
    if not question.scored:
        ledger.lose(question, "scored", "that it earns no points")
    return data


def _selected(question: Question, data: dict[str, Data], ledger: Ledger) -> Interaction:
    """Write options and key, and give the interaction that these alone would be read as."""
    texts = [writable(option.text.value) for option in question.options]
    right = question.key.indices
    bare = bare_options(texts)
    told = any(option.feedback is not None for option in question.options)
    letters = right if _letters_name(bare, right) else None
    lettered = strip_labels(list(bare)) != bare and len(texts) <= LETTERS
    unresolved = [each.text.value for each in question.key.written if not each.readings]
    if lettered and letters is not None:
        # A list would take "a) " off the texts, a map from letters does not.
        data["options"] = {letter_at(index): text for index, text in enumerate(texts)}
        if told:
            ledger.lose(question, "feedback", "feedback, as its options begin like letters")
    elif told or (right and letters is None):
        data["options"] = [
            _option(text, option, index in right)
            for index, (text, option) in enumerate(zip(texts, question.options, strict=True))
        ]
        if unresolved:
            ledger.lose(question, "keys", f"the answer '{unresolved[0]}', which is no option")
        return _told_apart(bare, right, written=False)
    else:
        data["options"] = list(texts)
    if right and letters is not None:
        named = [letter_at(index) for index in right]
        data["answer"] = named[0] if len(named) == 1 else list(named)
        if unresolved:
            ledger.lose(question, "keys", f"the answer '{unresolved[0]}', which is no option")
    elif question.key.written:
        written = [writable(each.text.value) for each in question.key.written]
        data["answer"] = written[0] if len(written) == 1 else list(written)
        return _told_apart(bare, (), written=len(written) > 1)
    return _told_apart(bare, right, written=len(right) > 1)


def _option(text: str, option: Option, correct: bool) -> Data:
    data: dict[str, Data] = {"text": text}
    if correct:
        data["correct"] = True
    if option.feedback is not None:
        data["feedback"] = writable(option.feedback.value)
    return data


def bare_options(texts: Sequence[str]) -> list[Option]:
    """Options with nothing but their texts, to ask how a reader would take them."""
    return [Option(Text(text, Span(0, len(text)), text), Span(0, len(text))) for text in texts]


def _letters_name(options: Sequence[Option], indices: Sequence[int]) -> bool:
    """Whether a letter names each of the options and nothing else."""
    if len(options) > LETTERS:
        return False
    choices = Choices(options)
    for index in indices:
        letter = letter_at(index)
        word = Text(letter, Span(0, 1), letter)
        if read_answer(word, choices).readings != {index}:
            return False
    return True


def _told_apart(options: Sequence[Option], right: Sequence[int], *, written: bool) -> Interaction:
    if written:
        right = (0, 1)
    return told_apart(options, Key(KeyState.PRESENT, tuple(right)))


def without_item(question: Question, ledger: Ledger, why: str) -> None:
    """Note a question that is left out as a whole."""
    ledger.lose(question, ITEM, f"left out: {why}")
