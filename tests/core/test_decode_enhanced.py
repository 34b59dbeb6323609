"""Enhanced multi-frame images whose frames differ in everything (PS3.3 C.7.6.16)."""

import numpy as np
import pydicom
import pytest
from pydicom import Dataset

from core.dicom.decode import read_frame
from core.dicom.scan import scan
from core.window import VoiFunction
from tests.core.dicom_made import grey, save

ENHANCED_CT = "1.2.840.10008.5.1.4.1.1.2.1"
PER_FRAME = (
    "ImagePositionPatient",
    "ImageOrientationPatient",
    "PixelSpacing",
    "RescaleSlope",
    "RescaleIntercept",
    "WindowCenter",
    "WindowWidth",
)
AXIAL, CORONAL = [1, 0, 0, 0, 1, 0], [1, 0, 0, 0, 0, -1]
PIXELS = np.random.default_rng(9).integers(0, 4000, (6, 8, 10)).astype(np.uint16)


def macro(**elements: object) -> list[Dataset]:
    item = Dataset()
    for keyword, value in elements.items():
        setattr(item, keyword, value)
    return [item]


def group(**sequences: list[Dataset]) -> Dataset:
    return macro(**sequences)[0]


def own(index: int) -> Dataset:
    """The functional groups of a frame: axial and coronal slices by turns."""
    return group(
        PlanePositionSequence=macro(ImagePositionPatient=[0, 3 * index, 5 * index]),
        PlaneOrientationSequence=macro(ImageOrientationPatient=CORONAL if index % 2 else AXIAL),
        PixelValueTransformationSequence=macro(
            RescaleSlope=1 + index, RescaleIntercept=-100 * index, RescaleType="HU"
        ),
        FrameVOILUTSequence=macro(
            WindowCenter=[10 * index, 5], WindowWidth=[100 + index, 50], VOILUTFunction="LINEAR_EXACT"
        ),
    )


@pytest.fixture
def enhanced(tmp_path):
    absent = dict.fromkeys(
        [
            "ImagePositionPatient",
            "ImageOrientationPatient",
            "PixelSpacing",
            "RescaleSlope",
            "RescaleIntercept",
        ]
    )
    dataset = grey(PIXELS, SOPClassUID=ENHANCED_CT, WindowCenter=None, WindowWidth=None, **absent)
    dataset.SharedFunctionalGroupsSequence = [
        group(
            PixelMeasuresSequence=macro(PixelSpacing=[0.5, 0.75]),
            CTImageFrameTypeSequence=macro(FrameType=["ORIGINAL", "PRIMARY", "VOLUME", "NONE"]),
        )
    ]
    dataset.PerFrameFunctionalGroupsSequence = [own(index) for index in range(6)]
    return save(dataset, tmp_path / "enhanced.dcm")


def test_mixed_orientations_become_stacks_in_order(enhanced):
    axial, coronal = scan([enhanced]).series
    assert [ref.number for ref in axial.frames] == [1, 3, 5]
    assert [ref.position for ref in axial.frames] == [0, 10, 20]
    assert axial.spacing == 10
    assert {ref.number for ref in coronal.frames} == {2, 4, 6}
    assert coronal.spacing == 6
    assert axial.image_type == ("ORIGINAL", "PRIMARY", "VOLUME", "NONE")
    assert all("orientation" in " ".join(series.notes) for series in (axial, coronal))


def test_each_frame_has_its_own_meaning_and_place(enhanced):
    for series in scan([enhanced]).series:
        for ref in series.frames:
            index, frame = ref.number - 1, read_frame(ref)
            np.testing.assert_array_equal(frame.stored, PIXELS[index])
            np.testing.assert_array_equal(frame.values, PIXELS[index] * (1.0 + index) - 100 * index)
            assert frame.units == "HU"
            assert frame.geometry.position == (0, 3 * index, 5 * index)
            assert frame.geometry.orientation == tuple(CORONAL if index % 2 else AXIAL)
            assert frame.geometry.spacing == (0.5, 0.75)
            assert [(w.center, w.width) for w in frame.windows] == [(10 * index, 100 + index), (5, 50)]
            assert frame.windows[0].function is VoiFunction.LINEAR_EXACT


def test_a_frame_without_groups_takes_what_all_share(enhanced, tmp_path):
    """Fewer per-frame items than frames: the rest has the shared ones and no place."""
    dataset = pydicom.dcmread(enhanced)
    dataset.PerFrameFunctionalGroupsSequence = dataset.PerFrameFunctionalGroupsSequence[:2]
    found = scan([save(dataset, tmp_path / "short.dcm")]).series
    frames = {ref.number: read_frame(ref) for series in found for ref in series.frames}
    assert len(frames) == 6
    assert frames[6].geometry.position is None
    assert frames[6].geometry.spacing == (0.5, 0.75)
    np.testing.assert_array_equal(frames[6].stored, PIXELS[5])
