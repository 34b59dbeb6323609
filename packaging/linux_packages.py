"""The two packages for Linux, made from the frozen folder: a .deb and a portable .tar.xz."""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from contents import APP_ID, ROOT, VERSION
from icons import SIZES, draw

SOURCES = ROOT / "packaging" / "linux"
ICONS = ROOT / "assets" / "icons"
PROGRAMS = ("clearslice", "clearslice-gui")
MAINTAINER = "Clearslice <maintainers@clearslice.invalid>"
CONTROL = """Package: clearslice
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: shared-mime-info, desktop-file-utils
Suggests: clearslice-cuda
Section: science
Priority: optional
Description: viewer that makes CT, MR and X-ray images clearer
 A desktop viewer for clinicians: open a DICOM study, enhance it with a neural
 network or a classical method, compare before and after under a split line,
 measure, and export a derived DICOM series that any reader can trace back.
 .
 Not for diagnostic use.
"""
PORTABLE = """This file makes Clearslice portable: settings and logs go into the folder `data` beside it.
Remove it, and they go to your home folder.
"""


def make_deb(folder: Path, target: Path, epoch: int, quick: bool) -> Path:
    """Pack the frozen `folder` as a Debian package into the folder `target`; return its path."""
    architecture = said("dpkg", "--print-architecture").strip()
    package = target / f"clearslice_{VERSION}_{architecture}.deb"
    with tempfile.TemporaryDirectory(dir=target) as scratch:
        tree = Path(scratch) / "tree"
        lay_out(folder, tree, epoch)
        control = CONTROL.format(
            version=VERSION,
            maintainer=MAINTAINER,
            architecture=architecture,
            size=sum(path.lstat().st_size for path in tree.rglob("*")) // 1024,
            depends=dependencies(folder),
        )
        write_control(tree, control)
        level = ["-Znone"] if quick else ["-Zxz"]
        command = ["dpkg-deb", "--root-owner-group", *level, "--build", str(tree), str(package)]
        subprocess.run(command, env=os.environ | {"SOURCE_DATE_EPOCH": str(epoch)}, check=True)
    return package


def lay_out(folder: Path, tree: Path, epoch: int) -> None:
    """Put every file where Debian's policy wants it; the program's own by hard links."""
    share = tree / "usr/share"
    for path in ("usr/bin", "usr/lib"):
        (tree / path).mkdir(parents=True)
    shutil.copytree(folder, tree / "usr/lib/clearslice", symlinks=True, copy_function=os.link)
    for program in PROGRAMS:
        (tree / "usr/bin" / program).symlink_to(f"../lib/clearslice/{program}")
    write(share / "applications" / f"{APP_ID}.desktop", filled(f"{APP_ID}.desktop", epoch))
    write(share / "metainfo" / f"{APP_ID}.metainfo.xml", filled(f"{APP_ID}.metainfo.xml", epoch))
    write(share / "doc/clearslice/copyright", filled("copyright", epoch))
    write(share / "doc/clearslice/changelog.gz", packed(changelog(epoch)))
    write(share / "doc/clearslice/CHANGELOG.md.gz", packed((ROOT / "CHANGELOG.md").read_bytes()))
    write(share / "lintian/overrides/clearslice", filled("lintian-overrides", epoch))
    for program in PROGRAMS:
        write(share / f"man/man1/{program}.1.gz", packed(filled("clearslice.1", epoch)))
    for side in SIZES:
        write(share / f"icons/hicolor/{side}x{side}/apps/{APP_ID}.png", draw(ICONS / "clearslice.svg", side))
    drawing = (ICONS / "clearslice.svg").read_bytes()
    write(share / f"icons/hicolor/scalable/apps/{APP_ID}.svg", drawing)


def write(path: Path, data: bytes) -> None:
    """Write a file that all may read, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.chmod(0o644)


def filled(name: str, epoch: int) -> bytes:
    """Return a template with version and date in their places."""
    text = (SOURCES / name).read_text(encoding="utf-8")
    date = time.strftime("%Y-%m-%d", time.gmtime(epoch))
    return text.replace("@VERSION@", VERSION).replace("@DATE@", date).encode()


def changelog(epoch: int) -> bytes:
    """Return the entry of this version in Debian's form; CHANGELOG.md tells what changed."""
    date = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(epoch))
    entry = f"clearslice ({VERSION}) unstable; urgency=medium\n\n  * See CHANGELOG.md.\n"
    return f"{entry}\n -- {MAINTAINER}  {date}\n".encode()


def packed(data: bytes) -> bytes:
    """Return gzip data that hold neither time nor name."""
    return gzip.compress(data, 9, mtime=0)


def write_control(tree: Path, control: str) -> None:
    """Write what dpkg reads: the control file and the sums of all files."""
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    sums = (f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(tree)}\n" for path in files)
    write(tree / "DEBIAN/md5sums", "".join(sums).encode())
    write(tree / "DEBIAN/control", control.encode())
    for path in [tree, *tree.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)


def dependencies(folder: Path) -> str:
    """Return the Debian packages of the system's libraries that the program is linked with.

    Libraries without version symbols of their own are asked for in any version; the C library in the
    newest version that a symbol comes from.
    """
    heads = [said("objdump", "-p", str(path)) for path in folder.rglob("*") if is_elf(path)]
    asked = {name for head in heads for name in re.findall(r"^\s*NEEDED\s+(\S+)", head, re.MULTILINE)}
    outside = asked - {path.name for path in folder.rglob("*.so*")}
    places = dict(re.findall(r"^\s*(\S+) \(.*\) => (\S+)$", said("/sbin/ldconfig", "-p"), re.MULTILINE))
    packages = {package_of(places[name]) for name in outside if name in places}
    versions = {version for head in heads for version in re.findall(r"GLIBC_(\d+)\.(\d+)", head)}
    newest = ".".join(map(str, max((int(major), int(minor)) for major, minor in versions)))
    return ", ".join(sorted(packages - {"libc6"} | {f"libc6 (>= {newest})"}))


def package_of(library: str) -> str:
    """Return the package that a file of the system belongs to."""
    for place in (Path(library), Path(library).resolve(), Path("/usr") / library[1:]):
        done = subprocess.run(["dpkg-query", "-S", str(place)], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.partition(":")[0]
    raise LookupError(f"no package owns {library}")


def is_elf(path: Path) -> bool:
    """Tell whether a file is a program or a library."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def make_portable(folder: Path, target: Path, epoch: int) -> Path:
    """Pack the frozen `folder` with the marker of a portable program; return the archive's path."""
    name = f"clearslice-{VERSION}-linux-{os.uname().machine}-portable"
    archive = target / f"{name}.tar.xz"
    with tempfile.TemporaryDirectory(dir=target) as scratch:
        tree = Path(scratch) / name
        shutil.copytree(folder, tree, symlinks=True, copy_function=os.link)
        write(tree / "portable", PORTABLE.encode())
        tar = ["tar", "-C", scratch, "--sort=name", f"--mtime=@{epoch}", "--owner=0", "--group=0"]
        # Two threads wherever it runs: with one the file would be another.
        pack = "--use-compress-program=xz -T2"
        subprocess.run([*tar, "--numeric-owner", pack, "-cf", str(archive), name], check=True)
    return archive


def said(*command: str, cwd: Path | None = None) -> str:
    """Return what a program prints."""
    return subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, text=True, check=True).stdout
