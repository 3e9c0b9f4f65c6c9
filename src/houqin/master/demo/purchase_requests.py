"""The demo's purchase requests: who asks for what, and when each step is taken."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from functools import cache
from itertools import groupby
from random import Random
from typing import Any

from houqin.master.demo.goods import BY_ITEM
from houqin.master.demo.school import TERM, Staff, calendar, of_role
from houqin.master.demo.wanted import ASKING, PURPOSES, WANTED, Want
from houqin.master.term import Row
from houqin.school_calendar import SchoolCalendar

CENT = Decimal("0.01")
COLLECTIVE = Decimal(10000)
SPARE = Decimal("1.05")  # what is asked for lies so far above what it costs


@dataclass(slots=True)
class Request:
    """One purchase request on its way."""

    number: str
    campus: str
    kind: str
    role: str
    person: str
    department: str
    supplier: str
    purpose: str
    days: dict[str, date]
    lines: list[Row]
    refused: bool = False
    minutes: str | None = None
    total: Decimal = field(init=False)

    def __post_init__(self) -> None:
        """Add up what is asked for."""
        self.total = sum((Decimal(str(line["amount"])) for line in self.lines), Decimal(0))

    @property
    def is_collective(self) -> bool:
        """Tell whether a meeting must decide."""
        return self.total >= COLLECTIVE


def all_requests(
    people: tuple[Staff, ...], receipts: Sequence[Row], random: Random
) -> list[Request]:
    """Return what the store received and what never came into it, by the day it was asked for."""
    bought = [_of_receipt(people, lines, random) for lines in _documents(receipts)]
    wanted = [_of_want(people, want, number, random) for number, want in enumerate(WANTED, 1)]
    return sorted((*bought, *wanted), key=lambda each: (each.days["requested"], each.number))


def _documents(receipts: Iterable[Row]) -> Iterator[list[Row]]:
    """Yield the lines of each document that was bought."""
    lines = (row for row in receipts if row["kind"] == "采购")
    return (list(group) for _, group in groupby(lines, key=lambda row: row["number"]))


def _of_receipt(people: tuple[Staff, ...], received: list[Row], random: Random) -> Request:
    """Return the request for what a document of 入库 brought."""
    first: Any = received[0]
    kind = BY_ITEM[str(first["item"])].category
    role = random.choice(ASKING[kind])
    return Request(
        str(first["request"]),
        str(first["campus"]),
        kind,
        role,
        *_asking(people, str(first["campus"]), role, random),
        str(first["supplier"]),
        PURPOSES[kind],
        _days_before(first["date"], random),
        [_stocked(row) for row in received],
    )


def _stocked(received: Any) -> Row:
    good = BY_ITEM[received["item"]]
    price = (Decimal(good.price) * SPARE).quantize(CENT, ROUND_CEILING)
    return {
        "item": good.item,
        "name": good.name,
        "spec": good.spec,
        "unit": good.unit,
        "quantity": received["quantity"],
        "unit_price": price,
        "amount": price * received["quantity"],
        "receipt": received["number"],
        "invoice": received["invoice"],
        "invoice_amount": received["amount"],
    }


def _of_want(people: tuple[Staff, ...], want: Want, number: int, random: Random) -> Request:
    invoice = str(random.randint(10**7, 10**8 - 1))
    return Request(
        f"CG-{number:04}",
        want.campus,
        want.kind,
        want.role,
        *_asking(people, want.campus, want.role, random),
        want.supplier,
        want.purpose,
        _days_after(want.day, random),
        [_line(invoice, *line, random) for line in want.lines],
        want.refused,
    )


def _line(
    invoice: str, name: str, spec: str, unit: str, quantity: int, price: str, random: Random
) -> Row:
    paid = Decimal(price) * (100 - random.randint(0, 5)) / 100
    return {
        "name": name,
        "spec": spec,
        "unit": unit,
        "quantity": quantity,
        "unit_price": Decimal(price),
        "amount": Decimal(price) * quantity,
        "invoice": invoice,
        "invoice_amount": (paid * quantity).quantize(CENT, ROUND_HALF_UP),
    }


def _asking(people: tuple[Staff, ...], campus: str, role: str, random: Random) -> tuple[str, str]:
    name = random.choice(of_role(people, campus, role))
    return name, next(each.department for each in people if each.name == name)


# ---------------------------------------------------------------- when it happens


def _days_before(accepted: date, random: Random) -> dict[str, date]:
    """Return the days of a purchase that came in on a day."""
    ordered = _in_term(_working_day(accepted, -random.randint(1, 2)))
    approved = _in_term(_working_day(ordered, -random.randint(0, 2)))
    requested = _in_term(_working_day(approved, -random.randint(1, 2)))
    days = {"requested": requested, "approved": approved, "ordered": ordered}
    return days | {"accepted": accepted} | _days_of_money(accepted, random)


def _days_after(requested: date, random: Random) -> dict[str, date]:
    """Return the days of a purchase that was asked for on a day."""
    approved = _working_day(requested, random.randint(1, 2))
    ordered = _working_day(approved, random.randint(1, 3))
    accepted = _working_day(ordered, random.randint(2, 6))
    days = {"requested": requested, "approved": approved, "ordered": ordered}
    return days | {"accepted": accepted} | _days_of_money(accepted, random)


def _days_of_money(accepted: date, random: Random) -> dict[str, date]:
    read = _working_day(accepted, random.randint(1, 2))
    return {"principal_read": read, "reimbursed": _working_day(read, random.randint(1, 3))}


def _in_term(day: date) -> date:
    return max(day, TERM[0])


def _working_day(day: date, number: int) -> date:
    """Return the working day so many after a day, or before it."""
    step = timedelta(days=1 if number > 0 else -1)
    while number:
        day += step
        if _calendar().is_working_day(day):
            number -= 1 if number > 0 else -1
    return day


@cache
def _calendar() -> SchoolCalendar:
    return calendar()
