"""`clearslice --version`: which program, made from which source, with which networks."""

import argparse
from collections.abc import Sequence
from typing import Any

from core.frozen import commit
from core.version import VERSION


class ShowVersion(argparse.Action):
    """Prints the version and ends the program; the digests are computed only when asked for."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        """Print and exit."""
        print(version_text())
        parser.exit()


def version_text() -> str:
    """Return the version, the commit and the SHA-256 of each network's file, one a line."""
    from core.enhance.network import Networks

    networks = Networks(device="cpu")
    models = [f"model {name} sha256 {networks.digest(name)}" for name in networks.names()]
    return "\n".join([f"clearslice {VERSION}", f"commit {commit()}", *models])
