"""The ledger 物品目录: what the school keeps in stock."""

from typing import Annotated

from pydantic import Field

from houqin.areas.stock.rows.columns import ITEM_ALIASES, NAME_ALIASES, Spec
from houqin.cells.kinds import Choice, Id, Price, Quantity, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Item(SheetRow):
    """One thing that the school keeps in stock."""

    ledger = Ledger(
        "items",
        "物品目录",
        "Items",
        row_keys=(("item",),),
        aliases=("物品清单", "物资目录", "物资清单", "商品目录", "库存物品", "物品档案"),
        about=Both(
            "学校库存物品的编号、名称、单位和库存上下限；其他库存表以它为准",
            "number, name, unit and limits of each item; the other stock sheets follow it",
        ),
    )

    item: Annotated[
        Id,
        heading(
            "物品编号",
            *ITEM_ALIASES,
            tip=("每种物品一个编号，如 KZ-001", "one number for each item, such as KZ-001"),
        ),
    ]
    name: Annotated[
        Text,
        heading(
            "物品名称",
            *NAME_ALIASES,
            tip=(
                "全校统一的名称，同一物品只写一种叫法",
                "one name for the whole school, always the same",
            ),
        ),
    ]
    category: Annotated[
        str | None,
        Choice("物品类别"),
        heading(
            "类别",
            "物品类别",
            "物品类型",
            "物资类别",
            "分类",
            tip=("从下拉列表选择类别", "choose the category from the list"),
        ),
    ]
    spec: Spec
    unit: Annotated[
        Text,
        heading(
            "单位",
            "计量单位",
            tip=("库存只用这一个单位", "the only unit in which the item is kept"),
        ),
    ]
    low: Annotated[
        Quantity | None,
        heading(
            "最低库存",
            "库存下限",
            "物品库存下限",
            "安全库存",
            "最低储备",
            unit="unit",
            tip=("低于这个数量就提醒补货", "below this quantity the item is to be bought"),
        ),
        Field(ge=0),
    ]
    high: Annotated[
        Quantity | None,
        heading(
            "最高库存",
            "库存上限",
            "物品库存上限",
            "最高储备",
            unit="unit",
            tip=("库存不应超过的数量", "the stock should not pass this quantity"),
        ),
        Field(ge=0),
    ]
    price: Annotated[
        Price | None,
        heading(
            "参考单价",
            "单价",
            "价格",
            "物品价格",
            "参考价",
            tip=(
                "没有入库单价时按它计算金额，单位元",
                "in yuan; used where no receipt states a price",
            ),
        ),
        Field(ge=0),
    ]
