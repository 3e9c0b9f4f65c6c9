"""The demo's repairs: what the school's own people mended, and what firms did."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from random import Random

from houqin.master.demo.faults import (
    HAZARD_KINDS,
    IN_HOLIDAYS,
    JOBS,
    MENDED,
    OTHER_OFFERS,
    PRESSING,
    SPOTS,
    WAITED,
    Job,
    room_of,
)
from houqin.master.demo.goods import BY_ITEM
from houqin.master.demo.property_checks import damages, name_repairs
from houqin.master.demo.school import AS_OF, REOPENED, Staff
from houqin.master.demo.workshop import DAY, DEAR, Workshop, day_of, estimated, finish, reported_on
from houqin.master.term import Row, Term

OWN_JOBS, HAZARD_JOBS = 32, 13  # how many documents and hazards become repairs
LATE, WAIT = 12, 8  # one repair in so many waits for parts, so many days or more


def repairs(term: Term, people: tuple[Staff, ...], random: Random) -> dict[str, list[Row]]:
    """Return the ledger of repairs for the term up to the as-of day."""
    shop = Workshop(term, people, random)
    broken = damages(shop)
    _own_work(shop)
    _hazards(shop)
    for job in JOBS:
        _outside(shop, job, job.day)
    _just_reported(shop)
    ledger = sorted(shop.rows, key=lambda row: str(row["reported"]))
    for index, row in enumerate(ledger, 1):
        row["number"] = f"BX-{index:03}"
    name_repairs(term["property_checks"], broken)
    return {"repairs": ledger}


# ---------------------------------------------------------------- what the school mends itself


def _own_work(shop: Workshop) -> None:
    """Let some of the documents of spare parts be for repairs."""
    documents: dict[str, list[Row]] = {}
    for line in shop.term["stock_issues"]:
        if str(line["purpose"]).endswith("报修") and line["kind"] == "领用":
            documents.setdefault(str(line["number"]), []).append(line)
    for number in sorted(shop.random.sample(sorted(documents), OWN_JOBS)):
        _own_repair(shop, number, documents[number])


def _own_repair(shop: Workshop, number: str, lines: list[Row]) -> None:
    line, campus = lines[0], str(lines[0]["campus"])
    kind, fault = MENDED[str(line["name"])]
    taken = day_of(line["date"])
    waits = number.endswith(("5", "0")) and len(shop.rows) % LATE == 0
    reported = shop.before(taken, WAIT, campus) if waits else taken
    role, place = _spot(shop, str(line["purpose"]), campus, kind, reported)
    if place is None:
        return
    urgent = fault in PRESSING and not waits and shop.random.random() < 1 / 3
    reporter = role if role in _teachers(shop) else shop.who(campus, role)
    row = reported_on(shop, reported, campus, reporter)
    row |= {"place": place, "kind": kind, "description": fault}
    row |= {"urgency": "紧急" if urgent else "一般", "in_house": True, "materials": number}
    row |= {"repairer": line["person"], "cost": _cost(lines)}
    if waits or shop.random.random() < 1 / 2:
        row |= estimated(shop, row, Decimal(int(_cost(lines) * 2) // 10 * 10 + 60))
    ended = taken if urgent or waits else shop.after(taken, shop.random.randint(0, 2), campus)
    if waits:
        row["note"] = shop.random.choice(WAITED)
    finish(shop, row, max(ended, taken))
    shop.rows.append(row)


def _spot(
    shop: Workshop, purpose: str, campus: str, kind: str, day: date
) -> tuple[str, str | None]:
    """Return who reports and where it is, nowhere if the same broke at all places lately."""
    rooms = _class_rooms(shop, campus)
    if purpose != "教室报修":
        role, places = SPOTS[purpose]
        pairs = [(role, place) for place in places]
    elif day < REOPENED:
        pairs = [(IN_HOLIDAYS[0], place) for place in IN_HOLIDAYS[1]]
    else:
        pairs = [(teacher, place) for place, teacher in rooms.items()]
    free = [pair for pair in pairs if shop.is_free(campus, pair[1], kind, day)]
    return shop.random.choice(free) if free else ("", None)


def _class_rooms(shop: Workshop, campus: str) -> dict[str, str]:
    """Return the form teacher of each class room of a campus."""
    return {
        room_of(str(row["class_"])): str(row["teacher"])
        for row in shop.term["classes"]
        if row["campus"] == campus
    }


def _teachers(shop: Workshop) -> set[str]:
    return {str(row["teacher"]) for row in shop.term["classes"]}


def _cost(lines: list[Row]) -> Decimal:
    """Return what the things fetched cost."""
    return sum(
        (int(str(each["quantity"])) * Decimal(BY_ITEM[str(each["item"])].price) for each in lines),
        Decimal(0),
    )


# ---------------------------------------------------------------- what firms mend


def _outside(shop: Workshop, job: Job, day: date, **more: object) -> Row:
    """Write a repair by a firm."""
    row = reported_on(shop, day, job.campus, shop.who(job.campus, job.role))
    row |= {"place": job.place, "kind": job.kind, "description": job.fault, "in_house": False}
    row |= {"urgency": "紧急" if job.urgent else "一般", "supplier": job.firm}
    row |= dict(_offers(job))
    ended = day if job.urgent else shop.after(day, shop.random.randint(1, 3), job.campus)
    row |= estimated(shop, row, Decimal(job.price + job.price // 50 * 5))
    row |= {"repairer": job.firm, **more}
    finish(shop, row, _hazard_end(more) if "hazard" in more else ended)
    if row.get("finished"):
        row["cost"] = Decimal(job.price)
    if job.urgent:
        row["approved"] = shop.after(ended, shop.random.randint(0, 2), job.campus)
    _pay(shop, row)
    shop.rows.append(row)
    return row


def _hazard_end(more: Row) -> date | None:
    """Return the day on which a hazard was put right, None while it is open."""
    return None if more["finished"] is None else day_of(more["finished"])


def _offers(job: Job) -> Iterator[tuple[str, object]]:
    """Yield the offers that were asked for."""
    if job.others:
        for index, (firm, price) in enumerate(((job.firm, job.price), *job.others), 1):
            yield f"bidder_{index}", firm
            yield f"quote_{index}", Decimal(price)
        if job.reason:
            yield "reason", job.reason


def _hazards(shop: Workshop) -> None:
    """Let some hazards be mended as repairs."""
    able = [
        hazard
        for hazard in shop.term["hazards"]
        if hazard["kind"] in HAZARD_KINDS
        and hazard["mode"] == "限期整改"
        and (hazard["status"] == "已整改" or AS_OF - day_of(hazard["found"]) <= 2 * DAY)
    ]
    dear = [hazard for hazard in able if hazard.get("money")]
    others = [hazard for hazard in able if not hazard.get("money")]
    wanted = shop.random.sample(others, min(len(others), HAZARD_JOBS - len(dear)))
    for hazard in (each for each in able if each in dear or each in wanted):
        _hazard(shop, hazard)


def _hazard(shop: Workshop, hazard: Row) -> None:
    campus, place = str(hazard["campus"]), str(hazard["place"])
    kind, firm, price = HAZARD_KINDS[str(hazard["kind"])]
    money = int(str(hazard.get("money") or 0))
    found, finished = day_of(hazard["found"]), hazard.get("finished")
    long = money or finished is None
    reported = found if long else max(found, shop.before(day_of(finished), 4, campus))
    if not shop.is_free(campus, place, kind, reported):
        return
    others = tuple((each, money + 800 * n) for n, each in enumerate(OTHER_OFFERS, 1))
    fault = str(hazard["description"])
    price = money or price
    job = Job(reported, campus, "安全干事", place, kind, fault, firm, price)
    if money >= DEAR:
        job = Job(reported, campus, "安全干事", place, kind, fault, firm, price, others=others)
    more: Row = {"hazard": hazard["number"], "finished": finished}
    if money:
        more["note"] = "按重大隐患整改方案分段施工"
    _outside(shop, job, reported, **more)


def _pay(shop: Workshop, row: Row) -> None:
    """Reimburse what was accepted, some days later."""
    if "accepted" not in row:
        return
    row["invoice"] = str(shop.random.randint(10**7, 10**8 - 1))
    paid = shop.after(day_of(row["accepted"]), shop.random.randint(3, 8), str(row["campus"]))
    if paid <= AS_OF:
        row["reimbursed"] = paid


def _just_reported(shop: Workshop) -> None:
    """Let one repair at each campus have come in on the last day."""
    for campus, place in (("本部", "教学楼二层饮水处"), ("东园", "音乐教室")):
        row = reported_on(shop, AS_OF, campus, shop.who(campus, "安全干事"))
        row |= {"place": place, "kind": "其他", "description": "直饮水机不出水", "urgency": "一般"}
        row |= {"received": None, "status": "待受理"}
        if place == "音乐教室":
            row["description"] = "窗帘滑轨脱落"
        shop.rows.append(row)
