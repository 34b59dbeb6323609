"""From the words on the command line to a recipe."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pydicom
from pydicom.errors import InvalidDicomError

from core.dicom.provenance import Record, read_record
from core.enhance.cnn import Cnn
from core.enhance.method import Parameter
from core.enhance.network import Networks
from core.enhance.registry import NETWORK_TASKS, build, declared
from core.errors import ClearsliceError
from core.recipe import Recipe, Step, Value

_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


@dataclass(frozen=True, slots=True)
class Request:
    """What the options ask for."""

    method: str | None = None
    settings: Sequence[str] = ()
    """``name=value`` words for the method's parameters."""
    strength: float | None = None
    model: str | None = None
    file: Path | None = None
    """TOML, or an image that Clearslice made."""

    def recipe(self, networks: Networks) -> Recipe:
        """Return the recipe; every step of it can be built.

        Raises
        ------
        ClearsliceError
            If an option does not fit the method, or the file cannot be read.
        """
        recipe = self._steps(networks)
        if self.model is not None:
            recipe = _with_model(recipe, self.model)
        if self.strength is not None:
            recipe = recipe.with_strength(self.strength)
        for step in recipe.steps:
            build(step, networks)
        return recipe

    def _steps(self, networks: Networks) -> Recipe:
        if self.file is None:
            return Recipe((_step(self.method or Cnn.name, self.settings),))
        if self.settings:
            msg = "--set goes with --method; change the recipe's file instead."
            raise ClearsliceError(msg)
        return _load(self.file, networks)


def _step(method: str, settings: Sequence[str]) -> Step:
    known = {parameter.name: parameter for parameter in declared(method)}
    step = Step(method)
    for setting in settings:
        name, equals, text = setting.partition("=")
        if not equals or name not in known:
            names = ", ".join(known) or "none"
            msg = f"--set {setting} is not name=value with a parameter of {method} ({names})."
            raise ClearsliceError(msg)
        step = step.with_parameter(name, _value(text, known[name]))
    return step


def _value(text: str, parameter: Parameter) -> Value:
    """Return `text` as a value of the parameter's type."""
    if isinstance(parameter.default, bool):
        if text.lower() not in _TRUTH:
            msg = f"{parameter.label} must be true or false, not {text!r}."
            raise ClearsliceError(msg)
        return _TRUTH[text.lower()]
    return parameter.check(text)


def _with_model(recipe: Recipe, model: str) -> Recipe:
    if not any(step.method in NETWORK_TASKS for step in recipe.steps):
        msg = f"--model needs one of the methods {', '.join(NETWORK_TASKS)}."
        raise ClearsliceError(msg)
    return Recipe(
        tuple(s.with_parameter("model", model) if s.method in NETWORK_TASKS else s for s in recipe.steps)
    )


def _load(file: Path, networks: Networks) -> Recipe:
    """Read a recipe from TOML, or from an image that Clearslice made."""
    try:
        header = pydicom.dcmread(file, stop_before_pixels=True)
    except (InvalidDicomError, OSError):
        return Recipe.load(file)
    record = read_record(header)
    if record is None:
        msg = f"{file.name} was not made by Clearslice, so it holds no recipe."
        raise ClearsliceError(msg)
    _check_model(record, networks)
    return record.recipe


def _check_model(record: Record, networks: Networks) -> None:
    if record.model and not networks.holds(record.model, record.digest):
        msg = (
            f"The model {record.model} here is not the one the image was made with, so the result would "
            f"differ; install the file with SHA-256 {record.digest}."
        )
        raise ClearsliceError(msg)
