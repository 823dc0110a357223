"""Earlier versions: enough of them, whole, and found again by their content."""

from __future__ import annotations

import errno
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igfeditor.files import Disk
from igfeditor.storage.backups import ALL_OF, FEWEST, Backups, Reason, document_key, to_keep
from igfeditor.storage.saving import digest_of
from tests.disks import ERRORS, Recording
from tests.torture.failing import failing_backup

START = datetime(2026, 1, 1, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def backups(tmp_path: Path, clock: Clock) -> Backups:
    return Backups(tmp_path / "backups", Disk(), clock)


def test_versions_come_newest_first_and_say_why(backups: Backups, clock: Clock, tmp_path: Path) -> None:
    for number, reason in enumerate((Reason.SAVED, Reason.MERGE)):
        backups.keep(tmp_path / "a.json", f"version {number}".encode(), reason)
        clock.at += timedelta(minutes=30)
    first, second = backups.list(tmp_path / "a.json")
    assert (first.reason, second.reason) == (Reason.MERGE, Reason.SAVED)
    assert [backups.read(one) for one in (first, second)] == [b"version 1", b"version 0"]
    assert {str(reason.words) for reason in Reason} == set(map(str, (reason.words for reason in Reason)))


@pytest.mark.parametrize("stamp", ["20269999T999999.000000Z.saved", "20260101T000000.000000Z.whim"])
def test_what_has_no_moment_or_reason_is_no_version_and_stops_nothing(
    backups: Backups, tmp_path: Path, stamp: str
) -> None:
    document = tmp_path / "a.agenda.json"
    kept = backups.keep(document, b"one", Reason.SAVED)
    stranger = kept.path.with_name(f"{stamp}.{kept.digest}.z")
    stranger.write_bytes(b"")
    again = backups.keep(document, b"two", Reason.SAVED)
    assert {backup.path for backup in backups.list(document)} == {kept.path, again.path}
    assert stranger.exists()


def test_a_version_that_holds_something_else_is_not_given_out(backups: Backups, tmp_path: Path) -> None:
    one = backups.keep(tmp_path / "a.json", b"one", Reason.SAVED)
    two = backups.keep(tmp_path / "b.json", b"two", Reason.SAVED)
    one.path.write_bytes(two.path.read_bytes())
    assert backups.read(one) is None
    assert backups.find(one.digest) is None


def test_a_version_is_found_by_its_content_whatever_its_document(backups: Backups, tmp_path: Path) -> None:
    backups.keep(tmp_path / "a.json", b"base", Reason.SAVED)
    backups.keep(tmp_path / "b.json", b"other", Reason.SAVED)
    assert backups.find(digest_of(b"base")) == b"base"
    assert backups.find(digest_of(b"never")) is None
    assert backups.list(tmp_path / "c.json") == ()


def test_two_files_of_one_name_are_two_documents(backups: Backups, tmp_path: Path) -> None:
    one, other = tmp_path / "x" / "a.json", tmp_path / "y" / "a.json"
    backups.keep(one, b"1", Reason.SAVED)
    assert backups.list(other) == ()
    assert document_key(one).startswith("a-")


def test_a_damaged_version_is_not_given_out(backups: Backups, tmp_path: Path) -> None:
    kept = backups.keep(tmp_path / "a.json", b"good", Reason.SAVED)
    data = bytearray(kept.path.read_bytes())
    for place in range(len(data)):
        damaged = data.copy()
        damaged[place] ^= 1
        kept.path.write_bytes(damaged)
        assert backups.read(kept) in (None, b"good")
    kept.path.write_bytes(b"")
    assert backups.read(kept) is None
    assert backups.find(kept.digest) is None


def test_equal_content_is_stored_once(backups: Backups, clock: Clock, tmp_path: Path) -> None:
    first = backups.keep(tmp_path / "a.json", b"same" * 1000, Reason.SAVED)
    clock.at += timedelta(hours=1)
    second = backups.keep(tmp_path / "a.json", b"same" * 1000, Reason.WORK)
    assert first.path != second.path
    assert first.path.stat().st_ino == second.path.stat().st_ino


def test_two_years_of_work_leave_what_was_promised(backups: Backups, clock: Clock, tmp_path: Path) -> None:
    document = tmp_path / "a.json"
    for number in range(2 * 365):
        backups.keep(document, str(number).encode(), Reason.WORK)
        clock.at += timedelta(hours=24)
    clock.at -= timedelta(hours=24)
    ages = [clock.at - one.at for one in backups.list(document)]
    assert sum(age <= ALL_OF for age in ages) == 3
    assert len(ages) <= 5 + 12 + 10 + 9
    assert any(timedelta(days=200) < age < timedelta(days=300) for age in ages)
    assert backups.read(backups.list(document)[-1]) is not None


@given(hours=st.lists(st.integers(0, 24 * 400), max_size=60))
def test_all_of_two_days_and_five_at_least_are_kept(hours: list[int]) -> None:
    now = START
    times = {now - timedelta(hours=hour) for hour in hours}
    kept = to_keep(times, now)
    assert kept <= times
    assert {at for at in times if now - at <= ALL_OF} <= kept
    assert len(kept) >= min(FEWEST, len(times))
    assert not times or max(times) in kept
    assert to_keep(kept, now) == kept


@pytest.mark.parametrize("code", ERRORS, ids=errno.errorcode.__getitem__)
def test_a_version_that_could_not_be_written_is_not_listed_and_the_others_are(tmp_path: Path, code: int) -> None:
    found = failing_backup(tmp_path, code, seed=code)
    assert found.bad == []
    assert found.cases > 2 * 8


def test_each_period_has_as_many_as_were_promised() -> None:
    now = START + timedelta(days=900)
    daily = [now - timedelta(days=day, hours=1) for day in range(900)]
    kept = sorted((now - at for at in to_keep(daily, now)), reverse=False)
    recent = [age for age in kept if age <= ALL_OF]
    older = [at for at in daily if now - at > ALL_OF]
    days = {at.date() for at in older[:12]}
    weeks = {at.isocalendar()[:2] for at in older[: 7 * 12]}
    assert len(recent) == 2
    by_age = [now - age for age in kept if age > ALL_OF]
    assert {at.date() for at in by_age[:12]} == days
    assert len({at.isocalendar()[:2] for at in by_age if at.isocalendar()[:2] in weeks}) >= 10
    assert len({(at.year, at.month) for at in by_age}) == 9
    # 12 days, then weeks and months of which the first lie within those days already.
    assert len(by_age) == 12 + 8 + 7


def test_all_of_two_days_are_kept_however_many() -> None:
    often = [START - timedelta(minutes=5 * number) for number in range(24 * 12)]
    assert to_keep(often, START) == frozenset(often)


def test_a_version_is_durable_when_it_is_kept(tmp_path: Path, clock: Clock) -> None:
    disk = Recording()
    Backups(tmp_path / "backups", disk, clock).keep(tmp_path / "a.json", b"one", Reason.SAVED)
    assert disk.calls.index("sync") < disk.calls.index("replace") < disk.calls.index("sync_folder")


def test_a_damaged_twin_is_not_linked_to(backups: Backups, clock: Clock, tmp_path: Path) -> None:
    first = backups.keep(tmp_path / "a.json", b"same", Reason.SAVED)
    first.path.write_bytes(b"flipped")
    clock.at += timedelta(hours=1)
    second = backups.keep(tmp_path / "a.json", b"same", Reason.WORK)
    assert backups.read(second) == b"same"


def test_nothing_is_left_of_one_that_could_not_be_written(tmp_path: Path, clock: Clock) -> None:
    class Full(Disk):
        def sync(self, handle: int) -> None:
            raise OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full"):
        Backups(tmp_path / "backups", Full(), clock).keep(tmp_path / "a.json", b"one", Reason.SAVED)
    assert [path for path in (tmp_path / "backups").rglob("*") if path.is_file()] == []
