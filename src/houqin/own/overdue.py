"""逾期隐患: which hazards somebody must look after, and what is to be done next."""

from collections import Counter
from collections.abc import Sequence

from houqin.areas.safety.deadlines import Standing, bucket_labels
from houqin.areas.safety.overdue import OverdueHazard, ages, overdue
from houqin.own.heads import note_of_period, said, worst
from houqin.own.layout import OwnColumn, OwnPage, OwnSheet
from houqin.problems import Both
from houqin.reports.actions import CLASSES
from houqin.result import Result
from houqin.sections import Light, Unit, Value

LIGHTS = (
    (CLASSES[Standing.OVERDUE], Light.RED),
    (CLASSES[Standing.DUE_SOON], Light.AMBER),
    (CLASSES[Standing.NO_DEADLINE], Light.AMBER),
)
OVERDUE = OwnSheet(
    "overdue",
    "逾期隐患",
    (
        OwnColumn(Both("隐患编号", "Number"), width=11),
        OwnColumn(Both("校区", "Campus"), width=7),
        OwnColumn(Both("隐患位置", "Place"), width=14),
        OwnColumn(Both("隐患类别", "Kind"), width=11),
        OwnColumn(Both("隐患描述", "Description"), width=20),
        OwnColumn(Both("隐患等级", "Grade"), width=11),
        OwnColumn(Both("责任人", "Responsible"), width=10),
        OwnColumn(Both("发现日期", "Found"), Unit.DATE, 11),
        OwnColumn(Both("整改期限", "Deadline"), Unit.DATE, 11),
        OwnColumn(Both("延期至", "Put off to"), Unit.DATE, 11),
        OwnColumn(Both("到期日期", "Due"), Unit.DATE, 11),
        OwnColumn(Both("情况", "Standing"), width=10, marks=LIGHTS),
        OwnColumn(Both("逾期天数", "Days late"), Unit.DAYS, 11),
        OwnColumn(Both("剩余天数", "Days left"), Unit.DAYS, 11),
        OwnColumn(Both("逾期时长", "Age in days"), width=11),
        OwnColumn(Both("下一步", "Next step"), width=18),
        OwnColumn(Both("应办日期", "Next on"), Unit.DATE, 11),
        OwnColumn(Both("单元格", "Cell"), width=14),
    ),
    Both(
        "点“逾期隐患”：逾期、即将到期、没有期限和逾期完成的隐患，和下一步该报谁",
        "press 逾期隐患: hazards overdue, due soon, without deadline or closed late, and what is next",
    ),
)


def overdue_page(result: Result) -> OwnPage:
    """Return the hazards to look after, the most pressing first."""
    found = overdue(result.book)
    rows = tuple(_row(hazard, result.lang) for hazard in found)
    return OwnPage(OVERDUE, note_of_period(result), _verdict(found, result.lang), rows)


def _row(hazard: OverdueHazard, lang: str) -> tuple[Value, ...]:
    return (
        *(hazard.number, hazard.campus, hazard.place, hazard.kind, hazard.description),
        *(hazard.grade, hazard.responsible),
        *(hazard.found, hazard.deadline, hazard.extended_to, hazard.due),
        CLASSES[hazard.standing].of(lang),
        *(hazard.days, hazard.days_left, hazard.bucket),
        *(hazard.next_step.words.of(lang), hazard.next_step.on),
        hazard.cell,
    )


def _verdict(found: Sequence[OverdueHazard], lang: str) -> str:
    if not found:
        none = Both(
            "没有逾期、即将到期、没有期限或逾期完成的隐患。",
            "No hazard is overdue, due soon, without a deadline or closed late.",
        )
        return said(Light.GREEN, none.of(lang))
    count = Counter(hazard.standing for hazard in found)
    comma, stop = Both("，", ", ").of(lang), Both("。", ".").of(lang)
    told = comma.join(f"{words.of(lang)} {count[each]}" for each, words in CLASSES.items())
    light = worst(
        red=count[Standing.OVERDUE] > 0,
        amber=count[Standing.DUE_SOON] + count[Standing.NO_DEADLINE] > 0,
    )
    return said(light, told + stop + _how_old(found, lang))


def _how_old(found: Sequence[OverdueHazard], lang: str) -> str:
    """Say how long the overdue hazards have been overdue."""
    old = ages(found)
    if not old:
        return ""
    comma = Both("，", ", ").of(lang)
    spans = comma.join(f"{label} 天 {old[label]}" for label in bucket_labels() if label in old)
    days = comma.join(f"{label} days {old[label]}" for label in bucket_labels() if label in old)
    return Both(f"逾期时长：{spans}。", f" Overdue for {days}.").of(lang)
