"""How a line of the series list is painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.language import tr
from app.panels.catalogue import Role, Row, summary
from core.dicom.study import Kind, Patient, Series

Index = QModelIndex | QPersistentModelIndex
_GAP = 8
_SMALL = 0.88
"""Size of what is said beside the name."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SeriesDelegate(QStyledItemDelegate):
    """Paints study headings and series with picture, words and badges, in the palette's colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.patient_hidden = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Three lines of text for a series, two for a heading or another object."""
        row: Row = index.data(Role.ROW)
        line = option.fontMetrics.height()
        if row.series is None or row.series.kind is Kind.OTHER:
            return QSize(0, 2 * line + _GAP + 4)
        return QSize(0, max(3 * line + _GAP, 56) + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row: Row = index.data(Role.ROW)
        if row.series is None:
            self._paint_heading(painter, option, row, str(index.data(Role.STATUS)))
        else:
            _paint_ground(painter, option, index)
            self._paint_series(painter, option, index, row.series)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, status: str) -> None:
        study, rect = row.study, option.rect.adjusted(_GAP, 2, -_GAP, -2)
        first = tr("Patient hidden") if self.patient_hidden else patient_line(study.patient)
        second = " · ".join(part for part in (date(study.date), study.description) if part) or tr("Study")
        upper, lower = rect.adjusted(0, 0, 0, -rect.height() // 2), rect.adjusted(0, rect.height() // 2, 0, 0)
        _lines(painter, option, upper, ((first, True, False),))
        used = _paint_right(painter, option, lower, status)
        _lines(painter, option, lower.adjusted(0, 0, -used, 0), ((second, False, True),))
        painter.setPen(_colour(option, QPalette.ColorRole.Mid))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _paint_series(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, series: Series
    ) -> None:
        rect = option.rect.adjusted(_GAP, _GAP // 2, -_GAP, -_GAP // 2)
        side = rect.height()
        picture = QRect(rect.left(), rect.top(), side, side)
        _paint_picture(painter, option, picture, index.data(Role.THUMBNAIL), series.modality)
        words = rect.adjusted(side + _GAP, 0, 0, 0)
        other = series.kind is Kind.OTHER
        lines = [(str(index.data()), not other, other), (summary(series), False, True)]
        if other:
            _lines(painter, option, words, lines)
            return
        third = words.height() // 3
        _lines(painter, option, words.adjusted(0, 0, 0, -third), lines)
        _paint_marks(painter, option, words.adjusted(0, 2 * third, 0, 0), index.data(Role.MARKS))


def patient_line(patient: Patient) -> str:
    """Return name, ID, birth date and sex as one line."""
    name = " ".join(patient.name.replace("^", " ").split()) or tr("No name")
    rest = (patient.id, date(patient.birth_date), patient.sex)
    return " · ".join(part for part in (name, *rest) if part)


def date(text: str) -> str:
    """Return a DICOM date as ``2024-05-31``, anything else as it is."""
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if len(text) == 8 and text.isdigit() else text


def _colour(option: QStyleOptionViewItem, role: QPalette.ColorRole) -> QColor:
    """Return the colour of an enabled line: headings cannot be chosen and yet are to be read."""
    return option.palette.color(QPalette.ColorGroup.Active, role)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    """Tell the series on screen (filled, with a bar), the pointer and the keyboard apart."""
    state = option.state
    accent = _colour(option, QPalette.ColorRole.Highlight)
    rect = option.rect.adjusted(1, 1, -1, -1)
    if index.data(Role.SHOWN):
        tint = QColor(accent)
        tint.setAlphaF(0.28)
        painter.fillRect(rect, tint)
        painter.fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), accent)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, _colour(option, QPalette.ColorRole.AlternateBase))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(accent, 1.5))
        painter.drawRect(rect)


def _paint_picture(
    painter: QPainter, option: QStyleOptionViewItem, rect: QRect, picture: QPixmap | None, modality: str
) -> None:
    painter.fillRect(rect, _colour(option, QPalette.ColorRole.Shadow))
    if picture is None:
        painter.setPen(_colour(option, QPalette.ColorRole.PlaceholderText))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, modality[:4])
        return
    size = picture.deviceIndependentSize().toSize().scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRect(QPoint(0, 0), size)
    target.moveCenter(rect.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(target, picture)


def _lines(
    painter: QPainter,
    option: QStyleOptionViewItem,
    rect: QRect,
    lines: tuple[tuple[str, bool, bool], ...] | list[tuple[str, bool, bool]],
) -> None:
    """Paint (text, bold, dim) lines of equal height into `rect`, each cut short to fit."""
    height = rect.height() // len(lines)
    for n, (text, bold, dim) in enumerate(lines):
        line = QRect(rect.left(), rect.top() + n * height, rect.width(), height)
        font = QFont(option.font)
        font.setBold(bold)
        if dim:
            font.setPointSizeF(font.pointSizeF() * _SMALL)
        role = QPalette.ColorRole.PlaceholderText if dim else QPalette.ColorRole.Text
        painter.setFont(font)
        painter.setPen(_colour(option, role))
        cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, _LEFT, cut)


def _paint_right(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, text: str) -> int:
    """Paint a dim word at the right edge; return the width that it takes."""
    font = QFont(option.font)
    font.setPointSizeF(font.pointSizeF() * _SMALL)
    painter.setFont(font)
    painter.setPen(_colour(option, QPalette.ColorRole.PlaceholderText))
    painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    return QFontMetrics(font).horizontalAdvance(text) + _GAP


def _paint_marks(
    painter: QPainter, option: QStyleOptionViewItem, rect: QRect, marks: tuple[str, ...]
) -> None:
    font = QFont(option.font)
    font.setPointSizeF(font.pointSizeF() * _SMALL)
    metrics = QFontMetrics(font)
    painter.setFont(font)
    left = rect.left()
    for mark in marks:
        badge = QRect(left, 0, metrics.horizontalAdvance(mark) + 10, metrics.height() + 2)
        badge.moveCenter(QPoint(badge.center().x(), rect.center().y()))
        strong = mark != tr("ORIGINAL")
        role = QPalette.ColorRole.Text if strong else QPalette.ColorRole.PlaceholderText
        painter.setPen(_colour(option, role))
        painter.drawRoundedRect(badge, 3, 3)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, mark)
        left = badge.right() + 5
