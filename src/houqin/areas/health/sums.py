"""The sums of the checks, by campus and month: columns added up, no row looked at."""

from collections import defaultdict
from dataclasses import dataclass, fields
from functools import lru_cache

from houqin.areas.classes import classes
from houqin.areas.health.rows import HealthCheck
from houqin.areas.tallies import month_of
from houqin.book import Book

MORNING = "晨检"
NUMBERS = ("expected", "present", "sick", "fever")


@dataclass(frozen=True, slots=True)
class CheckSums:
    """The pupils of all morning checks of a campus in a month, and the fevers of all checks."""

    campus: str | None
    month: str
    expected: int
    present: int
    sick: int
    fever: int

    @classmethod
    def numbers(cls) -> tuple[str, ...]:
        """Return the names of what is added up."""
        return tuple(each.name for each in fields(cls))[2:]

    @property
    def away(self) -> int:
        """The pupils who were not there."""
        return self.expected - self.present


@lru_cache(maxsize=1)
def check_sums(book: Book) -> tuple[CheckSums, ...]:
    """Return the sums of the period; a check with a number in doubt is in none."""
    rows, known = book[HealthCheck], classes(book)
    names = ("date", "slot", "campus", "class_", *NUMBERS)
    sums: dict[tuple[str | None, str], list[int]] = defaultdict(lambda: [0] * len(NUMBERS))
    for day, slot, campus, class_, *numbers in zip(*map(rows.column_or_blank, names), strict=True):
        if day not in book.period or day > book.as_of or None in numbers[:-1]:
            continue
        of_class = known.get(class_)
        at = campus or (of_class.campus if of_class else None)
        added = sums[at, month_of(day)]
        counted = numbers if slot == MORNING else [0, 0, 0, numbers[-1]]
        for index, number in enumerate(counted):
            added[index] += number or 0
    return tuple(CheckSums(*key, *each) for key, each in sums.items())
