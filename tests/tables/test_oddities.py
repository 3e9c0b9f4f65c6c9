"""What is told once about a table as a whole."""

from dataclasses import replace

import pytest
from tests.tables.drawing import ISSUE_HEADINGS, cells, found, issue, sheet

from houqin.cells.values import CellError, Uncached
from houqin.tables.table import Oddity


def test_values_under_no_heading_are_told_once() -> None:
    rows = [[*issue(1), None, "旧"], [*issue(2), 5, 0], [*[None] * 7, " ", "x"]]
    table = found(sheet(ISSUE_HEADINGS, *rows))

    assert table.oddities == (Oddity("TAB-05", 2, "I", None, {"count": 4}),)
    assert table.numbers == (2, 3)


def test_totals_and_signatures_under_no_heading_are_not_told() -> None:
    total = ["合计", None, None, None, None, 10, None, 10]
    table = found(sheet(ISSUE_HEADINGS, issue(1), total, ["制表人：张三", *[None] * 7, "李四"]))

    assert table.oddities == ()


@pytest.mark.parametrize(
    ("rows", "columns", "odd"),
    [
        ({3, 5, 6}, set(), Oddity("TAB-06", 3, None, None, {"rows": "3、5-6", "columns": ""})),
        (set(), {6}, Oddity("TAB-06", 1, "F", None, {"rows": "", "columns": "F"})),
        ({2}, {2, 3, 7}, Oddity("TAB-06", 2, None, None, {"rows": "2", "columns": "B-C、G"})),
        ({1, 9, 40}, {8, 9, 20}, None),  # headings, blank rows, an empty column, none at all
    ],
)
def test_hidden_rows_and_columns_with_data_are_told_once_and_read(
    rows: set[int], columns: set[int], odd: Oddity | None
) -> None:
    grid = sheet([*ISSUE_HEADINGS, "备注"], *[issue(number) for number in range(1, 6)])
    grid = replace(grid, hidden_rows=frozenset(rows), hidden_columns=frozenset(columns))
    table = found(grid)

    assert table.oddities == ((odd,) if odd else ())
    assert cells(table, "quantity") == [10] * 5


def test_many_runs_of_hidden_rows_are_cut_short() -> None:
    grid = sheet(ISSUE_HEADINGS, *[issue(number) for number in range(100)])
    table = found(replace(grid, hidden_rows=frozenset(range(2, 102, 2))))

    listed = "、".join(str(row) for row in range(2, 42, 2))
    assert table.oddities[0].values == {"rows": listed + "、…", "columns": ""}


def test_formulas_without_a_stored_value_are_told_once_and_kept() -> None:
    rows = [issue(1), issue(2, quantity=Uncached()), issue(3, quantity=Uncached(), unit=Uncached())]
    table = found(sheet(ISSUE_HEADINGS, *rows))

    assert table.oddities == (Oddity("TAB-07", 3, "F", "数量", {"count": 3}),)
    assert cells(table, "quantity") == [10, Uncached(), Uncached()]


def test_errors_that_a_cell_shows_are_kept() -> None:
    table = found(sheet(ISSUE_HEADINGS, issue(1, quantity=CellError("#DIV/0!"))))

    assert (cells(table, "quantity"), table.oddities) == ([CellError("#DIV/0!")], ())


def test_oddities_come_in_the_order_of_the_sheet() -> None:
    rows = [[*issue(1), None, "x"], issue(2, person="同上"), ["合计", *[None] * 4, 99]]
    table = found(sheet([*ISSUE_HEADINGS[:-1], "领用人", "规格性号"], *rows))

    seen = [(odd.code, odd.row) for odd in table.oddities]
    assert seen == [("TAB-03", 1), ("TAB-05", 2), ("TAB-10", 3), ("TAB-04", 4)]
