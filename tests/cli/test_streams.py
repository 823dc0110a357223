"""What becomes of the output: a full disk, a reader who has gone, an old code page."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SPEAKING = [
    ["show", "--sample"],
    ["show", "--sample", "--language", "ar", "--raw"],
    ["info", "--sample"],
    ["info", "--sample", "--json"],
    ["--version"],
    ["--help"],
]
FULL = Path("/dev/full")
USAGE, UNREADABLE, UNWRITABLE = 2, 3, 4


def call(arguments: list[str], output: int | None = subprocess.PIPE, **environment: str) -> tuple[int, bytes, str]:
    """Run the program; its exit code, its output, its errors."""
    done = subprocess.run(
        [sys.executable, "-m", "igfeditor", *arguments],
        stdout=output,
        stderr=subprocess.PIPE,
        env={**os.environ, "IGFEDITOR_LANGUAGE": "en", **environment},
        check=False,
    )
    return done.returncode, done.stdout or b"", done.stderr.decode("utf-8")


@pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("arguments", SPEAKING, ids=" ".join)
def test_a_full_output_is_told_in_a_sentence(arguments: list[str]) -> None:
    with FULL.open("wb") as full:
        code, _, said = call(arguments, full.fileno())
    assert code == UNWRITABLE
    assert said.splitlines() == [
        "The output cannot be written (no space left on device).",
        "Make room, or send the output elsewhere, and run the command again.",
    ]


@pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")
def test_a_refusal_that_cannot_be_said_keeps_its_exit_code() -> None:
    with FULL.open("wb") as full:
        command = [sys.executable, "-m", "igfeditor", "info", "none.json"]
        done = subprocess.run(command, stderr=full, check=False)
    assert done.returncode == UNREADABLE


@pytest.mark.parametrize("arguments", SPEAKING, ids=" ".join)
def test_a_reader_who_has_gone_ends_the_program_quietly(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        assert call(arguments, writing) == (0, b"", "")
    finally:
        os.close(writing)


@pytest.mark.parametrize("page", ["cp1252", "ascii", "cp1256", "utf-8"])
def test_files_and_pipes_are_utf_8_whatever_the_code_page(page: str) -> None:
    code, shown, said = call(["show", "--sample", "--language", "ar", "--raw"], PYTHONIOENCODING=page)
    assert (code, said) == (0, "")
    assert "استراحة" in shown.decode("utf-8")
    code, _, said = call(["info", "none.json"], PYTHONIOENCODING=page, IGFEDITOR_LANGUAGE="ar")
    assert code == UNREADABLE
    assert "لا يوجد ملف" in said
