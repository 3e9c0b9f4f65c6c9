"""The demo's visitors: who came to the gate, through the closure and after it."""

from datetime import date, time
from random import Random
from typing import NamedTuple

from houqin.master.demo.school import (
    AS_OF,
    CAMPUSES,
    GIVEN,
    REOPENED,
    SURNAMES,
    TERM,
    Staff,
    calendar,
    of_role,
)
from houqin.master.term import Row
from houqin.school_calendar import days

FIRST, LAST = 8 * 60 + 30, 15 * 60  # when visitors come, in minutes after midnight
SHORTEST, LONGEST = 10, 90  # how long they stay


class Cause(NamedTuple):
    """Why somebody comes, from where, and to whom."""

    reason: str
    where: str | None
    host: str  # a role


CAUSES = (
    Cause("送办公用品", "青溪文具店", "保管员"),
    Cause("送防疫物资", "安康医药公司", "保管员"),
    Cause("防疫工作检查", "街道办事处", "安全干事"),
    Cause("消防设施维保", "平安消防工程公司", "安全干事"),
    Cause("电梯维保", "永顺电梯公司", "水电工"),
    Cause("送食材", "绿源农产品配送中心", "食堂管理员"),
    Cause("网络检修", "市电信公司", "网络管理员"),
)
AFTER_REOPENING = (
    Cause("家长接生病学生", None, "班主任"),
    Cause("家长面谈", None, "班主任"),
    Cause("送学生忘带的物品", None, "班主任"),
    Cause("卫生监督检查", "区卫生监督所", "校医"),
)


def visitor_rows(people: tuple[Staff, ...], random: Random) -> list[Row]:
    """Return the sheet 来访登记 up to the as-of day."""
    rows: list[Row] = []
    open_days = calendar()
    for day in days(TERM[0], AS_OF):
        for campus in CAMPUSES:
            if open_days.is_working_day(day, campus):
                arrivals = sorted(random.sample(range(FIRST, LAST), random.choice((0, 0, 1, 1, 2))))
                rows += [_visit(people, random, day, campus, minute) for minute in arrivals]
    return rows


def _visit(people: tuple[Staff, ...], random: Random, day: date, campus: str, minute: int) -> Row:
    causes = CAUSES if day < REOPENED else (*CAUSES, *AFTER_REOPENING)
    cause = random.choice(causes)
    return {
        "date": day,
        "arrived": _clock(minute),
        "left": _clock(minute + random.randint(SHORTEST, LONGEST)),
        "campus": campus,
        "visitor": random.choice(SURNAMES) + random.choice(GIVEN),
        "phone": f"1380001{random.randint(0, 9999):04}",
        "from_": cause.where,
        "host": random.choice(of_role(people, campus, cause.host)),
        "reason": cause.reason,
    }


def _clock(minute: int) -> time:
    return time(*divmod(minute, 60))
