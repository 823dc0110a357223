"""The open project: deeds told once, undone all the way, saved, reverted; and nothing half done."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igfeditor.errors import ChangedOnDisk, EditError, IgfError, ProjectDamaged, ProjectNotFound, SaveError, sentence
from igfeditor.files import Disk
from igfeditor.model.agenda import Agenda
from igfeditor.model.changes import Changes, changes
from igfeditor.model.edits import set_slot, set_text
from igfeditor.model.rows import add_after, remove
from igfeditor.services.session import Edit, Session
from igfeditor.storage.project_file import load_project, save_project
from igfeditor.storage.saving import Outcome
from tests.agendas import an_agenda, generated_agenda
from tests.deeds import any_deed

LABEL = sentence("Type in the title")


def typing(text: str) -> Edit:
    return lambda agenda: set_text(agenda, "meeting", "title", "en", text)


class Ear:
    """A listener that remembers all it was told."""

    def __init__(self, session: Session) -> None:
        self.heard: list[tuple[Changes, object]] = []
        self.deaf = session.subscribe(lambda changes, origin: self.heard.append((changes, origin)))


@pytest.fixture
def session() -> Session:
    return Session(an_agenda())


@pytest.fixture
def saved(tmp_path: Path) -> Session:
    path = tmp_path / "plenary.agenda.json"
    save_project(an_agenda(), path)
    return Session.open(path)


# --- deeds -------------------------------------------------------------------------------------------------


def test_deed_is_told_once_with_what_it_changed_and_who_did_it(session: Session) -> None:
    ear = Ear(session)
    told = session.apply(typing("new"), LABEL, origin="pane")
    assert ear.heard == [(told, "pane")]
    assert told.texts == {("meeting", "title")}
    assert session.agenda.meeting.title.wording("en") == "new"
    assert str(session.history.undo_label) == "Type in the title"


def test_deed_that_changes_nothing_is_dropped(session: Session) -> None:
    ear, before = Ear(session), session.agenda
    assert session.apply(lambda agenda: agenda, LABEL).is_nothing
    assert session.apply(lambda agenda: agenda.model_copy(), LABEL).is_nothing
    assert session.agenda is before
    assert (ear.heard, session.is_dirty, session.history.done) == ([], False, ())


def test_refused_deed_leaves_everything_as_it_was(session: Session) -> None:
    session.apply(typing("new"), LABEL)
    session.undo()
    ear, before = Ear(session), session.agenda
    with pytest.raises(EditError):
        session.apply(lambda agenda: set_slot(agenda, "s1", start="25:00"), LABEL)
    assert session.agenda is before
    assert (ear.heard, session.is_dirty) == ([], False)
    assert session.history.redo_label is not None


def test_undo_and_redo_are_told_too(session: Session) -> None:
    session.apply(lambda agenda: add_after(agenda, "s1"), LABEL)
    ear = Ear(session)
    assert session.undo("menu").removed == ("s3", "i3")
    assert session.redo("menu").added == ("s3", "i3")
    assert [origin for _, origin in ear.heard] == ["menu", "menu"]


def test_there_is_an_end_to_undo_and_redo(session: Session) -> None:
    ear = Ear(session)
    assert session.undo().is_nothing
    assert session.redo().is_nothing
    assert ear.heard == []


def test_typing_is_one_step(session: Session) -> None:
    before = session.agenda
    for text in ("n", "ne", "new"):
        session.apply(typing(text), LABEL, merge_key=("meeting", "title", "en"))
    session.undo()
    assert session.agenda is before


@given(st.integers(0, 2**20))
@settings(max_examples=60, deadline=None)
def test_undo_all_the_way_and_redo_all_the_way(seed: int) -> None:
    chance, first = random.Random(seed), generated_agenda(seed)
    session = Session(first)
    for _ in range(20):
        try:
            session.apply(any_deed(chance, session.agenda), LABEL, merge_key=chance.choice((None, None, "x")))
        except EditError:
            continue
    last = session.agenda
    replayed = first
    while session.history.undo_label is not None:
        before = session.agenda
        assert session.undo() == changes(before, session.agenda)
    assert session.agenda is first
    assert not session.is_dirty
    while session.history.redo_label is not None:
        before = session.agenda
        assert session.redo() == changes(before, session.agenda)
        replayed = session.agenda
    assert session.agenda is replayed is last


# --- listeners ---------------------------------------------------------------------------------------------


def test_whoever_has_unsubscribed_hears_nothing(session: Session) -> None:
    ear, other = Ear(session), Ear(session)
    ear.deaf()
    ear.deaf()
    session.apply(typing("new"), LABEL)
    assert (len(ear.heard), len(other.heard)) == (0, 1)


def test_listener_that_fails_does_not_silence_the_others(session: Session) -> None:
    def failing(changes: Changes, origin: object) -> None:
        raise ValueError(str(origin))

    session.subscribe(failing)
    ear = Ear(session)
    with pytest.raises(ValueError, match="pane"):
        session.apply(typing("new"), LABEL, origin="pane")
    assert len(ear.heard) == 1
    assert session.agenda.meeting.title.wording("en") == "new"
    with pytest.raises(ValueError, match="menu"):
        session.undo("menu")
    assert len(ear.heard) == 2


def test_several_failures_are_told_together(session: Session) -> None:
    def failing(changes: Changes, origin: object) -> None:
        raise ValueError

    session.subscribe(failing)
    session.subscribe(failing)
    with pytest.raises(ExceptionGroup) as caught:
        session.apply(typing("new"), LABEL)
    assert len(caught.value.exceptions) == 2


def test_listener_that_does_a_deed_is_heard_after_the_first(session: Session) -> None:
    def answering(changes: Changes, origin: object) -> None:
        if origin == "pane":
            session.apply(typing("newer"), LABEL, origin="listener")

    session.subscribe(answering)
    ear = Ear(session)
    session.apply(typing("new"), LABEL, origin="pane")
    assert [origin for _, origin in ear.heard] == ["pane", "listener"]


def test_listener_that_ends_another_while_it_is_told(session: Session) -> None:
    session.subscribe(lambda changes, origin: ear.deaf())
    ear = Ear(session)
    session.apply(typing("new"), LABEL)
    assert ear.heard == []


# --- files -------------------------------------------------------------------------------------------------


def test_new_agenda_has_no_file_and_nothing_to_save() -> None:
    session = Session.new("Plenary")
    assert (session.path, session.is_dirty, session.project.stem) == (None, False, "agenda")
    assert session.agenda.meeting.title.wording("en") == "Plenary"


def test_sample_is_saved_under_another_name() -> None:
    session = Session.sample()
    assert (session.path, session.is_dirty, session.project.stem) == (None, False, "igf-2021")


def test_dirty_is_another_agenda_than_the_saved_one(saved: Session) -> None:
    saved.apply(typing("new"), LABEL)
    assert saved.is_dirty
    saved.undo()
    assert not saved.is_dirty
    saved.redo()
    saved.save()
    assert not saved.is_dirty
    saved.undo()
    assert saved.is_dirty
    saved.redo()
    assert not saved.is_dirty


def test_strokes_after_saving_can_be_undone_to_what_was_saved(saved: Session) -> None:
    saved.apply(typing("n"), LABEL, merge_key="title")
    saved.save()
    written = saved.agenda
    saved.apply(typing("ne"), LABEL, merge_key="title")
    saved.undo()
    assert not saved.is_dirty
    assert saved.agenda is written


def test_what_is_saved_is_in_the_file(saved: Session) -> None:
    saved.apply(typing("new"), LABEL)
    assert saved.save() == saved.path
    assert load_project(saved.save()) == saved.agenda


def test_saved_elsewhere_is_there_from_then_on(saved: Session, tmp_path: Path) -> None:
    old, first = saved.path, saved.agenda
    saved.apply(typing("new"), LABEL)
    target = tmp_path / "copy.agenda.json"
    assert saved.save(tmp_path / "copy") == target
    assert (saved.path, saved.project.stem, saved.is_dirty) == (target, "copy", False)
    assert load_project(target) == saved.agenda
    assert old is not None
    assert load_project(old) == first


def test_agenda_without_a_file_asks_for_one(session: Session) -> None:
    with pytest.raises(SaveError, match="no file yet"):
        session.save()


def test_failed_save_leaves_everything_unsaved(saved: Session, tmp_path: Path) -> None:
    class Full(Disk):
        def write_new(self, path: Path, data: bytes) -> None:
            raise OSError(28, "No space left on device")

    assert saved.path is not None
    session = Session(saved.agenda, saved.path, disk=Full())
    session.apply(typing("new"), LABEL)
    with pytest.raises(SaveError):
        session.save(tmp_path / "other")
    assert (session.path, session.is_dirty) == (saved.path, True)
    assert load_project(saved.path) == saved.agenda


@pytest.mark.parametrize(("content", "kind"), [(None, ProjectNotFound), (b"{", ProjectDamaged)])
def test_what_cannot_be_read_is_not_opened(content: bytes | None, kind: type[IgfError], tmp_path: Path) -> None:
    path = tmp_path / "x.agenda.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(kind):
        Session.open(path)


class TestReverting:
    def test_it_goes_back_to_the_file_and_can_be_undone(self, saved: Session) -> None:
        first = saved.agenda
        saved.apply(typing("new"), LABEL)
        changed, ear = saved.agenda, Ear(saved)
        assert saved.revert("menu").texts == {("meeting", "title")}
        assert saved.agenda is first
        assert not saved.is_dirty
        assert len(ear.heard) == 1
        saved.undo()
        assert saved.agenda is changed
        assert saved.is_dirty

    def test_it_takes_what_another_program_wrote(self, saved: Session) -> None:
        assert saved.path is not None
        other: Agenda = remove(saved.agenda, ["s1"])
        save_project(other, saved.path)
        heard: list[bool] = []
        saved.subscribe(lambda changes, origin: heard.append(saved.is_dirty))
        assert saved.revert().removed == ("s1", "i1")
        assert saved.agenda == other
        assert heard == [False]

    def test_what_is_in_the_file_already_is_no_step(self, saved: Session) -> None:
        saved.apply(typing("new"), LABEL)
        assert saved.path is not None
        save_project(saved.agenda, saved.path)
        assert saved.revert().is_nothing
        assert (saved.is_dirty, len(saved.history.done)) == (False, 1)

    def test_without_a_file_it_goes_back_to_the_start(self, session: Session) -> None:
        first = session.agenda
        session.apply(typing("new"), LABEL)
        session.revert()
        assert session.agenda is first

    def test_file_that_is_gone_leaves_everything_as_it_was(self, saved: Session) -> None:
        saved.apply(typing("new"), LABEL)
        changed = saved.agenda
        assert saved.path is not None
        saved.path.unlink()
        with pytest.raises(ProjectNotFound):
            saved.revert()
        assert saved.agenda is changed
        assert saved.is_dirty


class TestReadOnly:
    @pytest.fixture
    def locked(self, saved: Session) -> Session:
        return Session(saved.agenda, saved.path, read_only=True)

    def test_nothing_is_changed(self, locked: Session) -> None:
        with pytest.raises(EditError, match="reading only"):
            locked.apply(typing("new"), LABEL)
        assert not locked.is_dirty

    @pytest.mark.parametrize("way", ["", "../{folder}/"])
    def test_its_file_is_not_written_over(self, locked: Session, way: str) -> None:
        assert locked.path is not None
        before = locked.path.read_bytes()
        locked.path.write_bytes(before + b" ")
        path = locked.path.parent / way.format(folder=locked.path.parent.name) / locked.path.name
        with pytest.raises(SaveError, match="reading only"):
            locked.save(path if way else None)
        assert locked.path.read_bytes() == before + b" "

    def test_a_copy_can_be_edited(self, locked: Session, tmp_path: Path) -> None:
        locked.save(tmp_path / "copy")
        locked.apply(typing("new"), LABEL)
        assert locked.is_dirty
        assert not locked.read_only

    def test_a_file_that_somebody_else_works_at_is_left_to_them(self, saved: Session) -> None:
        saved.reserve(for_somebody_else=True)
        assert saved.read_only
        assert saved.warning is None
        with pytest.raises(EditError, match="reading only"):
            saved.apply(typing("new"), LABEL)
        with pytest.raises(SaveError, match="reading only"):
            saved.save()
        saved.reserve(for_somebody_else=False)
        saved.apply(typing("new"), LABEL)
        saved.save()

    def test_what_the_other_saves_is_shown_and_not_taken_back(self, saved: Session) -> None:
        saved.reserve(for_somebody_else=True)
        assert saved.path is not None
        save_project(remove(saved.agenda, ["s1"]), saved.path)
        saved.revert()
        assert not saved.is_dirty
        with pytest.raises(EditError, match="reading only"):
            saved.undo()

    def test_taken_up_again_a_newer_file_stays_for_reading(self, locked: Session) -> None:
        locked.reserve(for_somebody_else=True)
        locked.reserve(for_somebody_else=False)
        assert locked.read_only

    def test_a_file_that_a_newer_program_wrote_meanwhile_is_not_written_over(self, saved: Session) -> None:
        assert saved.path is not None
        newer = saved.path.read_bytes().replace(b'"version": 1', b'"version": 2, "budget": 5')
        saved.path.write_bytes(newer)
        saved.revert()
        assert saved.read_only
        assert saved.warning is not None
        with pytest.raises(SaveError, match="reading only"):
            saved.save()
        assert saved.path.read_bytes() == newer


class TestOutcome:
    def test_it_is_of_the_last_save_until_something_is_changed(self, saved: Session) -> None:
        assert saved.outcome is None
        saved.apply(typing("new"), LABEL)
        saved.save()
        assert saved.outcome is Outcome.SAVED
        saved.apply(typing("newer"), LABEL)
        assert saved.outcome is None

    def test_a_disk_that_does_not_confirm_is_told_apart_from_one_that_refuses(self, saved: Session) -> None:
        class Unsure(Disk):
            def sync_folder(self, folder: Path) -> None:
                raise OSError(5, "Input/output error")

        class Full(Disk):
            def write_new(self, path: Path, data: bytes) -> None:
                raise OSError(28, "No space left on device")

        for disk, expected in ((Unsure(), Outcome.NOT_CONFIRMED), (Full(), Outcome.NOT_SAVED)):
            session = Session(saved.agenda, saved.path, disk=disk)
            session.apply(typing(type(disk).__name__), LABEL)
            with pytest.raises(SaveError):
                session.save()
            assert session.outcome is expected
            assert session.is_dirty

    def test_what_somebody_else_wrote_is_called_so(self, saved: Session) -> None:
        assert saved.path is not None
        save_project(remove(saved.agenda, ["s1"]), saved.path)
        saved.apply(typing("new"), LABEL)
        with pytest.raises(SaveError):
            saved.save()
        assert saved.outcome is Outcome.CHANGED_ELSEWHERE


def test_a_file_that_is_read_only_is_not_written_by_a_second_name(tmp_path: Path) -> None:
    path, second = tmp_path / "plenary.agenda.json", tmp_path / "second.agenda.json"
    Session.sample().save(path)
    second.hardlink_to(path)
    session = Session.open(path)
    session.reserve(for_somebody_else=True)
    with pytest.raises(SaveError):
        session.save(second)


def test_what_came_of_an_earlier_save_is_forgotten_when_the_file_holds_the_agenda_again(tmp_path: Path) -> None:
    session = Session.sample()
    path = session.save(tmp_path / "plenary.agenda.json")
    content = path.read_bytes()
    path.write_bytes(b"theirs")
    with pytest.raises(ChangedOnDisk):
        session.save()
    path.write_bytes(content)
    session.acknowledge(session.on_disk())
    assert session.outcome is None
    assert not session.is_dirty
