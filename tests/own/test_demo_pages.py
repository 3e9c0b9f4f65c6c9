"""The pages of the demo term say what the actions and the summary say."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.own.told_pages import by_heading, only

from houqin.areas.safety.coverage import coverage, rate
from houqin.areas.safety.overdue import overdue
from houqin.areas.stock.ledger import stock_ledger
from houqin.areas.stock.moves import Account
from houqin.areas.stock.reconcile import reconcile
from houqin.areas.stock.reserves import reorder
from houqin.hosts.files import open_workbook
from houqin.own.count_sheet import count_sheet_page
from houqin.own.coverage import coverage_page
from houqin.own.layout import OwnPage
from houqin.own.notices import charges_to_notify, notices
from houqin.own.overdue import overdue_page
from houqin.own.problem_list import PROBLEMS, problem_rows, summary_lines
from houqin.own.reconciliation import reconciliation_page
from houqin.own.reorder import reorder_page
from houqin.own.roster_check import roster_check_page
from houqin.own.roster_draft import roster_draft_page
from houqin.pipeline import check
from houqin.result import Options, Result
from houqin.sections import Unit, Value
from houqin.summing_up import with_sections

PAGES: tuple[Callable[[Result], OwnPage], ...] = (
    reconciliation_page,
    lambda result: count_sheet_page(result, blind=False),
    reorder_page,
    overdue_page,
    coverage_page,
    roster_check_page,
    roster_draft_page,
)
TIMES = (("", ""), ("2020-03-20", ""), ("2020-05-31", ""), ("", "2020-05"))


@pytest.fixture(scope="module", params=TIMES, ids=[" ".join(each) or "term" for each in TIMES])
def demo(request: pytest.FixtureRequest, demo_book: Path) -> Iterator[Result]:
    as_of, period = request.param
    host = open_workbook(demo_book)
    yield with_sections(check(host, Options(as_of, period), date.min))
    host.close()


def figure(result: Result, key: str) -> Value:
    return next(f.total for section in result.sections for f in section.figures if f.key == key)


@pytest.mark.parametrize("page_of", PAGES)
def test_every_value_is_of_the_kind_of_its_column(
    demo: Result, page_of: Callable[[Result], OwnPage]
) -> None:
    page = page_of(demo)

    kinds = {Unit.TEXT: str, Unit.DATE: date}
    wrong = [
        (column.heading.zh, value)
        for row in page.rows
        for column, value in zip(page.sheet.columns, row, strict=True)
        if value is not None and not isinstance(value, kinds.get(column.unit) or int | Decimal)
    ]
    assert wrong == []


def test_reconciliation_has_the_lines_of_the_action_and_the_sums_of_the_summary(
    demo: Result,
) -> None:
    page, found = reconciliation_page(demo), reconcile(demo.book)

    rows = by_heading(page)
    assert [(row["物品编号"], row["校区"], row["结存"], row["实盘数"]) for row in rows] == [
        (line.item, line.campus, line.book, line.count.counted) for line in found.lines
    ]
    values: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        values[row["校区"]] += row["差异金额"] or 0
    assert dict(values) == {total.campus: total.value for total in found.totals}
    for total in found.totals:
        assert f"{total.campus} {total.value:,.2f} 元" in page.verdict


def test_what_differs_is_what_the_summary_says(demo: Result) -> None:
    period = demo.book.period
    rows = by_heading(reconciliation_page(demo))

    counted = [row for row in rows if row["实盘数"] is not None and row["盘点日期"] in period]
    assert len(counted) == figure(demo, "stock.counted")
    differ = [row for row in counted if row["结果"] == "不符"]
    assert len(differ) == figure(demo, "stock.differing")
    assert sum(row["差异金额"] or 0 for row in differ) == figure(demo, "stock.difference_amount")


def test_a_line_adds_up_as_a_person_adds_it(demo: Result) -> None:
    came, went = (
        ("期初", "采购、捐赠", "调入", "退库", "盘盈"),
        ("领用", "调出", "退货", "报废", "盘亏"),
    )

    for row in by_heading(reconciliation_page(demo)):
        assert sum(row[each] for each in came) - sum(row[each] for each in went) == row["结存"]


def test_the_count_sheet_has_the_book_of_every_account(demo: Result) -> None:
    ledger, as_of = stock_ledger(demo.book), demo.book.as_of

    on_sheet: dict[Account, Decimal] = defaultdict(Decimal)
    for row in by_heading(count_sheet_page(demo, blind=False)):
        on_sheet[Account(str(row["物品编号"]), str(row["校区"]))] += row["账面数量"]
    moved = [account for account in ledger.moves if ledger.until(account, as_of)]
    assert {account: on_sheet[account] for account in moved} == {
        account: ledger.balance(account, as_of) for account in moved
    }
    assert {on_sheet[account] for account in on_sheet.keys() - set(moved)} <= {Decimal(0)}


def test_what_to_order_is_that_of_the_action_and_of_the_summary(demo: Result) -> None:
    page, found = reorder_page(demo), reorder(demo.book)

    assert only(page, "物品编号", "建议数量", "估计金额") == [
        (line.item, line.quantity, line.amount) for line in found
    ]
    reasons = Counter(row[0] for row in only(page, "补货原因"))
    assert reasons["储备标准"] == figure(demo, "supplies.short")


def test_overdue_hazards_are_those_of_the_action_and_of_the_summary(demo: Result) -> None:
    page = overdue_page(demo)

    assert only(page, "隐患编号", "逾期天数", "单元格") == [
        (each.number, each.days, each.cell) for each in overdue(demo.book)
    ]
    count = Counter(row[0] for row in only(page, "情况"))
    for word, key in (
        ("逾期", "overdue"),
        ("即将到期", "due_soon"),
        ("没有期限", "no_deadline"),
        ("逾期完成", "closed_late"),
    ):
        assert count[word] == figure(demo, f"hazards.{key}")


def test_coverage_is_that_of_the_action_and_of_the_summary(demo: Result) -> None:
    checks = coverage(demo.book)

    rows = [row for row in by_heading(coverage_page(demo)) if row["完成率"] is not None]
    asked, made = (sum(row[each] for row in rows) for each in ("应做", "已做"))
    assert (asked, made) == (len(checks), sum(each.met for each in checks))
    assert (Decimal(made) / asked if asked else None) == rate(checks)
    for kind, key in (("日巡视", "patrol_rate"), ("月检查", "month_rate")):
        of_kind = [row for row in rows if row["检查类型"] == kind]
        asked, made = (sum(row[each] for row in of_kind) for each in ("应做", "已做"))
        assert (Decimal(made) / asked if asked else None) == figure(demo, f"inspections.{key}")


def test_every_hazard_that_is_not_done_is_on_a_notice(demo: Result) -> None:
    found = notices(demo)

    numbers = {
        hazard.number for charge in charges_to_notify(demo.book) for hazard in charge.hazards
    }
    written = {row[1] for row in found.rows if isinstance(row[0], int)}
    assert written == numbers
    assert found.people == len(charges_to_notify(demo.book))


def test_the_list_has_every_problem_once_in_its_order(demo: Result) -> None:
    rows, heads = problem_rows(demo), PROBLEMS.headings("zh")

    code, number = heads.index("代码"), heads.index("序号")
    assert [(row[number], row[code]) for row in rows] == [
        (at, each.code) for at, each in enumerate(demo.problems, 1)
    ]
    assert f"错误 {demo.counts['error']}，" in summary_lines(demo)[1]
