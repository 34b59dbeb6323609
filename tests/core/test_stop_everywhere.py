"""Every method looks at a stop request again and again while it runs, and obeys at once."""

import numpy as np
import pytest

from core.enhance.enlarge import repeated
from core.enhance.method import SliceContext
from core.enhance.network import Networks
from core.enhance.registry import METHODS, build
from core.errors import Cancelled
from core.padded import apply
from core.recipe import Step
from core.stop import Stop

CONTEXT = SliceContext("DX", "", (0.0, 200.0))
QUARTER = 1 << 18
"""Pixels; the slow methods look at least once for each so many."""
SLOW = ("nlm", "tv", "bilateral", "median", "gaussian", "unsharp", "equalize", "stretch", "gamma")


class CountingStop(Stop):
    """Is set when it is looked at for the `last` time."""

    def __init__(self, last: int = 1 << 30) -> None:
        super().__init__()
        self.looks = 0
        self._last = last

    def check(self) -> None:
        self.looks += 1
        if self.looks == self._last:
            self.set()
        super().check()


@pytest.fixture(scope="module")
def values():
    return np.random.default_rng(0).normal(100, 10, (1100, 1100)).astype(np.float32)


@pytest.fixture
def networks(all_models):
    return Networks(all_models, "cpu")


@pytest.mark.parametrize("name", METHODS)
def test_looks_often_and_obeys_at_any_look(name, values, networks):
    whole = CountingStop()
    enhanced = apply(build(Step(name), networks), values, CONTEXT, whole)
    assert enhanced.shape == (repeated(values) if name == "double" else values).shape
    assert whole.looks >= (values.size // QUARTER if name in SLOW else 5)
    half = CountingStop(whole.looks // 2 + 1)
    with pytest.raises(Cancelled):
        apply(build(Step(name), networks), values, CONTEXT, half)
    assert half.looks == whole.looks // 2 + 1, "nothing is done after the request was seen"
