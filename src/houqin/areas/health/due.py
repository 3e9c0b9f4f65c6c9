"""Which checks are due: of every class, on every school day, as often as 参数 asks for."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from houqin.areas.classes import SchoolClass, classes
from houqin.areas.health.rows import HealthCheck
from houqin.areas.school.lists import spellings
from houqin.book import Book

CHECK_SLOTS = "health.check_slots"


@dataclass(frozen=True, slots=True)
class Due:
    """The checks of one class on one day, and which of them are surely not on record."""

    day: date
    class_: SchoolClass
    slots: tuple[str, ...]
    missing: tuple[str, ...]
    done: int

    @property
    def campus(self) -> str | None:
        """The campus of the class."""
        return self.class_.campus


class _Record(NamedTuple):
    """What a row tells of itself; None is what nobody can read, or cannot be true."""

    day: date | None
    slot: str | None
    class_: str | None


@lru_cache(maxsize=1)
def checks_due(book: Book) -> tuple[Due, ...]:
    """Return the checks that were due in the period, day by day.

    A record that cannot be read in full may be the one that seems to be missing, and so may
    one of two that are alike.
    """
    records = _records(book)
    on_record, rows_of = set(records), Counter((each.day, each.class_) for each in records)
    in_doubt = [each for each in on_record if None in each]
    found = []
    for asked in _asked(book):
        there = [slot for slot in asked.slots if (asked.day, slot, asked.class_.name) in on_record]
        enough = rows_of[asked.day, asked.class_.name] >= len(asked.slots)
        lacking = () if enough else [slot for slot in asked.slots if slot not in there]
        missing = tuple(slot for slot in lacking if not _may_be(in_doubt, asked, slot))
        found.append(Due(asked.day, asked.class_, asked.slots, missing, len(there)))
    return tuple(found)


class _Asked(NamedTuple):
    day: date
    class_: SchoolClass
    slots: tuple[str, ...]


def _asked(book: Book) -> Iterator[_Asked]:
    """Yield what is asked of each class on each day of lessons, up to the as-of day."""
    if book.calendar.term is None:
        return
    start, end = max(book.period.start, book.calendar.term[0]), min(book.period.end, book.as_of)
    once = {field: _stated_once(book, field) for field in _Record._fields}
    taught = [each for each in classes(book).values() if _is_of_the_sheet(each, book)]
    for campus in dict.fromkeys(each.campus for each in taught):
        theirs = [each for each in taught if each.campus == campus]
        for day in book.calendar.school_days(start, min(end, book.calendar.term[1]), campus):
            slots = _slots(book, campus, day, once["slot"])
            if slots and once["day"] in {None, day} and book.calendar.covers(day.year):
                yield from (_Asked(day, each, slots) for each in theirs)


def _slots(book: Book, campus: str | None, day: date, only: str | None) -> tuple[str, ...]:
    asked = spellings(book.settings.text(CHECK_SLOTS, campus, day))
    known = book.vocabularies.get("检查时段")
    read = (known.read(slot) if known else slot for slot in asked)
    return tuple(slot for slot in read if isinstance(slot, str) and only in {None, slot})


def _is_of_the_sheet(class_: SchoolClass, book: Book) -> bool:
    """Tell whether a class is one that the sheet is about; its title may name one campus or class."""
    campus, name = _stated_once(book, "campus"), _stated_once(book, "class_")
    return campus in {None, class_.campus} and name in {None, class_.name}


FIELDS = {"day": "date"}


def _stated_once(book: Book, name: str) -> Any:
    """Return what the title of the sheet says of all its rows, None where it says nothing."""
    rows, field = book[HealthCheck], FIELDS.get(name, name)
    return next(iter(rows.known(field)), None) if field in rows.table.facts else None


def _records(book: Book) -> list[_Record]:
    rows, known = book[HealthCheck], classes(book)
    columns = map(rows.column, ("date", "slot", "class_"))
    return [
        _Record(
            day if day is not None and day <= book.as_of else None,  # to come: a slip, told already
            slot,
            class_ if class_ in known else None,
        )
        for day, slot, class_ in zip(*columns, strict=True)
    ]


def _may_be(in_doubt: Iterable[_Record], asked: _Asked, slot: str) -> bool:
    wanted = (asked.day, slot, asked.class_.name)
    return any(
        all(part in {None, want} for part, want in zip(record, wanted, strict=True))
        for record in in_doubt
    )
