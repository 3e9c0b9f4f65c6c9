"""The ledger 检查记录: what was inspected."""

from typing import Annotated

from houqin.areas.safety.rows.columns import AreaOfSafety, Campus, Note
from houqin.cells.kinds import Choice, Day, Id, People, Person, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Inspection(SheetRow):
    """One thing that was inspected on one day: daily patrol, monthly or special check."""

    ledger = Ledger(
        "inspections",
        "检查记录",
        "Inspections",
        row_keys=(("number",), ("date", "kind", "campus", "place", "area")),
        aliases=(
            "安全检查记录",
            "检查登记",
            "安全检查登记",
            "安全检查",
            "日巡视",
            "日巡视记录",
            "巡查记录",
            "月检查",
            "月检查记录",
            "专项检查",
            "专项检查记录",
            "安全排查记录",
            "自查",
            "自查记录",
            "安全自查",
            "安全自查记录",
            "消杀记录",
        ),
        about=Both(
            "日巡视、月检查、专项检查、消杀的每一条记录",
            "Every record of a patrol, a monthly or special check, or a disinfection",
        ),
    )

    number: Annotated[
        Id | None,
        heading(
            "检查编号",
            "检查单号",
            "记录编号",
            "编号",
            tip=("每条记录一个编号，如 JC-0001", "One number for each record, such as JC-0001"),
        ),
    ]
    date: Annotated[
        Day,
        heading(
            "检查日期",
            "检查时间",
            "排查日期",
            "排查时间",
            "巡查日期",
            "巡查时间",
            "自查日期",
            "消杀日期",
            "消毒日期",
            "日期",
            fill_down=True,
            fact=True,
            tip=("检查的那一天，如 2020-05-12", "The day of the inspection, such as 2020-05-12"),
        ),
    ]
    kind: Annotated[
        str,
        Choice("检查类型"),
        heading(
            "检查类型",
            "检查类别",
            "检查方式",
            "排查方式",
            "排查类型",
            fact=True,
            tip=("从列表选择，如 日巡视", "Choose from the list, such as 日巡视"),
        ),
    ]
    campus: Campus
    place: Annotated[
        Text,
        heading(
            "检查区域",
            "排查区域",
            "检查部位",
            "巡查部位",
            "巡查区域",
            "部位",
            "区域",
            "检查地点",
            "消杀地点",
            "消毒地点",
            "地点",
            tip=("查的是哪里，如 教学楼三层", "Where, such as 教学楼三层"),
        ),
    ]
    area: AreaOfSafety
    content: Annotated[
        Text | None,
        heading(
            "检查内容",
            "具体内容",
            "重点检查内容",
            "内容",
            tip=("看了什么，可抄检查标准", "What was looked at, as on 检查标准"),
        ),
    ]
    result: Annotated[
        str,
        Choice("检查结果"),
        heading(
            "检查结果",
            "检查情况",
            "自查情况",
            "学校自查情况记录",
            "学校自查情况",
            "是否符合要求",
            "是否正常",
            "执检",
            "结果",
            "情况",
            tip=(
                "从列表选择；没查的不能留空",
                "Choose from the list; blank does not mean in order",
            ),
        ),
    ]
    defect: Annotated[
        Text | None,
        heading(
            "存在问题",
            "需整改的隐患",
            "发现的火灾隐患",
            "发现问题",
            "发现的问题",
            "问题",
            tip=("结果不正常时写明问题", "Describe it where the result is not in order"),
        ),
    ]
    measure: Annotated[
        Text | None,
        heading(
            "整改措施",
            "整改意见",
            "处理措施",
            "处理结果",
            "处理意见",
            tip=("怎样处理", "What is done about it"),
        ),
    ]
    hazard: Annotated[
        Id | None,
        heading(
            "隐患编号",
            "隐患号",
            "对应隐患",
            tip=(
                "隐患台账里的编号，几个用顿号隔开",
                "Its number on 隐患台账, several with 、 between",
            ),
        ),
    ]
    inspectors: Annotated[
        People,
        heading(
            "检查人",
            "检查人员",
            "检查人签名",
            "排查人",
            "排查人员",
            "巡查人",
            "巡查人员",
            "巡视人",
            "消杀人",
            "消杀人员",
            fact=True,
            tip=("检查人姓名，几人用顿号隔开", "Who inspected, several with 、 between"),
        ),
    ]
    supervisor: Annotated[
        Person | None,
        heading(
            "主管签名",
            "主管人员",
            "主管签字",
            "负责人签名",
            "负责人签字",
            "校长签名",
            "校长（签名）",
            "安全责任人",
            fact=True,
            tip=("主管人员姓名", "The supervisor's name"),
        ),
    ]
    recheck: Annotated[
        Text | None,
        heading(
            "复查",
            "复查情况",
            "督查情况",
            "复检",
            tip=("复查的情况", "What the second look showed"),
        ),
    ]
    note: Note
