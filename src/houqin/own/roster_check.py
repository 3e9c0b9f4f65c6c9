"""值班检查: posts that lack people and who could fill them, each person's load, visitors inside."""

from collections.abc import Iterator

from houqin.areas.duty.candidates import Candidate
from houqin.areas.duty.review import Balance, Gap, Review, review
from houqin.own.heads import note_of_period, said, worst
from houqin.own.layout import OwnColumn, OwnPage, OwnSheet
from houqin.problems import Both
from houqin.result import Result
from houqin.sections import Light, Unit, Value

LACKING, IN_DOUBT = Both("缺人", "lacking"), Both("待核对", "in doubt")
INSIDE = Both("未离校", "still in")
BALANCES = {
    Balance.MORE: Both("偏多", "too many"),
    Balance.FEWER: Both("偏少", "too few"),
    Balance.FAIR: Both("正常", "fair"),
}
LIGHTS = (
    (LACKING, Light.RED),
    (IN_DOUBT, Light.AMBER),
    (INSIDE, Light.AMBER),
    (BALANCES[Balance.MORE], Light.AMBER),
    (BALANCES[Balance.FEWER], Light.AMBER),
    (BALANCES[Balance.FAIR], Light.GREEN),
)
ROSTER_CHECK = OwnSheet(
    "roster_check",
    "值班检查",
    (
        OwnColumn(Both("情况", "Standing"), width=9, marks=LIGHTS),
        OwnColumn(Both("日期", "Date"), Unit.DATE, 12),
        OwnColumn(Both("校区", "Campus"), width=8),
        OwnColumn(Both("岗位", "Post"), width=16),
        OwnColumn(Both("时段", "Time"), width=14),
        OwnColumn(Both("人员", "People"), width=22),
        OwnColumn(Both("应到人数", "Needed"), Unit.COUNT, 11),
        OwnColumn(Both("缺几人", "Missing"), Unit.COUNT, 10),
        OwnColumn(Both("已排次数", "Duties"), Unit.COUNT, 11),
        OwnColumn(Both("应值次数", "Expected"), Unit.QUANTITY, 11),
        OwnColumn(Both("多值次数", "Over"), Unit.QUANTITY, 11),
        OwnColumn(Both("可以安排的人（按先后）", "Who could come, the best first"), width=46),
        OwnColumn(Both("单元格", "Cell"), width=14),
    ),
    Both(
        "点“检查值班”：哪些岗位缺人、可以安排谁，每人值班次数与应值次数，还没登记离开的来访人",
        "press 检查值班: posts that lack people and who could come, loads, and visitors still in",
    ),
    frozen=4,
)


def roster_check_page(result: Result) -> OwnPage:
    """Return the gaps day by day, then the visitors who are still in, then each person's load.

    Raises:
        NoColumn: a sheet lacks one of the columns that tell who stands where, or who came.
    """
    found, lang = review(result.book), result.lang
    rows = (*_gaps(found, lang), *_visitors(found, lang), *_loads(found, lang))
    return OwnPage(ROSTER_CHECK, note_of_period(result), _verdict(found, lang), rows)


def _gaps(found: Review, lang: str) -> Iterator[tuple[Value, ...]]:
    for gap in found.gaps:
        post, standing = gap.post, LACKING if gap.certain else IN_DOUBT
        yield (
            *(standing.of(lang), post.day, post.campus, post.post, str(post.slot)),
            *("、".join(post.there) or None, post.needed, post.gap, None, None, None),
            *(_who_could_come(gap, lang), str(post.place)),
        )


def _who_could_come(gap: Gap, lang: str) -> str | None:
    """Name those against whom nothing speaks; where there is nobody, say what speaks against others."""
    free = [each for each in gap.candidates if each.is_free]
    told = "；".join(_told(each, lang) for each in free or gap.candidates)
    if free or not told:
        return told or None
    return Both(f"没有合适的人：{told}", f"nobody fits: {told}").of(lang)


def _told(candidate: Candidate, lang: str) -> str:
    about = candidate.objections or candidate.reasons[-1:]
    return f"{candidate.name}（{'、'.join(each.of(lang) for each in about)}）"


def _visitors(found: Review, lang: str) -> Iterator[tuple[Value, ...]]:
    for each in found.visitors:
        since = f"{each.arrived:%H:%M}-" if each.arrived else None
        host = Both(f"找 {each.host}", f"to see {each.host}").of(lang) if each.host else ""
        who = f"{each.visitor or ''}（{host}）" if host else each.visitor
        yield (
            *(INSIDE.of(lang), each.day, each.campus, None, since, who),
            *(*(None for _ in range(6)), str(each.place)),
        )


def _loads(found: Review, lang: str) -> Iterator[tuple[Value, ...]]:
    for load, each in found.loads:
        yield (
            *(BALANCES[each].of(lang), None, load.campus, None, None, load.name, None, None),
            *(load.duties, load.expected, load.over, None, None),
        )


def _verdict(found: Review, lang: str) -> str:
    sure = sum(gap.certain for gap in found.gaps)
    doubtful, inside_ = len(found.gaps) - sure, len(found.visitors)
    told = Both(
        f"应排岗次 {found.posts}，缺人 {sure}；值班偏多偏少 {found.unfair} 人",
        f"{found.posts} duties, {sure} lacking people; {found.unfair} people with unfair loads",
    ).of(lang)
    told += Both(f"，待核对 {doubtful}", f"; {doubtful} in doubt").of(lang) if doubtful else ""
    told += Both(f"；未登记离开 {inside_} 人", f"; {inside_} still in").of(lang) if inside_ else ""
    if not found.posts:
        nothing = Both(
            "期间内没有要值的班：请核对岗位、校历和学期起止日期。",
            "There is no duty in the period: look at 岗位, 校历 and the term on 参数.",
        )
        return said(Light.AMBER, nothing.of(lang))
    light = worst(red=sure > 0, amber=bool(doubtful or inside_ or found.unfair))
    return said(light, told + Both("。", ".").of(lang))
