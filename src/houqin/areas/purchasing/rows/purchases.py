"""The ledger 采购审批: every purchase from its request to its reimbursement."""

from typing import Annotated

from pydantic import Field

from houqin.areas.purchasing.rows.requests import RequestRow
from houqin.cells.kinds import Day, Id, Money, People, Person, Quantity, Text, Whole
from houqin.problems import Both
from houqin.rows import Ledger, heading


class Purchase(RequestRow):
    """One line of a purchase: what was asked for, and what became of it."""

    ledger = Ledger(
        "purchases",
        "采购审批",
        "Purchases",
        row_keys=(("number", "line"),),
        aliases=(
            "采购审批表",
            "物品采购审批",
            "采购申请",
            "采购申请表",
            "采购台账",
            "采购登记",
            "采购登记表",
            "申购表",
            "物品采购",
        ),
        about=Both(
            "每笔采购从申请、审批、采购、验收入库到报销，一项物品一行",
            "each purchase from request and approval to stock-in and reimbursement, a row for each item",
        ),
    )

    buyers: Annotated[
        People | None,
        heading(
            "采购人",
            "采购员",
            "采购人员",
            "会同采购",
            "经办人",
            tip=("几个人用、隔开", "several names parted by 、"),
        ),
    ]
    supplier: Annotated[
        Text | None,
        heading(
            "供应商",
            "供货单位",
            "供货商",
            "供应商名称",
            tip=("卖方的全称", "the full name of who sells it"),
        ),
    ]
    contract: Annotated[
        Id | None,
        heading(
            "合同号",
            "合同编号",
            "合同",
            tip=("有合同的填合同号", "the number of the contract, if any"),
        ),
    ]
    ordered: Annotated[
        Day | None,
        heading(
            "采购日期",
            "购买日期",
            "采购时间",
            "下单日期",
            tip=("买下或签约的日期", "the day it was bought or signed for"),
        ),
    ]
    received: Annotated[
        Quantity | None,
        heading(
            "验收数量",
            "实收数量",
            "到货数量",
            "验收合格数量",
            total=True,
            unit="unit",
            tip=("验收合格的数量", "how much was accepted"),
        ),
        Field(ge=0),
    ]
    acceptor: Annotated[
        Person | None,
        heading(
            "验收人",
            "验收员",
            "验收人员",
            "验收人签字",
            tip=("谁验收的；不能是采购人", "who accepted it; not who bought it"),
        ),
    ]
    accepted: Annotated[
        Day | None,
        heading("验收日期", "验收时间", "到货日期", tip=("验收的日期", "the day it was accepted")),
    ]
    receipt: Annotated[
        Id | None,
        heading(
            "入库单号",
            "入库单",
            "入库单编号",
            "入库编号",
            tip=("入库 中的单据编号", "the number of the document on 入库"),
        ),
    ]
    invoice: Annotated[
        Id | None,
        heading(
            "发票号",
            "发票",
            "发票号码",
            "发票编号",
            tip=("发票上的号码", "the number on the invoice"),
        ),
    ]
    invoice_quantity: Annotated[
        Quantity | None,
        heading(
            "发票数量",
            "开票数量",
            total=True,
            unit="unit",
            tip=("发票上本项的数量", "the quantity on the invoice"),
        ),
        Field(ge=0),
    ]
    invoice_amount: Annotated[
        Money | None,
        heading(
            "发票金额",
            "开票金额",
            total=True,
            tip=("发票上本项的金额，单位元", "the amount of this line on the invoice, in yuan"),
        ),
        Field(ge=0),
    ]
    principal_read: Annotated[
        Day | None,
        heading(
            "校长审阅日期",
            "校长审阅",
            "校长阅签日期",
            "审阅日期",
            tip=(
                "校长看过审批和验收资料的日期",
                "the day the principal read approval and acceptance",
            ),
        ),
    ]
    reimbursed: Annotated[
        Day | None,
        heading(
            "报销日期", "报销时间", "报账日期", tip=("付款报销的日期", "the day it was reimbursed")
        ),
    ]
    paid: Annotated[
        Money | None,
        heading(
            "报销金额",
            "实付金额",
            "报账金额",
            total=True,
            tip=("本项实际报销的金额，单位元", "what was paid for this line, in yuan"),
        ),
        Field(ge=0),
    ]
    payer: Annotated[
        Person | None, heading("付款人", "报账员", "出纳", tip=("谁付款、报账", "who paid it out"))
    ]
    spec: Annotated[
        Text | None,
        heading(
            "规格型号",
            "规格",
            "型号",
            "主要技术需求",
            tip=("规格或型号，如 500ml", "size or model, such as 500ml"),
        ),
    ]
    quotes: Annotated[
        Whole | None,
        heading(
            "报价家数", "询价家数", "比价家数", tip=("收到几家报价", "how many quotes were got")
        ),
        Field(ge=0),
    ]
    note: Annotated[
        Text | None, heading("备注", "说明", tip=("如 紧急采购，事后补办", "such as 紧急采购"))
    ]
