"""How fast a file wants to be played."""

import pytest
from pydicom import Dataset

from core.dicom.cine import frame_rate, sweeps


@pytest.mark.parametrize(
    ("elements", "expected"),
    [
        ({}, None),
        ({"CineRate": 30}, 30),
        ({"FrameTime": "40"}, 25),
        ({"RecommendedDisplayFrameRate": 12, "CineRate": 30, "FrameTime": "10"}, 12),
        ({"FrameTimeVector": ["0", "40", "60"]}, 20),
        ({"CineRate": 0}, None),
        ({"FrameTime": "-4"}, None),
        ({"FrameTime": "0"}, None),
        ({"CineRate": 100000, "FrameTime": "50"}, 20),
        ({"FrameTimeVector": ["0"]}, None),
    ],
)
def test_rate(elements, expected):
    header = Dataset()
    for keyword, value in elements.items():
        setattr(header, keyword, value)
    assert frame_rate(header) == (None if expected is None else pytest.approx(expected))


def test_sweep_is_preferred_playback_sequencing_1():
    header = Dataset()
    assert not sweeps(header)
    for value, expected in ((0, False), (1, True)):
        header.PreferredPlaybackSequencing = value
        assert sweeps(header) is expected
