"""Errors hold sentences: English by themselves, and counted ones agree with their number."""

from __future__ import annotations

from inspect import signature
from pathlib import Path

import pytest

from igfeditor import errors
from igfeditor.errors import IgfError, ProjectFileError, Sentence, counted, sentence


def every_error() -> list[type[IgfError]]:
    def below(kind: type[IgfError]) -> list[type[IgfError]]:
        return [kind, *(inner for child in kind.__subclasses__() for inner in below(child))]

    return [kind for kind in below(IgfError) if kind.__module__ == errors.__name__]


def made(kind: type[IgfError]) -> IgfError:
    path = (Path("x"),) if "path" in signature(kind).parameters else ()
    return kind(*path, sentence("Nothing works."), sentence("Rest."))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", every_error())
def test_errors_keep_their_sentence_and_hint(kind: type[IgfError]) -> None:
    error = made(kind)
    assert (str(error), str(error.hint)) == ("Nothing works.", "Rest.")


@pytest.mark.parametrize("kind", every_error())
def test_exit_codes_are_those_of_the_house(kind: type[IgfError]) -> None:
    others = {"SettingsError": 2, "ImportRefused": 5}
    expected = 3 if issubclass(kind, ProjectFileError) else others.get(kind.__name__, 4)
    assert kind.exit_code == expected


@pytest.mark.parametrize("kind", every_error())
def test_tree_in_the_docstring_names_every_error(kind: type[IgfError]) -> None:
    assert kind.__name__ in (errors.__doc__ or "")


def test_facts_fill_the_template() -> None:
    assert str(sentence("{path}: line {line}", path=Path("a"), line=3)) == "a: line 3"


def test_facts_are_never_templates() -> None:
    assert str(sentence("{text}", text="{path} {0} {")) == "{path} {0} {"


def test_template_may_be_a_fact_by_name() -> None:
    assert str(sentence("{template}", template="x")) == "x"


@pytest.mark.parametrize(("count", "words"), [(0, "0 faults"), (1, "1 fault"), (2, "2 faults"), (11, "11 faults")])
def test_counted_sentences_agree_with_their_number(count: int, words: str) -> None:
    assert str(counted(count, "{count} fault", "{count} faults")) == words


def test_sentences_may_stand_in_sentences() -> None:
    inner = counted(2, "{count} fault", "{count} faults")
    assert str(sentence("{path}: {inner}.", path="p", inner=inner)) == "p: 2 faults."


def test_sentences_are_equal_when_they_say_the_same() -> None:
    assert sentence("x {a}", a=1) == Sentence("x {a}", {"a": 1})
    assert sentence("x {a}", a=1) != sentence("x {a}", a=2)


def test_facts_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        sentence("x {a}", a=1).facts["a"] = 2  # type: ignore[index]
