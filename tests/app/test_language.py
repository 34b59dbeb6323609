"""Every text of the window goes through the translation, and reads as one of its own in four languages."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    Qt,
    QTranslator,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabWidget,
    QWidget,
)

from app.cell import START
from app.language import tr
from app.main_window import MainWindow
from app.overlay import Content
from app.translation import LANGUAGES, install_language
from app.viewport import Viewport
from core.dicom.study import Series

PLAIN = {
    # Names and quantities that no language translates.
    *("Clearslice", "DICOM", "CT", "MR", "DX", "HU", "PSNR", "SSIM", "MSE", "SD", "dB", "CPU", "GIF", "MP"),
    *("mm", "cm", "px", "nbsp", "REC", "VOI", "LUT"),
    *("kV", "mAs", "ST", "TR", "TE", "TI", "FA", "ms", "Br"),  # of how a slice was taken, and its kernel
    # Keys.
    *("Ctrl", "Shift", "Del", "Backspace", "Space", "Tab", "Home", "End", "Up", "Down", "Left", "Right"),
    *("Esc", "PgUp", "PgDown", "PgDn"),
}


class Brackets(QTranslator):
    """Puts every text into brackets, so that one without was not translated."""

    def translate(self, context: str, text: str, *_: object) -> str:
        return f"⟦{text}⟧"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def brackets(qapp) -> Iterator[None]:
    translator = Brackets()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def speak(qapp) -> Iterator[Callable[[str], str]]:
    """Return what makes the program speak a language until the test ends."""
    before = set(qapp.findChildren(QTranslator))
    yield lambda code: install_language(qapp, code)
    for translator in set(qapp.findChildren(QTranslator)) - before:
        QCoreApplication.removeTranslator(translator)
        translator.setParent(None)


@pytest.fixture
def words(brackets, window: MainWindow) -> MainWindow:
    """Return the window with all its texts in brackets."""
    return window


def texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """Yield where a text is, and the text."""
    for action in window.findChildren(QAction):
        yield f"action {action.objectName()}", action.text()
        yield f"tip of action {action.objectName()}", action.toolTip()
    for widget in window.findChildren(QWidget):
        for text in _of(widget):
            yield f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}", text


def _of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(n) for n in range(widget.count()))
        case QTabWidget():
            yield from (widget.tabText(n) for n in range(widget.count()))
        case Viewport():
            yield from _over(widget.content())
        case QMenu():
            yield widget.title()
        case QAbstractItemView() if widget.model() is not None:
            yield from _items(widget.model())


def _over(content: Content) -> Iterator[str]:
    corners = content.corners
    for lines in (corners.top_left, corners.top_right, corners.bottom_left, corners.bottom_right):
        yield from lines
    yield from (label.text for label in (*content.labels_left, *content.labels_right))
    yield content.message
    if content.scale_bar is not None:
        yield content.scale_bar.text


def _items(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    parent = parent or QModelIndex()
    shown = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
    flat = isinstance(model, QAbstractListModel)
    columns = 1 if flat else model.columnCount(parent)
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(model.rowCount(parent)):
            index = model.index(row, column, parent)
            yield from (str(index.data(role) or "") for role in shown)
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        if not flat and model.hasChildren(index):
            yield from _items(model, index)


def untranslated(text: str, given: set[str]) -> list[str]:
    """Return the words of `text` outside brackets that are neither plain nor of the file.

    A text that is cut off at its end with "…" may be the beginning of one of them.
    """
    text = re.sub(r"⟦[^⟧]*…$", " ", re.sub(r"<[^>]*>", " ", text))
    if text.endswith("…"):
        given = given | {name[:n] for name in given for n in range(2, len(name))}
    for name in sorted(given, key=len, reverse=True):
        text = text.replace(name, " ")
    while (shorter := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = shorter
    return [word for word in re.findall(r"[^\W\d_]{2,}", text) if word not in PLAIN]


def names(window: MainWindow) -> set[str]:
    """Return what stands on the window because a file or a model is called so."""
    given = {*window.feed.pipeline.networks.names(), *LANGUAGES.values()}
    for series in window.session.catalogue.series:
        study = series.study
        given |= {series.description, study.description, study.patient.name, study.patient.id, study.date}
        given |= set(study.patient.name.replace("^", " ").split()) | {series.modality, study.accession}
    return {name for name in given if name}


def assert_translated(window: MainWindow, root: QWidget | None = None) -> None:
    given = names(window)
    found = {
        (place, text): left for place, text in texts(root or window) if (left := untranslated(text, given))
    }
    assert not found


def test_an_empty_window_has_no_text_of_its_own(words: MainWindow) -> None:
    assert_translated(words)


def test_neither_has_one_with_a_study_and_an_enhanced_slice(
    qtbot, words: MainWindow, catalogue, by_modality: dict[str, Series]
) -> None:
    words.session.set_catalogue(catalogue)
    for modality in ("MR", "DX", "CT"):
        words.session.set_series(by_modality[modality])
        qtbot.waitUntil(lambda: words.feed.frame is not None, timeout=20_000)
        assert_translated(words)
    words.session.use_recipe(START)
    qtbot.waitUntil(lambda: words.feed.enhanced is not None, timeout=60_000)
    words.tabs.setCurrentIndex(1)
    assert_translated(words)


def test_every_dialog_that_an_action_opens(words: MainWindow) -> None:
    for name in ("shortcuts", "about", "preferences", "batch", "tags"):
        words.actions_table.by_name[name].trigger()
    assert_translated(words)


@pytest.mark.parametrize(
    ("code", "file", "slice_", "sentence"),
    [
        ("de", "Datei", "Nächste Schicht", "Dies ist keine DICOM-Datei."),
        ("fr", "Fichier", "Coupe suivante", "Ce n'est pas un fichier DICOM."),
        ("es", "Archivo", "Corte siguiente", "Esto no es un archivo DICOM."),
        ("hi", "फ़ाइल", "अगली स्लाइस", "यह DICOM फ़ाइल नहीं है।"),
    ],
)
def test_each_language(speak, request, code: str, file: str, slice_: str, sentence: str) -> None:
    assert speak(code) == code
    window: MainWindow = request.getfixturevalue("window")
    assert window.menuBar().actions()[0].text() == file
    shown = {action.text() for action in window.findChildren(QAction)}
    assert slice_ in shown
    assert "Next slice" not in shown
    window.session.message("This is not a DICOM file.")
    assert sentence in {label.text() for label in window.findChildren(QLabel)}


def test_buttons_of_qt_speak_hindi_too(speak) -> None:
    speak("hi")
    assert QCoreApplication.translate("QPlatformTheme", "Close") == "बंद करें"


def test_english_needs_no_file(speak) -> None:
    assert speak("en") == "en"
    assert tr("Next slice") == "Next slice"
    assert tr("") == ""


def test_keys_stay_the_same(speak, request) -> None:
    speak("de")
    window: MainWindow = request.getfixturevalue("window")
    action = next(a for a in window.findChildren(QAction) if a.objectName() == "open_files")
    assert action.shortcut().toString() == "Ctrl+O"
