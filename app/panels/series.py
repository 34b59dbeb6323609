"""The list of what is open."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.panels.catalogue import Role, Row, SeriesModel, rows
from app.panels.row import SeriesDelegate
from app.panels.thumbnails import Thumbnails
from app.session import Session
from app.state import Overlay
from core.dicom.study import Catalogue, Series, Source, Unreadable

_FILTER_FROM = 6
"""Series from which on a filter is worth its place."""
_INVITATION = "Drop files, folders or a ZIP archive on the window to open a study."


class SeriesPanel(QWidget):
    """Patients, studies and series; a click or Enter shows a series."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = SeriesModel(self)
        self.delegate = SeriesDelegate(self)
        self.list = SeriesList(self)
        self.filter = QLineEdit(self)
        self.progress = ScanProgress(self)
        self.empty = QLabel(self)
        self.unreadable = UnreadableFiles(self)
        self._thumbnails = Thumbnails(self)
        self._lay_out()
        self._connect()
        self._on_catalogue(session.catalogue)
        self._on_overlay(session.overlay)

    def stop_work(self) -> None:
        """Stop making thumbnails and wait for the thread."""
        self._thumbnails.close()

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.filter.setPlaceholderText("Filter by modality, number or description")
        self.filter.setAccessibleName("Filter series")
        self.filter.setClearButtonEnabled(True)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        box = QVBoxLayout(self)
        box.setContentsMargins(6, 6, 6, 6)
        box.addWidget(self.filter)
        box.addWidget(self.empty, 1)
        box.addWidget(self.list, 1)
        box.addWidget(self.unreadable)
        box.addWidget(self.progress)

    def _connect(self) -> None:
        session = self._session
        session.catalogueChanged.connect(self._on_catalogue)
        session.seriesChanged.connect(self._on_series)
        session.overlayChanged.connect(self._on_overlay)
        self._thumbnails.made.connect(self._on_thumbnail)
        self.list.clicked.connect(self._on_chosen)
        self.list.activated.connect(self._on_chosen)
        self.filter.textChanged.connect(self._on_filter)

    def _on_catalogue(self, catalogue: Catalogue) -> None:
        self._thumbnails.follow(catalogue)
        self.progress.show_scan(catalogue)
        self.unreadable.show_files(catalogue)
        self.filter.setVisible(len(catalogue.series) >= _FILTER_FROM or bool(self.filter.text()))
        self._on_filter()

    def _on_filter(self) -> None:
        catalogue = self._session.catalogue
        self.model.set_rows(rows(catalogue, self.filter.text()))
        self._on_series(self._session.series)
        self.empty.setText(_empty_text(catalogue))
        self.empty.setVisible(not self.model.rowCount())
        self.list.setVisible(bool(self.model.rowCount()))

    def _on_series(self, series: Series | None) -> None:
        key = series.key if series is not None else ""
        if self.model.set_shown(key):
            self.list.setCurrentIndex(self.model.index_of(key))

    def _on_overlay(self, overlay: Overlay) -> None:
        self.delegate.patient_hidden = overlay is not Overlay.FULL
        self.list.viewport().update()

    def _on_thumbnail(self, key: str, image: QImage, lossy: str) -> None:
        self.model.set_thumbnail(key, QPixmap.fromImage(image), lossy)

    def _on_chosen(self, index: QModelIndex) -> None:
        row: Row = index.data(Role.ROW)
        if row.series is not None and row.selectable:
            self._session.set_series(row.series)


class SeriesList(QListView):
    """A list in which Enter chooses on every platform."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Series")
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QListView.Shape.NoFrame)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current line on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.clicked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class ScanProgress(QWidget):
    """How far the scan is; gone when it has ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(6)
        self.bar.setAccessibleName("Scanning")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.label)
        box.addWidget(self.bar)

    def show_scan(self, catalogue: Catalogue) -> None:
        """Show the files done and found."""
        self.setVisible(not catalogue.finished and catalogue.files_found > 0)
        self.label.setText(f"Reading: {catalogue.files_done} of {catalogue.files_found} files")
        self.bar.setRange(0, max(catalogue.files_found, 1))
        self.bar.setValue(catalogue.files_done)


class UnreadableFiles(QWidget):
    """Files that could not be used, folded away under their number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed: tuple[Unreadable, ...] = ()
        self.button = QToolButton(self)
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.toggled.connect(self._on_toggled)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Files that could not be opened")
        self.list.setWordWrap(True)
        self.list.setMaximumHeight(160)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.button)
        box.addWidget(self.list)
        self._on_toggled(False)

    def show_files(self, catalogue: Catalogue) -> None:
        """List the unreadable files of `catalogue`."""
        files = catalogue.unreadable
        self.setVisible(bool(files))
        self.button.setText(f"Could not be opened ({len(files)})")
        if files[: len(self._listed)] != self._listed:
            self.list.clear()
            self._listed = ()
        for file in files[len(self._listed) :]:
            item = QListWidgetItem(f"{file_name(file.source)}\n{file.reason}")
            item.setToolTip(str(file.source.path / file.source.member))
            self.list.addItem(item)
        self._listed = files

    def _on_toggled(self, open_: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if open_ else Qt.ArrowType.RightArrow)
        self.list.setVisible(open_)


def file_name(source: Source) -> str:
    """Return the name of a file, or of a member of an archive."""
    return source.member.rsplit("/", 1)[-1] or source.path.name


def _empty_text(catalogue: Catalogue) -> str:
    if catalogue.series:
        return "No series fits the filter."
    if not catalogue.finished:
        return "Looking for images…" if catalogue.files_found else _INVITATION
    return f"No images were found.\n\n{_INVITATION}"
