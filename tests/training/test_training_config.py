from dataclasses import replace

import pytest

from core.errors import ClearsliceError
from training.config import Config, as_large


def test_round_trip_and_changes() -> None:
    assert Config.from_toml(Config().to_toml()) == Config()
    changed = Config.from_toml("seed = 3\n[optimiser]\nrate = 1\n", ("data.crop=64", "name=mine"))
    assert (changed.seed, changed.optimiser.rate, changed.data.crop, changed.name) == (3, 1.0, 64, "mine")
    assert changed.optimiser.clip == Config().optimiser.clip


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("speed = 1", "speed"),
        ("[data]\ncolour = 1", "data.colour"),
        ("seed = 'one'", "seed"),
        ("[optimiser]\nsteps = 2.5", "optimiser.steps"),
        ("data = 3", "data"),
        ("seed = true", "seed"),
        ("seed =", "could not be read"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(text: str, named: str) -> None:
    with pytest.raises(ClearsliceError, match=named):
        Config.from_toml(text)


def test_a_change_needs_a_value() -> None:
    with pytest.raises(ClearsliceError, match=r"section\.key=value"):
        Config.from_toml("", ("data.crop",))


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ('variant="small"', True),
        ("mirrored=true", True),
        ("optimiser.steps=7", True),
        ("seed=2", False),
        ("network.width=8", False),
    ],
)
def test_what_a_run_may_change_and_still_go_on(change: str, same: bool) -> None:
    assert Config().same_result(Config.from_toml("", (change,))) is same


def test_the_large_network_differs_in_name_and_views_alone() -> None:
    large = as_large(Config())
    assert (large.name, large.variant, large.mirrored) == ("clearslice-denoise-large", "large", True)
    assert Config().same_result(replace(large, name=Config().name))
