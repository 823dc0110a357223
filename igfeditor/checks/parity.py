"""Checks of the family P that look at one text: is it translated, is it as long, has it the same links and signs.

P03, the numbers, is in `figures`; P05 and P06, the terms and roles, in `renderings`; P11, the breaks, in `breaks`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from igfeditor.checks.finding import Edit, Fix, Found, Severity
from igfeditor.checks.fixes import rewrite
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.term_list import Terms
from igfeditor.checks.values import Symbol, values_of, values_of_kind
from igfeditor.checks.views import Context, TextView
from igfeditor.errors import Sentence, sentence
from igfeditor.language.bidi import direction_of
from igfeditor.language.markup import parse
from igfeditor.language.tongues import language_sentence
from igfeditor.model.agenda import Agenda
from igfeditor.model.edits import confirm
from igfeditor.model.tree import tree_of

_LETTER: Final = re.compile(r"[^\W\d_]")
_LATIN: Final = re.compile(r"[A-Za-z]")
_LATIN_RUN: Final = re.compile(r"[A-Za-z][A-Za-z0-9&'’./_-]*(?:[ \u00a0]+[A-Za-z][A-Za-z0-9&'’./_-]*)*")
_UNTRANSLATED: Final = re.compile(r"[IVXLC]+|[A-Z]{1,3}-\d+")
"""What is the same in all scripts: numbers in Roman letters, rooms and telephones such as "S-2722"."""
_TAG: Final = re.compile(r"(?<![A-Za-z0-9&/])[#@][A-Za-z]\w+")
_ARABIC_RUN: Final = re.compile(
    r"[\u0620-\u064a\u066e-\u06d3](?:[\u0610-\u061a\u0620-\u06d3 ]*[\u0620-\u064a\u066e-\u06d3])?"
)


# --- P01, P02: is it there, is it of today -----------------------------------------------------------------


@check(
    "P01", Severity.ERROR, Scope.TEXT, sentence("A text is not translated"),
    hint=sentence("Write the translation; where a language is missing, the source is printed in its place."),
)  # fmt: skip
def untranslated(text: TextView, context: Context) -> Iterator[Found]:
    """P01: milder where nothing is promised yet (a preliminary agenda, a cancelled one), and for names of people."""
    missing = [language for language in context.languages if not text.said(language).strip()]
    if not missing or len(missing) == len(context.languages):
        return
    if context.source not in missing and not _needs_translation(text.said(context.source), context.terms):
        return
    severity = _grave(text, context.status)
    for language in missing:
        if language != context.source:
            yield Found(
                text.spot(language),
                sentence("There is no {language} text.", language=language_sentence(language)),
                (),
                severity,
            )
        elif text.field != "title":
            message = sentence("There is a translation, but no {language} text.", language=language_sentence(language))
            yield Found(text.spot(language), message, (), severity)


def _needs_translation(said: str, terms: Terms) -> bool:
    """Tell whether there is anything to translate: "4" or "Zoom" is the same in all languages."""
    if not _LETTER.search(said):
        return False
    rest = terms.kept.sub("", said) if terms.kept else said
    return _LETTER.search(_without_symbols(rest)) is not None


def _grave(text: TextView, status: str) -> Severity | None:
    if status == "cancelled":
        return Severity.INFO
    is_a_name = text.field.startswith("people[") and text.field.endswith("name")
    return Severity.WARNING if status == "preliminary" or is_a_name else None


@check(
    "P02", Severity.ERROR, Scope.TEXT, sentence("A translation is older than its source"),
    hint=sentence("Look at what has changed in the source, bring the translation up to date and confirm it."),
)  # fmt: skip
def stale(text: TextView, context: Context) -> Iterator[Found]:
    """P02."""
    for language in context.targets:
        phrase = text.text.phrase(language)
        if phrase is not None and phrase.is_stale and phrase.text:
            message = sentence(
                "The source of the {language} text has changed since.", language=language_sentence(language)
            )
            fix = Fix(sentence("The translation is still right"), _confirmed(text, language), safe=False)
            yield Found(text.spot(language), message, (fix,))


def _confirmed(text: TextView, language: str) -> Edit:
    def edit(agenda: Agenda) -> Agenda:
        return confirm(agenda, text.node, text.field, language) if text.node in tree_of(agenda) else agenda

    return edit


# --- P07: as long ------------------------------------------------------------------------------------------

_LONG: Final = 60
_LEAST: Final = 0.5
_MOST: Final = 2.0


@check(
    "P07", Severity.WARNING, Scope.TEXT, sentence("A translation is much shorter or longer than its source"),
    hint=sentence("Compare the texts: something may have been left out or added."),
)  # fmt: skip
def length_differs(text: TextView, context: Context) -> Iterator[Found]:
    """P07: short forms are counted as what they stand for, for Arabic says them in full."""
    source = text.said(context.source)
    for language in context.targets:
        target = text.said(language)
        is_long = len(source) >= _LONG or len(target) >= _MOST * _LONG
        if not source or not target or not is_long or len(source) <= 2 * len(target) <= 4 * len(source):
            continue
        ratio = len(_in_full(target, context.terms)) / len(_in_full(source, context.terms))
        if not _LEAST <= ratio <= _MOST:
            message = sentence(
                "The {language} text is {percent} percent as long as its source.",
                language=language_sentence(language), percent=round(ratio * 100),
            )  # fmt: skip
            yield Found(text.spot(language), message)


def _in_full(said: str, terms: Terms) -> str:
    if terms.short is None or not _LATIN.search(said):
        return said
    return terms.short.sub(lambda found: terms.shorts[found[1]].en, said)


# --- P08: words of the other script ------------------------------------------------------------------------


@check(
    "P08", Severity.WARNING, Scope.TEXT, sentence("Words of another script are left in a text"),
    hint=sentence("Translate them, or add them to the words that stay Latin in Arabic."),
)  # fmt: skip
def foreign_words(text: TextView, context: Context) -> Iterator[Found]:
    """P08: Latin words in Arabic, but for names that stay; Arabic words in any other language."""
    for language, said in text.plains.items():
        if direction_of(language) == "ltr":
            yield from _left_arabic(text, language, said)
        elif _LATIN.search(said):
            yield from _left_latin(text, language, said, context.terms)


def _left_latin(text: TextView, language: str, said: str, terms: Terms) -> Iterator[Found]:
    rest = _without_symbols(said)
    if terms.kept is not None:
        rest = terms.kept.sub(lambda found: " " * len(found[0]), rest)
    for found in _LATIN_RUN.finditer(rest):
        words = found[0].rstrip(".-/'’")
        if len(words) > 1 and not _UNTRANSLATED.fullmatch(words):
            spot = text.spot(language, found.start(), found.start() + len(words))
            entry = terms.shorts.get(words)
            fixes = (
                (Fix(sentence("Write “{words}”", words=entry.ar), rewrite(spot, words, entry.ar), safe=False),)
                if entry
                else ()
            )
            yield Found(
                spot,
                sentence(
                    "“{words}” is left in the {language} text.", words=words, language=language_sentence(language)
                ),
                fixes,
            )


def _left_arabic(text: TextView, language: str, said: str) -> Iterator[Found]:
    if said.isascii():
        return
    for found in _ARABIC_RUN.finditer(said):
        message = sentence(
            "“{words}” is left in the {language} text.", words=found[0], language=language_sentence(language)
        )
        yield Found(text.spot(language, found.start(), found.end()), message)


def _without_symbols(said: str) -> str:
    """Put spaces in the place of addresses, symbols of documents, and names as social media write them."""
    for symbol in values_of_kind(said, Symbol):
        if not symbol.value.isalnum():
            said = f"{said[: symbol.start]}{' ' * (symbol.end - symbol.start)}{said[symbol.end :]}"
    return _TAG.sub(lambda found: " " * len(found[0]), said) if "#" in said or "@" in said else said


# --- P09: links, note marks and emphasis -------------------------------------------------------------------

_LINKS: Final = sentence("links")
_NOTES: Final = sentence("note marks")
_EMPHASIS: Final = sentence("emphasis")


@check(
    "P09", Severity.WARNING, Scope.TEXT, sentence("Links, note marks or emphasis differ between the languages"),
    hint=sentence("Mark the same words in both languages."),
)  # fmt: skip
def marks_differ(text: TextView, context: Context) -> Iterator[Found]:
    """P09; a link that only one language has is R05's."""
    if not text.marked:
        return
    phrases = {code: phrase.text for code, phrase in text.text.root.items() if phrase.text.strip()}
    source = phrases.get(context.source)
    if source is None:
        return
    for language in context.targets:
        if language in phrases:
            for what in _different(_marks_of(source), _marks_of(phrases[language])):
                message = sentence(
                    "{what} in {language} are not those of {source}.",
                    what=what,
                    language=language_sentence(language),
                    source=language_sentence(context.source),
                )
                yield Found(text.spot(language), message)


_Marks = tuple[tuple[str, ...], tuple[str, ...], int, int]


@lru_cache(maxsize=4096)
def _marks_of(stored: str) -> _Marks:
    """Give the hosts of the links, the note marks, and how many runs are strong and emphasised."""
    pieces = parse(stored)
    hosts = sorted(urlsplit(piece.link).netloc for piece in pieces if piece.link)
    notes = sorted(piece.note for piece in pieces if piece.note)
    words = [piece for piece in pieces if not piece.note]
    strong, emphasis = (
        sum(now and not before for before, now in zip([False, *marked], marked, strict=False))
        for marked in ([piece.strong for piece in words], [piece.emphasis for piece in words])
    )
    return tuple(hosts), tuple(notes), strong, emphasis


def _different(one: _Marks, other: _Marks) -> Iterator[Sentence]:
    if len(one[0]) == len(other[0]) and one[0] != other[0]:
        yield _LINKS
    if one[1] != other[1]:
        yield _NOTES
    if one[2:] != other[2:]:
        yield _EMPHASIS


# --- P12: what is missing ----------------------------------------------------------------------------------


@check(
    "P12", Severity.WARNING, Scope.TEXT, sentence("A text lacks what its other language has"),
    hint=sentence("Write it in both languages: symbols of documents, addresses, a question mark."),
)  # fmt: skip
def lacks_tokens(text: TextView, context: Context) -> Iterator[Found]:
    """P12."""
    source = text.said(context.source)
    for language in context.targets:
        target = text.said(language)
        if source and target and (_has_tokens(source) or _has_tokens(target)):
            yield from _lack_found(text, (context.source, source), (language, target))
            yield from _lack_found(text, (language, target), (context.source, source))


def _has_tokens(said: str) -> bool:
    return "?" in said or "/" in said or "@" in said or "؟" in said or "www." in said


def _lack_found(text: TextView, here: tuple[str, str], there: tuple[str, str]) -> Iterator[Found]:
    for token, start in _lacking(here[1], there[1]):
        message = sentence(
            "“{token}” stands in {here}, and not in {there}.",
            token=token,
            here=language_sentence(here[0]),
            there=language_sentence(there[0]),
        )
        yield Found(text.spot(here[0], start, start + len(token)), message)


def _lacking(one: str, other: str) -> Iterator[tuple[str, int]]:
    """Give what the one text has and the other has not, with its place."""
    end = one.rstrip("! ").rstrip("\"'”») ")
    if end[-1:] in "?؟" and end and "?" not in other and "؟" not in other:
        yield end[-1], len(end) - 1
    if "/" in one or "@" in one or "www." in one:
        has = Counter(map(_token_key, _tokens(other)))
        for symbol in _tokens(one):
            if has[_token_key(symbol)] == 0:
                yield one[symbol.start : symbol.end], symbol.start
            has[_token_key(symbol)] -= 1


def _tokens(said: str) -> Iterable[Symbol]:
    return (one for one in values_of(said) if isinstance(one, Symbol) and ("/" in one.value or "@" in one.value))


def _token_key(symbol: Symbol) -> str:
    """Give what is compared: a symbol as it is, but of an address only its host, for pages have languages."""
    address = symbol.value.casefold()
    if "://" in address or address.startswith("www."):
        return urlsplit(address if "://" in address else f"//{address}").netloc.removeprefix("www.")
    return address
