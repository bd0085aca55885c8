"""Draw findings at random to be read by a person, the same every time.

    python benchmarks/accuracy/sample.py FOLDER > findings.jsonl

Each folder in FOLDER is checked apart, with the default preset. Of a rule at most 15 findings are
drawn, so that one rule does not fill the list; the verdicts stand in verdicts.toml.
"""

import json
import random
import sys
from collections import defaultdict
from pathlib import Path

from quizlint.engine.result import Diagnostic
from quizlint.engine.session import check

COUNT = 100
OF_ONE_RULE = 15
SEED = 20261123


def drawn(folder: Path) -> list[Diagnostic]:
    """The sample, sorted by rule."""
    rng = random.Random(SEED)
    by_rule = defaultdict(list)
    for each in sorted(path for path in folder.iterdir() if path.is_dir()):
        for finding in check([str(each)]).findings:
            by_rule[finding.code].append(finding)
    few = [
        finding
        for code in sorted(by_rule)
        for finding in rng.sample(by_rule[code], min(OF_ONE_RULE, len(by_rule[code])))
    ]
    return sorted(rng.sample(few, min(COUNT, len(few))), key=lambda f: (f.code, f.place))


if __name__ == "__main__":
    for finding in drawn(Path(sys.argv[1])):
        place = finding.place
        line = {"rule": finding.code, "path": place.path, "line": place.line}
        print(json.dumps({**line, "message": finding.message, "excerpt": finding.excerpt}))
