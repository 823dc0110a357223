"""Reference parts: what the files of one day of the sample look like inside, so that a change is seen as a diff.

`pytest --update-reference` writes them anew and fails, so that nobody accepts a change without having looked.
"""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from igfeditor.exporters.registry import FORMATS
from tests.document.printing import printed, sample

REFERENCE = Path(__file__).resolve().parent.parent / "reference"
PARTS = {
    "docx": ("word/document.xml", "word/styles.xml", "word/settings.xml", "word/footer1.xml", "docProps/core.xml"),
    "xlsx": ("xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml", "docProps/core.xml"),
}
CASES = [
    (layout, suffix, part) for layout in ("en", "ar", "en-ar") for suffix, parts in PARTS.items() for part in parts
]


def pretty(part: bytes) -> str:
    """Give XML one element a line, so that a diff shows what changed."""
    tree = etree.fromstring(part, etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True))
    return etree.tostring(tree, pretty_print=True, encoding="unicode")


@pytest.mark.parametrize(("layout", "suffix", "part"), CASES, ids=lambda value: str(value).replace("/", "."))
def test_part_is_as_it_was(layout: str, suffix: str, part: str, pytestconfig: pytest.Config) -> None:
    data = FORMATS[suffix].write([printed(sample(), layout, days=(3,))])
    found = pretty(zipfile.ZipFile(io.BytesIO(data)).read(part))
    reference = REFERENCE / f"{layout}.{suffix}" / part.replace("/", ".")
    if pytestconfig.getoption("--update-reference"):
        reference.parent.mkdir(parents=True, exist_ok=True)
        reference.write_text(found, encoding="utf-8", newline="\n")
        pytest.fail(f"{reference.name} was written anew: look at its diff, then run without --update-reference")
    assert found == reference.read_text(encoding="utf-8")
