"""The ledger 因病缺课: every pupil who is away ill, until back in class; private."""

from typing import Annotated

from houqin.areas.health.rows.columns import Campus, Class, Disease, Note
from houqin.cells.kinds import Choice, Choices, Day, Person, Temperature, Text, YesNo
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class SickAbsence(SheetRow):
    """One illness of one pupil, followed until the return to class."""

    ledger = Ledger(
        "sick_absences",
        "因病缺课",
        "Sick absences",
        row_keys=(("date", "class_", "pupil"),),
        aliases=(
            "因病缺课登记",
            "因病缺课登记表",
            "因病缺勤登记",
            "因病缺勤追踪",
            "因病缺课追踪",
            "因病缺勤病因追踪",
            "缺课追踪",
            "复课查验",
        ),
        about=Both(
            "因病缺课学生的登记、追踪和复课查验；内容不外传",
            "pupils away ill, followed until they are back; nothing of it leaves this sheet",
        ),
        private=True,
    )
    date: Annotated[
        Day,
        heading(
            "日期",
            "登记日期",
            "缺课日期",
            "缺勤日期",
            "填报日期",
            fill_down=True,
            fact=True,
            tip=("登记的那一天，如 2020-05-12", "The day of the entry, such as 2020-05-12"),
        ),
    ]
    campus: Campus
    class_: Class
    pupil: Annotated[
        Person,
        heading("姓名", "学生姓名", "学生", tip=("学生姓名，只留在本表", "The pupil, here only")),
    ]
    temperature: Annotated[
        Temperature | None,
        heading(
            "体温",
            "检测体温",
            "体温℃",
            "测量体温",
            tip=("测得的体温，如 37.6", "As measured, such as 37.6"),
        ),
    ]
    site: Annotated[
        str | None,
        Choice("测量部位"),
        heading(
            "测量部位",
            "测温部位",
            tip=("如 腋下；留空按参数规定的部位", "Blank means the site named on 参数"),
        ),
    ]
    symptoms: Annotated[
        tuple[str, ...],
        Choices("症状"),
        heading(
            "症状",
            "主要症状",
            "临床症状",
            tip=("从列表选择，几种用顿号隔开", "From the list, several with 、 between"),
        ),
    ]
    disease: Disease
    seen: Annotated[
        YesNo | None,
        heading("是否就诊", "就诊", "是否就医", tip=("是 或 否", "Whether a doctor was seen")),
    ]
    onset: Annotated[
        Day | None,
        heading(
            "发病日期", "发病时间", "起病日期", tip=("开始不舒服的那天", "The first day of illness")
        ),
    ]
    absent_from: Annotated[
        Day | None,
        heading(
            "缺课开始",
            "缺课开始日期",
            "缺勤开始",
            "开始缺课",
            tip=("第一个缺课的日子", "The first day away"),
        ),
    ]
    absent_to: Annotated[
        Day | None,
        heading(
            "缺课结束",
            "缺课结束日期",
            "缺勤结束",
            "结束缺课",
            tip=("最后一个缺课的日子", "The last day away"),
        ),
    ]
    proof: Annotated[
        Text | None,
        heading(
            "复课证明",
            "痊愈证明",
            "康复证明",
            "健康证明",
            tip=("有证明的写 有 或医院名称", "有, or the hospital, where there is one"),
        ),
    ]
    verified_by: Annotated[
        Person | None,
        heading(
            "校医",
            "校医复核",
            "校医核实",
            "校医核实签字",
            "保健老师查验",
            "查验人",
            tip=("查验复课证明的校医", "The school doctor who checked the return"),
        ),
    ]
    returned: Annotated[
        Day | None,
        heading(
            "复课日期",
            "返校时间",
            "返校日期",
            "复课时间",
            tip=("回到班级的日子，未复课留空", "The day back in class, blank until then"),
        ),
    ]
    note: Note
