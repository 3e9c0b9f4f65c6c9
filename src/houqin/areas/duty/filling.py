"""How each post of each day is filled: the needs of the plan against the rows of the roster."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from houqin.areas.duty.moments import span
from houqin.areas.duty.needs import Key, Line, Need, key_of, lines_by_key, needs
from houqin.areas.duty.rows import Duty
from houqin.areas.duty.staffing import named
from houqin.book import Book
from houqin.cells.text import unspaced
from houqin.cells.times import TimeRange

WHERE = ("date", "campus", "post", "slot")


@dataclass(frozen=True, slots=True)
class Filled:
    """One post that must be filled on one day, and the rows of the roster about it."""

    need: Need
    indexes: tuple[int, ...]
    people: tuple[str, ...]
    certain: bool  # False: a row that cannot be read in full may be about it


class RosterRow(NamedTuple):
    """What a row of the roster says of its place; None is what nobody can read."""

    row: int  # index of it
    day: date | None
    campus: str | None
    post: str | None
    slot: TimeRange | None


@lru_cache(maxsize=1)
def filled(book: Book) -> tuple[Filled, ...]:
    """Return every need of the period with the rows that fill it, in the order of 岗位."""
    return tuple(_filled(book))


def planned(book: Book, row: RosterRow) -> tuple[Line, ...]:
    """Return the lines of 岗位 that ask for the post at the time that a row names."""
    if not (row.campus and row.post and row.slot):
        return ()
    return lines_by_key(book).get(key_of(row.campus, row.post, row.slot), ())


def told(book: Book) -> Iterator[RosterRow]:
    """Yield what each row of the roster says of its place."""
    rows = book[Duty]
    facts = zip(*map(rows.column, WHERE), strict=True)
    return (RosterRow(index, *fact) for index, fact in enumerate(facts))


def _filled(book: Book) -> Iterator[Filled]:
    fitting: dict[tuple[date, Key], list[int]] = defaultdict(list)
    unclear: list[RosterRow] = []
    for row in told(book):
        if row.day and (asked := planned(book, row)):
            fitting[row.day, asked[0].key].append(row.row)
        else:
            unclear.append(row)
    by_day = _by_day(unclear)
    once = _stated_once(book)
    for need in needs(book):
        if any(not _agrees(row, need) for row in once):  # a roster of one campus holds no other
            continue
        indexes = tuple(fitting.get((need.day, need.line.key), ()))
        people = _people(book, indexes)
        others = (*by_day.get(need.day, ()), *by_day.get(None, ()))
        doubtful = people is None or any(_may_be(row, need) for row in others)
        yield Filled(need, indexes, people or (), not doubtful)


def _by_day(rows: Sequence[RosterRow]) -> Mapping[date | None, list[RosterRow]]:
    found: dict[date | None, list[RosterRow]] = defaultdict(list)
    for row in rows:
        found[row.day].append(row)
    return found


def _people(book: Book, indexes: Sequence[int]) -> tuple[str, ...] | None:
    """Return the people named in some rows, each once; None where one cannot be read."""
    names = book[Duty].column("people")
    if any(names[index] is None for index in indexes):
        return None
    return tuple(dict.fromkeys(named(book)(name) for index in indexes for name in names[index]))


def _stated_once(book: Book) -> list[RosterRow]:
    """Return what the title of the sheet says of all its rows."""
    rows = book[Duty]
    once = [next(iter(rows.known(f)), None) if f in rows.table.facts else None for f in WHERE]
    return [RosterRow(-1, *once)] if any(once) else []


def _agrees(row: RosterRow, need: Need) -> bool:
    """Tell whether what a row says of its place is not otherwise than a need."""
    line = need.line
    return (
        row.day in (None, need.day)
        and row.campus in (None, line.campus)
        and (row.post is None or unspaced(row.post) == unspaced(line.post))
        and row.slot in (None, line.slot)
    )


def _may_be(row: RosterRow, need: Need) -> bool:
    """Tell whether a row may be about a need: not read in full, or a post or time misspelt."""
    if _agrees(row, need):
        return True
    line = need.line
    if row.day not in (None, need.day) or row.campus not in (None, line.campus):
        return False
    same_post = row.post is None or unspaced(row.post) == unspaced(line.post)
    if row.slot is None or not same_post:
        return row.slot in (None, line.slot)
    return span(need.day, row.slot).overlap(span(need.day, line.slot)) > 0
