"""Checks of the family R on what a text points to: links and items; marks of notes are in `note_marks`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from igfeditor.checks.finding import Fix, Found, Severity
from igfeditor.checks.fixes import rewrite
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.views import DIGITS, AgendaView, Context, DayView, TextView
from igfeditor.document.numbering import item_numbers
from igfeditor.errors import counted, sentence
from igfeditor.language import markup
from igfeditor.model.agenda import Agenda, Link

_MANY_WORDS: Final = 7


class Linked(NamedTuple):
    """A link within a text: its label with the place of that, and its address."""

    start: int
    label: str
    url: str

    @property
    def end(self) -> int:
        """Give the end of the label."""
        return self.start + len(self.label)


@lru_cache(maxsize=2_000)
def links_in(stored: str) -> tuple[Linked, ...]:
    """Give the links of a stored text; neighbours of one address are one link."""
    if "](" not in stored:
        return ()
    links: list[Linked] = []
    start = 0
    for piece in markup.parse(stored):
        if piece.link is not None:
            if links and links[-1].url == piece.link and links[-1].end == start:
                links[-1] = links[-1]._replace(label=links[-1].label + piece.text)
            else:
                links.append(Linked(start, piece.text, piece.link))
        start += len(piece.text)
    return tuple(links)


# --- targets -----------------------------------------------------------------------------------------------

_NO_TARGET: Final = re.compile(r"\[([^\[\]]*)\]\s?\(\s*(?:#[^()\s]*|TBA|TBC|url|link|\.{3}|…|https?://)?\s*\)", re.I)
_CALL: Final = re.compile(r"\[([^\[\]]*(?:\bclick here\b|\bhere\b|انقر هنا|اضغط هنا)[^\[\]]*)\](?!\()", re.IGNORECASE)
_HOST: Final = re.compile(r"https?://(?:[^/?#@\s]*@)?(\[[^\]]*\]|[^/?#:\s]+)", re.IGNORECASE)


@check(
    "R03",
    Severity.ERROR,
    Scope.TEXT,
    sentence("A link leads nowhere"),
    hint=sentence("Give it its address, or take the link away and keep its words."),
)
def no_target(text: TextView, _: Context) -> Iterator[Found]:
    """R03: an address that is "#" or missing is no link to the program: its signs stand in the text."""
    for language, said in text.plains.items():
        for found in _NO_TARGET.finditer(said) if "](" in said or "] (" in said else ():
            spot = text.spot(language, *found.span())
            fix = Fix(sentence("Keep the words alone"), rewrite(spot, found[0], found[1]), safe=False)
            yield Found(spot, sentence("“{label}” has no address.", label=found[1]), (fix,) if found[1] else ())
        for found in _CALL.finditer(said) if "[" in said else ():
            spot = text.spot(language, *found.span())
            yield Found(spot, sentence("“{label}” has no address.", label=found[1]))
        for link in links_in(text.text.wording(language)) if language in text.marked else ():
            host = _HOST.match(link.url)
            if host is not None and "." not in host[1] and ":" not in host[1]:
                spot = text.spot(language, link.start, link.end)
                yield Found(spot, sentence("{url} is no address.", url=link.url))


# --- labels ------------------------------------------------------------------------------------------------

_EMPTY_LABEL: Final = re.compile(
    r"\W*(?:(?:please\s+)?click\b.*|.*\bhere|(?:this\s+)?link|(?:(?:read|learn|see)\s+)?more|هنا.*|.*\sهنا|(?:انقر|اضغط)\s.*"
    r"|(?:هذا\s+)?الرابط|رابط|(?:(?:اقرأ|اقرؤوا|شاهد|اعرف)\s+)?المزيد)\W*",
    re.IGNORECASE | re.DOTALL,
)
_LABEL_HINTS: Final = ("here", "click", "link", "more", "هنا", "انقر", "اضغط", "رابط", "المزيد")


@check(
    "R04",
    Severity.WARNING,
    Scope.TEXT,
    sentence("The words of a link do not say where it leads"),
    hint=sentence("Let the link stand on the name of what it leads to."),
)
def empty_label(text: TextView, _: Context) -> Iterator[Found]:
    """R04: "here", "click here", "هنا"; printed on paper or read aloud they say nothing."""
    is_label = text.field == "label" and _is_link(text)
    for language, said in text.plains.items() if is_label else _marked(text):
        labels = [(0, said)] if is_label else []
        labels += ((link.start, link.label) for link in links_in(text.text.wording(language)))
        for start, label in labels:
            words = label.casefold()
            is_short = len(words.split()) < _MANY_WORDS and any(hint in words for hint in _LABEL_HINTS)
            if is_short and _EMPTY_LABEL.fullmatch(label):
                yield Found(
                    text.spot(language, start, start + len(label)),
                    sentence("“{label}” does not say where the link leads.", label=label),
                )


def _marked(text: TextView) -> Iterator[tuple[str, str]]:
    return ((language, text.said(language)) for language in text.marked)


def _is_link(text: TextView) -> bool:
    """Tell whether a label is that of a link, and not of a slot."""
    return text.node != text.slot


@check(
    "R05",
    Severity.WARNING,
    Scope.TEXT,
    sentence("A text has more links in one language than in another"),
    hint=sentence("Set the link in the other language too."),
)
def one_sided_link(text: TextView, context: Context) -> Iterator[Found]:
    """R05: addresses may differ, for a site may have a page for each language."""
    if len(text.plains) < 2 or not text.marked:
        return
    links = {language: links_in(text.text.wording(language)) for language in context.languages if text.said(language)}
    most = max(links, key=lambda language: len(links[language]), default="")
    for language, own in links.items():
        if len(own) < len(links[most]):
            unmatched = next(
                (link for link in links[most] if link.url not in {one.url for one in own}), links[most][-1]
            )
            yield Found(
                text.spot(language),
                counted(
                    len(links[most]) - len(own),
                    "{count} link is missing, such as that on “{label}”.",
                    "{count} links are missing, such as that on “{label}”.",
                    label=unmatched.label,
                ),
            )


# --- items -------------------------------------------------------------------------------------------------

_REFERENCE: Final = re.compile(
    r"""
      (?:\b(?:see|under|per|with|in|of|to|and)\s+(?:also\s+)?|\()(?:the\s+)?(?:agenda\s+)?items?\s+(?P<en>\d{1,3})\b
    | (?:انظر\s+(?:أيضاً\s+)?|في\s+إطار\s+|بموجب\s+|\()(?:البند|بند)\s+(?P<ar>\d{1,3})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ITEM: Final = re.compile(r"(?:[Ii]tems?|ITEMS?|بند)\s+\d")
_OF_ANOTHER: Final = re.compile(
    r"\s*(?:\(\w{1,4}\)\s*)?(?:of\s+(?!this\b|the\s+(?:present|draft|provisional)?\s*agenda\b(?!\s+(?:of|for)))|من\s)",
    re.IGNORECASE,
)


@check(
    "R06",
    Severity.ERROR,
    Scope.AGENDA,
    sentence("A text refers to an item that does not exist"),
    hint=sentence("Correct the number of the item."),
)
def unknown_item(view: AgendaView, _: Context) -> Iterator[Found]:
    """R06: an item of another agenda ("item 3 of the General Assembly") is not looked for."""
    known: frozenset[int] | None = None
    for text in (one for one in view.spoken if not DIGITS.isdisjoint(one.signs)):
        for language, said in text.plains.items():
            if not _ITEM.search(said):
                continue
            for found in _REFERENCE.finditer(said):
                known = _item_numbers(view.agenda) if known is None else known
                number = int(found["en"] or found["ar"])
                if number not in known and not _OF_ANOTHER.match(said, found.end()):
                    start = found.start("en") if found["en"] else found.start("ar")
                    message = sentence("There is no item {number}.", number=number)
                    yield Found(text.spot(language, start, found.end()), message)


def _item_numbers(agenda: Agenda) -> frozenset[int]:
    literal = (re.match(r"\d+", item.number) for day in agenda.days for slot in day.slots for item in slot.items)
    return frozenset(item_numbers(agenda).values()) | {int(found[0]) for found in literal if found}


# --- addresses ---------------------------------------------------------------------------------------------


@check(
    "R07",
    Severity.INFO,
    Scope.AGENDA,
    sentence("One address stands under several labels"),
    hint=sentence("Name one thing in one way, or correct the address."),
)
def several_labels(view: AgendaView, context: Context) -> Iterator[Found]:
    """R07: one finding an address, in the source language, at the first label that differs."""
    labels: dict[str, list[str]] = {}
    places: dict[str, tuple[TextView, int, int]] = {}
    addresses = _addresses(view.agenda, view.days)
    for text in (one for one in view.spoken if one.marked or one.node in addresses):
        for start, label, url in _labelled(text, context.source, addresses):
            known = labels.setdefault(url, [])
            if label.casefold() not in (one.casefold() for one in known):
                known.append(label)
                if len(known) == 2:
                    places[url] = text, start, start + len(label)
    for url, (text, start, end) in places.items():
        yield Found(
            text.spot(context.source, start, end),
            counted(
                len(labels[url]),
                "{url} stands under {count} label, first under “{label}”.",
                "{url} stands under {count} labels, first under “{label}”.",
                url=url,
                label=labels[url][0],
            ),
        )


def _addresses(agenda: Agenda, days: tuple[DayView, ...]) -> Mapping[str, str]:
    links: list[Link] = [
        *agenda.meeting.links,
        *(link for day in days for slot in day.slots for link in slot.slot.links),
    ]
    return {link.id: link.url for link in links}


def _labelled(text: TextView, source: str, addresses: Mapping[str, str]) -> Iterator[Linked]:
    said = text.said(source)
    if text.node in addresses and said:
        yield Linked(0, said, addresses[text.node])
    if source in text.marked:
        yield from links_in(text.text.wording(source))
