"""What is done to a slice, as a value."""

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import tomli_w

from core.errors import ClearsliceError

Value = bool | int | float | str


@dataclass(frozen=True, slots=True)
class Step:
    """One method with its parameters, blended with its input.

    The step's result is ``input + strength · (method(input) − input)``.
    """

    method: str
    parameters: tuple[tuple[str, Value], ...] = ()
    """(name, value) pairs sorted by name; what is not named has its declared default."""
    strength: float = 1.0

    def __post_init__(self) -> None:
        if not 0 <= self.strength <= 1:
            msg = f"Strength must lie between 0 and 1, not {self.strength:g}."
            raise ClearsliceError(msg)
        object.__setattr__(self, "parameters", tuple(sorted(self.parameters)))

    def with_parameter(self, name: str, value: Value) -> "Step":
        """Return the step with one parameter changed."""
        return replace(self, parameters=tuple({**dict(self.parameters), name: value}.items()))


@dataclass(frozen=True, slots=True)
class Recipe:
    """Steps in order: cache key, undo entry, provenance record and command-line input in one."""

    steps: tuple[Step, ...] = ()

    @property
    def strength(self) -> float:
        """Strength of the last step, the one a slider re-blends."""
        return self.steps[-1].strength if self.steps else 0.0

    def with_strength(self, strength: float) -> "Recipe":
        """Return the recipe with the last step's strength changed."""
        return self.with_step(-1, replace(self.steps[-1], strength=strength))

    def with_step(self, number: int, step: Step) -> "Recipe":
        """Return the recipe with step `number` (from 0, or from the end if negative) changed."""
        steps = list(self.steps)
        steps[number] = step
        return Recipe(tuple(steps))

    def to_toml(self) -> str:
        """Return the text `from_toml` reads back to an equal recipe."""
        steps = [
            {"method": s.method, "strength": s.strength, "parameters": dict(s.parameters)} for s in self.steps
        ]
        return tomli_w.dumps({"step": steps})

    @classmethod
    def from_toml(cls, text: str) -> "Recipe":
        """Read a recipe; unknown keys and wrong types are refused by a `ClearsliceError`."""
        try:
            table = tomllib.loads(text)
            if set(table) != {"step"}:
                msg = "A recipe holds one or more [[step]] tables and nothing else."
                raise ClearsliceError(msg)
            return cls(tuple(_step(item) for item in table["step"]))
        except (tomllib.TOMLDecodeError, TypeError, ValueError) as error:
            msg = f"The recipe could not be read: {error}."
            raise ClearsliceError(msg) from error

    @classmethod
    def load(cls, path: Path) -> "Recipe":
        """Read a recipe from a TOML file."""
        try:
            return cls.from_toml(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            msg = f"The recipe file {path.name} could not be read; check its path and that it is text."
            raise ClearsliceError(msg) from error


def _step(item: dict[str, Any]) -> Step:
    unknown = set(item) - {"method", "strength", "parameters"}
    if unknown or "method" not in item:
        msg = f"A recipe step needs 'method' and may have 'strength' and 'parameters'; found {sorted(item)}."
        raise ClearsliceError(msg)
    parameters = item.get("parameters", {})
    return Step(str(item["method"]), tuple(parameters.items()), float(item.get("strength", 1.0)))
