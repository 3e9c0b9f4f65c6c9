"""What cells may say: the lists of 清单 and the campuses of 校区 over the defaults."""

import pytest
from tests.areas.drawn import book_of

from houqin.cells.doubts import Doubt

OWN_LIST = """
| 清单 | 清单     | 值     | 同义           | 归类   | 次序 | 启用 |
| 2    | 检查结果 | 待复查 | 复查｜再查     | 异常   | 3    |      |
| 3    | 检查结果 | 合格   | 好、ok         |        | 1    |      |
| 4    | 检查结果 | 免检   | 好             | 不适用 | 2    | 否   |
| 5    | 检查结果 | 不合格 | 坏             |        | 2    | 是   |
"""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("合格", "合格"),
        ("OK", "合格"),
        ("好", "合格"),
        ("再查", "待复查"),
        ("免检", None),
        ("正常", None),
    ],
)
def test_an_own_list_takes_the_place_of_the_default(typed: str, meant: str | None) -> None:
    found = book_of(OWN_LIST).vocabularies["检查结果"].read(typed)

    assert (None if isinstance(found, Doubt) else found) == meant


def test_the_values_come_in_the_order_that_the_sheet_states() -> None:
    assert book_of(OWN_LIST).vocabularies["检查结果"].values == ("合格", "不合格", "待复查")


def test_a_list_that_the_sheet_lacks_keeps_the_default() -> None:
    assert book_of(OWN_LIST).vocabularies["整改方式"].values == ("立即整改", "限期整改")


def test_a_value_counts_as_its_group_else_as_the_default_like_it() -> None:
    book = book_of(OWN_LIST)

    values = ("待复查", "合格", "不合格", "免检", "正常")

    assert [book.group("检查结果", value) for value in values] == ["异常", "正常", "异常", "", ""]
    assert book.group("整改状态", "整改中") == "未完成"


def test_a_spelling_of_two_values_is_none() -> None:
    book = book_of(
        """
        | 清单 | 清单     | 值   | 同义       |
        | 2    | 差异原因 | 丢失 | 不见、丢了 |
        | 3    | 差异原因 | 损耗 | 不见       |
        """
    )

    assert isinstance(book.vocabularies["差异原因"].read("不见"), Doubt)
    assert book.vocabularies["差异原因"].read("丢了") == "丢失"


def test_the_campuses_are_those_of_their_sheet_with_the_spellings_of_the_list() -> None:
    book = book_of(
        """
        | 校区 | 校区 |
        | 2    | 本部 |
        | 3    | 东区 |
        | 清单 | 清单 | 值   | 同义       |
        | 2    | 校区 | 本部 | 主校区     |
        | 3    | 校区 | 西区 | 西校区     |
        """
    )

    campuses = book.vocabularies["校区"]

    assert campuses.values == ("本部", "东区")
    assert campuses.read("主校区") == "本部"
    assert isinstance(campuses.read("西校区"), Doubt)


def test_without_a_sheet_of_campuses_any_campus_is_read() -> None:
    book = book_of("| 清单 | 清单 | 值 |\n| 2 | 校区 | 本部 |\n")

    assert "校区" not in book.vocabularies
