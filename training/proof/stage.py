"""Running the proofs: each leaves a file, and what is there is not done again."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from core.errors import ClearsliceError
from training.benchmark import VERSION
from training.contestants import HANDLING
from training.proof.bench import STRENGTHS, Bench
from training.proof.finding import Finding, Proof
from training.proof.page import markdown
from training.proof.registry import PROOFS

PROOF_FOLDER = "proof"
"""In the folder of a model: findings, pictures and report."""
REPORT = "proof.md"


def prove(bench: Bench, proofs: Sequence[Proof] | None = None) -> str:
    """Run the proofs that are lacking in `bench.folder`; return the report on all that lie there.

    Each leaves `<name>.json`; the report is `REPORT`. Another network, other images or another version of a
    proof is run again. Without `proofs`, all for the network's task are run.
    """
    bench.folder.mkdir(parents=True, exist_ok=True)
    for proof in wanted(bench) if proofs is None else proofs:
        digest = _digest(proof, bench)
        if _stored(bench.folder, proof.name, digest) is None:
            bench.report(f"{bench.name}: proof '{proof.name}'")
            _store(bench.folder, proof.name, digest, proof(bench))
    text = markdown(bench.name, list(findings_in(bench.folder).values()))
    (bench.folder / REPORT).write_text(text, encoding="utf-8")
    return text


def wanted(bench: Bench, names: Sequence[str] = ()) -> tuple[Proof, ...]:
    """Return the proofs for the network's task that have these names; all for none.

    Raises
    ------
    ClearsliceError
        If a name is unknown.
    """
    proofs = PROOFS[bench.networks.spec(bench.name).task]
    known = [proof.name for proof in proofs]
    for name in names:
        if name not in known:
            msg = f"There is no proof '{name}' for {bench.name}; choose from {', '.join(known)}."
            raise ClearsliceError(msg)
    return tuple(proof for proof in proofs if not names or proof.name in names)


def findings_in(folder: Path) -> dict[str, Finding]:
    """Return the findings that lie in a folder by the names of the proofs, in the order of `PROOFS`."""
    names = [proof.name for proofs in PROOFS.values() for proof in proofs]
    found = {name: _stored(folder, name) for name in names}
    return {name: finding for name, finding in found.items() if finding is not None}


def _digest(proof: Proof, bench: Bench) -> str:
    """Hash of everything that decides a finding."""
    network = bench.networks.digest(bench.name) + HANDLING
    measured = (bench.pack.digest, bench.subjects, STRENGTHS)
    text = repr((proof.name, proof.version, VERSION, network, *measured))
    return hashlib.sha256(text.encode()).hexdigest()


def _store(folder: Path, name: str, digest: str, finding: Finding) -> None:
    table = {"digest": digest, "finding": json.loads(finding.to_json())}
    unfinished = folder / f"{name}.part"
    unfinished.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    unfinished.replace(folder / f"{name}.json")


def _stored(folder: Path, name: str, digest: str = "") -> Finding | None:
    """Return the finding of a proof, None if there is none, not of that digest, or a picture is gone."""
    try:
        table = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        finding = Finding.from_json(json.dumps(table["finding"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None
    if digest not in ("", table["digest"]) or not all((folder / p).exists() for p in finding.pictures):
        return None
    return finding
