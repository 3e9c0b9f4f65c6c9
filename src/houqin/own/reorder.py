"""补货清单: what to buy, how much of it, and why."""

from collections.abc import Sequence

from houqin.areas.stock.items import listed
from houqin.areas.stock.moves import ZERO
from houqin.areas.stock.reserves import OrderLine, reorder
from houqin.areas.stock.supply_figures import SCHOOL
from houqin.cells.money import to_cents
from houqin.own.heads import note_of_day, said, worst
from houqin.own.layout import OwnColumn, OwnPage, OwnSheet
from houqin.problems import Both
from houqin.result import Result
from houqin.sections import Unit, Value

OF_RESERVE = Both("储备标准", "reserve standard")
OF_LOW = Both("最低库存", "minimum stock")
REORDER = OwnSheet(
    "reorder",
    "补货清单",
    (
        OwnColumn(Both("物品编号", "Item"), width=12),
        OwnColumn(Both("物品名称", "Name"), width=22),
        OwnColumn(Both("规格型号", "Model"), width=16),
        OwnColumn(Both("单位", "Unit"), width=8),
        OwnColumn(Both("校区", "Campus"), width=8),
        OwnColumn(Both("补货原因", "Below"), width=14),
        OwnColumn(Both("现有数量", "There"), Unit.QUANTITY, 12),
        OwnColumn(Both("应达到", "Target"), Unit.QUANTITY, 12),
        OwnColumn(Both("建议数量", "To order"), Unit.QUANTITY, 12),
        OwnColumn(Both("估计单价", "Price"), Unit.MONEY, 12),
        OwnColumn(Both("估计金额", "Estimate"), Unit.MONEY, 13),
    ),
    Both(
        "点“补货清单”：不足储备标准或最低库存的物品，和建议补多少",
        "press 补货清单: what is below its reserve or its minimum, and how much to buy",
    ),
    frozen=2,
)


def reorder_page(result: Result) -> OwnPage:
    """Return what to buy so that neither the reserve standard nor 最低库存 is missed.

    Raises:
        NoColumn: a sheet lacks a column without which nothing can be said of the stock.
    """
    lines, specs = reorder(result.book), listed(result.book, "spec")
    rows = tuple(_row(line, specs.get(line.item), result.lang) for line in lines)
    return OwnPage(REORDER, note_of_day(result), _verdict(lines, result.lang), rows)


def _row(line: OrderLine, spec: str | None, lang: str) -> tuple[Value, ...]:
    reason = OF_LOW if line.campus is None else OF_RESERVE
    price = None if line.price is None else to_cents(line.price.each)
    return (
        *(line.item, line.name, spec, line.unit or None),
        *(line.campus or SCHOOL, reason.of(lang)),
        *(line.there, line.target, line.quantity, price, line.amount),
    )


def _verdict(lines: Sequence[OrderLine], lang: str) -> str:
    if not lines:
        enough = Both("储备和库存都够，不需要补货。", "Nothing to order: there is enough.")
        return said(worst(red=False), enough.of(lang))
    total = f"{sum((line.amount or ZERO for line in lines), ZERO):,.2f}"
    unknown = sum(line.amount is None for line in lines)
    short = sum(line.campus is not None for line in lines)
    told = Both(
        f"建议补货 {len(lines)} 项（储备标准 {short}，最低库存 {len(lines) - short}），"
        f"估计合计 {total} 元",
        f"{len(lines)} to order ({short} below the reserve, {len(lines) - short} below the "
        f"minimum), in all about {total} yuan",
    )
    without = Both(
        f"；另有 {unknown} 项没有单价，未计入。", f"; {unknown} without a price are not counted."
    )
    end = without if unknown else Both("。", ".")
    return said(worst(red=True), told.of(lang) + end.of(lang))
