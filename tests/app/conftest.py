"""A session with its feed on the bundled demo, as the panels and the window meet them."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pyqtgraph
import pytest
from pydicom import Dataset
from pydicom.dataset import FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, generate_uid
from PySide6.QtCore import QSettings

from app.feed import Feed
from app.main_window import MainWindow, make_window
from app.session import Session
from app.settings import Settings
from core.dicom.scan import scan
from core.dicom.study import Catalogue, Series
from core.enhance.network import Networks
from core.pipeline import Pipeline


@pytest.fixture(autouse=True)
def collect_here() -> Iterator[None]:
    """Collect cycles in the main thread alone, as the program does: elsewhere QObjects in them lock up Qt."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def session(qtbot) -> Session:
    return Session()


@pytest.fixture
def feed(session: Session) -> Iterator[Feed]:
    feed = Feed(session, Pipeline(Networks(device="cpu")), session)
    yield feed
    feed.close()


@pytest.fixture(scope="session")
def catalogue(demo: Path) -> Catalogue:
    """What a scan of the whole demo finds: CT, MR and a radiograph."""
    return scan([demo])


@pytest.fixture(scope="session")
def by_modality(catalogue: Catalogue) -> dict[str, Series]:
    return {series.modality: series for series in catalogue.series}


@pytest.fixture
def window(qtbot, tmp_path: Path, monkeypatch) -> Iterator[MainWindow]:
    """Show the real window with settings of its own; what a mouse handler raises fails the test."""
    monkeypatch.setattr("pyqtgraph.debug.printExc", _raise_again)
    monkeypatch.setitem(pyqtgraph.CONFIG_OPTIONS, "mouseRateLimit", 0)
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    window = make_window(settings)
    window.resize(1200, 800)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.session.measurements.clear()  # or the window would ask about them
    window.close()
    window.deleteLater()


def _raise_again(*_args: object, **_named: object) -> None:
    raise  # noqa: PLE0704 - called by pyqtgraph while it handles an error


@pytest.fixture
def write_dicom(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes small CT-like files with elements of choice."""
    study, series = generate_uid(), generate_uid()

    def write(name: str, pixels: np.ndarray, **elements: object) -> Path:
        header = Dataset()
        header.file_meta = FileMetaDataset()
        header.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
        header.SOPClassUID = header.file_meta.MediaStorageSOPClassUID = CTImageStorage
        header.SOPInstanceUID = header.file_meta.MediaStorageSOPInstanceUID = generate_uid()
        header.StudyInstanceUID, header.SeriesInstanceUID, header.Modality = study, series, "CT"
        header.PatientName, header.PatientID = "Doe^Jane", "P-4711"
        header.PatientBirthDate, header.PatientSex, header.StudyDate = "19800102", "F", "20240506"
        header.Rows, header.Columns = pixels.shape[:2]
        header.SamplesPerPixel = 1 if pixels.ndim == 2 else 3
        header.PhotometricInterpretation = "MONOCHROME2" if pixels.ndim == 2 else "RGB"
        if pixels.ndim == 3:
            header.PlanarConfiguration = 0
        header.BitsAllocated = header.BitsStored = 8 * pixels.dtype.itemsize
        header.HighBit, header.PixelRepresentation = header.BitsStored - 1, int(pixels.dtype.kind == "i")
        header.RescaleSlope, header.RescaleIntercept, header.RescaleType = 1, 0, "HU"
        for keyword, value in elements.items():
            setattr(header, keyword, value)
        header.PixelData = pixels.tobytes()
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        header.save_as(path, enforce_file_format=True)
        return path

    return write
