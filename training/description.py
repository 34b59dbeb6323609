"""What a network is for, how it was trained and what it was not, in words, from its configuration alone."""

from collections.abc import Sequence

from core.enhance.coarse import COARSE
from training.config import Config, Data, Network
from training.degradation.settings import Artifacts, Denoise, Double, Levels, Range

TITLES = {"dncnn": "DnCNN", "redcnn": "RED-CNN", "rdn": "RDN", "wgan": "WGAN"}
"""Published names of the networks that are not ours."""
_USES = {
    "denoise": "Removes noise from",
    "double": "Doubles the rows and columns of",
    "artifacts": "Reduces artifacts and noise in",
}
_IMAGES = {"CT": "CT (HU)", "MR": "MR magnitude images", "XR": "radiographs"}
_UNTRAINED = {
    "denoise": "Streaks, rings, motion, Gibbs ringing and compression",
    "double": "Streaks, rings, motion and compression",
    "artifacts": "Motion, metal and compression",
}
_MIRRORED = (
    "Slice and mirror images (left–right, top–bottom and both) go through it, and the mean of the four is "
    "taken: the weights are those of the default network, the work is four times as much."
)
_KEPT = (
    "Targets keep the noise of the image, but for that of starved CT scans: the network is to take off "
    "artifacts and leave noise to the one that denoises."
)
_LOSSES = {
    "charbonnier": "Charbonnier",
    "ms_ssim": "1 − MS-SSIM",
    "frequency": "frequency",
    "gradient": "gradient",
    "mean": "mean over 8 × 8 pixels",
}


def families(data: Data, subjects: Sequence[str]) -> tuple[str, ...]:
    """Return the families that were trained: those with `subjects` and a share of the samples."""
    shares = {"CT": data.share_ct, "MR": data.share_mr, "XR": data.share_xr}
    return tuple(name for name, share in shares.items() if share > 0 and name in subjects)


def use(config: Config, trained: Sequence[str]) -> str:
    """Return what the network is for."""
    names = [_IMAGES[name] for name in trained]
    kinds = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    return (
        f"{_USES[config.data.task]} single slices of {kinds}, as an aid to looking. It is **not a medical "
        "device and not for diagnostic use**. The original is always kept beside the result. It is told a "
        "noise level, by default the one that Clearslice measures in the slice."
    )


def recipe(config: Config, trained: Sequence[str]) -> str:
    """Return the network, its samples and its losses."""
    data = config.data
    spoiled = {"denoise": _noisy, "double": _doubled, "artifacts": _spoiled}[data.task](data, trained)
    return " ".join((_network(config), _samples(data), spoiled, _told(data), _learning(config)))


def _network(config: Config) -> str:
    network, data = config.network, config.data
    if network.kind != "clearnet":
        return f"{TITLES[network.kind]}, which sees the image alone and gives what to subtract from it."
    mirrored = f" {_MIRRORED}" if config.mirrored else ""
    given = "the noise to subtract" if data.task == "denoise" else "what to subtract"
    if data.task == "double":
        shown = ", which it is shown" if data.double.enlarged else ", which has twice its rows and columns"
        given += f" from the bicubic enlargement{shown},"
    return f"{_clearnet(network)} It gives {given} and the logarithm of its own Laplace scale.{mirrored}"


def _clearnet(network: Network) -> str:
    return (
        f"Residual U-Net (pixel-unshuffle 2, three levels, {network.width} channels at the finest, "
        f"{network.middle} blocks at the coarsest, plain 3 × 3 convolutions) with channel attention whose "
        "gates come from a 64 × 64 thumbnail of the whole slice, so that tiles show no seams. It sees the "
        "image, the noise level, and the detail in units of the noise."
    )


def _samples(data: Data) -> str:
    turned = "turned by quarters and mirrored at random"
    if data.framing == "resize":
        return f"Trained on whole slices brought to {data.crop}² pixels, {turned} before anything is added."
    return (
        f"Trained on random squares of {data.crop}² pixels, {turned}; {_share(data.halved)} of them averaged "
        f"2 × 2 and {_share(data.warped)} rotated and scaled freely, all before anything is added."
    )


def _noisy(data: Data, trained: Sequence[str]) -> str:
    told = _levels(data.denoise.levels, trained)
    return f"Fresh noise for each: {told}.{_scanned(data.denoise, trained)}"


def _scanned(denoise: Denoise, trained: Sequence[str]) -> str:
    shares = [
        (denoise.projected, "CT", "have noise out of simulated projections"),
        (denoise.lesions, "CT", "have faint lesions put in, which the target keeps"),
        (denoise.parallel, "MR", "noise of parallel imaging"),
        (denoise.partial, "MR", "noise of partial Fourier imaging"),
    ]
    said = [
        f"{_share(share)} of the {name} {what}" for share, name, what in shares if share and name in trained
    ]
    return f" Of these, {', '.join(said)}." if said else ""


def _doubled(data: Data, trained: Sequence[str]) -> str:
    double: Double = data.double
    fourier = f"; {_share(double.truncated)} of the MR in k-space" if "MR" in trained else ""
    return (
        f"Half the matrix is measured of each, by 2 × 2 means{fourier}; {_share(double.blurred)} are blurred "
        f"first (SD {_range(double.blur)} pixels). Then fresh noise: {_levels(double.levels, trained)}."
    )


def _spoiled(data: Data, trained: Sequence[str]) -> str:
    told = [f"{name}: {', '.join(_parts(data.artifacts, name))}" for name in trained]
    kept = f" {_KEPT}" if data.artifacts.keeps_noise else ""
    return (
        f"Fresh noise for each: {_levels(data.artifacts.levels, trained)}. Artifacts, in shares of the "
        f"samples: {'; '.join(told)}.{kept}"
    )


def _parts(a: Artifacts, family: str) -> list[str]:
    parts = {
        "CT": ((a.streaks, "photon starvation"), (a.rings, "rings")),
        "MR": (
            (a.gibbs, "truncated k-space"),
            (a.partial, "partial Fourier"),
            (a.interpolated, "interpolated by the scanner"),
            (a.bias, "uneven brightness, which the target keeps"),
        ),
        "XR": ((a.blur, "blur"), (a.haze, "scatter")),
    }
    return [f"{_share(share)} {what}" for share, what in parts[family] if share] or ["none"]


def _levels(levels: Levels, trained: Sequence[str]) -> str:
    said = {
        "CT": f"CT {_range(levels.ct)} HU with the spectrum of soft to sharp kernels",
        "MR": f"MR {_range(levels.mr, 100)} % of the brightest tissue, Rician, "
        "at times correlated as by interpolation",
        "XR": f"X-ray {_range(levels.xr, 100)} % of the range, Poisson–Gaussian",
    }
    return "; ".join(said[name] for name in trained)


def _range(ends: Range, factor: float = 1.0) -> str:
    low, high = (f"{factor * end:.3g}" for end in ends)
    return low if low == high else f"{low}–{high}"


def _share(part: float) -> str:
    return f"{100 * part:.3g} %"


def _told(data: Data) -> str:
    return (
        f"The stated noise level is off by up to {_share(data.sigma_error)}, and by the noise the targets "
        "have themselves, as a blind estimate is."
    )


def _learning(config: Config) -> str:
    plan = config.optimiser
    start = " It began with the weights of another network." if config.initial else ""
    least = "" if config.data.task == "denoise" else ", or of a middle level of it where there is less"
    return (
        f"Losses, in units of the noise{least}: {losses(config)}. Adam with a cosine schedule, averaged "
        f"weights (up to {plan.ema:g} of the old ones a step).{start}"
    )


def losses(config: Config) -> str:
    """Return what training lowers, as a sum."""
    weights, doubts = config.losses, config.network.kind == "clearnet"
    pairs = [(getattr(weights, name), word) for name, word in _LOSSES.items()]
    pairs.append((weights.uncertainty if doubts else 0.0, "Laplace likelihood of the stated scale"))
    pairs.append((weights.adversarial, "score of a critic"))
    said = [word if weight == 1 else f"{weight:g} × {word}" for weight, word in pairs if weight > 0]
    return " + ".join(said)


def limits(config: Config, subjects: str, *, calibrated: bool = False, proved: bool = False) -> list[str]:
    """Return what the network was not trained on or not tested for.

    Parameters
    ----------
    subjects
        Counts by family.
    calibrated
        Whether the intervals that the uncertainty gives were calibrated.
    proved
        Whether the tests of `training.proof` were run.
    """
    found = [
        "The targets are real images with noise of their own: the network was never shown a noise-free "
        "image, and figures of quality are against such references.",
        "What it removes was simulated in training: no pair of real low- and full-dose scans was used. "
        f"{_UNTRAINED[config.data.task]} were not trained and are not removed.",
        f"Subjects it was trained on: {subjects}.",
        "Small, low-contrast structure near the noise can be smoothed away; no reader study "
        f"{'' if proved else 'or lesion test '}was done.",
        "On MR whose background was blanked the blind noise level comes out too high where the tissue is "
        "finely textured; the noise factor corrects it.",
    ]
    if config.data.task == "denoise":
        found.append(
            "On CT the application takes off only what is fine in the network's residual: that less its "
            f"Gaussian of {COARSE:g} pixels SD. Coarser noise stays. All figures are measured so."
        )
    if config.network.kind == "clearnet" and not calibrated:
        trained = config.losses.uncertainty > 0
        found.append(f"The uncertainty output is {'not calibrated' if trained else 'untrained'}.")
    return found
