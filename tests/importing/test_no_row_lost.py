"""No row of a source is lost, whatever stands in it, and none is read otherwise once it is added."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.cells.strategies import SHORT_TEXT
from tests.effort import examples

from houqin.areas.stock.rows import StockIssue
from houqin.cells.values import CellError, CellValue, Uncached
from houqin.importing.plan import Addition, RowState
from houqin.importing.planning import plan_import
from houqin.importing.sources import Source
from houqin.opening import Reading, open_sheets, read_book
from houqin.result import Options
from houqin.rows import Rows
from houqin.tables.grid import Grid

HEADS = (
    "单据编号",
    "日期",
    "校区",
    "物品名称",
    "单位",
    "数量",
    "领用人",
    "领用部门",
    "用途",
    "备注",
)
LIKELY: st.SearchStrategy[CellValue] = st.sampled_from(
    (
        *("LY-1", "LY-2", "2020-05-12", date(2020, 5, 12), "5.12", "本部", "口罩", "张三"),
        *(12, "12只", "约12", None, "", "/", "同上", "合计", "备注：无"),
    )
)
ANY: st.SearchStrategy[CellValue] = st.one_of(
    SHORT_TEXT,
    st.text(max_size=20),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.sampled_from([CellError("#N/A"), Uncached()]),
)
ROWS = st.lists(
    st.lists(st.one_of(LIKELY, LIKELY, ANY), min_size=len(HEADS), max_size=len(HEADS)),
    max_size=6,
)


class Drawn:
    """A workbook of one sheet."""

    def __init__(self, rows: list[list[CellValue]]) -> None:
        self.grid = Grid("领用", (HEADS, *map(tuple, rows)))

    def sheet_names(self) -> tuple[str, ...]:
        return ("领用",)

    def read(self, sheet: str) -> Grid:
        return self.grid

    def properties(self) -> dict[str, str]:
        return {}


def read(rows: list[list[CellValue]]) -> Reading:
    return open_sheets(Drawn(rows))


@given(book=ROWS, first=ROWS, second=ROWS)
@examples(60)
def test_every_row_of_a_source_is_told_once(
    book: list[list[CellValue]], first: list[list[CellValue]], second: list[list[CellValue]]
) -> None:
    target, sources = read(book), [read(first), read(second)]
    found = read_book(target, Options(), date(2020, 6, 30), own=False)
    plan = plan_import(target, found, [Source(str(n), each) for n, each in enumerate(sources)])

    addition = plan.added.get("stock_issues")
    filled = [row for row in addition.rows if any(row)] if addition else []
    again = read_again(with_added(target, addition))
    assert len(again) == len(target.rows[StockIssue]) + len(filled)
    for source, ledger in zip(sources, plan.ledgers, strict=True):
        read_book(source, Options(), date(2020, 6, 30), own=False)
        numbers = source.rows[StockIssue].numbers
        assert tuple(row.number for row in ledger.rows) == numbers
        for index, row in enumerate(ledger.rows):
            if row.to_row is not None:
                there = again.numbers.index(row.to_row)
                assert same(source.rows[StockIssue], index, again, there)
    counts = plan.counts
    assert len(filled) == counts[RowState.NEW] + counts[RowState.DOUBTFUL]


def same(source: Rows[Any], index: int, book: Rows[Any], there: int) -> bool:
    """Tell whether a row means the same in both, as far as it could be read."""
    return all(
        index in source.unread.get(field, ())
        or source.column(field)[index] == book.column(field)[there]
        for field in source.model.model_fields
        if source.has(field)
    )


def with_added(target: Reading, addition: Addition | None) -> list[list[CellValue]]:
    rows = [list(row) for row in target.grids["领用"].values[1:]]
    if addition is not None:
        rows += [[None] * len(HEADS)] * (addition.first_row - 2 - len(rows))
        rows = rows[: addition.first_row - 2] + [list(row) for row in addition.rows]
    return rows


def read_again(rows: list[list[CellValue]]) -> Rows[StockIssue]:
    reading = read(rows)
    read_book(reading, Options(), date(2020, 6, 30), own=False)
    return reading.rows[StockIssue]
