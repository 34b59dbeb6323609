"""A small table of numbers that can be copied."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

_GAP = 8
"""Between rows, in pixels."""
_ON_COLOUR = QColor(12, 16, 20)


class NumberTable(QTableWidget):
    """Shows rows of text as high as they are; Ctrl+C copies them with tabs."""

    def __init__(
        self, name: str, headers: Sequence[str], parent: QWidget | None = None, *, stretched: int = 0
    ) -> None:
        super().__init__(0, len(headers), parent)
        self._headers = tuple(headers)
        self._text = ""
        self._stretched = stretched
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(self._headers)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(24)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_rows(
        self, rows: Sequence[Sequence[str]], tips: Sequence[str] = (), copied: Sequence[Sequence[str]] = ()
    ) -> None:
        """Show `rows`, columns without a header to the left; `copied` is copied in their place."""
        self._text = "\n".join("\t".join(row) for row in copied or (self._headers, *rows))
        self.setRowCount(len(rows))
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                self._put(r, c, text, tips[r] if tips else "")
        self._fit()

    def text(self) -> str:
        """Return what `copy` copies: cells with tabs between them, as spreadsheets take them."""
        return self._text

    def tint(self, row: int, colour: QColor) -> None:
        """Write a row's name on `colour`, a light one, so that it can be read in both themes."""
        item = self.item(row, 0)
        if item is not None:
            item.setBackground(colour)
            item.setForeground(_ON_COLOUR)

    def copy(self) -> None:
        """Put the whole table on the clipboard."""
        QGuiApplication.clipboard().setText(self._text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy on Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _put(self, row: int, column: int, text: str, tip: str) -> None:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            side = Qt.AlignmentFlag.AlignLeft if not self._headers[column] else Qt.AlignmentFlag.AlignRight
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, item)
        if (item.text(), item.toolTip()) != (text, tip):
            item.setText(text)
            item.setToolTip(tip)

    def _fit(self) -> None:
        line, total = self.fontMetrics().height(), 0
        for r in range(self.rowCount()):
            texts = (self.model().index(r, c).data() or "" for c in range(self.columnCount()))
            height = line * (1 + max(text.count("\n") for text in texts)) + _GAP
            self.setRowHeight(r, height)
            total += height
        bar = self.horizontalScrollBar().sizeHint().height() if self._is_tight() else 0
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + total + 2 + bar)

    def _is_tight(self) -> bool:
        """Let one column have the room that is left; where none is, whole words and a bar to scroll."""
        header = self.horizontalHeader()
        columns = range(self.columnCount())
        wanted = sum(max(self.sizeHintForColumn(n), header.sectionSizeHint(n)) for n in columns)
        tight = wanted > self.viewport().width()
        modes = QHeaderView.ResizeMode
        header.setSectionResizeMode(self._stretched, modes.ResizeToContents if tight else modes.Stretch)
        return tight

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
