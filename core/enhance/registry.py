"""All methods by name, in the order they are shown."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from core.enhance.cnn import ArtifactReduction, Cnn, Doubling
from core.enhance.contrast import Clahe, Equalize, Gamma, Stretch
from core.enhance.denoisers import Bilateral, NonLocalMeans, TotalVariation, Wavelet
from core.enhance.filters import Gaussian, Median, Unsharp
from core.enhance.method import Enhancer, Parameter, parameters
from core.enhance.network import Networks
from core.errors import ClearsliceError
from core.recipe import Step, Value

_ALL: tuple[type[Enhancer], ...] = (
    Cnn, Doubling, ArtifactReduction,
    NonLocalMeans, TotalVariation, Bilateral, Wavelet, Median, Gaussian,
    Unsharp, Clahe, Equalize, Stretch, Gamma,
)  # fmt: skip

METHODS: Mapping[str, type[Enhancer]] = MappingProxyType({method.name: method for method in _ALL})
NETWORK_TASKS: Mapping[str, str] = MappingProxyType({m.name: m.task for m in _ALL if issubclass(m, Cnn)})
"""What the network of a method does, for those methods that run one."""


def declared(name: str) -> tuple[Parameter, ...]:
    """Return the parameters of the method called `name`."""
    return parameters(_method(name))


def build(step: Step, networks: Networks) -> Enhancer:
    """Return the method of `step` with its parameters checked.

    Raises
    ------
    ClearsliceError
        If the method or a parameter is unknown, or a value does not fit.
    """
    enhancer = _method(step.method)(**_checked(step))
    return replace(enhancer, networks=networks) if isinstance(enhancer, Cnn) else enhancer


def _checked(step: Step) -> dict[str, Value]:
    known = {parameter.name: parameter for parameter in declared(step.method)}
    unknown = [name for name, _ in step.parameters if name not in known]
    if unknown:
        msg = f"{step.method} has no parameter {unknown[0]!r}; it has {', '.join(known) or 'none'}."
        raise ClearsliceError(msg)
    return {name: known[name].check(value) for name, value in step.parameters}


def _method(name: str) -> type[Enhancer]:
    if name not in METHODS:
        msg = f"There is no method {name!r}; there is {', '.join(METHODS)}."
        raise ClearsliceError(msg)
    return METHODS[name]
