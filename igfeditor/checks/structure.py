"""Checks of the family S on the structure of the agenda: headings, access notes, empty titles, outputs of days."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from igfeditor.checks.calendar import day_number
from igfeditor.checks.finding import Edit, Fix, Found, Severity, Spot
from igfeditor.checks.fixes import rewrite, write
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.values import Date, values_of
from igfeditor.checks.views import AgendaView, Context, DayView, TextView
from igfeditor.errors import Sentence, sentence
from igfeditor.language import markup
from igfeditor.language.tongues import language_sentence
from igfeditor.model.agenda import Access, Agenda, Item, SubItem, Text
from igfeditor.model.edits import set_day
from igfeditor.model.rows import remove
from igfeditor.model.soundness import THE_MEETING
from igfeditor.model.tree import tree_of

# --- headings ----------------------------------------------------------------------------------------------


@check(
    "S01",
    Severity.ERROR,
    Scope.AGENDA,
    sentence("A day has no heading in some language"),
    hint=sentence("Write the heading, or translate it."),
)
def empty_heading(view: AgendaView, context: Context) -> Iterator[Found]:
    """S01: a meeting whose days have no headings at all does without them."""
    if not any(day.day.heading for day in view.days):
        return
    for day in view.days:
        for language in context.languages:
            if not day.day.heading.wording(language).strip():
                spot = Spot(day.day.id, "heading", language)
                message = _no_heading(day, language)
                yield Found(spot, message, tuple(_copied(view, context, day, spot)))


def _no_heading(day: DayView, language: str) -> Sentence:
    return sentence("Day {day} has no heading in {language}.", day=day.place + 1, language=language_sentence(language))


def _copied(view: AgendaView, context: Context, day: DayView, spot: Spot) -> Iterator[Fix]:
    """Offer the translation that another day has of the same heading."""
    source = day.day.heading.wording(context.source)
    others = (one.day.heading for one in view.days if source and one.day.heading.wording(context.source) == source)
    known = list(dict.fromkeys(wording for other in others if (wording := _fresh(other, spot.language))))
    if known:
        words = markup.plain(known[0])
        yield Fix(sentence("Write “{words}”", words=words), write(spot, known[0]), safe=len(known) == 1)


def _fresh(text: Text, language: str) -> str:
    phrase = text.phrase(language)
    return "" if phrase is None or phrase.is_stale else phrase.text


class _Pattern(NamedTuple):
    """How a heading is written, beside its words."""

    has_day: bool
    has_date: bool
    is_emphasised: bool


@check(
    "S02",
    Severity.WARNING,
    Scope.AGENDA,
    sentence("A heading is written in another way than those of the other days"),
    hint=sentence("Write all headings in one way; the number and date of a day are printed by themselves."),
)
def heading_pattern(view: AgendaView, context: Context) -> Iterator[Found]:
    """S02: a day, a date, or emphasis that only some of the headings have."""
    for language in context.languages:
        patterns = [
            (day, _pattern(wording)) for day in view.days if (wording := day.day.heading.wording(language).strip())
        ]
        if len({pattern for _, pattern in patterns}) < 2:
            continue
        usual = Counter(pattern for _, pattern in patterns).most_common(1)[0][0]
        for day, pattern in patterns:
            if pattern != usual:
                yield Found(Spot(day.day.id, "heading", language), _difference(pattern, usual))


def _pattern(wording: str) -> _Pattern:
    said = markup.plain(wording)
    values = values_of(said)
    return _Pattern(
        has_day=day_number(said, values) is not None,
        has_date=any(isinstance(value, Date) and value.value.day is not None for value in values),
        is_emphasised=any(piece.strong or piece.emphasis for piece in markup.parse(wording)),
    )


def _difference(pattern: _Pattern, usual: _Pattern) -> Sentence:
    if pattern.has_day != usual.has_day:
        if pattern.has_day:
            return sentence("It has the number of the day, which the other headings do not have.")
        return sentence("It lacks the number of the day, which the other headings have.")
    if pattern.has_date != usual.has_date:
        if pattern.has_date:
            return sentence("It has a date, which the other headings do not have.")
        return sentence("It lacks the date, which the other headings have.")
    if pattern.is_emphasised:
        return sentence("It has bold or italic words, which the other headings do not have.")
    return sentence("It lacks bold or italic words, which the other headings have.")


# --- access ------------------------------------------------------------------------------------------------

_ACCESS: Final = re.compile(
    r"""[\s\u00a0]*[(\[]?(?:
      (?P<open>open\s+to\s+(?:all|everyone|the\s+public)|مفتوحة?\s+للجميع|مفتوحة?\s+للعموم)
    | (?P<observers>open\s+to\s+observers|مفتوحة?\s+للمراقبين|مفتوحة?\s+أمام\s+المراقبين)
    | (?P<members>(?:for\s+)?members\s+only|مقصورة?\s+على\s+الأعضاء|للأعضاء\s+فقط)
    | (?P<invitation>by\s+invitation(?:\s+only)?|مقصورة?\s+على\s+المدعوين|بدعوة\s+خاصة)
    )[)\]]?""",
    re.VERBOSE | re.IGNORECASE,
)


@check(
    "S03",
    Severity.WARNING,
    Scope.AGENDA,
    sentence("Access is said for some days or in some languages only"),
    hint=sentence("Choose the access of each day; it is then printed in all languages."),
)
def partial_access(view: AgendaView, context: Context) -> Iterator[Found]:
    """S03: the access that is chosen for a day, and access that is typed into its heading."""
    typed = {day.day.id: _typed_access(day) for day in view.days}
    has_any = any(day.day.access or typed[day.day.id] for day in view.days)
    for day in view.days if has_any else ():
        notes = typed[day.day.id]
        if not day.day.access and not notes:
            yield Found(
                Spot(day.day.id, "access"),
                sentence("Day {day} does not say who has access, but other days do.", day=day.place + 1),
            )
        elif not day.day.access and len(notes) < len(context.languages):
            for language, found in notes.items():
                yield _in_one_language(day, language, found)


def _typed_access(day: DayView) -> dict[str, re.Match[str]]:
    heading = next((text for text in day.texts if text.field == "heading"), None)
    said = () if heading is None else heading.plains.items()
    return {language: found for language, words in said if (found := _ACCESS.search(words))}


def _in_one_language(day: DayView, language: str, found: re.Match[str]) -> Found:
    spot = Spot(day.day.id, "heading", language, found.start() + len(found[0]) - len(found[0].lstrip()), found.end())
    message = sentence("Access is said in {language} only.", language=language_sentence(language))
    return Found(spot, message, (Fix(sentence("Make it the access of the day"), _chosen(day, found), safe=False),))


def _chosen(day: DayView, found: re.Match[str]) -> Edit:
    """Choose the access that is typed, and take the words out of all headings of the day."""
    access: Access = next(name for name in _ACCESSES if found[name])

    def edit(agenda: Agenda) -> Agenda:
        if day.day.id not in tree_of(agenda):
            return agenda
        for language, one in _typed_access(day).items():
            spot = Spot(day.day.id, "heading", language, one.start(), one.end())
            agenda = rewrite(spot, one[0], "", is_same_meaning=True)(agenda)
        return set_day(agenda, day.day.id, access=access)

    return edit


_ACCESSES: Final[tuple[Access, ...]] = ("open", "observers", "members", "invitation")


# --- titles ------------------------------------------------------------------------------------------------


@check(
    "S04",
    Severity.ERROR,
    Scope.FIELD,
    sentence("A title is empty in the source language"),
    hint=sentence("Write the title, or delete the entry."),
)
def empty_title(text: TextView, context: Context) -> Iterator[Found]:
    """S04: the title of the meeting, items and their points."""
    is_title = text.field == "title" or (text.field == "text" and text.marker and text.slot)
    if not is_title or text.said(context.source).strip():
        return
    fix = Fix(sentence("Delete the empty entry"), _deleted(text.node), safe=False)
    yield Found(
        text.spot(context.source),
        sentence("Nothing stands here in {language}.", language=language_sentence(context.source)),
        () if text.plains or text.node == THE_MEETING else (fix,),
    )


def _deleted(row_id: str) -> Edit:
    """Delete an entry if it is empty indeed."""

    def edit(agenda: Agenda) -> Agenda:
        tree = tree_of(agenda)
        node = tree.node(row_id) if row_id in tree else None
        is_item = isinstance(node, Item) and not (node.title or node.body or node.people or node.children)
        is_point = isinstance(node, SubItem) and not (node.text or node.children)
        return remove(agenda, (row_id,)) if is_item or is_point else agenda

    return edit
