"""Tables of the summary that count things: by campus, and by month."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from houqin.areas.measures import F, at
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import SectionTable, Unit

TOTAL = Both("合计", "Total")
MONTH = Both("月份", "Month")
S = TypeVar("S", bound=str | None)  # None is what could not be read


def by_campus(
    key: str,
    title: Both,
    heading: Both,
    groups: Mapping[S, Sequence[F]],
    where: Sequence[str],
) -> SectionTable:
    """Return how many things of each group there are at each campus, and in all."""
    return SectionTable(
        key,
        title,
        (heading, *names(where), TOTAL),
        _counts(len(where) + 1),
        tuple(
            (group, *(len(at(campus, things)) for campus in where), len(things))
            for group, things in groups.items()
        ),
    )


def by_month(
    key: str, title: Both, series: Iterable[tuple[Both, Iterable[date | None]]], book: Book
) -> SectionTable:
    """Return how many days of each series lie in each month."""
    counted = [(heading, Counter(map(month_of, filter(None, days)))) for heading, days in series]
    return SectionTable(
        key,
        title,
        (MONTH, *(heading for heading, _ in counted)),
        _counts(len(counted)),
        tuple((month, *(count[month] for _, count in counted)) for month in months(book)),
    )


def months(book: Book) -> list[str]:
    """Return the months of the period up to the as-of date, such as 2020-05."""
    end = min(book.period.end, book.as_of)
    numbers = range(
        book.period.start.year * 12 + book.period.start.month - 1, end.year * 12 + end.month
    )
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]


def month_of(day: date) -> str:
    """Return the month of a day, such as 2020-05."""
    return f"{day:%Y-%m}"


def names(of: Iterable[str]) -> tuple[Both, ...]:
    """Return headings that are the same in both languages."""
    return tuple(Both(name, name) for name in of)


def in_order(found: Iterable[S], list_name: str, book: Book) -> list[S]:
    """Return the different values found, in the order of their list, then as they come."""
    vocabulary = book.vocabularies.get(list_name)
    listed = vocabulary.values if vocabulary else ()
    place: dict[str | None, int] = {value: index for index, value in enumerate(listed)}
    return sorted(dict.fromkeys(found), key=lambda value: place.get(value, len(place)))


def _counts(columns: int) -> tuple[Unit, ...]:
    return (Unit.TEXT, *[Unit.COUNT] * columns)
