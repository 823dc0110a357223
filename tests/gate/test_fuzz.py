"""A short run of the fuzzing, in shares that run side by side; `python -m tests.torture` has the long one."""

import random

import pytest

from tests.torture.fuzz import fuzzed, made

EACH_PUSH = 20_000
SHARES = 20


@pytest.mark.parametrize("share", range(SHARES))
def test_no_changed_file_ends_in_a_traceback_or_takes_too_much(share: int) -> None:
    found, answers = fuzzed(random.randrange(2**32), EACH_PUSH // SHARES)
    assert (found.cases, found.bad) == (EACH_PUSH // SHARES, [])
    for answer in ("admitted: project", "admitted: docx", "admitted: xlsx", "admitted: html", "refused: project"):
        assert answers[answer], answer
    assert sum(number for answer, number in answers.items() if answer.startswith("refused")) > found.cases / 4


def test_a_changed_file_can_be_made_again() -> None:
    assert all(made(5, number) == made(5, number) for number in range(60))
    assert made(5, 1) != made(6, 1)
