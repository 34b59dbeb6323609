"""Make `assets/selftest` again: one tiny image in every transfer syntax that Clearslice reads.

Needs DCMTK and OpenJPH (Debian: dcmtk, openjph-tools), whose encoders are not the decoders in the product.
The pixels are `core.dicom.samples.pattern`; `clearslice selftest` decodes the files and compares.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from pydicom import Dataset, FileMetaDataset, dcmread
from pydicom.encaps import encapsulate
from pydicom.uid import (
    HTJ2K,
    JPEG2000,
    ExplicitVRLittleEndian,
    HTJ2KLossless,
    HTJ2KLosslessRPCL,
    JPEG2000Lossless,
    SecondaryCaptureImageStorage,
)

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from core.dicom.samples import SAMPLES, pattern

# What encodes the plain file into each syntax: DCMTK's program and options.
BY_DCMTK = {
    "1.2.840.10008.1.2": ["dcmconv", "+ti"],
    "1.2.840.10008.1.2.1": ["dcmconv", "+te"],
    "1.2.840.10008.1.2.1.99": ["dcmconv", "+td"],
    "1.2.840.10008.1.2.2": ["dcmconv", "+tb"],
    "1.2.840.10008.1.2.5": ["dcmcrle"],
    "1.2.840.10008.1.2.4.50": ["dcmcjpeg", "+eb", "+q", "100", "+un"],
    "1.2.840.10008.1.2.4.51": ["dcmcjpeg", "+ee", "+q", "100", "+un"],
    "1.2.840.10008.1.2.4.57": ["dcmcjpeg", "+el", "+un"],
    "1.2.840.10008.1.2.4.70": ["dcmcjpeg", "+e1", "+un"],
    "1.2.840.10008.1.2.4.80": ["dcmcjpls", "+el", "+un"],
    "1.2.840.10008.1.2.4.81": ["dcmcjpls", "+en", "+md", "1", "+un"],
}
BY_OPENJPH = {
    HTJ2KLossless: ["-reversible", "true", "-prog_order", "LRCP"],
    # The syntax also asks for TLM markers, which this encoder writes only from version 0.11 on.
    HTJ2KLosslessRPCL: ["-reversible", "true", "-prog_order", "RPCL"],
    # This syntax may be lossy, but this encoder's lossy streams come out wrong in every decoder.
    HTJ2K: ["-reversible", "true"],
}
BY_OPENJPEG = (JPEG2000Lossless, JPEG2000)


def plain(bits: int) -> Dataset:
    """Return the pattern as an uncompressed image of `bits` bits without anybody's data."""
    pixels = pattern(bits)
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.SOPClassUID = SecondaryCaptureImageStorage
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID, dataset.SOPInstanceUID = (
        "2.25.61",
        "2.25.62",
        "2.25.63",
    )
    dataset.Modality = "OT"
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.Rows, dataset.Columns = pixels.shape
    dataset.BitsAllocated = 8 if bits == 8 else 16
    dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = bits, bits - 1, 0
    dataset.PixelData = pixels.tobytes()
    return dataset


def encode(syntax: str, bits: int, target: Path, folder: Path) -> None:
    """Write the pattern in `syntax` to `target`."""
    dataset, source = plain(bits), folder / "plain.dcm"
    dataset.save_as(source, enforce_file_format=True)
    if syntax in BY_DCMTK:
        subprocess.run([*BY_DCMTK[syntax], str(source), str(target)], check=True)
        return
    if syntax in BY_OPENJPH:
        wrap(dataset, by_openjph(bits, BY_OPENJPH[syntax], folder), syntax)
    else:
        options = {} if syntax == JPEG2000Lossless else {"j2k_psnr": [90]}
        dataset.compress(syntax, encoding_plugin="pylibjpeg", generate_instance_uid=False, **options)
    dataset.save_as(target, enforce_file_format=True)


def by_openjph(bits: int, options: list[str], folder: Path) -> bytes:
    """Return the pattern as an HTJ2K codestream."""
    picture, stream = folder / "plain.pgm", folder / "plain.j2c"
    pixels = pattern(bits)
    head = f"P5 {pixels.shape[1]} {pixels.shape[0]} {(1 << bits) - 1}\n".encode()
    picture.write_bytes(head + pixels.astype(">u2" if bits > 8 else "u1").tobytes())
    subprocess.run(["ojph_compress", "-i", str(picture), "-o", str(stream), *options], check=True)
    return stream.read_bytes()


def wrap(dataset: Dataset, stream: bytes, syntax: str) -> None:
    """Put a codestream in the place of the plain pixels."""
    dataset.PixelData = encapsulate([stream + b"\0" * (len(stream) % 2)])
    dataset["PixelData"].VR = "OB"
    dataset.file_meta.TransferSyntaxUID = syntax


def main() -> None:
    """Write every sample, and check it against the encoder's claim."""
    for sample in SAMPLES:
        sample.path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            encode(sample.syntax, sample.bits, sample.path, Path(folder))
        assert dcmread(sample.path).file_meta.TransferSyntaxUID == sample.syntax
        print(sample.path.name, sample.path.stat().st_size)


if __name__ == "__main__":
    main()
