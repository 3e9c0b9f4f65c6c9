"""The demo's inspections: patrols, disinfection, monthly and special checks."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from houqin.master.demo.areas import AREAS, DISINFECTED, NOT_AT, Area
from houqin.master.demo.school import AS_OF, CAMPUSES, REOPENED, TERM, Staff, calendar, of_role
from houqin.master.term import Row
from houqin.school_calendar import SchoolCalendar, days

DAY = timedelta(days=1)
FRIDAY = 4
MONTHLY_FROM = 11  # the day of the month
INSPECTORS = {"日巡视": ("安全干事", "保安"), "消杀": ("保洁员",)}
SUPERVISORS = {"消杀": "校医", "学期全面排查": "执行校长"}


@dataclass(slots=True)
class Rounds:
    """The ledgers of safety while they are being written."""

    people: tuple[Staff, ...]
    random: Random
    calendar: SchoolCalendar = field(default_factory=calendar)
    inspections: list[Row] = field(default_factory=list)
    hazards: list[Row] = field(default_factory=list)

    def somebody(self, campus: str, role: str) -> str:
        """Return one of a campus's people in a role."""
        return self.random.choice(of_role(self.people, campus, role))

    def by(self, day: date, campus: str) -> date:
        """Return a day, or the next one on which somebody works."""
        return self.calendar.add_working_days(day - DAY, 1, campus)

    def inspect(
        self, day: date, kind: str, campus: str, area: Area, place: str, content: str
    ) -> Row:
        """Write one inspection in which all was in order."""
        roles = INSPECTORS.get(kind, ("安全干事", area.checker))
        row: Row = {
            "number": f"JC-{len(self.inspections) + 1:04}",
            "date": day,
            "kind": kind,
            "campus": campus,
            "place": place,
            "area": area.name,
            "content": content,
            "result": "正常",
            "inspectors": tuple(self.somebody(campus, role) for role in roles),
            "supervisor": self.somebody(campus, SUPERVISORS.get(kind, "总务主任")),
        }
        self.inspections.append(row)
        return row


def standard_rows() -> list[Row]:
    """Return the sheet 检查标准."""
    rows: list[Row] = [
        {
            "code": f"BZ-{index:02}",
            "area": area.name,
            "content": area.content,
            "kinds": ("月检查", "专项检查", "学期全面排查"),
            "frequency": "每月",
            "signatures": 2,
            "basis": "学校安全工作制度",
        }
        for index, area in enumerate(AREAS, 1)
    ]
    rows.append(
        {
            "code": "BZ-09",
            "area": "校园消防",
            "content": "防火巡查六项",
            "kinds": ("日巡视",),
            "frequency": "每日",
            "signatures": 2,
            "basis": "公安部令第61号",
        }
    )
    rows += [
        {
            "code": f"BZ-{index}",
            "area": AREAS[area].name,
            "content": f"{place}消杀",
            "kinds": ("消杀",),
            "frequency": "每周",
            "signatures": 1,
            "basis": "疫情防控要求",
        }
        for index, (place, area) in enumerate(DISINFECTED.items(), 10)
    ]
    return rows


def inspect_all(rounds: Rounds) -> None:
    """Make every inspection of the term up to the as-of day."""
    for day in days(TERM[0], AS_OF):
        for campus in CAMPUSES:
            if rounds.calendar.is_working_day(day, campus):
                for inspect in (_patrol, _disinfect, _month, _special, _before_reopening):
                    inspect(rounds, day, campus)


def _patrol(rounds: Rounds, day: date, campus: str) -> None:
    if rounds.calendar.is_school_day(day, campus):
        rounds.inspect(day, "日巡视", campus, AREAS[0], "全校", "防火巡查六项")


def _disinfect(rounds: Rounds, day: date, campus: str) -> None:
    """Disinfect every place before the reopening and on the first school day of each week."""
    of_week = days(day - DAY * day.weekday(), day)
    lessons = [each for each in of_week if rounds.calendar.is_school_day(each, campus)]
    if lessons == [day] or day == REOPENED - 3 * DAY:
        for place, area in DISINFECTED.items():
            rounds.inspect(day, "消杀", campus, AREAS[area], place, f"{place}消杀")


def _month(rounds: Rounds, day: date, campus: str) -> None:
    """Check every area once a month, two areas a working day from the eleventh on."""
    before = day.replace(day=MONTHLY_FROM - 1)
    for index, area in enumerate(AREAS):
        if day == rounds.calendar.add_working_days(before, 1 + index // 2, campus):
            place = rounds.random.choice(area.places)
            row = rounds.inspect(day, "月检查", campus, area, place, area.content)
            if (campus, area.name) == NOT_AT:
                row.update(place="全校", result="不适用", note="本校区没有电梯、锅炉")


def _special(rounds: Rounds, day: date, campus: str) -> None:
    """Look at one theme every Friday, the areas in turn."""
    area = AREAS[day.toordinal() // 7 % len(AREAS)]
    if day.weekday() == FRIDAY and (campus, area.name) != NOT_AT:
        rounds.inspect(day, "专项检查", campus, area, rounds.random.choice(area.places), area.theme)


def _before_reopening(rounds: Rounds, day: date, campus: str) -> None:
    """Look at everything in the week before the pupils come back."""
    if day == REOPENED - 6 * DAY + DAY * CAMPUSES.index(campus):
        for area in AREAS:
            if (campus, area.name) != NOT_AT:
                place = rounds.random.choice(area.places)
                rounds.inspect(day, "学期全面排查", campus, area, place, area.content)
