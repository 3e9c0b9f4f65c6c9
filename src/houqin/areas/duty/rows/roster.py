"""The ledger 值班表: who stands where and when."""

from typing import Annotated

from houqin.areas.duty.rows.columns import Campus, DutySlot, Post
from houqin.cells.kinds import Choice, Day, People, Person, Text, YesNo
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading
from houqin.tables.layout import Cross


class Duty(SheetRow):
    """The people on one post at one time of one day."""

    ledger = Ledger(
        "roster",
        "值班表",
        "Duty roster",
        row_keys=(("date", "campus", "post", "slot"),),
        aliases=(
            "值班",
            "值日",
            "护导",
            "值班安排",
            "值班安排表",
            "值班一览表",
            "值日表",
            "值日安排",
            "值日安排表",
            "值日护导",
            "护导安排表",
            "护学岗",
            "护学岗值班表",
            "护学岗安排表",
            "行政值班表",
            "教师值班表",
            "校门值班表",
            "排班表",
        ),
        about=Both(
            "每天每个岗位每个时段由谁值班、谁带班、谁替岗，值完签到",
            "Who is on duty on each post of each day, who leads, who stood in, and who signed",
        ),
        cross=Cross(days=("date", "weekday"), across="post", time="slot", cell="people"),
    )

    date: Annotated[
        Day,
        heading(
            "日期",
            "值班日期",
            "值日日期",
            fill_down=True,
            fact=True,
            tip=("值班的那一天；过夜的写开始那天", "The day on which the duty begins"),
        ),
    ]
    campus: Campus
    post: Post
    slot: DutySlot
    people: Annotated[
        People,
        heading(
            "值班人员",
            "值班人",
            "值班教师",
            "值班老师",
            "值日教师",
            "值日老师",
            "值日人员",
            "护学人员",
            "护导教师",
            "护导老师",
            "行政值日",
            "人员",
            "姓名",
            tip=("姓名，几人用顿号隔开", "Names, several with 、 between"),
        ),
    ]
    leader: Annotated[
        Person | None,
        heading(
            "带班领导",
            "带班",
            "带班人",
            "总值",
            "总值班",
            "值班领导",
            "带班干部",
            "组长",
            "行政",
            tip=("当天带班的领导", "Who leads the duty of the day"),
        ),
    ]
    substitute: Annotated[
        Person | None,
        heading(
            "替岗",
            "替岗人",
            "替班",
            "替班人",
            "代班",
            "代为值日",
            "换班",
            "调换",
            tip=("有人不能到岗时由谁代替", "Who stands in for somebody who cannot come"),
        ),
    ]
    pinned: Annotated[
        YesNo | None,
        heading(
            "固定",
            "锁定",
            tip=("是：自动排班时不改这一行", "是: the automatic roster leaves this row alone"),
        ),
    ]
    served: Annotated[
        Text | None,
        heading(
            "签到",
            "值班签到",
            "签名",
            "签字",
            "值班记录",
            "值班日志",
            "点名记录",
            "到岗情况",
            literal=True,
            tip=(
                "值完由本人签名；没到的写 未到",
                "The signature after the duty; 未到 if nobody came",
            ),
        ),
    ]
    weekday: Annotated[
        str | None,
        Choice("星期"),
        heading(
            "星期",
            "周几",
            "星期几",
            tip=("可留空；写了就要与日期一致", "May stay blank; else it must agree with the date"),
        ),
    ]
