"""The ledger 晨午检: how many pupils of a class were there, ill or feverish, at one check."""

from typing import Annotated

from pydantic import Field

from houqin.areas.health.rows.columns import CampusOfClass, Class, Note
from houqin.cells.kinds import Choice, Day, Person, Whole
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class HealthCheck(SheetRow):
    """One class at one morning or noon check."""

    ledger = Ledger(
        "health_checks",
        "晨午检",
        "Health checks",
        row_keys=(("date", "slot", "class_"),),
        aliases=(
            "晨检",
            "午检",
            "晨检记录",
            "午检记录",
            "晨午检记录",
            "晨午检登记",
            "晨午检登记表",
            "晨检午检",
            "健康检查",
            "晨午检汇总",
            "晨检汇总",
        ),
        about=Both(
            "每个上课日、每个班、晨检和午检各一行，没有异常也要填（零报告）",
            "one row for each school day, class and check, also where all are well",
        ),
    )
    date: Annotated[
        Day,
        heading(
            "检查日期",
            "晨检日期",
            "午检日期",
            "填报日期",
            "汇总日期",
            "填报时间",
            "应填报时间",
            "日期",
            fill_down=True,
            fact=True,
            tip=("检查的那一天，如 2020-05-12", "The day of the check, such as 2020-05-12"),
        ),
    ]
    slot: Annotated[
        str,
        Choice("检查时段"),
        heading(
            "时段",
            "填报时段",
            "检查时段",
            "上报类型",
            "晨检/午检",
            fill_down=True,
            fact=True,
            tip=("晨检 或 午检", "晨检 in the morning, 午检 at noon"),
        ),
    ]
    campus: CampusOfClass
    class_: Class
    expected: Annotated[
        Whole,
        heading(
            "应到人数",
            "应到",
            "应到学生人数",
            "班级人数",
            "学生数",
            total=True,
            tip=("班级学生数", "The pupils of the class"),
        ),
        Field(ge=0),
    ]
    present: Annotated[
        Whole,
        heading(
            "实到人数",
            "实到",
            "实到学生人数",
            "出勤人数",
            total=True,
            tip=("到校的学生数", "The pupils who came"),
        ),
        Field(ge=0),
    ]
    sick: Annotated[
        Whole,
        heading(
            "因病缺勤人数",
            "因病缺勤",
            "因病缺课",
            "因病缺课人数",
            "因病缺课学生人数",
            total=True,
            tip=("因病没有到校的，没有填 0", "Away because of illness, 0 if none"),
        ),
        Field(ge=0),
    ]
    other: Annotated[
        Whole,
        heading(
            "其他缺勤人数",
            "其他缺勤",
            "其他原因缺课",
            "其他原因缺勤",
            "其他缺课人数",
            total=True,
            tip=("因其他原因没有到校的，没有填 0", "Away for another reason, 0 if none"),
        ),
        Field(ge=0),
    ]
    fever: Annotated[
        Whole | None,
        heading(
            "发热人数",
            "发热",
            "体温异常人数",
            total=True,
            tip=("体温达到发热标准的，没有填 0", "With a fever, 0 if none"),
        ),
        Field(ge=0),
    ]
    reporter: Annotated[
        Person,
        heading(
            "登记人",
            "填报人",
            "报告人",
            "疫情报告人",
            "晨检人",
            "检查人",
            fact=True,
            tip=("登记人姓名，一般是班主任", "Who reports, usually the form teacher"),
        ),
    ]
    note: Note
