"""The ledger 入库: what came into the stock."""

from typing import Annotated

from pydantic import Field

from houqin.areas.stock.rows.columns import (
    DOCUMENT_TIP,
    Batch,
    Campus,
    ItemName,
    ItemNumber,
    Note,
    Spec,
    UnitName,
)
from houqin.cells.kinds import Choice, Day, Id, Money, Person, Price, Quantity, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Receipt(SheetRow):
    """One line of a document of what came into the stock."""

    ledger = Ledger(
        "receipts",
        "入库",
        "Receipts",
        row_keys=(("number", "item", "batch"),),
        aliases=(
            "入库登记",
            "入库明细",
            "入库台账",
            "入库单",
            "验收入库",
            "物品入库",
            "入库登记表",
        ),
        about=Both(
            "每一批入库的物品：期初、采购、捐赠、调入、退库、盘盈",
            "what came in: opening stock, bought, given, moved in, returned, surplus found",
        ),
    )

    number: Annotated[
        Id,
        heading(
            "单据编号",
            "入库单号",
            "入库编号",
            "入库单编号",
            "单号",
            "单据号",
            fill_down=True,
            fact=True,
            tip=DOCUMENT_TIP,
        ),
    ]
    date: Annotated[
        Day,
        heading(
            "日期",
            "入库日期",
            "入库时间",
            "验收日期",
            weak=("录入时间", "登记日期"),
            fill_down=True,
            fact=True,
            tip=("物品入库的日期，如 2020-05-12", "the day it came in, such as 2020-05-12"),
        ),
    ]
    campus: Campus
    kind: Annotated[
        str | None,
        Choice("入库类型"),
        heading(
            "入库类型",
            "类型",
            "入库类别",
            "入库方式",
            tip=("留空即为采购", "blank means bought"),
        ),
    ]
    item: ItemNumber
    name: ItemName
    spec: Spec
    unit: UnitName
    quantity: Annotated[
        Quantity,
        heading(
            "数量",
            "入库数量",
            "物品数量",
            "验收数量",
            "实收数量",
            total=True,
            unit="unit",
            tip=("只填数字，大于 0", "a number above 0"),
        ),
        Field(gt=0),
    ]
    unit_price: Annotated[
        Price | None,
        heading(
            "单价",
            "物品价格",
            "价格",
            "入库单价",
            "单价(元)",
            tip=("一个单位的价格，单位元", "price of one unit in yuan"),
        ),
        Field(ge=0),
    ]
    amount: Annotated[
        Money | None,
        heading(
            "金额",
            "合计",
            "总价",
            "合计金额",
            "入库金额",
            "金额(元)",
            total=True,
            tip=("数量 × 单价，单位元", "quantity × price in yuan"),
        ),
        Field(ge=0),
    ]
    supplier: Annotated[
        Text | None,
        heading(
            "供货单位",
            "供应商",
            "供货商",
            "供货商名称",
            "供应商名称",
            "来源单位",
            fact=True,
            tip=("卖方或捐赠方的名称", "who sold or gave it"),
        ),
    ]
    invoice: Annotated[
        Id | None,
        heading(
            "发票号",
            "发票",
            "发票号码",
            "发票编号",
            tip=("发票上的号码", "the number on the invoice"),
        ),
    ]
    batch: Batch
    expires: Annotated[
        Day | None,
        heading(
            "有效期至",
            "有效期",
            "保质期至",
            "失效日期",
            "到期日期",
            tip=("包装上的有效期截止日", "the last day on which it may be used"),
        ),
    ]
    buyer: Annotated[
        Person | None,
        heading(
            "采购人",
            "采购员",
            "采购人员",
            "经手人",
            "经办人",
            fact=True,
            tip=("谁买的；不能同时验收", "who bought it; somebody else accepts it"),
        ),
    ]
    acceptor: Annotated[
        Person,
        heading(
            "验收人",
            "财产管理员",
            "验收员",
            "验收人员",
            fact=True,
            tip=("谁验收的；不能是采购人", "who accepted it; not the one who bought it"),
        ),
    ]
    keeper: Annotated[
        Person,
        heading(
            "保管员",
            "仓库保管员",
            "保管人",
            "仓管员",
            "库管员",
            fact=True,
            tip=("谁收入库房", "who took it into the store"),
        ),
    ]
    request: Annotated[
        Id | None,
        heading(
            "申请单号",
            "采购申请单号",
            "采购单号",
            "申购单号",
            tip=("采购审批的申请单号", "the number of the purchase request"),
        ),
    ]
    note: Note
