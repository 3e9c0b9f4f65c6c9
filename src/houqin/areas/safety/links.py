"""The rules between inspections and hazards: what one names, the other names too."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from houqin.areas.makers import known_in
from houqin.areas.safety.rows import Hazard, Inspection
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rows import Rows
from houqin.rules import Rule, book_rule

SOURCE = "检查记录与隐患台账互相对应"


@dataclass(frozen=True, slots=True)
class Links:
    """Which numbers the rows of the two sheets name; a row is known by its index."""

    hazards_of: Mapping[int, tuple[str, ...]]  # inspection -> the hazards that it names
    inspections_of: Mapping[int, tuple[str, ...]]  # hazard -> the inspections that it names
    naming: Mapping[str, list[int]]  # number of a hazard -> the inspections that name it
    hazard: Mapping[str, int]  # by number
    inspection: Mapping[str, int]  # by number

    def is_settled(self, inspection: int) -> bool:
        """Tell whether what an inspection names is told already, or is right as it is."""
        names = self.hazards_of[inspection]
        if any(name not in self.hazard for name in names):
            return True
        back = (self.inspections_of.get(self.hazard[name], ()) for name in names)
        return any(self.inspection.get(name) == inspection for named in back for name in named)


def links(book: Book) -> Links:
    """Collect what inspections and hazards say of each other; a cell in doubt says nothing."""
    inspections, hazards = book[Inspection], book[Hazard]
    hazards_of, naming = _named(inspections, "hazard"), dict[str, list[int]]()
    for index, names in hazards_of.items():
        for name in names:
            naming.setdefault(name, []).append(index)
    inspections_of = _named(hazards, "inspection")
    return Links(hazards_of, inspections_of, naming, _by_number(hazards), _by_number(inspections))


def unlisted_hazards(found: Links) -> Mapping[int, list[str]]:
    """Return the inspections that fail to name a hazard that names them, and which.

    A hazard that some other inspection names is left out: there the hazard is wrong.
    """
    unlisted: dict[int, list[str]] = {}
    for number, hazard in found.hazard.items():
        for name in () if number in found.naming else found.inspections_of.get(hazard, ()):
            inspection = found.inspection.get(name)
            if inspection is None or inspection not in found.hazards_of:
                continue
            if not found.is_settled(inspection):
                unlisted.setdefault(inspection, []).append(number)
    return unlisted


def _named(rows: Rows[Any], field: str) -> dict[int, tuple[str, ...]]:
    column = rows.column(field)
    return {index: _numbers_in(column[index]) for index in rows.judged(field)}


def _numbers_in(text: str | None) -> tuple[str, ...]:
    """Return the numbers in a cell: none, one, or several parted by commas."""
    return tuple(part for part in re.split("[、,;]", text or "") if part)


def _by_number(rows: Rows[Any]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for index, number in enumerate(rows.column("number")):
        if number is not None:
            found.setdefault(number, index)
    return found


hazard_exists = known_in(
    "INS-09",
    Inspection,
    "hazard",
    Hazard,
    "number",
    ("检查记录所写的隐患在隐患台账中", "A hazard that an inspection names is on 隐患台账."),
    split=_numbers_in,
    source=SOURCE,
)


@book_rule(
    "INS-10",
    "检查记录所写的隐患与本次检查的校区和日期相符",
    needs=(Inspection, Hazard),
    zh=(
        "隐患 {hazard} 是 {found} 在{there}发现的，本次检查是 {date} 在{here}",
        "请核对隐患编号、日期和校区",
    ),
    en=(
        "hazard {hazard} was found on {found} at {there}, this inspection was on {date} at {here}",
        "check the number of the hazard, the dates and the campuses",
    ),
    source=SOURCE,
)
def hazard_fits(book: Book) -> Iterator[Hit]:
    """A hazard that an inspection names was found at its campus, and not at another time."""
    found = links(book)
    unlisted = unlisted_hazards(found)
    for index, number in _misfits(book, found):
        if index not in unlisted:
            row, hazard = book[Inspection][index], book[Hazard][found.hazard[number]]
            yield row.hit(
                "hazard",
                related=(hazard.at("found"), hazard.at("campus")),
                hazard=number,
                found=hazard.found,
                there=hazard.campus,
                date=row.date,
                here=row.campus,
            )


def _misfits(book: Book, found: Links) -> Iterator[tuple[int, str]]:
    """Yield the inspections and the hazards that they name, where these cannot belong together."""
    can_judge = set(book[Inspection].judged("date", "campus"))
    can_be_judged = set(book[Hazard].judged("found", "campus"))
    for number, indexes in found.naming.items():
        hazard = found.hazard.get(number)
        if hazard in can_be_judged:
            for index in indexes:
                if index in can_judge and not _fits(book, found, index, hazard):
                    yield index, number


def _fits(book: Book, found: Links, inspection: int, hazard: int) -> bool:
    """Tell whether an inspection may name a hazard: the one that found it, or a later one."""
    row, named = book[Inspection][inspection], book[Hazard][hazard]
    finders = found.inspections_of.get(hazard, ())
    if row.get("campus") != named.get("campus"):
        return False
    if row.get("number") in finders:
        return bool(named.found >= row.date)
    return not finders or bool(named.found <= row.date)


@book_rule(
    "INS-11",
    "检查发现的隐患在检查记录里写有编号",
    needs=(Inspection, Hazard),
    zh=("隐患台账写明本次检查发现了 {hazards}，这里没有写", "请填写隐患编号，或改正台账的检查编号"),
    en=(
        "the hazard ledger says that this inspection found {hazards}, which is not named here",
        "enter the number, or correct the hazard's inspection",
    ),
    source=SOURCE,
    severity=Severity.WARNING,
)
def finding_is_named(book: Book) -> Iterator[Hit]:
    """An inspection names the hazards that say that it found them."""
    found = links(book)
    rows, hazards = book[Inspection], book[Hazard]
    for index, numbers in unlisted_hazards(found).items():
        at = tuple(hazards.place(found.hazard[number], "inspection") for number in numbers)
        yield rows.hit(index, "hazard", related=at, hazards=tuple(numbers))


inspection_exists = known_in(
    "INS-12",
    Hazard,
    "inspection",
    Inspection,
    "number",
    ("隐患台账所写的检查在检查记录中", "An inspection that a hazard names is on 检查记录."),
    split=_numbers_in,
    source=SOURCE,
)


@book_rule(
    "INS-13",
    "隐患台账写有发现隐患的检查编号",
    needs=(Inspection, Hazard),
    zh=(
        "检查 {inspection} 写明发现了本隐患，这里没有写它",
        "请填写检查编号，或改正检查记录的隐患编号",
    ),
    en=(
        "inspection {inspection} says that it found this hazard, and is not named here",
        "enter its number, or correct the hazard that it names",
    ),
    source=SOURCE,
    severity=Severity.WARNING,
)
def finder_is_named(book: Book) -> Iterator[Hit]:
    """A hazard names an inspection that says that it found it."""
    found = links(book)
    misfits = set(_misfits(book, found))
    rows, hazards = book[Inspection], book[Hazard]
    numbers = rows.column("number")
    for number, indexes in found.naming.items():
        fitting = [i for i in indexes if numbers[i] and (i, number) not in misfits]
        hazard = found.hazard.get(number)
        if fitting and hazard is not None and _names_none_of(found, hazard, indexes):
            at = (rows.place(fitting[0], "hazard"),)
            yield hazards.hit(hazard, "inspection", related=at, inspection=numbers[fitting[0]])


def _names_none_of(found: Links, hazard: int, naming: list[int]) -> bool:
    """Tell whether a hazard names only inspections that surely do not name it."""
    if hazard not in found.inspections_of:
        return False
    named = [found.inspection.get(name) for name in found.inspections_of[hazard]]
    return all(index in found.hazards_of and index not in naming for index in named)


RULES: tuple[Rule, ...] = (
    hazard_exists,
    hazard_fits,
    finding_is_named,
    inspection_exists,
    finder_is_named,
)
