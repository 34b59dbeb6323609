"""Samples addressed by (epoch, index): the same key gives the same crop, augmentation and noise."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.utils.data import Dataset, Sampler

from core.enhance.spec import ONE_HOT
from core.errors import ClearsliceError
from training import tasks
from training.artifacts import Spoiled
from training.config import Data
from training.data import Pack
from training.degradation.compose import generator
from training.views import Cut, Plane, View

Image = npt.NDArray[np.float32]
TISSUE = {"CT": (824 / 4096, 1324 / 4096), "MR": (0.12, 9.0), "XR": (-9.0, 9.0)}
"""Normalised values that make a crop worth training on: soft tissue, signal, anything."""


class Sample(NamedTuple):
    """One training example; stacked over the batch by the loader."""

    image: Tensor
    """(1, crop, crop) as the scanner shows it; half of that where the task doubles the grid."""
    target: Tensor
    """(1, crop, crop)."""
    sigma: Tensor
    """(1, 1, 1): the noise SD that the network is told."""
    modality: Tensor
    """(3,) one-hot."""
    context: Tensor
    """(1, 64, 64)."""


class Crops(Dataset[Sample]):
    """Random samples of one split, spoiled by the task that `config` names.

    Raises
    ------
    ClearsliceError
        If there are no images, or the simulated CT scans that the task needs were not made.
    """

    def __init__(self, pack: Pack, split: str, config: Data, seed: int) -> None:
        self.pack, self.config, self.seed = pack, config, seed
        self.task = tasks.make(config, pack)
        self.subjects = {m: list(pack.subjects(split, m).values()) for m in ONE_HOT}
        shares = np.array([config.share_ct, config.share_mr, config.share_xr])
        shares *= [bool(self.subjects[m]) for m in ONE_HOT]
        if not shares.sum():
            msg = f"No image is left for the split '{split}'; look at the manifest and at data.share_ct, …"
            raise ClearsliceError(msg)
        self.shares = shares / shares.sum()

    def __getitem__(self, key: tuple[int, int]) -> Sample:
        """Return the sample (epoch, index)."""
        rng = generator(self.seed, *key)
        modality = ONE_HOT[rng.choice(3, p=self.shares)]
        people = self.subjects[modality]
        slices = people[rng.integers(len(people))]
        view = self._view(int(slices[rng.integers(len(slices))]), modality, rng)
        spoiled = self.task.spoil(view, rng)
        floor = self.pack.slices[view.number].noise * view.cut.noise_kept
        # A blind estimate measures inserted and own noise together; an oracle the inserted alone.
        told = rng.uniform(spoiled.sigma, np.hypot(spoiled.sigma, floor))
        told *= 1 + self.config.sigma_error * rng.uniform(-1, 1)
        return self._sample(spoiled, float(told), modality)

    def _view(self, number: int, modality: str, rng: np.random.Generator) -> View:
        entry, plane = self.pack.slices[number], self._plane(number)
        side = self.config.crop + 2 * self.task.margin(modality)
        if self.config.framing == "resize":
            cut = self._whole(number, side, rng)
        else:
            cut = self._square(number, side, modality, rng)
        shape = (entry.rows, entry.columns)
        return View(number, modality, shape, cut, cut(plane), self.pack.contexts[number])

    def _plane(self, number: int) -> Plane:
        return lambda top, left, rows, columns: self.pack.normalised(number, top, left, rows, columns)

    def _whole(self, number: int, side: int, rng: np.random.Generator) -> Cut:
        """The middle of the slice, as large as it goes."""
        entry = self.pack.slices[number]
        span = min(entry.rows, entry.columns)
        top, left = (entry.rows - span) // 2, (entry.columns - span) // 2
        return Cut(top, left, span, side, turns=int(rng.integers(4)), flip=rng.random() < 0.5)

    def _square(self, number: int, side: int, modality: str, rng: np.random.Generator) -> Cut:
        entry = self.pack.slices[number]
        room, draw = min(entry.rows, entry.columns), rng.random()
        if draw < self.config.halved and room >= 2 * side:
            top, left = self._corner(number, 2 * side, modality, rng)
            return Cut(top, left, 2 * side, side, 0.0, 0.0, *_turn(rng))
        if draw > 1 - self.config.warped and room >= int(1.5 * side):
            top, left = self._corner(number, int(1.5 * side), modality, rng)
            angle, zoom = rng.uniform(-np.pi / 12, np.pi / 12), rng.uniform(0.8, 1.2)
            return Cut(top, left, int(1.5 * side), side, angle, zoom, *_turn(rng))
        top, left = self._corner(number, side, modality, rng)
        return Cut(top, left, side, side, 0.0, 0.0, *_turn(rng))

    def _corner(self, number: int, span: int, modality: str, rng: np.random.Generator) -> tuple[int, int]:
        """Top and left of a square that mostly shows tissue, if some tries find one."""
        entry, (low, high) = self.pack.slices[number], TISSUE[modality]
        for _ in range(6):
            top = int(rng.integers(max(entry.rows - span, 0) + 1))
            left = int(rng.integers(max(entry.columns - span, 0) + 1))
            window = self.pack.normalised(number, top, left, span, span)
            if np.mean((window > low) & (window < high)) >= 0.4:
                break
        return top, left

    def _sample(self, spoiled: Spoiled, told: float, modality: str) -> Sample:
        target = _middle(spoiled.target, self.config.crop)
        image = _middle(spoiled.image, self.config.crop // self.task.finer)
        code = torch.tensor([float(m == modality) for m in ONE_HOT])
        planes = (torch.from_numpy(np.array(a, np.float32))[None] for a in (image, target, spoiled.context))
        shown, wanted, thumbnail = planes
        return Sample(shown, wanted, torch.full((1, 1, 1), told), code, thumbnail)


def _turn(rng: np.random.Generator) -> tuple[int, bool]:
    return int(rng.integers(4)), bool(rng.random() < 0.5)


def _middle(image: Image, side: int) -> Image:
    start = (len(image) - side) // 2
    return image[start : start + side, start : start + side]


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
