"""The named styles of a Word agenda: one a role, so that a secretariat restyles it in Word.

All paragraph styles rest on "Agenda Base", which holds the face and the size. The styles run as the document
does. Where it has paragraphs of the other direction too (two languages side by side, a source text that stands in
for a missing translation, a letterhead whose own style runs the other way) a style has a twin for that direction,
"Agenda Item (RTL)", which rests on it and adds nothing but the direction: one look is kept in one place, and a
paragraph whose direct formatting is taken off in Word still runs the right way (R1).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from igfeditor.document.blocks import Role
from igfeditor.exporters.ooxml import bold, fonts, ordered, size, split_pair, tag
from igfeditor.language.bidi import Direction

BASE: Final = "Agenda Base"
FOOTER: Final = "Agenda Footer"
GAP: Final = "Agenda Gap"
TABLE: Final = "Agenda Table"
LINK: Final = "Agenda Link"
MISSING: Final = "Agenda Missing"

STEP: Final = 369
"""The usual width of a hanging marker, in twentieths of a point (6.5 mm); a wider one widens its level."""

CELL_MARGIN: Final = 108
"""The margin at both sides of a cell, in twentieths of a point; both sides are equal (R12)."""

RULE_COLOUR: Final = "A6A6A6"
_QUIET: Final = "595959"
_EVENT: Final = "1F3864"
_LINK: Final = "0B4C8C"


@dataclass(frozen=True, slots=True)
class FileStyle:
    """A style as the file has it: its id, and the direction that it gives to a paragraph."""

    id: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class Looks:
    """How a role looks: sizes in half-points, spaces and indents in twentieths of a point.

    `latin` and `arabic` are the sizes of the two kinds of script: Arabic is about 15 % larger, so that both look
    one size. `hang` is the indent of the text, `marker` how far its marker hangs before it (R16).
    """

    latin: int
    arabic: int
    heavy: bool = False
    before: int = 0
    after: int = 40
    hang: int = 0
    marker: int = 0
    outline: int | None = None
    keep: bool = False
    rule: str = ""
    centred: bool = False
    spaced: int = 0
    colour: str = ""


_BASE: Final = Looks(20, 23)
LOOKS: Final[Mapping[str, Looks]] = MappingProxyType(
    {
        Role.TITLE: Looks(34, 39, heavy=True, after=100, outline=0, keep=True),
        Role.DETAIL: Looks(20, 23, after=20),
        Role.SECTION: Looks(26, 30, heavy=True, before=240, after=80, outline=1, keep=True, rule="top"),
        Role.SUMMARY: Looks(20, 23, after=60),
        Role.DAY: Looks(24, 28, heavy=True, before=300, after=120, outline=1, keep=True, rule="bottom"),
        Role.LABEL: Looks(20, 23, heavy=True, before=60, after=40, keep=True),
        Role.OUTPUT: Looks(20, 23, after=30, hang=STEP, marker=STEP),
        Role.HEADER: Looks(18, 21, heavy=True, before=20, after=20, keep=True),
        Role.TIME: Looks(20, 23, before=20, after=20),
        Role.ITEM: Looks(20, 23, heavy=True, before=20, after=40, hang=STEP, marker=STEP),
        Role.BODY: Looks(20, 23, hang=STEP),
        Role.SUB_ITEM_1: Looks(20, 23, after=30, hang=2 * STEP, marker=STEP),
        Role.SUB_ITEM_2: Looks(20, 23, after=30, hang=3 * STEP, marker=STEP),
        Role.SUB_ITEM_3: Looks(20, 23, after=30, hang=4 * STEP, marker=STEP),
        Role.PEOPLE: Looks(19, 22, hang=STEP, colour=_QUIET),
        Role.BREAK: Looks(18, 22, heavy=True, before=20, after=20, centred=True, spaced=30),
        Role.EVENT: Looks(20, 23, heavy=True, before=20, colour=_EVENT),
        Role.NOTE: Looks(17, 20, before=20, after=20, hang=STEP, marker=STEP, colour=_QUIET),
        FOOTER: Looks(17, 20, after=0, colour=_QUIET),
    }
)


def name_of(role: str) -> str:
    """Give the name of a role's style, as Word shows it: "Agenda Sub-item 1"."""
    if role in {BASE, FOOTER, GAP}:
        return role
    words = role.removesuffix("-1").removesuffix("-2").removesuffix("-3")
    number = role[len(words) + 1 :]
    return f"Agenda {words.capitalize()} {number}".rstrip()


def twin_name(name: str, direction: Direction) -> str:
    """Give the name of a style's twin for a direction: "Agenda Item (RTL)"."""
    return f"{name} ({direction.upper()})"


def id_of(name: str) -> str:
    """Give the id that a style of ours has in the file: its name without what Word leaves out of ids."""
    return "".join(filter(str.isalnum, name))


DIRECTIONS: Final[tuple[Direction, ...]] = ("ltr", "rtl")
OTHERS: Final = (BASE, GAP, LINK, MISSING, TABLE)
"""The names of the styles that are no role's."""


def all_names() -> tuple[str, ...]:
    """Give the names of all styles that a letterhead may define in our place."""
    roles = tuple(map(name_of, LOOKS))
    return (*OTHERS, *roles, *(twin_name(name, direction) for name in roles for direction in DIRECTIONS))


def names_by_role(directions: Sequence[Direction], own: Mapping[str, FileStyle]) -> Mapping[tuple[str, Direction], str]:
    """Name the style of each role for each direction of a document, the document's own direction being the first.

    `own` holds the styles that the letterhead defines itself: one that runs the other way gets a twin.
    """
    found: dict[tuple[str, Direction], str] = {}
    for role in LOOKS:
        name = name_of(role)
        given = own[name].direction if name in own else directions[0]
        for wanted in directions:
            found[role, wanted] = name if wanted == given else twin_name(name, wanted)
    return MappingProxyType(found)


def new_styles(
    directions: Sequence[Direction], own: Mapping[str, FileStyle], looks: Mapping[str, Looks]
) -> Iterator[str]:
    """Give the XML of each style that the letterhead lacks, those first on which others rest."""
    names = names_by_role(directions, own)
    made = dict(_all_styles(directions[0], own, looks))
    wanted = dict.fromkeys((BASE, GAP, *map(name_of, LOOKS), *names.values(), LINK, MISSING, TABLE))
    return (made[name] for name in wanted if name not in own)


def _all_styles(
    direction: Direction, own: Mapping[str, FileStyle], looks: Mapping[str, Looks]
) -> Iterator[tuple[str, str]]:
    given = {name: style.id for name, style in own.items()}
    base = own.get(BASE, FileStyle(id_of(BASE), direction))
    yield BASE, _base(direction)
    yield GAP, _gap(base.id)
    for role, look in looks.items():
        name = name_of(role)
        yield name, _style_of_role(name, look, direction, base)
        for twin in DIRECTIONS:
            yield twin_name(name, twin), _twin(name, look, twin, given.get(name, id_of(name)))
    yield LINK, _character(LINK, tag("color", val=_LINK), tag("u", val="single"))
    yield MISSING, _character(MISSING, tag("color", val="6B6B6B"))
    yield TABLE, _table()


# --- paragraph styles --------------------------------------------------------------------------------------


def _style(name: str, kind: str, *children: str) -> str:
    shown = (tag("uiPriority", val=1), "<w:qFormat/>") if kind == "paragraph" else (tag("uiPriority", val=2),)
    return ordered("style", tag("name", val=name), *shown, *children, type=kind, customStyle=1, styleId=id_of(name))


def bidi(wanted: Direction, given: Direction) -> str:
    """Say a direction: always where it is right-to-left (R1), else where what it rests on runs the other way."""
    if wanted == "rtl":
        return "<w:bidi/>"
    return '<w:bidi w:val="0"/>' if given == "rtl" else ""


def _spacing(before: int, after: int) -> str:
    return tag("spacing", before=before, after=after, line=252, lineRule="auto")


def _base(direction: Direction) -> str:
    paragraph = ordered("pPr", "<w:widowControl/>", bidi(direction, "ltr"), _spacing(0, _BASE.after))
    text = ordered("rPr", fonts(), *split_pair(size(_BASE.latin, _BASE.arabic)))
    return _style(BASE, "paragraph", paragraph, text)


def _gap(base: str) -> str:
    paragraph = ordered("pPr", tag("spacing", before=0, after=0, line=80, lineRule="exact"))
    text = ordered("rPr", *split_pair(size(4, 4)))
    return _style(GAP, "paragraph", tag("basedOn", val=base), paragraph, text)


def _style_of_role(name: str, looks: Looks, direction: Direction, base: FileStyle) -> str:
    follower = id_of(name)
    return _style(
        name,
        "paragraph",
        tag("basedOn", val=base.id),
        tag("next", val=follower),
        _paragraph_look(looks, bidi(direction, base.direction)),
        _text_look(looks, direction),
    )


def _paragraph_look(looks: Looks, direction: str) -> str:
    return ordered(
        "pPr",
        "<w:keepNext/>" if looks.keep else "",
        "<w:keepLines/>" if looks.keep else "",
        _rule(looks.rule) if looks.rule else "",
        tag("tabs", tag("tab", val="left", pos=looks.hang)) if looks.marker else "",
        direction,
        _spacing(looks.before, looks.after),
        tag("ind", left=looks.hang, **({"hanging": looks.marker} if looks.marker else {})) if looks.hang else "",
        tag("jc", val="center") if looks.centred else "",
        tag("outlineLvl", val=looks.outline) if looks.outline is not None else "",
    )


def _rule(side: str) -> str:
    return tag("pBdr", tag(side, val="single", sz=4, space=6 if side == "top" else 3, color=RULE_COLOUR))


def _text_look(looks: Looks, direction: Direction) -> str:
    return ordered(
        "rPr",
        *split_pair(bold() if looks.heavy else ""),
        tag("color", val=looks.colour) if looks.colour else "",
        # Letters of a joined script must not be drawn apart.
        tag("spacing", val=looks.spaced) if looks.spaced and direction == "ltr" else "",
        *split_pair(size(looks.latin, looks.arabic)),
    )


def _twin(name: str, looks: Looks, direction: Direction, base: str) -> str:
    twin = twin_name(name, direction)
    spaced = looks.spaced if direction == "ltr" else 0
    return _style(
        twin,
        "paragraph",
        tag("basedOn", val=base),
        tag("next", val=id_of(twin)),
        ordered("pPr", bidi(direction, "rtl")),
        ordered("rPr", tag("spacing", val=spaced) if looks.spaced else ""),
    )


# --- character and table styles ----------------------------------------------------------------------------


def _character(name: str, *look: str) -> str:
    return _style(name, "character", ordered("rPr", *look))


def _table() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(tag(side, val="single", sz=4, space=0, color=RULE_COLOUR) for side in sides)
    return _style(TABLE, "table", ordered("tblPr", tag("tblBorders", borders), cell_margins(CELL_MARGIN)))


def cell_margins(sideways: int, upright: int = 40) -> str:
    """Give the inner margins of a table's cells, equal at both sides (R12)."""
    margins = {"top": upright, "left": sideways, "bottom": upright, "right": sideways}
    return tag("tblCellMar", "".join(tag(side, w=width, type="dxa") for side, width in margins.items()))
