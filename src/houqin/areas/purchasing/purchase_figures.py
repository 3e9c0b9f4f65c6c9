"""What the summary tells of purchases and budgets: the figures."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from houqin.areas.measures import Measure, share
from houqin.areas.purchasing.papers import Step
from houqin.areas.purchasing.purchase_facts import PurchaseFacts
from houqin.areas.purchasing.spending import ZERO, Spending, spendings
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Figure, Unit

ONE_PLACE = Decimal("0.1")
RATE = "buy.reimbursed_rate"


def _asked(facts: Sequence[PurchaseFacts]) -> Decimal:
    return sum((each.asked for each in facts), ZERO)


def _paid(facts: Sequence[PurchaseFacts]) -> Decimal:
    return sum((each.paid for each in facts), ZERO)


def _committed(facts: Sequence[PurchaseFacts]) -> Decimal:
    return sum((each.committed for each in facts), ZERO)


def _saved(facts: Sequence[PurchaseFacts]) -> Decimal:
    return sum((each.asked - each.paid for each in facts if each.is_closed), ZERO)


def _collective(facts: Sequence[PurchaseFacts]) -> int:
    return sum(each.is_collective and not each.is_refused for each in facts)


def _without_minutes(facts: Sequence[PurchaseFacts]) -> int:
    return sum(
        each.is_collective
        and not each.has_minutes
        and not each.is_refused
        and each.step is not Step.APPROVE
        for each in facts
    )


def _refused(facts: Sequence[PurchaseFacts]) -> int:
    return sum(each.is_refused for each in facts)


def _waiting(facts: Sequence[PurchaseFacts]) -> int:
    return sum(each.step is Step.APPROVE for each in facts)


def _open(facts: Sequence[PurchaseFacts]) -> int:
    return sum(each.is_open for each in facts)


def _closed_rate(facts: Sequence[PurchaseFacts]) -> Decimal | None:
    closed = sum(each.is_closed for each in facts)
    return share(closed, len(facts) - _refused(facts))


def _complete_rate(facts: Sequence[PurchaseFacts]) -> Decimal | None:
    closed = [each for each in facts if each.is_closed]
    return share(sum(each.is_complete for each in closed), len(closed))


def _approval_days(facts: Sequence[PurchaseFacts]) -> Decimal | None:
    days = [each.approval_days for each in facts if each.approval_days is not None]
    mean = share(sum(days), len(days))
    return mean.quantize(ONE_PLACE, ROUND_HALF_UP) if mean is not None else None


OF_PURCHASES: tuple[Measure[PurchaseFacts], ...] = (
    Measure(
        "purchasing.requests",
        Both("采购申请", "Requests"),
        Unit.COUNT,
        len,
        Both(
            "采购审批：申请日期在统计期间内的申请单号个数",
            "采购审批: different 申请单号 whose 申请日期 is in the period",
        ),
    ),
    Measure(
        "purchasing.asked_amount",
        Both("申请金额", "Asked for"),
        Unit.MONEY,
        _asked,
        Both("上述申请的 预算金额 之和", "预算金额 of these requests, added up"),
    ),
    Measure(
        "purchasing.committed_amount",
        Both("已批未付金额", "Approved, not yet paid"),
        Unit.MONEY,
        _committed,
        Both(
            "上述申请中已审批、未报销的，有发票的按 发票金额，没有的按 预算金额",
            "of these, approved and not reimbursed: 发票金额, else 预算金额",
        ),
    ),
    Measure(
        "purchasing.paid_amount",
        Both("已报销金额", "Reimbursed"),
        Unit.MONEY,
        _paid,
        Both(
            "上述申请中已报销的 报销金额（没有的按发票金额）之和",
            "报销金额, else 发票金额, of these that are reimbursed",
        ),
    ),
    Measure(
        "purchasing.saved_amount",
        Both("比申请节约", "Saved"),
        Unit.MONEY,
        _saved,
        Both(
            "已报销的申请：预算金额 − 报销金额",
            "of what is reimbursed: 预算金额 − 报销金额",
        ),
    ),
    Measure(
        "purchasing.collective",
        Both("集体决策采购", "Decided by a meeting"),
        Unit.COUNT,
        _collective,
        Both(
            "金额达到参数 buy.collective 或审批权限要求集体决策的申请，不含不同意的",
            "requests that reach buy.collective, or of which 审批权限 says so; refused ones left out",
        ),
    ),
    Measure(
        "purchasing.without_minutes",
        Both("集体决策缺纪要", "Without minutes"),
        Unit.COUNT,
        _without_minutes,
        Both("其中已审批而没有会议纪要号的", "of these, approved without 会议纪要号"),
    ),
    Measure(
        "purchasing.approval_days",
        Both("平均审批天数", "Days to the approval"),
        Unit.DAYS,
        _approval_days,
        Both("审批日期 − 申请日期 的平均天数", "审批日期 − 申请日期 in days, on average"),
    ),
    Measure(
        "purchasing.refused",
        Both("审批不同意", "Refused"),
        Unit.COUNT,
        _refused,
        Both("审批意见含清单 否决用语 的申请", "requests whose 审批意见 holds a word of 否决用语"),
    ),
    Measure(
        "purchasing.waiting",
        Both("待审批", "Waiting for approval"),
        Unit.COUNT,
        _waiting,
        Both("没有审批人或审批日期的申请", "requests without 审批人 or 审批日期"),
    ),
    Measure(
        "purchasing.open",
        Both("未办结", "Not closed"),
        Unit.COUNT,
        _open,
        Both("没有报销、也没有被否决的申请", "requests neither reimbursed nor refused"),
    ),
    Measure(
        "purchasing.closed_rate",
        Both("办结率", "Closed"),
        Unit.RATE,
        _closed_rate,
        Both("已报销的申请 ÷ 申请（不含不同意的）", "reimbursed ÷ requests that were not refused"),
        RATE,
    ),
    Measure(
        "purchasing.complete_rate",
        Both("报销手续齐全率", "Reimbursed with all papers"),
        Unit.RATE,
        _complete_rate,
        Both(
            "已报销且审批、纪要、合同、验收、入库、发票、校长审阅齐全的 ÷ 已报销的申请",
            "reimbursed with approval, minutes, contract, acceptance, receipt, invoice and reading ÷ "
            "reimbursed",
        ),
    ),
)


def budget_figures(book: Book) -> tuple[Figure, ...]:
    """Return how far the budgets of the year of the as-of date are used, over both campuses."""
    found = [each for each in spendings(book) if each.budget.get("year") == book.as_of.year]
    if not found:
        return ()
    amount = sum((each.budget.get("amount") or ZERO for each in found), ZERO)
    taken = sum((each.committed + each.actual for each in found), ZERO)
    used = taken / amount if amount else None
    return (
        Figure(
            "purchasing.budget_amount",
            Both("年度预算", "Budgets of the year"),
            Unit.MONEY,
            amount,
            Both("预算：统计日期所在年度各行预算金额之和", "预算: 预算金额 of the year, added up"),
        ),
        Figure(
            "purchasing.budget_used_rate",
            Both("预算执行率", "Budget used"),
            Unit.RATE,
            used,
            Both(
                "（已批未付 + 已报销）÷ 预算金额，每笔只计一次",
                "(approved and not paid + reimbursed) ÷ 预算金额, each purchase once",
            ),
        ),
        Figure(
            "purchasing.budgets_over",
            Both("超支预算", "Budgets overspent"),
            Unit.COUNT,
            sum(_is_over(each) for each in found),
            Both("剩余为负的预算行数", "lines of 预算 of which less than nothing is left"),
        ),
    )


def _is_over(spending: Spending) -> bool:
    return spending.left is not None and spending.left < 0
