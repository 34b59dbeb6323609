"""How soon each method obeys a stop request: `python -m benchmarks.cancel [--side N] [METHOD …]`.

For a radiograph of 3 000² prints what a whole run takes, the longest time in it between two looks at
the request (no request waits longer; the network is interrupted at once without looking), the same as
processor time, which other programs do not lengthen, and how long a request halfway really took.
"""

import argparse
import threading
import time

import numpy as np

from benchmarks.enhance import LARGE, picture
from core.enhance.method import Image, SliceContext
from core.enhance.network import Networks
from core.enhance.registry import METHODS, build
from core.errors import Cancelled, ClearsliceError
from core.noise import estimate
from core.padded import apply
from core.recipe import Step
from core.stop import Stop


def _now() -> tuple[float, float]:
    return time.perf_counter(), time.thread_time()


class WatchedStop(Stop):
    """Notes when it is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.looks = [_now()]

    def check(self) -> None:
        """Look, and note the time."""
        self.looks.append(_now())
        super().check()

    @property
    def longest(self) -> tuple[float, float]:
        """Longest time between two looks, in seconds by the clock and on the processor."""
        wall, processor = np.diff([*self.looks, _now()], axis=0).max(axis=0)
        return float(wall), float(processor)


def halfway(name: str, values: Image, context: SliceContext, networks: Networks, whole: float) -> float:
    """Return how many seconds a request takes that comes after half of the time of a `whole` run."""
    stop, asked = Stop(), []

    def ask() -> None:
        asked.append(time.perf_counter())
        stop.set()

    timer = threading.Timer(whole / 2, ask)
    timer.start()
    try:
        apply(build(Step(name), networks), values, context, stop)
    except Cancelled:
        return time.perf_counter() - asked[0]
    finally:
        timer.cancel()
    return 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("methods", nargs="*", metavar="METHOD", help="all if none is named")
    parser.add_argument("--side", type=int, default=LARGE)
    parser.add_argument("--device", choices=("auto", "cuda", "cpu"), default="auto")
    arguments = parser.parse_args()
    networks, values = Networks(device=arguments.device), picture(arguments.side)
    context = SliceContext("DX", "", (-160.0, 240.0))
    start = time.perf_counter()
    estimate(values)
    print(f"noise estimate: {time.perf_counter() - start:.2f} s")
    print(f"{'method':<12}{'run s':>8}{'longest s':>11}{'on CPU s':>10}{'halfway s':>11}{'of the run':>12}")
    for name in arguments.methods or METHODS:
        stop = WatchedStop()
        try:
            apply(build(Step(name), networks), values, context, stop)
        except ClearsliceError as problem:
            print(f"{name:<12}  {problem}")
            continue
        (wall, processor), whole = stop.longest, time.perf_counter() - stop.looks[0][0]
        taken = halfway(name, values, context, networks, whole)
        times = f"{whole:>8.2f}{wall:>11.2f}{processor:>10.2f}{taken:>11.2f}"
        print(f"{name:<12}{times}{taken / whole:>12.1%}", flush=True)


if __name__ == "__main__":
    main()
