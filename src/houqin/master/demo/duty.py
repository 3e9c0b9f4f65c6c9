"""The demo's duty: posts, leave, and the roster of the whole term."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random
from typing import NamedTuple

from houqin.cells.times import TimeRange
from houqin.master.demo.school import AS_OF, CAMPUSES, ON_DUTY, TERM, Staff, calendar, of_role
from houqin.master.demo.visitors import visitor_rows
from houqin.master.term import Row
from houqin.school_calendar import SchoolCalendar, days

DAY = timedelta(days=1)
GUARD, TEACHER = "保安", "班主任"
LEADERS = ("德育主任", "教导主任", "总务主任")
STAFF_AT_THE_GATE = ("安全干事", "水电工", "采购员", "验收员", "网络管理员")
SUDDEN = "病假"  # comes after the roster was made
WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


class Line(NamedTuple):
    """One line of the sheet 岗位."""

    post: str
    slot: TimeRange
    heads: tuple[int, int]  # at each campus
    roles: tuple[str, ...]  # who stands there
    qualified: bool = True  # only they may
    weekdays: tuple[str, ...] | None = None
    led: bool = False


def _slot(start: tuple[int, int], end: tuple[int, int]) -> TimeRange:
    return TimeRange(time(*start), time(*end))


DAY_SHIFT, NIGHT_SHIFT = _slot((7, 0), (19, 0)), _slot((19, 0), (7, 0))
LINES = (
    Line("校门值日", _slot((7, 20), (7, 50)), (1, 1), STAFF_AT_THE_GATE, qualified=False, led=True),
    Line("护学岗", _slot((7, 20), (7, 50)), (2, 1), (TEACHER,)),
    Line("食堂值日", _slot((11, 20), (12, 0)), (2, 1), (TEACHER,)),
    Line(
        "护学岗",
        _slot((16, 0), (16, 30)),
        (2, 1),
        (TEACHER,),
        weekdays=("周一", "周二", "周三", "周四", "周六"),
    ),
    Line("护学岗", _slot((15, 0), (15, 30)), (2, 1), (TEACHER,), weekdays=("周五",)),
)
AWAY = (  # campus, number among the class teachers, first day, days, kind
    ("本部", 3, date(2020, 5, 11), 68, "产假"),
    ("本部", 7, date(2020, 4, 29), 2, "事假"),
    ("本部", 12, date(2020, 5, 14), 2, "病假"),
    ("本部", 16, date(2020, 5, 20), 1, "公假"),
    ("本部", 20, date(2020, 6, 3), 3, "病假"),
    ("本部", 9, date(2020, 6, 11), 2, "事假"),
    ("本部", 14, date(2020, 6, 22), 2, "公假"),
    ("本部", 5, date(2020, 7, 6), 3, "婚假"),
    ("东园", 2, date(2020, 4, 28), 1, "公假"),
    ("东园", 6, date(2020, 5, 18), 5, "病假"),
    ("东园", 10, date(2020, 6, 1), 2, "事假"),
    ("东园", 4, date(2020, 6, 17), 1, "事假"),
    ("东园", 8, date(2020, 6, 29), 3, "公假"),
)


@dataclass(slots=True)
class Rota:
    """The roster while it is being written."""

    people: tuple[Staff, ...]
    random: Random
    leave: list[Row]
    calendar: SchoolCalendar = field(default_factory=calendar)
    roster: list[Row] = field(default_factory=list)
    owed: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    busy: set[tuple[date, str]] = field(default_factory=set)

    def is_away(self, name: str, day: date, *, known: bool = False) -> bool:
        """Tell whether somebody is on leave; `known`: already when the roster was made."""
        return any(
            row["person"] == name and str(row["start"]) <= str(day) <= str(row["end"])
            for row in self.leave
            if not (known and row["kind"] == SUDDEN)
        )

    def choose(self, able: Iterable[str], day: date, count: int) -> list[str]:
        """Return those who owe most, so that everybody does a fair share."""
        there = [name for name in able if not self.is_away(name, day, known=True)]
        shares = {name: self.share(name) for name in there}
        for name, share in shares.items():
            self.owed[name] += count * share / sum(shares.values())
        free = [name for name in there if (day, name) not in self.busy]
        self.random.shuffle(free)
        chosen = sorted(free, key=lambda name: -self.owed[name])[:count]
        for name in chosen:
            self.take(name, day)
        return chosen

    def share(self, name: str) -> float:
        """Return how much duty somebody does compared with others."""
        number = next(each.number for each in self.people if each.name == name)
        return float(str(ON_DUTY.get(number, {}).get("duty_share", 1)))

    def take(self, name: str, day: date) -> None:
        """Note that somebody has one duty more."""
        self.owed[name] -= 1
        self.busy.add((day, name))


def duty(people: tuple[Staff, ...], seed: int) -> dict[str, list[Row]]:
    """Return the ledgers of the duty, the roster up to the end of the term."""
    random = Random(f"{seed}-duty")  # noqa: S311 - a story, not a secret
    rota = Rota(people, random, leave_rows(people))
    for each in people:
        rota.owed[each.name] = float(str(ON_DUTY.get(each.number, {}).get("duty_debt", 0)))
    for day in days(*TERM):
        for number, campus in enumerate(CAMPUSES):
            _guard(rota, day, campus)
            if rota.calendar.is_school_day(day, campus):
                _fill(rota, day, campus, number)
    return {
        "posts": post_rows(),
        "roster": rota.roster,
        "leave": rota.leave,
        "visitors": visitor_rows(people, random),
    }


def post_rows() -> list[Row]:
    """Return the sheet 岗位."""
    rows: list[Row] = []
    for number, campus in enumerate(CAMPUSES):
        rows += [
            {
                "campus": campus,
                "post": "门卫值守",
                "slot": slot,
                "heads": 1,
                "qualification": GUARD,
                "days": "每天",
            }
            for slot in (DAY_SHIFT, NIGHT_SHIFT)
        ]
        rows += [
            {
                "campus": campus,
                "post": line.post,
                "slot": line.slot,
                "weekdays": line.weekdays,
                "heads": line.heads[number],
                "qualification": "、".join(line.roles) if line.qualified else None,
                "days": "上课日",
                "led": True if line.led else None,
            }
            for line in LINES
        ]
    return rows


def leave_rows(people: tuple[Staff, ...]) -> list[Row]:
    """Return the sheet 请假: each away teacher's class is looked after by the teacher before."""
    rows: list[Row] = []
    for campus, index, start, length, kind in AWAY:
        teachers = of_role(people, campus, TEACHER)
        rows.append(
            {
                "person": teachers[index],
                "start": start,
                "end": min(start + (length - 1) * DAY, TERM[1]),
                "kind": kind,
                "deputy": teachers[index - 1],
            }
        )
    return rows


def _guard(rota: Rota, day: date, campus: str) -> None:
    """Guards turn day, night and off, through holidays and the closure alike."""
    guards = of_role(rota.people, campus, GUARD)
    turn = (day - TERM[0]).days
    for shift, slot in enumerate((DAY_SHIFT, NIGHT_SHIFT)):
        name = guards[(turn - shift) % len(guards)]
        _write(rota, day, campus, "门卫值守", slot, [name])


def _fill(rota: Rota, day: date, campus: str, number: int) -> None:
    weekday = WEEKDAYS[day.weekday()]
    for line in LINES:
        if line.weekdays is None or weekday in line.weekdays:
            able = [name for role in line.roles for name in of_role(rota.people, campus, role)]
            names = rota.choose(able, day, line.heads[number])
            row = _write(rota, day, campus, line.post, line.slot, names)
            if line.led:
                roles = LEADERS[day.toordinal() % len(LEADERS)]
                row["leader"] = of_role(rota.people, campus, roles)[0]
            _stand_in(rota, row, able)


def _stand_in(rota: Rota, row: Row, able: Sequence[str]) -> None:
    """Let another take the duty of somebody who fell ill after the roster was made."""
    day, names = _day(row), _names(row)
    for away in [name for name in names if rota.is_away(name, day)]:
        rota.owed[away] += 1
        free = [
            name for name in able if (day, name) not in rota.busy and not rota.is_away(name, day)
        ]
        substitute = max(free, key=lambda name: rota.owed[name])
        rota.take(substitute, day)
        row["substitute"] = substitute
        if row.get("served"):
            row["served"] = "、".join(substitute if name == away else name for name in names)


def _write(
    rota: Rota, day: date, campus: str, post: str, slot: TimeRange, names: Sequence[str]
) -> Row:
    row: Row = {
        "date": day,
        "campus": campus,
        "post": post,
        "slot": slot,
        "people": tuple(names),
        "served": "、".join(names) if day < AS_OF else None,
    }
    rota.roster.append(row)
    return row


def _day(row: Row) -> date:
    day = row["date"]
    if not isinstance(day, date):
        raise TypeError(day)
    return day


def _names(row: Row) -> tuple[str, ...]:
    names = row["people"]
    if not isinstance(names, tuple):
        raise TypeError(names)
    return names
