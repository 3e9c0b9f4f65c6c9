"""The ledger 调查题目: what a survey asks, of whom, and which answers count as satisfied."""

from typing import Annotated

from pydantic import Field

from houqin.areas.survey.rows.columns import Group, QuestionNumber, SurveyName
from houqin.cells.kinds import Copies, Id, Percent, Text, Texts
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Question(SheetRow):
    """One question of a survey, with the scale of its answers."""

    ledger = Ledger(
        "survey_questions",
        "调查题目",
        "Survey questions",
        row_keys=(("survey", "question"),),
        aliases=("满意度调查题目", "问卷题目", "调查问卷题目", "调查项目", "题目设置"),
        about=Both(
            "每次满意度调查的题目、选项，哪些选项计为满意，发放了多少份",
            "The questions of each survey, which answers count as satisfied, and how many were asked",
        ),
    )

    survey: SurveyName
    question: QuestionNumber
    text: Annotated[
        Text,
        heading(
            "题目",
            "题目内容",
            "评价项目",
            "调查项目",
            "问题",
            tip=("问的是什么，如 您对午餐口味是否满意", "What is asked"),
        ),
    ]
    scale: Annotated[
        Texts,
        heading(
            "选项",
            "可选答案",
            "全部选项",
            "评价等级",
            tip=(
                "全部选项，用、隔开，如 非常满意、满意、不满意、不了解",
                "All answers offered, parted by 、",
            ),
        ),
    ]
    satisfied: Annotated[
        Texts,
        heading(
            "计为满意",
            "满意选项",
            "计入满意",
            tip=("哪些选项算满意，用、隔开", "Which of them count as satisfied, parted by 、"),
        ),
    ]
    excluded: Annotated[
        Texts | None,
        heading(
            "不计入",
            "不计入选项",
            "不计入统计",
            "弃权选项",
            tip=(
                "不进分母的选项，如 不了解、弃权；可留空",
                "Answers left out of the rate, such as 不了解; may stay blank",
            ),
        ),
    ]
    group: Group
    asked: Annotated[
        Copies | None,
        heading(
            "发放数",
            "发放问卷",
            "发放问卷数",
            "发放份数",
            "发放",
            tip=("发出的问卷份数", "How many were asked"),
        ),
        Field(gt=0),
    ]
    population: Annotated[
        Copies | None,
        heading(
            "总人数",
            "总体人数",
            "对象总数",
            "对象人数",
            tip=(
                "这类对象全校共有多少人；填了，区间会按总人数修正",
                "How many such people there are in all; the interval is corrected by it",
            ),
        ),
        Field(gt=0),
    ]
    target: Annotated[
        Percent | None,
        heading(
            "目标",
            "目标值",
            "满意率目标",
            "目标满意率",
            tip=("本题的满意率目标；留空按参数", "The target of this question; blank: as on 参数"),
        ),
        Field(ge=0, le=1),
    ]
    previous: Annotated[
        Id | None,
        heading(
            "上期批次",
            "上次批次",
            "对比批次",
            tip=(
                "同一题号上一次的调查批次，用来比较；可留空",
                "The earlier survey with the same question, to compare with; may stay blank",
            ),
        ),
    ]
    last_satisfied: Annotated[
        Copies | None,
        heading(
            "上期满意份数",
            "上次满意份数",
            tip=(
                "上期答卷不在本工作簿时填写",
                "How many were satisfied then, where those answers are not in this workbook",
            ),
        ),
        Field(ge=0),
    ]
    last_valid: Annotated[
        Copies | None,
        heading(
            "上期有效份数",
            "上次有效份数",
            tip=("上期计入满意率的份数", "How many answers the rate of then rests on"),
        ),
        Field(ge=0),
    ]
