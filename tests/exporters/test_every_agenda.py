"""Five hundred agendas of every shape, exported without an error, read back as they are, and judged.

Formats of plain text get two hundred, each in one of its layouts.
"""

import re

import html5lib
import pytest

from igfeditor.document.blocks import Document
from igfeditor.document.compose import compose
from igfeditor.document.layout import Extra, Layout, layout_names
from igfeditor.exporters.registry import FORMATS
from igfeditor.exporters.text import WIDTH, columns_of
from tests.agendas import generated_agenda
from tests.exporters import excel_judge, word_judge

AGENDAS = 500
PLAIN = 200
BATCH = 25
ADDRESS = re.compile("https?://|mailto:")


def documents_of(seed: int) -> list[Document]:
    """Print an agenda in all its layouts; every third one with all columns."""
    agenda = generated_agenda(seed)
    extras = tuple(Extra) if seed % 3 == 0 else (Extra.ZONES,)
    return [compose(agenda, Layout(tuple(name.split("-")), extras=extras)) for name in layout_names(agenda.languages)]


def batches() -> list[range]:
    return [range(start, start + BATCH) for start in range(0, AGENDAS, BATCH)]


@pytest.mark.parametrize("seeds", batches(), ids=lambda seeds: f"{seeds.start}-{seeds.stop - 1}")
def test_word_says_what_the_document_says_and_is_judged_clean(seeds: range) -> None:
    word = FORMATS["docx"]
    for seed in seeds:
        for document in documents_of(seed):
            data = word.write([document])
            assert word.difference([document], data) == "", (seed, document.name)
            assert word_judge.faults(data, document) == [], (seed, document.name)


@pytest.mark.parametrize("seeds", batches(), ids=lambda seeds: f"{seeds.start}-{seeds.stop - 1}")
def test_excel_says_what_the_documents_say_and_is_judged_clean(seeds: range) -> None:
    excel = FORMATS["xlsx"]
    for seed in seeds:
        documents = documents_of(seed)
        data = excel.write(documents)
        assert excel.difference(documents, data) == "", seed
        assert excel_judge.faults(data, [one.direction for one in documents], tidy=False) == [], seed


@pytest.mark.parametrize("suffix", ["ics", "txt", "md"])
@pytest.mark.parametrize("seeds", batches()[: PLAIN // BATCH], ids=lambda seeds: f"{seeds.start}-{seeds.stop - 1}")
def test_plain_formats_say_what_the_document_says(seeds: range, suffix: str) -> None:
    plain = FORMATS[suffix]
    for seed in seeds:
        documents = [one for one in documents_of(seed) if plain.bilingual or len(one.languages) == 1]
        document = documents[seed % len(documents)]
        data = plain.write([document])
        assert plain.difference([document], data) == "", (seed, document.name)
        assert suffix != "txt" or too_wide(data) == [], (seed, document.name)


@pytest.mark.parametrize("seeds", batches()[: PLAIN // BATCH], ids=lambda seeds: f"{seeds.start}-{seeds.stop - 1}")
def test_web_page_says_what_the_document_says_and_is_sound(seeds: range) -> None:
    page = FORMATS["html"]
    for seed in seeds:
        documents = [one for one in documents_of(seed) if len(one.languages) == 1]
        for document in documents:
            data = page.write([document])
            assert page.difference([document], data) == "", (seed, document.name)
        # A page that is no sound HTML is an error of the parser here.
        html5lib.HTMLParser(strict=True).parse(page.write([documents[seed % len(documents)]]))


def too_wide(data: bytes) -> list[str]:
    """Give the lines of a plain text that are wider than a message may be and hold no address."""
    return [line for line in data.decode().split("\n") if columns_of(line) > WIDTH and not ADDRESS.search(line)]
