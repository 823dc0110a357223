"""What the options of the command line mean, read into the values that operations take."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from igfeditor.cli.speech import Speech
from igfeditor.document.layout import Extra, Layout, Missing
from igfeditor.errors import SettingsError, sentence
from igfeditor.services.operations import ExportWish, Project, planned

JSON_KEYS: Final = (
    "JSON: findings and waived, two lists of check, severity, path (days[1].slots[0].items[2].title, from 0), "
    "language, start and end (characters of the text without its markup), message, facts, fix (label, safe). Null is "
    "nothing. Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 usage, 3 an unreadable project."
)


def export_wish(
    *, layouts: str, formats: str, days: str, columns: str, missing: Missing, template: Path | None, force: bool
) -> ExportWish:
    """Read the options of an export."""
    common = pattern(days=days, columns=columns, missing=missing)
    return ExportWish(parts(layouts), parts(formats), common, template, force)


def pattern(*, days: str, columns: str, missing: Missing) -> Layout:
    """Read what all layouts of a command have in common."""
    return Layout((), tuple(map(_day, parts(days))), tuple(_extras(columns)), missing)


def parts(text: str) -> tuple[str, ...]:
    """Read names with commas between them, in small letters and each once."""
    return tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))


def _day(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise SettingsError(
            sentence("{text} is not the number of a day.", text=text),
            sentence("Write {option} for Day 1 and Day 3.", option="--days 1,3"),
        )
    return int(text)


def _extras(text: str) -> Iterator[Extra]:
    for part in parts(text):
        if part == "none":
            continue
        if part not in {extra.value for extra in Extra}:
            raise SettingsError(
                sentence("There is no column {name}.", name=part),
                sentence("The columns are {columns}.", columns=", ".join(extra.value for extra in Extra)),
            )
        yield Extra(part)


@contextmanager
def progress_bar(speech: Speech, project: Project, target: Path, wish: ExportWish) -> Generator[Callable[[str], None]]:
    """Show a bar on standard error while an export runs, where that is a terminal, and take it away after."""
    hidden = speech.quiet or not speech.err.is_terminal
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=speech.err, transient=True, disable=hidden) as progress:
        task = progress.add_task(project.stem, total=len(planned(project, target, wish)))

        def finished(name: str) -> None:
            progress.update(task, advance=1, description=name)

        yield finished
