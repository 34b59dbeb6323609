"""How long each method takes: `python -m benchmarks.enhance [--device auto|cuda|cpu] [--large]`.

Milliseconds depend on the machine and on what else runs on it, so each is also given as a multiple
of the Gaussian filter at 512², measured in the same run. `--large` adds radiographs of 3 000².
"""

import argparse
import sys
import time
from collections.abc import Callable

import numpy as np

from core.enhance.method import Image, SliceContext
from core.enhance.network import Networks
from core.enhance.registry import METHODS, NETWORK_TASKS, build
from core.errors import ClearsliceError
from core.recipe import Step
from core.stop import Stop

SIDES = (512, 1024)
LARGE = 3000
WIDE = 26
"""Of the names, in characters."""


def picture(side: int) -> Image:
    """Return discs of tissue in air with noise of 15 HU, (side, side)."""
    y, x = np.mgrid[-1 : 1 : side * 1j, -1 : 1 : side * 1j].astype(np.float32)
    body = np.where(x**2 + 2 * y**2 < 0.8, 40.0, -1000.0)
    body += np.where((x - 0.3) ** 2 + y**2 < 0.05, 60.0, 0.0)
    return (body + np.random.default_rng(0).normal(0, 15, body.shape)).astype(np.float32)


def steps(networks: Networks) -> dict[str, Step]:
    """Return every network by its name, and every other method."""
    running = {task: method for method, task in NETWORK_TASKS.items()}
    own = {n: Step(running[networks.spec(n).task], (("model", n),)) for n in networks.names()}
    return own | {name: Step(name) for name in METHODS if name not in NETWORK_TASKS}


def milliseconds(run: Callable[[], object], repeats: int) -> float:
    """Return the least wall time of `repeats` runs after one that warms up."""
    run()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return 1000 * min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--device", choices=("auto", "cuda", "cpu"), default="auto")
    parser.add_argument("--large", action="store_true", help="add 3 000², which takes a minute on a CPU")
    arguments = parser.parse_args()
    networks = Networks(device=arguments.device)
    context = SliceContext("CT", "HU", (-160.0, 240.0))

    def timed(step: Step, side: int, repeats: int) -> float:
        method, values = build(step, networks), picture(side)
        return milliseconds(lambda: method(values, context, Stop()), repeats)

    unit = timed(Step("gaussian"), SIDES[0], 20)
    print(f"network on {networks.status}; 1.0 = gaussian at {SIDES[0]}²: {unit:.1f} ms")
    print(f"{'method':<{WIDE}}{'side':>6}{'ms':>10}{'× gaussian':>12}")
    for side in (*SIDES, *((LARGE,) if arguments.large else ())):
        for name, step in steps(networks).items():
            try:
                taken = timed(step, side, 1 if side == LARGE else 5)
            except ClearsliceError as problem:
                print(f"{name:<{WIDE}}{side:>6}  {problem}")
                continue
            print(f"{name:<{WIDE}}{side:>6}{taken:>10.1f}{taken / unit:>12.1f}")
    if sys.platform.startswith("linux"):
        import resource

        kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"largest memory of the process: {kilobytes / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
