"""The lane under drags, frame changes, cancels, errors and many requests."""

import threading
import time

import pytest

from app.lane import Lane
from core.errors import ClearsliceError
from core.stop import Stop


class Heard:
    """What a lane said, in order."""

    def __init__(self, lane: Lane) -> None:
        self.done: list[tuple[object, object]] = []
        self.failed: list[tuple[object, str]] = []
        self.busy: list[bool] = []
        lane.done.connect(lambda subject, result: self.done.append((subject, result)))
        lane.failed.connect(lambda subject, sentence: self.failed.append((subject, sentence)))
        lane.busyChanged.connect(self.busy.append)


@pytest.fixture
def lane(qtbot):
    lane = Lane("test")
    yield lane
    lane.close()


@pytest.fixture
def heard(lane) -> Heard:
    return Heard(lane)


def test_result_arrives_in_the_gui_thread(qtbot, lane):
    threads = []
    lane.done.connect(lambda *_: threads.append(threading.current_thread()))
    lane.submit("a", lambda _stop: threads.append(threading.current_thread()))
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threads[1]
    assert threads[1] is threading.main_thread()


def test_drag_shows_previews_all_the_time_and_ends_on_the_newest(qtbot, lane, heard):
    for value in range(40):
        lane.submit("frame", lambda _stop, value=value: (time.sleep(0.02), value)[1])
        qtbot.wait(5)
    qtbot.waitUntil(lambda: not lane.busy)
    values = [result for _, result in heard.done]
    assert values == sorted(values)
    assert values[-1] == 39
    assert 2 < len(values) < 40


def test_another_subject_stops_the_running_job(qtbot, lane, heard):
    started = threading.Event()

    def endless(stop: Stop) -> None:
        started.set()
        while True:
            stop.check()
            time.sleep(0.001)

    lane.submit("old", endless)
    started.wait(5)
    lane.submit("new", lambda _stop: "result")
    qtbot.waitUntil(lambda: not lane.busy)
    assert heard.done == [("new", "result")]
    assert heard.failed == []


def test_overtaken_results_come_where_that_is_wanted(qtbot):
    lane = Lane("test", stops_overtaken=False)
    heard, go = Heard(lane), threading.Event()
    lane.submit(1, lambda stop: (go.wait(5), stop.is_set())[1])
    lane.submit(2, lambda _stop: "never, replaced while waiting")
    lane.submit(3, lambda _stop: "newest")
    go.set()
    qtbot.waitUntil(lambda: not lane.busy)
    lane.close()
    assert heard.done == [(1, False), (3, "newest")]


def test_cancel_ends_work_without_a_result_or_a_message(qtbot, lane, heard):
    started = threading.Event()
    lane.submit("a", lambda stop: (started.set(), _until_stopped(stop)))
    started.wait(5)
    lane.submit("a", lambda _stop: "waiting")
    lane.cancel()
    qtbot.waitUntil(lambda: not lane.busy)
    assert (heard.done, heard.failed) == ([], [])
    assert heard.busy == [True, False]


def _until_stopped(stop: Stop) -> None:
    while True:
        stop.check()
        time.sleep(0.001)


def test_user_error_is_its_sentence(qtbot, lane, heard):
    def fail(_stop: Stop) -> None:
        raise ClearsliceError("This file is empty.")

    lane.submit("a", fail)
    qtbot.waitUntil(lambda: bool(heard.failed))
    assert heard.failed == [("a", "This file is empty.")]


def test_defect_is_logged_and_told_without_its_details(qtbot, lane, heard, caplog):
    lane.submit("a", lambda _stop: {}["Doe^John"])
    qtbot.waitUntil(lambda: bool(heard.failed))
    assert "Doe" not in heard.failed[0][1]
    assert "defect" in caplog.text


def test_lane_works_on_after_an_error(qtbot, lane, heard):
    lane.submit("a", lambda _stop: 1 / 0)
    qtbot.waitUntil(lambda: bool(heard.failed))
    lane.submit("b", lambda _stop: 2)
    qtbot.waitUntil(lambda: bool(heard.done))
    assert heard.done == [("b", 2)]


def test_after_closing_nothing_runs(qtbot):
    lane = Lane("test")
    heard = Heard(lane)
    lane.close()
    lane.submit("a", lambda _stop: 1)
    qtbot.wait(30)
    assert (heard.done, heard.busy) == ([], [])


def test_many_requests(qtbot, lane, heard):
    for n in range(5000):
        lane.submit(n % 3, lambda _stop, n=n: n)
        if n % 50 == 0:
            qtbot.wait(1)
    qtbot.waitUntil(lambda: not lane.busy)
    assert heard.done[-1] == (4999 % 3, 4999)
