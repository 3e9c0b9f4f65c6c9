"""采用草稿: what the draft proposes goes into blank cells of the roster, and below its last row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from houqin.areas.duty.drafting.adopting import Entry, Left, Taken, adopted
from houqin.areas.duty.drafting.slots import slot_of
from houqin.areas.duty.rows import Duty as RosterRow
from houqin.book import Book
from houqin.cells.dates import read_date
from houqin.cells.doubts import Doubt
from houqin.cells.people import read_people
from houqin.cells.values import CellValue, is_blank
from houqin.cells.writing import written
from houqin.desk.checking import checked, keep_days
from houqin.desk.filled_cells import FilledCells
from houqin.desk.jobs import Outcome, Press
from houqin.desk.own_pages import column_needed, rests_on
from houqin.importing.plan import Addition
from houqin.importing.target import Target
from houqin.opening import open_sheets
from houqin.own.layout import FIRST_ROW
from houqin.own.roster_draft import ADDED, CAMPUS, DAY, POST, ROSTER_DRAFT, SLOT, THERE
from houqin.port import DeskError
from houqin.problems import Both, Place
from houqin.rows import NoColumn, Rows
from houqin.tables.address import column_letter
from houqin.tables.grid import Block, Grid

SHEETS = ("posts", "roster", "people")
NAMING = ("date", "campus", "post", "slot")
SHOWN = 8  # entries that are left out and named in the message
NOTHING = (
    "排班草稿里没有可以采用的内容，请先点“自动排班”。"
    " / There is nothing on 排班草稿 to adopt; press 自动排班 first."
)
NO_LIST = (
    "值班表不是一行一个岗次的清单，不能自动填写，请照排班草稿手工填。"
    " / The roster is no list with one duty in each row; please fill it in by hand from 排班草稿."
)
OCCUPIED = Both(
    "值班表的这一格不是空白（公式、符号或合并单元格）",
    "the cell of the roster is not blank: a formula, a stroke, or merged",
)


@dataclass(frozen=True, slots=True)
class _Adoption:
    """What is to be written, and which lines of the draft are left out."""

    filled: FilledCells
    appended: Addition
    left: Sequence[Left]

    @property
    def number(self) -> int:
        """How many lines of the draft are taken over."""
        return len(self.filled.texts) + len(self.appended.rows)

    @property
    def first(self) -> Place:
        """The first cell that is written."""
        row = min(self.filled.texts, default=self.appended.first_row)
        return Place(self.filled.sheet, row, column_letter(self.filled.column))


def adopt_draft(press: Press) -> Outcome:
    """Fill blank cells of 值班表 from the draft, and append rows that it lacks, after a question.

    Raises:
        DeskError: there is no draft, or a sheet that it rests on is missing.
    """
    result = checked(press).result
    rests_on(result, SHEETS)
    entries = list(entries_on(press.snapshot.grid(ROSTER_DRAFT.title)))
    if not entries:
        raise DeskError(NOTHING)
    try:
        adoption = _adoption(press, result.book, entries)
    except NoColumn as absent:
        raise column_needed(absent) from absent
    left = _left_out(adoption.left, result.lang)
    if not adoption.number:
        return Outcome(left)
    if not press.desk.ask(_paragraphs(_question(adoption, result.lang), left)):
        return Outcome()
    done = Both(
        f"已采用 {adoption.number} 个岗次。请再点“校验全部”；不对可以点“撤销”。",
        f"Duties adopted: {adoption.number}. Now check all; 撤销 takes them back.",
    )
    return Outcome(
        _paragraphs(done.of(result.lang), left),
        adoption.first,
        filled=[adoption.filled] if adoption.filled.texts else (),
        appended=[adoption.appended] if adoption.appended.rows else (),
        keep_days=keep_days(result),
    )


def entries_on(grid: Grid) -> Iterator[Entry]:
    """Yield the lines of a draft that put somebody where nobody stands, as they are now."""
    for row in range(FIRST_ROW, grid.top + len(grid.values)):
        cells = [grid.at(row, column + 1) for column in range(len(ROSTER_DRAFT.columns))]
        names = None if is_blank(cells[ADDED]) else read_people(cells[ADDED])
        if names and is_blank(cells[THERE]):
            found = (written(cells[ADDED]),) if isinstance(names, Doubt) else names
            campus, post, slot = (written(cells[at]).strip() for at in (CAMPUS, POST, SLOT))
            yield Entry(row, (_day(cells[DAY]), campus, post, slot), found)


def _day(cell: CellValue) -> date | None:
    found = read_date(cell)
    return None if isinstance(found, Doubt) else found


def _adoption(press: Press, book: Book, entries: Sequence[Entry]) -> _Adoption:
    """Say what is to be written where."""
    taken, left = adopted(book, entries)
    target, rows = _target(press, book), book[RosterRow]
    free = [each for each in taken if _is_free(press, each, rows, target.columns["people"])]
    occupied = [Left(each.entry, OCCUPIED) for each in taken if each not in free]
    return _Adoption(_filled(rows, target, free), _appended(target, free), [*left, *occupied])


def _target(press: Press, book: Book) -> Target:
    """Return where the roster takes rows.

    Raises:
        NoColumn: it has no column for names.
        DeskError: it is no list, but a table of days by posts.
    """
    rows = book[RosterRow]
    rows.require("people")
    if rows.table.origins or rows.table.repeats:
        raise DeskError(NO_LIST)
    target = Target.of(RosterRow, open_sheets(press.snapshot), book)
    if target is None:
        raise DeskError(NO_LIST)
    return target


def _is_free(press: Press, each: Taken, rows: Rows[RosterRow], column: int) -> bool:
    """Tell whether the cell is truly empty: no formula, no stroke, no part of a merged one."""
    if each.index is None:
        return True
    row = rows.numbers[each.index]
    cell = Block(row, column, row, column)
    grid = press.snapshot.grid(rows.sheet)
    merged = any(
        block.top <= row <= block.bottom and block.left <= column <= block.right
        for block in grid.merges
    )
    return not merged and grid.at(row, column) is None and not press.desk.formula(rows.sheet, cell)


def _filled(rows: Rows[RosterRow], target: Target, taken: Sequence[Taken]) -> FilledCells:
    texts = {
        rows.numbers[each.index]: written(each.entry.names)
        for each in taken
        if each.index is not None
    }
    naming = tuple(target.columns[field] for field in NAMING if field in target.columns)
    return FilledCells(rows.sheet, target.columns["people"], texts, naming)


def _appended(target: Target, taken: Sequence[Taken]) -> Addition:
    rows = target.lines.rows
    return Addition(
        RosterRow.ledger.key,
        rows.sheet,
        target.heading_row,
        target.first_free(),
        target.last_row,
        tuple(target.columns),
        tuple(map(column_letter, target.columns.values())),
        tuple(
            tuple(_cell(each, field) for field in target.columns)
            for each in taken
            if each.index is None
        ),
    )


def _cell(each: Taken, field: str) -> CellValue:
    found: Mapping[str, CellValue] = {
        "date": each.duty.day,
        "campus": each.duty.campus,
        "post": each.duty.post,
        "slot": str(slot_of(each.duty)),
        "people": written(each.entry.names),
    }
    return found.get(field)


def _question(adoption: _Adoption, lang: str) -> str:
    cells, rows = len(adoption.filled.texts), len(adoption.appended.rows)
    return Both(
        f"要采用排班草稿吗？值班表将填入 {cells} 个空格，末尾追加 {rows} 行；已经填写的内容不会改动。",
        f"Adopt the draft? {cells} blank cells of the roster are filled and {rows} rows appended; "
        "nothing that stands there is changed.",
    ).of(lang)


def _left_out(left: Sequence[Left], lang: str) -> str:
    """Say which lines of the draft are left out, and why."""
    if not left:
        return ""
    told = "\n".join(
        f"{ROSTER_DRAFT.title}!I{each.entry.row}：{each.why.of(lang)}" for each in left[:SHOWN]
    )
    more = "\n…" if len(left) > SHOWN else ""
    head = Both(f"有 {len(left)} 行不能采用：", f"Lines left out: {len(left)}")
    return f"{head.of(lang)}\n{told}{more}"


def _paragraphs(*texts: str) -> str:
    return "\n\n".join(filter(None, texts))
