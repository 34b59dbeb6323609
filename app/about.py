"""Help → About: which program, on what it runs, and whose work is in it."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from app.bars import STRIP
from app.language import tr
from app.panels.document import dress
from app.places import log_file, settings_store
from app.sizes import open_at
from core.enhance import addon
from core.enhance.network import Networks
from core.errors import ClearsliceError
from core.frozen import ROOT, commit, portable_folder
from core.version import VERSION

LICENCES = "THIRD_PARTY_LICENSES.txt"
"""Lies in a packaged program; the build writes it."""


class About(QDialog):
    """Pages on the program, its networks, the demo studies and the libraries."""

    def __init__(self, networks: Networks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Clearslice"))
        open_at(self, 760, 600)
        self.pages = QTabWidget(self)
        self._add(tr("Program"), _program(networks))
        self._add(tr("Networks"), "\n\n---\n\n".join(networks.card(name) for name in networks.names()))
        self._add(tr("Demo studies"), _text_of("assets/demo/ATTRIBUTION.md"))
        self._add(tr("Libraries"), "").setPlainText(_libraries())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        box = QVBoxLayout(self)
        box.addWidget(self.pages)
        box.addWidget(buttons)

    def _add(self, title: str, text: str) -> QTextBrowser:
        page = QTextBrowser(self)
        page.setOpenLinks(False)
        page.setAccessibleName(title)
        page.document().setDocumentMargin(12)
        page.setMarkdown(text)
        dress(page.document())
        self.pages.addTab(page, title)
        return page


def _program(networks: Networks) -> str:
    found = addon.load()[1]
    portable = tr("yes") if portable_folder() else tr("no")
    rows = [
        (tr("Version"), VERSION),
        (tr("Commit"), commit()),
        (tr("Networks run on"), _runs_on(networks)),
        (tr("GPU add-on"), tr("not installed") if found is None else str(found)),
        (tr("Settings"), settings_store().fileName()),
        (tr("Log, without patient data"), str(log_file())),
        (tr("Portable"), portable),
    ]
    lines = "\n".join(f"- {name}: {value}" for name, value in rows)
    purpose = tr("Makes CT, MR and X-ray images clearer, and proves it.")
    return f"## Clearslice {VERSION}\n\n{purpose}\n\n**{tr(STRIP)}**\n\n{lines}\n"


def _runs_on(networks: Networks) -> str:
    try:
        return str(networks.status)
    except ClearsliceError as error:  # a graphics card was asked for and does not work
        return str(error)


def _text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _libraries() -> str:
    if not (ROOT / LICENCES).is_file():
        return tr("Run from source: every library keeps its licence where pip has installed it.")
    return _text_of(LICENCES)
