"""Times as they are typed."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igfeditor.language.clocks import read_clock


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("930", time(9, 30)), ("0930", time(9, 30)), ("9:30", time(9, 30)), ("9.30", time(9, 30)),
        ("9h30", time(9, 30)), ("9h", time(9)), ("9 30", time(9, 30)), ("9", time(9)), ("14", time(14)),
        ("1400", time(14)), ("00:00", time(0)), ("2359", time(23, 59)), ("٩:٣٠", time(9, 30)), ("٩٣٠", time(9, 30)),
        (" 09:30 ", time(9, 30)), ("9:5", time(9, 5)), ("000", time(0)),
    ],
)  # fmt: skip
def test_time_is_read_as_it_is_meant(typed: str, clock: time) -> None:
    assert read_clock(typed) == clock


@pytest.mark.parametrize("typed", ["", "24", "2400", "960", "9:60", "9:300", "noon", "-9", "12345", "9:30:00", "²"])
def test_what_is_no_time_is_none(typed: str) -> None:
    assert read_clock(typed) is None


@given(st.times())
def test_every_printed_time_is_read(moment: time) -> None:
    assert read_clock(f"{moment:%H:%M}") == moment.replace(second=0, microsecond=0, fold=0)


@given(st.text(max_size=8))
def test_no_text_is_too_odd(typed: str) -> None:
    assert read_clock(typed) is None or isinstance(read_clock(typed), time)
