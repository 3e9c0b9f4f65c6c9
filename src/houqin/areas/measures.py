"""How a figure of the summary is got: for every campus and in total, against its target."""

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, Protocol, TypeVar

from houqin.book import Book
from houqin.problems import Both
from houqin.rows import SheetRow
from houqin.sections import Figure, Light, Unit, Value

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

    def figure(self, facts: Sequence[F], where: Iterable[str], book: Book) -> Figure:
        """Return the figure, in total and for each campus."""
        by_campus = {campus: self.of(at(campus, facts)) for campus in where}
        total = self.of(facts)
        target = book.settings.number(self.target) if self.target else None
        light, how = light_of(total, self.target, book), comparator_of(self.target, book)
        known = (self.key, self.name, self.unit, total, self.source, by_campus)
        return Figure(*known, target, light, how)


def at(campus: str, facts: Iterable[F]) -> list[F]:
    """Return the facts of one campus."""
    return [each for each in facts if each.campus == campus]


def campuses(book: Book, models: Iterable[type[SheetRow]]) -> tuple[str, ...]:
    """Return the school's campuses, or those that these ledgers name."""
    named = (book[model].column_or_blank("campus") for model in models if model in book)
    return book.campuses() or tuple(sorted({each for column in named for each in column if each}))


def light_of(total: Value, code: str, book: Book) -> Light:
    """Return whether a figure meets the target that 参数 states, none where it states none."""
    setting = book.settings.find(code) if code else None
    if setting is None or not isinstance(setting.value, Decimal) or total is None:
        return Light.NONE
    meets = COMPARISONS[comparator_of(code, book)]
    return Light.GREEN if meets(total, setting.value) else Light.RED


def comparator_of(code: str, book: Book) -> str:
    """Return how a target of 参数 is to be met, "" where there is none."""
    setting = book.settings.find(code) if code else None
    if setting is None:
        return ""
    return setting.comparator if setting.comparator in COMPARISONS else ">="


def share(part: int, whole: int) -> Decimal | None:
    """Return a fraction, None of nothing."""
    return Decimal(part) / whole if whole else None
