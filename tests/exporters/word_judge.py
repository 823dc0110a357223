"""A static judge of Word files: the only proof that right-to-left text is right in Word itself (R60).

LibreOffice and browsers resolve directions by themselves and look right whatever a file says; Word believes the
file. So each rule that Word hangs on is a small function here, which reads the XML of a finished file and says
what is wrong with it. Nothing is shared with the writer but the resolver, which has its own tests.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import groupby, zip_longest
from typing import Any, Final, NamedTuple
from zipfile import ZipFile

from lxml import etree

from igfeditor.document.blocks import Document, Paragraph, Role, RowKind, Span, Table, paragraphs_of
from igfeditor.language.bidi import LRM, resolve

Element = Any
NS: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
}
W: Final = f"{{{NS['w']}}}"
R: Final = f"{{{NS['r']}}}"

FORBIDDEN_CONTROLS: Final = re.compile("[\u061c\u202a-\u202e\u2066-\u2069]")
PRESENTATION_FORMS: Final = re.compile("[\ufb50-\ufd3d\ufd40-\ufdcf\ufdf0-\ufdf9\ufdfe\ufdff\ufe70-\ufefc]")
LOOSE_RANGE: Final = re.compile(r"\d(?:[-\u2212\u2011]| ?\u2013 |\u2013 ?| \u2013)\d|[\u2060]")
LAYS_TABLES_AT_THE_MARGIN: Final = 15
FACES: Final = {"Times New Roman", "Arial", "Tahoma"}
PAIRS: Final = (("b", "bCs"), ("i", "iCs"), ("sz", "szCs"))
ORDERS: Final = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind "
    "contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps color spacing kern sz szCs u vertAlign rtl cs lang",
    "tblPr": "tblStyle bidiVisual tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "trPr": "cantSplit trHeight tblHeader",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar cols titlePg textDirection bidi rtlGutter docGrid",
}


class Fault(NamedTuple):
    """One breach of a rule: its number, the part of the file, and what is wrong where."""

    rule: str
    part: str
    words: str


Finding = tuple[str, str]


@dataclass(frozen=True)
class WordParts:
    """A Word file taken apart; `document` is what it should say, where that is known."""

    data: bytes
    document: Document | None = None
    letterhead: bool = False

    @cached_property
    def files(self) -> dict[str, bytes]:
        with ZipFile(BytesIO(self.data)) as package:
            return {name: package.read(name) for name in package.namelist()}

    @cached_property
    def roots(self) -> dict[str, Element]:
        return {name: etree.fromstring(blob) for name, blob in self.files.items() if name.endswith((".xml", ".rels"))}

    @cached_property
    def stories(self) -> dict[str, Element]:
        """The parts that hold text: ours, not the headers and footers of a letterhead."""
        names = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
        found = {name: root for name, root in self.roots.items() if names.fullmatch(name)}
        return {name: root for name, root in found.items() if not self.letterhead or self._is_ours(name, root)}

    def _is_ours(self, name: str, root: Element) -> bool:
        return name == "word/document.xml" or any("Agenda" in style_of(one) for one in root.iter(f"{W}p"))

    @cached_property
    def styles(self) -> dict[str, Element]:
        return {one.get(f"{W}styleId"): one for one in self.roots["word/styles.xml"].iter(f"{W}style")}

    @cached_property
    def our_styles(self) -> dict[str, Element]:
        return {key: one for key, one in self.styles.items() if value(one, "w:name").startswith("Agenda ")}

    def chain(self, style: str) -> Iterator[Element]:
        while style in self.styles:
            yield self.styles[style]
            style = value(self.styles[style], "w:basedOn")

    def looks(self, style: str) -> list[Element]:
        """The run properties that are in force in a style, the nearest first."""
        defaults = self.roots["word/styles.xml"].findall("w:docDefaults/w:rPrDefault/w:rPr", NS)
        return [look for one in self.chain(style) for look in one.findall("w:rPr", NS)] + defaults

    def paragraph_looks(self, paragraph: Element) -> list[Element]:
        """The paragraph properties that are in force, the nearest first."""
        own = paragraph.findall("w:pPr", NS)
        return own + [look for one in self.chain(style_of(paragraph)) for look in one.findall("w:pPr", NS)]

    def indent(self, paragraph: Element, side: str) -> str:
        """One side of an indent, each of which may come from another style (ECMA-376 17.3.1.12)."""
        indents = (indent for look in self.paragraph_looks(paragraph) for indent in look.findall("w:ind", NS))
        return next((indent.get(W + side) for indent in indents if indent.get(W + side) is not None), "0")

    def paragraphs(self) -> Iterator[tuple[str, Element]]:
        return ((name, one) for name, root in self.stories.items() for one in root.iter(f"{W}p"))

    def runs(self) -> Iterator[tuple[str, Element]]:
        return ((name, one) for name, root in self.stories.items() for one in root.iter(f"{W}r"))

    def tables(self) -> Iterator[tuple[str, Element]]:
        return ((name, one) for name, root in self.stories.items() for one in root.iter(f"{W}tbl"))

    def is_bidi(self, paragraph: Element) -> bool:
        """Whether bidi is in force in a paragraph, by itself or by its style."""
        direct = paragraph.find("w:pPr/w:bidi", NS)
        return is_on(direct) if direct is not None else self.style_is_bidi(style_of(paragraph))

    def style_is_bidi(self, style: str) -> bool:
        return next((is_on(found) for one in self.chain(style) for found in one.findall("w:pPr/w:bidi", NS)), False)

    def agenda_tables(self) -> Iterator[tuple[str, Element]]:
        return ((name, one) for name, one in self.tables() if self.is_agenda(one))

    def is_agenda(self, table: Element) -> bool:
        style = self.styles.get(value(table, "w:tblPr/w:tblStyle"))
        return style is not None and value(style, "w:name") == "Agenda Table"

    def is_pairs(self, name: str, table: Element) -> bool:
        """Whether a table holds two languages side by side."""
        return name == "word/document.xml" and not self.is_agenda(table)


# --- reading XML -------------------------------------------------------------------------------------------


def value(element: Element, path: str) -> str:
    found = element.find(path, NS)
    return "" if found is None else found.get(f"{W}val", "")


def is_on(toggle: Element) -> bool:
    return toggle is not None and toggle.get(f"{W}val", "1") not in {"0", "false", "off"}


def style_of(paragraph: Element) -> str:
    return value(paragraph, "w:pPr/w:pStyle")


def text_of(run: Element) -> str:
    said = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(child.text or "" if child.tag == f"{W}t" else said.get(child.tag, "") for child in run)


def words_of(paragraph: Element) -> str:
    return "".join(map(text_of, paragraph.iter(f"{W}r")))


def is_rtl(run: Element) -> bool:
    return is_on(run.find("w:rPr/w:rtl", NS))


def has(text: str, kinds: str) -> bool:
    return any(letter in kinds for letter in resolve(text, "ltr").replace("E", "N").replace("A", "N"))


def said_by(document: Document) -> list[Paragraph]:
    """Every paragraph that a document says, in the order of the file."""
    return [one for one in paragraphs_of(document) if one.line]


def tables_of(document: Document) -> list[Table]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, Table)]


# --- the rules ---------------------------------------------------------------------------------------------


def arabic_paragraphs_are_bidi(file: WordParts) -> Iterator[Finding]:
    for name, one in file.paragraphs():
        words, bidi = words_of(one), file.is_bidi(one)
        # What the document says of its own paragraphs is judged by the next rule.
        known = file.document is not None and name == "word/document.xml"
        if not known and not bidi and has(words, "R") and not has(words, "L"):
            yield name, f"Arabic without bidi: {words[:40]}"
        if bidi and one.find("w:pPr/w:bidi", NS) is None:
            yield name, f"bidi only by its style: {words[:40]}"
        if bidi != file.style_is_bidi(style_of(one)):
            yield name, f"the style of a paragraph runs the other way: {style_of(one)}"


def paragraphs_run_as_the_document_says(file: WordParts) -> Iterator[Finding]:
    if file.document is None:
        return
    body = file.roots["word/document.xml"]
    found = [(words_of(one), "rtl" if file.is_bidi(one) else "ltr") for one in body.iter(f"{W}p") if words_of(one)]
    for ours, theirs in zip_longest(((one.line, one.direction) for one in said_by(file.document)), found):
        if ours != theirs:
            yield "word/document.xml", f"{theirs} instead of {ours}"


def runs_follow_resolved_direction(file: WordParts) -> Iterator[Finding]:
    for name, one in file.paragraphs():
        runs = [(text_of(run), is_rtl(run)) for run in one.iter(f"{W}r")]
        words = "".join(text for text, _ in runs)
        resolved = resolve(words, "rtl" if file.is_bidi(one) else "ltr")
        said = [rtl for text, rtl in runs for _ in text]
        wrong = [word for word, letter, rtl in zip(words, resolved, said, strict=True) if rtl == (letter == "L")]
        if wrong:
            yield name, f"{''.join(wrong)!r} has the wrong direction in {words[:40]}"


def runs_name_their_language(file: WordParts) -> Iterator[Finding]:
    for name, run in file.runs():
        language = run.find("w:rPr/w:lang", NS)
        wanted = ("bidi", "ar-SA") if is_rtl(run) else ("val", "en-US")
        if language is None or language.get(W + wanted[0]) != wanted[1]:
            yield name, f"no language {wanted[1]}: {text_of(run)[:40]}"


def _own_looks(file: WordParts) -> Iterator[tuple[str, Element]]:
    yield from ((name, look) for name, root in file.stories.items() for look in root.iter(f"{W}rPr"))
    styles = file.our_styles.values() if file.letterhead else [file.roots["word/styles.xml"]]
    yield from (("word/styles.xml", look) for one in styles for look in one.iter(f"{W}rPr"))


def twins_stand_in_pairs(file: WordParts) -> Iterator[Finding]:
    for name, look in _own_looks(file):
        for latin, arabic in PAIRS:
            found = [look.find(f"w:{twin}", NS) for twin in (latin, arabic)]
            if (found[0] is None) != (found[1] is None):
                yield name, f"{latin} and {arabic} are not both there"
            elif latin != "sz" and found[0] is not None and is_on(found[0]) != is_on(found[1]):
                yield name, f"{latin} and {arabic} say different things"
        for face in look.findall("w:rFonts", NS):
            if face.get(f"{W}ascii") and not (face.get(f"{W}hAnsi") and face.get(f"{W}cs")):
                yield name, "a face for Latin only"


def styles_in_use_have_complex_script_looks(file: WordParts) -> Iterator[Finding]:
    for style in sorted({style_of(one) for _, one in file.paragraphs()}):
        looks = file.looks(style)
        for latin, arabic in PAIRS:
            nearest = [_nearest(looks, f"w:{twin}") for twin in (latin, arabic)]
            if nearest[0] != nearest[1]:
                yield "word/styles.xml", f"{style} has {latin} and {arabic} from different places"
        faces = [face for look in looks for face in look.findall("w:rFonts", NS)]
        if not faces or not faces[0].get(f"{W}cs"):
            yield "word/styles.xml", f"{style} names no face for complex scripts"


def sizes_look_alike(file: WordParts) -> Iterator[Finding]:
    """Arabic letters are drawn smaller than Latin ones of the same size, by about a seventh."""
    for name, look in _own_looks(file):
        sizes = [value(look, f"w:{twin}") for twin in ("sz", "szCs")]
        in_gap = sizes == ["4", "4"]
        if all(sizes) and not in_gap and not 1.1 <= int(sizes[1]) / int(sizes[0]) <= 1.25 and not file.letterhead:
            yield name, f"sz and szCs are {sizes}"


def arabic_is_never_slanted(file: WordParts) -> Iterator[Finding]:
    for name, run in file.runs():
        if is_rtl(run) and is_on(run.find("w:rPr/w:iCs", NS)):
            yield name, f"slanted Arabic: {text_of(run)[:40]}"


def _nearest(looks: list[Element], path: str) -> int:
    return next((place for place, look in enumerate(looks) if look.find(path, NS) is not None), -1)


def no_theme_face_beside_a_name(file: WordParts) -> Iterator[Finding]:
    for name, look in _own_looks(file):
        for face in look.findall("w:rFonts", NS):
            for script in ("cs", "ascii", "hAnsi"):
                theme = face.get(f"{W}{script}theme" if script == "cs" else f"{W}{script}Theme")
                if theme and face.get(W + script):
                    yield name, f"{script} is named twice"


def faces_have_arabic_and_punctuation(file: WordParts) -> Iterator[Finding]:
    for name, look in _own_looks(file):
        faces = {face.get(W + script) for face in look.findall("w:rFonts", NS) for script in ("ascii", "hAnsi", "cs")}
        if not file.letterhead and faces - FACES - {None}:
            yield name, f"a face that the reader may lack: {faces}"


def no_bidi_paragraph_is_aligned_by_side(file: WordParts) -> Iterator[Finding]:
    allowed = {"", "center", "both"}
    for name, one in file.paragraphs():
        if file.is_bidi(one) and value(one, "w:pPr/w:jc") not in allowed:
            yield name, f"jc={value(one, 'w:pPr/w:jc')}: {words_of(one)[:40]}"
        if value(one, "w:pPr/w:jc") in {"start", "end"}:
            yield name, f"jc of the strict schema: {words_of(one)[:40]}"
    for key, style in file.our_styles.items():
        if file.style_is_bidi(key) and value(style, "w:pPr/w:jc") not in allowed:
            yield "word/styles.xml", f"{key} has jc={value(style, 'w:pPr/w:jc')}"


def arabic_tables_are_mirrored(file: WordParts) -> Iterator[Finding]:
    """An agenda's table and a footer are mirrored where their first row is Arabic, and only there."""
    for name, table in (one for one in file.tables() if not file.is_pairs(*one)):
        firsts = [cell.find(f"{W}p") for cell in table.findall("w:tr[1]/w:tc", NS)]
        all_arabic = all(file.is_bidi(one) for one in firsts if words_of(one))
        if all_arabic != is_on(table.find("w:tblPr/w:bidiVisual", NS)):
            yield name, f"bidiVisual is {'missing' if all_arabic else 'wrong'}: {words_of(firsts[0])[:40]}"


def tables_run_as_the_document_says(file: WordParts) -> Iterator[Finding]:
    if file.document is None:
        return
    wanted = [table.direction == "rtl" for table in tables_of(file.document)]
    if wanted != [is_on(table.find("w:tblPr/w:bidiVisual", NS)) for _, table in file.agenda_tables()]:
        yield "word/document.xml", "a table runs the other way"
    pairs = [table for name, table in file.tables() if file.is_pairs(name, table)]
    if any(is_on(one.find("w:tblPr/w:bidiVisual", NS)) != (file.document.direction == "rtl") for one in pairs):
        yield "word/document.xml", "two languages have changed sides"


def cells_are_symmetrical(file: WordParts) -> Iterator[Finding]:
    properties = [(name, one) for name, table in file.tables() for one in table.iter(f"{W}tblPr", f"{W}tcPr")]
    properties += [("word/styles.xml", one) for style in file.our_styles.values() for one in style.iter(f"{W}tblPr")]
    for name, one in properties:
        if one.find("w:jc", NS) is not None:
            yield name, "a table is aligned"
        for pair in one.iter(f"{W}tblBorders", f"{W}tblCellMar", f"{W}tcBorders", f"{W}tcMar"):
            sides = [pair.find(f"w:{side}", NS) for side in ("left", "right")]
            attributes = [None if side is None else dict(side.attrib) for side in sides]
            if attributes[0] != attributes[1] or pair.find("w:start", NS) is not None:
                yield name, f"left and right of {etree.QName(pair).localname} differ"


def widths_agree(file: WordParts) -> Iterator[Finding]:
    for name, table in file.tables():
        grid = [int(column.get(f"{W}w")) for column in table.findall("w:tblGrid/w:gridCol", NS)]
        whole = table.find("w:tblPr/w:tblW", NS)
        layout = table.find("w:tblPr/w:tblLayout", NS)
        if layout is None or layout.get(f"{W}type") != "fixed":
            yield name, "a table is not of fixed layout"
        if whole is None or (whole.get(f"{W}type"), whole.get(f"{W}w")) != ("dxa", str(sum(grid))):
            yield name, "the width of a table is not that of its grid"
        for row in table.findall("w:tr", NS):
            if [int(cell.find("w:tcPr/w:tcW", NS).get(f"{W}w")) for cell in row.findall("w:tc", NS)] != grid:
                yield name, "a row does not fit the grid"


def tables_fit_between_the_margins(file: WordParts) -> Iterator[Finding]:
    section = file.roots["word/document.xml"].find("w:body/w:sectPr", NS)
    size, margins = section.find("w:pgSz", NS), section.find("w:pgMar", NS)
    room = int(size.get(f"{W}w")) - sum(int(margins.get(W + side, "0")) for side in ("left", "right", "gutter"))
    for name, table in file.tables():
        indent = table.find("w:tblPr/w:tblInd", NS)
        before = 0 if indent is None else int(indent.get(f"{W}w"))
        width = int(table.find("w:tblPr/w:tblW", NS).get(f"{W}w"))
        # The text of a pair begins at the margin: the empty edges of its cells lie outside.
        if before not in {0, -108} or width + 2 * before > room or width < room - 1:
            yield name, f"a table of {width} after {before} on a page of {room}"


def header_is_repeated_and_rows_are_whole(file: WordParts) -> Iterator[Finding]:
    for name, table in file.agenda_tables():
        rows = table.findall("w:tr", NS)
        headers = [is_on(row.find("w:trPr/w:tblHeader", NS)) for row in rows]
        if headers != [True] + [False] * (len(rows) - 1):
            yield name, "not just the first row is a repeated header"
        if not all(is_on(row.find("w:trPr/w:cantSplit", NS)) for row in rows):
            yield name, "a row may be split by a page"
        if any(height.get(f"{W}hRule") == "exact" for height in table.iter(f"{W}trHeight")):
            yield name, "a row cuts off what is taller"


def times_do_not_wrap(file: WordParts) -> Iterator[Finding]:
    for name, table in file.agenda_tables():
        for cell in table.iter(f"{W}tc"):
            times = [one for one in cell.findall("w:p", NS) if style_of(one).startswith("AgendaTime")]
            if any(LOOSE_RANGE.search(words_of(one)) for one in times):
                yield name, f"a range can break: {words_of(times[0])}"
            if times and not is_on(cell.find("w:tcPr/w:noWrap", NS)):
                yield name, f"a time may wrap: {words_of(times[0])}"


def markers_are_text(file: WordParts) -> Iterator[Finding]:
    for name, one in file.paragraphs():
        if one.find("w:pPr/w:numPr", NS) is not None:
            yield name, f"a number that Word counts: {words_of(one)[:40]}"


def markers_hang_before_their_texts(file: WordParts) -> Iterator[Finding]:
    """A marked line has its text at the indent, with a stop for the tab there; an unmarked one does not hang."""
    if file.document is None or file.letterhead:
        return
    body = file.roots["word/document.xml"]
    lines = [one for one in body.iter(f"{W}p") if words_of(one)]
    for said, one in zip(said_by(file.document), lines, strict=False):
        left, hanging = (int(file.indent(one, side)) for side in ("left", "hanging"))
        stops = {
            int(stop.get(f"{W}pos")) for look in file.paragraph_looks(one) for stop in look.findall("w:tabs/w:tab", NS)
        }
        if said.marker and not (0 < hanging <= left and left in stops):
            yield "word/document.xml", f"a marker does not hang: {said.line[:40]}"
        if not said.marker and hanging:
            yield "word/document.xml", f"a line without a marker hangs: {said.line[:40]}"


def fields_are_whole(file: WordParts) -> Iterator[Finding]:
    for name, one in file.paragraphs():
        kinds = [character.get(f"{W}fldCharType") for character in one.iter(f"{W}fldChar")]
        if kinds != ["begin", "separate", "end"] * (len(kinds) // 3):
            yield name, f"a field is not balanced: {words_of(one)}"
        inside = [run for run in one.iter(f"{W}r") if run.find("w:fldChar", NS) is not None or _is_instruction(run)]
        if file.is_bidi(one) and not all(map(is_rtl, inside)):
            yield name, f"a field run in Arabic is not rtl: {words_of(one)}"
        if kinds and len(re.findall(r"\d+", words_of(one))) < len(kinds) // 3:
            yield name, "a field has no result"
        said = ["".join(found.itertext()).strip() for found in one.iter(f"{W}instrText")]
        if said not in ([], ["PAGE", "NUMPAGES"]):
            yield name, f"the fields of the page are {said}"


def pages_are_numbered(file: WordParts) -> Iterator[Finding]:
    """Each kind of page that the section has shows a footer, which may be the letterhead's."""
    if file.document is None or not file.document.footers:
        return
    section = file.roots["word/document.xml"].find("w:body/w:sectPr", NS)
    kinds = {"default"} | ({"first"} if section.find("w:titlePg", NS) is not None else set())
    kinds |= {"even"} if file.roots["word/settings.xml"].find("w:evenAndOddHeaders", NS) is not None else set()
    missing = kinds - {one.get(f"{W}type") for one in section.findall("w:footerReference", NS)}
    if missing and not (file.letterhead and "default" not in missing):
        yield "word/document.xml", f"pages without a footer: {missing}"


def _is_instruction(run: Element) -> bool:
    return run.find("w:instrText", NS) is not None


def links_lead_to_addresses(file: WordParts) -> Iterator[Finding]:
    for name, root in file.stories.items():
        relations = {one.get("Id"): one for one in file.roots.get(_relations_of(name), ())}
        for link in root.iter(f"{W}hyperlink"):
            relation = relations.get(link.get(f"{R}id"))
            if relation is None or relation.get("TargetMode") != "External":
                yield name, f"a link to nowhere: {words_of(link)}"
            if (
                words_of(link).startswith("http")
                and not has(words_of(link).replace(LRM, ""), "R")
                and any(map(is_rtl, link.iter(f"{W}r")))
            ):
                yield name, f"an address runs to the left: {words_of(link)}"


def links_lead_where_the_document_says(file: WordParts) -> Iterator[Finding]:
    if file.document is None:
        return
    body, name = file.roots["word/document.xml"], "word/document.xml"
    targets = {one.get("Id"): one.get("Target") for one in file.roots.get(_relations_of(name), ())}
    found = [(words_of(link), targets.get(link.get(f"{R}id"))) for link in body.iter(f"{W}hyperlink")]
    wanted: list[tuple[str, str]] = []
    for one in said_by(file.document):
        for address, spans in groupby(one.spans, key=lambda span: span.link):
            words = "".join(span.text for span in spans)
            wanted += [(words, address)] if address and words else []
    for ours, theirs in zip_longest(wanted, found):
        if ours != theirs:
            yield name, f"a link is {theirs} and should be {ours}"


def _relations_of(name: str) -> str:
    folder, base = posixpath.split(name)
    return f"{folder}/_rels/{base}.rels"


def file_knows_both_scripts(file: WordParts) -> Iterator[Finding]:
    settings = file.roots["word/settings.xml"]
    mode = settings.find("w:compat/w:compatSetting[@w:name='compatibilityMode']", NS)
    if mode is None or int(mode.get(f"{W}val")) < LAYS_TABLES_AT_THE_MARGIN:
        yield "word/settings.xml", "tables are laid out as in an older Word, outside the margins"
    language = settings.find("w:themeFontLang", NS)
    if language is None or not language.get(f"{W}bidi"):
        yield "word/settings.xml", "no language for complex scripts"
    section = file.roots["word/document.xml"].find("w:body/w:sectPr", NS)
    if file.document and (file.document.direction == "rtl") != is_on(section.find("w:bidi", NS)):
        yield "word/document.xml", "the section runs the other way"
    if file.letterhead:
        return
    if file.document and (file.document.direction == "rtl") != file.style_is_bidi("Normal"):
        yield "word/styles.xml", "what is typed in no style of ours runs the other way"
    defaults = file.looks("")[0]
    face, spoken = defaults.find("w:rFonts", NS), defaults.find("w:lang", NS)
    if face is None or not face.get(f"{W}cs") or defaults.find("w:szCs", NS) is None:
        yield "word/styles.xml", "the defaults say nothing of complex scripts"
    if spoken is None or not (spoken.get(f"{W}val") and spoken.get(f"{W}bidi") == "ar-SA"):
        yield "word/styles.xml", "the defaults name no languages"


def file_says_its_language_and_nobody(file: WordParts) -> Iterator[Finding]:
    core = file.roots["docProps/core.xml"]
    said = {etree.QName(child).localname: child.text for child in core}
    if set(said) != {"title", "language"} or not all(said.values()):
        yield "docProps/core.xml", f"properties are {said}"
    if file.document and said.get("title") != file.document.title:
        yield "docProps/core.xml", f"the title is {said.get('title')}"
    if file.document and not (said.get("language") or "").startswith(file.document.language):
        yield "docProps/core.xml", f"the language is {said.get('language')}"
    for name, one in file.paragraphs():
        if file.is_bidi(one) and words_of(one) and not is_on(one.find("w:pPr/w:rPr/w:rtl", NS)):
            yield name, f"what is added runs the other way: {words_of(one)[:40]}"


# --- looks: what a reader would miss, though no rule of direction asks for it ------------------------------


def spans_look_as_the_document_says(file: WordParts) -> Iterator[Finding]:
    if file.document is None:
        return
    body = file.roots["word/document.xml"]
    lines = [one for one in body.iter(f"{W}p") if words_of(one)]
    for said, one in zip(said_by(file.document), lines, strict=False):
        plain = Span(f"{said.marker}\t") if said.marker else Span("")
        wanted = [span for span in (plain, *said.spans) for _ in span.text]
        found = [run for run in one.iter(f"{W}r") for _ in text_of(run)]
        for span, run in zip(wanted, found, strict=False):
            if not _looks_like(file, span, run, missing=said.missing):
                yield "word/document.xml", f"{span} does not look so in {said.line[:40]}"
                break


def _looks_like(file: WordParts, span: Span, run: Element, *, missing: bool) -> bool:
    heavy, slanted = (is_on(run.find(f"w:rPr/w:{name}", NS)) for name in ("b", "i"))
    style = file.styles.get(value(run, "w:rPr/w:rStyle"))
    named = "" if style is None else value(style, "w:name")
    return (
        heavy == (span.strong or (span.emphasis and is_rtl(run)))
        and slanted == (span.emphasis and not is_rtl(run))
        and (value(run, "w:rPr/w:vertAlign") == "superscript") == span.raised
        and named == ("Agenda Link" if span.link else "Agenda Missing" if missing else "")
    )


SHADED: Final = (RowKind.HEADER, RowKind.BREAK, RowKind.EVENT)


def rows_look_as_the_document_says(file: WordParts) -> Iterator[Finding]:
    """Each kind of row has its shade, and what a note explains stands on the same page as the note."""
    if file.document is None:
        return
    shades: dict[RowKind, set[str]] = {}
    for table, found in zip(tables_of(file.document), file.agenda_tables(), strict=True):
        kinds = [RowKind.HEADER, *(row.kind for row in table.rows)]
        for kind, after, row in zip(kinds, [*kinds[1:], None], found[1].findall("w:tr", NS), strict=True):
            fills = {
                "" if (shade := cell.find("w:tcPr/w:shd", NS)) is None else shade.get(f"{W}fill")
                for cell in row.iter(f"{W}tc")
            }
            shades.setdefault(kind, set()).update(fills)
            kept = {is_on(one.find("w:pPr/w:keepNext", NS)) for one in row.iter(f"{W}p") if words_of(one)}
            if kind is not RowKind.HEADER and kept - {after is RowKind.NOTE}:
                yield "word/document.xml", f"a row may part from its note: {words_of(row)[:40]}"
    plain = set().union(*(fills for kind, fills in shades.items() if kind not in SHADED))
    shaded = [fills for kind, fills in shades.items() if kind in SHADED]
    if (
        plain - {""}
        or any(len(fills) != 1 or "" in fills for fills in shaded)
        or len({*map(frozenset, shaded)}) < len(shaded)
    ):
        yield "word/document.xml", f"rows are shaded {shades}"


def headings_are_listed(file: WordParts) -> Iterator[Finding]:
    """Word's list of headings has the title first, and the sections and days below it."""
    if file.document is None or file.letterhead:
        return
    levels = {Role.TITLE: "0", Role.SECTION: "1", Role.DAY: "1"}
    lines = [one for one in file.roots["word/document.xml"].iter(f"{W}p") if words_of(one)]
    for said, one in zip(said_by(file.document), lines, strict=False):
        found = next(filter(None, (value(look, "w:outlineLvl") for look in file.paragraph_looks(one))), "")
        if found != levels.get(said.role, ""):
            yield "word/document.xml", f"level {found or 'none'} for {said.line[:40]}"
        if said.role in levels and not any(is_on(look.find("w:keepNext", NS)) for look in file.paragraph_looks(one)):
            yield "word/document.xml", f"a heading may part from what it heads: {said.line[:40]}"


def labels_of_breaks_are_centred(file: WordParts) -> Iterator[Finding]:
    if file.document is None or file.letterhead:
        return
    lines = [one for one in file.roots["word/document.xml"].iter(f"{W}p") if words_of(one)]
    for said, one in zip(said_by(file.document), lines, strict=False):
        sides = filter(None, (value(look, "w:jc") for look in file.paragraph_looks(one)))
        if (next(sides, "") == "center") != (said.role is Role.BREAK):
            yield "word/document.xml", f"centred, or not: {said.line[:40]}"


def tables_have_alternative_text(file: WordParts) -> Iterator[Finding]:
    for place, (name, table) in enumerate(file.agenda_tables()):
        said = {value(table, f"w:tblPr/w:{one}") for one in ("tblCaption", "tblDescription")}
        # An attribute has no tabs and lines of its own (XML 1.0, 3.3.3).
        wanted = {re.sub("[\t\n]", " ", tables_of(file.document)[place].description)} if file.document else said
        if said != wanted or "" in said:
            yield name, f"a table is described as {said}"


def children_are_in_order(file: WordParts) -> Iterator[Finding]:
    for name, root in (*file.stories.items(), *(("word/styles.xml", style) for style in file.our_styles.values())):
        for parent, children in ORDERS.items():
            order = [W + child for child in children.split()]
            for element in root.iter(W + parent):
                places = [order.index(child.tag) if child.tag in order else -1 for child in element]
                if places != sorted(places) or -1 in places:
                    yield name, f"{parent} has {[etree.QName(child).localname for child in element]}"


def nothing_tells_of_the_maker(file: WordParts) -> Iterator[Finding]:
    for name, blob in file.files.items():
        if re.search(rb"python-docx|stylesWithEffects|thumbnail|lastModifiedBy|dcterms", name.encode() + blob):
            yield name, "something of another template or of a person"


def no_direction_controls(file: WordParts) -> Iterator[Finding]:
    return _characters(file, FORBIDDEN_CONTROLS)


def no_presentation_forms(file: WordParts) -> Iterator[Finding]:
    return _characters(file, PRESENTATION_FORMS)


def _characters(file: WordParts, wanted: re.Pattern[str]) -> Iterator[Finding]:
    for name, root in file.roots.items():
        said = "".join(root.itertext()) + "".join(text for one in root.iter() for text in one.attrib.values())
        if found := wanted.search(said):
            yield name, f"U+{ord(found[0]):04X}"


Rule = Callable[[WordParts], Iterator[Finding]]
RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("R1", arabic_paragraphs_are_bidi),
    ("R1", paragraphs_run_as_the_document_says),
    ("R2", runs_follow_resolved_direction),
    ("R4", runs_name_their_language),
    ("R5", twins_stand_in_pairs),
    ("R5", styles_in_use_have_complex_script_looks),
    ("R5", sizes_look_alike),
    ("R5", arabic_is_never_slanted),
    ("R6", no_theme_face_beside_a_name),
    ("R7", faces_have_arabic_and_punctuation),
    ("R8", no_bidi_paragraph_is_aligned_by_side),
    ("R11", arabic_tables_are_mirrored),
    ("R11", tables_run_as_the_document_says),
    ("R12", cells_are_symmetrical),
    ("R13", widths_agree),
    ("R13", tables_fit_between_the_margins),
    ("R14", header_is_repeated_and_rows_are_whole),
    ("R15", times_do_not_wrap),
    ("R16", markers_are_text),
    ("R16", markers_hang_before_their_texts),
    ("R20", fields_are_whole),
    ("R20", pages_are_numbered),
    ("R21", links_lead_to_addresses),
    ("R21", links_lead_where_the_document_says),
    ("R22", file_knows_both_scripts),
    ("R23", file_says_its_language_and_nobody),
    ("R24", children_are_in_order),
    ("R25", nothing_tells_of_the_maker),
    ("R28", no_direction_controls),
    ("R52", no_presentation_forms),
    ("look", spans_look_as_the_document_says),
    ("look", rows_look_as_the_document_says),
    ("look", labels_of_breaks_are_centred),
    ("headings", headings_are_listed),
    ("alternative text", tables_have_alternative_text),
)


def faults(data: bytes, document: Document | None = None, *, letterhead: bool = False) -> list[Fault]:
    """Judge a file; with `letterhead` what the house brought along itself is not judged."""
    file = WordParts(data, document, letterhead)
    return [Fault(rule, part, words) for rule, judge in RULES for part, words in judge(file)]
