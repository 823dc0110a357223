"""What stands in the text cell of a slot, in one language: items, sub-items, events, links, notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from igfeditor.document.blocks import At, Paragraph, Role, RowKind, Span
from igfeditor.document.layout import Extra
from igfeditor.document.numbering import item_marker, sub_item_markers
from igfeditor.document.voice import Marks, Voice, present
from igfeditor.model.agenda import Item, Kind, Link, Note, Person, Slot, SubItem

SUB_ITEM_ROLES: Final = (Role.SUB_ITEM_1, Role.SUB_ITEM_2, Role.SUB_ITEM_3)
_EVENT_KINDS: Final[frozenset[Kind]] = frozenset({"social", "side_event", "ceremony", "registration"})


@dataclass(frozen=True, slots=True)
class SlotWriter:
    """Writes the slots of one day in one language.

    `numbers` holds the derived number of each item; `extras` the columns of the table, for what has a column of
    its own is not repeated in the text.
    """

    voice: Voice
    numbers: Mapping[str, int]
    extras: frozenset[Extra]

    def paragraphs(self, slot: Slot, marks: Marks) -> tuple[Paragraph, ...]:
        """Give all paragraphs of a slot; `marks` gives the printed mark of each note that it may refer to."""
        return present(self._paragraphs(slot, marks))

    def _paragraphs(self, slot: Slot, marks: Marks) -> Iterator[Paragraph]:
        yield from self._heading(slot, marks)
        for item in slot.items:
            yield from self._item(item, marks, is_alone=len(slot.items) == 1)
        for link in slot.links:
            yield link_line(self.voice, link)
        for note in slot.notes:
            yield note_line(self.voice, note, marks)

    def _heading(self, slot: Slot, marks: Marks) -> Iterator[Paragraph]:
        role = label_role(slot)
        if slot.track:
            yield self.voice.paragraph(Role.PEOPLE, slot.track, at=At(slot.id, "track"))
        if slot.label:
            yield self.voice.paragraph(role, slot.label, marks=marks, at=At(slot.id, "label"))
        elif not slot.items and slot.kind not in {"session", "note"}:
            yield self.voice.line(role, self.voice.wording.phrase(kind_phrase(slot.kind)), at=At(slot.id, "label"))
        if slot.room and Extra.ROOM not in self.extras:
            yield self.voice.labelled(Role.PEOPLE, "room", slot.room, at=At(slot.id, "room"))

    def _item(self, item: Item, marks: Marks, *, is_alone: bool) -> Iterator[Paragraph]:
        marker = item_marker(item, self.numbers, self.voice.wording)
        # The column of minutes has one number a row: it says all only where the row has one item.
        tail = "" if is_alone and Extra.MINUTES in self.extras else self._allotted(item.minutes)
        at = At(item.id, "title")
        yield self.voice.paragraph(Role.ITEM, item.title, marker=marker, tail=tail, marks=marks, at=at)
        for paragraph in item.body:
            yield self.voice.paragraph(Role.BODY, paragraph.text, marks=marks, at=At(paragraph.id, "text"))
        if item.people and Extra.SPEAKER not in self.extras:
            yield self.people(item, Role.PEOPLE)
        yield from self._children(item.children, marks, 0)

    def _children(self, children: Sequence[SubItem], marks: Marks, level: int) -> Iterator[Paragraph]:
        for child, marker in zip(children, sub_item_markers(children, self.voice.wording), strict=True):
            tail = self._allotted(child.minutes)
            role, at = SUB_ITEM_ROLES[level], At(child.id, "text")
            yield self.voice.paragraph(role, child.text, marker=marker, tail=tail, marks=marks, at=at)
            if child.children:
                yield from self._children(child.children, marks, level + 1)

    def _allotted(self, minutes: int | None) -> str:
        return "" if minutes is None else self.voice.wording.allotted(minutes)

    def people(self, item: Item, role: Role) -> Paragraph:
        """Print the people of an item with their roles on one line, quiet under the item or plain in their column."""
        names = [self._person(person) for person in item.people]
        texts = [text for person in item.people for text in (person.name, person.role)]
        words = self.voice.wording.phrase("list-separator").join(names)
        return self.voice.line(role, words, of=texts, at=At(item.id, "people[0].name"))

    def _person(self, person: Person) -> str:
        name, role = self.voice.plain(person.name), self.voice.plain(person.role)
        return self.voice.wording.phrase("person-with-role", name=name, role=role) if role else name


def link_line(voice: Voice, link: Link, role: Role = Role.NOTE) -> Paragraph:
    """Print a labelled address: the label is the link, or the address itself where there is no label."""
    if not link.label:
        return voice.line(role, [Span(link.url, link=link.url)], at=At(link.id, "label"))
    paragraph = voice.paragraph(role, link.label, at=At(link.id, "label"))
    return replace(paragraph, spans=tuple(replace(span, link=link.url) for span in paragraph.spans))


def note_line(voice: Voice, note: Note, marks: Marks) -> Paragraph:
    """Print a note with its mark; a note that nothing refers to has none."""
    return voice.paragraph(Role.NOTE, note.text, marker=marks.get(note.id, ""), marks=marks, at=At(note.id, "text"))


def label_role(slot: Slot) -> Role:
    """Give the look of a slot's label."""
    if slot.is_break:
        return Role.BREAK
    if slot.kind in _EVENT_KINDS:
        return Role.EVENT
    return Role.NOTE if slot.kind == "note" else Role.ITEM


def row_kind(slot: Slot) -> RowKind:
    """Give the look of a slot's row."""
    if slot.is_break:
        return RowKind.BREAK
    if slot.kind in _EVENT_KINDS:
        return RowKind.EVENT
    return RowKind.NOTE if slot.kind == "note" else RowKind.SLOT


def kind_phrase(kind: Kind) -> str:
    """Give the key of the printed words for a slot that has neither label nor items."""
    return kind.replace("_", "-")
