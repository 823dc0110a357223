"""Checks G03 and G05: words that an agenda spells in two ways, and those that the house spells otherwise."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Final, NamedTuple

from igfeditor.checks.finding import Fix, Found, Severity
from igfeditor.checks.fixes import rewrite
from igfeditor.checks.registry import Scope, check
from igfeditor.checks.term_list import Terms
from igfeditor.checks.views import AgendaView, Context, TextView
from igfeditor.checks.vocabulary import texts_by_day
from igfeditor.errors import sentence
from igfeditor.language.bidi import direction_of

# --- G03: one thing in two spellings -----------------------------------------------------------------------

_NAMED: Final = re.compile(r"(?<![\w#/.-])([A-Z][A-Za-z]*)([ \u00a0-]?)(\d{1,4})(?![\w/.-])")
_COMPOUND: Final = re.compile(r"(?<![\w@#/.-])[A-Za-z]+(?:-[A-Za-z]+)*(?![\w@/]|-\w)")
_PREFIX_WORDS: Final = (
    "anti bi co counter cyber e ex extra inter intra macro mega micro mid mini multi non post pre pro re semi "
    "sub super trans ultra un vice"
)
_PREFIXES: Final = frozenset(_PREFIX_WORDS.split())
# What is right both ways, for an adjective, noun or verb is made so: "follow up" and "follow-up", "any one", "anyone".
_LOOSE_WORDS: Final = (
    "a all an any are as at away back be by can do down every for forth hand in into it may no not of off on one "
    "or out over per round so some than the there through time to together under up upon way what when where while "
    "who with within without"
)
_LOOSE: Final = frozenset(_LOOSE_WORDS.split())
_SHORTEST: Final = 6
_JOINTS: Final = " \u00a0-"
_AROUND: Final = re.compile(r"[^\w\s-]+")


class _Spelled(NamedTuple):
    """Something that may be written closed, with a hyphen or with a space: its letters, and how and where it is."""

    key: str
    joint: str
    start: int
    end: int


@check(
    "G03", Severity.WARNING, Scope.AGENDA, sentence("One word is spelt in two ways"),
    hint=sentence("Choose one spelling for the whole agenda."),
)  # fmt: skip
def spelt_in_two_ways(view: AgendaView, context: Context) -> Iterator[Found]:
    """G03: closed, with a hyphen or with a space; the listed spelling is right, or that which is used most."""
    for language in context.languages:
        if direction_of(language) != "ltr":
            continue
        keys = _spelt_unlike(texts_by_day(view, language))
        found: defaultdict[str, list[tuple[TextView, _Spelled]]] = defaultdict(list)
        for text in view.spoken if keys else ():
            said = text.said(language)
            for one in (*_single(said), *_double(said)):
                if one.key in keys:
                    found[one.key].append((text, one))
        for key, uses in found.items():
            yield from _unusual(uses, language, _listed(context.terms).get(key))


def _spelt_unlike(days: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Give the keys of all that is spelt in several ways; closed and in two words is one of them."""
    by_day = [_spellings(texts) for texts in days]
    nothing: frozenset[tuple[str, str]] = frozenset()
    single = nothing.union(*(one for one, _ in by_day))
    counts = Counter(key for key, _ in single)
    keys = frozenset(counts)
    return frozenset(key for key, count in counts.items() if count > 1).union(*(keys & pairs for _, pairs in by_day))


@lru_cache(maxsize=1024)
def _spellings(texts: tuple[str, ...]) -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
    """Give the keys and joints of what some texts say in one word, and what their pairs of words would be in one."""
    said = " ".join(texts)
    single = {(one.key, one.joint) for chunk in set(said.split()) for one in _in_one_word(chunk)}
    single.update((one.key, one.joint) for one in _named(said))
    words = _AROUND.sub(" ", said).lower().split()
    return frozenset(single), frozenset([f"{one}{other}" for one, other in pairwise(words)])


def _unusual(uses: list[tuple[TextView, _Spelled]], language: str, listed: str | None) -> Iterator[Found]:
    counts = Counter(one.joint for _, one in uses)
    usual = max(counts, key=lambda joint: (joint == listed, counts[joint]))
    model = next(text.said(language)[one.start : one.end] for text, one in uses if one.joint == usual)
    for text, one in uses:
        if one.joint != usual and not (usual and one.joint and one.key[:1].isalpha() and _is_both_right(one)):
            said = text.said(language)[one.start : one.end]
            words = _respelt(said, model, usual)
            spot = text.spot(language, one.start, one.end)
            fix = Fix(sentence("Write “{words}”", words=words), rewrite(spot, said, words, is_same_meaning=True))
            yield Found(spot, sentence("“{said}” is “{usual}” elsewhere.", said=said, usual=model), (fix,))


def _is_both_right(one: _Spelled) -> bool:
    """Tell whether a hyphen or a space are both right: "high-level" before a noun, "at a high level"."""
    return "#" not in one.key and not any(one.key.startswith(prefix) for prefix in _PREFIXES if len(prefix) > 2)


def _respelt(said: str, model: str, joint: str) -> str:
    """Write something in its own letters, jointed as the model is."""
    digits = re.search(r"\d+$", said)
    if digits:
        return f"{said[: digits.start()].rstrip(_JOINTS)}{joint}{digits[0]}"
    letters = "".join(re.split(f"[{_JOINTS}]", said))
    if not joint:
        return letters if letters.isupper() or letters[1:].islower() else letters[0] + letters[1:].lower()
    place = len(re.split(f"[{_JOINTS}]", model)[0])
    return f"{letters[:place]}{joint}{letters[place:]}"


def _single(said: str) -> tuple[_Spelled, ...]:
    """Give names with a number, and words that are closed or have one hyphen."""
    return (*_named(said), *_in_one_word(said))


def _named(said: str) -> Iterator[_Spelled]:
    for found in _NAMED.finditer(said):
        if len(found[3]) == 4 or found[2] != " ":
            yield _Spelled(f"{found[1]}#{len(found[3])}", found[2].replace("\u00a0", " "), *found.span())


@lru_cache(maxsize=16384)
def _in_one_word(said: str) -> tuple[_Spelled, ...]:
    return tuple(
        _Spelled(letters, "-" if "-" in found[0] else "", *found.span())
        for found in _COMPOUND.finditer(said)
        if found[0].count("-") < 2 and len(letters := found[0].replace("-", "").lower()) >= _SHORTEST
    )


def _double(said: str) -> tuple[_Spelled, ...]:
    """Give all pairs of words with a space between them that may be one word."""
    words = list(_COMPOUND.finditer(said))
    return tuple(
        _Spelled(f"{one[0]}{other[0]}".lower(), " ", one.start(), other.end())
        for one, other in pairwise(words)
        if said[one.end() : other.start()] in {" ", "\u00a0"}
        and "-" not in one[0] + other[0]
        and {one[0].lower(), other[0].lower()}.isdisjoint(_LOOSE)
        and len(one[0] + other[0]) >= _SHORTEST
    )


@lru_cache(maxsize=8)
def _listed(terms: Terms) -> Mapping[str, str]:
    """Give how the words of terms are jointed; the list may have two ways of one for two names, and then tells none."""
    joints: defaultdict[str, set[str]] = defaultdict(set)
    for entry in terms.entries:
        for one in _single(entry.en):
            joints[one.key].add(one.joint)
    return MappingProxyType({key: next(iter(found)) for key, found in joints.items() if len(found) == 1})


# --- G05: the house ----------------------------------------------------------------------------------------

_IZE_STEMS: Final = (
    "apolog author authent categor central character civil commercial critic crystall decentral democrat digit "
    "digital econom emphas equal final formal general global harmon ideal immun incentiv industrial initial "
    "institutional international legal liberal local marginal maxim memor minim mobil modern monet national "
    "neutral normal operational optim organ popular priorit privat public radical real recogn regular reorgan "
    "revital scrutin sensit social special stabil standard subsid summar symbol synchron synthes target theor "
    "util visual"
)
_OTHERWISE: Final = MappingProxyType(
    {
        "program": "programme", "programs": "programmes", "center": "centre", "centers": "centres", "color": "colour",
        "colors": "colours", "labor": "labour", "honor": "honour", "favor": "favour", "behavior": "behaviour",
        "neighbor": "neighbour", "neighbors": "neighbours", "neighboring": "neighbouring", "endeavor": "endeavour",
        "defense": "defence", "fulfill": "fulfil", "fulfillment": "fulfilment", "enrollment": "enrolment",
        "catalog": "catalogue", "dialog": "dialogue", "dialogs": "dialogues", "traveling": "travelling",
        "traveled": "travelled", "labeled": "labelled", "labeling": "labelling", "modeling": "modelling",
        "canceled": "cancelled", "counseling": "counselling", "skillful": "skilful", "percent": "per cent",
        "e-mail": "email", "e-mails": "emails", "web-site": "website", "co-operation": "cooperation",
        "co-operate": "cooperate", "co-ordination": "coordination", "co-ordinate": "coordinate",
        "co-ordinator": "coordinator",
    }
)  # fmt: skip
_HOUSE: Final = re.compile(
    rf"\b(?:(?P<ise>(?:{'|'.join(_IZE_STEMS.split())})i)s(?=(?:e|es|ed|ing|er|ers|ation|ations|able)\b)\w+"
    rf"|(?P<word>{'|'.join(re.escape(word) for word in _OTHERWISE)}))\b"
    r"(?!-\w)|\b(?P<para>paras?) (?=\d)",
    re.IGNORECASE,
)
_ARABIC_HOUSE: Final = MappingProxyType(
    {
        "شئون": "شؤون",
        "مسئول": "مسؤول",
        "هيأة": "هيئة",
        "إفريقيا": "أفريقيا",
        "الإفريقي": "الأفريقي",
        "إفريقية": "أفريقية",
    }
)
_ARABIC: Final = re.compile("|".join(_ARABIC_HOUSE))
_OECD: Final = "Organisation for Economic Co-operation"
_COMPUTER: Final = re.compile(r"(?:computer|software|application)\s+$", re.IGNORECASE)


@check(
    "G05", Severity.INFO, Scope.TEXT, sentence("The house spells a word otherwise"),
    hint=sentence("United Nations spelling: programme, centre, organize, per cent."),
)  # fmt: skip
def house_spelling(text: TextView, _: Context) -> Iterator[Found]:
    """G05; a name in capitals keeps its own spelling."""
    for language, said in text.plains.items():
        if language == "en":
            for start, end, words in _not_of_the_house(said):
                yield _respelling(text, language, start, end, words)
        elif language == "ar":
            for found in _ARABIC.finditer(said) if _may_be_respelt_in_arabic(said) else ():
                yield _respelling(text, language, found.start(), found.end(), _ARABIC_HOUSE[found[0]])


def _may_be_respelt_in_arabic(said: str) -> bool:
    return "ئو" in said or "إفريق" in said or "هيأة" in said


def _respelling(text: TextView, language: str, start: int, end: int, words: str) -> Found:
    was = text.said(language)[start:end]
    spot = text.spot(language, start, end)
    fix = Fix(sentence("Write “{words}”", words=words), rewrite(spot, was, words, is_same_meaning=True))
    return Found(spot, sentence("“{said}” is spelt “{words}” in the house.", said=was, words=words), (fix,))


def _not_of_the_house(said: str) -> Iterator[tuple[int, int, str]]:
    if not any(map(_may_be_respelt, said.split())):
        return
    for found in _HOUSE.finditer(said):
        start, end = found.span()
        if _is_name(said, start, end, is_verb=found["ise"] is not None):
            continue
        if found["para"]:
            yield start, end - 1, f"{found['para']}."
        elif found["ise"]:
            place = found.end("ise") - start
            yield start, end, f"{found[0][:place]}{'Z' if found[0].isupper() else 'z'}{found[0][place + 1 :]}"
        elif not _COMPUTER.search(said[:start]):
            yield start, end, _cased(_OTHERWISE[found[0].lower()], found[0])


@lru_cache(maxsize=16384)
def _may_be_respelt(word: str) -> bool:
    return "para" in word.lower() or _HOUSE.search(word) is not None


def _is_name(said: str, start: int, end: int, *, is_verb: bool) -> bool:
    """Tell whether a word with a capital belongs to a name: it does not begin the text, or another capital follows."""
    if said[start:end].isupper() or not said[start].isupper():
        return False
    has_capital_behind = not is_verb and said[end : end + 2].strip()[:1].isupper()
    return start > 0 or has_capital_behind or said.startswith(_OECD)


def _cased(words: str, model: str) -> str:
    if model.isupper():
        return words.upper()
    return words[0].upper() + words[1:] if model[0].isupper() else words
