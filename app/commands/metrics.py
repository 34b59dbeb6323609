"""`clearslice metrics`: how far two images or series are apart."""

from collections.abc import Mapping, Sequence
from math import isfinite
from pathlib import Path

from app.commands.output import print_json, table
from app.commands.reading import images, read
from core.dicom.decode import read_frame
from core.dicom.study import Series
from core.errors import ClearsliceError
from core.match import Pair, matched
from core.metrics import Scores, Span, compare, mean_scores
from core.window import Window


def metrics(reference: Path, test: Path, window: Window | None, as_json: bool) -> int:
    """Compare two files or folders frame by frame; return the exit code."""
    complete, pairs = _pairs(reference, test)
    window = window or read_frame(pairs[len(pairs) // 2][0]).default_window
    span = Span.of_window(window)
    scores = tuple(_score(pair, span) for pair in pairs)
    if as_json:
        print_json(_summary(pairs, scores))
    else:
        print(f"{table(_table(scores))}\nAll clipped to the data range: {span}")
    return 0 if complete else 1


def _pairs(reference: Path, test: Path) -> tuple[bool, Sequence[Pair]]:
    (first, one), (second, other) = read([reference]), read([test])
    pairs = [pair for couple in _couples(images(first), images(second)) for pair in matched(*couple)]
    if not pairs:
        msg = "No series of the one matches a series of the other in size, so there is nothing to compare."
        raise ClearsliceError(msg)
    return one and other, pairs


def _couples(references: Sequence[Series], tests: Sequence[Series]) -> list[tuple[Series, Series]]:
    """Pair series of equal modality and size, in order."""
    left = list(tests)
    couples = []
    for series in references:
        partner = next((other for other in left if _kind(other) == _kind(series)), None)
        if partner is not None:
            left.remove(partner)
            couples.append((series, partner))
    return couples


def _kind(series: Series) -> tuple[str, int, int]:
    return series.modality, series.rows, series.columns


def _score(pair: Pair, span: Span) -> Scores:
    reference, test = (read_frame(ref) for ref in pair)
    return compare(reference.values, test.values, span, reference.padding_mask)


def _summary(pairs: Sequence[Pair], scores: tuple[Scores, ...]) -> Mapping[str, object]:
    span = scores[0].span
    return {
        "frames": [
            {"reference": pair[0].uid, "test": pair[1].uid, "frame": pair[0].number, **_numbers(score)}
            for pair, score in zip(pairs, scores, strict=True)
        ],
        "mean": _numbers(mean_scores(scores)),
        "data_range": span.width,
        "range": str(span),
    }


def _numbers(scores: Scores) -> Mapping[str, float | None]:
    """Return the numbers for JSON, which knows no infinity: PSNR of equal images is null."""
    psnr = scores.psnr if isfinite(scores.psnr) else None
    return {"psnr": psnr, "ssim": scores.ssim, "mse": scores.mse}


def _table(scores: tuple[Scores, ...]) -> list[tuple[str, ...]]:
    rows = [(str(number), *_cells(score)) for number, score in enumerate(scores, 1)]
    return [("FRAME", "PSNR dB", "SSIM", "MSE"), *rows, ("mean", *_cells(mean_scores(scores)))]


def _cells(scores: Scores) -> tuple[str, ...]:
    return f"{scores.psnr:.2f}", f"{scores.ssim:.4f}", f"{scores.mse:.4g}"
