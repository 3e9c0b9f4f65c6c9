"""How each ledger goes over into the next term's workbook."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from houqin.areas.safety.deadlines import CLOSED
from houqin.book import Book
from houqin.rows import SheetRow

Stays = Callable[[SheetRow, Book], bool]


class Way(Enum):
    """How the rows of a ledger go over."""

    ALL = auto()
    SOME = auto()  # those that are still going on
    OPENING = auto()  # as opening balances
    SETTINGS = auto()  # with another term
    NONE = auto()  # what the term did stays in its own workbook


@dataclass(frozen=True, slots=True)
class Carry:
    """How one ledger goes over."""

    way: Way
    stays: Stays | None = None  # of SOME
    without: tuple[str, ...] = ()  # fields that the next term fills anew
    noted: tuple[str, ...] = ()  # fields that name rows of ledgers that begin anew; kept as 备注


def is_blank(field: str) -> Stays:
    """Return the test that a day has not come yet: blank, or after the as-of date."""

    def has_not_come(row: SheetRow, book: Book) -> bool:
        day = row.get(field)
        return not isinstance(day, date) or day > book.as_of

    return has_not_come


def is_not_closed(row: SheetRow, book: Book) -> bool:
    """Tell whether a hazard was not closed by the as-of date."""
    closed = book.group("销号状态", row.get("closed")) == CLOSED
    return not closed or (row.get("verified") or date.min) > book.as_of


ALL, NONE = Carry(Way.ALL), Carry(Way.NONE)
CARRIED: Mapping[str, Carry] = {
    "settings": Carry(Way.SETTINGS),
    "campuses": ALL,
    "people": Carry(Way.SOME, is_blank("left")),
    "classes": ALL,
    "calendar": NONE,
    "lists": ALL,
    "standards": ALL,
    "inspections": NONE,
    "hazards": Carry(Way.SOME, is_not_closed, noted=("inspection",)),
    "equipment": ALL,
    "items": ALL,
    "receipts": Carry(Way.OPENING),
    "stock_issues": NONE,
    "counts": NONE,
    "reserve_standards": ALL,
    "approval_levels": ALL,
    "purchases": NONE,
    "budgets": ALL,
    "posts": ALL,
    "roster": NONE,
    "leave": NONE,
    "visitors": NONE,
    "survey_questions": Carry(Way.ALL, without=("asked", "population")),
    "survey_answers": NONE,
    "diseases": ALL,
    "repairs": Carry(Way.SOME, is_blank("accepted"), noted=("materials",)),
    "health_checks": NONE,
    "sick_absences": NONE,
    "training_needs": ALL,
    "trainings": NONE,
    "safety_lessons": NONE,
    "property_checks": NONE,
    "appraisals": NONE,
    "welfare": NONE,
    "honours": NONE,
    "goals": NONE,
    "shortcomings": NONE,
}


def carry_of(model: type[SheetRow]) -> Carry:
    """Return how a ledger goes over; one that nobody declared begins anew."""
    return CARRIED.get(model.ledger.key, NONE)
