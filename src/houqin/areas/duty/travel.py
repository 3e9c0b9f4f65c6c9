"""How long the way between two campuses takes."""

from datetime import timedelta

from houqin.areas.duty.moments import ONE_MINUTE
from houqin.areas.school.rows import CampusRow
from houqin.book import Book

TRAVEL = "duty.travel_minutes"


def travel(book: Book, one: str | None, other: str | None) -> timedelta:
    """Return the time from one campus to another: 校区 goes before 参数; none where unknown."""
    if one is None or other is None or one == other:
        return timedelta()
    stated = _stated(book)
    known = [stated[campus] for campus in (one, other) if campus in stated]
    minutes = max(known, default=book.settings.number(TRAVEL, other) or 0)
    return int(minutes) * ONE_MINUTE


def _stated(book: Book) -> dict[str, int]:
    if CampusRow not in book:
        return {}
    rows = book[CampusRow]
    pairs = zip(rows.column_or_blank("name"), rows.column_or_blank("travel_minutes"), strict=True)
    return {name: minutes for name, minutes in pairs if name and minutes is not None}
