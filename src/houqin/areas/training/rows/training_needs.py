"""The ledger 培训要求: who must be trained in what, and which drills must be held."""

from typing import Annotated

from pydantic import Field

from houqin.areas.training.rows.columns import Kind, Topic
from houqin.cells.kinds import Choice, Days, Text, Whole
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class TrainingNeed(SheetRow):
    """One training that people of a role need, or one drill that a campus must hold."""

    ledger = Ledger(
        "training_needs",
        "培训要求",
        "Training needs",
        row_keys=(("topic", "role"),),
        aliases=("培训计划", "培训需求", "演练要求", "培训演练要求", "年度培训计划"),
        about=Both(
            "哪些人要参加哪些培训，各校区要做哪些演练，多久一次",
            "who needs which training, which drills each campus holds, and how often",
        ),
    )
    topic: Topic
    kind: Kind
    role: Annotated[
        Text,
        heading(
            "对象",
            "培训对象",
            "参加对象",
            "职务",
            "岗位",
            tip=("职务、部门或 全体教职工；演练写 全体师生", "A role, a department or 全体教职工"),
        ),
    ]
    times: Annotated[
        Whole,
        heading("次数", "培训次数", "演练次数", tip=("每个周期几次", "How often in each period")),
        Field(ge=0),
    ]
    per: Annotated[
        str,
        Choice("要求周期"),
        heading("周期", "频次", "要求周期", tip=("月、学期 或 学年", "Month, term or school year")),
    ]
    newcomers_within: Annotated[
        Days | None,
        heading(
            "新到岗天数",
            "新进人员培训期限",
            "新到岗几天内",
            tip=("新到岗的人几天内要参加，留空不另要求", "Days for newcomers; blank: no such rule"),
        ),
        Field(ge=0),
    ]
    campus: Annotated[
        str | None,
        Choice("校区"),
        heading("校区", "所在校区", tip=("留空表示每个校区", "Blank means every campus")),
    ]
