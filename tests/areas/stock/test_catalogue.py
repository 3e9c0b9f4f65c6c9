from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.areas.drawn import book_of
from tests.effort import examples

from houqin.areas.stock import catalogue
from houqin.areas.stock.similar_names import alike
from houqin.rules import run_rules

COLOURS = ("红粉笔盒", "白粉笔盒", "蓝粉笔盒")


@pytest.mark.parametrize(
    ("names", "groups"),
    [
        (("一次性医用口罩", "医用一次性口罩"), [("一次性医用口罩", "医用一次性口罩")]),
        (("洗手液(大)", "洗手液-大"), [("洗手液(大)", "洗手液-大")]),
        (("免洗洗手液", "免洗的洗手液"), [("免洗洗手液", "免洗的洗手液")]),
        (("大垃圾袋", "垃圾袋"), []),
        (COLOURS, []),
        (("A4复印纸", "A3复印纸"), []),
        (("12号电池", "21号电池"), []),
        (("三号电池组", "三十号电池组"), []),
        (("N95口罩", "口罩N95"), [("N95口罩", "口罩N95")]),
        (("甲乙丙丁", "丁丙乙甲", "甲乙丙丁戊"), [("甲乙丙丁", "丁丙乙甲", "甲乙丙丁戊")]),
    ],
)
def test_names_of_the_same_letters_or_with_one_more_are_alike(
    names: tuple[str, ...], groups: list[tuple[str, ...]]
) -> None:
    assert list(alike(names)) == groups


@examples(50)
@given(st.lists(st.text("口罩洗手液消毒A41", min_size=1, max_size=7), max_size=12))
def test_each_name_stands_in_one_group_at_most_in_the_order_given(names: list[str]) -> None:
    groups = list(alike(names))

    given_once = list(dict.fromkeys(names))
    grouped = [name for group in groups for name in group]
    assert len(grouped) == len(set(grouped))
    assert all(len(group) > 1 for group in groups)
    for group in groups:
        assert sorted(group, key=given_once.index) == list(group)


def problems_of(drawn: str) -> Iterable[str]:
    book = book_of(drawn)
    verdict = run_rules(catalogue.RULES, book)
    assert verdict.faults == []
    return [str(problem) for problem in verdict.problems]


def test_a_ledger_that_lacks_a_column_is_left_out_and_the_other_is_judged() -> None:
    told = problems_of("""
| 物品目录 | 物品编号 | 物品名称 | 单位 |
|        2 | FY-001   | 医用口罩 | 只   |
| 入库 | 单据编号 | 日期       | 物品名称 | 数量 | 验收人 | 保管员 |
|    2 | RK-001   | 2020-05-11 | 测温枪   | 1    | 张三   | 李四   |
| 储备标准 | 物品名称 | 单位 | 计算基数 | 定额 | 来源     |
|        2 | 医用口罩 | 盒   | 每人     | 1    | 学校自定 |
""")

    assert told == ["入库!C2 STK-06", "储备标准!B2 STK-09"]


def test_an_empty_catalogue_can_tell_nothing_of_the_lines() -> None:
    told = problems_of("""
| 物品目录 | 物品编号 | 物品名称 | 单位 |
| 领用 | 单据编号 | 日期       | 校区 | 物品编号 | 物品名称 | 单位 | 数量 | 领用人 | 领用部门 | 用途 |
|    2 | LY-001   | 2020-05-12 | 本部 | FY-001   | 口罩     | 只   | 4    | 张三   | 总务处   | 晨检 |
|    3 | LY-002   | 2020-05-12 | 本部 |          | 洗手液   | 瓶   | 4    | 张三   | 总务处   | 消毒 |
""")

    assert told == []
