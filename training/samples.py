"""Samples addressed by (epoch, index): the same key gives the same crop, augmentation and noise."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from scipy import ndimage
from torch import Tensor
from torch.utils.data import Dataset, Sampler

from core.enhance.spec import ONE_HOT
from training import physics
from training.config import Data
from training.data import Pack

Image = npt.NDArray[np.float32]
TISSUE = {"CT": (824 / 4096, 1324 / 4096), "MR": (0.12, 9.0), "XR": (-9.0, 9.0)}
"""Normalised values that make a crop worth training on: soft tissue, signal, anything."""


class Sample(NamedTuple):
    """One training example; stacked over the batch by the loader."""

    image: Tensor
    """(1, crop, crop) with noise."""
    target: Tensor
    sigma: Tensor
    """(1, 1, 1): what the network is told."""
    modality: Tensor
    """(3,) one-hot."""
    context: Tensor
    """(1, 64, 64)."""


class Crops(Dataset[Sample]):
    """Random crops of one split."""

    def __init__(self, pack: Pack, split: str, config: Data, seed: int) -> None:
        self.pack, self.config, self.seed = pack, config, seed
        self.subjects = {m: list(pack.subjects(split, m).values()) for m in ONE_HOT}
        shares = np.array([config.share_ct, config.share_mr, config.share_xr])
        shares *= [bool(self.subjects[m]) for m in ONE_HOT]
        self.shares = shares / shares.sum()

    def __getitem__(self, key: tuple[int, int]) -> Sample:
        """Return the sample (epoch, index)."""
        rng = np.random.default_rng((self.seed, *key))
        modality = ONE_HOT[rng.choice(3, p=self.shares)]
        people = self.subjects[modality]
        slices = people[rng.integers(len(people))]
        number = slices[rng.integers(len(slices))]
        clean, floor = self._crop(number, modality, rng)
        return self._sample(clean, self.pack.contexts[number], floor, modality, rng)

    def _crop(self, number: int, modality: str, rng: np.random.Generator) -> tuple[Image, float]:
        """A clean crop after scaling, and the noise SD it has by itself."""
        entry, side = self.pack.slices[number], self.config.crop
        room = min(entry.rows, entry.columns)
        draw = rng.random()
        if draw < self.config.halved and room >= 2 * side:
            fine = self._window(number, 2 * side, modality, rng)
            return fine.reshape(side, 2, side, 2).mean((1, 3)), 0.6 * entry.noise
        if draw > 1 - self.config.warped and room >= int(1.5 * side):
            return _warped(self._window(number, int(1.5 * side), modality, rng), side, rng), 0.9 * entry.noise
        return self._window(number, side, modality, rng), entry.noise

    def _window(self, number: int, side: int, modality: str, rng: np.random.Generator) -> Image:
        """A square that mostly shows tissue, if some tries find one; small slices are reflected."""
        entry, (low, high) = self.pack.slices[number], TISSUE[modality]
        for _ in range(6):
            top = int(rng.integers(max(entry.rows - side, 0) + 1))
            left = int(rng.integers(max(entry.columns - side, 0) + 1))
            window = self.pack.normalised(number, top, left, side, side)
            if np.mean((window > low) & (window < high)) >= 0.4:
                break
        lack = [(0, side - n) for n in window.shape]
        return np.pad(window, lack, "symmetric") if window.shape != (side, side) else window

    def _sample(
        self, clean: Image, context: Image, floor: float, modality: str, rng: np.random.Generator
    ) -> Sample:
        turns, flip = int(rng.integers(4)), rng.random() < 0.5
        clean, context = _turned(clean, turns, flip), _turned(context, turns, flip)
        sigma = rng.uniform(*physics.SIGMA[modality])
        noisy = physics.degraded(clean, modality, sigma, rng)
        context = physics.degraded_context(context, modality, sigma, rng)
        # A blind estimate measures inserted and own noise together; an oracle the inserted alone.
        total = np.hypot(sigma, floor)
        told = rng.uniform(sigma, total) * (1 + self.config.sigma_error * rng.uniform(-1, 1))
        code = torch.tensor([float(m == modality) for m in ONE_HOT])
        image, target, thumbnail = (torch.from_numpy(a.copy())[None] for a in (noisy, clean, context))
        return Sample(image, target, torch.full((1, 1, 1), float(told)), code, thumbnail)


def _turned(image: Image, turns: int, flip: bool) -> Image:
    image = np.rot90(image, turns)
    return image[:, ::-1] if flip else image


def _warped(image: Image, side: int, rng: np.random.Generator) -> Image:
    """Rotate and scale freely about the centre, keeping to `side` pixels that lie inside."""
    angle, zoom = rng.uniform(-np.pi / 12, np.pi / 12), rng.uniform(0.8, 1.2)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) * zoom
    centre = (np.array(image.shape) - 1) / 2
    offset = centre - turn @ np.full(2, (side - 1) / 2)
    return np.asarray(ndimage.affine_transform(image, turn, offset, (side, side), order=3, mode="reflect"))


class StepSampler(Sampler[list[tuple[int, int]]]):
    """Batches addressed by step, so that a killed run goes on with the batch it was at."""

    def __init__(self, batches: int, batch: int, rank: int = 0, world: int = 1) -> None:
        self.batches, self.batch, self.rank, self.world = batches, batch, rank, world
        self.epoch = self.start = 0

    def __len__(self) -> int:
        return self.batches

    def __iter__(self) -> Iterator[list[tuple[int, int]]]:
        start, self.start = self.start, 0
        for step in range(start, self.batches):
            first = step * self.batch
            yield [(self.epoch, first + i) for i in range(self.rank, self.batch, self.world)]


class Fixed(Dataset[Sample]):
    """The first `size` samples of epoch 0: the same ones at every validation."""

    def __init__(self, crops: Crops, size: int) -> None:
        self.crops, self.size = crops, size

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, index: int) -> Sample:
        """Return sample `index`."""
        return self.crops[0, index]
