"""The walk over elements finds what pydicom finds."""

import io
from pathlib import Path

import pydicom
import pytest
from pydicom.dataelem import RawDataElement
from pydicom.uid import DeflatedExplicitVRLittleEndian

from core.dicom.instance import read_instance
from core.dicom.layout import NotDicom, survey
from core.dicom.limits import Budget, Damaged
from core.dicom.sources import FileBytes
from tests.core.dicom_made import sample

FOLDER = sample("CT_small.dcm").parent
DAMAGED = {"MR_truncated.dcm", "rtplan_truncated.dcm"}
NONE = {"no_meta.dcm"}
"""Holds two elements and no sign that it is DICOM."""
FILES = sorted(path.name for path in FOLDER.glob("*.dcm") if path.name not in DAMAGED | NONE)


def opened(path: Path) -> FileBytes:
    return FileBytes(io.BytesIO(path.read_bytes()))


@pytest.mark.parametrize("name", FILES)
def test_tags_values_and_places_are_pydicoms(name):
    path = FOLDER / name
    layout = survey(opened(path), Budget())
    expected = pydicom.dcmread(path, stop_before_pixels=True, force=True)
    assert set(layout.elements) == {int(tag) for tag in expected.keys()}  # noqa: SIM118
    if layout.syntax == DeflatedExplicitVRLittleEndian:
        return  # pydicom counts from the start of the inflated part
    for tag, element in layout.elements.items():
        theirs = expected.get_item(tag)
        if isinstance(theirs, RawDataElement):
            assert (element.offset, element.length) == (theirs.value_tell, theirs.length)


@pytest.mark.parametrize("name", FILES)
def test_the_header_says_what_pydicoms_says(name):
    path = FOLDER / name
    found = read_instance(opened(path), Budget()).header
    expected = pydicom.dcmread(path, stop_before_pixels=True, force=True)
    for tag in expected.keys():  # noqa: SIM118
        if tag.element != 0:
            assert str(found[tag].value) == str(expected[tag].value)


@pytest.mark.parametrize("name", sorted(DAMAGED))
def test_files_cut_short_are_damaged(name):
    with pytest.raises(Damaged):
        survey(opened(FOLDER / name), Budget())


@pytest.mark.parametrize("name", ["README.txt", "test1.json", "rtplan.dump", "crayons.icc", "zipMR.gz"])
def test_other_files_are_not_dicom(name):
    with pytest.raises(NotDicom):
        survey(opened(FOLDER / name), Budget())
