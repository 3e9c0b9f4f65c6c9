"""The ledger 审批权限: who may approve a purchase of which amount."""

from typing import Annotated

from pydantic import Field

from houqin.areas.purchasing.rows.columns import Kind
from houqin.cells.kinds import Choice, Money, Text, Whole, YesNo
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class ApprovalLevel(SheetRow):
    """One line of the approval matrix: amounts, where and of what, and who approves them."""

    ledger = Ledger(
        "approval_levels",
        "审批权限",
        "Approval levels",
        row_keys=(("above", "campus", "kind"),),
        aliases=("审批权限表", "采购权限", "采购审批权限", "审批权限一览表", "采购限额"),
        about=Both(
            "多大金额的采购由谁审批；写明校区、类别的一行优先于通用的一行",
            "who approves purchases of which amount; a line for a campus or kind goes before one for all",
        ),
    )

    campus: Annotated[
        str | None,
        Choice("校区"),
        heading("校区", "适用校区", tip=("各校区相同的留空", "blank where it holds for all")),
    ]
    kind: Kind
    above: Annotated[
        Money,
        heading("金额下限", "下限", "起始金额", tip=("本档从多少元起，如 0", "from so many yuan")),
        Field(ge=0),
    ]
    above_included: Annotated[
        YesNo | None,
        heading(
            "含下限",
            "是否含下限",
            literal=True,
            tip=("正好等于下限时是否属于本档", "whether the lower limit itself belongs here"),
        ),
    ]
    below: Annotated[
        Money | None,
        heading(
            "金额上限", "上限", "截止金额", tip=("不封顶的留空", "blank where there is no end")
        ),
        Field(ge=0),
    ]
    below_included: Annotated[
        YesNo | None,
        heading(
            "含上限",
            "是否含上限",
            literal=True,
            tip=("正好等于上限时是否属于本档", "whether the upper limit itself belongs here"),
        ),
    ]
    approver: Annotated[
        Text,
        heading(
            "审批职务",
            "审批人",
            "审批人职务",
            "审批权限人",
            tip=("人员 中的职务，如 总务主任", "a role on 人员, such as 总务主任"),
        ),
    ]
    collective: Annotated[
        YesNo | None,
        heading(
            "集体决策",
            "是否集体决策",
            "三重一大",
            literal=True,
            tip=("须开会集体研究的填 是", "yes where a meeting must decide"),
        ),
    ]
    quotes: Annotated[
        Whole | None,
        heading(
            "报价家数",
            "询价家数",
            "比价家数",
            tip=("至少几家报价；按 参数 的留空", "how many quotes at least; blank: as on 参数"),
        ),
        Field(ge=0),
    ]
    source: Annotated[
        Text | None,
        heading("来源", "依据", "文件依据", tip=("本校哪份制度", "which rule of the school")),
    ]
