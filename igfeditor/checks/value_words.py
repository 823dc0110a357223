"""The words that values are said in: numbers, ordinals, months, weekdays, units and hours, in English and Arabic.

Each word has a sense: one letter for its part of speech, as the grammar of `igfeditor.checks.values` reads it, and
a number. Arabic is looked up as `folded` writes it: one alef, one ya, ha for ta marbuta, no tashkeel; and without the
conjunctions, prepositions and the article that are written onto it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from types import MappingProxyType
from typing import Final, NamedTuple


class Sense(NamedTuple):
    """What a word stands for in the grammar, and its number.

    N number, O ordinal, u the "one" of eleven, E a noun in the dual, M month, m month that may be another word,
    K weekday, w weekday in short, h hour, g hour as a symbol, H two hours, i minute, I two minutes, e half, q quarter,
    t third, l less, P half of the day, W hour in a word, s "at the hour", k "o'clock", T to, f of or from, & and,
    a the article "a", y a word whose number follows it ("Day 1"), % per cent, p what stands before it ("per cent",
    "في المائة"), Z "the month of", z a day
    before its name, U a weekday that is one only behind it, G million; b, r, c, n, j, v: words of phrases that
    become one ("بعد ظهر", "منتصف الليل", "كانون الأول").
    """

    part: str
    number: int = 0


AM: Final = 0
PM: Final = 12
NOON: Final = 24
NIGHT: Final = 36

_FOLDS: Final = str.maketrans("أإآٱىةی", "اااايهي")

_EN_UNITS: Final = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_EN_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_EN_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety hundred"
_EN_TENTHS: Final = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
_EN_MONTHS: Final = "january february march april may june july august september october november december"
_EN_DAYS: Final = "monday tuesday wednesday thursday friday saturday sunday"

# What may be another word ("May", "مارس" practised, "آب" father …) is a month only beside a number.
_AMBIGUOUS_MONTHS: Final = frozenset({"may", "march", "مارس", "اب", "ماي", "جوان", "اوت"})

_AR_MONTHS: Final = (
    "يناير جانفي", "فبراير شباط فيفري", "مارس اذار", "ابريل نيسان افريل", "مايو ايار ماي",
    "يونيو حزيران يونيه جوان", "يوليو تموز يوليه يوليوز جويليه", "اغسطس اب غشت اوت", "سبتمبر ايلول شتنبر",
    "اكتوبر", "نوفمبر نونبر", "ديسمبر دجنبر",
)  # fmt: skip
_AR_DAYS: Final = ("الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "الاحد")
BARE_DAYS: Final = MappingProxyType({"اثنين": 0, "ثلاثاء": 1, "اربعاء": 2, "خميس": 3, "جمعه": 4, "سبت": 5, "احد": 6})
"""Weekdays without their article, which are weekdays only behind "day": "كل يوم خميس"."""
_SURE_BARE_DAYS: Final = range(1, 6)
_AR_NUMBERS: Final = (
    "واحد واحده", "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي", "ثلاث ثلاثه", "اربع اربعه", "خمس خمسه",
    "ست سته", "سبع سبعه", "ثمان ثماني ثمانيه", "تسع تسعه", "عشر عشره",
)  # fmt: skip
_AR_TENS: Final = (
    "عشرون عشرين", "ثلاثون ثلاثين", "اربعون اربعين", "خمسون خمسين", "ستون ستين", "سبعون سبعين", "ثمانون ثمانين",
    "تسعون تسعين", "مائه مئه",
)  # fmt: skip
_AR_ORDINALS: Final = (
    "اول اولي اولين اوليين اولان اوليان اولا", "ثاني ثانيه ثان ثانيا", "ثالث ثالثه ثالثا", "رابع رابعه رابعا",
    "خامس خامسه خامسا", "سادس سادسه سادسا", "سابع سابعه سابعا", "ثامن ثامنه ثامنا", "تاسع تاسعه تاسعا",
    "عاشر عاشره عاشرا", "حادي حاديه",
)  # fmt: skip
_SCALES: Final = (
    "million millions مليون مليونا ملايين", "billion billions مليار مليارا مليارات بليون بليونا بلايين",
    "trillion trillions تريليون تريليونات",
)  # fmt: skip
_SCALE_STEMS: Final = ("مليون", "مليار بليون", "تريليون")
_DUAL_ENDS: Final = ("ان", "ين", "ي")
_AR_DUALS: Final = (
    "يوم جلست دورت مرت اسبوع شهر سنت عام اجتماع استراحت بند تقرير فريق مجموعت ورشت حلقت قاعت لغت مرحلت سؤال قسم جزء "
    "متحدث متكلم عرض فقرت وثيقت فعاليت منتدي كلمت خطوت مسالت موضوع"
)

_SINGLE: Final = MappingProxyType(
    {
        "g": "h", "h": "hr hrs hour hours ساعه ساعات", "H": "ساعتان ساعتين",
        "i": "min mins minute minutes دقيقه دقائق", "I": "دقيقتان دقيقتين", "e": "half نصف النصف",
        "q": "quarter ربع الربع ربعا", "t": "ثلث الثلث ثلثا", "l": "الا", "s": "الساعه", "k": "clock",
        "T": "to until till through الي حتي", "f": "of from من", "&": "and و", "a": "a an",
        "y": "day days session item items room no number para paragraph اليوم الجلسه البند بند القاعه رقم الفقره قاعه",
        "r": "ظهر", "Z": "شهر", "z": "يوم ايام",
        "%": "percent cent المائه المئه", "p": "per في",
    }
)  # fmt: skip
_HOURS: Final = MappingProxyType(
    {
        AM: "am صباحا الصباح صباح ص فجرا", PM: "pm مساء المساء م عصرا العصر", NOON: "ظهرا الظهر", NIGHT: "ليلا",
    }
)  # fmt: skip


def folded(word: str) -> str:
    """Write a word as it is looked up."""
    return word.lower().translate(_FOLDS)


def _counted(part: str, words: str, first: int = 1, step: int = 1) -> Iterator[tuple[str, Sense]]:
    return ((word, Sense(part, first + step * place)) for place, word in enumerate(words.split()))


def _grouped(part: str, groups: tuple[str, ...], first: int = 1, step: int = 1) -> Iterator[tuple[str, Sense]]:
    for place, group in enumerate(groups):
        yield from ((word, Sense(part, first + step * place)) for word in group.split())


def _with_article(words: Iterator[tuple[str, Sense]], part: str = "") -> Iterator[tuple[str, Sense]]:
    for word, sense in words:
        yield word, sense
        yield f"ال{word}", Sense(part or sense.part, sense.number)


def _months() -> Iterator[tuple[str, Sense]]:
    named = chain(_counted("M", _EN_MONTHS), _grouped("M", _AR_MONTHS))
    for word, sense in named:
        yield word, Sense("m" if word in _AMBIGUOUS_MONTHS else "M", sense.number)
    for word, sense in _counted("m", _EN_MONTHS):
        if word != "may":
            yield word[:3], sense
    yield "sept", Sense("m", 9)


def _all_words() -> Iterator[tuple[str, Sense]]:
    for half, words in _HOURS.items():
        yield from ((word, Sense("P", half)) for word in words.split())
    yield from ((word, Sense("u", 1)) for word in ("احد", "احدي"))
    yield from ((word, Sense("N", 200)) for word in ("مائتان", "مائتين", "مئتان", "مئتين"))
    yield from ((word, Sense("N", 1000)) for word in ("thousand", "الف", "الاف"))
    for place, stem in enumerate(["ثلاث", "اربع", "خمس", "ست", "سبع", "ثماني", "تسع"], start=3):
        yield from ((f"{stem}{hundred}", Sense("N", place * 100)) for hundred in ("مائه", "مئه"))
    yield from (("بعد", Sense("b", PM)), ("قبل", Sense("b", AM)), ("منتصف", Sense("c")))
    yield from (("الليل", Sense("n", 0)), ("النهار", Sense("j", 720)))
    yield from (("تشرين", Sense("v", 10)), ("كانون", Sense("v", 12)))
    yield from (("noon", Sense("W", 720)), ("midday", Sense("W", 720)), ("midnight", Sense("W", 0)))
    yield from chain(
        _counted("N", _EN_UNITS), _counted("N", _EN_TENS, 20, 10), _counted("O", _EN_ORDINALS),
        _counted("O", _EN_TENTHS, 20, 10), _with_article(_grouped("N", _AR_NUMBERS)),
        _with_article(_grouped("N", _AR_TENS, 20, 10), "O"), _with_article(_grouped("O", _AR_ORDINALS)),
    )  # fmt: skip
    yield from (("seventeen", Sense("N", 17)), ("eighteen", Sense("N", 18)), ("nineteen", Sense("N", 19)))
    duals = (f"{stem}{end}" for stem in _AR_DUALS.split() for end in ("ان", "ين"))
    yield from _with_article((dual, Sense("E", 2)) for dual in duals)
    yield from _months()
    yield from chain(_counted("K", _EN_DAYS, 0), _grouped("K", _AR_DAYS, 0))
    yield from ((word, Sense("U", day)) for word, day in BARE_DAYS.items() if day in _SURE_BARE_DAYS)
    for place, words in enumerate(_SCALES, start=2):
        yield from ((word, Sense("G", 1_000**place)) for word in words.split())
    for place, stem in enumerate(_SCALE_STEMS, start=2):
        yield from ((f"{one}{end}", Sense("E", 2 * 1_000**place)) for one in stem.split() for end in _DUAL_ENDS)
    yield from ((word[:3], sense) for word, sense in _counted("w", _EN_DAYS, 0))
    for word in ("حادي", "حاديه", "الحادي", "الحاديه"):
        yield word, Sense("O", 1)
    for part, words in _SINGLE.items():
        yield from ((word, Sense(part)) for word in words.split())


_WORDS: Final = MappingProxyType(dict(_all_words()))
_CAPITAL: Final = frozenset("MmKw")


@lru_cache(maxsize=8192)
def senses_of(word: str) -> tuple[tuple[int, Sense], ...]:
    """Give the senses of a word as it is written, each with the place of its first letter; mostly none.

    "ونصف" has two: and, half. English months and weekdays have a capital.
    """
    known = _WORDS.get(folded(word))
    if known is not None:
        is_small = known.part in _CAPITAL and word[0].isascii() and not word[0].isupper()
        return () if is_small else ((0, known),)
    return () if word.isascii() else tuple(_arabic(folded(word)))


def _arabic(word: str) -> Iterator[tuple[int, Sense]]:
    """Give the senses of an Arabic word that has something written onto its front."""
    done = 0
    if word[0] in "وف" and len(word) > 3:
        done = 1
    stem = word[done:]
    for place, form in ((0, stem), (stem[0] in "بلك", stem[1:]), (stem[:2] == "لل", f"ال{stem[2:]}")):
        if len(form) > 2 and (place or form is stem) and (known := _WORDS.get(form)):
            if done:
                yield 0, Sense("&")
            yield done + place, known
            return
