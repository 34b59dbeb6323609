"""Which network runs, on what, and its model card."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from app.lane import Lane
from app.language import tr
from app.panels.document import dress
from app.panels.text import Note
from app.sizes import open_at
from core.enhance.device import DeviceStatus
from core.enhance.network import Networks
from core.errors import ClearsliceError
from core.stop import Stop


@dataclass(frozen=True, slots=True)
class NetworkNote:
    """What there is to say about a network before it runs."""

    status: DeviceStatus
    model: str
    card: str
    names: tuple[str, ...]
    """All networks at hand for the task."""
    automatic: str = ""
    """The network for modality and task; "" if there is none."""
    problem: str = ""
    """Why no network can run; "" if one can."""


def describe(networks: Networks, model: str, modality: str, task: str, _stop: Stop) -> NetworkNote:
    """Find out which network runs and on what; `model` "" takes the one for modality and task."""
    status = networks.status
    names = tuple(name for name in networks.names() if networks.spec(name).task == task)
    try:
        automatic = networks.default_for(modality, task)
        name = model or automatic
        status = networks.status_of(name)
        return NetworkNote(status, name, networks.card(name), names, automatic)
    except ClearsliceError as error:
        return NetworkNote(status, "", "", names, problem=str(error))


class DeviceLine(Note):
    """Says plainly which network runs on what, and links to its model card."""

    described = Signal(object)
    """NetworkNote"""

    def __init__(self, networks: Networks, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._networks = networks
        self._asked = ("", "", "")
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._lane = Lane("device", self)
        self._lane.done.connect(self._on_described)
        self._lane.failed.connect(lambda _subject, sentence: self.say(sentence))
        self.linkActivated.connect(lambda name: ModelCard(name, self._networks.card(name), self).open())

    def ask(self, model: str, modality: str, task: str) -> None:
        """Find out in the background, then show; the same question is asked once."""
        if (model, modality, task) != self._asked:
            self._asked = model, modality, task
            self.ask_again()

    def ask_again(self) -> None:
        """Ask the last question again: a graphics card that fails while it runs is given up."""
        self._lane.submit(self._asked, partial(describe, self._networks, *self._asked))

    def stop_work(self) -> None:
        """Stop asking and wait."""
        self._lane.close()

    def _on_described(self, _subject: object, note: NetworkNote) -> None:
        self.say(note.problem or _words(note))
        self.described.emit(note)


def _words(note: NetworkNote) -> str:
    on_card, on_cpu = tr("{} on the graphics card: {}"), tr("{} on the CPU: {}")
    words = tr("model card")
    card = f' · <a href="{note.model}">{words}</a>' if note.card else ""
    reason = ", ".join(filter(None, (tr(note.status.reason), note.status.precision)))
    return (on_card if note.status.device == "cuda" else on_cpu).format(note.model, reason) + card


class ModelCard(QDialog):
    """The card that tells what a network was trained on and how well it does."""

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Model card: {}").format(name))
        open_at(self, 720, 640)
        browser = QTextBrowser(self)
        browser.setOpenLinks(False)
        browser.setAccessibleName(self.windowTitle())
        browser.document().setDocumentMargin(12)
        browser.setMarkdown(text)
        dress(browser.document())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        box = QVBoxLayout(self)
        box.addWidget(browser)
        box.addWidget(buttons)
