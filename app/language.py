"""Every text that the user sees goes through `tr`; the translations lie in `assets/translations`."""

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """Return `text`, an English literal, in the language of the application.

    `pyside6-lupdate` finds the literal at the call, in the context without a name; values go in afterwards
    by `.format(...)`. A text that a variable holds is found where `mark` stands around its literal.
    """
    return QCoreApplication.translate("", text) if text else ""


def mark(text: str) -> str:
    """Return `text`, a literal that is read before the language is chosen and goes through `tr` later."""
    return text
