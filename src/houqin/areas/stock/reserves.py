"""How much the school must hold, how much of it may be used, and what to order."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from functools import lru_cache
from typing import TypeVar

from houqin.areas.school.rows import ClassRow, PersonRow
from houqin.areas.staff import is_on_staff
from houqin.areas.stock.items import catalogue, items_meant, listed
from houqin.areas.stock.ledger import campuses_of, stock_ledger
from houqin.areas.stock.lots import usable, used
from houqin.areas.stock.moves import ZERO, Account, doubtful_lines
from houqin.areas.stock.prices import Price, listed_price, price
from houqin.areas.stock.rows import Reserve
from houqin.book import Book
from houqin.rows import SheetRow

PER_PERSON, PER_CLASS = "每人", "每班"
STATED_BY = ("basis", "quota", "name", "unit")
M = TypeVar("M", bound=SheetRow)


@dataclass(frozen=True, slots=True)
class Need:
    """One item of the reserve standard at one campus."""

    row: int  # index of the line on 储备标准
    account: Account
    name: str
    unit: str
    basis: str
    required: Decimal
    usable: Decimal

    @property
    def campus(self) -> str:
        """The campus that must hold it."""
        return self.account.campus

    @property
    def missing(self) -> Decimal:
        """What there is too little."""
        return max(ZERO, self.required - self.usable)


@dataclass(frozen=True, slots=True)
class OrderLine:
    """What to buy of an item, and why."""

    item: str
    name: str
    unit: str
    campus: str | None  # None: for the school, to reach 最低库存
    there: Decimal  # usable, or on the book where 最低库存 is missed
    target: Decimal
    price: Price | None  # None where it is not known

    @property
    def quantity(self) -> Decimal:
        """What to order, in whole units."""
        return (self.target - self.there).to_integral_value(ROUND_CEILING)

    @property
    def amount(self) -> Decimal | None:
        """What it will cost, as far as can be told."""
        return None if self.price is None else self.price.of(self.quantity)


@lru_cache(maxsize=1)
def needs(book: Book) -> tuple[Need, ...]:
    """Return what the reserve standard asks for, where that can be said.

    A line without a campus holds for every campus that has no line of its own. Required
    is 基数 × 定额 × 天数 (once, if 天数 is blank); 每人 counts the pupils of the classes
    and the staff of the campus, 每班 its classes, 每校 and 固定 the campus itself.
    """
    if Reserve not in book:
        return ()
    rows = book[Reserve]
    items = items_meant(book, rows.model)
    doubtful = {line.row for line in doubtful_lines(book, rows, ())}
    campuses = rows.column_or_blank("campus")
    own = set(zip(items, campuses, strict=True))
    found: dict[Account, Need] = {}
    for row in rows.judged(*STATED_BY, *filter(rows.has, ("item", "days", "campus"))):
        item = items[row]
        if item is not None and row not in doubtful:
            everywhere = (each for each in campuses_of(book) if (item, each) not in own)
            for campus in (campuses[row],) if campuses[row] else everywhere:
                if need := _need(book, row, Account(item, campus)):
                    found.setdefault(need.account, need)
    return tuple(found.values())


def reorder(book: Book) -> tuple[OrderLine, ...]:
    """Return what to buy so that neither the reserve standard nor 最低库存 is missed.

    Whatever is bought lasts at least as long again as stock.backup_days looks back.
    """
    lines = [_of_need(book, need) for need in needs(book) if need.missing]
    coming: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for line in lines:
        coming[line.item] += line.quantity
    for item, there in balances(book).items():
        low = listed(book, "low").get(item)
        if low is not None and there + coming[item] < low:
            lines.append(_of_low(book, item, there + coming[item], low))
    return tuple(lines)


@lru_cache(maxsize=1)
def balances(book: Book) -> Mapping[str, Decimal]:
    """Return the balance on the as-of day of each item listed, of all campuses together.

    An item with a line in doubt is left out.
    """
    ledger = stock_ledger(book)
    found = dict.fromkeys(catalogue(book).by_number, ZERO)
    for account in ledger.moves:
        if account.item in found:
            found[account.item] += ledger.balance(account, book.as_of)
    in_doubt = {item for item, _ in ledger.unsure}
    return {} if None in in_doubt else {i: b for i, b in found.items() if i not in in_doubt}


def _need(book: Book, row: int, account: Account) -> Need | None:
    rows = book[Reserve]
    basis, quota, name, unit = (rows.column(field)[row] for field in STATED_BY)
    count = _base(book, basis, account.campus)
    if count is None or not stock_ledger(book).is_sure(*account):
        return None
    required = count * quota * (rows.column_or_blank("days")[row] or 1)
    return Need(row, account, name, unit, basis, required, usable(book, account))


def _base(book: Book, basis: str, campus: str) -> int | None:
    """Return what a quota is multiplied by, None where the sheets do not say."""
    if basis == PER_CLASS:
        classes = _at(book, ClassRow, campus)
        return None if classes is None else len(classes)
    return _heads(book, campus) if basis == PER_PERSON else 1


def _heads(book: Book, campus: str) -> int | None:
    """Return the number of pupils and staff at a campus, None where a class has no number."""
    classes, people = _at(book, ClassRow, campus), _at(book, PersonRow, campus)
    if classes is None or people is None:
        return None
    pupils: list[int | None] = [each.get("pupils") for each in classes]
    known = [each for each in pupils if each is not None]
    staff = sum(is_on_staff(person, book.as_of) for person in people)
    return sum(known) + staff if len(known) == len(pupils) else None


def _at(book: Book, model: type[M], campus: str) -> list[M] | None:
    """Return the rows of a campus, None where a row does not say which is its own."""
    if model not in book or not book[model].has("campus") or book[model].unjudged.get("campus"):
        return None
    return [row for row in book[model] if row.get("campus") == campus]


def _of_need(book: Book, need: Need) -> OrderLine:
    item, campus = need.account
    target = max(need.required, _lasting(book, need.account))
    cost = price(book, need.account, book.as_of)
    return OrderLine(item, need.name, need.unit, campus, need.usable, target, cost)


def _of_low(book: Book, item: str, there: Decimal, low: Decimal) -> OrderLine:
    name, unit = (listed(book, field).get(item) or "" for field in ("name", "unit"))
    accounts = [account for account in stock_ledger(book).moves if account.item == item]
    target = max(low, sum((_lasting(book, account) for account in accounts), ZERO))
    costs = (price(book, account, book.as_of) for account in accounts)
    cost = next(filter(None, costs), None) or listed_price(book, item)
    return OrderLine(item, name, unit, None, there, target, cost)


def _lasting(book: Book, account: Account) -> Decimal:
    """Return what was used in the last stock.backup_days, to last as long again."""
    days = book.settings.number("stock.backup_days", account.campus, book.as_of)
    return used(book, account, int(days)) if days is not None else ZERO
