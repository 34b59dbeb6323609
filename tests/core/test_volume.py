"""Planes through phantoms whose value at every point of the patient is known, acquired in many ways."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom import Dataset
from pydicom.dataset import FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, generate_uid

from core.dicom.decode import read_frame
from core.dicom.scan import scan
from core.enhance.network import Networks
from core.enhanced_volume import enhance
from core.errors import Cancelled, ClearsliceError
from core.frame import Rescale
from core.pipeline import Pipeline
from core.planes import Plane, Projection, Slab, View, cut, layers_in, obliquity, references
from core.recipe import Recipe, Step
from core.stop import Stop
from core.volume import build, why_not

CENTRE = np.array([6.0, -9.0, 20.0])
RADII = np.array([14.0, 10.0, 17.0])
SPACING = (0.9, 1.2)
"""Between rows, between columns."""
SHAPE = (56, 44)
BETWEEN = 2.5
COUNT = 26

ORIENTATIONS = {
    "axial, head first supine": (1, 0, 0, 0, 1, 0),
    "axial, prone": (-1, 0, 0, 0, -1, 0),
    "axial, feet first": (-1, 0, 0, 0, 1, 0),
    "coronal": (1, 0, 0, 0, 0, -1),
    "coronal, upside down": (1, 0, 0, 0, 0, 1),
    "sagittal": (0, 1, 0, 0, 0, -1),
    "sagittal, facing right": (0, -1, 0, 0, 0, -1),
}


def oblique(degrees: float) -> tuple[float, ...]:
    """An axial plane turned about two axes."""
    a = np.radians(degrees)
    about_x = np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
    about_z = np.array([[np.cos(a / 2), -np.sin(a / 2), 0], [np.sin(a / 2), np.cos(a / 2), 0], [0, 0, 1]])
    return tuple((about_z @ about_x @ np.eye(3)[:, :2]).T.ravel())


def ramp(points: np.ndarray) -> np.ndarray:
    return np.rint(1000.137 + points @ np.array([11.0173, 5.0091, 3.0057]))


def ellipsoid(points: np.ndarray) -> np.ndarray:
    return np.where((((points - CENTRE) / RADII) ** 2).sum(axis=-1) <= 1, 500.0, 0.0)


def pixel_points(position, orientation, spacing, shape) -> np.ndarray:
    """(rows, columns, 3): where the pixels' centres lie, by PS3.3 C.7.6.2.1.1."""
    row, column = np.reshape(orientation, (2, 3)).astype(float)
    r, c = np.mgrid[: shape[0], : shape[1]]
    return np.asarray(position, float) + r[..., None] * spacing[0] * column + c[..., None] * spacing[1] * row


def points_of(frame) -> np.ndarray:
    geometry = frame.geometry
    return pixel_points(geometry.position, geometry.orientation, geometry.spacing, frame.shape)


def write(folder: Path, phantom, orientation, *, places=None, shift=(0, 0, 0), **elements) -> Path:
    """Write a stack about the middle of the phantom; `places` are distances along the normal."""
    folder.mkdir(exist_ok=True)
    row, column = np.reshape(orientation, (2, 3)).astype(float)
    normal = np.cross(row, column)
    middle = CENTRE - row * SPACING[1] * (SHAPE[1] - 1) / 2 - column * SPACING[0] * (SHAPE[0] - 1) / 2
    series, study = generate_uid(), generate_uid()
    places = (np.arange(COUNT) - (COUNT - 1) / 2) * BETWEEN if places is None else places
    for n, place in enumerate(places):
        position = middle + place * normal + n * np.asarray(shift)
        pixels = phantom(pixel_points(position, orientation, SPACING, SHAPE)).astype(np.int16)
        header = Dataset()
        header.file_meta = FileMetaDataset()
        header.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
        header.SOPClassUID = header.file_meta.MediaStorageSOPClassUID = CTImageStorage
        header.SOPInstanceUID = header.file_meta.MediaStorageSOPInstanceUID = generate_uid()
        header.StudyInstanceUID, header.SeriesInstanceUID, header.Modality = study, series, "CT"
        header.FrameOfReferenceUID, header.InstanceNumber = "1.2.3", n + 1
        header.ImagePositionPatient = [float(v) for v in position]
        header.ImageOrientationPatient = [float(v) for v in orientation]
        header.PixelSpacing, header.RescaleType = list(SPACING), "HU"
        header.RescaleSlope, header.RescaleIntercept = 1, 0
        header.Rows, header.Columns = SHAPE
        header.SamplesPerPixel, header.PhotometricInterpretation = 1, "MONOCHROME2"
        header.BitsAllocated = header.BitsStored = 16
        header.HighBit, header.PixelRepresentation = 15, 1
        for keyword, value in elements.items():
            setattr(header, keyword, value(n) if callable(value) else value)
        header.PixelData = pixels.tobytes()
        header.save_as(folder / f"{n:03d}.dcm", enforce_file_format=True)
    return folder


def series_of(folder: Path):
    (series,) = scan([folder]).series
    return series


def volume_of(folder: Path):
    return build(series_of(folder), read_frame, lambda _done: None, Stop())


@pytest.mark.parametrize("plane", Plane)
class TestEveryPixel:
    """A value that tells the place: each pixel of each picture is where its geometry says."""

    def check(self, volume, plane):
        refs = references(volume, View(plane))
        assert len(refs) > 10
        for number in (1, len(refs) // 3, len(refs)):
            frame = cut(volume, View(plane), number)
            assert np.array_equal(frame.values, ramp(points_of(frame)))
            assert frame.key == refs[number - 1].key

    @pytest.mark.parametrize("name", ORIENTATIONS)
    def test_however_it_was_acquired(self, tmp_path, plane, name):
        self.check(volume_of(write(tmp_path / "s", ramp, ORIENTATIONS[name])), plane)

    @pytest.mark.parametrize("degrees", [12, 40, 70])
    def test_oblique(self, tmp_path, plane, degrees):
        volume = volume_of(write(tmp_path / "s", ramp, oblique(degrees)))
        frame = cut(volume, View(plane), 7)
        # Decimal strings hold 16 characters: a value on the edge of rounding may fall to the other side.
        assert np.abs(frame.values - ramp(points_of(frame))).max() <= 1

    def test_says_how_oblique_it_is(self, tmp_path, plane):
        volume = volume_of(write(tmp_path / "s", ramp, oblique(30)))
        row, column = np.reshape(cut(volume, View(plane), 1).geometry.orientation, (2, 3))
        angle = np.degrees(np.arccos(abs(np.cross(row, column)[plane.value])))
        assert obliquity(volume.grid, plane) == pytest.approx(angle)

    def test_with_rescale_values_of_their_own(self, tmp_path, plane):
        volume = volume_of(
            write(tmp_path / "s", ramp, ORIENTATIONS["coronal"], RescaleIntercept=lambda n: n % 3)
        )
        frame = cut(volume, View(plane), 5)
        extra = frame.values - ramp(points_of(frame))
        assert set(np.unique(extra)) <= {0, 1, 2}
        one_slice = plane is Plane.CORONAL
        assert len(np.unique(extra)) == (1 if one_slice else 3)


@pytest.mark.parametrize("name", ORIENTATIONS)
class TestLies:
    def test_as_the_reader_expects(self, tmp_path, name):
        volume = volume_of(write(tmp_path / "s", ramp, ORIENTATIONS[name]))
        for plane, expected in (
            (Plane.AXIAL, (1, 0, 0, 0, 1, 0)),
            (Plane.CORONAL, (1, 0, 0, 0, 0, -1)),
            (Plane.SAGITTAL, (0, 1, 0, 0, 0, -1)),
        ):
            assert cut(volume, View(plane), 1).geometry.orientation == pytest.approx(expected)

    def test_in_the_order_of_a_stack(self, tmp_path, name):
        volume = volume_of(write(tmp_path / "s", ramp, ORIENTATIONS[name]))
        for plane in Plane:
            refs = references(volume, View(plane))
            places = [ref.position for ref in refs]
            assert places == sorted(places)
            frame = cut(volume, View(plane), 4)
            assert frame.geometry.normal @ np.asarray(frame.geometry.position) == pytest.approx(places[3])

    def test_an_ellipsoid_has_its_extents_and_its_place(self, tmp_path, name):
        volume = volume_of(write(tmp_path / "s", ellipsoid, ORIENTATIONS[name]))
        nearest = volume.grid.nearest(CENTRE)
        for plane in Plane:
            layers = [
                n
                for n, _ in enumerate(references(volume, View(plane)), 1)
                if abs(axis_of(cut(volume, View(plane), n), plane) - CENTRE[plane.value])
                <= volume.grid.spacing[plane.value] / 2 + 1e-6
            ]
            frame = cut(volume, View(plane), layers[0])
            inside = frame.values > 250
            across, down = [axis for axis in range(3) if axis != plane.value]
            sizes = inside.any(axis=0).sum(), inside.any(axis=1).sum()
            for size, axis, spacing in zip(sizes, (across, down), frame.geometry.spacing[::-1], strict=True):
                assert size * spacing == pytest.approx(2 * RADII[axis], abs=2 * spacing)
            middle = points_of(frame)[inside].mean(axis=0)
            assert middle == pytest.approx(CENTRE, abs=max(volume.grid.spacing))
        assert volume.grid.point(nearest) == pytest.approx(CENTRE, abs=max(volume.grid.spacing))


def axis_of(frame, plane) -> float:
    return points_of(frame)[0, 0, plane.value]


class TestSlab:
    @pytest.fixture
    def volume(self, tmp_path):
        return volume_of(write(tmp_path / "s", ellipsoid, ORIENTATIONS["axial, head first supine"]))

    def test_a_maximum_through_everything_is_the_shadow(self, volume):
        frame = cut(volume, View(Plane.CORONAL, Slab(Projection.MAXIMUM, 1000)), 20)
        x, z = points_of(frame)[..., 0], points_of(frame)[..., 2]
        flat = ((x - CENTRE[0]) / RADII[0]) ** 2 + ((z - CENTRE[2]) / RADII[2]) ** 2
        assert (frame.values[flat < 0.98] == 500).all()
        assert (frame.values[flat > 1] == 0).all()

    @pytest.mark.parametrize("projection", Projection)
    @pytest.mark.parametrize("plane", Plane)
    def test_is_what_its_layers_make(self, volume, plane, projection):
        spacing = volume.grid.spacing[plane.value]
        view = View(plane, Slab(projection, 4 * spacing))
        assert layers_in(volume.grid, view) == 5
        number = 12
        thin = np.stack([cut(volume, View(plane), number + by).values for by in (-2, -1, 0, 1, 2)])
        expected = {
            Projection.MAXIMUM: thin.max(axis=0),
            Projection.MINIMUM: thin.min(axis=0),
            Projection.MEAN: np.average(thin, axis=0, weights=[0.5, 1, 1, 1, 0.5]),
        }[projection]
        frame = cut(volume, view, number)
        assert frame.values == pytest.approx(expected, abs=1e-3)
        assert frame.geometry == cut(volume, View(plane), number).geometry

    @pytest.mark.parametrize("projection", Projection)
    def test_ends_with_the_volume(self, volume, projection):
        view = View(Plane.AXIAL, Slab(projection, 3 * BETWEEN))
        thin = np.stack([cut(volume, View(Plane.AXIAL), n).values for n in (1, 2)])
        assert cut(volume, view, 1).values.min() >= thin.min()
        assert cut(volume, view, COUNT).shape == SHAPE

    def test_thinner_than_a_layer_is_a_layer(self, volume):
        frame = cut(volume, View(Plane.AXIAL, Slab(Projection.MEAN, 0.1)), 9)
        assert np.array_equal(frame.values, cut(volume, View(Plane.AXIAL), 9).values)

    def test_padding_has_no_part_in_it(self, tmp_path):
        def phantom(points):
            values = ramp(points)
            values[(np.rint(points[..., 0] * 10) % 2 == 0) & (points[..., 2] > CENTRE[2])] = -2000
            values[:4] = -2000
            return values

        folder = write(tmp_path / "s", phantom, ORIENTATIONS["coronal"], PixelPaddingValue=-2000)
        volume = volume_of(folder)
        for projection in Projection:
            frame = cut(volume, View(Plane.CORONAL, Slab(projection, 3 * BETWEEN)), 10)
            mask = frame.padding_mask
            assert mask is not None
            assert mask[:4].all()
            assert (frame.values[~mask] > -2000).all()
            if projection is Projection.MEAN:
                assert frame.values[~mask] == pytest.approx(ramp(points_of(frame))[~mask], abs=1.01)


class TestRefused:
    """One sentence says why."""

    def refusal(self, folder) -> str:
        with pytest.raises(ClearsliceError) as caught:
            volume_of(folder)
        sentence = str(caught.value)
        assert sentence.endswith(".")
        return sentence

    def test_two_slices(self, tmp_path):
        folder = write(tmp_path / "s", ramp, ORIENTATIONS["coronal"], places=[0, 2])
        assert "at least 3 slices; this series has 2" in self.refusal(folder)

    def test_a_gap(self, tmp_path):
        folder = write(tmp_path / "s", ramp, ORIENTATIONS["coronal"], places=[0, 2, 4, 8, 10])
        assert "missing" in self.refusal(folder)

    def test_varying_distance(self, tmp_path):
        folder = write(tmp_path / "s", ramp, ORIENTATIONS["coronal"], places=[0, 2, 4.4, 6, 8.4])
        assert "distance varies" in self.refusal(folder)

    def test_tilt(self, tmp_path):
        shift = (0, BETWEEN * np.tan(np.radians(15)), 0)
        folder = write(tmp_path / "s", ramp, ORIENTATIONS["axial, head first supine"], shift=shift)
        assert "tilted by 15.0°" in self.refusal(folder)

    def test_one_slice_beside_the_others(self, tmp_path):
        folder = tmp_path / "s"
        write(folder, ramp, ORIENTATIONS["axial, head first supine"])
        path = folder / "010.dcm"
        header = pydicom.dcmread(path)
        header.ImagePositionPatient[0] += 5
        header.save_as(path)
        assert "no volume" in self.refusal(folder)

    def test_no_positions(self, tmp_path):
        folder = write(tmp_path / "s", ramp, ORIENTATIONS["coronal"], ImagePositionPatient=None)
        assert "do not say where they lie" in self.refusal(folder)

    def test_two_time_points(self, tmp_path):
        folder = write(tmp_path / "s", ramp, ORIENTATIONS["coronal"], places=[0, 2, 4, 6, 0, 2, 4, 6])
        assert "Several images lie at each place" in self.refusal(folder)

    def test_too_large(self, tmp_path, monkeypatch):
        monkeypatch.setattr("core.volume.MOST_BYTES", 100_000)
        assert "memory" in self.refusal(write(tmp_path / "s", ramp, ORIENTATIONS["coronal"]))

    def test_the_demo(self, demo):
        reasons = {series.modality: why_not(series) for series in scan([demo]).series}
        assert reasons["CT"] == reasons["MR"] == ""
        assert "at least 3 slices; this series has 1" in reasons["DX"]

    def test_stopped(self, tmp_path):
        stop, seen = Stop(), []

        def report(done):
            seen.append(done)
            if done == 5:
                stop.set()

        with pytest.raises(Cancelled):
            build(series_of(write(tmp_path / "s", ramp, ORIENTATIONS["coronal"])), read_frame, report, stop)
        assert seen == [1, 2, 3, 4, 5]


class TestEnhanced:
    """Slices are enhanced as they were acquired; planes are cut from the results."""

    RECIPES = (
        Recipe((Step("gaussian", strength=0.6),)),
        Recipe((Step("gaussian", strength=0.6), Step("unsharp", strength=0.3))),
    )

    @pytest.fixture
    def demo_mr(self, demo):
        (series,) = scan([demo / "mr"]).series
        return build(series, read_frame, lambda _done: None, Stop())

    @pytest.mark.parametrize("recipe", RECIPES, ids=["one step", "two steps"])
    @pytest.mark.parametrize("projection", [None, *Projection])
    def test_every_plane_is_made_of_enhanced_slices(self, demo_mr, recipe, projection):
        pipeline = Pipeline(Networks(device="cpu"))
        done = []
        enhanced = enhance(demo_mr, pipeline, recipe, read_frame, done.append, Stop())
        assert done == list(range(1, 25))
        slices = np.stack(
            [pipeline.run(read_frame(ref), recipe, Stop()).image for ref in demo_mr.series.frames]
        )
        slab = None if projection is None else Slab(projection, 9 * min(demo_mr.grid.spacing))
        for plane in Plane:
            view = View(plane, slab)
            number = len(references(demo_mr, view)) // 2
            frame = cut(demo_mr, view, number)
            seen = enhanced.cut(frame, view, recipe).image
            as_slices = replace(demo_mr, stored=slices, like=_plain(demo_mr.like))
            assert seen == pytest.approx(cut(as_slices, view, number).values, abs=0.02)

    def test_a_maximum_is_not_blended_but_made_anew(self, demo_mr):
        recipe = self.RECIPES[0]
        enhanced = enhance(
            demo_mr, Pipeline(Networks(device="cpu")), recipe, read_frame, lambda _n: None, Stop()
        )
        for slab, blends in (
            (None, True),
            (Slab(Projection.MEAN, 5), True),
            (Slab(Projection.MAXIMUM, 5), False),
        ):
            view = View(Plane.AXIAL, slab)
            shown = enhanced.cut(cut(demo_mr, view, 9), view, recipe)
            assert (shown.reblended(recipe.with_strength(0.2)) is not None) is blends
            assert shown.reblended(recipe) is not None
            assert enhanced.fits(recipe.with_strength(0.2))
            assert not enhanced.fits(self.RECIPES[1])


def _plain(frame):
    return replace(frame, transform=Rescale(), padding=None)
