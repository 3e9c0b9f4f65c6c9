"""The score of each class and its place among the others.

Of one check the score is `property.full` less the deductions and plus the bonuses, 0 at
least; where several inspectors wrote of one thing, its points are their mean. Of several
checks of the period the score is the mean.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from houqin.areas.property.points import FULL
from houqin.areas.property.rows import PropertyCheck
from houqin.book import Book

ONE_PLACE = Decimal("0.1")
ZERO = Decimal(0)
Points = tuple[Decimal, Decimal]  # taken and given


@dataclass(frozen=True, slots=True)
class ClassScore:
    """A class, its score over the checks of the period, and its place."""

    class_: str
    campus: str | None
    score: Decimal
    taken: Decimal
    given: Decimal
    place: int = 0  # among all classes; equal scores share the better place
    place_at_campus: int = 0


def scores(book: Book) -> tuple[ClassScore, ...]:
    """Return the classes checked in the period, the best first."""
    found = [_score(book, class_, checks) for class_, checks in _checks(book).items()]
    placed = (
        ClassScore(
            each.class_,
            each.campus,
            each.score,
            each.taken,
            each.given,
            _place(each, found),
            _place(each, [other for other in found if other.campus == each.campus]),
        )
        for each in found
    )
    return tuple(sorted(placed, key=lambda each: (each.place, _in_order(each.class_))))


def _place(one: ClassScore, among: Sequence[ClassScore]) -> int:
    return 1 + sum(other.score > one.score for other in among)


def _in_order(class_: str) -> tuple[int, ...]:
    return tuple(map(int, class_.split(".")))


Checks = dict[date, dict[tuple[object, ...], list[Points]]]  # day -> thing -> who wrote what


def _checks(book: Book) -> dict[str, Checks]:
    """Return the points of each class by check and thing."""
    rows = book[PropertyCheck]
    fields = ("class_", "date", "item", "room", "deduction", "bonus")
    lines = list(zip(*(rows.column_or_blank(name) for name in fields), strict=True))
    found: dict[str, Checks] = {}
    for index in rows.judged("class_", "date", "item"):
        class_, day, item, room, taken, given = lines[index]
        if day in book.period and day <= book.as_of:
            things = found.setdefault(class_, {}).setdefault(day, {})
            things.setdefault((item, room), []).append((taken or ZERO, given or ZERO))
    return found


def _score(book: Book, class_: str, checks: Checks) -> ClassScore:
    campus = _campus(book, class_)
    totals = [(day, *_total(things.values())) for day, things in checks.items()]
    values = [max(_full(book, campus, day) - taken + given, ZERO) for day, taken, given in totals]
    taken = _mean([each for _, each, _ in totals])
    given = _mean([each for _, _, each in totals])
    return ClassScore(class_, campus, _rounded(_mean(values)), _rounded(taken), _rounded(given))


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(ONE_PLACE, ROUND_HALF_UP)


def _total(things: Iterable[list[Points]]) -> Points:
    """Return the points of a check: of each thing the mean of its inspectors."""
    taken = given = ZERO
    for written in things:
        taken += _mean([each[0] for each in written])
        given += _mean([each[1] for each in written])
    return taken, given


def _mean(values: Sequence[Decimal]) -> Decimal:
    return sum(values, ZERO) / len(values)


def _full(book: Book, campus: str | None, day: date) -> Decimal:
    return book.settings.number(FULL, campus, day) or ZERO


def _campus(book: Book, class_: str) -> str | None:
    rows = book[PropertyCheck]
    campuses = rows.column_or_blank("campus")
    return next(
        (
            campuses[index]
            for index, name in enumerate(rows.column("class_"))
            if name == class_ and campuses[index]
        ),
        None,
    )
