"""The balance of an item in the stock (contract 3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from houqin.areas.school.limits import settings
from houqin.areas.school.lists import default_vocabularies
from houqin.areas.stock.identity import Catalogue
from houqin.areas.stock.items import items_meant
from houqin.areas.stock.ledger import StockLedger, stock_ledger
from houqin.areas.stock.moves import ZERO, Account
from houqin.areas.stock.rows import Receipt, StockIssue
from houqin.book import Book, Period
from houqin.cells.doubts import Doubt
from houqin.cells.ids import read_id
from houqin.cells.text import unspaced
from houqin.functions import sheets
from houqin.functions.arguments import WrongArgument, text
from houqin.problems import Both
from houqin.rows import NoColumn, Rows, SheetRow
from houqin.school_calendar import SchoolCalendar

_NO_TABLES = Both("请给出入库表和领用表", "give the tables 入库 and 领用")
_LATEST = date(2099, 12, 31)  # the ledger is made of all lines; a balance names its own day


@dataclass(frozen=True, slots=True)
class Stock:
    """The ledger of two tables, and what they call items and campuses."""

    ledger: StockLedger
    names: Catalogue  # which number a name has on the lines that give both
    items: frozenset[str]
    campuses: tuple[str, ...]

    def item_meant(self, named: str) -> str:
        """Return the item that a number or a name means.

        Raises:
            WrongArgument: no line names it, or it may be several items.
        """
        number = read_id(named)
        if not isinstance(number, Doubt) and number in self.items:
            return number
        if len(self.names.fitting(named)) > 1:
            raise WrongArgument(
                Both(
                    f"“{named[:20]}”指几种物品，请写编号",
                    f"{named[:20]} may be several items; write its number",
                )
            )
        item = self.names.identity(None, named) or unspaced(named)
        if item not in self.items:
            raise _not_there("物品", "item", named)
        return item

    def campus_meant(self, named: str) -> str:
        """Return the campus that a name means.

        Raises:
            WrongArgument: no line names it.
        """
        campus = sheets.campus_among(self.campuses, named)
        if campus is None:
            raise _not_there("校区", "campus", named)
        return campus

    def balance(self, item: str, campus: str, day: date) -> Decimal:
        """Return the book of an item at a campus at the end of a day.

        Raises:
            WrongArgument: a line that may be about it could not be read.
        """
        if not self.ledger.is_sure(item, campus):
            raise WrongArgument(
                Both(
                    f"{campus}有单据读不出，结存说不准，请先校验",
                    f"a line of {campus} could not be read; check the ledgers first",
                )
            )
        return self.ledger.balance(Account(item, campus), day)


def balance(item: Any, receipts: Any, issues: Any, campus: Any, as_of: date) -> Decimal | None:
    """Return the book of an item, at a campus or at all of them, at the end of a day.

    Raises:
        WrongArgument: an argument cannot be used.
    """
    named, where = text(item), text(campus)
    if named is None:
        return None
    came, went = sheets.Cells.of(receipts), sheets.Cells.of(issues)
    if came is None and went is None:
        raise WrongArgument(_NO_TABLES)
    stock = _stock(came, went)
    meant = stock.item_meant(named)
    campuses = stock.campuses if where is None else (stock.campus_meant(where),)
    return sum((stock.balance(meant, each, as_of) for each in campuses), ZERO)


@lru_cache(4)
def _stock(receipts: sheets.Cells | None, issues: sheets.Cells | None) -> Stock:
    given: list[tuple[type[SheetRow], sheets.Cells | None]]
    given = [(Receipt, receipts), (StockIssue, issues)]
    tables = {model: cells for model, cells in given if cells}
    campuses = sheets.campuses_in(tables)
    rows = {model: sheets.rows_of(cells, model, campuses) for model, cells in tables.items()}
    book = _book(rows)
    try:
        ledger = stock_ledger(book)
    except NoColumn as absent:
        raise sheets.without_column(absent.sheet, absent.heading) from absent
    items = frozenset(item for model in rows for item in items_meant(book, model) if item)
    return Stock(ledger, Catalogue.told_by(rows.values()), items, campuses)


def _book(rows: Mapping[type[SheetRow], Rows[Any]]) -> Book:
    period = Period(date.min, _LATEST)
    return Book(rows, settings(None), SchoolCalendar(), _LATEST, period, default_vocabularies())


def _not_there(zh: str, en: str, named: str) -> WrongArgument:
    return WrongArgument(
        Both(
            f"入库和领用中没有{zh}“{named[:20]}”",
            f"no line of 入库 or 领用 names the {en} {named[:20]!r}",
        )
    )
