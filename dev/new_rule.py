"""Begin a rule: its file from a template that passes every test, its ledger row and its page.

    python dev/new_rule.py NAME [--family STM] [--code STM018] [--root FOLDER]

`make rule NAME=shouted-stem FAMILY=STM` calls it. A name that the ledger keeps already for a rule
to come keeps its code. What is left to do are the places marked `…` and the rule's matter.
"""

import argparse
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEMPLATE = Path(__file__).with_name("rule.py.txt")
LEDGER = "tests/rules/ledger.toml"


def main(arguments: list[str] | None = None) -> None:
    """Write the three, and say where they are."""
    parser = argparse.ArgumentParser(description="Begin a rule.")
    parser.add_argument("name", help="small words with hyphens: shouted-stem")
    parser.add_argument("--family", help="the letters of its code [STM]")
    parser.add_argument("--code", help="its code, if not the next one of the family")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    said = parser.parse_args(arguments)
    sys.path.insert(0, str(said.root / "src"))
    from quizlint.rules.registry import FAMILIES

    ledger = said.root / LEDGER
    taken = tomllib.loads(ledger.read_text("utf-8"))
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", said.name):
        sys.exit(f"{said.name!r} is no name of a rule: small words with hyphens, as shouted-stem")
    kept = next((code for code, name in taken.items() if name == said.name), None)
    code = said.code or kept or next_code(said.family or "STM", taken)
    family = code.rstrip("0123456789")
    if family not in FAMILIES or not re.fullmatch(r"[A-Z]{3}\d{3}", code):
        sys.exit(f"{code} is no code of a family: {', '.join(FAMILIES)}")
    if taken.get(code, said.name) != said.name or kept not in (None, code):
        sys.exit(f"the ledger has {kept or code} = {said.name if kept else taken[code]!r} already")
    file = said.root / f"src/quizlint/rules/{FAMILIES[family]}/{said.name.replace('-', '_')}.py"
    if file.exists():
        sys.exit(f"{file} is there already")
    file.write_text(filled(said.name, code), "utf-8")
    if kept is None:
        ledger.write_text(entered(ledger.read_text("utf-8"), family, code, said.name), "utf-8")
    pages = [sys.executable, said.root / "docs/pages.py"]  # a process that knows the new rule
    environment = {**os.environ, "PYTHONPATH": str(said.root / "src")}
    subprocess.run(pages, env=environment, check=True)  # noqa: S603
    print(f"{file.relative_to(said.root)}: {code}, to be filled in")
    print(f"docs/rules/{said.name}.md: made from it; `make docs` makes it anew")


def next_code(family: str, taken: dict[str, str]) -> str:
    """The code behind the last of a family, those of rules to come counted."""
    numbers = [int(code[len(family) :]) for code in taken if code.startswith(family)]
    return f"{family}{max(numbers, default=0) + 1:03}"


def filled(name: str, code: str) -> str:
    """The template for a rule."""
    class_name = "".join(word.capitalize() for word in name.split("-"))
    text = TEMPLATE.read_text("utf-8")
    return text.replace("CLASS", class_name).replace("CODE", code).replace("NAME", name)


def entered(ledger: str, family: str, code: str, name: str) -> str:
    """The ledger with a row more at the end of its family."""
    lines = ledger.splitlines()
    rows = [at for at, line in enumerate(lines) if line.startswith(family)]
    lines.insert(rows[-1] + 1, f'{code} = "{name}"')
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
