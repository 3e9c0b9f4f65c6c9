"""What the summary tells of fire equipment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from houqin.areas.measures import Measure, campuses
from houqin.areas.safety.equipment import serves, service_due
from houqin.areas.safety.rows import MODELS, Equipment
from houqin.book import Book
from houqin.problems import Both
from houqin.rows import NotJudged
from houqin.sections import Section, Unit

MOST_LAPSED = "equipment.most_lapsed"


@dataclass(frozen=True, slots=True)
class Piece:
    """What the figures need of one piece of equipment in use, as of the as-of date."""

    campus: str | None
    is_expired: bool
    is_unserviced: bool


def pieces(book: Book) -> tuple[Piece, ...]:
    """Return the pieces of equipment in use; a contract is none."""
    in_use = (row for row in book[Equipment] if _holds(serves, row, book))
    return tuple(
        Piece(
            row.get("campus"),
            _holds(_is_expired, row, book),
            _holds(_is_unserviced, row, book),
        )
        for row in in_use
    )


def _holds(test: Callable[[Equipment, Book], bool], row: Equipment, book: Book) -> bool:
    """Tell whether something is so, False where a cell that it rests on cannot be judged."""
    try:
        return test(row, book)
    except NotJudged:
        return False


def _is_expired(row: Equipment, book: Book) -> bool:
    return row.expires is not None and row.expires < book.as_of


def _is_unserviced(row: Equipment, book: Book) -> bool:
    due = service_due(row, book)
    return due is not None and due < book.as_of


def _in_use(facts: Sequence[Piece]) -> int:
    return len(facts)


def _expired(facts: Sequence[Piece]) -> int:
    return sum(each.is_expired for each in facts)


def _unserviced(facts: Sequence[Piece]) -> int:
    return sum(each.is_unserviced for each in facts)


EQUIPMENT = (
    Measure(
        "equipment.in_use",
        Both("在用消防设备", "Fire equipment in use"),
        Unit.COUNT,
        _in_use,
        Both(
            "消防设备：状态不是停用的行数，维保合同不计",
            "消防设备: rows not out of use, contracts left out",
        ),
    ),
    Measure(
        "equipment.expired",
        Both("过期设备", "Expired equipment"),
        Unit.COUNT,
        _expired,
        Both(
            "消防设备：在用而有效期至早于统计日期的行数",
            "消防设备: rows in use whose 有效期至 is before the as-of date",
        ),
        MOST_LAPSED,
    ),
    Measure(
        "equipment.unserviced",
        Both("未按期维保设备", "Equipment not serviced in time"),
        Unit.COUNT,
        _unserviced,
        Both(
            "消防设备：在用，且上次维保日期（没有则生产日期）加维保周期（本行或参数“消防设备维保周期”）"
            "早于统计日期的行数",
            "消防设备: rows in use whose 上次维保日期 (else 生产日期) plus the service interval "
            "(the row's, else equipment.service_days on 参数) is before the as-of date",
        ),
        MOST_LAPSED,
    ),
)


def equipment_part(book: Book) -> Section:
    """Return the part of the summary that 消防设备 gives."""
    facts, where = pieces(book), campuses(book, MODELS)
    figures = tuple(measure.figure(facts, where, book) for measure in EQUIPMENT)
    return Section("equipment", Both("消防设备", "Fire equipment"), figures)
