"""Why a place of a draft stays empty, in words."""

from collections.abc import Mapping

from houqin.areas.duty.drafting.bars import Bar
from houqin.areas.duty.drafting.draft import Line
from houqin.areas.duty.drafting.facts import Kept
from houqin.problems import Both

OF_BAR: Mapping[Bar, Both] = {
    Bar.EXEMPT: Both("不值班", "do no duty"),
    Bar.NOT_THERE: Both("不在岗", "not on the staff"),
    Bar.ON_LEAVE: Both("请假", "on leave"),
    Bar.OVERLAP: Both("同一时间已值班", "on duty at that time"),
    Bar.TRAVEL: Both("在另一校区，路上来不及", "at another campus, too far away"),
    Bar.REST: Both("休息时间不够", "without enough rest"),
}
OF_KEPT: Mapping[Kept, Both] = {
    Kept.PINNED: Both("值班表已固定，未改动", "the roster is pinned here and stays as it is"),
    Kept.UNREAD: Both(
        "值班表有读不懂的内容，请先改好", "something in the roster cannot be read; mend it first"
    ),
}
NOBODY = Both("人员表里没有可安排的人", "there is nobody on the staff list")


def why(line: Line) -> Both | None:
    """Return why a place stays empty; None where none does."""
    if not line.missing:
        return None
    if line.need.kept:
        return OF_KEPT[line.need.kept]
    able = {bar: number for bar, number in line.bars.items() if bar in OF_BAR}
    if not able:
        return _nobody_qualified(line) if line.bars else NOBODY
    number = sum(able.values())
    zh = "，".join(f"{OF_BAR[bar].zh} {count} 人" for bar, count in able.items())
    en = ", ".join(f"{count} {OF_BAR[bar].en}" for bar, count in able.items())
    roles = "、".join(sorted(line.need.roles))
    who = Both(f"其他{roles}" if roles else "其他人", f"other {roles}" if roles else "others")
    return Both(f"{who.zh}共 {number} 人：{zh}", f"{number} {who.en}: {en}")


def _nobody_qualified(line: Line) -> Both:
    roles = "、".join(sorted(line.need.roles))
    return Both(f"没有别的人符合资格（{roles}）", f"nobody else is qualified ({roles})")
