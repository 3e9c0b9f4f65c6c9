"""撤销: houqin's own last write is taken back, and nothing that was typed since."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from houqin.desk.backups import back_up, folder_of
from houqin.desk.filled_cells import emptied
from houqin.desk.jobs import Outcome, Press
from houqin.desk.marks import marked
from houqin.desk.memory import memory, remembered
from houqin.desk.pages import carried, page_writings
from houqin.desk.problem_list import ProblemList
from houqin.desk.undo import Undone, forget, former_results, last_write, rows_like
from houqin.hosts.files import open_workbook
from houqin.own import OWN_SHEETS
from houqin.own.layout import FIRST_ROW, MORE_ROW, NOTE_ROW, VERDICT_ROW, OwnPage, OwnSheet
from houqin.port import DeskError, Writing
from houqin.problems import Place
from houqin.states import PROBLEM_LIST, RECORD
from houqin.tables.grid import Block, Grid
from houqin.tables.results import heading_at, last_row
from houqin.trail import note

PAGES = {sheet.title: sheet for sheet in OWN_SHEETS}
NOTHING = "没有可以撤销的内容。 / There is nothing to take back."


def undo(press: Press) -> Outcome:
    """Take back what was written last, cell by cell as the backup holds it.

    Raises:
        DeskError: there is nothing to take back.
    """
    book = press.desk.path
    last = last_write(book)
    if last is None:
        raise DeskError(NOTHING)
    before, now = _grids(folder_of(book) / last.backup), press.snapshot.grids()
    writings = list(_former(last, before, now))
    back_up(press.desk, book, press.now)
    kept, blanked = _empty(press, last, now)
    left, removed = _remove(press, last, now)
    if writings:
        press.desk.write(writings)
    forget(book)
    note(rows_removed=removed, cells_blanked=blanked, rows_kept=left)
    text = f"已撤销“{last.action}”写入的内容。 / What {last.action} had written was taken back."
    if removed:
        text += f"\n追加的行已删去 {removed} 行。 / Appended rows removed: {removed}."
    if left:
        text += (
            f"\n有 {left} 行在追加后改动过，保留不动。 / Rows changed since and so kept: {left}."
        )
    if blanked:
        text += f"\n填入的空格已清空 {blanked} 格。 / Cells made blank again: {blanked}."
    if kept:
        text += (
            f"\n有 {kept} 格所在的行后来改动过，保留不动。 / Cells in rows changed since: {kept}."
        )
    return Outcome(text, Place(last.sheets[0]) if last.sheets else None)


def _grids(backup: Path) -> Mapping[str, Grid]:
    host = open_workbook(backup)
    try:
        return {name: host.read(name) for name in host.sheet_names()}
    finally:
        host.close()


def _former(last: Undone, before: Mapping[str, Grid], now: Mapping[str, Grid]) -> Iterator[Writing]:
    places, were = marked(now.values()), marked(before.values())
    for sheet in last.sheets:
        if sheet not in before or sheet not in now:
            continue
        if sheet in places and sheet in were:
            place, was = places[sheet], were[sheet]
            texts = former_results(
                before[sheet], now[sheet], place.heading_row, place.column, was.column
            )
            yield place.writing({**place.texts_in(now[sheet]), **texts})
        elif sheet == PROBLEM_LIST:
            kept_now = memory(now)
            former = ProblemList.on(before[sheet], "zh").decided(kept_now.decisions)
            yield from former.writings(places, now[sheet])
        elif sheet == RECORD:
            kept_then = memory(before)
            yield remembered(kept_then.told, (), memory(now).decisions, now[sheet])
        elif sheet in PAGES:
            yield from _page(PAGES[sheet], before[sheet], now[sheet])
        else:
            yield _whole(before[sheet], now[sheet])


def _page(sheet: OwnSheet, before: Grid, now: Grid) -> Iterator[Writing]:
    """Yield a page as it stood before; what people typed on it, then or since, stays."""
    note, verdict, more = (heading_at(before, row, 1) for row in (NOTE_ROW, VERDICT_ROW, MORE_ROW))
    places = range(1, len(sheet.columns) + 1)
    lines = (
        tuple(before.at(row, column) for column in places)
        for row in range(FIRST_ROW, last_row(before) + 1)
    )
    there = [line for line in lines if any(cell is not None for cell in line)]
    rows = carried(sheet, there, now)
    yield from page_writings(OwnPage(sheet, note, verdict, (), more), now, "zh", rows)


def _whole(before: Grid, now: Grid) -> Writing:
    """Return a sheet of houqin's own as it stood before."""
    bottom = max(last_row(before), last_row(now))
    right = max(_right(before), _right(now))
    rows = [
        tuple(before.at(row, column) for column in range(1, right + 1))
        for row in range(1, bottom + 1)
    ]
    return Writing(before.sheet, 1, 1, rows)


def _right(grid: Grid) -> int:
    return grid.left + max(map(len, grid.values), default=0) - 1


def _empty(press: Press, last: Undone, now: Mapping[str, Grid]) -> tuple[int, int]:
    """Make cells blank again that were filled in; return how many stay and how many were made so."""
    kept = blanked = 0
    writings: list[Writing] = []
    for sheet, filled in last.filled.items():
        rows = rows_like(now.get(sheet, Grid(sheet)), filled)
        writings += emptied(sheet, filled.column, rows)
        blanked += len(rows)
        kept += len(filled.rows) - len(rows)
    if writings:
        press.desk.write(writings)
    return kept, blanked


def _remove(press: Press, last: Undone, now: Mapping[str, Grid]) -> tuple[int, int]:
    """Delete the appended rows that are as they were; return how many stay and how many went."""
    left = removed = 0
    for sheet, appended in last.appended.items():
        grid = now.get(sheet, Grid(sheet))
        rows = rows_like(grid, appended)
        if rows:
            right = _right(grid)
            press.desk.remove_rows(sheet, [Block(row, grid.left, row, right) for row in rows])
        removed += len(rows)
        left += len(appended.rows) - len(rows)
    return left, removed
