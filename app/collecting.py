"""Python's collection of cycles, in the GUI thread alone."""

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL = 1000
"""Milliseconds."""


class Collector(QTimer):
    """Collects when as much was made as Python itself would wait for, but from the event loop.

    Collected in a worker's thread, a cycle that holds QObjects would lock Qt against Python for ever.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self.timeout.connect(self._collect)
        self.start(_INTERVAL)

    def _collect(self) -> None:
        made = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, limit) in enumerate(made) if count > limit]
        if due:
            gc.collect(max(due))
