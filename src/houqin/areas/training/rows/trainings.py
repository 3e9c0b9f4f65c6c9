"""The ledger 培训演练: trainings and drills that were held."""

from typing import Annotated

from pydantic import Field

from houqin.areas.training.rows.columns import Campus, Kind, Topic
from houqin.cells.kinds import Day, People_or, Seconds, Text, Whole
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Training(SheetRow):
    """One training or drill at one campus."""

    ledger = Ledger(
        "trainings",
        "培训演练",
        "Trainings and drills",
        row_keys=(("date", "topic", "campus"),),
        aliases=(
            "培训记录",
            "演练记录",
            "培训登记",
            "应急演练记录",
            "培训与演练",
            "培训台账",
            "演练台账",
        ),
        about=Both("办过的每一次培训和演练", "every training and drill that was held"),
    )
    date: Annotated[
        Day,
        heading(
            "日期",
            "培训日期",
            "演练日期",
            "演练时间",
            "培训时间",
            "时间",
            fill_down=True,
            fact=True,
            tip=("办的那一天，如 2020-05-12", "The day, such as 2020-05-12"),
        ),
    ]
    campus: Campus
    kind: Kind
    topic: Topic
    place: Annotated[
        Text | None, heading("地点", "演练地点", "培训地点", tip=("在哪里", "Where it was"))
    ]
    organiser: Annotated[
        Text,
        heading(
            "组织人",
            "组织部门",
            "主持人",
            "总指挥",
            "负责人",
            "主讲人",
            fact=True,
            tip=("组织人姓名或部门", "A name or a department"),
        ),
    ]
    expected: Annotated[
        Whole | None,
        heading("应到人数", "应到", "应参加人数", tip=("应参加的人数", "Who should have come")),
        Field(ge=0),
    ]
    present: Annotated[
        Whole,
        heading(
            "实到人数", "实到", "参加人数", "实参加人数", tip=("实际参加的人数", "Who did come")
        ),
        Field(ge=0),
    ]
    attendees: Annotated[
        tuple[str, ...] | None,
        People_or("全员对象"),
        heading(
            "参加人员",
            "参与人员",
            "参加人",
            "签到人员",
            "参加部门和人员",
            tip=("姓名用顿号隔开，或写 全体教职工", "Names with 、 between, or 全体教职工"),
        ),
    ]
    duration: Annotated[
        Seconds | None,
        heading(
            "疏散用时",
            "用时",
            "疏散时间",
            tip=("疏散演练用了几秒，如 110 秒", "Seconds of an evacuation, such as 110"),
        ),
        Field(ge=0),
    ]
    review: Annotated[
        Text | None,
        heading(
            "存在问题",
            "演练总结",
            "评估",
            "改进措施",
            "存在问题及改进",
            literal=True,
            tip=("演练后的评估，没有问题写 无", "What was learnt; 无 where nothing"),
        ),
    ]
    evidence: Annotated[
        Text | None,
        heading("附件", "照片", "签到表", "佐证", tip=("签到表、照片等", "Lists, photographs")),
    ]
