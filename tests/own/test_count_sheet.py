"""盘点表: what is to be counted, in the order of the shelves."""

from decimal import Decimal

import pytest
from tests.areas.drawn import book_of
from tests.own.told_pages import by_heading, only, result_of
from tests.told import result

from houqin.own.count_sheet import count_sheet_page, to_count
from houqin.result import Result

D = Decimal
CAMPUSES = """
| 校区 | 校区 |
|    2 | 本部 |
|    3 | 东园 |
"""
CATALOGUE = """
| 物品目录 | 物品编号 | 物品名称 | 类别     | 规格型号 | 单位 |
|        2 | FY-1     | 口罩     | 防疫物资 | 50只/盒  | 只   |
|        3 | FY-2     | 酒精     | 防疫物资 | 500ml    | 瓶   |
|        4 | BG-1     | 复印纸   | 办公用品 | A4       | 包   |
"""
MOVES = """
| 入库 | 单据编号 | 日期       | 校区 | 物品编号 | 物品名称 | 单位 | 数量 | 批号 | 验收人 | 保管员 |
|    2 | RK-1     | 2020-05-01 | 东园 | FY-1     | 口罩     | 只   | 100  | M1   | 张三   | 李四   |
|    3 | RK-2     | 2020-05-02 | 东园 | FY-1     | 口罩     | 只   | 50   | M2   | 张三   | 李四   |
|    4 | RK-3     | 2020-05-02 | 东园 | FY-2     | 酒精     | 瓶   | 8    | J1   | 张三   | 李四   |
|    5 | RK-4     | 2020-05-02 | 本部 | FY-1     | 口罩     | 只   | 30   |      | 张三   | 李四   |
|    6 | RK-5     | 2020-05-02 | 本部 | BG-1     | 复印纸   | 包   | 5    |      | 张三   | 李四   |
| 领用 | 单据编号 | 日期       | 校区 | 物品编号 | 物品名称 | 单位 | 数量 | 批号 | 领用人 | 领用部门 | 用途 |
|    2 | LY-1     | 2020-05-03 | 东园 | FY-1     | 口罩     | 只   | 100  | M1   | 王五   | 总务处   | 日常 |
|    3 | LY-2     | 2020-05-03 | 东园 | FY-2     | 酒精     | 瓶   | 3    |      | 王五   | 总务处   | 日常 |
|    4 | LY-3     | 2020-07-03 | 本部 | FY-1     | 口罩     | 只   | 30   |      | 王五   | 总务处   | 日常 |
"""
STORE = CAMPUSES + CATALOGUE + MOVES


@pytest.fixture
def store() -> Result:
    return result_of(STORE)


def test_a_whole_line_leaves_room_for_what_people_write(store: Result) -> None:
    first = by_heading(count_sheet_page(store, blind=False))[0]

    assert first == {
        "序号": 1,
        "校区": "本部",
        "物品编号": "BG-1",
        "物品名称": "复印纸",
        "规格型号": "A4",
        "单位": "包",
        "批号": None,
        "账面数量": D(5),
        "实盘数量（甲）": None,
        "实盘数量（乙）": None,
        "差异": None,
        "差异原因": None,
        "备注": None,
    }


def test_lines_stand_by_campus_category_and_item_with_the_batches_that_are_left(
    store: Result,
) -> None:
    found = only(
        count_sheet_page(store, blind=False), "序号", "校区", "物品编号", "批号", "账面数量"
    )

    # M1 is used up; of 酒精 one issue names no batch, so nobody can say what is left of each.
    assert found == [
        (1, "本部", "BG-1", None, D(5)),
        (2, "本部", "FY-1", None, D(30)),
        (3, "东园", "FY-1", "M2", D(50)),
        (4, "东园", "FY-2", None, D(5)),
    ]


def test_a_blind_sheet_is_the_same_without_the_book(store: Result) -> None:
    blind, seen = (count_sheet_page(store, blind=each) for each in (True, False))

    book = [column.heading.zh for column in seen.sheet.columns].index("账面数量")
    assert [row[book] for row in blind.rows] == [None] * 4
    assert blind.rows == tuple((*row[:book], None, *row[book + 1 :]) for row in seen.rows)
    assert blind.verdict == "共 4 行：本部 2、东园 2。盲盘：不印账面数量。"


def test_the_note_has_places_for_two_counters_a_supervisor_and_the_day(store: Result) -> None:
    note = count_sheet_page(store, blind=False).note

    assert "统计日期 2020-06-30" in note
    assert [
        word in note for word in ("盘点人甲：＿", "盘点人乙：＿", "监盘人：＿", "盘点日期：＿")
    ] == [True] * 4


def test_no_line_is_named_like_another(store: Result) -> None:
    page = count_sheet_page(store, blind=False)

    named = [tuple(row[at] for at in page.sheet.identity) for row in page.rows]
    assert len(set(named)) == len(named)


def test_what_came_after_the_as_of_day_is_not_there_yet() -> None:
    found = to_count(book_of(STORE, "2020-05-01"))

    assert [(*line.account, line.batch, line.book) for line in found] == [
        ("BG-1", "本部", None, D(0)),
        ("FY-2", "本部", None, D(0)),
        ("BG-1", "东园", None, D(0)),
        ("FY-1", "东园", "M1", D(100)),
        ("FY-2", "东园", None, D(0)),
    ]


def test_an_item_that_was_never_anywhere_is_looked_for_at_every_campus() -> None:
    found = to_count(book_of(CAMPUSES + CATALOGUE))

    assert [(line.account.campus, line.account.item, line.book) for line in found] == [
        (campus, item, D(0)) for campus in ("本部", "东园") for item in ("BG-1", "FY-1", "FY-2")
    ]


def test_a_batch_used_up_everywhere_leaves_one_line_without_a_batch() -> None:
    drawn = STORE.replace("| 50   | M2", "| 0.5  | M1").replace(
        "| 100  | M1   | 王五", "| 100.5 | M1   | 王五"
    )

    found = [line for line in to_count(book_of(drawn)) if line.account == ("FY-1", "东园")]

    assert [(line.batch, line.book) for line in found] == [(None, D(0))]


def test_what_was_counted_but_never_moved_is_counted_again() -> None:
    drawn = (
        STORE
        + """
| 盘点 | 盘点单号 | 盘点日期 | 校区 | 物品编号 | 物品名称 | 单位 | 实盘数量 | 盘点人 |
| 2 | PD-1 | 2020-05-05 | 本部 | FY-2 | 酒精 | 瓶 | 2 | 赵六 |
"""
    )

    found = [(line.account.campus, line.account.item) for line in to_count(book_of(drawn))]

    assert ("本部", "FY-2") in found


def test_the_verdict_warns_of_a_book_in_doubt_unless_nobody_sees_it() -> None:
    doubtful = result_of(STORE.replace("| 包   | 5    |", "| 包   | 若干 |"))

    seen, blind = (count_sheet_page(doubtful, blind=each).verdict for each in (False, True))

    assert seen.startswith("？ ")
    assert "其中 1 种有单据读不清，账面数量待核对" in seen
    assert "读不清" not in blind


def test_without_stock_there_is_nothing_to_count() -> None:
    page = count_sheet_page(result(), blind=True)

    assert (page.rows, page.verdict) == ((), "？ 没有要盘的物品。")
