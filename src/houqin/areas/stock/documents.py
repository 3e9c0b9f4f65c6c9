"""The rules about receipts and stock issues: one line, and the lines of one document."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from houqin.areas.lines import (
    Lines,
    disagreements,
    lines_rule,
    lines_where,
    repeated_in,
    wrong_products,
)
from houqin.areas.makers import UNKNOWN_EN, UNKNOWN_ZH, not_after_as_of, unknown
from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import NAMED, on_staff
from houqin.areas.stock.items import items_meant
from houqin.areas.stock.ledger import NO_KIND
from houqin.areas.stock.rows import Receipt, StockIssue
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rows import SheetRow
from houqin.rules import Rule, book_rule

DOCUMENTS = (Receipt, StockIssue)
PEOPLE: dict[type[SheetRow], tuple[str, ...]] = {
    Receipt: ("buyer", "acceptor", "keeper"),
    StockIssue: ("person", "keeper"),
}
PAIRS = (("buyer", "acceptor"), ("buyer", "keeper"), ("acceptor", "keeper"))
ONE_DOCUMENT = "一张单据只有一个日期、校区、类型和一组经手人"
SEPARATE_POSTS = "不相容岗位分离：采购、验收、保管由不同的人担任"
RECKONING = "数量 × 单价"
PACKAGE = "包装上的批号和有效期"


@book_rule(
    "STK-13",
    "金额等于数量乘以单价",
    needs=(Receipt,),
    zh=("金额 {value} 与数量 {quantity} × 单价 {price} = {product} 不符", "请改正其中一个"),
    en=(
        "the amount {value} is not {quantity} × {price} = {product}",
        "correct the quantity, the price or the amount",
    ),
    source=RECKONING,
)
def amount_is_product(book: Book) -> Iterator[Hit]:
    """The amount of a receipt is its quantity times its price, to within 0.01."""
    rows = book[Receipt]
    rows.require("unit_price")
    rows.require("amount")
    yield from wrong_products(rows)


@book_rule(
    "STK-14",
    "采购人、验收人和保管员不是同一人",
    needs=(Receipt,),
    zh=("“{value}”同时是{other}和{this}", "请由不同的人担任并改填"),
    en=("{value} acted in two parts: {other} and {this}", "let different people do it"),
    source=SEPARATE_POSTS,
)
def three_people_differ(book: Book) -> Iterator[Hit]:
    """Whoever bought the goods, whoever accepts them and whoever keeps them are three people."""
    rows = book[Receipt]
    numbers = rows.column_or_blank("number")
    told: set[tuple[str | None, str, str]] = set()  # a document tells each part once
    for earlier, later in PAIRS:
        for index, shown in lines_where(rows, (earlier, later), _same_person):
            part = (numbers[index], later, shown["name"])
            if part not in told:
                told.add(part)
                names = {"other": _heading(earlier), "this": _heading(later)}
                yield rows.hit(index, later, related=(rows.place(index, earlier),), **names)


@lines_rule(
    "STK-15",
    DOCUMENTS,
    "单据上的人都在人员表中",
    needs=(PersonRow,),
    zh=UNKNOWN_ZH,
    en=UNKNOWN_EN,
    **NAMED,
)
def people_are_known(rows: Lines, book: Book) -> Iterator[Hit]:
    """The people of a receipt or stock issue are on the staff list."""
    for field in _present(rows, *PEOPLE[rows.model]):
        yield from unknown(rows, field, book[PersonRow], "name")


people_are_on_staff = on_staff(
    "STK-16",
    {model: tuple((field, "date") for field in fields) for model, fields in PEOPLE.items()},
    (
        "单据上的人当天在岗",
        "The people of a receipt or stock issue are on the staff on that day.",
    ),
)

not_in_the_future = not_after_as_of(
    "STK-17",
    DOCUMENTS,
    ("date",),
    ("单据日期不晚于统计日期", "Goods do not come in or go out after the as-of date."),
)


@lines_rule(
    "STK-18",
    DOCUMENTS,
    "同一单号各行的日期、校区、类型和人员一致",
    zh=("“{value}”与同一单号第 {row} 行的“{first}”不同", "请改正其中一行，或另编单号"),
    en=(
        "{value} differs from {first} in row {row} of the same document",
        "correct one of the two, or give this line another number",
    ),
    source=ONE_DOCUMENT,
)
def lines_agree(rows: Lines, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """The lines of one document agree in date, campus, kind and people."""
    fields = ("date", "campus", "kind", *PEOPLE[rows.model])
    columns = {field: rows.column_or_blank(field) for field in fields} | {"kind": kinds(rows)}
    for index, field, other in disagreements(rows, "number", columns):
        shown = {"value": columns[field][index], "first": columns[field][other]}
        at = (rows.place(other, field),)
        yield rows.hit(index, field, related=at, row=rows.numbers[other], **shown)


@lines_rule(
    "STK-19",
    DOCUMENTS,
    "同一单号中同一物品同一批号只有一行",
    zh=("“{value}”在同一单号第 {row} 行已有", "请合并数量，或删去重复的一行"),
    en=(
        "{value} stands in row {row} of the same document already",
        "add the quantities up, or delete one of the rows",
    ),
    source="一张单据中每种物品每个批号一行",
)
def item_stands_once(rows: Lines, book: Book) -> Iterator[Hit]:
    """One document has one line for each item and batch."""
    fields = ("number", "date", "campus")  # another day or campus: another document (STK-18)
    columns = [rows.column_or_blank(field) for field in fields]
    columns += [kinds(rows), items_meant(book, rows.model), rows.column_or_blank("batch")]
    repeated = repeated_in(columns[0])
    lines = list(zip(*columns, strict=True)) if repeated else []
    items, numbers = rows.column_or_blank("item"), rows.numbers
    first: dict[tuple[Any, ...], int] = {}
    judged = rows.judged(*fields, *_present(rows, "kind", "item", "batch"), "name")
    for index in judged if repeated else ():
        if lines[index][0] not in repeated:
            continue
        other = first.setdefault(lines[index], index)
        if other != index:
            field = "name" if items[index] is None else "item"
            yield rows.hit(index, field, related=(rows.place(other, field),), row=numbers[other])


@lines_rule(
    "STK-25",
    (Receipt,),
    "入库时没有过期",
    zh=("有效期至 {value} 早于入库日期 {day}", "请核对包装上的有效期"),
    en=("it expired on {value}, before it came in on {day}", "check the date on the package"),
    severity=Severity.WARNING,
    source=PACKAGE,
)
def not_expired_when_received(rows: Lines, book: Book) -> Iterator[Hit]:
    """What comes in has not expired."""
    rows.require("expires")

    def expired(day: date | None, expires: date | None) -> dict[str, Any] | None:
        if day is None or expires is None or day > book.as_of:
            return None
        return {"day": day} if expires < day else None

    for index, shown in lines_where(rows, ("date", "expires"), expired):
        yield rows.hit(index, "expires", related=(rows.place(index, "date"),), **shown)


@book_rule(
    "STK-26",
    "同一物品同一批号只有一个有效期",
    needs=(Receipt,),
    zh=("批号 {batch} 的有效期在第 {row} 行是 {first}，这里是 {value}", "请核对包装上的日期"),
    en=(
        "batch {batch} expires on {first} in row {row}, here on {value}",
        "check the date on the package",
    ),
    severity=Severity.WARNING,
    source=PACKAGE,
)
def batch_expires_once(book: Book) -> Iterator[Hit]:
    """A batch of an item has one date of expiry."""
    rows = book[Receipt]
    items, batches = items_meant(book, rows.model), rows.column("batch")
    expiries = rows.column("expires")
    first: dict[tuple[str, str], int] = {}
    for index in rows.judged("batch", "expires"):
        item, batch = items[index], batches[index]
        if item is None or batch is None or expiries[index] is None:
            continue
        other = first.setdefault((item, batch), index)
        if expiries[other] != expiries[index]:
            shown = {"batch": batch, "first": expiries[other], "row": rows.numbers[other]}
            yield rows.hit(index, "expires", related=(rows.place(other, "expires"),), **shown)


def kinds(rows: Lines) -> tuple[str, ...]:
    """Return the kind of each line; a blank one is 采购 on receipts, 领用 on stock issues."""
    usual = NO_KIND[rows.model]
    if not rows.has("kind"):
        return (usual,) * len(rows)
    return tuple(kind or usual for kind in rows.column_or_blank("kind"))


def _same_person(one: str | None, other: str | None) -> dict[str, Any] | None:
    return {"name": one} if one is not None and one == other else None


def _present(rows: Lines, *fields: str) -> tuple[str, ...]:
    """Return the fields whose column is there; a blank in one is judged, a bad cell is not."""
    return tuple(field for field in fields if rows.has(field))


def _heading(field: str) -> str:
    return Receipt.headings()[field].name


RULES: tuple[Rule, ...] = (
    amount_is_product,
    three_people_differ,
    people_are_known,
    people_are_on_staff,
    not_in_the_future,
    lines_agree,
    item_stands_once,
    not_expired_when_received,
    batch_expires_once,
)
