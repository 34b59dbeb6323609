"""What the package is made of: a list of components (SBOM, CycloneDX 1.5) and the texts of their licences.

Both are made from what lies in the package, traced back to what it was taken from: Python distributions by
what pip recorded, system libraries by what dpkg recorded, the interpreter, the networks and the demo studies.
"""

import hashlib
import json
import re
import subprocess
import sys
import sysconfig
import time
import uuid
from dataclasses import dataclass, field
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from contents import ROOT, VERSION, is_wanted

BUILD = ROOT / "build"
SBOM = "sbom.cdx.json"
LICENCES = "THIRD_PARTY_LICENSES.txt"
_TEXTS = re.compile(r"(^|/)(licen[cs]e|copying|notice|copyright)[^/]*$|/licenses/", re.IGNORECASE)
_COMMON = Path("/usr/share/common-licenses")
_RULE = "=" * 78


@dataclass(frozen=True)
class Component:
    """Something that was taken into the package."""

    name: str
    version: str
    address: str
    """Its package URL (purl)."""
    licence: str
    texts: tuple[str, ...] = ()
    kind: str = "library"
    digest: str = field(default="")
    """SHA-256, of what is one file."""


def components(sources: set[Path]) -> list[Component]:
    """Return all that is in the package but Clearslice's own code, given the files it was taken from."""
    found = [*python_packages(sources), interpreter(), *assets()]
    if sys.platform == "linux":
        found += system_packages(sources)
    return sorted(found, key=lambda component: (component.kind, component.name.lower()))


def python_packages(sources: set[Path]) -> list[Component]:
    """Return the Python distributions that files were taken from, and the bootloader's."""
    used = [one for one in distributions() if owned(one) & sources or one.name == "pyinstaller"]
    return [of_distribution(one) for one in used if one.name != "clearslice"]


def owned(distribution: Distribution) -> set[Path]:
    """Return the files of a distribution."""
    return {Path(str(file.locate())).resolve() for file in distribution.files or ()}


def of_distribution(distribution: Distribution) -> Component:
    """Return what a distribution says about itself."""
    name, version, head = distribution.name, distribution.version, distribution.metadata
    licence = head.get("License-Expression") or classified(head.get_all("Classifier") or [])
    licence = licence or (head.get("License") or "").partition("\n")[0].strip() or "unknown"
    files = [Path(str(f.locate())) for f in distribution.files or () if _TEXTS.search(f"/{f.as_posix()}")]
    texts = [file.read_text(encoding="utf-8", errors="replace") for file in sorted(files) if is_text(file)]
    texts = (
        texts
        or common_texts(licence)
        or [f"No text came with it. Its own words: {licence}, {head['Author']}."]
    )
    return Component(name, version, f"pkg:pypi/{name.lower()}@{version}", licence, tuple(texts))


def classified(classifiers: list[str]) -> str:
    """Return the licences that trove classifiers name."""
    found = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License :: ")]
    return ", ".join(name for name in found if name != "OSI Approved")


def is_text(file: Path) -> bool:
    """Tell whether a file is a text that can be shown."""
    return file.is_file() and file.suffix in ("", ".txt", ".md", ".rst", ".APACHE", ".BSD")


def common_texts(licence: str) -> list[str]:
    """Return the texts of the GNU licences that an expression names, where the system has them."""
    names = re.findall(r"\b(L?GPL)[^\d]*(\d)", licence)
    files = [_COMMON / f"{kind}-{number}" for kind, number in names]
    # The LGPL 3 is a supplement to the GPL 3.
    files += [_COMMON / "GPL-3"] if ("LGPL", "3") in names else []
    return [file.read_text(encoding="utf-8") for file in dict.fromkeys(files) if file.exists()]


def interpreter() -> Component:
    """Return Python itself."""
    version = sys.version.split()[0]
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    texts = (text.read_text(encoding="utf-8"),) if text.exists() else ()
    return Component("cpython", version, f"pkg:generic/cpython@{version}", "PSF-2.0", texts, "framework")


def system_packages(sources: set[Path]) -> list[Component]:
    """Return the Debian packages that libraries were taken from."""
    roots = (Path("/usr"), Path("/lib"))
    files = [path for path in sources if any(path.is_relative_to(root) for root in roots)]
    names = sorted({owner for path in files if (owner := package_of(path)) is not None})
    return [of_package(name) for name in names]


def package_of(path: Path) -> str | None:
    """Return the package that a file of the system belongs to; None where dpkg knows none."""
    spellings = (path, Path(str(path).removeprefix("/usr")))
    for spelling in spellings:
        done = subprocess.run(
            ["dpkg-query", "-S", str(spelling)], capture_output=True, text=True, check=False
        )
        if done.returncode == 0:
            return done.stdout.partition(":")[0]
    return None


def of_package(name: str) -> Component:
    """Return what dpkg and the package's own papers say."""
    command = ["dpkg-query", "-W", "-f", "${Version}\n", name]
    version = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()[0]
    papers = Path("/usr/share/doc") / name / "copyright"
    text = papers.read_text(encoding="utf-8", errors="replace") if papers.exists() else ""
    licences = sorted(set(re.findall(r"^License: *(\S+)", text, re.MULTILINE)))
    address = f"pkg:deb/debian/{name}@{version}"
    return Component(name, version, address, ", ".join(licences) or "see text", (text,) if text else ())


def assets() -> list[Component]:
    """Return the networks and the demo studies."""
    folder = ROOT / "assets"
    files = sorted((folder / "models").glob("*/model.onnx"))
    found = [of_network(path) for path in files if is_wanted(path.relative_to(ROOT).as_posix())]
    text = (folder / "demo" / "ATTRIBUTION.md").read_text(encoding="utf-8")
    licence = "Apache-2.0, PDDL-1.0, attribution to the NIH Clinical Center"
    return [*found, Component("demo-studies", VERSION, "pkg:generic/demo-studies", licence, (text,), "data")]


def of_network(path: Path) -> Component:
    """Return a network with the digest that `clearslice --version` prints."""
    name, digest = path.parent.name, hashlib.sha256(path.read_bytes()).hexdigest()
    card = (path.parent / "card.md").read_text(encoding="utf-8")
    address = f"pkg:generic/{name}?checksum=sha256:{digest}"
    return Component(name, VERSION, address, "see card", (card,), "machine-learning-model", digest)


def sbom(found: list[Component], commit: str, epoch: int) -> str:
    """Return the list of components as CycloneDX JSON."""
    made = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(epoch))
    program = {"type": "application", "name": "clearslice", "version": VERSION, "bom-ref": "clearslice"}
    program["properties"] = [{"name": "clearslice:commit", "value": commit}]
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, f'{commit} {found}')}",
        "version": 1,
        "metadata": {"timestamp": made, "component": program},
        "components": [entry(component) for component in found],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def entry(component: Component) -> dict[str, Any]:
    """Return one component of the list."""
    hashes = [{"alg": "SHA-256", "content": component.digest}] if component.digest else []
    return {
        "type": component.kind,
        "bom-ref": component.address,
        "name": component.name,
        "version": component.version,
        "purl": component.address,
        "licenses": [{"license": {"name": component.licence}}],
        **({"hashes": hashes} if hashes else {}),
    }


def licence_texts(found: list[Component]) -> str:
    """Return the texts of all licences, each under the name of what it belongs to."""
    head = f"Clearslice {VERSION} holds the work of others. What it is, and under which terms it is used\n"
    head += "(of Debian's packages all that their papers name, for what built them too):\n\n"
    names = "".join(f"  {one.name} {one.version}: {one.licence}\n" for one in found)
    parts = [f"\n{_RULE}\n{one.name} {one.version}\n{_RULE}\n\n" + "\n\n".join(one.texts) for one in found]
    return head + names + "\n".join(parts)


def entries(analysis: Any) -> list[tuple[str, str, str]]:
    """Write both lists for what PyInstaller has found; return the lines that put them into the package."""
    tables = (analysis.pure, analysis.binaries, analysis.datas, analysis.scripts)
    found = components({Path(source).resolve() for table in tables for _, source, _ in table if source})
    made = json.loads((BUILD / "build.json").read_text(encoding="utf-8"))
    (BUILD / SBOM).write_text(sbom(found, made["commit"], made["epoch"]), encoding="utf-8")
    (BUILD / LICENCES).write_text(licence_texts(found), encoding="utf-8")
    return [(name, str(BUILD / name), "DATA") for name in (SBOM, LICENCES)]
