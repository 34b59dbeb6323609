"""Table 1 and Figure 1 as one HTML file that needs nothing else, not even a network."""

import base64
import io
from collections.abc import Sequence
from html import escape

import numpy as np
import numpy.typing as npt
from matplotlib import colormaps
from PIL import Image as Picture

from training.benchmark import PRIMARY, SPANS, UNITS, settings
from training.contestants import GROUPS
from training.figure import SPREAD, eight_bits
from training.picks import RULE, Panel, Strip
from training.table import PROTOCOL, Row

STYLE = """
:root { color-scheme: light dark; --line: #8884; --own: #ffb00026; --soft: #888; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 1500px; margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2.2rem; }
p { max-width: 75ch; } .note { color: var(--soft); font-size: .87rem; }
table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
th, td { padding: .25rem .7rem; text-align: right; white-space: nowrap; }
td { border-bottom: 1px solid var(--line); }
th:first-child, td:first-child, td:last-child, th:last-child { text-align: left; }
td:last-child { white-space: normal; min-width: 16rem; color: var(--soft); }
tr.group td { font-weight: 600; padding-top: .8rem; color: var(--soft); border: 0; }
tr.ours { background: var(--own); }
.bar { position: sticky; top: 0; padding: .6rem 0; backdrop-filter: blur(12px); z-index: 1; }
.strip { display: grid; grid-template-columns: repeat(auto-fill, minmax(210px, 1fr)); gap: .8rem; }
figure { margin: 0; } figcaption { font-size: .85rem; padding-top: .2rem; }
figcaption b { display: block; }
.frame { position: relative; background: #000; border-radius: 4px; overflow: hidden; aspect-ratio: 1; }
.frame img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: contain; }
.frame img.shown { image-rendering: auto; }
.difference { display: none; } .show-difference .difference { display: block; background: #fff; }
.zoom { display: none; image-rendering: pixelated; } .show-zoom .zoom { display: block; }
"""
SCRIPT = """
document.querySelectorAll(".strip").forEach(strip => {
  const reference = strip.querySelector(".shown").src;
  strip.querySelectorAll(".shown").forEach(picture => {
    const own = picture.src, back = () => { picture.src = own; };
    picture.draggable = false;
    picture.parentElement.addEventListener("pointerdown", () => { picture.src = reference; });
    for (const end of ["pointerup", "pointerleave", "pointercancel"])
      picture.parentElement.addEventListener(end, back);
  });
});
document.querySelectorAll("input[name=show]").forEach(choice => choice.addEventListener("change", () => {
  document.querySelector("main").className = choice.value;
}));
"""
HEAD = ("method", "PSNR dB", "95 %", "PSNR, other range", "SSIM", "95 %", "GMSD", "PSNR − ours", "95 %",
        "GMAC", "weights", "s/slice", "remark")  # fmt: skip

LONGEST = 400
"""Of the whole pictures; the magnified squares have every pixel."""

Pixels = npt.NDArray[np.uint8]


def page(title: str, about: str, table: Sequence[Row], strips: Sequence[Strip]) -> str:
    """Return the whole page."""
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><h1>{escape(title)}</h1>",
        f"<p>{_plain(about)}</p>",
        _figure(strips) if strips else "",
        f"<h1>Table 1</h1><p class=note>{_plain(PROTOCOL)}</p>",
        *(_table(modality, level, table) for modality, level in settings()),
        f"<script>{SCRIPT}</script></body></html>\n",
    ]
    return "\n".join(parts)


def _plain(text: str) -> str:
    """Return the little Markdown of a remark without its marks."""
    return escape(text.replace("**", "").replace("`", ""))


def _figure(strips: Sequence[Strip]) -> str:
    choices = (("", "whole picture"), ("show-zoom", "magnified"), ("show-difference", "output − reference"))
    buttons = " ".join(
        f'<label><input type=radio name=show value="{value}"{"" if value else " checked"}> {word}</label>'
        for value, word in choices
    )
    help_text = "Keep the mouse button down on a picture to see the reference in its place."
    parts = [f"<h1>Figure 1</h1><p class=note>{escape(RULE)}</p>", f"<div class=bar>{buttons} "]
    parts += [f"<span class=note>{help_text}</span></div><main>", *map(_strip, strips), "</main>"]
    return "".join(parts)


def _strip(strip: Strip) -> str:
    where = f"{strip.modality}, {strip.level:g} {UNITS[strip.modality]}: {strip.why}"
    figures = "".join(_panel(strip, panel) for panel in strip.panels)
    shown = escape(SPANS[strip.modality][PRIMARY[strip.modality]])
    return f"<h2>{escape(where)}</h2><p class=note>{shown}</p><section class=strip>{figures}</section>"


def _panel(strip: Strip, panel: Panel) -> str:
    top, left, side = strip.zoom
    whole = _grey(strip, panel)
    images = [_image(_smaller(whole), "shown"), _image(whole[top : top + side, left : left + side], "zoom")]
    words = ""
    if panel.difference is not None:
        images.append(_image(_smaller(_coloured(panel)), "difference"))
        words = f"{panel.psnr:.2f} dB, SSIM {panel.ssim:.3f}"
    caption = f"<figcaption><b>{escape(panel.title)}</b>{words}</figcaption>"
    return f"<figure><div class=frame>{''.join(images)}</div>{caption}</figure>"


def _grey(strip: Strip, panel: Panel) -> Pixels:
    pixels: Pixels = eight_bits(panel.image, strip.span.low, strip.span.high)
    return pixels


def _coloured(panel: Panel) -> Pixels:
    shown = eight_bits(panel.difference, -SPREAD, SPREAD)
    return np.asarray(colormaps["RdBu_r"](shown, bytes=True)[..., :3], np.uint8)


def _smaller(pixels: Pixels) -> Pixels:
    """Return at most about `LONGEST` pixels a side, by averaging, so that the page stays a few MB."""
    step = -(-max(pixels.shape[:2]) // LONGEST)
    rows, columns = (n // step * step for n in pixels.shape[:2])
    parts = pixels[:rows, :columns].reshape(rows // step, step, columns // step, step, *pixels.shape[2:])
    smaller: Pixels = np.rint(parts.mean((1, 3))).astype(np.uint8)
    return smaller


def _image(pixels: Pixels, kind: str) -> str:
    file = io.BytesIO()
    Picture.fromarray(pixels).save(file, "PNG", optimize=True)
    data = base64.b64encode(file.getvalue()).decode()
    return f'<img class={kind} alt="" src="data:image/png;base64,{data}">'


def _table(modality: str, level: float, table: Sequence[Row]) -> str:
    group = [r for r in table if (r["modality"], r["level"]) == (modality, level)]
    if not group:
        return ""
    title = f"{modality}, noise SD {level:g} {UNITS[modality]}; {SPANS[modality][PRIMARY[modality]]}"
    other = SPANS[modality]["full" if PRIMARY[modality] == "window" else "window"]
    people = f"{group[0]['subjects']} subjects, {group[0]['slices']} slices; the other range is the {other}"
    lines = ["".join(f"<th>{escape(word)}</th>" for word in HEAD)]
    for name, words in GROUPS.items():
        members = [row for row in group if row["group"] == name]
        if members:
            lines.append(f'<td colspan="{len(HEAD)}">{escape(words)}</td>')
            lines += ["".join(f"<td>{escape(cell)}</td>" for cell in _cells(row)) for row in members]
    marks = ["", *_marks(group)]
    body = "".join(f'<tr class="{mark}">{line}</tr>' for mark, line in zip(marks, lines, strict=True))
    return f"<h2>{escape(title)}</h2><p class=note>{people}</p><div class=wide><table>{body}</table></div>"


def _marks(group: Sequence[Row]) -> list[str]:
    """Class of every line of the table's body, group titles among them."""
    marks = []
    for name in GROUPS:
        members = [row for row in group if row["group"] == name]
        marks += ["group", *("ours" if name == "ours" else "" for _ in members)] if members else []
    return marks


def _cells(row: Row) -> list[str]:
    primary = PRIMARY[row["modality"]]
    other = "full" if primary == "window" else "window"
    scores, gap, work = row["scores"], row["difference"].get(f"psnr_{primary}"), row["work"]
    psnr, ssim = scores[f"psnr_{primary}"], scores[f"ssim_{primary}"]
    setting = ", ".join(f"{k} {v:g}" for k, v in row["setting"].items())
    return [
        row["method"],
        f"{psnr['mean']:.2f}",
        f"{psnr['low']:.2f} … {psnr['high']:.2f}",
        f"{scores[f'psnr_{other}']['mean']:.2f}",
        f"{ssim['mean']:.4f}",
        f"{ssim['low']:.4f} … {ssim['high']:.4f}",
        f"{scores['gmsd']['mean']:.4f}",
        f"{gap['mean']:+.2f}" if gap else "",
        f"{gap['low']:+.2f} … {gap['high']:+.2f}" if gap else "",
        f"{work['macs'] / 1e9:.1f}" if work else "",
        f"{work['parameters'] / 1e6:.3g} M" if work else "",
        f"{row['seconds']:.2g}",
        "; ".join(part for part in (setting, row["remark"]) if part),
    ]
