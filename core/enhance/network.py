"""Networks run by ONNX Runtime."""

import hashlib
from functools import cache
from pathlib import Path

from core.enhance.device import Device, DeviceStatus
from core.errors import ClearsliceError

MODELS = Path(__file__).resolve().parent.parent.parent / "assets" / "models"


class Networks:
    """The networks in a folder, one folder each, loaded when first used."""

    def __init__(self, folder: Path = MODELS, device: Device = "auto") -> None:
        self._folder = folder
        self._device = device

    def names(self) -> tuple[str, ...]:
        """Names of the networks at hand, sorted."""
        return tuple(sorted(path.parent.name for path in self._folder.glob("*/model.onnx")))

    def default_for(self, modality: str) -> str:
        """Name of the network that "auto" means for a DICOM Modality."""
        names = self.names()
        if not names:
            msg = "No network is installed; put one under assets/models or choose another method."
            raise ClearsliceError(msg)
        return names[0]

    @property
    def status(self) -> DeviceStatus:
        """Which device runs the networks, and why."""
        return DeviceStatus("cpu", "chosen")

    def digest(self, name: str) -> str:
        """SHA-256 of the network's file, in hexadecimal."""
        return _digest(self._file(name))

    def card(self, name: str) -> str:
        """Text of the network's model card (Markdown)."""
        path = self._file(name).with_name("README.md")
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def _file(self, name: str) -> Path:
        if name not in self.names():
            msg = f"There is no network {name!r}; there is {', '.join(self.names()) or 'none'}."
            raise ClearsliceError(msg)
        return self._folder / name / "model.onnx"


@cache
def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
