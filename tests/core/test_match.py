"""Which frame belongs to which."""

from pathlib import Path

import pytest

from core.dicom.study import FrameRef, Kind, Patient, Series, Source, Study
from core.errors import ClearsliceError
from core.match import matched


def series(positions, spacing=None) -> Series:
    frames = tuple(
        FrameRef(Source(Path(f"{n}.dcm")), f"2.25.{n}", 1, position) for n, position in enumerate(positions)
    )
    study = Study("2.25.1", Patient())
    return Series(
        "key", study, "2.25.2", Kind.GREY, "CT", "", 1, 4, 4, "1.2", (), "1.3", frames, spacing=spacing
    )


def positions(pairs):
    return [(a.position, b.position) for a, b in pairs]


def test_by_position_whatever_the_order():
    pairs = matched(series([0, 3, 6], 3), series([6, 0, 3], 3))
    assert positions(pairs) == [(0, 0), (3, 3), (6, 6)]


def test_a_shift_below_half_the_distance_still_matches():
    pairs = matched(series([0, 3, 6], 3), series([1.4, 4.4, 7.4], 3))
    assert positions(pairs) == [(0, 1.4), (3, 4.4), (6, 7.4)]


def test_frames_without_a_partner_are_left_out():
    assert positions(matched(series([0, 3, 6], 3), series([3, 40], 3))) == [(3, 3)]


def test_without_spacing_half_a_millimetre_is_near():
    assert positions(matched(series([0, 1]), series([0.4, 2.0]))) == [(0, 0.4)]


def test_by_number_where_positions_are_unknown():
    pairs = matched(series([None, None]), series([5, 6]))
    assert [(a.uid, b.uid) for a, b in pairs] == [("2.25.0", "2.25.0"), ("2.25.1", "2.25.1")]


@pytest.mark.parametrize("other", [series([100, 103], 3), series([None]), series([])])
def test_nothing_in_common_is_a_sentence(other):
    with pytest.raises(ClearsliceError):
        matched(series([0, 3], 3), other)
