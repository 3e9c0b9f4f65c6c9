"""The ledger 存在问题: what still falls short, and what is done about it."""

from typing import Annotated

from houqin.cells.kinds import Day, Id, Person, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Shortcoming(SheetRow):
    """One thing that falls short."""

    ledger = Ledger(
        "shortcomings",
        "存在问题",
        "Shortcomings",
        row_keys=(("number",),),
        aliases=("存在的问题", "问题与改进", "问题和改进措施", "不足与改进", "存在问题及改进措施"),
        about=Both(
            "工作中还存在的问题、改进措施、责任人和期限，学期总结从这里取",
            "what falls short, the step against it, who takes it and by when; the term summary takes it from here",
        ),
    )

    number: Annotated[
        Id,
        heading("序号", "编号", "问题序号", tip=("每个问题一个序号", "a number for each of them")),
    ]
    area: Annotated[
        Text,
        heading(
            "方面",
            "工作方面",
            "类别",
            "所属工作",
            fill_down=True,
            tip=("哪方面的工作，如 消防安全", "which part of the work"),
        ),
    ]
    text: Annotated[
        Text,
        heading(
            "问题",
            "存在问题",
            "存在的问题",
            "问题描述",
            "主要问题",
            "不足",
            tip=("一行写一个问题", "one in each row"),
        ),
    ]
    step: Annotated[
        Text | None,
        heading(
            "改进措施",
            "整改措施",
            "措施",
            "下一步措施",
            tip=("准备怎样改进", "what will be done about it"),
        ),
    ]
    responsible: Annotated[
        Person | None,
        heading(
            "责任人", "负责人", "整改责任人", tip=("由谁负责，写姓名", "who sees to it, by name")
        ),
    ]
    due: Annotated[
        Day | None,
        heading(
            "期限",
            "完成期限",
            "完成时限",
            "整改期限",
            tip=("最迟哪一天完成", "the last day for it"),
        ),
    ]
    done: Annotated[
        Day | None,
        heading(
            "完成日期",
            "完成时间",
            "实际完成日期",
            tip=("改进完成的那一天，没有完成留空", "the day it was done; blank until then"),
        ),
    ]
