"""The rules that hold request, receipt and invoice against each other."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from houqin.areas.makers import known_in
from houqin.areas.purchasing.requests import Request, request_rule
from houqin.areas.purchasing.rows import Purchase
from houqin.areas.purchasing.steps import (
    documents,
    item_of,
    numbers_in,
    receipts_of,
    receipts_of_item,
)
from houqin.areas.stock.rows import Receipt
from houqin.book import Book
from houqin.cells.money import CENT, to_cents
from houqin.cells.text import unspaced
from houqin.problems import Hit, Severity
from houqin.rules import Rule

THREE_WAY = "申请、入库、发票三单一致"

receipt_is_known = known_in(
    "BUY-24",
    Purchase,
    "receipt",
    Receipt,
    "number",
    ("采购审批所写的入库单在入库中", "A receipt that a purchase names is on 入库."),
    split=numbers_in,
    source=THREE_WAY,
)
request_is_known = known_in(
    "BUY-25",
    Receipt,
    "request",
    Purchase,
    "number",
    ("入库所写的申请单在采购审批中", "A request that a receipt names is on 采购审批."),
    split=numbers_in,
    source=THREE_WAY,
)


@request_rule(
    "BUY-26",
    "采购审批与入库单的校区、申请单号、供应商和发票号相同",
    needs=(Receipt,),
    zh=(
        "入库单 {document} 的{what}是“{there}”，这里是“{here}”",
        "请核对入库单号，改正写错的一处",
    ),
    en=(
        "receipt {document} has {there} as its {what}, here it is {here}",
        "check the number of the receipt and correct one of the two",
    ),
    source=THREE_WAY,
)
def receipt_belongs_here(request: Request, book: Book) -> Iterator[Hit]:
    """A receipt that a purchase names is of its campus, request, supplier and invoice."""
    told = set[tuple[str, str]]()
    for line in request.lines:
        for row in documents(line, request, book):
            differing = _differing(line, row, request)
            if differing and (row.number, differing[0]) not in told:
                told.add((row.number, differing[0]))
                field, there, here = differing
                cell = field if field in ("supplier", "invoice") else "receipt"
                what = Receipt.headings()[field].name
                shown = {"document": row.number, "what": what, "there": there, "here": here}
                yield line.hit(cell, related=(row.at(field),), **shown)


def _differing(line: Purchase, row: Receipt, request: Request) -> tuple[str, str, str] | None:
    """Return the first thing in which a receipt is not that of a request, and both values."""
    requests = numbers_in(row.get("request"))
    if row.get("campus") and request.campus and row.campus != request.campus:
        return "campus", row.campus, request.campus
    if requests and request.number not in requests:
        return "request", "、".join(requests), request.number
    for field in ("supplier", "invoice"):
        here, there = line.get(field), row.get(field)
        if here and there and unspaced(here) != unspaced(there):
            return field, there, here
    return None


@request_rule(
    "BUY-27",
    "验收数量不超过申请数量",
    zh=("验收数量 {received} 多于申请数量 {asked}", "请核对；多出的部分须另行申请"),
    en=("{received} were accepted, and {asked} asked for", "check; ask for what is more"),
    source=THREE_WAY,
)
def no_more_is_accepted_than_asked(request: Request, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """No more is accepted than was asked for."""
    for line in request.lines:
        asked, received = line.quantity, line.received
        if received is not None and received > asked:
            at = (line.at("quantity"),)
            yield line.hit("received", related=at, received=received, asked=asked)


@request_rule(
    "BUY-28",
    "验收数量与入库数量一致",
    needs=(Receipt,),
    zh=("{name} 验收 {received}，入库单上是 {stocked}", "请核对两处数量"),
    en=("{received} of {name} were accepted, and {stocked} came into the stock", "check both"),
    source=THREE_WAY,
)
def accepted_is_stocked(request: Request, book: Book) -> Iterator[Hit]:
    """As much comes into the stock as was accepted."""
    for lines, rows in _items(request, book):
        received = _sum(line.received for line in lines)
        stocked = sum((row.quantity for row in rows), Decimal(0))
        if received is not None and received != stocked:
            at = [row.at("quantity") for row in rows]
            shown = {"received": received, "stocked": stocked}
            yield lines[0].hit("received", related=at, name=lines[0].name, **shown)


@request_rule(
    "BUY-29",
    "发票金额与入库金额一致",
    needs=(Receipt,),
    zh=("{name} 发票 {invoiced} 元，入库单上是 {stocked} 元", "请核对两处金额"),
    en=("the invoice has {invoiced} yuan for {name}, the receipt {stocked}", "check both amounts"),
    source=THREE_WAY,
)
def invoice_is_what_was_stocked(request: Request, book: Book) -> Iterator[Hit]:
    """The invoice asks for the amount of what came into the stock, to within 0.01."""
    for lines, rows in _items(request, book):
        invoiced = _sum(line.invoice_amount for line in lines)
        stocked = _sum(_amount(row) for row in rows)
        if invoiced is None or stocked is None or not rows or not _as_many(lines, rows):
            continue
        if abs(invoiced - stocked) > CENT * len(rows):
            at = [row.at("amount" if row.has("amount") else "quantity") for row in rows]
            shown = {"invoiced": invoiced, "stocked": stocked}
            yield lines[0].hit("invoice_amount", related=at, name=lines[0].name, **shown)


@request_rule(
    "BUY-30",
    "发票数量不超过验收数量",
    zh=("发票数量 {invoiced} 多于验收数量 {received}", "请核对；没有验收的不付款"),
    en=("{invoiced} are on the invoice, and {received} were accepted", "check both quantities"),
    source=THREE_WAY,
)
def no_more_is_invoiced_than_accepted(request: Request, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """The invoice has no more than was accepted."""
    for line in request.lines:
        invoiced, received = line.invoice_quantity, line.received
        if invoiced is not None and received is not None and invoiced > received:
            at = (line.at("received"),)
            yield line.hit("invoice_quantity", related=at, invoiced=invoiced, received=received)


@request_rule(
    "BUY-31",
    "报销金额不超过发票金额",
    zh=("报销金额 {paid} 多于发票金额 {invoiced}", "请改正其中一个金额"),
    en=("{paid} were paid, and the invoice has {invoiced}", "correct one of the two amounts"),
    source=THREE_WAY,
)
def no_more_is_paid_than_invoiced(request: Request, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """No more is paid than the invoice asks for."""
    for line in request.lines:
        paid, invoiced = line.paid, line.invoice_amount
        if paid is not None and invoiced is not None and paid > invoiced:
            at = (line.at("invoice_amount"),)
            yield line.hit("paid", related=at, paid=paid, invoiced=invoiced)


@request_rule(
    "BUY-32",
    "发票金额不超过批准的金额",
    zh=("发票合计 {invoiced} 元，超过批准的 {total} 元", "请核对；超出的部分须重新审批"),
    en=("{invoiced} yuan are invoiced, and {total} were approved", "check; approve what is more"),
    source="采购不超过批准的金额",
    severity=Severity.WARNING,
)
def no_more_is_invoiced_than_approved(request: Request, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """The invoices of a request ask for no more than was approved."""
    invoiced = [amount for amount in request.each("invoice_amount") if amount is not None]
    total = request.total
    if sum(invoiced, Decimal(0)) > total:
        over = [line for line in request.lines if (line.get("invoice_amount") or 0) > line.amount]
        shown = {"invoiced": sum(invoiced, Decimal(0)), "total": total}
        yield over[0].hit("invoice_amount", related=(over[0].at("amount"),), **shown)


def _items(
    request: Request, book: Book
) -> Iterator[tuple[Sequence[Purchase], tuple[Receipt, ...]]]:
    """Yield the lines about each item, and those of 入库; only of what has a receipt."""
    items: dict[str | None, list[Purchase]] = {}
    for line in request.lines:
        items.setdefault(item_of(line, book), []).append(line)
    for item, lines in items.items():
        if item is not None and receipts_of(lines[0], request, book):
            yield lines, receipts_of_item(lines[0], request, book)


def _amount(row: Receipt) -> Decimal | None:
    """Return the amount of a line of 入库: quantity × price, else as stated."""
    price: Decimal | None = row.unit_price if row.has("unit_price") else None
    if price is not None:
        return to_cents(row.quantity * price)
    stated: Decimal | None = row.amount if row.has("amount") else None
    return stated


def _as_many(lines: Sequence[Purchase], rows: Sequence[Receipt]) -> bool:
    """Tell whether the invoice is about what came in: else another rule tells the quantity."""
    stocked = sum((row.quantity for row in rows), Decimal(0))
    for field in ("received", "invoice_quantity"):
        stated = _sum(line.get(field) for line in lines)
        if stated is not None and stated != stocked:
            return False
    return True


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """Return a sum, None where one of its parts is not known."""
    total = Decimal(0)
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total


RULES: tuple[Rule, ...] = (
    receipt_is_known,
    request_is_known,
    receipt_belongs_here,
    no_more_is_accepted_than_asked,
    accepted_is_stocked,
    invoice_is_what_was_stocked,
    no_more_is_invoiced_than_accepted,
    no_more_is_paid_than_invoiced,
    no_more_is_invoiced_than_approved,
)
