"""Columns and lists that several ledgers of purchasing share."""

from typing import Annotated

from houqin.cells.kinds import Choice
from houqin.rows import heading

KINDS = "采购类别"  # a list of 清单; one whose 归类 is NOT_STOCKED never comes into the stock
NOT_STOCKED = "不入库"
METHODS = "采购方式"  # a list of 清单; for one whose 归类 is NO_QUOTES no quotes are asked for
NO_QUOTES = "免询价"
REFUSALS = "否决用语"  # a list of words that an opinion is searched for
POLICIES = "预算控制"
STOP, REMIND = "停止", "提醒"

Kind = Annotated[
    str | None,
    Choice(KINDS),
    heading(
        "采购类别",
        "类别",
        "采购类型",
        "物品类别",
        "项目类别",
        tip=("从下拉列表选择；不分类别的留空", "choose from the list, blank for any kind"),
    ),
]
