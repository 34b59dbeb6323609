"""Pages of Markdown: tables with lines, blocks with air around them; Markdown says nothing about either."""

from collections.abc import Iterator

from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QTextBlock, QTextCursor, QTextDocument, QTextLength, QTextTable

from app.colours import colours

_PADDING = 4.0


def dress(document: QTextDocument) -> None:
    """Give tables lines and room, and headings air, in the colours of the theme that is on."""
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            form = frame.format()
            form.setCellPadding(_PADDING)
            form.setCellSpacing(0)
            form.setBorder(1)
            form.setBorderCollapse(True)
            form.setBorderBrush(QColor(colours().line))
            form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            frame.setFormat(form)
    for block in blocks(document):
        level = block.blockFormat().headingLevel()
        if level:
            room = block.blockFormat()
            room.setTopMargin(26.0 if level == 2 else 14.0)
            room.setBottomMargin(6.0)
            QTextCursor(block).setBlockFormat(room)


def fit_pictures(document: QTextDocument, width: float) -> None:
    """Make pictures no wider than `width`, and as wide as they are where there is room."""
    for block in blocks(document):
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            form = piece.charFormat().toImageFormat()
            if form.isValid():
                natural = QImage(QUrl(document.baseUrl()).resolved(QUrl(form.name())).toLocalFile()).width()
                form.setWidth(min(width, natural))
                cursor = QTextCursor(document)
                cursor.setPosition(piece.position())
                cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(form)
            pieces += 1


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the paragraphs of a page."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
