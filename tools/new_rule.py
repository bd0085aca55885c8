"""Begin a rule: its file, its row in the ledger and its page.

    python tools/new_rule.py NAME [--family STM] [--code STM027]

`make rule NAME=…` calls it. What comes out passes all tests as it stands; only what the rule is
about is left to be written, wherever the file says so. A name that the ledger holds already gets
its code; any other gets the next one of its family that is free.
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from string import Template
from typing import NamedTuple

from quizlint.rules.registry import FAMILIES

ROOT = Path(__file__).resolve().parent.parent
LEDGER = Path("tests/rules/ledger.toml")
ROW = re.compile(r'^(?P<code>[A-Z]{3}\d{3}) = "(?P<name>[^"]+)"$', re.MULTILINE)


class Unfit(Exception):  # noqa: N818 - it is what is said of a name
    """A rule that cannot be begun, and why."""


class Subject(NamedTuple):
    """What a rule is called for: how it is annotated, where it finds it, and a file that has it.

    `found` is how the text is got to which the example's word belongs.
    """

    parameter: str
    annotation: str
    home: str
    found: str
    item: str


_QUESTION = """\
kind: quiz
questions:
  - question: $word
    options: [wood, water, iron]
    answer: C
"""
_CARD = """\
kind: cheat-sheet
cards:
  - front: $word
    back: Iron rusts where it is wet.
"""
_PROMPT = """\
kind: cheat-sheet
prompts:
  - prompt: $word
    concepts: [iron, water]
"""
SELECTED = Subject("question", "Selected", "quizlint.rules.when", "question.stem", _QUESTION)
SUBJECTS = {
    "STR": Subject("text", "Text", "quizlint.text", "text", _QUESTION),
    "LVL": Subject("item", "Item", "quizlint.content", "item.texts[0]", _QUESTION),
    "CRD": Subject("card", "Card", "quizlint.content", "card.front", _CARD),
    "PRM": Subject("prompt", "Prompt", "quizlint.content", "prompt.prompt", _PROMPT),
    "SET": Subject(
        "document", "Document", "quizlint.content", "document.items[0].texts[0]", _QUESTION
    ),
    **dict.fromkeys(("KEY", "OPT", "STM", "MED"), SELECTED),
}
"""By family; the others have rules about suppressions, readers' problems, or several files."""

RULE = Template('''\
"""$code: what it finds, in a few words."""

from collections.abc import Iterator

$imports

# Say what the pattern is of, and what it must not match.
_MATTER = lazy(r"\\bforsooth\\b")


class $class_(Rule):
    """A text says 'forsooth': write in one sentence what the rule finds.

    ## Why it matters
    What it does to a learner or to a score.

    ## How to fix it
    What an author does about it.

    ## References
    - Who has shown it, in which year: what they found. Without literature this heading goes.
    """

    code = "$code"
    name = "$name"
    severity = Severity.WARNING
    preset = "strict"
    languages = ("en",)
    bad = (
        Example(
            """\\
$bad"""
        ),
    )
    good = (
        Example(
            """\\
$good"""
        ),
    )

    def check(self, $parameter: $annotation, _ctx: Context) -> Iterator[Finding]:
        text = $found
        match = _MATTER.search(text.prose.wording)
        if match is not None:
            yield self.finding(
                text.plain_at(*match.span()),
                f"{quote(match[0])} is what it saw; say what to do",
            )
''')


def begin(root: Path, name: str, family: str = "", code: str = "") -> tuple[str, Path]:
    """Write a rule's file and its row in the ledger; its code, and where the file is.

    Raises `Unfit` for a name or code that cannot be had. Nothing is written then.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        raise Unfit(f"a name is words of small letters with dashes between, not {name!r}")
    ledger = (root / LEDGER).read_text("utf-8")
    codes = {row["name"]: row["code"] for row in ROW.finditer(ledger)}
    code = code or codes.get(name, "") or next_code(codes.values(), family or "STM")
    family = family or code[:3]
    if not re.fullmatch(r"[A-Z]{3}\d{3}", code) or code[:3] != family:
        raise Unfit(f"a code is its family and three digits, as {family}001, not {code!r}")
    if family not in SUBJECTS:
        raise Unfit(f"rules are begun in {', '.join(SUBJECTS)}; for {family}, copy one by hand")
    if codes.get(name, code) != code or (name not in codes and code in codes.values()):
        raise Unfit(f"the ledger has another rule of the name {name!r} or the code {code}")
    file = root / "src/quizlint/rules" / FAMILIES[family] / f"{name.replace('-', '_')}.py"
    if file.exists():
        raise Unfit(f"{file.relative_to(root)} is there already")
    file.write_text(written(name, code), "utf-8")
    if name not in codes:
        (root / LEDGER).write_text(with_row(ledger, name, code), "utf-8")
    return code, file


def next_code(codes: Iterable[str], family: str) -> str:
    """The code behind the last of a family."""
    last = max((int(code[3:]) for code in codes if code.startswith(family)), default=0)
    return f"{family}{last + 1:03}"


def with_row(ledger: str, name: str, code: str) -> str:
    """The ledger with a row at the end of its family."""
    row = f'{code} = "{name}"\n'
    same = [found for found in ROW.finditer(ledger) if found["code"][:3] == code[:3]]
    if not same:
        return f"{ledger.rstrip()}\n\n{row}"
    end = same[-1].end() + 1
    return ledger[:end] + row + ledger[end:]


def written(name: str, code: str) -> str:
    """A rule's file."""
    subject = SUBJECTS[code[:3]]
    asked = Template(subject.item)
    return RULE.substitute(
        subject._asdict(),
        code=code,
        name=name,
        class_="".join(word.capitalize() for word in name.split("-")),
        bad=asked.substitute(word="Which of these, «forsooth», rusts?"),
        good=asked.substitute(word="Which of these rusts?"),
        imports=imports(subject),
    )


def imports(subject: Subject) -> str:
    """The lines of a file that import from quizlint, in order."""
    names = {
        "quizlint.content": ["Finding", "Severity"],
        "quizlint.rules.base": ["Example", "Rule"],
        "quizlint.rules.context": ["Context"],
        "quizlint.rules.wording": ["quote"],
        "quizlint.text.patterns": ["lazy"],
    }
    names.setdefault(subject.home, []).append(subject.annotation)
    return "\n".join(
        f"from {home} import {', '.join(sorted(found))}" for home, found in sorted(names.items())
    )


def main() -> int:
    """Begin the rule that the command line asks for, write its page, and say what is to be done."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("name")
    parser.add_argument("--family", type=str.upper, default="", choices=["", *FAMILIES])
    parser.add_argument("--code", type=str.upper, default="")
    wish = parser.parse_args()
    try:
        code, file = begin(ROOT, wish.name, wish.family, wish.code)
    except Unfit as why:
        print(f"no rule was begun: {why}", file=sys.stderr)
        return 2
    subprocess.run([sys.executable, "docs/pages.py"], cwd=ROOT, check=True)
    print(f"{code} {wish.name} is begun, and finds 'forsooth'. Write what it is about:")
    print(f"  {file.relative_to(ROOT)}")
    print(f"  .venv/bin/pytest tests/rules -k {code}   runs its examples")
    print("  make docs                            writes its page anew")
    return 0


if __name__ == "__main__":
    sys.exit(main())
