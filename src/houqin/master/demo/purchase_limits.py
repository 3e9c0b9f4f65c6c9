"""The demo's approval matrix and budgets."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import ROUND_CEILING, Decimal

from houqin.master.demo.purchase_requests import COLLECTIVE, Request
from houqin.master.demo.school import CAMPUSES
from houqin.master.term import Row

OWN_LIMIT = {"本部": Decimal(2000), "东园": Decimal(1000)}  # below it the director approves
REPAIRS = Decimal(3000)  # the same for what the repairers of 本部 need
LEFT = Decimal("1.3")  # a budget lies so far above what is asked for
RULES = "青溪学校物品采购审批制度"


def levels() -> list[Row]:
    """Return the sheet 审批权限: three lines for each campus, and one for repairs."""
    rows = [_level(CAMPUSES[0], "维修耗材", Decimal(0), REPAIRS, "总务主任")]
    for campus in CAMPUSES:
        own = OWN_LIMIT[campus]
        rows += [
            _level(campus, None, Decimal(0), own, "总务主任"),
            _level(campus, None, own, COLLECTIVE, "执行校长"),
            _level(campus, None, COLLECTIVE, None, "执行校长") | {"collective": True, "quotes": 3},
        ]
    return rows


def _level(
    campus: str, kind: str | None, above: Decimal, below: Decimal | None, approver: str
) -> Row:
    return {
        "campus": campus,
        "kind": kind,
        "above": above,
        "above_included": True,
        "below": below,
        "below_included": None if below is None else False,
        "approver": approver,
        "collective": False,
        "source": RULES,
    }


def budgets(requests: Iterable[Request]) -> list[Row]:
    """Return the sheet 预算: each department's, and one of its own for what the doctor needs."""
    needed: dict[tuple[str, str | None], Decimal] = defaultdict(Decimal)
    for each in requests:
        own = each.kind if each.department == "医务室" and each.kind == "防疫物资" else None
        needed[each.department, own] += each.total
    policies = ("停止", "提醒", "不控")
    return [
        {
            "year": 2020,
            "department": department,
            "kind": kind,
            "amount": _round_up(amount * LEFT),
            "policy": policies[place % 3 if kind is None else 0],
        }
        for place, ((department, kind), amount) in enumerate(
            sorted(needed.items(), key=lambda each: (each[0][0], each[0][1] or ""))
        )
    ]


def _round_up(amount: Decimal) -> Decimal:
    """Return an amount in whole thousands, not below it."""
    return (amount / 1000).to_integral_value(ROUND_CEILING) * 1000
