"""How much of each language is there, counted again and again at the price of what has changed.

    tally = Tally()
    tally.coverage(agenda)["ar"].percent

Agendas share the days that no deed has touched. A tally keeps the counts of each day, so that after a key stroke
one day is counted and not the meeting.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pydantic import BaseModel, ConfigDict

from igfeditor.language import markup
from igfeditor.model.agenda import Agenda, Day, Meeting, Phrase
from igfeditor.model.texts import TextAt, day_texts, meeting_texts


class Coverage(BaseModel):
    """How much of a language is there.

    `texts` and `words` are those that exist; `source_words` are the words of the source that these texts stand for,
    so that languages of unlike length can be compared; `percent` is of the source's texts.
    """

    model_config = ConfigDict(frozen=True)

    texts: int
    words: int
    source_words: int
    missing: int
    translated: int
    reviewed: int
    final: int
    stale: int
    percent: int


class _Counts(Counter[str]):
    """The counts of one language in some texts; `fields` is how many hold text in any language."""

    def add(self, phrase: Phrase | None, source_words: int) -> None:
        """Count one text that is there in some language; its source has so many words."""
        self["fields"] += 1
        if phrase is None or not phrase.text:
            return
        self["texts"] += 1
        self["words"] += words_of(phrase.text)
        self["source_words"] += source_words
        self["stale" if phrase.is_stale else phrase.state or "source"] += 1


_Part = Meeting | Day
_Counted = Mapping[str, _Counts]
_TOTALS: Final = ("texts", "words", "source_words", "translated", "reviewed", "final", "stale")


class Tally:
    """Counts agendas of one project; what is the same object as at the last time is not counted anew."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._languages: tuple[str, ...] = ()
        # A part is kept beside its counts, so that its identity stays its own.
        self._known: Mapping[int, tuple[_Part, _Counted]] = {}

    def coverage(self, agenda: Agenda) -> dict[str, Coverage]:
        """Count an agenda: for each of its languages how much is there."""
        if agenda.languages != self._languages:
            self._languages, self._known = agenda.languages, {}
        self._known = {id(part): (part, self._counts(part, agenda)) for part in (agenda.meeting, *agenda.days)}
        counted = [counts for _, counts in self._known.values()]
        return {language: _coverage([one[language] for one in counted]) for language in agenda.languages}

    def _counts(self, part: _Part, agenda: Agenda) -> _Counted:
        known = self._known.get(id(part))
        return _counted(_texts_of(part), agenda) if known is None else known[1]


def _texts_of(part: _Part) -> Iterator[TextAt]:
    return meeting_texts(part) if isinstance(part, Meeting) else day_texts(part)


def _counted(places: Iterable[TextAt], agenda: Agenda) -> _Counted:
    counts = {language: _Counts() for language in agenda.languages}
    for place in places:
        if place.text:
            source_words = words_of(place.text.wording(agenda.source))
            for language, one in counts.items():
                one.add(place.text.phrase(language), source_words)
    return counts


def _coverage(counts: Iterable[_Counts]) -> Coverage:
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    fields, texts = total["fields"], total["texts"]
    percent = 100 * texts // fields if fields else 100
    return Coverage(**{name: total[name] for name in _TOTALS}, missing=fields - texts, percent=percent)


def words_of(text: str) -> int:
    """Count the words of a stored text without its markup."""
    return len(markup.plain(text).split())
