"""What a header can say of a frame, on files made to say it."""

import numpy as np
import pydicom
import pytest
from pydicom import Dataset, Sequence
from pydicom.encaps import encapsulate
from pydicom.pixels import pack_bits
from pydicom.pixels.processing import apply_modality_lut, apply_voi
from pydicom.uid import DeflatedExplicitVRLittleEndian, ExplicitVRBigEndian, RLELossless

from core.dicom.decode import read_frame
from core.dicom.study import FrameRef, Source
from core.errors import ClearsliceError
from core.frame import ModalityLut, Rescale, StoredFormat
from core.window import VoiFunction
from tests.core.dicom_made import change, ct, encoded, grey, read, sample, save, with_text

RNG = np.random.default_rng(11)


# How integers lie in their cells (PS3.5 8.1.1)


@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize(("stored", "high"), [(12, 11), (12, 15), (12, 13), (10, 9), (16, 15), (7, 12)])
def test_values_are_found_wherever_high_bit_puts_them(stored, high, signed, tmp_path):
    low, limit = (-(1 << stored - 1), 1 << stored - 1) if signed else (0, 1 << stored)
    values = RNG.integers(low, limit, (16, 16)).astype(np.int64)
    shift = high + 1 - stored
    garbage = RNG.integers(0, 1 << 16, (16, 16)) & ~(((1 << stored) - 1) << shift)
    cells = ((values & ((1 << stored) - 1)) << shift | garbage).astype(np.uint16)
    changes = {"BitsStored": stored, "HighBit": high, "PixelRepresentation": int(signed)}
    frame = read(save(grey(cells, **changes), tmp_path / "ct"))
    np.testing.assert_array_equal(frame.stored, values)
    assert frame.format == StoredFormat(stored, signed)


def test_high_bit_is_obeyed_in_rle_too(tmp_path):
    values = RNG.integers(0, 4096, (16, 16)).astype(np.uint16)
    dataset = grey(values << 4, BitsStored=12, HighBit=11, BitsAllocated=16)
    dataset.BitsStored = 16
    dataset.HighBit = 15
    dataset.compress(RLELossless, generate_instance_uid=False)
    dataset.BitsStored = 12
    np.testing.assert_array_equal(read(save(dataset, tmp_path / "ct")).stored, values)


def test_a_wrong_high_bit_in_a_jpeg_stream_is_refused(tmp_path):
    dataset = pydicom.dcmread(sample("MR_small_jp2klossless.dcm"))
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 16, 12, 15
    with pytest.raises(ClearsliceError, match="wrong place"):
        read(save(dataset, tmp_path / "mr"))


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, np.uint16, np.int16, np.uint32, np.int32])
@pytest.mark.parametrize("big_endian", [False, True])
def test_integers_of_all_sizes(dtype, big_endian, tmp_path):
    limits = np.iinfo(dtype)
    values = RNG.integers(limits.min, limits.max, (5, 7), dtype, endpoint=True)
    dataset = grey(values)
    if big_endian:
        dataset.file_meta.TransferSyntaxUID = ExplicitVRBigEndian
        data = values.astype(values.dtype.newbyteorder(">")).tobytes()
        dataset.PixelData = data + b"\0" * (len(data) % 2)
        path = tmp_path / "ct"
        pydicom.dcmwrite(path, dataset, little_endian=False, implicit_vr=False)
    else:
        path = save(dataset, tmp_path / "ct")
    frame = read(path)
    assert frame.stored.dtype == dtype
    np.testing.assert_array_equal(frame.stored, values)


@pytest.mark.parametrize(
    ("keyword", "dtype"), [("FloatPixelData", np.float32), ("DoubleFloatPixelData", np.float64)]
)
def test_floating_point_pixels(keyword, dtype, tmp_path):
    values = RNG.normal(size=(6, 5)).astype(dtype)
    dataset = grey(np.zeros((6, 5), np.int16), RescaleSlope=1, RescaleIntercept=0)
    del dataset.PixelData
    setattr(dataset, keyword, values.tobytes())
    dataset.BitsAllocated = 8 * values.itemsize
    for absent in ("BitsStored", "HighBit", "PixelRepresentation"):
        delattr(dataset, absent)
    frame = read(save(dataset, tmp_path / "map"))
    np.testing.assert_array_equal(frame.values, values.astype(np.float32))


@pytest.mark.parametrize("number", [1, 2, 3])
def test_one_bit_frames_follow_each_other_without_a_gap(number, tmp_path):
    bits = RNG.integers(0, 2, (3, 5, 7)).astype(np.uint8)
    dataset = grey(bits, BitsAllocated=1, BitsStored=1, HighBit=0, PixelRepresentation=0)
    dataset.PixelData = pack_bits(bits)
    frame = read(save(dataset, tmp_path / "bits"), number)
    np.testing.assert_array_equal(frame.stored, bits[number - 1])


def test_bytes_after_the_pixels_are_no_harm(tmp_path):
    dataset = ct()
    expected = dataset.pixel_array
    dataset.PixelData += b"\1" * 10
    np.testing.assert_array_equal(read(save(dataset, tmp_path / "ct")).stored, expected)


# Modality transform (PS3.3 C.11.1)


@pytest.mark.parametrize("slope", ["0", "1e-300", "1e300", "nan", "abc"])
def test_a_senseless_slope_shows_stored_values_and_says_so(slope, tmp_path):
    path = tmp_path / "ct"
    path.write_bytes(with_text(encoded(ct()), b"\x28\x00\x53\x10", b"DS", slope))
    frame = read(path)
    assert frame.transform == Rescale(1.0, 0.0, "")
    assert frame.windows == ()
    assert any("rescale" in note for note in frame.notes)
    assert np.isfinite(frame.values).all()


def test_small_slopes_are_kept_exactly(tmp_path):
    dataset = ct(RescaleSlope="1.2345e-4", RescaleIntercept="-3")
    frame = read(save(dataset, tmp_path / "ct"))
    assert frame.transform == Rescale(1.2345e-4, -3.0, "HU")
    np.testing.assert_array_equal(np.rint(frame.transform.invert(frame.values)), frame.stored)


@pytest.mark.parametrize(
    ("changes", "units"),
    [
        ({}, "HU"),
        ({"RescaleType": "HU"}, "HU"),
        ({"RescaleType": "US"}, ""),
        ({"ImageType": ["ORIGINAL", "PRIMARY", "LOCALIZER"]}, ""),
        ({"Modality": "MR"}, ""),
        ({"Modality": "DX", "RescaleType": "OD"}, "OD"),
        ({"Modality": "PT", "Units": "BQML"}, "Bq/ml"),
    ],
)
def test_units_are_what_the_file_says(changes, units, tmp_path):
    assert read(save(ct(**changes), tmp_path / "image")).units == units


def lut_item(first: int, entries: np.ndarray, bits: int) -> Dataset:
    item = Dataset()
    item.add_new("LUTDescriptor", "SS" if first < 0 else "US", [len(entries) % 65536, first, bits])
    item.add_new("LUTData", "US", entries.tolist())
    return item


def test_modality_lut_is_applied(tmp_path):
    entries = np.sort(RNG.integers(0, 65536, 2200))
    dataset = ct(ModalityLUTSequence=[lut_item(0, entries, 16)], RescaleSlope=None, RescaleIntercept=None)
    dataset.ModalityLUTSequence[0].ModalityLUTType = "OD"
    frame = read(save(dataset, tmp_path / "ct"))
    assert isinstance(frame.transform, ModalityLut)
    assert frame.units == "OD"
    np.testing.assert_array_equal(frame.values, apply_modality_lut(dataset.pixel_array, dataset))


def test_a_damaged_modality_lut_is_said(tmp_path):
    item = lut_item(0, np.arange(10), 16)
    item.LUTDescriptor = [5000, 0, 16]
    frame = read(save(ct(ModalityLUTSequence=[item]), tmp_path / "ct"))
    np.testing.assert_array_equal(frame.values, frame.stored)
    assert any("Modality LUT" in note for note in frame.notes)


def test_a_lookup_table_of_text_is_damaged(tmp_path):
    item = lut_item(0, np.arange(10), 16)
    item.add_new("LUTData", "LO", "nonsense" * 3)
    frame = read(save(ct(ModalityLUTSequence=[item], VOILUTSequence=[item]), tmp_path / "ct"))
    assert any("Modality LUT" in note for note in frame.notes)
    assert frame.voi_luts == ()


# Display (PS3.3 C.11.2)


def test_all_windows_with_their_names_and_function(tmp_path):
    dataset = ct(
        WindowCenter=[40, -600, 400],
        WindowWidth=[400, 1500, 2000],
        WindowCenterWidthExplanation=["SOFT", "LUNG", "BONE"],
        VOILUTFunction="SIGMOID",
    )
    windows = read(save(dataset, tmp_path / "ct")).windows
    assert [(w.center, w.width, w.name) for w in windows] == [
        (40, 400, "SOFT"),
        (-600, 1500, "LUNG"),
        (400, 2000, "BONE"),
    ]
    assert {w.function for w in windows} == {VoiFunction.SIGMOID}


@pytest.mark.parametrize(
    ("center", "width", "left"),
    [([40, 50], [400, 0], 1), ([40], [-5], 0), ([40, 50], [400], 1), (["1e300"], [400], 0)],
)
def test_senseless_windows_are_left_out(center, width, left, tmp_path):
    frame = read(save(ct(WindowCenter=center, WindowWidth=width), tmp_path / "ct"))
    assert len(frame.windows) == left
    if len(center) == len(width):
        assert any("window" in note for note in frame.notes)
    assert frame.default_window.width > 0


def test_an_unknown_voi_function_is_said(tmp_path):
    dataset = ct(WindowCenter=40, WindowWidth=400, VOILUTFunction="MAGIC")
    frame = read(save(dataset, tmp_path / "ct"))
    assert frame.windows[0].function is VoiFunction.LINEAR
    assert any("unknown" in note for note in frame.notes)


@pytest.mark.parametrize(("first", "bits"), [(0, 8), (128, 12), (-1000, 16)])
def test_voi_luts_display_as_pydicoms(first, bits, tmp_path):
    entries = np.sort(RNG.integers(0, 1 << bits, 2000))
    dataset = ct(RescaleIntercept=0 if first >= 0 else -1024, VOILUTSequence=[lut_item(first, entries, bits)])
    dataset.VOILUTSequence[0].LUTExplanation = "BONE"
    frame = read(save(dataset, tmp_path / "ct"))
    (lut,) = frame.voi_luts
    assert lut.name == "BONE"
    values = frame.values.astype(np.int32)
    inside = (values >= first) & (values < first + (256 if bits == 8 else 2000))
    expected = apply_voi(values, dataset) / ((1 << bits) - 1)
    np.testing.assert_allclose(lut.apply(frame.values)[inside], expected[inside], atol=1e-6)


def test_a_voi_lut_in_bytes_of_8_bits(tmp_path):
    item = lut_item(0, np.arange(4), 8)
    item.LUTDescriptor = [256, 0, 8]
    item.add_new("LUTData", "OW", bytes(range(256)))
    frame = read(save(ct(VOILUTSequence=[item], RescaleIntercept=0), tmp_path / "ct"))
    np.testing.assert_allclose(frame.voi_luts[0].entries, np.arange(256) / 255, atol=1e-6)


def test_monochrome1_is_told_and_not_inverted(tmp_path):
    dataset = ct(PhotometricInterpretation="MONOCHROME1")
    frame = read(save(dataset, tmp_path / "ct"))
    assert frame.inverted
    np.testing.assert_array_equal(frame.stored, dataset.pixel_array)


@pytest.mark.parametrize(
    ("value", "vr", "limit", "expected"),
    [
        (-2000, "SS", None, (-2000, -2000)),
        (63536, "US", None, (-2000, -2000)),
        (-2000, "SS", -1990, (-2000, -1990)),
        (-1990, "SS", -2000, (-2000, -1990)),
    ],
)
def test_padding_is_read_whatever_its_vr(value, vr, limit, expected, tmp_path):
    dataset = ct()
    dataset.add_new("PixelPaddingValue", vr, value)
    if limit is not None:
        dataset.add_new("PixelPaddingRangeLimit", vr, limit)
    assert read(save(dataset, tmp_path / "ct")).padding == expected


# Place (PS3.3 C.7.6.2)


@pytest.mark.parametrize("spacing", ["0\\0", "1e30\\1e30", "1e-30\\1", "-1\\1", "1\\2\\3", "nan\\1", "a\\b"])
def test_senseless_pixel_spacing_is_no_spacing(spacing, tmp_path):
    path = tmp_path / "ct"
    path.write_bytes(with_text(encoded(ct()), b"\x28\x00\x30\x00", b"DS", spacing))
    frame = read(path)
    assert frame.geometry.spacing is None
    assert any("spacing" in note for note in frame.notes)


@pytest.mark.parametrize("orientation", [[0] * 6, [1, 0, 0, 1, 0, 0], [2, 0, 0, 0, 2, 0], [1, 0, 0]])
def test_senseless_orientation_is_no_orientation(orientation, tmp_path):
    frame = read(save(ct(ImageOrientationPatient=orientation), tmp_path / "ct"))
    assert frame.geometry.orientation is None
    assert frame.geometry.normal is None
    assert any("orientation" in note for note in frame.notes)


def test_without_place_an_image_still_opens(tmp_path):
    absent = dict.fromkeys(
        ["PixelSpacing", "ImagePositionPatient", "ImageOrientationPatient", "FrameOfReferenceUID"]
    )
    geometry = read(save(ct(**absent), tmp_path / "ct")).geometry
    assert (geometry.spacing, geometry.spacing_source) == (None, "")
    assert (geometry.position, geometry.orientation) == (None, None)


@pytest.mark.parametrize(
    ("changes", "spacing", "source"),
    [
        ({"Modality": "CT"}, 0.661468, "patient"),
        ({"Modality": "DX", "PixelSpacing": None, "ImagerPixelSpacing": [0.2, 0.2]}, 0.2, "detector"),
        ({"Modality": "DX", "PixelSpacing": [0.2, 0.2], "ImagerPixelSpacing": [0.2, 0.2]}, 0.2, "detector"),
        ({"Modality": "CR", "PixelSpacing": [0.2, 0.2]}, 0.2, "detector"),
        ({"Modality": "DX", "PixelSpacing": [0.1, 0.1], "ImagerPixelSpacing": [0.2, 0.2]}, 0.1, "calibrated"),
        (
            {"Modality": "DX", "PixelSpacing": [0.2, 0.2], "PixelSpacingCalibrationType": "FIDUCIAL"},
            0.2,
            "calibrated",
        ),
    ],
)
def test_where_pixel_spacing_was_measured(changes, spacing, source, tmp_path):
    geometry = read(save(ct(**changes), tmp_path / "image")).geometry
    assert geometry.spacing is not None
    assert geometry.spacing[0] == pytest.approx(spacing)
    assert geometry.spacing_source == source


# Overlays (PS3.3 C.9)


def overlay(dataset, mask, origin=(1, 1), group=0x6000):
    dataset.add_new((group, 0x0010), "US", mask.shape[0])
    dataset.add_new((group, 0x0011), "US", mask.shape[1])
    dataset.add_new((group, 0x0040), "CS", "G")
    dataset.add_new((group, 0x0050), "SS", list(origin))
    dataset.add_new((group, 0x0100), "US", 1)
    dataset.add_new((group, 0x0102), "US", 0)
    dataset.add_new((group, 0x3000), "OW", pack_bits(mask.astype(np.uint8)))


def test_overlays_are_pydicoms(tmp_path):
    dataset = ct()
    first, second = RNG.integers(0, 2, (2, 128, 128)).astype(bool)
    overlay(dataset, first)
    overlay(dataset, second, group=0x6004)
    frame = read(save(dataset, tmp_path / "ct"))
    np.testing.assert_array_equal(frame.overlays[0], dataset.overlay_array(0x6000).astype(bool))
    np.testing.assert_array_equal(frame.overlays[1], second)


@pytest.mark.parametrize("origin", [(1, 1), (5, 9), (-3, -7), (120, 125), (500, 500), (-500, 1)])
def test_an_overlay_lies_where_its_origin_says(origin, tmp_path):
    dataset, mask = ct(), RNG.integers(0, 2, (20, 30)).astype(bool)
    overlay(dataset, mask, origin)
    (found,) = read(save(dataset, tmp_path / "ct")).overlays
    large = np.zeros((2000, 2000), bool)
    large[1000 + origin[0] - 1 :][:20, 1000 + origin[1] - 1 :][:, :30] = mask
    np.testing.assert_array_equal(found, large[1000:1128, 1000:1128])


def test_a_short_overlay_is_left_out_and_said(tmp_path):
    dataset = ct()
    overlay(dataset, np.ones((128, 128), bool))
    dataset[0x6000, 0x3000].value = b"\xff" * 100
    frame = read(save(dataset, tmp_path / "ct"))
    assert frame.overlays == ()
    assert any("overlay" in note for note in frame.notes)
    np.testing.assert_array_equal(frame.stored, dataset.pixel_array)


@pytest.mark.parametrize("size", [(65535, 65535), (0, 5)])
def test_an_overlay_of_senseless_size_is_left_out(size, tmp_path):
    dataset = ct()
    overlay(dataset, np.ones((16, 16), bool))
    dataset[0x6000, 0x0010].value, dataset[0x6000, 0x0011].value = size
    assert read(save(dataset, tmp_path / "ct")).overlays == ()


def test_an_overlay_in_unused_bits(tmp_path):
    values = RNG.integers(0, 4096, (16, 16)).astype(np.uint16)
    mask = RNG.integers(0, 2, (16, 16)).astype(bool)
    dataset = grey(values | (mask.astype(np.uint16) << 13), BitsStored=12, HighBit=11, PixelRepresentation=0)
    overlay(dataset, mask)
    del dataset[0x6000, 0x3000]
    dataset[0x6000, 0x0100].value, dataset[0x6000, 0x0102].value = 16, 13
    frame = read(save(dataset, tmp_path / "ct"))
    np.testing.assert_array_equal(frame.overlays[0], mask)
    np.testing.assert_array_equal(frame.stored, values)


# Colour


def test_a_palette_index_out_of_range_takes_the_last_colour(tmp_path):
    dataset = grey(np.asarray([[0, 1], [2, 250]], np.uint8), PhotometricInterpretation="PALETTE COLOR")
    for channel, base in (("Red", 10), ("Green", 20), ("Blue", 30)):
        dataset.add_new(f"{channel}PaletteColorLookupTableDescriptor", "US", [3, 0, 16])
        entries = np.asarray([base, base + 1, base + 2], "<u2") << 8
        setattr(dataset, f"{channel}PaletteColorLookupTableData", entries.tobytes())
    frame = read(save(dataset, tmp_path / "us"))
    np.testing.assert_array_equal(frame.stored[..., 0], [[10, 11], [12, 12]])
    assert frame.is_colour


def test_a_damaged_palette_is_refused_in_a_sentence(tmp_path):
    dataset = grey(np.zeros((2, 2), np.uint8), PhotometricInterpretation="PALETTE COLOR")
    with pytest.raises(ClearsliceError, match="palette"):
        read(save(dataset, tmp_path / "us"))


@pytest.mark.parametrize("planar", [0, 1])
def test_rgb_in_both_orders(planar, tmp_path):
    rgb = RNG.integers(0, 256, (6, 4, 3)).astype(np.uint8)
    dataset = grey(
        rgb[..., 0], PhotometricInterpretation="RGB", SamplesPerPixel=3, PlanarConfiguration=planar
    )
    dataset.PixelData = (np.moveaxis(rgb, 2, 0) if planar else rgb).tobytes()
    np.testing.assert_array_equal(read(save(dataset, tmp_path / "us")).stored, rgb)


def test_an_unknown_colour_model_is_named(tmp_path):
    dataset = grey(np.zeros((6, 4), np.uint8), PhotometricInterpretation="CMYK", SamplesPerPixel=3)
    dataset.PixelData = bytes(72)
    with pytest.raises(ClearsliceError, match="CMYK"):
        read(save(dataset, tmp_path / "us"))


# The rest


@pytest.mark.parametrize(
    ("changes", "lossy"),
    [
        ({}, ""),
        ({"LossyImageCompression": "00"}, ""),
        ({"LossyImageCompression": "01"}, "lossy"),
        ({"LossyImageCompression": "01", "LossyImageCompressionRatio": [10, 3.5]}, "10:1, 3.5:1"),
    ],
)
def test_loss_is_remembered(changes, lossy, tmp_path):
    assert read(save(ct(**changes), tmp_path / "ct")).lossy == lossy


def test_the_header_holds_all_but_the_pixels(tmp_path):
    source = ct(ReferencedImageSequence=Sequence([ct()]))
    header = read(save(source, tmp_path / "ct")).header
    assert "PixelData" not in header
    assert set(header.keys()) == {tag for tag in set(source.keys()) if tag < 0x7FE00010}
    assert header.PatientName == source.PatientName
    assert header.ReferencedImageSequence[0].PatientID == source.PatientID
    assert header.file_meta.TransferSyntaxUID == source.file_meta.TransferSyntaxUID


@pytest.mark.parametrize("name", ["Buc^Jérôme", "Äneas^Rüdiger", "Люкceмбypг", "山田^太郎", "김^희중"])
@pytest.mark.parametrize("charset", ["ISO_IR 192", "GB18030"])
def test_names_are_shown_in_their_own_letters(name, charset, tmp_path):
    dataset = ct(SpecificCharacterSet=charset, PatientName=name)
    assert str(read(save(dataset, tmp_path / "ct")).header.PatientName) == name


def test_a_deflated_file(tmp_path):
    dataset = ct()
    dataset.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
    frame = read(save(dataset, tmp_path / "ct"))
    np.testing.assert_array_equal(frame.stored, dataset.pixel_array)


def test_frames_of_an_rt_dose_lie_at_their_offsets(tmp_path):
    frames = RNG.integers(0, 1000, (3, 4, 5)).astype(np.uint16)
    dataset = grey(frames, Modality="RTDOSE", GridFrameOffsetVector=[0, 2.5, 5], DoseGridScaling="0.01")
    change(dataset, {"DoseUnits": "GY", "ImagePositionPatient": [1, 2, 3], "RescaleSlope": None})
    path = save(dataset, tmp_path / "dose")
    last = read(path, 3)
    assert last.geometry.position == (1, 2, 8)
    assert last.units == "Gy"
    np.testing.assert_allclose(last.values, frames[2] * 0.01, rtol=1e-6)


def test_a_frame_that_is_not_there_any_more(tmp_path):
    path = save(ct(), tmp_path / "ct")
    for ref in (FrameRef(Source(path), "1.2.3"), FrameRef(Source(path), str(ct().SOPInstanceUID), 2)):
        with pytest.raises(ClearsliceError, match="changed"):
            read_frame(ref)
    path.unlink()
    with pytest.raises(ClearsliceError, match="not there"):
        read_frame(FrameRef(Source(path), "1.2.3"))


def test_a_changed_multi_frame_file_is_read_anew(tmp_path):
    frames = RNG.integers(0, 1000, (2, 4, 5)).astype(np.uint16)
    path = save(grey(frames), tmp_path / "multi")
    np.testing.assert_array_equal(read(path, 2).stored, frames[1])
    larger = RNG.integers(0, 1000, (2, 8, 9)).astype(np.uint16)
    save(grey(larger), path)
    np.testing.assert_array_equal(read(path, 2).stored, larger[1])


def test_a_codestream_of_another_size_is_not_decoded(tmp_path):
    dataset = pydicom.dcmread(sample("MR_small_jp2klossless.dcm"))
    (frame,) = pydicom.encaps.generate_frames(dataset.PixelData, number_of_frames=1)
    at = frame.index(b"\xff\x51") + 6
    huge = frame[:at] + (60000).to_bytes(4, "big") * 2 + frame[at + 8 :]
    dataset.PixelData = encapsulate([huge])
    with pytest.raises(ClearsliceError, match="another size"):
        read(save(dataset, tmp_path / "mr"))
