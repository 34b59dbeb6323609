"""The demo as a training set, and the profiles."""

import csv
from pathlib import Path

import numpy as np
import pydicom
import pytest

from core.errors import ClearsliceError
from training.config import Config
from training.data import pack
from training.demo import write_demo_set
from training.fit import model_spec
from training.profile import Profile


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_demo_set(tmp_path_factory.mktemp("demo"))


def test_neighbours_of_validation_slices_are_left_out(folder: Path, demo: Path) -> None:
    with (folder / "manifest.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    numbers = {
        split: [int(Path(r["path"]).stem[3:]) for r in rows if r["modality"] == "CT" and r["split"] == split]
        for split in ("train", "val")
    }
    assert len(numbers["val"]) == 6
    assert min(numbers["val"]) - max(numbers["train"]) == 3
    first = sorted((demo / "ct").glob("*.dcm"))[numbers["val"][0]]
    copied = folder / f"ct-{numbers['val'][0]:02d}.dcm"
    assert np.array_equal(pydicom.dcmread(copied).pixel_array, pydicom.dcmread(first).pixel_array)


def test_the_set_is_one_that_training_takes(folder: Path, tmp_path: Path) -> None:
    packed = pack(folder, tmp_path, model_spec(Config()), lambda done, total: None)
    for modality in ("CT", "MR", "XR"):
        assert len(packed.subjects("val", modality)) == 3
        assert len(packed.subjects("train", modality)) >= 3
    assert write_demo_set(folder) == folder
    again = pack(folder, tmp_path / "again", model_spec(Config()), lambda done, total: None)
    assert again.digest == packed.digest


def test_a_lacking_demo_is_told(tmp_path: Path) -> None:
    with pytest.raises(ClearsliceError, match="fetch assets/demo"):
        write_demo_set(tmp_path / "set", tmp_path)


@pytest.mark.parametrize("name", ["tiny", "check", "full"])
def test_networks_of_a_profile_differ_in_nothing_but_their_kind(name: str) -> None:
    profile = Profile.load(name, ("optimiser.steps=7",))
    assert set(profile.configs) == {"clearnet", "dncnn", "redcnn", "rdn", "wgan"}
    assert {kind: c.network.kind for kind, c in profile.configs.items()} == {k: k for k in profile.configs}
    assert len({(c.seed, c.data, c.optimiser) for c in profile.configs.values()}) == 1
    assert {c.optimiser.steps for c in profile.configs.values()} == {7}


def test_the_full_profile_takes_published_sizes() -> None:
    sizes = Profile.load("full").configs["dncnn"].network
    assert (sizes.dncnn.width, sizes.dncnn.depth, sizes.redcnn.width) == (64, 17, 96)
    assert not Profile.load("full").demo
