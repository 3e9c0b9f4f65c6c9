"""检查覆盖: which patrols and checks were made, month by month, and which were not."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from houqin.areas.measures import share
from houqin.areas.safety.coverage import Covered, coverage, rate
from houqin.areas.safety.plan import Asked
from houqin.areas.safety.rows import Inspection
from houqin.own.heads import SIGNS, note_of_period, percent, said, worst
from houqin.own.layout import OwnColumn, OwnPage, OwnSheet
from houqin.problems import Both
from houqin.result import Result
from houqin.sections import Light, Unit, Value

MONTHS = (9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8)  # in the order of a school year
COMPLETE, LACKING = Both("齐全", "complete"), Both("有缺", "lacking")
MISSED, IN_DOUBT = Both("缺", "missed"), Both("待核对", "in doubt")
LIGHTS = (
    (COMPLETE, Light.GREEN),
    (LACKING, Light.RED),
    (MISSED, Light.RED),
    (IN_DOUBT, Light.AMBER),
)
SHORT = Both(SIGNS[Light.RED], SIGNS[Light.RED])  # before what was made of a month, if not all
NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
COVERAGE = OwnSheet(
    "coverage",
    "检查覆盖",
    (
        OwnColumn(Both("情况", "Standing"), width=8, marks=LIGHTS),
        OwnColumn(Both("校区", "Campus"), width=8),
        OwnColumn(Both("检查类型", "Kind"), width=12),
        OwnColumn(Both("检查项目", "Area"), width=20),
        *(
            OwnColumn(Both(f"{n}月", NAMES[n - 1]), width=7, marks=((SHORT, Light.RED),))
            for n in MONTHS
        ),
        OwnColumn(Both("应做", "Asked"), Unit.COUNT, 7),
        OwnColumn(Both("已做", "Made"), Unit.COUNT, 7),
        OwnColumn(Both("完成率", "Rate"), Unit.RATE, 9),
        OwnColumn(Both("缺的日期", "Missing on"), width=24),
        OwnColumn(Both("应做依据", "Asked by"), width=16),
    ),
    Both(
        "点“检查覆盖”：各校区、各项目每月应做和已做的检查，以及缺了哪一天",
        "press 检查覆盖: what was asked and made each month, and what is missing",
    ),
    frozen=4,
)


class Check(NamedTuple):
    """What tells one row of the matrix from another."""

    campus: str
    kinds: tuple[str, ...]
    within: str | None  # the area, and its item where there are several


def coverage_page(result: Result) -> OwnPage:
    """Return each check month by month, then everything that is missing, with what asks for it.

    Raises:
        NoColumn: 检查记录 lacks one of the columns that tell what was inspected.
    """
    checks = coverage(result.book) if Inspection in result.book else ()
    rows = (*_matrix(checks, result.lang), *_missing(checks, result.lang))
    verdict = _verdict(checks, result.lang) if Inspection in result.book else _no_records(result)
    return OwnPage(COVERAGE, note_of_period(result), verdict, rows)


def _matrix(checks: Sequence[Covered], lang: str) -> Iterator[tuple[Value, ...]]:
    groups: dict[Check, list[Covered]] = defaultdict(list)
    for each in checks:
        groups[_check(each.asked)].append(each)
    for check, found in groups.items():
        met = sum(each.met for each in found)
        standing = COMPLETE if met == len(found) else _standing(found, LACKING)
        yield (
            *(standing.of(lang), check.campus, "、".join(check.kinds), check.within),
            *(_of_month(found, month) for month in MONTHS),
            *(len(found), met, share(met, len(found)), None, None),
        )


def _check(asked: Asked) -> Check:
    within = "：".join(part for part in (asked.area, asked.content) if part)
    return Check(asked.campus, asked.kinds, within or None)


def _standing(found: Sequence[Covered], sure: Both) -> Both:
    return sure if any(each.missed for each in found) else IN_DOUBT


def _of_month(found: Sequence[Covered], month: int) -> str | None:
    """Return how many of how many were made in a month, with a sign where that is not all."""
    met = [each.met for each in found if each.asked.end.month == month]
    if not met:
        return None
    told = f"{sum(met)}/{len(met)}"
    return told if all(met) else f"{SHORT.zh} {told}"


def _missing(checks: Sequence[Covered], lang: str) -> Iterator[tuple[Value, ...]]:
    for each in checks:
        if not each.met:
            asked, check = each.asked, _check(each.asked)
            yield (
                *(_standing((each,), MISSED).of(lang), check.campus),
                *("、".join(check.kinds), check.within, *(None for _ in MONTHS)),
                *(asked.times, each.done, None, asked.when, _asked_by(asked)),
            )


def _asked_by(asked: Asked) -> str:
    """Return the cell that asks for a check: of the plan, else of the setting."""
    place = asked.plan.place
    return str(place if place.cell or not asked.plan.related else asked.plan.related[0])


def _verdict(checks: Sequence[Covered], lang: str) -> str:
    made = rate(checks)
    if made is None:
        nothing = Both(
            "期间内没有应做的检查：请核对参数的学期起止日期、校历和检查标准。",
            "Nothing fell due in the period: look at the term on 参数, 校历 and 检查标准.",
        )
        return said(Light.AMBER, nothing.of(lang))
    met, missed = sum(each.met for each in checks), sum(each.missed for each in checks)
    doubtful = len(checks) - met - missed
    told = Both(
        f"应做 {len(checks)} 项，做到 {met} 项，完成率 {percent(made)}；缺 {missed} 项",
        f"{met} of {len(checks)} checks made ({percent(made)}); {missed} missed",
    ).of(lang)
    doubt = Both(f"，待核对 {doubtful} 项", f", {doubtful} in doubt").of(lang) if doubtful else ""
    light = worst(red=missed > 0, amber=doubtful > 0)
    return said(light, told + doubt + Both("。", ".").of(lang))


def _no_records(result: Result) -> str:
    lack = Both("没有检查记录这张表，不能核对。", "There is no sheet 检查记录 to compare with.")
    return said(Light.AMBER, lack.of(result.lang))
