"""The two parts of the summary about the stock: the stock itself, and the supplies."""

from collections.abc import Callable

from houqin.areas.stock.rows import Count, Receipt, Reserve, StockIssue
from houqin.areas.stock.stock_figures import stock_part
from houqin.areas.stock.supply_figures import supply_part
from houqin.book import Book
from houqin.problems import Both
from houqin.rows import NoColumn
from houqin.rules import no_column
from houqin.sections import Section


def stock_section(book: Book) -> Section | None:
    """Return what came, went, is there and was counted; None without any of the sheets."""
    if book.rows.keys().isdisjoint({Receipt, StockIssue, Count}):
        return None
    return _or_why_not(stock_part, book, "stock", Both("库存", "Stock"))


def supplies_section(book: Book) -> Section | None:
    """Return how the reserve standard is met and what expires; None without any of the sheets."""
    if book.rows.keys().isdisjoint({Receipt, Reserve}):
        return None
    return _or_why_not(supply_part, book, "supplies", Both("储备物资", "Supplies"))


def _or_why_not(part: Callable[[Book], Section], book: Book, key: str, title: Both) -> Section:
    """Return a part of the summary, or one that says which column is missing."""
    try:
        return part(book)
    except NoColumn as absent:
        return Section(key, title, notes=(no_column(absent.sheet, absent.heading),))
