"""One defect injected into a clean quiz: its rule speaks, and no other."""

import sys

import pytest

from conftest import ROOT

sys.path.insert(0, str(ROOT / "benchmarks/accuracy"))
from mutations import DEFECTS, Defect, outcomes

OUTCOMES = list(outcomes())


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda each: f"{each.code}-{each.what}")
def test_a_defect_is_seen_and_nothing_else(defect: Defect) -> None:
    own = [outcome for outcome in OUTCOMES if outcome.defect is defect]
    assert own
    assert all(outcome.seen for outcome in own)
    assert not frozenset().union(*(outcome.others for outcome in own))
