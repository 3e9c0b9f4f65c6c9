"""The ledger 请假: who is away, and who stands in."""

from typing import Annotated

from houqin.cells.kinds import Choice, Clock, Day, Person
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Leave(SheetRow):
    """One leave of one person."""

    ledger = Ledger(
        "leave",
        "请假",
        "Leave",
        row_keys=(("person", "start"),),
        aliases=("请假登记", "请假登记表", "请假表", "请假记录", "教职工请假", "请销假登记"),
        about=Both(
            "谁从哪天到哪天请假，由谁代理；请假的人不能值班",
            "Who is on leave from when to when, and who stands in; nobody is on duty on leave",
        ),
    )

    person: Annotated[
        Person, heading("姓名", "请假人", "教师姓名", "请假人姓名", tip=("写姓名", "By name"))
    ]
    start: Annotated[
        Day,
        heading(
            "开始",
            "开始日期",
            "请假开始",
            "起始日期",
            "开始时间",
            "请假日期",
            "起",
            tip=("请假的第一天", "The first day of the leave"),
        ),
    ]
    end: Annotated[
        Day,
        heading(
            "结束",
            "结束日期",
            "请假结束",
            "截止日期",
            "结束时间",
            "止",
            tip=("请假的最后一天", "The last day of the leave"),
        ),
    ]
    kind: Annotated[
        str | None,
        Choice("请假类型"),
        heading(
            "类型",
            "请假类型",
            "请假类别",
            "假别",
            private=True,
            tip=("从列表选择", "From the list"),
        ),
    ]
    deputy: Annotated[
        Person | None,
        heading(
            "代理人",
            "代班人",
            "代课教师",
            "顶岗人",
            "工作代理人",
            tip=("请假期间由谁代理", "Who stands in during the leave"),
        ),
    ]
    start_time: Annotated[
        Clock | None,
        heading(
            "开始时刻",
            "起始时刻",
            tip=("半天假写几点起；留空表示全天", "For part of a day, from when; blank: all day"),
        ),
    ]
    end_time: Annotated[
        Clock | None,
        heading(
            "结束时刻",
            "截止时刻",
            tip=("半天假写到几点；留空表示全天", "For part of a day, until when; blank: all day"),
        ),
    ]
