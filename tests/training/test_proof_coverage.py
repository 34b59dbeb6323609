"""Calibrated intervals: on errors drawn from known laws."""

import numpy as np
import pytest

from training.proof.calibration import Errors, factor, held_out
from training.proof.coverage import Measured, finding


def errors(subject: str, scale: float = 1.0, size: int = 20_000, level: float = 25.0) -> Errors:
    """Errors of a Laplace law whose scale is stated `scale` times too small."""
    rng = np.random.default_rng(len(subject) + int(100 * scale))
    return Errors(subject, level, np.abs(rng.laplace(0, scale, size)))


def test_the_factor_of_a_rightly_stated_law_is_ln_10() -> None:
    assert factor([errors("a"), errors("bb")]) == pytest.approx(np.log(10), rel=0.02)
    assert factor([errors("a", 2.0)]) == pytest.approx(2 * np.log(10), rel=0.02)


def test_a_subject_with_more_pixels_has_no_more_weight() -> None:
    few, many = errors("a", 1.0, 2_000), errors("bb", 3.0, 20_000)
    both = factor([few, many])
    covered = (few.covered(both) + many.covered(both)) / 2
    assert covered == pytest.approx(0.9, abs=0.002)


def test_nobody_calibrates_his_own_interval() -> None:
    a, b = errors("a", 1.0), errors("bb", 2.0)
    assert held_out([a, b]) == [(a, factor([b])), (b, factor([a]))]
    assert held_out([a]) == []


def test_the_verdict_is_on_those_who_had_no_part_in_the_factor() -> None:
    alike = [errors("a" * n, 1.0) for n in range(1, 6)]
    assert finding({"CT": Measured(alike)}).passed
    # A stored factor that fits nobody is judged only where it comes from other people.
    assert finding({"CT": Measured(alike, stored=1.0)}).passed
    wrong = finding({"CT": Measured(alike, stored=1.0, unseen=True)})
    assert wrong.passed is False
    assert f"CT {100 * (1 - np.exp(-1)):.0f}" in wrong.sentence
    assert finding({"CT": Measured([errors("a")])}).passed is None
    assert finding({}).passed is None


def test_rows_tell_levels_and_factors_apart() -> None:
    found = [errors("a" * n, 1.0, level=level) for n in range(1, 4) for level in (25.0, 50.0)]
    rows = finding({"CT": Measured(found, stored=2.3)}).rows
    assert {(row["factor from"], row["noise"]) for row in rows} == {
        (kind, noise) for kind in ("others", "stored", "uncalibrated") for noise in ("all", "25 HU", "50 HU")
    }
    assert all(row["subjects"] == 3 for row in rows)
