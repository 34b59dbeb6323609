"""The manifest of a training set: which files, whose, under which licence, and for which split."""

import csv
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.enhance.spec import ONE_HOT
from core.errors import ClearsliceError

NEEDED = ("path", "split", "modality", "subject", "licence", "sha256")
"""Columns that every row fills; "noise" and "clean_enough" may be empty, others are not read."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the manifest."""

    path: str
    split: str
    modality: str
    subject: str
    noise: float
    licence: str
    sha256: str


def read_manifest(folder: Path) -> tuple[Source, ...]:
    """Return the files of `folder`/manifest.csv that are fit for training and validation.

    CT slices count only where `clean_enough` is "yes", since they serve as targets.

    Raises
    ------
    ClearsliceError
        If the manifest is missing or incomplete, or a subject is in two splits.
    """
    try:
        with (folder / "manifest.csv").open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
    except (OSError, ValueError, csv.Error) as error:
        msg = "The image folder holds no readable manifest.csv; give the folder that does by --data."
        raise ClearsliceError(msg) from error
    sources = tuple(_sources(rows))
    # Rows that are only for tests count too: nobody in them may be trained on.
    refuse_overlap([(row["subject"], row["split"]) for row in rows])
    return sources


def _sources(rows: Sequence[dict[str, str]]) -> Iterator[Source]:
    for line, row in enumerate(rows, 2):
        lacking = [name for name in NEEDED if not row.get(name)]
        if lacking:
            raise ClearsliceError(f"The manifest's line {line} has no '{lacking[0]}'; fill it in.")
        if row["split"] not in ("train", "val"):
            continue
        if row["modality"] not in ONE_HOT:
            msg = f"The manifest's line {line} is of modality '{row['modality']}'; use {', '.join(ONE_HOT)}."
            raise ClearsliceError(msg)
        if row["modality"] != "CT" or row.get("clean_enough") == "yes":
            yield _source(row, line)


def _source(row: dict[str, str], line: int) -> Source:
    try:
        noise = float(row.get("noise") or 0)
    except ValueError as error:
        msg = f"The manifest's line {line} has the noise '{row['noise']}'; give a number, or nothing."
        raise ClearsliceError(msg) from error
    return Source(
        row["path"], row["split"], row["modality"], row["subject"], noise, row["licence"], row["sha256"]
    )


def refuse_overlap(pairs: Sequence[tuple[str, str]]) -> None:
    """Refuse (subject, split) pairs in which a subject has two splits."""
    split: dict[str, str] = {}
    for subject, name in pairs:
        if split.setdefault(subject, name) != name:
            msg = (
                f"A subject ({_alias(subject)}) is in both '{split[subject]}' and '{name}'; fix the manifest."
            )
            raise ClearsliceError(msg)


def _alias(subject: str) -> str:
    return hashlib.sha256(subject.encode()).hexdigest()[:8]


def manifest_digest(sources: Sequence[Source]) -> str:
    """Return one hash over the hashes of all files and their splits."""
    text = "\n".join(sorted(f"{s.sha256} {s.split}" for s in sources))
    return hashlib.sha256(text.encode()).hexdigest()
