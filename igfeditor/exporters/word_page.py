"""Our own plain page: the small package that an agenda is printed on where there is no letterhead (R25)."""

from __future__ import annotations

from functools import cache
from html import escape
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from igfeditor.exporters.ooxml import (
    ARABIC_FACE,
    DECLARATION,
    LATIN_FACE,
    NAMESPACES,
    fonts,
    ordered,
    size,
    split_pair,
    tag,
)
from igfeditor.exporters.word_columns import Page
from igfeditor.language.bidi import Direction

_PALETTE_NAMES: Final = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip
_PALETTE: Final = (
    "000000", "FFFFFF", "1F3864", "E9EDF2", "0B4C8C", "595959", "A6A6A6", "1F3864", "6B6B6B", "F3F6FA", "0B4C8C",
    "595959",
)  # fmt: skip
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
COMPATIBLE: Final = "http://schemas.microsoft.com/office/word"
WORD_2013: Final = 15
_LATENT: Final = 376
"""The number of styles that Word 2019 knows by itself; all of them stay hidden until used."""

_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_TYPES: Final = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/>'
    f'<Default Extension="xml" ContentType="{CONTENT_TYPE.XML}"/>'
    f'<Override PartName="/word/document.xml" ContentType="{CONTENT_TYPE.WML_DOCUMENT_MAIN}"/>'
    f'<Override PartName="/word/fontTable.xml" ContentType="{CONTENT_TYPE.WML_FONT_TABLE}"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{CONTENT_TYPE.WML_SETTINGS}"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{CONTENT_TYPE.WML_STYLES}"/>'
    f'<Override PartName="/word/theme/theme1.xml" ContentType="{CONTENT_TYPE.OFC_THEME}"/></Types>'
)


def plain_page(page: Page, direction: Direction) -> bytes:
    """Make the package: A4 with plain margins, no text, no styles but those that every Word file has."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations({RELATIONSHIP_TYPE.OFFICE_DOCUMENT: "word/document.xml"}),
        "word/document.xml": tag("document", tag("body", section_of(page))),
        "word/_rels/document.xml.rels": _relations(
            {
                RELATIONSHIP_TYPE.STYLES: "styles.xml",
                RELATIONSHIP_TYPE.SETTINGS: "settings.xml",
                RELATIONSHIP_TYPE.FONT_TABLE: "fontTable.xml",
                RELATIONSHIP_TYPE.THEME: "theme/theme1.xml",
            }
        ),
        "word/fontTable.xml": _font_table(),
        "word/theme/theme1.xml": _theme(),
        "word/styles.xml": _styles(direction),
        "word/settings.xml": _settings(),
    }
    data = BytesIO()
    with ZipFile(data, "w") as package:
        for name, part in parts.items():
            package.writestr(name, DECLARATION + _with_namespaces(part))
    return data.getvalue()


def _with_namespaces(part: str) -> str:
    """Declare the prefixes of a part of the main namespace on its outermost element."""
    if not part.startswith("<w:"):
        return part
    end = min(part.index(" ") if " " in part else len(part), part.index(">"))
    return f"{part[:end]} {NAMESPACES}{part[end:]}"


def _relations(targets: dict[str, str]) -> str:
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{escape(target)}"/>'
        for number, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


def section_of(page: Page) -> str:
    """Give the properties of the one section: the paper and its margins."""
    turned = {"orient": "landscape"} if page.is_across else {}
    margins = {
        "top": page.top_margin, "right": page.side_margin, "bottom": page.bottom_margin, "left": page.side_margin,
    }  # fmt: skip
    return ordered(
        "sectPr",
        tag("pgSz", w=page.width, h=page.height, **turned),
        tag("pgMar", **margins, header=page.foot, footer=page.foot, gutter=0),
        tag("cols", space=708),
    )


@cache
def _styles(direction: Direction) -> str:
    text = ordered("rPr", fonts(), *split_pair(size(20, 23)), tag("lang", val="en-US", eastAsia="en-US", bidi="ar-SA"))
    defaults = tag("docDefaults", tag("rPrDefault", text) + tag("pPrDefault"))
    latent = tag(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=_LATENT,
    )
    # A line that is added in Word without a style of ours runs as the document does.
    normal = ordered("pPr", "<w:bidi/>" if direction == "rtl" else "")
    margins = "".join(
        tag(side, w=width, type="dxa") for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    )
    table = ordered("tblPr", tag("tblInd", w=0, type="dxa"), tag("tblCellMar", margins))
    return tag(
        "styles",
        defaults
        + latent
        + _default_style("paragraph", "Normal", "Normal", normal)
        + _default_style("character", "DefaultParagraphFont", "Default Paragraph Font")
        + _default_style("table", "TableNormal", "Normal Table", table)
        + _default_style("numbering", "NoList", "No List"),
    )


def _default_style(kind: str, identity: str, name: str, look: str = "") -> str:
    shown = tag("uiPriority", val=99)
    return ordered("style", tag("name", val=name), shown, look, type=kind, default=1, styleId=identity)


@cache
def _settings() -> str:
    names = ("overrideTableStyleFontSizeAndJustification", "enableOpenTypeFeatures", "doNotFlipMirrorIndents")
    compatible = tag("compatSetting", name="compatibilityMode", uri=COMPATIBLE, val=WORD_2013) + "".join(
        tag("compatSetting", name=name, uri=COMPATIBLE, val=1) for name in names
    )
    return tag(
        "settings",
        tag("zoom", percent=100)
        + tag("defaultTabStop", val=709)
        + tag("characterSpacingControl", val="doNotCompress")
        + tag("compat", compatible)
        + tag("themeFontLang", val="en-US", bidi="ar-SA")
        + tag("decimalSymbol", val=".")
        + tag("listSeparator", val=","),
    )


@cache
def _font_table() -> str:
    faces = sorted({LATIN_FACE, ARABIC_FACE})
    look = tag("family", val="roman") + tag("pitch", val="variable")
    return tag("fonts", "".join(tag("font", look, name=face) for face in faces))


@cache
def _theme() -> str:
    """Make the palette and the faces that Word offers beside our styles, which use none of them (R6)."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in zip(_PALETTE_NAMES, _PALETTE, strict=True)
    )
    face = f'<a:latin typeface="{LATIN_FACE}"/><a:ea typeface=""/><a:cs typeface="{ARABIC_FACE}"/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    shapes = "".join(
        f"<a:{name}>{content * 3}</a:{name}>"
        for name, content in (
            ("fillStyleLst", fill), ("lnStyleLst", line), ("effectStyleLst", effect), ("bgFillStyleLst", fill),
        )
    )  # fmt: skip
    return (
        f'<a:theme xmlns:a="{_DRAWING}" name="Agenda"><a:themeElements>'
        f'<a:clrScheme name="Agenda">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Agenda"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Agenda">{shapes}</a:fmtScheme></a:themeElements></a:theme>'
    )
