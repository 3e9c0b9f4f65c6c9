"""The ledger 消防设备: fire equipment and the contracts for its maintenance."""

from typing import Annotated

from pydantic import Field

from houqin.areas.safety.rows.columns import Campus
from houqin.cells.kinds import Choice, Day, Days, Id, Person, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


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
