"""Ways to break a clean question: one for each STR, KEY and OPT rule that can be shown in one."""

from collections.abc import Callable
from typing import Any, NamedTuple

from injected.clean import LETTERS, Item, Raw


class Defect(NamedTuple):
    """A way to break a question, and the rule that must see it.

    `make` gives None where the defect cannot be made in a question.
    """

    code: str
    what: str
    make: Callable[[Item], Item | None]


def _with(item: Item, **changes: Any) -> Item:
    return {**item, **changes}


def _without(item: Item, *fields: str) -> Item:
    return {name: value for name, value in item.items() if name not in fields}


def _key(item: Item) -> int:
    return LETTERS.index(item["answer"])


def _wrong(item: Item, steps: int = 1) -> int:
    return (_key(item) + steps) % len(LETTERS)


def _option(item: Item, index: int, text: Any) -> Item:
    options = list(item["options"])
    options[index] = text
    return _with(item, options=options)


def _letters(*indices: int) -> list[str]:
    return [LETTERS[index] for index in sorted(indices)]


def _last(item: Item, text: str) -> Item | None:
    """The last option replaced, unless it is the key."""
    return None if _key(item) == len(LETTERS) - 1 else _option(item, -1, text)


def _numeric(item: Item) -> bool:
    return all(option.isdigit() for option in item["options"])


def _words(make: Callable[[Item], Item | None]) -> Callable[[Item], Item | None]:
    """The defect, where options are words."""
    return lambda item: None if _numeric(item) else make(item)


def _all_options(change: Callable[[str], str]) -> Callable[[Item], Item]:
    return lambda item: _with(item, options=[change(option) for option in item["options"]])


def _flagged(item: Item, feedback: dict[int, str], right: int | None = None) -> Item:
    """The question with each option marked right or wrong, in place of a letter."""
    right = _key(item) if right is None else right
    options = [
        {"text": text, "correct": index == right, **_feedback(feedback.get(index))}
        for index, text in enumerate(item["options"])
    ]
    return _with(_without(item, "answer"), options=options)


def _feedback(text: str | None) -> dict[str, str]:
    return {} if text is None else {"feedback": text}


def _doubled(item: Item) -> Item | None:
    words = [word for word in item["question"].split(" ") if word.isalpha() and word.islower()]
    word = max(words, key=len)
    if len(word) < 5:
        return None  # short words may follow themselves: had had, that that
    return _with(item, question=item["question"].replace(word, f"{word} {word}", 1))


def _ask(stem: str, *options: str, key: str = "A", **more: Any) -> Callable[[Item], Item]:
    """Another question in the place of this one, for what depends on words that fit together."""
    return lambda item: _with(
        _without(item, "explanation", "stimulus"),
        question=stem,
        options=list(options),
        answer=key,
        explanation="The next chapter tells more.",
        **more,
    )


def _other(item: Item) -> str:
    """A distractor that stays as it is when the one after the key is replaced."""
    text: str = item["options"][_wrong(item, 2)]
    return text


LONG = ", which then holds for the whole of the year and in every place that was ever looked at"
MUCH = "How much of it is needed in all?"

DEFECTS = (
    Defect("STR001", "a quote never closed", lambda q: _with(q, question=Raw('"What is it?'))),
    Defect("STR002", "a field nobody knows", lambda q: _with(q, anwser="A")),
    Defect("STR003", "no stem", lambda q: _without(q, "question")),
    Defect("STR003", "no options", lambda q: _without(q, "options")),
    Defect("STR004", "an option that is a list", lambda q: _option(q, _wrong(q), ["x"])),
    Defect("STR004", "a flag that is no truth", lambda q: _misflagged(q)),
    Defect("STR005", "a field twice", lambda q: _with(q, question=_twice(q["question"]))),
    Defect("STR006", "the next question's id", lambda q: _with(q, id="next")),
    Defect("STR007", "an empty stem", lambda q: _with(q, question=" ")),
    Defect("STR007", "an empty option", lambda q: _option(q, _wrong(q), "")),
    Defect("STR008", "one option", lambda q: _with(q, options=q["options"][:1], answer="A")),
    Defect("STR009", "seven options", lambda q: _with(q, options=[*q["options"], *_more(q)])),
    Defect("STR010", "a bare No", lambda q: _option(q, _wrong(q), Raw("No"))),
    Defect("STR010", "a bare 1:30", lambda q: _option(q, _wrong(q), Raw("1:30"))),
    Defect("STR011", "labels A, B, B, D", _words(lambda q: _labelled(q, "ABBD"))),
    Defect("STR013", "damaged characters", lambda q: _with(q, question="Itâ€™s " + q["question"])),
    Defect("STR013", "a lost character", lambda q: _with(q, explanation="The caf\ufffd is open.")),
    Defect("STR014", "a template's option", lambda q: _option(q, _wrong(q), "TODO")),
    Defect("STR014", "a template's stem", lambda q: _with(q, question="Insert question here")),
    Defect("STR015", "an open backtick", lambda q: _with(q, explanation="The `key is it.")),
    Defect(
        "STR016", "two spaces", lambda q: _with(q, question=q["question"].replace(" ", "  ", 1))
    ),
    Defect("STR019", "an option in two", _words(lambda q: _split(q))),
    Defect("STR020", "a note", lambda q: _with(q, explanation=q["explanation"] + " TODO: check")),
    Defect("STR021", "a doubled word", lambda q: _doubled(q)),
    Defect("STR023", "a misspelling", lambda q: _with(q, explanation="They recieve it daily.")),
    Defect("KEY001", "no answer", lambda q: _without(q, "answer")),
    Defect("KEY002", "a letter too far", lambda q: _with(q, answer="F")),
    Defect("KEY003", "no option's text", lambda q: _with(q, answer="The Danube valley")),
    Defect(
        "KEY004",
        "two answers to a choice",
        lambda q: _with(q, type="choice", answer=_letters(_key(q), _wrong(q))),
    ),
    Defect("KEY005", "all options right", lambda q: _with(q, answer=list(LETTERS))),
    Defect("KEY006", "one text right and wrong", lambda q: _option(q, _wrong(q), _right(q))),
    Defect(
        "KEY007",
        "an explanation of another letter",
        lambda q: _with(q, explanation=f"The correct answer is {_letters(_wrong(q))[0]}."),
    ),
    Defect("KEY008", "no explanation", lambda q: _without(q, "explanation")),
    Defect("KEY009", "praise for a wrong option", lambda q: _flagged(q, {_wrong(q): "Correct!"})),
    Defect(
        "KEY009", "blame for the key", lambda q: _flagged(q, {_key(q): "Incorrect. Try again."})
    ),
    Defect("KEY010", "options that are letters", lambda q: _with(q, options=list("BCDA"))),
    Defect(
        "KEY012", "flag and answer differ", lambda q: {**_flagged(q, {}, _wrong(q)), **_answer(q)}
    ),
    Defect(
        "KEY013",
        "all of the above not keyed",
        lambda q: _with(_option(q, 3, "All of the above"), type="multiple", answer=list("ABC")),
    ),
    Defect(
        "KEY014",
        "choose two, one keyed",
        lambda q: _with(q, question="Choose two. " + q["question"], type="multiple"),
    ),
    Defect("KEY015", "the only one unexplained", lambda q: _without(q, "explanation")),
    Defect(
        "KEY016", "two keys unannounced", lambda q: _with(q, answer=_letters(_key(q), _wrong(q)))
    ),
    Defect("OPT001", "an option twice", lambda q: _option(q, _wrong(q), _other(q))),
    Defect("OPT001", "an option with a space after", lambda q: _option(q, _wrong(q), _spaced(q))),
    Defect("OPT002", "a full stop apart", _words(lambda q: _stopped(q))),
    Defect("OPT003", "a synonym apart", _words(lambda q: _synonym(q))),
    Defect("OPT004", "one value twice", _ask(MUCH, "500 m", "0.5 km", "700 m", "900 m", key="C")),
    Defect("OPT005", "ranges that overlap", _ask(MUCH, "0-10", "10-20", "15-30", "31-40", key="D")),
    Defect("OPT006", "one option in another", _words(lambda q: _longer(q))),
    Defect("OPT007", "a long key", lambda q: _option(q, _key(q), _right(q) + LONG)),
    Defect("OPT008", "a long distractor", lambda q: _option(q, _wrong(q), q["id"] + LONG)),
    Defect("OPT009", "all of the above", lambda q: _last(q, "All of the above")),
    Defect("OPT009", "all are correct", lambda q: _last(q, "All of these are correct")),
    Defect("OPT009", "A, B and C", lambda q: _last(q, "A, B and C")),
    Defect("OPT010", "none of the above", lambda q: _last(q, "None of the above")),
    Defect("OPT010", "none is correct", lambda q: _last(q, "None of these is correct")),
    Defect("OPT011", "numbers out of order", _ask(MUCH, "70", "20", "90", "40", key="B")),
    Defect(
        "OPT011",
        "units out of order",
        _ask(MUCH, "3 days", "2 weeks", "1 hour", "9 hours", key="D"),
    ),
    Defect("OPT012", "two together", lambda q: _last(q, "Both A and B")),
    Defect("OPT013", "always", _words(lambda q: _option(q, _wrong(q), "It is always the same"))),
    Defect("OPT014", "usually", _words(lambda q: _option(q, _wrong(q), "It is usually so"))),
    Defect(
        "OPT015",
        "an before one vowel",
        _ask(
            "The heavy block in a smithy is called an",
            "hammer",
            "anvil",
            "chisel",
            "furnace",
            key="B",
        ),
    ),
    Defect(
        "OPT016",
        "the stem's word in the key",
        _ask(
            "What does a cooper use to bend staves?",
            "A ring of iron",
            "A stave bender",
            "A sharp knife",
            "A round table",
            key="B",
        ),
    ),
    Defect(
        "OPT017",
        "the commonest elements",
        _ask(
            "Which pair of colours does the flag have?",
            "red and white",
            "red and green",
            "blue and white",
            "red and black",
        ),
    ),
    Defect(
        "OPT018",
        "a number among words",
        _ask("What stood on the hill?", "The chapel", "35 minutes", "The mill", "The barn"),
    ),
    Defect(
        "OPT019",
        "one small letter",
        _ask("What stood on the hill?", "A chapel", "a tower", "A mill", "A barn"),
    ),
    Defect("OPT020", "a bold key", lambda q: _option(q, _key(q), f"**{_right(q)}**")),
    Defect("OPT021", "a place among options", lambda q: _last(q, "The first two options")),
    Defect("OPT022", "a filler", _words(lambda q: _option(q, _wrong(q), "asdf"))),
    Defect(
        "OPT023",
        "one year",
        _ask(
            "In which year did the mill burn down?",
            "after the harvest",
            "under the old bishop",
            "in 1784",
            "during a storm",
            key="C",
        ),
    ),
    Defect(
        "OPT024",
        "two opposites",
        _ask(
            "What happens to the stream in May?",
            "Its level rises",
            "Its level falls",
            "Its fish leave",
            "Its bed moves",
        ),
    ),
    Defect("OPT025", "a full stop on the key", _words(lambda q: _key_stopped(q))),
    Defect("OPT026", "one beginning", _words(_all_options(lambda text: "It is due to " + text))),
    Defect(
        "OPT027",
        "more, less, the same",
        _ask(
            "How does the pressure in the flask change?",
            "It increases",
            "It decreases",
            "It stays the same",
            "It smells of tar",
        ),
    ),
    Defect("OPT029", "options longer than the stem", lambda q: _all_long(q)),
)


def _right(item: Item) -> str:
    text: str = item["options"][_key(item)]
    return text


def _answer(item: Item) -> Item:
    return {"answer": item["answer"]}


def _misflagged(item: Item) -> Item:
    broken = _flagged(item, {})
    broken["options"][_wrong(item)]["correct"] = "flase"
    return broken


def _twice(stem: str) -> Raw:
    return Raw(f"'What is it?'\n    question: {stem!r}")


def _more(item: Item) -> list[str]:
    """Three more options of the kind and length of the others."""
    if _numeric(item):
        return [str(int(item["options"][-1]) + step) for step in (7, 11, 19)]
    return [
        text.replace(_longest_word(text), word, 1)
        for text, word in zip(item["options"], ("lorries", "windows", "gardens"), strict=False)
    ]


def _longest_word(text: str) -> str:
    return max(text.split(" "), key=len)


def _labelled(item: Item, labels: str) -> Item | None:
    if item["answer"] not in labels:
        return None
    options = [f"{label}) {text}" for label, text in zip(labels, item["options"], strict=True)]
    return _with(item, options=options, answer=item["answer"])


def _split(item: Item) -> Item | None:
    first = _wrong(item)
    if first + 1 >= len(LETTERS) or first + 1 == _key(item):
        return None
    return _option(
        _option(item, first, "It came by road and"), first + 1, "then by river in spring"
    )


def _spaced(item: Item) -> str:
    return _other(item) + " "


def _stopped(item: Item) -> Item | None:
    text = _other(item)
    if " " not in text or any(char.isdigit() for char in text):
        return None
    return _option(item, _wrong(item), text.rstrip(".") + "!")


def _synonym(item: Item) -> Item:
    first = _option(item, _wrong(item), "It moves quickly on a slope")
    return _option(first, _wrong(item, 2), "It moves rapidly on a slope")


def _longer(item: Item) -> Item:
    first = _option(item, _key(item), "Heat and light")
    return _option(first, _wrong(item), "Light")


def _key_stopped(item: Item) -> Item | None:
    text = _right(item)
    if text.endswith(".") or text.count(" ") < 2:
        return None  # two words and a full stop may be an abbreviation
    return _option(item, _key(item), text + ".")


def _all_long(item: Item) -> Item | None:
    if len(item["question"].split()) > len(LONG.split()):
        return None
    return _all_options(lambda text: text + LONG)(item)
