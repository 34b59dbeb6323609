"""Hostile and awkward files: one sentence for each, the rest opens, no patient text, the process lives.

Each row takes a good CT slice and spoils it. What is expected is either a sentence (a regular
expression), or that the image opens with the right pixels.
"""

import os
import re
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pydicom.encaps import encapsulate
from pydicom.uid import DeflatedExplicitVRLittleEndian, JPEG2000Lossless, RLELossless

from core.dicom.decode import read_frame
from core.dicom.limits import MAX_FRAME_PIXELS
from core.dicom.scan import scan
from core.dicom.study import Kind
from core.errors import ClearsliceError
from core.stop import Stop
from tests.core.dicom_made import PATIENT, PATIENT_ID, ct, encoded, grey, sample, slices, with_text

Spoil = Callable[[], bytes]
ROOT = Path(__file__).resolve().parents[2]
GOOD = encoded(ct())
NAME = GOOD.index(b"\x10\x00\x10\x00PN")
PIXELS = GOOD.index(b"\xe0\x7f\x10\x00OW")
RNG = np.random.default_rng(5)


def insert(extra: bytes, at: int = NAME) -> bytes:
    return GOOD[:at] + extra + GOOD[at:]


def with_pixel_length(length: int) -> bytes:
    return GOOD[: PIXELS + 8] + struct.pack("<L", length) + GOOD[PIXELS + 12 :]


def nested(depth: int, closed: bool = True) -> bytes:
    """Sequences inside each other, of undefined length, before the patient's name."""
    start = struct.pack("<HH2sHL", 0x0008, 0x1140, b"SQ", 0, 0xFFFFFFFF) + struct.pack(
        "<HHL", 0xFFFE, 0xE000, 0xFFFFFFFF
    )
    end = struct.pack("<HHLHHL", 0xFFFE, 0xE00D, 0, 0xFFFE, 0xE0DD, 0)
    return insert(start * depth + end * depth * closed)


def many_items(count: int) -> bytes:
    items = struct.pack("<HHL", 0xFFFE, 0xE000, 0) * count
    return insert(struct.pack("<HH2sHL", 0x0008, 0x1140, b"SQ", 0, len(items)) + items)


def deflated(zeros: int) -> bytes:
    """A deflated file whose pixel data unpacks to `zeros` bytes."""
    dataset = ct()
    dataset.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
    head = encoded(dataset)
    start = 132 + 12 + struct.unpack("<L", head[140:144])[0]
    plain = zlib.decompress(head[start:], -15)
    at = plain.index(b"\xe0\x7f\x10\x00OW")
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    start_of_data = squeeze.compress(plain[: at + 8] + struct.pack("<L", zeros))
    start_of_data += squeeze.flush(zlib.Z_FULL_FLUSH)
    chunk = squeeze.compress(bytes(1 << 20)) + squeeze.flush(zlib.Z_FULL_FLUSH)
    return head[:start] + start_of_data + chunk * (zeros >> 20) + squeeze.flush()


def compressed(syntax: str, frame: bytes, side: int) -> bytes:
    dataset = ct(PixelData=encapsulate([frame]), Rows=side, Columns=side)
    dataset["PixelData"].is_undefined_length = True
    dataset.file_meta.TransferSyntaxUID = syntax
    return encoded(dataset)


def rle_frame(offsets: list[int]) -> bytes:
    return struct.pack("<16L", *([2, *offsets] + [0] * 13)) + bytes(64)


def j2k(stream_side: int, side: int) -> bytes:
    frame = sample("MR_small_jp2klossless.dcm").read_bytes()
    frame = frame[frame.index(b"\xff\x4f\xff\x51") :]
    frame = frame[:8] + struct.pack(">LL", stream_side, stream_side) + frame[16:]
    return compressed(JPEG2000Lossless, frame + b"\0" * (len(frame) % 2), side)


def many_frames(count: int) -> bytes:
    content = compressed(RLELossless, rle_frame([64, 66]), 128)
    at = content.index(b"\x28\0\x10\0US")
    text = str(count).encode()
    frames = struct.pack("<HH2sH", 0x0028, 0x0008, b"IS", len(text)) + text
    return content[:at] + frames + content[at:]


def patched(**changes: object) -> bytes:
    return encoded(ct(**changes))


def with_frames(text: str) -> bytes:
    return with_text(patched(NumberOfFrames="1"), b"\x28\0\x08\0", b"IS", text)


def without_meta() -> bytes:
    length = struct.unpack("<L", GOOD[140:144])[0]
    return GOOD[144 + length :]


def with_syntax(uid: str) -> bytes:
    return with_text(GOOD, b"\x02\0\x10\0", b"UI", uid)


def early_element(vr: bytes, length: int) -> bytes:
    head = struct.pack("<HH2s", 0x0009, 0x1001, vr)
    return insert(head + (struct.pack("<HL", 0, length) if vr == b"OB" else struct.pack("<H", length)))


REFUSED: dict[str, tuple[Spoil, str]] = {
    "deflated bomb": (lambda: deflated(2_000_000_000), "unpacks to more"),
    "pixel length FFFFFFFE": (lambda: with_pixel_length(0xFFFFFFFE), "damaged"),
    "pixel length undefined": (lambda: with_pixel_length(0xFFFFFFFF), "compression"),
    "early OB of 2 GB": (lambda: early_element(b"OB", 2**31 - 1), "damaged"),
    "early CS of 65534": (lambda: early_element(b"CS", 65534), "damaged"),
    "RLE of 60000 squared": (lambda: compressed(RLELossless, rle_frame([64, 66]), 60000), "60000 × 60000"),
    "JPEG 2000 of 60000 squared": (lambda: j2k(60000, 60000), "60000 × 60000"),
    "rows 65535": (lambda: patched(Rows=65535, Columns=65535), "65535 × 65535"),
    "frames 2e9": (lambda: patched(NumberOfFrames="2000000000"), "number of frames"),
    "frames -1": (lambda: patched(NumberOfFrames="-1"), "number of frames"),
    "frames 1A": (
        lambda: with_text(patched(NumberOfFrames="1"), b"\x28\0\x08\0", b"IS", "1A"),
        "number of frames",
    ),
    "more frames than pixels": (lambda: patched(NumberOfFrames="5"), "cut short"),
    "more frames than compressed bytes": (
        lambda: many_frames(200_000),
        "cut short",
    ),
    "no rows": (lambda: patched(Rows=0), "no rows"),
    "no rows element": (lambda: patched(Rows=None), "no rows"),
    "bits 0": (lambda: patched(BitsAllocated=0), "stores 16 of 0 bits"),
    "bits stored over allocated": (lambda: patched(BitsStored=17), "stores 17 of 16"),
    "high bit over allocated": (lambda: patched(HighBit=16), "up to bit 16"),
    "two samples": (lambda: patched(SamplesPerPixel=2), "2 samples"),
    "RLE header all FF": (lambda: compressed(RLELossless, b"\xff" * 64, 128), "damaged"),
    "RLE offsets outside": (lambda: compressed(RLELossless, rle_frame([64, 1 << 30]), 128), "damaged"),
    "JPEG 2000 of another size": (lambda: j2k(60000, 64), "another size"),
    "5000 nested sequences": (lambda: nested(5000), "beyond any sense"),
    "2000 sequences never closed": (lambda: nested(2000, closed=False), "beyond any sense|damaged"),
    "5 sequences never closed": (lambda: nested(5, closed=False), "damaged"),
    "500000 empty items": (lambda: many_items(500_000), "beyond any sense"),
    "2 million empty elements": (
        lambda: insert(struct.pack("<HH2sH", 0x0008, 0x0005, b"CS", 0) * 2_000_000),
        "beyond any sense",
    ),
    "200 bytes": (lambda: GOOD[:200], "no image|damaged"),
    "1000 bytes": (lambda: GOOD[:1000], "no image|damaged"),
    "3000 bytes": (lambda: GOOD[:3000], "no image|damaged"),
    "20000 bytes": (lambda: GOOD[:20000], "damaged"),
    "preamble only": (lambda: GOOD[:132], "no image"),
    "empty": (lambda: b"", "not a DICOM"),
    "random": (lambda: RNG.bytes(8192), "not a DICOM"),
    "renamed PNG": (lambda: b"\x89PNG\r\n\x1a\n" + RNG.bytes(500), "not a DICOM"),
    "looks like DICOM only at first": (lambda: b"\x08\0\x05\0" + RNG.bytes(900), "not a DICOM|damaged"),
    "item end at top level": (lambda: insert(struct.pack("<HHL", 0xFFFE, 0xE00D, 0)), "damaged"),
    "transfer syntax of a vendor": (lambda: with_syntax("1.2.840.113619.5.2"), r"1\.2\.840\.113619\.5\.2"),
    "JPEG XL": (lambda: with_syntax("1.2.840.10008.1.2.4.110"), r"1\.2\.840\.10008\.1\.2\.4\.110"),
    "deflated frames": (lambda: with_syntax("1.2.840.10008.1.2.8.1"), r"1\.2\.840\.10008\.1\.2\.8\.1"),
    "compressed but says plain": (lambda: with_syntax(RLELossless), "compression"),
}


@pytest.fixture(params=REFUSED, ids=list(REFUSED))
def refused(request, tmp_path):
    spoil, pattern = REFUSED[request.param]
    slices(tmp_path, 2)
    (tmp_path / "bad.dcm").write_bytes(spoil())
    return tmp_path, pattern


def sentences(folder: Path) -> list[str]:
    """What is said of bad.dcm by the scan, or by the attempt to read it."""
    catalogue = scan([folder])
    said = [bad.reason for bad in catalogue.unreadable]
    good = 0
    for series in catalogue.series:
        for ref in series.frames:
            if ref.source.path.name != "bad.dcm":
                read_frame(ref)
                good += 1
                continue
            with pytest.raises(ClearsliceError) as caught:
                read_frame(ref)
            said.append(str(caught.value))
    assert good == 2, "the rest of the study does not open"
    return said


def assert_no_patient(*texts: str) -> None:
    for text in texts:
        for secret in (PATIENT, *PATIENT.split("^"), PATIENT_ID):
            assert secret not in text


def test_a_bad_file_costs_one_sentence(refused, capfd, caplog):
    folder, pattern = refused
    (said,) = sentences(folder)
    assert re.search(pattern, said)
    assert said.endswith(".")
    assert said.count(". ") == 0
    assert len(said) < 200
    out, err = capfd.readouterr()
    assert_no_patient(said, out, err, caplog.text)
    assert "bad.dcm" not in said


OPENED: dict[str, Spoil] = {
    "no preamble": lambda: GOOD[132:],
    "no meta group": without_meta,
    "sequence delimiter": lambda: insert(struct.pack("<HHL", 0xFFFE, 0xE0DD, 0)),
    "stray item": lambda: insert(struct.pack("<HHL", 0xFFFE, 0xE000, 0)),
    "preamble of a program": lambda: b"MZ" + GOOD[2:60] + b"PE\0\0" + GOOD[64:],
    "preamble ELF": lambda: b"\x7fELF" + GOOD[4:],
    "preamble html": lambda: b"<html>" + GOOD[6:],
    "31 nested sequences": lambda: nested(31),
    "10 bytes more": lambda: with_pixel_length(32768 + 10) + bytes(10),
    "trailing garbage": lambda: GOOD + RNG.bytes(77),
    "unknown character set": lambda: patched(SpecificCharacterSet="ISO_IR 999"),
    "name of 5000 characters": lambda: with_text(GOOD, b"\x10\0\x10\0", b"PN", "A" * 5000),
    "name with controls": lambda: with_text(GOOD, b"\x10\0\x10\0", b"PN", '/\\:*?<>"\0\x1b[31m'),
    "binary in a number": lambda: with_text(GOOD, b"\x20\0\x13\0", b"IS", "\xff\xfe\0"),
    "a number far too large": lambda: with_text(GOOD, b"\x20\0\x13\0", b"IS", "9" * 400),
    "UID ../../x": lambda: with_text(GOOD, b"\x08\0\x18\0", b"UI", "../../x"),
    "UID /etc/passwd": lambda: with_text(GOOD, b"\x20\0\x0e\0", b"UI", "/etc/passwd"),
    "UID CON": lambda: with_text(GOOD, b"\x20\0\x0d\0", b"UI", "CON"),
    "damaged sequence": lambda: insert(
        struct.pack("<HH2sHL", 0x0008, 0x1140, b"SQ", 0, 12) + struct.pack("<HHLL", 0xFFFE, 0xE000, 99, 0)
    ),
    "slope 0": lambda: patched(RescaleSlope="0"),
    "no UIDs": lambda: patched(SOPInstanceUID=None, SeriesInstanceUID=None, StudyInstanceUID=None),
}


@pytest.mark.parametrize("name", OPENED)
def test_an_awkward_file_opens(name, tmp_path, capfd, caplog):
    slices(tmp_path, 2)
    (tmp_path / "bad.dcm").write_bytes(OPENED[name]())
    catalogue = scan([tmp_path])
    assert catalogue.unreadable == ()
    refs = [ref for series in catalogue.series for ref in series.frames]
    assert len(refs) == 3
    frames = {ref.source.path.name: read_frame(ref) for ref in refs}
    np.testing.assert_array_equal(frames["bad.dcm"].stored, ct().pixel_array)
    out, err = capfd.readouterr()
    assert_no_patient(*frames["bad.dcm"].notes, out, err, caplog.text)


def test_texts_for_the_screen_hold_no_controls(tmp_path):
    (tmp_path / "ct").write_bytes(OPENED["name with controls"]())
    (series,) = scan([tmp_path]).series
    assert series.study.patient.name.isprintable()


def test_rows_may_have_a_wrong_vr_but_not_a_wrong_size(tmp_path):
    dataset = ct()
    dataset.add_new("Rows", "UL", 0xFFFFFFFF)
    (tmp_path / "bad.dcm").write_bytes(encoded(dataset))
    (bad,) = scan([tmp_path]).unreadable
    assert "4294967295" in bad.reason


def test_a_long_header_can_be_given_up(tmp_path):
    """A scan that is stopped while it walks through a long header returns."""
    slices(tmp_path, 2)
    (tmp_path / "a_first").write_bytes(many_items(140_000))
    stop = Stop()
    stop.set()
    catalogue = scan([tmp_path], stop=stop)
    assert not catalogue.finished
    assert catalogue.series == ()


BOMBS = ("deflated bomb", "pixel length FFFFFFFE", "RLE of 60000 squared", "500000 empty items", "rows 65535")


@pytest.mark.skipif(sys.platform != "linux", reason="the limit on memory is Linux's")
def test_bombs_are_refused_in_little_memory(tmp_path):
    """All bombs together within 1 GB of address space, Python, NumPy and pydicom included."""
    for name in BOMBS:
        (tmp_path / f"{name}.dcm").write_bytes(REFUSED[name][0]())
    program = (
        "import resource, sys; from pathlib import Path; from core.dicom.scan import scan; "
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30)); "
        "print(len(scan([Path(sys.argv[1])]).unreadable))"
    )
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == len(BOMBS)


@pytest.mark.parametrize("name", ["JPEG-lossy.dcm", "SC_rgb_small_odd_jpeg.dcm", "MR_small_RLE.dcm"])
def test_damaged_streams_never_take_the_process_along(name, tmp_path):
    """Streams with some bytes changed decode or are refused; in this process GDCM would abort."""
    original = sample(name).read_bytes()
    at = original.rindex(b"\xfe\xff\x00\xe0") + 8
    random = np.random.default_rng(2)
    outcomes = set()
    for _ in range(25):
        content = bytearray(original)
        for index in random.integers(at, min(at + 700, len(content) - 8), 4):
            content[index] = random.integers(0, 256)
        (tmp_path / "bad.dcm").write_bytes(bytes(content))
        for series in scan([tmp_path]).series:
            try:
                outcomes.add(read_frame(series.frames[0]).shape)
            except ClearsliceError as error:
                outcomes.add(str(error))
    assert any("damaged" in str(outcome) or "another size" in str(outcome) for outcome in outcomes)


def test_the_largest_frame_is_still_larger_than_any_detector():
    assert MAX_FRAME_PIXELS >= 14_000 * 14_000


def test_a_good_colour_image_beside_bad_ones(tmp_path):
    (tmp_path / "bad").write_bytes(REFUSED["rows 65535"][0]())
    rgb = grey(np.zeros((6, 4), np.uint8), SamplesPerPixel=3, PhotometricInterpretation="RGB")
    rgb.PixelData, rgb.PlanarConfiguration = bytes(72), 0
    (tmp_path / "good").write_bytes(encoded(rgb))
    catalogue = scan([tmp_path])
    assert [series.kind for series in catalogue.series] == [Kind.COLOUR]
    assert len(catalogue.unreadable) == 1
