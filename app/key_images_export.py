"""Writes the key images as a set of pictures, each under its label."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from app.language import tr
from core.dicom.study import Kind, Series
from core.errors import ClearsliceError
from core.movie import Film
from core.picture import save_picture
from core.pipeline import Pipeline
from core.recipe import Recipe
from core.stop import Stop
from core.window import Window


def pictures_of(
    marked: Iterable[tuple[Series, Sequence[int]]], recipe: Recipe, windows: dict[str, Window]
) -> tuple[Film, ...]:
    """Return what is to be written: original beside enhanced where a recipe applies, without the patient.

    Parameters
    ----------
    marked
        Series with the slices of each.
    recipe
        Without steps there is only the original.
    windows
        By the key of the series; the files' own where there is none.
    """
    return tuple(
        Film(
            replace(series, frames=tuple(series.frames[n] for n in indices)),
            recipe if series.enhanceable else Recipe(),
            window=windows.get(series.key),
        )
        for series, indices in marked
        if series.kind is Kind.GREY and indices
    )


def write_pictures(films: Iterable[Film], folder: Path, pipeline: Pipeline, stop: Stop) -> int:
    """Write PNG files under names that are not taken yet, and return how many.

    Raises
    ------
    ClearsliceError
        If a file cannot be read or written, or there is nothing that can be a picture.
    """
    written = 0
    for film in films:
        for picture in film.pictures(pipeline, stop):
            save_picture(picture, free_path(folder, "key-image", ".png"))
            written += 1
    if not written:
        msg = tr("None of the key images can be written as a picture; colour images cannot.")
        raise ClearsliceError(msg)
    return written


def free_path(folder: Path, stem: str, suffix: str) -> Path:
    """Return a numbered name that no file in `folder` has yet, and that says nothing of the patient."""
    names = (folder / f"{stem}-{number:02d}{suffix}" for number in count(1))
    return next(path for path in names if not path.exists())
