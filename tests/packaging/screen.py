"""A screen in memory (Xvfb): what a program painted on it, and keys pressed on it."""

import os
import shutil
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

PATIENCE = 120.0
"""Seconds until a wait is given up: a limit for a hang, not a measurement."""


class Screen:
    """One display; the picture is read from the memory that Xvfb paints into."""

    def __init__(self, display: str, memory: Path) -> None:
        self.display = display
        self._memory = memory

    def picture(self) -> npt.NDArray[np.uint8]:
        """Return what is on the screen, (rows, columns, 3)."""
        raw = self._memory.read_bytes()
        head = struct.unpack(">25I", raw[:100])  # XWD: header size, …, width, height, …, bytes per line, …
        width, height, stride, colours = head[4], head[5], head[12], head[19]
        pixels = np.frombuffer(raw, np.uint8, height * stride, head[0] + colours * 12)
        return pixels.reshape(height, stride // 4, 4)[:, :width, 2::-1]

    def painted(self) -> bool:
        """Tell whether anything was painted yet."""
        return bool(self.picture().any())

    def windows(self, name: str) -> list[str]:
        """Return the visible windows whose title holds `name`."""
        return self._do("search", "--onlyvisible", "--name", name).split()

    def focus(self, window: str) -> None:
        """Let keys go to a window; there is no window manager to do it."""
        self._do("windowfocus", "--sync", window)

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        self._do("key", *keys)

    def _do(self, *command: str) -> str:
        environment = os.environ | {"DISPLAY": self.display}
        done = subprocess.run(
            ["xdotool", *command], env=environment, capture_output=True, text=True, check=False
        )
        return done.stdout


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """Start a screen; `folder` holds its memory."""
    for program in ("Xvfb", "xdotool"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    folder.mkdir()
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-ac", "-nolisten", "tcp"]
    with subprocess.Popen(
        [*command, "-fbdir", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            number = server.stdout.readline().strip()
            yield Screen(f":{number}", folder / "Xvfb_screen0")
        finally:
            server.terminate()


def wait(happened: Callable[[], object], what: str) -> float:
    """Wait until something happened; return the seconds that took."""
    start = time.perf_counter()
    while not happened():
        if time.perf_counter() - start > PATIENCE:
            pytest.fail(f"waited in vain: {what}")
        time.sleep(0.01)
    return time.perf_counter() - start
