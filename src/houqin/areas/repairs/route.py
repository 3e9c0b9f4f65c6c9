"""The route of a repair: ordinary or urgent, by the school's own people or by a firm, for how much."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, NamedTuple

from houqin.areas.measures import COMPARISONS
from houqin.areas.repairs.rows import Repair
from houqin.book import Book
from houqin.cells.text import fold

URGENT = "紧急"
OFFERS = (1, 2, 3)


class Offer(NamedTuple):
    """One quote, and the firm that made it where it is named."""

    firm: str | None
    price: Decimal


def stated(row: Repair, field: str) -> Any:
    """Return a field's value, None without such a column; `NotJudged` if it is unread."""
    return getattr(row, field) if row.has(field) else None


def told(moment: date) -> str:
    """Return how a message writes a day, or a moment.

    >>> told(datetime(2020, 5, 12, 8, 30)), told(datetime(2020, 5, 12)), told(date(2020, 5, 12))
    ('2020-05-12 08:30', '2020-05-12', '2020-05-12')
    """
    has_time = isinstance(moment, datetime) and moment.time() != time()
    return f"{moment:%Y-%m-%d %H:%M}" if has_time else f"{moment:%Y-%m-%d}"


def is_urgent(row: Repair) -> bool:
    """Tell whether a repair is mended first, its papers to follow."""
    return row.urgency == URGENT


def is_own_work(row: Repair) -> bool:
    """Tell whether the school's own people do it."""
    return stated(row, "in_house") is True


def is_bound_by(row: Repair, code: str, amount: Decimal | None, book: Book) -> bool:
    """Tell whether an amount reaches the limit from which something is asked for."""
    setting = book.settings.find(code, row.get("campus"), row.reported.date())
    if amount is None or setting is None or not isinstance(setting.value, Decimal):
        return False
    return COMPARISONS.get(setting.comparator, COMPARISONS[">="])(amount, setting.value)


def amount(row: Repair) -> Decimal | None:
    """Return what a repair is to cost: its estimate, else what a firm was paid."""
    estimate: Decimal | None = stated(row, "estimate")
    if estimate is not None or is_own_work(row):
        return estimate
    cost: Decimal | None = stated(row, "cost")
    return cost


def offers(row: Repair) -> tuple[Offer, ...]:
    """Return the valid quotes: of several by one firm the first."""
    found: list[Offer] = []
    for number in OFFERS:
        firm, price = stated(row, f"bidder_{number}"), stated(row, f"quote_{number}")
        if price is not None and not _has_offered(firm, found):
            found.append(Offer(firm, price))
    return tuple(found)


def _has_offered(firm: str | None, found: list[Offer]) -> bool:
    return firm is not None and any(each.firm and fold(each.firm) == fold(firm) for each in found)


def chosen_offer(row: Repair) -> Decimal | None:
    """Return the quote of the chosen firm, None where it is not known which that is."""
    supplier = stated(row, "supplier")
    prices = (
        each.price
        for each in offers(row)
        if supplier and each.firm and fold(each.firm) == fold(supplier)
    )
    return next(prices, None)


def lowest_offer(row: Repair) -> Decimal | None:
    """Return the lowest valid quote."""
    return min((each.price for each in offers(row)), default=None)


def is_cancelled(row: Repair, book: Book) -> bool:
    """Tell whether a repair was called off."""
    return book.group("维修状态", row.get("status")) == "取消"
