"""Networks on ONNX Runtime: what they refuse, how they stop, that they keep to themselves."""

import hashlib
import json
import os
import subprocess
import sys
import threading

import numpy as np
import pytest
from scipy import ndimage

from core.enhance.cnn import Cnn
from core.enhance.coarse import fine_part
from core.enhance.method import SliceContext
from core.enhance.network import Networks
from core.enhance.registry import build
from core.enhance.spec import ModelSpec
from core.errors import Cancelled, ClearsliceError
from core.noise import estimate
from core.recipe import Step
from core.stop import Stop


def context(modality="CT", units="HU", excluded=None):
    return SliceContext(modality, units, (-160, 240), excluded)


@pytest.fixture
def body():
    """A disc of soft tissue in air with noise of 20 HU."""
    y, x = np.mgrid[-1:1:200j, -1:1:230j]
    clean = np.where(x**2 + y**2 < 0.6, 40.0, -1000.0)
    return (clean + np.random.default_rng(1).normal(0, 20, clean.shape)).astype(np.float32)


def expected_residual(values, noise):
    """The tiny network in numpy, in float64, for CT."""
    image = (values.astype(float) + 1024) / 4096
    rows, columns = image.shape
    image = np.pad(image, ((0, -rows % 16), (0, -columns % 16)), mode="reflect")
    smooth = image.copy()
    for top in range(2):
        for left in range(2):
            part = smooth[top::2, left::2]
            for _ in range(2):
                part = ndimage.uniform_filter(part, 7, mode="constant")
            smooth[top::2, left::2] = part
    sigma = noise / 4096
    gate = 1 / (1 + np.exp(-ModelSpec("", "").context(image[:rows, :columns]).mean()))
    residual = sigma * np.tanh((image - smooth) / sigma) * gate
    return residual[:rows, :columns] * 4096


def test_computes_what_the_graph_says(make_model, body):
    networks = Networks(make_model(), "cpu")
    out = networks.residual("tiny", body, context(), 20.0, Stop())
    np.testing.assert_allclose(out, expected_residual(body, 20.0), atol=2e-2)


def test_cnn_tells_the_network_the_measured_noise_times_the_factor(make_model, body):
    networks = Networks(make_model(), "cpu")
    out = Cnn(noise=1.5, networks=networks)(body, context(), Stop())
    residual = networks.residual("tiny", body, context(), 1.5 * estimate(body), Stop())
    np.testing.assert_allclose(out, body - fine_part(residual), atol=1e-3)
    assert np.std(out - body) > 1


def test_magnitudes_stay_at_or_above_zero(make_model):
    values = np.abs(np.random.default_rng(0).normal(0, 20, (64, 64))).astype(np.float32)
    networks = Networks(make_model(graph="harsh"), "cpu")
    mr = values - networks.residual("tiny", values, context("MR", ""), 200.0, Stop())
    dx = values - networks.residual("tiny", values, context("DX", ""), 200.0, Stop())
    assert mr.min() >= 0
    assert dx.min() < 0


def test_names_digest_and_card(make_model):
    folder = make_model()
    (folder / "tiny" / "README.md").write_text("# Tiny", encoding="utf-8")
    networks = Networks(folder, "cpu")
    assert networks.names() == ("tiny",)
    assert networks.digest("tiny") == hashlib.sha256((folder / "tiny/model.onnx").read_bytes()).hexdigest()
    assert networks.card("tiny") == "# Tiny"
    with pytest.raises(ClearsliceError, match="There is no model 'huge'; there is tiny"):
        networks.digest("huge")


def test_default_is_the_first_trained_for_the_modality(make_model):
    make_model(ModelSpec("a", "1", modalities=("MR",)), "a")
    networks = Networks(make_model(ModelSpec("b", "1", modalities=("CT", "XR")), "b"), "cpu")
    assert networks.default_for("MR") == "a"
    assert [networks.default_for(m) for m in ("CT", "DX", "CR")] == ["b"] * 3


def test_no_model_at_all(tmp_path):
    networks = Networks(tmp_path, "cpu")
    assert networks.names() == ()
    with pytest.raises(ClearsliceError, match="No model is installed"):
        networks.default_for("CT")


def test_modality_it_was_not_trained_for_is_refused(make_model, body):
    networks = Networks(make_model(), "cpu")
    with pytest.raises(ClearsliceError, match="tiny was trained for CT, MR and X-ray, not for US"):
        Cnn(networks=networks)(body, context("US", ""), Stop())
    with pytest.raises(ClearsliceError, match="not for US"):
        Cnn(model="tiny", networks=networks)(body, context("US", ""), Stop())


def test_ct_without_hounsfield_units_is_refused(make_model, body):
    networks = Networks(make_model(), "cpu")
    with pytest.raises(ClearsliceError, match="needs CT values in HU"):
        Cnn(networks=networks)(body, context("CT", ""), Stop())


def test_file_without_specification_is_refused(make_model):
    networks = Networks(make_model(metadata="something else"), "cpu")
    with pytest.raises(ClearsliceError, match="not a Clearslice model"):
        networks.load("tiny")


def test_unknown_field_in_the_specification_is_refused(make_model):
    class Newer(ModelSpec):
        def to_json(self):
            return json.dumps({**json.loads(super().to_json()), "gamma": 2})

    networks = Networks(make_model(Newer("tiny", "1")), "cpu")
    with pytest.raises(ClearsliceError, match=r"newer.*gamma"):
        networks.load("tiny")


def test_damaged_file_is_refused(make_model):
    folder = make_model()
    (folder / "tiny/model.onnx").write_bytes(b"no network")
    with pytest.raises(ClearsliceError, match="damaged"):
        Networks(folder, "cpu").load("tiny")


def stored_pair(folder):
    model = Networks(folder, "cpu").load("tiny")
    rng = np.random.default_rng(0)
    feed = {
        "image": rng.random((1, 1, 32, 32), np.float32),
        "sigma": np.full((1, 1, 32, 32), 0.02, np.float32),
        "modality": np.eye(1, 3, dtype=np.float32),
        "context": rng.random((1, 1, 64, 64), np.float32),
    }
    return {**feed, "residual": model.run(feed, Stop())}


def test_stored_result_is_checked_when_a_model_is_loaded(make_model):
    folder = make_model()
    pair = stored_pair(folder)
    np.savez(folder / "tiny/reference.npz", **pair)
    assert Networks(folder, "cpu").load("tiny").name == "tiny"
    np.savez(folder / "tiny/reference.npz", **{**pair, "residual": pair["residual"] + 2e-4})
    with pytest.raises(ClearsliceError, match="gives other results"):
        Networks(folder, "cpu").load("tiny")
    (folder / "tiny/reference.npz").write_bytes(b"PK")
    with pytest.raises(ClearsliceError, match=r"reference\.npz"):
        Networks(folder, "cpu").load("tiny")


def test_a_run_is_stopped_midway(make_model, body):
    """The network loops for ever: only stopping it inside ends this test."""
    networks = Networks(make_model(graph="endless"), "cpu")
    networks.load("tiny")
    stop = Stop()
    threading.Timer(0.3, stop.set).start()
    with pytest.raises(Cancelled):
        networks.residual("tiny", body, context(), 20.0, stop)


def test_stopped_before_it_starts(make_model, body):
    stop = Stop()
    stop.set()
    with pytest.raises(Cancelled):
        Cnn(networks=Networks(make_model(), "cpu"))(body, context(), stop)


def test_smaller_tiles_where_memory_does_not_suffice(make_model):
    values = np.random.default_rng(0).normal(40, 20, (700, 900)).astype(np.float32)
    whole = Networks(make_model(name="whole"), "cpu").residual("whole", values, context(), 20.0, Stop())
    networks = Networks(make_model(graph="up to 512"), "cpu")
    np.testing.assert_allclose(networks.residual("tiny", values, context(), 20.0, Stop()), whole, atol=1e-3)


def test_from_a_recipe(make_model, body):
    networks = Networks(make_model(), "cpu")
    enhancer = build(Step("cnn", (("model", "tiny"), ("noise", 2))), networks)
    assert isinstance(enhancer, Cnn)
    assert (enhancer.model, enhancer.noise, enhancer.networks) == ("tiny", 2.0, networks)
    with pytest.raises(ClearsliceError, match=r"between 0\.5 and 2"):
        build(Step("cnn", (("noise", 3.0),)), networks)
    with pytest.raises(ClearsliceError, match="no parameter 'sharpness'"):
        build(Step("cnn", (("sharpness", 3.0),)), networks)
    with pytest.raises(ClearsliceError, match="no method 'magic'"):
        build(Step("magic"), networks)


SESSION = """
import sys
import numpy as np
from pathlib import Path
from core.enhance.network import Networks
from core.enhance.method import SliceContext
from core.stop import Stop
networks = Networks(Path(sys.argv[1]))
networks.residual("tiny", np.zeros((64, 64), np.float32), SliceContext("CT", "HU", (0, 1)), 20.0, Stop())
print(networks.status)
"""


def test_nothing_is_written_under_the_home_folder(make_model, tmp_path):
    """ONNX Runtime's telemetry would leave a device id and a database there."""
    home = tmp_path / "home"
    home.mkdir()
    quiet = {k: v for k, v in os.environ.items() if k != "ORT_DISABLE_TELEMETRY" and not k.startswith("XDG_")}
    places = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(home))
    done = subprocess.run(
        [sys.executable, "-c", SESSION, str(make_model())],
        env={**quiet, **places, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.startswith(("CPU", "GPU"))
    assert [path for path in home.rglob("*") if path.is_file()] == []
