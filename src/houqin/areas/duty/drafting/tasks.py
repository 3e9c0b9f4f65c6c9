"""The task that a workbook sets: its posts, roster, staff and leave as a draft needs them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from houqin.areas.duty.absences import absence, absences
from houqin.areas.duty.drafting.facts import DAY, Absence, Duty, Kept, Limits, Need, Person, Task
from houqin.areas.duty.drafting.windows import window_of
from houqin.areas.duty.filling import Filled, filled
from houqin.areas.duty.loads import load_of, pools_of
from houqin.areas.duty.moments import Span, span
from houqin.areas.duty.needs import Line, lines
from houqin.areas.duty.needs import Need as PostNeed
from houqin.areas.duty.rest import REST
from houqin.areas.duty.rows import Duty as RosterRow
from houqin.areas.duty.staffing import share_of, staff
from houqin.areas.duty.travel import TRAVEL
from houqin.areas.duty.turns import Turn, turns
from houqin.areas.school.rows import CampusRow, PersonRow
from houqin.book import Book, Period
from houqin.school_calendar import days

AROUND = timedelta(days=2)  # before and after the window: duties that may be too near


def task_of(book: Book) -> Task:
    """Return what is to be filled in the days to come.

    Raises:
        NoColumn: 值班表 or 岗位 lacks one of the columns that tell who stands where.
    """
    window = window_of(book)
    if window is None:
        return Task((), ())
    standing: dict[int, list[Turn]] = defaultdict(list)
    for turn in turns(book):
        standing[turn.row].append(turn)
    found = sorted(_filled(book, window), key=lambda each: (each.need.day, each.need.line.index))
    needs = tuple(_need(book, each, standing) for each in found)
    told = {index for each in found for index in each.indexes}
    return Task(
        needs,
        tuple(_person(book, name, row) for name, row in staff(book).items()),
        tuple(_absences(book)),
        tuple(_held(book, window, told)),
        _limits(book, window.start),
    )


def blank_rows(book: Book) -> Mapping[Duty, int]:
    """Return the row of the roster, by its place, that is there for a duty and names nobody."""
    window, found = window_of(book), {}
    rows = book[RosterRow]
    names, unread = rows.column("people"), rows.unread.get("people", frozenset())
    for each in _filled(book, window) if window else ():
        blank = [at for at in each.indexes if names[at] is None and at not in unread]
        if blank:
            found[_duty_of(each)] = blank[0]
    return found


def _filled(book: Book, window: Period) -> Iterator[Filled]:
    """Yield each post on each day of the window, with the rows of the roster about it."""
    known = {(each.need.day, each.need.line.index): each for each in filled(book)}
    for line in filter(_of_the_sheet(book), lines(book)):
        for day in days(window.start, window.end):
            if line.is_needed(day, book.calendar):
                nothing = Filled(PostNeed(day, line), (), (), certain=True)
                yield known.get((day, line.index), nothing)


def _of_the_sheet(book: Book) -> Callable[[Line], bool]:
    """Return what tells the posts for which the roster is made: of one campus it may be."""
    rows = book[RosterRow]
    once = {field: rows.known(field) for field in ("campus", "post") if field in rows.table.facts}
    return lambda line: all(getattr(line, field) in found for field, found in once.items())


def _need(book: Book, each: Filled, standing: Mapping[int, Sequence[Turn]]) -> Need:
    line, lasts = each.need.line, span(each.need.day, each.need.line.slot)
    named = (turn.name for index in each.indexes for turn in standing.get(index, ()))
    there = tuple(dict.fromkeys(name for name in named if not absence(book, name, lasts)))
    usual = frozenset() if line.roles else pools_of(book).get((line.campus, line.post), frozenset())
    return Need(
        _duty_of(each),
        line.heads,
        frozenset(line.roles),
        there,
        _kept(book, each),
        usual,
    )


def _kept(book: Book, each: Filled) -> Kept | None:
    """Return why a duty stays as it is; a blank cell is there to be filled."""
    rows = book[RosterRow]
    pinned, names = rows.column_or_blank("pinned"), rows.column("people")
    if any(pinned[index] for index in each.indexes):
        return Kept.PINNED
    unread = frozenset(each.indexes) & rows.unread.get("people", frozenset())
    blank = any(names[index] is None for index in each.indexes)
    return Kept.UNREAD if unread or not (each.certain or blank) else None


def _person(book: Book, name: str, row: PersonRow) -> Person:
    load = load_of(book, name)
    owed = Decimal(row.get("duty_debt") or 0) if load is None else -load.over
    return Person(
        name,
        frozenset(row.get("roles") or ()),
        row.get("campus"),
        row.get("joined"),
        row.get("left"),
        share_of(row),
        owed,
    )


def _absences(book: Book) -> Iterator[Absence]:
    for name, leaves in absences(book).items():
        for leave in leaves:
            yield Absence(name, _minutes(leave.span.start), _minutes(leave.span.end))


def _held(book: Book, window: Period, told: set[int]) -> Iterator[tuple[str, Duty]]:
    """Yield what else people do in these days, such as at posts that 岗位 does not know."""
    for turn in turns(book):
        near = window.start - AROUND <= turn.day <= window.end + AROUND
        if near and turn.row not in told:
            yield turn.name, _duty(turn.day, turn.campus or "", turn.post or "", turn.span)


def _limits(book: Book, day: date) -> Limits:
    def rest(campus: str | None) -> int:
        return int(60 * (book.settings.number(REST, campus, day) or 0))

    travel = int(book.settings.number(TRAVEL, None, day) or 0)
    return Limits(rest(None), travel, _stated(book), {each: rest(each) for each in book.campuses()})


def _stated(book: Book) -> dict[str, int]:
    if CampusRow not in book:
        return {}
    rows = book[CampusRow]
    pairs = zip(rows.column_or_blank("name"), rows.column_or_blank("travel_minutes"), strict=True)
    return {name: minutes for name, minutes in pairs if name and minutes is not None}


def _duty_of(each: Filled) -> Duty:
    line = each.need.line
    return _duty(each.need.day, line.campus, line.post, span(each.need.day, line.slot))


def _duty(day: date, campus: str, post: str, lasts: Span) -> Duty:
    midnight = _minutes(datetime.combine(day, datetime.min.time()))
    return Duty(day, campus, post, _minutes(lasts.start) - midnight, _minutes(lasts.end) - midnight)


def _minutes(moment: datetime) -> int:
    return moment.toordinal() * DAY + moment.hour * 60 + moment.minute
