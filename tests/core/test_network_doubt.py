"""What a network states of its own error, and the factor that makes an interval of it."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.enhance.method import SliceContext
from core.enhance.model import MODEL_FILE
from core.enhance.network import Networks
from core.enhance.spec import ModelSpec
from core.stop import Stop

Make = Callable[..., Path]


def test_the_stated_scale_is_in_the_units_of_the_image(make_model: Make) -> None:
    # The tiny network states the noise level itself.
    model = Networks(make_model(ModelSpec("tiny", "1")), "cpu").load("tiny")
    values = np.random.default_rng(0).normal(40, 20, (70, 90)).astype(np.float32)
    context = SliceContext("CT", "HU", (0.0, 1.0))
    for side in (512, 64):
        stated = model.doubt(values, context, 23.0, side, Stop())
        assert stated.shape == values.shape
        assert stated == pytest.approx(23.0, rel=1e-4)
    assert model.doubts


def test_factors_survive_the_file_and_may_be_absent() -> None:
    spec = ModelSpec("a", "1", interval={"CT": 2.155, "MR": 2.3})
    assert ModelSpec.from_json(spec.to_json()) == spec
    table = json.loads(spec.to_json())
    del table["interval"]  # as files were written before
    assert ModelSpec.from_json(json.dumps(table)) == ModelSpec("a", "1")


def test_pictures_of_a_card_are_found_from_anywhere(make_model: Make) -> None:
    folder = make_model(ModelSpec("tiny", "1"))
    text = "![Grain](proof/nps.png) [link](other.md) ![web](https://a.b/c.png)"
    (folder / "tiny" / "card.md").write_text(text)
    address = (folder / "tiny" / "proof" / "nps.png").resolve().as_uri()
    assert Networks(folder, "cpu").card("tiny") == text.replace("proof/nps.png", address)
    assert (folder / "tiny" / MODEL_FILE).exists()
