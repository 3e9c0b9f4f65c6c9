"""What the summary tells of supplies: the reserve, what is missing, what expires."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from houqin.areas.measures import Measure, share
from houqin.areas.stock.ledger import campuses_of
from houqin.areas.stock.lots import shelves
from houqin.areas.stock.reconcile import named_items
from houqin.areas.stock.reserves import Need, needs, reorder
from houqin.areas.stock.stock_tables import ITEM_HEADINGS, ITEM_UNITS
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Chart, Section, SectionTable, Unit

SCHOOL = "全校"


@dataclass(frozen=True, slots=True)
class Expiring:
    """What is left of a batch that has expired, or will soon."""

    item: str
    name: str
    campus: str
    unit: str
    batch: str | None
    expires: date
    left: Decimal
    days: int  # until it expires; negative once it has


def expiring(book: Book) -> Iterator[Expiring]:
    """Yield what has expired on the as-of day, or does within stock.expiry_soon_days."""
    for (item, campus), shelf in shelves(book).items():
        soon = book.settings.number("stock.expiry_soon_days", campus, book.as_of) or 0
        name, unit = named_items(book)[item]
        for lot in shelf.lots:
            days = (lot.expires - book.as_of).days if lot.expires else None
            if lot.left > 0 and lot.expires and days is not None and days <= soon:
                yield Expiring(item, name, campus, unit, lot.batch, lot.expires, lot.left, days)


def _short(found: Sequence[Need]) -> int:
    return sum(need.missing > 0 for need in found)


def _met(found: Sequence[Need]) -> Decimal | None:
    return share(len(found) - _short(found), len(found))


def _expired(lots: Sequence[Expiring]) -> int:
    return sum(lot.days < 0 for lot in lots)


def _expiring(lots: Sequence[Expiring]) -> int:
    return sum(lot.days >= 0 for lot in lots)


OF_NEEDS: tuple[Measure[Need], ...] = (
    Measure(
        "supplies.short",
        Both("储备缺口项数", "Reserves that are short"),
        Unit.COUNT,
        _short,
        Both(
            "储备标准 中可用数量不足 基数×定额×天数 的物品，按校区计；可用为统计日期未过期的结存",
            "items on 储备标准 with less to use than 基数 × 定额 × 天数, each campus apart",
        ),
    ),
    Measure(
        "supplies.met_rate",
        Both("储备达标率", "Reserves that are met"),
        Unit.RATE,
        _met,
        Both("达标的项数 ÷ 储备标准 的项数", "reserves that are met ÷ reserves on 储备标准"),
    ),
)
OF_LOTS: tuple[Measure[Expiring], ...] = (
    Measure(
        "supplies.expired",
        Both("过期批次", "Expired batches"),
        Unit.COUNT,
        _expired,
        Both(
            "入库 中有效期早于统计日期、按先到期先用仍有结余的行数",
            "lines of 入库 that have expired on the as-of day with something left of them",
        ),
    ),
    Measure(
        "supplies.expiring",
        Both("临期批次", "Batches that expire soon"),
        Unit.COUNT,
        _expiring,
        Both(
            "入库 中在 物品临期提醒提前天数 之内到期、仍有结余的行数",
            "lines of 入库 that expire within the days set on 参数, with something left of them",
        ),
    ),
)


def supply_part(book: Book) -> Section:
    """Return figures, tables and charts of the supplies."""
    found, lots, where = needs(book), tuple(expiring(book)), campuses_of(book)
    figures = (
        *(measure.figure(found, where, book) for measure in OF_NEEDS),
        *(measure.figure(lots, where, book) for measure in OF_LOTS),
    )
    tables = (_reserves(found), _shortages(found), _lots(lots), _orders(book))
    chart = Chart(Both("应储与可用", "Required and usable"), "column", "reserves", 0, (2, 3))
    return Section("supplies", Both("储备物资", "Supplies"), figures, tables, (chart,))


def _reserves(found: Sequence[Need]) -> SectionTable:
    return SectionTable(
        "reserves",
        Both("储备情况", "Reserves"),
        (
            Both("物品", "Item"),
            Both("单位", "Unit"),
            Both("应储数量", "Required"),
            Both("可用数量", "Usable"),
        ),
        (Unit.TEXT, Unit.TEXT, Unit.QUANTITY, Unit.QUANTITY),
        tuple((f"{n.name}（{n.campus}）", n.unit, n.required, n.usable) for n in found),
        Both("没有储备标准", "no reserve standard"),
    )


def _shortages(found: Sequence[Need]) -> SectionTable:
    return SectionTable(
        "shortages",
        Both("储备缺口", "Shortages"),
        (
            *ITEM_HEADINGS,
            Both("应储数量", "Required"),
            Both("可用数量", "Usable"),
            Both("缺口", "Missing"),
        ),
        (*ITEM_UNITS, *(Unit.QUANTITY,) * 3),
        tuple(
            (n.account.item, n.name, n.campus, n.unit, n.required, n.usable, n.missing)
            for n in found
            if n.missing
        ),
        Both("储备都已达标", "every reserve is met"),
    )


def _lots(lots: Sequence[Expiring]) -> SectionTable:
    return SectionTable(
        "expiring",
        Both("过期和临期物品", "Expired, or soon"),
        (
            *ITEM_HEADINGS,
            Both("批号", "Batch"),
            Both("有效期至", "Expires"),
            Both("剩余天数", "Days left"),
            Both("结余", "Left"),
        ),
        (*ITEM_UNITS, Unit.TEXT, Unit.DATE, Unit.DAYS, Unit.QUANTITY),
        tuple(
            (lot.item, lot.name, lot.campus, lot.unit, lot.batch, lot.expires, lot.days, lot.left)
            for lot in sorted(lots, key=lambda lot: (lot.expires, lot.item, lot.campus))
        ),
    )


def _orders(book: Book) -> SectionTable:
    return SectionTable(
        "reorder",
        Both("补货建议", "What to order"),
        (
            *ITEM_HEADINGS,
            Both("现有数量", "There"),
            Both("应达到", "Target"),
            Both("建议数量", "To order"),
            Both("估计金额", "Estimate"),
        ),
        (*ITEM_UNITS, *(Unit.QUANTITY,) * 3, Unit.MONEY),
        tuple(
            (o.item, o.name, o.campus or SCHOOL, o.unit, o.there, o.target, o.quantity, o.amount)
            for o in reorder(book)
        ),
        Both("不需要补货", "nothing to order"),
    )
