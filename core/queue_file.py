"""The queue of a batch on disk, so that it goes on where a crash or a power cut ended it."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from core.atomic import replacing, why_not_written
from core.deidentify.deidentify import Deidentifier
from core.deidentify.profile import Option, Profile
from core.deidentify.pseudonyms import Pseudonyms
from core.dicom.derive import NewSeries
from core.errors import ClearsliceError
from core.recipe import Recipe

_VERSION = 1
_DAMAGED = "The list of this batch's tasks is damaged, so it cannot go on; start it anew."


class State(Enum):
    """How far a task is."""

    WAITING = "waiting"
    """Not finished; files that are written are kept."""
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Task:
    """One series to enhance."""

    series: str
    """Key of the series in a scan of the batch's paths."""
    title: str
    """What it is, without the patient."""
    frames: int
    state: State = State.WAITING
    reason: str = ""
    """Why it failed, or what was left out."""
    folder: str = ""
    """Name of its folder in the output folder; "" before the first file is written."""
    uid: str = ""
    """Series Instance UID of the result, so that a second run continues the same series."""
    number: int = 0
    created: str = ""
    """ISO 8601 with zone."""
    study: str = ""

    def begun(self, folder: str, made: NewSeries) -> "Task":
        """Return the task with the place and identity of its result."""
        return replace(
            self,
            folder=folder,
            uid=made.uid,
            number=made.number,
            created=made.created.isoformat(),
            study=made.study,
        )

    @property
    def made(self) -> NewSeries:
        """The series that is being made; only for a task that has begun."""
        return NewSeries(self.uid, self.number, datetime.fromisoformat(self.created), self.study)


@dataclass(frozen=True)
class Queue:
    """What a batch does."""

    paths: tuple[Path, ...]
    """What was opened."""
    output: Path
    recipe: Recipe
    tasks: tuple[Task, ...]
    deidentifier: Deidentifier | None = None

    @property
    def frames(self) -> int:
        """Of all tasks."""
        return sum(task.frames for task in self.tasks)

    @property
    def unfinished(self) -> bool:
        """Whether anything waits."""
        return any(task.state is State.WAITING for task in self.tasks)

    def with_task(self, number: int, task: Task) -> "Queue":
        """Return the queue with one task changed."""
        return replace(self, tasks=(*self.tasks[:number], task, *self.tasks[number + 1 :]))

    def save(self, path: Path) -> None:
        """Write the queue to `path`, whole or not at all, where only the user can read.

        It may hold paths that name patients and, until the batch is finished, the key of their pseudonyms.

        Raises
        ------
        ClearsliceError
            If that fails.
        """
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise ClearsliceError(why_not_written(error)) from error
        with replacing(path) as file:
            file.write(json.dumps(self._as_json(), indent=1).encode())

    def _as_json(self) -> Mapping[str, Any]:
        return {
            "version": _VERSION,
            "paths": [str(path) for path in self.paths],
            "output": str(self.output),
            "recipe": self.recipe.to_toml(),
            "anonymise": None if self.deidentifier is None else _secrets(self.deidentifier),
            "tasks": [{**asdict(task), "state": task.state.value} for task in self.tasks],
        }

    @classmethod
    def load(cls, path: Path) -> "Queue":
        """Read a queue; raises a `ClearsliceError` if it is damaged."""
        try:
            read = json.loads(path.read_bytes())
            if read["version"] != _VERSION:
                raise ClearsliceError(_DAMAGED)
            return cls(
                tuple(map(Path, read["paths"])),
                Path(read["output"]),
                Recipe.from_toml(read["recipe"]),
                tuple(Task(**{**task, "state": State(task["state"])}) for task in read["tasks"]),
                None if read["anonymise"] is None else _deidentifier(read["anonymise"]),
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ClearsliceError(_DAMAGED) from error


def _secrets(by: Deidentifier) -> Mapping[str, Any]:
    return {
        "key": by.pseudonyms.key.hex(),
        "retain": sorted(option.value for option in by.profile.options),
        "burned_in": by.burned_in_allowed,
    }


def _deidentifier(read: Mapping[str, Any]) -> Deidentifier:
    profile = Profile(frozenset(map(Option, read["retain"])))
    return Deidentifier(profile, Pseudonyms(bytes.fromhex(read["key"])), bool(read["burned_in"]))


def new_queue_file(folder: Path) -> Path:
    """Return a name in `folder` that no queue has."""
    return folder / f"{datetime.now():%Y%m%d-%H%M%S}-{secrets.token_hex(4)}.json"


def queue_files(folder: Path) -> tuple[Path, ...]:
    """Return the queues in `folder`, the oldest first."""
    return tuple(sorted(folder.glob("*.json"))) if folder.is_dir() else ()
