"""A network that doubles rows and columns: the finer grid covers the same area, in all that is written."""

import numpy as np
import pydicom
import pytest
from pydicom.pixels import apply_rescale

from core.dicom.decode import read_frame
from core.dicom.provenance import read_record
from core.dicom.scan import scan
from core.enhance.enlarge import doubled
from core.enhance.network import Networks
from core.enhance.spec import ModelSpec
from core.errors import ClearsliceError
from core.export import export_series
from core.noise import estimate
from core.padded import slice_context
from core.pipeline import Pipeline
from core.recipe import Recipe, Step
from core.stop import Stop

TWICE = Step("cnn", (("model", "twice"),))
SOURCES = {
    "CT": "demo:ct/ct_01.dcm",
    "MR": "demo:mr/N2D_0229.dcm",
    "CT, padding": "pydicom:CT_small.dcm",
    "MR, big endian": "pydicom:MR_small_bigendian.dcm",
    "MR, overlay": "pydicom:examples_overlay.dcm",
    "Enhanced MR": "pydicom:emri_small.dcm",
    "CR, lossy": "pydicom:RG3_J2KI.dcm",
}


@pytest.fixture
def twice(make_model):
    """A pipeline whose network takes noise off and doubles rows and columns."""
    spec = ModelSpec("twice", "1", task="double", magnification=2)
    make_model(name="usual")
    return Pipeline(Networks(make_model(spec, "twice", "doubling"), "cpu"))


@pytest.fixture
def source(request, demo, pydicom_file):
    kind, name = SOURCES[request.param].split(":")
    return demo / name if kind == "demo" else pydicom_file(name)


def written(path, pipeline, folder, *steps):
    (series,) = (series for series in scan([path]).series if series.enhanceable)
    return export_series(series, pipeline, Recipe(steps or (TWICE,)), folder)[0]


def planes(dataset):
    """(rows, columns, spacing, position, orientation) of every frame, wherever the file says it."""
    groups = dataset.get("PerFrameFunctionalGroupsSequence") or [pydicom.Dataset()]
    shared = (dataset.get("SharedFunctionalGroupsSequence") or [pydicom.Dataset()])[0]

    def find(keyword, macro, group):
        for holder in (group, shared):
            if macro in holder:
                return np.array(holder[macro][0][keyword].value, float)
        return np.array(dataset.get(keyword) or [], float)

    for group in groups:
        yield (
            dataset.Rows,
            dataset.Columns,
            find("PixelSpacing", "PixelMeasuresSequence", group),
            find("ImagePositionPatient", "PlanePositionSequence", group),
            find("ImageOrientationPatient", "PlaneOrientationSequence", group),
        )


def corners(plane):
    """The four outer corners of the image in mm (PS3.3 C.7.6.2.1.1)."""
    rows, columns, spacing, position, orientation = plane
    along_row, along_column = orientation[:3], orientation[3:]
    return [
        position + along_column * spacing[0] * r + along_row * spacing[1] * c
        for r in (-0.5, rows - 0.5)
        for c in (-0.5, columns - 0.5)
    ]


@pytest.mark.parametrize("source", SOURCES, indirect=True)
def test_no_validator_finds_what_the_source_did_not_have(
    source, twice, tmp_path, instance_errors, study_errors, faults
):
    derived = written(source, twice, tmp_path)
    new = instance_errors(derived) - instance_errors(source)
    modules = ("Module=<MRPulseSequence>", "Module=<BulkMotionSynchronization>")
    assert [line for line in new if not line.rstrip().endswith(modules)] == []
    assert faults(source, derived) == set()


@pytest.mark.parametrize("source", SOURCES, indirect=True)
def test_the_finer_grid_covers_the_same_area(source, twice, tmp_path):
    before = pydicom.dcmread(source)
    after = pydicom.dcmread(written(source, twice, tmp_path))
    assert (after.Rows, after.Columns) == (2 * before.Rows, 2 * before.Columns)
    for old, new in zip(planes(before), planes(after), strict=True):
        np.testing.assert_allclose(new[2], old[2] / 2, rtol=1e-9)
        if old[3].size:
            np.testing.assert_allclose(corners(new), corners(old), atol=1e-6)
    for keyword in ("ImagerPixelSpacing", "NominalScannedPixelSpacing"):
        if keyword in before:
            np.testing.assert_allclose(after[keyword].value, np.array(before[keyword].value, float) / 2)


def test_pixels_and_words(demo, twice, tmp_path):
    path = demo / "ct/ct_01.dcm"
    derived = pydicom.dcmread(written(path, twice, tmp_path))
    frame = read_frame(scan([path]).series[0].frames[0])
    enhanced = twice.run(frame, Recipe((TWICE,)), Stop())
    hu = apply_rescale(derived.pixel_array, derived)
    held = np.clip(enhanced.exported.image, -1024, 3071)  # what 12 bits hold
    np.testing.assert_allclose(hu, held, atol=0.5 + 1e-3)
    context = slice_context(frame)
    noise = estimate(frame.values, context.excluded)
    residual = twice.networks.residual("usual", frame.values, context, noise, Stop())
    expected = doubled(frame.values) - np.kron(residual, np.ones((2, 2)))
    np.testing.assert_allclose(enhanced.exported.image, expected, atol=0.02)
    assert derived.DerivationCodeSequence[0].CodeValue == "113085"
    assert "Rows and columns were doubled" in derived.DerivationDescription
    assert "Denoise" not in derived.DerivationDescription
    assert derived.DerivationCodeSequence[-1].CodeMeaning == "Double rows and columns (AI)"
    assert derived.SourceImageSequence[0].SpatialLocationsPreserved == "NO"
    assert read_record(derived).model == "twice"


def test_on_the_frame_s_own_grid_its_change_is_averaged(demo, twice):
    frame = read_frame(scan([demo / "ct/ct_01.dcm"]).series[0].frames[0])
    enhanced = twice.run(frame, Recipe((TWICE,)), Stop())
    assert enhanced.image.shape == frame.shape
    rows, columns = frame.shape
    change = (enhanced.exported.image - doubled(frame.values)).reshape(rows, 2, columns, 2).mean((1, 3))
    np.testing.assert_allclose(enhanced.image, frame.values + change, atol=1e-2)
    np.testing.assert_allclose(enhanced.at(0.0), frame.values, atol=1e-2)
    assert enhanced.finer.frame.geometry.spacing == tuple(mm / 2 for mm in frame.geometry.spacing)


def test_strength_blends_with_the_bicubic_enlargement(demo, twice):
    frame = read_frame(scan([demo / "ct/ct_01.dcm"]).series[0].frames[0])
    whole = twice.run(frame, Recipe((TWICE,)), Stop())
    none = whole.reblended(whole.recipe.with_strength(0.0))
    np.testing.assert_allclose(none.exported.image, doubled(frame.values), atol=1e-3)
    half = whole.reblended(whole.recipe.with_strength(0.5)).exported
    np.testing.assert_allclose(half.image, (none.exported.image + whole.exported.image) / 2, atol=1e-2)


def test_padding_stays_padding(pydicom_file, twice, tmp_path):
    path = pydicom_file("CT_small.dcm")
    before, after = pydicom.dcmread(path), pydicom.dcmread(written(path, twice, tmp_path))
    padding = before.PixelPaddingValue
    mask = np.kron(before.pixel_array == padding, np.ones((2, 2), bool))
    assert np.array_equal(after.pixel_array == padding, mask)


def test_overlays_are_redrawn(pydicom_file, twice, tmp_path):
    path = pydicom_file("examples_overlay.dcm")
    before, after = pydicom.dcmread(path), pydicom.dcmread(written(path, twice, tmp_path))
    old, new = (dataset.overlay_array(0x6000) for dataset in (before, after))
    assert old.any()
    assert np.array_equal(new, np.kron(old, np.ones((2, 2), old.dtype)))


def test_a_shutter_keeps_its_place(demo, twice, tmp_path):
    dataset = pydicom.dcmread(demo / "ct/ct_01.dcm")
    dataset.ShutterShape = "RECTANGULAR"
    for side, edge in zip(("LeftVertical", "RightVertical"), (100, 400), strict=True):
        setattr(dataset, f"Shutter{side}Edge", edge)
    dataset.VerticesOfThePolygonalShutter = [10, 20, 30, 40]
    path = tmp_path / "shutter.dcm"
    dataset.save_as(path)
    after = pydicom.dcmread(written(path, twice, tmp_path / "out"))
    assert (after.ShutterLeftVerticalEdge, after.ShutterRightVerticalEdge) == (200, 800)
    assert list(after.VerticesOfThePolygonalShutter) == [20, 40, 60, 80]


def test_steps_after_it_work_on_the_finer_grid(demo, twice, tmp_path):
    path = demo / "ct/ct_01.dcm"
    derived = pydicom.dcmread(written(path, twice, tmp_path, TWICE, Step("median", (("radius", 1),))))
    assert derived.Rows == 2 * pydicom.dcmread(path).Rows
    with pytest.raises(ClearsliceError, match="doubled the rows and columns already"):
        written(path, twice, tmp_path, TWICE, TWICE)


def test_two_networks_are_told_apart(demo, twice, tmp_path):
    derived = pydicom.dcmread(written(demo / "ct/ct_01.dcm", twice, tmp_path, Step("cnn"), TWICE))
    record = read_record(derived)
    assert [dict(step.parameters)["model"] for step in record.recipe.steps] == ["usual", "twice"]
    assert record.model == "twice"
    words = derived.DerivationDescription
    assert "Denoise (AI) by usual, strength" in words
    assert "Double rows and columns (AI) by twice (sha256" in words


def test_exported_again_and_compared(demo, twice, tmp_path):
    """A doubled image is opened like any other, in its place."""
    path = demo / "ct/ct_01.dcm"
    (before,), (after,) = (scan([p]).series for p in (path, written(path, twice, tmp_path)))
    assert (after.rows, after.columns) == (2 * before.rows, 2 * before.columns)
    assert after.frames[0].position == pytest.approx(before.frames[0].position)
