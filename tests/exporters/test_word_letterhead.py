"""Letterheads: a house's own page, headers, logo and Agenda styles are kept; nothing else of them travels."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import ooxml_integrity
import pytest
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, RGBColor
from lxml import etree
from openxml_audit import OpenXmlValidator

from igfeditor.errors import ExportError
from igfeditor.exporters.registry import FORMATS
from tests.document.printing import printed, sample
from tests.exporters import word_judge
from tests.exporters.word_parts import with_part, without

LAYOUTS = ("en", "ar", "en-ar")
Dress = Callable[[Word], object]


def logo() -> io.BytesIO:
    """Draw a PNG of one red dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    dot = chunk(b"IDAT", zlib.compress(b"\x00\xff\x00\x00"))
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + dot + chunk(b"IEND", b""))


def letterhead(*dresses: Dress) -> bytes:
    """Make a letterhead as an office has it: python-docx's own template, with a header and some old text."""
    word = docx.Document()
    word.add_paragraph("Text of an old letter")
    word.sections[0].header.paragraphs[0].text = "UNITED NATIONS"
    word.core_properties.author = "Somebody"
    for dress in dresses:
        dress(word)
    data = io.BytesIO()
    word.save(data)
    return data.getvalue()


def with_logo(word: Word) -> None:
    word.sections[0].header.paragraphs[0].add_run().add_picture(logo(), width=Cm(1))


def with_first_page(word: Word) -> None:
    word.sections[0].different_first_page_header_footer = True
    word.sections[0].first_page_header.paragraphs[0].text = "FIRST PAGE"


def with_even_pages(word: Word) -> None:
    word.settings.odd_and_even_pages_header_footer = True
    word.sections[0].even_page_header.paragraphs[0].text = "EVEN PAGE"


def with_footer(word: Word) -> None:
    word.sections[0].footer.paragraphs[0].text = "Palais des Nations"


def with_address_below_the_first_page(word: Word) -> None:
    word.sections[0].different_first_page_header_footer = True
    word.sections[0].first_page_footer.paragraphs[0].text = "Riad el-Solh Square"
    word.sections[0].footer.paragraphs[0].text = ""


def in_two_columns(word: Word) -> None:
    for columns in word.sections[0]._sectPr.findall(qn("w:cols")):
        columns.set(qn("w:num"), "2")


def with_own_style(word: Word) -> None:
    style = word.styles.add_style("Agenda Item", WD_STYLE_TYPE.PARAGRAPH)
    style.font.color.rgb = RGBColor(0xB0, 0x00, 0x20)


def with_own_arabic_styles(word: Word) -> None:
    for name in ("Agenda Item", "Agenda Base", "Agenda Footer"):
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.element.get_or_add_pPr().append(parse_xml(f"<w:bidi {nsdecls('w')}/>"))


def of_an_arabic_house(word: Word) -> None:
    section = word.sections[0]._sectPr
    section.insert_element_before(parse_xml(f"<w:bidi {nsdecls('w')}/>"), "w:docGrid")


def lying_across(word: Word) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)


def exported(data: bytes, layout: str = "ar") -> bytes:
    document = printed(sample(), layout)
    made = FORMATS["docx"].write([document], data)
    assert FORMATS["docx"].difference([document], made) == ""
    return made


def parts(made: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


def everything(made: bytes) -> str:
    return "".join(parts(made).values())


DRESSES = (
    with_logo, with_first_page, with_even_pages, with_footer, with_own_style, with_own_arabic_styles,
    of_an_arabic_house, lying_across, with_address_below_the_first_page, in_two_columns,
)  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("dress", DRESSES, ids=lambda dress: dress.__name__)
def test_agenda_on_any_letterhead_is_judged_clean(dress: Dress, layout: str) -> None:
    made = exported(letterhead(dress), layout)
    assert word_judge.faults(made, printed(sample(), layout), letterhead=True) == []


@pytest.mark.parametrize("dress", DRESSES, ids=lambda dress: dress.__name__)
def test_word_can_open_it_without_repair(dress: Dress, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("letter") / "agenda.docx"
    path.write_bytes(exported(letterhead(dress)))
    result = OpenXmlValidator().validate(str(path))
    assert [error.description for error in result.errors] == []
    assert ooxml_integrity.check(path) == []


def test_gate_sees_a_link_to_nowhere_and_a_short_row(tmp_path: Path) -> None:
    data = FORMATS["docx"].write([printed(sample(), "ar")])
    path = tmp_path / "agenda.docx"
    for part, change in (
        ("word/_rels/document.xml.rels", without("<Relationship (?=[^>]*hyperlink)[^>]*/>")),
        ("word/document.xml", without("<w:tc>(?:(?!<w:tc>).)*</w:tc>(?=</w:tr>)")),
    ):
        path.write_bytes(with_part(data, part, change))
        assert ooxml_integrity.check(path) != []


def test_header_and_logo_stay_and_the_old_text_goes() -> None:
    made = exported(letterhead(with_logo))
    assert "UNITED NATIONS" in everything(made)
    assert any(name.startswith("word/media/") for name in parts(made))
    assert "old letter" not in everything(made)


@pytest.mark.parametrize(
    ("dress", "words"), [(with_first_page, "FIRST PAGE"), (with_even_pages, "EVEN PAGE"), (with_footer, "Palais")]
)
def test_furniture_of_every_page_stays(dress: Dress, words: str) -> None:
    assert words in everything(exported(letterhead(dress)))


def test_our_page_numbers_stand_where_the_house_has_no_footer() -> None:
    assert "NUMPAGES" in everything(exported(letterhead(with_first_page)))
    assert "NUMPAGES" not in everything(exported(letterhead(with_footer)))
    assert "NUMPAGES" not in everything(exported(letterhead(with_footer, with_first_page)))


def test_our_page_numbers_follow_a_first_page_with_a_footer_of_its_own() -> None:
    section = docx.Document(io.BytesIO(exported(letterhead(with_address_below_the_first_page)))).sections[0]
    assert section.first_page_footer.paragraphs[0].text == "Riad el-Solh Square"
    assert not section.footer.is_linked_to_previous
    assert "NUMPAGES" in etree.tostring(section.footer._element, encoding="unicode")
    assert "NUMPAGES" not in etree.tostring(section.first_page_footer._element, encoding="unicode")


@pytest.mark.parametrize("older", [True, False])
def test_tables_begin_at_the_margin_whatever_word_the_letterhead_was_made_for(older: bool) -> None:
    made = letterhead()
    if not older:
        made = with_part(made, "word/settings.xml", without("<w:compat>.*?</w:compat>"))
    settings = parts(exported(made))["word/settings.xml"]
    assert re.findall(r'w:name="compatibilityMode"[^>]* w:val="(\d+)"', settings) == ["15"]
    assert 0 < settings.index("<w:compat>") < settings.index("<w:themeFontLang")


def test_agenda_stands_in_one_column_whatever_the_letter_had() -> None:
    assert "<w:cols" not in parts(exported(letterhead(in_two_columns)))["word/document.xml"]


def test_style_that_the_house_defines_keeps_its_look() -> None:
    styles = parts(exported(letterhead(with_own_style)))["word/styles.xml"]
    start = styles.index('w:val="Agenda Item"')
    assert 'w:val="B00020"' in styles[start : styles.index("</w:style>", start)]
    assert styles.count('<w:name w:val="Agenda Item"/>') == 1


@pytest.mark.parametrize(
    ("dress", "layout", "twin", "says"),
    [
        (with_own_style, "ar", "Agenda Item (RTL)", "<w:bidi/>"),
        (with_own_arabic_styles, "en", "Agenda Item (LTR)", '<w:bidi w:val="0"/>'),
    ],
)
def test_style_of_the_house_has_a_twin_for_the_other_direction(dress: Dress, layout: str, twin: str, says: str) -> None:
    found = parts(exported(letterhead(dress), layout))
    start = found["word/styles.xml"].index(f'<w:name w:val="{twin}"/>')
    style = found["word/styles.xml"][start : found["word/styles.xml"].index("</w:style>", start)]
    assert '<w:basedOn w:val="AgendaItem"/>' in style
    assert says in style
    used = twin.replace(" ", "").strip(")").replace("(", "")
    assert f'<w:pStyle w:val="{used}"/>' in found["word/document.xml"]
    assert '<w:pStyle w:val="AgendaItem"/>' not in found["word/document.xml"]


def test_page_of_the_house_is_used() -> None:
    document = parts(exported(letterhead(lying_across)))["word/document.xml"]
    assert 'w:orient="landscape"' in document
    assert docx.Document(io.BytesIO(exported(letterhead(lying_across)))).sections[0].page_width == pytest.approx(
        Cm(29.7), abs=1_000
    )


def test_nobody_is_named_and_no_thumbnail_travels() -> None:
    made = exported(letterhead())
    assert "Somebody" not in everything(made)
    assert "python-docx" not in everything(made)
    assert "2013-12" not in everything(made)
    assert not any("thumbnail" in name for name in parts(made))


@pytest.mark.parametrize("kind", ["oleObject", "package", "control", "aFChunk"])
def test_object_of_another_program_does_not_travel(kind: str) -> None:
    def dress(word: Word) -> None:
        header = word.sections[0].header.part
        part = Part(PackURI("/word/embeddings/object.bin"), "application/octet-stream", b"x", header.package)
        header.relate_to(part, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}")

    with pytest.raises(ExportError, match="object of another program"):
        FORMATS["docx"].write([printed(sample())], letterhead(dress))


def test_equal_exports_on_a_letterhead_are_equal_bytes() -> None:
    data = letterhead(with_logo)
    assert exported(data) == exported(data)


def with_picture_behind_the_page(word: Word) -> None:
    relation, _ = word.part.get_or_add_image(logo())
    background = parse_xml(
        f'<w:background {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" w:color="FFFFFF">'
        f'<v:background><v:fill r:id="{relation}" type="frame"/></v:background></w:background>'
    )
    word.element.insert(0, background)


def test_picture_behind_the_page_stays_a_picture(tmp_path: Path) -> None:
    path = tmp_path / "agenda.docx"
    path.write_bytes(exported(letterhead(with_picture_behind_the_page)))
    assert [error.description for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert any(name.startswith("word/media/") for name in parts(path.read_bytes()))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_word_can_open_our_own_page_without_repair(layout: str, tmp_path: Path) -> None:
    path = tmp_path / "agenda.docx"
    path.write_bytes(FORMATS["docx"].write([printed(sample(), layout)]))
    assert [error.description for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert ooxml_integrity.check(path) == []
