"""Names, UIDs and dates that stand for the true ones, the same throughout one export."""

import hmac
import secrets
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

_DAYS = 3650
"""Dates go back by one day to so many."""
_MONTHS_MISSING = {4: "0101", 6: "01"}


@dataclass(frozen=True)
class Pseudonyms:
    """Maps by a keyed hash (HMAC-SHA-256), so that nobody without the key can map back or try names out.

    Parameters
    ----------
    key
        Secret of the export. It is kept in memory only, unless a batch has to be resumed.
    """

    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def uid(self, original: str) -> str:
        """Return the UID in place of `original` (from a 128-bit number under 2.25, PS3.5 B.2)."""
        return f"2.25.{int.from_bytes(self._digest('uid', original)[:16], 'big')}"

    def patient(self, identity: str) -> str:
        """Return the name and ID in place of a patient's `identity`."""
        return f"ANON-{self._digest('patient', identity)[:6].hex().upper()}"

    def days(self, identity: str) -> int:
        """Return by how many days a patient's dates are moved; always into the past."""
        return -1 - int.from_bytes(self._digest("days", identity)[:4], "big") % _DAYS

    def _digest(self, kind: str, text: str) -> bytes:
        return hmac.digest(self.key, f"{kind}\0{text}".encode(), "sha256")


def moved_date(text: str, days: int) -> str:
    """Return a DA or DT value `days` later, its time of day as it is; "" if it is none.

    Raises nothing: a value that cannot be read cannot be moved, so it is dropped.
    """
    text = text.strip().replace(".", "", 2) if text.count(".") == 2 else text.strip()
    digits = text[:8] + _MONTHS_MISSING.get(len(text[:8]), "")
    try:
        moved: date = datetime.strptime(digits[:8], "%Y%m%d").date() + timedelta(days=days)
    except (ValueError, OverflowError):
        return ""
    return f"{moved:%Y%m%d}{text[8:]}" if moved.year >= 1000 else ""
