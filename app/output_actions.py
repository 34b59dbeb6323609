"""What the user can do about data elements, films, pages, anonymised copies and batches."""

from collections.abc import Iterator

from PySide6.QtWidgets import QDialog

from app.actions import Action
from app.batch_window import BatchWindow
from app.exporting import Exporting
from app.language import tr
from app.printing import Printing
from app.tags_window import TagsWindow


def output_actions(
    exporting: Exporting, printing: Printing, tags: TagsWindow, batch: BatchWindow
) -> Iterator[Action]:
    """Yield the actions in the order of the menus."""
    yield Action(
        "anonymise",
        "File",
        tr("Export anonymised…"),
        "",
        exporting.anonymise,
        tr("By the DICOM Basic Application Level Confidentiality Profile"),
    )
    yield Action(
        "export_film",
        "File",
        tr("Export film…"),
        "Ctrl+Shift+P",
        exporting.export_film,
        tr("The series as MP4 or animated GIF, before and after"),
        everywhere=True,
    )
    yield from _printing(printing)
    yield from _windows(tags, batch)


def _printing(printing: Printing) -> Iterator[Action]:
    yield Action(
        "export_page",
        "File",
        tr("Export page as PDF…"),
        "",
        printing.save_pdf,
        tr("Original and enhanced on a page, without patient"),
    )
    yield Action("print", "File", tr("Print…"), "", printing.print, tr("Without patient"))
    yield Action(
        "print_identified",
        "File",
        tr("Print with patient…"),
        "",
        lambda: printing.print(identified=True),
    )


def _windows(tags: TagsWindow, batch: BatchWindow) -> Iterator[Action]:
    yield Action(
        "batch",
        "Enhance",
        tr("Enhance many series…"),
        "Ctrl+B",
        lambda: _bring(batch),
        tr("One after another; goes on after a crash"),
        everywhere=True,
    )
    yield Action(
        "tags",
        "View",
        tr("Data elements"),
        "Ctrl+T",
        lambda: _bring(tags),
        tr("DICOM tags of this slice, compared with what an export would write"),
        everywhere=True,
    )


def _bring(window: QDialog) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
