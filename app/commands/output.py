"""Where a command's words go: results to stdout, everything else to stderr."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # `info` need not wait until all methods are loaded
    from core.export import Progress

_WIDTH = 30


def print_json(value: Mapping[str, object] | Sequence[object]) -> None:
    """Print `value` alone on stdout, as strict JSON."""
    json.dump(value, sys.stdout, indent=2, allow_nan=False)
    sys.stdout.write("\n")


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return `rows` as lines of text with their columns aligned."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def complain(message: object, path: Path | None = None) -> None:
    """Say one sentence on stderr, about `path` if given."""
    print(f"{path}: {message}" if path is not None else message, file=sys.stderr)


class ProgressBar:
    """A bar on stderr; on something that is no terminal, a line for each tenth."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._tenth = 0

    def __call__(self, progress: "Progress") -> None:
        """Show how far the work is."""
        share = progress.done / progress.total
        left = f"{progress.remaining or 0:.0f} s left" if share < 1 else f"{progress.seconds:.1f} s"
        count = f"{self._title}  {progress.done}/{progress.total}  {left}"
        if sys.stderr.isatty():
            bar = "█" * round(share * _WIDTH)
            end = "\n" if share >= 1 else ""
            print(f"\r{bar:░<{_WIDTH}}  {count}\x1b[K", end=end, file=sys.stderr, flush=True)
        elif int(10 * share) > self._tenth:
            self._tenth = int(10 * share)
            print(count, file=sys.stderr, flush=True)
