"""What a recipe did, as a derived image says it."""

from core.dicom.provenance import SCHEME, Code, Derivation, Record
from core.enhance.registry import METHODS
from core.pipeline import Enhanced
from core.recipe import Recipe

_SMOOTHING = Code("113087", "DCM", "Smoothing")
_NEAREST_CODE = {
    "cnn": _SMOOTHING,
    "artifacts": _SMOOTHING,
    "gaussian": Code("113088", "DCM", "Gaussian blur"),
    "median": _SMOOTHING,
    "bilateral": _SMOOTHING,
    "nlm": _SMOOTHING,
    "tv": _SMOOTHING,
    "wavelet": _SMOOTHING,
    "unsharp": Code("113089", "DCM", "Unsharp mask"),
}
"""The concept of CID 7203 nearest to a method; it has none for contrast or for neural networks."""
_RESAMPLING = Code("113085", "DCM", "Spatial resampling")


def describe(enhanced: Enhanced) -> Derivation:
    """Return what was done to a frame, as its derived image says it."""
    steps = enhanced.recipe.steps
    nearest = [_NEAREST_CODE[step.method] for step in steps if step.method in _NEAREST_CODE]
    if enhanced.magnification > 1:
        nearest.insert(0, _RESAMPLING)
    own = [Code(step.method.upper()[:16], SCHEME, _label(n, enhanced)[:64]) for n, step in enumerate(steps)]
    names = "+".join(step.method for step in steps)
    record = Record(_resolved(enhanced), enhanced.model, enhanced.model_digest, enhanced.device)
    return Derivation(
        "; ".join(_phrase(n, enhanced) for n in range(len(steps))),
        tuple(dict.fromkeys([*nearest, *own])),
        f"[Clearslice {names} {enhanced.recipe.strength:.0%}]"[-48:],
        enhanced.keeps_units,
        record,
        enhanced.magnification,
    )


def _resolved(enhanced: Enhanced) -> Recipe:
    """Return the recipe with the names of the networks that ran in place of "auto"."""
    return Recipe(
        tuple(
            step.with_parameter("model", model) if (model := enhanced.model_of(n)) else step
            for n, step in enumerate(enhanced.recipe.steps)
        )
    )


def _phrase(number: int, enhanced: Enhanced) -> str:
    step, model = enhanced.recipe.steps[number], enhanced.model_of(number)
    digest = f" (sha256 {enhanced.model_digest[:16]})" if model == enhanced.model else ""
    by = f" by {model}{digest}" if model else ""
    values = "".join(f", {name} {value}" for name, value in step.parameters if name != "model")
    text = f"{_label(number, enhanced)}{by}, strength {step.strength:.0%}{values}"
    return text.encode("ascii", "replace").decode()


def _label(number: int, enhanced: Enhanced) -> str:
    doubles = enhanced.magnification > 1 and enhanced.model_of(number) == enhanced.doubled_by
    return "Double rows and columns (AI)" if doubles else METHODS[enhanced.recipe.steps[number].method].label
