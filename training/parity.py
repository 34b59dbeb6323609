"""Whether an exported network computes what it should: float32 as PyTorch does, float16 nearly so."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from core.enhance import device
from core.enhance.spec import ModelSpec

INPUTS = ("image", "sigma", "modality", "context")
OUTPUTS = ("residual", "log_scale")
PARITY = 1e-5
"""Largest difference of float32 from PyTorch on the network's scale (0.04 HU)."""
HALF_PARITY = {"CT": 0.5, "MR": 0.05, "XR": 0.05}
"""Largest difference of float16 from float32: half a rounding step in HU, a tenth of the least noise in %."""
UNITS = {"CT": (4096.0, "HU"), "MR": (100.0, "%"), "XR": (100.0, "%")}
"""What 1 on the network's scale is."""
SIZES = ((1, 64, 64), (2, 96, 160), (1, 240, 368), (3, 48, 80))
"""(batch, height, width) at which parity is shown; the odd multiples are those that padding makes."""
LEVELS = (0.001, 0.1)
"""Normalised noise levels of float16's test, lowest and highest, where the specification names none."""

Feed = dict[str, npt.NDArray[np.float32]]


def made_input(batch: int, height: int, width: int, seed: int, sigma: float = 0.01) -> Feed:
    """Return smooth structure with noise, one family after the other over the batch."""
    rng = np.random.default_rng(seed)
    y, x = np.meshgrid(np.linspace(0, 6, height), np.linspace(0, 6, width), indexing="ij")
    structure = 0.3 + 0.1 * np.sin(x) * np.cos(y) + 0.1 * (x > y)
    image = structure + sigma * rng.standard_normal((batch, 1, height, width))
    context = np.full((batch, 1, 64, 64), 0.3) + 0.01 * rng.standard_normal((batch, 1, 64, 64))
    arrays = (image, np.full_like(image, sigma), np.eye(3)[np.arange(batch) % 3], context)
    return {name: a.astype(np.float32) for name, a in zip(INPUTS, arrays, strict=True)}


def outputs_of(path: Path) -> tuple[str, ...]:
    """Return the names of what the model at `path` gives."""
    return tuple(output.name for output in device.cpu_session(path).get_outputs())


def run(path: Path, feed: Feed) -> list[npt.NDArray[np.float32]]:
    """Return all outputs by ONNX Runtime on the CPU."""
    outputs: list[npt.NDArray[np.float32]] = device.cpu_session(path).run(None, feed)
    return outputs


@torch.no_grad()
def parity(net: nn.Module, path: Path) -> float:
    """Return the largest difference between PyTorch and ONNX Runtime over all `SIZES`."""
    session = device.cpu_session(path)
    worst = 0.0
    for seed, size in enumerate(SIZES):
        feed = made_input(*size, seed=seed)
        given: tuple[Tensor | None, ...] = net(*(torch.from_numpy(a) for a in feed.values()))
        expected = [e.numpy() for e in given if e is not None]
        pairs = zip(expected, session.run(None, feed), strict=True)
        worst = max(worst, *(float(np.abs(e - g).max()) for e, g in pairs))
    return worst


def half_difference(path: Path, half: Path, spec: ModelSpec, modality: str) -> float:
    """Return the largest difference between the residuals of two files, on the network's scale.

    Over all `SIZES`, at the lowest, the middle and the highest noise level of the family.
    """
    full, other = (device.cpu_session(file) for file in (path, half))
    low, high = spec.noise_range.get(modality, (LEVELS[0], LEVELS[-1]))
    worst = 0.0
    for seed, size in enumerate(SIZES):
        for sigma in (low, (low * high) ** 0.5, high):
            feed = made_input(*size, seed=seed, sigma=sigma)
            feed["modality"] = np.tile(spec.one_hot(modality), (size[0], 1))
            pair = [session.run(list(OUTPUTS[:1]), feed)[0] for session in (full, other)]
            worst = max(worst, float(np.abs(pair[0] - pair[1]).max()))
    return worst
