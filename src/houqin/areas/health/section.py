"""The health part of the summary, and its sentences."""

from collections import Counter

from houqin.areas.health.figures import (
    case_figures,
    check_figures,
    due,
    period_cases,
    smallest,
)
from houqin.areas.health.rows import MODELS, HealthCheck, SickAbsence
from houqin.areas.health.sums import check_sums
from houqin.areas.measures import campuses, share
from houqin.areas.school.rows import ClassRow
from houqin.areas.small_groups import protected
from houqin.areas.tallies import MONTH, month_of, months
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Chart, Figure, Section, SectionTable, Unit
from houqin.sentences import Part, Sentence

MOST = 20  # classes of the table of those to remind


def section(book: Book) -> Section | None:
    """Return the health part of the summary, None where the workbook has none of its ledgers."""
    has_checks, has_cases = HealthCheck in book, SickAbsence in book
    if not has_checks and not has_cases:
        return None
    where = campuses(book, MODELS)
    figures: tuple[Figure, ...] = (
        *(check_figures(book, where) if has_checks else ()),
        *(case_figures(book, where) if has_cases else ()),
    )
    tables = (
        *((_checks_by_month(book),) if has_checks else ()),
        *((_to_remind(book),) if has_checks and ClassRow in book else ()),
        *((_cases_by_month(book),) if has_cases else ()),
    )
    title = Both("各月出勤率", "Attendance by month")
    charts = (Chart(title, "column", "health_by_month", 0, (4,)),) if has_checks else ()
    least = smallest(book)
    note = Both(
        f"少于 {least} 人的组不显示，能由合计推算的也不显示；姓名和诊断只留在工作表 因病缺课。",
        f"Groups of fewer than {least} are not shown, nor what would give them away; "
        "names and diagnoses stay on the sheet 因病缺课.",
    )
    return Section("health", Both("健康", "Health"), figures, tables, charts, (note,))


def _checks_by_month(book: Book) -> SectionTable:
    """Return how many checks were due and on record in each month, and the attendance."""
    asked, done = Counter[str](), Counter[str]()
    for each in due(book) if ClassRow in book else ():
        asked[month_of(each.day)] += len(each.slots)
        done[month_of(each.day)] += each.done
    present, expected = Counter[str](), Counter[str]()
    for sums in check_sums(book):
        present[sums.month] += sums.present
        expected[sums.month] += sums.expected
    told = months(book)
    away = protected({month: expected[month] - present[month] for month in told}, smallest(book))
    return SectionTable(
        "health_by_month",
        Both("各月晨午检", "Checks by month"),
        (
            MONTH,
            Both("应登记", "Due"),
            Both("已登记", "On record"),
            Both("登记率", "Share"),
            Both("出勤率", "Attendance"),
        ),
        (Unit.TEXT, Unit.COUNT, Unit.COUNT, Unit.RATE, Unit.RATE),
        tuple(
            (
                month,
                asked[month],
                done[month],
                share(done[month], asked[month]),
                None if away.parts[month] is None else share(present[month], expected[month]),
            )
            for month in told
        ),
    )


def _to_remind(book: Book) -> SectionTable:
    """Return the classes whose checks are missing, those that miss most first."""
    lacking = Counter[tuple[str, str | None, str | None]]()
    for each in due(book):
        if each.missing:
            class_ = each.class_
            lacking[class_.name, class_.campus, class_.teacher] += len(each.missing)
    return SectionTable(
        "health_to_remind",
        Both("缺晨午检记录的班级", "Classes with checks missing"),
        (
            Both("班级", "Class"),
            Both("校区", "Campus"),
            Both("班主任", "Form teacher"),
            Both("缺记录次数", "Missing"),
        ),
        (Unit.TEXT, Unit.TEXT, Unit.TEXT, Unit.COUNT),
        tuple((*class_, count) for class_, count in lacking.most_common(MOST)),
    )


def _cases_by_month(book: Book) -> SectionTable:
    """Return how many illnesses began in each month, but for few."""
    counted = Counter(month_of(each.begun) for each in period_cases(book) if each.begun)
    told = protected({month: counted[month] for month in months(book)}, smallest(book))
    return SectionTable(
        "health_cases_by_month",
        Both("各月因病缺课登记", "Illnesses by month"),
        (MONTH, Both("登记人次", "Illnesses")),
        (Unit.TEXT, Unit.COUNT),
        tuple(told.parts.items()),
    )


SENTENCES = (
    Sentence(
        Part.DONE,
        Both(
            "坚持晨检、午检零报告制度，晨午检登记率为 {health.check_rate}。",
            "Every class reported its morning and noon checks; {health.check_rate} are on record.",
        ),
        when="health.check_rate",
    ),
    Sentence(
        Part.DONE,
        Both(
            "落实因病缺课追踪和复课查验，登记追踪因病缺课 {health.cases} 人次。",
            "Illnesses were followed until the return to class: {health.cases} in all.",
        ),
        when="health.cases",
    ),
    Sentence(
        Part.RESULT,
        Both(
            "学生出勤率为 {health.attendance_rate}。",
            "Attendance was {health.attendance_rate}.",
        ),
        when="health.attendance_rate",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "出现聚集性病例预警 {health.clusters} 起，早发现、早报告还需抓紧。",
            "There were {health.clusters} warnings of clusters; they must be noticed and "
            "reported earlier.",
        ),
        when="health.clusters",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "继续做好晨午检、因病缺课追踪和复课查验，督促漏报的班级补报。",
            "Checks, the following of illnesses and the return to class go on; classes that "
            "did not report are reminded.",
        ),
    ),
)
