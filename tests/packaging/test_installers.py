"""What can be checked of every system's package without that system, and of the lists inside all of them."""

import importlib.util
import io
import plistlib
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

from core.version import VERSION

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
LINUX = PACKAGING / "linux"
DRAWING = ROOT / "assets" / "icons" / "clearslice.svg"
APP_ID = "org.clearslice.Clearslice"


@pytest.fixture(autouse=True)
def _beside_the_scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the scripts of `packaging` find each other, as they do when they are run."""
    monkeypatch.syspath_prepend(str(PACKAGING))


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def test_icons_hold_every_size(tmp_path: Path) -> None:
    icons = script("icons")
    for side in icons.SIZES:
        picture = Image.open(io.BytesIO(icons.draw(DRAWING, side)))
        assert picture.size == (side, side)
        assert len(picture.getcolors(side * side)) > 3
    icons.save(DRAWING, tmp_path / "clearslice.ico", icons.WINDOWS)
    assert Image.open(tmp_path / "clearslice.ico").info["sizes"] == {(s, s) for s in icons.WINDOWS}
    icons.save(DRAWING, tmp_path / "clearslice.icns", icons.MACOS)
    assert {size[0] for size in Image.open(tmp_path / "clearslice.icns").info["sizes"]} >= {128, 256, 512}


def test_macos_opens_dicom_by_name_and_by_type() -> None:
    plist = plistlib.loads(plistlib.dumps(script("contents").info_plist()))
    types = plist["CFBundleDocumentTypes"][0]["LSItemContentTypes"]
    declared = plist["UTImportedTypeDeclarations"][0]
    assert declared["UTTypeIdentifier"] in types
    assert "dcm" in declared["UTTypeTagSpecification"]["public.filename-extension"]
    assert plist["CFBundleShortVersionString"] == plist["CFBundleVersion"] == VERSION


def test_windows_properties_are_what_pyinstaller_reads() -> None:
    names = "VSVersionInfo FixedFileInfo StringFileInfo StringTable StringStruct VarFileInfo VarStruct"
    seen: list[tuple[str, tuple[object, ...], dict[str, object]]] = []

    def recorder(name: str) -> object:
        return lambda *given, **named: seen.append((name, given, named))

    eval(script("other_packages").version_info(), {name: recorder(name) for name in names.split()})
    assert {name for name, _, _ in seen} == set(names.split())
    (fixed,) = (named for name, _, named in seen if name == "FixedFileInfo")
    assert len(fixed["filevers"]) == 4
    assert ("ProductVersion", VERSION) in [given for name, given, _ in seen if name == "StringStruct"]


def test_windows_installer_is_per_user_and_well_formed() -> None:
    text = (PACKAGING / "windows" / "clearslice.iss").read_text(encoding="utf-8")
    sections = re.findall(r"^\[(\w+)\]$", text, re.MULTILINE)
    assert len(sections) == len(set(sections))
    assert {"Setup", "Files", "Icons", "Registry", "Run"} <= set(sections)
    assert "\nPrivilegesRequired=lowest\n" in text
    defined = set(re.findall(r"^#define (\w+)", text, re.MULTILINE)) | {"Version", "Folder", "Target"}
    assert set(re.findall(r"\{#(\w+)\}", text)) <= defined
    for line in text.partition("[Registry]")[2].partition("[Run]")[0].splitlines():
        if line.startswith("Root:"):
            assert line.startswith("Root: HKA; ")  # Never everybody's registry, unless everybody was chosen.
            assert line.count('"') % 2 == 0
    assert set(re.findall(r"Tasks: (\w+)", text)) == set(re.findall(r'^Name: "(\w+)"; Desc', text, re.M))


VALIDATORS = {
    f"{APP_ID}.desktop": ["desktop-file-validate"],
    f"{APP_ID}.metainfo.xml": ["appstreamcli", "validate", "--no-net"],
    "clearslice.1": ["man", "--warnings", "-l"],
}


@pytest.mark.parametrize("name", VALIDATORS)
def test_files_for_the_desktop_pass_their_validators(name: str, tmp_path: Path) -> None:
    filled = script("linux_packages").filled(name, 1_700_000_000)
    assert b"@" not in filled
    (tmp_path / name).write_bytes(filled)
    program, *options = VALIDATORS[name]
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    command = [program, *options, str(tmp_path / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "warning" not in done.stderr


def test_libraries_are_known_by_name_and_licence() -> None:
    inventory = script("inventory")
    import numpy as np
    import pydicom

    found = inventory.python_packages({Path(np.__file__).resolve(), Path(pydicom.__file__).resolve()})
    by_name = {component.name: component for component in found}
    assert set(by_name) == {"numpy", "pydicom", "pyinstaller"}
    assert by_name["numpy"].version == np.__version__
    assert "BSD-3-Clause" in by_name["numpy"].licence
    assert "Redistribution and use" in "".join(by_name["numpy"].texts)
    text = inventory.licence_texts(found)
    assert "pydicom" in text.partition("=")[0]
    document = inventory.json.loads(inventory.sbom(found, "abc", 0))
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.5")
    assert [part["purl"] for part in document["components"]] == [one.address for one in found]
    assert document["metadata"]["timestamp"] == "1970-01-01T00:00:00Z"


def test_networks_and_demo_are_components_too() -> None:
    found = {component.kind: component for component in script("inventory").assets()}
    network = found["machine-learning-model"]
    assert len(network.digest) == 64
    assert "CC BY" in network.texts[0]
    assert "NIH Clinical Center" in found["data"].texts[0]


@pytest.mark.skipif(sys.platform != "linux", reason="reads ELF files")
def test_orphans_go_and_what_is_needed_stays(tmp_path: Path) -> None:
    contents = script("contents")
    module = Path(importlib.util.find_spec("PySide6.QtSvg").origin)
    libraries = sorted((module.parent / "Qt" / "lib").glob("libQt6*.so.6"))
    entries = [(f"PySide6/Qt/lib/{path.name}", str(path), "BINARY") for path in libraries]
    entries.append((f"PySide6/{module.name}", str(module), "EXTENSION"))
    kept = {Path(name).name for name, _, _ in contents.without_orphans(entries)}
    assert {"libQt6Svg.so.6", "libQt6Gui.so.6", "libQt6Core.so.6"} <= kept
    assert {"libQt6Widgets.so.6", "libQt6Qml.so.6", "libQt6Sql.so.6"}.isdisjoint(kept)


def test_components_of_the_gpl_and_for_study_only_stay_out() -> None:
    contents = script("contents")
    assert {"av", "bm3d", "bm4d", "readline", "torch"} <= set(contents.EXCLUDED_MODULES)
    assert not contents.is_wanted("onnxruntime/capi/libonnxruntime_providers_cuda.so")
    assert contents.is_wanted("onnxruntime/capi/libonnxruntime_providers_shared.so")
