"""What a test is and what it finds."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Protocol, Self

from training.proof.bench import Bench

Value = str | int | float | bool | None
Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one test, as it is stored, printed and summed up in the model card."""

    title: str
    target: str
    """What was asked for, in words with its figure."""
    passed: bool | None
    """Whether all of it was met; None if nothing was asked for, or nothing could be measured."""
    sentence: str
    """For clinicians: what was found, with figures; goes into the card."""
    rows: tuple[Row, ...] = ()
    """The table; all rows have the same keys, which are its head."""
    method: str = ""
    """How it was measured; stands above the table."""
    pictures: tuple[str, ...] = ()
    """Names of files that the test wrote into `Bench.folder`."""

    def to_json(self) -> str:
        """Return the text that `from_json` reads back."""
        return json.dumps(asdict(self), indent=1, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read a finding.

        Raises
        ------
        ValueError, TypeError
            If it is not whole.
        """
        table: dict[str, Any] = json.loads(text)
        return cls(**table | {name: tuple(table[name]) for name in ("rows", "pictures")})


class Proof(Protocol):
    """One test of a network; a frozen dataclass or a class without state."""

    @property
    def name(self) -> str:
        """Short, for file names: "bias"."""

    @property
    def version(self) -> int:
        """Changes whenever the finding would for the same network and images."""

    def __call__(self, bench: Bench) -> Finding:
        """Run it; pictures go into `bench.folder` under names that begin with the test's.

        A family (CT, MR, XR) that network or images lack is left out.
        """
