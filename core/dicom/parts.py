"""What tells the stacks of one DICOM series from each other, in a word or two for their names."""

from collections.abc import Iterator, Sequence

from core.dicom.records import Traits


def part(traits: Traits, siblings: Sequence[Traits]) -> str:
    """Return in what a stack differs from those of the same series, as ``b 1000`` or ``TE 90``; "" if alone.

    Matrix, plane and pixel spacing are left out: they are seen. So is whether it is original or derived,
    which has a badge.
    """
    return " ".join(_words(traits, siblings))


def _words(traits: Traits, siblings: Sequence[Traits]) -> Iterator[str]:
    common = set(traits.image_type).intersection(*(other.image_type for other in siblings))
    yield from (word for word in traits.image_type[1:] if word not in common)
    number, time = traits.echo
    if len({other.echo[1] for other in siblings}) > 1 and time is not None:
        yield f"TE {time:g}"
    elif len({other.echo[0] for other in siblings}) > 1 and number is not None:
        yield f"E {number:g}"
    weight = traits.diffusion_weighting
    if len({other.diffusion_weighting for other in siblings}) > 1 and weight is not None:
        yield f"b {weight:g}"
    if len({other.reconstruction_kernel for other in siblings}) > 1:
        yield from traits.reconstruction_kernel
