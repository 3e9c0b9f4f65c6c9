"""The demo's purchases: what the store received, and what never came into it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from random import Random

from houqin.cells.money import in_capitals
from houqin.master.demo.purchase_limits import OWN_LIMIT, REPAIRS, budgets, levels
from houqin.master.demo.purchase_requests import COLLECTIVE, Request, all_requests
from houqin.master.demo.school import AS_OF, CAMPUSES, Staff, of_role
from houqin.master.term import Row, Term

QUOTED = Decimal(5000)
WINDOW = timedelta(days=30)
STEPS = ("approved", "ordered", "accepted", "principal_read", "reimbursed")
OF_STEP: Mapping[str, tuple[str, ...]] = {  # what is written when a step is taken
    "approved": ("opinion", "minutes", "quotes"),
    "ordered": ("buyers", "contract"),
    "accepted": (
        *("received", "acceptor", "receipt", "invoice"),
        *("invoice_quantity", "invoice_amount"),
    ),
    "principal_read": (),
    "reimbursed": ("paid", "payer"),
}


def purchasing(people: tuple[Staff, ...], receipts: Sequence[Row], seed: int) -> Term:
    """Return the ledgers of purchasing for the term up to the as-of day."""
    random = Random(f"{seed}-purchasing")  # noqa: S311 - a story, not a secret
    requests = all_requests(people, receipts, random)
    _decide(requests)
    return {
        "approval_levels": levels(),
        "purchases": [row for each in requests for row in _rows(people, each)],
        "budgets": budgets(requests),
    }


# ---------------------------------------------------------------- who decides


def _decide(requests: Iterable[Request]) -> None:
    """Let a meeting decide what is dear, and what would be dear together with what was before."""
    recent: dict[tuple[str, str, str], list[Request]] = defaultdict(list)
    for number, each in enumerate(requests, 1):
        pairs = (
            (each.campus, each.person, each.kind),
            (each.campus, each.person, each.supplier),
            (each.campus, each.supplier, each.kind),
        )
        together = max(_together(recent[pair], each) for pair in pairs)
        if together >= COLLECTIVE or each.is_collective:
            each.minutes = f"行政会〔2020〕{number}号"
        else:
            for pair in pairs:
                recent[pair].append(each)


def _together(earlier: Iterable[Request], request: Request) -> Decimal:
    since = request.days["requested"] - WINDOW
    amounts = (each.total for each in earlier if each.days["requested"] >= since)
    return sum(amounts, request.total)


def _approver(people: tuple[Staff, ...], request: Request) -> str:
    own = OWN_LIMIT[request.campus]
    if (request.campus, request.kind) == (CAMPUSES[0], "维修耗材"):
        own = REPAIRS
    role = "总务主任" if request.total < own else "执行校长"
    return of_role(people, request.campus, role)[0]


def _buyers(people: tuple[Staff, ...], request: Request) -> tuple[str, str]:
    role = "安全干事" if request.role == "网络管理员" else "网络管理员"
    return (
        of_role(people, request.campus, "采购员")[0],
        of_role(people, request.campus, role)[-1],
    )


# ---------------------------------------------------------------- the rows


def _rows(people: tuple[Staff, ...], request: Request) -> Iterator[Row]:
    """Yield the lines of a request, as far as it has come."""
    whole = _whole(people, request)
    for number, line in enumerate(request.lines, 1):
        more = {"received": line["quantity"], "invoice_quantity": line["quantity"]}
        words = in_capitals(Decimal(str(line["amount"])))
        paid = {"paid": line["invoice_amount"], "amount_words": words, "line": number}
        yield _so_far(request, {**whole, **line, **more, **paid})


def _whole(people: tuple[Staff, ...], request: Request) -> Row:
    quoted = request.total >= QUOTED
    return {
        "number": request.number,
        "campus": request.campus,
        "department": request.department,
        "requester": request.person,
        "kind": request.kind,
        "purpose": request.purpose,
        "method": "询价" if quoted else "自行采购",
        "approver": _approver(people, request),
        "opinion": "不同意，旧设备尚可使用" if request.refused else "同意",
        "minutes": request.minutes,
        "quotes": 3 if quoted else None,
        "buyers": _buyers(people, request),
        "supplier": request.supplier,
        "contract": f"HT-{request.number[-4:]}" if request.minutes else None,
        "acceptor": of_role(people, request.campus, "验收员")[0],
        "payer": of_role(people, request.campus, "班主任")[-1],
        **request.days,
    }


def _so_far(request: Request, row: Row) -> Row:
    """Blank what belongs to steps that are still to come."""
    taken = STEPS[:1] if request.refused else STEPS
    for step in STEPS:
        if step not in taken or request.days[step] > AS_OF:
            row |= dict.fromkeys((step, *OF_STEP[step]))
    if row["approved"] is None:
        row["approver"] = None
    return row
