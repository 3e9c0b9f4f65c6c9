"""The ledger 岗位: which posts must be filled, when, by how many and by whom."""

from typing import Annotated

from pydantic import Field

from houqin.areas.duty.rows.columns import Campus, DutySlot, Post
from houqin.cells.kinds import Choice, Choices, Day, Heads, Text, YesNo
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class PostRow(SheetRow):
    """One post at one time of day."""

    ledger = Ledger(
        "posts",
        "岗位",
        "Posts",
        row_keys=(("campus", "post", "slot"),),
        aliases=("岗位表", "值班岗位", "岗位设置", "岗位安排", "岗位一览"),
        about=Both(
            "哪个校区的哪个岗位，在哪些日子的什么时段要几个人、什么人",
            "Which posts of each campus must be filled, on which days, when, by how many and by whom",
        ),
    )

    campus: Campus
    post: Post
    slot: DutySlot
    weekdays: Annotated[
        tuple[str, ...] | None,
        Choices("星期"),
        heading(
            "星期",
            "适用星期",
            "周几",
            "星期几",
            tip=(
                "如 周一、周三，或 周一至周五；留空表示不限",
                "Such as 周一、周三; blank means any",
            ),
        ),
    ]
    heads: Annotated[
        Heads,
        heading(
            "人数",
            "值班人数",
            "需要人数",
            "岗位人数",
            "在岗人数",
            tip=("这个时段要几个人", "How many people it takes"),
        ),
        Field(gt=0),
    ]
    qualification: Annotated[
        Text | None,
        heading(
            "资格",
            "资格要求",
            "任职要求",
            "人员要求",
            tip=(
                "职务，如 保安；几种都可以的用顿号隔开；留空表示不限",
                "A role, such as 保安, or several with 、 between; blank means anybody",
            ),
        ),
    ]
    days: Annotated[
        str | None,
        Choice("适用日"),
        heading(
            "适用日",
            "适用日期",
            "日期类型",
            tip=(
                "上课日、工作日、休息日或每天；留空表示上课日",
                "On which days; blank means 上课日",
            ),
        ),
    ]
    led: Annotated[
        YesNo | None,
        heading(
            "须带班",
            "需带班",
            "须带班领导",
            tip=("是：值班表要写明带班领导", "是: the roster must name a leader"),
        ),
    ]
    since: Annotated[
        Day | None,
        heading(
            "启用日期",
            "开始日期",
            tip=("从哪天起设这个岗；留空表示一直有", "The first day of the post; blank: no bound"),
        ),
    ]
    until: Annotated[
        Day | None,
        heading(
            "停用日期",
            "结束日期",
            tip=("到哪天为止；留空表示还在用", "The last day of the post; blank: no bound"),
        ),
    ]
