"""A defect is told and logged, and the log never quotes what the error said."""

import logging
import sys

import pytest

from app.defects import StackOnly, report_defects
from app.lane import Lane
from app.places import log_file


@pytest.fixture
def reporting(session, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    before = {name: list(logging.getLogger(name).handlers) for name in ("app", "clearslice")}
    report_defects(session.message)
    yield session
    for name, handlers in before.items():
        for handler in set(logging.getLogger(name).handlers) - set(handlers):
            logging.getLogger(name).removeHandler(handler)
            handler.close()


def raised():
    try:
        raise KeyError("Doe^Jane")
    except KeyError:
        return sys.exc_info()


def test_format_has_places_and_type_and_no_words():
    text = StackOnly().formatException(raised())
    assert "test_defects.py" in text
    assert text.endswith("KeyError")
    assert "Doe" not in text


def test_uncaught_error_is_told_and_logged(reporting):
    said = []
    reporting.messaged.connect(said.append)
    sys.excepthook(*raised())
    assert len(said) == 1
    assert "Doe" not in said[0]
    text = log_file().read_text(encoding="utf-8")
    assert "KeyError" in text
    assert "Doe" not in text


def test_error_in_background_is_logged_without_its_words(qtbot, reporting):
    lane = Lane("test")
    with qtbot.waitSignal(lane.failed):
        lane.submit("a", lambda _stop: {}["Doe^Jane"])
    lane.close()
    assert "Doe" not in log_file().read_text(encoding="utf-8")
