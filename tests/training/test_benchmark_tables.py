"""Stored results, Table 1, and the rule of Figure 1, on results made by hand."""

import csv
import io
import json
import re
from pathlib import Path

import numpy as np
import pytest

from core.metrics import Span
from training.benchmark import Case
from training.contestants import Contestant, Noisy, Setting
from training.page import page
from training.picks import Panel, Strip, picks
from training.results import Result, Results, Store, measure, read, read_all
from training.table import SCORES, as_csv, as_json, markdown, rows, unfinished


class Added:
    """Gives the clean slice plus a number, and counts."""

    def __init__(self, number: float) -> None:
        self.number, self.calls = number, 0

    @property
    def setting(self) -> Setting:
        return {"number": self.number}

    def __call__(self, case: Case) -> np.ndarray:
        self.calls += 1
        return case.clean + np.float32(self.number)


def some_cases(count: int = 3) -> list[Case]:
    image = np.tile(np.linspace(-100, 200, 32, dtype=np.float32), (32, 1))
    return [Case(n, f"person {n}", "CT", 25.0, image + n) for n in range(count)]


def quiet(text: str) -> None:
    pass


def test_the_best_setting_is_found_on_the_training_cases_and_kept(tmp_path: Path) -> None:
    choices = (Added(30.0), Added(-4.0), Added(9.0))
    contestant = Contestant("shift", "classical", choices)
    store = Store(tmp_path, contestant, "images 1")
    measure(contestant, store, some_cases(), some_cases, quiet)
    assert store.results.settings == {("CT", 25.0): {"number": -4.0}}
    assert [r.scores["mse_full"] for r in store.results.done] == pytest.approx([16.0] * 3)


def test_what_was_measured_is_not_measured_again(tmp_path: Path) -> None:
    method = Added(5.0)
    contestant = Contestant("shift", "classical", (method,))
    measure(contestant, Store(tmp_path, contestant, "1"), some_cases(2), list, quiet)
    assert method.calls == 2
    again = Store(tmp_path, contestant, "1")
    measure(contestant, again, some_cases(3), list, quiet)
    assert method.calls == 3
    assert [r.number for r in again.results.done] == [0, 1, 2]
    assert read(again.path) == again.results


def test_a_torn_line_costs_one_image(tmp_path: Path) -> None:
    contestant = Contestant("shift", "classical", (Added(5.0),))
    store = Store(tmp_path, contestant, "1")
    measure(contestant, store, some_cases(3), list, quiet)
    text = store.path.read_text()
    store.path.write_text(text[:-40])
    assert len(Store(tmp_path, contestant, "1").results.done) == 2
    assert store.path.read_text().endswith("}\n")


@pytest.mark.parametrize(
    ("other", "benchmark"),
    [
        (Contestant("shift", "classical", (Added(5.0),)), "other images"),
        (Contestant("shift", "classical", (Added(5.0),), identity="new weights"), "1"),
        (Contestant("shift", "classical", (Added(6.0),)), "1"),
    ],
)
def test_results_of_something_else_are_dropped(tmp_path: Path, other: Contestant, benchmark: str) -> None:
    contestant = Contestant("shift", "classical", (Added(5.0),))
    measure(contestant, Store(tmp_path, contestant, "1"), some_cases(1), list, quiet)
    assert Store(tmp_path, other, benchmark).results.done == []


def made(name: str, group: str, psnr: dict[str, float], modality: str = "CT", level: float = 50.0) -> Results:
    default = [modality] if group == "ours" else []
    about = {"name": name, "group": group, "remark": "", "modalities": [modality], "default": default}
    results = Results({**about, "work": {}, "benchmark": ""}, {(modality, level): {}})
    for number, (subject, value) in enumerate(psnr.items()):
        scores = dict.fromkeys(SCORES, 0.5) | {"psnr_window": value, "psnr_full": value + 15}
        results.done.append(Result(modality, level, number, subject, 0.1 * number, scores))
    return results


OURS = made("net, blind σ", "ours", {"a": 30.0, "b": 31.0, "c": 32.0})
RIVAL = made("nlm", "classical", {"a": 29.5, "b": 31.5, "c": 27.0})
WEAK = made("median", "classical", {"a": 20.0, "b": 21.0, "c": 22.0})


def test_differences_are_paired() -> None:
    _, nlm, median = rows([WEAK, RIVAL, OURS])
    assert (nlm["method"], median["method"]) == ("nlm", "median")
    gap = median["difference"]["psnr_window"]
    assert (gap["mean"], gap["low"], gap["high"]) == pytest.approx((-10.0, -10.0, -10.0))
    gap = nlm["difference"]["psnr_window"]
    assert gap["mean"] == pytest.approx(np.mean([-0.5, 0.5, -5.0]))
    assert gap["low"] < gap["mean"] < gap["high"]


def test_who_is_not_done_is_named_and_not_averaged() -> None:
    half = made("tv", "classical", {"a": 40.0})
    table = rows([OURS, RIVAL, half])
    assert [row["method"] for row in table] == ["net, blind σ", "nlm"]
    lacking = unfinished([OURS, RIVAL, half])
    assert lacking == ["CT 50: tv 1 of 3"]
    assert "CT 50: tv 1 of 3" in markdown(table, "", lacking)


def test_the_table_says_the_same_in_every_format() -> None:
    table = rows([OURS, RIVAL, WEAK])
    text = markdown(table, "About the images.")
    assert "| nlm | 29.33 (27.00 … 31.50) | 44.33 |" in text
    assert "About the images." in text
    lines = list(csv.DictReader(io.StringIO(as_csv(table))))
    (line,) = (x for x in lines if x["method"] == "nlm" and x["score"] == "psnr_window")
    assert float(line["mean"]) == pytest.approx(88 / 3)
    assert float(line["minus_ours_mean"]) == pytest.approx(-5 / 3)
    stored = json.loads(as_json(table, ""))
    assert stored["rows"] == table


def test_contrast_tools_stand_apart_with_what_they_are_for() -> None:
    tool = made("clahe", "contrast", {"a": 50.0, "b": 50.0, "c": 50.0})
    tool.about["remark"] = "Brings out local contrast."
    text = markdown(rows([tool, OURS, RIVAL]), "")
    assert text.index("| nlm |") < text.index("*contrast tools*") < text.index("| clahe |")
    assert "| Brings out local contrast. |" in text


def test_the_figure_shows_the_median_and_the_worst_case() -> None:
    median, worst = picks([OURS, WEAK, RIVAL])
    # Leads over nlm, the better of the classical methods: 0.5, -0.5 and 5 dB.
    assert (median.key, worst.key) == (("CT", 50.0, 0), ("CT", 50.0, 1))
    assert {median.classical, worst.classical} == {"nlm"}
    assert picks([OURS, RIVAL], pathology=("c",))[-1].key == ("CT", 50.0, 2)
    assert picks([RIVAL, WEAK]) == []


def test_the_page_needs_nothing_from_elsewhere() -> None:
    image = np.zeros((16, 16), np.float32)
    panels = (
        Panel("reference", image, None, np.inf, 1.0),
        Panel("<nlm>", image, image, 30.0, 0.9),
    )
    strip = Strip("CT", 50.0, "median case", Span(-160, 240, "w"), (2, 2, 4), panels)
    text = page("Title", "about", rows([OURS, RIVAL]), [strip])
    assert "&lt;nlm&gt;" in text
    assert "<nlm>" not in text
    sources = re.findall(r'(?:src|href)="([^"]*)"', text)
    assert sources
    assert all(source.startswith("data:") for source in sources)
    assert not re.search(r"https?://|@import|url\(", text)


def test_the_store_of_every_contestant_is_read(tmp_path: Path) -> None:
    for name in ("nlm, oracle", "input"):
        contestant = Contestant(name, "input", (Noisy(),))
        measure(contestant, Store(tmp_path, contestant, "1"), some_cases(1), list, quiet)
    (tmp_path / "damaged.jsonl").write_text("not json\n")
    assert {results.name for results in read_all(tmp_path)} == {"nlm, oracle", "input"}
