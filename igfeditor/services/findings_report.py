"""The findings of an agenda as a printed page, for whoever puts them right without the program: a translator.

    write_report(project.agenda, report, Path("findings.docx"), "ar")

The page speaks one of the two languages of the program; the texts stand side by side in their own, each running its
way, with the letters that are meant in bold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final, cast

from igfeditor.checks.finding import Finding, Severity, Spot
from igfeditor.checks.gathered import Group, grouped
from igfeditor.checks.proof import Report
from igfeditor.checks.registry import all_checks
from igfeditor.document.blocks import (
    Block,
    Document,
    Footer,
    Paragraph,
    Role,
    Section,
    SectionKind,
    SideBySide,
    Span,
    Words,
)
from igfeditor.document.voice import marked
from igfeditor.errors import EditError, Sentence, sentence
from igfeditor.files import Disk
from igfeditor.language.bidi import Direction, direction_of
from igfeditor.language.markup import plain
from igfeditor.language.messages import say
from igfeditor.language.wording import wording_for
from igfeditor.model.agenda import Agenda, Slot, Text
from igfeditor.model.tree import tree_of
from igfeditor.services.operations import write_document
from igfeditor.services.whereabouts import Whereabouts

SUFFIX: Final = ".docx"
_NOTHING: Final = "—"
_GRAVEST_FIRST: Final = (Severity.ERROR, Severity.WARNING, Severity.INFO)
# Controls, directions, halves of letters, presentation forms: no page may hold them, and a finding may be about them.
_UNPRINTABLE: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff\ufb50-\ufdff\ufe70-\ufefc]"
)


def write_report(agenda: Agenda, report: Report, path: Path, language: str, disk: Disk | None = None) -> Path:
    """Write the report as a Word file, whose name gets its ending where it has none; gives the path.

    Raises `SaveError` where the file cannot be written.
    """
    target = path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)
    return write_document(report_document(agenda, report, language), target, disk)


def report_document(agenda: Agenda, report: Report, language: str) -> Document:
    """Make the finished document of a report, said in a language of the program."""
    return _Page(agenda, report, language).document()


class _Page:
    def __init__(self, agenda: Agenda, report: Report, language: str) -> None:
        self._agenda = agenda
        self._report = report
        self._language = language
        self._direction: Direction = direction_of(language)
        self._wording = wording_for(language, agenda.style)
        self._places = Whereabouts(agenda)
        self._tree = tree_of(agenda)
        self._number = 0
        self._hinted: set[str] = set()

    def document(self) -> Document:
        title = say(sentence("Report of findings"), self._language)
        footer = Footer(
            self._language, self._direction, self._wording.phrase("page"), self._wording.phrase("of"), title
        )
        words = Words(self._language, self._direction, "", "", "")
        sections = tuple(self._sections(title))
        return Document("findings", title, (self._language,), self._direction, sections, (footer,), (words,))

    def _sections(self, title: str) -> Iterator[Section]:
        yield Section(SectionKind.TITLE, tuple(self._head(title)))
        groups = grouped(self._agenda, self._report.findings)
        for _, members in groupby(groups, key=lambda group: group.day):
            yield Section(SectionKind.DAY, tuple(self._day(members)))
        if self._report.waived:
            yield Section(SectionKind.DAY, tuple(self._waived()))

    def _head(self, title: str) -> Iterator[Block]:
        yield self._line(Role.TITLE, title)
        name = self._plain(self._agenda.meeting.title)
        if name:
            yield self._line(Role.DETAIL, name)
        counts = [self._said(one.in_number(self._report.count(one))) for one in _GRAVEST_FIRST]
        yield self._line(Role.DETAIL, self._wording.joined(counts))

    # --- findings ------------------------------------------------------------------------------------------

    def _day(self, groups: Iterable[Group]) -> Iterator[Block]:
        for place, group in enumerate(groups):
            if not place:
                yield self._line(Role.DAY, self._day_words(group.day))
            if group.slot:
                yield self._line(Role.LABEL, self._slot_words(group.slot))
            for finding in group.findings:
                yield from self._finding(finding)

    def _day_words(self, day: str) -> str:
        if not day:
            return self._said(sentence("Meeting"))
        number = self._tree.position(day)
        return f"{self._wording.day(number + 1)}: {self._wording.date(self._agenda.days[number].date, weekday=True)}"

    def _slot_words(self, name: str) -> str:
        """Name a slot by its time, and by its label or its first title."""
        slot = cast("Slot", self._tree.node(name))
        time = "" if slot.start is None else self._wording.time_range(slot.start, slot.end)
        texts = (slot.label, *(item.title for item in slot.items))
        title = next((words for text in texts if (words := self._plain(text))), "")
        return "  ".join(part for part in (time, title) if part) or self._said(self._places.of(Spot(name)))

    def _plain(self, text: Text) -> str:
        """Give a text in the language of the page, or in the first of the agenda that has it."""
        return next(
            (plain(said) for one in (self._language, *self._agenda.languages) if (said := text.wording(one))), ""
        )

    def _finding(self, finding: Finding) -> Iterator[Block]:
        self._number += 1
        severity = self._said(finding.severity.said)
        head = f"{severity[:1].upper()}{severity[1:]} {finding.check}"
        place = self._said(self._places.of(finding.spot))
        spans = (Span(head, strong=True), Span(f" – {place}"))
        yield self._spans(Role.ITEM, spans, marker=self._wording.item_number(self._number))
        yield self._line(Role.BODY, self._said(finding.message))
        if finding.check not in self._hinted:
            self._hinted.add(finding.check)
            yield self._line(Role.PEOPLE, self._said(all_checks()[finding.check].hint))
        text = self._text(finding.spot)
        if text:
            yield self._side_by_side(text, finding.spot)

    def _text(self, spot: Spot) -> Text | None:
        try:
            return self._tree.text(spot.node, spot.field)
        except EditError:
            return None

    def _side_by_side(self, text: Text, spot: Spot) -> Block:
        """Give a text in both languages, that which runs as the page does where its lines begin."""
        languages = sorted(self._agenda.languages, key=lambda one: direction_of(one) != self._direction)
        sides = [self._quoted(text, language, spot) for language in languages]
        return sides[0] if len(sides) == 1 else SideBySide((sides[0],), tuple(sides[1:]))

    def _quoted(self, text: Text, language: str, spot: Spot) -> Paragraph:
        said, direction = plain(text.wording(language)), direction_of(language)
        start, end = (spot.start, spot.end) if spot.language == language else (None, None)
        parts = [(said, False)]
        if start is not None and end is not None:
            parts = [(said[:start], False), (said[start:end], True), (said[end:], False)]
        spans = tuple(Span(_visible(words), strong=strong) for words, strong in parts if words)
        return Paragraph(Role.BODY, language, direction, marked(spans or (Span(_NOTHING),), direction))

    # --- waivers -------------------------------------------------------------------------------------------

    def _waived(self) -> Iterator[Block]:
        yield self._line(Role.DAY, self._said(sentence("Waived")))
        reasons = {(waiver.check, waiver.target): waiver.reason for waiver in self._agenda.waivers}
        for finding in self._report.waived:
            place = self._said(self._places.of(finding.spot))
            yield self._spans(Role.ITEM, (Span(finding.check, strong=True), Span(f" – {place}")))
            yield self._line(Role.BODY, self._said(finding.message))
            reason = sentence("Reason: {reason}", reason=reasons.get((finding.check, finding.spot.node), ""))
            yield self._line(Role.BODY, self._said(reason))

    # --- words ---------------------------------------------------------------------------------------------

    def _said(self, message: Sentence) -> str:
        return say(message, self._language)

    def _line(self, role: Role, words: str) -> Paragraph:
        return self._spans(role, (Span(words),))

    def _spans(self, role: Role, spans: tuple[Span, ...], marker: str = "") -> Paragraph:
        shown = tuple(Span(_visible(span.text), strong=span.strong) for span in spans)
        return Paragraph(role, self._language, self._direction, marked(shown, self._direction), marker)


def _visible(words: str) -> str:
    """Name the letters that no page may hold, for they are what was found."""
    return _UNPRINTABLE.sub(lambda found: f"[U+{ord(found[0]):04X}]", words.replace("\n", " "))
