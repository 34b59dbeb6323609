"""The list of key images: go to one, take its mark away, write all as pictures."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.language import tr
from app.panels.catalogue import title
from app.session import Session


class KeyImagesWindow(QDialog):
    """Stays open beside the images; a click on a row shows its slice in the active cell."""

    exportRequested = Signal()
    saveRequested = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("keyImages")
        self.setWindowTitle(tr("Key images"))
        self.resize(560, 380)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Key images"))
        self.note = QLabel(_note(), self)
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        self.unmark = QPushButton(tr("Take mark away"), self)
        self.save = QPushButton(tr("Save as DICOM…"), self)
        self.save.setToolTip(tr("A key object selection; your files are left as they are"))
        self.export = QPushButton(tr("Export as pictures…"), self)
        self._lay_out()
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self.unmark.clicked.connect(self._unmark)
        self.save.clicked.connect(self.saveRequested)
        self.export.clicked.connect(self.exportRequested)
        session.key_images.changed.connect(self.render_state)
        session.catalogueChanged.connect(self.render_state)
        self.render_state()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.list, 1)
        column.addWidget(self.note)
        row = QHBoxLayout()
        row.addWidget(self.unmark)
        row.addStretch(1)
        row.addWidget(self.save)
        row.addWidget(self.export)
        column.addLayout(row)

    def render_state(self) -> None:
        """List what is marked."""
        at = self.list.currentRow()
        self.list.clear()
        for series, index in self._session.key_images.everywhere(self._session.catalogue):
            words = tr("★ {series}, slice {number} of {count}").format(
                series=title(series), number=index + 1, count=len(series.frames)
            )
            item = QListWidgetItem(words, self.list)
            item.setData(Qt.ItemDataRole.UserRole, (series.key, index))
        self.list.setCurrentRow(min(at, self.list.count() - 1))
        for button in (self.unmark, self.save, self.export):
            button.setEnabled(self.list.count() > 0)

    def _go(self, item: QListWidgetItem) -> None:
        key, index = item.data(Qt.ItemDataRole.UserRole)
        series = next((s for s in self._session.catalogue.series if s.key == key), None)
        if series is not None:
            self._session.set_series(series)
            self._session.set_index(index)

    def _unmark(self) -> None:
        item = self.list.currentItem() or self.list.item(0)
        key, index = item.data(Qt.ItemDataRole.UserRole)
        series = next((s for s in self._session.catalogue.series if s.key == key), None)
        if series is not None:
            self._session.key_images.toggle(series.frames[index].key)


def _note() -> str:
    return tr(
        "Press K on a slice to mark it. Marks last while the study is open; saved as DICOM they come back "
        "when the file is opened with the study."
    )
