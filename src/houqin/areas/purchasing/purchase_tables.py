"""The tables of the summary about purchases and budgets."""

from collections.abc import Sequence
from decimal import Decimal

from houqin.areas.purchasing.papers import OpenRequest, open_requests, waiting
from houqin.areas.purchasing.purchase_facts import PurchaseFacts
from houqin.areas.purchasing.rows.columns import KINDS
from houqin.areas.purchasing.spending import ZERO, Spending, spendings
from houqin.areas.tallies import MONTH, in_order, months
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import SectionTable, Unit, Value

NUMBER, CAMPUS = Both("申请单号", "Request"), Both("校区", "Campus")
DEPARTMENT, KIND = Both("部门", "Department"), Both("采购类别", "Kind")
NAME, AMOUNT = Both("物品名称", "Item"), Both("申请金额", "Asked for")
DAYS = Both("已过天数", "Days since")
COUNT = Both("申请数", "Requests")
PAID, COMMITTED = Both("已报销", "Reimbursed"), Both("已批未付", "Committed")


def open_list(book: Book) -> SectionTable:
    """Return the requests that are not closed: what each still lacks, and its next step."""
    return SectionTable(
        "purchases_open",
        Both("未办结的采购", "Open purchases"),
        (
            *(NUMBER, CAMPUS, DEPARTMENT, NAME, AMOUNT, DAYS),
            Both("下一步", "Next step"),
            Both("还缺少", "Still missing"),
        ),
        (*[Unit.TEXT] * 4, Unit.MONEY, Unit.DAYS, Unit.TEXT, Unit.TEXT),
        tuple(
            (*_named(each), each.next_step.value.zh, "、".join(p.value.zh for p in each.missing))
            for each in open_requests(book)
        ),
        Both("没有未办结的采购", "every purchase is closed"),
    )


def waiting_list(book: Book) -> SectionTable:
    """Return the requests that wait for an approval, and whose."""
    return SectionTable(
        "purchases_waiting",
        Both("待审批的申请", "Approvals waiting"),
        (NUMBER, CAMPUS, DEPARTMENT, NAME, AMOUNT, DAYS, Both("审批职务", "Approver")),
        (*[Unit.TEXT] * 4, Unit.MONEY, Unit.DAYS, Unit.TEXT),
        tuple((*_named(each), each.role) for each in waiting(book)),
        Both("没有待审批的申请", "nothing waits for an approval"),
    )


def budget_list(book: Book) -> SectionTable:
    """Return what of each budget is approved, committed, spent and left."""
    return SectionTable(
        "budgets",
        Both("预算执行", "Budgets"),
        (
            *(Both("年度", "Year"), DEPARTMENT, KIND, Both("预算金额", "Budget")),
            *(Both("待审批", "Waiting"), COMMITTED, PAID, Both("剩余", "Left")),
            *(Both("执行率", "Used"), Both("控制方式", "Policy")),
        ),
        (*[Unit.TEXT] * 3, *[Unit.MONEY] * 5, Unit.RATE, Unit.TEXT),
        tuple(map(_budget, spendings(book))),
        Both("没有预算", "no budgets"),
    )


def by_kind(facts: Sequence[PurchaseFacts], book: Book) -> SectionTable:
    """Return how much was asked for and paid, by kind."""
    groups = {
        kind: [each for each in facts if each.kind == kind]
        for kind in in_order((each.kind for each in facts), KINDS, book)
    }
    return SectionTable(
        "purchases_by_kind",
        Both("各类采购", "Purchases by kind"),
        (KIND, COUNT, AMOUNT, COMMITTED, PAID),
        (Unit.TEXT, Unit.COUNT, *[Unit.MONEY] * 3),
        tuple((kind or "未分类", *_sums(group)) for kind, group in groups.items()),
    )


def by_month_asked(facts: Sequence[PurchaseFacts], book: Book) -> SectionTable:
    """Return how much was asked for in each month, and how much of it is paid."""
    return SectionTable(
        "purchases_by_month",
        Both("各月采购", "Purchases by month"),
        (MONTH, COUNT, AMOUNT, COMMITTED, PAID),
        (Unit.TEXT, Unit.COUNT, *[Unit.MONEY] * 3),
        tuple((month, *_sums([f for f in facts if f.month == month])) for month in months(book)),
    )


def _named(each: OpenRequest) -> tuple[Value, ...]:
    return each.number, each.campus, each.department, each.name, each.total, each.days


def _sums(facts: Sequence[PurchaseFacts]) -> tuple[int, Decimal, Decimal, Decimal]:
    return (
        len(facts),
        sum((each.asked for each in facts), ZERO),
        sum((each.committed for each in facts), ZERO),
        sum((each.paid for each in facts), ZERO),
    )


def _budget(spending: Spending) -> tuple[Value, ...]:
    budget, amount = spending.budget, spending.budget.get("amount")
    used = (spending.committed + spending.actual) / amount if amount else None
    year = budget.get("year")
    return (
        None if year is None else str(year),
        budget.get("department"),
        budget.get("kind"),
        amount,
        spending.waiting,
        spending.committed,
        spending.actual,
        spending.left,
        used,
        budget.get("policy"),
    )
