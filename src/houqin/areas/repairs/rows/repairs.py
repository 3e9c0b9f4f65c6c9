"""The ledger 维修: every repair, from the report of the fault until it is accepted and paid."""

from typing import Annotated

from pydantic import Field

from houqin.areas.columns import campus_heading
from houqin.areas.repairs.rows.columns import (
    Bidder1,
    Bidder2,
    Bidder3,
    Party,
    Quote1,
    Quote2,
    Quote3,
    Rating,
)
from houqin.areas.repairs.rows.work import (
    Accepted,
    Acceptor,
    Cost,
    Finished,
    InHouse,
    Invoice,
    Materials,
    Note,
    Received,
    Reimbursed,
    Repairer,
    Status,
)
from houqin.cells.kinds import Choice, Day, Id, Moment, Money, Person, Phone, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Repair(SheetRow):
    """One repair, from the report of the fault until it is accepted and paid."""

    ledger = Ledger(
        "repairs",
        "维修",
        "Repairs",
        row_keys=(("number",),),
        aliases=(
            "维修登记",
            "维修台账",
            "维修记录",
            "维修申报",
            "维修申请",
            "报修",
            "报修登记",
            "报修台账",
            "报修登记表",
            "维修登记表",
            "维修审批",
            "零星维修",
        ),
        about=Both(
            "每一次维修：何时报修、谁审批、几家报价、谁修、是否验收报销",
            "Every repair: when it was reported, who approved it, what was quoted, who did it, "
            "whether it is accepted and paid",
        ),
    )

    number: Annotated[
        Id,
        heading(
            "报修单号",
            "维修单号",
            "报修编号",
            "维修编号",
            "编号",
            "单号",
            tip=("每次报修一个编号，如 BX-001", "One number for each repair, such as BX-001"),
        ),
    ]
    reported: Annotated[
        Moment,
        heading(
            "报修时间",
            "保修时间",
            "报修日期",
            "申请时间",
            "申报时间",
            "申请日期",
            tip=("年月日和时分，如 2020-05-12 08:30", "day and time, such as 2020-05-12 08:30"),
        ),
    ]
    campus: Annotated[
        str,
        Choice("校区"),
        campus_heading("报修校区"),
    ]
    place: Annotated[
        Text,
        heading(
            "地点",
            "维修地点",
            "报修地点",
            "维修位置",
            "位置",
            tip=("写到找得到的程度，如 三(2)班教室", "So that one can find it"),
        ),
    ]
    reporter: Annotated[
        Party,
        heading(
            "报修人",
            "保修人",
            "申请人",
            "申报人",
            "联系人",
            tip=("谁报修的", "who reported it"),
        ),
    ]
    phone: Annotated[
        Phone | None,
        heading(
            "联系电话",
            "报修人电话",
            "电话",
            private=True,
            tip=("报修人的电话，可留空", "of the one who reported it; may stay blank"),
        ),
    ]
    department: Annotated[
        Text | None,
        heading(
            "部门",
            "报修部门",
            "保修部门",
            "申请部门",
            "使用部门",
            tip=("报修的部门或班级", "the department or class that reported it"),
        ),
    ]
    kind: Annotated[
        str,
        Choice("维修类型"),
        heading(
            "维修类型",
            "报修类型",
            "维修种类",
            "维修类别",
            "类别",
            tip=("从列表选择", "Choose from the list"),
        ),
    ]
    description: Annotated[
        Text,
        heading(
            "故障描述",
            "维修内容",
            "维修描述",
            "报修内容",
            "故障情况",
            "申请人描述",
            "详情",
            tip=("坏在哪里、什么情况", "what is broken, and how"),
        ),
    ]
    urgency: Annotated[
        str,
        Choice("紧急程度"),
        heading(
            "紧急程度",
            "缓急程度",
            "是否紧急",
            tip=("紧急的先修、后补手续", "what is urgent is mended first, the papers follow"),
        ),
    ]
    hazard: Annotated[
        Id | None,
        heading(
            "隐患编号",
            "对应隐患",
            "隐患台账编号",
            tip=("由哪处隐患引起，隐患台账里的编号", "the hazard it mends, its number on 隐患台账"),
        ),
    ]
    estimate: Annotated[
        Money | None,
        heading(
            "预算金额",
            "预算维修经费",
            "预算费用",
            "估算金额",
            "概算",
            tip=("元；审批时的预算", "in yuan; as it was approved"),
        ),
        Field(ge=0),
    ]
    approver: Annotated[
        Person | None,
        heading("审批人", "审核人", "批准人", tip=("谁批准维修", "who approved it")),
    ]
    approved: Annotated[
        Day | None,
        heading(
            "审批日期",
            "审核日期",
            "批准日期",
            "审批时间",
            tip=("普通维修先审批后开工", "an ordinary repair is approved before it is done"),
        ),
    ]
    bidder_1: Bidder1
    quote_1: Quote1
    bidder_2: Bidder2
    quote_2: Quote2
    bidder_3: Bidder3
    quote_3: Quote3
    supplier: Annotated[
        Text | None,
        heading(
            "选定供应商",
            "中标供应商",
            "成交供应商",
            "维修单位",
            "施工单位",
            tip=("由哪一家维修", "the firm that is to do it"),
        ),
    ]
    reason: Annotated[
        Text | None,
        heading(
            "选定理由",
            "选择理由",
            "未选最低价理由",
            tip=("没有选最低价时写明", "why it is not the lowest quote"),
        ),
    ]
    received: Received
    repairer: Repairer
    in_house: InHouse
    finished: Finished
    materials: Materials
    acceptor: Acceptor
    accepted: Accepted
    cost: Cost
    invoice: Invoice
    reimbursed: Reimbursed
    rating: Rating
    status: Status
    note: Note
