"""补货清单: what to buy, why, and what it will cost."""

from decimal import Decimal

from tests.own.told_pages import by_heading, only, result_of
from tests.told import result

from houqin.own.reorder import reorder_page

D = Decimal
STORE = """
| 校区 | 校区 |
|    2 | 本部 |
| 物品目录 | 物品编号 | 物品名称 | 规格型号 | 单位 | 最低库存 | 参考单价 |
|        2 | FY-1     | 口罩     | 50只/盒  | 盒   |          | 12.5     |
|        3 | BG-1     | 复印纸   | A4       | 包   | 20       | 20       |
|        4 | BG-2     | 粉笔     |          | 盒   | 10       |          |
| 入库 | 单据编号 | 日期       | 校区 | 物品编号 | 物品名称 | 单位 | 数量 | 验收人 | 保管员 |
|    2 | RK-1     | 2020-05-01 | 本部 | FY-1     | 口罩     | 盒   | 30   | 张三   | 李四   |
|    3 | RK-2     | 2020-05-02 | 本部 | BG-1     | 复印纸   | 包   | 5    | 张三   | 李四   |
|    4 | RK-3     | 2020-05-02 | 本部 | BG-2     | 粉笔     | 盒   | 8    | 张三   | 李四   |
| 储备标准 | 物品编号 | 物品名称 | 单位 | 计算基数 | 定额 |
|        2 | FY-1     | 口罩     | 盒   | 固定     | 40   |
"""


def test_whole_lines_by_hand() -> None:
    rows = by_heading(reorder_page(result_of(STORE)))

    heads = (
        *("物品编号", "物品名称", "规格型号", "单位", "校区", "补货原因"),
        *("现有数量", "应达到", "建议数量", "估计单价", "估计金额"),
    )
    assert rows == [
        dict(zip(heads, line, strict=True))
        for line in (
            ("FY-1", "口罩", "50只/盒", "盒", "本部", "储备标准", D(30), D(40), D(10), D("12.50"), D("125.00")),
            ("BG-1", "复印纸", "A4", "包", "全校", "最低库存", D(5), D(20), D(15), D("20.00"), D("300.00")),
            ("BG-2", "粉笔", None, "盒", "全校", "最低库存", D(8), D(10), D(2), None, None),
        )
    ]  # fmt: skip


def test_the_verdict_adds_up_what_is_known_to_cost_something() -> None:
    page = reorder_page(result_of(STORE))

    assert page.verdict == (
        "✘ 建议补货 3 项（储备标准 1，最低库存 2），估计合计 425.00 元；另有 1 项没有单价，未计入。"
    )


def test_where_there_is_enough_the_page_says_so() -> None:
    page = reorder_page(result())

    assert (page.rows, page.verdict) == ((), "✔ 储备和库存都够，不需要补货。")


def test_in_english_the_reason_is_english() -> None:
    page = reorder_page(result_of(STORE, lang="en"))

    assert [row["Below"] for row in by_heading(page, "en")] == [
        "reserve standard",
        "minimum stock",
        "minimum stock",
    ]
    assert page.verdict.startswith("✘ 3 to order (1 below the reserve, 2 below the minimum)")


def test_the_note_names_the_as_of_day() -> None:
    page = reorder_page(result_of(STORE, as_of="2020-05-02"))

    assert page.note == "统计日期 2020-05-02"
    assert only(page, "物品编号", "现有数量")[0] == ("FY-1", D(30))
