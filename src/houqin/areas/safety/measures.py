"""How a figure of the summary is got: for every campus and in total, against its target."""

import operator
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Generic, Protocol, TypeVar

from houqin.areas.safety.rows import Equipment, Hazard, Inspection
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Figure, Light, Unit, Value

LEDGERS = (Hazard, Inspection, Equipment)
TOTAL = Both("合计", "Total")
MONTH = Both("月份", "Month")
COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge,
    ">": operator.gt,
    "<=": operator.le,
    "<": operator.lt,
    "=": operator.eq,
}


class AtCampus(Protocol):
    """Anything that belongs to one campus."""

    @property
    def campus(self) -> str | None:
        """The campus, None where it could not be read."""


F = TypeVar("F", bound=AtCampus)


@dataclass(frozen=True, slots=True)
class Measure(Generic[F]):
    """How one figure is got from the facts of a campus, or of all of them."""

    key: str
    name: Both
    unit: Unit
    of: Callable[[Sequence[F]], Value]
    source: Both
    target: str = ""  # its code on 参数

    def figure(self, facts: Sequence[F], book: Book) -> Figure:
        """Return the figure, in total and for each campus."""
        by_campus = {campus: self.of(at(campus, facts)) for campus in campuses(book)}
        total = self.of(facts)
        target = book.settings.number(self.target) if self.target else None
        light = light_of(total, self.target, book)
        return Figure(self.key, self.name, self.unit, total, self.source, by_campus, target, light)


def at(campus: str, facts: Iterable[F]) -> list[F]:
    """Return the facts of one campus."""
    return [each for each in facts if each.campus == campus]


def campuses(book: Book) -> tuple[str, ...]:
    """Return the school's campuses, or those that the ledgers name."""
    named = (book[model].column_or_blank("campus") for model in LEDGERS if model in book)
    return book.campuses() or tuple(sorted({each for column in named for each in column if each}))


def light_of(total: Value, code: str, book: Book) -> Light:
    """Return whether a figure meets the target that 参数 states, none where it states none."""
    setting = book.settings.find(code) if code else None
    if setting is None or not isinstance(setting.value, Decimal) or total is None:
        return Light.NONE
    meets = COMPARISONS.get(setting.comparator, COMPARISONS[">="])
    return Light.GREEN if meets(total, setting.value) else Light.RED


def share(part: int, whole: int) -> Decimal | None:
    """Return a fraction, None of nothing."""
    return Decimal(part) / whole if whole else None


def names(of: Iterable[str]) -> tuple[Both, ...]:
    """Return headings that are the same in both languages."""
    return tuple(Both(name, name) for name in of)


def counts(columns: int) -> tuple[Unit, ...]:
    """Return the units of a table whose first column names what the others count."""
    return (Unit.TEXT, *[Unit.COUNT] * columns)


def values(list_name: str, book: Book) -> tuple[str, ...]:
    """Return the values of a list of the school's, none without the list."""
    vocabulary = book.vocabularies.get(list_name)
    return vocabulary.values if vocabulary else ()


def months(book: Book) -> list[str]:
    """Return the months of the period up to the as-of date, such as 2020-05."""
    end = min(book.period.end, book.as_of)
    numbers = range(
        book.period.start.year * 12 + book.period.start.month - 1, end.year * 12 + end.month
    )
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]


def by_month(days: Iterable[date | None]) -> Counter[str]:
    """Count days by their month."""
    return Counter(f"{day:%Y-%m}" for day in days if day)
