"""The reader: what it remembers is what it would find afresh, and it looks again at what was touched alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from igfeditor.checks.finding import Found, Severity, Spot
from igfeditor.checks.proof import ProofReader, Report, unwaive, waive
from igfeditor.checks.registry import Check, Scope
from igfeditor.checks.views import DayView, SlotView, TextView
from igfeditor.errors import sentence
from igfeditor.model import edits
from igfeditor.model.agenda import Agenda
from tests.agendas import a_day, a_slot, a_sub_item, agendas, an_agenda, an_item, large_agenda
from tests.deeds import some_deeds


def told(report: Report) -> list[tuple[object, ...]]:
    return [
        (one.check, one.severity, one.spot, str(one.message), [str(fix.label) for fix in one.fixes])
        for one in (*report.findings, *report.waived)
    ]


def key_of(view: object) -> str:
    if isinstance(view, TextView):
        return f"{view.node}.{view.field}"
    return view.slot.id if isinstance(view, SlotView) else view.day.id if isinstance(view, DayView) else "agenda"


class Watch:
    """A check for each scope that finds nothing and counts where it has looked."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()
        self.reader = ProofReader(self._check(scope) for scope in Scope)

    def _check(self, scope: Scope) -> Check:
        def look(view: object, _context: object) -> Iterator[Found]:
            self.seen[f"{scope.name}:{key_of(view)}"] += 1
            return iter(())

        return Check(f"Z{scope.value:02}", Severity.INFO, scope, sentence("A trial"), sentence("Try."), look)

    def read(self, agenda: Agenda) -> set[str]:
        """Give what was looked at this time."""
        self.seen.clear()
        self.reader.read(agenda)
        assert set(self.seen.values()) <= {1}
        return set(self.seen)


def two_days() -> Agenda:
    one = a_slot(an_item("Opening", a_sub_item("Welcome")), start="09:00", end="10:00")
    other = a_slot(an_item("Closing"), start="10:00", end="11:00")
    return an_agenda(a_day(one, other), a_day(a_slot(an_item("Report"), start="09:00", end="10:00")))


# --- what is remembered ------------------------------------------------------------------------------------


@given(agendas(), st.integers(0, 2**20))
@settings(max_examples=40, deadline=None)
def test_reading_on_gives_what_reading_afresh_gives(agenda: Agenda, seed: int) -> None:
    reader = ProofReader()
    reader.read(agenda)
    for changed in some_deeds(seed, agenda):
        assert told(reader.read(changed)) == told(ProofReader().read(changed))


def test_a_whole_large_agenda_is_read_the_same_again() -> None:
    agenda = large_agenda(40)
    reader = ProofReader()
    assert told(reader.read(agenda)) == told(reader.read(agenda))


def test_at_first_everything_is_looked_at() -> None:
    agenda = two_days()
    seen = Watch().read(agenda)
    assert {"AGENDA:agenda", "DAY:d1", "SLOT:s1", "TEXT:i1.title", "TEXT:c1.text", "TEXT:meeting.title"} <= seen


def test_an_empty_title_is_looked_at_and_an_empty_room_is_not() -> None:
    seen = Watch().read(an_agenda(a_day(a_slot(an_item("", a_sub_item(""))))))
    assert {"TEXT:i1.title", "TEXT:c1.text"} <= seen
    assert not {"TEXT:s1.room", "TEXT:s1.label", "TEXT:d1.heading", "TEXT:meeting.venue"} & seen


def test_what_did_not_change_is_not_looked_at() -> None:
    agenda, watch = two_days(), Watch()
    watch.read(agenda)
    assert watch.read(agenda) == {"AGENDA:agenda"}


def test_a_key_stroke_touches_its_text_its_slot_and_its_day() -> None:
    agenda, watch = two_days(), Watch()
    watch.read(agenda)
    seen = watch.read(edits.set_text(agenda, "c1", "text", "en", "Welcome by the Chair"))
    assert seen == {"AGENDA:agenda", "DAY:d1", "SLOT:s1", "TEXT:c1.text"}


def test_a_new_title_of_the_meeting_touches_no_day() -> None:
    agenda, watch = two_days(), Watch()
    watch.read(agenda)
    seen = watch.read(edits.set_text(agenda, "meeting", "title", "en", "Another"))
    assert seen == {"AGENDA:agenda", "TEXT:meeting.title"}


def test_new_times_touch_all_texts_of_the_slot() -> None:
    agenda, watch = two_days(), Watch()
    watch.read(agenda)
    seen = watch.read(edits.set_slot(agenda, "s1", end="09:30"))
    assert {"DAY:d1", "SLOT:s1", "TEXT:i1.title", "TEXT:c1.text"} <= seen
    assert not any("s2" in name or "i2" in name or "d2" in name for name in seen)


def test_a_new_marker_touches_its_text() -> None:
    agenda, watch = two_days(), Watch()
    watch.read(agenda)
    seen = watch.read(edits.set_sub_item(agenda, "c1", marker="bullet"))
    assert "TEXT:c1.text" in seen
    assert "TEXT:i1.title" not in seen


def test_a_new_date_touches_all_texts_of_the_day() -> None:
    agenda, watch = two_days(), Watch()
    watch.read(agenda)
    seen = watch.read(edits.set_day(agenda, "d2", date=date(2026, 3, 1)))
    assert {"DAY:d2", "SLOT:s3", "TEXT:i3.title"} <= seen
    assert "DAY:d1" not in seen


def test_another_zone_or_style_makes_everything_new() -> None:
    agenda, watch = two_days(), Watch()
    everything = watch.read(agenda)
    assert watch.read(edits.set_meeting(agenda, time_zone="Europe/Zurich")) == everything
    assert watch.read(edits.set_style(agenda, digits="arabic-indic")) == everything


def test_a_day_that_moves_is_looked_at_again() -> None:
    agenda, watch = two_days(), Watch()
    watch.read(agenda)
    turned = agenda.model_copy(update={"days": agenda.days[::-1]})
    assert {"DAY:d1", "DAY:d2", "SLOT:s1", "TEXT:c1.text"} <= watch.read(turned)


# --- waivers and order -------------------------------------------------------------------------------------


def with_a_gap() -> Agenda:
    slots = (
        a_slot(an_item("Opening"), start="09:00", end="10:00"),
        a_slot(an_item("Report"), start="10:30", end="11:00"),
        a_slot(an_item("Closing"), start="11:30", end="12:00"),
    )
    return an_agenda(a_day(*slots))


def gaps(report: Report) -> tuple[list[str], list[str]]:
    return (
        [one.spot.node for one in report.findings if one.check == "T03"],
        [one.spot.node for one in report.waived if one.check == "T03"],
    )


def test_what_is_waived_stands_apart() -> None:
    agenda, reader = with_a_gap(), ProofReader()
    report = reader.read(agenda)
    assert gaps(report) == (["s1", "s2"], [])
    finding = next(one for one in report.findings if one.check == "T03")
    waived = waive(agenda, finding, "interpreters' change-over")
    assert gaps(reader.read(waived)) == (["s2"], ["s1"])
    assert waived.waivers[0].reason == "interpreters' change-over"


def test_a_waiver_is_for_one_check_alone() -> None:
    agenda = with_a_gap()
    finding = next(one for one in ProofReader().read(agenda).findings if one.check == "T03")
    waived = waive(agenda, finding, "meant")
    others = [one.check for one in ProofReader().read(agenda).findings if one.check != "T03"]
    assert [one.check for one in ProofReader().read(waived).findings if one.check != "T03"] == others


def test_a_second_waiver_has_the_new_reason() -> None:
    agenda = with_a_gap()
    finding = next(one for one in ProofReader().read(agenda).findings if one.check == "T03")
    twice = waive(waive(agenda, finding, "first"), finding, "second")
    assert [waiver.reason for waiver in twice.waivers] == ["second"]


def test_a_waiver_can_be_taken_back() -> None:
    agenda = with_a_gap()
    finding = next(one for one in ProofReader().read(agenda).findings if one.check == "T03")
    waived = waive(agenda, finding, "meant")
    assert unwaive(waived, "T03", "s2") == waived
    assert unwaive(waived, "T03", "s1") == agenda


def test_findings_stand_in_the_order_of_the_page() -> None:
    days = (
        a_day(a_slot(an_item("One", a_sub_item("")), start="10:00", end="09:00")),
        a_day(a_slot(an_item(""), start="10:00", end="09:00")),
    )
    agenda = an_agenda(*days, title=an_item("").title)
    found = [(one.check, one.spot.node) for one in ProofReader().read(agenda).findings if one.check in {"T01", "S04"}]
    assert found == [("S04", "meeting"), ("T01", "s1"), ("S04", "c1"), ("T01", "s2"), ("S04", "i2")]


def test_findings_of_one_text_stand_by_language_and_then_by_letter() -> None:
    places = [("title", "ar", 1), ("title", "en", 4), ("host", "", None), ("title", "en", 1), ("", "", None)]

    def look(view: TextView, _context: object) -> Iterator[Found]:
        for field, language, start in places if view.field == "title" else ():
            yield Found(Spot(view.node, field, language, start), sentence("A trial."))

    check = Check("Z01", Severity.INFO, Scope.TEXT, sentence("A trial"), sentence("Try."), look)
    report = ProofReader([check]).read(an_agenda(slots=0))
    assert [(one.spot.field, one.spot.language, one.spot.start) for one in report.findings] == [
        ("", "", None), ("title", "en", 1), ("title", "en", 4), ("title", "ar", 1), ("host", "", None),
    ]  # fmt: skip


def test_a_report_counts_and_knows_the_worst() -> None:
    def look(view: DayView, _context: object) -> Iterator[Found]:
        for severity in (Severity.INFO, Severity.WARNING, Severity.WARNING):
            yield Found(Spot(view.day.id), sentence("A trial."), severity=severity)

    check = Check("Z01", Severity.ERROR, Scope.DAY, sentence("A trial"), sentence("Try."), look)
    report = ProofReader([check]).read(with_a_gap())
    assert [report.count(severity) for severity in Severity] == [1, 2, 0]
    assert report.worst is Severity.WARNING
    assert ProofReader([]).read(with_a_gap()).worst is None
