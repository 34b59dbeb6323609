"""Proofs are run once, stored, printed, and told by the card."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from core.enhance.network import Networks
from core.errors import ClearsliceError
from training.card import card
from training.config import Config
from training.data import Pack
from training.description import limits
from training.proof import stage
from training.proof.bench import Bench
from training.proof.finding import Finding
from training.proof.stage import findings_in, prove, wanted
from training.sources import described

MODELS = Path(__file__).parents[2] / "assets" / "models"


@dataclass
class Counted:
    """A proof that counts how often it was run, and draws a picture."""

    name: str = "counted"
    version: int = 1
    runs: int = 0

    def __call__(self, bench: Bench) -> Finding:
        self.runs += 1
        (bench.folder / "counted.png").write_bytes(b"picture")
        rows = ({"family": "CT", "value": 1.25, "met": True}, {"family": "MR", "value": None, "met": False})
        return Finding(
            "Counting", "once", self.runs < 2, f"It ran {self.runs} times.", rows, "So.", ("counted.png",)
        )


@pytest.fixture
def bench(packed: Pack, tmp_path: Path) -> Bench:
    networks = Networks(MODELS, "cpu")
    name = networks.default_for("CT")
    return Bench(networks, name, packed, tmp_path / "proof")


@pytest.fixture
def proof(monkeypatch: pytest.MonkeyPatch) -> Counted:
    counted = Counted()
    monkeypatch.setattr(stage, "PROOFS", {"denoise": (counted,), "double": (), "artifacts": ()})
    return counted


def test_what_was_proved_is_not_proved_again(bench: Bench, proof: Counted) -> None:
    first = prove(bench)
    assert prove(bench) == first
    assert proof.runs == 1
    (bench.folder / "counted.png").unlink()
    prove(bench)
    assert proof.runs == 2
    proof.version = 2
    prove(bench)
    assert proof.runs == 3
    assert [found.sentence for found in findings_in(bench.folder).values()] == ["It ran 3 times."]


def test_a_torn_file_is_proved_again(bench: Bench, proof: Counted) -> None:
    prove(bench)
    (bench.folder / "counted.json").write_text('{"digest": "')
    prove(bench)
    assert proof.runs == 2


def test_the_report_has_verdict_table_and_picture(bench: Bench, proof: Counted) -> None:
    text = prove(bench)
    assert "| Counting | once | met | It ran 1 times. |" in text
    assert "| CT | 1.25 | yes |\n| MR | – | no |" in text
    assert "![Counting](counted.png)" in text
    assert (bench.folder / "proof.md").read_text(encoding="utf-8") == text


def test_a_proof_is_asked_for_by_name(bench: Bench, proof: Counted) -> None:
    assert wanted(bench) == wanted(bench, ["counted"]) == (proof,)
    with pytest.raises(ClearsliceError, match=r"no proof 'magic' for .*; choose from counted"):
        wanted(bench, ["magic"])


def test_the_card_tells_what_was_met_and_what_was_missed() -> None:
    record = {"config": _table(), "steps": 10, "subjects": {"CT": 1, "MR": 0, "XR": 0}}
    found = [
        Finding("Grain", "10 %", False, "It moves by 40 %.", pictures=("nps.png",)),
        Finding("Edges", "0.95", True, "They stay."),
    ]
    text = card(
        "net", record, [], "", described("?", []), measured_by=("c", ""), findings=found, calibrated=True
    )
    assert "### Grain\n\nIt moves by 40 %.\n\nTarget: 10 %: **missed**.\n\n![Grain](proof/nps.png)" in text
    assert "### Edges\n\nThey stay.\n\nTarget: 0.95: met." in text
    assert "lesion test" not in text
    assert "not calibrated" not in text


def _table() -> dict[str, object]:
    from dataclasses import asdict

    return asdict(Config())


def test_limits_name_what_was_not_tested() -> None:
    assert any("or lesion test was done" in line for line in limits(Config(), "CT 1"))
    assert "The uncertainty output is not calibrated." in limits(Config(), "CT 1")
    proved = limits(Config(), "CT 1", calibrated=True, proved=True)
    assert not any("lesion" in line or "calibrated" in line for line in proved)
