"""The school's calendar: the rows of 校历 over the public holidays, within the term."""

from datetime import date

from houqin.areas.school.rows import CalendarRow
from houqin.rows import Rows
from houqin.school_calendar import SchoolCalendar
from houqin.settings import Settings


def calendar(rows: Rows[CalendarRow] | None, settings: Settings) -> SchoolCalendar:
    """Return the calendar that holds; of two rows for one day and campus the first."""
    return SchoolCalendar({} if rows is None else _stated(rows), term(settings))


def term(settings: Settings) -> tuple[date, date] | None:
    """Return the first and the last day of the term, None where they are not known."""
    start, end = settings.day("term.start"), settings.day("term.end")
    return (start, end) if start and end and start <= end else None


def _stated(rows: Rows[CalendarRow]) -> dict[tuple[date, str | None], str]:
    if not (rows.has("date") and rows.has("kind")):
        return {}
    present = [field for field in ("date", "kind", "campus") if rows.has(field)]
    campuses = rows.column_or_blank("campus")
    stated: dict[tuple[date, str | None], str] = {}
    for index in rows.judged(*present):
        day, kind = rows.column("date")[index], rows.column("kind")[index]
        stated.setdefault((day, campuses[index]), kind)
    return stated
