"""One defect injected into clean content: its rule speaks, and no other does."""

import pytest

from injected.defects import DEFECTS, Defect
from injected.mutations import of_defect, of_files

FEW = 5  # questions for each defect; the benchmark takes all


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda each: f"{each.code}-{each.what}")
def test_a_defect_is_seen_and_nothing_else(defect: Defect) -> None:
    outcomes = list(of_defect(defect, FEW))
    assert outcomes
    assert [outcome for outcome in outcomes if not outcome.right] == []


def test_a_defect_of_a_whole_file_is_seen_and_nothing_else() -> None:
    outcomes = list(of_files())
    assert outcomes
    assert [outcome for outcome in outcomes if not outcome.right] == []
