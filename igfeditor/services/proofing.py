"""Proof-reading for both front doors: what checks find, what safe fixes make of it, the gate of a final agenda."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Final, NamedTuple

from igfeditor.checks.finding import Finding, Severity, Spot
from igfeditor.checks.proof import ProofReader, Report
from igfeditor.checks.registry import chosen_checks
from igfeditor.errors import EditError, ExportError, Sentence, counted, sentence
from igfeditor.files import Disk
from igfeditor.model.agenda import Agenda
from igfeditor.model.changes import changes
from igfeditor.model.texts import agenda_texts
from igfeditor.model.tree import tree_of
from igfeditor.services.versions import keeper, naming_newest_good, users_backups
from igfeditor.services.whereabouts import Whereabouts
from igfeditor.storage.backups import Reason
from igfeditor.storage.project_file import project_data, read_project, save_project
from igfeditor.storage.saving import digest_of

FINAL: Final = "final"
MOST_ROUNDS: Final = 100
NAMED: Final = 3


class TextChange(NamedTuple):
    """One text in one language before and after fixes, as it is stored."""

    spot: Spot
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """An agenda with its safe fixes: which findings they put right, and what they changed.

    `was` is the agenda before. `others` are the findings whose fix changed something else than words: a marker.
    """

    was: Agenda
    agenda: Agenda
    findings: tuple[Finding, ...] = ()
    texts: tuple[TextChange, ...] = ()
    others: tuple[Finding, ...] = ()


def check_project(agenda: Agenda, wishes: Iterable[str] = ()) -> Report:
    """Read an agenda with the checks of some ids and families, or with all; raises `SettingsError` for unknown ones."""
    return ProofReader(chosen_checks(wishes)).read(agenda)


# --- the gate ----------------------------------------------------------------------------------------------


def open_errors(agenda: Agenda, languages: Collection[str] = (), report: Report | None = None) -> tuple[Finding, ...]:
    """Give the errors that keep a final agenda from being printed in some languages, or in all; others have none.

    What is wrong in a language that is not printed does not stand in the way. Who has the `report` of the agenda
    already need not wait for another one.
    """
    if agenda.meeting.status != FINAL:
        return ()
    printed = {"", *(languages or agenda.languages)}
    found = (report or check_project(agenda)).findings
    return tuple(one for one in found if one.severity is Severity.ERROR and one.spot.language in printed)


def refuse_open_errors(agenda: Agenda, languages: Collection[str]) -> None:
    """Raise `ExportError` where errors keep a final agenda from being printed; the first of them are named."""
    errors = open_errors(agenda, languages)
    if errors:
        places = Whereabouts(agenda)
        named = [sentence("{check} {place}: {message}", check=one.check, place=places.of(one.spot), message=one.message)
                 for one in errors[:NAMED]]  # fmt: skip
        raise ExportError(
            counted(
                len(errors),
                "The agenda is final and {count} error is open: {errors}",
                "The agenda is final and {count} errors are open, the first: {errors}",
                errors=reduce(_beside, named),
            ),
            sentence(
                "Correct them or waive them with a reason ({check} shows all), or export all the same with {option}.",
                check="igfeditor check",
                option="--force",
            ),
        )


def _beside(first: Sentence, rest: Sentence) -> Sentence:
    return sentence("{first} {rest}", first=first, rest=rest)


# --- fixes -------------------------------------------------------------------------------------------------


def fix_file(path: Path, wishes: Iterable[str] = (), *, is_trial: bool = False, disk: Disk | None = None) -> Fixed:
    """Apply the safe fixes to a project and write it once, or not at all where it is a trial or nothing changed.

    Raises `ProjectFileError` and `SaveError`; the file is then as it was.
    """
    disk = disk or Disk()
    with naming_newest_good(path, users_backups()):
        data = project_data(path, disk)
        agenda = read_project(data, path)
    fixed = fix_project(agenda, wishes)
    if fixed.findings and not is_trial:
        save_project(fixed.agenda, path, disk, expected=digest_of(data), keep=keeper(path, Reason.SAVED))
    return fixed


def fix_project(agenda: Agenda, wishes: Iterable[str] = ()) -> Fixed:
    """Apply the safe fixes of some checks, or of all, until they find nothing more that is safe."""
    reader = ProofReader(chosen_checks(wishes))
    now, done, others = agenda, list[Finding](), list[Finding]()
    for _ in range(MOST_ROUNDS):
        before = now
        now = _round(now, reader.read(now).findings, done, others)
        if now is before:
            break
    return Fixed(agenda, now, tuple(done), tuple(_text_changes(agenda, now)), tuple(others))


def _round(agenda: Agenda, findings: Iterable[Finding], done: list[Finding], others: list[Finding]) -> Agenda:
    """Apply what does not touch a node twice: a fix is made for the agenda that was read, not for another's work."""
    touched: set[str] = set()
    for finding in findings:
        changed = _mended(agenda, finding)
        found = changes(agenda, changed)
        if found.is_nothing or found.ids & touched:
            continue
        touched |= found.ids
        done.append(finding)
        if not found.texts:
            others.append(finding)
        agenda = changed
    return agenda


def _mended(agenda: Agenda, finding: Finding) -> Agenda:
    if finding.safe_fix is None:
        return agenda
    try:
        return finding.safe_fix.edit(agenda)
    except EditError:
        return agenda


def _text_changes(before: Agenda, after: Agenda) -> Iterator[TextChange]:
    """Give what is written otherwise, in the order of the page; texts of new nodes are new, not changed."""
    changed, tree = changes(before, after).texts, tree_of(before)
    for node, field, text in agenda_texts(after):
        if (node, field) not in changed or node not in tree:
            continue
        was = tree.text(node, field)
        for language in after.languages:
            if was.wording(language) != text.wording(language):
                yield TextChange(Spot(node, field, language), was.wording(language), text.wording(language))
