"""The contestants of a benchmark: everybody who takes part, in the order of the table."""

import hashlib
import json
from importlib.util import find_spec
from pathlib import Path

from core.enhance.model import MODEL_FILE
from core.enhance.network import Networks
from core.enhance.onnx_metadata import onnx_metadata
from core.enhance.origin import TRAINING_KEY
from core.enhance.registry import METHODS
from training.clock import Compute, counted
from training.comparators import Comparator
from training.config import Config
from training.contestants import (
    CONTRAST,
    HANDLING,
    UNCORRECTED,
    Classical,
    Contestant,
    Network,
    Noisy,
    classical_names,
    variants,
)
from training.description import TITLES, losses
from training.fit import load, model_spec
from training.module import Denoising
from training.oracles import BM3D, MEANS, STEPS, VARIATION, Bm3d, Climbed, OracleMeans, OracleVariation
from training.work import work

BLIND, TOLD = "blind σ", "true σ"
SIDE = 512
"""Of the slice for which work is counted."""


def ours(models: Path) -> list[Contestant]:
    """Return the denoising networks in a folder of model folders, blind as in the application and told σ.

    On the CPU, as everybody here, so that the seconds can be compared and the numbers repeated.
    """
    networks = Networks(models, "cpu")
    names = [name for name in networks.names() if networks.spec(name).task == "denoise"]
    return [_our(networks, models, name, blind) for name in names for blind in (True, False)]


def _our(networks: Networks, models: Path, name: str, blind: bool) -> Contestant:
    spec = networks.spec(name)
    chosen = tuple(m for m in spec.modalities if blind and networks.default_for(m) == name)
    return Contestant(
        f"{name}, {BLIND if blind else TOLD}",
        "ours",
        (Network(networks, name, blind),),
        networks.digest(name) + HANDLING,
        "as in the application, strength 100 %" if blind else "told the inserted noise",
        spec.modalities,
        chosen,
        work=_cost(_recorded(models / name / MODEL_FILE)),
    )


def _recorded(path: Path) -> Config:
    """Return the configuration that an exported network says it was trained with."""
    return Config.from_table(json.loads(onnx_metadata(path)[TRAINING_KEY])["config"])


def _cost(config: Config) -> dict[str, int]:
    counted = work(Denoising(config).shipped(), SIDE)
    return {"parameters": counted.parameters, "macs": counted.macs}


def comparator(name: str, checkpoint: Path) -> Contestant:
    """Return the trained comparator of a checkpoint."""
    module = load(checkpoint)
    weights = b"".join(w.numpy().tobytes() for w in module.ema.state_dict().values())
    return Contestant(
        TITLES.get(name, name),
        "network",
        (Comparator(module.ema.eval(), model_spec(module.config)),),
        hashlib.sha256(weights).hexdigest(),
        _training(module, counted(checkpoint)),
        work=_cost(module.config),
    )


def _training(module: Denoising, cost: Compute) -> str:
    """Return the budget, and the losses of one that has a critic."""
    config = module.config
    budget = f"{module.trained_steps} steps of {config.data.batch} crops of {config.data.crop}²"
    if cost.hours is not None:
        budget += f", {60 * cost.hours:.0f} minutes on {cost.device}"
    return f"{budget}; {losses(config)}, no VGG term" if config.losses.adversarial > 0 else budget


def classical() -> list[Contestant]:
    """Return the application's other methods, tuned; on MR two of them also uncorrected."""
    tuned = [
        Contestant(
            name, "contrast" if name in CONTRAST else "classical", variants(name), remark=_purpose(name)
        )
        for name in classical_names()
    ]
    plain = [
        Contestant(
            f"{name}, no Rician correction",
            "classical",
            tuple(Classical(v.step, corrected=False) for v in variants(name)),
            remark="MR only, to show what the correction is worth",
            modalities=("MR",),
        )
        for name in UNCORRECTED
    ]
    return tuned + plain


def _purpose(name: str) -> str:
    return METHODS[name].purpose


def oracles(bm3d: tuple[str, ...]) -> list[Contestant]:
    """Return the classical methods that know the true noise; BM3D for the families `bm3d`."""
    means = tuple(tuple(OracleMeans(h, aware) for h in MEANS) for aware in (False, True))
    variation = tuple(tuple(OracleVariation(weight, steps) for weight in VARIATION) for steps in STEPS)
    remark = "true σ, best setting for each image; the seconds are those of the search"
    known = [
        Contestant("nlm, oracle", "oracle", (Climbed(means),), repr(means), remark),
        Contestant("tv, oracle", "oracle", (Climbed(variation),), repr(variation), remark),
    ]
    if not bm3d:
        return known
    choices = tuple(Bm3d(factor) for factor in BM3D)
    remark = "true σ and noise spectrum, tuned"
    return [*known, Contestant("BM3D, oracle", "oracle", choices, remark=remark, modalities=bm3d)]


def bm3d_is_here() -> bool:
    """Tell whether the BM3D package, whose licence is not ours to accept, has been installed."""
    return find_spec("bm3d") is not None


def noisy() -> Contestant:
    """Return the one that does nothing."""
    return Contestant("input", "input", (Noisy(),))
