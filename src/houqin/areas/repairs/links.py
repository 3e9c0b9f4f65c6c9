"""The rules between repairs and hazards: what a repair mends is on 隐患台账, and both end together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from houqin.areas.makers import day_of, known_in, numbers_in
from houqin.areas.repairs.route import is_cancelled
from houqin.areas.repairs.rows import Repair
from houqin.areas.safety.rows import Hazard
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rows import Rows
from houqin.rules import Rule, book_rule

SOURCE = "隐患台账与维修互相对应"
DONE = "完成"  # 归类 of a 整改状态


@dataclass(frozen=True, slots=True)
class Mending:
    """A repair and the hazard that it names, both by their index."""

    repair: int
    hazard: int


def by_number(rows: Rows[Any]) -> Mapping[str, int]:
    """Return the first row of each number."""
    found: dict[str, int] = {}
    for index, number in enumerate(rows.column("number")):
        if number is not None:
            found.setdefault(number, index)
    return found


def mendings(book: Book) -> Iterator[Mending]:
    """Yield each repair with each hazard that it names, those called off left out."""
    repairs, hazards = book[Repair], by_number(book[Hazard])
    named = repairs.column("hazard")
    for index in repairs.judged("hazard"):
        for number in numbers_in(named[index]):
            if number in hazards and not is_cancelled(repairs[index], book):
                yield Mending(index, hazards[number])


hazard_exists = known_in(
    "REP-29",
    Repair,
    "hazard",
    Hazard,
    "number",
    ("维修所写的隐患在隐患台账中", "A hazard that a repair names is on 隐患台账."),
    split=numbers_in,
    source=SOURCE,
)


@book_rule(
    "REP-30",
    "维修所写的隐患与本次报修的校区和日期相符",
    needs=(Repair, Hazard),
    zh=(
        "隐患 {hazard} 是 {found} 在{there}发现的，本次报修是 {day} 在{here}",
        "请核对隐患编号、日期和校区",
    ),
    en=(
        "hazard {hazard} was found on {found} at {there}, this was reported on {day} at {here}",
        "check the number of the hazard, the dates and the campuses",
    ),
    source=SOURCE,
)
def hazard_fits(book: Book) -> Iterator[Hit]:
    """A repair is at the campus of the hazard that it mends, and not before that was found."""
    repairs, hazards = book[Repair], book[Hazard]
    able = set(repairs.judged("reported", "campus"))
    can_be_judged = set(hazards.judged("found", "campus"))
    for each in mendings(book):
        if each.repair in able and each.hazard in can_be_judged and _misfits(book, each):
            row, hazard = repairs[each.repair], hazards[each.hazard]
            yield row.hit(
                "hazard",
                related=(hazard.at("found"), hazard.at("campus")),
                hazard=hazard.number,
                found=hazard.found,
                there=hazard.campus,
                day=day_of(row.reported),
                here=row.campus,
            )


def _misfits(book: Book, each: Mending) -> bool:
    row, hazard = book[Repair][each.repair], book[Hazard][each.hazard]
    return bool(row.campus != hazard.campus or day_of(row.reported) < hazard.found)


@book_rule(
    "REP-31",
    "维修已完成的隐患写明已整改",
    needs=(Repair, Hazard),
    zh=("维修 {repairs} 已完成，这里还是“{value}”", "请核对现场，填整改完成日期并改选状态"),
    en=("{repairs} is finished, but the hazard is {value}", "look at it and fill in its end"),
    source=SOURCE,
    severity=Severity.WARNING,
)
def mended_hazard_is_done(book: Book) -> Iterator[Hit]:
    """A hazard is put right when all its repairs are finished."""
    repairs, hazards = book[Repair], book[Hazard]
    misfits = {each for each in mendings(book) if not _can_compare(book, each)}
    found: dict[int, list[int]] = {}
    for each in mendings(book):
        found.setdefault(each.hazard, []).append(each.repair)
    for hazard, indexes in found.items():
        doubted = any(Mending(index, hazard) in misfits for index in indexes)
        finished = all(_end(book, index) for index in indexes)
        if finished and not doubted and _is_open(hazards[hazard], book):
            numbers = tuple(repairs.key(index) for index in indexes)
            at = tuple(repairs.place(index, "finished") for index in indexes)
            yield hazards.hit(hazard, "status", related=at, repairs=numbers)


def _can_compare(book: Book, each: Mending) -> bool:
    """Tell whether nothing about the two is told already."""
    repairs, hazards = book[Repair], book[Hazard]
    if any(each.repair in repairs.unjudged.get(name, ()) for name in ("finished", "campus")):
        return False
    if any(each.hazard in hazards.unjudged.get(name, ()) for name in ("finished", "status")):
        return False
    return bool(repairs[each.repair].get("campus") == hazards[each.hazard].get("campus"))


def _end(book: Book, index: int) -> date | None:
    """Return the day on which a repair was finished, None while it is not."""
    moment = book[Repair].column("finished")[index]
    return day_of(moment) if moment and day_of(moment) <= book.as_of else None


def _is_open(hazard: Hazard, book: Book) -> bool:
    done = book.group("整改状态", hazard.get("status")) == DONE
    return not done and hazard.get("finished") is None


@book_rule(
    "REP-32",
    "隐患整改完成时它的维修已完成",
    needs=(Repair, Hazard),
    zh=(
        "隐患 {hazard} 写明 {done} 已整改，维修{said}",
        "请核对两边的完成日期",
    ),
    en=("hazard {hazard} was put right on {done}, but the repair {said_en}", "check both days"),
    source=SOURCE,
    severity=Severity.WARNING,
)
def repair_ends_with_its_hazard(book: Book) -> Iterator[Hit]:
    """The repairs of a hazard are finished when it is put right."""
    repairs, hazards = book[Repair], book[Hazard]
    for each in mendings(book):
        done, end = hazards.column("finished")[each.hazard], _end(book, each.repair)
        if done is None or done > book.as_of or not _can_compare(book, each):
            continue
        if end is None or end > done:
            said = (f"到 {end} 才完成", f"on {end}") if end else ("还没有完成", "is not finished")
            hazard = hazards[each.hazard]
            yield repairs.hit(
                each.repair,
                "finished",
                related=(hazard.at("finished"),),
                hazard=hazards.key(each.hazard),
                done=done,
                said=said[0],
                said_en=said[1],
            )


RULES: tuple[Rule, ...] = (
    hazard_exists,
    hazard_fits,
    mended_hazard_is_done,
    repair_ends_with_its_hazard,
)
