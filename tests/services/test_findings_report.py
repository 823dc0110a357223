"""The report of findings: by day and slot, in the window's language, with both texts running their own way."""

from __future__ import annotations

from pathlib import Path

import pytest

from igfeditor.checks.finding import Finding, Severity, Spot
from igfeditor.checks.proof import ProofReader, Report, waive
from igfeditor.document.blocks import Document, Paragraph, Role, SideBySide, lines
from igfeditor.errors import SaveError, sentence
from igfeditor.exporters.registry import FORMATS
from igfeditor.model.agenda import Agenda
from igfeditor.model.edits import set_text
from igfeditor.services.findings_report import report_document, write_report
from tests.agendas import a_day, a_slot, a_sub_item, a_text, an_agenda, an_item

WORD = FORMATS["docx"]


def small() -> Agenda:
    first = an_item("Opening", a_sub_item("Message [TBA]", ar="رسالة, وكلمة", name="c1"), ar="افتتاح", name="i1")
    other = an_item("Closing", name="i2")
    return an_agenda(
        a_day(a_slot(first, name="s1", start="09:00", end="10:00"), name="d1"),
        a_day(a_slot(other, name="s2"), name="d2", on="2026-02-10"),
        title=a_text("The plenary", "الجلسة العامة"),
    )


def printed(agenda: Agenda, language: str) -> Document:
    return report_document(agenda, ProofReader().read(agenda), language)


def said(document: Document) -> list[str]:
    return [" | ".join(line).replace("\u200e", "").replace("\u200f", "") for line in lines(document)]


def pairs(document: Document) -> list[SideBySide]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, SideBySide)]


def of_role(document: Document, role: Role) -> list[Paragraph]:
    blocks = (block for section in document.sections for block in section.blocks)
    return [block for block in blocks if isinstance(block, Paragraph) and block.role is role]


def test_findings_stand_by_day_and_slot_with_place_and_message() -> None:
    document = printed(small(), "en")
    assert [one.text for one in of_role(document, Role.DAY)] == [
        "Day 1: Monday, 9 February 2026", "Day 2: Tuesday, 10 February 2026",
    ]  # fmt: skip
    assert of_role(document, Role.LABEL)[0].text.replace("\xa0", " ") == "09:00 – 10:00  Opening"
    assert "“[TBA]” is still to be filled in." in said(document)
    heads = [one.text for one in of_role(document, Role.ITEM)]
    assert any(head.startswith("Error H01 – Day 1, 09:00, item 1, a.") for head in heads)
    assert [one.marker for one in of_role(document, Role.ITEM)] == [f"{n}." for n in range(1, len(heads) + 1)]


def test_each_hint_is_given_once() -> None:
    agenda = set_text(small(), "i1", "title", "en", "Opening [TBA]")
    assert [one.check for one in ProofReader().read(agenda).findings].count("H01") > 1
    hints = [one.text for one in of_role(printed(agenda, "en"), Role.PEOPLE)]
    assert len(hints) == len(set(hints)) == len({one.check for one in ProofReader().read(agenda).findings})


@pytest.mark.parametrize(("language", "order"), [("en", ["ltr", "rtl"]), ("ar", ["rtl", "ltr"])])
def test_both_texts_stand_side_by_side_each_running_its_way(language: str, order: list[str]) -> None:
    document = printed(small(), language)
    assert document.direction == order[0]
    for pair in pairs(document):
        assert [pair.first[0].direction, pair.second[0].direction] == order
    assert of_role(document, Role.TITLE)[0].direction == order[0]


def test_the_letters_that_are_meant_are_bold() -> None:
    strong = [
        span.text for pair in pairs(printed(small(), "en")) for one in (*pair.first, *pair.second) for span in one.spans
        if span.strong
    ]  # fmt: skip
    assert "[TBA]" in strong
    assert any("," in words for words in strong)


def test_letters_are_meant_in_one_language_alone() -> None:
    agenda = set_text(small(), "c1", "text", "en", "Message")
    found = next(one for one in ProofReader().read(agenda).findings if one.check == "D05")
    document = report_document(agenda, Report((found,), ()), "en")
    assert not any(span.strong for pair in pairs(document) for one in pair.first for span in one.spans)
    assert any(span.strong for pair in pairs(document) for one in pair.second for span in one.spans)


def test_a_missing_text_is_seen_to_be_missing() -> None:
    assert "Closing | —" in said(printed(small(), "en"))


def test_it_speaks_arabic() -> None:
    document = printed(small(), "ar")
    assert document.title == "تقرير نتائج التدقيق"
    assert of_role(document, Role.DETAIL)[0].text == "الجلسة العامة"
    assert all(one.language == "ar" for one in of_role(document, Role.ITEM))


def test_what_was_waived_stands_at_the_end_with_its_reason() -> None:
    agenda = small()
    finding = next(one for one in ProofReader().read(agenda).findings if one.check == "P01")
    document = printed(waive(agenda, finding, "It is a name"), "en")
    assert said(document)[-1] == "Reason: It is a name"
    assert not any("P01" in one.text for one in of_role(document, Role.ITEM)[:-1])


def test_letters_that_no_page_may_hold_are_named() -> None:
    spot = Spot("i2", "title", "en", 0, 3)
    odd = sentence("Here stands {words}.", words="\u202eabc\ufefb")
    report = Report((Finding("D08", Severity.ERROR, spot, odd),), ())
    document = report_document(small(), report, "en")
    assert any("[U+202E]abc[U+FEFB]" in line for line in said(document))
    assert WORD.difference([document], WORD.write([document])) == ""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_file_holds_what_the_report_says(tmp_path: Path, language: str) -> None:
    agenda = small()
    report = ProofReader().read(agenda)
    path = write_report(agenda, report, tmp_path / "findings", language)
    assert path.name == "findings.docx"
    assert WORD.difference([report_document(agenda, report, language)], path.read_bytes()) == ""


def test_a_sound_agenda_has_a_report_too() -> None:
    document = report_document(small(), Report((), ()), "en")
    assert said(document)[-1] == "0 errors, 0 warnings and 0 remarks"


def test_what_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SaveError):
        write_report(small(), Report((), ()), tmp_path / "file" / "findings", "en")
