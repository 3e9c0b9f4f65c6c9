"""Columns that several ledgers of safety share."""

from typing import Annotated

from houqin.areas.columns import campus_heading
from houqin.cells.kinds import Choice, Text
from houqin.rows import heading

Campus = Annotated[
    str,
    Choice("校区"),
    campus_heading("检查校区"),
]

AreaOfSafety = Annotated[
    str,
    Choice("检查项目"),
    heading(
        "检查项目",
        "项目",
        "检查大类",
        "安全领域",
        fill_down=True,
        tip=("从列表选择", "Choose from the list"),
    ),
]

Note = Annotated[
    Text | None,
    heading("备注", "说明", tip=("其他要说明的，可留空", "Anything else; may stay blank")),
]
