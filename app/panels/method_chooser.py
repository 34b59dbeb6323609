"""The list of methods, each with what it is for."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.language import tr
from app.panels.number import Chooser
from core.enhance.registry import METHODS

_PURPOSE = Qt.ItemDataRole.UserRole + 1
_UNITS = Qt.ItemDataRole.UserRole + 2
_POPUP_WIDTH = 420


class MethodChooser(Chooser):
    """A combo box of all methods; its popup says what each is for and what it does to units."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Method"), parent)
        self.setMaxVisibleItems(len(METHODS) + 1)
        for name, method in METHODS.items():
            if self.count() == 1:
                self.insertSeparator(1)
            self.addItem(tr(method.label), name)
            self.setItemData(self.count() - 1, tr(method.purpose), _PURPOSE)
            self.setItemData(self.count() - 1, tr(method.purpose), Qt.ItemDataRole.ToolTipRole)
            self.setItemData(self.count() - 1, "" if method.keeps_units else tr("changes units"), _UNITS)
        self.setItemDelegate(_MethodDelegate(self))
        self.view().setMinimumWidth(_POPUP_WIDTH)


class _MethodDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if not index.data():
            return QSize(0, 5)
        return QSize(0, 2 * option.fontMetrics.height() + 10)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        palette, rect = option.palette, option.rect
        if not index.data():
            painter.setPen(palette.color(QPalette.ColorRole.Mid))
            painter.drawLine(rect.left(), rect.center().y(), rect.right(), rect.center().y())
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            if chosen:
                painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
            self._paint_lines(painter, palette, rect.adjusted(10, 5, -8, -5), index, chosen)
        painter.restore()

    def _paint_lines(
        self,
        painter: QPainter,
        palette: QPalette,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        chosen: bool,
    ) -> None:
        half = rect.height() // 2
        roles = QPalette.ColorRole
        painter.setPen(palette.color(roles.HighlightedText if chosen else roles.Text))
        painter.drawText(rect.adjusted(0, 0, 0, -half), Qt.AlignmentFlag.AlignVCenter, index.data())
        painter.setPen(palette.color(roles.HighlightedText if chosen else roles.PlaceholderText))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rect.adjusted(0, 0, 0, -half), right, index.data(_UNITS))
        cut = painter.fontMetrics().elidedText(
            index.data(_PURPOSE), Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.drawText(rect.adjusted(0, half, 0, 0), Qt.AlignmentFlag.AlignVCenter, cut)
