"""How right the rules are: against graders, against injected defects, and on real files.

    python benchmarks/accuracy

The graded questions and the real files stand outside this repository, in ../shared; what needs them
says so when they are not there. docs/accuracy.md holds the tables with how to read them.
"""

import sys
import tempfile
from pathlib import Path

import labelled
import levels
import pairs
import rates
import sheets
import verdicts
from criteria import FILES

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
SHARED = ROOT.parent / "shared"


def main() -> None:
    """Print all tables in Markdown."""
    from injected import mutations

    graded = SHARED / "labelled"
    known = tuple(each for each in FILES if (graded / each.name).exists())
    print("\n## Against graders\n")
    print("\n".join(labelled.summary(graded, known)) if known else "No graded file is here.")
    for each in known:
        print(f"\n## {each.name}\n")
        print("\n".join(labelled.table(graded, each)))
    for name in ("ambiguous-dev.jsonl", "option-pairs-dev.jsonl"):
        print(f"\n## {name}\n")
        path = SHARED / "labelled" / name
        print("\n".join(pairs.table(path)) if path.exists() else "It is not here.")
    print("\n## sheets-dev\n")
    folder = SHARED / "labelled" / "sheets-dev"
    print("\n".join(sheets.table(folder)) if folder.exists() else "It is not here.")
    print("\n## Injected defects\n")
    print("\n".join(mutations.table()))
    corpora = SHARED / "corpora"
    folder = corpora if corpora.exists() else ROOT / "sample_content"
    results = rates.checked(folder)
    print(f"\n## Findings of the default preset over {folder.name}\n")
    print("\n".join(rates.per_thousand(results)))
    if corpora.exists():
        print("\n## Labelled items beyond the band of their label\n")
        print("\n".join(levels.table(corpora)))
        findings = [finding for result in results for finding in result.findings]
        print("\n## Findings that were read against their files\n")
        print("\n".join(verdicts.table(corpora, findings)))
    print("\n## What rules cost\n")
    with tempfile.TemporaryDirectory() as bank:
        print("\n".join(rates.costs(Path(bank))))


if __name__ == "__main__":
    main()
