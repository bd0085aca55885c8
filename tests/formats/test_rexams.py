"""R/exams, in R Markdown and in LaTeX."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content import Interaction, KeyState, Problem, Question, Reading
from quizlint.content.problems import KeysDisagree, MissingField, Syntax, WrongType
from quizlint.formats import pick, rexams
from quizlint.formats.base import Files
from quizlint.rules.keys.key_out_of_range import is_out_of_range
from quizlint.text import Source, Text

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpora" / "rexams"

RMD = """\
```{r, echo = FALSE}
x <- 1
```

Question
========
Which gate of a lock opens first?

Answerlist
----------
* The upper gate.
* The lower gate,
  if there is one.
* None of them.

Solution
========
The water must fall first.

Answerlist
----------
* False. It holds the water.
* True. So.
* False.

Meta-information
================
exname: Gates
extype: schoice
exsolution: 010
exshuffle: TRUE
exsection: Canals/Locks
"""

RNW = r"""<<echo=FALSE>>=
x <- "\\begin{question}"
@
% quizlint: ignore[x]
\begin{question}
Which gate opens first? About 50\% know \emph{it}. % not shown
\begin{answerlist}
  \item The upper gate
  \item The lower gate % a comment
  \item None
    of them
\end{answerlist}
\end{question}

\begin{solution}
The water must fall first.
\begin{answerlist}
  \item False. It holds the water.
  \item \textbf{True}. So.
  \item False. Odd.
\end{answerlist}
\end{solution}

\exname{Gates}
\extype{schoice}
\exsolution{010}
"""


def read(text: str, name: str = "a.Rmd") -> Reading:
    return rexams.read(Source(name, text), Files())


def questions(text: str, name: str = "a.Rmd") -> list[Question]:
    return [item for document in read(text, name).documents for item in document.questions]


def one(text: str, name: str = "a.Rmd") -> Question:
    (question,) = questions(text, name)
    return question


def kinds(text: str) -> list[type[Problem]]:
    return [type(problem) for problem in read(text).problems]


def texts_of(question: Question) -> list[Text]:
    written = [answer.text for answer in question.key.written]
    return [*question.texts, *written, *([question.id] if question.id is not None else [])]


def test_r_markdown() -> None:
    question = one(RMD)
    (document,) = read(RMD).documents
    assert read(RMD).problems == ()
    assert question.interaction is Interaction.CHOICE
    assert question.id is not None
    assert question.id.value == "Gates"
    assert document.topic is not None
    assert document.topic.value == "Canals/Locks"
    assert question.stem.value == "Which gate of a lock opens first?"
    assert [o.text.plain for o in question.options] == [
        "The upper gate.",
        "The lower gate, if there is one.",
        "None of them.",
    ]
    assert question.key.indices == (1,)
    assert [o.correct for o in question.options] == [False, True, False]
    assert question.options[1].feedback is not None
    assert question.options[1].feedback.value == "True. So."
    assert question.rationale is not None
    assert question.rationale.value == "The water must fall first."
    assert question.shuffle is True
    assert not question.dynamic  # the program writes nothing that is shown


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_headings_of_the_other_kind(end: str) -> None:
    text = RMD
    for name, line, mark in (
        ("Question", "========", "#"),
        ("Solution", "========", "#"),
        ("Meta-information", "================", "#"),
        ("Answerlist", "----------", "##"),
    ):
        text = text.replace(f"{name}\n{line}\n", f"{mark} {name}\n")
    text = text.replace("\n* ", "\n- ").replace("\n", end)
    question = one(text)
    assert len(question.options) == 3
    assert question.key.indices == (1,)
    assert question.stem.value == "Which gate of a lock opens first?"


def test_latex() -> None:
    question = one(RNW, "a.Rnw")
    assert read(RNW, "a.Rnw").problems == ()
    assert question.stem.value == "Which gate opens first? About 50% know it."
    assert [o.text.plain for o in question.options] == [
        "The upper gate",
        "The lower gate",
        "None of them",
    ]
    assert question.key.indices == (1,)
    assert question.options[1].feedback is not None
    assert question.options[1].feedback.value == "True. So."
    at = question.stem.value.index("%")
    assert RNW[slice(*question.stem.at(at, at + 1))] == r"\%"
    comments = [RNW[slice(*comment)] for comment in read(RNW, "a.Rnw").comments]
    assert comments == ["% quizlint: ignore[x]", "% not shown", "% a comment"]


def test_a_solution_that_contradicts_the_key() -> None:
    for text, name in ((RMD, "a.Rmd"), (RNW, "a.Rnw")):
        wrong = text.replace("010", "100")
        (problem,) = read(wrong, name).problems
        assert isinstance(problem, KeysDisagree)
        assert (problem.here, problem.there) == ("A", "B")
        assert wrong[slice(*problem.span)] == "100"


def test_a_solution_without_verdicts_contradicts_nothing() -> None:
    assert kinds(RMD.replace("010", "100").replace("* True. So.", "* The truth.")) == []


def test_digits_beyond_the_options_reach_the_rule() -> None:
    question = one(RMD.replace("010", "0001"))
    (written,) = question.key.written
    assert is_out_of_range(written, 3)


@pytest.mark.parametrize("solution", ["01", "0100", "2", "1,3", "B"])
def test_an_odd_solution_is_noted_once(solution: str) -> None:
    text = RMD.replace("010", solution).replace("* True.", "* So.")
    assert kinds(text) == [Syntax]


def test_several_keys_of_a_single_choice_stay_for_the_rules() -> None:
    question = one(RMD.replace("010", "110"))
    assert question.interaction is Interaction.CHOICE
    assert question.key.indices == (0, 1)
    assert one(RMD.replace("010", "000")).key.state is KeyState.ABSENT
    drawn = one(RMD.replace("010", "110").replace("exshuffle: TRUE", "exshuffle: 2"))
    assert drawn.pool


def test_what_a_program_writes_is_left_open() -> None:
    inline = one(RMD.replace("None of them", "`r x` of them"))
    assert inline.dynamic
    assert inline.key.indices == (1,)
    solution = one(RMD.replace("010", "`r mchoice2string(x)`"))
    assert solution.key.state is KeyState.COMPUTED
    start, end = RMD.index("Answerlist"), RMD.index("Solution")
    listed = one(RMD[:start] + "```{r}\nanswerlist(x)\n```\n\n" + RMD[end:])
    assert listed.dynamic
    assert listed.options == ()
    assert listed.key.state is KeyState.COMPUTED
    assert listed.stem.value == "Which gate of a lock opens first?"
    assert kinds(RMD[:start] + "```{r}\nanswerlist(x)\n```\n\n" + RMD[end:]) == []


def exercise(kind: str, solution: str, more: str = "", question: str = "How deep is it?") -> str:
    meta = f"extype: {kind}\nexsolution: {solution}\n{more}"
    return f"Question\n========\n{question}\n\nMeta-information\n================\n{meta}"


def test_numbers_have_a_tolerance() -> None:
    question = one(exercise("num", "3.5", "extol: 0.01\n"))
    assert question.interaction is Interaction.NUMERIC
    assert [(o.text.value, o.tolerance) for o in question.responses] == [("3.5", 0.01)]
    assert kinds(exercise("num", "three")) == [WrongType]


def test_words_and_clozes() -> None:
    word = one(exercise("string", "the keeper"))
    assert [each.text.value for each in word.key.written] == ["the keeper"]
    text = exercise(
        "cloze",
        "OLS|010|nil|2.5",
        "exclozetype: string|schoice|essay|num\n",
        "It is ##ANSWER1## or\n\nAnswerlist\n----------\n* \n* this\n* that",
    )
    cloze = one(text)
    assert cloze.interaction is Interaction.CLOZE
    assert cloze.stem.plain.startswith("It is _____ or")
    assert "that" in cloze.stem.value
    assert "Answerlist" not in cloze.stem.value
    assert [each.text.value for each in cloze.key.written] == ["OLS", "2.5"]
    assert kinds(text) == []
    assert kinds(text.replace("|essay", "")) == [Syntax]


def test_a_type_that_is_missing_or_unknown() -> None:
    assert kinds(exercise("choice", "1")) == [Syntax]
    text = exercise("num", "1").replace("extype: num\n", "")
    assert kinds(text) == [MissingField]
    assert one(text).interaction is Interaction.UNSUPPORTED


def test_other_r_markdown_is_left_to_markdown() -> None:
    assert read("# Question\n\nWhat is R?\n\n```{r}\n1\n```\n").skipped is not None
    checkboxes = "# One\n\nWhich?\n\n- [ ] a\n- [x] b\n\n# Two\n\nWhat?\n\n- [x] c\n- [ ] d\n"
    assert len(questions("```{r}\n1\n```\n\n" + checkboxes)) == 2


@pytest.mark.parametrize(
    ("name", "head", "format_"),
    [
        ("a.Rmd", RMD, "rexams"),
        ("a.Rnw", RNW, "rexams"),
        ("stdin", RMD, "rexams"),
        ("a.Rmd", "```{r}\n" + "x <- 1\n" * 600, "rexams"),
        ("a.Rmd", "# Notes\n\n- [ ] a\n", "markdown"),
        ("a.md", RMD, "markdown"),
    ],
)
def test_which_files_are_taken(name: str, head: str, format_: str) -> None:
    chosen = pick(name, head[:4096])
    assert chosen is not None
    assert chosen.name == format_


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the shared corpora")
def test_every_exercise_of_the_corpus_is_read() -> None:
    for file in sorted(CORPUS.rglob("*.Rmd")):
        source = Source.from_bytes(str(file), file.read_bytes())
        chosen = pick(str(file), source.text[:4096])
        assert chosen is not None
        reading = chosen.read(source, Files())
        assert [len(document.items) for document in reading.documents] == [1], file
        assert reading.problems == (), file


LINES = st.sampled_from(
    [
        "Question",
        "========",
        "# Question",
        "Solution",
        "Answerlist",
        "----------",
        "* one é",
        "- True. \U0001f600",
        "*",
        "  goes on",
        "Why `r x`?",
        "```{r}",
        "```",
        "##ANSWER1##",
        "extype: schoice",
        "extype: cloze",
        "extype: num",
        "exsolution: 011",
        "exsolution: 1|2",
        "exsolution:",
        "exname: a",
        "",
        "<!-- c -->",
    ]
)
TEX = st.sampled_from(
    [
        r"\begin{question}",
        r"\end{question}",
        r"\begin{solution}",
        r"\end{solution}",
        r"\begin{answerlist}",
        r"\end{answerlist}",
        r"\item one é % c",
        r"\item \emph{two} ~ 5\%",
        r"a $x \_ y$ ``b''",
        r"\Sexpr{x}",
        "<<>>=",
        "@",
        "##ANSWER2##",
        r"\extype{schoice}",
        r"\extype{cloze}",
        r"\exsolution{011}",
        r"\exname{a",
        "%",
        "",
    ]
)


@given(
    st.one_of(
        st.tuples(st.just("a.Rmd"), st.lists(LINES, max_size=16)),
        st.tuples(st.just("a.Rnw"), st.lists(TEX, max_size=16)),
    ),
    st.sampled_from(["\n", "\r\n"]),
)
def test_every_text_knows_its_place(file: tuple[str, list[str]], end: str) -> None:
    source = end.join(file[1])
    reading = read(source, file[0])
    for question in (item for document in reading.documents for item in document.questions):
        assert 0 <= question.span.start < question.span.end <= len(source)
        for text in texts_of(question):
            assert 0 <= text.span.start < text.span.end <= len(source)
            for at, sign in enumerate(text.value):
                start, stop = text.at(at, at + 1)
                written = source[start:stop]
                assert written == sign or sign in '_\n %"' or (text.span == (start, stop))
    for problem in reading.problems:
        assert 0 <= problem.span.start < problem.span.end <= len(source)


@pytest.mark.parametrize(
    "piece",
    [
        "Question\n====\n",
        "Answerlist\n----\n",
        "* \n",
        "`r x",
        "```{r}\n",
        "extype: num\n",
        "##ANSWER1##",
        "\\begin{question}",
        "\\begin{question}\\begin{answerlist}\\item ",
        "\\begin{question}\\extype{",
        "<<>>=\n",
        "$",
        "\\emph{",
        "%\n",
    ],
)
def test_long_nonsense_ends(piece: str) -> None:
    for name, head in (("a.Rmd", "Question\n====\n"), ("a.Rnw", "\\begin{question}\n")):
        read(head + piece * (100_000 // len(piece)), name)
