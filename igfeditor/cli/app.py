"""The commands, each a thin front of `services.operations`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from igfeditor import __version__
from igfeditor.cli import wishes
from igfeditor.cli.findings import FailOn, Tongue, explain, report_json, show_checks, show_fixes, show_report
from igfeditor.cli.speech import RAW, Speech
from igfeditor.cli.views import census_json, census_table, versions_table
from igfeditor.document.compose import compose
from igfeditor.document.layout import Missing
from igfeditor.errors import SettingsError, sentence
from igfeditor.exporters.terminal import render
from igfeditor.services.census import census_of
from igfeditor.services.findings_report import write_report
from igfeditor.services.merging import disputes, merge_files, told
from igfeditor.services.operations import (
    Project,
    chosen_layouts,
    export_project,
    new_agenda,
    open_project,
    open_sample,
    write_new,
)
from igfeditor.services.pack import pack_wish, write_pack
from igfeditor.services.proofing import check_project, fix_file
from igfeditor.services.versions import NONE_KEPT, numbered, open_version, users_backups, versions_of

FOUND: Final = 1

app = typer.Typer(
    help="Draft a meeting agenda once, in two languages, and print it to Word and Excel.",
    epilog="A project is one readable file, NAME.agenda.json. Try: igfeditor export --sample --to agenda",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

File = Annotated[
    Path | None, typer.Argument(help="The project, a .agenda.json file.", show_default=False, readable=False)
]
Sample = Annotated[bool, typer.Option("--sample", help="Use the sample that travels with the program.")]
Only = Annotated[str, typer.Option("--only", help="Checks and families, with commas: T03,P. All where none is named.")]
Spoken = Annotated[
    Tongue | None,
    typer.Option("--language", help="The language of the messages: that of the system.", show_default=False),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Layouts = Annotated[
    str,
    typer.Option("--layout", help="Layouts, with commas: en, ar, en-ar. All where none is named.", show_default=False),
]
Columns = Annotated[
    str,
    typer.Option(
        "--columns",
        help="Further columns, with commas: zones, room, speaker, minutes, state; or none.",
        show_default=True,
    ),
]
Days = Annotated[
    str, typer.Option("--days", help="Days to print, with commas: 1,3. All where none is named.", show_default=False)
]
MissingTexts = Annotated[
    Missing,
    typer.Option("--missing", help="A missing translation: print the source in grey, print the source, or refuse."),
]
Template = Annotated[
    Path | None,
    typer.Option("--template", help="A Word letterhead: its page, logo and styles.", metavar="T.docx", readable=False),
]
Forced = Annotated[bool, typer.Option("--force", help="Print a final agenda with its open errors.")]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"igfeditor {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Draft a meeting agenda once, in two languages, and print it to Word and Excel."""


@app.command()
def export(
    file: File = None,
    to: Annotated[
        Path,
        typer.Option("--to", help="A folder, or one file such as plenary.docx.", metavar="DIR|FILE", readable=False),
    ] = Path(),
    sample: Sample = False,
    formats: Annotated[
        str,
        typer.Option(
            "--format",
            help="Formats, with commas: docx, pdf, ics. The usual ones where none is named.",
            show_default=False,
        ),
    ] = "",
    layout: Layouts = "",
    days: Days = "",
    columns: Columns = "zones",
    missing: MissingTexts = Missing.MARK,
    template: Template = None,
    force: Forced = False,
    quiet: Quiet = False,
) -> None:
    """Print a project to files, STEM-en.docx and so on: Word, Excel and PDF, or the formats named."""
    project = _opened(file, sample)
    wish = wishes.export_wish(
        layouts=layout, formats=formats, days=days, columns=columns, missing=missing, template=template, force=force
    )
    speech = Speech(quiet=quiet)
    with wishes.progress_bar(speech, project, to, wish) as finished:
        paths = export_project(project, to, wish, finished)
    for path in paths:
        speech.tell(sentence("Wrote {path}", path=path))


@app.command(name="merge")
def merge_versions(
    base: Annotated[Path, typer.Argument(help="The version that both came of.", readable=False)],
    mine: Annotated[Path, typer.Argument(help="My version.", readable=False)],
    theirs: Annotated[Path, typer.Argument(help="Their version.", readable=False)],
    to: Annotated[Path, typer.Option("--to", help="Where to write what comes of it.", metavar="OUT", readable=False)],
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is none of the three.")] = False,
    quiet: Quiet = False,
) -> None:
    """Put two versions of a project together; leaves with 1 where both changed one thing, and mine was kept.

    In git: merge.igfeditor.driver = "igfeditor merge %O %A %B --to %A".
    """
    merged = merge_files(base, mine, theirs, to, over=force)
    speech = Speech(quiet=quiet)
    for dispute in disputes(merged):
        speech.put(dispute.place, "bold")
        speech.put(sentence("mine: {said}", said=dispute.mine), indent=2)
        speech.put(sentence("theirs: {said}", said=dispute.theirs), indent=2)
    speech.tell(told(merged))
    if merged.cards:
        raise typer.Exit(1)


@app.command()
def pack(
    file: File = None,
    to: Annotated[Path, typer.Option("--to", help="The folder of the pack.", metavar="DIR", readable=False)] = Path(),
    sample: Sample = False,
    days: Days = "",
    columns: Columns = "zones",
    missing: MissingTexts = Missing.MARK,
    template: Template = None,
    force: Forced = False,
    quiet: Quiet = False,
) -> None:
    """Print all layouts in all formats, with a list of the files (STEM-manifest.json)."""
    project = _opened(file, sample)
    asked = wishes.export_wish(
        layouts="", formats="", days=days, columns=columns, missing=missing, template=template, force=force
    )
    wish = pack_wish(asked, to)
    speech = Speech(quiet=quiet)
    with wishes.progress_bar(speech, project, to, wish) as finished:
        paths = write_pack(project, to, wish, finished)
    for path in paths:
        speech.tell(sentence("Wrote {path}", path=path))


@app.command()
def new(
    file: Annotated[
        Path, typer.Argument(help="The project to make; .agenda.json is added where it is missing.", readable=False)
    ],
    title: Annotated[str, typer.Option("--title", help="The title of the meeting, in English.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Replace a file of this name.")] = False,
    quiet: Quiet = False,
) -> None:
    """Make an empty project in English and Arabic."""
    written = write_new(new_agenda(title), file, over=force)
    Speech(quiet=quiet).tell(sentence("Wrote {path}", path=written))


@app.command()
def sample(
    file: Annotated[
        Path, typer.Argument(help="Where to put the sample; .agenda.json is added where it is missing.", readable=False)
    ],
    force: Annotated[bool, typer.Option("--force", help="Replace a file of this name.")] = False,
    quiet: Quiet = False,
) -> None:
    """Write the sample project: a real three-day meeting in English and Arabic."""
    written = write_new(open_sample().agenda, file, over=force)
    Speech(quiet=quiet).tell(sentence("Wrote {path}", path=written))


@app.command()
def show(
    file: File = None,
    sample: Sample = False,
    language: Annotated[str, typer.Option("--language", help="A layout: en, ar or en-ar.")] = "en",
    raw: Annotated[
        bool, typer.Option("--raw", help="For terminals that join and order Arabic themselves.", envvar=RAW)
    ] = False,
    days: Days = "",
    columns: Columns = "zones",
) -> None:
    """Show a project on the terminal; Arabic is joined and ordered for terminals that do neither."""
    agenda = _opened(file, sample).agenda
    pattern = wishes.pattern(days=days, columns=columns, missing=Missing.MARK)
    (layout,) = chosen_layouts(agenda, (language,), pattern)
    speech = Speech()
    speech.out.print(render(compose(agenda, layout), width=speech.out.width, raw=raw))


@app.command()
def info(
    file: File = None,
    sample: Sample = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")] = False,
) -> None:
    """Count a project: days, slots, items, texts, hours, and how much is translated."""
    project = _opened(file, sample)
    census = census_of(project.agenda)
    speech = Speech()
    if json:
        speech.out.print(census_json(census), markup=False)
    else:
        speech.out.print(census_table(project, census, speech))


@app.command(epilog=wishes.JSON_KEYS)
def check(
    file: File = None,
    sample: Sample = False,
    only: Only = "",
    json: Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")] = False,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="The mildest severity that makes exit code 1.")] = (
        FailOn.ERROR
    ),
    explained: Annotated[
        str, typer.Option("--explain", help="Say what one check is about, with an example.", metavar="ID")
    ] = "",
    listed: Annotated[bool, typer.Option("--list", help="List all checks, or those of --only.")] = False,
    printed: Annotated[
        Path | None,
        typer.Option("--report", help="Write a report with the texts too, as a Word file.", metavar="OUT.docx"),
    ] = None,
    language: Spoken = None,
) -> None:
    """Proof-read a project: times, numbers, structure, references, parity of the languages, terms, direction."""
    speech = Speech(language=language or "")
    if explained:
        explain(explained, speech)
    elif listed:
        show_checks(wishes.parts(only), speech)
    else:
        agenda = _opened(file, sample).agenda
        report = check_project(agenda, wishes.parts(only))
        if json:
            speech.out.print(report_json(agenda, report, speech.language), markup=False)
        else:
            show_report(agenda, report, speech)
        written = None if printed is None else write_report(agenda, report, printed, speech.language)
        if written is not None and not json:
            speech.tell(sentence("Wrote {path}", path=written))
        raise typer.Exit(FOUND if (report.worst or 0) >= fail_on.severity else 0)


@app.command(name="backups")
def earlier_versions(
    file: Annotated[Path, typer.Argument(help="A project; it may be damaged or gone.", metavar="FILE", readable=False)],
    restore: Annotated[
        int | None,
        typer.Option("--restore", help="Write the version of this number.", metavar="N", min=1, show_default=False),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option("--to", help="The new file that gets it.", metavar="OUT", readable=False, show_default=False),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """List the earlier versions that were kept of a project, or write one of them as a new file."""
    speech, backups = Speech(quiet=quiet), users_backups()
    versions = versions_of(file, backups)
    if restore is None and to is None:
        speech.out.print(versions_table(versions, backups, speech) if versions else speech.text(NONE_KEPT))
        return
    if restore is None or to is None:
        raise SettingsError(
            sentence("{one} and {other} go together.", one="--restore", other="--to"),
            sentence("For example: {command}", command=f"igfeditor backups {file} --restore 1 --to copy.agenda.json"),
        )
    agenda = open_version(numbered(versions, restore), backups)
    speech.tell(sentence("Wrote {path}", path=write_new(agenda, to)))


@app.command()
def fix(
    file: Annotated[
        Path, typer.Argument(help="A project, NAME.agenda.json; it is written once.", metavar="FILE", readable=False)
    ],
    only: Only = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change and write nothing.")] = False,
    language: Spoken = None,
    quiet: Quiet = False,
) -> None:
    """Put right what checks find, where a program can be sure, and show what changed."""
    speech = Speech(quiet=quiet, language=language or "")
    fixed = fix_file(file, wishes.parts(only), is_trial=dry_run)
    if not quiet:
        show_fixes(fixed, speech)
    if not fixed.findings:
        return
    speech.tell(sentence("Nothing was written.") if dry_run else sentence("Wrote {path}", path=file))


def _opened(file: Path | None, sample: bool) -> Project:
    if (file is None) is not sample:
        raise SettingsError(
            sentence("Name one project file, or {option}, and not both.", option="--sample"),
            sentence("For example: {command}", command="igfeditor export plenary.agenda.json --to agenda"),
        )
    return open_sample() if file is None else open_project(file)
