"""One question in every format that can ask it, for what must hold in all of them."""

import json
from collections.abc import Callable, Sequence
from typing import NamedTuple

from quizlint.formats.base import Files, Format
from quizlint.formats.kit.sidecar import candidates
from quizlint.text import Source

STEM = "Which town lies on the Tiber?"


class Asked(NamedTuple):
    """A question's options, its labels if any are written, and the place of the key if it has one.

    Formats with letters of their own write A, B, C where no labels are given.
    """

    options: Sequence[str]
    right: int | None = None
    labels: str = ""

    @property
    def texts(self) -> list[str]:
        """The options with their labels written into them."""
        if not self.labels:
            return list(self.options)
        return [f"{label}) {text}" for label, text in zip(self.labels, self.options, strict=True)]

    @property
    def marked(self) -> list[tuple[str, str]]:
        """The options and their labels apart."""
        labels = self.labels or "ABCDEF"
        return list(zip(labels, self.options, strict=False))

    def flagged(self, right: str, wrong: str) -> list[str]:
        """For each option a word that says whether it is right."""
        return [right if index == self.right else wrong for index in range(len(self.options))]


Write = Callable[[Asked], str]


def _record(asked: Asked) -> dict[str, object]:
    flags = [index == asked.right for index in range(len(asked.options))]
    options = [{"text": t, "correct": f} for t, f in zip(asked.texts, flags, strict=True)]
    return {"question": STEM, "options": options}


def _yaml(asked: Asked) -> str:
    return json.dumps({"kind": "quiz", "questions": [_record(asked)]}, indent=1)


def _toml(asked: Asked) -> str:
    options = "".join(
        f'[[questions.options]]\ntext = "{text}"\ncorrect = {flag}\n'
        for text, flag in zip(asked.texts, asked.flagged("true", "false"), strict=True)
    )
    return f'kind = "quiz"\n[[questions]]\nquestion = "{STEM}"\n{options}'


def _markdown(asked: Asked) -> str:
    marks = zip(asked.flagged("x", " "), asked.texts, strict=True)
    return f"# Towns\n\n## {STEM}\n\n" + "".join(f"- [{mark}] {text}\n" for mark, text in marks)


def _page(asked: Asked) -> str:
    options = "\n".join(f"{label}{text}" for label, text in asked.marked)
    return f"Towns - Cheat Sheet\nGeography / Italy ~3 min\n{STEM}\n{options}\n"


def _gift(asked: Asked) -> str:
    marks = zip(asked.flagged("=", "~"), asked.texts, strict=True)
    return STEM + " {" + " ".join(mark + text for mark, text in marks) + "}\n"


def _aiken(asked: Asked) -> str:
    options = "".join(f"{label}) {text}\n" for label, text in asked.marked)
    answer = "" if asked.right is None else f"ANSWER: {'ABCDEF'[asked.right]}\n"
    return f"{STEM}\n{options}{answer}"


def _trivia(asked: Asked) -> str:
    options = "".join(f"{label} {text}\n" for label, text in asked.marked)
    answer = "" if asked.right is None else f"^ {asked.options[asked.right]}\n"
    return f"#Q {STEM}\n{answer}{options}"


def _moodle(asked: Asked) -> str:
    answers = "".join(
        f'<answer fraction="{share}"><text>{text}</text></answer>'
        for share, text in zip(asked.flagged("100", "0"), asked.texts, strict=True)
    )
    stem = f"<questiontext><text>{STEM}</text></questiontext><single>true</single>"
    return f'<quiz><question type="multichoice">{stem}{answers}</question></quiz>'


def _olx(asked: Asked) -> str:
    choices = "".join(
        f'<choice correct="{flag}">{text}</choice>'
        for flag, text in zip(asked.flagged("true", "false"), asked.texts, strict=True)
    )
    group = f"<choicegroup>{choices}</choicegroup>"
    return (
        f"<problem><multiplechoiceresponse><label>{STEM}</label>{group}"
        "</multiplechoiceresponse></problem>"
    )


def _qti12(asked: Asked) -> str:
    labels = "".join(
        f'<response_label ident="o{index}"><material><mattext>{text}</mattext></material>'
        "</response_label>"
        for index, text in enumerate(asked.texts)
    )
    right = (
        ""
        if asked.right is None
        else (
            f'<respcondition><conditionvar><varequal respident="r">o{asked.right}</varequal>'
            '</conditionvar><setvar action="Set">100</setvar></respcondition>'
        )
    )
    return (
        '<questestinterop><item ident="i"><presentation>'
        f"<material><mattext>{STEM}</mattext></material>"
        f'<response_lid ident="r" rcardinality="Single"><render_choice>{labels}</render_choice>'
        f"</response_lid></presentation><resprocessing>{right}</resprocessing></item>"
        "</questestinterop>"
    )


def _qti21(asked: Asked) -> str:
    choices = "".join(
        f'<simpleChoice identifier="o{index}">{text}</simpleChoice>'
        for index, text in enumerate(asked.texts)
    )
    right = (
        ""
        if asked.right is None
        else (f"<correctResponse><value>o{asked.right}</value></correctResponse>")
    )
    return (
        '<assessmentItem identifier="i"><responseDeclaration identifier="R" cardinality="single" '
        f'baseType="identifier">{right}</responseDeclaration><itemBody>'
        f'<choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>{STEM}</prompt>'
        f"{choices}</choiceInteraction></itemBody></assessmentItem>"
    )


def _text2qti(asked: Asked) -> str:
    marks = zip(asked.flagged("*", ""), asked.marked, strict=True)
    options = "".join(f"{mark}{label.lower()}) {text}\n" for mark, (label, text) in marks)
    return f"1. {STEM}\n{options}"


def _rexams(asked: Asked) -> str:
    options = "".join(f"* {text}\n" for text in asked.texts)
    solution = "" if asked.right is None else f"exsolution: {''.join(asked.flagged('1', '0'))}\n"
    return (
        f"Question\n========\n{STEM}\n\nAnswerlist\n----------\n{options}\n"
        f"Meta-information\n================\nexname: towns\nextype: schoice\n{solution}"
    )


def _prairielearn(asked: Asked) -> str:
    answers = "".join(
        f'<pl-answer correct="{flag}">{text}</pl-answer>\n'
        for flag, text in zip(asked.flagged("true", "false"), asked.texts, strict=True)
    )
    question = f'<pl-multiple-choice answers-name="town">\n{answers}</pl-multiple-choice>\n'
    return f"<pl-question-panel>{STEM}</pl-question-panel>\n{question}"


def _table(asked: Asked) -> str:
    names = ["question", *(f"option {letter}" for letter in "abcdef"[: len(asked.options)])]
    right = "" if asked.right is None else "ABCDEF"[asked.right]
    return ",".join([*names, "answer"]) + "\n" + ",".join([STEM, *asked.texts, right]) + "\n"


def _h5p(asked: Asked) -> str:
    return json.dumps({"question": STEM, "answers": _record(asked)["options"]})


def _docx(asked: Asked) -> str:
    marks = asked.flagged("**", "")
    options = zip(asked.marked, marks, strict=True)
    lines = "".join(f"{mark}{label}. {text}{mark}\n" for (label, text), mark in options)
    return f"1. {STEM}\n{lines}"


def _blackboard(asked: Asked) -> str:
    flags = asked.flagged("correct", "incorrect")
    pairs = zip(asked.texts, flags, strict=True)
    return "\t".join(["MC", STEM, *(part for pair in pairs for part in pair)]) + "\n"


def _brightspace(asked: Asked) -> str:
    shares = asked.flagged("100", "0")
    options = "".join(f"Option,{s},{t},,\n" for s, t in zip(shares, asked.texts, strict=True))
    return f"NewQuestion,MC,,,\nQuestionText,{STEM},,,\n{options}"


def _googleforms(asked: Asked) -> str:
    right = [] if asked.right is None else [{"value": asked.texts[asked.right]}]
    question = {
        "grading": {"pointValue": 1, "correctAnswers": {"answers": right}},
        "choiceQuestion": {"type": "RADIO", "options": [{"value": each} for each in asked.texts]},
    }
    return json.dumps({"items": [{"title": STEM, "questionItem": {"question": question}}]})


def _swirl(asked: Asked) -> str:
    answer = "" if asked.right is None else f"  CorrectAnswer: {asked.options[asked.right]}\n"
    choices = ";".join(asked.texts)
    return f"- Class: mult_question\n  Output: {STEM}\n  AnswerChoices: {choices}\n{answer}"


def _relate(asked: Asked) -> str:
    marks = zip(asked.flagged("~CORRECT~ ", ""), asked.texts, strict=True)
    choices = "".join(f'  - "{mark}{text}"\n' for mark, text in marks)
    return f"pages:\n- type: ChoiceQuestion\n  prompt: {STEM}\n  choices:\n{choices}"


def _learnr(asked: Asked) -> str:
    flags = zip(asked.texts, asked.flagged(", correct = TRUE", ""), strict=True)
    answers = ", ".join(f'answer("{text}"{flag})' for text, flag in flags)
    return f'```{{r}}\nquestion("{STEM}", {answers})\n```\n'


def _latex(asked: Asked) -> str:
    marks = zip(asked.flagged("CorrectChoice", "choice"), asked.texts, strict=True)
    choices = "".join(f"\\{mark} {text}\n" for mark, text in marks)
    return f"\\question {STEM}\n\\begin{{choices}}\n{choices}\\end{{choices}}\n"


def _runestone(asked: Asked) -> str:
    offered = zip("abcdef", asked.texts, strict=False)
    answers = "".join(f"   :answer_{sign}: {text}\n" for sign, text in offered)
    right = "" if asked.right is None else f"   :correct: {'abcdef'[asked.right]}\n"
    return f".. mchoice:: towns\n{answers}{right}\n   {STEM}\n"


def _pretext(asked: Asked) -> str:
    choices = "".join(
        f'<choice correct="{flag}"><statement><p>{text}</p></statement></choice>'
        for flag, text in zip(asked.flagged("yes", "no"), asked.texts, strict=True)
    )
    statement = f"<statement><p>{STEM}</p></statement>"
    return f'<exercise label="towns">{statement}<choices>{choices}</choices></exercise>'


WRITERS: dict[str, tuple[str, Write]] = {
    "yaml": ("towns.quiz.yaml", _yaml),
    "json": ("towns.json", lambda asked: json.dumps([_record(asked)])),
    "jsonl": ("towns.jsonl", lambda asked: json.dumps(_record(asked)) + "\n"),
    "toml": ("towns.quiz.toml", _toml),
    "markdown": ("towns.quiz.md", _markdown),
    "page": ("towns.txt", _page),
    "gift": ("towns.gift", _gift),
    "aiken": ("towns.aiken", _aiken),
    "trivia": ("towns.txt", _trivia),
    "moodle": ("bank.xml", _moodle),
    "olx": ("problem.xml", _olx),
    "qti": ("quiz.xml", _qti12),
    "qti 2.1": ("item.xml", _qti21),
    "text2qti": ("towns.txt", _text2qti),
    "rexams": ("towns.Rmd", _rexams),
    "prairielearn": ("question.html", _prairielearn),
    "table": ("towns.csv", _table),
    "h5p": ("content.json", _h5p),
    "blackboard": ("towns.txt", _blackboard),
    "brightspace": ("towns.csv", _brightspace),
    "googleforms": ("towns.json", _googleforms),
    "docx": ("quiz.docx", _docx),
    "swirl": ("lesson.yaml", _swirl),
    "relate": ("flow.yml", _relate),
    "learnr": ("towns.Rmd", _learnr),
    "latex": ("towns.tex", _latex),
    "runestone": ("towns.rst", _runestone),
    "pretext": ("towns.ptx", _pretext),
    "programs": ("towns.ts", lambda asked: f"export default {json.dumps([_record(asked)])};\n"),
}
"""For each format a file's name and how it asks; of QTI the old and the new one."""


def source_of(kind: str, asked: Asked) -> Source:
    """A file that asks."""
    name, write = WRITERS[kind]
    return Source(name, write(asked))


def format_of(kind: str) -> Format:
    """The format of a kind in `WRITERS`."""
    from quizlint.formats import load

    return load(kind.partition(" ")[0])


def beside(source: Source, answers: str) -> Files:
    """The answers in the first of a file's sidecars."""
    name = candidates(source.path)[0]
    return Files({name: answers.encode()}.get)
