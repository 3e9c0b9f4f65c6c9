"""The rules between property checks and repairs: what is broken is reported, and found again there."""

from collections.abc import Iterator

from houqin.areas.makers import day_of, known_in, numbers_in
from houqin.areas.property.rows import PropertyCheck
from houqin.areas.repairs.rows import Repair
from houqin.book import Book
from houqin.cells.text import unspaced
from houqin.problems import Both, Hit, Severity
from houqin.rows import NotJudged
from houqin.rules import Rule, book_rule, row_rule

SOURCE = "损坏的校产校具报修"

repair_exists = known_in(
    "PRO-19",
    PropertyCheck,
    "repair",
    Repair,
    "number",
    ("校产检查所写的报修单在维修表中", "A repair that a property check names is on 维修."),
    split=numbers_in,
    source=SOURCE,
)


def repairs_by_number(book: Book) -> dict[str, Repair]:
    """Return the first repair of each number."""
    found: dict[str, Repair] = {}
    for row in book[Repair]:
        if row.get("number"):
            found.setdefault(row.number, row)
    return found


@book_rule(
    "PRO-20",
    "所写的报修单与本班的校区、房间和检查日期相符",
    needs=(PropertyCheck, Repair),
    zh=("报修单 {repair} {why}", "请核对报修单号"),
    en=("the repair {repair} {why_en}", "check its number"),
    source=SOURCE,
)
def repair_fits(book: Book) -> Iterator[Hit]:
    """A repair that a property check names is of its campus and room, and not from before it."""
    rows, repairs = book[PropertyCheck], repairs_by_number(book)
    named = rows.column("repair")
    for index in rows.judged("repair"):
        for number in numbers_in(named[index]):
            repair = repairs.get(number)
            why = _misfit(rows[index], repair) if repair else None
            if repair and why:
                at = (repair.at("place"),)
                shown = {"repair": number, "why": why.zh, "why_en": why.en}
                yield rows.hit(index, "repair", related=at, **shown)


def _misfit(row: PropertyCheck, repair: Repair) -> Both | None:
    """Say why a repair cannot be of this room, None where it can, or where it is in doubt."""
    try:
        return next(_misfits(row, repair), None)
    except NotJudged:
        return None


def _misfits(row: PropertyCheck, repair: Repair) -> Iterator[Both]:
    if repair.campus != row.campus:
        yield Both(f"在{repair.campus}", f"is at {repair.campus}")
    room = row.get("room")
    if room and not _is_at(repair.place, room):
        yield Both(f"的地点是“{repair.place}”，不是{room}", f"is at {repair.place}, not {room}")
    reported = day_of(repair.reported)
    if reported < row.date:
        yield Both(f"{reported} 报修，早于检查日期", f"is of {reported}, before this check")


def _is_at(place: str, room: str) -> bool:
    """Tell whether one of two places is a part of the other as written."""
    one, other = unspaced(place), unspaced(room)
    return one in other or other in one


@row_rule(
    "PRO-21",
    PropertyCheck,
    "损坏的物品已报修",
    zh=("损坏 {damaged}，没有报修单号", "请报修并填报修单号"),
    en=("{damaged} broken, but not reported as a repair", "report it and fill in its number"),
    source=SOURCE,
    severity=Severity.WARNING,
)
def damage_is_reported(row: PropertyCheck, book: Book) -> Iterator[Hit]:  # noqa: ARG001
    """What is broken is reported as a repair."""
    if row.damaged and row.repair is None:
        yield row.hit("repair", related=(row.at("damaged"),), damaged=row.damaged)


RULES: tuple[Rule, ...] = (repair_exists, repair_fits, damage_is_reported)
