"""A short run of the fuzzing; `python -m tests.torture` has the long one."""

import random

from tests.torture import fuzz

EACH_PUSH = 2_000


def test_no_changed_file_ends_in_a_traceback() -> None:
    counts = fuzz.some(EACH_PUSH, random.randrange(2**32))
    assert counts.total() == EACH_PUSH
    assert counts["over 30 s"] == 0
    assert counts["admitted"] > 0
    assert sum(number for answer, number in counts.items() if answer.startswith("refused")) > EACH_PUSH / 4
