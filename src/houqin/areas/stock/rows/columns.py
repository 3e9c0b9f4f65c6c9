"""Columns that several ledgers of the stock share."""

from typing import Annotated

from houqin.cells.kinds import Choice, Id, Text
from houqin.rows import heading

DOCUMENT_TIP = (
    "同一张单据的每一行填同一个编号",
    "the same number on every line of one document",
)
ITEM_ALIASES = ("编号", "物品编码", "商品编号", "商品编码", "货号", "物资编号", "物资编码")
NAME_ALIASES = ("品名", "名称", "商品名称", "物资名称", "物品", "入库物品", "领用物品")
CAMPUS_ALIASES = ("仓库", "库房", "存放地点", "存放位置", "盘点地点")

Campus = Annotated[
    str,
    Choice("校区"),
    heading(
        "校区",
        *CAMPUS_ALIASES,
        fill_down=True,
        fact=True,
        tip=("从下拉列表选择校区", "choose the campus from the list"),
    ),
]

ItemNumber = Annotated[
    Id | None,
    heading(
        "物品编号",
        *ITEM_ALIASES,
        tip=("填 物品目录 中的编号，没有可留空", "its number on 物品目录, blank if it has none"),
    ),
]

ItemName = Annotated[
    Text,
    heading("物品名称", *NAME_ALIASES, tip=("与 物品目录 中的名称一致", "its name on 物品目录")),
]

Spec = Annotated[
    Text | None,
    heading(
        "规格型号",
        "规格",
        "型号",
        "品种",
        tip=("规格或型号，如 500ml", "size or model, such as 500ml"),
    ),
]

UnitName = Annotated[
    Text,
    heading("单位", "计量单位", tip=("与 物品目录 中的单位一致，如 瓶", "its unit on 物品目录")),
]

Batch = Annotated[
    Id | None,
    heading(
        "批号",
        "批次",
        "生产批号",
        "批次号",
        tip=("包装上的批号，没有可留空", "the batch on the package, if any"),
    ),
]

Note = Annotated[
    Text | None,
    heading(
        "备注",
        "说明",
        tip=("盘盈、盘亏写盘点单号", "for 盘盈 and 盘亏 the number of the count"),
    ),
]
