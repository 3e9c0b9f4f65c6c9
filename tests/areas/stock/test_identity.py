import pytest
from tests.areas.drawn import book_of

from houqin.areas.stock.identity import Catalogue, identities, unit_meant
from houqin.areas.stock.items import items_meant
from houqin.areas.stock.rows import Item, StockIssue
from houqin.cells.text import unspaced

CATALOGUE = """
| 物品目录 | 物品编号 | 物品名称 | 规格型号 | 单位 |
|        2 | QJ-001   | 洗手液   | 500ml    | 瓶   |
|        3 | QJ-002   | 洗手液   | 5L       | 桶   |
|        4 | FY-001   | 医用口罩 |          | 只   |
|        5 | BG-001   | 打印纸   | A4       | 包   |
|        6 | BG-002   | 打印纸   | A4       | 箱   |
"""
ISSUES = """
| 领用 | 单据编号 | 日期       | 校区 | 物品编号 | 物品名称 | 规格型号 | 单位 | 数量 | 领用人 | 领用部门 | 用途 |
|    2 | LY-001   | 2020-05-12 | 本部 | {item} | {name} | {spec} | {unit} | 1 | 张三 | 总务处 | 办公 |
"""


def identity(
    item: str, name: str, spec: str = "", unit: str = "瓶", *, catalogue: str = CATALOGUE
) -> str | None:
    issues = ISSUES.format(item=item, name=name, spec=spec, unit=unit)
    book = book_of(catalogue + issues)
    return identities(book[StockIssue], Catalogue.of(book.rows.get(Item)))[0]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (("FY-001", "医用口罩"), "FY-001"),
        (("FY-001", "洗手液"), "FY-001"),
        (("XX-999", "医用口罩"), "XX-999"),
        (("", "医用口罩", "", "盒"), "FY-001"),
        (("", "医用␣口罩", "儿童", "只"), "FY-001"),
        (("", "洗手液", "５００ＭＬ"), "QJ-001"),
        (("", "洗手液", "", "桶"), "QJ-002"),
        (("", "打印纸", "A4", "箱"), "BG-002"),
        (("", "洗手液", "", "箱"), "洗手液"),
        (("", "打印纸", "A4", "令"), "打印纸"),
        (("", "测温枪", "", "把"), "测温枪"),
        (("#N/A", "医用口罩", "", "只"), None),
        (("", "", "", "只"), None),
    ],
)
def test_a_line_means_the_item_of_its_number_else_the_one_that_fits_its_name(
    line: tuple[str, ...], expected: str | None
) -> None:
    assert identity(*line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [(("FY-001", "医用口罩"), "FY-001"), (("", "Ａ４␣纸"), "a4纸")],
)
def test_without_a_catalogue_the_number_or_the_folded_name_is_the_item(
    line: tuple[str, str], expected: str
) -> None:
    assert identity(*line, catalogue="") == expected


def test_of_two_rows_with_one_number_the_first_holds_and_the_number_is_known_as_doubled() -> None:
    book = book_of("""
| 物品目录 | 物品编号 | 物品名称 | 单位 |
|        2 | FY-001   | 医用口罩 | 只   |
|        3 | FY-001   | 测温枪   | 把   |
|        4 | FY-002   | 洗手液   | 瓶   |
""")

    catalogue = Catalogue.of(book[Item])

    assert {number: listed.name for number, listed in catalogue.by_number.items()} == {
        "FY-001": "医用口罩",
        "FY-002": "洗手液",
    }
    assert catalogue.doubled == {"FY-001"}


@pytest.mark.parametrize(
    ("one", "other"), [("84消毒液", "８４　消毒液"), ("N95口罩", "n95␣口罩"), ("口罩\n", "口罩")]
)
def test_width_case_and_blanks_do_not_make_another_name(one: str, other: str) -> None:
    assert unspaced(one) == unspaced(other.replace("␣", " "))


@pytest.mark.parametrize(
    ("unit", "expected"), [("枚", "个"), ("个", "个"), ("Ｌ", "L"), ("麻袋", "麻袋")]
)
def test_units_of_one_meaning_are_one_unit(unit: str, expected: str) -> None:
    book = book_of("| 清单 | 清单 | 值 | 同义 |\n| 2 | 单位 | 个 | 枚 |\n| 3 | 单位 | L | 升 |\n")

    assert unit_meant(book, unit) == expected


WITHOUT_CATALOGUE = """
| 入库 | 单据编号 | 日期       | 校区 | 物品编号 | 物品名称 | 单位 | 数量 | 验收人 | 保管员 |
|    2 | RK-001   | 2020-05-11 | 本部 | KZ-001   | 口罩     | 只   | 100  | 张三   | 李四   |
|    3 | RK-002   | 2020-05-11 | 本部 | SJ-001   | 水笔     | 支   | 10   | 张三   | 李四   |
|    4 | RK-003   | 2020-05-11 | 本部 | SJ-002   | 水笔     | 盒   | 10   | 张三   | 李四   |
| 领用 | 单据编号 | 日期       | 校区 | 物品名称 | 单位 | 数量 | 领用人 | 领用部门 | 用途 |
|    2 | LY-001   | 2020-05-12 | 本部 | 口 罩    | 只   | 12   | 王五   | 总务处   | 防疫 |
|    3 | LY-002   | 2020-05-12 | 本部 | 水笔     | 盒   | 1    | 王五   | 总务处   | 办公 |
|    4 | LY-003   | 2020-05-12 | 本部 | 水笔     | 箱   | 1    | 王五   | 总务处   | 办公 |
|    5 | LY-004   | 2020-05-12 | 本部 | 抹布     | 块   | 1    | 王五   | 总务处   | 保洁 |
"""


def test_without_a_catalogue_a_name_means_the_number_that_other_lines_give_it() -> None:
    book = book_of(WITHOUT_CATALOGUE)

    assert items_meant(book, StockIssue) == ("KZ-001", "SJ-002", "水笔", "抹布")
