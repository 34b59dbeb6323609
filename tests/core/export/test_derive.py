"""The derived data set, row by row of what PS3.3 asks of it; the source is read by pydicom alone."""

from copy import deepcopy
from datetime import UTC, datetime

import numpy as np
import pydicom
import pytest
from pydicom import Dataset
from pydicom.uid import ExplicitVRLittleEndian, generate_uid

from core.dicom.derive import NewSeries, SourceInstance, derive
from core.dicom.lossy import Compression
from core.dicom.provenance import IMPLEMENTATION_UID, SCHEME, Code, Derivation, Record, read_record
from core.dicom.save import save
from core.errors import ClearsliceError
from core.frame import StoredFormat
from core.recipe import Recipe, Step

RECIPE = Recipe((Step("cnn", (("model", "first"), ("noise", 1.2)), 0.7),))
NOON = datetime(2026, 3, 4, 12, 30, 15, 250000, UTC)
SMOOTHING = Code("113087", "DCM", "Smoothing")
OWN = Code("CNN", SCHEME, "Denoise (AI)")
UNCHANGED = [
    *("StudyInstanceUID", "StudyID", "AccessionNumber", "StudyDate", "StudyTime"),
    *("PatientName", "PatientID", "PatientBirthDate", "PatientSex"),
    *("SOPClassUID", "Modality", "FrameOfReferenceUID", "InstanceNumber", "AcquisitionNumber"),
    *("ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing", "SliceThickness", "SliceLocation"),
    *("RescaleSlope", "RescaleIntercept", "RescaleType", "WindowCenter", "WindowWidth"),
    *("WindowCenterWidthExplanation", "VOILUTFunction", "PhotometricInterpretation", "PatientOrientation"),
    *("Manufacturer", "ManufacturerModelName", "SoftwareVersions", "AcquisitionDate", "AcquisitionTime"),
    *("BitsAllocated", "BitsStored", "HighBit", "PixelRepresentation", "Rows", "Columns"),
    *("PresentationIntentType", "PresentationLUTShape", "BurnedInAnnotation", "ConvolutionKernel"),
]


def derivation(keeps_units: bool = True) -> Derivation:
    record = Record(RECIPE, "first", "ab" * 32, "cpu", "0.1.0")
    return Derivation("Denoise by first", (SMOOTHING, OWN), "[Clearslice cnn 70%]", keeps_units, record)


def instance(dataset: Dataset, **changes: object) -> SourceInstance:
    header = deepcopy(dataset)
    header.pop("PixelData", None)
    form = StoredFormat(int(dataset.BitsStored), bool(dataset.PixelRepresentation))
    return SourceInstance(header, dataset.SOPInstanceUID, dataset.SOPClassUID, form, **changes)


def planes(dataset: Dataset) -> np.ndarray:
    return dataset.pixel_array.reshape(-1, dataset.Rows, dataset.Columns)


def derived(dataset: Dataset, keeps_units: bool = True, **changes: object) -> Dataset:
    pixels = planes(dataset)
    series = NewSeries(generate_uid(), 1003, NOON)
    numbers = range(1, len(pixels) + 1)
    return derive(instance(dataset, **changes), numbers, pixels, series, derivation(keeps_units))


@pytest.fixture
def ct(demo) -> Dataset:
    return pydicom.dcmread(demo / "ct" / "ct_01.dcm")


@pytest.fixture(params=["ct/ct_01.dcm", "mr/N2D_0229.dcm", "dx/chest.dcm"])
def classic(request, demo) -> Dataset:
    return pydicom.dcmread(demo / request.param)


@pytest.fixture(params=["eCT_Supplemental.dcm"])
def enhanced(request, pydicom_file) -> Dataset:
    return pydicom.dcmread(pydicom_file(request.param))


class TestClassic:
    def test_keeps_what_belongs_to_patient_study_place_and_meaning(self, classic):
        new = derived(classic)
        for keyword in UNCHANGED:
            assert new.get(keyword) == classic.get(keyword), keyword

    def test_is_a_new_instance_in_a_new_series(self, classic):
        one, two = derived(classic), derived(classic)
        assert len({classic.SOPInstanceUID, one.SOPInstanceUID, two.SOPInstanceUID}) == 3
        assert one.SeriesInstanceUID != classic.SeriesInstanceUID
        assert one.SeriesNumber == 1003

    def test_never_writes_to_the_source(self, ct):
        before = deepcopy(ct)
        source = instance(ct)
        header = deepcopy(source.header)
        derive(source, [1], planes(ct), NewSeries("2.25.7", 1, NOON), derivation())
        assert source.header == header
        assert ct == before

    def test_says_derived_and_keeps_the_other_values(self, ct):
        assert list(derived(ct).ImageType) == ["DERIVED", *ct.ImageType[1:]]

    @pytest.mark.parametrize(
        ("modality", "words"),
        [
            ("CT", ["DERIVED", "PRIMARY", "AXIAL"]),
            ("CR", ["DERIVED", "PRIMARY"]),
            ("DX", ["DERIVED", "PRIMARY", ""]),
        ],
    )
    def test_makes_an_image_type_where_there_is_none(self, ct, modality, words):
        del ct.ImageType
        ct.Modality = modality
        assert list(derived(ct).ImageType) == words

    def test_names_what_was_done_and_from_what(self, classic):
        new = derived(classic)
        assert "Denoise by first" in new.DerivationDescription
        assert f"{classic.BitsStored} bits" in new.DerivationDescription
        codes = [(c.CodeValue, c.CodingSchemeDesignator, c.CodeMeaning) for c in new.DerivationCodeSequence]
        assert codes == [("113087", "DCM", "Smoothing"), ("CNN", SCHEME, "Denoise (AI)")]
        (source,) = new.SourceImageSequence
        assert source.ReferencedSOPInstanceUID == classic.SOPInstanceUID
        assert source.ReferencedSOPClassUID == classic.SOPClassUID
        assert source.SpatialLocationsPreserved == "YES"
        assert source.PurposeOfReferenceCodeSequence[0].CodeValue == "121322"

    def test_description_is_cut_to_what_st_holds(self, ct):
        ct.DerivationDescription = "x" * 1024
        assert len(derived(ct).DerivationDescription) == 1024

    def test_series_description_is_cut_to_what_lo_holds_and_keeps_the_suffix(self, ct):
        ct.SeriesDescription = "word " * 20
        description = derived(ct).SeriesDescription
        assert len(description) <= 64
        assert description.startswith("word word")
        assert description.endswith("[Clearslice cnn 70%]")

    def test_appends_itself_to_the_equipment(self, ct):
        scanner = Dataset()
        scanner.Manufacturer = "Scanner"
        ct.ContributingEquipmentSequence = [scanner]
        first, ours = derived(ct).ContributingEquipmentSequence
        assert first.Manufacturer == "Scanner"
        assert ours.PurposeOfReferenceCodeSequence[0].CodeValue == "109102"
        assert ours.Manufacturer == "Clearslice"
        assert list(ours.SoftwareVersions) == ["0.1.0", "first " + "ab" * 8]

    def test_times_are_in_the_zone_of_the_source(self, ct):
        ct.TimezoneOffsetFromUTC = "+0530"
        new = derived(ct)
        for kind in ("InstanceCreation", "Series", "Content"):
            assert new[f"{kind}Date"].value == "20260304"
            assert new[f"{kind}Time"].value == "180015.250000"
        assert new.ContributingEquipmentSequence[-1].ContributionDateTime == "20260304180015.250000+0530"

    def test_drops_what_described_the_old_pixels(self, ct):
        ct.IconImageSequence = [Dataset()]
        ct.DigitalSignaturesSequence = [Dataset()]
        ct.MACParametersSequence = [Dataset()]
        ct.DataSetTrailingPadding = b"\0\0"
        ct.SmallestImagePixelValue = 0
        ct.LargestImagePixelValue = 9
        ct.private_block(0x7FE1, "VENDOR PIXELS", create=True).add_new(1, "OB", b"\0\0")
        ct.private_block(0x0029, "VENDOR HEADER", create=True).add_new(1, "OB", b"ab")
        new = derived(ct)
        for keyword in ("IconImageSequence", "DigitalSignaturesSequence", "MACParametersSequence"):
            assert keyword not in new
        for keyword in ("DataSetTrailingPadding", "SmallestImagePixelValue", "LargestImagePixelValue"):
            assert keyword not in new
        assert not [tag for tag in new.keys() if tag.group == 0x7FE1]  # noqa: SIM118
        assert new.private_block(0x0029, "VENDOR HEADER")[1].value == b"ab"

    def test_record_comes_back(self, ct, tmp_path):
        save(derived(ct), tmp_path / "x.dcm")
        assert read_record(pydicom.dcmread(tmp_path / "x.dcm")) == derivation().record

    def test_record_survives_an_archive_that_turns_it_into_implicit_vr(self, ct, tmp_path):
        save(derived(ct), tmp_path / "x.dcm")
        dataset = pydicom.dcmread(tmp_path / "x.dcm")
        dataset.file_meta.TransferSyntaxUID = pydicom.uid.ImplicitVRLittleEndian
        dataset.save_as(tmp_path / "y.dcm", implicit_vr=True, little_endian=True)
        assert read_record(pydicom.dcmread(tmp_path / "y.dcm")) == derivation().record

    def test_record_of_a_second_processing_replaces_the_first(self, ct, tmp_path):
        save(derived(ct), tmp_path / "x.dcm")
        once = pydicom.dcmread(tmp_path / "x.dcm")
        again = derived(once)
        assert read_record(again) == derivation().record
        assert len(again.ContributingEquipmentSequence) == 2
        assert len(again.CodingSchemeIdentificationSequence) == 1
        assert again.SourceImageSequence[0].ReferencedSOPInstanceUID == once.SOPInstanceUID

    def test_no_record_in_what_others_made(self, ct):
        assert read_record(ct) is None

    def test_damaged_record_is_told(self, ct):
        ct.private_block(0x0099, "CLEARSLICE 1", create=True).add_new(1, "UT", "x")
        with pytest.raises(ClearsliceError):
            read_record(ct)


class TestPixels:
    def test_come_back_and_have_even_length(self, classic, tmp_path):
        save(derived(classic), tmp_path / "x.dcm")
        back = pydicom.dcmread(tmp_path / "x.dcm")
        np.testing.assert_array_equal(back.pixel_array, classic.pixel_array)
        assert len(back.PixelData) % 2 == 0
        assert ("OW" if classic.BitsAllocated > 8 else "OB") == back["PixelData"].VR

    def test_odd_number_of_bytes_is_padded(self, ct, tmp_path):
        pixels = np.arange(15, dtype=np.uint8).reshape(1, 3, 5)
        ct.Rows, ct.Columns, ct.BitsAllocated, ct.BitsStored, ct.HighBit = 3, 5, 8, 8, 7
        ct.PixelRepresentation = 0
        new = derive(instance(ct), [1], pixels, NewSeries("2.25.7", 1, NOON), derivation())
        save(new, tmp_path / "x.dcm")
        back = pydicom.dcmread(tmp_path / "x.dcm")
        assert len(back.PixelData) == 16
        np.testing.assert_array_equal(back.pixel_array, pixels[0])

    @pytest.mark.parametrize("signed", [False, True])
    def test_unused_bits_are_zero_or_sign(self, ct, signed):
        pixels = np.asarray([[[-2048 if signed else 0, 2047]]], np.int16)
        ct.Rows, ct.Columns, ct.BitsStored, ct.HighBit, ct.PixelRepresentation = 1, 2, 12, 11, int(signed)
        new = derive(instance(ct), [1], pixels, NewSeries("2.25.7", 1, NOON), derivation())
        assert new.PixelData == pixels.astype("<i2").tobytes()
        assert (new.BitsAllocated, new.BitsStored, new.HighBit) == (16, 12, 11)

    def test_high_bit_elsewhere_is_put_right(self, ct):
        ct.BitsStored, ct.HighBit = 12, 15
        new = derive(
            instance(ct), [1], np.zeros((1, ct.Rows, ct.Columns)), NewSeries("2.25.7", 1, NOON), derivation()
        )
        assert new.HighBit == 11

    @pytest.mark.parametrize(
        ("vr", "value", "signed", "expected"), [("US", 63536, 1, -2000), ("SS", -2000, 0, 63536)]
    )
    def test_padding_value_follows_pixel_representation(self, ct, vr, value, signed, expected):
        ct.add_new("PixelPaddingValue", vr, value)
        ct.PixelRepresentation = signed
        element = derived(ct)["PixelPaddingValue"]
        assert (element.VR, element.value) == ("SS" if signed else "US", expected)


class TestLossy:
    def test_flags_stay_as_they_are(self, ct):
        ct.LossyImageCompression = "01"
        ct.LossyImageCompressionRatio = ["4.1", "10"]
        ct.LossyImageCompressionMethod = ["ISO_10918_1", "ISO_15444_1"]
        new = derived(ct, compression=Compression("ISO_10918_1", 7.0))
        assert new.LossyImageCompression == "01"
        assert [float(r) for r in new.LossyImageCompressionRatio] == [4.1, 10]
        assert list(new.LossyImageCompressionMethod) == ["ISO_10918_1", "ISO_15444_1"]

    def test_what_the_source_did_not_say_is_added(self, ct):
        ct.LossyImageCompression = "00"
        new = derived(ct, compression=Compression("ISO_10918_1", 12.3456789))
        assert new.LossyImageCompression == "01"
        assert str(new.LossyImageCompressionRatio) == "12.35"
        assert new.LossyImageCompressionMethod == "ISO_10918_1"

    def test_nothing_is_invented(self, ct):
        ct.pop("LossyImageCompression", None)
        assert "LossyImageCompression" not in derived(ct)


class TestUnits:
    def test_stay_where_the_method_keeps_them(self, ct):
        ct.RescaleType = "HU"
        ct.RealWorldValueMappingSequence = [Dataset()]
        new = derived(ct)
        assert new.RescaleType == "HU"
        assert "RealWorldValueMappingSequence" in new
        assert "no unit" not in new.DerivationDescription

    def test_are_taken_back_where_it_does_not(self, ct):
        ct.RescaleType = "HU"
        ct.RealWorldValueMappingSequence = [Dataset()]
        new = derived(ct, keeps_units=False)
        assert new.RescaleType == "US"
        assert (new.RescaleSlope, new.RescaleIntercept) == (ct.RescaleSlope, ct.RescaleIntercept)
        assert "RealWorldValueMappingSequence" not in new
        assert "no unit" in new.DerivationDescription

    def test_are_taken_back_from_a_modality_lut(self, ct):
        table = Dataset()
        table.LUTDescriptor, table.ModalityLUTType = [4, 0, 16], "HU"
        table.LUTData = [0, 1, 2, 3]
        ct.ModalityLUTSequence = [table]
        assert derived(ct, keeps_units=False).ModalityLUTSequence[0].ModalityLUTType == "US"

    def test_are_taken_back_from_each_frame(self, enhanced):
        shared = enhanced.SharedFunctionalGroupsSequence[0]
        shared.PixelValueTransformationSequence[0].RescaleType = "HU"
        groups = derived(enhanced, keeps_units=False).SharedFunctionalGroupsSequence[0]
        assert groups.PixelValueTransformationSequence[0].RescaleType == "US"
        assert "RealWorldValueMappingSequence" not in groups


class TestEnhanced:
    def test_each_frame_names_its_source_frame(self, enhanced):
        new = derived(enhanced)
        assert len(new.PerFrameFunctionalGroupsSequence) == enhanced.NumberOfFrames
        for number, frame in enumerate(new.PerFrameFunctionalGroupsSequence, 1):
            (item,) = frame.DerivationImageSequence
            (source,) = item.SourceImageSequence
            assert source.ReferencedSOPInstanceUID == enhanced.SOPInstanceUID
            assert source.ReferencedFrameNumber == number
            assert item.DerivationCodeSequence[0].CodeMeaning == "Smoothing"
            assert source.PurposeOfReferenceCodeSequence[0].CodeValue == "121322"
        assert "DerivationDescription" not in new
        assert "SourceImageSequence" not in new

    def test_evidence_is_the_hierarchy_of_the_source(self, enhanced):
        (study,) = derived(enhanced).SourceImageEvidenceSequence
        assert study.StudyInstanceUID == enhanced.StudyInstanceUID
        (series,) = study.ReferencedSeriesSequence
        assert series.SeriesInstanceUID == enhanced.SeriesInstanceUID
        assert series.ReferencedSOPSequence[0].ReferencedSOPInstanceUID == enhanced.SOPInstanceUID

    def test_is_for_research_and_derived_in_every_frame(self, enhanced):
        shared = enhanced.SharedFunctionalGroupsSequence[0].CTImageFrameTypeSequence[0]
        shared.FrameType = ["ORIGINAL", "PRIMARY", "VOLUME", "NONE"]
        enhanced.ImageType = ["MIXED", "PRIMARY", "VOLUME", "MIXED"]
        new = derived(enhanced)
        assert new.ContentQualification == "RESEARCH"
        assert list(new.ImageType) == ["DERIVED", "PRIMARY", "VOLUME", "MIXED"]
        frame_type = new.SharedFunctionalGroupsSequence[0].CTImageFrameTypeSequence[0].FrameType
        assert list(frame_type) == ["DERIVED", "PRIMARY", "VOLUME", "FILTERED"]

    def test_some_frames_keep_their_groups_and_count_from_one(self, pydicom_file):
        source = pydicom.dcmread(pydicom_file("eCT_Supplemental.dcm"))
        second = source.PerFrameFunctionalGroupsSequence[1]
        pixels = planes(source)[1:]
        new = derive(instance(source), [2], pixels, NewSeries("2.25.7", 1, NOON), derivation())
        (frame,) = new.PerFrameFunctionalGroupsSequence
        assert new.NumberOfFrames == 1
        assert frame.PlanePositionSequence == second.PlanePositionSequence
        assert frame.DerivationImageSequence[0].SourceImageSequence[0].ReferencedFrameNumber == 2
        assert list(frame.FrameContentSequence[0].DimensionIndexValues) == [1, 1]

    def test_some_frames_of_an_image_without_groups_are_refused(self, ct):
        pixels = planes(ct)
        ct.NumberOfFrames = 3
        with pytest.raises(ClearsliceError):
            derive(instance(ct), [1], pixels, NewSeries("2.25.7", 1, NOON), derivation())

    @pytest.mark.parametrize("keeps_units", [True, False])
    @pytest.mark.parametrize(
        "name", ["eCT_Supplemental.dcm", "emri_small_big_endian.dcm", "MR_small_implicit.dcm"]
    )
    def test_never_writes_to_the_source(self, pydicom_file, tmp_path, name, keeps_units):
        dataset = pydicom.dcmread(pydicom_file(name))
        dataset.add_new(0x00281101, "US", [4, 0, 16])
        dataset.add_new(0x00281201, "OW", b"\1\2\3\4\5\6\7\0")
        source = instance(dataset)
        before = deepcopy(source.header)
        pixels = planes(dataset)
        series = NewSeries("2.25.7", 1, NOON)
        new = derive(source, range(1, len(pixels) + 1), pixels, series, derivation(keeps_units))
        save(new, tmp_path / "x.dcm")
        assert source.header == before
        assert "PixelData" not in source.header

    def test_leaves_its_concatenation(self, enhanced):
        enhanced.ConcatenationUID = "2.25.8"
        enhanced.InConcatenationNumber = 1
        new = derived(enhanced)
        assert "ConcatenationUID" not in new
        assert "InConcatenationNumber" not in new


class TestFile:
    def test_meta_is_our_own_and_the_preamble_is_empty(self, ct, tmp_path):
        ct.preamble = b"MZ" + b"x" * 126
        ct.file_meta.PrivateInformationCreatorUID = "1.2.3"
        new = derived(ct)
        path = tmp_path / "x.dcm"
        save(new, path)
        assert path.read_bytes()[:132] == b"\0" * 128 + b"DICM"
        meta = pydicom.dcmread(path).file_meta
        assert meta.TransferSyntaxUID == ExplicitVRLittleEndian
        assert meta.MediaStorageSOPInstanceUID == new.SOPInstanceUID
        assert meta.MediaStorageSOPClassUID == ct.SOPClassUID
        assert meta.ImplementationClassUID == IMPLEMENTATION_UID
        assert meta.ImplementationVersionName.startswith("CLEARSLICE")
        assert "PrivateInformationCreatorUID" not in meta

    def test_big_endian_words_are_turned_around(self, pydicom_file, tmp_path):
        little = pydicom.dcmread(pydicom_file("MR_small.dcm"))
        mask = np.random.default_rng(0).random((64, 64)) < 0.3
        for dataset_little in (True, False):
            bits = np.packbits(mask.ravel(), bitorder="little")
            raw = bits.tobytes() if dataset_little else bits.view("<u2").byteswap().tobytes()
            dataset = deepcopy(little)
            for element, vr, value in (
                (0x10, "US", 64),
                (0x11, "US", 64),
                (0x40, "CS", "G"),
                (0x50, "SS", [1, 1]),
            ):
                dataset.add_new((0x6000, element), vr, value)
            dataset.add_new((0x6000, 0x0100), "US", 1)
            dataset.add_new((0x6000, 0x0102), "US", 0)
            dataset.add_new((0x6000, 0x3000), "OW", raw)
            pixels = little.pixel_array.astype("<i2" if dataset_little else ">i2").tobytes()
            dataset.PixelData = pixels
            syntax = pydicom.uid.ExplicitVRLittleEndian if dataset_little else pydicom.uid.ExplicitVRBigEndian
            dataset.file_meta.TransferSyntaxUID = syntax
            pydicom.dcmwrite(tmp_path / "s.dcm", dataset, implicit_vr=False, little_endian=dataset_little)
            source = pydicom.dcmread(tmp_path / "s.dcm")
            save(derived(source), tmp_path / "d.dcm")
            back = pydicom.dcmread(tmp_path / "d.dcm")
            np.testing.assert_array_equal(back.pixel_array, little.pixel_array)
            np.testing.assert_array_equal(back.overlay_array(0x6000), mask)

    @pytest.mark.parametrize(
        ("charset", "name"),
        [
            ("ISO_IR 192", "Wang^XiaoDong=王^小东"),
            ("GB18030", "Wang^XiaoDong=王^小东"),
            ("ISO_IR 100", "Müller^Jörg"),
        ],
    )
    def test_names_in_other_letters_stay_byte_for_byte(self, ct, tmp_path, charset, name):
        ct.SpecificCharacterSet, ct.PatientName = charset, name
        ct.save_as(tmp_path / "s.dcm")
        source = pydicom.dcmread(tmp_path / "s.dcm")
        save(derived(source), tmp_path / "d.dcm")
        raw = [pydicom.dcmread(tmp_path / p).get_item("PatientName").value for p in ("s.dcm", "d.dcm")]
        assert raw[0] == raw[1]

    def test_a_malformed_value_does_not_stop_the_export(self, pydicom_file, tmp_path):
        source = pydicom.dcmread(pydicom_file("MR_small_implicit.dcm"))
        number = source.get_item("InstanceNumber")
        source._dict[number.tag] = number._replace(value=b"1A", length=2)
        pairs = source.get_item("PixelRepresentation")
        tag = pydicom.tag.Tag("AcquisitionMatrix")
        source._dict[tag] = pairs._replace(tag=tag, value=b"abc", length=3)
        save(derived(source), tmp_path / "d.dcm")
        back = pydicom.dcmread(tmp_path / "d.dcm")
        assert "AcquisitionMatrix" not in back
        assert back.PatientID == source.PatientID
