from typing import Any

from training.card import card, verdict


def row(method: str, psnr: float, level: float = 25.0) -> dict[str, Any]:
    numbers = {k: {"mean": v, "low": v, "high": v} for k, v in (("psnr", psnr), ("ssim", 0.9), ("mse", 4.0))}
    return {
        "modality": "CT",
        "level": level,
        "method": method,
        "subjects": 2,
        "slices": 3,
        "setting": {},
        **numbers,
    }


ROWS = [row("net, blind σ", 31.0), row("net, true σ", 35.0), row("nlm", 30.0), row("input", 25.0)]


def test_the_verdict_names_the_best_rival_and_says_who_is_behind() -> None:
    assert "+1.00 dB over nlm" in verdict("net", ROWS)
    assert "-2.00 dB **behind** tv" in verdict("net", [*ROWS, row("tv", 33.0)])


def test_the_card_holds_the_table_the_licences_and_the_limits() -> None:
    config = {"optimiser": {"rate": 1e-3}, "data": {"batch": 16, "crop": 128}, "seed": 1, "version": "1"}
    record = {"config": config, "steps": 10, "subjects": {"CT": 32}}
    text = card("net", record, ROWS, "two cores, one hour")
    for part in ("| nlm | 30.00 (30.00–30.00) |", "CC BY", "not for diagnostic use", "two cores", "CT 32"):
        assert part in text
