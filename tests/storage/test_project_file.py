"""The agenda file: what is saved comes back, and whatever is wrong ends in one sentence with its place."""

from __future__ import annotations

import copy
import gc
import json
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igfeditor.errors import ProjectDamaged, ProjectFileError, ProjectNotFound, ProjectTooNew, SaveError
from igfeditor.files import Disk
from igfeditor.model.agenda import Agenda, Node, Phrase, Text
from igfeditor.storage.project_file import load_project, project_bytes, read_project, save_project
from tests.agendas import a_day, a_slot, a_text, agendas, an_agenda, an_item

SAMPLES: Final = Path(__file__).parents[1] / "samples"
EVERY_KEY: Final = SAMPLES / "every-key.agenda.json"
IGF_2021: Final = Path(__file__).parents[2] / "resources" / "samples" / "igf-2021.agenda.json"
GOOD: Final[dict[str, Any]] = json.loads(EVERY_KEY.read_bytes())
FILE: Final = Path("plenary.agenda.json")
GONE: Final = object()


def read(data: bytes) -> Agenda:
    return read_project(data, FILE)


def spoilt(*place: str | int, by: object) -> bytes:
    """Give the sample with one value put in, or taken away."""
    tree = copy.deepcopy(GOOD)
    node: Any = tree
    for step in place[:-1]:
        node = node[step]
    if by is GONE:
        del node[place[-1]]
    else:
        node[place[-1]] = by
    return json.dumps(tree, ensure_ascii=False, indent=2).encode()


def refusal(data: bytes, kind: type[ProjectFileError] = ProjectDamaged) -> ProjectFileError:
    with pytest.raises(kind) as caught:
        read(data)
    assert type(caught.value) is kind
    assert caught.value.path == FILE
    return caught.value


def line_in(data: bytes, words: str) -> int:
    """Give the line that begins with some words."""
    lines = data.decode().splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.strip().startswith(words))


def is_one_sentence(text: str) -> bool:
    return text.endswith(".") and "\n" not in text and not text.endswith("..")


# --- round trips -------------------------------------------------------------------------------------------


@given(agendas())
def test_what_is_saved_comes_back(agenda: Agenda) -> None:
    assert read(project_bytes(agenda)) == agenda


@given(agendas())
def test_what_is_read_is_saved_as_the_same_bytes(agenda: Agenda) -> None:
    data = project_bytes(agenda)
    assert project_bytes(read(data)) == data


@given(agendas())
@settings(max_examples=20)
def test_file_is_written_in_the_form_of_the_house(agenda: Agenda) -> None:
    data = project_bytes(agenda)
    assert data.decode() == json.dumps(json.loads(data), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("path", [EVERY_KEY, IGF_2021], ids=lambda path: path.name)
def test_samples_are_byte_stable(path: Path) -> None:
    assert project_bytes(load_project(path)) == path.read_bytes()


def test_golden_file_shows_every_key_of_every_node() -> None:
    shown: dict[type[Node], set[str]] = {}
    for node in nodes_of(load_project(EVERY_KEY)):
        written = node.model_dump()
        shown.setdefault(type(node), set()).update(written)
    assert {kind.__name__: set(kind.model_fields) - keys for kind, keys in shown.items()} == {
        kind.__name__: set() for kind in all_nodes()
    }


def nodes_of(value: object) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
        for inner in value.__dict__.values():
            yield from nodes_of(inner)
    elif isinstance(value, Text):
        yield from value.root.values()
    elif isinstance(value, tuple):
        for inner in value:
            yield from nodes_of(inner)


def all_nodes() -> set[type[Node]]:
    return set(Node.__subclasses__())


def test_save_and_load_through_the_disk(tmp_path: Path) -> None:
    agenda = load_project(EVERY_KEY)
    save_project(agenda, tmp_path / "مؤتمر.agenda.json")
    assert load_project(tmp_path / "مؤتمر.agenda.json") == agenda
    assert [path.name for path in tmp_path.iterdir()] == ["مؤتمر.agenda.json"]


def test_byte_order_mark_is_tolerated_and_not_kept() -> None:
    data = EVERY_KEY.read_bytes()
    assert project_bytes(read(b"\xef\xbb\xbf" + data)) == data


def test_escaped_arabic_and_emoji_are_read_and_written_as_themselves() -> None:
    data = json.dumps(GOOD, indent=2).encode()
    assert b"\\ud83d" in data
    assert project_bytes(read(data)) == EVERY_KEY.read_bytes()


def test_windows_line_ends_are_read() -> None:
    data = EVERY_KEY.read_bytes()
    assert project_bytes(read(data.replace(b"\n", b"\r\n"))) == data


def test_stale_translation_of_an_empty_source_stays_stale() -> None:
    agenda = an_agenda(title=a_text("New", "جديد", translated_from=""))
    again = read(project_bytes(agenda))
    assert again == agenda
    phrase = again.meeting.title.phrase("ar")
    assert phrase is not None
    assert phrase.is_stale


def test_end_before_start_still_opens() -> None:
    agenda = an_agenda(a_day(a_slot(start="10:00", end="09:00")))
    assert read(project_bytes(agenda)) == agenda


def test_note_mark_without_a_note_still_opens() -> None:
    agenda = an_agenda(a_day(a_slot(an_item("See[^nowhere]"))))
    assert read(project_bytes(agenda)) == agenda


@given(st.booleans(), st.sampled_from([EVERY_KEY.read_bytes(), b"{}", b"["]))
def test_garbage_collector_is_left_as_it_was_found(is_on: bool, data: bytes) -> None:
    was_on = gc.isenabled()
    (gc.enable if is_on else gc.disable)()
    try:
        with suppress(ProjectDamaged):
            read(data)
        assert gc.isenabled() is is_on
    finally:
        (gc.enable if was_on else gc.disable)()


def test_garbage_collector_runs_again_after_threads_read_at_once() -> None:
    with ThreadPoolExecutor(8) as pool:
        agendas_read = list(pool.map(read, [EVERY_KEY.read_bytes()] * 100))
    assert len(set(agendas_read)) == 1
    assert gc.isenabled()


# --- wrong values: the place in the tree, the line and what is right ------------------------------------------

SLOT: Final = ("days", 0, "slots", 0)
ITEM: Final = (*SLOT, "items", 0)

WRONG: Final = (
    (("days", 0, "slots", 3, "start"), "9:5", 'days[0].slots[3].start (slot "s4") is "9:5"', '"start": "9:5"'),
    (("days", 0, "slots", 3, "start"), "24:00", 'start (slot "s4") is "24:00"', '"start": "24:00"'),
    (("days", 0, "slots", 3, "start"), "٠٩:٠٠", 'start (slot "s4") is "٠٩:٠٠"', '"start": "٠٩:٠٠"'),
    ((*SLOT, "end"), 930, 'days[0].slots[0].end (slot "s1") is 930', '"end": 930'),
    ((*SLOT, "kind"), "sesion", 'days[0].slots[0].kind (slot "s1") is "sesion"', '"kind": "sesion"'),
    ((*SLOT, "locked"), "yes", 'days[0].slots[0].locked (slot "s1") is "yes"', '"locked": "yes"'),
    ((*SLOT, "label"), "Plenary", 'days[0].slots[0].label (slot "s1") is "Plenary"', '"label": "Plenary"'),
    ((*SLOT, "items"), {}, 'days[0].slots[0].items (slot "s1") is an object', '"items": {}'),
    ((*ITEM, "number"), "", 'items[0].number (item "i1") is ""', '"number": ""'),
    ((*ITEM, "minutes"), 0, 'items[0].minutes (item "i1") is 0', '"minutes": 0'),
    ((*ITEM, "minutes"), 1441, 'items[0].minutes (item "i1") is 1441', '"minutes": 1441'),
    ((*ITEM, "minutes"), 5.5, 'items[0].minutes (item "i1") is 5.5', '"minutes": 5.5'),
    ((*ITEM, "children", 0, "marker"), "star", 'children[0].marker (sub-item "c1") is "star"', '"marker": "star"'),
    ((*ITEM, "title", "en", "text"), None, 'title.en.text (item "i1") is null', '"text": null'),
    ((*ITEM, "title", "AR"), {"text": "x"}, 'title.AR (item "i1") is "AR"', '"AR": {'),
    ((*ITEM, "id"), "i 1", 'items[0].id (item "i 1") is "i 1"', '"id": "i 1"'),
    (("days", 1, "date"), "2026-02-30", 'days[1].date (day "d2") is "2026-02-30"', '"date": "2026-02-30"'),
    (("days", 1, "date"), "14/02/2026", 'days[1].date (day "d2") is "14/02/2026"', '"date": "14/02/2026"'),
    (("days", 1, "date"), "0001-01-01", 'days[1].date (day "d2") is "0001-01-01"', '"date": "0001-01-01"'),
    (("days", 1), [], "days[1] is a list", "[]"),
    (("days",), "two", 'days is "two"', '"days": "two"'),
    (("meeting",), None, "meeting is null", '"meeting": null'),
    (("meeting", "time_zone"), "Asia/Beyrouth", 'meeting.time_zone is "Asia/Beyrouth"', '"time_zone"'),
    (("meeting", "revision"), -1, "meeting.revision is -1", '"revision": -1'),
    (("meeting", "links", 0, "url"), "ftp://x", 'meeting.links[0].url (link "l1") is "ftp://x"', '"url": "ftp://x"'),
    (("meeting", "symbol"), "x" * 501, "at most 500 characters", '"symbol": "xxx'),
    (("meeting", "title", "en", "text"), "x" * 20_001, "at most 20000 characters", '"text": "xxx'),
    (("style", "digits"), "hindi", 'style.digits is "hindi"', '"digits": "hindi"'),
    (("languages",), [], "languages: the list is empty", '"languages": []'),
    (("languages", 1), "arabic", 'languages[1] is "arabic"', '"arabic"'),
    (("id",), 7, "id is 7", '"id": 7'),
    (("terms", 0, "forbidden", 0), 1, 'terms[0].forbidden[0] (term "t1") is 1', "1"),
)


@pytest.mark.parametrize(("place", "value", "words", "line"), WRONG, ids=[words for *_, words, _ in WRONG])
def test_wrong_value_is_named_with_its_line_and_place(
    place: tuple[str | int, ...], value: object, words: str, line: str
) -> None:
    data = spoilt(*place, by=value)
    message = str(refusal(data))
    assert words in message
    assert message.startswith(f"{FILE}, line {line_in(data, line)}: ")


def test_wrong_values_are_each_refused_with_one_sentence_and_one_hint() -> None:
    for place, value, *_ in WRONG:
        error = refusal(spoilt(*place, by=value))
        assert error.hint is not None
        assert is_one_sentence(str(error)), error
        assert is_one_sentence(str(error.hint)), error.hint
        assert "does not allow this" not in str(error)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (("meeting", "title"), "meeting.title is missing"),
        (("meeting",), "meeting is missing"),
        (("days", 1, "date"), 'days[1].date (day "d2") is missing'),
        ((*SLOT, "id"), 'days[0].slots[0].id (day "d1") is missing'),
        ((*ITEM, "people", 0, "name"), 'items[0].people[0].name (item "i1") is missing'),
        (("terms", 0, "ar"), 'terms[0].ar (term "t1") is missing'),
        (("waivers", 0, "reason"), "waivers[0].reason is missing"),
    ],
)
def test_missing_key_is_named(place: tuple[str | int, ...], words: str) -> None:
    assert words in str(refusal(spoilt(*place, by=GONE)))


@pytest.mark.parametrize(
    ("place", "nearest"),
    [
        (("mettings",), "meeting"),
        ((*SLOT, "strat"), "start"),
        ((*SLOT, "lable"), "label"),
        ((*ITEM, "titel"), "title"),
        ((*ITEM, "people", 0, "rôle"), "role"),
        ((*ITEM, "children", 0, "children", 0, "markers"), "marker"),
        (("meeting", "title", "ar", "translatedfrom"), "translated_from"),
        (("style", "digit"), "digits"),
    ],
)
def test_unknown_key_is_answered_with_the_nearest_one_of_its_node(place: tuple[str | int, ...], nearest: str) -> None:
    data = spoilt(*place, by={"text": "x"})
    error = refusal(data)
    assert f"line {line_in(data, json.dumps(place[-1], ensure_ascii=False))}: " in str(error)
    assert str(place[-1]) in str(error)
    assert str(error.hint) == f'Perhaps "{nearest}" was meant; nothing was changed.'


def test_unknown_key_that_is_like_none_is_answered_with_all_of_them() -> None:
    hint = str(refusal(spoilt("waivers", 0, "qqq", by=1)).hint)
    assert hint == "The keys there are check, target, reason; nothing was changed."


@pytest.mark.parametrize(
    ("place", "value", "nearest"),
    [((*SLOT, "kind"), "sesion", "session"), (("meeting", "time_zone"), "Asia/Beirutt", "Asia/Beirut")],
)
def test_wrong_word_is_answered_with_the_nearest_right_one(place: tuple[str, ...], value: str, nearest: str) -> None:
    assert str(refusal(spoilt(*place, by=value)).hint) == f'Perhaps "{nearest}" was meant; nothing was changed.'


def test_several_faults_name_the_first_and_count_the_others() -> None:
    tree = copy.deepcopy(GOOD)
    tree["days"][0]["slots"][0] |= {"start": "9", "locked": 1, "colour": "red"}
    message = str(refusal(json.dumps(tree).encode()))
    assert 'days[0].slots[0].start (slot "s1") is "9"' in message
    assert message.endswith(", and there are at least 2 more faults.")


# --- what only the whole agenda can tell -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        (("days", 1, "id"), "s4", 'days[1].id (day "s4"): the id s4 is that of days[0].slots[3] too'),
        (("days", 1, "id"), "o2", "the id o2 is that of days[0].slots[0].items[0].body[0] too"),
        (("days", 1, "date"), "2026-02-14", 'days[1].date (day "d2"): the date 2026-02-14 is that of days[0] too'),
        (("languages", 1), "en", "languages[1]: the language en is there twice"),
        (("meeting", "title", "ar", "state"), GONE, "meeting.title.ar.state: a translation has a state"),
        (("meeting", "title", "en", "state"), "final", "meeting.title.en.state: a text in the source language en"),
        (("days", 0, "slots", 1, "start"), GONE, 'days[0].slots[1].start (slot "s2"): a slot of the kind break'),
    ],
)
def test_unsound_agenda_is_refused_with_the_place(place: tuple[str | int, ...], value: object, words: str) -> None:
    error = refusal(spoilt(*place, by=value))
    assert words in str(error)
    assert re.match(rf"{FILE}, line \d+: ", str(error))
    assert error.hint is not None
    assert is_one_sentence(str(error.hint))


def test_line_of_an_unsound_id_is_that_of_the_second() -> None:
    data = spoilt("days", 1, "id", by="s4")
    last = [number for number, line in enumerate(data.decode().splitlines(), 1) if line.strip() == '"id": "s4",'][-1]
    assert f"line {last}: " in str(refusal(data))


# --- no agenda file at all ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data", [b"[]", b"{}", b"null", b'"x"', b'{"format": "other", "version": 1}', b'{"format": 1}']
)
def test_other_json_is_not_an_agenda_file(data: bytes) -> None:
    assert str(refusal(data)) == f"{FILE}: this is not an agenda file."


def test_newer_version_is_named() -> None:
    error = refusal(spoilt("version", by=2), ProjectTooNew)
    assert "version 2" in str(error)
    assert "up to 1" in str(error)


def test_newer_version_is_told_before_its_unknown_keys() -> None:
    refusal(b'{"format": "igfeditor-agenda", "version": 99, "speakers": []}', ProjectTooNew)


@pytest.mark.parametrize("version", [GONE, 0, -1, True, 1.0, "1", None, [1]])
def test_version_that_is_no_number_is_refused(version: object) -> None:
    assert "version is missing, or is not a whole number" in str(refusal(spoilt("version", by=version)))


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", None),
        (b" \n\n", None),
        (b'{\n"format": "igfeditor-agenda",\n"format": "igfeditor-agenda"}', 3),
        (b'{\n"version": NaN}', 2),
        (b'{\n"version": ' + b"1" * 5_001 + b"}", 2),
        (b'{\n"id": "\\ud800"}', 2),
        (b'{\n"id": "\xff"}', 2),
        (b"\n" + b"[" * 61 + b"]" * 61, 2),
        (EVERY_KEY.read_bytes()[:1_000], EVERY_KEY.read_bytes()[:1_000].count(b"\n") + 1),
    ],
)
def test_bytes_that_are_not_strict_json_are_refused_with_their_line(data: bytes, line: int | None) -> None:
    expected = f"{FILE}: " if line is None else f"{FILE}, line {line}: "
    assert str(refusal(data)).startswith(expected)


# --- places on the disk ------------------------------------------------------------------------------------


def not_found(path: Path) -> ProjectNotFound:
    with pytest.raises(ProjectNotFound) as caught:
        load_project(path)
    assert caught.value.exit_code == 3
    assert caught.value.hint is not None
    return caught.value


def test_file_that_is_not_there(tmp_path: Path) -> None:
    assert str(not_found(tmp_path / "x.agenda.json")).endswith("x.agenda.json: there is no such file.")


def test_folder_is_not_a_project(tmp_path: Path) -> None:
    assert str(not_found(tmp_path)).endswith("this is a folder, not a project.")


def test_file_below_a_file_cannot_be_read() -> None:
    assert str(not_found(EVERY_KEY / "x")).endswith("the file cannot be read (not a directory).")


@pytest.mark.parametrize("name", ["x" * 300, "nul\0byte", "\udcff"])
def test_impossible_names_are_not_found(tmp_path: Path, name: str) -> None:
    not_found(tmp_path / name)


def test_file_that_may_not_be_read() -> None:
    class Refusing(Disk):
        def read(self, path: Path, limit: int = -1) -> bytes:
            raise PermissionError(13, "Permission denied", str(path))

    with pytest.raises(ProjectNotFound, match=r"the file cannot be read \(permission denied\)"):
        load_project(FILE, Refusing())


def test_no_more_is_read_than_a_project_may_have() -> None:
    class Endless(Disk):
        def read(self, path: Path, limit: int = -1) -> bytes:
            assert limit == 64 * 1024 * 1024 + 1
            return b" " * limit

    with pytest.raises(ProjectDamaged, match="larger than 64 MiB"):
        load_project(FILE, Endless())


# --- saving ------------------------------------------------------------------------------------------------


def broken(**changes: Any) -> Agenda:
    """Give an agenda that was changed behind the back of its models."""
    agenda = an_agenda(a_day(a_slot(an_item())))
    return agenda.model_copy(update=changes)


def refused_save(agenda: Agenda, path: Path) -> SaveError:
    path.write_bytes(b"what stood there")
    with pytest.raises(SaveError) as caught:
        save_project(agenda, path)
    assert path.read_bytes() == b"what stood there"
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    return caught.value


def test_half_a_surrogate_pair_is_not_saved(tmp_path: Path) -> None:
    phrase = Phrase(text="x").model_copy(update={"text": "half \ud83d"})
    agenda = an_agenda(title=Text({"en": Phrase(text="x")}))
    meeting = agenda.meeting.model_copy(update={"title": Text.model_construct({"en": phrase})})
    error = refused_save(agenda.model_copy(update={"meeting": meeting}), tmp_path / FILE)
    assert "meeting.title.en.text holds the character U+D83D" in str(error)


@pytest.mark.parametrize(
    "agenda",
    [
        an_agenda(title=a_text("control \x00")),
        an_agenda(title=a_text("carriage return\r\n")),
        broken(languages=("en",)),
        broken(id="two words"),
        broken(days=[]),
        broken(days=[1]),
        broken(days=(a_day(), a_day())),
        broken(days=(a_day().model_copy(update={"date": "today"}),)),
        broken(version=2),
        broken(id="\ud800"),
    ],
    ids=range(10),
)
def test_agenda_that_would_not_come_back_is_not_saved(tmp_path: Path, agenda: Agenda) -> None:
    error = refused_save(agenda, tmp_path / FILE)
    assert is_one_sentence(str(error))
    assert error.exit_code == 4


def test_save_error_of_the_disk_keeps_the_old_file(tmp_path: Path) -> None:
    class Full(Disk):
        def sync(self, handle: int) -> None:
            raise OSError(28, "No space left on device")

    path = tmp_path / FILE
    path.write_bytes(b"old")
    with pytest.raises(SaveError, match="no space left on device"):
        save_project(an_agenda(), path, Full())
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == [FILE.name]


# --- fuzz: only our own errors escape ----------------------------------------------------------------------

HOSTILE_VALUES: Final = (
    None, True, False, 0, -1, 2**63, 10**17, 1.5, 1e300, "", "x", "\x00", "\ud800", "\u202e", "a" * 21_000, "09:00",
    [], {}, [[]], [None], {"en": None}, {"en": {"text": 1}}, {"id": "s1"}, [{}] * 3_000, {str(n): 0 for n in range(99)},
)  # fmt: skip


def places_of(tree: object, place: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(tree, dict | list):
        for step, inner in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield (*place, step)
            yield from places_of(inner, (*place, step))


PLACES: Final = tuple(places_of(GOOD))


def survives(data: bytes) -> None:
    """Read hostile bytes: they make an agenda that can be saved, or an error that a person can use."""
    outcome: Agenda | ProjectFileError
    try:
        outcome = read(data)
    except ProjectFileError as error:
        outcome = error
    if isinstance(outcome, Agenda):
        assert read(project_bytes(outcome)) == outcome
        return
    assert outcome.hint is not None
    assert is_one_sentence(str(outcome)), outcome
    assert is_one_sentence(str(outcome.hint)), outcome.hint
    assert "does not allow this" not in str(outcome), outcome


@given(st.binary(max_size=200))
def test_random_bytes_never_escape(data: bytes) -> None:
    survives(data)


@given(st.sampled_from(PLACES), st.sampled_from(HOSTILE_VALUES))
@settings(max_examples=300)
def test_hostile_values_never_escape(place: tuple[str | int, ...], value: object) -> None:
    survives(spoilt_ascii(place, value))


def spoilt_ascii(place: tuple[str | int, ...], value: object) -> bytes:
    tree = copy.deepcopy(GOOD)
    node: Any = tree
    for step in place[:-1]:
        node = node[step]
    node[place[-1]] = value
    return json.dumps(tree).encode()


@given(st.sampled_from(PLACES), st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
       lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8))  # fmt: skip
@settings(max_examples=200)
def test_any_json_anywhere_never_escapes(place: tuple[str | int, ...], value: object) -> None:
    survives(spoilt_ascii(place, value))


@given(st.data())
@settings(max_examples=300)
def test_flipped_cut_and_doubled_bytes_never_escape(data: st.DataObject) -> None:
    good = EVERY_KEY.read_bytes()
    start = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(start, min(len(good), start + 300)))
    stretch = data.draw(st.sampled_from([b"", good[start:end] * 2, b"{", b"]", b'"', b",", b"\\", b"\xff", b"\\u0000"]))
    survives(good[:start] + stretch + good[end:])


DEEP: Final[tuple[Callable[[int], bytes], ...]] = (
    lambda depth: b"[" * depth,
    lambda depth: b"[" * depth + b"]" * depth,
    lambda depth: b'{"a":' * depth + b"1" + b"}" * depth,
    lambda depth: json.dumps(GOOD)[:-1].encode() + b', "terms2": ' + b"[" * depth + b"]" * depth + b"}",
)


@pytest.mark.parametrize("make", DEEP)
@pytest.mark.parametrize("depth", [59, 60, 61, 500, 1_000, 100_000])
def test_deep_files_never_escape(make: Callable[[int], bytes], depth: int) -> None:
    with pytest.raises(ProjectDamaged):
        read(make(depth))


def test_deep_sub_items_are_refused_as_levels() -> None:
    tree = copy.deepcopy(GOOD)
    node = tree["days"][0]["slots"][0]["items"][0]["children"][0]
    for number in range(20):
        node["children"] = [{"id": f"deep{number}", "text": {}}]
        node = node["children"][0]
    assert "more than 3 levels deep" in str(refusal(json.dumps(tree).encode()))


@pytest.mark.parametrize("entry", [b"{}", b"[]", b"0", b'""'])
def test_a_million_wrong_entries_are_one_fault(entry: bytes) -> None:
    good = EVERY_KEY.read_bytes()
    data = good.replace(b'"waivers": [', b'"waivers": [' + (entry + b",") * 900_000)
    assert "waivers[0]" in str(refusal(data))


def test_misspelt_key_is_told_before_the_key_that_it_leaves_missing() -> None:
    error = refusal(EVERY_KEY.read_bytes().replace(b'"meeting": {', b'"meetin": {', 1))
    assert "meetin is a key that agenda files do not have" in str(error)
    assert '"meeting"' in str(error.hint)


@pytest.mark.parametrize("magic", [b"PK\x03\x04", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_office_file_is_called_what_it_is(magic: bytes) -> None:
    error = refusal(magic + b"\x00" * 100)
    assert "is a Word, Excel, PDF or packed file" in str(error)
    assert ", line" not in str(error)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_file_of_another_encoding_is_to_be_saved_as_utf_8(encoding: str) -> None:
    mark = "\ufeff".encode(encoding)
    error = refusal(mark + EVERY_KEY.read_text(encoding="utf-8").encode(encoding))
    assert "not UTF-8" in str(error)
    assert "Save it as UTF-8" in str(error.hint)
