"""The live ranking after simulated low dose."""

from dataclasses import replace

import numpy as np
import pytest
from pydicom import Dataset
from scipy import ndimage
from skimage import data
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from core.degrade import AMOUNTS
from core.enhance.filters import Gaussian
from core.enhance.method import SliceContext
from core.enhance.network import Networks
from core.errors import Cancelled, ClearsliceError
from core.frame import Frame, Rescale, StoredFormat
from core.metrics import Span, psnr
from core.pipeline import Pipeline
from core.ranking import RANKED, UNTREATED, degraded, rank
from core.recipe import Recipe
from core.stop import Stop
from core.window import Window


def make_frame(modality="CT", padding=None, units="HU"):
    smooth = ndimage.gaussian_filter(data.camera().astype(np.float32)[100:300, 100:300], 1.5)
    stored = np.rint(smooth * 4 + 700).astype(np.uint16)
    if padding is not None:
        stored[:, :30] = padding
    return Frame(
        "1.2", 1, stored, Rescale(1, -1024, units), StoredFormat(12, False), modality, Dataset(),
        windows=(Window(40, 1000),), padding=None if padding is None else (padding, padding),
    )  # fmt: skip


@pytest.fixture
def networks(make_model):
    return Networks(make_model(), "cpu")


SPAN = Span.of_window(Window(40, 1000))


def test_every_method_is_ranked_and_reported_as_it_comes(networks):
    reports = []
    rows = rank(make_frame(), 25.0, SPAN, networks, Stop(), report=reports.append)
    assert {row.method for row in rows} == {"", *RANKED}
    assert [len(report) for report in reports] == list(range(1, len(RANKED) + 2))
    assert reports[0][0].label == UNTREATED
    assert reports[-1] == rows


def test_best_first_and_contrast_methods_last_with_a_remark(networks):
    rows = rank(make_frame(), 25.0, SPAN, networks, Stop(), report=lambda _: None)
    contrast = [row for row in rows if row.remark]
    assert {row.method for row in contrast} == {"clahe", "equalize", "stretch", "gamma"}
    assert rows[-len(contrast) :] == tuple(contrast)
    ranked = [row.scores.psnr for row in rows if not row.remark]
    assert ranked == sorted(ranked, reverse=True)
    place = {row.label: number for number, row in enumerate(rows)}
    assert place["Non-local means"] < place[UNTREATED]


def test_scores_are_against_the_original(networks):
    frame = make_frame()
    rows = {r.method: r for r in rank(frame, 25.0, SPAN, networks, Stop(), report=lambda _: None)}
    worse = degraded(frame, 25.0)
    assert np.std(worse - frame.values) == pytest.approx(25, rel=0.1)
    smooth = Gaussian()(worse, SliceContext("CT", "HU", (0, 1)), Stop())
    expected = psnr(*(np.clip(v, SPAN.low, SPAN.high) for v in (frame.values, smooth)), SPAN.width)
    assert rows["gaussian"].scores.psnr == pytest.approx(expected, abs=1e-4)
    assert rows["gaussian"].scores.span == SPAN


@pytest.mark.parametrize(("modality", "units"), [("CT", "HU"), ("DX", ""), ("MR", "")])
def test_every_row_is_what_real_use_gives_scored_by_scikit_image(networks, modality, units):
    """A file that holds the noisy slice, enhanced by the pipeline as the window does it."""
    frame = make_frame(modality, units=units)
    amount = AMOUNTS["XR" if modality == "DX" else modality].default
    rows = rank(frame, amount, SPAN, networks, Stop(), report=lambda _: None)
    noisy = replace(frame, uid="9.9", stored=degraded(frame, amount), transform=Rescale(1, 0, units))
    pipeline = Pipeline(networks)
    truth = np.clip(frame.values.astype(np.float64), SPAN.low, SPAN.high)
    assert len(rows) == len(RANKED) + 1
    for row in rows:
        steps = (row.step,) if row.step else ()
        image = pipeline.run(noisy, Recipe(steps), Stop()).image
        test = np.clip(image.astype(np.float64), SPAN.low, SPAN.high)
        assert row.scores.psnr == pytest.approx(
            peak_signal_noise_ratio(truth, test, data_range=SPAN.width), abs=1e-3
        ), row.label
        assert row.scores.ssim == pytest.approx(
            structural_similarity(
                truth, test, data_range=SPAN.width, gaussian_weights=True, sigma=1.5,
                use_sample_covariance=False,
            ), abs=1e-4,
        ), row.label  # fmt: skip


def test_the_same_seed_gives_the_same_noise():
    frame = make_frame()
    assert np.array_equal(degraded(frame, 25.0, 4), degraded(frame, 25.0, 4))
    assert not np.array_equal(degraded(frame, 25.0, 4), degraded(frame, 25.0, 5))


@pytest.mark.parametrize("modality", ["MR", "DX"])
def test_padding_does_not_set_the_noise(modality):
    amount = AMOUNTS["MR" if modality == "MR" else "XR"].default
    noise = []
    for padding in (0, 4095):
        frame = make_frame(modality, padding, units="")
        noise.append(np.std((degraded(frame, amount) - frame.values)[:, 40:]))
    assert noise[0] == pytest.approx(noise[1], rel=1e-3)


def test_on_mr_denoisers_remove_the_noise_floor_as_the_network_does(networks):
    frame = make_frame("MR", units="")
    rows = rank(frame, 4.0, Span.of_image(frame.values), networks, Stop(), report=lambda _: None)
    with_floor = {row.method for row in rows if row.step and dict(row.step.parameters).get("floor")}
    assert with_floor == {"nlm", "tv", "bilateral", "wavelet"}


def test_a_method_that_cannot_be_used_is_listed_with_its_reason(networks):
    rows = {
        r.method: r for r in rank(make_frame(units=""), 25.0, SPAN, networks, Stop(), report=lambda _: None)
    }
    assert rows["cnn"].scores is None
    assert "needs CT values in HU" in rows["cnn"].remark
    assert rows["tv"].scores is not None


def test_modality_without_a_noise_model_is_refused(networks):
    with pytest.raises(ClearsliceError, match="US"):
        rank(make_frame("US", units=""), 25.0, SPAN, networks, Stop(), report=lambda _: None)


def test_stops_between_methods(networks):
    stop, reports = Stop(), []

    def report(rows):
        reports.append(rows)
        if len(rows) == 3:
            stop.set()

    with pytest.raises(Cancelled):
        rank(make_frame(), 25.0, SPAN, networks, stop, report=report)
    assert len(reports) == 3
