"""The demo's hazards: what some inspections found, and how it was mended."""

from collections.abc import Iterator
from datetime import date, timedelta

from houqin.master.demo.areas import DEFECTS, TOLD, Defect
from houqin.master.demo.rounds import Rounds
from houqin.master.demo.school import AS_OF
from houqin.master.term import Row
from houqin.school_calendar import days

DAY = timedelta(days=1)
PUT_OFF = 15  # one deadline in so many is put off …
LONGER = 10 * DAY  # … by so long
REPEAT = 30 * DAY  # found again within these days, a hazard would be a repeated one
DELAYS = ("维修单位复工推迟", "物流停运，配件未到", "配件缺货", "厂家排期推迟")
MENDERS = {"食品安全": "食堂管理员"}
FOUND_BY = {"学期全面排查": 11, "月检查": 28, "专项检查": 6, "日巡视": 9}  # how many hazards


def find_hazards(rounds: Rounds) -> None:
    """Turn some inspections into ones that found something, each with its hazard."""
    told = {_number_of(rounds, inspection): defect for inspection, defect in TOLD}
    chosen = _spread(rounds, told)
    for row in rounds.inspections:
        number = str(row["number"])
        if number in told:
            _find_one(rounds, row, told[number], told[number].places[0])
        elif number in chosen and (free := list(_free(rounds, row))):
            _find_one(rounds, row, *rounds.random.choice(free))


def _number_of(rounds: Rounds, inspection: tuple[str, str, str, int]) -> str:
    """Return the number of the first inspection of a kind, campus, area and month."""
    *told, month = inspection
    return next(
        str(row["number"])
        for row in rounds.inspections
        if [row["kind"], row["campus"], row["area"]] == told and _day(row, "date").month == month
    )


def _spread(rounds: Rounds, told: dict[str, Defect]) -> set[str]:
    """Choose further inspections that find something, of every kind as many as is likely."""
    chosen: set[str] = set()
    for kind, count in FOUND_BY.items():
        able = [
            str(row["number"])
            for row in rounds.inspections
            if row["kind"] == kind and row["result"] == "正常" and row["number"] not in told
        ]
        chosen.update(rounds.random.sample(able, count))
    return chosen


def _free(rounds: Rounds, row: Row) -> Iterator[tuple[Defect, str]]:
    """Yield what may be found where nothing of the kind was found lately."""
    recent = {
        hazard["place"]
        for hazard in rounds.hazards
        if (hazard["campus"], hazard["kind"]) == (row["campus"], row["area"])
        and _day(row, "date") - _day(hazard, "found") <= REPEAT
    }
    for defect in DEFECTS[str(row["area"])]:
        for place in defect.places:
            if place not in recent:
                yield defect, place


def _find_one(rounds: Rounds, row: Row, defect: Defect, place: str) -> None:
    found, campus, area = _day(row, "date"), str(row["campus"]), str(row["area"])
    hazard: Row = {
        "number": f"YH-{len(rounds.hazards) + 1:03}",
        "found": found,
        "campus": campus,
        "place": place,
        "kind": area,
        "description": defect.text,
        "grade": "一般隐患",
        "mode": "限期整改" if defect.days else "立即整改",
        "measure": defect.measure,
        "responsible": rounds.somebody(campus, MENDERS.get(area, "水电工")),
        "deadline": rounds.by(found + defect.days * DAY, campus),
        "inspection": row["number"],
    }
    if defect.money:
        hazard |= _major(rounds, defect, found, campus)
    elif defect.days and len(rounds.hazards) % PUT_OFF == 0:
        hazard |= _put_off(rounds, hazard)
    hazard |= _mended(rounds, hazard)
    row.update(place=place, result="不正常", defect=defect.text, measure=defect.measure)
    row.update(hazard=hazard["number"], recheck=_recheck(hazard))
    rounds.hazards.append(hazard)


def _major(rounds: Rounds, defect: Defect, found: date, campus: str) -> Row:
    """Return what a major hazard has besides: 五定 and the report upwards."""
    return {
        "grade": "重大隐患",
        "responsible": rounds.somebody(campus, "总务主任"),
        "money": defect.money,
        "plan": defect.plan,
        "note": f"{found.month}月{found.day}日书面上报区教育局",
    }


def _put_off(rounds: Rounds, hazard: Row) -> Row:
    """Return the later deadline of a hazard, who approved it and why."""
    campus = str(hazard["campus"])
    return {
        "extended_to": rounds.by(_day(hazard, "deadline") + LONGER, campus),
        "extended_by": rounds.somebody(campus, "总务主任"),
        "note": DELAYS[len(rounds.hazards) // PUT_OFF % len(DELAYS)],
    }


def _mended(rounds: Rounds, hazard: Row) -> Row:
    """Return how a hazard was mended by its deadline, or that this is still to come."""
    found, campus, due = _day(hazard, "found"), str(hazard["campus"]), _day(hazard, "deadline")
    begin = found + (due - found) // 3
    if "extended_to" in hazard:
        begin, due = due + DAY, _day(hazard, "extended_to")
    if due >= AS_OF and due > found:
        return {"status": "未整改" if found == AS_OF else "整改中", "closed": "未销号"}
    able = [day for day in days(begin, due) if rounds.calendar.is_working_day(day, campus)]
    finished = rounds.random.choice(able)
    verified = rounds.calendar.add_working_days(finished, int(finished > found), campus)
    if verified > AS_OF:
        return {"status": "已整改", "finished": finished, "closed": "未销号"}
    major = hazard["grade"] == "重大隐患"
    return {
        "finished": finished,
        "status": "已整改",
        "verifier": rounds.somebody(campus, "执行校长" if major else "安全干事"),
        "verified": verified,
        "closed": "已销号",
    }


def _recheck(hazard: Row) -> str | None:
    """Return what the second look showed, if there was one."""
    if "verified" not in hazard:
        return None
    day = _day(hazard, "verified")
    return f"{day.month}月{day.day}日复查，已整改"


def _day(row: Row, name: str) -> date:
    day = row[name]
    if not isinstance(day, date):
        raise TypeError(day)
    return day
