"""Where the headings are found."""

import pytest
from tests.tables.drawing import (
    INSPECTIONS,
    ISSUE_HEADINGS,
    ISSUES,
    LISTS,
    cells,
    found,
    issue,
    sheet,
    told,
)

from houqin.cells.values import CellValue
from houqin.tables.finding import find_table
from houqin.tables.grid import Grid


@pytest.mark.parametrize("lines", [0, 1, 5, 19])
def test_headings_are_found_in_the_first_twenty_rows(lines: int) -> None:
    table = found(sheet(*[["后勤领用登记表"]] * lines, ISSUE_HEADINGS, issue(1)))

    assert (table.heading_row, table.numbers) == (lines + 1, (lines + 2,))


def test_headings_further_down_are_not_looked_for() -> None:
    assert find_table(sheet(*[["x"]] * 20, ISSUE_HEADINGS, issue(1)), ISSUES) is None


@pytest.mark.parametrize(
    "grid",
    [
        sheet(),
        sheet([]),
        sheet([None, ""], [" "]),
        sheet(["本部", "张三"], [1, 2]),
        sheet(["日期", "校区", "天气"], ["2020-05-12", "本部", "晴"]),  # two headings only
    ],
)
def test_a_sheet_without_headings_holds_no_table(grid: Grid) -> None:
    assert find_table(grid, ISSUES) is None


def test_half_of_the_required_headings_are_enough_for_a_narrow_ledger() -> None:
    table = found(sheet(["清单", "内容"], ["单位", "盒"]), LISTS)

    assert (cells(table, "list"), told(table)) == (["单位"], [("TAB-01", "1")])


def test_the_used_block_may_start_anywhere_and_be_ragged() -> None:
    table = found(sheet(["2020年"], ISSUE_HEADINGS, issue(1)[:5], issue(2), at="C4"))

    assert (table.heading_row, table.numbers) == (5, (6, 7))
    assert table.columns["number"].letter == "C"
    assert cells(table, "quantity") == [None, 10]
    assert cells(table, "person") == [None, "张三"]


def test_a_line_of_facts_above_is_not_taken_for_the_headings() -> None:
    facts = ["检查日期", "2020-05-12", "校区", "本部", "检查人", "张三"]
    headings = ["序号", "检查项目", "检查内容", "检查结果", "整改措施"]
    table = found(sheet(facts, headings, [1, "消防", "灭火器", "正常"]), INSPECTIONS)

    assert (table.heading_row, table.oddities) == (2, ())


def test_headings_repeated_with_a_misspelling_mended_do_not_hide_the_rows_above() -> None:
    misspelt = [h if h != "领用人" else "领用入" for h in ISSUE_HEADINGS]
    table = found(sheet(misspelt, issue(1), issue(2), ISSUE_HEADINGS, issue(3)))

    assert (table.heading_row, table.numbers) == (1, (2, 3, 5))
    assert told(table) == [("TAB-01", "G1")]


GROUPED: tuple[tuple[CellValue, ...], ...] = (
    ("序号", "检查项目", "检查结果", "整改", None, "检查人"),
    (None, None, None, "措施", "责任人", None),
)
GROUPED_MERGES = "A1:A2 B1:B2 C1:C2 D1:E1 F1:F2"


def test_a_group_is_joined_with_the_headings_below_it() -> None:
    grid = sheet(*GROUPED, [1, "消防", "正常", "无", "李四", "张三"], merged=GROUPED_MERGES)
    table = found(grid, INSPECTIONS)

    letters = {field: column.letter for field, column in table.columns.items()}
    assert letters == {
        "area": "B",
        "result": "C",
        "measure": "D",
        "responsible": "E",
        "inspectors": "F",
    }
    assert (table.heading_row, table.numbers) == (2, (3,))
    assert table.columns["measure"].heading == "措施"


def test_a_group_alone_may_name_the_field() -> None:
    rows = (
        ["检查项目", "检查结果", "检查人", "整改责任单位", None],
        [None, None, None, "建设", "监理"],
        ["消防", "正常", "张三", None, "监理站"],
    )
    table = found(sheet(*rows, merged="A1:A2 B1:B2 C1:C2 D1:E1"), INSPECTIONS)

    assert (table.heading_row, table.numbers) == (2, (3,))
    assert (table.columns["responsible"].letter, cells(table, "responsible")) == ("E", ["监理站"])


def test_two_filled_columns_under_one_group_are_told() -> None:
    rows = (
        ["检查项目", "检查结果", "检查人", "整改责任单位", None],
        [None, None, None, "建设", "监理"],
        ["消防", "正常", "张三", "一建", "监理站"],
    )
    table = found(sheet(*rows, merged="A1:A2 B1:B2 C1:C2 D1:E1"), INSPECTIONS)

    assert cells(table, "responsible") == ["一建"]
    assert ("TAB-02", "E2") in told(table)


def test_the_group_tells_equal_headings_apart() -> None:
    rows = (
        ["单据编号", "日期", "校区", "物品名称", "单位", "结存", None, "领用", None, "领用人"],
        [None, None, None, None, None, "数量", "金额", "数量", "金额", None],
        ["LY-1", "5月1日", "本部", "口罩", "只", 90, 9.0, 10, 1.0, "张三"],
    )
    merged = "A1:A2 B1:B2 C1:C2 D1:D2 E1:E2 F1:G1 H1:I1 J1:J2"
    table = found(sheet(*rows, merged=merged))

    assert cells(table, "quantity") == [10]  # 领用数量 is known, 结存数量 is not
    assert ("TAB-02", "I2") in told(table)  # nothing tells the two 金额 apart


def test_a_merged_title_is_no_group() -> None:
    rows = (["后勤领用登记", *[None] * 6], ISSUE_HEADINGS, issue(1))
    table = found(sheet(*rows, merged="A1:G1"))

    assert (table.heading_row, table.numbers, table.oddities) == (2, (3,), ())


def test_a_tall_heading_is_one_heading() -> None:
    merged = " ".join(f"{letter}1:{letter}2" for letter in "ABCDEFG")
    table = found(sheet(ISSUE_HEADINGS, [None] * 7, issue(1), merged=merged))

    assert (table.numbers, table.oddities) == ((3,), ())


def test_a_wide_heading_over_one_filled_column_is_no_riddle() -> None:
    rows = ([*ISSUE_HEADINGS, None], [*issue(1), None])
    table = found(sheet(*rows, merged="G1:H1"))

    assert (cells(table, "person"), table.oddities) == (["张三"], ())


def test_values_beside_a_wide_headings_first_column_are_told() -> None:
    table = found(sheet([*ISSUE_HEADINGS, None], [*issue(1), "李四"], merged="G1:H1"))

    assert (cells(table, "person"), told(table)) == (["张三"], [("TAB-02", "H1")])
