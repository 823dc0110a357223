"""The table of terms is whole and clean, and a project's own terms come before it."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter

import pytest

from igfeditor.checks.term_list import Terms, house_terms, terms_of
from igfeditor.files import resource
from igfeditor.language.cleaning import clean
from igfeditor.model.agenda import Term

COLUMNS = ["en", "short", "ar", "ar_short", "also", "forbidden", "kind", "source"]
ARABIC = re.compile("[\u0621-\u064a]")
LATIN = re.compile("[A-Za-z]")
UNSEEN = re.compile("[\u00a0\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def lines() -> list[str]:
    return resource("terms", "igf.tsv").read_text(encoding="utf-8").splitlines()


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(lines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def terms() -> list[dict[str, str]]:
    return [row for row in rows() if row["kind"] == "term"]


def renderings(row: dict[str, str]) -> list[str]:
    cells = (row["ar"], row["ar_short"], *row["also"].split("|"), *row["forbidden"].split("|"))
    return [cell.strip() for cell in cells if cell.strip()]


class TestTheTable:
    def test_columns_are_those_that_are_read(self) -> None:
        assert lines()[0].split("\t") == COLUMNS
        assert {line.count("\t") for line in lines()} == {len(COLUMNS) - 1}

    def test_it_has_enough_terms(self) -> None:
        assert len(terms()) >= 120
        assert {row["kind"] for row in rows()} == {"term", "keep"}

    def test_nothing_stands_in_it_twice(self) -> None:
        names = Counter(row["en"].casefold() for row in rows() if row["kind"] == "term")
        shorts = Counter(row["short"] for row in rows() if row["short"])
        kept = Counter(row["en"] for row in rows() if row["kind"] == "keep")
        assert [name for counts in (names, shorts, kept) for name, count in counts.items() if count > 1] == []

    def test_each_line_is_whole(self) -> None:
        assert [row["en"] for row in rows() if not row["en"] or not row["source"]] == []
        assert [row["en"] for row in terms() if not row["ar"]] == []
        assert [row["en"] for row in rows() if row["kind"] == "keep" and (row["ar"] or row["short"])] == []

    def test_it_is_composed_and_has_no_unseen_signs(self) -> None:
        text = "\n".join(lines())
        assert unicodedata.normalize("NFC", text) == text
        assert UNSEEN.search(text) is None
        assert [cell for line in lines() for cell in line.split("\t") if cell != cell.strip()] == []

    def test_renderings_are_clean_arabic(self) -> None:
        said = [words for row in terms() for words in renderings(row)]
        assert [words for words in said if clean(words, "ar", suggestions=True).text != words] == []
        assert [words for words in said if not ARABIC.search(words) or LATIN.search(words)] == []

    def test_no_rendering_is_both_right_and_wrong(self) -> None:
        assert [entry.en for entry in house_terms().entries if set(entry.right) & set(entry.forbidden)] == []


class TestTheTermsOfAProject:
    def terms(self) -> Terms:
        own = Term(id="t1", en="dynamic coalition", short="DC", ar="ائتلاف دينامي", forbidden=("تحالف",))
        return terms_of((own,))

    def test_come_first_and_take_the_place_of_those_of_the_house(self) -> None:
        assert [entry.ar for entry in self.terms().entries if entry.en.casefold() == "dynamic coalition"] == [
            "ائتلاف دينامي"
        ]
        assert self.terms().shorts["DC"].source == "project"

    def test_all_others_hold_too(self) -> None:
        assert len(self.terms().entries) == len(house_terms().entries)
        assert self.terms().keep == house_terms().keep


class TestMentions:
    @pytest.mark.parametrize(
        ("said", "names"),
        [
            ("Annual workplan of DCs", ["Dynamic Coalitions"]),
            ("Welcome by MAG Host country Co-chair 2021", ["Multistakeholder Advisory Group", "host country Co-Chair"]),
            ("Remarks from host-country chair", ["host country Chair"]),
            ("Workshops and open forums", ["workshops", "open forums"]),
            ("Themes for IGF2021", ["Internet Governance Forum"]),
            ("The magic of DCsign", []),
            ("Youth engagement", ["youth"]),
            ("A unesco of dcs", []),
            ("Chairman's armchair", []),
        ],
    )
    def test_a_text_says_terms(self, said: str, names: list[str]) -> None:
        assert [one.entry.en for one in house_terms().lexicon.mentions(said)] == names

    def test_of_terms_within_each_other_the_longest_counts(self) -> None:
        (one,) = house_terms().lexicon.mentions("The Economic and Social Council meets")
        assert (one.entry.short, one.start, one.end) == ("ECOSOC", 4, 31)
