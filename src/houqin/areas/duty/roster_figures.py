"""What the summary tells of the roster: figures, tables and a chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from houqin.areas.duty.coverage import PostDay, check_roster
from houqin.areas.duty.loads import Load
from houqin.areas.duty.moments import span
from houqin.areas.duty.rows import Duty
from houqin.areas.duty.signatures import says_absent
from houqin.areas.measures import Measure, at, share
from houqin.areas.tallies import TOTAL, by_month, in_order, names
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Chart, Figure, Section, SectionTable, Unit

FILLED_RATE, FAIR, SIGNED_RATE = "duty.filled_rate", "duty.fair_duties", "duty.signed_rate"
MOST_GAPS = 30  # that the table of gaps shows


@dataclass(frozen=True, slots=True)
class Served:
    """One row of the roster whose time is over, or that is to come."""

    day: date
    campus: str | None
    people: int
    is_over: bool
    is_signed: bool
    has_substitute: bool


def served(book: Book) -> tuple[Served, ...]:
    """Return the duties of the period up to the as-of day."""
    rows = book[Duty]
    columns = ("date", "campus", "slot", "people", "served", "substitute")
    found = zip(*map(rows.column_or_blank, columns), strict=True)
    midnight = datetime.combine(book.as_of, time())
    return tuple(
        Served(
            day,
            campus,
            len(people or ()),
            bool(slot) and span(day, slot).end <= midnight,
            bool(signed) and not says_absent(signed, book),
            bool(substitute),
        )
        for day, campus, slot, people, signed, substitute in found
        if day in book.period and day <= book.as_of
    )


def _people(duties: Sequence[Served]) -> int:
    return sum(each.people for each in duties)


def _substituted(duties: Sequence[Served]) -> int:
    return sum(each.has_substitute for each in duties)


def _signed(duties: Sequence[Served]) -> Decimal | None:
    over = [each for each in duties if each.is_over]
    return share(sum(each.is_signed for each in over), len(over))


def _filled(posts: Sequence[PostDay]) -> Decimal | None:
    return share(sum(each.gap <= 0 for each in posts), len(posts))


def _gaps(posts: Sequence[PostDay]) -> int:
    return sum(each.gap > 0 for each in posts)


def _furthest(loads: Sequence[Load]) -> Decimal | None:
    return max((abs(load.over) for load in loads), default=None)


DUTIES = (
    Measure(
        "duty.turns",
        Both("值班人次", "Turns of duty"),
        Unit.COUNT,
        _people,
        Both(
            "值班表：期间内到统计日期为止，每行值班人员数之和",
            "值班表: the people of each row of the period up to the as-of date, in sum",
        ),
    ),
    Measure(
        "duty.substituted",
        Both("替岗次数", "Duties with a substitute"),
        Unit.COUNT,
        _substituted,
        Both("值班表：写明替岗的行数", "值班表: rows that name a substitute"),
    ),
)
SIGNED = Measure(
    "duty.signed_rate",
    Both("值班签到率", "Duties signed"),
    Unit.RATE,
    _signed,
    Both(
        "值班表：已过的值班中签到的行数 ÷ 已过的行数",
        "值班表: rows signed ÷ rows whose time is over",
    ),
    SIGNED_RATE,
)
POSTS = (
    Measure(
        "duty.filled_rate",
        Both("岗位满员率", "Posts with enough people"),
        Unit.RATE,
        _filled,
        Both(
            "期间内每天每校区每个岗位时段，人数够的（值班表，扣除请假无人替岗的）÷ 应有人的（岗位、校历）",
            "posts of each day and time with enough people (值班表, without those on leave) "
            "÷ posts to be filled (岗位, 校历)",
        ),
        FILLED_RATE,
    ),
    Measure(
        "duty.gaps",
        Both("缺人的岗次", "Posts short of people"),
        Unit.COUNT,
        _gaps,
        Both(
            "期间内应有人而人数不够的岗位时段数（岗位、校历、值班表）",
            "posts of each day and time that lack people (岗位, 校历, 值班表)",
        ),
    ),
)
FAIRNESS = Measure(
    "duty.furthest",
    Both("与应值次数最多相差", "Furthest from the expected share"),
    Unit.QUANTITY,
    _furthest,
    Both(
        "值班表全部排班：每人次数与应值次数之差的最大值；应值次数按在岗、请假、值班比例和上学期结转",
        "the whole roster: the greatest difference between anybody's duties and the share "
        "expected by days there, leave, share of duty and what was carried over",
    ),
    FAIR,
)


def roster_part(book: Book, where: Sequence[str]) -> Section:
    """Return the part of the summary that 岗位 and 值班表 give."""
    check, duties = check_roster(book, best=0), served(book)
    posts = [
        each
        for each in check.posts
        if each.certain and each.day in book.period and each.day <= book.as_of
    ]
    monthly = by_month(
        "duties_by_month",
        Both("各月值班人次", "Turns of duty by month"),
        [(Both(campus, campus), _days(at(campus, duties))) for campus in where],
        book,
    )
    return Section(
        "roster",
        Both("值班", "Duty"),
        (
            *(measure.figure(duties, where, book) for measure in DUTIES),
            *_signatures(book, duties, where),
            *(measure.figure(posts, where, book) for measure in POSTS),
            FAIRNESS.figure(check.loads, where, book),
        ),
        (_by_post(posts, book, where), monthly, _gap_list(posts)),
        (Chart(monthly.title, "column", monthly.key, 0, tuple(range(1, len(where) + 1))),)
        if where
        else (),
    )


def _signatures(book: Book, duties: Sequence[Served], where: Sequence[str]) -> tuple[Figure, ...]:
    """Return the rate of duties signed, of a roster that is signed at all."""
    kept = any(book[Duty].column_or_blank("served"))
    return (SIGNED.figure(duties, where, book),) if kept else ()


def _days(duties: Sequence[Served]) -> list[date]:
    return [each.day for each in duties for _ in range(each.people)]


def _by_post(posts: Sequence[PostDay], book: Book, where: Sequence[str]) -> SectionTable:
    """Return the share of each post that had enough people, at each campus and in all."""
    kinds = in_order((each.post for each in posts), "岗位", book)
    return SectionTable(
        "duty_by_post",
        Both("各岗位满员率", "Posts with enough people"),
        (Both("岗位", "Post"), *names(where), TOTAL),
        (Unit.TEXT, *[Unit.RATE] * (len(where) + 1)),
        tuple(
            (kind, *(_filled(at(campus, theirs)) for campus in where), _filled(theirs))
            for kind in kinds
            if (theirs := [each for each in posts if each.post == kind])
        ),
    )


def _gap_list(posts: Sequence[PostDay]) -> SectionTable:
    """Return the posts that lacked people, the latest first."""
    gaps = sorted((each for each in posts if each.gap > 0), key=lambda each: each.day, reverse=True)
    return SectionTable(
        "duty_gaps",
        Both("缺人的岗位", "Posts short of people"),
        (
            Both("日期", "Date"),
            Both("校区", "Campus"),
            Both("岗位", "Post"),
            Both("时段", "Time"),
            Both("应有", "Needed"),
            Both("在岗", "There"),
        ),
        (Unit.DATE, Unit.TEXT, Unit.TEXT, Unit.TEXT, Unit.COUNT, Unit.COUNT),
        tuple(
            (each.day, each.campus, each.post, str(each.slot), each.needed, len(each.there))
            for each in gaps[:MOST_GAPS]
        ),
    )
