"""The ledger 校产检查: what is in each class room, what is missing or broken, and the score."""

from typing import Annotated

from pydantic import Field

from houqin.areas.columns import campus_heading
from houqin.cells.kinds import (
    Choice,
    ClassName,
    Day,
    Id,
    Money,
    People,
    Person,
    Points,
    Text,
    Things,
)
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class PropertyCheck(SheetRow):
    """One item of a class room as somebody found it."""

    ledger = Ledger(
        "property_checks",
        "校产检查",
        "Property checks",
        row_keys=(("class_", "item", "date"),),
        aliases=(
            "校产校具检查",
            "校产校具检查评比",
            "校产检查表",
            "校具检查",
            "班级财产检查",
            "班级财产登记",
            "班级校产检查",
            "教室财产检查",
        ),
        about=Both(
            "学期末逐班检查校产校具：应有、实有、损坏、扣分加分，损坏的报修",
            "What is in each class room at the end of term: expected, found, broken; the score, "
            "and the repair of what is broken",
        ),
    )

    date: Annotated[
        Day,
        heading(
            "检查日期",
            "检查时间",
            "清点日期",
            "日期",
            fill_down=True,
            fact=True,
            tip=("检查的那一天", "the day of the check"),
        ),
    ]
    campus: Annotated[
        str,
        Choice("校区"),
        campus_heading(),
    ]
    class_: Annotated[
        ClassName,
        heading(
            "班级",
            "班级名称",
            "班名",
            fill_down=True,
            fact=True,
            tip=("如 六(5)班、六年级5班、605", "such as 六(5)班 or 605"),
        ),
    ]
    room: Annotated[
        Text | None,
        heading(
            "房间",
            "教室",
            "教室编号",
            "地点",
            fact=True,
            tip=("班级所在的教室，如 六(5)班教室", "the room of the class"),
        ),
    ]
    item: Annotated[
        Text,
        heading(
            "物品名称",
            "财产名称",
            "校产名称",
            "校具名称",
            "品名",
            "物品",
            "检查项目",
            tip=("如 课桌椅、门窗玻璃、多媒体", "such as 课桌椅, 门窗玻璃 or 多媒体"),
        ),
    ]
    expected: Annotated[
        Things | None,
        heading(
            "应有数",
            "应有数量",
            "期初数量",
            "登记数",
            "登记数量",
            total=True,
            tip=("财产登记上的数量", "how many the register has"),
        ),
        Field(ge=0),
    ]
    found: Annotated[
        Things | None,
        heading(
            "实有数",
            "实有数量",
            "期末核对数量",
            "清点数",
            "清点数量",
            total=True,
            tip=("清点到的数量，含损坏的", "how many are there, the broken ones included"),
        ),
        Field(ge=0),
    ]
    damaged: Annotated[
        Things | None,
        heading(
            "损坏数",
            "损坏数量",
            "损坏",
            "破损数",
            total=True,
            tip=("实有数中损坏的数量", "how many of those found are broken"),
        ),
        Field(ge=0),
    ]
    cause: Annotated[
        str | None,
        Choice("损坏原因"),
        heading(
            "损坏原因",
            "损坏性质",
            "损坏情况",
            tip=("自然损耗或人为", "wear, or by somebody's hand"),
        ),
    ]
    deduction: Annotated[
        Points | None,
        heading("扣分", "扣分数", "应扣分", tip=("扣的分数，填正数", "points off, above 0")),
        Field(ge=0),
    ]
    bonus: Annotated[
        Points | None,
        heading("加分", "加分数", "奖励分", tip=("加的分数", "points given")),
        Field(ge=0),
    ]
    reason: Annotated[
        Text | None,
        heading(
            "加扣分原因",
            "扣分原因",
            "加分原因",
            "原因说明",
            "备注",
            tip=("为什么扣分或加分，数量为什么不符", "why points are taken or given"),
        ),
    ]
    paid: Annotated[
        Money | None,
        heading(
            "赔偿金额",
            "赔偿",
            "赔偿费",
            tip=("元；人为损坏的赔偿", "in yuan; for what was broken by somebody's hand"),
        ),
        Field(ge=0),
    ]
    repair: Annotated[
        Id | None,
        heading(
            "报修单号",
            "维修单号",
            "报修编号",
            tip=("损坏物品在维修表中的编号", "the number of its repair on 维修"),
        ),
    ]
    inspectors: Annotated[
        People,
        heading(
            "检查人",
            "检查人员",
            "检查人签名",
            "清点人",
            fact=True,
            tip=("谁检查的，不能是本班班主任", "who looked, not the form teacher of the class"),
        ),
    ]
    teacher: Annotated[
        Person | None,
        heading(
            "班主任",
            "班主任签字",
            "班主任签名",
            fact=True,
            tip=("本班班主任", "the form teacher of the class"),
        ),
    ]
