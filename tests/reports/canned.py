"""One result with everything a renderer can meet, made by hand so that no rule can change it."""

from quizlint.baseline import stamp
from quizlint.content import Confidence, ItemRef, Mark, Safety, Severity
from quizlint.engine.result import (
    Diagnostic,
    DocumentRecord,
    Failure,
    ItemRecord,
    Note,
    Place,
    Repair,
    Result,
    Skip,
    State,
    TextEdit,
)

HOSTILE = (
    "</script><!-- <img src=x onerror=alert(1)> \u2028 \u202egnp.exe javascript:alert(1) | `x` @me"
)
STATS = {
    "items": 3,
    "cards": 1,
    "questions": 2,
    "prompts": 0,
    "levels": {"beginner": 2, "advanced": 1},
    "key_positions": {"A": 1, "B": 3},
    "reading": {
        "words": 80,
        "flesch_kincaid_grade": 6.1,
        "band": "middle school",
        "by_level": {"beginner": {"words": 60, "flesch_kincaid_grade": 5.0}},
    },
    "guessability": {"questions": 12, "score": 0.41, "low": 0.2, "high": 0.6, "chance": 0.25},
}


def place(path: str, line: int, column: int, length: int, member: str = "") -> Place:
    """A range within one line."""
    return Place(path, line, column, line, column + length, 0, length, member)


def canned() -> Result:
    """Six findings of every state in three files, one of them in a package, and a failure."""
    quiz, sheet, package = "été/a b.quiz.yaml", "sheet.md", "pkg.zip!items/q1.xml"
    key = place(quiz, 4, 16, 4)
    eviction = ItemRef(quiz, "questions[0]", "eviction")
    findings = (
        Diagnostic(
            "KEY002",
            "key-out-of-range",
            Severity.ERROR,
            Confidence.HIGH,
            "the answer is 'F' and there are 2 options; name one of them",
            place(package, 7, 4, 5, "items/q1.xml"),
            "  <value>F</value>",
            ItemRef(package, "questions[0]"),
            "questions[0]",
            marked="value",
        ),
        Diagnostic(
            "CRD002",
            "conflicting-cards",
            Severity.WARNING,
            Confidence.MEDIUM,
            "=cmd|' /C calc'!A0 is shown as text, never computed",
            Place(sheet, 2, 1, 3, 4, 0, 9),
            "=SUM(A1)",
            ItemRef(sheet, "cards[0]"),
            "cards[0]",
            marked="=SUM(A1)\nand",
            state=State.BASELINED,
        ),
        Diagnostic(
            "OPT001",
            "duplicate-option",
            Severity.ERROR,
            Confidence.HIGH,
            f"option C repeats option A: {HOSTILE}",
            key,
            "  options: [🚀🚀 LRU, LFU, LRU]",
            eviction,
            "questions[0].options[2]",
            (Note(place(quiz, 3, 2, 3), "first here"),),
            Repair(Safety.SAFE, "0" * 64, (TextEdit(key, "FIFO"),)),
            marked="LRU,",
            mark=Mark("options[2]", 0, 4),
        ),
        Diagnostic(
            "STM004",
            "blank-in-stem",
            Severity.INFO,
            Confidence.LOW,
            "100 % of it,\nin two lines: a, b",
            place(quiz, 9, 1, 3),
            "",
            eviction,
            "questions[0]",
            marked="___",
        ),
        Diagnostic(
            "OPT010",
            "none-of-the-above",
            Severity.INFO,
            Confidence.HIGH,
            "silenced beside it",
            place(quiz, 12, 1, 3),
            "none of the above",
            eviction,
            "questions[0].options[1]",
            state=State.SUPPRESSED,
            reason="the platform needs it",
        ),
        Diagnostic(
            "OPT010",
            "none-of-the-above",
            Severity.INFO,
            Confidence.HIGH,
            "silenced by the settings",
            place(quiz, 13, 1, 3),
            "none of the above",
            None,
            "",
            state=State.SUPPRESSED,
            reason="old",
            by_settings=True,
        ),
    )
    content = {
        "stem": f"What is **evicted** first?\n\n```python\ncache[1]\n```\n{HOSTILE}",
        "options": ["🚀🚀 LRU, least recent", "<b>LFU</b>", "LRU, again"],
        "rationale": HOSTILE,
        "difficulty": "beginner",
    }
    return stamp(
        Result(
            diagnostics=findings,
            documents=(
                DocumentRecord(quiz, "yaml", HOSTILE, "quiz", 1, 2, 0, 1, STATS),
                DocumentRecord(sheet, "markdown", "A sheet", "cheat-sheet", 2, 0, 0, 2),
                DocumentRecord(package, "qti", "q1.xml", "quiz", 0, 1, 0, 0),
            ),
            items=(
                ItemRecord(eviction, 2, "question", content, ("A",)),
                ItemRecord(ItemRef(sheet, "cards[0]"), 2, "card", {"front": "F", "back": "B"}, ()),
            ),
            failures=(Failure("gone.yaml", "there is no such file or folder"),),
            skips=(Skip("README.md", "it holds no quiz"),),
        )
    )


def many(count: int) -> Result:
    """A result with as many findings as asked for, ten in each document, two in each item."""
    diagnostics, documents, items = [], [], []
    for index in range(count):
        path = f"bank/part-{index // 10:05}.quiz.yaml"
        number = index % 10 // 2
        route = f"questions[{number}]"
        if index % 10 == 0:
            documents.append(DocumentRecord(path, "yaml", f"Part {index}", "quiz", 0, 5, 0, 3))
        if index % 2 == 0:
            options = [f"answer {index} {letter}" for letter in "abcd"]
            content = {"stem": f"Which of the answers is number {index}?", "options": options}
            items.append(ItemRecord(ItemRef(path, route), number, "question", content, ("B",)))
        code, rule, severity = (
            ("OPT001", "duplicate-option", Severity.ERROR)
            if index % 3
            else ("OPT007", "longest-option-is-key", Severity.WARNING)
        )
        diagnostics.append(
            Diagnostic(
                code,
                rule,
                severity,
                Confidence.HIGH,
                f"option C repeats option A: 'answer {index}'; remove one or change it",
                place(path, 10 + number, 5, 8),
                f"    - answer {index} c",
                ItemRef(path, route),
                f"{route}.options[2]",
                marked=f"answer {index} c",
                mark=Mark("options[2]", 0, len(f"answer {index} c")),
            )
        )
    return stamp(Result(tuple(diagnostics), tuple(documents), tuple(items)))
