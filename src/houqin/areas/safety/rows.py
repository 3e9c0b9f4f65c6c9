"""The ledgers of safety: standards, inspections, hazards, fire equipment."""

from typing import Annotated

from pydantic import Field

from houqin.cells.kinds import Choice, Choices, Day, Days, Id, Money, People, Person, Text, Whole
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading

Campus = Annotated[
    str,
    Choice("校区"),
    heading(
        "校区",
        "所在校区",
        "检查校区",
        fill_down=True,
        fact=True,
        tip=("从列表选择校区", "Choose the campus from the list"),
    ),
]
Note = Annotated[
    Text | None,
    heading("备注", "说明", tip=("其他要说明的，可留空", "Anything else; may stay blank")),
]


class Standard(SheetRow):
    """One item of what is inspected, how often, and on what ground."""

    ledger = Ledger(
        "standards",
        "检查标准",
        "Inspection standards",
        row_keys=(("code",),),
        aliases=("安全检查标准", "检查项目标准", "检查内容标准", "检查要求"),
        about=Both(
            "每一项安全检查查什么、哪类检查要查、多久一次、要几人签名",
            "What each safety check looks at, in which kinds of inspection, how often, "
            "and how many must sign",
        ),
    )

    code: Annotated[
        Id,
        heading(
            "标准编号",
            "编号",
            "序号",
            "标准号",
            tip=("每项一个编号，如 BZ-01", "One number for each item, such as BZ-01"),
        ),
    ]
    area: Annotated[
        str,
        Choice("检查项目"),
        heading(
            "检查项目",
            "项目",
            "检查大类",
            "安全领域",
            fill_down=True,
            tip=("从列表选择", "Choose from the list"),
        ),
    ]
    content: Annotated[
        Text,
        heading(
            "检查内容",
            "具体内容",
            "重点检查内容",
            "检查要点",
            "内容",
            tip=("写明看什么、怎样算正常", "Say what to look at, and what is in order"),
        ),
    ]
    kinds: Annotated[
        tuple[str, ...],
        Choices("检查类型"),
        heading(
            "检查类型",
            "适用检查",
            "检查类别",
            "排查方式",
            tip=(
                "几种用顿号隔开，如 日巡视、月检查",
                "Several with 、 between, such as 日巡视、月检查",
            ),
        ),
    ]
    frequency: Annotated[
        str | None,
        Choice("频次"),
        heading(
            "频次",
            "检查频次",
            "检查周期",
            "周期",
            tip=("多久查一次；不定期的留空", "How often; leave blank where there is no fixed time"),
        ),
    ]
    signatures: Annotated[
        Whole | None,
        heading(
            "签名数",
            "签名人数",
            "签字人数",
            tip=(
                "检查人与主管共几人签名；2 人起须有主管签名",
                "How many sign in all; from 2 on the supervisor is one of them",
            ),
        ),
        Field(ge=0),
    ]
    basis: Annotated[
        Text | None,
        heading(
            "依据",
            "检查依据",
            "文件依据",
            tip=("文件名称或校内规定", "The regulation or the school's own rule"),
        ),
    ]


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
    area: Annotated[
        str,
        Choice("检查项目"),
        heading(
            "检查项目",
            "项目",
            "检查大类",
            "安全领域",
            fill_down=True,
            tip=("从列表选择", "Choose from the list"),
        ),
    ]
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


class Equipment(SheetRow):
    """One piece of fire equipment, or the contract for its maintenance."""

    ledger = Ledger(
        "equipment",
        "消防设备",
        "Fire equipment",
        row_keys=(("number",),),
        aliases=(
            "消防设备台账",
            "消防器材",
            "消防器材台账",
            "消防设施",
            "消防设施台账",
            "消防设施器材台账",
            "灭火器台账",
        ),
        about=Both(
            "每一件消防设备和维保合同：何时到期、何时维保",
            "Every piece of fire equipment and the maintenance contract: expiry and service",
        ),
    )

    number: Annotated[
        Id,
        heading(
            "设备编号",
            "编号",
            "器材编号",
            "合同编号",
            "序号",
            tip=("每件设备或合同一个编号，如 XF-001", "One number for each, such as XF-001"),
        ),
    ]
    kind: Annotated[
        str,
        Choice("设备类别"),
        heading(
            "类别",
            "设备类别",
            "设备类型",
            "器材类别",
            "器材类型",
            "类型",
            tip=(
                "从列表选择；维保合同也登记在这里",
                "Choose from the list; contracts stand here too",
            ),
        ),
    ]
    name: Annotated[
        Text,
        heading(
            "名称",
            "设备名称",
            "器材名称",
            "合同名称",
            tip=("如 手提式干粉灭火器", "Such as 手提式干粉灭火器"),
        ),
    ]
    model: Annotated[
        Text | None,
        heading("型号", "规格型号", "规格", "型号规格", tip=("如 MFZ/ABC4", "Such as MFZ/ABC4")),
    ]
    campus: Campus
    place: Annotated[
        Text,
        heading(
            "位置",
            "放置位置",
            "存放位置",
            "存放地点",
            "安装位置",
            "配置地点",
            "地点",
            tip=("放在哪里，如 教学楼一层东", "Where it is, such as 教学楼一层东"),
        ),
    ]
    made: Annotated[
        Day | None,
        heading(
            "生产日期",
            "出厂日期",
            "制造日期",
            "签订日期",
            "合同开始日期",
            "起始日期",
            tip=("出厂日期；合同写开始日期", "When it was made; for a contract, its first day"),
        ),
    ]
    expires: Annotated[
        Day | None,
        heading(
            "有效期至",
            "有效期",
            "到期日期",
            "到期时间",
            "报废日期",
            "合同到期",
            "失效日期",
            tip=("最后可用的一天", "The last day on which it may be used"),
        ),
    ]
    serviced: Annotated[
        Day | None,
        heading(
            "上次维保日期",
            "维保日期",
            "上次检修日期",
            "上次维修日期",
            "上次检查日期",
            "充装日期",
            "换药日期",
            tip=("最近一次维保的日期", "When it was last serviced"),
        ),
    ]
    service_days: Annotated[
        Days | None,
        heading(
            "维保周期天数",
            "维保周期",
            "检修周期",
            "维保周期（天）",
            tip=("多少天维保一次；留空按参数", "Days between services; blank: as on 参数"),
        ),
        Field(gt=0),
    ]
    status: Annotated[
        str | None,
        Choice("设备状态"),
        heading(
            "状态",
            "设备状态",
            "使用状态",
            "使用情况",
            tip=("从列表选择；留空当作在用", "Choose from the list; blank means in use"),
        ),
    ]
    keeper: Annotated[
        Person | None,
        heading("责任人", "管理人", "保管人", "负责人", tip=("谁负责", "Who looks after it")),
    ]


MODELS = (Standard, Inspection, Hazard, Equipment)
