"""The network that ships, on the bundled demo studies."""

import hashlib
import json
import threading
import time
from dataclasses import replace

import numpy as np
import pytest

from core.dicom.decode import read_frame
from core.dicom.scan import scan
from core.enhance import device
from core.enhance.network import MODELS, Networks
from core.errors import Cancelled
from core.noise import estimate
from core.padded import slice_context
from core.pipeline import Pipeline
from core.recipe import Recipe, Step
from core.stop import Stop

NAME, SMALL, LARGE = (f"clearslice-denoise{variant}" for variant in ("", "-small", "-large"))
CHOSEN = {"CT": NAME, "MR": NAME, "DX": SMALL, "CR": SMALL}
"""On a CPU: radiographs have many pixels."""
RECIPE = Recipe((Step("cnn"),))


@pytest.fixture(scope="module")
def networks():
    found = Networks(device="cpu")
    if NAME not in found.names():
        pytest.skip("the network is not in assets/models yet")
    return found


def middle_frame(folder):
    frames = scan([folder]).series[0].frames
    return read_frame(frames[len(frames) // 2])


@pytest.mark.parametrize("kind", ["ct", "mr", "dx"])
def test_lowers_the_noise_and_keeps_the_mean(kind, networks, demo):
    frame = middle_frame(demo / kind)
    enhanced = Pipeline(networks).run(frame, RECIPE, Stop())
    assert enhanced.model == CHOSEN[frame.modality]
    assert enhanced.keeps_units
    before, after = estimate(frame.values), estimate(enhanced.full)
    assert after < 0.85 * before
    bright = frame.values > frame.values.mean()  # the Rician floor of dark MR is meant to go
    assert abs(float(np.mean((enhanced.full - frame.values)[bright]))) < 0.15 * before


def test_tiles_leave_no_seams(networks, demo):
    """At most 0.5 HU between a mosaic done in tiles and in one piece."""
    frame = middle_frame(demo / "ct")
    values = np.tile(frame.values, (1, 2))[:400]
    context, model = slice_context(frame), networks.load(NAME)
    whole = model.residual(values, context, 12.0, 2048, Stop())
    tiled = model.residual(values, context, 12.0, 320, Stop())
    assert np.abs(tiled - whole).max() <= 0.5


def test_stops_in_the_middle_of_a_large_image(networks, demo):
    """Far less is computed than the whole: CPU time is compared, which other programs do not change."""
    frame = middle_frame(demo / "ct")
    small = frame.values[:256, :256]
    context, model = slice_context(frame), networks.load(NAME)
    start = time.process_time()
    model.residual(small, context, 12.0, 2048, Stop())
    once = time.process_time() - start
    stop = Stop()
    threading.Timer(0.2, stop.set).start()
    start = time.process_time()
    with pytest.raises(Cancelled):
        model.residual(np.tile(frame.values, (6, 6)), context, 12.0, 4096, stop)
    assert time.process_time() - start < 0.5 * once * 144


def test_its_specification(networks):
    model = networks.load(NAME)
    assert model.spec.name == NAME
    assert model.spec.modalities == ("CT", "MR", "XR")
    assert {modality: networks.default_for(modality) for modality in CHOSEN} == CHOSEN


def test_its_card_states_what_was_measured(networks):
    if not (card := networks.card(NAME)):
        pytest.skip("the model card is not written yet")
    assert all(word in card for word in ("PSNR", "SSIM", "MSE"))


@pytest.mark.parametrize(("kind", "limit"), [("ct", 0.5), ("mr", 0.0005), ("dx", 0.0005)])
@pytest.mark.parametrize("name", [NAME, LARGE])
def test_float16_is_near_float32_on_real_slices(kind, limit, name, networks, demo, monkeypatch):
    """To half a HU, or a twentieth of a percent of the range, at an odd size too; GPUs run float16."""
    if not (MODELS / name / "model.fp16.onnx").exists():
        pytest.skip("the network has no float16 file")
    monkeypatch.setattr(device, "gpu_name", lambda: "Pretended GPU")
    monkeypatch.setattr(device, "cuda_session", device.cpu_session)
    on_gpu = Networks(device="auto")
    assert on_gpu.status_of(name).precision == "float16"
    frame = middle_frame(demo / kind)
    assert on_gpu.default_for(frame.modality) == LARGE
    values, context = frame.values[:301, :333], replace(slice_context(frame), excluded=None)
    noise = estimate(values)
    half, full = (n.residual(name, values, context, noise, Stop()) for n in (on_gpu, networks))
    scale = networks.load(name).spec.scale(values, frame.modality)
    unit = 1.0 if kind == "ct" else scale.factor
    assert 0 < np.abs(half - full).max() / unit <= limit


def test_metadata_json_belongs_to_the_files():
    for folder in (path.parent for path in MODELS.glob("*/metadata.json")):
        table = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
        found = {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in folder.glob("model*.onnx")}
        assert table["sha256"] == found
        assert table["eval_metrics"]
        assert (folder / "card.md").exists()
