"""The ledger 清单: what drop-downs offer."""

from typing import Annotated

from houqin.cells.kinds import Number, Text, YesNo
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class ListRow(SheetRow):
    """One value that a drop-down offers, and how else people write it."""

    ledger = Ledger(
        "lists",
        "清单",
        "Lists",
        row_keys=(("list", "value"),),
        aliases=("清单表", "下拉清单", "选项", "下拉选项", "数据字典"),
        about=Both(
            "各下拉列表的内容；写在 同义 里的写法也会被认出",
            "what the drop-downs offer; the spellings under 同义 are understood as well",
        ),
    )
    list: Annotated[
        Text,
        heading(
            "清单", "清单名称", "列表", fill_down=True, tip=("列表的名称，如 检查类型", "the list")
        ),
    ]
    value: Annotated[
        Text, heading("值", "选项", "选项值", tip=("下拉列表里的一项", "one line of the drop-down"))
    ]
    same_as: Annotated[
        Text | None,
        heading(
            "同义",
            "同义词",
            "别名",
            "其他写法",
            literal=True,
            tip=("意思相同的其他写法，用、隔开", "other spellings of it, parted by 、"),
        ),
    ]
    group: Annotated[
        Text | None,
        heading(
            "归类",
            "归属",
            "分组",
            tip=(
                "houqin 按归类判断，如 异常、完成",
                "what the value means to houqin, such as 异常",
            ),
        ),
    ]
    order: Annotated[
        Number | None,
        heading("次序", "顺序", "排序", tip=("在下拉列表里的先后", "its place in the drop-down")),
    ]
    in_use: Annotated[
        YesNo | None,
        heading(
            "启用", "是否启用", "在用", tip=("写 否 则不能再选", "否 takes it out of the drop-down")
        ),
    ]
