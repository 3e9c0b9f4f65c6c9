"""Makers of rules about the term: what a ledger tells of lies in it, and is not to come."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from houqin.areas.makers import LATER_EN, LATER_ZH
from houqin.book import Book
from houqin.problems import Both, Hit, Severity, Words
from houqin.rows import SheetRow
from houqin.rules import Rule

OUTSIDE_ZH = ("{value} 不在本学期（{start} 至 {end}）之内", "请核对后改正")
OUTSIDE_EN = ("{value} lies outside the term, {start} to {end}", "look it up and correct it")
Span = Callable[[Any], tuple[date, date]]


def one_day(day: date) -> tuple[date, date]:
    """Return the first and the last day of a day."""
    return day, day


def in_term(
    code: str, model: type[SheetRow], field: str, title: tuple[str, str], span: Span = one_day
) -> Rule:
    """Make the rule that a day, or some day of a longer span, lies in the term.

    What is to come is told by another rule, and so is a term that is to come itself.
    """

    def check(book: Book) -> Iterator[Hit]:
        rows, term = book[model], book.calendar.term
        column = rows.column(field)
        for index in rows.judged(field) if term and term[0] <= book.as_of else ():
            first, last = span(column[index])
            if term and first <= book.as_of and (last < term[0] or first > term[1]):
                yield rows.hit(index, field, start=term[0], end=term[1])

    return Rule(
        code,
        Both(*title),
        Words(*OUTSIDE_ZH),
        Words(*OUTSIDE_EN),
        Severity.WARNING,
        "按常理",
        ("term.start", "term.end"),
        (model,),
        check,
    )


def has_begun(
    code: str, model: type[SheetRow], field: str, title: tuple[str, str], span: Span
) -> Rule:
    """Make the rule that a span of days has begun by the as-of date."""

    def check(book: Book) -> Iterator[Hit]:
        rows = book[model]
        column = rows.column(field)
        for index in rows.judged(field):
            if span(column[index])[0] > book.as_of:
                yield rows.hit(index, field, as_of=book.as_of)

    words = Words(*LATER_ZH), Words(*LATER_EN)
    return Rule(
        code,
        Both(*title),
        *words,
        source="日期先后",
        settings=("as_of",),
        needs=(model,),
        check=check,
    )
