"""The ledger 活动荣誉: activities, talks and campaigns, and what was won."""

from typing import Annotated

from houqin.cells.kinds import Choice, Day, People, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Honour(SheetRow):
    """One activity, talk or honour."""

    ledger = Ledger(
        "honours",
        "活动荣誉",
        "Activities and honours",
        row_keys=(("date", "title"),),
        aliases=(
            "活动荣誉登记",
            "活动与荣誉",
            "荣誉登记",
            "荣誉登记表",
            "获奖登记",
            "获奖情况",
            "活动登记",
            "宣传教育活动登记",
        ),
        about=Both(
            "后勤和工会参加的活动、宣教和获得的荣誉，学期总结从这里取",
            "activities, talks and honours; the term summary takes them from here",
        ),
    )

    date: Annotated[
        Day,
        heading(
            "日期",
            "时间",
            "活动日期",
            "活动时间",
            "获奖日期",
            "获奖时间",
            fill_down=True,
            tip=("活动或获奖的那一天", "the day of the activity or the prize"),
        ),
    ]
    kind: Annotated[
        str,
        Choice("活动类别"),
        heading(
            "类别",
            "活动类别",
            "类型",
            fill_down=True,
            tip=("活动、宣教或荣誉", "an activity, a talk or campaign, or an honour"),
        ),
    ]
    title: Annotated[
        Text,
        heading(
            "名称",
            "活动名称",
            "荣誉名称",
            "奖项名称",
            "获奖名称",
            "活动内容",
            tip=("活动或荣誉的全称", "its full name"),
        ),
    ]
    campus: Annotated[
        str | None,
        Choice("校区"),
        heading(
            "校区",
            "所在校区",
            fact=True,
            tip=("哪个校区；全校的留空", "which campus; blank for the whole school"),
        ),
    ]
    people: Annotated[
        People | None,
        heading(
            "人员",
            "参加人员",
            "获奖人",
            "获奖人员",
            "指导教师",
            "负责人",
            tip=("教职工姓名，学生获奖写指导教师", "staff; for prizes of pupils, who taught them"),
        ),
    ]
    level: Annotated[
        str | None,
        Choice("荣誉级别"),
        heading(
            "级别",
            "荣誉级别",
            "获奖级别",
            "活动级别",
            tip=("从列表选择；荣誉必须填", "choose from the list; an honour has one"),
        ),
    ]
    result: Annotated[
        Text | None,
        heading(
            "结果",
            "获奖等次",
            "奖次",
            "获奖结果",
            "成效",
            tip=(
                "几等奖或活动成效；荣誉必须填",
                "the prize, or what came of it; an honour has one",
            ),
        ),
    ]
