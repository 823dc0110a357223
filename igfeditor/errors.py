"""Everything that this program refuses, as one tree.

    IgfError
    ├── ProjectFileError      a project cannot be read (exit code 3)
    │   ├── ProjectNotFound       there is no such file
    │   ├── ProjectDamaged        the file is not a sound agenda: the place is named
    │   └── ProjectTooNew         a newer igfeditor wrote it
    ├── EditError             a deed that the agenda does not allow
    ├── ExportError           an export is refused or cannot be written (exit code 4)
    ├── SaveError             a file cannot be written (exit code 4)
    │   ├── NotConfirmed          it is written, but the disk does not say so
    │   └── ChangedOnDisk         somebody else wrote it in the meantime
    ├── ImportRefused         a foreign file does not pass the gate (exit code 5)
    └── SettingsError         a choice that does not exist (exit code 2)

An error holds sentences, not finished strings: a `Sentence` is a template in English with its facts, so that
`igfeditor.language.messages` can say it in Arabic too. Errors are raised close to their cause and caught in
two places only, the command line's door and the window's bridge. Anything else that escapes is a bug.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

_NO_FACTS: Final[Mapping[str, object]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One message to a person: an English template with named `{fields}` and the facts that fill them.

    `plural` and `count` are given where the wording hangs on a number: `template` is then the English
    singular, and other languages choose among their own plural forms (Unicode CLDR plural rules).
    """

    template: str
    facts: Mapping[str, object] = field(default_factory=lambda: _NO_FACTS)
    plural: str | None = None
    count: int | None = None

    def __str__(self) -> str:
        """Give the message in English."""
        template = self.template if self.plural is None or self.count == 1 else self.plural
        return template.format(**self.facts)


def sentence(template: str, /, **facts: object) -> Sentence:
    """Make a message without number agreement."""
    return Sentence(template, MappingProxyType(facts))


def counted(count: int, singular: str, plural: str, /, **facts: object) -> Sentence:
    """Make a message whose wording agrees with `count`; `{count}` is among its facts."""
    return Sentence(singular, MappingProxyType({**facts, "count": count}), plural, count)


@dataclass(frozen=True, slots=True)
class Worded:
    """A fact that has other words in another language: a letter is "b." in English and "ب." in Arabic."""

    by_language: Mapping[str, str]

    def __str__(self) -> str:
        """Give the English words."""
        return self.by_language["en"]


class IgfError(Exception):
    """The root: one sentence that says what is wrong, and a hint that says what to do."""

    exit_code: int = 4

    def __init__(self, message: Sentence, hint: Sentence | None = None) -> None:
        """Keep both sentences; `str` of the error is the English one."""
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Give the message in English, without its hint."""
        return str(self.message)


class ProjectFileError(IgfError):
    """A project file cannot be read; nothing was changed."""

    exit_code = 3

    def __init__(self, path: Path, message: Sentence, hint: Sentence | None = None) -> None:
        """Keep the path of the file beside the sentences."""
        super().__init__(message, hint)
        self.path = path


class ProjectNotFound(ProjectFileError):
    """There is no such file, or it is not a file."""


class ProjectDamaged(ProjectFileError):
    """The file is not a sound agenda; the message names the line or the place in the tree."""


class ProjectTooNew(ProjectFileError):
    """A newer version of the program wrote the file."""


class EditError(IgfError):
    """A deed that the agenda does not allow; the agenda is unchanged."""


class SaveError(IgfError):
    """A file cannot be written; what stood there before is untouched."""

    def __init__(self, path: Path, message: Sentence, hint: Sentence | None = None) -> None:
        """Keep the path of the file beside the sentences."""
        super().__init__(message, hint)
        self.path = path


class NotConfirmed(SaveError):
    """A file was written, but the disk did not confirm that it will keep it."""


class ChangedOnDisk(SaveError):
    """A file holds what somebody else wrote since it was opened; it is as they left it."""


class ExportError(IgfError):
    """An export is refused, or does not say what its document says."""


class ImportRefused(IgfError):
    """A foreign file does not pass the gate, or holds nothing that can be taken; nothing was changed."""

    exit_code = 5

    def __init__(self, path: Path, message: Sentence, hint: Sentence | None = None) -> None:
        """Keep the path of the file beside the sentences."""
        super().__init__(message, hint)
        self.path = path


class SettingsError(IgfError):
    """A choice (layout, format, column …) that does not exist."""

    exit_code = 2
