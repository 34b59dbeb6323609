"""Stored values of real files against pydicom's and DCMTK's."""

import base64
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.data import get_testdata_file
from pydicom.pixels.processing import apply_color_lut, apply_modality_lut, apply_voi_lut
from pydicom.uid import RLELossless

from core.dicom.decode import read_frame
from core.dicom.study import FrameRef, Source
from core.errors import ClearsliceError
from core.frame import Frame
from core.window import Window
from tests.core.dicom_made import ct, grey, read, sample, save

ELSEWHERE = {
    "JPEG-lossy.dcm",  # pydicom declines these two: compared with DCMTK below
    "JPGExtended.dcm",
    "JPEG2000-embedded-sequence-delimiter.dcm",  # damaged or without an image
    "MR_truncated.dcm",
    "badVR.dcm",
    "meta_missing_tsyntax.dcm",
    "nested_priv_SQ.dcm",
    "rtplan_truncated.dcm",
}
FILES = sorted(
    path.name
    for path in sample("CT_small.dcm").parent.glob("*.dcm")
    if path.name not in ELSEWHERE and 0x7FE00010 in pydicom.dcmread(path, force=True)
)
IN_SIGHT = [
    "highdicom/data/test_files/ct_image.dcm",
    "highdicom/data/test_files/dx_image.dcm",
    "highdicom/data/test_files/sm_image.dcm",
    "highdicom/data/test_files/sm_image_jpegls.dcm",
    "highdicom/data/test_files/sm_image_jpegls_nobot.dcm",
    "highdicom/data/test_files/sm_image_grayscale.dcm",
    "highdicom/data/test_files/seg_image_ct_binary.dcm",
    "dcm_qa_enh/In/Philips/IM_0027_fMAP.dcm",
    "dcm_qa_enh/In/Siemens/XA10/6_1.dcm",
    "dcm_qa_12bit/In/12bitSigned_0x0F0F.dcm",
]


def pixels(path: Path) -> np.ndarray:
    """All frames as pydicom has them, colours in 8 bits."""
    dataset = pydicom.dcmread(path, force=True)
    found = dataset.pixel_array
    if dataset.PhotometricInterpretation == "PALETTE COLOR":
        found = apply_color_lut(found, dataset)
    if dataset.SamplesPerPixel == 3 or dataset.PhotometricInterpretation == "PALETTE COLOR":
        found = (found >> (8 * (found.dtype.itemsize - 1))).astype(np.uint8)
    return found if int(dataset.get("NumberOfFrames", 1) or 1) > 1 else found[np.newaxis]


def assert_all_frames_equal(path: Path) -> None:
    expected = pixels(path)
    numbers = sorted({1, 2, len(expected) // 2 + 1, len(expected)} & set(range(1, len(expected) + 1)))
    for number in numbers:
        np.testing.assert_array_equal(read(path, number).stored, expected[number - 1])


def test_there_are_files_to_compare():
    assert len(FILES) > 50


@pytest.mark.parametrize("name", FILES)
def test_stored_values_are_pydicoms(name):
    assert_all_frames_equal(sample(name))


@pytest.mark.parametrize("name", IN_SIGHT, ids=lambda name: Path(name).name)
def test_stored_values_of_the_corpus_are_pydicoms(name, shared):
    assert_all_frames_equal(shared / "corpus" / name)


@pytest.mark.parametrize(
    "name",
    ["OBXXXX1A_rle_2frame.dcm", "color-px.dcm", "gdcm-US-ALOKA-16.dcm", "emri_small_RLE.dcm", "JPEG-LL.dcm"],
)
def test_stored_values_of_larger_files_are_pydicoms(name):
    path = get_testdata_file(name, download=False)
    if path is None:
        pytest.skip("the package pydicom-data is not installed")
    assert_all_frames_equal(Path(str(path)))


def test_nine_transfer_syntaxes_of_one_image_decode_to_the_same(shared):
    paths = sorted((shared / "corpus" / "dcm_qa_ts" / "In").glob("*.dcm"))
    frames = [read(path) for path in paths]
    assert len({frame.header.file_meta.TransferSyntaxUID for frame in frames}) >= 7
    for frame in frames:
        np.testing.assert_array_equal(frame.stored, frames[0].stored)
        assert (frame.transform, frame.windows, frame.geometry) == (
            frames[0].transform,
            frames[0].windows,
            frames[0].geometry,
        )


@pytest.mark.parametrize(
    ("name", "values"),
    [("12bitUnsigned_0x0F0F", {3855, 4095}), ("12bitSigned_0x0F0F", {-241, -1})],
)
def test_garbage_in_unused_high_bits_is_no_value(name, values, shared):
    frame = read(shared / "corpus" / "dcm_qa_12bit" / "In" / f"{name}.dcm")
    assert values <= set(np.unique(frame.stored))
    assert frame.format.lowest <= frame.stored.min()
    assert frame.stored.max() <= frame.format.highest


def test_signed_jpeg_2000_with_an_unsigned_stream_keeps_its_sign():
    frame = read(sample("J2K_pixelrep_mismatch.dcm"))
    assert (frame.stored.min(), frame.stored.max()) == (-2000, 1896)


def dcmtk(tool: str) -> str:
    found = shutil.which(tool)
    if found is None:
        pytest.skip(f"{tool} of DCMTK is not installed")
    return found


@pytest.mark.parametrize("name", ["JPEG-lossy.dcm", "JPGExtended.dcm"])
def test_jpeg_extended_of_12_bits_is_dcmtks(name, tmp_path):
    plain = tmp_path / "plain.dcm"
    subprocess.run([dcmtk("dcmdjpeg"), sample(name), plain], check=True)
    frame = read(sample(name))
    np.testing.assert_array_equal(frame.stored, pydicom.dcmread(plain).pixel_array)
    assert frame.lossy


def recompressed(tmp_path: Path, tool: str, *options: str) -> Path:
    """A signed CT slice compressed by DCMTK."""
    source, target = save(ct(), tmp_path / "source.dcm"), tmp_path / "target.dcm"
    subprocess.run([dcmtk(tool), *options, source, target], check=True)
    return target


@pytest.mark.parametrize(
    ("tool", "options"),
    [
        ("dcmcjpeg", ("+e1",)),
        ("dcmcjpeg", ("+el",)),
        ("dcmcjpls", ("+el",)),
        ("dcmcrle", ()),
        ("dcmconv", ("+tb",)),
        ("dcmconv", ("+ti",)),
        ("dcmconv", ("+td",)),
    ],
    ids=["jpeg sv1", "jpeg lossless", "jpeg-ls", "rle", "big endian", "implicit", "deflated"],
)
def test_what_dcmtk_wrote_without_loss_reads_back(tool, options, tmp_path):
    frame = read(recompressed(tmp_path, tool, *options))
    np.testing.assert_array_equal(frame.stored, ct().pixel_array)
    assert not frame.lossy


def smooth(dtype: type) -> np.ndarray:
    y, x = np.mgrid[:64, :64]
    values = 2048 + 1500 * np.sin(x / 9) * np.cos(y / 7)
    return {np.uint8: values / 16, np.uint16: values, np.int16: values - 2048}[dtype].astype(dtype)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.int16])
@pytest.mark.parametrize("process", ["+eb", "+ee", "+es", "+ep"])
def test_every_lossy_jpeg_process_is_dcmtks(process, dtype, tmp_path):
    """Baseline, extended, and the retired spectral selection and progression; 8 and 12 bits, signed too."""
    bits = 8 if dtype is np.uint8 else 12
    save(grey(smooth(dtype), BitsStored=bits, HighBit=bits - 1), tmp_path / "source.dcm")
    packed, plain = tmp_path / "packed.dcm", tmp_path / "plain.dcm"
    subprocess.run([dcmtk("dcmcjpeg"), process, "+q", "95", tmp_path / "source.dcm", packed], check=True)
    subprocess.run([dcmtk("dcmdjpeg"), packed, plain], check=True)
    frame = read(packed)
    np.testing.assert_array_equal(frame.stored, pydicom.dcmread(plain).pixel_array)
    assert frame.lossy


@pytest.mark.parametrize(
    "name", ["CT_small.dcm", "MR_small.dcm", "J2K_pixelrep_mismatch.dcm", "693_J2KI.dcm"]
)
def test_modality_values_and_display_are_pydicoms(name):
    frame, dataset = read(sample(name)), pydicom.dcmread(sample(name))
    expected = apply_modality_lut(dataset.pixel_array, dataset)
    np.testing.assert_allclose(frame.values, expected, rtol=1e-6)
    if frame.windows:
        shown = frame.windows[0].apply(frame.values)
        oracle = apply_voi_lut(expected, dataset)
        span = _range(dataset)
        np.testing.assert_allclose(shown, (oracle - span[0]) / (span[1] - span[0]), atol=2e-5)


def _range(dataset: pydicom.Dataset) -> tuple[float, float]:
    """What apply_windowing calls black and white."""
    bits, signed = dataset.BitsStored, dataset.PixelRepresentation
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
    slope, intercept = dataset.get("RescaleSlope", 1), dataset.get("RescaleIntercept", 0)
    return float(low * slope + intercept), float(high * slope + intercept)


@pytest.mark.parametrize("name", ["IM_0027_fMAP.dcm", "6_1.dcm"])
def test_each_frame_of_an_enhanced_mr_has_its_own_values(name, shared):
    path = next((shared / "corpus" / "dcm_qa_enh").rglob(name))
    dataset = pydicom.dcmread(path)
    pixels = dataset.pixel_array
    shared_groups = dataset.SharedFunctionalGroupsSequence[0]
    for index, own in enumerate(dataset.PerFrameFunctionalGroupsSequence):
        frame = read_frame(FrameRef(Source(path), dataset.SOPInstanceUID, index + 1))
        np.testing.assert_array_equal(frame.stored, pixels[index])
        group = own if "PixelValueTransformationSequence" in own else shared_groups
        item = group.PixelValueTransformationSequence[0]
        expected = pixels[index] * float(item.RescaleSlope) + float(item.RescaleIntercept)
        np.testing.assert_allclose(frame.values, expected, rtol=1e-6, atol=1e-6)
        assert frame.geometry.position == tuple(own.PlanePositionSequence[0].ImagePositionPatient)
        voi = (own if "FrameVOILUTSequence" in own else shared_groups).FrameVOILUTSequence[0]
        assert frame.windows[0].center == np.atleast_1d(voi.WindowCenter)[0]
        measures = (own if "PixelMeasuresSequence" in own else shared_groups).PixelMeasuresSequence[0]
        assert frame.geometry.spacing == tuple(measures.PixelSpacing)


def test_only_the_asked_for_frame_is_read(tmp_path):
    """The last frame of a file whose other frames are garbage decodes, the garbage does not."""
    dataset = pydicom.dcmread(sample("SC_rgb_rle_2frame.dcm"))
    assert dataset.file_meta.TransferSyntaxUID == RLELossless
    frames = list(pydicom.encaps.generate_frames(dataset.PixelData, number_of_frames=2))
    dataset.PixelData = pydicom.encaps.encapsulate([b"\xff" * len(frames[0]), frames[1]])
    path = save(dataset, tmp_path / "half.dcm")
    expected = pixels(sample("SC_rgb_rle_2frame.dcm"))[1]
    np.testing.assert_array_equal(read(path, 2).stored, expected)
    with pytest.raises(ClearsliceError, match="damaged"):
        read(path, 1)


def test_fragments_of_one_frame_are_joined(tmp_path):
    dataset = pydicom.dcmread(sample("MR_small_jp2klossless.dcm"))
    (frame,) = pydicom.encaps.generate_frames(dataset.PixelData, number_of_frames=1)
    dataset.PixelData = pydicom.encaps.encapsulate([frame], fragments_per_frame=3)
    frame_read: Frame = read(save(dataset, tmp_path / "parts.dcm"))
    np.testing.assert_array_equal(frame_read.stored, pixels(sample("MR_small.dcm"))[0])


@pytest.mark.parametrize("table", ["basic", "extended", "none"])
def test_frames_of_several_fragments_are_told_apart(table, tmp_path):
    dataset = pydicom.dcmread(sample("MR_small_jp2klossless.dcm"))
    (frame,) = pydicom.encaps.generate_frames(dataset.PixelData, number_of_frames=1)
    frames, dataset.NumberOfFrames = [frame, frame, frame], 3
    encapsulated = pydicom.encaps.encapsulate(frames, fragments_per_frame=2, has_bot=table == "basic")
    dataset.PixelData = encapsulated
    if table == "extended":
        length = 2 * 8 + len(frame) + len(frame) % 2
        offsets = np.arange(3, dtype="<u8") * length
        dataset.ExtendedOffsetTable = offsets.tobytes()
        dataset.ExtendedOffsetTableLengths = np.full(3, len(frame), "<u8").tobytes()
    path = save(dataset, tmp_path / "parts.dcm")
    expected = pixels(sample("MR_small.dcm"))[0]
    for number in (1, 2, 3):
        np.testing.assert_array_equal(read(path, number).stored, expected)


# A ramp of 16 × 24, 12 bits, losslessly by OpenJPH's ojph_compress; no DICOM file with HTJ2K is at hand.
HTJ2K = (
    "|4;u>04YEK0000O0000G00000000000000O0000G0000000000009dD0sl|{2mk^A000O7QUDA90ssL30t5s=0smY83LtQJcz"
    "AGdc>iPo761WHaAj^vP)HzFWpW@eE;%kRF8`1K3IG5A004&o0soW00d+wCf6X8MuOEKoOF#cZuWor~zj^WZpZMQ5eee-KI<<"
    "k^0E$cigaWC#0KfpLfB{?#3=9m~ae{RKz=45*fq~!{_A!C%xB$QbT>u5Nwr$(CZQJwudU|kzcmT#mqtR$I8jVJy@&6D45FY)"
    "AKzsHf0qnm3|Je"
)


@pytest.mark.parametrize("syntax", ["201", "202", "203"])
def test_htj2k_is_what_openjph_compressed(syntax, tmp_path):
    ramp = np.add.outer(np.arange(16) * 100, np.arange(24) * 60)
    dataset = grey(ramp.astype(np.uint16), BitsStored=12, HighBit=11)
    dataset.PixelData = pydicom.encaps.encapsulate([base64.b85decode(HTJ2K)])
    dataset.file_meta.TransferSyntaxUID = f"1.2.840.10008.1.2.4.{syntax}"
    np.testing.assert_array_equal(read(save(dataset, tmp_path / "ht.dcm")).stored, ramp)


@pytest.mark.parametrize(
    ("name", "window"),
    [("CT_small.dcm", (40, 400)), ("MR_small.dcm", (600, 1600)), ("CT_small.dcm", (100, 50))],
)
def test_a_window_shows_what_dcmtk_shows(name, window, tmp_path):
    target = tmp_path / "shown.pgm"
    options = ["--set-window", *(str(v) for v in window), "--write-raw-pnm"]
    subprocess.run([dcmtk("dcm2pnm"), *options, sample(name), target], check=True)
    header, size, depth, pixels = target.read_bytes().split(b"\n", 3)
    assert (header, depth) == (b"P5", b"255")
    columns, rows = (int(v) for v in size.split())
    expected = np.frombuffer(pixels[: rows * columns], np.uint8).reshape(rows, columns)
    frame = read(sample(name))
    shown = np.floor(Window(*window).apply(frame.values) * 255 + 1e-3)  # DCMTK cuts fractions off.
    assert np.abs(shown - expected).max() <= 1
    assert np.mean(shown != expected) < 0.01
