"""Duties of one person that do not go together: at once, too far apart, too soon, on leave."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import lru_cache
from itertools import takewhile

from houqin.areas.duty.absences import absence
from houqin.areas.duty.moments import span
from houqin.areas.duty.rest import REST, Clash, Conflict, conflict
from houqin.areas.duty.rows import Duty, Leave
from houqin.areas.duty.staffing import named, namesakes
from houqin.areas.duty.travel import TRAVEL
from houqin.areas.duty.turns import Turn, replaced, turns_by_person
from houqin.areas.makers import each_of
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule

ONCE = "按常理"
GRAVITY = (Clash.TOGETHER, Clash.ON_THE_WAY, Clash.NO_REST)
REACH = timedelta(days=3)  # a day of duty and the longest rest that 参数 may ask for


@book_rule(
    "DUT-08",
    "一个人同一时间只在一个岗位",
    needs=(Duty,),
    zh=("{name}同时在第 {row} 行{where} {slot} 值班，重叠 {minutes} 分钟", "请改排其中一处"),
    en=(
        "{name} is on duty in row {row} at {slot} too, {minutes} minutes of it at once",
        "put somebody else on one of the two",
    ),
    source=ONCE,
)
def nobody_is_in_two_places(book: Book) -> Iterator[Hit]:
    """Nobody is on two posts at one time."""
    return _clashing(book, Clash.TOGETHER)


@book_rule(
    "DUT-09",
    "换校区值班留够路上的时间",
    needs=(Duty,),
    zh=(
        "{name}与第 {row} 行{where} {slot} 只隔 {minutes} 分钟，路上要 {needed} 分钟",
        "请改排其中一处，或核对路程分钟",
    ),
    en=(
        "{name} has {minutes} minutes after row {row} ({slot}), and the way takes {needed}",
        "put somebody else on one of the two, or check the minutes on the way",
    ),
    source="校区 路程分钟，参数 duty.travel_minutes",
    settings=(TRAVEL,),
)
def there_is_time_for_the_way(book: Book) -> Iterator[Hit]:
    """Whoever changes campus between two duties has time for the way."""
    return _clashing(book, Clash.ON_THE_WAY)


@book_rule(
    "DUT-10",
    "两次值班之间休息够",
    needs=(Duty,),
    zh=(
        "{name}在第 {row} 行{where} {slot} 之后只休息 {hours} 小时，规定 {rest} 小时",
        "请核对排班，必要时换人",
    ),
    en=(
        "{name} rests {hours} hours after row {row} ({slot}); {rest} are laid down",
        "check the roster, and choose another if need be",
    ),
    severity=Severity.WARNING,
    source="参数 duty.rest_hours",
    settings=(REST,),
)
def there_is_rest(book: Book) -> Iterator[Hit]:
    """Between duties of different days, or after a night, there is the rest laid down."""
    return _clashing(book, Clash.NO_REST)


@book_rule(
    "DUT-11",
    "请假的人不值班、不带班、不替岗",
    needs=(Duty, Leave),
    zh=("{name}这天请假（请假第 {row} 行）", "请换人或写明替岗，假已销的改正请假"),
    en=(
        "{name} is on leave then (row {row} of 请假)",
        "choose another or name a substitute; correct 请假 if the leave ended sooner",
    ),
    source="请假",
)
def nobody_is_on_duty_on_leave(book: Book) -> Iterator[Hit]:
    """Nobody on leave is on duty, leads or stands in, unless a substitute is named."""
    rows, name_of = book[Duty], named(book)
    fields = [field for field in ("people", "leader", "substitute") if rows.has(field)]
    for field in fields:
        names = rows.column(field)
        for index in rows.judged("date", "slot", field):
            lasts = span(rows.column("date")[index], rows.column("slot")[index])
            there = tuple(map(name_of, each_of(names[index])))
            spared = _spared(book, index, there) if field == "people" else ()
            for name in there:
                away = absence(book, name, lasts) if name not in namesakes(book) else None
                if away and name not in spared:
                    row = book[Leave].row_number(away.row)
                    yield rows.hit(index, field, related=(away.place,), name=name, row=row)


@book_rule(
    "DUT-12",
    "替岗的是另一个人",
    needs=(Duty,),
    zh=("替岗的{value}本来就在这一行值班", "请改填真正来替岗的人，没有人替的请留空"),
    en=(
        "{value} stands in for the people of a duty that is theirs as well",
        "enter who came instead, or leave it blank",
    ),
    source="常见规定：自行请别的教职工代值",
)
def substitute_is_another(book: Book) -> Iterator[Hit]:
    """Whoever stands in is none of the people on that duty."""
    rows, name_of = book[Duty], named(book)
    substitutes = rows.column("substitute")
    for index in rows.judged("people", "substitute"):
        substitute, people = substitutes[index], rows.column("people")[index]
        if substitute and name_of(substitute) in map(name_of, people):
            yield rows.hit(index, "substitute", related=(rows.place(index, "people"),))


def _spared(book: Book, index: int, people: tuple[str, ...]) -> tuple[str, ...]:
    """Return those for whom a substitute came, perhaps one that cannot be read."""
    rows = book[Duty]
    if index in rows.unread.get("substitute", ()):
        return people
    if not rows.column_or_blank("substitute")[index]:
        return ()
    lasts = span(rows.column("date")[index], rows.column("slot")[index])
    away = [name for name in people if absence(book, name, lasts)]
    return replaced(book, people, lasts) or tuple(away[:1])


def _clashing(book: Book, clash: Clash) -> Iterator[Hit]:
    """Yield the later row of two duties of one person that do not go together."""
    for later, earlier, found in _conflicts(book):
        if found.clash is clash:
            yield _hit(book, later, earlier, found)


@lru_cache(maxsize=1)
def _conflicts(book: Book) -> tuple[tuple[Turn, Turn, Conflict], ...]:
    """Return the duties that do not go together, the one further down first; each once."""
    found: dict[tuple[str, int, Clash], tuple[Turn, Turn, Conflict]] = {}
    for name, mine in turns_by_person(book).items():
        for index, turn in enumerate(mine):
            reason = _first_conflict(book, turn, mine[:index])
            if reason and reason.other.row != turn.row:
                pair = sorted((turn, reason.other), key=lambda each: each.row, reverse=True)
                later, earlier = pair
                found.setdefault((name, later.row, reason.clash), (later, earlier, reason))
    return tuple(found.values())


def _first_conflict(book: Book, turn: Turn, before: Sequence[Turn]) -> Conflict | None:
    """Return why a turn does not go with the ones before it, the gravest reason of all."""
    close = takewhile(lambda other: turn.span.start - other.span.start <= REACH, reversed(before))
    found = [each for other in close if (each := conflict(book, turn, other))]
    return min(found, key=lambda each: GRAVITY.index(each.clash), default=None)


def _hit(book: Book, later: Turn, earlier: Turn, found: Conflict) -> Hit:
    rows = book[Duty]
    return rows.hit(
        later.row,
        later.field,
        related=(rows.place(earlier.row, earlier.field),),
        name=later.name,
        row=rows.row_number(earlier.row),
        where=earlier.post or "",
        slot=rows.column("slot")[earlier.row],
        minutes=found.minutes,
        needed=found.needed,
        hours=f"{found.minutes / 60:.1f}",
        rest=f"{found.needed / 60:g}",
    )


RULES: tuple[Rule, ...] = (
    nobody_is_in_two_places,
    there_is_time_for_the_way,
    there_is_rest,
    nobody_is_on_duty_on_leave,
    substitute_is_another,
)
