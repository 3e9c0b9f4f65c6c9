"""The rules about points: each with its reason, none beyond the whole, deliberate damage paid for."""

from collections.abc import Iterator
from decimal import Decimal

from houqin.areas.property.counts import differs, is_explained, points
from houqin.areas.property.rows import PropertyCheck
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

FULL = "property.full"
BY_HAND, WEAR = "人为", "自然损耗"
SCALE = "校产校具检查评分办法"
PAYING = "自然损耗由学校维修，人为损坏照价赔偿"


@row_rule(
    "PRO-07",
    PropertyCheck,
    "扣分和加分写明原因",
    zh=("{field} {value}，没有写原因，数量也没有不符或损坏", "请补填原因"),
    en=("points without a reason: nothing is missing or broken", "give the reason"),
    source=SCALE,
)
def points_have_a_reason(row: PropertyCheck, book: Book) -> Iterator[Hit]:  # noqa: ARG001
    """Points are taken or given for a reason."""
    is_seen = bool(differs(row) or (row.has("damaged") and row.damaged))
    for field, seen in (("deduction", is_seen), ("bonus", False)):
        if points(row, field) and not seen and not is_explained(row):
            yield row.hit(field, field=PropertyCheck.headings()[field].name)


@book_rule(
    "PRO-08",
    "一次检查的扣分合计不超过基础分",
    needs=(PropertyCheck,),
    zh=("{who} 的扣分合计 {total} 超过基础分 {full}，得分按 0 分计", "请核对扣分"),
    en=("{total} points are taken from {who}, more than the {full} there are", "check the points"),
    source=SCALE,
    severity=Severity.WARNING,
    settings=(FULL,),
)
def no_more_than_the_whole(book: Book) -> Iterator[Hit]:
    """No more points are taken in one check than a class begins with."""
    rows = book[PropertyCheck]
    columns = (rows.column(name) for name in ("class_", "date", "inspectors", "deduction"))
    totals: dict[tuple[object, ...], Decimal] = {}
    lines = list(zip(*columns, strict=True))
    campuses = rows.column_or_blank("campus")
    for index in rows.judged("class_", "date", "inspectors", "deduction"):
        *check, taken = lines[index]
        full = book.settings.number(FULL, campuses[index], check[1])
        before = totals.get(tuple(check), Decimal(0))
        total = totals[tuple(check)] = before + (taken or 0)
        if full is not None and before <= full < total:
            yield rows.hit(index, "deduction", who=check[0], total=total, full=full)


@row_rule(
    "PRO-09",
    PropertyCheck,
    "人为损坏的扣分",
    zh=("人为损坏 {damaged}，没有扣分", "请补填扣分，或改正损坏原因"),
    en=("{damaged} broken by somebody's hand, but no points are taken", "take them, or correct it"),
    source=SCALE,
    severity=Severity.WARNING,
)
def deliberate_damage_costs_points(row: PropertyCheck, book: Book) -> Iterator[Hit]:  # noqa: ARG001
    """What was broken by somebody's hand costs points."""
    if row.cause == BY_HAND and row.damaged and not row.deduction:
        yield row.hit("deduction", related=(row.at("cause"),), damaged=row.damaged)


@row_rule(
    "PRO-10",
    PropertyCheck,
    "自然损耗不扣分",
    zh=("损坏原因只有自然损耗，却扣了 {value} 分", "请取消扣分，或写明原因"),
    en=("points are taken for wear alone", "take them back, or give the reason"),
    source=PAYING,
    severity=Severity.WARNING,
)
def wear_costs_no_points(row: PropertyCheck, book: Book) -> Iterator[Hit]:  # noqa: ARG001
    """Wear alone costs no points."""
    is_wear = row.cause == WEAR and row.damaged
    if is_wear and row.deduction and not differs(row) and not is_explained(row):
        yield row.hit("deduction", related=(row.at("cause"),))


@row_rule(
    "PRO-11",
    PropertyCheck,
    "赔偿的是人为损坏或丢失的物品",
    zh=("填了赔偿 {value} 元，但不是人为损坏，也没有缺少", "请核对损坏原因或赔偿金额"),
    en=("{value} yuan are paid, but nothing is lost or was broken by hand", "check the cause"),
    source=PAYING,
    severity=Severity.WARNING,
)
def only_deliberate_damage_is_paid_for(row: PropertyCheck, book: Book) -> Iterator[Hit]:  # noqa: ARG001
    """Only what is lost or was broken by somebody's hand is paid for."""
    is_told = row.cause is None and row.damaged  # PRO-05 asks for the cause
    if row.paid and row.cause != BY_HAND and differs(row) >= 0 and not is_told:
        yield row.hit("paid", related=(row.at("cause"),))


RULES: tuple[Rule, ...] = (
    points_have_a_reason,
    no_more_than_the_whole,
    deliberate_damage_costs_points,
    wear_costs_no_points,
    only_deliberate_damage_is_paid_for,
)
