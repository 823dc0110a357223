"""WordprocessingML as text: the raw XML that python-docx lacks (R26), with its rules built in.

Elements are strings, for a document is parsed once and not made node by node. Three rules hold here by
construction: children of a property element stand in the order of the schema, declared once in `_ORDER` (R24);
what Word knows twice, for Latin and for complex scripts, is only made in pairs (R5); and a run says its direction
and the language of that direction together (R2, R4).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from html import escape
from types import MappingProxyType
from typing import Final, NamedTuple

from lxml import etree

from igfeditor.errors import ExportError, sentence
from igfeditor.language.bidi import Direction

# lxml gives the class of its elements no public name; the Word format has it from here.
Element = etree._Element  # pyright: ignore[reportPrivateUsage]  # noqa: SLF001

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES: Final = f'xmlns:w="{W}" xmlns:r="{R}"'
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

LATIN_FACE: Final = "Times New Roman"
ARABIC_FACE: Final = "Times New Roman"

# ECMA-376 Part 1: 17.3.1.26, 17.3.2.28, 17.4.59, 17.4.81, 17.4.69, 17.6.18, 17.7.4.17 (transitional schema).
_ORDER: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        name: tuple(children.split())
        for name, children in {
            "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
            "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
            "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
            "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
            "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
            "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
            "vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
            "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
            "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
            "trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing "
            "jc hidden",
            "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign "
            "hideMark",
            "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
            "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
            "printerSettings",
            "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat "
            "locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
        }.items()
    }
)
_NAME: Final = re.compile(r"<w:(\w+)")


def order_of(parent: str) -> tuple[str, ...]:
    """Give the names of a property element's children in the order of the schema."""
    return _ORDER[parent]


def tag(name: str, content: str = "", /, **attributes: object) -> str:
    """Make an element of the main namespace; its attributes are of it too."""
    said = "".join(f' w:{key}="{escape(str(value))}"' for key, value in attributes.items())
    return f"<w:{name}{said}>{content}</w:{name}>" if content else f"<w:{name}{said}/>"


def ordered(parent: str, /, *children: str, **attributes: object) -> str:
    """Make a property element with its children in the order of the schema (R24); nothing without children.

    Raises `ValueError` for a child that the schema does not have there.
    """
    order = _ORDER[parent]
    present = sorted(filter(None, children), key=lambda child: order.index(_name_of(child)))
    return tag(parent, "".join(present), **attributes) if present else ""


def _name_of(element: str) -> str:
    found = _NAME.match(element)
    return found[1] if found else ""


# --- pairs: what Word knows once for Latin and once for complex scripts (R5) -------------------------------


def bold(*, on: bool = True) -> str:
    """Make text heavy, or not, in both kinds of script."""
    return "<w:b/><w:bCs/>" if on else '<w:b w:val="0"/><w:bCs w:val="0"/>'


def italic() -> str:
    """Make text slanted; only for Latin runs, for Arabic has no italic."""
    return "<w:i/><w:iCs/>"


def size(latin: int, arabic: int) -> str:
    """Give both sizes, in half-points."""
    return tag("sz", val=latin) + tag("szCs", val=arabic)


def fonts() -> str:
    """Name the faces of both kinds of script, and no theme font beside them (R6, R7)."""
    return tag("rFonts", ascii=LATIN_FACE, hAnsi=LATIN_FACE, cs=ARABIC_FACE)


def split_pair(pair: str) -> tuple[str, ...]:
    """Give the elements of a pair one by one, for `ordered`."""
    return tuple(re.findall(r"<[^>]+>", pair))


# --- languages ---------------------------------------------------------------------------------------------

_TAGS: Final[Mapping[str, str]] = MappingProxyType(
    {"ar": "ar-SA", "en": "en-US", "es": "es-ES", "fa": "fa-IR", "fr": "fr-FR", "he": "he-IL", "ru": "ru-RU",
     "ur": "ur-PK", "zh": "zh-CN"}
)  # fmt: skip
_USUAL_TAG: Final[Mapping[bool, str]] = MappingProxyType({True: "ar-SA", False: "en-US"})


def language_tag(language: str) -> str:
    """Give the tag by which Word proofs a language (R4): "ar-SA" for "ar"; one with a region stays."""
    return _TAGS.get(language, language)


def run_language(language: str, direction: Direction, *, rtl: bool) -> str:
    """Give the `w:lang` of a run: its paragraph's language, or the usual one of the other direction (R4)."""
    own = rtl == (direction == "rtl")
    spoken = language_tag(language) if own else _USUAL_TAG[rtl]
    return tag("lang", bidi=spoken) if rtl else tag("lang", val=spoken)


# --- text and runs -----------------------------------------------------------------------------------------


class Look(NamedTuple):
    """What a span asks of its runs beyond the paragraph's style; `style` is the id of a character style."""

    strong: bool = False
    emphasis: bool = False
    raised: bool = False
    style: str = ""


PLAIN: Final = Look()


@cache
def run_properties(look: Look, language: str, direction: Direction, rtl: bool) -> str:
    """Make the properties of a run of a paragraph (R2, R4, R5).

    Emphasis is italic in Latin and heavy in right-to-left script, which knows no italic.
    """
    heavy = look.strong or (look.emphasis and rtl)
    return ordered(
        "rPr",
        tag("rStyle", val=look.style) if look.style else "",
        *split_pair(bold() if heavy else ""),
        *split_pair(italic() if look.emphasis and not rtl else ""),
        tag("vertAlign", val="superscript") if look.raised else "",
        tag("rtl") if rtl else "",
        run_language(language, direction, rtl=rtl),
    )


_TEXT: Final = ('<w:t xml:space="preserve">', "</w:t>")


def text_elements(text: str) -> str:
    """Write the text of a run, with tabs and line breaks as Word has them."""
    begin, end = _TEXT
    said = f"{begin}{escape(text, quote=False)}{end}"
    if "\t" not in text and "\n" not in text:
        return said
    parted = said.replace("\t", f"{end}<w:tab/>{begin}").replace("\n", f"{end}<w:br/>{begin}")
    return parted.replace(begin + end, "")


def run(text: str, run_properties: str) -> str:
    """Make a run."""
    return f"<w:r>{run_properties}{text_elements(text)}</w:r>"


def field(instruction: str, result: str, run_properties: str) -> str:
    """Make a complex field with its last result; each of its five runs has the same properties (R20)."""
    parts = (
        tag("fldChar", fldCharType="begin"),
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        tag("fldChar", fldCharType="separate"),
        text_elements(result),
        tag("fldChar", fldCharType="end"),
    )
    return "".join(f"<w:r>{run_properties}{part}</w:r>" for part in parts)


# --- what a document must not hold -------------------------------------------------------------------------

# The word signs U+FDFA to U+FDFD and the ornate brackets U+FD3E, U+FD3F are text of their own (R53).
_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
    "\ud800-\udfff\ufb50-\ufd3d\ufd40-\ufdcf\ufdf0-\ufdf9\ufdfe\ufdff\ufe70-\ufefc]"
)
_LONGEST_EXCERPT: Final = 60


def refuse_forbidden(text: str) -> None:
    """Refuse control characters (R27), direction controls but RLM and LRM (R28), presentation forms (R52).

    Raises `ExportError`, which names the text and the character.
    """
    found = _FORBIDDEN.search(text)
    if found:
        start = max(0, found.start() - _LONGEST_EXCERPT // 2)
        raise ExportError(
            sentence(
                "The text “{words}” holds the character U+{code}, which no printed agenda may hold.",
                words=_FORBIDDEN.sub("\ufffd", text[start : start + _LONGEST_EXCERPT]),
                code=f"{ord(found[0]):04X}",
            ),
            sentence("Paste the text again through the cleaner, or type it anew."),
        )
