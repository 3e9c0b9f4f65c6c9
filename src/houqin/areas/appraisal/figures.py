"""What the summary tells of the appraisals: how many, how good on average, what is missing.

It names nobody, and shows no average and no bands of so few that one could be recognised.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from houqin.areas.appraisal.marks import marks
from houqin.areas.appraisal.missing import expected, missing
from houqin.areas.appraisal.rows import MODELS
from houqin.areas.appraisal.standings import Standing, standings
from houqin.areas.appraisal.weights import cut_offs
from houqin.areas.measures import Measure, campuses
from houqin.areas.school.rows import PersonRow
from houqin.areas.small_groups import all_large, merged
from houqin.areas.tallies import MONTH, months, names
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Chart, Figure, Section, SectionTable, Unit, Value

ONE_PLACE = Decimal("0.1")
SMALL = "appraisal.small_group"
DONE_RATE = "appraisal.done_rate"


@dataclass(frozen=True, slots=True)
class PersonMonth:
    """One person's month that was appraised, or should have been."""

    campus: str | None
    is_there: bool


def _there(facts: Sequence[PersonMonth]) -> int:
    return sum(each.is_there for each in facts)


def _missing(facts: Sequence[PersonMonth]) -> int:
    return sum(not each.is_there for each in facts)


def _rate(facts: Sequence[PersonMonth]) -> Decimal | None:
    return Decimal(_there(facts)) / len(facts) if facts else None


MEASURES: tuple[Measure[PersonMonth], ...] = (
    Measure(
        "appraisal.people",
        Both("月考核人次", "Appraisals of a month"),
        Unit.COUNT,
        _there,
        Both(
            "月考核：统计期间内的月份中，有考核的人数之和",
            "月考核: people appraised, summed over the months of the period",
        ),
    ),
    Measure(
        "appraisal.missing",
        Both("缺考核人次", "Appraisals that are missing"),
        Unit.COUNT,
        _missing,
        Both(
            "人员 中担任 清单 考核岗位 的人，整月在岗而别人有、他没有月考核的人次",
            "people on 人员 in a post of 考核岗位, there all month, without an appraisal that others have",
        ),
    ),
    Measure(
        "appraisal.done_rate",
        Both("月考核完成率", "Appraisals that are there"),
        Unit.RATE,
        _rate,
        Both(
            "月考核人次 ÷（月考核人次 + 缺考核人次）", "appraisals ÷ (appraisals + those missing)"
        ),
        DONE_RATE,
    ),
)


def appraisal_part(book: Book) -> Section:
    """Return the part of the summary that 月考核 gives."""
    facts, where = _person_months(book), campuses(book, MODELS)
    found = [each for each in standings(book) if each.month in months(book)]
    return Section(
        "appraisal",
        Both("月考核", "Monthly appraisal"),
        (*(each.figure(facts, where, book) for each in MEASURES), *_points(found, where, book)),
        (_by_month(found, book), _by_post(found, book)),
        (
            Chart(
                Both("各月等次人数", "Bands by month"),
                "column",
                "appraisal_months",
                0,
                _bands(book),
            ),
        ),
        _notes(book),
    )


def mean(found: Sequence[Standing]) -> Decimal | None:
    """Return the average of composite scores to one place, None of nobody's."""
    if not found:
        return None
    total = sum((each.score for each in found), Decimal(0))
    return (total / len(found)).quantize(ONE_PLACE, ROUND_HALF_UP)


def people_of(found: Sequence[Standing]) -> int:
    """Return how many people these are, however many months of each."""
    return len({each.person for each in found})


def least_of(book: Book) -> int:
    """Return how many people a group must have to be shown."""
    return int(book.settings.number(SMALL) or 0)


def _person_months(book: Book) -> list[PersonMonth]:
    there = {(each.month, each.person): each.rows[0].get("campus") for each in marks(book)}
    wanted = set(months(book))
    found = [PersonMonth(campus, True) for (month, _), campus in there.items() if month in wanted]
    if PersonRow not in book or not {"roles", "name"} <= set(book[PersonRow].table.columns):
        return found
    campus = book[PersonRow].column_or_blank("campus")
    lacking = missing(book)
    return found + [
        PersonMonth(campus[index], False)
        for index, month in expected(book)
        if month in lacking.get(index, ()) and month in wanted
    ]


def _points(found: Sequence[Standing], where: Sequence[str], book: Book) -> tuple[Figure, ...]:
    """Return the average, and how many are in the first and the last band."""
    by_campus = {campus: [each for each in found if each.campus == campus] for campus in where}
    least, bands = least_of(book), [_band(each.code) for each in cut_offs(book)]
    total = list(found) if people_of(found) >= least else []
    is_shown = all_large(by_campus, least, people_of) and total
    groups = by_campus if is_shown else {}
    average = Figure(
        "appraisal.average",
        Both("综合得分平均", "Mean composite score"),
        Unit.QUANTITY,
        mean(total),
        Both(
            "月考核：各来源得分 × 权重之和，对统计期间的人次平均；人数太少的不显示",
            "月考核: scores × weights of their sources, on average over the period; not of too few",
        ),
        {campus: mean(each) for campus, each in groups.items()},
    )
    ends = (("top", bands[0]), ("bottom", bands[-1])) if bands else ()
    return (average, *(_of_band(key, band, total, groups) for key, band in ends))


def _of_band(
    key: str, band: str, total: Sequence[Standing], groups: Mapping[str, Sequence[Standing]]
) -> Figure:
    def count(found: Sequence[Standing]) -> int | None:
        return sum(each.band == band for each in found) if total else None

    return Figure(
        f"appraisal.{key}",
        Both(f"{band}人次", f"Appraisals that are {band}"),
        Unit.COUNT,
        count(total),
        Both(
            f"月考核：综合得分在“{band}”分数线内的人次；分数线见 参数",
            f"月考核: composite scores in the band {band}, whose cut-off stands on 参数",
        ),
        {campus: count(each) for campus, each in groups.items()},
    )


def _by_month(found: Sequence[Standing], book: Book) -> SectionTable:
    bands = [_band(each.code) for each in cut_offs(book)]
    groups = {month: [each for each in found if each.month == month] for month in months(book)}
    is_shown = all_large(groups, least_of(book), people_of)

    def row(month: str, of: Sequence[Standing]) -> tuple[Value, ...]:
        counts = Counter(each.band for each in of)
        shown: list[Value] = [mean(of), *(counts[band] for band in bands)]
        return (month, len(of), *(shown if is_shown and of else [None] * len(shown)))

    return SectionTable(
        "appraisal_months",
        Both("各月考核", "Appraisals by month"),
        (MONTH, Both("人数", "People"), Both("平均分", "Mean"), *names(bands)),
        (Unit.TEXT, Unit.COUNT, Unit.QUANTITY, *[Unit.COUNT] * len(bands)),
        tuple(row(month, of) for month, of in groups.items()),
    )


def _by_post(found: Sequence[Standing], book: Book) -> SectionTable:
    posts: dict[str, list[Standing]] = {}
    for each in found:
        posts.setdefault(each.post or "", []).append(each)
    shown, others = merged(posts, least_of(book), people_of)
    groups = [*shown.items(), *([("其他岗位", others)] if others else [])]
    return SectionTable(
        "appraisal_posts",
        Both("各岗位考核", "Appraisals by post"),
        (Both("岗位", "Post"), Both("人数", "People"), Both("平均分", "Mean")),
        (Unit.TEXT, Unit.COUNT, Unit.QUANTITY),
        tuple((post, people_of(of), mean(of)) for post, of in groups),
        Both("人数太少，不显示", "too few to be shown"),
    )


def _bands(book: Book) -> tuple[int, ...]:
    return tuple(range(3, 3 + len(cut_offs(book))))


def _band(code: str) -> str:
    return code.rpartition(".")[2]


def _notes(book: Book) -> tuple[Both, ...]:
    told = len({(each.month, each.person) for each in marks(book)}) - len(standings(book))
    if not told:
        return ()
    return (
        Both(
            f"有 {told} 人次缺来源或有单元格没有读出，没有综合得分，未计入平均分和等次",
            f"{told} appraisals lack a source or have unread cells; they are in no average and no band",
        ),
    )
