"""PySide6 itself, where a fault of its would end the program."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

CALLS = 3_000
SPARE = 1_000
"""How far the count may fall by chance: other objects come and go."""

# Each call gives a value of C++ that is nothing in Python: an empty variant, no parent, no item.
MODEL_CALLS = """
import sys
from PySide6.QtCore import QAbstractTableModel, QIdentityProxyModel, QModelIndex, Qt

class Model(QAbstractTableModel):
    def rowCount(self, parent=QModelIndex()):
        return 3

    def columnCount(self, parent=QModelIndex()):
        return 3

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return None

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        return None

model = Model()
proxy = QIdentityProxyModel()
proxy.setSourceModel(model)
before = sys.getrefcount(None)
for _ in range({calls}):
    for one in (model, proxy):
        index = one.index(1, 1)
        one.data(index, Qt.ItemDataRole.FontRole)
        one.itemData(index)
        one.headerData(0, Qt.Orientation.Horizontal)
        one.setData(index, None)
        one.buddy(index)
print(sys.getrefcount(None) - before)
"""


def test_model_calls_do_not_use_up_none() -> None:
    """Hold PySide6 to what it may do: with 6.12.0 on Python 3.11, model calls release None once too often.

    None lives for ever by its count of references only; once that is used up, the interpreter aborts. A window makes
    millions of such calls. Until a release is known to be good, the dependency excludes 6.12.
    """
    run = subprocess.run(
        [sys.executable, "-c", MODEL_CALLS.format(calls=CALLS)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) > -SPARE


def test_releases_that_use_up_none_are_excluded() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (needed,) = (Requirement(one) for one in project["dependencies"] if one.startswith("PySide6-Essentials"))
    assert not needed.specifier.contains(Version("6.12.0"))
    assert needed.specifier.contains(Version(version("PySide6-Essentials")))
