"""The packages for Windows and macOS, made from the frozen program. Written without either system at hand."""

import shutil
import subprocess
from pathlib import Path

from contents import ROOT, VERSION

SCRIPT = ROOT / "packaging" / "windows" / "clearslice.iss"
VERSION_INFO = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('CompanyName', 'Clearslice'),
      StringStruct('FileDescription', 'Clearslice: CT, MR and X-ray images made clearer'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', 'clearslice'),
      StringStruct('ProductName', 'Clearslice'),
      StringStruct('ProductVersion', '{version}'),
    ])]),
    VarFileInfo([VarStruct('Translation', [1033, 1200])]),
  ],
)
"""


def version_info() -> str:
    """Return what Windows shows as the properties of the program's file."""
    numbers = tuple(int(part) for part in VERSION.split("."))
    return VERSION_INFO.format(numbers=(*numbers, 0, 0, 0, 0)[:4], version=VERSION)


def make_installer(folder: Path, target: Path) -> Path:
    """Make the installer for Windows by Inno Setup, if that is installed."""
    compiler = shutil.which("iscc") or r"C:\Program Files (x86)\Inno Setup 6\ISCC.exe"
    if not Path(compiler).exists():
        raise SystemExit("Inno Setup 6 is not installed; the folder alone was made.")
    given = {"Version": VERSION, "Folder": folder, "Target": target}
    options = [f"/D{name}={value}" for name, value in given.items()]
    subprocess.run([compiler, "/Qp", *options, str(SCRIPT)], check=True)
    return target / f"clearslice-{VERSION}-windows-x64-setup.exe"


def make_disk_image(target: Path) -> Path:
    """Sign the application for this machine and put it into a disk image (macOS).

    For others to open it without a warning, it must be signed by a Developer ID and notarised.
    """
    application, image = target / "Clearslice.app", target / f"clearslice-{VERSION}-macos.dmg"
    subprocess.run(["codesign", "--force", "--deep", "--sign", "-", str(application)], check=True)
    command = ["hdiutil", "create", "-volname", "Clearslice", "-srcfolder", str(application), "-ov"]
    subprocess.run([*command, "-format", "UDZO", str(image)], check=True)
    return image
