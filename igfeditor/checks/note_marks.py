"""Checks of the family R on notes and their marks, those that are stored and those that somebody typed as a star.

A note of the meeting may be referred to everywhere, that of a day on its day, and that of a slot in its slot. A star
that was typed is a mark where it hangs on a word or begins a text; what begins with it and is a note, or stands in
brackets, is what the mark leads to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from igfeditor.checks.finding import Edit, Fix, Found, Severity, Spot
from igfeditor.checks.fixes import rewrite
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.views import NOWHERE, AgendaView, Context, TextView
from igfeditor.errors import sentence
from igfeditor.language import markup
from igfeditor.model.agenda import Agenda, Note
from igfeditor.model.edits import add_note, set_text
from igfeditor.model.ids import NewIds
from igfeditor.model.tree import tree_of

_STARS: Final = frozenset("*†‡")
_RUN: Final = re.compile(r"[*†‡]+")
_STARTS: Final = re.compile(r"\s*(?:\d{1,3}\s?[.)]\s*)?")
_NOTE_STARTS: Final = re.compile(r"\s*([*†‡]{1,3})(?![*†‡])")
_NOTE_WITHIN: Final = re.compile(r"[(\[]\s?([*†‡]{1,3})\s?\w")
_STARS_OF_HOTELS: Final = re.compile(r"(?<!\d)[1-7]\s?$")
_LONGEST: Final = 3


@dataclass(frozen=True, slots=True)
class _Notes:
    """Where each note stands: the place of its day and its slot, nowhere and none for those of the meeting."""

    homes: Mapping[str, tuple[int, str]]

    def reaches(self, note: str, text: TextView) -> bool:
        """Tell whether a text may refer to a note."""
        home = self.homes.get(note)
        return home is not None and home[0] in {NOWHERE, text.day} and home[1] in {"", text.slot}


def _notes_of(view: AgendaView) -> _Notes:
    homes = {note.id: (NOWHERE, "") for note in view.agenda.meeting.notes}
    for day in view.days:
        homes |= {note.id: (day.place, "") for note in day.day.notes}
        homes |= {note.id: (day.place, slot.slot.id) for slot in day.slots for note in slot.slot.notes}
    return _Notes(homes)


def _stored_marks(stored: str) -> Iterator[tuple[str, int]]:
    """Give the notes that a stored text refers to, each with its place in the text as it is read."""
    place = 0
    for piece in markup.parse(stored) if "[^" in stored else ():
        if piece.note is not None:
            yield piece.note, place
        place += len(piece.text)


def _typed_marks(said: str) -> Iterator[re.Match[str]]:
    """Give the stars that are marks: at the start of a text, or after a word."""
    if "*" not in said and "†" not in said and "‡" not in said:
        return
    opening = _STARTS.match(said)
    for run in _RUN.finditer(said):
        before, after = said[: run.start()].rstrip(), said[run.end() :]
        is_first = opening is not None and run.start() == opening.end()
        ends_word = bool(before) and not after[:1].isalnum() and (before[-1].isalnum() or before[-1] in ')"”»’')
        is_product = before[-1:].isdecimal() and after.lstrip()[:1].isdecimal()
        is_rank = run[0] == "*" and _STARS_OF_HOTELS.search(before) is not None
        if len(run[0]) <= _LONGEST and (is_first or ends_word) and not is_product and not is_rank:
            yield run


# --- marks without a note ----------------------------------------------------------------------------------


@check(
    "R01",
    Severity.ERROR,
    Scope.AGENDA,
    sentence("A mark has no note"),
    hint=sentence("Write the note, or take the mark away."),
)
def mark_without_note(view: AgendaView, _: Context) -> Iterator[Found]:
    """R01: a stored mark of a note that is gone or stands elsewhere, and a star that no note begins with."""
    notes = _notes_of(view)
    starred = [text for text in view.spoken if text.marked or not _STARS.isdisjoint(text.signs)]
    known = _typed_notes(starred, notes)
    for text in starred:
        for language in text.marked:
            for note, place in _stored_marks(text.text.wording(language)):
                if not notes.reaches(note, text):
                    yield _lost(text, language, note, place)
        if text.node not in notes.homes:
            for language, said in text.plains.items():
                for run in _typed_marks(said):
                    is_note = run.start() == 0 and said[run.end() : run.end() + 1] == "("
                    if not is_note and run[0] not in known.get((text.day, text.slot), ()):
                        yield _typed(text, language, run)


def _typed_notes(texts: Iterable[TextView], notes: _Notes) -> Mapping[tuple[int, str], set[str]]:
    """Give the typed marks that notes begin with, by the day and slot of the texts that they can be meant for."""
    known: dict[tuple[int, str], set[str]] = {}
    above: dict[int, set[str]] = {}
    every = list(texts)
    for text in every:
        for said in text.plains.values():
            found = _note_of(text, said, notes)
            if found is not None:
                target = (
                    known.setdefault((text.day, text.slot), set()) if text.slot else above.setdefault(text.day, set())
                )
                target.add(found[1])
    if above:
        for place in {(text.day, text.slot) for text in every}:
            known[place] = known.get(place, set()) | above.get(NOWHERE, set()) | above.get(place[0], set())
    return known


def _note_of(text: TextView, said: str, notes: _Notes) -> re.Match[str] | None:
    """Give the star that a note begins with: a note of its own, or one in brackets within a text."""
    if "*" not in said and "†" not in said and "‡" not in said:
        return None
    found = _NOTE_STARTS.match(said)
    if found is not None and (text.node in notes.homes or said[found.end() : found.end() + 1] == "("):
        return found
    return _NOTE_WITHIN.search(said)


def _lost(text: TextView, language: str, note: str, place: int) -> Found:
    said = text.said(language)
    start = next((at for at in range(place, 0, -1) if not said[at - 1 : at].strip()), 0)
    return Found(
        text.spot(language, start, place),
        sentence("The mark leads to the note {id}, which does not stand here.", id=note),
        (Fix(sentence("Take the mark away"), _without_mark(text.spot(language), note), safe=False),),
    )


def _without_mark(spot: Spot, note: str) -> Edit:
    def edit(agenda: Agenda) -> Agenda:
        if spot.node not in tree_of(agenda):
            return agenda
        stored = tree_of(agenda).text(spot.node, spot.field).wording(spot.language)
        kept = (piece for piece in markup.parse(stored) if piece.note != note)
        return set_text(agenda, spot.node, spot.field, spot.language, markup.write(kept))

    return edit


def _typed(text: TextView, language: str, run: re.Match[str]) -> Found:
    said = text.said(language)
    start, end = run.span()
    lead = start - len(said[:start].rstrip()) if said[end : end + 1] in {"", " "} or start == 0 else 0
    after = len(said[end:]) - len(said[end:].lstrip()) if not said[:start].strip() else 0
    removed = rewrite(
        text.spot(language, start - lead, end + after), said[start - lead : end + after], "", is_same_meaning=True
    )
    fixes = [Fix(sentence("Take the mark away"), removed, safe=False)]
    if text.slot:
        fixes.append(Fix(sentence("Write a note for it"), _with_note(text, language, run), safe=False))
    message = sentence("“{mark}” stands here, but no note begins with it.", mark=run[0])
    return Found(text.spot(language, start, end), message, tuple(fixes))


def _with_note(text: TextView, language: str, run: re.Match[str]) -> Edit:
    """Add an empty note to the slot, and let a mark of it stand for the typed one."""
    start, end = run.span()

    def edit(agenda: Agenda) -> Agenda:
        tree = tree_of(agenda)
        if text.node not in tree or text.slot not in tree:
            return agenda
        stored = tree.text(text.node, text.field).wording(language)
        if markup.plain(stored)[start:end] != run[0]:
            return agenda
        note = NewIds(agenda).new(Note)
        pieces = tuple(_marked(markup.parse(stored), start, end, note))
        return set_text(add_note(agenda, text.slot), text.node, text.field, language, markup.write(pieces))

    return edit


def _marked(pieces: Iterable[markup.Piece], start: int, end: int, note: str) -> Iterator[markup.Piece]:
    """Put a mark in the place of some letters of a text."""
    begin = 0
    for piece in pieces:
        finish = begin + len(piece.text)
        if piece.text and begin <= start < finish:
            yield replace(piece, text=piece.text[: start - begin])
            yield markup.Piece("", note=note)
            yield replace(piece, text=piece.text[end - begin :])
        else:
            yield piece
        begin = finish


# --- notes without a mark ----------------------------------------------------------------------------------


@check(
    "R02",
    Severity.WARNING,
    Scope.AGENDA,
    sentence("No mark leads to a note"),
    hint=sentence("Set the mark in the text that the note belongs to, or take the note away."),
)
def note_without_mark(view: AgendaView, _: Context) -> Iterator[Found]:
    """R02: a note that begins with a star, or the one of several that has no mark; a note alone needs none."""
    notes = _notes_of(view)
    if not notes.homes:
        return
    marked = (text.text.wording(language) for text in view.spoken for language in text.marked)
    used = {note for stored in marked for note, _at in _stored_marks(stored)}
    for text in (text for text in view.texts if text.node in notes.homes):
        starts = {language: found for language, said in text.plains.items() if (found := _NOTE_STARTS.match(said))}
        for language, found in starts.items():
            if not _is_meant(view, notes, text, language, found[1]):
                yield _starred(text, language, found)
        siblings = [note for note, home in notes.homes.items() if home == notes.homes[text.node]]
        if not starts and text.node not in used and any(note in used for note in siblings):
            yield Found(Spot(text.node), sentence("Other notes beside it have a mark, but this one has none."))


def _is_meant(view: AgendaView, notes: _Notes, note: TextView, language: str, mark: str) -> bool:
    """Tell whether some text has the typed mark that a note begins with."""
    return any(
        run[0] == mark
        for text in view.spoken
        if text.node not in notes.homes and notes.reaches(note.node, text)
        for run in _typed_marks(text.said(language))
    )


def _starred(text: TextView, language: str, found: re.Match[str]) -> Found:
    said = text.said(language)
    end = len(said) - len(said[found.end() :].lstrip())
    removed = rewrite(text.spot(language, 0, end), said[:end], "", is_same_meaning=True)
    return Found(
        text.spot(language, *found.span(1)),
        sentence("The note begins with “{mark}”, which stands in no text.", mark=found[1]),
        (Fix(sentence("Take the mark away"), removed, safe=False),),
    )
