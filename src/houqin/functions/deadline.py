"""The deadline of a hazard, and how many days it is overdue."""

from datetime import date
from typing import Any

from houqin.areas.safety.deadlines import WORKING_DAYS, days_overdue, default_deadline
from houqin.areas.school.lists import default_vocabularies
from houqin.cells.text import unspaced
from houqin.functions import sheets
from houqin.functions.arguments import WrongArgument, day, text
from houqin.functions.workdays import campuses_of, require_known
from houqin.problems import Both
from houqin.settings import Settings

DAYS = "hazard.days"
GRADES = "隐患等级"


def deadline(
    found: Any, grade: Any, settings: Any, calendar: Any, campus: Any = None
) -> date | None:
    """Return the deadline that 参数 allows for a grade, None where it states none.

    Raises:
        WrongArgument: an argument cannot be used.
    """
    start, named, where = day(found), text(grade), text(campus)
    if start is None or named is None:
        return None
    limits = sheets.settings(settings)
    days = sheets.calendar(calendar, limits)
    known = _grade(named, limits)
    code = f"{DAYS}.{known}"
    own = {limit.campus for limit in limits.stated.get(code, ()) if limit.campus}
    where = sheets.campus_named(where, own | campuses_of(days))
    due, limit = (
        default_deadline(start, known, limits, days, where),
        limits.find(code, where, start),
    )
    if due and limit and limit.unit == WORKING_DAYS:
        require_known(days, start, due)
    return due


def overdue_days(deadline: Any, finished: Any, as_of: date) -> int | None:
    """Return the calendar days after a deadline, 0 when due on the day, None without one.

    Raises:
        WrongArgument: an argument cannot be used.
    """
    return days_overdue(day(deadline), day(finished), as_of)


def language(settings: Any) -> str:
    """Return the language that the table 参数 states, Chinese where it cannot say."""
    try:
        return sheets.settings(settings).text("language") or "zh"
    except WrongArgument:
        return "zh"


def _grade(named: str, limits: Settings) -> str:
    """Return the grade of 参数 that a text means."""
    grades = tuple(dict.fromkeys(limits.under(DAYS)))
    own = {unspaced(grade): grade for grade in grades}
    meant = own.get(unspaced(named)) or default_vocabularies()[GRADES].read(named)
    if not isinstance(meant, str) or meant not in grades:
        choose = "、".join(grades)
        raise WrongArgument(
            Both(
                f"参数没有“{named[:20]}”的整改天数，请写：{choose}",
                f"there are no days for the grade {named[:20]!r}; write one of: {choose}",
            )
        )
    return meant
