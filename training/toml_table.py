"""From the tables of a TOML file to frozen dataclasses."""

import tomllib
from dataclasses import fields, is_dataclass
from typing import Any, get_origin, get_type_hints

from core.errors import ClearsliceError

RENAMED = {
    "optimiser.uncertainty": "losses.uncertainty",
    "optimiser.uncertainty_from": "losses.uncertainty_from",
}
"""Settings of earlier versions, whose configurations and checkpoints are still read."""


def apply(table: dict[str, Any], change: str) -> None:
    """Set what `change`, a "section.key=value", says.

    Raises
    ------
    ClearsliceError
        If it is no such text.
    """
    key, sign, value = change.partition("=")
    if not sign:
        msg = f"'{change}' is no setting; write section.key=value."
        raise ClearsliceError(msg)
    *sections, name = key.strip().split(".")
    for section in sections:
        table = table.setdefault(section, {})
    try:
        table[name] = tomllib.loads(f"v = {value}")["v"]
    except tomllib.TOMLDecodeError:
        table[name] = value


def rename(table: dict[str, Any]) -> None:
    """Move settings of earlier versions to where they are now; what is set in both places is refused."""
    for old, new in RENAMED.items():
        (section, name), (into, key) = old.split("."), new.split(".")
        if not isinstance(table.get(section), dict) or name not in table[section]:
            continue
        if key in table.setdefault(into, {}):
            msg = f"The training configuration sets '{new}' and its earlier name '{old}'; remove the latter."
            raise ClearsliceError(msg)
        table[into][key] = table[section].pop(name)


def build(kind: type[Any], table: dict[str, Any], prefix: str = "") -> Any:
    """Return the dataclass `kind` with the values of `table`, its sections likewise.

    Raises
    ------
    ClearsliceError
        On an unknown key or a value of another type; `prefix` is what its name begins with.
    """
    hints = get_type_hints(kind)
    unknown = set(table) - {f.name for f in fields(kind)}
    if unknown:
        msg = f"The training configuration holds the unknown key '{prefix}{sorted(unknown)[0]}'; remove it."
        raise ClearsliceError(msg)
    return kind(**{name: _value(hints[name], value, prefix + name) for name, value in table.items()})


def _value(kind: type[Any], value: Any, name: str) -> Any:
    if is_dataclass(kind) and isinstance(value, dict):
        return build(kind, value, name + ".")
    if kind is float and type(value) is int:
        return float(value)
    if get_origin(kind) is tuple:
        return _range(value, name)
    if type(value) is not kind:
        msg = f"The setting '{name}' must be of type {kind.__name__}, not {value!r}."
        raise ClearsliceError(msg)
    return value


def _range(value: Any, name: str) -> tuple[float, float]:
    if not isinstance(value, list) or [type(v) in (int, float) for v in value] != [True, True]:
        msg = f"The setting '{name}' must be a range [lowest, highest], not {value!r}."
        raise ClearsliceError(msg)
    low, high = (float(v) for v in value)
    if not low <= high:
        msg = f"The range '{name}' begins above its end; write [lowest, highest]."
        raise ClearsliceError(msg)
    return low, high
