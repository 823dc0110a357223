"""Last year's meeting becomes this year's: another first date, the years in its texts, and a draft once more.

Only years next to the meeting's own are taken along (its stocktaking of the year before, its own name, its outlook on
the year after): "2030 Agenda" is a name, not a date. What is said in ordinals ("the sixteenth meeting") or as a date
in running text is left for a person to see to, so every translation has to be looked at again.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import replace
from datetime import date
from typing import Final

from igfeditor.language import markup
from igfeditor.language.numerals import arabic_indic
from igfeditor.model import dates
from igfeditor.model.agenda import Agenda, Phrase, State, Text
from igfeditor.model.languages import with_texts

NEAR: Final = 1
"""How many years before and after its own a meeting speaks of as its past and its future."""

_WEEKS_OF_A_YEAR: Final = 52
# A year stands alone; a symbol such as A/75/2021 and a number such as 2021/5 have signs about them.
_YEAR: Final = re.compile(r"(?<![\w/.,:-])\d{4}(?![\w/:]|[.,-]\w)")
_TO_DO: Final[State] = "translated"


def new_agenda_id() -> str:
    """Make an id for an agenda that has none yet: a letter and 16 hexadecimal digits by chance."""
    return f"a{secrets.token_hex(8)}"


def proposed_date(agenda: Agenda) -> date | None:
    """Propose when the next meeting begins: 52 weeks later, on the same day of the week; None without days."""
    first = dates.first_date(agenda)
    if first is None:
        return None
    return date.fromordinal(min(first.toordinal() + 7 * _WEEKS_OF_A_YEAR, date.max.toordinal()))


def renewed_meeting(agenda: Agenda, first: date | None = None, *, years: bool = True) -> Agenda:
    """Make a new agenda from that of an earlier meeting, which begins on `first` and is a draft once more.

    `years` says whether years in texts move as well. Raises `EditError` where a date would leave the calendar.
    """
    before = dates.first_date(agenda)
    moved = agenda if first is None else dates.move_to(agenda, first)
    shift = first.year - before.year if years and first is not None and before is not None else 0
    near = range(before.year - NEAR, before.year + NEAR + 1) if before is not None else range(0)
    renewed = with_texts(moved, lambda text: _renewed(text, near, shift))
    meeting = renewed.meeting.model_copy(update={"status": "draft", "revision": 0})
    return renewed.model_copy(update={"id": new_agenda_id(), "meeting": meeting})


def _renewed(text: Text, near: range, shift: int) -> Text:
    phrases = {language: _phrase(phrase, near, shift) for language, phrase in text.root.items()}
    same = all(phrases[language] is phrase for language, phrase in text.root.items())
    return text if same else Text(phrases)


def _phrase(phrase: Phrase, near: range, shift: int) -> Phrase:
    """Move the years of a phrase and of the source that it was made from; its review begins anew."""
    source = phrase.translated_from
    new = phrase.model_copy(
        update={
            "text": _moved(phrase.text, near, shift),
            "translated_from": None if source is None else _moved(source, near, shift),
            "state": None if phrase.state is None else _TO_DO,
        }
    )
    return phrase if new == phrase else new


def _moved(stored: str, near: range, shift: int) -> str:
    """Move years by `shift` in what is read of a stored text, not in the addresses of its links."""
    if not shift or not _YEAR.search(stored):
        return stored

    def year(found: re.Match[str]) -> str:
        number = int(found[0])
        if number not in near:
            return found[0]
        moved = f"{number + shift:04}"
        return moved if found[0].isascii() else arabic_indic(moved)

    return markup.write(replace(piece, text=_YEAR.sub(year, piece.text)) for piece in markup.parse(stored))
