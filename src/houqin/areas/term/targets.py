"""What a goal wants its figure to be: a number, at least or at most, in the unit of the figure."""

import re
from dataclasses import dataclass
from decimal import Decimal

from houqin.areas.measures import COMPARISONS
from houqin.areas.school.defaults import plain_unit
from houqin.areas.school.readings import read_value
from houqin.areas.term.rows import Goal
from houqin.book import Book
from houqin.cells.doubts import Doubt
from houqin.cells.text import fold
from houqin.sections import Figure, Unit, Value

COMPARATORS = "比较"
AT_LEAST = ">="
_WRITTEN = re.compile(r"(?P<word>[^0-9.+-]*)(?P<number>.*)", re.DOTALL)
_PER_CENT, _YUAN, _DAY = "%", ("元", "万元"), "天"
_SCALES = {"万元": Decimal(10000)}
COUNTED = (Unit.COUNT, Unit.QUANTITY)
COMPARED = (*COUNTED, Unit.MONEY, Unit.RATE, Unit.DAYS)


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure is to be; without a comparator nobody can tell on which side of it."""

    number: Decimal
    comparator: str | None

    def is_met(self, actual: Value) -> bool | None:
        """Tell whether a figure meets it, None where that cannot be told."""
        if not isinstance(actual, Decimal | int):
            return None
        if self.comparator is None:
            return True if actual == self.number else None
        return COMPARISONS[self.comparator](actual, self.number)


def unit_fits(goal: Goal, figure: Figure) -> bool:
    """Tell whether a goal's unit is one in which its figure is counted.

    A blank one is that of the figure, but a rate says that it is one.
    """
    unit = unit_of(goal)
    if figure.unit is Unit.RATE:
        return unit in ("", _PER_CENT)
    if figure.unit is Unit.MONEY:
        return unit in ("", *_YUAN)
    if figure.unit is Unit.DAYS:
        return unit in ("", _DAY)
    return figure.unit in COUNTED and unit not in (_PER_CENT, *_YUAN)


def unit_of(goal: Goal) -> str:
    """Return a goal's unit in its one spelling; the sign of per cent may stand after the number."""
    stated = _PER_CENT if fold(goal.get("target") or "").endswith(_PER_CENT) else ""
    return plain_unit(goal.get("unit") or "") or stated


def target_of(goal: Goal, figure: Figure, book: Book) -> Target | None:
    """Return what a figure is to be, None where it cannot be told without a doubt."""
    parts = _WRITTEN.fullmatch(fold(goal.get("target") or ""))
    word, text = (parts["word"].strip(), parts["number"]) if parts else ("", "")
    unit = unit_of(goal)
    kind = "rate" if figure.unit is Unit.RATE else "number"
    number = read_value(kind, text, unit)
    comparator = _comparator(word, book) if word else goal.get("comparator")
    if not isinstance(number, Decimal) or comparator == "":
        return None
    usual = AT_LEAST if figure.unit is Unit.RATE else None
    return Target(number * _SCALES.get(unit, Decimal(1)), comparator or usual)


def _comparator(word: str, book: Book) -> str:
    """Return what a word before the number says, such as 不低于; nothing where it says nothing."""
    vocabulary = book.vocabularies.get(COMPARATORS)
    meant = vocabulary.read(word) if vocabulary else ""
    return "" if isinstance(meant, Doubt) else meant
