"""Columns that several ledgers of health share."""

from typing import Annotated

from houqin.areas.columns import campus_heading
from houqin.cells.kinds import Choice, ClassName, Text
from houqin.rows import heading

CAMPUS = campus_heading("校区名称")
Campus = Annotated[str, Choice("校区"), CAMPUS]
CampusOfClass = Annotated[str | None, Choice("校区"), CAMPUS]  # the class says it too

Class = Annotated[
    ClassName,
    heading(
        "班级",
        "班级名称",
        "班别",
        "所在班级",
        fill_down=True,
        fact=True,
        tip=("与工作表 班级 一致，如 六(5)班", "A class of the sheet 班级, such as 六(5)班"),
    ),
]

Disease = Annotated[
    str | None,
    Choice("病种"),
    heading(
        "病种",
        "初步诊断",
        "诊断",
        "病名",
        "疾病名称",
        "缺课疾病类别",
        "因病缺课疾病名称",
        "诊断结果",
        tip=("医院诊断，没有诊断的留空", "The diagnosis, blank where there is none"),
    ),
]

Note = Annotated[
    Text | None,
    heading("备注", "说明", tip=("其他要说明的，可留空", "Anything else; may stay blank")),
]
