"""One strict reading: what two programs could read in two ways is refused with its line."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igfeditor.storage import strict_json
from igfeditor.storage.damage import Damage
from igfeditor.storage.json_places import offset_of, walk

SOUND_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]))
NUMBERS = st.integers(-(10**17), 10**17) | st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | SOUND_TEXT,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(SOUND_TEXT, inner, max_size=5),
)


def damage(data: bytes) -> Damage:
    with pytest.raises(Damage) as caught:
        strict_json.read(data)
    return caught.value


def fault(data: bytes) -> str:
    return str(damage(data).fault)


@given(JSON, st.sampled_from([None, 0, 2]), st.booleans())
def test_sound_json_is_read_as_python_reads_it(value: object, indent: int | None, ascii_only: bool) -> None:
    data = json.dumps(value, indent=indent, ensure_ascii=ascii_only).encode()
    assert strict_json.read(data).tree == json.loads(data)


def test_text_comes_without_its_byte_order_mark() -> None:
    assert strict_json.read(b"\xef\xbb\xbf[]") == ([], "[]")


def test_second_byte_order_mark_is_refused() -> None:
    assert fault(b"\xef\xbb\xbf\xef\xbb\xbf[]") == "this is not JSON"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b'{"a": 1,\n"b": 2,\n"a": 3}', 3),
        (b'{"a":\n{"b": 1,\n"b": 2}, "c": 3}', 3),
        (b'{"a": 1,\n"\\u0061": 2}', 2),
        (b'[{"a": 1}, {"a": 1},\n{"a": 1, "a": 1}]', 2),
        (b'{"": 1,\n\n"": 2}', 3),
    ],
)
def test_key_given_twice_is_refused_at_the_second(data: bytes, line: int) -> None:
    found = damage(data)
    assert "is there twice" in str(found.fault)
    assert found.line == line


def test_duplicate_key_is_named_with_its_key() -> None:
    assert fault('{"بند": 1, "بند": 2}'.encode()) == 'the key "بند" is there twice'


def test_one_key_in_two_objects_is_no_duplicate() -> None:
    assert strict_json.read(b'{"a": {"a": [{"a": 1}, {"a": 2}]}}').tree == {"a": {"a": [{"a": 1}, {"a": 2}]}}


LOOKS_LIKE_KEYS = 'He said: "key": 1, "key" : 2'


def test_text_that_looks_like_keys_is_none() -> None:
    tree = {"key": LOOKS_LIKE_KEYS, LOOKS_LIKE_KEYS: ["key", '"key":']}
    assert strict_json.read(json.dumps(tree).encode()).tree == tree


def test_duplicate_among_texts_that_look_like_keys_is_found() -> None:
    text = json.dumps(LOOKS_LIKE_KEYS)
    found = damage(f'{{"a": {text},\n"key": {text},\n"b": [{text}],\n"key" : 0}}'.encode())
    assert (str(found.fault), found.line) == ('the key "key" is there twice', 4)


@given(JSON, st.dictionaries(SOUND_TEXT, JSON, min_size=1, max_size=5), st.data())
def test_any_object_with_a_key_given_twice_is_refused(
    around: object, members: dict[str, object], data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from(sorted(members)))
    twice = list(members.items())
    twice.insert(data.draw(st.integers(0, len(twice))), (key, data.draw(JSON)))
    written = ",\n".join(f"{json.dumps(name)}: {json.dumps(value)}" for name, value in twice)
    inner = data.draw(st.sampled_from(["{%s}", "[{%s}]", '{"x": {%s}}', '[[], {"x": [{%s}]}]'])) % written
    before = json.dumps([around])[:-1]
    second = max(place for place, (name, _) in enumerate(twice) if name == key)
    found = damage(f"{before},\n{inner}]".encode())
    assert (str(found.fault), found.line) == (f"the key {json.dumps(key)} is there twice", second + 2)


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_constants_that_json_lacks_are_refused(constant: str) -> None:
    found = damage(f'["NaN",\n{constant}]'.encode())
    assert (str(found.fault), found.line) == (f"{constant} is not a number that JSON knows", 2)


@pytest.mark.parametrize("number", ["1e999", "-1e999", "1" * 19, "-" + "9" * 19, "1" + "0" * 5_000, "1" * 400 + ".5"])
def test_numbers_without_bound_are_refused(number: str) -> None:
    found = damage(f"[1,\n{number}]".encode())
    assert "more than any agenda has" in str(found.fault)
    assert found.line == 2


@pytest.mark.parametrize("number", ["0", "-0", "9" * 18, "-" + "9" * 18, "1.5e300", "0.1", "1E5"])
def test_other_numbers_are_read(number: str) -> None:
    assert strict_json.read(number.encode()).tree == json.loads(number)


@pytest.mark.parametrize(
    "escape",
    ["\\u0000", "\\u0001", "\\u0008", "\\u000b", "\\u000D", "\\u001f", "\\b", "\\f", "\\r", "\\ud800", "\\uDFFF",
     "\\ude00\\ud83d", "\\ud83d\\ud83d", "\\ud83dx", "\\ud83d\\n", "\\\\\\u0000"],
)  # fmt: skip
@pytest.mark.parametrize("where", ['["%s"]', '["sound \\ud83d\\ude00 \\u0645",\n"%s"]', '{"x": 0,\n\n"%s": 1}'])
def test_escaped_controls_and_half_pairs_are_refused(escape: str, where: str) -> None:
    data = (where % escape).encode()
    found = damage(data)
    assert "stands for a character that no text may hold" in str(found.fault)
    assert found.line == where.count("\n") + 1


@pytest.mark.parametrize(
    "escape", ["\\u0009", "\\u000a", "\\u000A", "\\t", "\\n", '\\"', "\\\\", "\\/", "\\u0020",
               "\\ud83d\\ude00", "\\uDBFF\\uDFFF",
               "\\ud7ff\\ue000", "\\\\u0000", "\\\\b", "\\\\ud800", "\\u0645\\u0646", "\\u00ff", "\\u0100"]
)  # fmt: skip
def test_other_escapes_are_read(escape: str) -> None:
    data = f'["{escape}"]'.encode()
    assert strict_json.read(data).tree == json.loads(data)


@pytest.mark.parametrize("character", [chr(code) for code in range(1, 32)])
def test_raw_control_characters_are_refused(character: str) -> None:
    found = damage(f'["x",\n"a{character}b"]'.encode())
    assert str(found.fault) == "a text holds a line break, a tab or a control character as such"
    assert found.line == 2


def test_nul_is_refused_with_its_line() -> None:
    found = damage(b'["x",\n"\0"]')
    assert "holds a NUL" in str(found.fault)
    assert found.line == 2


def test_file_of_nothing_but_nul_is_one_that_was_not_written_whole() -> None:
    assert "not written whole" in fault(b"\0" * 4_096)


@pytest.mark.parametrize(
    "data", [b'[\n"\xff"]', b'[\n"\xc3"]', b'[\n"\xed\xa0\x80"]', b'[\n"\xf5"]', b'[\n"\xc0\xaf"]']
)
def test_other_encodings_are_refused_with_their_line(data: bytes) -> None:
    found = damage(data)
    assert (str(found.fault), found.line) == ("this line is not UTF-8 text", 2)
    assert "UTF-8" in str(found.hint)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wide_encodings_are_refused(encoding: str) -> None:
    assert fault('{"a": "ب"}'.encode(encoding))


@pytest.mark.parametrize(
    ("data", "words", "line"),
    [
        (b"{\na: 1}", "a key in quotation marks is missing", 2),
        (b"{\n'a': 1}", "a key in quotation marks is missing", 2),
        (b'{"a": 1,\n}', "a key in quotation marks is missing", 2),
        (b"[1,\n]", "a value is missing", 2),
        (b'{"a":\n}', "a value is missing", 2),
        (b"[1\n2]", "a comma or a closing bracket is missing", 2),
        (b'{"a"\n1}', "a colon is missing", 2),
        (b"[01]", "a comma or a closing bracket is missing", 1),
        (b'["\\x"]', "a backslash begins nothing that JSON knows", 1),
        (b'["\\u12"]', "a backslash begins nothing that JSON knows", 1),
        (b"[]\n[]", "something follows the end", 2),
        (b'["a]', "no closing quotation mark", 1),
        (b"// x\n[]", "a value is missing", 1),
    ],
)
def test_syntax_errors_are_told_in_our_words(data: bytes, words: str, line: int) -> None:
    found = damage(data)
    assert words in str(found.fault) or "comma has nothing after it" in str(found.fault)
    assert found.line is not None
    assert abs(found.line - line) <= ("comma has" in str(found.fault))


@pytest.mark.parametrize("data", [b"[", b'{"a": [1,', b'{"a":\n', b'{"a"'])
def test_cut_file_is_told_as_one(data: bytes) -> None:
    assert fault(data) == "it ends in the middle, as a file does that was not written whole"


@pytest.mark.parametrize("data", [b"", b"  \n\n", b"\xef\xbb\xbf"])
def test_empty_file_is_told_as_one(data: bytes) -> None:
    assert fault(data) == "it is empty"


@pytest.mark.parametrize(("opening", "closing"), [(b"[", b"]"), (b'{"a":', b"}")])
def test_depth_of_sixty_is_read_and_no_more(opening: bytes, closing: bytes) -> None:
    inner = b"1" if closing == b"}" else b""
    assert strict_json.read(opening * 60 + inner + closing * 60)
    found = damage(b"\n" + opening * 60 + b"\n" + opening + inner + closing * 61)
    assert (str(found.fault), found.line) == ("brackets stand in one another more than 60 deep", 3)


@pytest.mark.parametrize("deep", [59, 60])
@pytest.mark.parametrize("opening", [b"[", b'[0, "", {}, [], ', b'{"a": 1, "b": [], "c": '])
def test_only_the_deepest_place_counts(deep: int, opening: bytes) -> None:
    closing = b"]" if opening.startswith(b"[") else b"}"
    data = opening * deep + b"[]" + closing * deep
    if deep < strict_json.MAX_DEPTH:
        assert strict_json.read(data).tree == json.loads(data)
    else:
        assert "more than 60 deep" in fault(data)


@pytest.mark.parametrize("depth", [200, 1_000, 50_000])
def test_depth_beyond_the_stack_is_refused_alike(depth: int) -> None:
    assert fault(b"[" * depth + b"]" * depth) == "brackets stand in one another more than 60 deep"
    assert fault(b"[" * depth) in {
        "brackets stand in one another more than 60 deep",
        "it ends in the middle, as a file does that was not written whole",
    }


def test_object_of_more_than_64_keys_is_refused_at_the_65th() -> None:
    keys = [f'"k{number}": 0' for number in range(65)]
    assert strict_json.read(f"{{{','.join(keys[:64])}}}".encode())
    found = damage(("{" + ",\n".join(keys) + "}").encode())
    assert (str(found.fault), found.line) == ("an object has more than 64 keys", 65)


def test_size_is_bounded() -> None:
    most = strict_json.MAX_BYTES
    assert strict_json.read(b'"' + b"x" * (most - 2) + b'"')
    assert fault(b'"' + b"x" * (most - 1) + b'"') == "it is larger than 64 MiB"


@pytest.mark.parametrize("part", [b"[],", b"{},", b"0,"])
def test_number_of_parts_is_bounded(part: bytes) -> None:
    data = b"[" + part * (strict_json.MAX_PARTS // (1 + (part != b"0,"))) + b"0]"
    assert "more than 3,000,000 parts" in fault(data)


@given(st.binary(max_size=300))
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        tree = strict_json.read(data).tree
    except Damage:
        return
    assert tree == json.loads(data.decode("utf-8-sig"))


# --- where things stand ------------------------------------------------------------------------------------


@given(JSON)
def test_slow_walk_finds_every_place_of_the_tree(value: object) -> None:
    text = json.dumps(value)
    places = {found.place for found in walk(text)}
    assert places == set(places_of(value))
    for found in walk(text):
        assert text.startswith(found.sign, found.offset)


def places_of(value: object, place: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ())
    return [place, *(inner for step, part in steps for inner in places_of(part, (*place, step)))]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (("a",), '"a"'),
        (("a", 1), "{"),
        (("a", 1, "b"), '"b"'),
        (("a", 1, "nothing"), '{"b"'),
        (("nothing",), '{"a"'),
        ((), '{"a"'),
        (("c",), '"c"'),
    ],
)
def test_offset_is_that_of_the_key_or_of_the_nearest_place(place: tuple[str | int, ...], words: str) -> None:
    text = '{"a": [0, {"b": "a, b: [{"}], "c": null}'
    assert text[offset_of(text, place) :].startswith(words)
