"""The rules about the lines of a request: told apart, of one mind, and reckoned right."""

from collections.abc import Iterator
from typing import Any

from houqin.areas.lines import Lines, disagreements, lines_rule, wrong_products
from houqin.areas.makers import SAME_EN, SAME_ZH
from houqin.areas.purchasing.requests import Request, request_rule
from houqin.areas.purchasing.rows import Purchase
from houqin.areas.stock.items import items_meant
from houqin.book import Book
from houqin.cells.doubts import Doubt
from houqin.cells.money import in_capitals, read_money
from houqin.problems import Hit
from houqin.rules import Rule

ONE_REQUEST = "一份申请只有一个日期、校区、部门、类别和一组经手人"
SHARED = (
    *("requested", "campus", "department", "requester", "kind", "method"),
    *("approver", "approved", "minutes", "buyers", "principal_read", "reimbursed", "payer"),
)


@lines_rule(
    "BUY-01",
    (Purchase,),
    "同一申请单号中行号不重复",
    zh=SAME_ZH,
    en=SAME_EN,
    source="申请单编号",
)
def line_stands_once(rows: Lines, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """A request has each line number once."""
    for index, other in _twice(rows, "number", "line"):
        yield rows.hit(index, "line", related=(rows.place(other, "line"),), row=rows.numbers[other])


@lines_rule(
    "BUY-02",
    (Purchase,),
    "同一申请单号各行的日期、校区、部门、类别和人员一致",
    zh=("“{shown}”与同一单号第 {row} 行的“{first}”不同", "请改正其中一行，或另编单号"),
    en=(
        "{shown} differs from {first} in row {row} of the same request",
        "correct one of the two, or give this line another number",
    ),
    source=ONE_REQUEST,
)
def lines_agree(rows: Lines, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """The lines of one request agree in dates, campus, department, kind and people."""
    repeated = {index for index, _ in _twice(rows, "number", "line")}  # told by BUY-01
    columns = {field: rows.column_or_blank(field) for field in SHARED if rows.has(field)}
    for index, field, other in disagreements(rows, "number", columns):
        if index not in repeated:
            shown = {"shown": columns[field][index], "first": columns[field][other]}
            at = (rows.place(other, field),)
            yield rows.hit(index, field, related=at, row=rows.numbers[other], **shown)


@lines_rule(
    "BUY-03",
    (Purchase,),
    "同一申请单号中同一物品只有一行",
    zh=("“{value}”在同一单号第 {row} 行已有", "请合并数量，或删去重复的一行"),
    en=(
        "{value} stands in row {row} of the same request already",
        "add the quantities up, or delete one of the rows",
    ),
    source="一份申请中每种物品一行",
)
def item_stands_once(rows: Lines, book: Book) -> Iterator[Hit]:
    """One request has one line for each item."""
    repeated = {index for index, _ in _twice(rows, "number", "line")}  # told by BUY-01
    items = items_meant(book, Purchase)
    specs, units = rows.column_or_blank("spec"), rows.column_or_blank("unit")
    first: dict[tuple[Any, ...], int] = {}
    for index in rows.judged("number", "name"):
        key = (rows.column("number")[index], items[index], specs[index], units[index])
        other = first.setdefault(key, index)
        if None not in key[:2] and other != index and index not in repeated:
            at = (rows.place(other, "name"),)
            yield rows.hit(index, "name", related=at, row=rows.numbers[other])


@lines_rule(
    "BUY-04",
    (Purchase,),
    "预算金额等于数量乘以预估单价",
    zh=("预算金额 {value} 与数量 {quantity} × 单价 {price} = {product} 不符", "请改正其中一个"),
    en=(
        "the amount {value} is not {quantity} × {price} = {product}",
        "correct the quantity, the price or the amount",
    ),
    source="数量 × 单价",
)
def amount_is_product(rows: Lines, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """The amount of a line is its quantity times its price, to within 0.01."""
    rows.require("unit_price")
    yield from wrong_products(rows)


@request_rule(
    "BUY-05",
    "大写金额与小写金额一致",
    zh=("大写金额“{value}”与金额 {amount} 不符", "应为“{words}”，请改正其中一个"),
    en=("the amount in words {value} is not {amount}", "it should be {words}; correct one of them"),
    source="财务票据：大小写金额一致",
)
def words_are_the_amount(request: Request, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """The amount in words is that in figures, of the line or of the whole request."""
    for line in request.lines:
        text, amount = line.amount_words, line.amount
        said = read_money(text) if text else None
        is_right = not isinstance(said, Doubt) and said in (amount, request.total)
        if text and (not is_right or any(map(str.isdigit, text))):
            at = (line.at("amount"),)
            yield line.hit("amount_words", related=at, amount=amount, words=in_capitals(amount))


def _twice(rows: Lines, *fields: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that repeat an earlier one in fields that are all filled, and that one."""
    if not all(map(rows.has, fields)):
        return
    columns = [rows.column(field) for field in fields]
    first: dict[tuple[Any, ...], int] = {}
    for index in rows.judged(*fields):
        key = tuple(column[index] for column in columns)
        if None not in key and first.setdefault(key, index) != index:
            yield index, first[key]


RULES: tuple[Rule, ...] = (
    line_stands_once,
    lines_agree,
    item_stands_once,
    amount_is_product,
    words_are_the_amount,
)
