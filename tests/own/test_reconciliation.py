"""库存对账: every line with its count, and what to enter so that the book agrees."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.areas.stock.drawn import Count, Issue, Receipt, book_with, on
from tests.own.told_pages import by_heading, only, result_of
from tests.told import result

from houqin.areas.stock.reconcile import reconcile
from houqin.own import reconciliation
from houqin.own.reconciliation import reconciliation_page

D = Decimal
STOCK = """
| 入库 | 单据编号 | 日期 | 校区 | 入库类型 | 物品名称 | 单位 | 数量 | 批号 | 单价 | 验收人 | 保管员 |
| 2 | RK-1 | 2020-05-01 | 本部 | | 口罩 | 个 | 10 | | 2 | 张三 | 李四 |
| 3 | RK-2 | 2020-05-01 | 东园 | | 酒精 | 瓶 | 10 | A1 | 3 | 张三 | 李四 |
| 4 | RK-3 | 2020-05-02 | 东园 | | 酒精 | 瓶 | 20 | A2 | 3 | 张三 | 李四 |
| 5 | RK-4 | 2020-05-02 | 东园 | | 毛巾 | 条 | 若干 | | | 张三 | 李四 |
| 盘点 | 盘点单号 | 盘点日期 | 校区 | 物品名称 | 单位 | 批号 | 实盘数量 | 差异原因 | 盘点人 |
| 2 | PD-1 | 2020-05-05 | 本部 | 口罩 | 个 | | 7 | 丢失 | 赵六 |
| 3 | PD-2 | 2020-05-05 | 东园 | 酒精 | 瓶 | A1 | 12 | | 赵六 |
| 4 | PD-2 | 2020-05-05 | 东园 | 酒精 | 瓶 | A2 | 19 | | 赵六 |
"""


def test_a_whole_line_by_hand() -> None:
    book = book_with(
        [
            Receipt(on(0), "本部", "A-1", D(100), price="1.10"),
            Receipt(on(20), "本部", "A-1", D(50), kind="捐赠", price="2"),
        ],
        [
            Issue(on(5), "本部", "A-1", D(30)),
            Issue(on(25), "本部", "A-1", D(9)),
            Issue(on(26), "本部", "A-1", D(4), kind="报废"),
        ],
        [Count(on(22), "本部", "A-1", counted="118", reason="丢失")],
        period="2020-05-11..2020-06-10",
    )

    (row,) = by_heading(reconciliation_page(result(of=book)))

    assert row == {
        "物品编号": "A-1",
        "物品名称": "口罩",
        "校区": "本部",
        "单位": "个",
        "期初": D(70),
        "采购、捐赠": D(50),
        "调入": D(0),
        "退库": D(0),
        "盘盈": D(0),
        "领用": D(9),
        "调出": D(0),
        "退货": D(0),
        "报废": D(4),
        "盘亏": D(0),
        "结存": D(107),
        "盘点单号": "PD-2",
        "盘点日期": on(22),
        "账面数": D(120),
        "实盘数": D(118),
        "差异数": D(-2),
        "单价": D("1.40"),
        "差异金额": D("-2.80"),
        "差异原因": "丢失",
        "结果": "不符",
        "建议补记": "领用补一行盘亏 2 个，备注写 PD-2",
        "补记数": D(-2),
        "说明": None,
    }


def test_each_batch_that_differs_is_to_be_entered() -> None:
    found = only(
        reconciliation_page(result_of(STOCK)), "物品名称", "结果", "建议补记", "补记数", "说明"
    )

    assert found == [
        ("口罩", "不符", "领用补一行盘亏 3 个，备注写 PD-1", D(-3), None),
        (
            "酒精",
            "不符",
            "入库补一行盘盈 2 瓶，批号 A1，备注写 PD-2；领用补一行盘亏 1 瓶，批号 A2，备注写 PD-2",
            D(1),
            None,
        ),
    ]


def test_the_verdict_says_whether_all_adds_up_what_differs_and_what_was_left_out() -> None:
    page = reconciliation_page(result_of(STOCK))

    assert page.verdict == (
        "✘ 各栏相加等于结存，合计与入库、领用两表一致。"
        "共 2 行：盘点相符 0，不符 2，未盘 0（有结存的 0）。"
        "盘点差异金额：本部 -6.00 元，东园 3.00 元。"
        "入库、领用有 1 行读不清，没有计入，见问题清单。"
    )


def test_a_line_in_doubt_says_so() -> None:
    drawn = STOCK.replace("| 毛巾 | 条 | 若干 |", "| 口罩 | 个 | 若干 |").replace(
        "| 5 | RK-4 | 2020-05-02 | 东园", "| 5 | RK-4 | 2020-05-02 | 本部"
    )

    page = reconciliation_page(result_of(drawn))

    assert only(page, "物品名称", "说明")[0] == ("口罩", "有单据读不清，待核对")


def test_what_agrees_is_told_in_green_and_what_was_never_counted_in_amber() -> None:
    came = Receipt(date(2020, 5, 2), "本部", "A-1", D(10))
    counted = Count(date(2020, 5, 3), "本部", "A-1", counted="10")

    agrees = reconciliation_page(result(of=book_with([came], counts=[counted]))).verdict
    uncounted = reconciliation_page(result(of=book_with([came]))).verdict

    assert agrees.startswith("✔ ")
    assert "盘点相符 1，不符 0，未盘 0（有结存的 0）" in agrees
    assert uncounted.startswith("？ ")
    assert "未盘 1（有结存的 1）" in uncounted


def test_a_reconciliation_that_does_not_add_up_is_told_in_red(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    came = Receipt(date(2020, 5, 2), "本部", "A-1", D(10))
    counted = Count(date(2020, 5, 3), "本部", "A-1", counted="10")
    wrong = replace(reconcile(book_with([came], counts=[counted])), proof=False)
    monkeypatch.setattr(reconciliation, "reconcile", lambda _: wrong)

    page = reconciliation_page(result(of=book_with([came], counts=[counted])))

    assert page.verdict.startswith("✘ 各栏相加与结存不符！共 1 行")


def test_without_a_move_the_page_says_so() -> None:
    page = reconciliation_page(result())

    assert (page.rows, page.verdict) == ((), "？ 没有可对账的入库和领用。")


def test_in_english_words_are_english() -> None:
    page = reconciliation_page(result_of(STOCK, lang="en"))

    assert page.verdict.startswith("✘ Columns and sheets add up. 2 lines: 0 agree, 2 differ")
    first = by_heading(page, "en")[0]
    assert first["To enter"] == "on 领用: 盘亏 3 个, note PD-1"
