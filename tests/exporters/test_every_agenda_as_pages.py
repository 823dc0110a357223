"""Two hundred generated agendas, each printed as PDF in one of its layouts by turns and read back."""

import pytest

from igfeditor.exporters.registry import FORMATS
from tests.exporters.test_every_agenda import documents_of

AGENDAS = 200
BATCH = 25


def batches() -> list[range]:
    return [range(start, start + BATCH) for start in range(0, AGENDAS, BATCH)]


@pytest.mark.parametrize("seeds", batches(), ids=lambda seeds: f"{seeds.start}-{seeds.stop - 1}")
def test_pdf_says_what_the_document_says(seeds: range) -> None:
    pdf = FORMATS["pdf"]
    for seed in seeds:
        documents = documents_of(seed)
        document = documents[seed % len(documents)]
        assert pdf.difference([document], pdf.write([document])) == "", (seed, document.name)
