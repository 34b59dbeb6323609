"""The list of key images: go to one, take its mark away, write all as pictures."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
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

from app.key_images import Key
from app.key_images_pictures import KeyPictures
from app.language import tr
from app.panels.catalogue import title
from app.session import Session

_PICTURE = QSize(64, 64)
_PLACE, _KEY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class KeyImagesWindow(QDialog):
    """Stays open beside the images; a click on a row shows its slice in the active cell."""

    exportRequested = Signal()
    saveRequested = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("keyImages")
        self.setWindowTitle(tr("Key images"))
        self.resize(600, 480)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Key images"))
        self.list.setIconSize(_PICTURE)
        self.pictures = KeyPictures(self)
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
        self.pictures.made.connect(self._show_picture)
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
        marked = list(self._session.key_images.everywhere(self._session.catalogue))
        pictures = self.pictures.ask(series.frames[index] for series, index in marked)
        for series, index in marked:
            words = tr("★ {series}, slice {number} of {count}").format(
                series=title(series), number=index + 1, count=len(series.frames)
            )
            item = QListWidgetItem(words, self.list)
            key = series.frames[index].key
            item.setIcon(_icon(pictures.get(key)))
            item.setData(_PLACE, (series.key, index))
            item.setData(_KEY, key)
        self.list.setCurrentRow(min(at, self.list.count() - 1))
        for button in (self.unmark, self.save, self.export):
            button.setEnabled(self.list.count() > 0)

    def _show_picture(self, key: Key, picture: QImage) -> None:
        for item in map(self.list.item, range(self.list.count())):
            if item.data(_KEY) == key:
                item.setIcon(_icon(picture))

    def _go(self, item: QListWidgetItem) -> None:
        key, index = item.data(_PLACE)
        series = next((s for s in self._session.catalogue.series if s.key == key), None)
        if series is not None:
            self._session.set_series(series)
            self._session.set_index(index)

    def _unmark(self) -> None:
        item = self.list.currentItem() or self.list.item(0)
        key, index = item.data(_PLACE)
        series = next((s for s in self._session.catalogue.series if s.key == key), None)
        if series is not None:
            self._session.key_images.toggle(series.frames[index].key)


def _icon(picture: QImage | None) -> QIcon:
    """Return a picture in the middle of a black square; only the square until it was made."""
    square = QPixmap(_PICTURE * 2)
    square.fill(Qt.GlobalColor.black)
    if picture is not None:
        with QPainter(square) as painter:
            painter.drawImage(square.rect().center() - picture.rect().center(), picture)
    return QIcon(square)


def _note() -> str:
    return tr(
        "Press K on a slice to mark it. Marks last while the study is open; saved as DICOM they come back "
        "when the file is opened with the study."
    )
