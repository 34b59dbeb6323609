"""Slices that matter: the user has marked them, or a key object selection that came with them did."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, Signal

from core.dicom.study import Catalogue, FrameRef, Series

Key = tuple[str, int]


class KeyImages(QObject):
    """A setter compares, stores and emits."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marked: set[Key] = set()

    def __contains__(self, key: Key) -> bool:
        return key in self._marked

    def toggle(self, key: Key) -> None:
        """Mark a slice, or take its mark away."""
        self._marked ^= {key}
        self.changed.emit()

    def adopt(self, keys: Iterable[Key]) -> int:
        """Mark what a file selects, and return how many marks are new."""
        new = set(keys) - self._marked
        if new:
            self._marked |= new
            self.changed.emit()
        return len(new)

    def clear(self) -> None:
        """Forget all marks."""
        if self._marked:
            self._marked.clear()
            self.changed.emit()

    def indices(self, series: Series) -> list[int]:
        """Return the marked slices of a series."""
        return [n for n, ref in enumerate(series.frames) if ref.key in self._marked]

    def frames(self, series: Series) -> tuple[FrameRef, ...]:
        """Return what `indices` stands for."""
        return tuple(series.frames[n] for n in self.indices(series))

    def everywhere(self, catalogue: Catalogue) -> Iterator[tuple[Series, int]]:
        """Yield all that are marked, series by series."""
        for series in catalogue.series:
            for index in self.indices(series):
                yield series, index

    def next(self, series: Series, index: int, step: int) -> int | None:
        """Return the marked slice after `index`, or before it; round the ends; None if there is no other."""
        marked = self.indices(series)
        beyond = [n for n in marked if (n - index) * step > 0]
        found = (beyond or marked)[:: 1 if step > 0 else -1]
        return found[0] if found and found[0] != index else None
