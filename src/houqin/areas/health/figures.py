"""What the summary tells of health: numbers only, no name and no diagnosis, no small group."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from houqin.areas.health.cases import Case, cases
from houqin.areas.health.clusters import class_clusters, school_clusters
from houqin.areas.health.due import Due, checks_due
from houqin.areas.health.sums import CheckSums, check_sums
from houqin.areas.measures import Measure, at, share
from houqin.areas.school.rows import ClassRow
from houqin.areas.small_groups import protected
from houqin.book import Book
from houqin.problems import Both
from houqin.rows import NotJudged
from houqin.sections import Figure, Unit, Value

CHECK_RATE, SMALL_GROUP = "health.check_rate", "health.small_group"


def _registered(due: Sequence[Due]) -> Decimal | None:
    return share(sum(each.done for each in due), sum(len(each.slots) for each in due))


REGISTERED = Measure(
    "health.check_rate",
    Both("晨午检登记率", "Checks on record"),
    Unit.RATE,
    _registered,
    Both(
        "晨午检：期间内每个班每个上课日已登记的时段 ÷ 应登记的时段（班级、校历、参数“每天要做的检查”）",
        "晨午检: checks on record ÷ due, of every class and day of lessons "
        "(班级, 校历, health.check_slots on 参数)",
    ),
    CHECK_RATE,
)


def check_figures(book: Book, where: Sequence[str]) -> tuple[Figure, ...]:
    """Return the figures of 晨午检."""
    sums, least = check_sums(book), smallest(book)
    by_campus = {campus: _sum(at(campus, sums)) for campus in where}
    total = _sum(sums)
    away = protected({campus: each.away for campus, each in by_campus.items()}, least)
    present: dict[str, Value] = {
        campus: None if away.parts[campus] is None else share(each.present, each.expected)
        for campus, each in by_campus.items()
    }
    everywhere = protected({"": total.away}, least).total
    present_in_all = None if everywhere is None else share(total.present, total.expected)
    rate = (REGISTERED.figure(due(book), where, book),) if ClassRow in book else ()
    return (
        *rate,
        Figure(
            "health.attendance_rate",
            Both("出勤率", "Attendance"),
            Unit.RATE,
            present_in_all,
            Both(
                "晨午检：期间内晨检的实到人数之和 ÷ 应到人数之和",
                "晨午检: all pupils present at morning checks ÷ all expected",
            ),
            present,
        ),
        _people(
            "health.sick_days",
            Both("因病缺勤人次", "Pupil days lost to illness"),
            Both(
                "晨午检：期间内晨检的因病缺勤人数之和", "晨午检: all pupils ill at morning checks"
            ),
            {campus: each.sick for campus, each in by_campus.items()},
            total.sick,
            least,
        ),
        _people(
            "health.fevers",
            Both("发热人次", "Fevers found"),
            Both("晨午检：期间内各次检查的发热人数之和", "晨午检: all fevers found at the checks"),
            {campus: each.fever for campus, each in by_campus.items()},
            total.fever,
            least,
        ),
    )


def case_figures(book: Book, where: Sequence[str]) -> tuple[Figure, ...]:
    """Return the figures of 因病缺课; what is told of them is never about few."""
    found, least = period_cases(book), smallest(book)
    away = sum(each.last is None for each in found)
    stands = protected({"away": away, "back": len(found) - away}, least)
    clusters = (*class_clusters(book), *school_clusters(book))
    return (
        _people(
            "health.cases",
            Both("因病缺课登记", "Illnesses followed"),
            Both(
                "因病缺课：期间内发病（没有发病日期的按缺课开始）的行数",
                "因病缺课: rows whose illness began in the period",
            ),
            {campus: len(at(campus, found)) for campus in where},
            len(found),
            least,
        ),
        Figure(
            "health.away",
            Both("仍未复课", "Not back yet"),
            Unit.COUNT,
            stands.parts["away"],
            Both(
                "因病缺课：期间内发病、到统计日期没有缺课结束和复课日期的行数",
                "因病缺课: illnesses of the period without an end by the as-of date",
            ),
        ),
        Figure(
            "health.clusters",
            Both("聚集预警", "Cluster warnings"),
            Unit.COUNT,
            sum(any(case.begun in book.period for case in each) for each in clusters),
            Both(
                "因病缺课：达到病种或参数“聚集病例数”标准的同班、全校病例组数",
                "因病缺课: groups of cases that reach the cluster limits of 病种 or 参数",
            ),
        ),
    )


def _people(
    key: str,
    name: Both,
    source: Both,
    by_campus: Mapping[str, int],
    total: int,
    least: int,
) -> Figure:
    """Return a count of people with its small groups hidden."""
    elsewhere = total - sum(by_campus.values())  # of campuses that could not be read
    told = protected({**by_campus, "": elsewhere} if elsewhere else by_campus, least)
    shown = {campus: told.parts[campus] for campus in by_campus}
    whole = told.total if by_campus else protected({"": total}, least).total
    return Figure(key, name, Unit.COUNT, whole, source, shown)


def due(book: Book) -> tuple[Due, ...]:
    """Return the checks that were due, none where 晨午检 lacks a column."""
    try:
        return checks_due(book)
    except NotJudged:
        return ()


def period_cases(book: Book) -> list[Case]:
    """Return the cases that began in the period."""
    return [each for each in cases(book) if each.begun in book.period]


def smallest(book: Book) -> int:
    """Return how many people a group must have to be told."""
    return int(book.settings.number(SMALL_GROUP) or 0)


def _sum(sums: Iterable[CheckSums]) -> CheckSums:
    found = list(sums)
    return CheckSums(
        None,
        "",
        *(sum(getattr(each, name) for each in found) for name in CheckSums.numbers()),
    )
