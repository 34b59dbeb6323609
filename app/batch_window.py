"""Many series enhanced one after another, in a window that nothing waits for."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.batch_work import BatchWork
from app.jobs import eta
from app.language import tr
from app.session import Session
from app.settings import Settings
from app.sizes import open_at
from core.batch import BatchProgress, discard, plan
from core.deidentify.deidentify import Deidentifier
from core.dicom.provenance import PRODUCT
from core.dicom.study import Catalogue, Series
from core.enhance.registry import METHODS
from core.errors import ClearsliceError
from core.places import batches_folder
from core.queue_file import Queue, State, Task, new_queue_file

_SERIES, _FRAMES, _STATE = range(3)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SIGNS = {State.WAITING: "", State.DONE: "✓", State.FAILED: "✗"}


class BatchWindow(QDialog):
    """Chooses series, shows how far each is; pause, cancel, and go on after a crash."""

    def __init__(
        self, session: Session, work: BatchWork, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._work, self._settings = session, work, settings
        self._catalogue = Catalogue()
        self._series: tuple[Series, ...] = ()
        self.setWindowTitle(tr("Enhance many series"))
        self._make()
        self._lay_out()
        session.catalogueChanged.connect(self._offer)
        session.recipeChanged.connect(self._update)
        work.progressed.connect(self._on_progressed)
        work.finished.connect(self._on_finished)
        work.failed.connect(self.note_text)
        work.changed.connect(self._update)
        self._offer(session.catalogue)
        self._find_unfinished()

    def _make(self) -> None:
        self.left_over = QLabel(self)
        self.left_over.setWordWrap(True)
        self.go_on = QPushButton(tr("Go on"), self)
        self.go_on.clicked.connect(self._resume)
        self.forget = QPushButton(tr("Give up"), self)
        self.forget.setToolTip(tr("Removes what was written of series that are not whole"))
        self.forget.clicked.connect(self._forget)
        self.list = QTreeWidget(self)
        self.list.setObjectName("batchList")
        self.list.setAccessibleName(tr("Series of the batch"))
        self.list.setHeaderLabels([tr("Series"), tr("Slices"), tr("State")])
        self.list.setRootIsDecorated(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.list.header()
        header.setSectionResizeMode(_SERIES, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_FRAMES, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_STATE, QHeaderView.ResizeMode.Stretch)
        self.list.headerItem().setTextAlignment(_FRAMES, _RIGHT)
        self.list.itemChanged.connect(lambda _item, _column: self._update())
        self.recipe = QLabel(self)
        self.recipe.setObjectName("muted")
        self.recipe.setWordWrap(True)
        self.anonymise = QCheckBox(tr("Anonymise by the DICOM Basic Profile"), self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the batch"))
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.start = QPushButton(tr("Choose folder and start…"), self)
        self.start.clicked.connect(self._start)
        self.pause = QPushButton(tr("Pause"), self)
        self.pause.clicked.connect(self._pause)
        self.cancel = QPushButton(tr("Cancel"), self)
        self.cancel.setToolTip(tr("Keeps the series that are finished"))
        self.cancel.clicked.connect(self._work.give_up)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        self.unfinished = _row(self, self.left_over, self.go_on, self.forget)
        layout.addWidget(self.unfinished)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.recipe)
        layout.addWidget(self.anonymise)
        layout.addWidget(self.bar)
        layout.addWidget(_row(self, self.note, self.pause, self.cancel, self.start))
        open_at(self, 760, 560)

    # -- what can be done ---------------------------------------------------------------------

    def _offer(self, catalogue: Catalogue) -> None:
        """List what is open; all of it is chosen but what this program made itself."""
        self._catalogue = catalogue
        if self._work.busy:
            return
        self._series = tuple(s for s in catalogue.series if s.enhanceable and s.sop_class)
        self.list.clear()
        for series in self._series:
            item = _item(title(series), len(series.frames))
            ours = f"[{PRODUCT} " in series.description
            item.setCheckState(_SERIES, Qt.CheckState.Unchecked if ours else Qt.CheckState.Checked)
            self.list.addTopLevelItem(item)
        self.note_text("" if self._series else tr("Open studies with images that can be enhanced."))
        self._update()

    def showEvent(self, event: QShowEvent) -> None:
        """Offer what is open, in place of what an earlier batch has done."""
        if not event.spontaneous():
            self._offer(self._session.catalogue)
        super().showEvent(event)

    def _chosen(self) -> tuple[Series, ...]:
        items = (self.list.topLevelItem(n) for n in range(self.list.topLevelItemCount()))
        checked = [i is not None and i.checkState(_SERIES) == Qt.CheckState.Checked for i in items]
        return tuple(series for series, yes in zip(self._series, checked, strict=False) if yes)

    def _update(self) -> None:
        busy, recipe = self._work.busy, self._session.recipe
        names = " + ".join(f"{tr(METHODS[step.method].label)} {step.strength:.0%}" for step in recipe.steps)
        names = names.replace("%", " %")
        self.recipe.setText(tr("Method: {names}").format(names=names or tr("none; choose one first")))
        self.recipe.setVisible(not busy)
        self.start.setVisible(not busy)
        self.start.setEnabled(bool(self._chosen()) and bool(recipe.steps))
        self.anonymise.setEnabled(not busy)
        for widget in (self.bar, self.pause, self.cancel):
            widget.setVisible(busy)
        self.pause.setText(tr("Continue") if self._work.paused else tr("Pause"))
        if not busy:
            self._find_unfinished()
        else:
            self.unfinished.hide()

    def _start(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, tr("Export enhanced series to folder"), str(self._settings.export_folder)
        )
        if folder:
            self._settings.export_folder = Path(folder)
            self.begin(Path(folder))

    def begin(self, folder: Path) -> None:
        """Enhance the chosen series into `folder`."""
        by = Deidentifier() if self.anonymise.isChecked() else None
        catalogue = replace(self._catalogue, series=self._chosen())
        try:
            paths = tuple(dict.fromkeys(ref.source.path for one in catalogue.series for ref in one.frames))
            recipe = self._session.recipe
            queue = plan(catalogue, paths, folder, recipe, titles=title, deidentifier=by)
        except ClearsliceError as error:
            self.note_text(str(error))
            return
        self._run(queue, new_queue_file(batches_folder()), self._catalogue)

    def _run(self, queue: Queue, file: Path, catalogue: Catalogue | None = None) -> None:
        self._show_tasks(queue.tasks)
        self.bar.setRange(0, queue.frames)
        self.bar.setValue(0)
        self.note_text("" if catalogue is not None else tr("Looking for the images…"))
        self._work.start(queue, file, catalogue)

    def _pause(self) -> None:
        if self._work.paused:
            self._work.go_on()
        else:
            self._work.pause()

    # -- going on after a crash ---------------------------------------------------------------

    def _find_unfinished(self) -> None:
        files = self._work.unfinished()
        self.unfinished.setVisible(bool(files))
        if not files:
            return
        try:
            queue = Queue.load(files[0])
        except ClearsliceError as error:
            self.left_over.setText(str(error))
            self.go_on.setEnabled(False)
            return
        done = sum(task.state is not State.WAITING for task in queue.tasks)
        text = tr("A batch ended before it was finished: {done} of {count} series are done.")
        self.left_over.setText(text.format(done=done, count=len(queue.tasks)))
        self.go_on.setEnabled(True)

    def _resume(self) -> None:
        file = next(iter(self._work.unfinished()), None)
        if file is not None:
            self._run(Queue.load(file), file)

    def _forget(self) -> None:
        for file in self._work.unfinished()[:1]:
            try:
                discard(file)
            except ClearsliceError:
                file.unlink(missing_ok=True)  # damaged: nothing in it can be used
        self._update()

    # -- how far it is ------------------------------------------------------------------------

    def _show_tasks(self, tasks: Sequence[Task]) -> None:
        self.list.clear()
        for task in tasks:
            self.list.addTopLevelItem(_item(task.title, task.frames))
        self._show_states(tasks)

    def _show_states(self, tasks: Sequence[Task], running: int = -1) -> None:
        for number, task in enumerate(tasks):
            item = self.list.topLevelItem(number)
            if item is not None:
                item.setText(_STATE, _state(task, number == running))
                item.setToolTip(_STATE, tr(task.reason))

    def _on_progressed(self, progress: BatchProgress) -> None:
        self._show_states(progress.queue.tasks, progress.task)
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        text = tr("{done} of {count} slices").format(done=progress.done, count=progress.total)
        self.note_text(text + eta(progress.remaining))

    def _on_finished(self, queue: Queue) -> None:
        self._show_states(queue.tasks)
        done = sum(task.state is State.DONE for task in queue.tasks)
        text = tr("Finished: {done} of {count} series are in {folder}.")
        self.note_text(text.format(done=done, count=len(queue.tasks), folder=queue.output))
        self._session.message(self.note.text())

    def note_text(self, text: str) -> None:
        """Say something beside the buttons."""
        self.note.setText(text)


def title(series: Series) -> str:
    """Return the words for a series that name no patient."""
    parts = (series.modality, "" if series.number is None else f"#{series.number}", series.description)
    return " ".join(part for part in parts if part) or tr("Series without description")


def _state(task: Task, running: bool) -> str:
    if running:
        return tr("▸ running")
    names = {State.WAITING: tr("waiting"), State.DONE: tr("done"), State.FAILED: tr("failed")}
    head = f"{_SIGNS[task.state]} {names[task.state]}".strip()
    return f"{head}: {tr(task.reason)}" if task.reason else head


def _item(name: str, frames: int) -> QTreeWidgetItem:
    item = QTreeWidgetItem([name, str(frames), ""])
    item.setTextAlignment(_FRAMES, _RIGHT)
    return item


def _row(parent: QWidget, first: QWidget, *others: QWidget) -> QWidget:
    row = QWidget(parent)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(first, 1)
    for other in others:
        layout.addWidget(other)
    return row
