"""Web pages as they are written: landmarks, headings, lists, times for machines, links, and nothing that runs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from typing import Any

import html5lib
import pytest
from lxml import etree

from igfeditor.document.blocks import (
    Cell,
    Document,
    Occasion,
    Role,
    Row,
    RowKind,
    Section,
    SectionKind,
    Span,
    Standing,
    Table,
    Times,
)
from igfeditor.document.layout import Extra
from igfeditor.errors import ExportError
from igfeditor.exporters.registry import FORMATS
from igfeditor.files import resource
from igfeditor.language.bidi import RLM
from igfeditor.model.agenda import Agenda
from tests.agenda_words import HOSTILE
from tests.document.printing import agenda, day, item, printed, sample, slot, text
from tests.documents import (
    a_bilingual_document,
    a_document,
    a_document_of,
    a_document_saying,
    a_half_translated_document,
    a_paragraph,
    a_table,
)

PAGE = FORMATS["html"]
LANGUAGES = ("en", "ar")
MISCHIEF = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<!-- --> ]]> &lt;b&gt; &amp; &#60;",
    '" onmouseover="alert(1)" x="',
    "' onclick='alert(1)",
    "{{ 7 * 7 }} {% raw %} {# no #}",
    "</p></td></tr></table></main>",
    "one\ntwo\n\nfour",
    "  spaces  at both ends  ",
    "\tafter a tab\t",
)
both = pytest.mark.parametrize("language", LANGUAGES)


def written(document: Document) -> str:
    data = PAGE.write([document])
    assert PAGE.difference([document], data) == ""
    return data.decode("utf-8")


def tree(document: Document) -> Any:
    return etree.fromstring(written(document), etree.HTMLParser(encoding="utf-8"))


def strictly_parsed(page: str) -> Any:
    """Read a page as the standard says; any fault in it is an error (the text of the page is well-formed HTML)."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(page)


def every_text(root: Any) -> str:
    return "".join(root.itertext())


def with_zones(language: str) -> Document:
    meeting = sample().meeting.model_copy(update={"extra_time_zones": ("Asia/Beirut", "America/New_York")})
    return printed(sample().model_copy(update={"meeting": meeting}), language, extras=tuple(Extra))


def an_hour(
    language: str = "en", *, style: dict[str, str] | None = None, zone: str = "Europe/Zurich", **more: Any
) -> Any:
    """Give the moments of the one row of a page: what each element says, and what is printed in it."""
    made = agenda(
        day("2021-07-05", slot(more.pop("start", "09:00"), more.pop("end", "13:30"), item(), **more)),
        style=style,
        time_zone=zone,
    )
    (cell,) = tree(printed(made, language)).iterfind(".//tbody/tr/th")
    return [(one.get("itemprop"), one.get("datetime"), one.text) for one in cell.iter("time")]


def with_twelve_hours(made: Agenda) -> Agenda:
    return made.model_copy(update={"style": made.style.model_copy(update={"clock": "12h"})})


class TestShape:
    @both
    def test_page_is_sound_html(self, language: str) -> None:
        for document in (printed(sample(), language), with_zones(language), a_document(language)):
            root = strictly_parsed(written(document))
            assert (root.get("lang"), root.get("dir")) == (language, {"en": "ltr", "ar": "rtl"}[language])
            assert root.findtext("head/title") == document.title
            ids = [one.get("id") for one in root.iter() if one.get("id")]
            assert len(ids) == len(set(ids))

    @both
    def test_nothing_runs_and_nothing_is_loaded(self, language: str) -> None:
        page = written(printed(sample(), language))
        root = tree(printed(sample(), language))
        names = {one.tag for one in root.iter() if isinstance(one.tag, str)}
        assert names.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "form", "base", "svg", "video"})
        attributes = {name for one in root.iter() for name in one.attrib}
        assert {name for name in attributes if name.startswith("on") or name in {"src", "style", "srcset"}} == set()
        assert {one.tag for one in root.iter() if one.get("href")} == {"a"}
        assert "url(" not in page
        assert "@import" not in page
        (policy,) = (one.get("content") for one in root.iter("meta") if one.get("http-equiv"))
        assert "default-src 'none'" in policy

    def test_it_has_its_landmarks_once(self) -> None:
        body = tree(printed(sample())).find("body")
        assert [one.tag for one in body] == ["header", "nav", "main", "footer"]
        assert every_text(body.find("footer")).strip() == "Draft"

    def test_days_are_reached_by_links_where_there_are_several(self) -> None:
        root = tree(printed(sample()))
        links = {one.get("href"): every_text(one) for one in root.iterfind("body/nav//a")}
        headings = {f"#{one.get('id')}": every_text(one) for one in root.iter("h2") if one.get("class") == "day"}
        assert list(links) == list(headings)
        assert all(headings[key].startswith(name) for key, name in links.items())
        assert tree(a_document("en", days=1)).find("body/nav") is None

    @both
    def test_headings_stand_in_order_and_none_is_skipped(self, language: str) -> None:
        levels = [one.tag for one in tree(printed(sample(), language)).iter("h1", "h2", "h3")]
        assert levels == ["h1", *["h2"] * 5]

    def test_page_without_a_title_has_a_heading_that_is_no_line(self) -> None:
        document = a_document_saying(a_paragraph("DRAFT", "en", Role.SECTION), language="en")
        assert [every_text(one) for one in tree(document).iter("h1", "h2")] == [document.title, "DRAFT"]
        assert PAGE.read_back(PAGE.write([document])) == [[("DRAFT",)]]

    def test_tables_have_captions_and_headings_of_both_kinds(self) -> None:
        document = printed(sample())
        tables = list(tree(document).iter("table"))
        described = [
            block.description for part in document.sections for block in part.blocks if isinstance(block, Table)
        ]
        assert [table.findtext("caption") for table in tables] == described
        for table in tables:
            assert {one.get("scope") for one in table.iterfind("thead/tr/th")} == {"col"}
            assert {row[0].get("scope") for row in table.iterfind("tbody/tr")} == {"row"}

    def test_row_without_a_time_has_no_empty_heading(self) -> None:
        document = printed(agenda(day("2021-07-05", slot("", "", item()))))
        assert [one.tag for one in tree(document).find(".//tbody/tr")] == ["td", "td"]

    def test_break_stands_over_all_columns_behind_it(self) -> None:
        for row in tree(with_zones("en")).iterfind(".//tr[@class='break']"):
            assert [one.get("colspan") for one in row] == [None, None, None, "4"]

    def test_sub_items_are_lists_in_lists(self) -> None:
        (cell,) = (
            one for one in tree(a_document("en", days=1)).iter("td") if "IGF 2020 stocktaking and" in every_text(one)
        )
        depths = {
            re.sub(r"\s+", " ", every_text(one)): sum(1 for up in one.iterancestors("ul")) for one in cell.iter("p")
        }
        assert [*depths.values()] == [0, 0, 1, 1, 2, 2, 3, 3]

    def test_list_that_begins_below_and_comes_up_is_whole(self) -> None:
        said = [
            a_paragraph(role, "en", Role(role), "•")
            for role in ("sub-item-3", "sub-item-1", "sub-item-2", "sub-item-1")
        ]
        assert [f"•\t{one.text}" for one in said] == [
            line for (line,) in PAGE.read_back(PAGE.write([a_document_saying(*said)]))[0]
        ]
        strictly_parsed(written(a_document_saying(*said)))
        depths = [len(list(one.iterancestors("ul"))) for one in tree(a_document_saying(*said)).iter("p")]
        assert depths == [1, 1, 2, 1]

    @both
    def test_look_knows_no_left_and_no_right(self, language: str) -> None:
        look = re.sub(r"/\*.*?\*/", "", resource("html", "agenda.css").read_text(encoding="utf-8"))
        assert (
            re.findall(r"\b(?:left|right)\b|(?:margin|padding|border)-(?:top|bottom)|[^-]\b(?:width|height):", look)
            == []
        )

    def test_equal_documents_give_equal_bytes(self) -> None:
        assert PAGE.write([printed(sample(), "ar")]) == PAGE.write([printed(sample(), "ar")])


class TestTexts:
    @pytest.mark.parametrize("said", [one for one in (*HOSTILE, *MISCHIEF) if one])
    def test_every_text_prints_as_itself(self, said: str) -> None:
        made = [
            a_paragraph([Span(said), Span(said, strong=True, link="https://example.org/")], one) for one in LANGUAGES
        ]
        document = replace(a_document_saying(*made), title=said)
        strictly_parsed(written(document))
        assert tree(document).find(".//script") is None

    def test_address_cannot_leave_its_quotes(self) -> None:
        address = "https://example.org/?a=1&b=\"'><script>&amp;"
        document = a_document_saying(a_paragraph([Span("here", link=address)]))
        (link,) = tree(document).iter("a")
        assert dict(link.attrib) == {"href": address}

    @pytest.mark.parametrize(
        "address", ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//example.org"]
    )
    def test_address_that_could_run_is_told_and_leads_nowhere(self, address: str) -> None:
        document = a_document_saying(a_paragraph([Span("Here", link=address)], "en"), language="en")
        root = tree(document)
        assert list(root.iter("a")) == []
        assert every_text(root.find("body/header/p")) == f"Here <{address}>"

    def test_mail_and_web_lead_where_they_say(self) -> None:
        addresses = ["mailto:bureau@example.org", "http://example.org/", "https://example.org/?a=1&b=2#c"]
        root = tree(a_document_saying(*(a_paragraph([Span("رابط", link=one)]) for one in addresses)))
        assert [one.get("href") for one in root.iter("a")] == addresses

    def test_link_that_changes_its_look_is_one_link(self) -> None:
        said = [Span("See "), Span("the ", link="https://a.org/"), Span("list", strong=True, link="https://a.org/")]
        assert len(list(tree(a_document_saying(a_paragraph(said, "en"))).iter("a"))) == 1

    def test_lost_and_changed_lines_are_differences(self) -> None:
        document = printed(sample(), "ar")
        page = written(document)
        for old, new in (
            ("استراحة</p>", "راحة</p>"),
            ("intgovforum", "example"),
            ("\u200f<time", "<time"),
            (">أ.&#9;<", ">ب.&#9;<"),
        ):
            assert old in page
            assert PAGE.difference([document], page.replace(old, new, 1).encode("utf-8")) != ""

    def test_missing_translation_is_marked_and_has_its_own_language(self) -> None:
        root = tree(a_half_translated_document())
        marked = [one for one in root.iter("p") if "missing" in one.get("class", "").split()]
        assert [every_text(one) for one in marked] == ["1.\tOnly in English", "أ.\tNot yet, see the list", "Nor this"]
        assert {(one.get("lang"), one.get("dir")) for one in marked} == {("en", "ltr")}
        assert all(one.get("lang") is None for one in root.iter("p") if one not in marked)

    def test_markers_are_text_kept_apart_from_what_they_mark(self) -> None:
        for marker in tree(printed(sample(), "ar")).iter("bdi"):
            if marker.get("class"):
                assert marker.text.endswith("\t")
                assert marker.get("dir") == "rtl"

    def test_forbidden_sign_is_refused(self) -> None:
        with pytest.raises(ExportError, match="U\\+202E"):
            PAGE.write([a_document_saying(a_paragraph("a\u202eb"))])
        with pytest.raises(ExportError, match="U\\+0000"):
            PAGE.write([replace(a_document("en"), title="\x00")])

    def test_two_languages_or_agendas_are_refused(self) -> None:
        for documents in ([a_bilingual_document()], [a_document("en"), a_document("ar")], []):
            with pytest.raises(ExportError, match="one language"):
                PAGE.write(documents)

    def test_agenda_without_days_is_a_page(self) -> None:
        page = written(printed(agenda()))
        strictly_parsed(page)
        assert "<table" not in page


class TestMoments:
    def test_each_end_of_a_range_is_a_moment_of_the_zone(self) -> None:
        assert an_hour() == [
            ("startDate", "2021-07-05T09:00+02:00", "09:00"),
            ("endDate", "2021-07-05T13:30+02:00", "13:30"),
        ]

    @pytest.mark.parametrize(
        ("language", "style", "said"),
        [
            ("ar", {}, ("09:00", "13:30")),
            ("ar", {"range_flow": "start-left"}, ("09:00", "13:30")),
            ("ar", {"range_flow": "words"}, ("09:00", "13:30")),
            ("ar", {"digits": "arabic-indic"}, ("٠٩:٠٠", "١٣:٣٠")),
            ("en", {"clock": "12h"}, ("9", "1:30")),
        ],
    )
    def test_they_are_found_in_whatever_the_house_prints(self, language: str, style: dict[str, str], said: Any) -> None:
        assert [one[2] for one in an_hour(language, style=style)] == [*said]

    def test_end_on_the_next_day_is_of_the_next_day(self) -> None:
        assert [one[1] for one in an_hour(start="22:00", end="01:00", next_day_end=True)] == [
            "2021-07-05T22:00+02:00",
            "2021-07-06T01:00+02:00",
        ]

    def test_clock_is_not_mistaken_for_days(self) -> None:
        meeting = agenda(day("2021-07-05", slot("22:00", "22:30", item())), extra_time_zones=["Asia/Beirut"])
        row = tree(printed(with_twelve_hours(meeting))).find(".//tbody/tr")
        assert every_text(row[1]).strip() == "(+1 day) 1\u00a0a.m.–1:30\u00a0a.m."
        assert [(one.text, one.tail) for one in row[1].iter("time")] == [("1", "\u00a0a.m.–"), ("1:30", "\u00a0a.m.")]

    def test_row_without_an_end_has_one(self) -> None:
        assert an_hour(end="") == [("startDate", "2021-07-05T09:00+02:00", "09:00")]

    def test_break_is_no_event_and_gives_none_of_its_times_to_the_meeting(self) -> None:
        assert [one[0] for one in an_hour(kind="break")] == [None, None]

    def test_other_zones_tell_the_same_moments(self) -> None:
        for row in tree(with_zones("en")).iterfind(".//tbody/tr"):
            assert len({tuple(one.get("datetime") for one in cell.iter("time")) for cell in row[:3]}) == 1
            assert [one.get("itemprop") for cell in row[1:3] for one in cell.iter("time")] == [None] * 4

    def test_distance_that_html_does_not_know_is_told_in_utc(self) -> None:
        rows = (Row(RowKind.SLOT, (Cell((a_paragraph("09:00", "en", Role.TIME),), Times(time(9))), Cell())),)
        table = replace(a_table(0, ["en"]), rows=rows)
        made = a_document_of([Section(SectionKind.DAY, (table,), date(1901, 1, 1), "Day 1")], ["en"])
        made = replace(made, occasion=Occasion("a", "Africa/Monrovia", Standing.TENTATIVE))
        (moment,) = tree(made).iter("time")
        assert moment.get("datetime") == "1901-01-01T09:43:08+00:00"

    def test_document_without_a_zone_has_local_times(self) -> None:
        moments = [one.get("datetime") for one in tree(a_document("ar", days=1)).iter("time")]
        assert moments[1:3] == ["2021-02-22T09:00", "2021-02-22T09:45"]

    @both
    def test_headings_of_days_have_their_dates(self, language: str) -> None:
        found = [one.find("time") for one in tree(printed(sample(), language)).iter("h2") if one.get("class") == "day"]
        month = {"en": "February", "ar": "شباط/فبراير"}[language]
        assert [(one.get("datetime"), one.text) for one in found] == [
            (f"2021-02-{number}", f"{number} {month} 2021") for number in (22, 23, 24)
        ]

    def test_heading_without_a_title_has_its_date(self) -> None:
        heading = tree(printed(agenda(day("2021-07-05", access="open")))).find(".//h2[@class='day']/time")
        assert heading.text == "5 July 2021"

    def test_range_in_running_text_is_kept_on_its_line(self) -> None:
        lines = tree(printed(sample(), "ar")).iterfind(".//p[@class='summary']")
        kept = [one.text for line in lines for one in line.iter("span")]
        assert kept[:2] == ["09:00\u00a0–\u00a011:15", "11:45\u00a0–\u00a013:45"]


class TestEvent:
    def values(self, root: Any, name: str) -> list[str]:
        return [one.get("content") for one in root.iter("meta") if one.get("itemprop") == name]

    def test_meeting_is_an_event_by_attributes(self) -> None:
        root = tree(printed(sample()))
        body = root.find("body")
        assert body.get("itemtype") == "https://schema.org/Event"
        header = body.find("header")
        assert self.values(header, "name") == ["IGF 2021 First Open Consultations and MAG Meeting", "IGF Secretariat"]
        assert self.values(header, "startDate") == ["2021-02-22"]
        assert self.values(header, "endDate") == ["2021-02-24"]
        assert self.values(header, "location") == ["Virtual"]
        assert self.values(header, "eventStatus") == ["https://schema.org/EventScheduled"]

    def test_cancelled_meeting_says_so(self) -> None:
        root = tree(printed(agenda(status="cancelled")))
        assert self.values(root, "eventStatus") == ["https://schema.org/EventCancelled"]

    def test_each_session_is_an_event_of_its_own(self) -> None:
        made = agenda(
            day(
                "2021-07-05",
                slot(
                    "09:00",
                    "10:00",
                    item("One[^n1]"),
                    item("Two"),
                    room=text("Room 7"),
                    notes=[{"id": "n1", "text": text("Note")}],
                ),
                slot("10:00", "10:30", kind="break"),
            )
        )
        first, rest = tree(printed(made)).iterfind(".//tbody/tr")
        assert first.get("itemprop") == "subEvent"
        assert (self.values(first, "name"), self.values(first, "location")) == (["One; Two"], ["Room 7"])
        assert rest.get("itemscope") is None

    def test_marks_of_direction_are_not_a_part_of_names(self) -> None:
        made = printed(agenda(title=text("x", "IGF، 14–18 شباط/فبراير")), "ar")
        assert RLM in every_text(tree(made).find(".//h1"))
        assert RLM not in self.values(tree(made), "name")[0]
