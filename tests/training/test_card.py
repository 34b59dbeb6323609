from dataclasses import asdict, replace
from typing import Any

import pytest

from training.card import card, verdict
from training.config import Config, Data, Losses, Network
from training.degradation.settings import Denoise, Double
from training.description import recipe, use
from training.sources import KNOWN, described


def row(method: str, psnr: float, level: float = 25.0) -> dict[str, Any]:
    numbers = {k: {"mean": v, "low": v, "high": v} for k, v in (("psnr", psnr), ("ssim", 0.9), ("mse", 4.0))}
    return {
        "modality": "CT",
        "level": level,
        "method": method,
        "subjects": 2,
        "slices": 3,
        "setting": {},
        **numbers,
    }


ROWS = [row("net, blind σ", 31.0), row("net, true σ", 35.0), row("nlm", 30.0), row("input", 25.0)]


def test_the_verdict_names_the_best_rival_and_says_who_is_behind() -> None:
    assert "+1.00 dB over nlm" in verdict("net", ROWS)
    assert "-2.00 dB **behind** tv" in verdict("net", [*ROWS, row("tv", 33.0)])


def record(config: Config) -> dict[str, Any]:
    return {"config": asdict(config), "steps": 10, "subjects": {"CT": 32, "MR": 4, "XR": 0}}


def test_the_card_holds_the_table_the_licences_and_the_limits() -> None:
    images = described("unknown", ["CC0-1.0"])
    text = card(
        "net", record(Config()), ROWS, "two cores, one hour", images, measured_by=("the command", "A.")
    )
    for part in (
        "| nlm | 30.00 (30.00–30.00) |",
        "CC0",
        "not for diagnostic use",
        "two cores",
        "CT 32, MR 4.",
    ):
        assert part in text
    assert "Printed by `the command`. A.\n" in text
    # Nothing of what was not there: radiographs, other images, methods that were not measured.
    assert not {"TCGA", "radiograph", "X-ray", "tv"} & set(text.replace(",", " ").split())


def test_a_card_without_measurements_says_so() -> None:
    text = card("net", record(Config()), [], "", described("unknown", []), measured_by=("c", ""))
    assert "## Measured\nNot yet" in text
    assert "dB" not in text


def test_images_are_named_only_where_they_are_known() -> None:
    (digest,) = KNOWN
    assert "TCGA" in described(digest, []).attribution
    assert described("0" * 64, ["MIT"]).attribution.startswith("Licences that the manifest states:\n\n- MIT")


@pytest.mark.parametrize(
    ("config", "said", "unsaid"),
    [
        (Config(), ("CT 5–60 HU", "averaged 2 × 2"), ("projections", "k-space", "critic", "resize")),
        (Config(data=Data(denoise=Denoise(projected=0.5))), ("50 % of the CT have noise out of",), ()),
        (Config(data=Data(framing="resize")), ("whole slices brought to 128²",), ("averaged 2 × 2",)),
        (
            Config(data=Data(task="double"), network=Network(scale=2)),
            ("CT 2–25 HU", "twice its rows", "50 % of the MR in k-space", "or of a middle level"),
            ("CT 5–60",),
        ),
        (
            Config(data=Data(task="double", double=Double(enlarged=True))),
            ("enlargement, which it is shown",),
            ("twice",),
        ),
        (Config(data=Data(task="artifacts")), ("CT: 40 % photon starvation, 40 % rings",), ("X-ray", "blur")),
        (
            Config(network=Network("wgan"), losses=Losses(adversarial=0.05, gradient=0.5)),
            ("WGAN, which sees the image alone", "Charbonnier + 0.5 × gradient + 0.05 × score of a critic"),
            ("Laplace", "attention"),
        ),
    ],
)
def test_the_recipe_is_that_of_the_configuration(
    config: Config, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    text = recipe(config, ("CT", "MR"))
    assert [part for part in said if part not in text] == []
    assert [part for part in unsaid if part in text] == []


def test_the_use_is_that_of_the_task() -> None:
    artifacts = replace(Config(), data=Data(task="artifacts"))
    assert use(artifacts, ("MR",)).startswith("Reduces artifacts and noise in single slices of MR magnitude")
    assert "of CT (HU), MR magnitude images and radiographs, as" in use(Config(), ("CT", "MR", "XR"))
