"""What every enhancement method is, and how it declares its parameters."""

from dataclasses import Field, dataclass, field, fields, replace
from typing import Any, ClassVar, Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from core.enhance.enlarge import repeated
from core.errors import ClearsliceError
from core.recipe import Value
from core.stop import Stop

Image = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class SliceContext:
    """What a method may know about the slice besides its values."""

    modality: str
    """DICOM Modality: "CT", "MR", "CR", "DX", …"""
    units: str
    """Unit of the values: "HU", or "" where none is known."""
    display_range: tuple[float, float]
    """Values shown black and white by the file's own window (black is the higher one for MONOCHROME1);
    contrast methods work inside it."""
    excluded: npt.NDArray[np.bool_] | None = None
    """True where there is no pixel (padding)."""

    def doubled(self) -> "SliceContext":
        """Return what is known about the slice on a grid of twice the rows and columns."""
        return self if self.excluded is None else replace(self, excluded=repeated(self.excluded))


@runtime_checkable
class Enhancer(Protocol):
    """The network and every classical method alike.

    Implementations are frozen dataclasses whose fields are made by `parameter`.
    """

    name: ClassVar[str]
    """Identifier in recipes and on the command line."""
    label: ClassVar[str]
    """Name on screen."""
    purpose: ClassVar[str]
    """One line for the clinician: what it is for."""
    keeps_units: ClassVar[bool]
    """Whether HU (or signal) still mean the same afterwards."""

    def __call__(self, values: Image, context: SliceContext, stop: Stop) -> Image:
        """Return the enhanced (rows, columns) float32 image; never writes to `values`."""
        ...


@dataclass(frozen=True, slots=True)
class Parameter:
    """A method's parameter: the one declaration behind sliders, flags and provenance."""

    name: str
    default: Value
    label: str
    help: str = ""
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    """Distance between slider positions; a whole number for integers."""
    unit: str = ""
    choices: tuple[str, ...] = ()

    def check(self, value: Value) -> Value:
        """Return `value` in the parameter's type.

        Raises
        ------
        ClearsliceError
            If it is of another type or out of range.
        """
        if self.choices:
            if value not in self.choices:
                msg = f"{self.label} must be one of {', '.join(self.choices)}."
                raise ClearsliceError(msg)
            return value
        try:
            typed = type(self.default)(value)
        except (TypeError, ValueError):
            typed = None
        if typed is None or isinstance(value, bool) != isinstance(self.default, bool):
            msg = f"{self.label} cannot be {value!r}."
            raise ClearsliceError(msg)
        return self._in_range(typed)

    def _in_range(self, value: Value) -> Value:
        if self.minimum is None or self.maximum is None or self.minimum <= float(value) <= self.maximum:
            return value
        span = f"{self.minimum:g} and {self.maximum:g} {self.unit}".rstrip()
        msg = f"{self.label} must lie between {span}."
        raise ClearsliceError(msg)


def parameter(
    default: Value,
    label: str,
    *,
    minimum: float | None = None,
    maximum: float | None = None,
    step: float | None = None,
    unit: str = "",
    choices: tuple[str, ...] = (),
    help: str = "",
) -> Any:
    """Declare a dataclass field that carries its own label, range and unit."""
    declared = Parameter("", default, label, help, minimum, maximum, step, unit, choices)
    return field(default=default, metadata={"parameter": declared})


def parameters(method: type) -> tuple[Parameter, ...]:
    """Return what the dataclass `method` declares, in order."""
    return tuple(_named(f) for f in fields(method) if "parameter" in f.metadata)


def _named(item: "Field[Any]") -> Parameter:
    declared: Parameter = item.metadata["parameter"]
    return Parameter(
        item.name,
        declared.default,
        declared.label,
        declared.help,
        declared.minimum,
        declared.maximum,
        declared.step,
        declared.unit,
        declared.choices,
    )
