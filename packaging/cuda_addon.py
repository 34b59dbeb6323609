"""Make the GPU add-on of the packaged program: `python packaging/cuda_addon.py [--target DIR] [--deb]`.

Downloads NVIDIA's libraries (1.3 GB), puts them and ONNX Runtime with its CUDA part into the folder
`clearslice-cuda`, and writes the manifest that `core.enhance.addon` looks for. Where the folder goes: beside
the program as `cuda`, or with `--deb` as a package of its own. Linux and Windows; needs no GPU to be made.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

from contents import VERSION
from packaging.requirements import Requirement

RUNTIME = "onnxruntime-gpu"
MANIFEST = "clearslice-cuda.json"
# Converters and tests of ONNX Runtime; TensorRT, which Clearslice does not use; files for compilers.
UNWANTED = (
    *(f"onnxruntime/{part}" for part in ("tools", "quantization", "transformers", "datasets", "backend")),
    *("onnxruntime/capi/*tensorrt*", "onnxruntime/capi/libonnxruntime.so.*"),
    *("nvidia/*/include", "nvidia/*/lib/*.a", "nvidia/*/lib/*.alt.so*", "bin", "**/__pycache__"),
)
CONTROL = """Package: clearslice-cuda
Version: {version}
Architecture: amd64
Maintainer: Clearslice <maintainers@clearslice.invalid>
Installed-Size: {size}
Depends: clearslice (= {version})
Section: non-free/science
Priority: optional
Description: lets Clearslice run its networks on an NVIDIA graphics card
 ONNX Runtime with CUDA, and NVIDIA's CUDA and cuDNN libraries under their own
 licences. Needs an NVIDIA driver that supports CUDA 13.
"""
COPYRIGHT = """ONNX Runtime: MIT licence, see /usr/lib/clearslice-cuda/onnxruntime/LICENSE.

NVIDIA's libraries: the CUDA Toolkit's and cuDNN's licence agreements, see licenses/License.txt in each
/usr/lib/clearslice-cuda/nvidia_*.dist-info. They allow passing the libraries on as part of a program.
"""


def libraries() -> list[str]:
    """Return what pip must install for CUDA and cuDNN, as ONNX Runtime itself asks for it."""
    asked = map(Requirement, distribution(RUNTIME).requires or ())
    extras = [one for one in asked if one.marker and "extra" in str(one.marker)]
    wanted = [
        one for one in extras if any(one.marker.evaluate({"extra": extra}) for extra in ("cuda", "cudnn"))
    ]
    return sorted({f"{one.name}{extras_of(one)}{one.specifier}" for one in wanted})


def extras_of(requirement: Requirement) -> str:
    """Return the extras of a requirement as they are written."""
    return f"[{','.join(sorted(requirement.extras))}]" if requirement.extras else ""


def collect(folder: Path) -> None:
    """Fill the add-on's folder."""
    pip = [sys.executable, "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    subprocess.run([*pip, "--no-compile", "--target", str(folder), *libraries()], check=True)
    runtime = Path(str(distribution(RUNTIME).locate_file("onnxruntime")))
    shutil.copytree(runtime, folder / "onnxruntime")
    for pattern in UNWANTED:
        for path in list(folder.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    made = {"clearslice": VERSION, "onnxruntime": distribution(RUNTIME).version}
    (folder / MANIFEST).write_text(json.dumps(made) + "\n", encoding="utf-8")


def make_deb(folder: Path, target: Path) -> Path:
    """Pack the folder as a Debian package for /usr/lib/clearslice-cuda; return its path."""
    package, tree = target / f"clearslice-cuda_{VERSION}_amd64.deb", target / "clearslice-cuda-deb"
    shutil.copytree(folder, tree / "usr/lib/clearslice-cuda", copy_function=os.link)
    for name in ("DEBIAN", "usr/share/doc/clearslice-cuda"):
        (tree / name).mkdir(parents=True)
    (tree / "usr/share/doc/clearslice-cuda/copyright").write_text(COPYRIGHT, encoding="utf-8")
    size = sum(path.lstat().st_size for path in tree.rglob("*")) // 1024
    (tree / "DEBIAN/control").write_text(CONTROL.format(version=VERSION, size=size), encoding="utf-8")
    try:
        command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z3", "--build", str(tree), str(package)]
        subprocess.run(command, check=True)
    finally:
        shutil.rmtree(tree)
    return package


def main() -> None:
    """Make the folder, and the package if asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", type=Path, default=Path("dist"), help="folder for what is made")
    parser.add_argument("--deb", action="store_true", help="make a Debian package too")
    options = parser.parse_args()
    folder = options.target.resolve() / "clearslice-cuda"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    collect(folder)
    size = sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())
    print(f"==> {folder}: {size / 1e6:.0f} MB")
    if options.deb:
        print(f"==> {make_deb(folder, options.target.resolve())}")


if __name__ == "__main__":
    main()
