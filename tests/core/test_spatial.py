"""What is measured on planes of a volume goes through a report as places in the patient, and back."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pydicom
import pytest

from core.dicom.decode import read_frame
from core.dicom.reported import read_report
from core.dicom.save import save
from core.dicom.scan import scan
from core.dicom.structured_report import report
from core.dicom.study import Source
from core.errors import ClearsliceError
from core.measurement import Kind, Measured, Measurement, Spatial, figures
from core.planes import Plane, Projection, Slab, View, cut, view_of
from core.spatial import placed
from core.stop import Stop
from core.volume import build

DRAWN = {
    Kind.DISTANCE: ((100.25, 3.5), (160.75, 14.125)),
    Kind.POLYLINE: ((100, 2), (130, 4), (180, 14), (185, 9)),
    Kind.ANGLE: ((150, 5), (160, 9), (220, 15)),
    Kind.COBB: ((140, 4), (190, 5), (140, 14), (190, 12)),
    Kind.ELLIPSE: ((140, 3), (150, 15)),
    Kind.RECTANGLE: ((140, 5), (190, 15.5)),
    Kind.FREEHAND: ((140, 5), (190, 7), (180, 11), (130, 9.5)),
    Kind.ARROW: ((170, 8), (200, 6)),
    Kind.TEXT: ((133, 4),),
}
"""An ellipse that is higher than wide in pixels, and wider than high in neither."""
VIEWS = [
    View(Plane.CORONAL),
    View(Plane.SAGITTAL),
    View(Plane.AXIAL),
    View(Plane.CORONAL, Slab(Projection.MAXIMUM, 10.0)),
    View(Plane.SAGITTAL, Slab(Projection.MEAN, 12.5)),
]
NUMBER = 12


def volume_of(folder):
    (series,) = scan([folder]).series
    return build(series, read_frame, lambda _done: None, Stop())


@pytest.fixture(scope="module")
def volume(demo):
    return volume_of(demo / "ct")


def measured(volume, view, kinds=tuple(DRAWN)):
    frame = cut(volume, view, NUMBER)
    drawn = [Measurement(kind, DRAWN[kind], frame.key, f"Änderung {kind.value}") for kind in kinds]
    return [Measured(m, frame, figures(m, frame), cut=view.words) for m in drawn]


def written(rows, folder) -> Path:
    path = folder / "report.dcm"
    save(report(rows, 901), path)
    return path


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.words)
def test_every_kind_comes_back_to_its_plane(volume, view, tmp_path):
    rows = measured(volume, view)
    found = read_report(Source(written(rows, tmp_path)))
    assert all(isinstance(each, Spatial) for each in found)
    for row, spatial in zip(rows, found, strict=True):
        back, drawn = placed(spatial, volume)
        assert back == view
        assert (drawn.kind, drawn.frame, drawn.name, drawn.uid) == (
            row.measurement.kind,
            row.measurement.frame,
            row.measurement.name,
            row.measurement.uid,
        )
        np.testing.assert_allclose(drawn.points, row.measurement.points, atol=2e-3)


def test_places_are_those_of_the_patient(volume, demo, tmp_path):
    """Against the files' own elements: the demo's slices lie straight, so each axis is one of theirs."""
    path = written(measured(volume, View(Plane.CORONAL), (Kind.DISTANCE,)), tmp_path)
    headers = [pydicom.dcmread(p, stop_before_pixels=True) for p in (demo / "ct").glob("*.dcm")]
    x0, y0, _ = (float(v) for v in headers[0].ImagePositionPatient)
    between_rows, between_columns = (float(v) for v in headers[0].PixelSpacing)
    heights = sorted((float(h.ImagePositionPatient[2]) for h in headers), reverse=True)
    found = [item for item in pydicom.dcmread(path).iterall() if item.keyword == "GraphicData"]
    points = np.reshape([float(v) for v in found[0].value], (-1, 3))
    step = heights[1] - heights[0]
    for (column, row), point in zip(DRAWN[Kind.DISTANCE], points, strict=True):
        assert point[0] == pytest.approx(x0 + (column - 0.5) * between_columns, abs=1e-3)
        line = (point[1] - y0) / between_rows
        assert line == pytest.approx(round(line), abs=1e-3)
        assert point[2] == pytest.approx(heights[0] + (row - 0.5) * step, abs=1e-3)


@pytest.mark.parametrize("view", VIEWS[::3], ids=lambda view: view.words)
def test_dciodvfy_finds_no_error(volume, view, tmp_path):
    path = written(measured(volume, view), tmp_path)
    checker = Path(sys.executable).with_name("dciodvfy")
    said = subprocess.run([checker, path], capture_output=True, text=True, check=False)
    assert "Comprehensive3DSR" in said.stderr.splitlines()[0].replace(" ", "")
    assert not [line for line in said.stderr.splitlines() if line.startswith("Error")]


def test_slices_and_planes_in_one_report(volume, tmp_path):
    frame = read_frame(volume.series.frames[3])
    flat = Measurement(Kind.DISTANCE, ((10, 20), (60, 80)), frame.key, "on a slice")
    rows = [Measured(flat, frame, figures(flat, frame)), *measured(volume, VIEWS[0], (Kind.ELLIPSE,))]
    first, second = read_report(Source(written(rows, tmp_path)))
    assert first == flat
    assert isinstance(second, Spatial)


def test_a_plane_of_another_program_is_found_by_its_place(volume, tmp_path):
    (row,) = measured(volume, VIEWS[3], (Kind.DISTANCE,))
    (spatial,) = read_report(Source(written([row], tmp_path)))
    for unknown in ("", "sagittal of theirs", "AXIAL-thin"):
        view, drawn = placed(Spatial(**{**_fields(spatial), "cut": unknown}), volume)
        assert view == View(Plane.CORONAL)
        np.testing.assert_allclose(drawn.points, row.measurement.points, atol=2e-3)


def test_nowhere_in_the_volume(volume, tmp_path):
    (row,) = measured(volume, VIEWS[0], (Kind.DISTANCE,))
    (spatial,) = read_report(Source(written([row], tmp_path)))
    fields = _fields(spatial)
    assert placed(Spatial(**{**fields, "frame_of_reference": "1.2.3"}), volume) is None
    askew = tuple((x, y + 5 * n, z + 7 * n) for n, (x, y, z) in enumerate(spatial.points))
    assert placed(Spatial(**{**fields, "points": askew}), volume) is None
    far = tuple((x, y + 9000, z) for x, y, z in spatial.points)
    assert placed(Spatial(**{**fields, "points": far}), volume) is None


def test_without_a_frame_of_reference_it_is_told(volume):
    (row,) = measured(volume, VIEWS[0], (Kind.DISTANCE,))
    bare = replace(row.frame, geometry=replace(row.frame.geometry, frame_of_reference=""))
    with pytest.raises(ClearsliceError, match="frame of reference"):
        report([replace(row, frame=bare)], 901)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.words)
def test_words_of_a_view(view):
    assert view_of(view.words) == view


@pytest.mark.parametrize("words", ["", "AXIAL", "UP-thin", "AXIAL-MIP-x", "AXIAL-Sum-3"])
def test_words_of_no_view(words):
    assert view_of(words) is None


def _fields(spatial):
    return {name: getattr(spatial, name) for name in Spatial.__slots__}
