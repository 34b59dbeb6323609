"""Samples per second of each task, and whether training waits for them.

    python -m benchmarks.training_loading PACK [--steps 12] [--workers 0 2] [--set SECTION.KEY=VALUE …]

PACK is a folder that `python -m training fit` packed (its simulated CT scans are made here if they are
lacking). First each modality alone, in one process: samples per second of processor time. Then whole steps
with the network that the configuration names, with so many loading processes: images per second, the share
of the time that the step waited for its batch, how busy the processor cores were, and the GPU if there is
one (share of the time in which it had kernels to run, by its events).
"""

import argparse
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch.utils.data import DataLoader

from core.enhance.spec import ONE_HOT, TASKS
from training import bank
from training.config import Config, Data
from training.data import Pack
from training.module import Denoising
from training.samples import Crops, Sample, StepSampler

WARM = 3
"""Steps before the clock starts."""
ALONE = 60
"""Samples per modality."""


@dataclass(frozen=True)
class Measured:
    images: float
    """Per second."""
    waiting: float
    cores: float
    gpu: float | None


def configured(task: str, changes: tuple[str, ...]) -> Config:
    """The defaults for a task, with `changes`."""
    scale = ("network.scale=2",) if task == "double" else ()
    return Config.from_toml("", (f"data.task={task}", *scale, *changes))


def alone(pack: Pack, data: Data, modality: str) -> float:
    """Samples of one modality per second of processor time."""
    shares = {f"share_{m.lower()}": float(m == modality) for m in ONE_HOT}
    crops = Crops(pack, "train", replace(data, **shares), seed=1)  # type: ignore[arg-type]
    for index in range(5):
        crops[0, index]
    begin = time.process_time()
    for index in range(ALONE):
        crops[1, index]
    return ALONE / (time.process_time() - begin)


def processor_seconds() -> float:
    """Of this process and of the loading processes that have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def training(pack: Pack, config: Config, workers: int, steps: int) -> Measured:
    """Measure `steps` steps of training."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    module = Denoising(config).to(device)
    optimiser = torch.optim.Adam(module.net.parameters(), config.optimiser.rate)
    module.log = lambda *arguments, **named: None  # type: ignore[method-assign]
    crops = Crops(pack, "train", config.data, seed=1)
    sampler = StepSampler(WARM + steps, config.data.batch)
    used, begin = processor_seconds(), time.perf_counter()
    batches: Iterator[Sample] = iter(DataLoader(crops, batch_sampler=sampler, num_workers=workers))
    waited = worked = busy = 0.0
    for number in range(WARM + steps):
        asked = time.perf_counter()
        batch = next(batches)
        came = time.perf_counter()
        kernels = one_step(module, optimiser, Sample(*(tensor.to(device) for tensor in batch)))
        if number >= WARM:
            waited += came - asked
            worked += time.perf_counter() - came
            busy += kernels
    del batches
    whole, total = time.perf_counter() - begin, waited + worked
    cores = (processor_seconds() - used) / (whole * (os.cpu_count() or 1))
    rate = steps * config.data.batch / total
    return Measured(rate, waited / total, cores, busy / total if device.type == "cuda" else None)


def one_step(module: Denoising, optimiser: torch.optim.Optimizer, batch: Sample) -> float:
    """Learn from a batch; return how long the GPU was at it, in seconds."""
    cuda = torch.cuda.is_available()
    marks = [torch.cuda.Event(enable_timing=True) for _ in range(2)] if cuda else []
    if cuda:
        marks[0].record()
    residual, _ = module.net(batch.image, batch.sigma.expand_as(batch.image), batch.modality, batch.context)
    loss = residual.square().mean()
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
    if not cuda:
        return 0.0
    marks[1].record()
    torch.cuda.synchronize()
    return float(marks[0].elapsed_time(marks[1]) / 1000)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("pack", type=Path)
    parser.add_argument("--steps", type=int, default=12)
    parser.add_argument("--workers", type=int, nargs="+", default=[0, 2])
    parser.add_argument("--set", action="append", default=[])
    arguments = parser.parse_args()
    pack = Pack(arguments.pack)
    print(
        f"{os.cpu_count()} cores; {torch.cuda.get_device_name() if torch.cuda.is_available() else 'no GPU'}"
    )
    configs = {task: configured(task, tuple(arguments.set)) for task in TASKS}
    print("\n| samples per core and second | " + " | ".join(ONE_HOT) + " |\n|---|---|---|---|")
    for task, config in configs.items():
        bank.prepare(pack, config.data, lambda done, total: None)
        rates = (f"{alone(pack, config.data, modality):.0f}" for modality in ONE_HOT if pack.has(modality))
        print(f"| {task} | " + " | ".join(rates) + " |", flush=True)
    print("\n| task | workers | images/s | waiting for data | cores | GPU |\n|---|---|---|---|---|---|")
    for task, config in configs.items():
        for workers in arguments.workers:
            found = training(pack, config, workers, arguments.steps)
            gpu = "–" if found.gpu is None else f"{found.gpu:.0%}"
            shares = f"{found.waiting:.1%} | {found.cores:.0%} | {gpu}"
            print(f"| {task} | {workers} | {found.images:.1f} | {shares} |", flush=True)


if __name__ == "__main__":
    main()
