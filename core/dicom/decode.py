"""Reading one frame (walking skeleton: what pydicom decodes, single values)."""

import numpy as np
import pydicom

from core.dicom.study import FrameRef
from core.frame import Frame, Geometry, Rescale, StoredFormat
from core.window import Window


def read_frame(ref: FrameRef) -> Frame:
    """Decode the frame that `ref` names."""
    header = pydicom.dcmread(ref.source.path)
    stored = np.asarray(header.pixel_array)
    if int(header.get("NumberOfFrames", 1) or 1) > 1:
        stored = stored[ref.number - 1]
    stored.setflags(write=False)
    del header.PixelData
    units = "HU" if header.Modality == "CT" else ""
    spacing = header.get("PixelSpacing")
    orientation = header.get("ImageOrientationPatient")
    position = header.get("ImagePositionPatient")
    windows: tuple[Window, ...] = ()
    if "WindowCenter" in header:
        center, width = np.atleast_1d(header.WindowCenter), np.atleast_1d(header.WindowWidth)
        windows = tuple(Window(float(c), float(w)) for c, w in zip(center, width, strict=False))
    return Frame(
        uid=ref.uid,
        number=ref.number,
        stored=stored,
        transform=Rescale(
            float(header.get("RescaleSlope", 1)), float(header.get("RescaleIntercept", 0)), units
        ),
        format=StoredFormat(int(header.BitsStored), bool(header.PixelRepresentation)),
        modality=str(header.Modality),
        header=header,
        geometry=Geometry(
            spacing=(float(spacing[0]), float(spacing[1])) if spacing else None,
            spacing_source="patient" if spacing else "",
            position=(float(position[0]), float(position[1]), float(position[2])) if position else None,
            orientation=tuple(float(v) for v in orientation) if orientation else None,  # type: ignore[arg-type]
        ),
        windows=windows,
        inverted=header.PhotometricInterpretation == "MONOCHROME1",
    )
