"""`clearslice batch`: many series, one after another, going on where it was ended."""

import sys
from collections.abc import Sequence
from pathlib import Path

from app.commands.output import complain, print_json
from app.commands.reading import read, title
from core.batch import Batch, BatchProgress, plan
from core.deidentify.deidentify import Deidentifier
from core.enhance.network import Networks
from core.errors import ClearsliceError
from core.pipeline import Pipeline
from core.places import batches_folder
from core.queue_file import Queue, State, new_queue_file, queue_files
from core.recipe import Recipe
from core.stop import Stop

_HINT = "What is finished stays finished; go on with `clearslice batch --resume`."


def start(
    paths: Sequence[Path],
    output: Path,
    recipe: Recipe,
    networks: Networks,
    *,
    by: Deidentifier | None,
    as_json: bool,
) -> int:
    """Enhance all series in `paths` into `output`; return the exit code."""
    catalogue, complete = read(paths)
    queue = plan(catalogue, paths, output, recipe, titles=title, deidentifier=by)
    done = _run(queue, new_queue_file(batches_folder()), networks, as_json)
    return 0 if done and complete else 1


def resume(networks: Networks, as_json: bool) -> int:
    """Go on with all batches that were ended before they were finished; return the exit code."""
    files = queue_files(batches_folder())
    if not files:
        complain("There is no unfinished batch.")
    done = [_run(Queue.load(file), file, networks, as_json) for file in files]
    return 0 if all(done) else 1


def _run(queue: Queue, file: Path, networks: Networks, as_json: bool) -> bool:
    batch = Batch(queue, file, Pipeline(networks, cache_bytes=0), _Line())
    try:
        result = batch.run(Stop())
    except KeyboardInterrupt:
        complain(_HINT)
        raise
    for task in result.tasks:
        if task.reason:
            complain(f"{task.title}: {task.reason}")
    if as_json:
        print_json(_summary(result))
    else:
        for task in result.tasks:
            if task.state is State.DONE:
                print(result.output / task.folder)
    return not any(task.reason for task in result.tasks)


def _summary(queue: Queue) -> list[dict[str, object]]:
    return [
        {
            "title": task.title,
            "state": task.state.value,
            "reason": task.reason,
            "folder": str(queue.output / task.folder) if task.state is State.DONE else "",
        }
        for task in queue.tasks
    ]


class _Line:
    """One line on stderr that is kept up to date; on something that is no terminal, a line for each tenth."""

    def __init__(self) -> None:
        self._tenth = 0

    def __call__(self, progress: BatchProgress) -> None:
        left = "" if progress.remaining is None else f"  {progress.remaining:.0f} s left"
        series = f"series {progress.task + 1}/{len(progress.queue.tasks)}"
        text = f"{series}  {progress.done}/{progress.total} frames{left}"
        if sys.stderr.isatty():
            end = "\n" if progress.done == progress.total else ""
            print(f"\r{text}\x1b[K", end=end, file=sys.stderr, flush=True)
        elif (tenth := 10 * progress.done // progress.total) > self._tenth:
            self._tenth = tenth
            print(text, file=sys.stderr, flush=True)


def without_paths() -> ClearsliceError:
    """Return the sentence for a batch that names nothing to do."""
    return ClearsliceError("Name what to enhance and where results go (-o DIR), or say --resume.")
