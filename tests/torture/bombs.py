"""Row: the corpus of bombs, each given to the gate as a whole, with its child process."""

from __future__ import annotations

import time
from pathlib import Path

from igfeditor.errors import ImportRefused
from igfeditor.gate.entrance import admit
from igfeditor.gate.kinds import Kind
from tests.bombs import BOMBS


def run(minutes: float) -> dict[str, int]:
    """Give how many bombs were tried, and how many were not refused; the corpus is gone through at least once."""
    end = time.monotonic() + minutes * 60
    tried = admitted = 0
    while not tried or time.monotonic() < end:
        for bomb in BOMBS:
            tried += 1
            try:
                admit(bomb.make(), Path("bomb"), list(Kind))
            except ImportRefused:
                continue
            admitted += 1
    return {"tried": tried, "not refused": admitted}
