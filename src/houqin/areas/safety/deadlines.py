"""When a hazard must be put right, how late it is, and who is told next."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from houqin.areas.safety.rows import Hazard
from houqin.book import Book
from houqin.problems import Both
from houqin.rows import NotJudged
from houqin.school_calendar import SchoolCalendar
from houqin.settings import Settings

WORKING_DAYS = "工作日"  # the unit of hazard.days.<grade> that leaves out days off
AT_ONCE = "立即"  # 归类 of a 整改方式
DONE = "完成"  # 归类 of a 整改状态
CLOSED = "销号"  # 归类 of a 销号状态
ESCALATION = "hazard.escalate"

# How long a hazard has been overdue; the labels are part of the JSON that others read.
BUCKETS = ((7, "1-7"), (30, "8-30"), (90, "31-90"))
OLDEST = ">90"


class Standing(StrEnum):
    """Where a hazard stands with its deadline, the most pressing first."""

    OVERDUE = "overdue"
    DUE_SOON = "due soon"
    NO_DEADLINE = "no deadline"
    CLOSED_LATE = "closed late"


@dataclass(frozen=True, slots=True)
class NextStep:
    """What is to be done about a hazard, and from which day on."""

    words: Both
    on: date | None = None
    role: str | None = None  # to whom it is to be reported


def value(row: Hazard, field: str) -> Any:
    """Return a field's value, None without such a column; `NotJudged` if it is unread."""
    return getattr(row, field) if row.has(field) else None


def default_deadline(
    found: date,
    grade: str,
    settings: Settings,
    calendar: SchoolCalendar,
    campus: str | None = None,
) -> date | None:
    """Return the deadline that the school allows for a grade, None where it states none."""
    limit = settings.find(f"hazard.days.{grade}", campus, found)
    if limit is None or not isinstance(limit.value, Decimal):
        return None
    if limit.unit == WORKING_DAYS:
        return calendar.add_working_days(found, int(limit.value), campus)
    return found + timedelta(days=int(limit.value))


def first_deadline(row: Hazard, book: Book) -> date | None:
    """Return the deadline without its extension: as stated, at once, or as its grade has it."""
    stated: date | None = value(row, "deadline")
    if stated:
        return stated
    if book.group("整改方式", value(row, "mode")) == AT_ONCE:
        return row.found
    return default_deadline(row.found, row.grade, book.settings, book.calendar, row.get("campus"))


def extension(row: Hazard) -> date | None:
    """Return the day to which the deadline was put off, if somebody approved it."""
    day: date | None = value(row, "extended_to")
    return day if day and value(row, "extended_by") else None


def deadline(row: Hazard, book: Book) -> date | None:
    """Return the day by which a hazard must be put right; `NotJudged` if it cannot be said."""
    return extension(row) or first_deadline(row, book)


def if_judged(
    reckon: Callable[[Hazard, Book], date | None], row: Hazard, book: Book
) -> date | None:
    """Return a day so reckoned, None too where a cell that it rests on could not be read."""
    try:
        return reckon(row, book)
    except NotJudged:
        return None


def is_missing(row: Hazard, field: str, book: Book) -> bool:
    """Tell whether a field is blank; a deadline that its grade gives is not missing."""
    try:
        return (deadline(row, book) if field == "deadline" else value(row, field)) is None
    except NotJudged:
        return False


def deadline_field(row: Hazard) -> str:
    """Name the field that holds the deadline in force."""
    return "extended_to" if row.get("extended_to") and row.get("extended_by") else "deadline"


def days_overdue(due: date | None, finished: date | None, as_of: date) -> int | None:
    """Return the calendar days after the deadline, 0 when due today, None without a deadline."""
    if due is None:
        return None
    ended = finished if finished and finished <= as_of else as_of
    return max((ended - due).days, 0)


def bucket(days: int | None) -> str | None:
    """Return the span of days that an age falls into, None for what is not late."""
    if not days:
        return None
    return next((label for most, label in BUCKETS if days <= most), OLDEST)


def bucket_labels() -> tuple[str, ...]:
    """Return the spans of days from the youngest to the oldest."""
    return (*(label for _, label in BUCKETS), OLDEST)


def is_open(row: Hazard, book: Book) -> bool:
    """Tell whether a hazard was there on the as-of date and not yet put right."""
    found, finished = row.get("found"), row.get("finished")
    if found and found > book.as_of:
        return False
    if finished:
        return bool(finished > book.as_of)
    done = book.group("整改状态", row.get("status")) == DONE
    return not (done or book.group("销号状态", row.get("closed")) == CLOSED)


def standing(row: Hazard, book: Book) -> Standing | None:
    """Return where a hazard stands with its deadline, None where there is nothing to do."""
    due = if_judged(deadline, row, book)
    if not is_open(row, book):
        late = days_overdue(due, row.get("finished"), book.as_of) if row.get("finished") else 0
        return Standing.CLOSED_LATE if late else None
    if due is None:
        return Standing.NO_DEADLINE
    if due < book.as_of:
        return Standing.OVERDUE
    return Standing.DUE_SOON if _within(row, book, due, "hazard.due_soon_days") else None


def is_urgent(row: Hazard, book: Book) -> bool:
    """Tell whether a deadline to come is so near that it cannot wait."""
    due = if_judged(deadline, row, book)
    return due is not None and _within(row, book, due, "hazard.due_soon_urgent_days")


def _within(row: Hazard, book: Book, due: date, code: str) -> bool:
    """Tell whether a deadline lies no more than the days of a setting ahead."""
    days = book.settings.number(code, row.get("campus"), book.as_of)
    return days is not None and 0 <= (due - book.as_of).days <= days


def next_step(row: Hazard, book: Book) -> NextStep:
    """Return what is to be done next about a hazard, and from which day on."""
    due = if_judged(deadline, row, book)
    match standing(row, book):
        case Standing.OVERDUE if due:
            return _escalation(row, book, due)
        case Standing.DUE_SOON if is_urgent(row, book):
            return NextStep(
                Both("催办整改责任人，马上到期", "press the person responsible: due at once"), due
            )
        case Standing.DUE_SOON:
            return NextStep(Both("提醒整改责任人按期整改", "remind the person responsible"), due)
        case Standing.NO_DEADLINE:
            return NextStep(Both("补填整改期限", "fill in the deadline"))
    return NextStep(Both("已整改，无需再报", "put right: nothing more to report"))


@dataclass(frozen=True, slots=True)
class _Rung:
    role: str
    days: int


def _ladder(book: Book, campus: str | None) -> Iterator[_Rung]:
    for role in dict.fromkeys(book.settings.under(ESCALATION)):
        days = book.settings.number(f"{ESCALATION}.{role}", campus, book.as_of)
        if days is not None:
            yield _Rung(role, int(days))


def _escalation(row: Hazard, book: Book, due: date) -> NextStep:
    """Return the highest rung reached, else the lowest to come."""
    rungs = sorted(_ladder(book, row.get("campus")), key=lambda rung: rung.days)
    if not rungs:
        return NextStep(Both("催办整改责任人", "press the person responsible"), due)
    late = (book.as_of - due).days
    rung = next((each for each in reversed(rungs) if each.days <= late), rungs[0])
    words = Both(
        f"报{rung.role}（逾期 {rung.days} 天起）",
        f"report to {rung.role} (from {rung.days} days overdue)",
    )
    return NextStep(words, due + timedelta(days=rung.days), rung.role)
