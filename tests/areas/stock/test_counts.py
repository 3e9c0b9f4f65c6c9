from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.areas.drawn import book_of
from tests.areas.stock import drawn
from tests.areas.stock.drawn import Count, Issue, Receipt, book_with, on
from tests.effort import examples

from houqin.areas.stock.counting import Comparison, comparisons, counts
from houqin.areas.stock.counts import RULES, tolerance
from houqin.areas.stock.reconcile import reconcile
from houqin.rules import run_rules

TEN = [Receipt(on(0), "本部", "A-1", Decimal(10))]


def test_the_book_of_a_count_is_that_of_its_moment_and_later_moves_are_told_apart() -> None:
    issued = [Issue(on(day), "本部", "A-1", Decimal(day)) for day in (1, 2, 3)]
    book = book_with(TEN, issued, [Count(on(2), "本部", "A-1", counted="7")])

    line = counts(book).lines[0]

    assert (line.book, line.counted) == (Decimal(7), Decimal(7))
    assert [move.change for move in line.later(book)] == [Decimal(-3)]


@pytest.mark.parametrize(
    ("counted", "recounted", "expected"),
    [("", "", None), ("0", "", 0), ("8", "", 8), ("8", "9", 9), ("", "0", 0)],
    ids=[
        "blank is not counted",
        "zero is counted",
        "once",
        "the second count holds",
        "second only",
    ],
)
def test_what_counts_as_counted(counted: str, recounted: str, expected: int | None) -> None:
    book = book_of(f"""
| 盘点 | 盘点单号 | 盘点日期 | 校区 | 物品名称 | 单位 | 实盘数量 | 复盘数量 | 盘点人 |
| 2 | PD-1 | 2020-05-05 | 本部 | 口罩 | 个 | {counted} | {recounted} | 赵六 |
""")

    assert counts(book).lines[0].counted == expected


@pytest.mark.parametrize(
    ("line", "is_sure"),
    [
        ("2020-05-05 | | A-1 | 10 | 10", True),
        ("2020-05-05 | 10:00 | A-1 | 10 | 10", True),
        ("2020-05-05 | 下班前 | A-1 | 10 | 10", False),
        ("2020-05-05 | | A-1 | 10 | 约10", False),
        ("2020-05-05 | | A-9 | 10 | 10", False),
    ],
    ids=["clear", "with a time", "time unread", "quantity unread", "item not listed"],
)
def test_a_line_in_doubt_is_not_compared(line: str, is_sure: bool) -> None:
    book = book_of(f"""
| 物品目录 | 物品编号 | 物品名称 | 单位 |
| 2 | A-1 | 口罩 | 个 |
| 盘点 | 盘点单号 | 盘点日期 | 盘点时间 | 物品编号 | 账面数量 | 实盘数量 | 校区 | 物品名称 | 单位 | 盘点人 |
| 2 | PD-1 | {line} | 本部 | 口罩 | 个 | 赵六 |
""")

    assert [each.is_sure for each in counts(book).lines] == [is_sure]


def test_a_batch_is_not_compared_when_issues_do_not_name_theirs() -> None:
    receipts = [Receipt(on(0), "本部", "A-1", Decimal(10), batch="A1")]
    counted = [Count(on(5), "本部", "A-1", counted="4", batch="A1")]

    named = book_with(receipts, [Issue(on(1), "本部", "A-1", Decimal(6), batch="A1")], counted)
    unnamed = book_with(receipts, [Issue(on(1), "本部", "A-1", Decimal(6))], counted)

    assert [(line.book, line.is_sure) for line in counts(named).lines] == [(Decimal(4), True)]
    assert [line.is_sure for line in counts(unnamed).lines] == [False]


def test_the_typed_book_is_compared_where_it_is_right_else_the_reckoned_one_is() -> None:
    book = book_with(
        [
            *TEN,
            Receipt(on(0), "本部", "B-2", Decimal(10)),
            Receipt(on(0), "本部", "C-3", Decimal(10)),
        ],
        counts=[
            Count(on(1), "本部", "A-1", counted="9", book="10"),
            Count(on(1), "本部", "B-2", counted="9"),
            Count(on(1), "本部", "C-3", counted="9", book="11"),  # wrong: told at its own cell
        ],
    )

    found = comparisons(book)

    assert found == {
        0: Comparison(Decimal(9), Decimal(10)),
        1: Comparison(Decimal(9), Decimal(10)),
    }


@pytest.mark.parametrize(
    ("value", "unit", "category", "allowed"),
    [
        ("5%", "%", "清洁用品", Decimal(2)),
        ("3", "个", "清洁用品", Decimal(3)),
        ("", "%", "清洁用品", None),
        ("5%", "%", "防疫物资", Decimal(0)),
        ("5%", "%", "", Decimal(0)),
    ],
    ids=["share", "quantity", "blank: not judged", "default of another", "no category: none"],
)
def test_the_tolerance_is_that_of_the_category(
    value: str, unit: str, category: str, allowed: Decimal | None
) -> None:
    book = book_of(f"""
| 参数 | 代码 | 参数 | 值 | 单位 | 来源 |
| 2 | stock.tolerance.清洁用品 | 允许差异 | {value} | {unit} | 学校自定 |
| 物品目录 | 物品编号 | 物品名称 | 类别 | 单位 |
| 2 | A-1 | 口罩 | {category} | 个 |
| 盘点 | 盘点单号 | 盘点日期 | 校区 | 物品编号 | 物品名称 | 单位 | 实盘数量 | 盘点人 |
| 2 | PD-1 | 2020-05-05 | 本部 | A-1 | 口罩 | 个 | 1 | 赵六 |
""")

    assert tolerance(book, counts(book).lines[0], Decimal(40)) == allowed


@examples(25)
@given(drawn.receipts, drawn.issues, st.integers(0, 60).map(on))
def test_a_count_copied_from_the_book_of_its_day_gives_no_problem(
    receipts: list[Receipt], issues: list[Issue], day: object
) -> None:
    lines = reconcile(book_with(receipts, issues, period=f"2020-04-01..{day}")).lines
    copied = [
        Count(day, line.campus, line.item, counted=str(line.book), book=str(line.book))  # type: ignore[arg-type]
        for line in lines
        if line.book >= 0
    ]
    moved = {(line.item, line.campus) for line in lines if line.book >= 0}
    book = book_with(receipts, issues, copied)

    problems = run_rules(RULES, book).problems

    assert {problem.hit.heading for problem in problems} <= {"物品编号"}  # only: not counted since
    assert {(line.account.item, line.account.campus) for line in counts(book).lines} == moved
