"""The ledger 安全教育: how many pupils of each class finished each topic of the platform."""

from typing import Annotated

from pydantic import Field

from houqin.areas.training.rows.columns import CampusOfClass
from houqin.cells.kinds import ClassName, Day, People, Percent, Person, Text, Whole
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class SafetyLesson(SheetRow):
    """One topic of the safety education platform in one class."""

    ledger = Ledger(
        "safety_lessons",
        "安全教育",
        "Safety lessons",
        row_keys=(("topic", "class_"),),
        aliases=(
            "安全教育平台",
            "安全教育完成情况",
            "安全平台",
            "安全教育平台完成情况",
            "安全教育统计",
        ),
        about=Both(
            "安全教育平台上每个专题、每个班的完成情况",
            "how far each class is with each topic of the safety education platform",
        ),
    )
    topic: Annotated[
        Text,
        heading(
            "专题名称",
            "专题",
            "专题活动",
            "课程",
            "任务",
            "课程名称",
            fill_down=True,
            fact=True,
            tip=("平台上的专题名称", "The topic as the platform names it"),
        ),
    ]
    due: Annotated[
        Day,
        heading(
            "截止日期",
            "截止时间",
            "完成期限",
            fill_down=True,
            fact=True,
            tip=("要求完成的最后一天", "The last day"),
        ),
    ]
    campus: CampusOfClass
    class_: Annotated[
        ClassName,
        heading(
            "班级", "班级名称", "班别", tip=("与工作表 班级 一致", "A class of the sheet 班级")
        ),
    ]
    teacher: Annotated[
        Person | None,
        heading("班主任", "班主任姓名", tip=("只写姓名", "The name alone")),
    ]
    pupils: Annotated[
        Whole,
        heading(
            "学生数",
            "应完成人数",
            "总人数",
            "注册人数",
            "学生人数",
            total=True,
            tip=("班级学生数", "The pupils of the class"),
        ),
        Field(gt=0),
    ]
    completed: Annotated[
        Whole,
        heading(
            "完成人数",
            "已完成人数",
            "参与人数",
            total=True,
            tip=("已完成的学生数", "The pupils who finished"),
        ),
        Field(ge=0),
    ]
    rate: Annotated[
        Percent | None,
        heading(
            "完成率",
            "班级完成率",
            "参与率",
            tip=("完成人数 ÷ 学生数，如 98.5%", "完成人数 ÷ 学生数, such as 98.5%"),
        ),
    ]
    missing: Annotated[
        People | None,
        heading(
            "未完成名单",
            "未完成学生",
            "未完成人员",
            private=True,
            tip=("未完成的学生，用顿号隔开，只留在本表", "Who has not; the names stay here"),
        ),
    ]
