"""The six ledgers that say what the school is: settings, campuses, people, classes, days, lists."""

from typing import Annotated

from pydantic import Field

from houqin.cells.kinds import (
    Choice,
    Choices,
    ClassName,
    Day,
    Id,
    Minutes,
    Number,
    Person,
    Phone,
    Text,
    Whole,
    YesNo,
)
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading

CAMPUS_ALIASES = ("所在校区", "校区名称", "校区/本部")
NOTE = ("写给以后看的人，可留空", "for whoever reads it later; may stay blank")


class SettingRow(SheetRow):
    """One limit or choice of the school, with the place it comes from."""

    ledger = Ledger(
        "settings",
        "参数",
        "Settings",
        row_keys=(("code", "campus", "since"),),
        aliases=("参数表", "参数设置", "系统参数", "规则参数", "设置"),
        about=Both(
            "各项期限、数量和比例的规定；检查时只按这里的值判断，留空的不检查",
            "the limits by which everything is judged; a blank one is not judged",
        ),
    )
    code: Annotated[
        Id,
        heading(
            "代码",
            "参数代码",
            "参数编码",
            tip=(
                "不要改动代码，houqin 按它找参数",
                "leave it as it is: houqin finds the setting by it",
            ),
        ),
    ]
    name: Annotated[
        Text,
        heading("参数", "参数名称", "项目名称", tip=("参数的中文名称", "the setting in words")),
    ]
    value: Annotated[
        Text | None,
        heading(
            "值",
            "参数值",
            "取值",
            "设定值",
            literal=True,
            tip=(
                "数字、日期或文字；比例写成 95% 或 0.95；留空表示不检查",
                "a number, date or text; a rate as 95% or 0.95; blank means not judged",
            ),
        ),
    ]
    unit: Annotated[
        Text | None,
        heading(
            "单位", "计量单位", tip=("值的单位，如 天、元、次", "what the value counts: days, yuan")
        ),
    ]
    comparator: Annotated[
        str | None,
        Choice("比较"),
        heading(
            "比较",
            "比较符",
            "比较方式",
            tip=(
                "是否含本数：>= 含，> 不含",
                "whether the limit itself counts: >= does, > does not",
            ),
        ),
    ]
    campus: Annotated[
        str | None,
        Choice("校区"),
        heading(
            "校区",
            *CAMPUS_ALIASES,
            tip=("留空表示各校区都适用", "blank means that it holds for every campus"),
        ),
    ]
    since: Annotated[
        Day | None,
        heading(
            "生效日期",
            "启用日期",
            "起始日期",
            tip=("从哪天起适用，留空表示一直适用", "the first day it holds; blank means always"),
        ),
    ]
    source: Annotated[
        Text,
        heading(
            "来源", "依据", "规定来源", tip=("哪份文件规定的，或写 学校自定", "who decided it")
        ),
    ]
    note: Annotated[Text | None, heading("说明", "备注", tip=NOTE)]


class CampusRow(SheetRow):
    """One campus of the school."""

    ledger = Ledger(
        "campuses",
        "校区",
        "Campuses",
        row_keys=(("name",),),
        aliases=("校区表", "校区信息", "校区一览"),
        about=Both(
            "学校有哪些校区；其他工作表的校区只能填这里的名称", "the campuses that sheets may name"
        ),
    )
    name: Annotated[
        Text,
        heading(
            "校区", "校区名称", "名称", tip=("各表都用这个写法", "every sheet writes it this way")
        ),
    ]
    principal: Annotated[
        Person | None,
        heading(
            "执行校长", "校区负责人", "负责人", tip=("负责本校区的校长", "who is in charge of it")
        ),
    ]
    travel_minutes: Annotated[
        Minutes | None,
        heading(
            "路程分钟",
            "路程（分钟）",
            "路程时间",
            tip=("从另一校区过来要几分钟", "minutes on the way from the other campus"),
        ),
        Field(ge=0),
    ]


class PersonRow(SheetRow):
    """One member of staff."""

    ledger = Ledger(
        "people",
        "人员",
        "People",
        row_keys=(("number",), ("name",)),
        aliases=("人员名单", "教职工名单", "教职工", "人员信息", "员工名单", "人员表"),
        about=Both(
            "后勤工作中会签名、值班、领物的教职工", "staff who sign, are on duty or take goods"
        ),
    )
    number: Annotated[
        Id | None,
        heading(
            "工号",
            "职工号",
            "教职工号",
            "编号",
            "人员编号",
            tip=("有两人同名时必须填写", "needed where two people have the same name"),
        ),
    ]
    name: Annotated[
        Person,
        heading(
            "姓名", "名字", "教师姓名", "职工姓名", tip=("只写姓名，不加称呼", "the name alone")
        ),
    ]
    campus: Annotated[
        str | None,
        Choice("校区"),
        heading("校区", *CAMPUS_ALIASES, tip=("平时所在的校区", "where the person usually works")),
    ]
    department: Annotated[
        Text | None,
        heading(
            "部门", "所在部门", "科室", "处室", tip=("如 总务处", "such as the general office")
        ),
    ]
    roles: Annotated[
        tuple[str, ...] | None,
        Choices("职务"),
        heading(
            "职务",
            "岗位",
            "职务/岗位",
            "岗位名称",
            tip=("几个职务用、隔开", "several parted by 、"),
        ),
    ]
    phone: Annotated[
        Phone | None,
        heading(
            "电话",
            "联系电话",
            "手机",
            "手机号",
            "手机号码",
            "联系方式",
            private=True,
            tip=("手机或带区号的固定电话", "a mobile phone, or a landline with its area code"),
        ),
    ]
    email: Annotated[
        Text | None,
        heading(
            "邮箱",
            "电子邮箱",
            "邮件",
            "电子邮件",
            private=True,
            tip=("如 name@163.com", "one address"),
        ),
    ]
    joined: Annotated[
        Day | None,
        heading(
            "到岗日期", "入职日期", "到校日期", tip=("到本校工作的第一天", "the first day of work")
        ),
    ]
    left: Annotated[
        Day | None,
        heading(
            "离岗日期",
            "离职日期",
            "离校日期",
            tip=("在岗的留空", "blank while the person works here"),
        ),
    ]


class ClassRow(SheetRow):
    """One class of pupils."""

    ledger = Ledger(
        "classes",
        "班级",
        "Classes",
        row_keys=(("class_",),),
        aliases=("班级表", "班级信息", "班级一览", "班级名单"),
        about=Both(
            "本学期的班级、班主任和学生数", "the classes of the term, their teachers and size"
        ),
    )
    class_: Annotated[
        ClassName,
        heading(
            "班级", "班级名称", "班名", tip=("如 六(5)班、六年级5班、605", "such as 六(5)班 or 605")
        ),
    ]
    campus: Annotated[
        str,
        Choice("校区"),
        heading(
            "校区",
            *CAMPUS_ALIASES,
            fill_down=True,
            fact=True,
            tip=("班级所在的校区", "where it is taught"),
        ),
    ]
    teacher: Annotated[
        Person | None,
        heading("班主任", "班主任姓名", "班主任老师", tip=("只写姓名", "the name alone")),
    ]
    pupils: Annotated[
        Whole | None,
        heading(
            "学生数", "人数", "学生人数", "班级人数", total=True, tip=("在籍学生数", "pupils in it")
        ),
        Field(gt=0),
    ]


class CalendarRow(SheetRow):
    """One day that is otherwise than the public calendar has it."""

    ledger = Ledger(
        "calendar",
        "校历",
        "School calendar",
        row_keys=(("date", "campus"),),
        aliases=("校历表", "学校校历", "校历安排", "调休安排"),
        about=Both(
            "与国家放假安排不同的日子：调休上课、校内放假、停课",
            "days that differ from the public holidays: made-up lessons, days off, lessons suspended",
        ),
    )
    date: Annotated[Day, heading("日期", "校历日期", tip=("一天一行", "one row for each day"))]
    kind: Annotated[
        str,
        Choice("校历类型"),
        heading(
            "类型",
            "安排",
            "日期类型",
            tip=("上课、休息，或停课（上班不上课）", "lessons, a day off, or lessons suspended"),
        ),
    ]
    campus: Annotated[
        str | None,
        Choice("校区"),
        heading("校区", *CAMPUS_ALIASES, tip=("留空表示全校", "blank means the whole school")),
    ]
    note: Annotated[
        Text | None, heading("说明", "备注", "事由", tip=("如 运动会", "such as sports day"))
    ]


class ListRow(SheetRow):
    """One value that a drop-down offers, and how else people write it."""

    ledger = Ledger(
        "lists",
        "清单",
        "Lists",
        row_keys=(("list", "value"),),
        aliases=("清单表", "下拉清单", "选项", "下拉选项", "数据字典"),
        about=Both(
            "各下拉列表的内容；写在 同义 里的写法也会被认出",
            "what the drop-downs offer; the spellings under 同义 are understood as well",
        ),
    )
    list: Annotated[
        Text,
        heading(
            "清单", "清单名称", "列表", fill_down=True, tip=("列表的名称，如 检查类型", "the list")
        ),
    ]
    value: Annotated[
        Text, heading("值", "选项", "选项值", tip=("下拉列表里的一项", "one line of the drop-down"))
    ]
    same_as: Annotated[
        Text | None,
        heading(
            "同义",
            "同义词",
            "别名",
            "其他写法",
            literal=True,
            tip=("意思相同的其他写法，用、隔开", "other spellings of it, parted by 、"),
        ),
    ]
    group: Annotated[
        Text | None,
        heading(
            "归类",
            "归属",
            "分组",
            tip=(
                "houqin 按归类判断，如 异常、完成",
                "what the value means to houqin, such as 异常",
            ),
        ),
    ]
    order: Annotated[
        Number | None,
        heading("次序", "顺序", "排序", tip=("在下拉列表里的先后", "its place in the drop-down")),
    ]
    in_use: Annotated[
        YesNo | None,
        heading(
            "启用", "是否启用", "在用", tip=("写 否 则不能再选", "否 takes it out of the drop-down")
        ),
    ]


MODELS: tuple[type[SheetRow], ...] = (
    SettingRow,
    CampusRow,
    PersonRow,
    ClassRow,
    CalendarRow,
    ListRow,
)
