"""The first half of the ledger 采购审批: what is asked for, and who approved it."""

from typing import Annotated

from pydantic import Field

from houqin.areas.purchasing.rows.columns import METHODS, Kind
from houqin.cells.kinds import Choice, Day, Id, Money, Person, Price, Quantity, Text, Whole
from houqin.rows import SheetRow, heading


class RequestRow(SheetRow):
    """One line of a purchase request, up to its approval."""

    number: Annotated[
        Id,
        heading(
            "申请单号",
            "申购单编号",
            "申购单号",
            "采购申请单号",
            "采购单号",
            "编号",
            fill_down=True,
            fact=True,
            tip=("同一份申请的每一行填同一个编号", "the same number on every line of one request"),
        ),
    ]
    line: Annotated[
        Whole | None,
        heading(
            "行号", "序号", "项次", tip=("同一申请中的第几行", "which line of the request it is")
        ),
        Field(ge=1),
    ]
    requested: Annotated[
        Day,
        heading(
            "申请日期",
            "提交日期",
            "申购日期",
            "申请时间",
            "请购日期",
            fill_down=True,
            fact=True,
            tip=("提出申请的日期，如 2020-05-12", "the day of the request, such as 2020-05-12"),
        ),
    ]
    campus: Annotated[
        str,
        Choice("校区"),
        heading(
            "校区",
            "申请校区",
            "所在校区",
            fill_down=True,
            fact=True,
            tip=("从下拉列表选择校区", "choose the campus from the list"),
        ),
    ]
    department: Annotated[
        Text,
        heading(
            "申请部门",
            "申购部门",
            "使用部门",
            "请购部门",
            "申请单位",
            "部门",
            fill_down=True,
            fact=True,
            tip=("谁要用，如 德育处", "which department needs it"),
        ),
    ]
    requester: Annotated[
        Person,
        heading(
            "申请人",
            "申购人",
            "请购人",
            "申请者",
            fact=True,
            tip=("提出申请的人", "who asks for it"),
        ),
    ]
    kind: Kind
    item: Annotated[
        Id | None,
        heading(
            "物品编号",
            "物品编码",
            "物资编号",
            tip=("入库的物品填 物品目录 中的编号", "its number on 物品目录, if it is stocked"),
        ),
    ]
    name: Annotated[
        Text,
        heading(
            "物品名称",
            "品名",
            "采购项目",
            "货物名称",
            "项目名称",
            "名称",
            tip=("要买什么；服务写服务名称", "what is to be bought; a service by its name"),
        ),
    ]
    unit: Annotated[Text | None, heading("单位", "计量单位", tip=("如 个、项", "such as 个"))]
    quantity: Annotated[
        Quantity,
        heading(
            "数量",
            "申请数量",
            "申购数量",
            "采购数量",
            total=True,
            unit="unit",
            tip=("只填数字，大于 0", "a number above 0"),
        ),
        Field(gt=0),
    ]
    unit_price: Annotated[
        Price | None,
        heading(
            "预估单价",
            "单价",
            "预算单价",
            "估价",
            "初步估价",
            "价格",
            tip=("申请时估计的单价，单位元", "the price of one as estimated, in yuan"),
        ),
        Field(ge=0),
    ]
    amount: Annotated[
        Money,
        heading(
            "预算金额",
            "金额",
            "申请金额",
            "申请项目金额",
            "请款金额",
            "预算总额",
            "合计金额",
            total=True,
            tip=("数量 × 预估单价，单位元", "quantity × price in yuan"),
        ),
        Field(ge=0),
    ]
    amount_words: Annotated[
        Text | None,
        heading(
            "大写金额",
            "金额大写",
            "大写",
            "预算金额大写",
            tip=("如 壹仟贰佰元整", "the amount in words, such as 壹仟贰佰元整"),
        ),
    ]
    purpose: Annotated[
        Text,
        heading(
            "用途",
            "购置用途",
            "购置原因",
            "申请理由",
            "申请事由",
            "采购用途",
            tip=("用在什么地方，为什么买", "what it is for"),
        ),
    ]
    method: Annotated[
        str | None,
        Choice(METHODS),
        heading(
            "采购方式", "确定采购方式", "采购形式", tip=("从下拉列表选择", "choose from the list")
        ),
    ]
    approver: Annotated[
        Person | None,
        heading(
            "审批人",
            "审批领导",
            "批准人",
            "校长审批",
            "审批人签字",
            tip=("按 审批权限 有权审批的人", "who may approve it by 审批权限"),
        ),
    ]
    approved: Annotated[
        Day | None,
        heading("审批日期", "审批时间", "批准日期", tip=("批准的日期", "the day of the approval")),
    ]
    opinion: Annotated[
        Text | None,
        heading(
            "审批意见",
            "审批结果",
            "领导意见",
            "校长意见",
            tip=("同意 或 不同意", "同意 (agreed) or 不同意 (refused)"),
        ),
    ]
    minutes: Annotated[
        Text | None,
        heading(
            "会议纪要号",
            "会议纪要",
            "会议纪要编号",
            "会议记录",
            "集体决策会议",
            "会签表",
            tip=(
                "集体决策的填会议纪要或会签表编号",
                "the number of the minutes, where a meeting decided",
            ),
        ),
    ]
