"""Columns that several ledgers of safety share."""

from typing import Annotated

from houqin.cells.kinds import Choice, Text
from houqin.rows import heading

Campus = Annotated[
    str,
    Choice("校区"),
    heading(
        "校区",
        "所在校区",
        "检查校区",
        fill_down=True,
        fact=True,
        tip=("从列表选择校区", "Choose the campus from the list"),
    ),
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
