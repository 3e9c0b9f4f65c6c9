"""Columns that several ledgers of training share."""

from typing import Annotated

from houqin.areas.columns import campus_heading
from houqin.cells.kinds import Choice, Text
from houqin.rows import heading

CAMPUS = campus_heading("校区名称")
Campus = Annotated[str, Choice("校区"), CAMPUS]
CampusOfClass = Annotated[str | None, Choice("校区"), CAMPUS]  # the class says it too

Kind = Annotated[
    str,
    Choice("培训类别"),
    heading(
        "类别",
        "类型",
        "培训类别",
        "培训/演练",
        fill_down=True,
        tip=("培训 或 演练", "培训 is a training, 演练 a drill"),
    ),
]

Topic = Annotated[
    Text,
    heading(
        "主题",
        "培训主题",
        "演练名称",
        "预案名称",
        "培训内容",
        "演练科目",
        "名称",
        tip=(
            "各表写法一致，以 培训要求 为准，如 疏散演练",
            "One spelling on all sheets, that of 培训要求, such as 疏散演练",
        ),
    ),
]
