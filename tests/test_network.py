"""No network: the program opens no socket of the internet, and loads nothing that could."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import igfeditor
from tests.bombs import letter

HOUSE = Path(igfeditor.__file__).resolve().parents[1]
SOCKET = re.compile(r"socket\(AF_INET6?\b")
WINDOW = (
    "import sys; from PySide6.QtCore import QTimer; from PySide6.QtWidgets import QApplication\n"
    "import igfeditor.gui.application as door\n"
    "QTimer.singleShot(0, lambda: None); sys.argv = ['igfeditor']\n"
    "app = QApplication.instance() or QApplication(sys.argv)\n"
    "import pkgutil, importlib, igfeditor\n"
    "for one in pkgutil.walk_packages(igfeditor.__path__, 'igfeditor.'):\n"
    "    '__main__' in one.name or importlib.import_module(one.name)\n"
    "bad = {'PySide6.QtNetwork', 'PySide6.QtWebEngineCore', 'PySide6.QtWebSockets'} & sys.modules.keys()\n"
    "assert not bad, bad\n"
)


def traced(folder: Path, *command: str) -> str:
    """Run the program under strace and give what it asked of the network."""
    log = folder / "calls"
    subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=%network", "-o", log, sys.executable, *command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(HOUSE), "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
    )
    return log.read_text(encoding="utf-8", errors="replace")


@pytest.mark.tool("strace")
def test_trace_sees_a_socket_of_the_internet(tmp_path: Path) -> None:
    assert SOCKET.search(traced(tmp_path, "-c", "import socket; socket.socket(socket.AF_INET).close()"))


@pytest.mark.tool("strace")
def test_an_export_in_all_formats_on_a_letterhead_opens_no_socket_of_the_internet(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(letter())
    calls = traced(
        tmp_path, "-m", "igfeditor", "export", "--sample", "--to", "out", "--layout", "en", "--template", "letter.docx"
    )
    assert any((tmp_path / "out").iterdir())
    assert SOCKET.search(calls) is None


@pytest.mark.tool("strace")
def test_the_window_loads_no_network_and_opens_no_socket_of_the_internet(tmp_path: Path) -> None:
    assert SOCKET.search(traced(tmp_path, "-c", WINDOW)) is None


def test_no_module_names_the_network() -> None:
    named = re.compile(
        r"QtNetwork|QtWebEngine|\burllib\.request|\bhttp\.client|\brequests\b|^import socket|\bftplib", re.M
    )
    found = [
        path.name for path in (HOUSE / "igfeditor").rglob("*.py") if named.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []
