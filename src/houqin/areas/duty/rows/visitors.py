"""The ledger 来访登记: who came to the gate, to whom, and when they left."""

from typing import Annotated

from houqin.areas.duty.rows.columns import Campus
from houqin.cells.kinds import Clock, Day, Phone, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Visit(SheetRow):
    """One visit."""

    ledger = Ledger(
        "visitors",
        "来访登记",
        "Visitors",
        row_keys=(("date", "arrived", "visitor"),),
        aliases=(
            "来访登记表",
            "来访人员登记",
            "来访人员登记表",
            "外来人员登记",
            "外来人员登记表",
            "门卫登记",
            "访客登记",
            "访客登记表",
        ),
        about=Both(
            "每一位来访人：何时来、找谁、何时离开",
            "Every visitor: when they came, to whom, and when they left",
        ),
    )

    date: Annotated[
        Day,
        heading(
            "日期",
            "来访日期",
            "登记日期",
            fill_down=True,
            fact=True,
            tip=("来访的那一天", "The day of the visit"),
        ),
    ]
    arrived: Annotated[
        Clock,
        heading(
            "来访时间",
            "进校时间",
            "入校时间",
            "到访时间",
            "进入时间",
            tip=("进校门的时间，如 09:10", "When they came in, such as 09:10"),
        ),
    ]
    left: Annotated[
        Clock | None,
        heading(
            "离开时间",
            "离校时间",
            "出校时间",
            "离去时间",
            tip=("出校门的时间；还没走的留空", "When they went out; blank while they are here"),
        ),
    ]
    campus: Campus
    visitor: Annotated[
        Text,
        heading(
            "来访人",
            "来访人姓名",
            "来访者",
            "来访人员",
            "访客姓名",
            "访客",
            "姓名",
            tip=("来访人的姓名", "The visitor's name"),
        ),
    ]
    phone: Annotated[
        Phone | None,
        heading(
            "电话",
            "联系电话",
            "手机号",
            "手机",
            "联系方式",
            private=True,
            tip=("来访人的电话", "The visitor's phone"),
        ),
    ]
    from_: Annotated[
        Text | None,
        heading(
            "来访单位",
            "单位",
            "工作单位",
            tip=("来自哪个单位，可留空", "From where; may stay blank"),
        ),
    ]
    host: Annotated[
        Text,
        heading(
            "被访人",
            "被访人姓名",
            "接待人",
            "被访者",
            "找谁",
            "受访人",
            "被访部门",
            tip=("找谁，写姓名或部门", "Whom they came to see, by name or department"),
        ),
    ]
    reason: Annotated[Text, heading("事由", "来访事由", "来访原因", tip=("为什么来", "What for"))]
