"""Small agendas written as data, and what is printed of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from typing import Any

from igfeditor.document.blocks import Cell, ColumnKind, Document, Paragraph, Role, Row, SideBySide, Table
from igfeditor.document.compose import compose
from igfeditor.document.layout import Extra, Layout, Missing
from igfeditor.files import resource
from igfeditor.model.agenda import Agenda
from igfeditor.storage.project_file import load_project

Data = dict[str, Any]
_ids = count(1)


def new_id(letter: str) -> str:
    return f"{letter}{next(_ids)}"


def text(en: str = "", ar: str = "") -> Data:
    both: Data = {"en": {"text": en}} if en else {}
    return {**both, "ar": {"text": ar, "state": "translated"}} if ar else both


def item(en: str = "Item", ar: str = "بند", **more: Any) -> Data:
    return {"id": new_id("i"), "title": text(en, ar), **more}


def sub_item(en: str = "Point", ar: str = "نقطة", **more: Any) -> Data:
    return {"id": new_id("c"), "text": text(en, ar), **more}


def note(identifier: str, en: str = "Note", ar: str = "ملاحظة") -> Data:
    return {"id": identifier, "text": text(en, ar)}


def slot(start: str = "09:00", end: str = "10:00", *items: Data, **more: Any) -> Data:
    times = {key: value for key, value in (("start", start), ("end", end)) if value}
    return {"id": new_id("s"), **times, "items": items, **more}


def day(date: str, *slots: Data, **more: Any) -> Data:
    return {"id": new_id("d"), "date": date, "slots": slots, **more}


def agenda(*days: Data, style: Data | None = None, **meeting: Any) -> Agenda:
    data = {
        "format": "igfeditor-agenda",
        "version": 1,
        "id": "a1",
        "languages": ["en", "ar"],
        "meeting": {"title": text("Meeting", "اجتماع"), **meeting},
        "days": days,
        "style": style or {},
    }
    return Agenda.model_validate_json(json.dumps(data))


def sample() -> Agenda:
    return load_project(resource("samples", "igf-2021.agenda.json"))


def printed(
    agenda: Agenda,
    name: str = "en",
    *,
    days: tuple[int, ...] = (),
    extras: tuple[Extra, ...] = (Extra.ZONES,),
    missing: Missing = Missing.MARK,
) -> Document:
    return compose(agenda, Layout(tuple(name.split("-")), days, extras, missing))


def paragraphs(document: Document) -> Iterator[Paragraph]:
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield block
            elif isinstance(block, SideBySide):
                yield from (*block.first, *block.second)
            else:
                yield from (column.heading for column in block.columns)
                yield from (line for row in block.rows for cell in row.cells for line in cell.paragraphs)


def said(document: Document, role: Role) -> list[str]:
    return [paragraph.line for paragraph in paragraphs(document) if paragraph.role is role]


def tables(document: Document) -> list[Table]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, Table)]


def rows(document: Document) -> list[Row]:
    return [row for table in tables(document) for row in table.rows]


def agenda_cells(document: Document) -> list[Cell]:
    return column_cells(document, ColumnKind.AGENDA)


def column_cells(document: Document, kind: ColumnKind) -> list[Cell]:
    return [
        cell
        for table in tables(document)
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        if column.kind is kind
    ]
