"""How the command line shows counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table

from igfeditor.cli.speech import Speech
from igfeditor.errors import Sentence, sentence
from igfeditor.language.wording import wording_for
from igfeditor.model.agenda import Style
from igfeditor.services.census import Census, Coverage
from igfeditor.services.operations import Project
from igfeditor.services.versions import moment, size_of
from igfeditor.storage.backups import Backup, Backups


def census_json(census: Census) -> str:
    """Give the counts as JSON with two-space indent; keys are those of `services.census.Census`."""
    return census.model_dump_json(indent=2)


def census_table(project: Project, census: Census, speech: Speech) -> RenderableType:
    """Give the counts as two small tables: the agenda, and the state of each language."""
    facts = Table(box=None, show_header=False, pad_edge=False)
    for label, value in _facts(project, census, speech.language):
        facts.add_row(speech.text(label), value)
    return Group(facts, "", _coverage_table(census, speech))


def _facts(project: Project, census: Census, language: str) -> Iterator[tuple[Sentence, str]]:
    wording = wording_for(language, Style())
    yield sentence("Project"), project.stem
    yield sentence("Title"), census.title
    yield sentence("Days"), str(census.days)
    yield sentence("Slots"), str(census.slots)
    yield sentence("Breaks"), str(census.breaks)
    yield sentence("Items"), str(census.items)
    yield sentence("Sub-items"), str(census.sub_items)
    yield sentence("Texts"), str(census.texts)
    yield sentence("Hours with breaks"), wording.duration(census.minutes_with_breaks)
    yield sentence("Hours without breaks"), wording.duration(census.minutes_without_breaks)


def _coverage_table(census: Census, speech: Speech) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in _headings():
        table.add_column(speech.text(heading))
    for language, coverage in census.coverage.items():
        table.add_row(language, *_counts(coverage, is_source=language == census.languages[0]))
    return table


def _headings() -> tuple[Sentence, ...]:
    return (
        sentence("Language"),
        sentence("Texts"),
        sentence("Missing"),
        sentence("Translated"),
        sentence("Reviewed"),
        sentence("Final"),
        sentence("Stale"),
        sentence("Words"),
        sentence("Per cent"),
    )


def versions_table(versions: Sequence[Backup], backups: Backups, speech: Speech) -> Table:
    """Give the versions of a file as a table, numbered from 1, the newest first; times are local."""
    table = Table(box=None, pad_edge=False)
    for heading in (sentence("Number"), sentence("When"), sentence("Why"), sentence("Size")):
        table.add_column(speech.text(heading))
    for number, version in enumerate(versions, 1):
        words = (version.reason.words, size_of(version, backups))
        table.add_row(str(number), moment(version.at), *map(speech.text, words))
    return table


def _counts(coverage: Coverage, *, is_source: bool) -> tuple[str, ...]:
    states = (coverage.translated, coverage.reviewed, coverage.final, coverage.stale)
    return (
        str(coverage.texts),
        str(coverage.missing),
        *("–" if is_source else str(state) for state in states),
        str(coverage.words),
        str(coverage.percent),
    )
