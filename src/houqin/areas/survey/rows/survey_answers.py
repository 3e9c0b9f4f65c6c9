"""The ledger 满意度调查: what people answered, one by one or counted."""

from typing import Annotated

from pydantic import Field

from houqin.areas.columns import campus_heading
from houqin.areas.survey.rows.columns import Group, QuestionNumber, SurveyName
from houqin.cells.kinds import Choice, Copies, Day, Id, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Answer(SheetRow):
    """One answer, or so many answers that are alike."""

    ledger = Ledger(
        "survey_answers",
        "满意度调查",
        "Survey answers",
        row_keys=(("respondent", "survey", "question"), ("survey", "question", "campus", "answer")),
        aliases=(
            "满意度",
            "满意度调查表",
            "满意度调查结果",
            "满意度测评",
            "问卷结果",
            "调查结果",
            "答卷",
            "问卷答案",
        ),
        about=Both(
            "满意度调查的答案：每行一个答案，或填写份数汇总登记",
            "Answers to surveys: one in each row, or counted",
        ),
    )

    survey: SurveyName
    date: Annotated[
        Day | None,
        heading(
            "日期",
            "调查日期",
            "答卷日期",
            "填写日期",
            "提交时间",
            fact=True,
            tip=("答卷的那一天", "The day of the answer"),
        ),
    ]
    respondent: Annotated[
        Id | None,
        heading(
            "答卷编号",
            "问卷编号",
            "答卷号",
            "问卷号",
            tip=(
                "一份答卷一个编号，不写姓名；按份数登记的留空",
                "One number for each sheet, no names; blank where answers are counted",
            ),
        ),
    ]
    group: Group
    campus: Annotated[
        str,
        Choice("校区"),
        campus_heading(),
    ]
    question: QuestionNumber
    answer: Annotated[
        Text,
        heading(
            "选项",
            "答案",
            "回答",
            "评价",
            "满意程度",
            "评价等级",
            tip=("调查题目中该题的一个选项", "One of the answers that 调查题目 offers"),
        ),
    ]
    count: Annotated[
        Copies | None,
        heading(
            "份数",
            "人数",
            "票数",
            "答卷份数",
            tip=("同样的答案有几份；留空为 1 份", "How many such answers; blank means one"),
        ),
        Field(ge=0),
    ]
    comment: Annotated[
        Text | None,
        heading(
            "意见",
            "意见建议",
            "意见和建议",
            "意见与建议",
            "建议",
            tip=("答卷上写的意见，不写姓名", "What was written besides; no names"),
        ),
    ]
