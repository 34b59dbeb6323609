"""Make `assets/demo` again from the folder of real images: `python packaging/make_demo.py DATA_FOLDER`.

CT: the published header has empty UIDs, so it is repaired; the compressed pixels stay byte for byte.
MR: the published files, copied. Radiograph: an 8-bit PNG, wrapped as DICOM Digital X-Ray.
Everything is a function of the input, so a second run writes the same bytes.
"""

import shutil
import sys
import uuid
from hashlib import sha256
from pathlib import Path

import numpy as np
from PIL import Image
from pydicom import Dataset, FileMetaDataset, dcmread
from pydicom.sequence import Sequence
from pydicom.uid import DigitalXRayImageStorageForPresentation, ExplicitVRLittleEndian

DEMO = Path(__file__).resolve().parent.parent / "assets" / "demo"
CT, MR, XR = "ct/demo", "mr/series/studyforrest_t1", "xr/val/00002219_008.png"
MR_SLICES = range(229, 253)
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_OID, "clearslice demo")

# What in the published CT header describes other objects, orders or persons rather than the image.
RESIDUE = (
    "InstitutionAddress",
    "StationName",
    "ProcedureCodeSequence",
    "ReferencedStudySequence",
    "ReferencedPerformedProcedureStepSequence",
    "ReferencedImageSequence",
    "SourceImageSequence",
    "IssuerOfPatientID",
    "PatientWeight",
    "PregnancyStatus",
    "PatientAge",
    "DeviceSerialNumber",
    "RequestingPhysician",
    "RequestedProcedureDescription",
    "RequestedProcedureCodeSequence",
    "PerformedProcedureStepID",
    "PerformedProtocolCodeSequence",
    "RequestAttributesSequence",
    "IrradiationEventUID",
    "PerformedProcedureStepStartDate",
    "PerformedProcedureStepStartTime",
    "PerformedProcedureStepDescription",
)


def uid(*names: str) -> str:
    """Return a UID that depends on the names alone (PS3.5 B.2, UUID-derived)."""
    return f"2.25.{uuid.uuid5(NAMESPACE, '/'.join(names)).int}"


def make_ct(source: Path, target: Path) -> None:
    """Copy one CT file, its UIDs filled in and its residue dropped."""
    dataset = dcmread(source)
    dataset.remove_private_tags()
    for keyword in RESIDUE:
        if keyword in dataset:
            delattr(dataset, keyword)
    dataset.SOPClassUID = dataset.file_meta.MediaStorageSOPClassUID
    dataset.SOPInstanceUID = uid("ct", sha256(source.read_bytes()).hexdigest())
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = uid("ct", "study"), uid("ct", "series")
    dataset.FrameOfReferenceUID = uid("ct", "frame of reference")
    dataset.StudyID, dataset.SeriesNumber, dataset.StudyDescription = "1", 1, "Abdomen, public CT"
    dataset.BodyPartExamined = "ABDOMEN"
    dataset.PatientName, dataset.PatientID = "Demo^CT", "DEMO-CT"
    dataset.PatientIdentityRemoved = "YES"
    dataset.DeidentificationMethod = "As published; UIDs new, orders and private data removed"
    dataset.save_as(target, enforce_file_format=True)


def code(value: str, meaning: str) -> Sequence:
    """Return a sequence of one SNOMED CT code."""
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, "SCT", meaning
    return Sequence([item])


def describe_patient_and_study(dataset: Dataset) -> None:
    """Write the modules of patient, study, series and equipment; what nobody knows stays empty."""
    dataset.PatientName, dataset.PatientID = "Demo^Radiograph", "DEMO-DX"
    dataset.PatientBirthDate = dataset.PatientSex = ""
    dataset.PatientIdentityRemoved = "YES"
    dataset.DeidentificationMethod = "As published by the NIH Clinical Center: PNG without a header"
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = uid("dx", "study"), uid("dx", "series")
    dataset.StudyDate = dataset.StudyTime = dataset.AccessionNumber = dataset.ReferringPhysicianName = ""
    dataset.StudyID, dataset.StudyDescription = "1", "Chest, public radiograph"
    dataset.Modality, dataset.SeriesNumber, dataset.SeriesDescription = "DX", 1, "Chest frontal (8 bit)"
    dataset.Manufacturer = ""
    dataset.PresentationIntentType = "FOR PRESENTATION"


def describe_anatomy(dataset: Dataset) -> None:
    """Write the modules of anatomy, positioning and detector."""
    dataset.BodyPartExamined, dataset.ImageLaterality = "CHEST", "U"
    dataset.AnatomicRegionSequence = code("816094009", "Chest")
    dataset.ViewCodeSequence = code("399033003", "frontal")
    dataset.ViewCodeSequence[0].ViewModifierCodeSequence = Sequence()
    dataset.PatientOrientation = ["L", "F"]
    dataset.PositionerType = dataset.DetectorType = dataset.DetectorConfiguration = ""
    # Type 1 in DX but recorded nowhere here: 43 cm of detector over 1 024 pixels. ImageComments say so.
    dataset.ImagerPixelSpacing = [0.42, 0.42]


def describe_pixels(dataset: Dataset, pixels: np.ndarray) -> None:
    """Write the modules of the image, its pixels and its display."""
    dataset.ImageType = ["DERIVED", "PRIMARY", ""]
    dataset.InstanceNumber, dataset.AcquisitionDate, dataset.ContentDate, dataset.ContentTime = 1, "", "", ""
    dataset.DerivationDescription = "8-bit PNG of 1024 x 1024 as published by NIH, wrapped without change"
    dataset.ImageComments = (
        "ChestX-ray8, NIH Clinical Center: windowed to 8 bits and resized by the publisher. "
        "Imager Pixel Spacing is nominal (not recorded): do not measure."
    )
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.Rows, dataset.Columns = pixels.shape
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = 8, 8, 7, 0
    dataset.PixelIntensityRelationship, dataset.PixelIntensityRelationshipSign = "LOG", -1
    dataset.RescaleIntercept, dataset.RescaleSlope, dataset.RescaleType = 0, 1, "US"
    dataset.PresentationLUTShape, dataset.LossyImageCompression = "IDENTITY", "00"
    dataset.BurnedInAnnotation = "NO"
    dataset.WindowCenter, dataset.WindowWidth = 128, 256
    dataset.PixelData = pixels.tobytes()


def make_dx(source: Path, target: Path) -> None:
    """Wrap an 8-bit grey PNG as Digital X-Ray Image - For Presentation."""
    dataset = Dataset()
    dataset.SOPClassUID = DigitalXRayImageStorageForPresentation
    dataset.SOPInstanceUID = uid("dx", sha256(source.read_bytes()).hexdigest())
    dataset.AcquisitionContextSequence = Sequence()
    describe_patient_and_study(dataset)
    describe_anatomy(dataset)
    describe_pixels(dataset, np.asarray(Image.open(source).convert("L")))
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.save_as(target, enforce_file_format=True)


def main(data: Path) -> None:
    """Write the three demo studies from `data`, the folder that holds ct, mr and xr."""
    for modality in ("ct", "mr", "dx"):
        shutil.rmtree(DEMO / modality, ignore_errors=True)
        (DEMO / modality).mkdir(parents=True)
    for number, source in enumerate(sorted((data / CT).iterdir()), start=1):
        make_ct(source, DEMO / "ct" / f"ct_{number:02d}.dcm")
    for number in MR_SLICES:
        name = f"N2D_{number:04d}.dcm"
        shutil.copyfile(data / MR / name, DEMO / "mr" / name)
    make_dx(data / XR, DEMO / "dx" / "chest.dcm")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage: python packaging/make_demo.py DATA_FOLDER (the one that holds ct, mr and xr)")
    main(Path(sys.argv[1]))
