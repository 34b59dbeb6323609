"""`clearslice methods` and `clearslice models`: what there is to choose from."""

from collections.abc import Mapping
from dataclasses import asdict

from app.commands.output import print_json, table
from core.enhance.network import Networks
from core.enhance.registry import METHODS, declared


def methods(as_json: bool) -> int:
    """List the methods and their parameters; return the exit code."""
    if as_json:
        print_json([_method(name) for name in METHODS])
    else:
        print(table([(name, method.label, method.purpose) for name, method in METHODS.items()]))
    return 0


def _method(name: str) -> Mapping[str, object]:
    method = METHODS[name]
    return {
        "name": name,
        "label": method.label,
        "purpose": method.purpose,
        "keeps_units": method.keeps_units,
        "parameters": [asdict(parameter) for parameter in declared(name)],
    }


def models(networks: Networks, as_json: bool) -> int:
    """List the networks at hand; return the exit code."""
    found = [_model(networks, name) for name in networks.names()]
    if as_json:
        print_json(found)
    else:
        print(table([("MODEL", "VERSION", "FOR", "SHA-256"), *map(_row, found)]))
    return 0


def _model(networks: Networks, name: str) -> Mapping[str, object]:
    spec = networks.load(name).spec
    return {
        "name": name,
        "version": spec.version,
        "task": spec.task,
        "modalities": list(spec.modalities),
        "sha256": networks.digest(name),
    }


def _row(model: Mapping[str, object]) -> tuple[str, ...]:
    modalities = model["modalities"]
    shown = ", ".join(modalities) if isinstance(modalities, list) else ""
    return str(model["name"]), str(model["version"]), shown, str(model["sha256"])
