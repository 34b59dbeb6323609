"""A network that doubles rows and columns, in the real window: what it adds is seen once zoomed in."""

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from PySide6.QtGui import QImage

from app.state import Compare, Overlay, ViewTransform
from core.enhance.network import Networks
from core.enhance.spec import METADATA_KEY, ModelSpec
from core.recipe import Recipe, Step
from tests.app.mouse import drop

RECIPE = Recipe((Step("cnn", (("model", "stripes"),)),))
HEIGHT = 0.05
"""Of the stripes the network draws, on its scale: 205 HU."""


def stripes(folder: Path) -> Path:
    """A network that adds and takes away `HEIGHT` in every other column of the finer grid."""
    size = ["N", 1, "H", "W"]
    names = {"image": size, "sigma": size, "modality": ["N", 3], "context": ["N", 1, 64, 64]}
    pattern = np.tile(np.float32([HEIGHT, -HEIGHT]), 2).reshape(1, 4, 1, 1)
    nodes = [
        helper.make_node("Mul", ["image", "zero"], ["nothing"]),
        helper.make_node("Add", ["nothing", "pattern"], ["parts"]),
        helper.make_node("DepthToSpace", ["parts"], ["residual"], blocksize=2, mode="CRD"),
        helper.make_node("Identity", ["residual"], ["log_scale"]),
    ]
    graph = helper.make_graph(
        nodes,
        "stripes",
        [helper.make_tensor_value_info(n, TensorProto.FLOAT, shape) for n, shape in names.items()],
        [
            helper.make_tensor_value_info(n, TensorProto.FLOAT, ["N", 1, "Y", "X"])
            for n in ("residual", "log_scale")
        ],
        [numpy_helper.from_array(np.float32(0), "zero"), numpy_helper.from_array(pattern, "pattern")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    spec = ModelSpec("stripes", "1", task="double", magnification=2)
    helper.set_model_props(model, {METADATA_KEY: spec.to_json()})
    (folder / "stripes").mkdir(parents=True)
    onnx.save(model, folder / "stripes" / "model.onnx")
    return folder


@pytest.fixture
def doubled(qtbot, window, demo, tmp_path):
    """The CT demo, its grid doubled."""
    window.feed.pipeline.networks = Networks(stripes(tmp_path / "models"), "cpu")
    drop(window, demo / "ct")
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None, timeout=20_000)
    window.session.set_overlay(Overlay.NONE)
    window.session.set_compare(Compare.SINGLE)
    window.session.set_recipe(RECIPE)
    window.session.set_enabled(True)
    qtbot.waitUntil(lambda: window.feed.enhanced is not None and window.feed.idle, timeout=20_000)
    return window


def grey(view) -> np.ndarray:
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(bytes(image.constBits()), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width() : 3].astype(float)


def contrast(window) -> float:
    """Mean difference of the screen's columns two finer pixels apart, in the middle of the view."""
    picture = grey(window.grid.views[0])
    middle = picture[picture.shape[0] // 2 - 40 :][:80, picture.shape[1] // 2 - 40 :][:, :80]
    return float(np.abs(np.diff(middle, axis=1)).mean())


def test_the_finer_grid_is_painted_when_zoomed_in(doubled, qtbot):
    assert doubled.feed.enhanced.finer.image.shape == (1024, 1024)
    doubled.session.set_view(ViewTransform(scale=8.0, center=(256.0, 256.0)))
    striped = contrast(doubled)
    doubled.session.hold_original(True)
    plain = contrast(doubled)
    assert striped > 3 * plain + 5
    doubled.session.hold_original(False)
    doubled.session.set_enabled(False)
    qtbot.waitUntil(lambda: doubled.feed.enhanced is None)
    assert contrast(doubled) == pytest.approx(plain, abs=1.0)


@pytest.mark.parametrize("compare", [Compare.SPLIT, Compare.SIDE_BY_SIDE, Compare.DIFFERENCE])
@pytest.mark.parametrize("scale", [0.4, 1.0, 8.0])
def test_every_comparison_paints_at_every_zoom(doubled, compare, scale):
    doubled.session.set_compare(compare)
    doubled.session.set_view(ViewTransform(scale=scale, center=(256.0, 256.0)))
    assert grey(doubled.grid.views[0]).std() > 0


def test_values_and_the_next_slice(doubled, qtbot):
    """The pointer tells what is changed on the mean, here nothing; the next slice is doubled as well."""
    frame, enhanced = doubled.feed.frame, doubled.feed.enhanced
    assert enhanced.image.shape == frame.shape
    np.testing.assert_allclose(enhanced.image, frame.values, atol=0.1)
    doubled.session.set_index(doubled.session.index + 1)
    qtbot.waitUntil(lambda: doubled.feed.enhanced is not None and doubled.feed.idle, timeout=20_000)
    assert doubled.feed.enhanced.finer is not None
    assert grey(doubled.grid.views[0]).std() > 0
