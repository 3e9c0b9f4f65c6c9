"""The working days between two days."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from houqin.functions import sheets
from houqin.functions.arguments import WrongArgument, day, text
from houqin.problems import Both
from houqin.school_calendar import ONE_DAY, SchoolCalendar


def workdays(first: Any, last: Any, calendar: Any, campus: Any = None) -> int | None:
    """Count the working days after the first day, up to and including the last one.

    Raises:
        WrongArgument: an argument cannot be used, or a year's holidays are not known.
    """
    start, end, where = day(first), day(last), text(campus)
    if start is None or end is None:
        return None
    days = sheets.calendar(calendar, sheets.settings(None))
    if end < start:
        raise WrongArgument(
            Both(f"{end} 早于 {start}，请对调两个日期", f"{end} is before {start}; swap the two")
        )
    require_known(days, start + ONE_DAY, end)
    return days.working_days(start, end, sheets.campus_named(where, campuses_of(days)))


def campuses_of(calendar: SchoolCalendar) -> set[str]:
    """Return the campuses that have days of their own."""
    return {campus for _, campus in calendar.stated if campus}


def require_known(calendar: SchoolCalendar, start: date, end: date) -> None:
    """Make sure that nobody has to guess the holidays of the days from start to end.

    Raises:
        WrongArgument: those of a year are not known.
    """
    unknown = _unknown(calendar, range(start.year, end.year + 1)) if start <= end else []
    if unknown:
        years = "、".join(unknown)
        raise WrongArgument(
            Both(
                f"还不知道 {years} 年的放假安排，请写在校历中",
                f"the public holidays of {years} are not known; state them on 校历",
            )
        )


def _unknown(calendar: SchoolCalendar, years: Iterable[int]) -> list[str]:
    return [str(year) for year in years if not calendar.covers(year)]
