"""The child process: what bounds it, and that whatever becomes of it is one sentence of the program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import igfeditor
from igfeditor.errors import ExportError, ImportRefused
from igfeditor.gate import entrance, limits
from igfeditor.gate.entrance import admit, read_foreign
from igfeditor.gate.faults import FAULTS, Fault
from igfeditor.gate.kinds import Kind
from igfeditor.services.operations import ExportWish, export_project, open_sample
from tests.bombs import BOMBS, letter, related

WHERE = Path("a.docx")
BOUND = "from igfeditor.gate.__main__ import _bound; _bound(); "
every_system = pytest.mark.skipif(os.name != "posix", reason="the limits are those of POSIX")


def in_the_place_of_the_child(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(entrance, "command", lambda: [sys.executable, "-c", code])


def refusal(data: bytes = b"x") -> str:
    with pytest.raises(ImportRefused) as caught:
        admit(data, WHERE, [Kind.DOCX])
    assert caught.value.hint is not None
    return str(caught.value)


@pytest.mark.parametrize(
    "code",
    [
        "raise SystemExit(1)",
        "import os; os.abort()",
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        "print('sound')",
        "print('[1, 2]')",
        'print(\'["nonsense", ""]\')',
        'print(\'["sound", "xlsx"]\')',
        "print('[' * 100000)",
        "print('x' * 10**6)",
        "import sys; sys.stdin.close(); raise SystemExit",
    ],
)
def test_child_that_comes_to_grief_is_one_sentence(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    in_the_place_of_the_child(monkeypatch, code)
    assert refusal(bytes(10**6)) == f"a.docx: {FAULTS[Fault.LOST][0]}."


def test_interpreter_that_is_gone_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entrance, "command", lambda: ["/nowhere/python"])
    assert refusal() == f"a.docx: {FAULTS[Fault.LOST][0]}."


def test_child_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    assert limits.SECONDS == 30
    monkeypatch.setattr(limits, "SECONDS", 0.2)
    in_the_place_of_the_child(monkeypatch, 'import time; time.sleep(9); print(\'["sound", "docx"]\')')
    assert refusal() == f"a.docx: {FAULTS[Fault.TIME][0]}."


@every_system
@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("bytearray(2**30)", "MemoryError"),
        ("open('written', 'w').write('x' * 10**6)", "OSError"),
        ("import resource; assert resource.getrlimit(resource.RLIMIT_CPU)[1] == 30; raise SystemError", "SystemError"),
    ],
)
def test_child_has_the_limits_of_the_system(deed: str, said: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "frozen_modules=off", "-c", f"import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); {BOUND}{deed}"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(igfeditor.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert said in done.stderr


@every_system
def test_file_that_takes_all_memory_is_refused_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    greedy = "import igfeditor.gate.inspection as i; i.inspect = lambda *_: bytearray(2**30); "
    in_the_place_of_the_child(monkeypatch, greedy + "from igfeditor.gate.__main__ import main; main(['docx'])")
    assert refusal() == f"a.docx: {FAULTS[Fault.MEMORY][0]}."


def test_nothing_in_the_folder_where_somebody_stands_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("json.py", "lxml.py", "igfeditor.py"):
        (tmp_path / name).write_text("raise SystemExit(9)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert admit(letter(), WHERE, [Kind.DOCX]) is Kind.DOCX


def test_packaged_program_is_its_own_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert entrance.command() == [sys.executable, entrance.CHILD_FLAG]
    monkeypatch.setattr(entrance, "command", lambda: [sys.executable, "-m", "igfeditor", entrance.CHILD_FLAG])
    assert admit(letter(), WHERE, [Kind.DOCX]) is Kind.DOCX


def test_foreign_file_is_read_no_further_than_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "huge.docx"
    with path.open("wb") as stream:
        stream.truncate(10 * limits.LARGEST_FILE)
    with pytest.raises(ImportRefused, match="larger than 50 MiB"):
        read_foreign(path, [Kind.DOCX])


@pytest.mark.parametrize("fault", [Fault.MACROS, Fault.DTD, Fault.BOMB, Fault.OUTSIDE, Fault.OLD_OFFICE])
def test_letterhead_passes_the_gate_before_anything_is_written(fault: Fault, tmp_path: Path) -> None:
    template = tmp_path / "letter.docx"
    template.write_bytes(next(bomb for bomb in BOMBS if bomb.fault is fault).make())
    with pytest.raises(ExportError) as caught:
        export_project(open_sample(), tmp_path / "out", ExportWish(("en",), ("docx",), template=template))
    assert str(FAULTS[fault][0]) in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_letterhead_that_names_the_template_of_its_office_loses_that_name(tmp_path: Path) -> None:
    template = tmp_path / "letter.docx"
    template.write_bytes(related("word/_rels/settings.xml.rels", "attachedTemplate", "file:///C:\\Office\\ours.dotx"))
    (made,) = export_project(open_sample(), tmp_path / "a.docx", ExportWish(("en",), template=template))
    assert b"ours.dotx" not in made.read_bytes()
