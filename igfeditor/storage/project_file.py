"""The agenda file: read strictly, written whole, and never silently changed.

    bytes -> strict_json (one meaning) -> migrations (this version) -> models (each node) -> soundness (the whole)

Whatever is wrong ends in one sentence with the line and the place in the tree, and one hint.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple, cast

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticSerializationError

from igfeditor.errors import ProjectDamaged, ProjectNotFound, ProjectTooNew, SaveError, Sentence, sentence
from igfeditor.files import Disk, reason_of
from igfeditor.model.agenda import FORMAT, VERSION, Agenda, Text
from igfeditor.model.collector import no_collection
from igfeditor.model.soundness import Flaw, Place, flaws, path_words
from igfeditor.storage import strict_json, validation
from igfeditor.storage.damage import Damage, line_of
from igfeditor.storage.json_places import offset_of
from igfeditor.storage.migrations import Tree, migrate
from igfeditor.storage.saving import NO_FILE, Keep, digest_of, keep_nothing, save_safely

_OURS: Final = sentence("Nothing was written. This is a fault of the program: please report it with the agenda.")
_PUT_RIGHT: Final = sentence("Put that right and save again; nothing was written.")
_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff]")


class _TooNew(Damage):
    """The file is of a version that this program does not know."""

    def __init__(self, version: int) -> None:
        super().__init__(
            sentence("it is of version {found}, and this program reads up to {known}", found=version, known=VERSION)
        )
        self.version = version


def load_project(path: Path, disk: Disk | None = None) -> Agenda:
    """Open an agenda file; nothing is written, also where the file is of an older version.

    Raises `ProjectNotFound` where there is no file that can be read, and what `read_project` raises.
    """
    return read_project(project_data(path, disk or Disk()), path)


def project_data(path: Path, disk: Disk) -> bytes:
    """Give the bytes of an agenda file, one more than may be of one that is too large; raises `ProjectNotFound`."""
    try:
        return disk.read(path, strict_json.MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _not_found(path, error) from error


def digest_of_file(path: Path, disk: Disk) -> str:
    """Give the digest of whatever a file holds, `NO_FILE` where there is none; raises `ProjectNotFound`."""
    try:
        return digest_of(disk.read(path))
    except FileNotFoundError:
        return NO_FILE
    except OSError as error:
        raise _not_found(path, error) from error


def read_project(data: bytes, path: Path) -> Agenda:
    """Read the bytes of an agenda file; `path` is only for the messages.

    Raises `ProjectDamaged` with the line and the place of the first fault, or `ProjectTooNew`.
    """
    try:
        with no_collection():
            return _agenda_of(data)
    except _TooNew as newer:
        raise ProjectTooNew(
            path,
            sentence(
                "{path}: a newer igfeditor wrote this file (version {found}; this one reads up to {known}).",
                path=path,
                found=newer.version,
                known=VERSION,
            ),
            sentence("Install the newest igfeditor; the file was not changed."),
        ) from newer
    except Damage as damage:
        raise ProjectDamaged(path, damage.told(path), damage.hint) from damage


def project_bytes(agenda: Agenda) -> bytes:
    """Give the bytes of an agenda file: UTF-8, two-space indent, keys in the order of the format, a final newline.

    Raises `Damage` for an agenda that no file can hold, such as one with half a surrogate pair in a text.
    """
    try:
        return agenda.__pydantic_serializer__.to_json(agenda, indent=2, warnings="error") + b"\n"
    except PydanticSerializationError as error:
        raise Damage(sentence("it holds a value that has no place in a file"), _PUT_RIGHT) from error


def save_project(
    agenda: Agenda,
    path: Path,
    disk: Disk | None = None,
    *,
    expected: str | None = None,
    keep: Keep = keep_nothing,
) -> str:
    """Write an agenda to its file, whole or not at all, and give the digest of what was written.

    The bytes are made in memory, read again as strictly as any file and compared with the agenda, then put into
    place by `save_safely`, which says what `expected` and `keep` are. Raises `SaveError`; the file is then as it was,
    but for the two that say otherwise: `NotConfirmed` and `ChangedOnDisk`.
    """
    try:
        data = project_bytes(agenda)
        with no_collection():
            same = _agenda_of(data) == agenda
    except Damage as damage:
        fault = _unwritable(agenda) or damage.fault
        message = sentence("{path}: it cannot be saved, for {fault}.", path=path, fault=fault)
        raise SaveError(path, message, _PUT_RIGHT) from damage
    if not same:
        raise SaveError(
            path,
            sentence("{path}: it cannot be saved, for the file would not say what the agenda says.", path=path),
            _OURS,
        )
    save_safely(path, data, disk or Disk(), expected, keep)
    return digest_of(data)


def _agenda_of(data: bytes) -> Agenda:
    """Read bytes; raises `Damage` or `_TooNew`, which do not know the file's name."""
    tree, text = strict_json.read(data)
    tree = _of_our_format(tree)
    version = _version_of(tree, text)
    return _validated(_Origin(tree, text) if version == VERSION else _Origin(migrate(tree, version)))


def _of_our_format(tree: object) -> Tree:
    if isinstance(tree, dict) and cast("Tree", tree).get("format") == FORMAT:
        return cast("Tree", tree)
    raise Damage(
        sentence("this is not an agenda file"),
        sentence('Open a file NAME.agenda.json; its first key is "format", and says "{format}".', format=FORMAT),
    )


def _version_of(tree: Tree, text: str) -> int:
    version: object = tree.get("version")
    if type(version) is not int or version < 1:
        fault = sentence("version is missing, or is not a whole number such as {known}", known=VERSION)
        raise Damage(fault, line=line_of(text, offset_of(text, ("version",))))
    if version > VERSION:
        raise _TooNew(version)
    return version


class _Origin(NamedTuple):
    """Where a tree came from: the text is missing where the tree was migrated, for then it has no lines."""

    tree: Tree
    text: str | None = None

    def line(self, place: Place) -> int | None:
        return None if self.text is None else line_of(self.text, offset_of(self.text, place))


def _validated(origin: _Origin) -> Agenda:
    try:
        agenda = Agenda.model_validate(origin.tree)
    except ValidationError as refusal:
        raise _refused(refusal, origin) from refusal
    found = flaws(agenda)
    if found:
        raise _flawed(found, origin)
    return agenda


def _refused(refusal: ValidationError, origin: _Origin) -> Damage:
    first, more = validation.first_of(refusal)
    fault = validation.fault_of(first, origin.tree)
    return Damage(fault, validation.hint_of(first), line=origin.line(validation.place_of(first)), more=more)


def _flawed(found: Sequence[Flaw], origin: _Origin) -> Damage:
    first = found[0]
    place = validation.named_place(first.place, origin.tree)
    fault = sentence("{place}: {rule}", place=place, rule=first.rule)
    return Damage(fault, first.remedy, line=origin.line(first.place), more=len(found) - 1)


def _unwritable(agenda: Agenda) -> Sentence | None:
    """Say which text holds a character that no file may hold."""
    for place, text in _strings(agenda, ()):
        found = _UNWRITABLE.search(text)
        if found:
            code = f"U+{ord(found[0]):04X}"
            return sentence("{place} holds the character {code}", place=path_words(place), code=code)
    return None


def _strings(value: object, place: Place) -> Iterator[tuple[Place, str]]:
    """Give all strings of a model, whatever was put into it behind the back of its validation."""
    if isinstance(value, str):
        yield place, value
        return
    if isinstance(value, Text):
        value = value.root
    elif isinstance(value, BaseModel):
        value = value.__dict__
    if isinstance(value, Mapping):
        members = cast("Mapping[str, object]", value).items()
    else:
        members = enumerate(cast("Sequence[object]", value) if isinstance(value, tuple | list) else ())
    for step, inner in members:
        yield from _strings(inner, (*place, step))


def _not_found(path: Path, error: Exception) -> ProjectNotFound:
    if isinstance(error, FileNotFoundError | ValueError):
        return ProjectNotFound(
            path,
            sentence("{path}: there is no such file.", path=path),
            sentence("Check the name; a project is a file NAME.agenda.json."),
        )
    if os.path.isdir(path):  # noqa: PTH112 - where nothing can be known it says no, and pathlib raises
        return ProjectNotFound(
            path,
            sentence("{path}: this is a folder, not a project.", path=path),
            sentence("Name a project file in it, NAME.agenda.json."),
        )
    return ProjectNotFound(
        path,
        sentence("{path}: the file cannot be read ({reason}).", path=path, reason=reason_of(error)),
        sentence("Copy it to a folder that you may read, and open the copy."),
    )
