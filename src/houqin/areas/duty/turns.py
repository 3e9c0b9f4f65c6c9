"""The turns of the roster: one person on one post at one time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from houqin.areas.duty.absences import absence
from houqin.areas.duty.moments import Span, span
from houqin.areas.duty.rows import Duty
from houqin.areas.duty.staffing import named, namesakes
from houqin.book import Book


class Turn(NamedTuple):
    """One person on one post at one time; of a row with several people there are several."""

    name: str
    row: int  # index of it
    field: str  # people, or substitute
    day: date
    campus: str | None
    post: str | None
    span: Span


@lru_cache(maxsize=1)
def turns(book: Book) -> tuple[Turn, ...]:
    """Return who really stands on duty: without those for whom a substitute came."""
    rows = book[Duty]
    found: list[Turn] = []
    substitutes = [name for name in ("substitute",) if rows.has(name)]
    for index in rows.judged("date", "slot", "people", *substitutes):
        found += _of_row(book, index)
    return tuple(found)


@lru_cache(maxsize=1)
def turns_by_person(book: Book) -> Mapping[str, Sequence[Turn]]:
    """Return each person's turns in the order of time; of people of one name none."""
    found: dict[str, list[Turn]] = defaultdict(list)
    for turn in turns(book):
        found[turn.name].append(turn)
    unclear = namesakes(book)
    return {
        name: sorted(each, key=lambda turn: (turn.span, turn.row))
        for name, each in found.items()
        if name not in unclear
    }


def replaced(book: Book, people: Sequence[str], during: Span) -> tuple[str, ...]:
    """Return for whom a substitute came: the only one on duty, else the only one on leave."""
    if len(people) == 1:
        return tuple(people)
    away = tuple(name for name in people if absence(book, name, during))
    return away if len(away) == 1 else ()


def _of_row(book: Book, index: int) -> Iterator[Turn]:
    rows, name_of = book[Duty], named(book)
    day, slot = rows.column("date")[index], rows.column("slot")[index]
    where = (rows.column_or_blank("campus")[index], rows.column_or_blank("post")[index])
    lasts = span(day, slot)
    people = tuple(map(name_of, rows.column("people")[index]))
    substitute = rows.column_or_blank("substitute")[index]
    gone = replaced(book, people, lasts) if substitute else ()
    for name in people:
        if name not in gone:
            yield Turn(name, index, "people", day, *where, lasts)
    if substitute and name_of(substitute) not in people:
        yield Turn(name_of(substitute), index, "substitute", day, *where, lasts)
