"""What the summary must know of each hazard, as of the as-of date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from houqin.areas.safety.deadlines import CLOSED, Standing, deadline, if_judged, is_open, standing
from houqin.areas.safety.hazards import repeated
from houqin.areas.safety.rows import Hazard
from houqin.book import Book
from houqin.rows import NotJudged


@dataclass(frozen=True, slots=True)
class HazardFacts:
    """What the figures need of one hazard, as of the as-of date."""

    campus: str | None
    grade: str | None
    found: date | None
    finished: date | None
    closed_on: date | None
    is_open: bool
    is_closed: bool
    is_due: bool  # put right, or past its deadline, or without one
    is_repeat: bool
    was_found: bool  # in the period
    was_finished: bool  # in the period
    standing: Standing | None


def hazard_facts(book: Book) -> tuple[HazardFacts, ...]:
    """Return what is known of the hazards found up to the as-of date."""
    again = _repeats(book)
    return tuple(
        _hazard_facts(row, book, is_repeat=index in again)
        for index, row in enumerate(book[Hazard])
        if (row.get("found") or date.min) <= book.as_of
    )


def _repeats(book: Book) -> Iterable[int]:
    try:
        return repeated(book)
    except NotJudged:
        return ()


def _hazard_facts(row: Hazard, book: Book, *, is_repeat: bool) -> HazardFacts:
    due, opened = if_judged(deadline, row, book), is_open(row, book)
    found, verified = row.get("found"), row.get("verified")
    finished = None if opened else row.get("finished")
    is_closed = not opened and book.group("销号状态", row.get("closed")) == CLOSED
    is_closed = is_closed and (verified or date.min) <= book.as_of
    return HazardFacts(
        campus=row.get("campus"),
        grade=row.get("grade"),
        found=found,
        finished=finished,
        closed_on=verified if is_closed else None,
        is_open=opened,
        is_closed=is_closed,
        is_due=not opened or due is None or due < book.as_of,
        is_repeat=is_repeat,
        was_found=found in book.period,
        was_finished=finished in book.period,
        standing=standing(row, book),
    )
