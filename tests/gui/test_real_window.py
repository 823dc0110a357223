"""The real window on a screen, driven by keys as a person presses them: Xvfb is the screen, xdotool the hands.

It is one run from nothing to a saved agenda in both languages. All else about the window is tested without a screen.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

MAIN = Path(__file__).resolve().parents[2] / "main.py"
PATIENCE = 60.0
Keys = Callable[..., str]


def wait_for(done: Callable[[], object], what: str) -> None:
    """Wait until something is so, for a slow machine rather long."""
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.05)


@pytest.fixture
def screen() -> Iterator[str]:
    """Give the name of a screen of 1280 × 800."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as line:
            name = f":{line.readline().strip()}"
        yield name
        server.terminate()


@pytest.fixture
def environment(screen: str, tmp_path: Path) -> dict[str, str]:
    places = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    return {**os.environ, **places, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}


def layout(environment: dict[str, str], name: str) -> None:
    """Put another layout on the keyboard."""
    subprocess.run(["setxkbmap", name], env=environment, check=True)
    time.sleep(0.3)


@pytest.fixture
def program(environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, str(MAIN)], env=environment) as running:
        yield running
        if running.poll() is None:
            running.kill()


@pytest.fixture
def hands(program: subprocess.Popen[bytes], environment: dict[str, str]) -> Keys:
    """Give what presses keys: `hands("key", "ctrl+n")`, `hands("type", "Opening")`."""

    def do(*words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        time.sleep(0.15)
        return done.stdout.strip()

    wait_for(lambda: do("search", "--onlyvisible", "--name", "igfeditor"), "the window")
    take_keyboard(do)
    return do


def take_keyboard(hands: Keys) -> None:
    """Give the keyboard to the window, as a window manager does: here is none."""
    hands("windowfocus", hands("search", "--onlyvisible", "--name", "igfeditor").splitlines()[0])
    time.sleep(0.5)


@pytest.mark.tool("Xvfb", "xdotool", "setxkbmap")
def test_an_agenda_is_typed_in_both_languages_and_saved(
    hands: Keys, environment: dict[str, str], program: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    path = tmp_path / "plenary.agenda.json"
    hands("key", "ctrl+n")
    hands("key", "ctrl+shift+d")
    hands("type", "--delay", "20", "First day")
    hands("key", "Return")
    hands("type", "--delay", "20", "Opening")
    hands("key", "Tab")
    layout(environment, "ara")
    hands("type", "--delay", "40", "افتتاح")
    layout(environment, "us")
    hands("key", "ctrl+Return")
    hands("key", "ctrl+s")
    hands("type", "--delay", "20", str(path))
    hands("key", "Return")
    wait_for(path.exists, "the saved file")
    take_keyboard(hands)
    hands("key", "ctrl+q")
    wait_for(lambda: program.poll() is not None, "the end of the program")
    assert program.returncode == 0
    (day,) = json.loads(path.read_text(encoding="utf-8"))["days"]
    (slot,) = day["slots"]
    (item,) = slot["items"]
    assert day["heading"]["en"]["text"] == "First day"
    assert item["title"]["en"]["text"] == "Opening"
    assert item["title"]["ar"] == {"text": "افتتاح", "state": "translated"}
