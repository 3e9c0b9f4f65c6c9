"""The ledger 盘点: what was counted in the store."""

from typing import Annotated

from pydantic import Field

from houqin.areas.stock.rows.columns import Batch, Campus, ItemName, ItemNumber, UnitName
from houqin.cells.kinds import Choice, Clock, Day, Difference, Id, People, Person, Quantity
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Count(SheetRow):
    """One line of a list of what was counted in the store."""

    ledger = Ledger(
        "counts",
        "盘点",
        "Counts",
        row_keys=(("number", "item", "batch"), ("item", "batch"), ("name", "batch")),
        aliases=("盘库", "盘点登记", "盘点明细", "盘点单", "库存盘点", "盘库登记", "物资盘点"),
        about=Both(
            "清点库存的结果：账面、实盘、差异和原因；盘点本身不改变库存",
            "what was counted against the book, and why it differs; a count changes nothing itself",
        ),
    )

    number: Annotated[
        Id | None,
        heading(
            "盘点单号",
            "盘点编号",
            "盘库单号",
            "单据编号",
            "单号",
            fill_down=True,
            fact=True,
            tip=("一次盘点一个编号，如 PD-001", "one number for each count, such as PD-001"),
        ),
    ]
    date: Annotated[
        Day,
        heading(
            "盘点日期",
            "日期",
            "盘库日期",
            "清点日期",
            fill_down=True,
            fact=True,
            tip=("清点实物的日期，如 2020-06-30", "the day of counting, such as 2020-06-30"),
        ),
    ]
    time: Annotated[
        Clock | None,
        heading(
            "盘点时间",
            "时间",
            "清点时间",
            fact=True,
            tip=(
                "几点清点的；留空按当天结束计",
                "the time of counting; blank means the end of the day",
            ),
        ),
    ]
    campus: Campus
    item: ItemNumber
    name: ItemName
    unit: UnitName
    batch: Batch
    book: Annotated[
        Quantity | None,
        heading(
            "账面数量",
            "账面数",
            "系统数量",
            "账存数",
            "账存数量",
            "帐面数量",
            "帐存数",
            "账面结存",
            "期初数量",
            unit="unit",
            tip=("盘点时账上的数量，可留空", "the quantity on the books, may be blank"),
        ),
    ]
    counted: Annotated[
        Quantity | None,
        heading(
            "实盘数量",
            "实盘数",
            "实际数量",
            "实存数",
            "实存数量",
            "盘点数量",
            "期末核对数量",
            unit="unit",
            tip=(
                "数到的数量；没有盘填空，盘得为零填 0",
                "what was counted; blank means not counted, 0 means none left",
            ),
        ),
        Field(ge=0),
    ]
    recounted: Annotated[
        Quantity | None,
        heading(
            "复盘数量",
            "复盘数",
            "复核数量",
            "复盘",
            unit="unit",
            tip=("差异较大时再数一次的数量", "the second count where the difference is large"),
        ),
        Field(ge=0),
    ]
    variance: Annotated[
        Difference | None,
        heading(
            "差异数量",
            "差异数",
            "差异",
            "差异情况",
            "盘盈盘亏",
            "盈亏数量",
            unit="unit",
            tip=("实盘减账面，少了写负数", "counted less book, negative where some is missing"),
        ),
    ]
    reason: Annotated[
        str | None,
        Choice("差异原因"),
        heading(
            "差异原因",
            "原因",
            "盈亏原因",
            "原因分析",
            tip=("有差异时从下拉列表选择原因", "choose the reason where there is a difference"),
        ),
    ]
    counters: Annotated[
        People,
        heading(
            "盘点人",
            "盘点人员",
            "盘库人",
            "清点人",
            fact=True,
            tip=("谁清点的，可填多人，用顿号分开", "who counted; several names with 、 between"),
        ),
    ]
    supervisor: Annotated[
        Person | None,
        heading(
            "监盘人",
            "审核人",
            "监督人",
            "监盘",
            fact=True,
            tip=("谁在场监督清点", "who watched the counting"),
        ),
    ]
