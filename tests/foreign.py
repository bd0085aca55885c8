"""A distribution of somebody else, made in a folder: real to Python, and offline."""

import os
from pathlib import Path

RULE = '''\
from __future__ import annotations

from collections.abc import Iterator

from quizlint import Context, Example, Finding, Question, Rule, Selected, Severity, Span, Threshold


class ShoutedStem(Rule):
    """A stem shouts.

    ## Why it matters
    Nobody likes to be shouted at.

    ## How to fix it
    Take the exclamation marks out.
    """

    code = "ACME001"
    name = "shouted-stem"
    severity = Severity.WARNING
    url = "https://acme.example/shouted-stem"
    most = Threshold(0, "Exclamation marks that are let pass.")
    bad = (
        Example(
            "kind: quiz\\nquestions:\\n  - question: Name the red metal«!»\\n"
            "    options: [tin, copper, lead]\\n    answer: B\\n    explanation: It is red.\\n"
        ),
    )
    good = (
        Example(
            "kind: quiz\\nquestions:\\n  - question: Which of these metals is red?\\n"
            "    options: [tin, copper, lead]\\n    answer: B\\n    explanation: It is red.\\n"
        ),
    )

    def check(self, question: Selected, ctx: Context) -> Iterator[Finding]:
        stem = question.stem
        if stem.value.count("!") > self.most:
            at = stem.value.index("!")
            yield self.finding(stem.at(at, at + 1), "the stem shouts; say it quietly")
'''
"""A module with one rule that is as it should be."""


def distribution(
    site: Path, name: str, version: str, entry_points: str, **modules: str
) -> dict[str, str]:
    """Install modules and entry points below `site`; the environment in which they are found."""
    info = site / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    for module, text in modules.items():
        (site / f"{module}.py").write_text(text, "utf-8")
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    (info / "entry_points.txt").write_text(entry_points)
    inherited = os.environ.get("PYTHONPATH", "")
    return {"PYTHONPATH": os.pathsep.join(filter(None, [str(site), inherited]))}
