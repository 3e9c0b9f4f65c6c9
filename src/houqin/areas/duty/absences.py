"""Who is on leave when."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from houqin.areas.duty.moments import Span, whole_days
from houqin.areas.duty.rows import Leave
from houqin.book import Book
from houqin.problems import Place


class Absence(NamedTuple):
    """One leave, and where it stands."""

    row: int  # index
    span: Span
    place: Place


@lru_cache(maxsize=1)
def absences(book: Book) -> Mapping[str, Sequence[Absence]]:
    """Return the leaves of each person; a leave that cannot be read in full is left out."""
    found: dict[str, list[Absence]] = defaultdict(list)
    if Leave in book and all(map(book[Leave].has, ("person", "start", "end"))):
        rows = book[Leave]
        times = [name for name in ("start_time", "end_time") if rows.has(name)]
        for index in rows.judged("person", "start", "end", *times):
            row = rows[index]
            lasts = whole_days(row.start, row.end, row.get("start_time"), row.get("end_time"))
            found[row.person].append(Absence(index, lasts, rows.place(index, "person")))
    return found


def absence(book: Book, name: str, during: Span) -> Absence | None:
    """Return the leave that somebody is on during some part of a span."""
    leaves = absences(book).get(name, ())
    return next((leave for leave in leaves if leave.span.overlap(during)), None)
