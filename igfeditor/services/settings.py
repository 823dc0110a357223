"""What a user chose for good: one model, whose descriptions feed the dialog, kept as readable JSON.

A settings file that is gone or damaged is no reason not to work: what cannot be read falls back to its default, and
the damaged file is left alone until the next choice is saved.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from igfeditor.files import Disk, settings_file

MAX_RECENT: Final = 10
_LARGEST: Final = 1 << 20

WindowWords = Literal["system", "en", "ar"]
Mode = Literal["system", "light", "dark"]
Policy = Literal["ask", "ripple", "absorb", "gap"]


class Settings(BaseModel):
    """Every choice that outlives the window; each field has a default that suits a first start."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    window_language: WindowWords = Field(default="system", description="Language of the window")
    mode: Mode = Field(default="system", description="Light or dark")
    mirrored_panes: bool = Field(default=False, description="Arabic at the left, English at the right")
    resize_policy: Policy = Field(default="ask", description="When a slot's new length touches others")
    recent: tuple[str, ...] = Field(default=(), description="Projects opened lately, the last one first")
    spelling: bool = Field(default=True, description="Mark words that no dictionary has, where there is one")
    learned_words: tuple[str, ...] = Field(default=(), description="Words that count as known, in any language")
    reopen_last: bool = Field(default=True, description="Open the last project at the start")
    export_folder: str = Field(default="", description="Where the last export went")
    keys: dict[str, str] = Field(default_factory=dict[str, str], description="Keys that were changed, by action")
    layout: dict[str, str] = Field(default_factory=dict[str, str], description="Sizes of the window's parts")

    def with_recent(self, path: Path) -> Settings:
        """Give the settings with a project at the head of the recent ones."""
        name = str(path.resolve())
        others = tuple(other for other in self.recent if other != name)
        return self.model_copy(update={"recent": (name, *others)[:MAX_RECENT]})


def load_settings(path: Path | None = None, disk: Disk | None = None) -> Settings:
    """Read the settings; fields that cannot be read have their defaults."""
    try:
        data = (disk or Disk()).read(path or settings_file(), _LARGEST)
        tree = json.loads(data)
    except (OSError, ValueError):
        return Settings()
    return _readable(cast("dict[str, Any]", tree)) if isinstance(tree, dict) else Settings()


def _readable(tree: dict[str, Any]) -> Settings:
    """Keep what is sound of a settings file that an older or newer program may have written."""
    try:
        return Settings.model_validate(tree)
    except ValidationError as error:
        wrong = {place["loc"][0] for place in error.errors()}
        return Settings.model_validate({key: value for key, value in tree.items() if key not in wrong})


def save_settings(settings: Settings, path: Path | None = None, disk: Disk | None = None) -> None:
    """Write the settings; raises `SaveError` where that fails."""
    target = path or settings_file()
    place = disk or Disk()
    place.make_folder(target.parent)
    place.replace_safely(target, (settings.model_dump_json(indent=2) + "\n").encode())
