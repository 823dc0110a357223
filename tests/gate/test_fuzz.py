"""A short run of the fuzzing, in shares that run side by side, the same on each push; `python -m tests.torture` draws anew."""

import copy
import random

import pytest

from tests.torture.bending import VALUES, bent_tree, projects
from tests.torture.fuzz import fuzzed, made

EACH_PUSH = 20_000
SHARES = 20


@pytest.mark.parametrize("share", range(SHARES))
def test_no_changed_file_ends_in_a_traceback_or_takes_too_much(share: int) -> None:
    found, answers = fuzzed(share, EACH_PUSH // SHARES)
    assert (found.cases, found.bad) == (EACH_PUSH // SHARES, [])
    for answer in ("admitted: project", "admitted: docx", "admitted: xlsx", "admitted: html", "refused: project"):
        assert answers[answer], answer
    assert sum(number for answer, number in answers.items() if answer.startswith("refused")) > found.cases / 4


def test_a_changed_file_can_be_made_again() -> None:
    assert all(made(5, number) == made(5, number) for number in range(60))
    assert made(5, 1) != made(6, 1)


def test_a_changed_file_is_the_same_whatever_was_made_before_it() -> None:
    made_alone = [made(5, number)[1] for number in range(7)]
    before = copy.deepcopy(VALUES)
    for number in range(3_000):
        bent_tree(projects()[0], random.Random(number))
    assert before == VALUES
    assert [made(5, number)[1] for number in range(7)] == made_alone
