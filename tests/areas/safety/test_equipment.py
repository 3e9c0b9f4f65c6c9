"""When equipment is due for service, and which pieces count."""

from datetime import date

import pytest
from tests.areas.drawn import book_of
from tests.areas.safety.drawn import drawn_as

from houqin.areas.safety.equipment import is_contract, is_in_use, service_due
from houqin.areas.safety.rows import Equipment
from houqin.book import Book

ORDINARY = {
    "设备编号": "XF-001",
    "类别": "灭火器",
    "名称": "干粉灭火器",
    "校区": "本部",
    "位置": "教学楼",
    "生产日期": "",
    "上次维保日期": "",
    "维保周期天数": "",
    "状态": "",
}
ONE_YEAR_AT_MAIN = """
| 参数 | 代码                   | 参数     | 值  | 校区 | 来源     |
|    2 | equipment.service_days | 维保周期 | 100 | 东园 | 学校自定 |
|    3 | equipment.service_days | 维保周期 | 365 |      | 学校自定 |
"""


def one_piece(settings: str = ONE_YEAR_AT_MAIN, **cells: str) -> tuple[Equipment, Book]:
    piece = ORDINARY | cells
    book = book_of(settings + drawn_as([["消防设备", *piece], ["2", *piece.values()]]))
    return book[Equipment][0], book


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        # 2020 is a leap year: 365 days after 1 March 2019 is 29 February 2020.
        ({"上次维保日期": "2019-03-01"}, date(2020, 2, 29)),
        ({"上次维保日期": "2020-05-01", "维保周期天数": "30"}, date(2020, 5, 31)),
        ({"上次维保日期": "2020-05-01", "校区": "东园"}, date(2020, 8, 9)),
        ({"生产日期": "2018-01-01"}, date(2019, 1, 1)),
        ({"生产日期": "2018-01-01", "上次维保日期": "2019-01-01"}, date(2020, 1, 1)),
        ({}, None),
    ],
)
def test_service_is_due_so_many_days_after_the_last(
    cells: dict[str, str], expected: date | None
) -> None:
    assert service_due(*one_piece(**cells)) == expected


def test_without_a_limit_service_is_never_due() -> None:
    blank = ONE_YEAR_AT_MAIN.replace("365", "   ")

    assert service_due(*one_piece(blank, 上次维保日期="2010-01-01")) is None


@pytest.mark.parametrize(
    ("status", "expected"),
    [("", True), ("正常", True), ("待维修", True), ("维修中", False), ("已报废", False)],
)
def test_in_use_is_what_is_not_put_out_of_use(status: str, expected: bool) -> None:
    assert is_in_use(*one_piece(状态=status)) is expected


@pytest.mark.parametrize(("kind", "expected"), [("消防维保合同", True), ("灭火器", False)])
def test_a_contract_is_known_by_its_kind(kind: str, expected: bool) -> None:
    assert is_contract(*one_piece(类别=kind)) is expected
