"""All that the program says: every message has its Arabic, and `say` fits the facts into it."""

import ast
import errno
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest
from babel.messages.pofile import read_po

import igfeditor
from igfeditor.errors import IgfError, Sentence, counted, sentence
from igfeditor.files import Disk, translation
from igfeditor.language import messages
from igfeditor.language.bidi import LRM, resolve
from igfeditor.language.cleaning import clean
from igfeditor.language.messages import CATALOGUE, arabic_form, say
from igfeditor.services.operations import ExportWish, export_project, open_sample
from igfeditor.storage.project_file import load_project

PACKAGE = Path(igfeditor.__file__).parent
MAKERS = {"sentence": 1, "counted": 3}
FORMS_OF_A_NUMBER = 6
ARABIC_LETTER = re.compile("[\u0621-\u063a\u0641-\u064a]")
TATWEEL_OR_UNSEEN = re.compile("[\u0640\u00a0\u00ad\u061c\u200b-\u200f\u202a-\u202f\u2060-\u2069\ufeff]")
PRESENTATION_FORM = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
LATIN_PUNCTUATION = re.compile("[,;?]")
FIELD = re.compile(r"\{\w+\}")
FIELD_THEN_NUMBER = re.compile(r"\}[^\u0621-\u064a=]*(?:\d|\{count\})")
NUMBER_THEN_LATIN = re.compile(r"\d\s+[A-Za-z]")
LATIN_TOKEN = re.compile(r"[!-~]*[A-Za-z][!-~]*")
LATIN_WORD = re.compile(r"[\"(]*(.+?)[\").:]*$")

HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=6; plural=n;\\n"
"""


class Call(NamedTuple):
    """One place of the program where a message is made."""

    place: str
    arguments: tuple[ast.expr, ...]
    facts: frozenset[str | None]

    @property
    def templates(self) -> tuple[str, ...]:
        return tuple(str(one.value) for one in self.arguments if isinstance(one, ast.Constant))

    @property
    def fields(self) -> set[str]:
        return set().union(*map(fields, self.templates))


class Entry(NamedTuple):
    """One entry of the catalogue: its English templates (two where it hangs on a number) and its Arabic forms."""

    english: tuple[str, ...]
    arabic: tuple[str, ...]


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def name_of(function: ast.expr) -> str:
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )


def every_node() -> Iterator[tuple[str, ast.AST]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield path.relative_to(PACKAGE).as_posix(), node


def every_call() -> Iterator[Call]:
    for path, node in every_node():
        if isinstance(node, ast.Call) and name_of(node.func) in MAKERS:
            end = MAKERS[name_of(node.func)]
            facts = frozenset(keyword.arg for keyword in node.keywords)
            if end > 1:
                facts |= {"count"}
            yield Call(f"{path}:{node.lineno}", tuple(node.args[end // 2 : end]), facts)


def every_entry() -> Iterator[Entry]:
    with translation(CATALOGUE).open("rb") as stream:
        for message in read_po(stream, locale="ar"):
            if message.id:
                yield Entry(several(message.id), several(message.string))


def forms_that_lose_a_fact(entry: Entry) -> Iterator[str]:
    """Give the forms that have other facts than the English; zero, one and two may say their number in words."""
    wanted = set().union(*map(fields, entry.english))
    in_words = {"count"} if len(entry.english) > 1 else set[str]()
    for number, form in enumerate(entry.arabic):
        if not wanted - (in_words if number < 3 else set()) <= fields(form) <= wanted:
            yield form


def directions_of_latin(form: str) -> str:
    """Give the directions in which a terminal would show the Latin words of a form, and the signs that are theirs."""
    said = FIELD.sub(f"{LRM}x{LRM}", form)
    directions = resolve(said, "rtl")
    words = (LATIN_WORD.match(said, token.start(), token.end()) for token in LATIN_TOKEN.finditer(said))
    return "".join(directions[slice(*word.span(1))] for word in words if word)


def several(words: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


CALLS = tuple(every_call())
ENTRIES = {entry.english[0]: entry for entry in every_entry()}
MESSAGES = sorted({call.templates for call in CALLS})
ARABIC = [form for entry in ENTRIES.values() for form in entry.arabic]

every_message = pytest.mark.parametrize("english", MESSAGES, ids=lambda english: english[0][:60])


class TestTheProgram:
    def test_says_something(self) -> None:
        assert len(MESSAGES) > 100

    def test_writes_every_template_out(self) -> None:
        made = [call.place for call in CALLS if len(call.templates) != len(call.arguments) or not call.templates]
        assert made == []

    def test_makes_messages_in_no_other_way(self) -> None:
        direct = [
            f"{path}:{node.lineno}"
            for path, node in every_node()
            if isinstance(node, ast.Call) and name_of(node.func) == "Sentence" and path != "errors.py"
        ]
        renamed = [
            f"{path}:{node.lineno}"
            for path, node in every_node()
            if isinstance(node, ast.ImportFrom)
            if any(name.asname and name.name in {*MAKERS, "Sentence"} for name in node.names)
        ]
        assert direct + renamed == []

    def test_gives_every_message_its_facts(self) -> None:
        assert [(call.place, call.facts ^ call.fields) for call in CALLS if call.facts != call.fields] == []

    def test_never_uses_one_template_with_and_without_a_number(self) -> None:
        first_templates = [english[0] for english in MESSAGES]
        assert len(first_templates) == len(set(first_templates))


class TestTheCatalogue:
    @every_message
    def test_every_message_has_its_arabic(self, english: tuple[str, ...]) -> None:
        entry = ENTRIES.get(english[0])
        assert entry is not None, f"not in {CATALOGUE}: {english[0]}"
        assert entry.english == english
        assert len(entry.arabic) == (FORMS_OF_A_NUMBER if len(english) > 1 else 1)
        assert all(entry.arabic)

    def test_no_entry_is_left_over(self) -> None:
        assert set(ENTRIES) - {english[0] for english in MESSAGES} == set()

    def test_no_entry_stands_there_twice(self) -> None:
        lines = translation(CATALOGUE).read_text(encoding="utf-8").splitlines()
        assert sum(line.startswith("msgid ") for line in lines) == len(ENTRIES) + 1

    def test_no_entry_is_doubtful_or_out_of_use(self) -> None:
        text = translation(CATALOGUE).read_text(encoding="utf-8")
        assert "fuzzy" not in text
        assert "#~" not in text

    def test_every_fact_is_said(self) -> None:
        assert [form for entry in ENTRIES.values() for form in forms_that_lose_a_fact(entry)] == []

    def test_sentences_end_as_in_english(self) -> None:
        assert [
            form
            for entry in ENTRIES.values()
            for form in entry.arabic
            if form.endswith(".") is not entry.english[0].endswith(".")
        ] == []

    def test_arabic_is_arabic(self) -> None:
        spoken, bare = [], []
        for entry in ENTRIES.values():
            (spoken if re.search("[A-Za-z]", FIELD.sub("", entry.english[0])) else bare).append(entry)
        assert [form for entry in spoken for form in entry.arabic if not ARABIC_LETTER.search(form)] == []
        assert [one for one in bare if tuple(form.replace("،", ",") for form in one.arabic) != one.english] == []


class TestTheScript:
    def test_texts_are_clean(self) -> None:
        assert [form for form in ARABIC if clean(form, "ar", suggestions=True).text != form] == []
        assert [form for form in ARABIC if form.strip() != form or "  " in form] == []

    def test_nothing_unseen_stands_there(self) -> None:
        assert [form for form in ARABIC if TATWEEL_OR_UNSEEN.search(form)] == []

    def test_letters_are_letters_and_not_their_forms(self) -> None:
        assert [form for form in ARABIC if PRESENTATION_FORM.search(form)] == []

    def test_punctuation_is_arabic(self) -> None:
        assert [form for form in ARABIC if LATIN_PUNCTUATION.search(form)] == []

    def test_latin_words_keep_their_signs_without_marks(self) -> None:
        assert [form for form in ARABIC if set(directions_of_latin(form)) - {"L"}] == []

    @pytest.mark.parametrize("form", ["أضف --force هنا", "يبدأ بالبادئة https:// دائماً", "ملف (.docx)"])
    def test_latin_words_that_would_lose_a_sign_are_found(self, form: str) -> None:
        assert set(directions_of_latin(form)) == {"L", "R"}

    def test_no_number_is_drawn_to_a_latin_word(self) -> None:
        assert [form for form in ARABIC if FIELD_THEN_NUMBER.search(form) or NUMBER_THEN_LATIN.search(form)] == []


class TestForms:
    @pytest.mark.parametrize(
        ("form", "numbers"),
        [
            (0, (0,)),
            (1, (1,)),
            (2, (2,)),
            (3, (3, 10, 103, 110, 1003)),
            (4, (11, 99, 111, 199, 1011)),
            (5, (100, 101, 102, 200, 1000, 1_000_000)),
        ],
    )
    def test_numbers_choose_their_form(self, form: int, numbers: tuple[int, ...]) -> None:
        assert {arabic_form(number) for number in numbers} == {form}

    @pytest.mark.parametrize(
        ("number", "words"),
        [
            (0, "ليس فيه أي يوم."),
            (1, "فيه يوم واحد."),
            (2, "فيه يومان."),
            (3, "فيه 3 أيام."),
            (11, "فيه 11 يوماً."),
            (100, "فيه 100 يوم."),
            (103, "فيه 103 أيام."),
        ],
    )
    def test_nouns_agree_with_their_number(self, number: int, words: str) -> None:
        assert say(counted(number, "It has {count} day.", "It has {count} days."), "ar") == words

    def test_english_has_two(self) -> None:
        told = [say(counted(number, "It has {count} day.", "It has {count} days."), "en") for number in (0, 1, 2)]
        assert told == ["It has 0 days.", "It has 1 day.", "It has 2 days."]


class TestFacts:
    def test_latin_facts_stand_between_marks(self) -> None:
        message = sentence("Wrote {path}", path=Path("/tmp/agenda.json"))
        assert say(message, "ar") == f"كُتب الملف {LRM}/tmp/agenda.json{LRM}"

    def test_options_and_dates_too(self) -> None:
        option = sentence("Templates are for Word: add {option}.", option="--format docx")
        assert f"{LRM}--format docx{LRM}" in say(option, "ar")
        same = sentence("the date {date} is that of {day} too", date="2021-02-22", day="days[0]")
        assert say(same, "ar") == f"التاريخ {LRM}2021-02-22{LRM} هو أيضاً تاريخ {LRM}days[0]{LRM}"

    def test_whole_numbers_and_arabic_facts_need_none(self) -> None:
        assert (
            say(sentence("There is no Day {day} in this agenda.", day=4), "ar")
            == "لا يوجد اليوم 4 في جدول الأعمال هذا."
        )
        assert say(sentence("There is no column {name}.", name="قاعة"), "ar") == "لا يوجد عمود باسم قاعة."

    def test_english_has_no_marks(self) -> None:
        assert say(sentence("Wrote {path}", path="/tmp/agenda.json"), "en") == "Wrote /tmp/agenda.json"

    def test_sentences_in_sentences_are_said_in_the_same_language(self) -> None:
        message = sentence("{path}: cannot be written ({reason}).", path="a", reason=sentence("permission denied"))
        assert say(message, "ar") == f"{LRM}a{LRM}: تتعذر كتابة الملف (الإذن مرفوض)."

    def test_counted_sentence_has_sentences_in_it(self) -> None:
        message = counted(
            2,
            "{place}: {fault}, and there is at least {count} more fault.",
            "{place}: {fault}, and there are at least {count} more faults.",
            place=sentence("{path}, line {line}", path="a", line=3),
            fault=sentence("the list is empty"),
        )
        assert say(message, "ar") == f"{LRM}a{LRM}، السطر 3: القائمة فارغة، ويوجد خطآن آخران على الأقل."

    @pytest.mark.parametrize("language", ["en", "ar"])
    def test_facts_are_one_line_and_drive_no_terminal(self, language: str) -> None:
        told = say(sentence("Wrote {path}", path="a\r\n\tb\x1b[31m\udc80"), language)
        assert "a b\ufffd[31m\ufffd" in told

    @pytest.mark.parametrize("language", ["en", "ar"])
    def test_facts_are_never_templates(self, language: str) -> None:
        assert "{path} {" in say(sentence("Wrote {path}", path="{path} {"), language)


class TestFallback:
    @pytest.fixture
    def catalogue(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
        """Give the place of a catalogue that a test may write, in place of the program's own."""
        path = tmp_path / CATALOGUE
        monkeypatch.setattr(messages, "translation", lambda _: path)
        messages._arabic.cache_clear()
        yield path
        messages._arabic.cache_clear()

    def test_unknown_message_is_said_in_english(self) -> None:
        assert say(Sentence("Nobody wrote {this}.", {"this": "x"}), "ar") == f"Nobody wrote {LRM}x{LRM}."

    @pytest.mark.parametrize("language", ["fr", "", "AR"])
    def test_other_languages_are_answered_in_english(self, language: str) -> None:
        assert say(sentence("The list of {path}", path="/a"), language) == "The list of /a"

    def test_missing_catalogue_speaks_english(self, catalogue: Path) -> None:
        assert say(sentence("the list is empty"), "ar") == "the list is empty"

    def test_entry_that_is_not_finished_speaks_english(self, catalogue: Path) -> None:
        forms = "".join(f'msgstr[{form}] "{"" if form == 4 else "أيام"}"\n' for form in range(FORMS_OF_A_NUMBER))
        catalogue.write_text(
            f'{HEADER}\nmsgid "{{count}} day"\nmsgid_plural "{{count}} days"\n{forms}', encoding="utf-8"
        )
        assert say(counted(3, "{count} day", "{count} days"), "ar") == "3 days"


class TestRefusals:
    """Refusals as they are met: every word of them is Arabic but the facts between marks."""

    def told(self, error: IgfError) -> str:
        assert error.hint is not None
        return f"{say(error.message, 'ar')} {say(error.hint, 'ar')}"

    def words_left_in_english(self, told: str) -> list[str]:
        return re.findall("[A-Za-z]{2,}", re.sub(f"{LRM}[^{LRM}]*{LRM}", "", told))

    def test_reason_of_the_system_is_arabic(self, tmp_path: Path) -> None:
        class Full(Disk):
            def write_new(self, path: Path, data: bytes) -> None:
                raise OSError(errno.ENOSPC, "No space left on device")

        with pytest.raises(IgfError) as caught:
            Full().replace_safely(tmp_path / "x", b"")
        told = self.told(caught.value)
        assert "لم تبق مساحة على القرص" in told
        assert self.words_left_in_english(told) == []

    @pytest.mark.parametrize("code", [errno.EACCES, errno.EEXIST, errno.EIO, errno.EISDIR, errno.ENOENT, errno.EROFS])
    def test_usual_reasons_are_all_arabic(self, code: int, tmp_path: Path) -> None:
        class Broken(Disk):
            def read(self, path: Path, limit: int = -1) -> bytes:
                raise OSError(code, "Words of the system")

        with pytest.raises(IgfError) as caught:
            export_project(open_sample(), tmp_path, ExportWish(template=Path("/t")), disk=Broken())
        assert set(self.words_left_in_english(self.told(caught.value))) <= {"Word", "docx"}

    def test_place_in_a_file_is_arabic(self, tmp_path: Path) -> None:
        path = tmp_path / "bad.agenda.json"
        path.write_text(
            '{"format": "igfeditor-agenda", "version": 1, "id": "a1", "languages": ["en"],\n'
            ' "meeting": {"title": {}}, "days": [{"id": "d1", "date": "tomorrow"}]}',
            encoding="utf-8",
        )
        with pytest.raises(IgfError) as caught:
            load_project(path)
        told = say(caught.value.message, "ar")
        assert f'السطر 2: القيمة في {LRM}days[0].date{LRM} (اليوم {LRM}"d1"{LRM}) هي {LRM}"tomorrow"{LRM}:' in told
        assert self.words_left_in_english(told) == ["YYYY", "MM", "DD"]

    def test_difference_of_an_export_is_arabic(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("igfeditor.exporters.word.read_back", lambda _: [[("x",)]])
        wish = ExportWish(layouts=("en",), formats=("docx",))
        with pytest.raises(IgfError) as caught:
            export_project(open_sample(), tmp_path, wish)
        told = self.told(caught.value)
        assert "محتوى الملف يختلف عن محتوى جدول الأعمال: السطر 1 ينبغي أن يكون" in told
        assert self.words_left_in_english(told) == []
