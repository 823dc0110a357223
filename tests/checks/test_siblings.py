"""The lines of a list are written alike: in their capitals, and in the sign at their end."""

from __future__ import annotations

import pytest

from igfeditor.model.agenda import Agenda, Output
from tests.agendas import a_day, a_slot, a_sub_item, a_text, an_agenda, an_item
from tests.checks.findings import WARNING, findings, the_finding
from tests.checks.pairs import agenda_of, found, mended, said

SIGNED = ("Roles;", "Tasks;", "Dates.")


def titled(*titles: str) -> Agenda:
    slots = [a_slot(an_item(title), start=f"{9 + place:02}:00") for place, title in enumerate(titles)]
    return an_agenda(a_day(*slots))


class TestCapitals:
    def test_a_line_in_capitals_only_is_found(self) -> None:
        agenda = titled(
            "Opening of the meeting", "Issues and themes", "The IGF 2021 process",
            "OPEN CONSULTATION ON THE PROPOSED BODY - (para. 93(a) of the Roadmap)",
        )  # fmt: skip
        assert the_finding(agenda, "H04").severity is WARNING
        assert found(agenda, "H04") == ["OPEN CONSULTATION ON THE PROPOSED BODY - (para. 93(a) of the Roadmap)"]

    def test_short_lines_in_capitals_are_found(self) -> None:
        assert found(agenda_of("Opening", "Closing", "NEXT STEPS", "Roles"), "H04") == ["NEXT STEPS"]

    def test_a_small_first_letter_is_found_and_put_right(self) -> None:
        agenda = agenda_of("Annual meeting", "intersessional work", "Next steps")
        assert found(agenda, "H04") == ["i"]
        assert said(mended(agenda, "H04"), "en", "p2") == "Intersessional work"

    @pytest.mark.parametrize(
        "texts",
        [
            ("Opening", "Closing", "UN DESA"),
            ("Opening", "Closing", "UNESCO and COVID-19"),
            ("Opening", "Closing", "eGovernment"),
            ("Opening", "Closing", "البند 93 والوثيقة E/ESCWA/C.8 (MAG)"),
            ("opening", "closing", "break"),
            ("OPENING OF ALL", "CLOSING OF ALL", "Next steps"),
            ("Opening", "closing remarks"),
            ("Opening", "Closing", "3 main themes"),
            ("Opening", "Closing", "e.g. open forums"),
        ],
    )
    def test_short_forms_names_and_lists_of_their_own_manner_are_let_alone(self, texts: tuple[str, ...]) -> None:
        assert findings(agenda_of(*texts), "H04") == ()

    def test_outputs_are_a_list_too(self) -> None:
        outputs = [Output(id=f"o{place}", text=a_text(en)) for place, en in enumerate(("Focus", "Flow", "types"))]
        assert [one.spot.node for one in findings(an_agenda(a_day(a_slot(), outputs=tuple(outputs))), "H04")] == ["o2"]


class TestEnds:
    @pytest.mark.parametrize(
        ("texts", "place", "right"),
        [
            (("Roles", "Tasks", "Selection of sessions."), "p3", "Selection of sessions"),
            (("Roles.", "Tasks", "Dates."), "p2", "Tasks."),
            (("Roles;", "Tasks,", "Dates;", "Names;", "Hours;", "Rooms."), "p2", "Tasks;"),
        ],
    )
    def test_another_end_is_found_and_put_right(self, texts: tuple[str, ...], place: str, right: str) -> None:
        agenda = agenda_of(*texts)
        finding = the_finding(agenda, "H05")
        assert (finding.severity, finding.spot.node) == (WARNING, place)
        assert said(finding.fixes[0].edit(agenda), "en", place) == right

    def test_the_sign_is_what_is_found(self) -> None:
        assert found(agenda_of("Roles", "Tasks", "Dates."), "H05") == ["."]

    def test_arabic_is_a_list_of_its_own(self) -> None:
        agenda = agenda_of(("Roles.", "الأدوار"), ("Tasks.", "المهام"), ("Dates.", "التواريخ."))
        assert [(one.spot.node, one.spot.language) for one in findings(agenda, "H05")] == [("p3", "ar")]
        assert said(mended(agenda, "H05", only_safe=True), "ar", "p3") == "التواريخ"

    def test_a_short_list_is_held_against_all_points_of_the_day(self) -> None:
        items = [
            an_item("One", a_sub_item("Roles"), a_sub_item("Tasks")),
            an_item("Two", a_sub_item("Dates"), a_sub_item("Rooms")),
        ]
        lone = an_item("Three", a_sub_item("Timetable.", name="lone"))
        agenda = an_agenda(a_day(a_slot(*items, lone)))
        assert [one.spot.node for one in findings(agenda, "H05")] == ["lone"]

    @pytest.mark.parametrize(
        "texts",
        [
            ("Roles", "Tasks", "What could be the total number?"),
            SIGNED,
            ("Roles;", "Tasks; and", "Dates."),
            ("Roles", "Tasks", "Data, access etc."),
            ("Roles", "Tasks", "Until 3 p.m."),
            ("Roles", "Tasks", "First we meet. Then we decide."),
            ("Roles", "Tasks."),
            ("Roles", "Tasks.", "Dates", "Rooms."),
            ("Roles", "Tasks", "To be continued..."),
        ],
    )
    def test_ends_with_a_reason_are_let_alone(self, texts: tuple[str, ...]) -> None:
        assert findings(agenda_of(*texts), "H05") == ()
