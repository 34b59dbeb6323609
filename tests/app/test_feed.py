"""The feed: order of work, what is shown in passing, re-blending, errors, looking ahead."""

import threading
from dataclasses import replace

import numpy as np
import pytest

from app.ahead import AHEAD
from app.feed import Feed
from app.frame_cache import FrameCache
from core.dicom.decode import read_frame
from core.dicom.scan import scan
from core.dicom.study import Catalogue, Series, Source
from core.enhance.network import Networks
from core.pipeline import Pipeline
from core.recipe import Recipe, Step
from core.window import Window

FAST = Recipe((Step("gaussian"),))


def opened(session, series):
    session.set_catalogue(Catalogue((series,), finished=True))


def ready(feed, enhanced=False):
    def check():
        series, index = feed.session.series, feed.session.index
        assert feed.frame is not None
        assert feed.frame.key == series.frames[index].key
        assert feed.idle
        assert (feed.enhanced is not None) == enhanced

    return check


@pytest.fixture
def ct(by_modality):
    return by_modality["CT"]


def gated(monkeypatch) -> threading.Semaphore:
    """Let a slice be decoded at every release of what is returned."""
    gate = threading.Semaphore(0)

    def wait_and_read(ref):
        gate.acquire(timeout=5)
        return read_frame(ref)

    monkeypatch.setattr("app.planes.volumes.read_frame", wait_and_read)
    return gate


class TestSlices:
    def test_shows_what_the_session_points_at(self, qtbot, session, feed, ct):
        opened(session, ct)
        qtbot.waitUntil(ready(feed))
        np.testing.assert_array_equal(feed.frame.values, read_frame(ct.frames[session.index]).values)
        session.set_index(3)
        qtbot.waitUntil(ready(feed))
        assert feed.frame.key == ct.frames[3].key

    def test_fast_scrolling_shows_slices_in_passing(self, qtbot, session, feed, ct, monkeypatch):
        gate = gated(monkeypatch)
        keys, seen = [ref.key for ref in ct.frames], []
        feed.frameChanged.connect(lambda frame: seen.append(keys.index(frame.key)))
        opened(session, ct)
        for index in range(11, 20):  # three steps of the wheel in the time that one slice takes
            session.set_index(index)
            if index % 3 == 1:
                before = len(seen)
                gate.release()
                qtbot.waitUntil(lambda before=before: len(seen) > before)
        assert seen == [10, 13, 16]
        gate.release(20)
        qtbot.waitUntil(ready(feed))
        assert seen[-1] == 19
        assert seen == sorted(seen)

    def test_a_late_slice_never_goes_back_behind_a_nearer_one(self, qtbot, session, feed, ct, monkeypatch):
        opened(session, ct)
        qtbot.waitUntil(ready(feed))  # has 11 to 13 ready
        gate = gated(monkeypatch)
        keys, seen = [ref.key for ref in ct.frames], []
        feed.frameChanged.connect(lambda frame: seen.append(keys.index(frame.key)))
        session.set_index(3)  # starts to decode
        session.set_index(13)
        session.set_index(14)
        gate.release(20)
        qtbot.waitUntil(ready(feed))
        assert seen == [13, 14]

    def test_next_slices_are_made_ready_in_the_scrolling_direction(self, qtbot, session, feed, ct):
        opened(session, ct)
        session.set_index(10)
        session.set_index(9)
        qtbot.waitUntil(ready(feed))
        for ref in ct.frames[9 - AHEAD : 9]:
            assert feed._workshop.cache.get(ref.key) is not None
        assert feed._workshop.cache.get(ct.frames[12].key) is None

    def test_unreadable_slice_is_told_and_the_next_one_shown(self, qtbot, session, feed, ct, tmp_path):
        gone = replace(ct.frames[5], source=Source(tmp_path / "gone.dcm"))
        opened(session, replace(ct, frames=(*ct.frames[:5], gone, *ct.frames[6:])))
        said = []
        session.messaged.connect(said.append)
        session.set_index(5)
        qtbot.waitUntil(lambda: bool(said))
        assert feed.frame is None
        assert feed.problem == said[0]
        session.set_index(6)
        qtbot.waitUntil(ready(feed))
        assert feed.problem == ""

    def test_series_without_a_window_keeps_one_while_scrolling(self, qtbot, session, feed, write_dicom):
        rng = np.random.default_rng(1)
        for n in range(3):
            pixels = (rng.normal(100 * n, 50, (16, 16))).astype(np.int16)
            write_dicom(f"s/{n}.dcm", pixels, ImagePositionPatient=[0, 0, n], InstanceNumber=n)
        path = write_dicom("s/3.dcm", np.full((16, 16), 900, np.int16), ImagePositionPatient=[0, 0, 3])
        (series,) = scan([path.parent]).series
        opened(session, series)
        qtbot.waitUntil(ready(feed))
        window = session.window
        session.set_index(3)
        qtbot.waitUntil(ready(feed))
        assert window is not None
        assert session.window == window


class TestEnhancing:
    def test_result_is_the_pipelines(self, qtbot, session, feed, ct):
        opened(session, ct)
        session.set_recipe(FAST)
        session.set_enabled(True)
        qtbot.waitUntil(ready(feed, enhanced=True))
        assert feed.enhanced.frame.key == feed.frame.key
        assert not np.array_equal(feed.enhanced.image, feed.frame.values)
        session.set_enabled(False)
        assert feed.enhanced is None

    def test_strength_is_blended_at_once(self, qtbot, session, feed, ct):
        opened(session, ct)
        session.set_recipe(FAST)
        session.set_enabled(True)
        qtbot.waitUntil(ready(feed, enhanced=True))
        full = feed.enhanced.full
        session.set_strength(0.25)
        assert not feed.busy
        assert feed.enhanced.full is full
        assert feed.enhanced.recipe.strength == 0.25

    def test_slices_ahead_are_enhanced_and_shown_at_once(self, qtbot, session, feed, ct):
        opened(session, ct)
        session.set_recipe(FAST)
        session.set_enabled(True)
        session.set_index(4)
        session.set_index(5)
        qtbot.waitUntil(ready(feed, enhanced=True))
        shown = []
        feed.enhancedChanged.connect(shown.append)
        session.set_index(6)
        assert shown[0] is not None
        assert shown[0].frame.key == ct.frames[6].key

    def test_an_older_result_never_replaces_a_newer_one(self, qtbot, session, feed, ct):
        opened(session, ct)
        session.set_recipe(FAST)
        session.set_enabled(True)
        qtbot.waitUntil(ready(feed, enhanced=True))
        session.set_recipe(Recipe((Step("median"),)))  # starts to run
        session.undo()  # is at hand
        assert feed.enhanced.recipe == FAST
        qtbot.waitUntil(ready(feed, enhanced=True))
        assert feed.enhanced.recipe == FAST

    def test_what_cannot_be_enhanced_says_why(self, qtbot, session, feed, ct):
        opened(session, replace(ct, reason="This is a localizer."))
        qtbot.waitUntil(ready(feed))
        said = []
        session.messaged.connect(said.append)
        session.set_enabled(True)
        assert said == ["This is a localizer."]
        assert not feed.busy

    def test_failure_shows_the_original_and_says_why(self, qtbot, session, feed, ct):
        opened(session, ct)
        session.set_recipe(FAST)
        session.set_enabled(True)
        qtbot.waitUntil(ready(feed, enhanced=True))
        said = []
        session.messaged.connect(said.append)
        session.set_recipe(Recipe((Step("gaussian", (("sigma", -3.0),)),)))
        qtbot.waitUntil(lambda: bool(said))
        assert feed.enhanced is None

    def test_cancel_stops_it(self, qtbot, session, feed, by_modality):
        opened(session, by_modality["DX"])
        qtbot.waitUntil(ready(feed))
        session.set_recipe(Recipe((Step("nlm"),)))
        session.set_enabled(True)
        assert feed.busy
        feed.cancel()
        qtbot.waitUntil(lambda: not feed.busy)
        assert feed.enhanced is None


def test_frame_cache_forgets_the_least_recently_used(ct):
    frames = [read_frame(ref) for ref in ct.frames[:4]]
    cost = frames[0].stored.nbytes + 4 * 512 * 512
    cache = FrameCache(limit=3 * cost)
    for frame in frames[:3]:
        cache.put(frame)
    cache.get(frames[0].key)
    cache.put(frames[3])
    assert [cache.get(frame.key) is not None for frame in frames] == [True, False, True, True]
    cache.put(frames[3])
    assert cache.get(frames[0].key) is not None


def test_closing_ends_all_work(qtbot, session, ct):
    feed = Feed(session, Pipeline(Networks(device="cpu")))
    opened(session, ct)
    session.set_recipe(Recipe((Step("nlm"),)))
    session.set_enabled(True)
    qtbot.wait(30)
    feed.close()
    session.set_index(2)
    qtbot.wait(30)
    assert not [t for t in threading.enumerate() if t.name.startswith(("decode_", "enhance_", "ahead_"))]


class TestHeldWindow:
    """A series whose files name no window keeps one while it is scrolled: that of its middle."""

    @pytest.fixture
    def bare(self, write_dicom, tmp_path) -> Series:
        """Write slices that are empty at the ends of the stack and bright in its middle."""
        rows = np.arange(32, dtype=np.int16)
        for n in range(9):
            content = 100 * min(n, 8 - n) * rows // 31
            pixels = np.repeat(content[:, None], 32, axis=1)
            write_dicom(f"bare/{n}.dcm", pixels, ImagePositionPatient=[0, 0, n], InstanceNumber=n)
        return scan([tmp_path / "bare"]).series[0]

    def middle(self, series: Series) -> Window:
        return read_frame(series.frames[len(series.frames) // 2]).default_window

    def test_is_the_middles_wherever_the_series_opens(self, qtbot, session, feed, bare):
        session.set_catalogue(Catalogue((replace(bare, frames=bare.frames[:1]),)))
        qtbot.waitUntil(ready(feed))
        session.set_catalogue(Catalogue((bare,), finished=True))
        assert session.index == 0
        qtbot.waitUntil(lambda: session.window == self.middle(bare))
        session.set_index(7)
        qtbot.waitUntil(ready(feed))
        assert session.window == self.middle(bare)

    def test_never_replaces_what_the_user_chose(self, qtbot, session, feed, bare):
        session.set_catalogue(Catalogue((replace(bare, frames=bare.frames[:1]),)))
        qtbot.waitUntil(ready(feed))
        session.set_window(Window(40, 400))
        session.set_catalogue(Catalogue((bare,), finished=True))
        qtbot.waitUntil(ready(feed))
        assert session.window == Window(40, 400)

    def test_comes_back_after_a_reset(self, qtbot, session, feed, bare):
        opened(session, bare)
        qtbot.waitUntil(ready(feed))
        session.set_window(Window(40, 400))
        session.reset_window()
        session.set_index(2)
        qtbot.waitUntil(ready(feed))
        assert session.window == self.middle(bare)

    def test_files_that_name_one_keep_it(self, qtbot, session, feed, ct):
        opened(session, ct)
        qtbot.waitUntil(ready(feed))
        assert feed.frame.windows
        assert session.window is None
