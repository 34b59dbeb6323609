"""`clearslice methods` and `clearslice models`: what there is to choose from."""

from collections.abc import Mapping
from dataclasses import asdict

from app.commands.output import print_json, table
from core.enhance.network import Networks
from core.enhance.origin import Origin
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
    """List the networks at hand and where they come from; return the exit code."""
    found = [_model(networks, name) for name in networks.names()]
    if as_json:
        print_json(found)
    else:
        heads = ("MODEL", "VERSION", "TASK", "VARIANT", "FOR", "SHA-256")
        print(table([heads, *(_row(networks, name) for name in networks.names())]))
        for name in networks.names():
            print(f"\n{name}: {_history(networks.origin(name))}")
    return 0


def _model(networks: Networks, name: str) -> Mapping[str, object]:
    spec, origin = networks.spec(name), networks.origin(name)
    return {
        "name": name,
        "version": spec.version,
        "task": spec.task,
        "variant": spec.variant,
        "magnification": spec.magnification,
        "modalities": list(spec.modalities),
        "noise_range": spec.noise_range,
        "sha256": networks.digest(name),
        "training": asdict(origin),
    }


def _row(networks: Networks, name: str) -> tuple[str, ...]:
    spec = networks.spec(name)
    return name, spec.version, spec.task, spec.variant, ", ".join(spec.modalities), networks.digest(name)


def _history(origin: Origin) -> str:
    """Return in words how the network was trained, on what, and under which licences."""
    subjects = ", ".join(f"{family} {count}" for family, count in origin.subjects.items())
    work = f"{origin.steps} steps"
    if origin.hours is not None:
        work += f" in {origin.hours:.1f} hours on {origin.device or 'an unknown device'}"
    return (
        f"{work}; subjects: {subjects or 'not told'}; {len(origin.images)} images, "
        f"data {origin.data_digest or 'not told'}; configuration {origin.config_digest or 'not told'}; "
        f"licences: {'; '.join(origin.licences) or 'not told'}"
    )
