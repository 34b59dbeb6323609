"""A whole series enhanced ahead of scrolling: what is done stays at hand, and it can be stopped."""

from functools import partial

import pytest

from app.exporting import _apply_all
from core.dicom.decode import read_frame
from core.enhance.network import Networks
from core.errors import Cancelled
from core.pipeline import Pipeline
from core.recipe import Recipe, Step
from core.stop import Stop

GAUSSIAN = Recipe((Step("gaussian"),))


class StopAtLook(Stop):
    """Is set when it is looked at for the `last` time."""

    def __init__(self, last):
        super().__init__()
        self.looks, self._last = 0, last

    def check(self):
        self.looks += 1
        if self.looks == self._last:
            self.set()
        super().check()


@pytest.fixture
def pipeline():
    return Pipeline(Networks(device="cpu"))


def test_every_slice_is_at_hand_afterwards(pipeline, by_modality):
    series, reports = by_modality["CT"], []
    assert _apply_all(pipeline, series, GAUSSIAN, reports.append, Stop()) == len(series.frames)
    assert [r.done for r in reports] == list(range(1, len(series.frames) + 1))
    assert reports[0].remaining > 0
    recalled = partial(pipeline.recall, recipe=GAUSSIAN.with_strength(0.3))
    assert all(recalled(read_frame(ref)) is not None for ref in series.frames)


def test_stops_in_the_middle_of_a_slice(pipeline, by_modality):
    recipe = Recipe((Step("nlm"), Step("tv")))
    stop, reports = StopAtLook(4), []
    with pytest.raises(Cancelled):
        _apply_all(pipeline, by_modality["CT"], recipe, reports.append, stop)
    assert reports == []
    assert stop.looks == 4, "nothing is done after the request was seen"
