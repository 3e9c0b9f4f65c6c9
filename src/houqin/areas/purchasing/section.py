"""The part of the summary about purchases and budgets."""

from collections.abc import Iterator

from houqin.areas.measures import campuses
from houqin.areas.purchasing.purchase_facts import purchase_facts
from houqin.areas.purchasing.purchase_figures import OF_PURCHASES, budget_figures
from houqin.areas.purchasing.purchase_tables import (
    budget_list,
    by_kind,
    by_month_asked,
    open_list,
    waiting_list,
)
from houqin.areas.purchasing.rows import Budget, Purchase
from houqin.book import Book
from houqin.problems import Both
from houqin.rules import no_sheet
from houqin.sections import Chart, Section

CHARTS = (
    Chart(Both("各月采购金额", "Purchases by month"), "column", "purchases_by_month", 0, (2, 4)),
    Chart(Both("各类采购金额", "Purchases by kind"), "bar", "purchases_by_kind", 0, (2,)),
)


def section(book: Book) -> Section | None:
    """Return the figures, tables and charts of purchasing, None without the sheet 采购审批."""
    if Purchase not in book:
        return None
    facts, where = purchase_facts(book), campuses(book, (Purchase,))
    figures = tuple(measure.figure(facts, where, book) for measure in OF_PURCHASES)
    tables = [
        open_list(book),
        waiting_list(book),
        by_kind(facts, book),
        by_month_asked(facts, book),
    ]
    if Budget in book:
        tables.append(budget_list(book))
    return Section(
        "purchasing",
        Both("采购", "Purchasing"),
        (*figures, *budget_figures(book)),
        tuple(tables),
        CHARTS,
        tuple(_notes(book)),
    )


def _notes(book: Book) -> Iterator[Both]:
    if Budget not in book:
        yield no_sheet([Budget.ledger.title])
    unread = sum(day is None for day in book[Purchase].column_or_blank("requested"))
    if unread:
        yield Both(
            f"采购审批中有 {unread} 行的申请日期没有读懂，没有计入",
            f"{unread} lines of 采购审批 without a day of the request are left out",
        )
