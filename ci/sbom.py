"""Print what an installed quizlint is made of, as a CycloneDX 1.5 bill of materials.

It is made from what pip installed, needs no network, and is the same for the same packages.
"""

import json
import re
import sys
from importlib.metadata import Distribution, distribution
from typing import Any

from packaging.requirements import Requirement

ROOT = "quizlint"


def bill(root: str = ROOT) -> dict[str, Any]:
    """The bill of a distribution and of all that it requires here."""
    needs = closure(root)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {**component(distribution(root)), "type": "application"}},
        "components": [component(distribution(name)) for name in sorted(needs) if name != root],
        "dependencies": [
            {"ref": ref(distribution(name)), "dependsOn": [ref(distribution(n)) for n in on]}
            for name, on in sorted(needs.items())
        ],
    }


def closure(root: str) -> dict[str, list[str]]:
    """What each distribution requires on this machine, by name, from the root on."""
    found: dict[str, list[str]] = {}
    waiting = [root]
    while waiting:
        name = waiting.pop()
        if name not in found:
            wanted = map(Requirement, distribution(name).requires or ())
            found[name] = sorted(
                {
                    normal(need.name)
                    for need in wanted
                    if not need.marker or need.marker.evaluate({"extra": ""})
                }
            )
            waiting += found[name]
    return found


def component(dist: Distribution) -> dict[str, Any]:
    """One package: its name, version, address and licence as its author gave them."""
    data: dict[str, Any] = {
        "type": "library",
        "bom-ref": ref(dist),
        "name": normal(dist.metadata["Name"]),
        "version": dist.version,
        "purl": ref(dist),
    }
    about = dist.metadata
    if "License-Expression" in about:
        data["licenses"] = [{"expression": about["License-Expression"]}]
    elif names := [
        each.rpartition(" :: ")[2]
        for each in about.get_all("Classifier") or ()
        if "License ::" in each
    ]:
        data["licenses"] = [{"license": {"name": name}} for name in names]
    return data


def ref(dist: Distribution) -> str:
    """The package's URL, which names it in the bill."""
    return f"pkg:pypi/{normal(dist.metadata['Name'])}@{dist.version}"


def normal(name: str) -> str:
    """A distribution's name as the index has it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    json.dump(bill(), sys.stdout, indent=1)
    sys.stdout.write("\n")
