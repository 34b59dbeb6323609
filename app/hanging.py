"""Which layout a study opens in, and what comes into empty cells."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from app.cell import CellState
from app.panels.catalogue import rows
from app.session import Session
from app.settings import Settings
from app.state import Layout
from core.dicom.study import Series


class Hanging(QObject):
    """Opens a study in the layout that was last chosen for its modality.

    Empty cells are filled with the patient's series that come next in the list, those of the study first.
    When another patient is opened, the others' images leave all cells.
    """

    def __init__(self, session: Session, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        session.studyOpened.connect(self._on_opened)
        session.catalogueChanged.connect(self._fill)
        session.cells.layoutChanged.connect(self._fill)

    def choose(self, layout: Layout) -> None:
        """Show a layout, and remember it for the modality of the active cell."""
        series = self._session.series
        if series is not None:
            self._settings.remember_layout(series.modality, layout)
        self._session.cells.set_layout(layout)

    def _on_opened(self, series: Series) -> None:
        for cell in self._session.cells:
            if cell.series is not None and not same_patient(cell.series, series):
                cell.set_series(None)
        layout = self._settings.layout_of(series.modality)
        if layout is not None:
            self._session.cells.set_layout(layout)
        self._fill()

    def _fill(self) -> None:
        if self._session.series is None:
            return
        waiting = self._waiting()
        for cell in self._session.cells.placed:
            if cell.series is None:
                series = next(waiting, None)
                if series is None:
                    return
                cell.set_series(series)

    def _waiting(self) -> Iterator[Series]:
        """Yield what no cell shows: after the active cell's series, then before it, then earlier studies."""
        session = self._session
        listed = [row.series for row in rows(session.catalogue) if row.series is not None and row.selectable]
        assert session.series is not None
        active, shown = session.series, {_key(cell) for cell in session.cells.placed}
        at = next((n for n, series in enumerate(listed) if series.key == active.key), 0)
        ordered = sorted(listed[at:] + listed[:at], key=lambda series: series.study.uid != active.study.uid)
        return iter([s for s in ordered if s.key not in shown and same_patient(s, active)])


def same_patient(a: Series, b: Series) -> bool:
    """Whether two series are of one study, or of patients with the same ID and date of birth."""
    if a.study.uid == b.study.uid:
        return True
    first, second = a.study.patient, b.study.patient
    return bool(first.id) and (first.id, first.birth_date) == (second.id, second.birth_date)


def _key(cell: CellState) -> str:
    return cell.series.key if cell.series is not None else ""
