"""What 物品目录 says of an item."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from houqin.areas.stock.identity import Catalogue, identities
from houqin.areas.stock.rows import Count, Item, Receipt, Reserve, StockIssue
from houqin.book import Book
from houqin.rows import Rows, SheetRow


def catalogue_rows(book: Book) -> Rows[Item] | None:
    """Return the rows of 物品目录, where there is one."""
    return book.rows.get(Item)


@lru_cache(maxsize=1)
def catalogue(book: Book) -> Catalogue:
    """Return the items of 物品目录 by number and by name."""
    return Catalogue.of(catalogue_rows(book))


def items_meant(book: Book, model: type[SheetRow]) -> tuple[str | None, ...]:
    """Return which item each line of a ledger means, in the order of its rows."""
    return _items_meant(book, model)


@lru_cache(maxsize=8)
def _items_meant(book: Book, model: type[SheetRow]) -> tuple[str | None, ...]:
    return identities(book[model], _naming(book))


@lru_cache(maxsize=1)
def _naming(book: Book) -> Catalogue:
    """Return what gives a name its number: 物品目录, else the lines that have both."""
    if Item in book:
        return catalogue(book)
    ledgers = (Receipt, StockIssue, Count, Reserve)
    return Catalogue.told_by(book.rows[model] for model in ledgers if model in book.rows)


@lru_cache(maxsize=8)
def listed(book: Book, field: str) -> Mapping[str, Any]:
    """Return a field of 物品目录 by item, None where it is blank.

    An item of which it could not be read is left out; of an item twice the first row holds.
    """
    items = catalogue_rows(book)
    if items is None or not items.has("item"):
        return {}
    numbers, values = items.column("item"), items.column_or_blank(field)
    judged = items.judged("item", field) if items.has(field) else items.judged("item")
    return {numbers[row]: values[row] for row in reversed(tuple(judged))}
