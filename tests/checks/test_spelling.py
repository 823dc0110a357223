"""One word is spelt in one way, and in that of the house."""

from __future__ import annotations

import pytest

from tests.checks.circulated import circulated
from tests.checks.findings import INFO, WARNING, findings, the_finding
from tests.checks.pairs import agenda_of, found, mended, said


class TestTwoSpellings:
    @pytest.mark.parametrize(
        ("texts", "words", "right"),
        [
            (("Themes of IGF 2021", "Focus of IGF 2021", "Issues for IGF2021"), ["IGF2021"], "Issues for IGF 2021"),
            (("Themes of IGF 2021", "IGF 2022", "Overview of IGF2020"), ["IGF2020"], "Overview of IGF 2020"),
            (("Stocktaking", "Process", "IGF stock taking process"), ["stock taking"], "IGF stocktaking process"),
            (
                ("A multistakeholder body", "Multistakeholder group", "Multi-stakeholder work"),
                ["Multi-stakeholder"],
                "Multistakeholder work",
            ),
            (("Workplan of 2021", "The workplan", "Annual work plan"), ["work plan"], "Annual workplan"),
            (("COVID-19 response", "After COVID-19", "COVID19 update"), ["COVID19"], "COVID-19 update"),
            (("Cybersecurity", "Cybersecurity now", "CYBER-SECURITY"), ["CYBER-SECURITY"], "CYBERSECURITY"),
            (("Stocktaking", "Process", "Stock Taking of 2020"), ["Stock Taking"], "Stocktaking of 2020"),
            (("The co-chairs", "Co-chairs meet", "Cochairs report"), ["Cochairs"], "Co-chairs report"),
        ],
    )
    def test_the_rarer_one_is_found_and_put_right(
        self, texts: tuple[str, str, str], words: list[str], right: str
    ) -> None:
        agenda = agenda_of(*texts)
        assert (found(agenda, "G03"), findings(agenda, "G03")[0].severity) == (words, WARNING)
        assert said(mended(agenda, "G03", only_safe=True), "en", "p3") == right

    def test_the_listed_one_is_right_whatever_most_say(self) -> None:
        assert found(agenda_of("Stock taking", "The stock taking", "Stocktaking"), "G03") == [
            "Stock taking",
            "stock taking",
        ]

    @pytest.mark.parametrize(
        "texts",
        [
            ("High-level segment", "Debate at a high level"),
            ("Follow-up to the summit", "How to follow up"),
            ("Anyone may speak", "Any one of us"),
            ("Percentages", "Ten percent, or five per cent"),
            ("A decision-making body", "Decision making today"),
            ("Room 4", "Room 12"),
            ("Taking stock, taking part", "Stocktaking"),
            ("Session 3", "Session-based work"),
            ("www.stock-taking.org", "Stocktaking"),
        ],
    )
    def test_what_is_right_both_ways_is_let_alone(self, texts: tuple[str, str]) -> None:
        assert findings(agenda_of(*texts), "G03") == ()

    def test_those_of_the_circulated_agenda_are_found(self) -> None:
        words = found(circulated(), "G03")
        assert set(words) == {"IGF2020", "IGF2021", "stock taking"}


class TestTheHouse:
    @pytest.mark.parametrize(
        ("en", "words", "right"),
        [
            ("Finalise IGF 2021 focus", ["Finalise"], "Finalize IGF 2021 focus"),
            ("How to organise the program", ["organise", "program"], "How to organize the programme"),
            ("Prioritisation of themes", ["Prioritisation"], "Prioritization of themes"),
            ("FINALISE THE DRAFT", ["FINALISE"], "FINALIZE THE DRAFT"),
            ("40 percent of speakers", ["percent"], "40 per cent of speakers"),
            ("See para 93 (a)", ["para"], "See para. 93 (a)"),
            ("Para 93 (a)", ["Para"], "Para. 93 (a)"),
            ("Center of the debate", ["Center"], "Centre of the debate"),
        ],
    )
    def test_what_it_spells_otherwise_is_found_and_put_right(self, en: str, words: list[str], right: str) -> None:
        agenda = agenda_of(en)
        assert (found(agenda, "G05"), findings(agenda, "G05")[0].severity) == (words, INFO)
        assert said(mended(agenda, "G05", only_safe=True), "en") == right

    def test_the_translation_is_not_stale_for_it(self) -> None:
        changed = mended(agenda_of(("Finalise themes", "وضع الموضوعات"), ("IGF2021 and IGF 2021", "المنتدى")), "G05")
        assert findings(mended(changed, "G03"), "P02") == ()

    def test_arabic_has_its_own(self) -> None:
        agenda = agenda_of(("Affairs", "إدارة الشئون الاجتماعية"))
        assert said(mended(agenda, "G05")) == "إدارة الشؤون الاجتماعية"

    @pytest.mark.parametrize(
        "en",
        [
            "Programme and centre", "An exercise to advise and revise", "The rise of promise", "Computer program",
            "Organisation for Economic Co-operation and Development", "At the Lincoln Center", "Organism and realism",
            "Analyse the results", "See para. 93", "Parameters", "Enterprise and expertise", "Program Committee",
        ],
    )  # fmt: skip
    def test_its_spelling_and_names_are_let_alone(self, en: str) -> None:
        assert findings(agenda_of(en), "G05") == ()

    def test_one_finding_says_both(self) -> None:
        assert str(the_finding(agenda_of("Finalise"), "G05").message) == "“Finalise” is spelt “Finalize” in the house."
