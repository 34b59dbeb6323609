"""The model card, written from what was recorded and measured, never by hand."""

import json
from pathlib import Path
from typing import Any

import onnx

from training.benchmark import UNITS, settings
from training.bundle import write_metadata
from training.evaluate import SPANS, Row, table

ATTRIBUTION = """\
- **CT:** TCGA-LUAD and TCGA-LUSC, The Cancer Imaging Archive, CC BY 3.0.
- **MR:** open_ms_data (Lesjak et al. 2016, 2017; University of Ljubljana), CC BY; pyradiomics test data,
  BSD-3; spinal cord grey matter challenge data, CC0.
- **X-ray:** NIH Clinical Center ChestX-ray8 (Wang et al., CVPR 2017); use not restricted, attribution asked.

The SHA-256 of every training image is in the ONNX metadata (`clearslice.images`), so that the set can be
rebuilt from the public collections."""

USE = """\
Removes noise from single slices of CT (HU), MR magnitude images and radiographs, as an aid to looking. It
is **not a medical device and not for diagnostic use**. The original is always kept beside the result. It is
told a noise level, by default the one that Clearslice measures in the slice."""

RECIPE = """\
Residual U-Net (pixel-unshuffle 2, three levels, plain 3 × 3 convolutions) with channel attention whose gates
come from a 64 × 64 thumbnail of the whole slice, so that tiles show no seams. It sees the image, the noise
level, and the detail in units of the noise; it gives the noise to subtract and the logarithm of its own
Laplace scale. Trained on random crops, rotated, flipped and scaled first, with fresh noise every time: CT
5–60 HU with the spectrum of soft to sharp kernels, MR 1–12 % Rician (also correlated by interpolation),
X-ray 0.5–8 % Poisson–Gaussian. The stated noise level is off by up to 15 %, and by the noise the targets
have themselves, as a blind estimate is. Charbonnier loss in units of the noise, Adam with a cosine schedule,
averaged weights."""

LIMITS = """\
- The targets are real images with noise of their own (CT about 12 HU): the network was never shown a
  noise-free image, and the figures above are against such references.
- Noise was simulated. No pair of real low- and full-dose scans was at hand; streaks, rings, motion, Gibbs
  ringing and compression were not trained and are not removed.
- CT from chest to pelvis, MR of brain and neck, X-ray of the chest, from few sites: other anatomy and
  protocols are untested. Subjects: {subjects}.
- Small, low-contrast structure near the noise can be smoothed away; no reader study or lesion test was done.
- On MR whose background was blanked the blind noise level comes out too high where the tissue is finely
  textured; the noise factor corrects it.
- The uncertainty output is not calibrated."""


def write_card(folder: Path, compute: str, attribution: str = ATTRIBUTION) -> Path:
    """Write `folder`/card.md from evaluation.json and the model's own metadata, and metadata.json anew.

    `compute` says in words on what and how long it was trained; "" takes what the model tells.
    """
    rows: list[Row] = json.loads((folder / "evaluation.json").read_text(encoding="utf-8"))
    entries = {p.key: p.value for p in onnx.load(folder / "model.onnx").metadata_props}
    record = json.loads(entries["clearslice.training"])
    path = folder / "card.md"
    text = card(folder.name, record, rows, compute or _cost(record), attribution)
    path.write_text(text, encoding="utf-8")
    write_metadata(folder)
    return path


def _cost(record: dict[str, Any]) -> str:
    if record.get("hours") is None:
        return "compute not recorded"
    return f"{record['hours']:.1f} hours on {record['device']}"


def card(
    name: str, record: dict[str, Any], rows: list[Row], compute: str, attribution: str = ATTRIBUTION
) -> str:
    """Return the card's text; `compute` says in words on what and how long it was trained."""
    plan, data = record["config"]["optimiser"], record["config"]["data"]
    work = (
        f"{record['steps']} steps of {data['batch']} crops of {data['crop']}² pixels, rate {plan['rate']:g}, "
        f"seed {record['config']['seed']}; {compute}."
    )
    subjects = ", ".join(f"{m} {n}" for m, n in record["subjects"].items())
    parts = [
        f"# {name}, version {record['config']['version']}",
        "## Intended use\n" + USE,
        "## Training data\n" + attribution,
        f"## Recipe\n{RECIPE}\n\nCompute: {work}",
        f"## Measured\n{_protocol()}\n\n{verdict(name, rows)}\n\n{table(rows)}",
        "## Limits\n" + LIMITS.format(subjects=subjects),
    ]
    return "\n\n".join(parts) + "\n"


def _protocol() -> str:
    return (
        "Validation subjects that were not trained on; noise inserted by `core.degrade`; PSNR, SSIM and MSE "
        "after clipping to the named range, mean by subject, 95 % bootstrap interval. Every classical method "
        "of the application at the setting that is best on training slices of the same family and level, and "
        "on MR with the Rician correction from the true noise level; `nlm, best per image` picks the setting "
        "by looking at the answer. Equalize, CLAHE, stretch, gamma and unsharp change contrast on purpose: "
        "their fidelity says nothing about their worth. Printed by `python -m training evaluate`."
    )


def verdict(name: str, rows: list[Row]) -> str:
    """Return, line by line, by how much the blind network wins or loses against the best other method."""
    lines = []
    for modality, level in settings():
        group = [r for r in rows if (r["modality"], r["level"]) == (modality, level)]
        others = [r for r in group if not r["method"].startswith(name)]
        ours = [r for r in group if r["method"] == f"{name}, blind σ"]
        if ours and others:
            psnr, ssim = (_against(ours[0], others, number) for number in ("psnr", "ssim"))
            lines.append(
                f"- {modality} {level:g} {UNITS[modality]} ({SPANS[modality]}): PSNR {psnr}; SSIM {ssim}."
            )
    return "\n".join(lines)


def _against(ours: Row, others: list[Row], number: str) -> str:
    """Say how far `ours` is from the best of the `others` in one number, PSNR or SSIM."""
    best = max(others, key=lambda row: float(row[number]["mean"]))
    gain = float(ours[number]["mean"]) - float(best[number]["mean"])
    digits = 2 if number == "psnr" else 4
    word = "over" if gain > 0 else "**behind**"
    unit = " dB" if number == "psnr" else ""
    return f"{gain:+.{digits}f}{unit} {word} {best['method']}"
