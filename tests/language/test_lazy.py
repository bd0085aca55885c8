"""Importing the measures loads nothing that takes time."""

import subprocess
import sys

HEAVY = ("textstat", "nltk", "pyphen", "rapidfuzz", "snowballstemmer", "numpy", "fractions")
MODULES = (
    "agreement audience catchall lemmas numbers readability reading_time similarity telling words"
)


def test_no_heavy_import() -> None:
    names = ", ".join(f"quizlint.language.{name}" for name in MODULES.split())
    code = f"import sys, {names}\nsys.exit(str([m for m in {HEAVY} if m in sys.modules] or ''))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stderr.strip() in ("", "[]"), done.stderr
