"""Numbers as short as they can be read."""

from math import isinf


def short(value: float) -> str:
    """Return a number in about five characters: 1234, 123.4, 12.3, 1.23, 0.123; whole ones without point."""
    if isinf(value):
        return "∞"
    size = abs(value)
    whole = value == round(value) or size >= 1000
    digits = 0 if whole else 1 if size >= 10 else 2 if size >= 1 else 3
    return f"{value:.{digits}f}".replace("-", "−")


def extreme(value: float) -> str:
    """Return a smallest or largest value: without decimals where they say nothing."""
    return short(value) if abs(value) < 100 else short(round(value))
