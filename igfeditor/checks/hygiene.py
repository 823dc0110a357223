"""Checks H01, H02, H03 and H06: placeholders, markup of the web, last year's name, and lines that break a phrase."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from igfeditor.checks.finding import Fix, Found, Severity
from igfeditor.checks.fixes import rewrite
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.views import NOWHERE, AgendaView, Context, TextView
from igfeditor.errors import sentence

_TAKE_OUT: Final = sentence("Take it out")

# --- H01: placeholders -------------------------------------------------------------------------------------

_LATER_EN: Final = (
    r"to be (?:confirmed|announced|determined|decided|defined|added|completed|inserted|advised)(?: later)?"
)
_LATER_AR: Final = (
    "(?:(?:س)?[يت](?:حدد|ؤكد|علن|تقرر|بل[غّ]*)|يُحد[ّ]?د|يُعلن|قيد التأكيد|قيد التحديد)"
    "(?: (?:عنه|عنها|الاسم|الوقت|المكان))?(?: (?:لاحق(?:اً|ًا|ا)|فيما بعد))?"
)
_LATER: Final = f"{_LATER_EN}|{_LATER_AR}".replace(" ", r"\ ")
_PLACEHOLDER: Final = re.compile(
    rf"""
      (?P<sure>\[(?:TBA|TBC|TBD|XX+|xx+|\.\.\.|…|name|title|date|time|speaker|الاسم|التاريخ|الوقت|المتكلم)\]
        | \b(?:TBA|TBC|TBD|TODO|FIXME|XXXX+)\b | \b[Xx]{{2}}:[Xx]{{2}}\b | (?<![A-Za-z])xx+(?![A-Za-z]) | _{{3,}}
        | \b[Ll]orem\ [Ii]psum\b | \?{{3,}} | \[\s*\])
    | (?P<roman>(?<![A-Za-z\[])XXX?(?![A-Za-z]))
    | (?:^|[:(\[،,–—-]\s*)(?P<later>{_LATER})(?=\s*(?:$|[)\].،,]))
    | ^(?:\w+[ ]){{1,2}}(?P<time>to[ ]be[ ](?:confirmed|announced))\.?$
    """,
    re.VERBOSE | re.MULTILINE,
)
_HINTS: Final = ("TB", "XX", "xx", "[", "__", "???", "to be ", "orem", "TODO", "FIXME", "لاحق", "قيد الت", "فيما بعد")


@check(
    "H01", Severity.ERROR, Scope.TEXT, sentence("A placeholder is left in a text"),
    hint=sentence("Write what it stands for, or leave the text empty."),
)  # fmt: skip
def placeholder(text: TextView, context: Context) -> Iterator[Found]:
    """H01: XX is the number twenty where a translation says something else for it."""
    for language, said in text.plains.items():
        if not _has_hint(said):
            continue
        for found in _PLACEHOLDER.finditer(said):
            group = found.lastgroup or "sure"
            if group != "roman" or _is_everywhere(text, found["roman"], context):
                spot = text.spot(language, *found.span(group))
                yield Found(spot, sentence("“{words}” is still to be filled in.", words=found[group]))


def _has_hint(said: str) -> bool:
    for hint in _HINTS:  # noqa: SIM110 - a generator costs more than all the tests
        if hint in said:
            return True
    return False


def _is_everywhere(text: TextView, words: str, context: Context) -> bool:
    """Tell whether all languages that an agenda has say these words, and it has more than one."""
    return len(context.languages) > 1 and all(words in text.said(code) for code in context.languages)


# --- H02: the web ------------------------------------------------------------------------------------------

_TAGS: Final = (
    "a|abbr|b|blockquote|body|br|caption|center|code|div|em|font|h[1-6]|hr|html|i|img|li|ol|p|pre|s|script|small|span"
    "|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul"
)
_WEB: Final = re.compile(
    rf"""(?P<tag></?(?:{_TAGS})(?:\s[^<>]*)?/?>|<!--.*?-->)
      | (?P<entity>&(?:amp|nbsp|lt|gt|quot|apos|[lr][sd]quo|[nm]dash|hellip|rlm|lrm|\#\d{{1,6}}|\#x[0-9a-f]{{1,5}});)
      | (?P<chrome>[ ]?\(active\ tab\)|[ ]?\(علامة\ التبويب\ النشطة\)|Skip\ to\ main\ content|Toggle\ navigation
          |Printer-friendly\ version|تجاوز\ إلى\ المحتوى\ الرئيسي|الانتقال\ إلى\ المحتوى\ الرئيسي)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)  # fmt: skip
_WEB_HINTS: Final = ("<", "&", "tab", "Skip", "Toggle", "Printer", "التبويب", "المحتوى الرئيسي")


_WEB_SIGNS: Final = frozenset("<&(-")
_CONTROLS: Final = ("Skip to main", "Toggle nav", "المحتوى الرئيسي")


def _is_of_a_page(said: str) -> bool:
    return any(control in said for control in _CONTROLS)


@check(
    "H02", Severity.WARNING, Scope.TEXT, sentence("Remains of a web page stand in a text"),
    hint=sentence("Take them out; they come with text that is copied from a page."),
)  # fmt: skip
def web_remains(text: TextView, _: Context) -> Iterator[Found]:
    """H02: tags, entities, and the labels of a page's own controls."""
    if text.signs.isdisjoint(_WEB_SIGNS) and not any(map(_is_of_a_page, text.plains.values())):
        return
    for language, said in text.plains.items():
        if any(hint in said for hint in _WEB_HINTS):
            for found in _WEB.finditer(said):
                start, end = found.span()
                words = html.unescape(found[0]) if found["entity"] else ""
                label = sentence("Write “{words}”", words=words) if words else _TAKE_OUT
                edit = rewrite(text.spot(language, start, end), found[0], words, is_same_meaning=True)
                message = sentence("“{words}” comes from a web page.", words=found[0].strip())
                yield Found(text.spot(language, start, end), message, (Fix(label, edit),))


# --- H03: last year ----------------------------------------------------------------------------------------

_YEAR: Final = re.compile(r"(?<![\w/.,:–-])((?:19|20)\d\d)(?![\w/:–-]|[.,]\d)")
_NAMED_YEAR: Final = re.compile(r"([A-Z][A-Za-z]+)[ \u00a0]?((?:19|20)\d\d)(?![\w/:–-]|[.,]\d)")
_LOOKS_BACK: Final = re.compile(
    r"stock[ -]?taking|review|evaluat|assess|report|recommend|lesson|feedback|outcome|result|follow[ -]?up|since|last|"
    r"previous|past|former|summary|recap|record|minutes|history|from|conclusion|message|impact|achieve|output|analys|"
    r"\bof\b.*\bmeeting of\b|held|adopted|resolution|agenda for|survey|experience|archive|looking back|approv|"
    r"progress|implement|status|update|comparison|decision",
    re.IGNORECASE,
)
_MONTH_BEFORE: Final = re.compile(
    r"\d|January|February|March|April|May|June|July|August|September|October|November|December"
)


class _Old(NamedTuple):
    """A name with the year before that of the meeting, with its place in the source."""

    text: TextView
    name: str
    start: int
    end: int


@check(
    "H03", Severity.INFO, Scope.AGENDA, sentence("A name has the year of the last meeting"),
    hint=sentence("Correct the year if the text was taken over from the last agenda."),
)  # fmt: skip
def last_years_name(view: AgendaView, context: Context) -> Iterator[Found]:
    """H03: a warning in the title of the meeting; only names that others say with the meeting's own year."""
    if not view.days:
        return
    year = min(day.day.date for day in view.days).year
    now: defaultdict[str, int] = defaultdict(int)
    old: list[_Old] = []
    for text in (text for text in view.spoken if "0" in text.signs):
        said = text.said(context.source)
        for name, number, start, end in _named_years(said):
            now[name] += number == year
            if number == year - 1 and not _may_look_back(said, year):
                old.append(_Old(text, name, start, end))
    for text, name, start, end in old:
        is_title = text.day == NOWHERE and text.field == "title"
        if is_title or now[name]:
            message = sentence(
                "“{name}” has the year {old}; the meeting is in {year}.", name=name, old=year - 1, year=year
            )
            spot = text.spot(context.source, start, end)
            yield Found(spot, message, severity=Severity.WARNING if is_title else None)


def _named_years(said: str) -> Iterator[tuple[str, int, int, int]]:
    """Give the names that have a year behind them: "IGF 2021"; a month is no name."""
    return (
        (found[1], int(found[2]), *found.span(2))
        for found in _NAMED_YEAR.finditer(said)
        if not _MONTH_BEFORE.fullmatch(found[1])
    )


def _may_look_back(said: str, year: int) -> bool:
    return str(year) in said or _LOOKS_BACK.search(said) is not None


# --- H06: lines --------------------------------------------------------------------------------------------

_BREAK: Final = re.compile(r"[ \t\u00a0]*\n[ \t\u00a0\n]*(?=\S)")
_ENDS: Final = frozenset('.:;!?…؛؟)]»”"')
_BULLETS: Final = re.compile(r"(?:[-–—*•·●○▪■◦‣]|\(?\w{1,3}[.)])\s")
_BINDING: Final = re.compile(
    r"(?:\b(?:a|an|the|of|by|for|to|in|on|at|with|from|and|or|as|its|their|via|into)"
    r"|(?<![\u0620-\u064a])(?:من|في|إلى|على|عن|مع|بين|أو|التي|الذي|حول|عبر|بشأن|لدى|نحو|و|بعد|قبل|خلال))$"
)


@check(
    "H06", Severity.WARNING, Scope.TEXT, sentence("A line breaks in the middle of a phrase"),
    hint=sentence("Take the line break out; lines break by themselves in print."),
)  # fmt: skip
def broken_line(text: TextView, _: Context) -> Iterator[Found]:
    """H06: before a small letter, after a word that binds, or where no other language has a break."""
    if "\n" not in text.signs:
        return
    for language, said in text.plains.items():
        for found in _BREAK.finditer(said):
            before, after = said[: found.start()], said[found.end() :]
            if not before or before[-1] in _ENDS or _BULLETS.match(after):
                continue
            is_sure = after[0].islower() or _BINDING.search(before) is not None
            if is_sure or (not after[0].isupper() and _only_here(text, language)):
                edit = rewrite(text.spot(language, *found.span()), found[0], " ", is_same_meaning=True)
                fix = Fix(sentence("Join the lines"), edit, safe=is_sure)
                words = sentence("The line breaks after “{word}”.", word=before.split()[-1])
                yield Found(text.spot(language, *found.span()), words, (fix,))


def _only_here(text: TextView, language: str) -> bool:
    return not any("\n" in said for code, said in text.plains.items() if code != language)
