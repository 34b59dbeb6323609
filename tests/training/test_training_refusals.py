"""What stops a run: each with one sentence, and nothing of another run overwritten."""

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from core.errors import ClearsliceError
from training.config import Config, Data, Network, Optimiser
from training.data import Pack
from training.fit import fit, load

CONFIG = Config(
    name="tiny",
    checkpoint_steps=2,
    data=Data(crop=32, batch=2, validation=2),
    network=Network(width=8, middle=1),
    optimiser=Optimiser(steps=3, epoch_steps=3, warmup=1),
)


@pytest.fixture(scope="module")
def run(packed: Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("refusals") / "run"
    fit(CONFIG, packed, folder, progress=False)
    return folder


@pytest.fixture
def copy(run: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(run, tmp_path / "copy"))


def test_a_finished_run_is_left_as_it_is(packed: Pack, copy: Path) -> None:
    before = load(copy / "last.ckpt").state_dict()
    fit(replace(CONFIG, checkpoint_steps=1), packed, copy, progress=False)
    after = load(copy / "last.ckpt").state_dict()
    assert all(torch.equal(before[name], after[name]) for name in before)


def test_another_seed_is_another_configuration(packed: Pack, copy: Path) -> None:
    before = (copy / "config.toml").read_bytes()
    with pytest.raises(ClearsliceError, match="choose another folder"):
        fit(replace(CONFIG, seed=2), packed, copy, progress=False)
    assert (copy / "config.toml").read_bytes() == before


def test_other_images_are_another_run(packed: Pack, copy: Path) -> None:
    (copy / "data.json").write_text('{"digest": "other"}')
    with pytest.raises(ClearsliceError, match="other images"):
        fit(CONFIG, packed, copy, progress=False)


def test_a_damaged_checkpoint_stops_the_resumption(packed: Pack, copy: Path) -> None:
    whole = (copy / "last.ckpt").read_bytes()
    (copy / "last.ckpt").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ClearsliceError, match=r"last\.ckpt could not be read"):
        fit(CONFIG, packed, copy, progress=False)


def test_a_checkpoint_says_of_which_configuration_it_is(copy: Path) -> None:
    (copy / "config.toml").write_text(replace(CONFIG, seed=2).to_toml())
    with pytest.raises(ClearsliceError, match="another configuration"):
        load(copy / "last.ckpt")


def test_a_loss_that_is_no_number(packed: Pack, tmp_path: Path) -> None:
    wild = replace(CONFIG, optimiser=replace(CONFIG.optimiser, rate=1e30))
    with pytest.raises(ClearsliceError, match=r"The loss became (nan|inf) at step [12]"):
        fit(wild, packed, tmp_path, progress=False)


def test_a_batch_that_the_processes_cannot_share(
    packed: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORLD_SIZE", "3")
    with pytest.raises(ClearsliceError, match="cannot be shared by 3"):
        fit(CONFIG, packed, tmp_path, progress=False)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on file sizes")
def test_no_room_for_a_checkpoint(packed: Pack, copy: Path) -> None:
    import resource

    before = (copy / "last.ckpt").read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    longer = replace(CONFIG, optimiser=replace(CONFIG.optimiser, steps=6))
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, limits[1]))
    try:
        with pytest.raises(ClearsliceError, match="no room"):
            fit(longer, packed, copy, progress=False)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (copy / "last.ckpt").read_bytes() == before
    assert not list(copy.glob("*.part"))


def test_half_precision_trains_too(packed: Pack, tmp_path: Path) -> None:
    fit(replace(CONFIG, precision="bf16-mixed"), packed, tmp_path, progress=False)
    assert all(bool(w.isfinite().all()) for w in load(tmp_path / "last.ckpt").state_dict().values())
