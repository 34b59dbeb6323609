"""What is asked before a film or an anonymised copy is made; none of it keeps the window from being used."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.language import tr
from app.panels.scroll import Fitted
from app.sizes import open_at
from core.deidentify.profile import CODES, Option
from core.movie import Layout, can_write_mp4

_SLOWEST, _FASTEST = 0.5, 60.0
_LEAST = 200
"""Points of height that what can be chosen keeps on a low screen."""
_AROUND = 40
"""Points that margins and gaps take."""


@dataclass(frozen=True, slots=True)
class FilmChoice:
    """How a film is made."""

    layout: Layout
    rate: float
    suffix: str
    identified: bool
    """Whether the patient's name stands under the pictures."""


@dataclass(frozen=True, slots=True)
class AnonymiseChoice:
    """What is anonymised and how."""

    options: frozenset[Option]
    enhanced: bool
    """The enhanced series, not copies of the files."""
    everything: bool
    """All series that are open, not only the one shown."""
    burned_in: bool


class Asking(QDialog):
    """A dialog that does not block, with a button that goes on and one that does not."""

    def __init__(self, title: str, go_on: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.content = QWidget(self)
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(0, 0, 4, 0)
        self.column.setSpacing(10)
        self.area = Fitted(self.content, _LEAST, self)
        self.buttons = QDialogButtonBox(self)
        self.go_on = self.buttons.addButton(go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._finish)
        self.buttons.rejected.connect(self.close)

    def _finish(self) -> None:
        self.close()

    def lay_out(self, width: int) -> None:
        """Put the buttons under what was added, which scrolls on a low screen."""
        box = QVBoxLayout(self)
        box.addWidget(self.area, 1)
        box.addWidget(self.buttons)
        needed = self.content.heightForWidth(width) + self.buttons.sizeHint().height() + _AROUND
        open_at(self, width + _AROUND, needed)
        self.setMinimumWidth(width)

    def add_radios(self, title: str, *names: str) -> tuple[QRadioButton, ...]:
        """Add alternatives under a heading; the first is chosen."""
        heading = QLabel(title, self)
        heading.setObjectName("muted")
        self.column.addWidget(heading)
        group = QButtonGroup(self)
        radios = tuple(QRadioButton(name, self) for name in names)
        for radio in radios:
            group.addButton(radio)
            radio.setAccessibleDescription(title)
            self.column.addWidget(radio)
        radios[0].setChecked(True)
        return radios

    def add_note(self, text: str) -> QLabel:
        """Add words that explain."""
        note = QLabel(text, self)
        note.setObjectName("muted")
        note.setWordWrap(True)
        self.column.addWidget(note)
        return note

    def add_check(self, text: str, tip: str = "") -> QCheckBox:
        """Add a switch that is off."""
        check = QCheckBox(text, self)
        check.setToolTip(tip)
        self.column.addWidget(check)
        return check


class FilmDialog(Asking):
    """Asks how a film is made."""

    chosen = Signal(object)
    """FilmChoice"""

    def __init__(self, enhanced: bool, parent: QWidget | None = None) -> None:
        super().__init__(tr("Export film"), tr("Save as…"), parent)
        before, after = tr("Original beside enhanced"), tr("Split: left half original, right half enhanced")
        if enhanced:
            self.side, self.split = self.add_radios(tr("Pictures"), before, after)
        else:
            self.add_note(tr("Enhance is off, so the film shows the original alone."))
            self.side = self.split = None  # type: ignore[assignment]
        self.mp4, self.gif = self.add_radios(
            tr("File"), tr("MP4 (H.264), for video players and slides"), tr("Animated GIF, for web pages")
        )
        if not can_write_mp4():
            self.mp4.setEnabled(False)
            self.mp4.setToolTip(tr("Needs the Python package “av”, which is not installed"))
            self.gif.setChecked(True)
        self.rate = QDoubleSpinBox(self)
        self.rate.setRange(_SLOWEST, _FASTEST)
        self.rate.setValue(10.0)
        self.rate.setDecimals(1)
        self.rate.setSuffix(tr(" frames per second"))
        self.rate.setAccessibleName(tr("Speed"))
        form = QFormLayout()
        form.addRow(tr("Speed"), self.rate)
        self.column.addLayout(form)
        self.identified = self.add_check(tr("Write the patient's name and ID under the pictures"))
        self.add_note(tr("Labels and “not for diagnostic use” are part of every picture."))
        self.lay_out(460)

    def _finish(self) -> None:
        split = self.split is not None and self.split.isChecked()
        choice = FilmChoice(
            Layout.SPLIT if split else Layout.SIDE_BY_SIDE,
            self.rate.value(),
            ".mp4" if self.mp4.isChecked() else ".gif",
            self.identified.isChecked(),
        )
        self.close()
        self.chosen.emit(choice)


def option_names() -> dict[Option, str]:
    """Return each option of the profile as it is named on screen."""
    return {
        Option.DATES: tr("Dates, moved by the same number of days"),
        Option.PATIENT: tr("Patient characteristics: sex, age, size, weight"),
        Option.DEVICE: tr("Device identity"),
        Option.INSTITUTION: tr("Institution identity"),
        Option.UIDS: tr("UIDs, by which the originals can be found again"),
        Option.SAFE_PRIVATE: tr("Safe private elements, such as diffusion weighting"),
    }


def _standard_name(option: Option) -> str:
    """Return what the standard calls an option (PS3.16 CID 7050), for whoever must name it in a protocol."""
    code = CODES[option]
    return f"{code.meaning} ({code.scheme} {code.value})"


class AnonymiseDialog(Asking):
    """Asks what is anonymised and what may stay."""

    chosen = Signal(object)
    """AnonymiseChoice"""

    def __init__(self, enhanced: bool, several: bool, parent: QWidget | None = None) -> None:
        super().__init__(tr("Export anonymised"), tr("Choose folder…"), parent)
        self.add_note(
            tr(
                "By the DICOM Basic Application Level Confidentiality Profile (PS3.15 Annex E): names, "
                "numbers, dates, descriptions and private elements go; one patient keeps one pseudonym and "
                "UIDs still belong together within this export."
            )
        )
        self.originals, self.enhanced = self.add_radios(
            tr("Images"), tr("The originals, pixels unchanged"), tr("The enhanced series")
        )
        self.enhanced.setEnabled(enhanced)
        self.one, self.everything = self.add_radios(
            tr("Series"), tr("The series shown"), tr("All series that are open")
        )
        self.everything.setEnabled(several)
        heading = self.add_note(tr("Keep"))
        heading.setAccessibleName(tr("Keep"))
        self.options = {
            option: self.add_check(name, _standard_name(option)) for option, name in option_names().items()
        }
        self.burned_in = self.add_check(
            tr("Also images that say text is burned into them"),
            tr("Such text cannot be taken out: look at the images first"),
        )
        self.add_note(
            tr("Pixels are not searched: look for names and faces in the images before you give them away.")
        )
        self.lay_out(520)

    def _finish(self) -> None:
        options = frozenset(option for option, check in self.options.items() if check.isChecked())
        choice = AnonymiseChoice(
            options, self.enhanced.isChecked(), self.everything.isChecked(), self.burned_in.isChecked()
        )
        self.close()
        self.chosen.emit(choice)
