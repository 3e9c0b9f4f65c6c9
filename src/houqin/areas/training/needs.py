"""What 培训要求 asks for: of whom, in which days, and what of it is still to be done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby

from houqin.areas.measures import campuses
from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import bare, is_on_staff, roles
from houqin.areas.tallies import month_of
from houqin.areas.training.held import DRILL, TRAINING, Held, between, is_everybody
from houqin.areas.training.rows import Training, TrainingNeed
from houqin.book import Book
from houqin.school_calendar import days

MONTHLY, YEARLY = "月", "学年"
FIRST_MONTH = 8  # of a school year
ASKED = ("topic", "kind", "role", "times", "per")


@dataclass(frozen=True, slots=True)
class Need:
    """One row of 培训要求 that could be read."""

    row: int
    topic: str
    kind: str
    role: str
    times: int
    per: str
    within: int | None
    campus: str | None


@dataclass(frozen=True, slots=True)
class Span:
    """The days in which something must be done, as people call them."""

    name: str
    start: date
    end: date

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class DrillsDue:
    """The drills of one topic that a campus must hold in one span, and those it held."""

    need: Need
    campus: str
    span: Span
    held: int
    may_be: int  # records that cannot be read in full and may be such a drill

    @property
    def lacking(self) -> int:
        """How many are surely missing."""
        return max(0, self.need.times - self.held - self.may_be)


@dataclass(frozen=True, slots=True)
class TrainingDue:
    """One training that one person needs, and whether it was had; None: nobody can tell."""

    need: Need
    person: str
    row: int  # on 人员
    campus: str | None
    span: Span
    had: bool | None
    is_newcomers: bool = False


def needs(book: Book) -> Iterator[Need]:
    """Yield the rows of 培训要求 that could be read."""
    rows = book[TrainingNeed]
    columns = [rows.column(field) for field in ASKED]
    within, of = rows.column_or_blank("newcomers_within"), rows.column_or_blank("campus")
    for index in rows.judged(*ASKED, *(f for f in ("newcomers_within", "campus") if rows.has(f))):
        topic, kind, role, times, per = (column[index] for column in columns)
        yield Need(index, topic, kind, role, times, per, within[index], of[index])


@lru_cache(maxsize=1)
def drills_due(book: Book) -> tuple[DrillsDue, ...]:
    """Return the drills that every campus had to hold by the as-of date."""
    return tuple(
        _drills(need, campus, span, book)
        for need in needs(book)
        if need.kind == DRILL
        for campus in ([need.campus] if need.campus else campuses(book, (Training,)))
        for span in _spans(need, campus, book)
    )


def _drills(need: Need, campus: str, span: Span, book: Book) -> DrillsDue:
    found = list(between(book, DRILL, need.topic, campus, span.days))
    known = sum(each.is_known for each in found)
    return DrillsDue(need, campus, span, known, len(found) - known)


@lru_cache(maxsize=1)
def trainings_due(book: Book) -> tuple[TrainingDue, ...]:
    """Return every training that somebody on the staff had to have by the as-of date."""
    return tuple(
        due for need in needs(book) if need.kind == TRAINING for due in _of_people(need, book)
    )


def _of_people(need: Need, book: Book) -> Iterator[TrainingDue]:
    known_roles = roles(book)
    for index, person in enumerate(book[PersonRow]):
        name, campus = person.get("name"), person.get("campus")
        if name is None or (need.campus and campus not in {None, need.campus}):
            continue
        if not is_meant(need.role, person, book):
            continue
        joined = _joined_in_term(person, book)
        if joined and need.within is not None:
            end = joined + timedelta(days=need.within)
            spans = [Span(f"{joined}..{end}", joined, end)] if end < book.as_of else []
        else:
            spans = list(_spans(need, campus, book))
        for span in spans:
            if is_on_staff(person, span.end):
                had = _had(need, bare(name, known_roles), campus, span, book)
                newcomer = bool(joined and need.within is not None)
                yield TrainingDue(need, name, index, campus, span, had, newcomer)


def is_meant(role: str, person: PersonRow, book: Book) -> bool:
    """Tell whether somebody is among those that a word such as 保安 or 全体教职工 means."""
    if is_everybody(role, book) or role == person.get("department"):
        return True
    return role in (person.get("roles") or ())


def _joined_in_term(person: PersonRow, book: Book) -> date | None:
    joined, term = person.get("joined"), book.calendar.term
    return joined if joined and term and term[0] <= joined <= book.as_of else None


def _had(need: Need, name: str, campus: str | None, span: Span, book: Book) -> bool | None:
    """Tell whether somebody took part as often as needed, None where a record may be the one."""
    found = list(between(book, TRAINING, need.topic, None, span.days))
    took_part = [_took_part(each, name, campus, book) for each in found]
    sure = sum(part is True for part in took_part)
    possible = sum(part is None for part in took_part)
    if sure >= need.times:
        return True
    return None if sure + possible >= need.times else False


def _took_part(each: Held, name: str, campus: str | None, book: Book) -> bool | None:
    is_here = campus is None or each.campus in {None, campus}
    if each.attendees:
        everybody = is_here and any(is_everybody(word, book) for word in each.attendees)
        there = everybody or name in each.attendees
        return (there and each.is_known) or (None if there else False)
    if not is_here:
        return False
    whole = each.is_sure and each.expected is not None and (each.present or 0) >= each.expected
    return True if whole and each.is_known else None


def _spans(need: Need, campus: str | None, book: Book) -> Iterator[Span]:
    """Yield the months that are over, or the term or school year so far."""
    term = book.calendar.term
    if term is None or not need.times or not book.calendar.covers(book.as_of.year):
        return
    if need.per == MONTHLY:
        yield from _months(campus, book)
    else:
        start = _school_year(term[0]) if need.per == YEARLY else term[0]
        end = min(term[1], book.as_of)
        if start <= end:
            yield Span(f"本{need.per}", start, end)


def _months(campus: str | None, book: Book) -> Iterator[Span]:
    """Yield the months of the term with lessons at a campus that ended by the as-of date."""
    term = book.calendar.term or (book.as_of, book.as_of)
    for name, of_month in groupby(days(*term), month_of):
        first, *more = of_month
        last = more[-1] if more else first
        is_over = last in book.period and last <= book.as_of
        if is_over and any(book.calendar.school_days(first, last, campus)):
            yield Span(name, first, last)


def _school_year(day: date) -> date:
    """Return the first day of the school year in which a day lies."""
    return date(day.year - (day.month < FIRST_MONTH), FIRST_MONTH, 1)
