"""The changes that undo takes back."""

from collections.abc import Callable, Hashable

from app.state import Undoable

Now = Callable[[Undoable], Undoable]
"""From a state to the present one of the same cell and series."""


class History:
    """Undoable states before and after the present one."""

    def __init__(self) -> None:
        self._past: list[Undoable] = []
        self._future: list[Undoable] = []
        self._last: Hashable = None

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to bring back."""
        return bool(self._future)

    def remember(self, now: Undoable, kind: Hashable, merge: bool) -> None:
        """Keep the state before a change; `merge` joins the change with the last one if of the same kind."""
        self._future.clear()
        if not (merge and self._past and self._last == kind):
            self._past.append(now)
        self._last = kind

    def undo(self, now: Now) -> Undoable | None:
        """Return the state before the last change; None if there is none."""
        return self._step(self._past, self._future, now)

    def redo(self, now: Now) -> Undoable | None:
        """Return the state that undo left; None if there is none."""
        return self._step(self._future, self._past, now)

    def clear(self) -> None:
        """Forget everything."""
        self._past.clear()
        self._future.clear()

    def _step(self, source: list[Undoable], target: list[Undoable], now: Now) -> Undoable | None:
        if not source:
            return None
        self._last = None
        state = source.pop()
        target.append(now(state))
        return state
