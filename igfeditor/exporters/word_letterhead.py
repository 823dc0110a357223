"""What a letterhead brings along and what it does not: its page, headers, footers, logo and Agenda styles stay.

Its body goes, and with it comments, thumbnail, properties and whatever else says who made it and when. A link to
the template of its office is dropped; one to anything else outside the file does not pass the gate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from igfeditor.exporters.ooxml import ARABIC_FACE, Element, R, W, order_of
from igfeditor.exporters.word_page import COMPATIBLE, WORD_2013
from igfeditor.exporters.word_styles import FileStyle
from igfeditor.language.bidi import Direction

_W: Final = f"{{{W}}}"
_R: Final = f"{{{R}}}"

_KEPT: Final = frozenset(
    {
        RELATIONSHIP_TYPE.STYLES,
        RELATIONSHIP_TYPE.SETTINGS,
        RELATIONSHIP_TYPE.THEME,
        RELATIONSHIP_TYPE.FONT_TABLE,
        RELATIONSHIP_TYPE.WEB_SETTINGS,
        RELATIONSHIP_TYPE.NUMBERING,
        RELATIONSHIP_TYPE.FOOTNOTES,
        RELATIONSHIP_TYPE.ENDNOTES,
    }
)
_FURNITURE: Final = frozenset({f"{_W}headerReference", f"{_W}footerReference"})
_USUAL_PAGE: Final = "default"
_ALL_PAGES: Final = frozenset({_USUAL_PAGE, "first", "even"})
_SHOWN: Final = tuple(f"{_W}{name}" for name in ("drawing", "pict", "object", "fldChar", "fldSimple", "sym"))
_FOREIGN_SETTINGS: Final = (f"{_W}attachedTemplate", f"{_W}mailMerge")
_AFTER_THEME_LANGUAGE: Final = frozenset(
    f"{_W}{name}"
    for name in [
        "clrSchemeMapping",
        "doNotIncludeSubdocsInStats",
        "doNotAutoCompressPictures",
        "forceUpgrade",
        "captions",
        "readModeInkLockDown",
        "smartTagType",
        "shapeDefaults",
        "doNotEmbedSmartTags",
        "decimalSymbol",
        "listSeparator",
    ]
)
_AFTER_COMPATIBILITY: Final = frozenset(
    {
        *(f"{_W}{name}" for name in ("docVars", "rsids", "attachedSchema", "themeFontLang")),
        "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr",
    }
)


# --- the page ----------------------------------------------------------------------------------------------


def last_section(body: Element) -> Element | None:
    """Copy the properties of the last section, with the headers and footers that it inherits (ECMA-376 17.10).

    Its columns are not taken: the table of a day needs the width of the page.
    """
    sections = list(body.iter(f"{_W}sectPr"))
    if not sections:
        return None
    last = deepcopy(sections[-1])
    for unwanted in ("printerSettings", f"cols[@{_W}num]"):
        for child in last.findall(_W + unwanted):
            last.remove(child)
    own = {_kind_of(reference) for reference in _references(last)}
    inherited = {_kind_of(reference): reference for section in sections for reference in _references(section)}
    for place, kind in enumerate(kind for kind in inherited if kind not in own):
        last.insert(place, deepcopy(inherited[kind]))
    return last


def _references(section: Element) -> Iterator[Element]:
    return (child for child in section if child.tag in _FURNITURE)


def _kind_of(reference: Element) -> tuple[str, str]:
    return str(reference.tag), reference.get(f"{_W}type", "default")


def own_footers(section: Element, element_of: Callable[[str], Element]) -> frozenset[str]:
    """Give the kinds of pages ("default", "first", "even") whose footer is the house's own; the others' are dropped.

    A house whose usual page has a footer has decided what stands below all of them. One that has no more than its
    address below the first page has not, and page numbers are wanted on the others.
    """
    footers = {_kind_of(footer)[1]: footer for footer in section.iterfind(f"{_W}footerReference")}
    shown = {kind for kind, footer in footers.items() if _shows(element_of(footer.get(f"{_R}id", "")))}
    if _USUAL_PAGE in shown:
        return _ALL_PAGES
    for kind in footers.keys() - shown:
        section.remove(footers[kind])
    return frozenset(shown)


def _shows(furniture: Element) -> bool:
    said = any((text.text or "").strip() for text in furniture.iter(f"{_W}t"))
    return said or next(furniture.iter(*_SHOWN), None) is not None


def turn(section: Element, direction: Direction) -> None:
    """Give a section the order of columns of a document, whatever the letterhead's own language is (R22)."""
    for bidi in section.findall(f"{_W}bidi"):
        section.remove(bidi)
    if direction == "rtl":
        put_in_order(section, "sectPr", section.makeelement(f"{_W}bidi"))


def put_in_order(parent: Element, kind: str, child: Element) -> None:
    """Put a child where the schema has it among the children of a property element (R24), once."""
    order = [f"{_W}{name}" for name in order_of(kind)]
    for old in parent.findall(str(child.tag)):
        parent.remove(old)
    after = order.index(str(child.tag))
    place = sum(1 for other in parent if other.tag in order and order.index(str(other.tag)) <= after)
    parent.insert(place, child)


# --- relations and settings --------------------------------------------------------------------------------


def drop_what_went_with_the_body(document: Part, root: Element, section: Element) -> None:
    """Drop the parts of a main document that its new body does not need.

    What stands beside the body (the colour or picture of the page) is kept, and so is what it refers to.
    """
    beside = [child for child in root if child.tag != f"{_W}body"]
    kept = (element for part in (section, *beside) for element in part.iter())
    used = {value for element in kept for name, value in element.attrib.items() if str(name).startswith(_R)}
    for name, relation in list(document.rels.items()):
        if relation.reltype not in _KEPT and name not in used:
            del document.rels[name]


def settle(settings: Element, part: Part, arabic: str) -> None:
    """Cut the settings' links to other files, and name the right-to-left language of the file (R22)."""
    for element in [*settings.iter(*_FOREIGN_SETTINGS)]:
        settings.remove(element)
    for name in [name for name, relation in part.rels.items() if relation.is_external]:
        del part.rels[name]
    language = settings.find(f"{_W}themeFontLang")
    if language is None:
        language = settings.makeelement(f"{_W}themeFontLang")
        after = (place for place, child in enumerate(settings) if child.tag in _AFTER_THEME_LANGUAGE)
        settings.insert(next(after, len(settings)), language)
    if not language.get(f"{_W}bidi"):
        language.set(f"{_W}bidi", arabic)
    _lay_out_as_word_2013(settings)


def _lay_out_as_word_2013(settings: Element) -> None:
    """Let tables begin at the margin: in the layout of Word 2010 and before, their cells stick out of the text."""
    compatible = settings.find(f"{_W}compat")
    if compatible is None:
        compatible = settings.makeelement(f"{_W}compat")
        after = (place for place, child in enumerate(settings) if child.tag in _AFTER_COMPATIBILITY)
        settings.insert(next(after, len(settings)), compatible)
    mode = compatible.find(f"{_W}compatSetting[@{_W}name='compatibilityMode']")
    if mode is None:
        mode = compatible.makeelement(f"{_W}compatSetting", {f"{_W}name": "compatibilityMode", f"{_W}uri": COMPATIBLE})
        compatible.append(mode)
    mode.set(f"{_W}val", str(WORD_2013))


# --- styles ------------------------------------------------------------------------------------------------

_TWINS: Final = (("b", "bCs"), ("i", "iCs"), ("sz", "szCs"))


class StyleSheet:
    """The styles of a file, by name and by id."""

    def __init__(self, root: Element) -> None:
        """Read the styles; `root` is the element `w:styles`, which stays the truth."""
        self._root = root
        self._by_id: dict[str, Element] = {}
        self.ids: Final[dict[str, str]] = {}
        self._index(root)

    def _index(self, styles: Element) -> None:
        for style in styles.iterfind(f"{_W}style"):
            name = style.find(f"{_W}name")
            if name is not None:
                self.ids[name.get(f"{_W}val", "")] = style.get(f"{_W}styleId", "")
            self._by_id[style.get(f"{_W}styleId", "")] = style

    def add(self, styles: Element) -> None:
        """Add all styles that `styles` holds."""
        self._index(styles)
        self._root.extend(list(styles))

    def style(self, name: str) -> FileStyle:
        """Give the id and the direction of a style that is there."""
        style_id = self.ids[name]
        return FileStyle(style_id, "rtl" if self.is_bidi(style_id) else "ltr")

    def is_bidi(self, style_id: str) -> bool:
        """Tell whether a paragraph style is right-to-left, by itself or by what it rests on."""
        for style in self._chain(style_id):
            bidi = style.find(f"{_W}pPr/{_W}bidi")
            if bidi is not None:
                return bidi.get(f"{_W}val", "1") in {"1", "true", "on"}
        return False

    def _chain(self, style_id: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            style = self._by_id[style_id]
            yield style
            base = style.find(f"{_W}basedOn")
            style_id = "" if base is None else base.get(f"{_W}val", "")

    def complete(self, style_id: str) -> None:
        """Give a letterhead's own style what Word reads in right-to-left runs: weight, slant, size and face (R5).

        Each of them is what the style has for Latin, by itself or by what it rests on; what is there stays.
        """
        style = self._by_id[style_id]
        looks = [look for one in self._chain(style_id) if (look := one.find(f"{_W}rPr")) is not None]
        looks += self._root.iterfind(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
        wanted = [child for pair in _TWINS for child in _lacking_twins(looks, *pair)]
        wanted += _lacking_face(looks)
        if wanted:
            own = style.find(f"{_W}rPr")
            if own is None:
                own = style.makeelement(f"{_W}rPr")
                put_in_order(style, "style", own)
            for child in wanted:
                put_in_order(own, "rPr", child)


def _lacking_twins(looks: list[Element], latin: str, arabic: str) -> Iterator[Element]:
    """Give both members of a pair, from the nearest style that has one without the other."""
    for look in looks:
        found = {name: look.find(_W + name) for name in (latin, arabic)}
        given = [(name, child) for name, child in found.items() if child is not None]
        if len(given) == 1:
            value = given[0][1].get(f"{_W}val")
            for name in (latin, arabic):
                yield look.makeelement(_W + name, {} if value is None else {f"{_W}val": value})
        if given:
            return


def _lacking_face(looks: list[Element]) -> Iterator[Element]:
    """Give the faces of the nearest style with one for complex scripts, unless it names that outright (R5, R6)."""
    faces = [face for look in looks if (face := look.find(f"{_W}rFonts")) is not None]
    if faces and faces[0].get(f"{_W}cs") and not faces[0].get(f"{_W}cstheme"):
        return
    named = (face.get(f"{_W}cs") for face in faces if not face.get(f"{_W}cstheme"))
    face = deepcopy(faces[0]) if faces else etree.Element(f"{_W}rFonts")
    face.attrib.pop(f"{_W}cstheme", "")
    face.set(f"{_W}cs", next(filter(None, named), ARABIC_FACE))
    yield face
