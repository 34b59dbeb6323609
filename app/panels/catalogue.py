"""The rows of the series list: headings, series, and other objects."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from app.language import tr
from app.panels.thumbnails import Told
from core.dicom.study import Catalogue, Kind, Series, Study

Index = QModelIndex | QPersistentModelIndex
SERIES_MIME = "application/x-clearslice-series"
"""What is dragged from the list: the key of a series."""


class Role(IntEnum):
    """What the delegate asks a line for."""

    ROW = Qt.ItemDataRole.UserRole
    THUMBNAIL = Qt.ItemDataRole.UserRole + 1
    SHOWN = Qt.ItemDataRole.UserRole + 2
    """Whether the line's series is the one on screen."""
    MARKS = Qt.ItemDataRole.UserRole + 3
    """Words painted as badges."""
    STATUS = Qt.ItemDataRole.UserRole + 4
    """Of a heading: how many series the study has, or that it is being read."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: a series if it has one, else a heading."""

    key: str
    study: Study
    series: Series | None = None

    @property
    def selectable(self) -> bool:
        """Whether a click shows something."""
        return self.series is not None and self.series.showable


def rows(catalogue: Catalogue, text: str = "", modality: str = "") -> Iterator[Row]:
    """Yield a heading for each study, then its series in number order; studies of a patient stand together.

    Only those are listed that contain every word of `text`, and are of `modality` if it is given.
    """
    words = text.casefold().split()
    studies: dict[str, list[Series]] = {}
    for series in catalogue.series:
        if modality in ("", series.modality) and all(word in searchable(series) for word in words):
            studies.setdefault(series.study.uid, []).append(series)
    for study in _by_patient([members[0].study for members in studies.values()]):
        yield Row(_heading_key(study.uid), study)
        for series in sorted(studies[study.uid], key=_order):
            yield Row(series.key, series.study, series)


def _by_patient(studies: list[Study]) -> list[Study]:
    """Order patients as they were opened, and the studies of each from the latest to the earliest."""
    found: dict[tuple[str, str], int] = {}
    for n, study in enumerate(studies):
        found.setdefault(_person(study), n)
    latest_first = sorted(studies, key=lambda study: study.date, reverse=True)
    return sorted(latest_first, key=lambda study: found[_person(study)])


def _person(study: Study) -> tuple[str, str]:
    """Return what tells a patient from others; a study without a patient's ID stands for itself."""
    return (study.patient.id, study.patient.birth_date) if study.patient.id else (study.uid, "")


def _heading_key(uid: str) -> str:
    return f"study {uid}"


def dragged_key(data: QMimeData) -> str:
    """Return the key of the series that is dragged; "" if it is something else."""
    return bytes(data.data(SERIES_MIME).data()).decode()


def _order(series: Series) -> tuple[bool, int]:
    return series.kind is Kind.OTHER, series.number if series.number is not None else 1 << 31


def searchable(series: Series) -> str:
    """Return the words that the filter looks in, in small letters."""
    number = "" if series.number is None else str(series.number)
    return f"{series.modality} {number} {series.description} {series.study.description}".casefold()


def summary(series: Series) -> str:
    """Return modality, count and matrix, as ``CT · 120 slices · 512×512``."""
    if series.kind is Kind.OTHER:
        return tr(series.reason) or series.modality
    count = len(series.frames)
    many = tr("1 slice") if count == 1 else tr("{} slices").format(count)
    return f"{series.modality} · {many} · {series.columns}×{series.rows}"


def title(series: Series) -> str:
    """Return the series' number and description, or what there is of them, and what part of it a stack is."""
    unnamed = tr("Without description") if series.kind is not Kind.OTHER else series.modality
    name = " · ".join(word for word in (series.description or unnamed, series.part) if word)
    return name if series.number is None else f"{series.number}  {name}"


def marks(series: Series, told: Told, keys: int = 0) -> tuple[str, ...]:
    """Return the badges of `series`; `told` is what its pixels' file told, `keys` counts its key images."""
    if series.kind is Kind.OTHER:
        return ()
    words = [tr("DERIVED") if series.derived else tr("ORIGINAL")] if series.image_type else []
    if told.made:
        words.append(tr("AI") if told.made == "AI" else tr("ENHANCED"))
    if told.lossy:
        words.append(tr("LOSSY") if told.lossy == "lossy" else tr("LOSSY {}").format(told.lossy))
    if keys:
        words.append(tr("KEY {}").format(keys))
    if series.reason:
        words.append(tr("VIEW ONLY"))
    return (*words, "!") if series.notes else tuple(words)


def _tooltip(series: Series, told: Told) -> str:
    lines = [title(series), summary(series)]
    if series.kind is not Kind.OTHER:
        lines.append(tr(series.reason))
    if told.made:
        made = (
            tr("Clearslice made it with a neural network.")
            if told.made == "AI"
            else tr("Clearslice made it.")
        )
        lines.append(made)
    if told.lossy == "lossy":
        lines.append(tr("The pixels were compressed with loss."))
    elif told.lossy:
        lines.append(tr("The pixels were compressed with loss ({}).").format(told.lossy))
    return "\n".join(line for line in (*lines, *map(tr, series.notes)) if line)


class SeriesModel(QAbstractListModel):
    """Rows of a catalogue; a new snapshot inserts what is new and keeps the rest in place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._shown = ""
        self._thumbnails: dict[str, QPixmap] = {}
        self._told: dict[str, Told] = {}
        self._loading: frozenset[str] = frozenset()
        self._keys: dict[str, int] = {}

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the lines."""
        return len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the user reach only what can be shown."""
        if not self._rows[index.row()].selectable:
            return Qt.ItemFlag.ItemNeverHasChildren
        can = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return can | Qt.ItemFlag.ItemNeverHasChildren

    def mimeTypes(self) -> list[str]:
        """Name what a line is dragged as."""
        return [SERIES_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the key of the dragged series."""
        data = QMimeData()
        data.setData(SERIES_MIME, self._rows[indexes[0].row()].key.encode())
        return data

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what the delegate, screen readers and tooltips ask for."""
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if row.series is None:
            return self._heading(row, role)
        return self._series(row.series, role)

    def _heading(self, row: Row, role: int) -> Any:
        if role == Role.STATUS:
            return self._status(row.study)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.study.description or tr("Study")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.study.description or tr('Study')}, {self._status(row.study)}"
        return None

    def _status(self, study: Study) -> str:
        count = sum(row.series is not None and row.study.uid == study.uid for row in self._rows)
        many = tr("1 series") if count == 1 else tr("{} series").format(count)
        return tr("reading…") if study.uid in self._loading else many

    def _series(self, series: Series, role: int) -> Any:
        told = self._told.get(series.key, Told())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                answer: Any = title(series)
            case Role.THUMBNAIL:
                answer = self._thumbnails.get(series.key)
            case Role.SHOWN:
                answer = series.key == self._shown
            case Role.MARKS:
                answer = marks(series, told, self._keys.get(series.key, 0))
            case Qt.ItemDataRole.ToolTipRole:
                answer = _tooltip(series, told)
            case Qt.ItemDataRole.AccessibleTextRole:
                answer = ", ".join(
                    (title(series), summary(series), *marks(series, told, self._keys.get(series.key, 0)))
                )
            case _:
                answer = None
        return answer

    def index_of(self, key: str) -> QModelIndex:
        """Return the line of a series; an invalid index if it is not listed."""
        return next((self.index(n) for n, row in enumerate(self._rows) if row.key == key), QModelIndex())

    def set_shown(self, key: str) -> bool:
        """Mark the series on screen; return whether it is another one than before."""
        before, self._shown = self._shown, key
        if before != key:
            self._changed(before, key)
        return before != key

    def set_thumbnail(self, key: str, thumbnail: QPixmap, told: Told) -> None:
        """Take the picture of a series and what reading it told."""
        self._thumbnails[key], self._told[key] = thumbnail, told
        self._changed(key)

    def set_keys(self, counts: dict[str, int]) -> None:
        """Take how many key images the series have, by their keys."""
        changed = {key for key in {*counts, *self._keys} if counts.get(key) != self._keys.get(key)}
        self._keys = counts
        self._changed(*changed)

    def set_loading(self, studies: frozenset[str]) -> None:
        """Mark the studies (by their UIDs) that are being read."""
        if studies != self._loading:
            changed = studies ^ self._loading
            self._loading = studies
            self._changed(*(_heading_key(uid) for uid in changed))

    def set_rows(self, new: Iterable[Row]) -> None:
        """Go over to `new` by removing and inserting single lines, so that nothing jumps."""
        wanted = list(new)
        keys = {row.key for row in wanted}
        for n in range(len(self._rows) - 1, -1, -1):
            if self._rows[n].key not in keys:
                self.beginRemoveRows(QModelIndex(), n, n)
                del self._rows[n]
                self.endRemoveRows()
        if self._in_order(wanted):
            self._insert(wanted)
        else:
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()
        self._changed(*(row.key for row in self._rows if row.series is None))  # they count their series

    def _in_order(self, wanted: list[Row]) -> bool:
        held = {row.key for row in self._rows}
        return [row.key for row in wanted if row.key in held] == [row.key for row in self._rows]

    def _insert(self, wanted: list[Row]) -> None:
        for n, row in enumerate(wanted):
            if n < len(self._rows) and self._rows[n].key == row.key:
                if self._rows[n] != row:
                    self._rows[n] = row
                    self.dataChanged.emit(self.index(n), self.index(n))
            else:
                self.beginInsertRows(QModelIndex(), n, n)
                self._rows.insert(n, row)
                self.endInsertRows()

    def _changed(self, *keys: str) -> None:
        for key in keys:
            index = self.index_of(key)
            if index.isValid():
                self.dataChanged.emit(index, index)
