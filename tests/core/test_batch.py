"""A batch that is paused, stopped, killed and resumed; files are what a plain export writes."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pydicom
import pytest

from core.batch import Batch, BatchProgress, Gate, discard, plan
from core.deidentify.deidentify import Deidentifier
from core.deidentify.profile import Option, Profile
from core.dicom.scan import scan
from core.enhance.network import Networks
from core.errors import Cancelled, ClearsliceError
from core.export import export_series
from core.pipeline import Pipeline
from core.queue_file import Queue, State, new_queue_file, queue_files
from core.recipe import Recipe, Step
from core.stop import Stop

GAUSSIAN = Recipe((Step("gaussian"),))
ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def pipeline() -> Pipeline:
    return Pipeline(Networks(device="cpu"), cache_bytes=0)


@pytest.fixture
def file(tmp_path) -> Path:
    return new_queue_file(tmp_path / "batches")


def queue_of(paths: list[Path], output: Path, by: Deidentifier | None = None) -> Queue:
    return plan(scan(paths), paths, output, GAUSSIAN, titles=lambda s: s.modality, deidentifier=by)


def quiet(_progress: BatchProgress) -> None:
    return


def written(folder: Path) -> dict[str, int]:
    return {str(path.relative_to(folder)): path.stat().st_mtime_ns for path in sorted(folder.rglob("*.dcm"))}


def test_all_series_as_a_plain_export_writes_them(demo, tmp_path, pipeline, file):
    seen: list[BatchProgress] = []
    queue = queue_of([demo], tmp_path / "out")
    assert {(task.title, task.frames) for task in queue.tasks} == {("CT", 20), ("DX", 1), ("MR", 24)}
    result = Batch(queue, file, pipeline, seen.append).run(Stop())
    assert [task.state for task in result.tasks] == 3 * [State.DONE]
    assert [p.done for p in seen] == list(range(1, 46))
    assert seen[-1].remaining == 0
    assert not file.exists()
    for series, task in zip(scan([demo]).series, result.tasks, strict=True):
        plain = export_series(series, pipeline, GAUSSIAN, tmp_path / "plain")
        batch = sorted((result.output / task.folder).iterdir())
        assert len(plain) == len(batch)
        for one, other in zip(plain, batch, strict=True):
            first, second = pydicom.dcmread(one), pydicom.dcmread(other)
            assert first.PixelData == second.PixelData
            assert second.SeriesInstanceUID == task.uid
            assert second.SeriesNumber == task.number


KILLED = """
import sys, time
from pathlib import Path
from core.batch import Batch
from core.enhance.network import Networks
from core.pipeline import Pipeline
from core.queue_file import Queue
from core.stop import Stop

def slow(progress):
    print(progress.done, flush=True)
    time.sleep(0.05)

file = Path(sys.argv[1])
Batch(Queue.load(file), file, Pipeline(Networks(device="cpu"), cache_bytes=0), slow).run(Stop())
"""


@pytest.mark.skipif(os.name != "posix", reason="needs a kill that cannot be caught")
def test_killed_batch_goes_on_where_it_was(demo, tmp_path, pipeline, file):
    """By SIGKILL in a process of its own: what was finished is not done again, and is the same series."""
    output = tmp_path / "out"
    queue_of([demo / "ct", demo / "mr"], output, Deidentifier(Profile(frozenset({Option.DATES})))).save(file)
    child = subprocess.Popen([sys.executable, "-c", KILLED, str(file)], cwd=ROOT, stdout=subprocess.PIPE)
    with child:
        for line in child.stdout:
            if int(line) == 23:
                child.send_signal(signal.SIGKILL)
                break
    before = written(output)
    assert 22 <= len(before) < 44
    seen: list[BatchProgress] = []
    result = Batch(Queue.load(file), file, pipeline, seen.append).run(Stop())
    after = written(output)
    assert len(after) == 44
    assert all(after[name] == when for name, when in before.items())
    assert seen[-1].fresh == 44 - len(before)
    assert seen[-1].done == 44
    assert all(p.remaining is None or p.remaining >= 0 for p in seen)
    headers = [pydicom.dcmread(output / name, stop_before_pixels=True) for name in after]
    assert len({h.SeriesInstanceUID for h in headers}) == 2
    assert len({h.SOPInstanceUID for h in headers}) == 44
    for task in result.tasks:
        mine = [h for h in headers if h.SeriesInstanceUID == task.uid]
        assert len({(h.PatientID, h.StudyInstanceUID, h.SeriesDate, h.SeriesNumber) for h in mine}) == 1
    assert not file.exists()


def test_half_written_file_of_a_crash_is_cleared(demo, tmp_path, pipeline, file):
    queue = queue_of([demo / "dx"], tmp_path / "out")
    stop = Stop()
    batch = Batch(queue, file, pipeline, lambda _p: stop.set())
    batch.run(stop)  # one frame: done before anything could stop it
    (tmp_path / "out" / "derived-001" / "00001.dcm").rename(
        tmp_path / "out" / "derived-001" / ".clearslice-1.part"
    )
    again = batch.queue.with_task(0, queue.tasks[0].begun("derived-001", batch.queue.tasks[0].made))
    Batch(again, file, pipeline, quiet).run(Stop())
    assert [path.name for path in (tmp_path / "out" / "derived-001").iterdir()] == ["00001.dcm"]


class TestPause:
    def test_nothing_moves_until_it_goes_on(self, demo, tmp_path, pipeline, file):
        gate, reached, seen = Gate(), threading.Event(), []

        def report(progress: BatchProgress) -> None:
            seen.append(progress.done)
            if progress.done == 3:
                gate.close()
                reached.set()

        batch = Batch(queue_of([demo / "ct"], tmp_path / "out"), file, pipeline, report, gate)
        thread = threading.Thread(target=batch.run, args=(Stop(),))
        thread.start()
        assert reached.wait(60)
        time.sleep(0.5)
        assert (seen, gate.closed) == ([1, 2, 3], True)
        gate.open()
        thread.join(60)
        assert seen == list(range(1, 21))

    def test_pause_does_not_count_in_the_estimate(self, demo, tmp_path, pipeline, file):
        gate, seen = Gate(), []

        def report(progress: BatchProgress) -> None:
            seen.append(progress)
            if progress.done == 1:
                gate.close()
                threading.Thread(target=open_late).start()

        def open_late() -> None:
            while not gate.holding:
                time.sleep(0.01)
            time.sleep(1.5)
            gate.open()

        start = time.perf_counter()
        Batch(queue_of([demo / "ct"], tmp_path / "out"), file, pipeline, report, gate).run(Stop())
        assert time.perf_counter() - start - seen[-1].seconds > 1.4

    def test_stopped_while_paused(self):
        gate, stop = Gate(), Stop()
        gate.close()
        threading.Timer(0.2, stop.set).start()
        with pytest.raises(Cancelled):
            gate.wait(stop)


class TestStop:
    @pytest.fixture
    def stopped(self, demo, tmp_path, pipeline, file) -> Path:
        """Return the output folder of a batch that was stopped in its second series."""
        stop = Stop()
        batch = Batch(
            queue_of([demo / "ct", demo / "mr"], tmp_path / "out"), file, pipeline,
            lambda p: stop.set() if p.done == 25 else None,
        )  # fmt: skip
        with pytest.raises(Cancelled):
            batch.run(stop)
        return tmp_path / "out"

    def test_keeps_what_is_written_and_can_go_on(self, stopped, pipeline, file):
        assert len(written(stopped)) in (24, 25)
        assert Queue.load(file).unfinished
        assert Batch(Queue.load(file), file, pipeline, quiet).run(Stop()).unfinished is False
        assert len(written(stopped)) == 44

    def test_given_up_leaves_only_whole_series(self, stopped, file):
        first = Queue.load(file).tasks[0].frames
        (stopped / "derived-002" / "mine.txt").write_text("keep")
        discard(file)
        assert {Path(name).parent.name for name in written(stopped)} == {"derived-001"}
        assert len(written(stopped)) == first
        assert not file.exists()
        assert (stopped / "derived-002" / "mine.txt").exists()


class TestFailures:
    def test_missing_images_do_not_stop_the_others(self, demo, tmp_path, pipeline, file):
        source = tmp_path / "in"
        for folder in ("ct", "mr"):
            (source / folder).mkdir(parents=True)
            for path in sorted((demo / folder).glob("*.dcm"))[:3]:
                (source / folder / path.name).write_bytes(path.read_bytes())
        queue = queue_of([source], tmp_path / "out")
        for path in (source / "ct").iterdir():
            path.unlink()
        result = Batch(queue, file, pipeline, quiet).run(Stop())
        tasks = {task.title: task for task in result.tasks}
        assert {title: task.state for title, task in tasks.items()} == {"CT": State.FAILED, "MR": State.DONE}
        assert "not where they were" in tasks["CT"].reason
        assert len(written(tmp_path / "out")) == 3

    def test_unreadable_image_is_told(self, demo, tmp_path, pipeline, file):
        (tmp_path / "in").mkdir()
        paths = sorted((demo / "ct").glob("*.dcm"))[:3]
        for path in paths:
            (tmp_path / "in" / path.name).write_bytes(path.read_bytes())
        queue = queue_of([tmp_path / "in"], tmp_path / "out")
        catalogue = scan([tmp_path / "in"])
        (tmp_path / "in" / paths[1].name).write_bytes(b"")
        result = Batch(queue, file, pipeline, quiet).run(Stop(), catalogue)
        assert result.tasks[0].state is State.DONE
        assert result.tasks[0].reason == "1 image could not be read and were left out."
        assert len(written(tmp_path / "out")) == 2

    def test_nothing_to_do_is_refused(self, tmp_path):
        with pytest.raises(ClearsliceError, match="no series"):
            queue_of([tmp_path], tmp_path / "out")

    def test_no_method_is_refused(self, demo, tmp_path):
        with pytest.raises(ClearsliceError, match="choose a method"):
            plan(scan([demo]), [demo], tmp_path, Recipe(), titles=lambda s: s.modality)

    @pytest.mark.parametrize("text", ["", "{}", "[]", '{"version": 2}', '{"version": 1, "paths": 3}'])
    def test_damaged_queue_is_one_sentence(self, tmp_path, text):
        (tmp_path / "a.json").write_text(text)
        with pytest.raises(ClearsliceError, match="damaged"):
            Queue.load(tmp_path / "a.json")


def test_queue_survives_the_disk(demo, tmp_path, file):
    by = Deidentifier(Profile(frozenset({Option.PATIENT, Option.UIDS})), burned_in_allowed=True)
    queue = queue_of([demo], tmp_path, by)
    queue.save(file)
    assert Queue.load(file) == queue
    assert queue_files(file.parent) == (file,)
    if os.name == "posix":
        assert file.parent.stat().st_mode & 0o077 == 0


def test_runs_once_at_a_time(demo, tmp_path, pipeline, file):
    """A second process is refused while the first one works, and may as soon as it was killed."""
    queue_of([demo / "mr"], tmp_path / "out").save(file)
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(file)], cwd=ROOT, stdout=subprocess.PIPE
    ) as child:
        child.stdout.readline()
        with pytest.raises(ClearsliceError, match="running already"):
            Batch(Queue.load(file), file, pipeline, quiet).run(Stop())
        child.kill()
    assert not Batch(Queue.load(file), file, pipeline, quiet).run(Stop()).unfinished
    assert len(written(tmp_path / "out")) == 24
    assert list(file.parent.iterdir()) == []


def test_results_do_not_pile_up(demo, tmp_path, file):
    """The pipeline of a batch holds one result, whatever the length of the series."""
    pipeline = Pipeline(Networks(device="cpu"), cache_bytes=0)
    sizes = []
    batch = Batch(
        queue_of([demo / "mr"], tmp_path), file, pipeline, lambda _p: sizes.append(len(pipeline._done))
    )
    batch.run(Stop())
    assert max(sizes) == 1
    assert np.all(np.asarray(sizes) == 1)
