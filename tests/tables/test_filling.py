"""Merged, repeated and ditto cells."""

from dataclasses import replace

import pytest
from tests.tables.drawing import (
    INSPECTIONS,
    ISSUE_HEADINGS,
    ISSUES,
    cells,
    found,
    issue,
    sheet,
    told,
)

from houqin.cells.values import CellValue
from houqin.tables.layout import Head

HEADINGS = ("检查日期", "检查项目", "检查内容", "检查结果", "检查人")


def test_a_merged_cell_holds_for_all_its_rows() -> None:
    rows = [
        ["5月12日", "消防", "灭火器", "正常", "张三"],
        [None, None, "通道", "正常", "张三"],
        [None, None, None, None, None],
        [None, None, "指示灯", "正常", "张三"],
    ]
    table = found(sheet(HEADINGS, *rows, merged="A2:A5 B2:B5"), INSPECTIONS)

    assert table.numbers == (2, 3, 5)
    assert cells(table, "area") == ["消防"] * 3
    assert table.columns["area"].origins == {1: 2, 2: 2}
    assert cells(table, "content") == ["灭火器", "通道", "指示灯"]


def test_a_merged_quantity_belongs_to_its_first_row() -> None:
    rows = [issue(1), issue(2, quantity=None), issue(3)]
    table = found(sheet(ISSUE_HEADINGS, *rows, merged="F2:F3"))

    assert cells(table, "quantity") == [10, None, 10]
    assert table.columns["quantity"].origins == {}


@pytest.mark.parametrize("mark", ["同上", " 同上 ", "〃", "″", '"', "“", "”", "同前"])
def test_a_ditto_takes_the_value_above(mark: str) -> None:
    rows = [issue(1, campus="东园"), issue(2, campus=mark), issue(3, campus=mark)]
    table = found(sheet(ISSUE_HEADINGS, *rows))

    assert cells(table, "campus") == ["东园", "东园", "东园"]
    assert table.columns["campus"].origins == {1: 2, 2: 2}
    assert table.oddities == ()


def test_a_ditto_is_not_taken_where_it_means_nothing() -> None:
    rows = [issue(1), issue(2, person="同上"), issue(3, quantity="〃")]
    table = found(sheet(ISSUE_HEADINGS, *rows))

    assert cells(table, "person") == ["张三", None, "张三"]
    assert table.unread == {"person": {1}, "quantity": {2}}
    seen = [(o.code, o.row, o.column, o.heading, o.values) for o in table.oddities]
    assert seen == [
        ("TAB-10", 3, "G", "领用人", {"value": "同上"}),
        ("TAB-10", 4, "F", "数量", {"value": "〃"}),
    ]


def test_a_ditto_with_nothing_above_is_told() -> None:
    table = found(sheet(ISSUE_HEADINGS, issue(1, campus="同上"), issue(2, campus="同上")))

    assert cells(table, "campus") == [None, None]
    assert table.unread == {"campus": {0, 1}}
    assert told(table) == [("TAB-10", "C2"), ("TAB-10", "C3")]


def test_blanks_below_a_value_repeat_it_only_where_that_is_declared() -> None:
    blank: dict[str, CellValue] = {"date": None, "campus": "", "unit": None, "person": None}
    table = found(sheet(ISSUE_HEADINGS, issue(1), issue(2, **blank), issue(3, **blank)))

    assert cells(table, "date") == ["2020-05-12"] * 3
    assert cells(table, "campus") == ["本部"] * 3
    assert cells(table, "unit") == ["只", None, None]
    assert cells(table, "person") == ["张三", None, None]
    assert table.columns["date"].origins == {1: 2, 2: 2}


@pytest.mark.parametrize(
    "between", [[None] * 7, ["合计", None, None, None, None, 10, None], [*ISSUE_HEADINGS]]
)
def test_blanks_are_not_filled_across_a_gap(between: list[CellValue]) -> None:
    table = found(sheet(ISSUE_HEADINGS, issue(1), between, issue(2, campus=None)))

    assert cells(table, "campus") == ["本部", None]


def test_a_ditto_reaches_across_a_gap() -> None:
    table = found(sheet(ISSUE_HEADINGS, issue(1), [None] * 7, issue(2, campus="同上")))

    assert (cells(table, "campus"), table.columns["campus"].origins) == (["本部", "本部"], {1: 2})


def test_a_ditto_in_a_merged_cell_takes_the_value_above_it() -> None:
    rows = [issue(1), issue(2, campus="同上"), issue(3, campus=None)]
    table = found(sheet(ISSUE_HEADINGS, *rows, merged="C3:C4"))

    assert cells(table, "campus") == ["本部"] * 3
    assert table.columns["campus"].origins == {1: 2, 2: 2}


def test_a_cell_merged_from_the_left_is_not_filled_from_above() -> None:
    rows = [issue(1), issue(2, date="5月13日 本部", campus=None)]
    table = found(sheet(ISSUE_HEADINGS, *rows, merged="B3:C3"))

    assert (cells(table, "campus"), cells(table, "date")[1]) == (["本部", None], "5月13日 本部")


@pytest.mark.parametrize("merged", ["A1:C3", "C1:C3", "B2:G9", "A3:A400", "Z9:AB12", "A1:G1"])
def test_merged_cells_that_cross_the_table_oddly_do_no_harm(merged: str) -> None:
    table = found(sheet(ISSUE_HEADINGS, issue(1), issue(2), merged=merged))

    assert table.numbers == (2, 3)


def test_a_merged_cell_of_a_spread_column_holds_for_its_rows_but_a_blank_one_does_not() -> None:
    rows = [issue(1, unit="盒"), issue(2, unit=None), issue(3, unit=None)]
    units = Head("unit", "单位", required=True, spread=True)
    heads = tuple(units if head.field == "unit" else head for head in ISSUES.heads)
    table = found(sheet(ISSUE_HEADINGS, *rows, merged="E2:E3"), replace(ISSUES, heads=heads))

    assert cells(table, "unit") == ["盒", "盒", None]
    assert table.columns["unit"].origins == {1: 2}
