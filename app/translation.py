"""The language of the program: chosen at the start, from what lies in `assets/translations`."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

TRANSLATIONS = Path(__file__).resolve().parent.parent / "assets" / "translations"
LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español", "hi": "हिन्दी"}
"""By code, each in its own words: who cannot read the others must find it."""


def wished_language(wished: str) -> str:
    """Return the code of the language to use; "" asks the system, English stands for all others."""
    asked = [wished] if wished else QLocale.system().uiLanguages()
    known = (code.replace("_", "-").split("-")[0] for code in asked)
    return next((code for code in known if code in LANGUAGES), "en")


def install_language(app: QCoreApplication, wished: str) -> str:
    """Make the program speak a language; return its code, "en" where there is no translation.

    Numbers keep the decimal point in every language, as in DICOM and on the images.
    """
    QLocale.setDefault(QLocale.c())
    code = wished_language(wished)
    own = QTranslator(app)
    if code == "en" or not own.load(f"clearslice_{code}", str(TRANSLATIONS)):
        return "en"
    texts_of_qt = QTranslator(app)
    folders = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), str(TRANSLATIONS)
    if any(texts_of_qt.load(f"qtbase_{code}", folder) for folder in folders):
        app.installTranslator(texts_of_qt)
    app.installTranslator(own)
    return code
