"""Calendars (iCalendar, RFC 5545 with the names of RFC 7986), which a participant's own calendar program opens.

Every row that has a start becomes an event in UTC, breaks included; every day an event of the whole day, in whose
description stands what has no time: the outputs, the notes, and rows without a start, which no calendar can place.
The title block is the description of the calendar. A row without an end is a point in time, and so is one whose
end is not after its start on the clocks of its zone.

The UIDs hang on the agenda and the slot alone: an agenda that is imported again replaces its own events, in
whichever language, and SEQUENCE (the revision) says which is the newer. DTSTAMP is the same in all files, for the
hour of printing would make two files of one agenda differ, and there is no other time that it could truly be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any, Final, cast
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from icalendar.prop import vText

from igfeditor.document.blocks import (
    Document,
    Line,
    Occasion,
    Paragraph,
    Role,
    Row,
    RowKind,
    Section,
    Standing,
    Table,
    Times,
)
from igfeditor.errors import ExportError, sentence
from igfeditor.exporters.plain_lines import (
    based,
    column_of_texts,
    further_cells,
    headed,
    one_line,
    paragraphs_in,
    times_of,
    written_out,
)
from igfeditor.exporters.registry import Template
from igfeditor.language.bidi import RLM, Direction
from igfeditor.language.marks import with_marks

_MAKER: Final = "-//igfeditor//igfeditor//EN"
_STAMP: Final = datetime(1970, 1, 1, tzinfo=UTC)
_COLOR: Final = "steelblue"
_SUMMED_UP: Final = frozenset({Role.ITEM, Role.BREAK, Role.EVENT})
_BETWEEN_ITEMS: Final = " · "
_COMMAS: Final[Mapping[Direction, str]] = MappingProxyType({"ltr": ", ", "rtl": "، "})
_ESCAPES: Final = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})
_ESCAPED: Final = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What the kind of a row is in a calendar: its category, its colour (CSS3), and whether it fills the time."""

    category: str
    color: str
    is_busy: bool


_DAY: Final = _Kind("DAY", "lightsteelblue", is_busy=False)
_KINDS: Final[Mapping[RowKind, _Kind]] = MappingProxyType(
    {
        RowKind.SLOT: _Kind("MEETING", "steelblue", is_busy=True),
        RowKind.BREAK: _Kind("BREAK", "lightgray", is_busy=False),
        RowKind.EVENT: _Kind("EVENT", "seagreen", is_busy=True),
        RowKind.NOTE: _Kind("NOTE", "lightgray", is_busy=False),
    }
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One event as a calendar says it; `start` and `end` are UTC, or dates where it lasts the whole day."""

    uid: str
    start: str
    end: str
    summary: str
    description: str
    location: str
    category: str
    color: str
    transparency: str
    status: str
    sequence: str
    language: str


def write(documents: Sequence[Document], _template: Template) -> bytes:
    """Print one document as a calendar; raises `ExportError` for a document that is no agenda."""
    (document,) = documents
    occasion = _occasion(document)
    # The library's methods have types that are known in part only.
    calendar: Any = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    language = {"LANGUAGE": document.language}
    uid, name, description, category = _head(document, occasion)
    for key, words, parameters in (
        ("uid", uid, {}),
        ("name", name, language),
        ("x-wr-calname", name, language),
        ("description", description, language),
        ("categories", category, language),
        ("color", _COLOR, {}),
        ("x-wr-timezone", occasion.zone, {}),
    ):
        _add(calendar, key, words, parameters)
    for entry in _entries(document, occasion):
        calendar.add_component(_event(entry))
    return calendar.to_ical()


def expected(document: Document) -> list[Line]:
    """Give the calendar and its events as a file must say them."""
    occasion = _occasion(document)
    return [_head(document, occasion), *(astuple(entry) for entry in _entries(document, occasion))]


def read_back(data: bytes) -> list[list[Line]]:
    """Read the calendar and its events from a file."""
    calendar: Any = Calendar.from_ical(data)
    head = tuple(_read(calendar, key) for key in ("UID", "NAME", "DESCRIPTION", "CATEGORIES"))
    return [[head, *(astuple(_read_entry(event)) for event in calendar.walk("VEVENT"))]]


# --- what a calendar says ----------------------------------------------------------------------------------


def _occasion(document: Document) -> Occasion:
    if document.occasion is None:
        raise ExportError(
            sentence("A calendar holds the times of a meeting, and this document has none."),
            sentence("Choose another format, for example {option}.", option=".docx"),
        )
    return document.occasion


def _head(document: Document, occasion: Occasion) -> tuple[str, str, str, str]:
    """Give the UID, the name, the description and the category of a calendar."""
    direction = document.direction
    front = (section for section in document.sections if section.date is None)
    paragraphs = (one for section in front for one in _outside_tables(section) if one.role is not Role.TITLE)
    return (
        str(uuid5(NAMESPACE_URL, occasion.key)),
        based(one_line(document.title), direction),
        "\n".join(map(_line, paragraphs)),
        one_line(occasion.category),
    )


def _entries(document: Document, occasion: Occasion) -> Iterator[_Entry]:
    writer = _Writer(document, occasion)
    for section in document.sections:
        if section.date is not None:
            yield from writer.day(section, section.date)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Makes the events of the days of a document."""

    document: Document
    occasion: Occasion

    def day(self, section: Section, on: date) -> Iterator[_Entry]:
        """Give the event of a whole day, then those of its rows that have a start."""
        yield self._whole_day(section, on)
        for table in (block for block in section.blocks if isinstance(block, Table)):
            for place, row in enumerate(table.rows):
                times = times_of(table, row)
                if times is not None:
                    yield self._row(table, row, on, times, row.node or f"{on}/{place}")

    def _whole_day(self, section: Section, on: date) -> _Entry:
        outside = [*_outside_tables(section)]
        heading = next((one for one in outside if one.role is Role.DAY), None)
        lines = [_line(one) for one in outside if one is not heading]
        for table in (block for block in section.blocks if isinstance(block, Table)):
            for row in table.rows:
                lines += [] if times_of(table, row) else self._lines(table, row)
        node = heading.at.node if heading is not None and heading.at is not None else str(on)
        summary = self._named(section.name) if heading is None else _line(heading)
        days = on.isoformat(), (on + timedelta(days=1)).isoformat()
        return self._entry(node, days, (summary, lines, self._place("")), _DAY)

    def _row(self, table: Table, row: Row, on: date, times: Times, node: str) -> _Entry:
        start = self._moment(on, times.start, times.start_shift)
        end = None if times.end is None else self._moment(on, times.end, times.end_shift)
        moments = start.isoformat(), end.isoformat() if end is not None and end > start else ""
        summary = self._summary(row.cells[column_of_texts(table)].paragraphs)
        return self._entry(node, moments, (summary, self._lines(table, row), self._place(row.room)), _KINDS[row.kind])

    def _moment(self, on: date, clock: time, shift: int) -> datetime:
        """Give a time of the meeting's zone in UTC; of an hour that a clock shows twice the first is meant."""
        zone = ZoneInfo(self.occasion.zone)
        return datetime.combine(on + timedelta(days=shift), clock, zone).astimezone(UTC)

    def _entry(self, node: str, moments: tuple[str, str], words: tuple[str, Sequence[str], str], kind: _Kind) -> _Entry:
        summary, lines, location = words
        is_busy = kind.is_busy and bool(moments[1])
        return _Entry(
            uid=str(uuid5(uuid5(NAMESPACE_URL, self.occasion.key), node)),
            start=moments[0],
            end=moments[1],
            summary=summary,
            description="\n".join(lines),
            location=location,
            category=kind.category,
            color=kind.color,
            transparency="OPAQUE" if is_busy else "TRANSPARENT",
            status=_status(self.occasion.standing),
            sequence=str(self.occasion.revision),
            language=self.document.language,
        )

    def _summary(self, paragraphs: Sequence[Paragraph]) -> str:
        """Give what a participant looks for: numbers and titles, or a label; of a row without words the meeting's."""
        titles = [one for one in paragraphs if one.role in _SUMMED_UP] or [*paragraphs[:1]]
        if not titles:
            return self._named(self.document.title)
        # After a Latin word the number of the next item would stand on its wrong side (R37).
        mark = RLM if titles[0].direction == "rtl" else ""
        return based(f"{_BETWEEN_ITEMS}{mark}".join(map(written_out, titles)), titles[0].direction)

    def _lines(self, table: Table, row: Row) -> list[str]:
        lines = [_line(one) for one in row.cells[column_of_texts(table)].paragraphs]
        for column, cell in further_cells(table, row):
            lines += [based(headed(column, one), column.direction) for one in cell.paragraphs]
        return lines

    def _place(self, room: str) -> str:
        direction = self.document.direction
        place = _COMMAS[direction].join(part for part in map(one_line, (room, self.occasion.venue)) if part)
        return based(with_marks(place, direction), direction) if place else ""

    def _named(self, words: str) -> str:
        return based(one_line(words), self.document.direction)


def _line(paragraph: Paragraph) -> str:
    return based(written_out(paragraph), paragraph.direction)


def _outside_tables(section: Section) -> Iterator[Paragraph]:
    for block in section.blocks:
        if not isinstance(block, Table):
            yield from paragraphs_in(block)


def _status(standing: Standing) -> str:
    return standing.value.upper()


# --- the file ----------------------------------------------------------------------------------------------


class _Words(vText):
    r"""A text that is escaped as RFC 5545 (3.3.11) says: the library's own takes the letters \N for a new line."""

    def to_ical(self) -> bytes:
        """Give the escaped text."""
        return str(self).translate(_ESCAPES).encode()


def _add(component: Any, name: str, words: str, parameters: Mapping[str, str]) -> None:
    if words:
        text = _Words(words)
        cast("Any", text).params.update(parameters)
        component.add(name, text)


def _event(entry: _Entry) -> Any:
    event: Any = Event()
    event.add("dtstamp", _STAMP)
    event.add("dtstart", _when(entry.start))
    if entry.end:
        event.add("dtend", _when(entry.end))
    event.add("sequence", int(entry.sequence))
    spoken = {"LANGUAGE": entry.language}
    _add(event, "summary", entry.summary, spoken)
    _add(event, "description", entry.description, spoken)
    _add(event, "location", entry.location, spoken)
    _add(event, "uid", entry.uid, {})
    _add(event, "categories", entry.category, {})
    _add(event, "color", entry.color, {})
    _add(event, "transp", entry.transparency, {})
    _add(event, "status", entry.status, {})
    return event


def _when(moment: str) -> date:
    return datetime.fromisoformat(moment) if "T" in moment else date.fromisoformat(moment)


def _read_entry(event: Any) -> _Entry:
    return _Entry(
        uid=_read(event, "UID"),
        start=event["DTSTART"].dt.isoformat(),
        end=event["DTEND"].dt.isoformat() if "DTEND" in event else "",
        summary=_read(event, "SUMMARY"),
        description=_read(event, "DESCRIPTION"),
        location=_read(event, "LOCATION"),
        category=_read(event, "CATEGORIES"),
        color=_read(event, "COLOR"),
        transparency=_read(event, "TRANSP"),
        status=_read(event, "STATUS"),
        sequence=str(event["SEQUENCE"]),
        language=str(event["SUMMARY"].params["LANGUAGE"]),
    )


def _read(component: Any, name: str) -> str:
    """Read a text; the library gives the names of RFC 7986 as they stand in the file."""
    value = component.get(name, "")
    if name == "CATEGORIES" and value:
        return ",".join(map(str, value.cats))
    return str(value) if isinstance(value, vText) else _ESCAPED.sub(_unescaped, str(value))


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]
