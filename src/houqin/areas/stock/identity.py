"""Which item of the catalogue a line of the stock means."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from houqin.areas.stock.rows import Item
from houqin.book import Book
from houqin.cells.doubts import Doubt
from houqin.cells.text import fold, unspaced
from houqin.rows import Rows

NAMING = ("item", "name", "spec", "unit")  # the fields that say which item is meant


class Listed(NamedTuple):
    """An item as the catalogue has it; `row` is its index there."""

    item: str
    name: str
    spec: str | None
    unit: str | None
    row: int


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The items by number and by folded name; of two rows with one number the first holds."""

    by_number: Mapping[str, Listed] = field(default_factory=dict)
    by_name: Mapping[str, tuple[Listed, ...]] = field(default_factory=dict)
    doubled: frozenset[str] = frozenset()  # numbers of several rows

    @classmethod
    def of(cls, items: Rows[Item] | None) -> "Catalogue":
        """Index the catalogue; without one nothing is listed."""
        return cls.holding(_listed(items) if items is not None else ())

    @classmethod
    def told_by(cls, ledgers: Iterable[Rows[Any]]) -> "Catalogue":
        """Index what the lines of ledgers say of the items that they give a number."""
        by_name: dict[str, dict[str, Listed]] = {}
        for listed in (listed for rows in ledgers for listed in _listed(rows) if listed.name):
            by_name.setdefault(unspaced(listed.name), {}).setdefault(listed.item, listed)
        names = {name: tuple(found.values()) for name, found in by_name.items()}
        return cls(by_name=names)

    @classmethod
    def holding(cls, lines: Iterable[Listed]) -> "Catalogue":
        """Index items."""
        by_number: dict[str, Listed] = {}
        doubled = set()
        for listed in lines:
            if by_number.setdefault(listed.item, listed) is not listed:
                doubled.add(listed.item)
        by_name: dict[str, list[Listed]] = {}
        for listed in by_number.values():
            by_name.setdefault(unspaced(listed.name), []).append(listed)
        names = {name: tuple(found) for name, found in by_name.items()}
        return cls(by_number, names, frozenset(doubled))

    def __bool__(self) -> bool:
        return bool(self.by_number)

    def fitting(
        self, name: str, spec: str | None = None, unit: str | None = None
    ) -> tuple[Listed, ...]:
        """Return the items that a name means; spec and unit decide between several."""
        found = self.by_name.get(unspaced(name), ())
        for wanted, stated in ((spec, "spec"), (unit, "unit")):
            if len(found) > 1 and wanted is not None:
                same = tuple(each for each in found if _same(getattr(each, stated), wanted))
                found = same or found
        return found

    def identity(
        self, item: str | None, name: str | None, spec: str | None = None, unit: str | None = None
    ) -> str | None:
        """Return the number if given, else that of the one item that fits, else the folded name."""
        if item is not None or name is None:
            return item
        found = self.fitting(name, spec, unit)
        return found[0].item if len(found) == 1 else unspaced(name)


def identities(rows: Rows[Any], catalogue: Catalogue) -> tuple[str | None, ...]:
    """Return which item each line means, in the order of the rows.

    It is the item's number where one is given, known or not; else the number of the one
    item of the catalogue that fits name, spec and unit; else the folded name. None
    where the number could not be read, or where there is neither number nor name.
    """
    lines = list(zip(*(rows.column_or_blank(name) for name in NAMING), strict=True))
    meanings = {line: catalogue.identity(*line) for line in set(lines)}
    unread = rows.unjudged.get("item", frozenset())
    return tuple(None if row in unread else meanings[line] for row, line in enumerate(lines))


def unit_meant(book: Book, unit: str) -> str:
    """Return the unit that the list 单位 has for a unit, such as 个 for 枚 where it says so."""
    vocabulary = book.vocabularies.get("单位")
    meant = vocabulary.read(unit) if vocabulary else fold(unit)
    return fold(unit) if isinstance(meant, Doubt) else meant


def _listed(items: Rows[Any]) -> Iterator[Listed]:
    columns = (items.column_or_blank(name) for name in NAMING)
    for row, (item, name, spec, unit) in enumerate(zip(*columns, strict=True)):
        if item is not None:
            yield Listed(item, name or "", spec, unit, row)


def _same(stated: str | None, wanted: str) -> bool:
    return stated is not None and unspaced(stated) == unspaced(wanted)
