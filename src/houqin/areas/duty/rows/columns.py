"""Columns that several ledgers of the duty share."""

from typing import Annotated

from houqin.areas.columns import campus_heading
from houqin.cells.kinds import Choice, Slot, Text
from houqin.rows import heading

Campus = Annotated[
    str,
    Choice("校区"),
    campus_heading("值班校区", "校区名称"),
]

Post = Annotated[
    Text,
    heading(
        "岗位",
        "值班岗位",
        "岗位名称",
        "值班地点",
        "值班类型",
        "值日岗位",
        "护学点",
        fill_down=True,
        fact=True,
        tip=(
            "各表写法一致，以 岗位 表为准，如 护学岗",
            "One spelling on all sheets, that of 岗位, such as 护学岗",
        ),
    ),
]

DutySlot = Annotated[
    Slot,
    heading(
        "时段",
        "值班时段",
        "值班时间",
        "时间段",
        "时间",
        "起止时间",
        fill_down=True,
        fact=True,
        tip=("如 07:20-07:50；过夜写 19:00-07:00", "Such as 07:20-07:50; 19:00-07:00 over night"),
    ),
]
