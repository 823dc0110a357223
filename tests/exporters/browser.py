"""What a browser makes of a web page: chromium lays it out without a screen, and a page around it measures.

The file itself stands untouched in a frame: it has no script, and its own policy would let none run.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from html import unescape
from pathlib import Path
from typing import Any, Final, NamedTuple

MEASURE: Final = Path(__file__).with_name("browser_measure.js")
BROWSER: Final = (
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
    "--no-first-run", "--disable-background-networking",
)  # fmt: skip


class Frame(NamedTuple):
    """A page as somebody looks at it: `width` in CSS pixels, and the colours that the reader wishes for."""

    page: bytes
    width: int = 1280
    dark: bool = False


def run(folder: Path, *arguments: str) -> str:
    """Start the browser once, with a profile of its own, and give what it says."""
    command = [*BROWSER, f"--user-data-dir={folder / 'profile'}", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8", timeout=120).stdout


def seen(frames: Sequence[Frame], folder: Path) -> list[dict[str, Any]]:
    """Give what `browser_measure.js` finds out about each page."""
    said = [{"page": one.page.decode("utf-8"), "width": one.width, "dark": one.dark} for one in frames]
    around = folder / "around.html"
    data = json.dumps(said).replace("<", "\\u003c")
    script = MEASURE.read_text(encoding="utf-8")
    around.write_text(
        f"<!DOCTYPE html><meta charset=utf-8><body><script>const FRAMES = {data};\n{script}</script>", "utf-8"
    )
    dump = run(folder, "--virtual-time-budget=20000", "--dump-dom", around.as_uri())
    found = dump.split('<pre id="found">')[1].split("</pre>")[0]
    return json.loads(unescape(found))


def pdf_of(page: bytes, folder: Path, name: str = "printed") -> Path:
    """Print a page as the browser prints it."""
    source, target = folder / f"{name}.html", folder / f"{name}.pdf"
    source.write_bytes(page)
    run(folder, f"--print-to-pdf={target}", "--no-pdf-header-footer", source.as_uri())
    return target
