"""Columns of the ledger of repairs about the work itself: done, accepted, paid."""

from typing import Annotated

from pydantic import Field

from houqin.areas.repairs.rows.columns import Party
from houqin.cells.kinds import Choice, Day, Id, Moment, Money, Person, Text, YesNo
from houqin.rows import heading

Received = Annotated[
    Moment | None,
    heading(
        "受理时间",
        "受理日期",
        "接单时间",
        "派单时间",
        tip=("总务处受理的时间", "when somebody took it on"),
    ),
]
Repairer = Annotated[
    Party | None,
    heading(
        "维修人",
        "维修人员",
        "维修师傅",
        "受理人",
        tip=("谁修的", "who did it"),
    ),
]
InHouse = Annotated[
    YesNo | None,
    heading(
        "校内维修",
        "是否校内维修",
        "自修",
        "是否自修",
        tip=("学校自己修的填是，请外单位修的填否", "yes if the school's own people did it"),
    ),
]
Finished = Annotated[
    Moment | None,
    heading(
        "完成时间",
        "维修完成时间",
        "完成日期",
        "完工时间",
        "修复时间",
        tip=("修好的时间", "when it was done"),
    ),
]
Materials = Annotated[
    Id | None,
    heading(
        "领用单号",
        "使用耗材",
        "耗材领用单号",
        "材料领用单号",
        "物品（材料）领用单",
        tip=(
            "领用表中的单据编号，几张用顿号隔开",
            "numbers on 领用, parted by commas",
        ),
    ),
]
Acceptor = Annotated[
    Person | None,
    heading(
        "验收人",
        "验收人签字",
        "验收人签名",
        tip=("谁验收，不能是维修人", "who accepted it, not the one who did it"),
    ),
]
Accepted = Annotated[
    Day | None,
    heading("验收日期", "验收时间", tip=("验收的那一天", "the day on which it was accepted")),
]
Cost = Annotated[
    Money | None,
    heading(
        "实际费用",
        "维修费用",
        "费用",
        "结算金额",
        "实际金额",
        tip=("元；校内维修只算材料费", "in yuan; of the school's own work the materials only"),
    ),
    Field(ge=0),
]
Invoice = Annotated[
    Id | None,
    heading("发票号", "发票号码", "发票编号", tip=("发票上的号码", "its number")),
]
Reimbursed = Annotated[
    Day | None,
    heading(
        "报销日期",
        "报销时间",
        tip=("验收之后才能报销", "only after it was accepted"),
    ),
]
Status = Annotated[
    str | None,
    Choice("维修状态"),
    heading(
        "状态",
        "维修状态",
        "处理状态",
        "完成情况",
        tip=("从列表选择；逾期由程序算出", "Choose from the list; overdue is reckoned for you"),
    ),
]
Note = Annotated[
    Text | None,
    heading("备注", "说明", tip=("超时的写明原因", "the reason where it took too long")),
]
