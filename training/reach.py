"""What was aimed at, and what was reached: one line per target, met or not, and what would help."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from core.enhance.model import HALF_FILE, MODEL_FILE
from core.enhance.onnx_metadata import onnx_metadata
from core.enhance.origin import Origin
from training.benchmark import PRIMARY, SPANS, UNITS, settings
from training.networks.kinds import build
from training.parity import HALF_PARITY, PARITY
from training.parity import UNITS as RANGES
from training.proof.finding import Finding
from training.proof.page import VERDICTS
from training.table import Row
from training.work import NETWORKS, YARDSTICK, work

FILE = "reach.json"
LEAST: Mapping[str, float] = {"CT": 0.5, "MR": 1.5, "XR": 0.5}
"""dB over non-local means that are told the true noise."""
RIVAL = "nlm, oracle"
RIVALS = ("DnCNN", "RED-CNN")
SIMPLE = ("contrast", "classical")
LESS_WORK = 10
"""Times less work than RED-CNN."""
MEGABYTES, SIDE = 20, 512
"""Largest file; side in pixels of the slice for which work is counted."""
PROVED = ("doubling", "bias", "nps", "ttf", "lesions", "coverage", "artifacts")
"""The proofs that have a target of their own here, by name; the others stand in the report."""
HELP: Mapping[str, str] = {
    "psnr": "more people to train on, most of all for MR, and many more steps of a wider network on a GPU",
    "networks": "a GPU: `python -m training reproduce --profile full --train` trains them",
    "doubling": "longer training, and a wider network",
    "bias": "a loss on the mean over small areas, and references with less noise of their own",
    "nps": "a loss on the spectrum of what is left, or targets that keep a part of the noise",
    "ttf": "a loss on edges, and references of sharper kernels",
    "lesions": "a lower strength; training with inserted lesions",
    "coverage": "more people to calibrate on: the interval suits those who are like them",
    "artifacts": "longer training; artifacts of real scanners",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One target."""

    subject: str
    target: str
    measured: str
    met: bool | None
    """None if it was not measured."""
    helps: str = ""
    """What would help; shown where it is not met."""


def reach(folder: Path, table: Sequence[Row], findings: Mapping[str, Finding]) -> list[Line]:
    """Return the lines of the network in `folder`.

    Parameters
    ----------
    table
        The rows of Table 1 with differences from this network; none if it is not for noise.
    findings
        Those of the network, by the name of the proof.
    """
    lines = list(_compared(folder.name, table)) if table else []
    for name in PROVED:
        if name in findings:
            found = findings[name]
            lines.append(Line(found.title, found.target, found.sentence, found.passed, HELP[name]))
    return [*lines, *_files(folder)]


def _compared(own: str, table: Sequence[Row]) -> Iterator[Line]:
    yield from _over_means(table)
    yield from (_against(name, table, _share(own, table)) for name in RIVALS)
    yield _contrast(table)


def _over_means(table: Sequence[Row]) -> Iterator[Line]:
    for modality, level in settings():
        group = [r for r in table if (r["modality"], r["level"]) == (modality, level)]
        subject = f"{modality}, noise {level:g} {UNITS[modality]} ({SPANS[modality][PRIMARY[modality]]})"
        target = (
            f"at 100 %, PSNR ≥ {LEAST[modality]:+g} dB over non-local means told the true noise; SSIM higher"
        )
        rivals = [r for r in group if r["method"] == RIVAL and r["difference"]]
        if rivals:
            yield _line(subject, target, modality, rivals[0], group)
        else:
            yield Line(subject, target, "not measured", None)


def _line(subject: str, target: str, modality: str, rival: Row, group: Sequence[Row]) -> Line:
    psnr, ssim = (rival["difference"][f"{name}_{PRIMARY[modality]}"] for name in ("psnr", "ssim"))
    met = -psnr["mean"] >= LEAST[modality] and -ssim["mean"] > 0
    below = " (its interval reaches below the target)" if met and -psnr["high"] < LEAST[modality] else ""
    best = _best(group, modality)
    gap = best["difference"][f"psnr_{PRIMARY[modality]}"]
    measured = (
        f"PSNR {_span(psnr, 2)} dB{below}, SSIM {_span(ssim, 4)}; {rival['subjects']} people, "
        f"{rival['slices']} slices. Best classical method measured in this run: {best['method']}, "
        f"over which it is {_span(gap, 2)} dB"
    )
    return Line(subject, target, measured, met, HELP["psnr"])


def _best(group: Sequence[Row], modality: str) -> Row:
    score = f"psnr_{PRIMARY[modality]}"
    classical = [r for r in group if r["group"] in ("classical", "oracle") and r["difference"]]
    return max(classical, key=lambda r: float(r["scores"][score]["mean"]))


def _span(theirs: Mapping[str, float], digits: int) -> str:
    """Return ours − theirs with its interval, of a stored theirs − ours."""
    mean, low, high = (f"{-theirs[end]:+.{digits}f}" for end in ("mean", "high", "low"))
    return f"{mean} (95 % {low} to {high})"


def _against(name: str, table: Sequence[Row], share: float) -> Line:
    """Compare with a network that was trained alike, over all families and levels."""
    subject = f"against {name}, same training"
    target = f"PSNR nowhere lower (interval), at ≤ 1/{LESS_WORK} of RED-CNN's work"
    cost = f"work 1/{1 / share:.0f} of RED-CNN's" if share else "work not known"
    rows = [row for row in table if row["method"] == name and row["difference"]]
    if not rows:
        return Line(
            subject,
            target,
            f"not measured: it was not trained with this budget; {cost}",
            None,
            HELP["networks"],
        )
    gaps = [(row, row["difference"][f"psnr_{PRIMARY[row['modality']]}"]) for row in rows]
    said = "; ".join(f"{row['modality']} {row['level']:g}: {_span(gap, 2)} dB" for row, gap in gaps)
    met = all(gap["low"] <= 0 for _, gap in gaps) and share <= 1 / LESS_WORK
    return Line(subject, target, f"{said}; {cost}", met, HELP["psnr"])


def _share(own: str, table: Sequence[Row]) -> float:
    """Return the work of the network called `own` as a share of RED-CNN's, 0 if it is not known."""
    macs = [row["work"]["macs"] for row in table if row["method"].startswith(f"{own},") and row["work"]]
    return max(map(float, macs), default=0.0) / work(build(NETWORKS[YARDSTICK]), SIDE).macs


def _contrast(table: Sequence[Row]) -> Line:
    names = dict.fromkeys(row["method"].partition(",")[0] for row in table if row["group"] in SIMPLE)
    shown = any(row["group"] == "contrast" for row in table)
    return Line(
        "histogram equalization, contrast stretching, filters",
        "shown beside the network, with the remark what each is for",
        f"in Table 1, each with its remark: {', '.join(names)}" if shown else "not measured",
        shown or None,
    )


def _files(folder: Path) -> Iterator[Line]:
    for file, target in ((MODEL_FILE, _full), (HALF_FILE, _half)):
        if (folder / file).exists():
            size = (folder / file).stat().st_size / 1e6
            origin = Origin.from_metadata(onnx_metadata(folder / file))
            told = ", ".join(f"{m} {difference}" for m, difference in origin.differences.items())
            words, near = target(origin)
            yield Line(
                file,
                f"{words}; at most {MEGABYTES} MB",
                f"largest difference {told}; {size:.1f} MB",
                near and size <= MEGABYTES,
            )


def _full(origin: Origin) -> tuple[str, bool]:
    found = [_value(text) / RANGES[m][0] for m, text in origin.differences.items()]
    return f"as PyTorch to {PARITY:g} of the range (0.04 HU)", all(each <= PARITY for each in found)


def _half(origin: Origin) -> tuple[str, bool]:
    found = origin.differences.items()
    return "as float32 to 0.5 HU, 0.05 % else", all(_value(text) <= HALF_PARITY[m] for m, text in found)


def _value(told: str) -> float:
    """Return the number of a difference with its unit."""
    return float(told.split(maxsplit=1)[0])


def save(lines: Sequence[Line], folder: Path) -> None:
    """Write the lines into the folder of a model's proof."""
    text = json.dumps([asdict(line) for line in lines], indent=1, ensure_ascii=False)
    (folder / FILE).write_text(text + "\n", encoding="utf-8")


def stored(folder: Path) -> list[Line]:
    """Return the lines that lie in the folder of a model's proof, [] if there are none."""
    path = folder / FILE
    return [Line(**table) for table in json.loads(path.read_text(encoding="utf-8"))] if path.exists() else []


def markdown(lines: Sequence[Line]) -> str:
    """Return the lines as a table."""
    rows = ["| what | target | measured | verdict | what would help |", "|---|---|---|---|---|"]
    rows += [
        f"| {x.subject} | {x.target} | {x.measured} | {VERDICTS[x.met]} | {x.helps if not x.met else ''} |"
        for x in lines
    ]
    return "\n".join(rows)
