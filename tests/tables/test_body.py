"""Which rows hold data."""

import pytest
from tests.tables.drawing import (
    INSPECTIONS,
    ISSUE_HEADINGS,
    cells,
    found,
    issue,
    sheet,
    told,
)

from houqin.cells.values import CellValue

NOTHING: list[CellValue] = [None] * 7


def test_rows_after_a_hundred_blank_ones_are_read() -> None:
    rows = [issue(1), *[NOTHING] * 60, *[["", " ", "\u3000"]] * 40, issue(2)]
    table = found(sheet(ISSUE_HEADINGS, *rows))

    assert (table.numbers, cells(table, "number")) == ((2, 103), ["LY-1", "LY-2"])
    assert table.oddities == ()


def test_a_row_with_a_zero_or_a_no_is_not_blank() -> None:
    zeros = [[*NOTHING[:5], value, None] for value in (0, 0.0, False)]
    table = found(sheet(ISSUE_HEADINGS, issue(1), *zeros))

    assert table.numbers == (2, 3, 4, 5)


def test_a_row_with_a_counter_and_houqins_own_column_only_is_blank() -> None:
    headings = ["序号", *ISSUE_HEADINGS, "校验结果"]
    table = found(sheet(headings, [1, *issue(1), None], [2, *NOTHING, "✔"]))

    assert table.numbers == (2,)


def test_headings_repeated_at_a_page_break_are_no_data() -> None:
    again = [f" {heading} " for heading in ISSUE_HEADINGS[:2]] + [*ISSUE_HEADINGS[2:]]
    rows = [issue(1), ISSUE_HEADINGS, issue(2), ["后勤领用"], again, issue(3)]
    table = found(sheet(["后勤领用"], ISSUE_HEADINGS, *rows))

    assert (table.numbers, table.oddities) == ((3, 5, 8), ())


def test_two_rows_of_headings_may_be_repeated_too() -> None:
    headings: list[list[CellValue]] = [
        ["检查项目", "检查结果", "整改", None, "检查人"],
        [None, None, "措施", "责任人", None],
    ]
    merged = "A1:A2 B1:B2 C1:D1 E1:E2 A4:A5 B4:B5 C4:D4 E4:E5"
    row = ["消防", "正常", None, None, "张三"]
    table = found(sheet(*headings, row, *headings, row, merged=merged), INSPECTIONS)

    assert table.numbers == (3, 6)


@pytest.mark.parametrize(
    "word",
    ["合计", "合  计", "小计", "总计：", "本页合计", "本页 小计", "合计（元）", "五月小计", "累计"],
)
def test_totals_are_no_data(word: str) -> None:
    total = [None, None, word, None, None, 10, None]
    table = found(sheet(ISSUE_HEADINGS, issue(1), total, issue(2)))

    assert table.numbers == (2, 4)


@pytest.mark.parametrize("name", ["小计算器", "合计划书", "总计划", "会计凭证", "设计图"])
def test_things_that_only_sound_like_a_total_are_data(name: str) -> None:
    table = found(sheet(ISSUE_HEADINGS, issue(1, name=name)))

    assert table.numbers == (2,)


def test_a_remark_that_mentions_a_total_leaves_its_row_alone() -> None:
    table = found(sheet([*ISSUE_HEADINGS, "备注"], [*issue(1), "合计"]))

    assert table.numbers == (2,)


@pytest.mark.parametrize(
    "footer",
    [
        ["检查人：张三、李四"],
        ["制表人：张三", None, "审核：李四", None, "2020年5月12日"],
        [None, "填表日期：2020年5月12日"],
        ["说明：领用数量以实发为准"],
        ["备 注：本表一式两份"],
        ["注1：口罩按只计"],
        ["以下空白"],
        ["保管员（签字）："],
        ["分管校长：", "王五"],
        ["本表一式两份，后勤处、保管员各存一份，按月装订"],
        [None, None, None, None, None, "单位：元"],
    ],
)
def test_remarks_and_signatures_below_are_no_data(footer: list[CellValue]) -> None:
    rows = [issue(1), NOTHING, footer, ["制表：张三", "日期：2020年6月1日"]]

    assert found(sheet(ISSUE_HEADINGS, *rows)).numbers == (2,)
    assert found(sheet(ISSUE_HEADINGS, issue(1), footer)).numbers == (2,)


@pytest.mark.parametrize(
    "row",
    [
        ["LY-2"],  # someone began a row
        [None, None, None, "口罩"],
        [None, None, None, None, None, 20],
        [None, None, None, "注射器"],
        [None, None, None, "备用：口罩"],
        [None, None, None, "西侧大门：锁坏"],
        ["LY-2", "2020-05-12", "本部", "文具合计", "批", 1, "张三"],
        ["LY-2", "2020-05-12", "本部", "物品名称", "单位", 1, "张三"],
        [None, None, None, None, None, None, "领用人：张三"],  # under its own heading
        ["LY-3", "2020-05-12", "说明：临时", "口罩", "只", 10, "张三"],
    ],
)
def test_a_row_that_was_only_begun_is_data(row: list[CellValue]) -> None:
    assert found(sheet(ISSUE_HEADINGS, issue(1), row)).numbers == (2, 3)


def test_a_signature_directly_above_a_row_of_data_is_no_signature() -> None:
    rows = [issue(1), ["经办人：张三"], issue(2)]

    assert found(sheet(ISSUE_HEADINGS, *rows)).numbers == (2, 3, 4)


def test_signatures_between_two_pages_are_no_data() -> None:
    rows = [issue(1), ["经办人：张三"], NOTHING, ISSUE_HEADINGS, issue(2), ["经办人：张三"]]

    assert found(sheet(ISSUE_HEADINGS, *rows)).numbers == (2, 6)


def test_a_text_across_the_table_is_a_section_and_no_data() -> None:
    rows = [["一、防疫物资", *NOTHING[1:]], issue(1), ["二、办公用品", *NOTHING[1:]], issue(2)]
    table = found(sheet(ISSUE_HEADINGS, *rows, merged="A2:G2 A4:G4"))

    assert (table.numbers, table.oddities) == ((3, 5), ())


def test_a_text_in_a_merged_cell_of_the_table_is_data_even_alone() -> None:
    headings = ["检查项目", "检查内容", "检查结果", "检查人"]
    rows = [
        ["消防", "灭火器", "正常", "张三"],
        [None, "责任人：李四", None, None],
        [None, None, None, None],
    ]
    table = found(sheet(headings, *rows, merged="A2:A4"), INSPECTIONS)

    assert (table.numbers, cells(table, "area")) == ((2, 3), ["消防", "消防"])


def test_long_texts_in_a_first_column_of_long_texts_are_data() -> None:
    long = "教学楼一层至三层疏散通道是否畅通无杂物"
    headings = ["检查内容", "检查项目", "检查结果", "检查人"]
    rows = [[long, "消防", "正常", "张三"], [long + "（含地下室）"]]

    assert found(sheet(headings, *rows), INSPECTIONS).numbers == (2, 3)


def test_a_ledger_of_a_heading_alone_has_no_rows() -> None:
    table = found(sheet(ISSUE_HEADINGS))

    assert (table.numbers, cells(table, "number"), told(table)) == ((), [], [])
