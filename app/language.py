"""Every text that the user sees goes through `tr`; the translations lie in `assets/translations`."""

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """Return `text`, an English literal, in the language of the application.

    `pyside6-lupdate` finds the literal at the call, in the context without a name; values go in afterwards
    by `.format(...)`.
    """
    return QCoreApplication.translate("", text)
