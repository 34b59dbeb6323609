"""Which device runs the networks, and why."""

from dataclasses import dataclass
from typing import Literal

Device = Literal["auto", "cuda", "cpu"]


@dataclass(frozen=True, slots=True)
class DeviceStatus:
    """What runs the networks."""

    device: Literal["cuda", "cpu"]
    reason: str
    """Why, for the user: the GPU's name, or what keeps it from being used."""

    def __str__(self) -> str:
        return f"{'GPU' if self.device == 'cuda' else 'CPU'} ({self.reason})"
