"""What 物品目录 says of an item."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from houqin.areas.stock.identity import Catalogue
from houqin.areas.stock.rows import Item
from houqin.book import Book
from houqin.rows import Rows


def catalogue_rows(book: Book) -> Rows[Item] | None:
    """Return the rows of 物品目录, where there is one."""
    return book.rows.get(Item)


@lru_cache(maxsize=1)
def catalogue(book: Book) -> Catalogue:
    """Return the items of 物品目录 by number and by name."""
    return Catalogue.of(catalogue_rows(book))


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
