"""库存对账: what there was, came, went and was counted, and what to enter so that both agree."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from houqin.areas.stock.adjustments import Adjustment, adjustments
from houqin.areas.stock.moves import ZERO, Account
from houqin.areas.stock.reconcile import (
    INCOMING,
    OUTGOING,
    Line,
    Reconciliation,
    State,
    reconcile,
)
from houqin.areas.stock.stock_tables import BOOK_HEADING, COLUMN_HEADINGS, ITEM_HEADINGS
from houqin.cells.writing import written
from houqin.own.heads import note_of_period, said, worst
from houqin.own.layout import OwnColumn, OwnPage, OwnSheet
from houqin.problems import Both
from houqin.reports.actions import STATES
from houqin.result import Result
from houqin.sections import Light, Unit, Value

FLOWS = (*INCOMING, *OUTGOING)
LIGHTS = (
    (STATES[State.DIFFERS], Light.RED),
    (STATES[State.NOT_COUNTED], Light.AMBER),
    (STATES[State.AGREES], Light.GREEN),
)
COUNT_COLUMNS = (
    OwnColumn(Both("盘点单号", "Count"), width=11),
    OwnColumn(Both("盘点日期", "Counted on"), Unit.DATE, 11),
    OwnColumn(Both("账面数", "Book then"), Unit.QUANTITY, 9),
    OwnColumn(Both("实盘数", "Counted"), Unit.QUANTITY, 9),
    OwnColumn(Both("差异数", "Variance"), Unit.QUANTITY, 9),
    OwnColumn(Both("单价", "Price"), Unit.MONEY, 8),
    OwnColumn(Both("差异金额", "Value"), Unit.MONEY, 11),
    OwnColumn(Both("差异原因", "Reason"), width=11),
    OwnColumn(Both("结果", "State"), width=7, marks=LIGHTS),
    OwnColumn(Both("建议补记", "To enter"), width=20),
    OwnColumn(Both("补记数", "Quantity"), Unit.QUANTITY, 9),
    OwnColumn(Both("说明", "Remark"), width=11),
)
RECONCILIATION = OwnSheet(
    "reconciliation",
    "库存对账",
    (
        *(OwnColumn(head, width=w) for head, w in zip(ITEM_HEADINGS, (11, 15, 7, 7), strict=True)),
        *(OwnColumn(COLUMN_HEADINGS[flow], Unit.QUANTITY, 7) for flow in FLOWS),
        OwnColumn(BOOK_HEADING, Unit.QUANTITY, 8),
        *COUNT_COLUMNS,
    ),
    Both(
        "点“库存对账”：每种物品的期初、收、发、结存，与最近一次盘点对照",
        "press 库存对账: opening, in, out and book of every item, against its latest count",
    ),
    frozen=4,
)


def reconciliation_page(result: Result) -> OwnPage:
    """Return every item at every campus with its latest count, and what to enter.

    Raises:
        NoColumn: a sheet lacks a column without which nothing can be booked.
    """
    found, proposed = reconcile(result.book), _proposed(adjustments(result.book))
    rows = tuple(
        _row(line, proposed.get(Account(line.item, line.campus), ()), result.lang)
        for line in found.lines
    )
    return OwnPage(RECONCILIATION, note_of_period(result), _verdict(found, result.lang), rows)


def _proposed(found: Sequence[Adjustment]) -> Mapping[Account, Sequence[Adjustment]]:
    proposed: dict[Account, list[Adjustment]] = defaultdict(list)
    for each in found:
        proposed[Account(each.item, each.campus)].append(each)
    return proposed


def _row(line: Line, proposed: Sequence[Adjustment], lang: str) -> tuple[Value, ...]:
    count = line.count
    doubt = Both("有单据读不清，待核对", "a document is in doubt")
    signed = [each.quantity if each.kind == "盘盈" else -each.quantity for each in proposed]
    return (
        *(line.item, line.name, line.campus, line.unit or None),
        *(getattr(line, flow) for flow in FLOWS),
        line.book,
        *(count.number, count.date, count.book, count.counted, count.variance),
        *(count.price, count.value, count.reason),
        STATES[line.state].of(lang),
        Both("；", "; ").of(lang).join(_entry(each).of(lang) for each in proposed) or None,
        sum(signed, ZERO) if signed else None,
        None if line.sure else doubt.of(lang),
    )


def _entry(proposed: Adjustment) -> Both:
    """Say which line to enter on which sheet."""
    sheet = "入库" if proposed.kind == "盘盈" else "领用"
    much = f"{written(proposed.quantity)} {proposed.unit}".strip()
    of_batch = f"，批号 {proposed.batch}" if proposed.batch else ""
    batch = f", batch {proposed.batch}" if proposed.batch else ""
    return Both(
        f"{sheet}补一行{proposed.kind} {much}{of_batch}，备注写 {proposed.note}",
        f"on {sheet}: {proposed.kind} {much}{batch}, note {proposed.note}",
    )


def _verdict(found: Reconciliation, lang: str) -> str:
    count = {state: sum(line.state is state for line in found.lines) for state in State}
    unsure = any(not line.sure for line in found.lines)
    light = worst(
        red=not found.proof or count[State.DIFFERS] > 0,
        amber=bool(found.left_out or count[State.NOT_COUNTED]) or unsure or not found.lines,
    )
    sentences = (*_proof(found), *_counts(found, count), *_worth(found), *_left_out(found))
    return said(light, Both("", " ").of(lang).join(each.of(lang) for each in sentences))


def _proof(found: Reconciliation) -> tuple[Both, ...]:
    if not found.lines:
        return (Both("没有可对账的入库和领用。", "Nothing came or went."),)
    if found.proof:
        return (Both("各栏相加等于结存，合计与入库、领用两表一致。", "Columns and sheets add up."),)
    return (Both("各栏相加与结存不符！", "The columns do not add up!"),)


def _counts(found: Reconciliation, count: Mapping[State, int]) -> tuple[Both, ...]:
    if not found.lines:
        return ()
    agree, differ, uncounted = (count[state] for state in State)
    there = sum(line.state is State.NOT_COUNTED and line.book > 0 for line in found.lines)
    return (
        Both(
            f"共 {len(found.lines)} 行：盘点相符 {agree}，不符 {differ}，未盘 {uncounted}"
            f"（有结存的 {there}）。",
            f"{len(found.lines)} lines: {agree} agree, {differ} differ, {uncounted} not counted "
            f"({there} of them in stock).",
        ),
    )


def _worth(found: Reconciliation) -> tuple[Both, ...]:
    values = [(total.campus, f"{total.value:,.2f}") for total in found.totals]
    if not values:
        return ()
    zh = "，".join(f"{campus} {value} 元" for campus, value in values)
    en = ", ".join(f"{campus} {value} yuan" for campus, value in values)
    return (Both(f"盘点差异金额：{zh}。", f"Value of the variances: {en}."),)


def _left_out(found: Reconciliation) -> tuple[Both, ...]:
    if not found.left_out:
        return ()
    return (
        Both(
            f"入库、领用有 {found.left_out} 行读不清，没有计入，见问题清单。",
            f"{found.left_out} lines of 入库 and 领用 could not be read and are left out.",
        ),
    )
