"""Work off the window's thread: in order, its results here, its faults told here."""

from __future__ import annotations

from threading import get_ident

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from igfeditor.gui.errands import Errands


def test_work_is_done_elsewhere_in_order_and_what_follows_is_done_here(qapp: QApplication, qtbot: QtBot) -> None:
    errands, done = Errands(), []
    for number in range(3):
        errands.send(lambda number=number: (number, get_ident()), lambda got: done.append((*got, get_ident())))
    assert errands.is_busy
    qtbot.waitUntil(lambda: not errands.is_busy)
    assert [number for number, _, _ in done] == [0, 1, 2]
    assert not errands._timer.isActive()
    here = get_ident()
    assert len({there for _, there, _ in done} - {here}) == 1
    assert {back for _, _, back in done} == {here}


def test_a_fault_of_the_work_is_raised_here_and_the_rest_is_done(qapp: QApplication, qtbot: QtBot) -> None:
    errands, done = Errands(), []
    errands.send(lambda: 1 // 0, done.append)
    errands.send(lambda: "more", done.append)
    with qtbot.capture_exceptions() as faults:
        qtbot.waitUntil(lambda: not errands.is_busy)
    assert [kind for kind, *_ in faults] == [ZeroDivisionError]
    assert done == ["more"]
    with pytest.raises(ZeroDivisionError):
        raise faults[0][1]
