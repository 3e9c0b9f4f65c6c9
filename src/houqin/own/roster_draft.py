"""排班草稿: who goes where in the days to come, and for each place that stays empty, why."""

from houqin.areas.duty.drafting.draft import Draft, Line, drafted
from houqin.areas.duty.drafting.reasons import why
from houqin.areas.duty.drafting.slots import slot_of
from houqin.areas.duty.drafting.tasks import task_of
from houqin.areas.duty.drafting.windows import window_of
from houqin.areas.duty.needs import WEEKDAYS
from houqin.own.heads import note_of_day, said, worst
from houqin.own.layout import OwnColumn, OwnPage, OwnSheet
from houqin.problems import Both
from houqin.result import Result
from houqin.sections import Light, Unit, Value

NEW, BY_HAND = Both("新排", "new"), Both("请手工补", "add by hand")
EMPTY, STANDING = Both("空缺", "empty"), Both("已有", "standing")
LIGHTS = ((NEW, Light.GREEN), (BY_HAND, Light.AMBER), (EMPTY, Light.RED))
ROSTER_DRAFT = OwnSheet(
    "roster_draft",
    "排班草稿",
    (
        OwnColumn(Both("情况", "Standing"), width=11, marks=LIGHTS),
        OwnColumn(Both("日期", "Date"), Unit.DATE, 12),
        OwnColumn(Both("星期", "Weekday"), width=8),
        OwnColumn(Both("校区", "Campus"), width=8),
        OwnColumn(Both("岗位", "Post"), width=16),
        OwnColumn(Both("时段", "Time"), width=14),
        OwnColumn(Both("应到人数", "Needed"), Unit.COUNT, 11),
        OwnColumn(Both("已排的人", "There"), width=22),
        OwnColumn(Both("新排的人", "Added"), width=22),
        OwnColumn(Both("仍缺人数", "Missing"), Unit.COUNT, 11),
        OwnColumn(Both("说明", "Why"), width=44),
    ),
    Both(
        "点“自动排班”：今后的值班谁去，排不上的说明原因；不改值班表，满意了再点“采用草稿”",
        "press 自动排班: who goes where, and why not; 值班表 changes only when you press 采用草稿",
    ),
    frozen=6,
)
DAY, CAMPUS, POST, SLOT, THERE, ADDED = 1, 3, 4, 5, 7, 8  # columns that are read again
HINT = Both(
    "“新排”可以先在“新排的人”一栏改人再采用；“请手工补”的值班表里已有人，不会自动改。",
    "You may change names under Added before you adopt them; where somebody stands already, add by hand.",
)


def roster_draft_page(result: Result) -> OwnPage:
    """Return the draft of the days to come, duty by duty.

    Raises:
        NoColumn: a sheet lacks one of the columns that tell who stands where.
        Refused: OR-Tools is not installed.
    """
    lang = result.lang
    draft = drafted(task_of(result.book))
    rows = tuple(_row(line, lang) for line in draft.lines)
    return OwnPage(
        ROSTER_DRAFT,
        _note(result),
        _verdict(draft, lang),
        rows,
        HINT.of(lang) if draft.added else "",
    )


def _row(line: Line, lang: str) -> tuple[Value, ...]:
    need, reason = line.need, why(line)
    duty = need.duty
    return (
        *(_standing(line).of(lang), duty.day, WEEKDAYS[duty.day.weekday()], duty.campus),
        *(duty.post, str(slot_of(duty)), need.heads),
        *("、".join(need.standing) or None, "、".join(line.added) or None),
        *(line.missing or None, reason.of(lang) if reason else None),
    )


def _standing(line: Line) -> Both:
    if line.added:
        return BY_HAND if line.need.standing else NEW
    return EMPTY if line.missing else STANDING


def _note(result: Result) -> str:
    window = window_of(result.book)
    if window is None:
        return note_of_day(result)
    days = Both(f"排 {window.start} 至 {window.end}", f"from {window.start} to {window.end}")
    return f"{note_of_day(result)}　{days.of(result.lang)}"


def _verdict(draft: Draft, lang: str) -> str:
    missing = sum(line.missing for line in draft.lines)
    if not draft.wanted and not missing:
        nothing = Both("没有要排的值班。", "There is nothing to fill.").of(lang)
        return said(Light.GREEN if draft.lines else Light.AMBER, nothing)
    told = Both(
        f"要排 {draft.wanted} 人次，排上 {draft.added}，仍缺 {missing}",
        f"{draft.added} of {draft.wanted} places filled, {missing} still empty",
    ).of(lang)
    return said(worst(red=missing > 0), told + _spread(draft, lang) + Both("。", ".").of(lang))


def _spread(draft: Draft, lang: str) -> str:
    over = [each.over for each in draft.balances]
    if not over:
        return ""
    few, many = (f"{each:+.1f}" for each in (min(over), max(over)))
    return Both(
        f"；排后每人与应值次数相差 {few} 至 {many} 次",
        f"; loads then differ from what is due by {few} to {many}",
    ).of(lang)
