"""What rules call a flaw, and what only looks like one: by definition, over many subjects."""

import json

import pytest

from quizlint.content import Confidence, Document, Key, KeyState, Option, Question
from quizlint.language.combination import built_from_same_parts
from quizlint.rules.base import Example
from quizlint.rules.context import Context
from quizlint.rules.registry import by_word
from quizlint.testing import check_example, found
from quizlint.text import Span, Text

FLAWED = {
    "STM005": """
Salt must be added to pasta water before it boils. / True | False
Is a contract valid if nobody signs it? / Yes | No | It depends
Assets stand on the left. Equity stands on the right. / True, True | True, False | False, True
Can a goal count without the ball in the net? / yes | no | yes, but only in the first half
""",
    "STM002": """
Iron does not float. Cork floats. / True, true | True, false | False, true
From the following answers, pick the one that does not apply to roundabouts. / signal | stop | yield
You must not park on a pavement. / Right | Wrong
Is a sale valid if the buyer does not pay? / Yes, since both agreed | No, since it is free
It is false that / the moon is a star | Mars is a planet | comets have tails
Choose the word that is spelled wrongly. / receive | seperate | believe
""",
    "OPT012": """
Which grain is in the loaf? / Rye only | Both rye and oats | Oats only | Maize only
A roux is made of / butter and flour | butter and egg | flour and egg
In which order do you help? / call, check, press | check, call, press | press, call, check
When a string is shortened, / its pitch rises, and it dulls | its pitch falls, and it dulls | \
its pitch rises, and it rings
What is a wind instrument? / the flute | the drum | the harp | both the drum and the harp
Yeast needs ____ and ____ to grow. / sugar; water | sugar; salt | oil; air
""",
    "STM001": """
Rennet / Curdles the milk | Thins the whey | Colours the rind | Salts the curd
Goulash: / It is a stew of beef. | It was a sauce. | It has no meat.
The offside rule / It applies to throw-ins | It was dropped | It is decided by the crowd
Merge sort vs. quick sort / the first needs memory | the second is stable | neither
""",
    "OPT013": """
A referee may never change a decision. / True | False
Deserts never see rain. Camels store fat. / True, true | True, false | False, true
What is true of deserts? / They get little rain | They are always hot | They lie in Africa
Who may use the hands? / the keeper | only the captain | two defenders
All clarinets are made of wood. / True | False
""",
    "OPT014": """
How does a court decide on costs? / the loser usually pays | the state pays | both sides pay
Bread that was frozen is generally drier. / Correct | Incorrect
""",
    "OPT015": """
A glacier is an / ice mass | river | lake | valley
Who opened the gate? / the cook | the guard | he broke it himself
A trained dog can / track a scent | to sing | the fur
""",
    "OPT009": """
You must slow down / in fog | near a school | in all of the above cases
Which is more dangerous on ice? / braking | steering | both
What slows a car down? / wet roads | worn tyres | all of these factors
""",
    "OPT010": """
Which continent is the largest? / Africa | Asia | Neither
Which of these tunes is a waltz? / the first | the second | none of the tunes above
""",
    "OPT011": """
What share of the Earth is water? / 7/10 | 1/2 | 9/10 | 1/4
How long is a marathon? / 42 km | 10 km | 21 km | it cannot be told
How heavy is a shot put? / 7 kg | 4 kg | 12 kg | more than all of these
""",
    "OPT016": """
What causes a stack overflow? / a call stack that grows | a full disk | a slow link
Why is the DataLoader slow? / it copies data | it waits for locks | it is old
""",
}

SOUND = {
    "OPT007": """
How many guests may come? / as many as they like to | 10 | 20 | 5
""",
    "STM005": """
Is glass a liquid? / Yes, for it flows | Yes, for it is clear | No, for it keeps its form
Which way do you turn? / right | left | back
""",
    "STM002": """
Assertion (S): Ice does not sink. Reason (R): It is light. / R explains S | S alone | R alone
Why does a car not start when its battery is flat? / no current | no fuel | no brakes
A loop that does not end is / infinite | short | nested
Which player stays on when the goal does not count? / the keeper | the captain | the guest
""",
    "OPT012": """
Which two lands share the longest border? / Canada and the US | Russia and China | Chile and Peru
Which point is it? / (2, 3) | (2, -3) | (-2, 3)
When did it open? / May 5, 1990 | May 6, 1990 | June 5, 1990
Where is the fort? / Lyon, France | Nice, France | Lille, France
What does it print? / a: 1, b: 2 | a: 1, b: 1 | a: 2, b: 1
""",
    "STM001": """
Parts that turn / wheels of the cart | gears in the mill | axles with a hub
Water runs downhill. / True | False
Capital of Peru: / Lima | Cusco | Quito
Double-entry bookkeeping requires that each sale / is entered twice | is signed | is paid in cash
The largest lake in Africa. / Victoria | Chad | Volta
The left page and the right page differ, as opposed to one vs. the other, because / a | b | c
""",
    "OPT013": """
A loop that never ends is called / an infinite loop | a dead end | a thread
What is true of the drug? / It may only help adults | It tends to help all patients | It is old
When does a lamp light? / only when the switch is on | at noon | by itself
When do you wash your hands? / after every meal | at noon | in the evening
How often is it tuned? / never | once | always
Who may appeal? / the party that lost wholly or in part | the clerk | the press
""",
    "OPT014": """
An athlete at altitude often shows / more red cells | weaker bones | less sweat
What do we call data with a bell-shaped curve? / normally distributed data | skewed | flat
What is true of swans? / They do not often fly | They fly more often than geese | They swim
What is an aria often called? / a song | a dance | a march
""",
    "OPT015": """
What did the guard do? / He slept in the tower. | Rounds were his duty. | He closed the gate.
What is true of both halves? / Half time lasts a quarter of an hour | It is short | They are equal
A muscle is tied to a bone by a/an / tendon | artery | organ
""",
    "OPT009": """
What do we know of the reactions? / All of the reactions above the line give heat | They are slow
How much of the body is water? / about 60 % | about 30 % | all of it
""",
    "OPT010": """
How much of the body is water? / about 60 % | about 30 % | none of it
What does the function return? / 0 | 1 | 2 | None
""",
    "OPT011": """
Which one is the last but one? / row[-2] | row[1] | row[-1] | row[0]
What is the limit in fog? / 30 km/h | a walking pace | 50 km/h | 70 km/h
""",
    "OPT016": """
Which reading is odd? Wind 12, rain 3, sun 400 / sun | wind | rain
Does a sail boat need wind? / Yes, the wind fills the sail | Yes, it rocks | No, it has oars
Which lamp is lit, the red one or the green one? / the red one | the blue one | the old one
What do you take on a hike? / you take water | a tuba | a desk
""",
}


def cases(table: dict[str, str]) -> list[tuple[str, str]]:
    """Each line of a table with its rule."""
    return [(code, line) for code, lines in table.items() for line in lines.strip().split("\n")]


def said(code: str, line: str) -> list[str]:
    """What one rule says of a question with its options; the first is right."""
    stem, options = line.rsplit(" / ", 1)
    texts = [option.strip() for option in options.split(" | ")]
    question = {"type": "choice", "question": stem, "options": texts, "answer": texts[0]}
    data = json.dumps({"kind": "quiz", "language": "en", "questions": [question]}).encode()
    report = check_example(Example("", name="one.quiz.json"), [by_word()[code]], data)
    assert report.failures == ()
    assert report.skips == ()
    return [diagnostic.message for diagnostic in found(report)]


@pytest.mark.parametrize(("code", "line"), cases(FLAWED))
def test_a_flaw_is_seen(code: str, line: str) -> None:
    assert said(code, line) != []


@pytest.mark.parametrize(("code", "line"), cases(SOUND))
def test_what_only_looks_like_a_flaw_is_left_alone(code: str, line: str) -> None:
    assert said(code, line) == []


@pytest.mark.parametrize(
    ("key", "next_longest", "sure"),
    [
        ("the warm gas that the yeast sets free", "the salt that it gets", True),
        ("the warm gas that the yeast sets free", "the salt of the cook in a dough", False),
        ("a gas from the yeast", "the salt", False),
        ("the warm gas that the yeast sets free", "the salt that the cook has put in it", None),
        ("carbon dioxide gas", "salt", False),
    ],
)
def test_how_sure_a_long_key_is(key: str, next_longest: str, sure: bool | None) -> None:
    texts = [Text(each, Span(0, len(each)), each) for each in (key, next_longest, "heat", "Why?")]
    question = Question(
        span=Span(0, 1),
        route="questions[0]",
        stem=texts.pop(),
        options=tuple(Option(each, each.span) for each in texts),
        key=Key(KeyState.PRESENT, (0,)),
    )
    for thorough in (True, False):
        rule = by_word()["OPT007"](thorough=thorough)
        expected = [] if sure is None or not (sure or thorough) else [sure]
        found = list(rule.check(question, Context(Document((question,), Span(0, 1)))))
        assert [finding.confidence is Confidence.HIGH for finding in found] == expected


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        (("a > b > c", "b > a > c", "c > a > b"), "order"),
        (("Earth-Moon-Sun", "Moon-Earth-Sun", "Sun-Moon-Earth"), "order"),
        (("iron and zinc", "zinc and tin", "iron and tin"), "list"),
        (("it rises because it warms", "it sinks because it warms", "it rises because it cools"),
         "crossed"),
        (("iron and zinc", "tin and lead", "gold and silver"), None),
        (("iron and zinc", "iron and tin"), None),
        (("well-known", "ill-fated", "far-off"), None),
        (("in May, it rains", "in May, it snows", "in June, we leave"), None),
    ],
)  # fmt: skip
def test_how_answers_are_put_together(answers: tuple[str, ...], kind: str | None) -> None:
    assert built_from_same_parts(answers) == kind
