"""The pack: all layouts of an agenda in all formats, made from one snapshot, with a list of what belongs to it.

It is an export like any other, made in memory, held against its documents and then written; the list (a manifest in
JSON) comes last, so that a folder that has one is whole. Equal agendas give equal packs: nothing in it tells a time.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from igfeditor import __version__
from igfeditor.errors import SettingsError, sentence
from igfeditor.exporters.registry import FORMATS
from igfeditor.files import Disk
from igfeditor.language import markup
from igfeditor.model.agenda import Agenda
from igfeditor.services.operations import (
    ExportJob,
    ExportWish,
    FinishedFile,
    Progress,
    Project,
    format_of,
    made_files,
    planned,
    write_files,
)

MANIFEST: Final = "-manifest.json"


def pack_wish(wish: ExportWish, folder: Path) -> ExportWish:
    """Give the wish for everything, with what was wished beside layouts and formats.

    Raises `SettingsError` where the folder is the name of a file.
    """
    if format_of(folder) is not None:
        raise SettingsError(
            sentence("{path}: this is the name of a file, and a pack is a folder.", path=folder),
            sentence("Name a folder, for example {example}.", example=folder.with_suffix("")),
        )
    return replace(wish, layouts=(), formats=tuple(FORMATS))


def write_pack(
    project: Project, folder: Path, wish: ExportWish, progress: Progress = lambda _: None, disk: Disk | None = None
) -> tuple[Path, ...]:
    """Write all layouts in all formats and the manifest to a folder, and give their paths.

    Raises what an export and `pack_wish` raise; nothing is written then.
    """
    disk = disk or Disk()
    wish = pack_wish(wish, folder)
    jobs = planned(project, folder, wish)
    finished = made_files(project, jobs, wish, progress, disk)
    manifest = _manifest(project.agenda, jobs, finished)
    return write_files([*finished, (folder / f"{project.stem}{MANIFEST}", manifest)], disk)


def _manifest(agenda: Agenda, jobs: Sequence[ExportJob], finished: Sequence[FinishedFile]) -> bytes:
    meeting = agenda.meeting
    titles = {language: markup.plain(meeting.title.wording(language)) for language in agenda.languages}
    said = {
        "made_by": f"igfeditor {__version__}",
        "agenda": agenda.id,
        "title": {language: title for language, title in titles.items() if title},
        "symbol": meeting.symbol,
        "revision": meeting.revision,
        "status": meeting.status,
        "files": [
            {
                "name": path.name,
                "layout": ",".join(layout.name for layout in job.layouts),
                "format": job.format.suffix,
                "bytes": len(data),
                "sha256": sha256(data).hexdigest(),
            }
            for job, (path, data) in zip(jobs, finished, strict=True)
        ],
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()
