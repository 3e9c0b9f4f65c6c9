"""What the summary tells of inspections: figures, tables and charts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from houqin.areas.measures import Measure, campuses, share
from houqin.areas.safety.coverage import coverage
from houqin.areas.safety.plan import MONTHLY, PATROL
from houqin.areas.safety.rows import MODELS, Inspection
from houqin.areas.tallies import by_campus, by_month, in_order
from houqin.book import Book
from houqin.problems import Both
from houqin.rows import NotJudged
from houqin.sections import Chart, Section, SectionTable, Unit

COVERAGE_RATE = "inspect.coverage_rate"


@dataclass(frozen=True, slots=True)
class Round:
    """One inspection: all that was looked at on one day, at one campus, for one reason."""

    day: date
    campus: str | None
    kind: str | None


def rounds(book: Book) -> tuple[Round, ...]:
    """Return the inspections of the period, up to the as-of date."""
    rows = book[Inspection]
    columns = (rows.column_or_blank(field) for field in ("date", "campus", "kind"))
    told = (Round(*facts) for facts in zip(*columns, strict=True) if facts[0] is not None)
    made = (each for each in told if each.day in book.period and each.day <= book.as_of)
    return tuple(dict.fromkeys(made))


@dataclass(frozen=True, slots=True)
class Due:
    """One check that was due, and whether it was made."""

    campus: str | None
    kinds: tuple[str, ...]
    met: bool


def checks_due(book: Book) -> tuple[Due, ...]:
    """Return the checks that fell due in the period."""
    try:
        checks = coverage(book)
    except NotJudged:
        return ()
    return tuple(Due(each.asked.campus, each.asked.kinds, each.met) for each in checks)


def _coverage_of(kind: str) -> Callable[[Sequence[Due]], Decimal | None]:
    def made_of_due(checks: Sequence[Due]) -> Decimal | None:
        met = [each.met for each in checks if kind in each.kinds]
        return share(sum(met), len(met))

    return made_of_due


def _rounds(made: Sequence[Round]) -> int:
    return len(made)


ROUNDS = (
    Measure(
        "inspections.rounds",
        Both("检查次数", "Inspections"),
        Unit.COUNT,
        _rounds,
        Both(
            "检查记录：期间内的检查，同一天、同一校区、同一检查类型算一次",
            "检查记录: inspections of the period; one day, campus and 检查类型 count as one",
        ),
    ),
)
COVERAGE = (
    Measure(
        "inspections.patrol_rate",
        Both("日巡视覆盖率", "Daily patrols made"),
        Unit.RATE,
        _coverage_of(PATROL),
        Both(
            "期间内各校区的上课日，有足够次数日巡视（检查记录）的天数 ÷ 应巡视天数（校历、参数“每个上课日日巡视次数”）",
            "school days of each campus with enough patrols on 检查记录 ÷ school days "
            "(校历, inspect.patrol_per_day on 参数)",
        ),
        COVERAGE_RATE,
    ),
    Measure(
        "inspections.month_rate",
        Both("月检查覆盖率", "Monthly checks made"),
        Unit.RATE,
        _coverage_of(MONTHLY),
        Both(
            "期间内各校区、各月、各检查项目，已做月检查（检查记录）÷ 应做（检查标准、参数“每个检查项目每月检查次数”）",
            "monthly checks made (检查记录) ÷ due: each campus, month and 检查项目 "
            "(检查标准, inspect.month_per_area on 参数)",
        ),
        COVERAGE_RATE,
    ),
)


def inspections_by_month(made: Sequence[Round], book: Book) -> SectionTable:
    """Return how many inspections of each kind were made in each month."""
    return by_month(
        "inspections_by_month",
        Both("各月检查次数", "Inspections by month"),
        [
            (Both(kind, kind), [each.day for each in theirs])
            for kind, theirs in _by_kind(made, book).items()
        ],
        book,
    )


def inspections_by_kind(made: Sequence[Round], book: Book) -> SectionTable:
    """Return how many inspections of each kind were made at each campus."""
    return by_campus(
        "inspections_by_kind",
        Both("检查次数（类型 × 校区）", "Inspections by kind and campus"),
        Both("检查类型", "Kind"),
        _by_kind(made, book),
        campuses(book, MODELS),
    )


def _by_kind(made: Sequence[Round], book: Book) -> dict[str, list[Round]]:
    kinds = in_order((each.kind for each in made if each.kind), "检查类型", book)
    return {kind: [each for each in made if each.kind == kind] for kind in kinds}


def inspection_part(book: Book) -> Section:
    """Return the part of the summary that 检查记录 gives."""
    made, due, where = rounds(book), checks_due(book), campuses(book, MODELS)
    monthly = inspections_by_month(made, book)
    series = tuple(range(1, len(monthly.headings)))
    return Section(
        "inspections",
        Both("检查", "Inspections"),
        (
            *(measure.figure(made, where, book) for measure in ROUNDS),
            *(measure.figure(due, where, book) for measure in COVERAGE),
        ),
        (inspections_by_kind(made, book), monthly),
        (Chart(monthly.title, "column", monthly.key, 0, series),) if series else (),
    )
