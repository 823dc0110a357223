"""How many cases of a row were tried, and what was bad of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

HOUSE: Final = Path(__file__).parents[2]


@dataclass
class Count:
    """The cases of a row; each bad one in words that say how to see it again."""

    cases: int = 0
    bad: list[str] = field(default_factory=list)
    skipped: str = ""

    def see(self, is_good: bool, words: str) -> None:
        """Count one case."""
        self.cases += 1
        if not is_good:
            self.bad.append(words)

    def add(self, more: Count) -> None:
        """Count what another has counted."""
        self.cases += more.cases
        self.bad += more.bad
        self.skipped = self.skipped or more.skipped

    @property
    def as_json(self) -> str:
        """Give it to another process, which reads it by `counted_by`."""
        return json.dumps([self.cases, self.bad, self.skipped])


def counted_by(module: str, *arguments: object) -> Count:
    """Run a module of the torture in a process of its own, and give what it counted."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.torture.{module}", *map(str, arguments)],
        stdout=subprocess.PIPE,
        check=True,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        cwd=HOUSE,
    )
    return Count(*json.loads(done.stdout))
