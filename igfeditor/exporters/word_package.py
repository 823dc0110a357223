"""The package of a Word agenda: a letterhead or our own plain page, filled and written out.

Both ways are one way: our own page is a small package too, and opened as a letterhead is. python-docx opens
packages and keeps their parts and relationships; its own template is not used, so nothing of it is in a file
(R25). Equal documents give equal bytes: parts are in order, zip times fixed, and nobody is named (R23).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from io import BytesIO
from itertools import count
from typing import Final, cast
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.rel import Relationships
from docx.oxml.parser import parse_xml
from docx.package import Package
from docx.parts.document import DocumentPart
from lxml import etree

from igfeditor.document.blocks import Document, paragraphs_of
from igfeditor.errors import ExportError, sentence
from igfeditor.exporters import word_letterhead, word_styles
from igfeditor.exporters.ooxml import DECLARATION, NAMESPACES, Element, W, language_tag, refuse_forbidden
from igfeditor.exporters.word_columns import A4, Page
from igfeditor.exporters.word_page import plain_page, section_of
from igfeditor.exporters.word_paragraphs import FileStyles
from igfeditor.exporters.word_styles import Looks
from igfeditor.language.bidi import Direction

_W: Final = f"{{{W}}}"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_ARABIC: Final = "ar-SA"
_OBJECTS: Final = ("/oleObject", "/package", "/control", "/aFChunk")
_PROPERTIES: Final = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_NOT_A_WORD_FILE: Final = (
    BadZipFile, zlib.error, OpcError, etree.LxmlError, LookupError, ValueError, AttributeError, TypeError, EOFError,
    RuntimeError, OSError,
)  # fmt: skip


def open_package(document: Document, template: bytes | None, page: Page, looks: Mapping[str, Looks]) -> WordFile:
    """Open a letterhead, or our own plain page where there is none, to be filled with a document.

    `page` is the paper where there is no letterhead, `looks` gives the look of each role that it does not define.

    A letterhead has passed the gate (`igfeditor.gate`): it is no bomb, and takes nothing from outside itself.
    Raises `ExportError` where it is no DOCX file for all that.
    """
    if template is None:
        return WordFile(document, _opened(plain_page(page, document.direction)), looks)
    try:
        return WordFile(document, _opened(template), looks)
    except _NOT_A_WORD_FILE as error:
        raise ExportError(
            sentence("The letterhead is not a Word file that can be opened."),
            sentence("Open it in Word, save it as a Word document (.docx, without macros or password), and try again."),
        ) from error


def _opened(data: bytes) -> DocumentPart:
    return docx.Document(BytesIO(data)).part


class WordFile:
    """A package under construction: its styles are there from the start, then body, footer and name are put in."""

    def __init__(self, document: Document, part: DocumentPart, looks: Mapping[str, Looks]) -> None:
        """Prepare an opened package: its own body goes, the styles that it lacks come."""
        self._document = document
        self._part = part
        self._addresses: dict[str, str] = {}
        body = _child(part.element, "body")
        section = word_letterhead.last_section(body)
        self._section = parse_xml(_rooted(section_of(A4))) if section is None else section
        self._blocks = ""
        self._own_footers: Final = word_letterhead.own_footers(self._section, self._element_of)
        word_letterhead.drop_what_went_with_the_body(part, part.element, self._section)
        self._settle()
        self.styles: Final = self._with_our_styles(looks)

    def _settle(self) -> None:
        settings = self._xml_part(RELATIONSHIP_TYPE.SETTINGS, "settings", CONTENT_TYPE.WML_SETTINGS)
        word_letterhead.settle(settings.element, settings, _ARABIC)
        word_letterhead.turn(self._section, self._document.direction)

    def _xml_part(self, relation: str, name: str, content_type: str) -> XmlPart:
        """Give the part that the main document is related to, made where the letterhead has none."""
        for found in self._part.rels.values():
            if found.reltype == relation and isinstance(found.target_part, XmlPart):
                return found.target_part
        element = parse_xml(f"<w:{name} {NAMESPACES}/>")
        part = XmlPart(PackURI(f"/word/{name}.xml"), content_type, element, cast("Package", self._part.package))
        self._part.relate_to(part, relation)
        return part

    def _element_of(self, relation: str) -> Element:
        part = self._part.related_parts[relation]
        return part.element if isinstance(part, XmlPart) else etree.fromstring(part.blob)

    # --- styles --------------------------------------------------------------------------------------------

    def _with_our_styles(self, looks: Mapping[str, Looks]) -> FileStyles:
        styles = self._xml_part(RELATIONSHIP_TYPE.STYLES, "styles", CONTENT_TYPE.WML_STYLES)
        sheet = word_letterhead.StyleSheet(styles.element)
        own = {name: sheet.style(name) for name in word_styles.all_names() if name in sheet.ids}
        directions = _directions(self._document)
        names = word_styles.names_by_role(directions, own)
        for name in {*word_styles.OTHERS, *map(word_styles.name_of, looks), *names.values()} & own.keys():
            sheet.complete(own[name].id)
        new = "".join(word_styles.new_styles(directions, own, looks))
        sheet.add(parse_xml(_rooted(f"<w:styles>{new}</w:styles>")))
        return FileStyles(
            {key: sheet.style(name) for key, name in names.items()},
            link=sheet.ids[word_styles.LINK],
            missing=sheet.ids[word_styles.MISSING],
            table=sheet.ids[word_styles.TABLE],
            gap=sheet.style(word_styles.GAP),
        )

    # --- content -------------------------------------------------------------------------------------------

    @property
    def text_width(self) -> int:
        """Give the width between the margins of the page, in twentieths of a point."""
        size, margins = self._section.find(f"{_W}pgSz"), self._section.find(f"{_W}pgMar")
        if size is None or margins is None:
            return A4.text_width
        taken = sum(_number(margins, side) for side in ("left", "right", "gutter"))
        return max(_number(size, "w") - taken, A4.text_width // 4)

    def relate(self, address: str) -> str:
        """Give the relationship id of a web address (R21)."""
        if address not in self._addresses:
            relation = self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            self._addresses[address] = relation
        return self._addresses[address]

    def put_body(self, xml: str) -> None:
        """Take the blocks that stand before the section's properties."""
        self._blocks = xml

    def put_footer(self, xml: str) -> None:
        """Make a footer for the pages of the section that have none of the house's own."""
        kinds = [kind for kind in self._kinds_of_pages() if kind not in self._own_footers]
        if not kinds:
            return
        package = self._part.package
        blob = f"{DECLARATION}<w:ftr {NAMESPACES}>{xml}</w:ftr>".encode()
        part = Part(_free_name(self._parts(), "/word/footer{}.xml"), CONTENT_TYPE.WML_FOOTER, blob, package)
        relation = self._part.relate_to(part, RELATIONSHIP_TYPE.FOOTER)
        for kind in kinds:
            # Parsed with its prefixes declared: lxml would invent one for the relation, and not always the same.
            reference = parse_xml(_rooted(f'<w:footerReference w:type="{kind}" r:id="{relation}"/>'))
            self._section.insert(sum(1 for _ in self._section.iterfind(f"{_W}headerReference")), reference)

    def _kinds_of_pages(self) -> Iterator[str]:
        settings = self._xml_part(RELATIONSHIP_TYPE.SETTINGS, "settings", CONTENT_TYPE.WML_SETTINGS)
        yield "default"
        if self._section.find(f"{_W}titlePg") is not None:
            yield "first"
        if settings.element.find(f"{_W}evenAndOddHeaders") is not None:
            yield "even"

    # --- output --------------------------------------------------------------------------------------------

    def to_bytes(self) -> bytes:
        """Write the package out, with no other properties than its title and language (R23)."""
        root = Relationships("/")
        root.add_relationship(RELATIONSHIP_TYPE.OFFICE_DOCUMENT, self._part, "rId1")
        root.add_relationship(RELATIONSHIP_TYPE.CORE_PROPERTIES, self._properties(), "rId2")
        parts = sorted((self._properties(), *self._parts()), key=lambda part: str(part.partname))
        main = self._main()
        target = BytesIO()
        with ZipFile(target, "w", ZIP_DEFLATED) as package:
            package.writestr(_entry("[Content_Types].xml"), _content_types(parts))
            package.writestr(_entry("_rels/.rels"), root.xml)
            for part in parts:
                package.writestr(_entry(str(part.partname)[1:]), main if part is self._part else part.blob)
                if part.rels:
                    package.writestr(_entry(str(part.partname.rels_uri)[1:]), part.rels.xml)
        return target.getvalue()

    def _main(self) -> str:
        """Write the main part as text, for parsing and moving thousands of elements takes longer than all else.

        Its root is ours; of a letterhead's it keeps what stands beside the body, the colour of the page.
        """
        beside = (child for child in self._part.element if child.tag != f"{_W}body")
        around = [etree.tostring(child, encoding="unicode") for child in (*beside, self._section)]
        return (
            "".join((f"{DECLARATION}<w:document {NAMESPACES}>", *around[:-1], "<w:body>", self._blocks, around[-1]))
            + "</w:body></w:document>"
        )

    def _parts(self) -> list[Part]:
        """Give every part that the main document still needs, itself first."""
        found: list[Part] = [self._part]
        for part in found:
            inside = [relation for relation in part.rels.values() if not relation.is_external]
            _refuse_objects(relation.reltype for relation in inside)
            found.extend(one.target_part for one in inside if one.target_part not in found)
        return found

    def _properties(self) -> Part:
        title, language = self._document.title, language_tag(self._document.language)
        refuse_forbidden(title)
        said = f"<dc:title>{escape(title)}</dc:title><dc:language>{escape(language)}</dc:language>"
        blob = f"{DECLARATION}<cp:coreProperties {_PROPERTIES}>{said}</cp:coreProperties>".encode()
        return Part(PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, blob, self._part.package)


def _refuse_objects(kinds: Iterable[str]) -> None:
    """Refuse what belongs to another program, and which that program would run (ECMA-376 part 1, 15.2.10)."""
    if any(kind.endswith(_OBJECTS) for kind in kinds):
        raise ExportError(
            sentence("The letterhead holds an object of another program."),
            sentence("Put a picture in its place in Word, save it, and export again."),
        )


def _directions(document: Document) -> tuple[Direction, ...]:
    """Give the directions of a document, its own first: a missing translation brings the other one into any."""
    lines = (*document.footers, *paragraphs_of(document))
    return tuple(dict.fromkeys((document.direction, *(line.direction for line in lines))))


def _child(parent: Element, name: str) -> Element:
    found = parent.find(_W + name)
    if found is None:
        raise LookupError(name)
    return found


def _rooted(xml: str) -> str:
    """Declare the prefixes on an element that shall be parsed alone."""
    end = re.search(r"[\s/>]", xml)
    place = end.start() if end else len(xml)
    return f"{xml[:place]} {NAMESPACES}{xml[place:]}"


def _number(element: Element, attribute: str) -> int:
    return int(float(element.get(_W + attribute, "0")))


def _free_name(parts: Iterable[Part], pattern: str) -> PackURI:
    taken = {str(part.partname).lower() for part in parts}
    return PackURI(next(name for name in map(pattern.format, count(1)) if name not in taken))


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _UNIX
    return entry


def _content_types(parts: Iterable[Part]) -> str:
    overrides = "".join(
        f'<Override PartName="{escape(str(part.partname))}" ContentType="{escape(part.content_type)}"/>'
        for part in parts
    )
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="{CONTENT_TYPE.XML}"/>{overrides}</Types>'
    )
