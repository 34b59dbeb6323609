"""The list of what is open."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.language import tr
from app.opening import Loading
from app.panels.catalogue import Role, Row, SeriesModel, rows
from app.panels.progress import ScanProgress
from app.panels.row import SeriesDelegate
from app.panels.thumbnails import Thumbnails, Told
from app.session import Session
from app.state import Overlay
from core.dicom.study import Catalogue, Series, Source, Unreadable

_FILTER_FROM = 6
"""Series from which on a filter is worth its place."""


class SeriesPanel(QWidget):
    """Patients, studies and series; a click or Enter shows a series, a right click compares it."""

    compareRequested = Signal(object)
    """Series to show beside the one on screen."""
    compareStudyRequested = Signal(object)
    """Study whose like of the series on screen to show beside it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = SeriesModel(self)
        self.delegate = SeriesDelegate(self)
        self.list = SeriesList(self)
        self.filter = QLineEdit(self)
        self.modality = QComboBox(self)
        self.progress = ScanProgress(self)
        self.empty = QLabel(self)
        self.demo = QPushButton(tr("Open demo studies"), self)
        """Offered while nothing is open."""
        self.demo.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the image
        self.unreadable = UnreadableFiles(self)
        self._thumbnails = Thumbnails(self)
        self._lay_out()
        self._connect()
        self._on_catalogue(session.catalogue)
        self._on_overlay(session.overlay)

    def show_loading(self, loading: Loading | None) -> None:
        """Say what is being read, and which studies may still grow."""
        self.progress.show_loading(loading)
        self.model.set_loading(loading.studies if loading is not None else frozenset())

    def focus_filter(self) -> None:
        """Show the filter and give it the keys."""
        self.filter.setVisible(True)
        self.modality.setVisible(self.modality.count() > 2)  # all, and more than one
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def stop_work(self) -> None:
        """Stop making thumbnails and wait for the thread."""
        self._thumbnails.close()

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.filter.setPlaceholderText(tr("Filter by words or number"))
        self.filter.setAccessibleName(tr("Filter series"))
        self.filter.setClearButtonEnabled(True)
        self.modality.setAccessibleName(tr("Filter by modality"))
        self.modality.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        box = QVBoxLayout(self)
        box.setContentsMargins(6, 6, 6, 6)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.filter, 1)
        line.addWidget(self.modality)
        box.addLayout(line)
        box.addStretch(1)
        box.addWidget(self.empty)
        box.addWidget(self.demo, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)
        box.addWidget(self.list, 1000)
        box.addWidget(self.unreadable)
        box.addWidget(self.progress)

    def _connect(self) -> None:
        session = self._session
        session.catalogueChanged.connect(self._on_catalogue)
        session.seriesChanged.connect(self._on_series)
        session.overlayChanged.connect(self._on_overlay)
        session.key_images.changed.connect(self._on_keys)
        self._thumbnails.made.connect(self._on_thumbnail)
        self.list.clicked.connect(self._on_chosen)
        self.list.activated.connect(self._on_chosen)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.filter.textChanged.connect(self._on_filter)
        self.modality.activated.connect(self._on_filter)

    def _on_catalogue(self, catalogue: Catalogue) -> None:
        self._thumbnails.follow(catalogue)
        self.progress.show_scan(catalogue)
        self.unreadable.show_files(catalogue)
        used = bool(self.filter.text() or self.modality.currentData()) or self.filter.hasFocus()
        self.filter.setVisible(len(catalogue.series) >= _FILTER_FROM or used)
        self._offer_modalities(sorted({series.modality for series in catalogue.series if series.showable}))
        self._on_filter()

    def _offer_modalities(self, modalities: list[str]) -> None:
        """Offer what is open, keeping what is chosen; with one modality there is nothing to choose."""
        offered = [self.modality.itemData(n) for n in range(self.modality.count())]
        if offered != ["", *modalities]:
            chosen = self.modality.currentData()
            self.modality.clear()
            self.modality.addItem(tr("All"), "")
            for name in modalities:
                self.modality.addItem(name, name)
            self.modality.setCurrentIndex(max(self.modality.findData(chosen), 0))
        self.modality.setVisible(len(modalities) > 1 and not self.filter.isHidden())

    def _on_filter(self) -> None:
        catalogue = self._session.catalogue
        seen = self._current_is_seen()
        self.model.set_rows(rows(catalogue, self.filter.text(), self.modality.currentData() or ""))
        self._on_series(self._session.series)
        if seen:
            self.list.scrollTo(self.list.currentIndex())
        self.empty.setText(_empty_text(catalogue))
        self.empty.setVisible(not self.model.rowCount())
        self.demo.setVisible(not catalogue.series and not _looking(catalogue))
        self.list.setVisible(bool(self.model.rowCount()))

    def _current_is_seen(self) -> bool:
        """Whether all of the current line is in sight; what is found above it must not push it out."""
        line = self.list.visualRect(self.list.currentIndex())
        return line.isValid() and self.list.viewport().rect().contains(line)

    def _on_series(self, _series: Series | None) -> None:
        source = self._session.source
        key = source.key if source is not None else ""
        if self.model.set_shown(key):
            self.list.setCurrentIndex(self.model.index_of(key))

    def _on_overlay(self, overlay: Overlay) -> None:
        self.delegate.patient_hidden = overlay is not Overlay.FULL
        self.progress.hide_names(self.delegate.patient_hidden)
        self.list.viewport().update()

    def _on_keys(self) -> None:
        found = self._session.catalogue.series
        counts = {series.key: len(self._session.key_images.indices(series)) for series in found}
        self.model.set_keys({key: count for key, count in counts.items() if count})

    def _on_thumbnail(self, key: str, image: QImage, told: Told) -> None:
        self.model.set_thumbnail(key, QPixmap.fromImage(image), told)

    def _on_chosen(self, index: QModelIndex) -> None:
        row: Row = index.data(Role.ROW)
        if row.series is not None and row.selectable:
            self._session.set_series(row.series)

    def _on_menu(self, at: QPoint) -> None:
        menu = self._menu(self.list.indexAt(at))
        if menu is not None:
            menu.popup(self.list.viewport().mapToGlobal(at))

    def _menu(self, index: QModelIndex) -> QMenu | None:
        """Return what can be done with a line; None if nothing."""
        row: Row | None = index.data(Role.ROW) if index.isValid() else None
        shown = self._session.series
        if row is None or shown is None or (row.series is not None and not row.selectable):
            return None
        series = row.series
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if series is None:
            compare = menu.addAction(tr("Compare with this study"))
            compare.triggered.connect(lambda: self.compareStudyRequested.emit(row.study))
            compare.setEnabled(row.study.uid != shown.study.uid)
            return menu
        menu.addAction(tr("Show")).triggered.connect(lambda: self._session.set_series(series))
        compare = menu.addAction(tr("Compare with the series on screen"))
        compare.triggered.connect(lambda: self.compareRequested.emit(series))
        compare.setEnabled(series.key != shown.key)
        return menu


class SeriesList(QListView):
    """A list in which Enter chooses on every platform."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Series"))
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
        self.list.setAccessibleName(tr("Files that could not be opened"))
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
        self.button.setText(tr("Could not be opened ({})").format(len(files)))
        if files[: len(self._listed)] != self._listed:
            self.list.clear()
            self._listed = ()
        for file in files[len(self._listed) :]:
            item = QListWidgetItem(f"{file_name(file.source)}\n{tr(file.reason)}")
            item.setToolTip(str(file.source.path / file.source.member))
            self.list.addItem(item)
        self._listed = files

    def _on_toggled(self, open_: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if open_ else Qt.ArrowType.RightArrow)
        self.list.setVisible(open_)


def file_name(source: Source) -> str:
    """Return the name of a file, or of a member of an archive."""
    return source.member.rsplit("/", 1)[-1] or source.path.name


def _looking(catalogue: Catalogue) -> bool:
    return bool(catalogue.files_found) and not catalogue.finished


def _empty_text(catalogue: Catalogue) -> str:
    invitation = tr("Drop files, folders or a ZIP archive on the window to open a study.")
    if catalogue.series:
        return tr("No series fits the filter.")
    if _looking(catalogue):
        return tr("Looking for images…")
    if not catalogue.finished:
        return invitation
    return tr("No images were found.") + f"\n\n{invitation}"
