"""Whether the real window has come to rest with its pictures."""

from collections.abc import Callable

from app.main_window import MainWindow


def pictured(window: MainWindow) -> Callable[[], None]:
    """Return what checks that each cell shows the slice it points at, and that nothing is being done."""

    def check() -> None:
        assert window.feed.idle
        assert not window.jobs.busy
        for cell in window.session.cells.shown:
            if cell.series is not None:
                frame = window.feed.feeds[cell.number].frame
                assert frame is not None
                assert frame.key == cell.series.frames[cell.index].key

    return check
