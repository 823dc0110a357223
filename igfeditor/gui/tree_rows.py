"""The rows of the agenda in a window: which are open, which are chosen, where one stands, and how they look.

The view keeps no rows: it knows which ids are open, and asks the model for the rest. Where one stands is the bridge's
`current`, which all views follow; a view tells it what it was the origin of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionRange, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTreeView, QWidget

from igfeditor.gui import theme
from igfeditor.gui.bridge import Bridge
from igfeditor.gui.translation import translate
from igfeditor.gui.tree_delegate import TreeDelegate
from igfeditor.gui.tree_filter import Filter, TreeFilter
from igfeditor.gui.tree_model import WORDS_ROLE, Column, TreeModel
from igfeditor.gui.tree_shape import TOP
from igfeditor.gui.tree_words import RowWords, Sort, title_place
from igfeditor.model.changes import Changes
from igfeditor.model.rows import top_rows
from igfeditor.model.soundness import THE_MEETING

_FEW_ROWS = 300
"""Up to so many rows an agenda is opened with all of them to be seen."""

_BAR = 3
Index = QModelIndex | QPersistentModelIndex


class RowsView(QTreeView):
    """The rows of the open agenda; its deeds are those of `TreeView`."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Show what a bridge has open, and follow it."""
        super().__init__(parent)
        self.bridge = bridge
        self._session = bridge.session
        self._open_rows: set[str] = set()
        self._chosen: tuple[str, ...] | None = None
        self._is_quiet = False
        self.rows = TreeModel(bridge, self)
        self.shown = TreeFilter(self.rows, self)
        self._pen = TreeDelegate(bridge.language, self)
        self._build()
        self._connect()
        self._begin()

    # --- building ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setModel(self.shown)
        self.setItemDelegate(self._pen)
        self.setTreePosition(Column.TITLE)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.SelectedClicked)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(700)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(0)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._retranslate()
        self._paint_palette()

    def _connect(self) -> None:
        self.expanded.connect(lambda index: self._remember(index, is_open=True))
        self.collapsed.connect(lambda index: self._remember(index, is_open=False))
        self.selectionModel().currentRowChanged.connect(lambda current, _: self._tell_current(current))
        self.selectionModel().selectionChanged.connect(self._forget_chosen)
        self.rows.settled.connect(self._settle)
        self.rows.modelReset.connect(self._begin)
        self.bridge.current_changed.connect(self._follow_current)
        self.bridge.report_changed.connect(self._fit_columns)
        self.bridge.current_changed.connect(lambda *_: self._keep_trail())

    def _begin(self) -> None:
        """Show an agenda that was just opened, or the same one built anew."""
        if self._session is not self.bridge.session or not self._open_rows:
            self._session = self.bridge.session
            rows = self.rows.shape
            whole = tuple(rows.walk())
            first_day = whole[1:2]
            self._open_rows = {row for row in (whole if len(whole) <= _FEW_ROWS else first_day) if rows.rows(row)}
        self._fit_columns()
        self._open(self._open_rows)
        self._choose((self.rows.row_of(self.bridge.current),))
        self._keep_trail()

    def _fit_columns(self) -> None:
        """Let gutter, icons and indent follow the font, and the title have the rest."""
        self.header().setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        self.setIndentation(self.fontMetrics().height())
        self.header().resizeSection(Column.TIME, self._pen.time_width(self.rows.words.wording))
        self.header().resizeSection(Column.STATE, self._pen.state_width)
        self.header().resizeSection(Column.FINDINGS, self._pen.findings_width if self.rows.words.has_findings else 0)

    # --- what is chosen ------------------------------------------------------------------------------------

    @property
    def current_row(self) -> str:
        """Give the id of the row that one stands on, the meeting where there is none."""
        return self._id_of(self.currentIndex()) or THE_MEETING

    @property
    def chosen_rows(self) -> tuple[str, ...]:
        """Give the ids of the chosen rows but the meeting, in the order of the page."""
        if self._chosen is None:
            runs = cast("Iterable[QItemSelectionRange]", self.selectionModel().selection())
            rows = {row for run in runs for row in self._rows_in(run)}
            self._chosen = top_rows(self.rows.words.tree, rows - {TOP, THE_MEETING})
        return self._chosen

    def _rows_in(self, run: QItemSelectionRange) -> Iterator[str]:
        parent = run.parent()
        return (self._id_of(self.shown.index(row, Column.TIME, parent)) for row in range(run.top(), run.bottom() + 1))

    def _forget_chosen(self) -> None:
        self._chosen = None

    def _id_of(self, index: Index) -> str:
        return self.rows.id_of(self.shown.mapToSource(index))

    def _index_of(self, row: str) -> QModelIndex:
        return self.shown.mapFromSource(self.rows.index_of(row))

    def _choose(self, rows: Iterable[str]) -> None:
        """Choose rows and stand on the first of them, without telling anybody."""
        indexes = [index for index in map(self._index_of, rows) if index.isValid()]
        if not indexes:
            return
        flags = self.selectionModel().SelectionFlag
        with self._quietly():
            self.selectionModel().setCurrentIndex(indexes[0], flags.ClearAndSelect | flags.Rows)
            for index in indexes[1:]:
                self.selectionModel().select(index, flags.Select | flags.Rows)
            self.scrollTo(indexes[0])

    def selectAll(self) -> None:
        """Choose all rows beside the present one: rows of one sort can be moved and copied together."""
        parent = self.currentIndex().parent()
        first, last = (self.shown.index(row, 0, parent) for row in (0, self.shown.rowCount(parent) - 1))
        flags = self.selectionModel().SelectionFlag
        self.selectionModel().select(QItemSelection(first, last), flags.ClearAndSelect | flags.Rows)

    def stand_somewhere(self) -> None:
        """Go into the tree; where the present row is hidden by a filter, to the first that fits."""
        self.setFocus()
        if not self.selectionModel().selectedRows():
            index = self.shown.index(0, Column.TITLE)
            while index.isValid() and self.shown.hasChildren(index):
                index = self.shown.index(0, Column.TITLE, index.siblingAtColumn(Column.TIME))
            self.setCurrentIndex(index)

    def _tell_current(self, current: QModelIndex) -> None:
        if current.isValid() and not self._is_quiet and not self.rows.is_changing:
            self._tell_row(self._id_of(current))

    def _tell_row(self, row: str) -> None:
        """Say where one stands: in a slot that is one row with its item, at the item, whose title is read there."""
        self.bridge.select(title_place(self.rows.words.tree, row).node, origin=self)

    def _follow_current(self, node: str, origin: object) -> None:
        if origin is self:
            return
        row = self.rows.row_of(node)
        if row != self.current_row or not self._index_of(row).isValid():
            with self._quietly():
                if self.shown.reveal(row):
                    self._open_again()
            self._choose((row,))

    def _settle(self, changes: Changes, origin: object) -> None:
        """After a deed, open what was open, stand on what came, and say where one stands now."""
        self._forget_chosen()
        came = [row for row in changes.added if row in self.rows.shape]
        self._open(row for row in came if row in self._open_rows or origin in (self, self.rows))
        if came and (origin is None or origin in (self, self.rows)):
            self._choose(top_rows(self.rows.words.tree, came))
        if changes.style:
            self._fit_columns()
        self._stay_near()
        current = self.bridge.current
        if current not in self.bridge.tree or self.rows.row_of(current) != self.current_row:
            self._tell_row(self.current_row)
        self._keep_trail()

    def _stay_near(self) -> None:
        """Where the row one stood on is gone with all beside it, stand on what it was under, not at the top."""
        tree = self.bridge.tree
        near = next((node for node in self._trail if node in tree), THE_MEETING)
        if self.bridge.current not in tree and near not in (self.current_row, *tree.ancestors(self.current_row)):
            self._choose((self.rows.row_of(near),))

    def _keep_trail(self) -> None:
        """Keep the way from where one stands up to the meeting, which is asked when that place is gone."""
        current, tree = self.bridge.current, self.bridge.tree
        self._trail: tuple[str, ...] = tuple(tree.ancestors(current)) if current in tree else ()

    # --- what is open --------------------------------------------------------------------------------------

    def _remember(self, index: QModelIndex, *, is_open: bool) -> None:
        if not self._is_quiet:
            (self._open_rows.add if is_open else self._open_rows.discard)(self._id_of(index))

    def _open(self, rows: Iterable[str]) -> None:
        for row in rows:
            index = self.shown.mapFromSource(self.rows.index_of(row, Column.TIME))
            if index.isValid():
                self.setExpanded(index, True)

    def filter(self, chosen: Filter, query: str = "") -> None:
        """Show the rows that fit, all of them open; without a filter, all rows as they were open before."""
        with self._quietly():
            self.shown.choose(chosen, query)
            self._open_again()
            row = self.rows.row_of(self.bridge.current)
            if self._index_of(row).isValid():
                self._choose((row,))
            else:
                self.clearSelection()
        self.viewport().update()

    def _open_again(self) -> None:
        """Open rows after other rows are shown: all of them behind a filter, else those that were open."""
        self._fit_columns()
        if self.shown.is_active:
            self.expandAll()
        else:
            self._open(tuple(self._open_rows))

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Choose and open rows without telling anybody, and without remembering it."""
        was_quiet, self._is_quiet = self._is_quiet, True
        try:
            yield
        finally:
            self._is_quiet = was_quiet

    # --- looks ---------------------------------------------------------------------------------------------

    @property
    def is_mirrored(self) -> bool:
        """Tell whether rows begin at the right."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row: its ground over the whole width, the cells upon it, and a bar where one stands.

        The style is not asked, for it would draw frames and gradients around what is chosen.
        """
        place: QRect = options.rect  # pyright: ignore[reportAttributeAccessIssue] - stubs lack the fields of options
        is_chosen = self.selectionModel().isSelected(index)
        ground = theme.colours().selection if is_chosen else self._ground(index.data(WORDS_ROLE))
        if ground is not None:
            painter.fillRect(place, QColor(ground))
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        for column in Column:
            cell = index.sibling(index.row(), column)
            option.rect = self.visualRect(cell)  # pyright: ignore[reportAttributeAccessIssue]
            self._pen.paint(painter, option, cell)
            if column is Column.TITLE:
                self.drawBranches(painter, self._twig(option.rect, place), index)  # pyright: ignore[reportAttributeAccessIssue]
        here = self.currentIndex()
        if index.row() == here.row() and index.parent() == here.parent():
            side = place.right() - _BAR + 1 if self.is_mirrored else place.left()
            bar = QRect(side, place.top(), _BAR, place.height())
            painter.fillRect(bar, QColor(theme.colours().accent if self.hasFocus() else theme.colours().line))

    def _twig(self, title: QRect, row: QRect) -> QRect:
        """Give the room between the gutter and a title, where the arrow stands that opens the row."""
        gutter = self.columnWidth(Column.TIME)
        if self.is_mirrored:
            return QRect(title.right() + 1, row.top(), row.right() - gutter - title.right(), row.height())
        return QRect(gutter, row.top(), title.left() - gutter, row.height())

    @staticmethod
    def _ground(words: RowWords | None) -> str | None:
        if words is None:
            return None
        if words.sort is Sort.DAY:
            return theme.colours().band
        return theme.colours().break_band if words.sort is Sort.BREAK else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows; where there are none, one line that says what to do."""
        super().paintEvent(event)
        hint = self._hint()
        if hint:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme.colours().quiet))
            room = self.viewport().rect().adjusted(theme.GRID * 2, self._pen.row_height * 2, -theme.GRID * 2, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), hint)
            painter.end()

    def _hint(self) -> str:
        if not self.bridge.agenda.days:
            return translate("Tree", "No days yet. Press Enter here to add one.")
        if self.shown.is_active and not self.shown.rowCount():
            return translate("Tree", "No row fits the filter.")
        return ""

    def _paint_palette(self) -> None:
        """Choose rows by a soft ground; the strong accent is for where one stands."""
        palette = QPalette(QGuiApplication.palette())
        palette.setColor(QPalette.ColorRole.Highlight, QColor(theme.colours().selection))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(theme.colours().text))
        if palette != self.palette():
            self.setPalette(palette)

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Tree", "Agenda"))
        self.setAccessibleDescription(translate("Tree", "Days, slots, items and sub-items of the meeting"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, the font and the mode of the window."""
        super().changeEvent(event)
        kind = event.type()
        if not hasattr(self, "_pen"):
            return
        if kind in (QEvent.Type.LanguageChange, QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._pen.refresh(self.bridge.language)
            self._retranslate()
            self.rows.retranslate()
            self._fit_columns()
        elif kind in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.PaletteChange):
            self._paint_palette()
