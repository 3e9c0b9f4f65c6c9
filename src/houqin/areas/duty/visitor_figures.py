"""What the summary tells of visitors: how many came, and who was not signed out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from houqin.areas.duty.rows import Visit
from houqin.areas.measures import Measure, at
from houqin.areas.tallies import by_month
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Chart, Section, Unit


@dataclass(frozen=True, slots=True)
class Came:
    """One visit, without anybody's name."""

    day: date
    campus: str | None
    is_open: bool  # over by the as-of day, and not signed out


def visits(book: Book) -> tuple[Came, ...]:
    """Return the visits of the period up to the as-of day."""
    rows = book[Visit]
    unread = rows.unread.get("left", frozenset())
    found = zip(*map(rows.column_or_blank, ("date", "campus", "left")), strict=True)
    return tuple(
        Came(day, campus, left is None and index not in unread and day < book.as_of)
        for index, (day, campus, left) in enumerate(found)
        if day in book.period and day <= book.as_of
    )


def _number(came: Sequence[Came]) -> int:
    return len(came)


def _still_here(came: Sequence[Came]) -> int:
    return sum(each.is_open for each in came)


VISITS = (
    Measure(
        "visitors.visits",
        Both("来访次数", "Visits"),
        Unit.COUNT,
        _number,
        Both(
            "来访登记：期间内到统计日期为止的行数",
            "来访登记: rows of the period up to the as-of date",
        ),
    ),
    Measure(
        "visitors.not_signed_out",
        Both("未登记离开", "Not signed out"),
        Unit.COUNT,
        _still_here,
        Both(
            "来访登记：统计日期以前来访、没有离开时间的行数",
            "来访登记: rows before the as-of date without a time of leaving",
        ),
    ),
)


def visitor_part(book: Book, where: Sequence[str]) -> Section:
    """Return the part of the summary that 来访登记 gives."""
    came = visits(book)
    monthly = by_month(
        "visits_by_month",
        Both("各月来访次数", "Visits by month"),
        [(Both(campus, campus), [each.day for each in at(campus, came)]) for campus in where],
        book,
    )
    series = tuple(range(1, len(where) + 1))
    return Section(
        "visitors",
        Both("来访", "Visitors"),
        tuple(measure.figure(came, where, book) for measure in VISITS),
        (monthly,),
        (Chart(monthly.title, "column", monthly.key, 0, series),) if series else (),
    )
