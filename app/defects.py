"""What happens when something goes wrong that should not: a log without patient data, and one sentence."""

import logging
import sys
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from types import TracebackType

from app.lane import DEFECT
from app.places import log_file

_BYTES = 1 << 20

log = logging.getLogger("clearslice")


class StackOnly(logging.Formatter):
    """Writes where an error came from and its type, never its words: they may quote a header."""

    def formatException(self, error: object) -> str:
        """Return the places, outermost first, and the name of the error."""
        kind, _, place = error if isinstance(error, tuple) else sys.exc_info()
        lines = traceback.format_list([_bare(frame) for frame in traceback.extract_tb(place)])
        return "".join(lines) + (kind.__name__ if kind is not None else "")


def _bare(frame: traceback.FrameSummary) -> traceback.FrameSummary:
    return traceback.FrameSummary(frame.filename, frame.lineno, frame.name, lookup_line=False, line="")


def report_defects(tell: Callable[[str], None]) -> None:
    """Write defects to the log from now on and `tell` the user that there was one."""
    path = log_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(path, maxBytes=_BYTES, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(StackOnly("%(asctime)s %(levelname)s %(name)s %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger("app").addHandler(handler)
    log.addHandler(handler)

    def on_error(kind: type[BaseException], error: BaseException, place: TracebackType | None) -> None:
        log.error("defect", exc_info=(kind, error, place))
        if issubclass(kind, Exception):
            tell(DEFECT)
        else:
            sys.__excepthook__(kind, error, place)

    sys.excepthook = on_error
