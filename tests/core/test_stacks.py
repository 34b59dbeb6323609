"""How a series is split, ordered and described."""

import numpy as np
import pytest
from pydicom import Dataset
from pydicom.uid import generate_uid

from core.dicom.decode import read_frame
from core.dicom.scan import scan
from core.dicom.study import Series
from tests.core.dicom_made import change, ct, grey, save, slices

RNG = np.random.default_rng(8)


def stacks(folder) -> tuple[Series, ...]:
    return scan([folder]).series


def places(series: Series) -> list[float]:
    return [round(ref.position, 3) for ref in series.frames]


def names(series: Series) -> list[str]:
    return [ref.source.path.name for ref in series.frames]


def said(series: Series) -> str:
    return " ".join(series.notes)


# Order


def test_slices_are_ordered_by_place_whatever_their_numbers_and_names(tmp_path):
    order = RNG.permutation(12)

    def shuffle(dataset: Dataset, index: int) -> None:
        dataset.ImagePositionPatient = [0, 0, 2.5 * order[index]]
        dataset.InstanceNumber = int(RNG.integers(1000))

    slices(tmp_path, 12, shuffle)
    (series,) = stacks(tmp_path)
    assert places(series) == [2.5 * n for n in range(12)]
    assert series.spacing == pytest.approx(2.5)
    assert series.notes == ()


@pytest.mark.parametrize(
    "orientation",
    [
        [1, 0, 0, 0, 1, 0],
        [1, 0, 0, 0, 0, -1],
        [0, 1, 0, 0, 0, -1],
        [0.8, 0.6, 0, 0, 0, -1],
        [-1, 0, 0, 0, -1, 0],
    ],
)
def test_places_lie_along_the_normal_of_any_orientation(orientation, tmp_path):
    normal = np.cross(orientation[:3], orientation[3:])

    def move(dataset: Dataset, index: int) -> None:
        dataset.ImageOrientationPatient = [f"{v:.6g}" for v in orientation]
        dataset.ImagePositionPatient = [f"{v:.6g}" for v in (index * 3 * normal + [10, 20, 30])]

    slices(tmp_path, 5, move)
    (series,) = stacks(tmp_path)
    np.testing.assert_allclose(np.diff(places(series)), 3)
    for ref in series.frames:
        geometry = read_frame(ref).geometry
        assert ref.position == pytest.approx(float(np.dot(geometry.normal, geometry.position)))


def test_without_positions_instance_numbers_order(tmp_path):
    def number(dataset: Dataset, index: int) -> None:
        dataset.InstanceNumber = [3, 11, 2, 10][index]

    slices(tmp_path, 4, number, ImagePositionPatient=None, ImageOrientationPatient=None)
    (series,) = stacks(tmp_path)
    assert names(series) == ["slice002", "slice000", "slice003", "slice001"]
    assert [ref.position for ref in series.frames] == [None] * 4
    assert "positions are missing" in said(series)


def test_projection_images_need_no_positions(tmp_path):
    slices(tmp_path, 3, Modality="CR", ImagePositionPatient=None, ImageOrientationPatient=None)
    (series,) = stacks(tmp_path)
    assert series.notes == ()


def test_senseless_orientation_gives_no_false_volume(tmp_path):
    slices(tmp_path, 3, ImageOrientationPatient=[0] * 6)
    (series,) = stacks(tmp_path)
    assert [ref.position for ref in series.frames] == [None] * 3
    assert series.spacing is None


# What is odd


def skip(missing: set[int]):
    def move(dataset: Dataset, index: int) -> None:
        kept = [n for n in range(20) if n not in missing]
        dataset.ImagePositionPatient = [0, 0, 5.0 * kept[index]]

    return move


@pytest.mark.parametrize(("missing", "words"), [({4}, "1 slice seems"), ({4, 5, 8}, "3 slices seem")])
def test_gaps_are_reported(missing, words, tmp_path):
    slices(tmp_path, 12, skip(missing))
    (series,) = stacks(tmp_path)
    assert words in said(series)
    assert "5 mm" in said(series)
    assert series.spacing is None


def test_uneven_distances_are_reported(tmp_path):
    def move(dataset: Dataset, index: int) -> None:
        dataset.ImagePositionPatient = [0, 0, float(index**2)]

    slices(tmp_path, 6, move)
    (series,) = stacks(tmp_path)
    assert "varies from 1 to 9 mm" in said(series)
    assert series.spacing is None


def test_rounded_positions_are_even(tmp_path):
    def move(dataset: Dataset, index: int) -> None:
        dataset.ImagePositionPatient = [0, 0, f"{0.703125 * index:.2f}"]

    slices(tmp_path, 9, move)
    (series,) = stacks(tmp_path)
    assert series.spacing == pytest.approx(0.703, abs=0.002)
    assert series.notes == ()


def test_a_second_slice_at_one_place_is_reported(tmp_path):
    def move(dataset: Dataset, index: int) -> None:
        dataset.ImagePositionPatient = [0, 0, 5.0 * min(index, 4)]

    slices(tmp_path, 6, move)
    (series,) = stacks(tmp_path)
    assert len(series.frames) == 6
    assert "1 slice lies where another" in said(series)


def test_gantry_tilt_is_measured(tmp_path):
    tilt = np.radians(15)
    orientation = [1, 0, 0, 0, np.cos(tilt), np.sin(tilt)]
    slices(tmp_path, 5, ImageOrientationPatient=[f"{v:.6f}" for v in orientation], GantryDetectorTilt="15")
    (series,) = stacks(tmp_path)
    assert "tilted by 15.0°" in said(series)
    assert series.spacing == pytest.approx(5 * np.cos(tilt), rel=1e-4)


def test_a_tilt_that_is_only_stated_is_said_where_nothing_can_be_measured(tmp_path):
    save(ct(GantryDetectorTilt="-12.5"), tmp_path / "one")
    (series,) = stacks(tmp_path)
    assert "12.5°" in said(series)


def test_different_rescale_values_are_said_and_kept(tmp_path):
    def rescale(dataset: Dataset, index: int) -> None:
        dataset.RescaleIntercept = str(-1024 + 100 * (index % 2))

    slices(tmp_path, 4, rescale)
    (series,) = stacks(tmp_path)
    assert "rescale values differ" in said(series)
    frames = [read_frame(ref) for ref in series.frames]
    assert frames[1].values[0, 0] - frames[0].values[0, 0] == 100


# Splitting


def localizer(dataset: Dataset) -> None:
    dataset.ImageType = ["ORIGINAL", "PRIMARY", "LOCALIZER"]


DIFFERENCES = {
    "orientation": {"ImageOrientationPatient": [1, 0, 0, 0, 0, -1]},
    "pixel spacing": {"PixelSpacing": [0.5, 0.5]},
    "matrix": {"Rows": 64, "PixelData": bytes(16384)},
    "image type": {"ImageType": ["ORIGINAL", "PRIMARY", "LOCALIZER"]},
    "frame of reference": {"FrameOfReferenceUID": "1.2.3.4"},
    "reconstruction kernel": {"ConvolutionKernel": "B70f"},
    "kind of object": {"SOPClassUID": "1.2.840.10008.5.1.4.1.1.7"},
    "diffusion weighting": {"DiffusionBValue": 1000.0},
    "echo": {"EchoTime": "80"},
}


@pytest.mark.parametrize("what", DIFFERENCES)
def test_a_series_is_split_where_frames_differ(what, tmp_path):
    def differ(dataset: Dataset, index: int) -> None:
        if index == 2:
            change(dataset, DIFFERENCES[what])

    slices(tmp_path, 5, differ)
    found = stacks(tmp_path)
    assert sorted(len(series.frames) for series in found) == [1, 4]
    assert len({series.key for series in found}) == 2
    assert len({series.uid for series in found}) == 1
    for series in found:
        assert f"split into 2 stacks that differ in {what}." in said(series)


@pytest.mark.parametrize(
    ("what", "parts"),
    [
        ("image type", {"AXIAL", "LOCALIZER"}),
        ("reconstruction kernel", {"B30f", "B70f"}),
        ("diffusion weighting", {"", "b 1000"}),
        ("echo", {"TE 10", "TE 80"}),
        ("frame of reference", {""}),
    ],
)
def test_a_part_of_a_series_is_named_by_what_tells_it_from_the_others(what, parts, tmp_path):
    def differ(dataset: Dataset, index: int) -> None:
        change(dataset, {"ConvolutionKernel": "B30f", "EchoTime": "10"})
        if index == 2:
            change(dataset, DIFFERENCES[what])

    slices(tmp_path, 4, differ)
    assert {series.part for series in stacks(tmp_path)} == parts


def test_two_interleaved_echoes_are_two_volumes(tmp_path):
    def echo(dataset: Dataset, index: int) -> None:
        change(dataset, {"Modality": "MR", "EchoTime": ["10", "80"][index % 2], "EchoNumbers": index % 2 + 1})
        dataset.ImagePositionPatient = [0, 0, 4.0 * (index // 2)]

    slices(tmp_path, 10, echo)
    found = stacks(tmp_path)
    assert [places(series) for series in found] == [[0, 4, 8, 12, 16]] * 2
    assert [series.spacing for series in found] == [4, 4]


def test_a_hair_of_difference_splits_nothing(tmp_path):
    def wobble(dataset: Dataset, index: int) -> None:
        dataset.ImageOrientationPatient = [1, 0, 0, 0, 1, index * 5e-5]
        dataset.PixelSpacing = [0.661468, 0.661468 + index * 1e-5]

    slices(tmp_path, 6, wobble)
    assert len(stacks(tmp_path)) == 1


def test_views_around_a_volume_are_one_stack(tmp_path):
    def turn(dataset: Dataset, index: int) -> None:
        angle = np.radians(10 * index)
        dataset.ImageOrientationPatient = [f"{v:.5f}" for v in (np.cos(angle), np.sin(angle), 0, 0, 0, -1)]

    slices(tmp_path, 6, turn, ImageType=["DERIVED", "SECONDARY", "PROJECTION IMAGE"], Modality="MR")
    (series,) = stacks(tmp_path)
    assert names(series) == [f"slice{n:03}" for n in range(6)]
    assert series.notes == ()


def test_volumes_follow_one_another(tmp_path):
    """Three time points of four slices, numbered slice by slice."""

    def move(dataset: Dataset, index: int) -> None:
        dataset.ImagePositionPatient = [0, 0, 5.0 * (index // 3)]

    slices(tmp_path, 12, move)
    (series,) = stacks(tmp_path)
    assert places(series) == [0, 5, 10, 15] * 3
    assert [int(name[-3:]) % 3 for name in names(series)] == [0] * 4 + [1] * 4 + [2] * 4
    assert "3 volumes of 4 slices" in said(series)
    assert series.spacing == 5


def test_a_film_of_one_slice_runs_by_its_numbers(tmp_path):
    slices(tmp_path, 5, lambda dataset, index: setattr(dataset, "ImagePositionPatient", [0, 0, 0]))
    (series,) = stacks(tmp_path)
    assert names(series) == [f"slice{n:03}" for n in range(5)]
    assert "same place" in said(series)


def test_patients_and_studies_are_kept_apart(tmp_path):
    slices(tmp_path / "a", 2)
    slices(tmp_path / "b", 2, PatientID="other")
    slices(tmp_path / "c", 2, StudyInstanceUID=generate_uid())
    found = stacks(tmp_path)
    assert len({(series.study.uid, series.study.patient.id) for series in found}) == 3
    assert len({series.key for series in found}) == 3


def test_series_come_by_date_and_number(tmp_path):
    slices(tmp_path / "a", 1, SeriesNumber=10, StudyDate="20240101")
    slices(tmp_path / "b", 1, SeriesNumber=9, StudyDate="20240101")
    slices(tmp_path / "c", 1, SeriesNumber=1, StudyDate="20250101", StudyInstanceUID=generate_uid())
    assert [(s.study.date, s.number) for s in stacks(tmp_path)] == [
        ("20240101", 9),
        ("20240101", 10),
        ("20250101", 1),
    ]


def test_files_without_uids_do_not_fall_together(tmp_path):
    absent = dict.fromkeys(["SOPInstanceUID", "SeriesInstanceUID", "StudyInstanceUID"])
    for folder in ("a", "b"):
        slices(tmp_path / folder, 2, **absent)
    found = stacks(tmp_path)
    assert [len(series.frames) for series in found] == [2, 2]
    assert len({ref.key for series in found for ref in series.frames}) == 4
    for series in found:
        for ref in series.frames:
            np.testing.assert_array_equal(read_frame(ref).stored, ct().pixel_array)


def test_frames_of_a_multi_frame_image_without_places_keep_their_order(tmp_path):
    pixels = RNG.integers(0, 100, (4, 6, 6)).astype(np.uint8)
    dataset = grey(pixels, Modality="US", ImagePositionPatient=None, ImageOrientationPatient=None)
    save(dataset, tmp_path / "film")
    (series,) = stacks(tmp_path)
    assert [ref.number for ref in series.frames] == [1, 2, 3, 4]


def test_an_enhanced_series_splits_by_what_its_frames_say(shared):
    found = stacks(shared / "corpus" / "dcm_qa_enh" / "In" / "Philips")
    assert sorted(series.image_type[3] for series in found) == ["FIELD_MAP", "M"]
    for series in found:
        assert len(series.frames) == 32
        assert series.spacing == pytest.approx(4)


def test_four_files_of_one_enhanced_series_are_four_volumes(shared):
    (series,) = stacks(shared / "corpus" / "dcm_qa_enh" / "In" / "Siemens")
    assert len({ref.uid for ref in series.frames[:6]}) == 1
    assert "4 volumes of 6 slices" in said(series)


def test_a_real_series_is_even(demo):
    (series,) = stacks(demo / "ct")
    assert (len(series.frames), series.notes) == (20, ())
    assert series.spacing == pytest.approx(2)
    assert places(series) == sorted(places(series))
