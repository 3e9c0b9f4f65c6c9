"""When a repair must be taken on, finished, accepted and approved, by 参数 and the school calendar."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from houqin.areas.makers import day_of
from houqin.areas.measures import COMPARISONS
from houqin.areas.repairs.route import stated
from houqin.areas.repairs.rows import Repair
from houqin.book import Book
from houqin.school_calendar import SchoolCalendar, days
from houqin.settings import Setting

WORKING_DAYS = "工作日"  # the unit of a limit that leaves out days off
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ONE_PLACE = Decimal("0.1")
RESPOND, FINISH = "repair.respond_hours", "repair.finish_days"
ACCEPT, PAPER = "repair.accept_days", "repair.urgent_paper_days"


def response_hours(row: Repair, book: Book, until: datetime) -> Decimal:
    """Return the hours from the report until a moment, those of days off left out.

    What has no time may have been reported at the end of its day: it is not late until
    that is sure.
    """
    reported = row.reported
    start = reported if reported.time() != time() else reported + DAY
    spent = working_time(start, until, book.calendar, row.get("campus"))
    return (Decimal(spent // timedelta(minutes=1)) / 60).quantize(ONE_PLACE)


def working_time(
    start: datetime, end: datetime, calendar: SchoolCalendar, campus: str | None
) -> timedelta:
    """Return the time between two moments that lies on working days."""
    spent = timedelta()
    for day in days(start.date(), end.date()):
        midnight = datetime.combine(day, time())
        first, last = max(start, midnight), min(end, midnight + DAY)
        if last > first and calendar.is_working_day(day, campus):
            spent += last - first
    return spent


def response_limit(row: Repair, book: Book) -> Setting | None:
    """Return within how many hours a repair must be taken on."""
    return _limit(row, f"{RESPOND}.{row.urgency}", book)


def is_late_response(row: Repair, book: Book, until: datetime) -> bool:
    """Tell whether the hours until a moment are more than are allowed."""
    limit = response_limit(row, book)
    if limit is None or not isinstance(limit.value, Decimal):
        return False
    within = COMPARISONS.get(limit.comparator, COMPARISONS["<="])
    return not within(response_hours(row, book, until), limit.value)


def finish_due(row: Repair, book: Book) -> date | None:
    """Return the last day for finishing a repair, None where no limit is stated."""
    return _due(row, row.reported, f"{FINISH}.{row.urgency}", book)


def accept_due(row: Repair, book: Book) -> date | None:
    """Return the last day for accepting a repair, None before it is finished."""
    finished = stated(row, "finished")
    return _due(row, finished, ACCEPT, book) if finished else None


def paper_due(row: Repair, book: Book) -> date | None:
    """Return the last day for the papers of an urgent repair, None before it is finished."""
    finished = stated(row, "finished")
    return _due(row, finished, PAPER, book) if finished else None


def _limit(row: Repair, code: str, book: Book) -> Setting | None:
    return book.settings.find(code, row.get("campus"), row.reported.date())


def _due(row: Repair, start: date, code: str, book: Book) -> date | None:
    limit = _limit(row, code, book)
    if limit is None or not isinstance(limit.value, Decimal):
        return None
    if limit.unit == WORKING_DAYS:
        return book.calendar.add_working_days(day_of(start), int(limit.value), row.get("campus"))
    return day_of(start) + timedelta(days=int(limit.value))
