"""Both themes: contrast by WCAG 2.2, icons that can be seen, and a change while the window is open."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.colours import THEMES, colours
from app.icons import ICONS, icon
from app.measuring.item import COLOURS
from app.panels.table import NumberTable
from app.panels.text import Note
from app.theme import apply_theme, style_sheet

_GROUNDS = ("panel", "field", "stripe", "raised", "note")
_BEHIND = (("on_fill", "fill"), ("on_chosen", "chosen"), ("on_amber", "amber_fill"), ("ink", "hover"))


@pytest.fixture(params=sorted(THEMES))
def theme(request, qapp):
    """Put a theme on; take it off again."""
    before = qapp.styleSheet(), QPalette(qapp.palette())
    apply_theme(qapp, request.param)
    yield THEMES[request.param]
    apply_theme(qapp, "dark")
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_black_on_white_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", sorted(THEMES))
class TestContrast:
    @pytest.mark.parametrize("ink", ["ink", "muted", "accent", "amber", "red"])
    def test_inks_can_be_read_on_every_ground(self, name, ink):
        for ground in _GROUNDS:
            assert contrast(getattr(THEMES[name], ink), getattr(THEMES[name], ground)) >= 4.5, ground

    @pytest.mark.parametrize(("ink", "ground"), _BEHIND)
    def test_inks_can_be_read_on_their_own_ground(self, name, ink, ground):
        assert contrast(getattr(THEMES[name], ink), getattr(THEMES[name], ground)) >= 4.5

    @pytest.mark.parametrize("mark", ["edge", "icon", "knob", "accent", "amber"])
    def test_marks_can_be_seen(self, name, mark):
        for ground in _GROUNDS:
            assert contrast(getattr(THEMES[name], mark), getattr(THEMES[name], ground)) >= 3, ground

    def test_border_of_the_active_cell_can_be_seen(self, name):
        assert contrast(THEMES[name].fill, THEMES[name].ground) >= 3

    def test_style_sheet_names_no_colour_of_its_own(self, name):
        used = set(re.findall(r"#[0-9a-f]{6}", style_sheet(THEMES[name])))
        assert used <= {getattr(THEMES[name], slot) for slot in THEMES[name].__slots__}


def test_numbers_can_be_read_on_the_colours_of_measurements(qtbot):
    table = NumberTable("Measurements", ("", "Value"))
    qtbot.addWidget(table)
    table.show_rows([(str(n), "5 mm") for n in range(len(COLOURS))])
    for row, colour in enumerate(COLOURS):
        table.tint(row, QColor(colour))
        item = table.item(row, 0)
        assert item.background().color().name() == colour
        assert contrast(item.foreground().color().name(), colour) >= 4.5


def test_drawings_in_the_sheet_can_be_seen():
    ink = re.search(r'stroke="(#[0-9a-f]{6})"', (ICONS / "down.svg").read_text())[1]
    assert all(contrast(ink, theme.raised) >= 3 for theme in THEMES.values())


def _strongest(name: str) -> str:
    """Colour of the most opaque pixel of an icon."""
    image = icon(name).pixmap(QSize(40, 40)).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=QColor.alpha).name()


def test_every_icon_can_be_seen_on_what_it_stands_on(theme):
    drawn = [path.stem for path in ICONS.glob("*.svg") if "#c9d2dc" in path.read_text()]
    assert len(drawn) > 30
    for name in drawn:
        for ground in (theme.panel, theme.raised, theme.hover, theme.chosen):
            assert contrast(_strongest(name), ground) >= 3, name


def test_open_window_changes_at_once_and_images_stay_on_black(window, qapp):
    before = qapp.styleSheet(), QPalette(qapp.palette())
    apply_theme(qapp, "dark")
    dark = window.grab().toImage().pixelColor(4, 4), _tool_ink(window)
    apply_theme(qapp, "light")
    QApplication.processEvents()
    light = window.grab().toImage().pixelColor(4, 4), _tool_ink(window)
    assert colours() is THEMES["light"]
    assert luminance(dark[0].name()) < 0.05 < 0.7 < luminance(light[0].name())
    assert luminance(light[1]) < 0.2 < 0.5 < luminance(dark[1])
    view = window.grid.views[0].grab().toImage()
    assert view.pixelColor(5, view.height() // 2).name() == "#000000"
    apply_theme(qapp, "dark")
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])


def test_links_of_an_open_panel_take_the_colour_of_the_new_theme(qtbot, qapp):
    before = qapp.styleSheet(), QPalette(qapp.palette())
    apply_theme(qapp, "dark")
    note = Note('Runs on the CPU · <a href="x">model card</a>')
    qtbot.addWidget(note)
    note.resize(300, 40)
    note.show()
    assert THEMES["dark"].accent in _inks(note)
    apply_theme(qapp, "light")
    QApplication.processEvents()
    assert THEMES["light"].accent in _inks(note)
    assert THEMES["dark"].accent not in _inks(note)
    apply_theme(qapp, "dark")
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])


def _inks(widget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def _tool_ink(window) -> str:
    image = window.actions_table.by_name["fit"].icon().pixmap(QSize(40, 40)).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=QColor.alpha).name()
