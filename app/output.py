"""Everything that leaves the program, and the windows about it, put together for the main window."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.actions import Action
from app.batch_window import BatchWindow
from app.batch_work import BatchWork
from app.exporting import Exporting
from app.feed import Feed
from app.jobs import Jobs
from app.language import tr
from app.output_actions import output_actions
from app.printing import Printing
from app.session import Session
from app.settings import Settings
from app.tags_window import TagsWindow
from core.places import batches_folder


class Output(QObject):
    """Exports, pages, data elements and batches."""

    def __init__(self, session: Session, feed: Feed, jobs: Jobs, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self.exporting = Exporting(session, feed, jobs, settings, window)
        self.printing = Printing(session, feed, settings, window)
        self.tags = TagsWindow(session, feed, window)
        self.batch = BatchWork(feed.pipeline, batches_folder(), self)
        self.batch_window = BatchWindow(session, self.batch, settings, window)
        QTimer.singleShot(0, self, self._tell_unfinished)

    def actions(self) -> Iterator[Action]:
        """Yield the rows of the table of actions."""
        return output_actions(self.exporting, self.printing, self.tags, self.batch_window)

    def close(self) -> None:
        """Close the windows and let no work outlive them; a batch can go on another time."""
        for window in (self.tags, self.batch_window):
            window.close()
        self.batch.close()
        self.tags.stop_work()

    def _tell_unfinished(self) -> None:
        if self.batch.unfinished():
            self._session.message(
                tr("A batch ended before it was finished; it goes on from Enhance, Enhance many series.")
            )
