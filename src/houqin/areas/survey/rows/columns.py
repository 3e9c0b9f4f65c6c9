"""Columns that both ledgers of surveys share."""

from typing import Annotated

from houqin.cells.kinds import Choice, Id
from houqin.rows import heading

SurveyName = Annotated[
    Id,
    heading(
        "调查批次",
        "批次",
        "调查名称",
        "问卷名称",
        "调查主题",
        fill_down=True,
        fact=True,
        tip=(
            "每次调查一个名称，如 2020春午餐满意度",
            "One name for each survey, such as 2020春午餐满意度",
        ),
    ),
]

QuestionNumber = Annotated[
    Id,
    heading("题号", "题目编号", "问题编号", tip=("如 1 或 A1", "Such as 1 or A1")),
]

Group = Annotated[
    str,
    Choice("调查对象"),
    heading(
        "对象",
        "调查对象",
        "对象类别",
        "答卷人类别",
        "人群",
        fill_down=True,
        fact=True,
        tip=("从列表选择，如 学生", "Choose from the list, such as 学生"),
    ),
]
