"""What a cell of a source becomes in the book: its plain form, or what stands there."""

from datetime import date
from decimal import Decimal

import pytest
from tests.importing.drawn import BOOK, added, issues, planned, states

from houqin.cells.values import CellError

MASKS = "| LY-1 | 2020-05-12 | 本部 | KZ-001 | 口罩 | 只 | 12 | | 张三 | 总务处 | 防疫 | |"
GLOVES = "| LY-3 | 2020-05-14 | 东园 | ST-001 | 手套 | 双 | 20 | | 王五 | 食堂 | 分餐 | |"


def test_cells_are_written_in_their_plain_form() -> None:
    dirt = "| ＬＹ-３ | '2020年5月14日 | 东园 | ST-001 | 手套 | 双 | '２０双 | 007 | 王 五 | 食堂 | / | 无 |"

    assert added(planned(BOOK, issues(dirt))) == [
        {
            "number": "LY-3",
            "date": date(2020, 5, 14),
            "campus": "东园",
            "item": "ST-001",
            "name": "手套",
            "unit": "双",
            "quantity": 20,
            "batch": "7",
            "person": "王五",
            "department": "食堂",
            "purpose": "/",
        }
    ]


def test_money_people_and_yes_or_no_in_their_plain_form() -> None:
    lists = "| 清单 | 清单 | 值 | 同义 | 启用 |\n"
    checks = "| 检查记录 | 检查编号 | 检查日期 | 检查类型 | 校区 | 检查区域 | 检查项目 | 检查结果 | 检查人 |\n"
    stock = "| 入库 | 单据编号 | 日期 | 校区 | 物品名称 | 单位 | 数量 | 单价 | 金额 | 验收人 | 保管员 |\n"
    plan = planned(
        lists + checks + stock,
        lists
        + "| 2 | 口味 | 甜 | | √ |\n"
        + checks
        + "| 2 | JC-1 | 2020-05-12 | 日巡视 | 本部 | 食堂 | 食品安全 | 正常 | 张三，李 四 王五 |\n"
        + stock
        + "| 2 | RK-1 | 2020-05-12 | 本部 | 口罩 | 只 | 100 | 2.5元 | ￥1,250.00元 | 张三 | 李四 |",
    )

    assert added(plan, "lists") == [{"list": "口味", "value": "甜", "in_use": "是"}]
    assert added(plan, "inspections")[0]["inspectors"] == "张三、李四、王五"
    stock_row = added(plan, "receipts")[0]
    assert (stock_row["unit_price"], stock_row["amount"]) == (2.5, 1250)


def test_what_cannot_be_read_is_taken_as_it_stands() -> None:
    plan = planned(
        BOOK,
        issues(
            "| LY-3 | '5.14 | 东园 | ST-001 | 手套 | 双 | 约20 | | 王五 | 食堂 | 分餐 | |",
            "| LY-4 | 5.14 | 东园 | ST-001 | 手套 | 双 | #N/A | | 王五 | 食堂 | 分餐 | TRUE |",
        ),
    )

    assert states(plan) == [("1.xlsx", 2, "doubtful"), ("1.xlsx", 3, "doubtful")]
    first, second = added(plan)
    assert (first["date"], first["quantity"]) == ("5.14", "约20")
    assert (second["date"], second["quantity"], second["note"]) == (5.14, CellError("#N/A"), True)
    told = [(each.heading, str(each.place), each.value) for each in plan.ledgers[0].rows[0].unread]
    assert told == [("日期", "领用!B2", "5.14"), ("数量", "领用!G2", "约20")]
    assert not plan.is_complete


def test_a_date_without_year_is_not_read_by_the_books_term() -> None:
    terms = "| 参数 | 代码 | 参数 | 值 |\n| 2 | term.start | 学期开始 | '2020-02-10 |\n| 3 | term.end | 学期结束 | '2020-07-17 |\n"
    row = GLOVES.replace("2020-05-14", "5月14日")
    last_year = terms.replace("2020-", "2019-")

    assert added(planned(terms + BOOK, issues(row)))[0]["date"] == "5月14日"
    old = planned(terms + BOOK, last_year + issues(row))
    assert added(old)[0]["date"] == date(2019, 5, 14)


def test_what_is_merged_repeated_or_stated_once_becomes_a_value_of_each_row() -> None:
    plan = planned(
        BOOK,
        """
| 校区 | 校区 |
| 2 | 东园 |
| 出库单 | 东园物品出库单 | < | < | < | < | < |
| 2 | 出库日期：2020年5月14日 | | | 领用部门：食堂 | | |
| 3 | 出库单号 | 品名 | 单位 | 数量 | 领用人 | 用途 |
| 4 | CK-1 | 手套 | 双 | 20 | 王五 | 分餐 |
| 5 | ^ | 口罩 | 只 | 30 | 王五 | 分餐 |
| 6 | 同上 | 帽子 | 顶 | 5 | 王五 | 分餐 |
| 7 | 合计 | | | 55 | | |
""",
    )

    same = {"number": "CK-1", "date": date(2020, 5, 14), "campus": "东园", "department": "食堂"}
    assert [{name: row[name] for name in same} for row in added(plan)] == [same] * 3
    facts = [(each.heading, each.value, str(each.place)) for each in plan.ledgers[-1].facts]
    assert facts == [
        ("日期", "2020年5月14日", "出库单!A2"),
        ("校区", "东园", "出库单!A1"),
        ("领用部门", "食堂", "出库单!D2"),
    ]


def test_a_ditto_mark_in_a_quantity_is_taken_as_it_stands() -> None:
    plan = planned(BOOK, issues(MASKS, GLOVES.replace("| 20 |", "| 〃 |")))

    assert states(plan)[1] == ("1.xlsx", 3, "doubtful")
    assert added(plan)[1]["quantity"] == "〃"


def test_a_unit_that_stands_nowhere_else_is_kept_with_its_quantity() -> None:
    source = issues(GLOVES.replace("| 20 |", "| 20双 |")).replace("| 单位 |", "| 单位栏 |")

    plan = planned(BOOK, source)

    assert states(plan) == [("1.xlsx", 2, "new")]
    assert added(plan)[0]["quantity"] == "20双"


def test_a_number_of_more_digits_than_a_spreadsheet_keeps_stays_text() -> None:
    exact = "1234567.123456789012"
    plan = planned(BOOK, issues(GLOVES.replace("| 20 |", f"| '{exact} |")))

    assert added(plan)[0]["quantity"] == exact


def test_lists_of_the_sources_hold_for_all_of_them() -> None:
    lists = "| 清单 | 清单 | 值 | 同义 |\n"
    book = lists + "| 2 | 出库类型 | 领用 | |\n" + BOOK.replace("备注", "出库类型")
    heads = issues(
        GLOVES.removesuffix("| |") + "| 送人 |", MASKS.removesuffix("| |") + "| 领走 |"
    ).replace("备注", "出库类型")
    theirs = lists + "| 2 | 出库类型 | 赠送 | 送人 |\n| 3 | 出库类型 | 领用 | 领走 |\n"

    plan = planned(book, heads, theirs)

    assert [row["kind"] for row in added(plan)] == ["赠送", "领用"]


def test_where_lists_disagree_that_of_the_book_holds() -> None:
    lists = "| 清单 | 清单 | 值 | 同义 |\n"
    book = lists + "| 2 | 出库类型 | 领用 | 领走 |\n" + BOOK.replace("备注", "出库类型")
    theirs = lists + "| 2 | 出库类型 | 赠送 | 领走 |\n| 3 | 出库类型 | 领 用 | 拿走 |\n"
    rows = [MASKS.removesuffix("| |") + f"| {word} |" for word in ("领走", "拿走")]

    plan = planned(book, theirs + issues(*rows).replace("备注", "出库类型"))

    assert [row["kind"] for row in added(plan)] == ["领用", "领用"]


@pytest.mark.parametrize("quantity", ["0.1", "12.50", "1e-7"])
def test_fractions_are_numbers(quantity: str) -> None:
    row = added(planned(BOOK, issues(GLOVES.replace("| 20 |", f"| {quantity} |"))))[0]

    assert row["quantity"] == float(Decimal(quantity))


def test_a_foreign_list_with_totals_strokes_and_signatures_is_taken_in() -> None:
    book = """
| 入库 @4 | 单据编号 | 日期 | 校区 | 物品名称 | 规格型号 | 单位 | 数量 | 单价 | 金额 | 供货单位 | 发票号 | 采购人 | 验收人 | 保管员 |
"""
    plan = planned(
        book,
        """
| Receipts | 2020春学期物资入库台帐 | < | < | < | < | < | < | < | < | < | < | < |
| 3 | 入库单号 | 入库时间 | 仓库 | 品名 | 品种 | 单位 | 入库数量 | 价格 | 合计 | 供货商 | 发票 | 采购员 | 财产管理员 | 保管员 |
| 4 | RK-001 | 2020-02-20 | 本部 | Ａ４纸 | 70g | 包 | '２０包 | 22.5 | ￥450.00 | 文具店 | '007 | 张三 | 李四 | 王五 |
| 5 | ^ | ^ | ^ | 口罩 | / | 只 | '100 | 2.5元 | 250 | — | 无 | 张三 | 李四 | 王五 |
| 6 | 小计 | | | | | | 120 | | 700 |
| 8 | RK-002 | 2020.3.5 | 东校区 | 洗手液 | | 瓶 | 2箱(24瓶/箱) | 12 | 24 | | | 张三 | 李四 | 王五 |
| 9 | 合　计 | | | | | | | | 724 |
| 10 | 制表人：赵六 | | | | 审核：钱七 |
""",
    )

    people = {"buyer": "张三", "acceptor": "李四", "keeper": "王五"}
    first = {"number": "RK-001", "date": date(2020, 2, 20), "campus": "本部", **people}
    assert states(plan) == [("1.xlsx", 4, "new"), ("1.xlsx", 5, "new"), ("1.xlsx", 8, "doubtful")]
    assert added(plan, "receipts") == [
        {
            **first,
            "name": "Ａ４纸",
            "spec": "70g",
            "unit": "包",
            "quantity": 20,
            "unit_price": 22.5,
            "amount": 450,
            "supplier": "文具店",
            "invoice": "007",
        },
        {**first, "name": "口罩", "unit": "只", "quantity": 100, "unit_price": 2.5, "amount": 250},
        {
            "number": "RK-002",
            "date": date(2020, 3, 5),
            "campus": "东校区",
            "name": "洗手液",
            "unit": "瓶",
            "quantity": "2箱(24瓶/箱)",
            "unit_price": 12,
            "amount": 24,
            **people,
        },
    ]
