from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.areas.drawn import book_of
from tests.effort import examples

from houqin.areas.stock import after_counts, balances, documents, transfers
from houqin.areas.stock.after_counts import in_order
from houqin.rules import Rule, Verdict, run_rules

FIRST = date(2020, 5, 1)
RULES: tuple[Rule, ...] = (
    *documents.RULES,
    *balances.RULES,
    *transfers.RULES,
    *after_counts.RULES,
)


def verdict_of(drawn: str) -> Verdict:
    book = book_of(drawn)
    return run_rules(RULES, book)


def days(*numbers: int) -> list[date]:
    return [FIRST + timedelta(days=number) for number in numbers]


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [
        ((), []),
        ((1, 1, 2), [0, 1, 2]),
        ((1, 5, 2), [0, 1]),
        ((1, 90, 2, 3), [0, 2, 3]),
        ((1, 2, 9, 3, 10), [0, 1, 2, 4]),
        ((3, 2, 1), [0]),
    ],
)
def test_the_lines_in_order_are_the_longest_run_and_of_two_the_one_that_stands_first(
    numbers: tuple[int, ...], kept: list[int]
) -> None:
    assert sorted(in_order(days(*numbers))) == kept


@examples(60)
@given(st.lists(st.integers(0, 6), max_size=8))
def test_no_longer_run_goes_without_a_step_back(numbers: list[int]) -> None:
    kept = [numbers[place] for place in sorted(in_order(days(*numbers)))]

    longest = max(
        sum(bits >> place & 1 for place in range(len(numbers)))
        for bits in range(1 << len(numbers))
        if _goes_up([number for place, number in enumerate(numbers) if bits >> place & 1])
    )
    assert _goes_up(kept)
    assert len(kept) == longest


def _goes_up(numbers: list[int]) -> bool:
    return numbers == sorted(numbers)


def test_every_rule_says_which_sheet_it_lacks() -> None:
    verdict = verdict_of("| 人员 | 姓名 |\n| 2 | 张三 |\n")

    assert verdict.faults == []
    assert verdict.problems == []
    assert [each.code for each in verdict.skipped] == [rule.code for rule in RULES]
    assert verdict.skipped[0].why.zh == "没有工作表 入库"
    assert {each.code: each.why.zh for each in verdict.skipped}["STK-17"] == "没有工作表 入库、领用"


def test_one_of_two_ledgers_is_judged_without_the_other() -> None:
    verdict = verdict_of("""
| 领用 | 单据编号 | 日期       | 校区 | 物品名称 | 单位 | 数量 | 领用人 | 领用部门 | 用途 |
|    2 | LY-001   | 2020-07-12 | 本部 | 口罩     | 盒   | 2    | 张三   | 总务处   | 晨检 |
|    3 | LY-001   | 2020-07-12 | 本部 | 口罩     | 盒   | 2    | 李四   | 总务处   | 晨检 |
""")

    assert sorted(map(str, verdict.problems)) == [
        "领用!B2 STK-17",
        "领用!B3 STK-17",
        "领用!D3 STK-19",
        "领用!G3 STK-18",
    ]


def test_a_ledger_without_numbers_is_left_out_and_the_other_is_judged() -> None:
    verdict = verdict_of("""
| 入库 | 日期       | 校区 | 物品名称 | 单位 | 数量 | 验收人 | 保管员 |
|    2 | 2020-05-11 | 本部 | 口罩     | 盒   | 20   | 张三   | 李四   |
| 领用 | 单据编号 | 日期       | 校区 | 物品名称 | 单位 | 数量 | 领用人 | 领用部门 | 用途 |
|    2 | LY-001   | 2020-05-12 | 本部 | 口罩     | 盒   | 2    | 张三   | 总务处   | 晨检 |
|    3 | LY-001   | 2020-05-13 | 本部 | 口罩     | 盒   | 2    | 张三   | 总务处   | 晨检 |
""")

    assert list(map(str, verdict.problems)) == ["领用!B3 STK-18"]


def test_a_fall_names_the_last_receipt_before_it_and_the_balance_on_both_sides() -> None:
    verdict = verdict_of("""
| 入库 | 单据编号 | 日期       | 校区 | 物品名称 | 单位 | 数量 | 验收人 | 保管员 |
|    2 | RK-001   | 2020-05-06 | 本部 | 口罩     | 盒   | 10   | 张三   | 李四   |
|    3 | RK-002   | 2020-05-08 | 本部 | 口罩     | 盒   | 15   | 张三   | 李四   |
|    4 | RK-003   | 2020-05-20 | 本部 | 口罩     | 盒   | 90   | 张三   | 李四   |
| 领用 | 单据编号 | 日期       | 校区 | 物品名称 | 单位 | 数量 | 领用人 | 领用部门 | 用途 |
|    2 | LY-001   | 2020-05-12 | 本部 | 口罩     | 盒   | 40   | 王五   | 总务处   | 晨检 |
""")

    (problem,) = verdict.problems
    assert str(problem) == "领用!F2 STK-07"
    assert [str(place) for place in problem.hit.related] == ["入库!A3"]
    assert (problem.hit.values["before"], problem.hit.values["after"]) == (25, -15)
