"""Build one commit twice, in two places, and compare: `python packaging/compare_builds.py [COMMIT]`.

Both builds use this environment. Ends with 0 if both packages hold the same files with the same contents.
"""

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def build(commit: str, place: Path) -> Path:
    """Build a commit in a checkout of its own; return the folder of what was made."""
    subprocess.run(["git", "clone", "-q", str(ROOT), str(place)], check=True)
    subprocess.run(["git", "-C", str(place), "checkout", "-q", commit], check=True)
    subprocess.run([sys.executable, "packaging/build.py", "--quick"], cwd=place, check=True)
    return place / "dist"


def contents(folder: Path) -> dict[str, str]:
    """Return for every file its mode and SHA-256, for every link its target."""
    return {
        str(path.relative_to(folder)): describe(path)
        for path in sorted(folder.rglob("*"))
        if not path.is_dir()
    }


def describe(path: Path) -> str:
    """Return what must be the same of one file."""
    if path.is_symlink():
        return f"link to {path.readlink()}"
    return f"{path.stat().st_mode:o} {hashlib.sha256(path.read_bytes()).hexdigest()}"


def main() -> int:
    """Build, compare, tell."""
    asked = sys.argv[1] if len(sys.argv) > 1 else "HEAD"
    commit = subprocess.check_output(["git", "-C", str(ROOT), "rev-parse", asked], text=True).strip()
    with tempfile.TemporaryDirectory() as scratch:
        first, second = (contents(build(commit, Path(scratch) / place)) for place in ("one", "another place"))
    different = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
    for name in different:
        print(f"{name}\n  {first.get(name)}\n  {second.get(name)}")
    print(f"{len(first)} files, {len(different)} different")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
