"""The ledger 隐患台账: every hazard until it is closed."""

from typing import Annotated

from pydantic import Field

from houqin.areas.safety.rows.columns import Campus, Note
from houqin.cells.kinds import Choice, Day, Id, Money, Person, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Hazard(SheetRow):
    """One hazard, from the day it was found until it is closed."""

    ledger = Ledger(
        "hazards",
        "隐患台账",
        "Hazards",
        row_keys=(("number",),),
        aliases=(
            "安全隐患台账",
            "隐患排查台账",
            "隐患整改台账",
            "安全隐患排查整改台账",
            "安全隐患整改台账",
            "隐患排查整改台账",
            "隐患登记",
            "隐患登记表",
            "销号登记表",
        ),
        about=Both(
            "每一处安全隐患：何时发现、谁整改、何时到期、是否验收销号",
            "Every hazard: when it was found, who mends it by when, and whether it is closed",
        ),
    )

    number: Annotated[
        Id,
        heading(
            "隐患编号",
            "编号",
            "序号",
            "隐患号",
            tip=("每处隐患一个编号，如 YH-001", "One number for each hazard, such as YH-001"),
        ),
    ]
    found: Annotated[
        Day,
        heading(
            "发现日期",
            "发现时间",
            "排查日期",
            "排查时间",
            "检查日期",
            "检查时间",
            "日期",
            fill_down=True,
            fact=True,
            tip=("发现隐患的那一天", "The day it was found"),
        ),
    ]
    campus: Campus
    place: Annotated[
        Text,
        heading(
            "隐患位置",
            "隐患部位",
            "隐患地点",
            "检查工点",
            "排查区域",
            "地点",
            "位置",
            "部位",
            tip=("写到找得到的程度，如 教学楼三层东侧", "So that one can find it"),
        ),
    ]
    kind: Annotated[
        str,
        Choice("隐患类别"),
        heading(
            "隐患类别",
            "隐患类型",
            "检查项目",
            "类别",
            tip=("从列表选择", "Choose from the list"),
        ),
    ]
    description: Annotated[
        Text,
        heading(
            "隐患描述",
            "隐患问题描述",
            "存在问题",
            "隐患内容",
            "隐患情况",
            "问题描述",
            tip=("看到了什么、有什么危险", "What was seen, and what may happen"),
        ),
    ]
    grade: Annotated[
        str,
        Choice("隐患等级"),
        heading(
            "隐患等级",
            "隐患级别",
            "等级",
            "级别",
            tip=("从列表选择，决定整改天数", "Choose from the list; it decides the days allowed"),
        ),
    ]
    mode: Annotated[
        str | None,
        Choice("整改方式"),
        heading(
            "整改方式",
            "整改类型",
            tip=("立即整改或限期整改", "At once, or within a time limit"),
        ),
    ]
    measure: Annotated[
        Text | None,
        heading(
            "整改措施",
            "整改要求",
            "整改方案",
            "整改要求（措施）",
            "整改意见",
            tip=("怎样整改", "How it is mended"),
        ),
    ]
    responsible: Annotated[
        Person,
        heading(
            "整改责任人",
            "责任人",
            "整改负责人",
            "整改责任单位",
            tip=("由谁整改，写姓名", "Who mends it, by name"),
        ),
    ]
    deadline: Annotated[
        Day | None,
        heading(
            "整改期限",
            "整改时限",
            "整改到位时间",
            "要求完成时间",
            "要求完成日期",
            "限期",
            tip=("最迟哪一天改好", "The last day for mending it"),
        ),
    ]
    extended_to: Annotated[
        Day | None,
        heading(
            "延期至",
            "延期到",
            "延期日期",
            tip=("批准延期后的新期限", "The new deadline, where it was put off"),
        ),
    ]
    extended_by: Annotated[
        Person | None,
        heading(
            "延期批准人",
            "批准人",
            tip=("谁批准延期", "Who approved the new deadline"),
        ),
    ]
    money: Annotated[
        Money | None,
        heading(
            "整改资金",
            "资金",
            "所需资金",
            "整改费用",
            tip=("元；重大隐患须写", "In yuan; needed for a major hazard"),
        ),
        Field(ge=0),
    ]
    plan: Annotated[
        Text | None,
        heading(
            "应急预案",
            "预案",
            tip=(
                "整改期间怎样防范；重大隐患须写",
                "Precautions meanwhile; needed for a major hazard",
            ),
        ),
    ]
    finished: Annotated[
        Day | None,
        heading(
            "整改完成日期",
            "完成时间",
            "完成日期",
            "整改完成时间",
            "实际完成日期",
            "实际完成时间",
            tip=("改好的那一天", "The day it was mended"),
        ),
    ]
    status: Annotated[
        str,
        Choice("整改状态"),
        heading(
            "整改状态",
            "整改情况",
            "完成情况",
            "隐患状态",
            "状态",
            tip=("从列表选择；逾期由程序算出", "Choose from the list; overdue is reckoned for you"),
        ),
    ]
    verifier: Annotated[
        Person | None,
        heading(
            "验收人",
            "复查人",
            "验收人签字",
            "验收人签名",
            tip=("谁验收，不能是整改责任人", "Who checked it, not the one who mended it"),
        ),
    ]
    verified: Annotated[
        Day | None,
        heading(
            "验收日期",
            "复查日期",
            "复查时间",
            "验收时间",
            tip=("验收的那一天", "The day it was checked"),
        ),
    ]
    closed: Annotated[
        str | None,
        Choice("销号状态"),
        heading(
            "销号状态",
            "销号情况",
            "是否销号",
            "销号",
            tip=("验收后填已销号", "Closed only after it was checked"),
        ),
    ]
    inspection: Annotated[
        Id | None,
        heading(
            "检查编号",
            "检查单号",
            "对应检查",
            tip=(
                "由哪次检查发现，检查记录里的编号",
                "Which inspection found it, its number on 检查记录",
            ),
        ),
    ]
    note: Note
