"""Fixes: what they write, what they leave, and that none makes an agenda unsound."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from igfeditor.checks.finding import Finding, Spot
from igfeditor.checks.fixes import rewrite, write
from igfeditor.errors import EditError
from igfeditor.language.markup import parse
from igfeditor.model.agenda import Agenda
from igfeditor.model.edits import set_text
from igfeditor.model.search import rewritten
from igfeditor.model.soundness import flaws
from igfeditor.model.texts import agenda_texts
from igfeditor.model.tree import tree_of
from tests.agendas import a_day, a_slot, agendas, an_agenda, an_item
from tests.checks.circulated import circulated
from tests.checks.findings import findings
from tests.checks.test_agenda_pairs import WRONG, Pair, agenda_with

FAMILIES = ("T", "N", "S", "R")


def saying(en: str, ar: str = "") -> Agenda:
    return an_agenda(a_day(a_slot(an_item(en, ar=ar))))


def title(agenda: Agenda, language: str = "en") -> str:
    return tree_of(agenda).text("i1", "title").wording(language)


@pytest.mark.parametrize(
    ("stored", "start", "end", "words", "after"),
    [
        ("Opening at 9", 11, 12, "10", "Opening at 10"),
        ("**Opening** at *9*", 11, 12, "10", "**Opening** at *10*"),
        ("See [the plan](https://x.org/) now", 4, 12, "it", "See [it](https://x.org/) now"),
        ("See [the plan](https://x.org/) now", 8, 16, "", "See [the ](https://x.org/)"),
        ("In groups[^n1], then", 3, 9, "pairs", "In pairs[^n1], then"),
        (r"A \* b", 2, 3, "[x]", r"A \[x\] b"),
        ("افتتاح **الدورة**", 7, 13, "الاجتماع", "افتتاح **الاجتماع**"),
    ],
)
def test_words_are_written_with_all_marks_kept(stored: str, start: int, end: int, words: str, after: str) -> None:
    assert rewritten(stored, start, end, words) == after


def test_a_text_that_has_changed_is_left() -> None:
    edit = rewrite(Spot("i1", "title", "en", 0, 7), "Opening", "Closing")
    assert title(edit(saying("Opening day"))) == "Closing day"
    for other in (saying("The Opening"), saying(""), an_agenda(days=0)):
        assert edit(other) is other


def test_a_new_source_makes_a_translation_stale_unless_it_means_the_same() -> None:
    agenda, spot = saying("a. Opening", "افتتاح"), Spot("i1", "title", "en", 0, 3)
    for is_same, is_stale in ((False, True), (True, False)):
        phrase = tree_of(rewrite(spot, "a. ", "", is_same_meaning=is_same)(agenda)).text("i1", "title").phrase("ar")
        assert phrase is not None
        assert (phrase.is_stale, phrase.state) == (is_stale, "reviewed")


def test_what_was_stale_before_stays_so() -> None:
    stale = set_text(saying("Start", "افتتاح"), "i1", "title", "en", "a. Opening")
    changed = rewrite(Spot("i1", "title", "en", 0, 3), "a. ", "", is_same_meaning=True)(stale)
    phrase = tree_of(changed).text("i1", "title").phrase("ar")
    assert phrase is not None
    assert phrase.translated_from == "Start"


def test_a_whole_text_is_written_with_its_markup() -> None:
    edit = write(Spot("i1", "title", "ar"), "افتتاح **الدورة**")
    assert title(edit(saying("Opening")), "ar") == "افتتاح **الدورة**"
    empty = an_agenda(days=0)
    assert edit(empty) is empty


def told(finding: Finding) -> tuple[str, Spot, str]:
    return finding.check, finding.spot, str(finding.message)


def assert_marks_are_kept(before: Agenda, after: Agenda) -> None:
    """See that every text that is there before and after has the links and note marks that it had."""
    kept = {(at.node, at.field): at.text for at in agenda_texts(after)}
    for at in agenda_texts(before):
        now = kept.get((at.node, at.field))
        for language, phrase in at.text.root.items() if now is not None and now != at.text else ():
            assert not phrase.text or marks(phrase.text) == marks(now.wording(language)), (at, now)


def marks(stored: str) -> list[tuple[str | None, str | None]]:
    return sorted({(piece.link, piece.note) for piece in parse(stored)} - {(None, None), ("", "")}, key=str)


def assert_fixes_are_good(agenda: Agenda) -> None:
    for finding in findings(agenda, *FAMILIES):
        for fix in finding.fixes:
            try:
                changed = fix.edit(agenda)
            except EditError:
                assert not fix.safe
                continue
            assert flaws(changed) == ()
            if fix.safe and finding.check[0] != "R":
                assert_marks_are_kept(agenda, changed)
            if fix.safe and changed is not agenda:
                assert told(finding) not in map(told, findings(changed, finding.check))


def test_fixes_of_the_circulated_agenda_are_good() -> None:
    assert_fixes_are_good(circulated())


@given(agendas())
@settings(max_examples=25, deadline=None)
def test_fixes_of_any_agenda_are_good(agenda: Agenda) -> None:
    assert_fixes_are_good(agenda)


def test_fixes_keep_the_links_that_stand_over_faults() -> None:
    for pair in WRONG:
        linked = (
            f"[{words}](https://example.org/a)" if set(words).isdisjoint("[]*\n") else words for words in pair[1:]
        )
        assert_fixes_are_good(agenda_with(Pair(pair.check, *linked)))
