"""The invented school of the demo: Qingxi School (青溪学校), campuses 本部 and 东园, spring 2020."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random
from types import MappingProxyType

from houqin.areas.school.defaults import default_lists, setting_facts
from houqin.master.term import Row
from houqin.school_calendar import SchoolCalendar, days

TERM = (date(2020, 2, 10), date(2020, 7, 17))
AS_OF = date(2020, 6, 30)
REOPENED = date(2020, 4, 27)  # until then lessons were held at home
CAMPUSES = ("本部", "东园")
STATED: Mapping[str, object] = MappingProxyType(
    {
        "school.name": "青溪学校",
        "term.name": "2019-2020学年第二学期",
        "term.start": TERM[0],
        "term.end": TERM[1],
        "as_of": AS_OF,
        "welfare.each.节日": 200,
        "welfare.each.慰问": 1000,
        "welfare.each.婚丧": 500,
        "welfare.each.助考": 200,
        "welfare.total.节日": 20000,
        "welfare.total.慰问": 6000,
        "welfare.total.婚丧": 2000,
        "welfare.total.助考": 1500,
    }
)
ON_DUTY: Mapping[str, Row] = MappingProxyType(  # by number: what 人员 says of somebody's duty
    {
        "QX022": {"duty_debt": 2},
        "QX026": {"duty_debt": -2},
        "QX034": {"duty_share": Decimal("0.5")},
        "QX066": {"duty_debt": 1},
    }
)
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = (
    "明远",
    "思齐",
    "文博",
    "雨桐",
    "子衡",
    "佳宁",
    "景行",
    "若水",
    "清和",
    "知秋",
    "立言",
    "守正",
    "怀瑾",
    "望舒",
    "书瑶",
    "安然",
)


@dataclass(frozen=True, slots=True)
class Staff:
    """One invented member of staff."""

    number: str
    name: str
    campus: str
    department: str
    role: str
    joined: date


POSTS = (  # department, role, how many at each campus
    ("校长室", "执行校长", 1),
    ("总务处", "总务主任", 1),
    ("总务处", "采购员", 1),
    ("总务处", "保管员", 1),
    ("总务处", "验收员", 1),
    ("总务处", "水电工", 2),
    ("安全办公室", "安全干事", 2),
    ("德育处", "德育主任", 1),
    ("教导处", "教导主任", 1),
    ("医务室", "校医", 1),
    ("食堂", "食堂管理员", 1),
    ("门卫室", "保安", 3),
    ("总务处", "保洁员", 2),
    ("信息中心", "网络管理员", 1),
)
GRADES, TEACHERS = 6, {"本部": 4, "东园": 2}  # classes in each grade


def staff() -> tuple[Staff, ...]:
    """Return everybody who works at the school: always the same, so that plants may name them."""
    found: list[Staff] = []

    def add(campus: str, department: str, role: str) -> None:
        index = len(found)
        name = (
            SURNAMES[index % len(SURNAMES)]
            + GIVEN[(index * 7 + index // len(SURNAMES)) % len(GIVEN)]
        )
        joined = date(2005 + index * 5 % 15, (2, 8, 9)[index % 3], 1)
        found.append(Staff(f"QX{index + 1:03}", name, campus, department, role, joined))

    for campus in CAMPUSES:
        for department, role, count in POSTS:
            for _ in range(count):
                add(campus, department, role)
        for _ in range(GRADES * TEACHERS[campus]):
            add(campus, "教导处", "班主任")
    return tuple(found)


def of_role(people: tuple[Staff, ...], campus: str, role: str) -> list[str]:
    """Return the names of a campus's people in a role."""
    return [each.name for each in people if each.campus == campus and each.role == role]


def people_rows(people: tuple[Staff, ...]) -> list[Row]:
    """Return the sheet 人员; its phones lie in a range that is given to nobody."""
    return [
        {
            "number": each.number,
            "name": each.name,
            "campus": each.campus,
            "department": each.department,
            "roles": (each.role,),
            "phone": f"1380000{index:04}",
            "email": f"{each.number.lower()}@qingxi.example",
            "joined": each.joined,
            **ON_DUTY.get(each.number, {}),
        }
        for index, each in enumerate(people, 1)
    ]


def class_rows(people: tuple[Staff, ...], random: Random) -> list[Row]:
    """Return the sheet 班级: classes numbered through over both campuses."""
    rows: list[Row] = []
    taught = {campus: iter(of_role(people, campus, "班主任")) for campus in CAMPUSES}
    for grade in range(1, GRADES + 1):
        number = 0
        for campus in CAMPUSES:
            for _ in range(TEACHERS[campus]):
                number += 1
                pupils = random.randint(36, 45)
                rows.append(
                    {
                        "class_": f"{grade}.{number}",
                        "campus": campus,
                        "teacher": next(taught[campus]),
                        "pupils": pupils,
                    }
                )
    return rows


def campus_rows(people: tuple[Staff, ...]) -> list[Row]:
    """Return the sheet 校区."""
    minutes = {"本部": None, "东园": 25}
    return [
        {
            "name": campus,
            "principal": of_role(people, campus, "执行校长")[0],
            "travel_minutes": minutes[campus],
        }
        for campus in CAMPUSES
    ]


def calendar() -> SchoolCalendar:
    """Return the calendar that the sheet 校历 states."""
    stated: dict[tuple[date, str | None], str] = {
        (_day(row), None): str(row["kind"]) for row in calendar_rows()
    }
    return SchoolCalendar(stated, TERM)


def _day(row: Row) -> date:
    day = row["date"]
    if not isinstance(day, date):
        raise TypeError(day)
    return day


def calendar_rows() -> list[Row]:
    """Return the sheet 校历: the days of the closure, and the make-up workdays taught."""
    public = SchoolCalendar({}, TERM)
    rows: list[Row] = [
        {"date": day, "kind": "停课", "note": "疫情防控，居家学习"}
        for day in days(TERM[0], REOPENED)
        if day < REOPENED and public.is_school_day(day)
    ]
    rows += [
        {"date": date(2020, 5, 9), "kind": "上课", "note": "劳动节调休上班"},
        {"date": date(2020, 6, 24), "kind": "休息", "note": "端午节前放假一天"},
    ]
    return sorted(rows, key=lambda row: str(row["date"]))


def setting_rows(stated: Mapping[str, object] = STATED) -> list[Row]:
    """Return the sheet 参数: every setting with its default, and what a school states."""
    return [
        {
            "code": fact.code,
            "name": fact.name,
            "value": stated.get(fact.code, fact.value),
            "unit": fact.unit or None,
            "comparator": fact.comparator or None,
            "source": fact.source,
            "note": fact.note or None,
        }
        for fact in setting_facts().values()
    ]


def list_rows() -> list[Row]:
    """Return the sheet 清单: every value of every list."""
    return [
        {
            "list": entry.list,
            "value": entry.value,
            "same_as": entry.same_as or None,
            "group": entry.group or None,
            "order": entry.order,
            "in_use": True,
        }
        for entry in default_lists()
    ]
