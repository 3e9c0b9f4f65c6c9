"""The ledger 领用: what was taken out of the stock."""

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
from houqin.cells.kinds import Choice, Day, Id, Person, Quantity, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class StockIssue(SheetRow):
    """One line of a document of what was taken out of the stock."""

    ledger = Ledger(
        "stock_issues",
        "领用",
        "Stock issues",
        row_keys=(("number", "item", "batch"),),
        aliases=(
            "领用登记",
            "领用明细",
            "领用台账",
            "领用单",
            "出库",
            "出库登记",
            "出库明细",
            "出库单",
            "物品领用",
            "领用登记表",
        ),
        about=Both(
            "每一笔出库的物品：领用、调出、退货、报废、盘亏",
            "what went out: taken, moved out, sent back, scrapped, found missing",
        ),
    )

    number: Annotated[
        Id,
        heading(
            "单据编号",
            "领用单号",
            "领用编号",
            "领用单 id",
            "领用单编号",
            "出库单号",
            "出库编号",
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
            "领用日期",
            "领用时间",
            "出库日期",
            "出库时间",
            weak=("录入时间", "登记日期"),
            fill_down=True,
            fact=True,
            tip=("物品领走的日期，如 2020-05-12", "the day it was taken, such as 2020-05-12"),
        ),
    ]
    campus: Campus
    kind: Annotated[
        str | None,
        Choice("出库类型"),
        heading(
            "出库类型",
            "类型",
            "出库类别",
            "出库方式",
            tip=("留空即为领用", "blank means taken for use"),
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
            "领用数量",
            "领取数量",
            "物品数量",
            "出库数量",
            total=True,
            unit="unit",
            tip=("只填数字，大于 0", "a number above 0"),
        ),
        Field(gt=0),
    ]
    batch: Batch
    person: Annotated[
        Person,
        heading(
            "领用人",
            "领取人",
            "签收人",
            "领用人签字",
            "领用人签名",
            fact=True,
            tip=("谁领走的", "who took it"),
        ),
    ]
    department: Annotated[
        Text,
        heading(
            "领用部门",
            "部门",
            "领用单位",
            "使用部门",
            "领取部门",
            fact=True,
            tip=("哪个部门或班级使用", "the department or class that uses it"),
        ),
    ]
    purpose: Annotated[
        Text,
        heading(
            "用途",
            "领用用途",
            "购置用途",
            "领用原因",
            fact=True,
            tip=("用在什么地方，如 教室消毒", "what it is for, such as cleaning classrooms"),
        ),
    ]
    keeper: Annotated[
        Person | None,
        heading(
            "保管员",
            "仓库保管员",
            "保管人",
            "仓管员",
            "库管员",
            "发放人",
            fact=True,
            tip=("谁发出的", "who handed it out"),
        ),
    ]
    note: Note
