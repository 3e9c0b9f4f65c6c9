"""The days for which a roster is drafted."""

from datetime import timedelta

from houqin.book import Book, Period

DRAFT_DAYS = "duty.draft_days"


def window_of(book: Book) -> Period | None:
    """Return the days to draft: those of a period to come, else some weeks from the as-of day.

    What lies before the as-of day is never drafted, nor, unless it is asked for, what lies
    after the term. None where no day is left.
    """
    start = max(book.as_of, book.period.start)
    end = book.period.end
    if end <= book.as_of:
        number = book.settings.number(DRAFT_DAYS, None, book.as_of)
        end = start + timedelta(days=int(number or 1) - 1)
        if book.calendar.term:
            end = min(end, book.calendar.term[1])
    return Period(start, end) if start <= end else None
