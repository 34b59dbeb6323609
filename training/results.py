"""Results, one file per contestant with a line per image, so that another day can go on with them."""

import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from training.benchmark import Case
from training.contestants import Contestant, Method, Setting

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Result:
    """What one contestant did with one case."""

    modality: str
    level: float
    number: int
    """Of the slice in the pack."""
    subject: str
    seconds: float
    scores: dict[str, float]

    @property
    def key(self) -> tuple[str, float, int]:
        """Of which case it is."""
        return self.modality, self.level, self.number


@dataclass
class Results:
    """All of one contestant that is known so far."""

    about: dict[str, Any]
    """Name, group, remark, default modalities and work, for the table."""
    settings: dict[tuple[str, float], Setting] = field(default_factory=dict)
    """What was tuned per family and level."""
    done: list[Result] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The contestant's."""
        return str(self.about["name"])

    def of(self, modality: str, level: float) -> list[Result]:
        """Return the results of one family and level."""
        return [r for r in self.done if (r.modality, r.level) == (modality, level)]


class Store:
    """The file of one contestant; lines are only ever added, so that a kill costs one image.

    Parameters
    ----------
    folder
        Where the files of all contestants lie.
    contestant
        Whose results.
    benchmark
        Digest of what is measured on. Results of another one, or of another state of the contestant,
        are dropped.
    """

    def __init__(self, folder: Path, contestant: Contestant, benchmark: str) -> None:
        self.path = folder / f"{_file_name(contestant.name)}.jsonl"
        self.head = _head(contestant, benchmark)
        known = read(self.path)
        self.results = known if known is not None and _alike(known.about, self.head) else Results(self.head)
        self.results.about = self.head
        folder.mkdir(parents=True, exist_ok=True)
        self._rewrite()

    def add_setting(self, modality: str, level: float, setting: Setting) -> None:
        """Keep what was tuned."""
        self.results.settings[modality, level] = setting
        self._append(_setting_line(modality, level, setting))

    def add(self, result: Result) -> None:
        """Keep one result."""
        self.results.done.append(result)
        self._append(asdict(result))

    def _append(self, line: dict[str, Any]) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")

    def _rewrite(self) -> None:
        """Write what is known, without the torn line that a kill may have left."""
        settings = [_setting_line(m, level, s) for (m, level), s in self.results.settings.items()]
        lines = [self.head, *settings, *(asdict(r) for r in self.results.done)]
        unfinished = self.path.with_suffix(".part")
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(self.path)


def _alike(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Tell whether the same was measured on the same; for whom it is the default is another matter."""
    return all(one.get(key) == other[key] for key in ("name", "contestant", "benchmark"))


def _file_name(name: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in name).strip("-")


def _head(contestant: Contestant, benchmark: str) -> dict[str, Any]:
    return {
        "name": contestant.name,
        "group": contestant.group,
        "remark": contestant.remark,
        "modalities": list(contestant.modalities),
        "default": list(contestant.default),
        "work": dict(contestant.work),
        "contestant": contestant.digest,
        "benchmark": benchmark,
    }


def _setting_line(modality: str, level: float, setting: Setting) -> dict[str, Any]:
    return {"modality": modality, "level": level, "setting": setting}


def read(path: Path) -> Results | None:
    """Return the results in a file, up to the first line that is not whole; None if there are none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        results = Results(json.loads(lines[0]))
    except (OSError, ValueError, IndexError):
        return None
    for text in lines[1:]:
        try:
            line = json.loads(text)
        except ValueError:
            break
        if "setting" in line:
            results.settings[line["modality"], line["level"]] = line["setting"]
        else:
            results.done.append(Result(**line))
    return results


def read_all(folder: Path) -> list[Results]:
    """Return the results of every contestant in a folder."""
    found = (read(path) for path in sorted(folder.glob("*.jsonl")))
    return [results for results in found if results is not None]


def measure(
    contestant: Contestant,
    store: Store,
    cases: Sequence[Case],
    training: Callable[[], Sequence[Case]],
    report: Report,
) -> None:
    """Measure `contestant` on what is lacking of `cases`, all of one family and level.

    Parameters
    ----------
    training
        Returns the cases to tune on; called only if there is something to tune.
    report
        Called with a line of progress per family and level.
    """
    known = {result.key for result in store.results.done}
    lacking = [c for c in cases if (c.modality, c.level, c.number) not in known]
    if not lacking or lacking[0].modality not in contestant.modalities:
        return
    where = (lacking[0].modality, lacking[0].level)
    report(f"{where[0]} {where[1]:g}: {contestant.name}, {len(lacking)} slices")
    if where not in store.results.settings:
        store.add_setting(*where, contestant.tuned(training() if len(contestant.choices) > 1 else ()).setting)
    method = contestant.chosen(store.results.settings[where])
    for result in _results(method, lacking):
        store.add(result)


def _results(method: Method, cases: Iterable[Case]) -> Iterable[Result]:
    for case in cases:
        _ = case.noisy  # made now, so that its time does not count
        begin = time.perf_counter()
        output = method(case)
        seconds = time.perf_counter() - begin
        scores = case.score(output)
        yield Result(case.modality, case.level, case.number, case.subject, round(seconds, 4), scores)
