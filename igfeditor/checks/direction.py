"""Checks D04 to D09: bullets, punctuation, slashes, digits and unseen signs that Arabic is printed wrongly with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from igfeditor.checks.finding import Fix, Found, Severity
from igfeditor.checks.fixes import rewrite
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.views import AgendaView, Context, TextView
from igfeditor.checks.word_forms import CARRIED, LETTERS
from igfeditor.errors import Sentence, sentence
from igfeditor.language.bidi import direction_of
from igfeditor.language.cleaning import clean, latin_signs, presentation_forms, tatweel
from igfeditor.language.visual_order import from_visual, looks_visual

_TAKE_OUT: Final = sentence("Take it out")
_SPACE: Final = "[ \u00a0\u202f]"


def _write(words: str) -> Sentence:
    return sentence("Write “{words}”", words=words)


def _rewritten(text: TextView, language: str, place: tuple[int, int], words: str, *, safe: bool = True) -> Fix:
    """Give the fix that writes other words in a place of a text, which says the same."""
    was = text.said(language)[place[0] : place[1]]
    label = _write(words) if words.strip() else _TAKE_OUT
    return Fix(label, rewrite(text.spot(language, *place), was, words, is_same_meaning=True), safe)


# --- D04: bullets ------------------------------------------------------------------------------------------

_BULLETS: Final = "•·●○▪■◦‣❖➢"
_BULLET_SIGNS: Final = frozenset(_BULLETS)
_BULLET: Final = re.compile(rf"^[ \t]*([{_BULLETS}])(?=[ \t\u00a0])", re.MULTILINE)


@check(
    "D04", Severity.WARNING, Scope.AGENDA, sentence("Different bullets are typed into texts"),
    hint=sentence("Make the lines points of a list, whose bullets are printed by themselves, or use one bullet."),
)  # fmt: skip
def mixed_bullets(view: AgendaView, context: Context) -> Iterator[Found]:
    """D04: what most of them are is right."""
    bulleted = [text for text in view.spoken if not _BULLET_SIGNS.isdisjoint(text.signs)]
    for language in context.languages:
        typed = [(text, place) for text in bulleted for place in _bullets(text.said(language))]
        counts = Counter(text.said(language)[place] for text, place in typed)
        usual = max(counts, key=lambda bullet: counts[bullet], default="")
        for text, place in typed:
            bullet = text.said(language)[place]
            if bullet != usual:
                fix = _rewritten(text, language, (place, place + 1), usual)
                message = sentence("“{bullet}” stands where most lines have “{usual}”.", bullet=bullet, usual=usual)
                yield Found(text.spot(language, place, place + 1), message, (fix,))


def _bullets(said: str) -> Iterator[int]:
    return (found.start(1) for found in _BULLET.finditer(said))


# --- D05: punctuation --------------------------------------------------------------------------------------

_PUNCTUATION: Final = frozenset(",;?!.:،؛؟*")
_HAS_SIGN: Final = re.compile("[,;?]")
# An ellipsis may stand alone, and a stop or colon may begin a word (".org", ":30").
_DETACHED: Final = re.compile(
    rf"(?<=[\w{CARRIED})\]»”]){_SPACE}+(?=[،؛؟]|[,;?!](?=[\s)\]»”]|$)|[.:](?=[\s)\]»”]|$))"
    rf"|(?<=[\w{CARRIED})]){_SPACE}+(?=\*{{1,3}}(?:[\s،,.]|$))|^\*{{1,3}}{_SPACE}+(?=\w)"
)


@check(
    "D05", Severity.WARNING, Scope.TEXT, sentence("A sign of punctuation is not the Arabic one, or stands apart"),
    hint=sentence("Write ، ؛ ؟ between Arabic words, and each sign right after its word."),
)  # fmt: skip
def wrong_punctuation(text: TextView, _: Context) -> Iterator[Found]:
    """D05: Latin signs between Arabic words, and signs and stars with a space before them."""
    if _PUNCTUATION.isdisjoint(text.signs):
        return
    for language, said in text.plains.items():
        is_rtl = direction_of(language) == "rtl"
        for place, sign in latin_signs(said) if is_rtl and _HAS_SIGN.search(said) else ():
            message = sentence("“{sign}” stands between Arabic words.", sign=said[place])
            fix = _rewritten(text, language, (place, place + 1), sign)
            yield Found(text.spot(language, place, place + 1), message, (fix,))
        if _may_have_detached(said) and not language.startswith("fr"):
            yield from _detached(text, language, said)


def _may_have_detached(said: str) -> bool:
    return any(sign in said for sign in (" ،", " ؛", " ؟", " ,", " ;", " ?", " !", " .", " :", "*", "\u00a0"))


def _detached(text: TextView, language: str, said: str) -> Iterator[Found]:
    for found in _DETACHED.finditer(said):
        if found[0].startswith("*") and text.field != "title" and text.marker in {"", "none"}:
            continue  # A note may begin with its mark.
        start, end = found.span()
        sign = found[0].strip() or said[end]
        place = (start, end) if found[0].strip() else (start, end + 1)
        fix = _rewritten(text, language, place, sign)
        yield Found(text.spot(language, *place), sentence("“{sign}” stands apart from its word.", sign=sign), (fix,))


# --- D06: slashes ------------------------------------------------------------------------------------------

_ADDRESS: Final = re.compile(r"(?:://|www\.)\S*$")
_SLASH: Final = re.compile(rf"(?<=[^\s/:])(?:/{_SPACE}+|{_SPACE}+/)(?=[^\s/])")


@check(
    "D06", Severity.WARNING, Scope.TEXT, sentence("A slash has a space on one side only"),
    hint=sentence("Take the space out, as in شباط/فبراير."),
)  # fmt: skip
def one_sided_slash(text: TextView, _: Context) -> Iterator[Found]:
    """D06."""
    if "/" not in text.signs:
        return
    for language, said in text.plains.items():
        for found in _SLASH.finditer(said):
            if _ADDRESS.search(said, 0, found.start()):
                continue
            fix = _rewritten(text, language, found.span(), "/")
            message = sentence("“{said}” has a space on one side of its slash.", said=_round(said, *found.span()))
            yield Found(text.spot(language, *found.span()), message, (fix,))


def _round(said: str, start: int, end: int) -> str:
    """Give what stands round a place, up to the next spaces."""
    before, after = said[:start].rsplit(None, 1)[-1:], said[end:].split(None, 1)[:1]
    return "".join((*before, said[start:end], *after))


# --- D07: digits -------------------------------------------------------------------------------------------

_EASTERN: Final = "\u0660-\u0669"
_PERSIAN: Final = "\u06f0-\u06f9"
_OTHER_DIGITS: Final = frozenset("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
_NUMBER: Final = re.compile(
    rf"(?<![A-Za-z0-9._/-])(?P<western>[0-9]+(?:[:.,][0-9]+)*)(?![A-Za-z0-9_]|[-/][A-Za-z0-9])"
    rf"|(?P<eastern>[{_EASTERN}]+(?:[:.,٫٬،][{_EASTERN}]+)*)|(?P<persian>[{_PERSIAN}]+(?:[:.,٫٬،][{_PERSIAN}]+)*)"
)
_TO_WESTERN: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫", "01234567890123456789.")
_TO_EASTERN: Final = str.maketrans("0123456789۰۱۲۳۴۵۶۷۸۹.", "٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٫")


@check(
    "D07", Severity.WARNING, Scope.TEXT, sentence("Digits of several scripts stand in one text"),
    hint=sentence("Write all digits of a text in one script."),
)  # fmt: skip
def mixed_digits(text: TextView, context: Context) -> Iterator[Found]:
    """D07: Latin names and symbols keep their digits; the script that the house prints is right."""
    if _OTHER_DIGITS.isdisjoint(text.signs):
        return
    own, table = ("western", _TO_WESTERN) if context.style.digits == "western" else ("eastern", _TO_EASTERN)
    for language, said in text.plains.items():
        numbers = list(_NUMBER.finditer(said))
        if len({found.lastgroup for found in numbers}) < 2:
            continue
        for found in numbers:
            if found.lastgroup != own:
                fix = _rewritten(text, language, found.span(), found[0].translate(table))
                message = sentence("“{number}” has other digits than the rest of the text.", number=found[0])
                yield Found(text.spot(language, *found.span()), message, (fix,))


# --- D08: unseen signs and presentation forms --------------------------------------------------------------

_CONTROLS: Final = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
)
_FORMS: Final = "\ufb50-\ufd3d\ufd40-\ufdcf\ufdf0-\ufdf9\ufe70-\ufefc"
_ODD: Final = re.compile(f"[{_CONTROLS}]+|[{_FORMS}](?:[^\\s{_CONTROLS}]*[{_FORMS}])?")


@check(
    "D08", Severity.ERROR, Scope.TEXT, sentence("A text holds signs that nobody sees, or printed forms of letters"),
    hint=sentence("Take them out; the program sets the signs of direction that printing needs."),
)  # fmt: skip
def unseen_signs(text: TextView, _: Context) -> Iterator[Found]:
    """D08: controls of direction and others are taken out, presentation forms become letters.

    A text whose forms stand in the order of the page is turned round as a whole, but never unasked (R55).
    """
    if not text.signs or not _ODD.search("".join(text.signs)):
        return
    for language, said in text.plains.items():
        if presentation_forms(said) and looks_visual(said):
            fix = _rewritten(text, language, (0, len(said)), from_visual(said), safe=False)
            yield Found(text.spot(language, 0, len(said)), _odd(said), (fix,))
            continue
        for found in _ODD.finditer(said):
            fix = _rewritten(text, language, found.span(), clean(found[0], language).text)
            yield Found(text.spot(language, *found.span()), _odd(found[0]), (fix,))


def _odd(found: str) -> Sentence:
    if presentation_forms(found):
        return sentence("“{said}” is stored as it looks, not as letters.", said=found)
    return sentence("An unseen sign stands here: {code}.", code=" ".join(f"U+{ord(sign):04X}" for sign in found))


# --- D09: tatweel and stray marks --------------------------------------------------------------------------

_TATWEEL: Final = "\u0640"
_MARK: Final = "\u0610-\u061a\u064b-\u065f\u0670"
_HAS_MARK: Final = re.compile(f"[{CARRIED}]")
_STRAY: Final = re.compile(f"(?<![{LETTERS}{CARRIED}])[{_MARK}]+")


@check(
    "D09", Severity.WARNING, Scope.TEXT, sentence("A word is stretched, or a vowel mark stands on no letter"),
    hint=sentence("Take the tatweel or the mark out."),
)  # fmt: skip
def stretched_words(text: TextView, _: Context) -> Iterator[Found]:
    """D09: the tatweel of هـ and of بـ before a name is a letter's form, and stays."""
    if not text.signs or not _HAS_MARK.search("".join(text.signs)):
        return
    for language, said in text.plains.items():
        for place in tatweel(said) if _TATWEEL in said else ():
            message = sentence("“{word}” is stretched.", word=_round(said, *place))
            yield Found(text.spot(language, *place), message, (_rewritten(text, language, place, "", safe=False),))
        for found in _STRAY.finditer(said):
            place = _with_space(said, *found.span())
            yield Found(
                text.spot(language, *found.span()), sentence("A vowel mark stands on no letter."),
                (_rewritten(text, language, place, ""),),
            )  # fmt: skip


def _with_space(said: str, start: int, end: int) -> tuple[int, int]:
    """Take the space before a sign with it where there is one behind it too."""
    is_alone = said[start - 1 : start].isspace() and (said[end : end + 1].isspace() or end == len(said))
    return (start - 1 if is_alone else start), end
