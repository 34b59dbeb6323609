"""How long the window takes to stand on the screen, and how long to be complete.

    python -m benchmarks.start [PROGRAM]

PROGRAM is the packaged `clearslice-gui`; it is started in turns with the source, on a screen in memory. The
seconds on the clock depend on what else the computer does; the processor's seconds hardly do. On a busy Linux
root gets the clock of an idle one by starting this behind `chrt -r 1`.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np

from app.first_start import ACCEPTED
from tests.packaging.screen import Screen, screen, wait

TIMES = 5
BARS = slice(0, 70)
"""Rows of menu bar and tool bar; empty until the parts are there."""
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Moment:
    """Seconds since the start: on the clock, and of the processor."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{self.clock:.2f} s ({self.processor:.2f} s of processor)"


def processor(program: subprocess.Popen[bytes]) -> float:
    """Return the processor's seconds that a process and its ended children have used."""
    fields = Path(f"/proc/{program.pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / TICKS


def complete(on: Screen) -> bool:
    """Tell whether the bars are filled: light icons on their dark ground."""
    return int(np.ptp(on.picture()[BARS])) > 128


def start(command: Sequence[str], on: Screen) -> tuple[subprocess.Popen[bytes], Moment, Moment]:
    """Start a program, `{}` in its command being the display; return it, its first paint and completion."""
    known = {"DISPLAY": on.display, "QT_QPA_PLATFORM": "xcb", ACCEPTED: "1"}
    program = subprocess.Popen([word.replace("{}", on.display) for word in command], env=os.environ | known)
    until_paint = wait(on.painted, "the first paint")
    first = Moment(until_paint, processor(program))
    rest = wait(lambda: complete(on), "the tool bar")
    return program, first, Moment(until_paint + rest, processor(program))


def middle(moments: Sequence[Moment]) -> Moment:
    """Return the medians."""
    return Moment(median(m.clock for m in moments), median(m.processor for m in moments))


def main() -> None:
    commands = {"from source": [sys.executable, "-m", "app"]}
    commands |= {"installed": [sys.argv[1]]} if len(sys.argv) > 1 else {}
    found: dict[str, list[tuple[Moment, Moment]]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as folder:
        for attempt in range(TIMES + 1):
            for name, command in commands.items():
                with screen(Path(folder) / f"{name} {attempt}") as on:
                    program, *moments = start(command, on)
                    program.kill()
                    program.wait()
                if attempt:  # the first one warms up
                    found[name].append((moments[0], moments[1]))
    for name, pairs in found.items():
        first, last = (middle([pair[n] for pair in pairs]) for n in (0, 1))
        print(f"{name:12} first paint {first}; complete {last}")


if __name__ == "__main__":
    main()
