"""Two studies of a patient beside each other: which series belong together, and where they begin."""

import re
from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QObject

from app.cell import CellState
from app.hanging import same_patient
from app.language import tr
from app.panels.row import date
from app.session import Session
from app.state import Layout
from core.dicom.place import normal
from core.dicom.study import Series, Study

_SAME_WAY = 0.7
"""Cosine between normals up to which two stacks count as the same plane: heads are tilted."""


class Priors(QObject):
    """Puts a series and its like of another study into two cells, current on the left."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    @property
    def possible(self) -> bool:
        """Whether another study with images is open beside the shown one."""
        series = self._session.series
        return series is not None and any(other.study.uid != series.study.uid for other in self._others())

    def compare(self) -> None:
        """Compare the active cell's series with the latest earlier study of the patient that has its like."""
        current = self._current()
        if current is None:
            return
        others = [other for other in self._others() if same_patient(other, current)]
        if all(other.study.uid == current.study.uid for other in others):
            self._session.message(tr("No other study of this patient is open; open it too, then compare."))
            return
        self._compare_or_say(current, prior(current, others))

    def compare_with_study(self, study: Study) -> None:
        """Compare the active cell's series with its like of `study`."""
        current = self._current()
        if current is None:
            return
        members = [other for other in self._others() if other.study.uid == study.uid]
        self._compare_or_say(current, matching(current, members))

    def compare_with(self, other: Series) -> None:
        """Compare the active cell's series with `other`, like or not."""
        current = self._current()
        if current is None or current.key == other.key:
            return
        cells = self._session.cells
        first, second = cells.all[:2]
        cells.set_layout(Layout.ONE)  # planes give the cells back first
        cells.set_active(first)
        first.set_series(current)
        second.set_series(None)  # so that linking takes it for a newcomer, and brings it to the same place
        second.set_series(other)
        second.take_index(_same_height(first, current, other))
        cells.set_layout(Layout.BESIDE)
        cells.set_apart()
        if not same_patient(current, other):
            self._session.message(tr("Careful: these images are not known to be of the same patient."))

    def _compare_or_say(self, current: Series, other: Series | None) -> None:
        if other is None:
            self._session.message(
                tr("The other study has no series of this modality and plane; drag any into a cell instead.")
            )
        else:
            self.compare_with(other)

    def _current(self) -> Series | None:
        """Return the series to compare; of planes that were cut, the stack they were cut from."""
        series = self._session.series
        return series.cut_from or series if series is not None else None

    def _others(self) -> list[Series]:
        return [series for series in self._session.catalogue.series if series.showable]


def prior(current: Series, others: Iterable[Series]) -> Series | None:
    """Return the like of `current` in the latest earlier study that has one, else in the next later one."""
    studies = sorted(
        (series for series in others if series.study.uid != current.study.uid),
        key=lambda series: (series.study.date, series.study.uid),
    )
    found = [matching(current, members) for _, members in groupby(studies, lambda series: series.study.uid)]
    likes = [like for like in found if like is not None]
    earlier = [like for like in likes if like.study.date <= current.study.date]
    return next(iter(earlier[-1:] or likes), None)


def matching(current: Series, others: Iterable[Series]) -> Series | None:
    """Return the series of `others` most like `current`: same modality and plane, then words, then slices."""
    alike = [other for other in others if _comparable(current, other)]
    return max(alike, key=lambda other: _likeness(current, other), default=None)


def which_study(series: Series, shown: Iterable[Series]) -> str:
    """Return what tells the study of `series` from the others on screen; "" if they are all of one."""
    others = list(shown)
    if len({other.study.uid for other in others}) < 2:
        return ""
    if not all(same_patient(series, other) for other in others):
        return tr("DIFFERENT PATIENTS")
    when = date(series.study.date) or tr("no date")
    if series.study.date < max(other.study.date for other in others):
        return tr("PRIOR {}").format(when)
    return when


def _comparable(a: Series, b: Series) -> bool:
    if a.modality != b.modality or a.kind is not b.kind or _is_localizer(a) is not _is_localizer(b):
        return False
    return a.orientation is None or b.orientation is None or abs(_cosine(a, b)) >= _SAME_WAY


def _is_localizer(series: Series) -> bool:
    return "LOCALIZER" in series.image_type


def _likeness(a: Series, b: Series) -> tuple[float, bool, float, float]:
    words, others = _words(a), _words(b)
    shared = len(words & others) / max(len(words | others), 1)
    apart = abs((a.spacing or 0.0) - (b.spacing or 0.0))
    return shared, a.derived is b.derived, -apart, -abs(len(a.frames) - len(b.frames))


def _words(series: Series) -> set[str]:
    return set(re.findall(r"\w+", series.description.casefold()))


def _cosine(a: Series, b: Series) -> float:
    """Return the cosine between the normals of two series; 1 where one is unknown."""
    if a.orientation is None or b.orientation is None:
        return 1.0
    return sum(x * y for x, y in zip(normal(a.orientation), normal(b.orientation), strict=True))


def _same_height(cell: CellState, current: Series, other: Series) -> int:
    """Return the slice of `other` that lies as far along its stack as the cell's slice along `current`.

    Where both share a frame of reference, linking goes on from here to the very place in the patient.
    """
    share = cell.index / max(len(current.frames) - 1, 1)
    if _cosine(current, other) < 0:
        share = 1 - share
    return round(share * (len(other.frames) - 1))
