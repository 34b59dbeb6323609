"""How an image was taken: values of real files as pydicom reads them, and of functional groups."""

import io

import pydicom
import pytest
from pydicom import Dataset
from pydicom.data import get_testdata_file

from core.dicom.technique import technique


def header(name: str) -> Dataset:
    return pydicom.dcmread(get_testdata_file(name, download=False), stop_before_pixels=True)


def nested(**macros: dict[str, object]) -> Dataset:
    """Return functional groups with one item for each macro."""
    group = Dataset()
    for keyword, values in macros.items():
        item = Dataset()
        for name, value in values.items():
            setattr(item, name, value)
        setattr(group, keyword, [item])
    return group


def test_ct():
    data = header("CT_small.dcm")
    told = technique(data, modality="CT")
    assert told == (
        f"{float(data.KVP):.0f} kV",
        f"{data.Exposure} mAs",
        f"ST {float(data.SliceThickness):g} mm",
        data.ConvolutionKernel,
    )


def test_mr_has_times_and_no_tube():
    data = header("MR_small.dcm")
    data.KVP = 120
    assert technique(data, modality="MR") == ("TR 4000 ms", "TE 240 ms", "FA 90°", "ST 0.8 mm")


def test_a_radiograph_has_no_slices():
    data = header("CT_small.dcm")
    assert technique(data, modality="DX") == ("120 kV", "170 mAs")


def test_thickness_of_a_real_multi_frame_file_is_in_its_shared_groups():
    data = header("eCT_Supplemental.dcm")
    (measures,) = data.SharedFunctionalGroupsSequence[0].PixelMeasuresSequence
    assert technique(data, 2, "CT") == (f"ST {float(measures.SliceThickness):g} mm",)


def test_the_frames_own_group_comes_first():
    data = Dataset()
    data.SharedFunctionalGroupsSequence = [
        nested(
            MRTimingAndRelatedParametersSequence={"RepetitionTime": 2500, "FlipAngle": 8},
            MRModifierSequence={"InversionTimes": [900.5]},
            PixelMeasuresSequence={"SliceThickness": 1.25},
        )
    ]
    data.PerFrameFunctionalGroupsSequence = [
        nested(MREchoSequence={"EffectiveEchoTime": echo}) for echo in (12.34, 98.7)
    ]
    written = io.BytesIO()
    pydicom.dcmwrite(written, data, implicit_vr=True, little_endian=True)
    data = pydicom.dcmread(written, force=True)
    assert technique(data, 1, "MR") == ("TR 2500 ms", "TE 12.3 ms", "TI 900 ms", "FA 8°", "ST 1.25 mm")
    assert technique(data, 2, "MR")[1] == "TE 98.7 ms"


@pytest.mark.parametrize("value", ["", "0", "nonsense", None])
def test_what_is_no_number_is_left_out(value):
    data = Dataset()
    data._dict[pydicom.tag.Tag("KVP")] = pydicom.dataelem.RawDataElement(
        pydicom.tag.Tag("KVP"), "DS", len(value or ""), (value or "").encode(), 0, False, True
    )
    assert technique(data, modality="CT") == ()
