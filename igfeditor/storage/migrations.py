"""Old agenda files brought up to the present format, one small step a version.

A step is a function from the tree (dicts and lists) of version n to that of version n + 1. It is pure, knows
nothing of the models (which change later), and says in its docstring what changed and why. Opening a file never
writes it: the new form reaches the disk when a person saves.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from igfeditor.errors import sentence
from igfeditor.model.agenda import VERSION
from igfeditor.storage.damage import Damage

Tree = dict[str, Any]
Step = Callable[[Tree], Tree]

_VERSION_KEY: Final = re.compile(rb'"version"\s*:\s*([0-9]{1,9})')
MIGRATIONS: Final[Mapping[int, Step]] = MappingProxyType({})


def is_older(data: bytes) -> bool:
    """Tell whether the bytes of an agenda file are of an older version, by the first key of that name."""
    found = _VERSION_KEY.search(data)
    return found is not None and int(found[1]) < VERSION


def migrate(data: Tree, found: int, steps: Mapping[int, Step] = MIGRATIONS, to: int = VERSION) -> Tree:
    """Give the tree of version `to` that says what `data`, of version `found`, said; `data` is unchanged.

    Raises `Damage` where a step is missing for the version, or does not find what the old format promises.
    """
    tree = copy.deepcopy(data)
    for version in range(found, to):
        if version not in steps:
            raise Damage(sentence("there never was a version {version} of the agenda file", version=version))
        try:
            tree = steps[version](tree)
        except (LookupError, TypeError, AttributeError, ValueError) as error:
            raise Damage(
                sentence(
                    "it is not a sound file of version {version}, and cannot be brought up to date", version=version
                )
            ) from error
        tree["version"] = version + 1
    return tree
