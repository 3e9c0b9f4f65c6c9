"""The rules about budgets: each stated once, and none overspent unseen."""

from collections.abc import Iterator
from decimal import Decimal

from houqin.areas.makers import unique
from houqin.areas.purchasing.rows import Budget, Purchase
from houqin.areas.purchasing.rows.columns import REMIND, STOP
from houqin.areas.purchasing.spending import (
    Spending,
    budget_of,
    has_budgets,
    spendings,
    uses,
)
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule

ONCE = "预算：每个部门、类别每年一行"
CONTROL = "预算控制：已报销与已批未付合计不超预算"
OVER_ZH = (
    "加上这一笔，{budget} 已用 {used} 元，超过预算 {amount} 元",
    "请核对，或先调整预算",
)
OVER_EN = (
    "with this {used} yuan of {budget} are taken, and the budget is {amount}",
    "check it, or change the budget first",
)

budget_is_stated_once = unique(
    "BUD-01",
    Budget,
    ("year", "department", "kind"),
    ("同一年度、部门、类别只有一行预算", "A year, department and kind has one budget."),
    zh=("与第 {row} 行是同一年度、部门和类别的预算", "请合并成一行"),
    en=("row {row} has a budget for the same year, department and kind", "make one row of both"),
    source=ONCE,
)


@book_rule(
    "BUD-02",
    "控制方式为停止的预算不超支",
    needs=(Budget, Purchase),
    zh=OVER_ZH,
    en=OVER_EN,
    source=CONTROL,
)
def stopped_is_not_overspent(book: Book) -> Iterator[Hit]:
    """A budget of the policy 停止 is not overspent, by what is asked for, approved or paid."""
    return _overspent(book, STOP)


@book_rule(
    "BUD-03",
    "控制方式为提醒的预算不超支",
    needs=(Budget, Purchase),
    zh=OVER_ZH,
    en=OVER_EN,
    source=CONTROL,
    severity=Severity.WARNING,
)
def reminded_is_not_overspent(book: Book) -> Iterator[Hit]:
    """A budget of the policy 提醒, or of none, is not overspent."""
    return _overspent(book, REMIND)


@book_rule(
    "BUD-04",
    "采购有预算",
    needs=(Budget, Purchase),
    zh=("{year} 年预算中没有 {department}{kind}", "请补列预算，或核对部门和类别"),
    en=("there is no budget of {year} for {department} {kind}", "add one, or check both cells"),
    source="无预算不采购",
    severity=Severity.WARNING,
)
def purchase_has_a_budget(book: Book) -> Iterator[Hit]:
    """A purchase counts for a budget, in a year that has any."""
    told = set[tuple[object, ...]]()
    for use in uses(book):
        line = use.line
        if not line.get("requested") or not line.get("department"):
            continue
        case = (line.requested.year, line.department, line.get("kind"))
        unread = line.has("kind") and "kind" not in line.__dict__
        if unread or case in told or not has_budgets(case[0], book):
            continue
        if budget_of(line, book) is None:
            told.add(case)
            year, department, kind = case
            yield line.hit("department", year=year, department=department, kind=kind or "")


def _overspent(book: Book, policy: str) -> Iterator[Hit]:
    """Yield the first line that takes each budget of a policy over its amount."""
    for spending in spendings(book):
        budget = spending.budget
        stated = budget.get("policy") if budget.has("policy") else None
        is_read = not budget.has("policy") or "policy" in budget.__dict__
        if is_read and (stated or REMIND) == policy and budget.get("amount") is not None:
            yield from _first_over(spending)


def _first_over(spending: Spending) -> Iterator[Hit]:
    used, amount = Decimal(0), spending.budget.amount
    for use in spending.uses:
        used += use.amount
        if used > amount:
            budget = spending.budget
            name = "".join(
                str(part) for field in ("year", "department", "kind") if (part := budget.get(field))
            )
            at = (budget.at("amount"),)
            yield use.line.hit("amount", related=at, budget=name, used=used, amount=amount)
            return


RULES: tuple[Rule, ...] = (
    budget_is_stated_once,
    stopped_is_not_overspent,
    reminded_is_not_overspent,
    purchase_has_a_budget,
)
