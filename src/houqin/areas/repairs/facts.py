"""What the summary must know of each repair, as of the as-of date."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from houqin.areas.makers import day_of
from houqin.areas.repairs.chase import Stage, to_chase
from houqin.areas.repairs.dates import is_before
from houqin.areas.repairs.limits import finish_due, is_late_response, response_hours
from houqin.areas.repairs.route import URGENT, is_cancelled, stated
from houqin.areas.repairs.rows import Repair
from houqin.areas.repairs.savings import materials_used, saved
from houqin.areas.repairs.speed import repeated
from houqin.book import Book
from houqin.rows import NotJudged

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RepairFacts:
    """What the figures need of one repair, as of the as-of date."""

    campus: str | None
    kind: str | None
    reported: date | None
    finished: date | None
    accepted: date | None
    was_reported: bool  # in the period
    was_finished: bool  # in the period
    is_urgent: bool
    in_house: bool | None
    hours: Decimal | None  # until it was taken on, those of days off left out
    is_late_response: bool | None  # None: it waits no longer than it may, or not known
    is_late_finish: bool | None  # None: not finished, or not known
    is_overdue: bool
    is_repeat: bool
    cost: Decimal | None
    saved: Decimal | None
    rating: int | None

    @property
    def days(self) -> int | None:
        """The days from the report until the end, None where they are not known."""
        if self.reported is None or self.finished is None or self.finished < self.reported:
            return None
        return (self.finished - self.reported).days


def repair_facts(book: Book) -> tuple[RepairFacts, ...]:
    """Return what is known of the repairs reported up to the as-of date, those called off left out."""
    again = _if_judged(lambda: repeated(book)) or {}
    late = {each.index: each.stage for each in to_chase(book)}
    return tuple(
        _facts(row, book, is_repeat=index in again, waits=late.get(index))
        for index, row in enumerate(book[Repair])
        if not is_cancelled(row, book) and (day_of(row.get("reported") or date.min) <= book.as_of)
    )


def _facts(row: Repair, book: Book, *, is_repeat: bool, waits: Stage | None) -> RepairFacts:
    reported = _day(row.get("reported"), book.as_of)
    finished = _day(row.get("finished"), book.as_of)
    received = _moment(row, book)
    return RepairFacts(
        campus=row.get("campus"),
        kind=row.get("kind"),
        reported=reported,
        finished=finished,
        accepted=_day(row.get("accepted"), book.as_of),
        was_reported=reported in book.period,
        was_finished=finished in book.period,
        is_urgent=row.get("urgency") == URGENT,
        in_house=row.get("in_house"),
        hours=_if_judged(lambda: response_hours(row, book, received)) if received else None,
        is_late_response=_if_judged(lambda: is_late_response(row, book, received))
        if received
        else (True if waits is Stage.RESPOND else None),
        is_late_finish=_if_judged(lambda: _is_late(row, book, finished)),
        is_overdue=waits is not None,
        is_repeat=is_repeat,
        cost=_if_judged(lambda: _cost(row, book)) if finished else None,
        saved=_if_judged(lambda: saved(row, book)) if finished else None,
        rating=_if_judged(lambda: stated(row, "rating")),
    )


def _cost(row: Repair, book: Book) -> Decimal | None:
    return materials_used(row, book) if row.get("in_house") else stated(row, "cost")


def _moment(row: Repair, book: Book) -> datetime | None:
    """Return when a repair was taken on, None where that cannot be compared with the report."""
    received, reported = row.get("received"), row.get("reported")
    if received is None or reported is None or day_of(received) > book.as_of:
        return None
    return None if is_before(received, reported) else received


def _is_late(row: Repair, book: Book, finished: date | None) -> bool | None:
    due = finish_due(row, book)
    return None if finished is None or due is None else finished > due


def _day(moment: date | None, last: date) -> date | None:
    """Return the day of a moment, None of one after the last day."""
    day = day_of(moment) if moment else None
    return day if day and day <= last else None


def _if_judged(reckon: Callable[[], T]) -> T | None:
    """Return what is reckoned, None where a cell that it rests on could not be read."""
    try:
        return reckon()
    except NotJudged:
        return None


def known(values: Iterable[T | None]) -> list[T]:
    """Return the values that are known."""
    return [value for value in values if value is not None]
