"""How the command line shows findings, fixes and the checks themselves: for people in pages, for programs in JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import groupby
from types import MappingProxyType
from typing import Final

from igfeditor.checks.examples import EXAMPLES
from igfeditor.checks.finding import Finding, Severity
from igfeditor.checks.gathered import grouped
from igfeditor.checks.proof import Report
from igfeditor.checks.registry import FAMILIES, Check, all_checks, chosen_checks
from igfeditor.cli.speech import Speech
from igfeditor.errors import Sentence, SettingsError, Worded, counted, sentence
from igfeditor.language.messages import say
from igfeditor.language.wording import wording_for
from igfeditor.model.agenda import Agenda
from igfeditor.model.tree import tree_of
from igfeditor.services.proofing import Fixed
from igfeditor.services.whereabouts import Whereabouts, path_of

_ICONS: Final[Mapping[Severity, str]] = MappingProxyType(
    {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.INFO: "●"}
)
_LOOKS: Final[Mapping[Severity, str]] = MappingProxyType(
    {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
)
_STEP: Final = 2


class FailOn(StrEnum):
    """The mildest severity that makes the command fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def severity(self) -> Severity:
        """Give the severity itself."""
        return Severity[self.name]


class Tongue(StrEnum):
    """The languages that the program speaks."""

    EN = "en"
    AR = "ar"


# --- findings ----------------------------------------------------------------------------------------------


def show_report(agenda: Agenda, report: Report, speech: Speech) -> None:
    """Print findings day by day and slot by slot, the hint of each check once, and how many there are."""
    places, hinted = Whereabouts(agenda), set[str]()
    for group in grouped(agenda, report.findings):
        speech.put(_heading(agenda, group.day, group.slot, speech.language), "bold")
        for finding in group.findings:
            _show_finding(finding, places, speech)
            if finding.check not in hinted:
                hinted.add(finding.check)
                speech.put(all_checks()[finding.check].hint, "dim", indent=2 * _STEP)
        speech.put("")
    speech.put(_summary(report))


def _show_finding(finding: Finding, places: Whereabouts, speech: Speech) -> None:
    head = sentence(
        "{icon} {severity} {check} {place}",
        icon=_ICONS[finding.severity],
        severity=finding.severity.said,
        check=finding.check,
        place=places.of(finding.spot),
    )
    speech.put(head, _LOOKS[finding.severity], indent=_STEP)
    speech.put(finding.message, indent=2 * _STEP)


def _heading(agenda: Agenda, day: str, slot: str, language: str) -> Sentence | str:
    """Give the day with its date, or the time of a slot and what it says first."""
    if not day:
        return sentence("The meeting")
    tree, wording = tree_of(agenda), wording_for(language, agenda.style)
    number = tree.position(day) + 1
    date = wording.date(next(one.date for one in agenda.days if one.id == day))
    if not slot:
        return sentence("Day {day}: {date}", day=number, date=date)
    return sentence("Day {day}: {date}, {row}", day=number, date=date, row=_row_words(agenda, slot))


def _row_words(agenda: Agenda, slot: str) -> Sentence:
    row = next(one for day in agenda.days for one in day.slots if one.id == slot)
    if row.start is None:
        return sentence("row {number}", number=tree_of(agenda).position(slot) + 1)
    if row.end is None:
        return sentence("{time}", time=f"{row.start:%H:%M}")
    return sentence("{start} to {end}", start=f"{row.start:%H:%M}", end=f"{row.end:%H:%M}")


def _summary(report: Report) -> Sentence:
    if not report.findings:
        return _with_waived(sentence("Nothing was found."), len(report.waived))
    counts = sentence(
        "{errors}, {warnings}, {remarks}.",
        errors=Severity.ERROR.in_number(report.count(Severity.ERROR)),
        warnings=Severity.WARNING.in_number(report.count(Severity.WARNING)),
        remarks=Severity.INFO.in_number(report.count(Severity.INFO)),
    )
    return _with_waived(counts, len(report.waived))


def _with_waived(said: Sentence, waived: int) -> Sentence:
    if not waived:
        return said
    more = counted(waived, "{count} finding is waived.", "{count} findings are waived.")
    return sentence("{first} {rest}", first=said, rest=more)


def report_json(agenda: Agenda, report: Report, language: str) -> str:
    """Give findings as JSON with two-space indent; the keys are those that CONTRIBUTING documents."""
    tree = {
        "findings": [_entry(agenda, one, language) for one in report.findings],
        "waived": [_entry(agenda, one, language) for one in report.waived],
    }
    return json.dumps(tree, ensure_ascii=False, indent=2)


def _entry(agenda: Agenda, finding: Finding, language: str) -> dict[str, object]:
    spot, fix = finding.spot, finding.safe_fix or next(iter(finding.fixes), None)
    return {
        "check": finding.check,
        "severity": finding.severity.word,
        "path": path_of(agenda, spot),
        "language": spot.language or None,
        "start": spot.start,
        "end": spot.end,
        "message": say(finding.message, language),
        "facts": {name: _fact(value, language) for name, value in finding.facts.items()},
        "fix": None if fix is None else {"label": say(fix.label, language), "safe": fix.safe},
    }


def _fact(value: object, language: str) -> object:
    if isinstance(value, Sentence):
        return say(value, language)
    if isinstance(value, Worded):
        return value.by_language.get(language, str(value))
    return value if isinstance(value, int | float | str | None) else str(value)


# --- fixes -------------------------------------------------------------------------------------------------


def show_fixes(fixed: Fixed, speech: Speech) -> None:
    """Print what fixes have changed: each text before and after, and what is no text by the name of its fix."""
    places = Whereabouts(fixed.was)
    for change in fixed.texts:
        speech.put(places.of(change.spot), "bold")
        speech.put(f"− {change.before}", "red", indent=_STEP, language=change.spot.language)
        speech.put(f"+ {change.after}", "green", indent=_STEP, language=change.spot.language)
    for finding in fixed.others:
        speech.put(places.of(finding.spot), "bold")
        if finding.safe_fix is not None:
            speech.put(finding.safe_fix.label, "green", indent=_STEP)
    speech.put(_fixed_summary(fixed))


def _fixed_summary(fixed: Fixed) -> Sentence:
    if not fixed.findings:
        return sentence("There is nothing to fix.")
    return counted(len(fixed.findings), "{count} finding is put right.", "{count} findings are put right.")


# --- the checks themselves ---------------------------------------------------------------------------------


def show_checks(wishes: Iterable[str], speech: Speech) -> None:
    """Print all checks, or some, by family: the id, how grave it is, what it says and what to do."""
    for family, checks in groupby(chosen_checks(wishes), key=lambda one: one.family):
        speech.put(FAMILIES[family], "bold")
        for check in checks:
            speech.put(_line(check), _LOOKS[check.severity], indent=_STEP)
            speech.put(check.hint, indent=2 * _STEP)
        speech.put("")


def explain(name: str, speech: Speech) -> None:
    """Print one check with an example of what it finds; raises `SettingsError` for one that does not exist."""
    check = next((one for one in chosen_checks([name]) if one.id == name.strip().upper()), None)
    if check is None:
        raise SettingsError(
            sentence("There is no check {name}.", name=name),
            sentence("Name checks such as T03 or families such as T; {option} shows all.", option="check --list"),
        )
    speech.put(_line(check), _LOOKS[check.severity])
    speech.put(check.hint)
    wrong, right = EXAMPLES[check.id]
    speech.put(f"− {wrong}", "red", indent=_STEP)
    speech.put(f"+ {right}", "green", indent=_STEP)


def _line(check: Check) -> Sentence:
    return sentence("{check} {severity}: {title}", check=check.id, severity=check.severity.said, title=check.title)
