"""The demo's check of all class rooms at the end of term, and the repairs that follow."""

from datetime import date, datetime, time
from decimal import Decimal
from random import Random
from typing import NamedTuple

from houqin.master.demo.faults import room_of
from houqin.master.demo.school import AS_OF, CAMPUSES, Staff, of_role
from houqin.master.demo.workshop import Workshop, finish, reported_on
from houqin.master.term import Row, Term


class Thing(NamedTuple):
    """What stands in every class room; 0: one for each pupil."""

    name: str
    number: int
    kind: str  # of its repair
    fault: str


THINGS = (
    Thing("课桌椅", 0, "桌椅", "桌腿松动"),
    Thing("门窗玻璃", 24, "门窗", "玻璃破裂"),
    Thing("黑板", 1, "其他", "黑板边框脱落"),
    Thing("窗帘", 6, "门窗", "窗帘轨道脱落"),
    Thing("日光灯", 9, "水电", "灯管不亮"),
    Thing("电风扇", 4, "水电", "风扇异响"),
    Thing("开关插座", 8, "水电", "面板松动"),
    Thing("多媒体", 1, "多媒体", "投影偏色"),
    Thing("图书柜", 1, "桌椅", "柜门合页损坏"),
    Thing("卫生用具", 12, "其他", "拖把头脱落"),
)
CHECKED = {1: 22, 2: 22, 3: 23, 4: 23, 5: 28, 6: 28}  # grade -> day of June
AGAIN = "6"  # the grade that a second inspector looks at too
INSPECTORS = ("总务主任", "德育主任")
SECOND = ("教导主任",)
BROKEN, LOST, UNTIDY, KEEN = 20, 7, 6, 8  # in how many class rooms
PARTS = {
    "桌椅": "水电工",
    "门窗": "水电工",
    "水电": "水电工",
    "其他": "水电工",
    "多媒体": "网络管理员",
}
TWO_DAYS = 2


def property_checks(term: Term, people: tuple[Staff, ...], random: Random) -> list[Row]:
    """Return the check of every class room in the last weeks of June."""
    rows = [_row(class_, thing, people) for class_ in term["classes"] for thing in THINGS]
    _mark(rows, random)
    rows += [_second(row, people) for row in rows if str(row["class_"]).startswith(AGAIN)]
    return sorted(rows, key=lambda row: (str(row["date"]), CAMPUSES.index(str(row["campus"]))))


def _row(class_: Row, thing: Thing, people: tuple[Staff, ...]) -> Row:
    campus, name = str(class_["campus"]), str(class_["class_"])
    count = thing.number or int(str(class_["pupils"]))
    return {
        "date": date(AS_OF.year, AS_OF.month, CHECKED[int(name.split(".", maxsplit=1)[0])]),
        "campus": campus,
        "class_": name,
        "room": room_of(name),
        "item": thing.name,
        "expected": count,
        "found": count,
        "damaged": 0,
        "inspectors": tuple(of_role(people, campus, role)[0] for role in INSPECTORS),
        "teacher": class_["teacher"],
    }


def _mark(rows: list[Row], random: Random) -> None:
    """Let some things be broken or missing, some rooms untidy, some classes keen."""
    several = [row for row in rows if int(str(row["expected"])) > 1]
    for row in random.sample(rows, BROKEN):
        by_hand = random.random() < 1 / 4
        row |= {"damaged": 1, "cause": "人为" if by_hand else "自然损耗"}
        if by_hand:
            row |= {"deduction": Decimal(5), "reason": "人为损坏，已查明", "paid": Decimal(30)}
    sound = [row for row in several if not row["damaged"]]
    for row in random.sample(sound, LOST):
        lost = random.randint(1, 2)
        row |= {"found": int(str(row["expected"])) - lost, "deduction": Decimal(2 * lost)}
        row["reason"] = f"缺 {lost}"
    whole = [row for row in rows if "reason" not in row and not row["damaged"]]
    for row in random.sample(whole, UNTIDY + KEEN):
        row |= {"bonus": Decimal(5), "reason": "爱护公物，主动报修"}
        if whole.index(row) % 2:
            row |= {"bonus": None, "deduction": Decimal(1), "reason": "有涂画痕迹"}


def _second(row: Row, people: tuple[Staff, ...]) -> Row:
    """Return what a second inspector wrote of the same thing: a point less strict."""
    deduction = row.get("deduction")
    less = max(Decimal(str(deduction)) - 1, Decimal(1)) if deduction else None
    names = tuple(of_role(people, str(row["campus"]), role)[0] for role in SECOND)
    return row | {"inspectors": names, "deduction": less}


def damages(shop: Workshop) -> dict[tuple[object, object], Row]:
    """Write a repair for every broken thing, and return it by class and thing."""
    found: dict[tuple[object, object], Row] = {}
    for row in shop.term["property_checks"]:
        key = (row["class_"], row["item"])
        if row["damaged"] and key not in found:
            found[key] = _repair(shop, row)
    return found


def name_repairs(checks: list[Row], broken: dict[tuple[object, object], Row]) -> None:
    """Write the number of its repair beside every broken thing."""
    for row in checks:
        if row["damaged"]:
            row["repair"] = broken[row["class_"], row["item"]]["number"]


def _repair(shop: Workshop, check: Row) -> Row:
    thing = next(each for each in THINGS if each.name == check["item"])
    campus, day = str(check["campus"]), check["date"]
    if not isinstance(day, date):
        raise TypeError(day)
    row = reported_on(shop, day, campus, str(check["teacher"]))
    later = datetime.combine(day, time(15)) - datetime.combine(day, time(8))
    row |= {"reported": _moved(row["reported"], later), "received": _moved(row["received"], later)}
    row |= {"place": check["room"], "kind": thing.kind, "in_house": True, "urgency": "一般"}
    row["description"] = f"{thing.name}：{thing.fault}"
    row["repairer"] = shop.who(campus, PARTS[thing.kind])
    finish(shop, row, shop.after(day, shop.random.randint(1, TWO_DAYS), campus))
    shop.rows.append(row)
    return row


def _moved(moment: object, later: object) -> object:
    """Return a moment so much later in the day: rooms are checked after lessons."""
    return moment + later  # type: ignore[operator]
