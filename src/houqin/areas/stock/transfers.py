"""The rules about transfers: what one campus moved out, another moved in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from houqin.areas.lines import Lines
from houqin.areas.stock.documents import DOCUMENTS, kinds
from houqin.areas.stock.identity import unit_meant
from houqin.areas.stock.items import catalogue, items_meant
from houqin.areas.stock.ledger import ZERO
from houqin.areas.stock.rows import Receipt, StockIssue
from houqin.book import Book
from houqin.problems import Hit
from houqin.rules import Rule, book_rule

MOVED_IN, MOVED_OUT = "调入", "调出"
TRANSFER = "调拨：一张单据在调出、调入两边各登记一次"


@book_rule(
    "STK-20",
    "调出和调入成对登记",
    needs=DOCUMENTS,
    zh=("{kind} {what} 没有对应的{other}", "请核对单号和物品，或补登另一边"),
    en=("{kind} {what} has no matching {other}", "check number and item, or enter the other side"),
    source=TRANSFER,
)
def transfer_has_two_sides(book: Book) -> Iterator[Hit]:
    """What is moved out of one campus is moved into another, under one document number."""
    out, into = _transfers(book)
    for side, other in ((out, into), (into, out)):
        for line, field, what in side.unmatched(other):
            yield side.rows.hit(line, field, kind=side.kind, what=what, other=other.kind)


@book_rule(
    "STK-21",
    "调出和调入的数量相等",
    needs=DOCUMENTS,
    zh=("调入{name} {into}，调出 {out}", "请改正其中一边的数量"),
    en=("{into} of {name} moved in, but {out} moved out", "correct one of the two quantities"),
    source=TRANSFER,
)
def transfer_quantities_agree(book: Book) -> Iterator[Hit]:
    """A transfer moves in as much of an item as it moved out."""
    out, into = _transfers(book)
    for number in out.lines.keys() & into.lines.keys() - out.unclear - into.unclear:
        for item in out.lines[number].keys() & into.lines[number].keys():
            sent, came = out.total(book, number, item), into.total(book, number, item)
            if sent and came and sent[1] == came[1] and sent[0] != came[0]:
                first, other = into.lines[number][item][0], out.lines[number][item][0]
                shown = {"name": into.rows.column_or_blank("name")[first]}
                shown |= {"into": came[0], "out": sent[0]}
                related = (out.rows.place(other, "quantity"),)
                yield into.rows.hit(first, "quantity", related=related, **shown)


@book_rule(
    "STK-22",
    "调出和调入的校区不同",
    needs=DOCUMENTS,
    zh=("调拨单 {number} 从“{value}”调入了同一校区", "请改正调出或调入的校区"),
    en=("{number} moves goods from {value} to the same campus", "correct one of the two campuses"),
    source=TRANSFER,
)
def transfer_changes_campus(book: Book) -> Iterator[Hit]:
    """A transfer goes from one campus to another."""
    out, into = _transfers(book)
    for number in out.lines.keys() & into.lines.keys():
        line, other = into.first(number), out.first(number)
        campus = into.rows.column("campus")[line]
        if campus is not None and campus == out.rows.column("campus")[other]:
            related = (out.rows.place(other, "campus"),)
            yield into.rows.hit(line, "campus", related=related, number=number)


@dataclass(frozen=True)
class _Transfers:
    """One side of the transfers: the lines of each item by the document's number."""

    rows: Lines
    kind: str
    lines: Mapping[str, Mapping[str, Sequence[int]]]
    unclear: frozenset[str]  # numbers with a line of which kind or item is in doubt

    @classmethod
    def of(cls, book: Book, model: type[Receipt] | type[StockIssue]) -> "_Transfers":
        """Find the lines of 调入 on 入库, or of 调出 on 领用."""
        rows: Lines = book[model]
        kind = MOVED_IN if model is Receipt else MOVED_OUT
        items, its_kind = items_meant(book, rows.model), kinds(rows)
        listed, no_kind = catalogue(book), rows.unjudged.get("kind", ())
        lines: dict[str, dict[str, list[int]]] = {}
        unclear = set()
        numbers = rows.column("number")
        for index in rows.judged("number"):
            number, item = numbers[index], items[index]
            if index in no_kind:
                unclear.add(number)
            elif its_kind[index] == kind:
                lines.setdefault(number, {}).setdefault(item or "", []).append(index)
                if item is None or (listed and item not in listed.by_number):
                    unclear.add(number)
        return cls(rows, kind, lines, frozenset(unclear))

    def first(self, number: str) -> int:
        """Return the first line of a document."""
        return min(line for lines in self.lines[number].values() for line in lines)

    def unmatched(self, other: "_Transfers") -> Iterator[tuple[int, str, str]]:
        """Yield the line, the field and the name of what the other side lacks."""
        for number, items in self.lines.items():
            if number in other.unclear:
                continue
            if number not in other.lines:
                yield self.first(number), "number", number
            elif number not in self.unclear:
                for item, found in items.items():
                    if item not in other.lines[number]:
                        name = self.rows.column_or_blank("name")[found[0]]
                        yield found[0], "name", f"{number} {name or item}"

    def total(self, book: Book, number: str, item: str) -> tuple[Decimal, str] | None:
        """Return quantity and unit of an item, or None where they cannot be added up."""
        found = self.lines[number][item]
        quantities = [self.rows.column("quantity")[line] for line in found]
        units = {self.rows.column("unit")[line] for line in found}
        if None in quantities or None in units:
            return None
        meant = {unit_meant(book, unit) for unit in units}
        return (sum(quantities, ZERO), meant.pop()) if len(meant) == 1 else None


@lru_cache(maxsize=1)
def _transfers(book: Book) -> tuple[_Transfers, _Transfers]:
    """Return what was moved out, and what was moved in."""
    return _Transfers.of(book, StockIssue), _Transfers.of(book, Receipt)


RULES: tuple[Rule, ...] = (
    transfer_has_two_sides,
    transfer_quantities_agree,
    transfer_changes_campus,
)
