"""The networks at hand and the device that runs them."""

import hashlib
import re
import threading
from dataclasses import replace
from functools import cache
from pathlib import Path

from core.enhance import device as devices
from core.enhance.device import CudaUnusable, Device, DeviceStatus
from core.enhance.method import Image, SliceContext
from core.enhance.model import HALF_FILE, MODEL_FILE, Model, open_on_cpu, open_on_gpu, refusal
from core.enhance.onnx_metadata import onnx_metadata
from core.enhance.origin import Origin
from core.enhance.spec import FAMILIES, METADATA_KEY, TASKS, VARIANTS, ModelSpec
from core.errors import ClearsliceError
from core.stop import Stop

MODELS = Path(__file__).resolve().parent.parent.parent / "assets" / "models"

_WHOLE_PIXELS = 1536 * 1536
"""Images up to this size are done in one piece."""
_SIDES = (1024, 512)
"""Tiles to try one after the other when memory does not suffice."""
_CARD = "card.md"
_PICTURE = re.compile(r"(!\[[^]]*\]\()(?!\w+:|/)")
"""What precedes the address of a picture that lies in the card's folder."""
_SMALL, _DEFAULT, _LARGE = VARIANTS


class Networks:
    """The networks in a folder, one folder each, loaded when first used; safe in any thread."""

    def __init__(self, folder: Path = MODELS, device: Device = "auto") -> None:
        self._folder = folder
        self._asked = device
        self._status = DeviceStatus("cpu", "as chosen") if device == "cpu" else None
        self._loaded: dict[str, Model] = {}
        self._lock = threading.RLock()

    def names(self) -> tuple[str, ...]:
        """Names of the networks at hand, sorted."""
        return tuple(sorted(path.parent.name for path in self._folder.glob(f"[!.]*/{MODEL_FILE}")))

    def spec(self, name: str) -> ModelSpec:
        """Return what the network `name` is, without loading it.

        Raises
        ------
        ClearsliceError
            If it is damaged, no model of ours, or needs a newer version.
        """
        text = self._metadata(name).get(METADATA_KEY)
        if text is None:
            msg = f"{name}/{MODEL_FILE} is not a Clearslice model; choose one made by its training."
            raise ClearsliceError(msg)
        return ModelSpec.from_json(text)

    def origin(self, name: str) -> Origin:
        """Return where the network `name` comes from, without loading it."""
        return Origin.from_metadata(self._metadata(name))

    def default_for(self, modality: str, task: str = TASKS[0]) -> str:
        """Name of the network that "auto" means for a DICOM Modality and one of `spec.TASKS`.

        Of several the large one on a GPU; on a CPU the default one, the small one for radiographs,
        which have many pixels.

        Raises
        ------
        ClearsliceError
            If none was trained for it.
        """
        specs = {name: self.spec(name) for name in self.names()}
        refusals = {name: refusal(name, spec, modality) for name, spec in specs.items() if spec.task == task}
        fitting = [name for name, reason in refusals.items() if not reason]
        if not fitting:
            msg = "No model is installed: put one under assets/models, or choose another method."
            raise ClearsliceError(" ".join(refusals.values()) or msg)
        if len(fitting) == 1:
            return fitting[0]
        wanted = _preferred(self.status.device, modality)
        return min(fitting, key=lambda name: (wanted.index(specs[name].variant), name))

    @property
    def status(self) -> DeviceStatus:
        """Which device runs the networks, and why.

        Where a GPU is there the first call loads a network: only running it proves that it works.

        Raises
        ------
        ClearsliceError
            If CUDA was asked for and does not run.
        """
        with self._lock:
            if self._status is None:
                self._find_gpu()
            return self._status or DeviceStatus("cpu", "no model is installed")

    def status_of(self, name: str) -> DeviceStatus:
        """Which device runs the network `name`, why, and in what precision; loads it."""
        with self._lock:
            model = self.load(name)
            return replace(self.status, precision=model.origin.precision)

    def load(self, name: str) -> Model:
        """Return the network called `name`, on the device that `status` tells."""
        with self._lock:
            if name not in self._loaded:
                self._loaded[name] = self._open(self._file(name))
            return self._loaded[name]

    def residual(self, name: str, values: Image, context: SliceContext, noise: float, stop: Stop) -> Image:
        """Return what the network subtracts; in smaller tiles, then on the CPU, where memory or GPU fail.

        See `Model.residual` for the parameters.
        """
        model = self.load(name)
        model.check(context)
        for side in (max(values.shape), *_SIDES) if values.size <= _WHOLE_PIXELS else _SIDES:
            try:
                return model.residual(values, context, noise, side, stop)
            except devices.runtime_errors():
                continue
        if self.status.device == "cpu":
            msg = f"{name} could not be run on this image; close other programs to free memory."
            raise ClearsliceError(msg)
        self._leave_gpu("the GPU failed while it ran")
        return self.residual(name, values, context, noise, stop)

    def digest(self, name: str) -> str:
        """SHA-256, in hexadecimal, of the file that runs here as the network `name`."""
        return _digest(self.load(name).path)

    def holds(self, name: str, digest: str) -> bool:
        """Whether `digest` is that of a file of the network `name`, in whatever precision."""
        path = self._file(name)
        return digest in {_digest(file) for file in (path, path.with_name(HALF_FILE)) if file.exists()}

    def card(self, name: str) -> str:
        """Text of the network's model card (Markdown), "" if there is none; its pictures by full address."""
        folder = self._file(name).parent
        texts = [path for path in (folder / _CARD, *sorted(folder.glob("*.md"))) if path.exists()]
        text = texts[0].read_text(encoding="utf-8") if texts else ""
        return _PICTURE.sub(rf"\1{folder.resolve().as_uri()}/", text)

    def _metadata(self, name: str) -> dict[str, str]:
        path = self._file(name)
        return _entries(path, path.stat().st_mtime_ns)

    def _file(self, name: str) -> Path:
        if name not in self.names():
            msg = f"There is no model {name!r}; there is {', '.join(self.names()) or 'none'}."
            raise ClearsliceError(msg)
        return self._folder / name / MODEL_FILE

    def _find_gpu(self) -> None:
        try:
            devices.gpu_name()
        except CudaUnusable as problem:
            self._give_up_cuda(problem)
        else:
            for name in self.names()[:1]:
                self.load(name)

    def _open(self, path: Path) -> Model:
        if self._status is None or self._status.device == "cuda":
            try:
                model = open_on_gpu(path)
                self._status = DeviceStatus("cuda", devices.gpu_name())
            except CudaUnusable as problem:
                self._give_up_cuda(problem)
            else:
                return model
        return open_on_cpu(path)

    def _give_up_cuda(self, problem: CudaUnusable) -> None:
        if self._asked == "cuda":
            msg = f"CUDA was asked for but cannot be used: {problem}."
            raise ClearsliceError(msg) from problem
        self._leave_gpu(str(problem))

    def _leave_gpu(self, reason: str) -> None:
        with self._lock:
            self._status = DeviceStatus("cpu", reason)
            self._loaded.clear()


def _preferred(device: str, modality: str) -> tuple[str, ...]:
    """Return the variants in the order in which they are taken."""
    if device == "cuda":
        return _LARGE, _DEFAULT, _SMALL
    if FAMILIES.get(modality) == "XR":
        return _SMALL, _DEFAULT, _LARGE
    return _DEFAULT, _SMALL, _LARGE


@cache
def _entries(path: Path, _changed: int) -> dict[str, str]:
    return onnx_metadata(path)


@cache
def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
