"""The window's own words in the language of its user, and the change of that language while it is open.

The English words stand in the code, as arguments of `translate`; the Arabic ones in `translations/igfeditor_ar.ts`,
the format of Qt Linguist, which is read as it is: a compiled file would be a second truth to keep. What comes from
the floors below the window (refusals, labels of deeds) is said by `igfeditor.language.messages`.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from igfeditor.files import translation
from igfeditor.language.bidi import direction_of
from igfeditor.language.messages import arabic_form

CATALOGUE: Final = "igfeditor_ar.ts"
WINDOW_LANGUAGES: Final = ("en", "ar")
_UNFINISHED: Final = frozenset({"unfinished", "vanished", "obsolete"})
_ENGLISH_PLURAL: Final = re.compile(r"\((\w*)\)")

Forms = tuple[str, ...]


def translate(context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
    """Say one of the window's own words in its present language.

    `context` names the part of the window. With `n` the text holds "%n", and agrees with it: "%n text(s)" is
    English for one and for several.
    """
    said = QCoreApplication.translate(context, source, disambiguation, n)
    if n < 0 or said != source.replace("%n", str(n)):
        return said
    return _ENGLISH_PLURAL.sub("" if n == 1 else r"\1", said)


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:
    """Mark words that are said later, in a table; Qt's own mark of this name is not typed."""
    return source


class Catalogue(QTranslator):
    """The Arabic of the window, answered from the file of Qt Linguist."""

    def isEmpty(self) -> bool:
        """Tell Qt that there are words, for it asks no empty catalogue."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # pyright: ignore[reportIncompatibleMethodOverride] - None is Qt's null string: ask the next
        """Give the Arabic of a text, or nothing where the file has none."""
        forms = arabic_words().get((str(context), str(source)))
        if not forms:
            return None
        return forms[arabic_form(n) if n >= 0 and len(forms) > 1 else 0]


def isolated(words: str) -> str:
    """Give a name, path or time that keeps its own direction in a sentence of either language (FSI, PDI: UAX #9)."""
    return f"\u2068{words}\u2069"


@cache
def arabic_words() -> Mapping[tuple[str, str], Forms]:
    """Give the Arabic of each context and English text: one form, or six where it hangs on a number."""
    words: dict[tuple[str, str], Forms] = {}
    for context in ElementTree.parse(translation(CATALOGUE)).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            said = message.find("translation")
            if said is not None and said.get("type") not in _UNFINISHED:
                forms = tuple(form.text or "" for form in said.iter("numerusform")) or (said.text or "",)
                words[context.findtext("name", ""), message.findtext("source", "")] = forms
    return MappingProxyType(words)


class WindowLanguage(QObject):
    """The language that the window speaks; changing it tells every widget (QEvent.LanguageChange)."""

    def __init__(self, application: QApplication, language: str) -> None:
        """Speak a language of `WINDOW_LANGUAGES` from the start."""
        super().__init__(application)
        self._application = application
        self._installed: list[QTranslator] = []
        self.language = ""
        self.change(language)

    def change(self, language: str) -> None:
        """Speak another language from now on; the whole window is mirrored where it runs from the right."""
        if language == self.language:
            return
        self.language = language
        for old in self._installed:
            self._application.removeTranslator(old)
        self._installed = [self._of_qt(), Catalogue(self)] if language == "ar" else []
        rtl = direction_of(language) == "rtl"
        self._application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        for new in self._installed:
            self._application.installTranslator(new)

    def _of_qt(self) -> QTranslator:
        """Give the words of Qt's own dialogs and buttons."""
        words = QTranslator(self)
        words.load(QLocale("ar"), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        return words
