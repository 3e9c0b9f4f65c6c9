"""The rules about what comes again: invoices, requests, and split purchases."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from houqin.areas.purchasing.requests import (
    COLLECTIVE,
    Request,
    is_refused,
    limit,
    meets,
    requests,
)
from houqin.areas.purchasing.rows import Purchase
from houqin.areas.purchasing.steps import item_of
from houqin.book import Book
from houqin.cells.text import unspaced
from houqin.problems import Hit, Severity
from houqin.rows import NotJudged
from houqin.rules import Rule, book_rule

SPLIT_DAYS, REPEAT_DAYS = "buy.split_days", "buy.repeat_days"


@book_rule(
    "BUY-36",
    "一张发票只用于一份申请",
    needs=(Purchase,),
    zh=("发票 {value} 在第 {row} 行的申请 {other} 中已有", "请核对发票号"),
    en=("invoice {value} stands in row {row} for request {other} already", "check the number"),
    source="一张发票只报销一次",
)
def invoice_is_used_once(book: Book) -> Iterator[Hit]:
    """An invoice of a supplier belongs to one request."""
    book[Purchase].require("invoice")
    first: dict[str, list[tuple[Request, Purchase]]] = {}
    for request in requests(book):
        told = set[str]()
        for line in request.lines:
            invoice = line.get("invoice")
            if invoice is None:
                continue
            earlier = first.setdefault(invoice, [])
            other = next((each for each in earlier if _may_be_one(each, request, line)), None)
            if other and invoice not in told:
                told.add(invoice)
                at, row = (other[1].at("invoice"),), other[1].number_on_sheet
                yield line.hit("invoice", related=at, row=row, other=other[0].number)
            earlier.append((request, line))


def _may_be_one(earlier: tuple[Request, Purchase], request: Request, line: Purchase) -> bool:
    """Tell whether an invoice of another request may be the same: of one supplier, or of any."""
    suppliers = {
        unspaced(each) for each in (earlier[1].get("supplier"), line.get("supplier")) if each
    }
    return earlier[0] is not request and len(suppliers) <= 1


@book_rule(
    "BUY-37",
    "同样的申请不重复提出",
    needs=(Purchase,),
    zh=(
        "与 {day} 的申请 {other} 部门、物品和数量都相同，相隔 {days} 天",
        "请核对是否重复申请",
    ),
    en=(
        "request {other} of {day}, {days} days apart, is for the same department, items and amounts",
        "check whether it was asked for twice",
    ),
    source="避免重复采购",
    settings=(REPEAT_DAYS,),
    severity=Severity.WARNING,
)
def request_is_made_once(book: Book) -> Iterator[Hit]:
    """The same department does not ask for as much of the same items again within a few days."""
    last: dict[tuple[Any, ...], tuple[Request, date]] = {}
    for request, day in _by_day(book):
        key = _wanted(request, book)
        if key is None or is_refused(request, book):
            continue
        other, within = last.get(key), limit(book, REPEAT_DAYS, request)
        last[key] = (request, day)
        if other and within is not None and (day - other[1]).days <= within:
            at = (other[0].lines[0].at("number"),)
            shown = {"day": other[1], "other": other[0].number, "days": (day - other[1]).days}
            yield request.lines[0].hit("number", related=at, **shown)


def _wanted(request: Request, book: Book) -> tuple[Any, ...] | None:
    try:
        lines = frozenset(
            (item_of(line, book), line.get("spec"), line.quantity) for line in request.lines
        )
        return request.one("campus"), unspaced(request.one("department") or ""), lines
    except NotJudged:
        return None


class Asked(NamedTuple):
    """One request, as a group of a split purchase holds it."""

    request: Request
    day: date
    total: Decimal


@book_rule(
    "BUY-38",
    "不把一次采购拆成几份申请",
    needs=(Purchase,),
    zh=(
        "{since} 至 {day} 的 {count} 份申请（{numbers}）{alike}相同，每份不到 {limit} 元，合计 {total} 元",
        "请核对是否应合并申请、集体决策",
    ),
    en=(
        "{numbers} of {since} to {day}, alike in {alike_en}, are {total}, each below {limit}",
        "check whether they belong together and a meeting should decide",
    ),
    source="大额采购不拆分规避集体决策",
    settings=(SPLIT_DAYS, COLLECTIVE),
    severity=Severity.WARNING,
)
def purchase_is_not_split(book: Book) -> Iterator[Hit]:
    """Requests of some days, by one requester or of one supplier and kind, stay below the limit together."""
    told: list[set[str]] = []
    for names, group in _groups(book):
        numbers = {each.request.number for each in group}
        if not any(numbers <= earlier for earlier in told):
            told.append(numbers)
            yield _split(group, names, book)


ALIKE = (  # what two requests have in common that may be one purchase
    (("requester", "name"), "申请人、物品", "requester and item"),
    (("requester", "kind"), "申请人、类别", "requester and kind"),
    (("requester", "supplier"), "申请人、供应商", "requester and supplier"),
    (("supplier", "kind"), "供应商、类别", "supplier and kind"),
)


def _groups(book: Book) -> Iterator[tuple[tuple[str, str], list[Asked]]]:
    """Yield the groups that reach the limit together, the largest first for each likeness."""
    asked = [each for each in _asked(book) if _may_be_part(each, book)]
    found = []
    for fields, zh, en in ALIKE:
        alike: dict[tuple[str, ...], list[Asked]] = {}
        for each in asked:
            values = [each.request.known(field) for field in fields]
            if all(values):
                key = (each.request.campus or "", *map(unspaced, values))
                alike.setdefault(key, []).append(each)
        found += [((zh, en), group) for each in alike.values() for group in _windows(each, book)]
    return iter(sorted(found, key=lambda each: -len(each[1])))


def _windows(asked: list[Asked], book: Book) -> Iterator[list[Asked]]:
    """Yield the requests of one window of days after another that reach the limit together."""
    window: list[Asked] = []
    for each in asked:
        days = limit(book, SPLIT_DAYS, each.request)
        if days is None:
            return
        since = each.day - timedelta(days=int(days))
        if window and window[0].day < since and _reaches(window, book):
            yield window
            window = []
        window = [earlier for earlier in window if earlier.day >= since] + [each]
    if _reaches(window, book):
        yield window


def _reaches(window: list[Asked], book: Book) -> bool:
    total = sum((each.total for each in window), Decimal(0))
    return len(window) > 1 and meets(book, COLLECTIVE, total, window[-1].request)


def _may_be_part(asked: Asked, book: Book) -> bool:
    """Tell whether a request is below the limit, and neither a meeting nor a refusal decided it."""
    request = asked.request
    decided = request.known("minutes") or is_refused(request, book)
    return not decided and not meets(book, COLLECTIVE, asked.total, request)


def _split(group: list[Asked], names: tuple[str, str], book: Book) -> Hit:
    last = group[-1].request
    at = [each.request.line_with("amount").at("amount") for each in group[:-1]]
    shown = {
        "since": group[0].day,
        "day": group[-1].day,
        "count": len(group),
        "numbers": "、".join(each.request.number for each in group),
        "alike": names[0],
        "alike_en": names[1],
        "limit": limit(book, COLLECTIVE, last),
        "total": sum((each.total for each in group), Decimal(0)),
    }
    return last.line_with("amount").hit("amount", related=at, **shown)


def _asked(book: Book) -> Iterator[Asked]:
    for request, day in _by_day(book):
        try:
            yield Asked(request, day, request.total)
        except NotJudged:
            continue


def _by_day(book: Book) -> list[tuple[Request, date]]:
    """Return the requests of which the day could be read, in the order of their days."""
    dated = [(each, day) for each in requests(book) if (day := each.known("requested"))]
    return sorted(dated, key=lambda each: each[1])


RULES: tuple[Rule, ...] = (
    invoice_is_used_once,
    request_is_made_once,
    purchase_is_not_split,
)
