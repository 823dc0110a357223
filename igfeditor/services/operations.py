"""What every front door can do with an agenda file: open, make, export, show, count."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NoReturn

from igfeditor.document.blocks import Document
from igfeditor.document.compose import compose
from igfeditor.document.layout import Layout, layout_languages, layout_names
from igfeditor.errors import ExportError, ImportRefused, SaveError, SettingsError, counted, sentence
from igfeditor.exporters.registry import FORMATS, ExportFormat, Template
from igfeditor.files import Disk, reason_of, resource
from igfeditor.gate.entrance import read_foreign
from igfeditor.gate.kinds import Kind
from igfeditor.model.agenda import Agenda, Meeting, Phrase, Text
from igfeditor.model.refusals import storable
from igfeditor.model.renewal import new_agenda_id
from igfeditor.services.proofing import refuse_open_errors
from igfeditor.services.versions import keeper, naming_newest_good, users_backups
from igfeditor.storage.backups import Reason
from igfeditor.storage.project_file import load_project, save_project
from igfeditor.storage.saving import NO_FILE

PROJECT_SUFFIX: Final = ".agenda.json"
SAMPLE_STEM: Final = "igf-2021"
EVERYTHING: Final = Layout(())
_ENDING: Final = re.compile(r"\.([A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*)\Z")
"""What a person takes for the ending of a file: "minutes.pdf" has one, "v1.2" and "Dr. Smith" have none."""


@dataclass(frozen=True, slots=True)
class Project:
    """An agenda as it was opened, with the name that its exports carry."""

    agenda: Agenda
    stem: str


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What somebody asks to be exported.

    `layouts` and `formats` are names; none means all layouts, and the usual formats. `pattern` holds what the layouts
    have in common: days, further columns, and the policy for missing translations. `force` prints a final agenda with
    its open errors.
    """

    layouts: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    pattern: Layout = EVERYTHING
    template: Path | None = None
    force: bool = False


@dataclass(frozen=True, slots=True)
class ExportJob:
    """One file to be written: its place, its format, and the layouts that it holds."""

    path: Path
    format: ExportFormat
    layouts: tuple[Layout, ...]


Progress = Callable[[str], None]
FinishedFile = tuple[Path, bytes]


def open_project(path: Path) -> Project:
    """Open an agenda file; raises `ProjectFileError` when it cannot be read."""
    with naming_newest_good(path, users_backups()):
        return Project(load_project(path), stem_of(path))


def open_sample() -> Project:
    """Open the sample that travels with the program, the agenda of a real meeting in English and Arabic."""
    return Project(load_project(sample_path()), SAMPLE_STEM)


def sample_path() -> Path:
    """Give the place of the sample project."""
    return resource("samples", SAMPLE_STEM + PROJECT_SUFFIX)


def stem_of(path: Path) -> str:
    """Give the name of a project without its ending: "plenary" for "plenary.agenda.json"."""
    name = path.name
    for suffix in (PROJECT_SUFFIX, ".json"):
        if name.lower().endswith(suffix) and len(name) > len(suffix):
            return name[: -len(suffix)]
    return name


def project_path(path: Path) -> Path:
    """Give the path with the ending of agenda files where it has no JSON ending yet.

    Raises `SettingsError` for a path that names a folder only: ".", ".." or the root.
    """
    if path.name in {"", ".."}:
        raise SettingsError(
            sentence("{path}: this is a folder, not the name of a file.", path=path),
            sentence("Name the project, for example {example}.", example=path / f"plenary{PROJECT_SUFFIX}"),
        )
    return path if path.name.lower().endswith(".json") else path.with_name(path.name + PROJECT_SUFFIX)


def new_agenda(title: str) -> Agenda:
    """Make an empty agenda in English and Arabic, with ids of its own.

    Raises `EditError` for a title that no file can hold.
    """
    text = Text({"en": Phrase(text=storable(title))}) if title.strip() else Text()
    return Agenda(id=new_agenda_id(), languages=("en", "ar"), meeting=Meeting(title=text))


def write_new(agenda: Agenda, path: Path, *, over: bool = False, disk: Disk | None = None) -> Path:
    """Write an agenda to a file that does not exist yet, unless `over` says that it may be replaced."""
    target = project_path(path)
    if not over:
        refuse_replacing(target)
    if not _is_folder(target.parent):
        raise SaveError(
            target,
            sentence("{path}: there is no folder {folder}.", path=target, folder=target.parent),
            sentence("Make the folder first, or name another place; nothing was written."),
        )
    keep = keeper(target, Reason.SAVED)
    save_project(agenda, target, disk or Disk(), expected=None if over else NO_FILE, keep=keep)
    return target


def refuse_replacing(target: Path) -> None:
    """Raise `SaveError` where there is a file already."""
    if is_there(target):
        raise SaveError(
            target,
            sentence("{path}: there is a file of this name already.", path=target),
            sentence("Choose another name, or add {option} to replace it.", option="--force"),
        )


def export_project(
    project: Project, target: Path, wish: ExportWish, progress: Progress = lambda _: None, disk: Disk | None = None
) -> tuple[Path, ...]:
    """Write the files that are asked for and give their paths.

    Every file is made in memory, opened again and held against its documents before the first one is put into
    its place; an error leaves the folder as it was. `progress` is called with the name of each finished file.
    A final agenda with open errors is refused (`ExportError`) unless the wish is to force it.
    """
    disk = disk or Disk()
    return write_files(made_files(project, planned(project, target, wish), wish, progress, disk), disk)


def made_files(
    project: Project, jobs: Sequence[ExportJob], wish: ExportWish, progress: Progress, disk: Disk
) -> list[FinishedFile]:
    """Make the files of an export in memory, each opened again and held against its documents; write none."""
    if not wish.force:
        refuse_open_errors(project.agenda, {name for job in jobs for one in job.layouts for name in one.languages})
    template = _read_template(wish.template, disk)
    layouts = dict.fromkeys(layout for job in jobs for layout in job.layouts)
    documents = {layout: compose(project.agenda, layout) for layout in layouts}
    finished: list[FinishedFile] = []
    for job in jobs:
        finished.append((job.path, _printed(job, [documents[layout] for layout in job.layouts], template)))
        progress(job.path.name)
    return finished


def write_files(finished: Sequence[FinishedFile], disk: Disk) -> tuple[Path, ...]:
    """Put finished files, all of one folder, into their places and give their paths."""
    _make_folder(finished, disk)
    for path, data in finished:
        disk.replace_safely(path, data)
    return tuple(path for path, _ in finished)


def write_document(document: Document, target: Path, disk: Disk | None = None) -> Path:
    """Write one document that is no agenda as a file of the format that its ending names, and give its path.

    Raises `SettingsError` for an ending of no format, and `ExportError` and `SaveError` as an export does.
    """
    disk = disk or Disk()
    job = ExportJob(target, format_named(target.suffix), ())
    return write_files([(target, _printed(job, [document], None))], disk)[0]


def planned(project: Project, target: Path, wish: ExportWish) -> tuple[ExportJob, ...]:
    """Work out the files of an export.

    A target with the ending of a known format is one file: of one layout, or of several where the format holds
    many. Any other target is a folder, which gets a file for each layout and format, but for layouts of two languages
    in formats of one.
    """
    layouts = chosen_layouts(project.agenda, wish.layouts, wish.pattern)
    chosen = format_of(target)
    if chosen is not None:
        return _not_over_the_template((_single(target, chosen, layouts, wish),), wish)
    formats = tuple(format_named(name) for name in wish.formats) or usual_formats()
    _refuse_useless_template(formats, wish)
    for one in formats:
        if not any(_prints(one, layout) for layout in layouts):
            _refuse_two_languages(one, layouts[0])
    jobs = (
        ExportJob(target / f"{project.stem}-{layout.name}.{one.suffix}", one, (layout,))
        for layout in layouts
        for one in formats
        if _prints(one, layout)
    )
    return _not_over_the_template(tuple(jobs), wish)


def usual_formats() -> tuple[ExportFormat, ...]:
    """Give the formats that are written where none is asked for."""
    return tuple(one for one in FORMATS.values() if one.usual)


def _prints(one: ExportFormat, layout: Layout) -> bool:
    return one.bilingual or len(layout.languages) == 1


def _refuse_two_languages(one: ExportFormat, layout: Layout) -> NoReturn:
    raise SettingsError(
        sentence(
            "The format {format} holds one language, and the layout {layout} has two.",
            format=one.name,
            layout=layout.name,
        ),
        sentence("Choose a layout of one language, for example {option}.", option=f"--layout {layout.languages[0]}"),
    )


def chosen_layouts(agenda: Agenda, names: Sequence[str], pattern: Layout) -> tuple[Layout, ...]:
    """Give the layouts of these names, all where there is none, with what a pattern says.

    Raises `SettingsError` for a layout or a day that the agenda has not.
    """
    unknown = [day for day in pattern.days if not 1 <= day <= len(agenda.days)]
    if unknown:
        raise SettingsError(
            sentence("There is no Day {day} in this agenda.", day=unknown[0]),
            counted(len(agenda.days), "It has {count} day.", "It has {count} days."),
        )
    known = agenda.languages
    return tuple(replace(pattern, languages=layout_languages(name, known)) for name in names or layout_names(known))


def format_of(target: Path) -> ExportFormat | None:
    """Give the format that a target's ending names; none for a folder, which may have a dot in its name.

    Raises `SettingsError` for an ending of no format: a folder of such a name was hardly meant.
    """
    ending = _ENDING.search(target.name)
    if ending is None or _is_folder(target):
        return None
    found = FORMATS.get(ending[1].lower())
    endings = ", ".join(f".{suffix}" for suffix in FORMATS)
    if found is None:
        raise SettingsError(
            sentence("{path}: there is no format with this ending.", path=target),
            sentence(
                "The endings are {endings}; a folder with a dot in its name must be there already.", endings=endings
            ),
        )
    if target.name == ending[0]:
        raise SettingsError(
            sentence("{path}: this is an ending without a name.", path=target),
            sentence("Name a folder, or a file such as {example}.", example=f"plenary{target.name}"),
        )
    return found


def _is_folder(path: Path) -> bool:
    """Tell whether a path is a folder; one that cannot be, such as a name far too long, is none."""
    with suppress(OSError):
        return path.is_dir()
    return False


def is_there(path: Path) -> bool:
    """Tell whether there is something of this name; where nothing can be known it says no."""
    with suppress(OSError):
        return path.exists()
    return False


def _not_over_the_template(jobs: tuple[ExportJob, ...], wish: ExportWish) -> tuple[ExportJob, ...]:
    """Give the jobs, none of which may write over the letterhead that it is printed on."""
    if wish.template is not None and any(are_one(job.path, wish.template) for job in jobs):
        raise SettingsError(
            sentence("{path}: this is the template, and would be replaced.", path=wish.template),
            sentence("Name another file or folder for what is printed."),
        )
    return jobs


def are_one(one: Path, other: Path) -> bool:
    """Tell whether two paths name one file."""
    with suppress(OSError, RuntimeError, ValueError):
        return one.resolve() == other.resolve() or one.samefile(other)
    return False


def _single(target: Path, chosen: ExportFormat, layouts: Sequence[Layout], wish: ExportWish) -> ExportJob:
    if any(format_named(name) is not chosen for name in wish.formats):
        raise SettingsError(
            sentence("{path} is a file of one format and others are asked for.", path=target),
            sentence("Name a folder, or ask for {option} alone.", option=f"--format {chosen.suffix}"),
        )
    if len(layouts) > 1 and not chosen.holds_many:
        raise SettingsError(
            sentence("{path} can hold one layout only.", path=target),
            sentence(
                "Name a folder, or choose the layout, for example {option}.", option=f"--layout {layouts[0].name}"
            ),
        )
    if not _prints(chosen, layouts[0]):
        _refuse_two_languages(chosen, layouts[0])
    _refuse_useless_template((chosen,), wish)
    return ExportJob(target, chosen, tuple(layouts))


def format_named(name: str) -> ExportFormat:
    """Give a format by its file ending; raises `SettingsError` for one that does not exist."""
    found = FORMATS.get(name.lower().removeprefix("."))
    if found is None:
        raise SettingsError(
            sentence("There is no format {name}.", name=name),
            sentence("The formats are {formats}.", formats=", ".join(FORMATS)),
        )
    return found


def _refuse_useless_template(formats: Sequence[ExportFormat], wish: ExportWish) -> None:
    if wish.template is not None and not any(one.takes_template for one in formats):
        raise SettingsError(
            sentence("None of the formats asked for takes a template."),
            sentence("Templates are for Word: add {option}.", option="--format docx"),
        )


def _printed(job: ExportJob, documents: Sequence[Document], template: Template) -> bytes:
    data = job.format.write(documents, template if job.format.takes_template else None)
    difference = job.format.difference(documents, data)
    if difference:
        raise ExportError(
            sentence(
                "{name}: the file does not say what the agenda says: {difference}.",
                name=job.path.name,
                difference=difference,
            ),
            sentence("Nothing was written. This is a fault of the program: please report it with the agenda."),
        )
    return data


def _read_template(path: Path | None, disk: Disk) -> Template:
    if path is None:
        return None
    try:
        return read_foreign(path, {Kind.DOCX}, disk)
    except OSError as error:
        raise ExportError(
            sentence("{path}: the template cannot be read ({reason}).", path=path, reason=reason_of(error)),
            sentence("Name a Word file (.docx) that you can open."),
        ) from error
    except ImportRefused as refused:
        raise ExportError(refused.message, refused.hint) from refused


def _make_folder(finished: Sequence[FinishedFile], disk: Disk) -> None:
    folder = finished[0][0].parent
    try:
        disk.make_folder(folder)
    except OSError as error:
        raise SaveError(
            folder,
            sentence("{path}: the folder cannot be made ({reason}).", path=folder, reason=reason_of(error)),
            sentence("Choose a folder that you may write to; nothing was written."),
        ) from error
