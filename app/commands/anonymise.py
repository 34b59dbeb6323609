"""`clearslice anonymise`: copies without what identifies someone."""

from collections.abc import Sequence
from pathlib import Path

from app.commands.output import ProgressBar, complain, print_json
from app.commands.reading import nothing_in, read, title
from core.anonymise import anonymise_series
from core.deidentify.deidentify import Deidentifier
from core.deidentify.profile import Option, Profile
from core.dicom.study import FrameRef
from core.errors import Cancelled, ClearsliceError


def deidentifier(retained: Sequence[str], burned_in: bool) -> Deidentifier:
    """Return what takes out of headers what identifies someone, but for what is `retained`."""
    return Deidentifier(Profile(frozenset(map(Option, retained))), burned_in_allowed=burned_in)


def anonymise(paths: Sequence[Path], folder: Path, by: Deidentifier, as_json: bool) -> int:
    """Copy all images in `paths` into `folder`; complains about each that cannot be; return the exit code."""
    catalogue, complete = read(paths)
    made: list[Path] = []

    def skip(ref: FrameRef, error: ClearsliceError) -> None:
        nonlocal complete
        complain(error, ref.source.path / ref.source.member)
        complete = False

    for series in catalogue.series:
        if not series.showable:
            complain(f"{title(series)} was left out: {series.reason}")
            continue
        try:
            made += anonymise_series(series, folder, by, ProgressBar(title(series)), skipped=skip)
        except Cancelled:
            raise
        except ClearsliceError as error:
            complain(f"{title(series)}: {error}")
            complete = False
    empty = nothing_in(paths, catalogue)
    if as_json:
        print_json({"outputs": [str(path) for path in made]})
    else:
        for parent in dict.fromkeys(path.parent for path in made):
            print(parent)
    return 0 if complete and not empty else 1
