"""The people of rosters and leaves: known, and on the staff on the day."""

from collections.abc import Iterator, Mapping

from houqin.areas.duty.rows import Duty, Leave
from houqin.areas.lines import Lines, lines_rule
from houqin.areas.makers import UNKNOWN_EN, UNKNOWN_ZH
from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import NAMED, not_listed, on_staff
from houqin.book import Book
from houqin.problems import Hit
from houqin.rows import SheetRow
from houqin.rules import Rule

FIELDS: Mapping[type[SheetRow], tuple[str, ...]] = {
    Duty: ("people", "leader", "substitute"),
    Leave: ("person", "deputy"),
}


@lines_rule(
    "DUT-13",
    (Duty, Leave),
    "值班、带班、替岗、请假和代理的人在人员表中",
    zh=UNKNOWN_ZH,
    en=UNKNOWN_EN,
    needs=(PersonRow,),
    **NAMED,
)
def those_named_are_known(rows: Lines, book: Book) -> Iterator[Hit]:
    """Whoever is on duty, leads, stands in or is on leave is on the staff list."""
    for field in FIELDS[rows.model]:
        yield from not_listed(rows, field, book)


there_that_day = on_staff(
    "DUT-14",
    {
        Duty: (("people", "date"), ("leader", "date"), ("substitute", "date")),
        Leave: (("person", "start"), ("deputy", "start")),
    },
    (
        "值班和请假的人当天在岗",
        "Whoever is on duty or on leave was on the staff on that day.",
    ),
)

RULES: tuple[Rule, ...] = (those_named_are_known, there_that_day)
