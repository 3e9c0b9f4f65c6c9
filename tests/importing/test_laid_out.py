"""Where the new rows stand in the book, and that they are read there as they were."""

from datetime import date

from tests.importing.drawn import BOOK, HELD, added, issues, opened, planned, states

from houqin.areas.stock.rows import StockIssue
from houqin.hosts.memory import TextHost
from houqin.importing.plain_cells import plain_cell
from houqin.importing.plan import RowState, appended
from houqin.importing.target import Target
from houqin.importing.trying import Placed, misread

MASKS = "| LY-1 | 2020-05-12 | 本部 | KZ-001 | 口罩 | 只 | 12 | | 张三 | 总务处 | 防疫 | |"
GLOVES = "| LY-3 | 2020-05-14 | 东园 | ST-001 | 手套 | 双 | 20 | | 王五 | 食堂 | 分餐 | |"


def test_new_rows_stand_below_the_data_in_the_order_of_the_books_columns() -> None:
    book = BOOK.replace("| 单据编号 | 日期 |", "| 日期 | 单据编号 |")
    plan = planned(book, issues(GLOVES))

    addition = appended(plan)["stock_issues"]
    assert (addition.sheet, addition.heading_row, addition.first_row) == ("领用", 4, 5)
    assert addition.columns == tuple("ABCDEFGHIJKL")
    assert addition.rows == (
        (
            date(2020, 5, 14), "LY-3", "东园", "ST-001", "手套", "双", 20,
            None, "王五", "食堂", "分餐", None,
        ),
    )  # fmt: skip


def test_cells_side_by_side_are_written_together() -> None:
    book = BOOK.replace("| 日期 |", "| 日期 | 经办心得 |")

    addition = planned(book, issues(GLOVES)).added["stock_issues"]

    assert [(left, len(rows[0])) for left, rows in addition.blocks()] == [(1, 2), (4, 10)]
    first, second = addition.blocks()
    assert first.rows == (("LY-3", date(2020, 5, 14)),)
    assert second.rows[0][:3] == ("东园", "ST-001", "手套")


def test_a_blank_that_would_repeat_the_row_above_is_kept_apart_by_a_blank_row() -> None:
    bare = [line.replace("| 东园 |", "| |") for line in (GLOVES, GLOVES.replace("LY-3", "LY-4"))]
    plan = planned(BOOK + HELD, issues(*bare))

    rows = plan.ledgers[0].rows
    assert [(row.state, row.to_row) for row in rows] == [(RowState.NEW, 8), (RowState.NEW, 9)]
    addition = plan.added["stock_issues"]
    assert (addition.first_row, addition.last_row) == (7, 9)
    assert addition.rows[0] == (None,) * 12


def test_rows_are_added_below_totals_and_notes_with_a_blank_row_between() -> None:
    book = BOOK + HELD + "| 7 | 合计 | | | | | | 15 |\n| 9 | 制表人：赵六 |"

    plan = planned(book, issues(GLOVES))

    addition = plan.added["stock_issues"]
    assert (addition.first_row, addition.like_row) == (11, 6)


def test_rows_are_added_below_a_merged_cell_that_reaches_beyond_the_data() -> None:
    book = BOOK + HELD.rstrip() + "\n| 7 | ^ |\n| 8 | ^ |"

    assert planned(book, issues(GLOVES)).added["stock_issues"].first_row == 10


def test_a_row_is_tried_before_it_is_written() -> None:
    reading, book = opened(TextHost(BOOK + HELD))
    target = Target.of(StockIssue, reading, book)
    assert target is not None
    placed = Placed(target.lines, 0, tuple(plain_cell(target.lines, 0, f) for f in target.columns))
    other = Placed(target.lines, 0, ("LY-9", *placed.cells[1:]))

    assert misread(target, {7: placed}) == frozenset()
    assert misread(target, {7: placed, 8: other}) == {8}
    assert misread(target, {6: placed, 4: other}) == {4, 6}  # the headings would be lost


def test_formulas_and_counters_that_wait_for_their_row_are_not_in_the_way() -> None:
    book = BOOK.replace("@4 |", "@4 | 序号 |") + HELD.replace("| 5 |", "| 5 | 1 |").replace(
        "| 6 |", "| 6 | 2 |"
    )

    plan = planned(book + "| 7 | 3 |\n| 8 | 4 |", issues(GLOVES))

    assert plan.added["stock_issues"].first_row == 7


def test_a_row_that_would_be_read_as_a_note_there_is_held_back() -> None:
    remark = "| 说明：本月无人领用 | | | | | | | | | | | |"

    plan = planned(BOOK + HELD, issues(remark, MASKS), issues(remark, MASKS))

    assert states(plan) == [
        ("1.xlsx", 2, "held"),
        ("1.xlsx", 3, "there"),
        ("2.xlsx", 2, "held"),  # it is that of the first source
        ("2.xlsx", 3, "there"),
    ]
    assert "会读成别的意思" in plan.ledgers[0].rows[0].why.zh
    assert plan.added == {}
    below = planned(BOOK + HELD, issues(remark, GLOVES))  # a row of data follows, as here
    assert states(below) == [("1.xlsx", 2, "new"), ("1.xlsx", 3, "new")]


def test_a_stroke_for_nothing_is_kept_where_a_blank_would_repeat_the_row_above() -> None:
    counts = "| 盘点 | 盘点单号 | 盘点日期 | 校区 | 物品名称 | 单位 | 实盘数量 | 盘点人 |\n"
    held = "| 2 | PD-1 | 2020-05-30 | 本部 | 口罩 | 只 | 9 | 张三 |\n"
    plan = planned(counts + held, counts + "| 2 | / | 2020-06-30 | 本部 | 口罩 | 只 | 5 | 张三 |")

    assert added(plan, "counts")[0]["number"] == "/"
    assert plan.added["counts"].first_row == plan.ledgers[0].rows[0].to_row == 3
