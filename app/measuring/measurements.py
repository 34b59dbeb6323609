"""All measurements of the window, and the one that is being drawn."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from core.measurement import Measurement, Spatial

FrameKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The part of the state that undo brings back."""

    items: tuple[Measurement, ...] = ()
    adopted: int = 0
    """How many had come with files by then."""


class Measurements(QObject):
    """Measurements belong to the frame they were drawn on, in whichever view it is shown.

    Parameters
    ----------
    remember
        Keeps the state for undo before a change of a kind; its second argument says whether the change
        continues the last one.
    """

    changed = Signal()
    """Items, or the pending one."""
    itemsChanged = Signal()
    """Items alone; said before `changed`."""
    selectedChanged = Signal(str)

    def __init__(self, remember: Callable[[str, bool], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._remember = remember
        self._adopted: list[Measurement] = []
        self._in_files: dict[str, Measurement] = {}
        """By UID, as they were last read or written."""
        self.items: tuple[Measurement, ...] = ()
        self.pending: Measurement | None = None
        """Still being drawn: shown, and neither listed nor saved."""
        self.waiting: tuple[Spatial, ...] = ()
        """Came with files and lie on planes of a volume, until the planes are shown."""
        self.selected = ""
        """UID of the one that is edited; "" for none."""

    def at(self, key: FrameKey | None) -> tuple[Measurement, ...]:
        """Return what is drawn on a frame, the pending one last."""
        drawn = self.items if self.pending is None else (*self.items, self.pending)
        return tuple(item for item in drawn if item.frame == key)

    def get(self, uid: str) -> Measurement | None:
        """Return the measurement with this UID."""
        return next((item for item in self.items if item.uid == uid), None)

    @property
    def unsaved(self) -> tuple[Measurement, ...]:
        """Those that are in no file as they are now."""
        return tuple(item for item in self.items if self._in_files.get(item.uid) != item)

    # -- from the user ------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether one is being drawn."""
        return self.pending is not None

    def draw(self, pending: Measurement | None) -> None:
        """Show `pending` as it is drawn; None gives it up."""
        if pending != self.pending:
            self.pending = pending
            self.changed.emit()

    def cancel(self) -> None:
        """Give up what is being drawn."""
        self.draw(None)

    def add(self, measurement: Measurement) -> None:
        """Keep a measurement that was drawn, and select it."""
        self.pending = None
        self._change((*self.items, measurement))
        self.select(measurement.uid)

    def edit(self, measurement: Measurement, *, merge: bool = False) -> None:
        """Replace the measurement of the same UID; `merge` joins the change with the last one (a drag)."""
        items = tuple(measurement if item.uid == measurement.uid else item for item in self.items)
        self._change(items, f"pull {measurement.uid}", merge)

    def rename(self, uid: str, name: str) -> None:
        """Give a measurement another name."""
        found = self.get(uid)
        if found is not None and name.strip():
            self.edit(replace(found, name=name.strip()))

    def remove(self, uids: Iterable[str]) -> None:
        """Take measurements away."""
        gone = frozenset(uids)
        self._change(tuple(item for item in self.items if item.uid not in gone))
        if self.selected in gone:
            self.select("")

    def select(self, uid: str) -> None:
        """Choose the measurement that keys and handles act on."""
        if uid != self.selected:
            self.selected = uid
            self.selectedChanged.emit(uid)

    def _change(
        self, items: tuple[Measurement, ...], kind: str = "measurements", merge: bool = False
    ) -> None:
        if items != self.items:
            self._remember(kind, merge)
            self.items = items
            self._tell()

    # -- from files and undo ------------------------------------------------------------------

    def saved(self, written: Iterable[Measurement]) -> None:
        """Hear what was written to a file that comes back with the study."""
        self._in_files.update({item.uid: item for item in written})
        self._tell()

    def adopt(self, found: Iterable[Measurement]) -> None:
        """Add what a file brought; it is not the user's change, so undo leaves it there."""
        known = {item.uid for item in (*self.items, *self._adopted)}
        new = list({item.uid: item for item in found if item.uid not in known}.values())
        if new:
            self._adopted += new
            self._in_files.update({item.uid: item for item in new})
            self.items += tuple(new)
            self._tell()

    def wait(self, found: Iterable[Spatial]) -> None:
        """Keep what a file brought for planes of a volume."""
        known = {item.uid for item in (*self.items, *self._adopted)} | {item.uid for item in self.waiting}
        new = {item.uid: item for item in found if item.uid not in known}
        if new:
            self.waiting += tuple(new.values())
            self._tell()

    def bring(self, placed: Iterable[Measurement]) -> None:
        """Take over what has waited and found its plane."""
        found = tuple(placed)
        uids = {item.uid for item in found}
        self.waiting = tuple(item for item in self.waiting if item.uid not in uids)
        self.adopt(found)

    @property
    def snapshot(self) -> Snapshot:
        """What undo has to bring back."""
        return Snapshot(self.items, len(self._adopted))

    def restore(self, snapshot: Snapshot) -> None:
        """Go back to a snapshot; what came with files since stays."""
        items = (*snapshot.items, *self._adopted[snapshot.adopted :])
        if items != self.items:
            self.items = items
            self._tell()

    def clear(self) -> None:
        """Forget everything."""
        self._adopted.clear()
        self._in_files.clear()
        self.items, self.waiting, self.pending = (), (), None
        self.select("")
        self._tell()

    def _tell(self) -> None:
        self.itemsChanged.emit()
        self.changed.emit()
