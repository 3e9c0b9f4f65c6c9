"""The rules about items: the catalogue itself, and the lines that name an item."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from houqin.areas.lines import Lines, lines_rule, lines_where
from houqin.areas.makers import asking, not_before, unique, unknown
from houqin.areas.stock.identity import (
    NAMING,
    Catalogue,
    Listed,
    identities,
    unit_meant,
)
from houqin.areas.stock.items import catalogue
from houqin.areas.stock.rows import Count, Item, Receipt, Reserve, StockIssue
from houqin.areas.stock.similar_names import alike
from houqin.book import Book
from houqin.cells.choices import closest
from houqin.cells.text import unspaced
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule

LINES = (Receipt, StockIssue, Count, Reserve)
MOVED = (Receipt, StockIssue, Count)
UPKEEP = "物品目录的维护"
ONE_NAME = "出入库登记：名称、单位与物品目录一致"
ONE_UNIT = "出入库登记：同一物品只用一种单位"

number_unique = unique(
    "STK-01",
    Item,
    ("item",),
    ("物品编号不重复", "An item's number is its own."),
    source=UPKEEP,
)


@book_rule(
    "STK-02",
    "同名同规格的物品只登记一次",
    needs=(Item,),
    zh=("“{value}”已在第 {row} 行登记，规格也相同", "请合并为一个编号，或写清规格"),
    en=(
        "{value} stands in row {row} already, with the same spec",
        "keep one number for it, or tell the two apart by their spec",
    ),
    source=UPKEEP,
)
def item_listed_once(book: Book) -> Iterator[Hit]:
    """An item of one name and spec is listed once."""
    items = book[Item]
    numbers, names, specs = (items.column_or_blank(field) for field in ("item", "name", "spec"))
    first: dict[tuple[str, str], int] = {}
    for index in items.judged("item", "name"):
        same = first.setdefault((unspaced(names[index]), unspaced(specs[index] or "")), index)
        if numbers[same] != numbers[index]:
            yield items.hit(
                index, "name", related=(items.place(same, "name"),), row=items.numbers[same]
            )


@book_rule(
    "STK-03",
    "同一物品只有一种叫法",
    needs=(),
    also=(Item, *MOVED),
    zh=("物品名称“{value}”与{names}很相近", "请确认是不是同一物品，是则统一名称"),
    en=("the name {value} is much like {names}", "use one name if they are the same item"),
    severity=Severity.WARNING,
    source=UPKEEP,
)
def names_differ_clearly(book: Book) -> Iterator[Hit]:
    """Names of items, listed or else used in the lines, are clearly different from each other."""
    first: dict[str, tuple[Lines, int]] = {}
    for rows in list(_unlisted(book)) or [book[Item]]:
        names = rows.column("name")
        for index in rows.judged("name"):
            first.setdefault(unspaced(names[index]), (rows, index))
    for group in alike(first):
        *others, (last, index) = (first[name] for name in group)
        places = tuple(rows.place(at, "name") for rows, at in others)
        shown = "、".join(f"“{rows.column('name')[at]}”" for rows, at in others)
        yield last.hit(index, "name", related=places, names=shown)


low_not_above_high = not_before(
    "STK-04",
    Item,
    "high",
    "low",
    ("最低库存不高于最高库存", "The lowest stock of an item is not above its highest."),
    zh=("最高库存 {value} 小于最低库存 {earlier}", "请改正其中一个"),
    en=("the highest stock {value} is below the lowest, {earlier}", "correct one of the two"),
    source=UPKEEP,
)


@lines_rule(
    "STK-05",
    LINES,
    "单据中的物品编号在物品目录中",
    needs=(Item,),
    zh=("物品编号“{value}”不在 {sheet} 中", "请改正编号，或先在 {sheet} 中登记"),
    en=("the item number {value} is not on {sheet}", "correct it, or enter the item there first"),
    source=ONE_NAME,
)
def number_is_listed(rows: Lines, book: Book) -> Iterator[Hit]:
    """The item number of a line is on the sheet 物品目录."""
    if rows.has("item"):
        yield from unknown(rows, "item", book[Item], "item")


@lines_rule(
    "STK-06",
    LINES,
    "没有编号的物品，名称在物品目录中",
    needs=(Item,),
    zh=("物品“{value}”不在 {sheet} 中", "请改正名称，或先在 {sheet} 中登记"),
    en=("the item {value} is not on {sheet}", "correct the name, or enter the item there first"),
    source=ONE_NAME,
)
def name_is_listed(rows: Lines, book: Book) -> Iterator[Hit]:
    """The name of a line without an item number is on the sheet 物品目录."""
    known = {unspaced(name): name for name in sorted(book[Item].known("name"))}

    def unlisted(item: str | None, name: str | None) -> dict[str, Any] | None:
        told = item is not None or name is None or unspaced(name) in known
        return None if told else asking(closest(name or "", known.values()))

    for index, shown in lines_where(rows, ("item", "name"), unlisted) if known else ():
        yield rows.hit(index, "name", sheet=book[Item].sheet, **shown)


@lines_rule(
    "STK-08",
    LINES,
    "物品名称与编号所指的物品一致",
    needs=(Item,),
    zh=("物品编号 {item} 在 {sheet} 中是“{listed}”，这里写的是“{value}”", "请改正名称或编号"),
    en=("the number {item} is {listed} on {sheet}, not {value}", "correct the name or the number"),
    source=ONE_NAME,
)
def name_fits_number(rows: Lines, book: Book) -> Iterator[Hit]:
    """The name of a line is that of the item whose number it gives."""
    listing = catalogue(book)

    def other_name(item: str | None, name: str | None) -> dict[str, Any] | None:
        listed = _meant(listing, item)
        if listed is None or name is None or _has_name(listed, name):
            return None
        shown = {"item": item, "listed": listed.name, "at": listed.row}
        return shown | asking(closest(name, [listed.name]))

    for index, shown in lines_where(rows, ("item", "name"), other_name):
        place = book[Item].place(shown.pop("at"), "name")
        yield rows.hit(index, "name", related=(place,), sheet=book[Item].sheet, **shown)


@lines_rule(
    "STK-09",
    LINES,
    "单位与物品目录一致",
    needs=(Item,),
    zh=("“{name}”的单位在 {sheet} 中是“{listed}”，这里写的是“{value}”", "请按目录的单位换算数量"),
    en=(
        "{name} is counted in {listed} on {sheet}, not in {value}",
        "convert the quantity to the unit of the catalogue",
    ),
    source=ONE_UNIT,
)
def unit_is_listed(rows: Lines, book: Book) -> Iterator[Hit]:
    """The unit of a line is that of its item on the sheet 物品目录."""
    listing = catalogue(book)
    same_unit = partial(_same_unit, book)

    def other_unit(item: str | None, name: str | None, *rest: str | None) -> dict[str, Any] | None:
        listed = _meant(listing, listing.identity(item, name, *rest))
        unit = rest[-1]
        if listed is None or name is None or not _has_name(listed, name):
            return None
        if unit is None or listed.unit is None or same_unit(unit, listed.unit):
            return None
        return {"name": listed.name, "listed": listed.unit, "at": listed.row}

    for index, shown in lines_where(rows, NAMING, other_unit):
        place = book[Item].place(shown.pop("at"), "unit")
        yield rows.hit(index, "unit", related=(place,), sheet=book[Item].sheet, **shown)


@book_rule(
    "STK-10",
    "同一物品只用一种单位",
    needs=(),
    also=MOVED,
    zh=("“{name}”在 {first} 用的单位是“{other}”，这里是“{value}”", "请统一单位并换算数量"),
    en=(
        "{name} is counted in {other} at {first}, here in {value}",
        "use one unit and convert the quantity",
    ),
    source=ONE_UNIT,
)
def item_has_one_unit(book: Book) -> Iterator[Hit]:
    """While there is no sheet 物品目录, an item has the unit of its first line."""
    first: dict[str, tuple[Lines, int, str]] = {}
    for rows in _unlisted(book):
        meant, units = identities(rows, Catalogue()), rows.column("unit")
        for index in rows.judged("name", "unit"):
            item, unit = meant[index], units[index]
            if item is None:
                continue
            sheet, at, its_unit = first.setdefault(item, (rows, index, unit))
            if its_unit != unit and not _same_unit(book, its_unit, unit):
                place = sheet.place(at, "unit")
                name = rows.column("name")[index]
                yield rows.hit(
                    index, "unit", related=(place,), name=name, first=place, other=its_unit
                )


@lines_rule(
    "STK-11",
    LINES,
    "名称指几种物品时写明编号",
    needs=(Item,),
    zh=("名称“{value}”在 {sheet} 中有 {count} 种", "请填写物品编号，或写明规格"),
    en=("{value} stands for {count} items on {sheet}", "enter the item's number or its spec"),
    source=ONE_NAME,
)
def name_means_one_item(rows: Lines, book: Book) -> Iterator[Hit]:
    """A line whose name several items have gives the number or the spec."""
    listing = catalogue(book)

    def several(item: str | None, name: str | None, *rest: str | None) -> dict[str, Any] | None:
        found = listing.fitting(name, *rest) if item is None and name is not None else ()
        specs = {unspaced(each.spec or "") for each in found}
        if len(found) <= 1 or len(specs) < len(found):  # two alike are told at the catalogue
            return None
        return {"count": len(found), "at": tuple(each.row for each in found)}

    for index, shown in lines_where(rows, NAMING, several):
        places = tuple(book[Item].place(row, "name") for row in shown.pop("at"))
        yield rows.hit(index, "name", related=places, sheet=book[Item].sheet, **shown)


def _meant(catalogue: Catalogue, item: str | None) -> Listed | None:
    """Return the item of a number, unless the catalogue has the number twice."""
    return None if item is None or item in catalogue.doubled else catalogue.by_number.get(item)


def _has_name(listed: Listed, name: str) -> bool:
    """Tell whether a name is the listed one; one that could not be read may be any."""
    return unspaced(name) == unspaced(listed.name or name)


def _same_unit(book: Book, one: str, other: str) -> bool:
    return unit_meant(book, one) == unit_meant(book, other)


def _unlisted(book: Book) -> Iterable[Lines]:
    """Return the ledgers whose lines name items, unless a catalogue says how they are named."""
    if catalogue(book):
        return ()
    return (book[model] for model in MOVED if model in book)


RULES: tuple[Rule, ...] = (
    number_unique,
    item_listed_once,
    names_differ_clearly,
    low_not_above_high,
    number_is_listed,
    name_is_listed,
    name_fits_number,
    unit_is_listed,
    item_has_one_unit,
    name_means_one_item,
)
