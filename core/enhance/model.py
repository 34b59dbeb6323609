"""One network: an ONNX file with its specification, loaded on one device."""

import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from core.enhance import device
from core.enhance.enlarge import doubled
from core.enhance.method import Image, SliceContext
from core.enhance.origin import Origin
from core.enhance.spec import FAMILIES, METADATA_KEY, ModelSpec
from core.enhance.tiles import Tiling, by_tiles
from core.errors import ClearsliceError
from core.stop import Stop

MODEL_FILE = "model.onnx"
HALF_FILE = "model.fp16.onnx"
"""The same network in float16, for GPUs."""
_REFERENCE_FILE = "reference.npz"
_INPUTS = ("image", "sigma", "modality", "context")
_OUTPUT = "residual"
_DOUBT = "log_scale"
_TOLERANCE = 1e-4
"""Largest difference of a float32 network from the stored result, on the network's scale (0.4 HU)."""
_FAMILY_WORDS = {"CT": "CT", "MR": "MR", "XR": "X-ray"}

Feed = dict[str, Image]
"""The four inputs: image and sigma (N, 1, H, W), modality (N, 3), context (N, 1, 64, 64)."""


def refusal(name: str, spec: ModelSpec, modality: str) -> str:
    """Return why the network `name` refuses slices of a DICOM Modality, "" if it does not."""
    if FAMILIES.get(modality) in spec.modalities:
        return ""
    *others, last = (_FAMILY_WORDS[family] for family in spec.modalities)
    trained = f"{', '.join(others)} and {last}" if others else last
    return f"{name} was trained for {trained}, not for {modality or 'unknown modalities'}."


@dataclass(frozen=True, eq=False)
class Model:
    """A session together with what its file says about itself."""

    name: str
    spec: ModelSpec
    session: Any
    """`onnxruntime.InferenceSession`."""
    path: Path
    """The file that runs."""
    origin: Origin

    @classmethod
    def open(cls, path: Path, session: Any) -> "Model":
        """Return the model at `path` that `session` has loaded.

        Raises
        ------
        ClearsliceError
            If it has no specification that this version understands, or other inputs.
        """
        name = path.parent.name
        entries = session.get_modelmeta().custom_metadata_map
        text = entries.get(METADATA_KEY)
        if text is None or {i.name for i in session.get_inputs()} != set(_INPUTS):
            msg = f"{name}/{path.name} is not a Clearslice model; choose one made by its training."
            raise ClearsliceError(msg)
        return cls(name, ModelSpec.from_json(text), session, path, Origin.from_metadata(entries))

    def check(self, context: SliceContext) -> None:
        """Raise a `ClearsliceError` for a slice of a kind or in units it was not trained for."""
        if reason := refusal(self.name, self.spec, context.modality):
            raise ClearsliceError(reason)
        if FAMILIES[context.modality] == "CT" and context.units != "HU":
            msg = f"{self.name} needs CT values in HU; this image has none, or an earlier step changed them."
            raise ClearsliceError(msg)

    def residual(self, values: Image, context: SliceContext, noise: float, side: int, stop: Stop) -> Image:
        """Return what to subtract from `values` (rows, columns), in their units.

        A network that doubles the grid gives (2 · rows, 2 · columns): what to subtract from
        `core.enhance.enlarge.doubled(values)`. One for enlarged images is given these as `values`.

        Parameters
        ----------
        noise
            Noise SD that the network is told, in units of `values`.
        side
            Of the tiles in pixels; an image no larger is done in one piece.
        """
        residual = self._computed(values, context, noise, side, stop, output=_OUTPUT)
        if FAMILIES[context.modality] != "MR" or values.min() < 0:
            return residual
        # A magnitude is never negative, whatever a network makes of a background of zeros.
        limited: Image = np.minimum(residual, doubled(values) if self.spec.output_scale == 2 else values)
        return limited

    @property
    def doubts(self) -> bool:
        """Whether the network states how far it may be off."""
        return _DOUBT in {output.name for output in self.session.get_outputs()}

    def doubt(self, values: Image, context: SliceContext, noise: float, side: int, stop: Stop) -> Image:
        """Return the scale of the Laplace law of the error at every pixel, in units of `values`.

        Parameters as for `residual`. `ModelSpec.interval` times this is half the width of a 90 % interval.
        """
        return self._computed(values, context, noise, side, stop, output=_DOUBT)

    def _computed(
        self, values: Image, context: SliceContext, noise: float, side: int, stop: Stop, *, output: str
    ) -> Image:
        """Return one output for a whole slice, in units of `values`."""
        spec, modality = self.spec, context.modality
        normalised, scale = spec.normalise(values, modality, context.excluded)
        stop.check()
        sigma = spec.sigma(noise, modality, scale)
        thumbnail = spec.context(normalised)[None, None]
        one_hot = spec.one_hot(modality)[None]

        def one(tile: Image) -> Image:
            level = np.full((1, 1, *tile.shape), sigma, np.float32)
            feed = {"image": tile[None, None], "sigma": level, "modality": one_hot, "context": thumbnail}
            made: Image = self.run(feed, stop, output)[0, 0]
            return np.exp(made) if output == _DOUBT else made

        tiling = Tiling(side, spec.overlap, spec.multiple, spec.output_scale)
        return by_tiles(normalised, tiling, one, stop) * np.float32(scale.factor)

    def run(self, feed: Feed, stop: Stop, output: str = _OUTPUT) -> Image:
        """Return the residual, or another output: (N, 1, H, W) or of twice the size, on the network's scale.

        `stop` ends it midway.
        """
        options = device.runtime().RunOptions()
        # Hands back what a large image needed, instead of keeping it while the window is open.
        options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")

        def terminate() -> None:
            options.terminate = True

        try:
            with stop.interrupting(terminate):
                made: Image = self.session.run([output], feed, options)[0]
        except device.runtime_errors():
            stop.check()
            raise
        stop.check()
        return made

    def agrees(self, feed: Feed, expected: Image) -> bool:
        """Whether the network gives the `expected` residual for `feed`, but for rounding."""
        given, tolerance = self.run(feed, Stop()), max(_TOLERANCE, self.origin.tolerance)
        return given.shape == expected.shape and bool(np.abs(given - expected).max() <= tolerance)


def open_on_cpu(path: Path) -> Model:
    """Return the model at `path` on the CPU, after it has given its stored result there.

    Raises
    ------
    ClearsliceError
        If the file is damaged or gives another result.
    """
    try:
        model = Model.open(path, device.cpu_session(path))
        reference = _reference(path)
        if reference is None or model.agrees(*reference):
            return model
    except device.runtime_errors() as error:
        msg = f"The model {path.parent.name} is damaged; install it again."
        raise ClearsliceError(msg) from error
    msg = f"The model {model.name} gives other results here than where it was made; install it again."
    raise ClearsliceError(msg)


def open_on_gpu(path: Path) -> Model:
    """Return the model at `path` on CUDA, after it has given the same result there as on the CPU.

    In float16 if the folder has it so and it agrees within its own tolerance, else in float32.

    Raises
    ------
    device.CudaUnusable
        If it does not run on CUDA, or wrongly.
    """
    half = path.with_name(HALF_FILE)
    if half.exists():
        with suppress(device.CudaUnusable):
            return _agreeing(half, path)
    return _agreeing(path, path)


def _agreeing(path: Path, reference: Path) -> Model:
    """Return the model at `path` on CUDA if it gives what the model at `reference` gives on the CPU."""
    model = Model.open(path, device.cuda_session(path))
    try:
        agrees = model.agrees(*(_reference(reference) or _cpu_reference(reference)))
    except device.runtime_errors() as error:
        msg = "the GPU failed at its first run"
        raise device.CudaUnusable(msg) from error
    if not agrees:
        msg = "its results differ from the CPU's"
        raise device.CudaUnusable(msg)
    return model


def _reference(path: Path) -> tuple[Feed, Image] | None:
    """Return the stored input and output of the model at `path`, if it has some."""
    stored = path.with_name(_REFERENCE_FILE)
    if not stored.exists():
        return None
    try:
        with np.load(stored) as arrays:
            return {name: arrays[name] for name in _INPUTS}, arrays[_OUTPUT]
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        msg = f"The model {path.parent.name} is damaged ({_REFERENCE_FILE}); install it again."
        raise ClearsliceError(msg) from error


def _cpu_reference(path: Path) -> tuple[Feed, Image]:
    """Return a made input and what the CPU gives for it."""
    model = open_on_cpu(path)
    rng = np.random.default_rng(0)
    image = rng.random((1, 1, 4 * model.spec.multiple, 4 * model.spec.multiple), np.float32)
    feed: Feed = {
        "image": image,
        "sigma": np.full_like(image, 0.01),
        "modality": np.eye(1, 3, dtype=np.float32),
        "context": model.spec.context(image[0, 0])[None, None],
    }
    return feed, model.run(feed, Stop())
