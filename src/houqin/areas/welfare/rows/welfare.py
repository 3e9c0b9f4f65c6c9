"""The ledger 福利发放: who was given what, at which festival or on which visit."""

from typing import Annotated

from pydantic import Field

from houqin.cells.kinds import Choice, Day, Money, Person, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Gift(SheetRow):
    """What one person was given at one event."""

    ledger = Ledger(
        "welfare",
        "福利发放",
        "Welfare",
        row_keys=(("event", "person"),),
        aliases=(
            "福利发放表",
            "工会福利",
            "工会福利发放",
            "节日福利发放表",
            "慰问登记",
            "工会慰问登记",
            "慰问品发放表",
        ),
        about=Both(
            "工会的节日福利、慰问、婚丧和助考：每个项目每人一行，本人签收",
            "what the union gave at festivals and on visits: a row for each person of an event, signed for",
        ),
    )

    event: Annotated[
        Text,
        heading(
            "项目",
            "福利项目",
            "发放项目",
            "慰问事由",
            "事由",
            "活动名称",
            fill_down=True,
            fact=True,
            tip=("一次发放一个名称，如 端午节福利", "one name for each event, such as 端午节福利"),
        ),
    ]
    kind: Annotated[
        str | None,
        Choice("福利类别"),
        heading(
            "类别",
            "福利类别",
            "慰问类别",
            "类型",
            fill_down=True,
            fact=True,
            tip=("从列表选择", "choose from the list"),
        ),
    ]
    for_: Annotated[
        str | None,
        Choice("发放范围"),
        heading(
            "发放范围",
            "范围",
            "发放对象",
            "享受范围",
            fill_down=True,
            fact=True,
            tip=(
                "全体、部门（出现的部门人人都有）或个人；留空不核对有没有遗漏",
                "all staff, everybody of the departments named, or some; blank: nobody is looked for",
            ),
        ),
    ]
    date: Annotated[
        Day,
        heading(
            "日期",
            "发放日期",
            "慰问日期",
            "领取日期",
            "发放时间",
            fill_down=True,
            fact=True,
            tip=("发放或慰问的那一天", "the day it was given"),
        ),
    ]
    person: Annotated[
        Person,
        heading(
            "姓名",
            "领取人",
            "慰问对象",
            "职工姓名",
            tip=("一人一行", "one person in each row"),
        ),
    ]
    item: Annotated[
        Text | None,
        heading(
            "物品",
            "物品名称",
            "发放物品",
            "慰问品",
            "福利内容",
            tip=("发的什么；发钱的留空", "what was given; blank if it was money"),
        ),
    ]
    amount: Annotated[
        Money | None,
        heading(
            "金额",
            "慰问金",
            "标准",
            "折合金额",
            "金额（元）",
            private=True,
            total=True,
            tip=(
                "元，物品写价值；不出现在汇总里",
                "in yuan, or what the goods cost; never in a summary",
            ),
        ),
        Field(ge=0),
    ]
    signed: Annotated[
        Text,
        heading(
            "签收",
            "签名",
            "签字",
            "领取人签名",
            "领取人签字",
            "签收人",
            literal=True,
            tip=(
                "本人签名，代领的在备注写明",
                "signed by the person; a note says who took it instead",
            ),
        ),
    ]
    note: Annotated[
        Text | None,
        heading(
            "备注",
            "说明",
            tip=(
                "代领、与别人不同的原因，可留空",
                "who took it, or why it differs; may stay blank",
            ),
        ),
    ]
