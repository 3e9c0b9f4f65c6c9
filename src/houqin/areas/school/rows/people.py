"""The ledger 人员: who works at the school, and as what."""

from typing import Annotated

from pydantic import Field

from houqin.areas.school.rows.columns import CAMPUS_ALIASES
from houqin.cells.kinds import Choice, Choices, Day, Id, Number, Percent, Person, Phone, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


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
    duty_share: Annotated[
        Percent | None,
        heading(
            "值班比例",
            "值班份额",
            tip=(
                "与别人相比值几成班，如 50%；留空表示 100%，不值班写 0",
                "how much duty compared with others, such as 50%; blank means 100%, 0 none",
            ),
        ),
        Field(ge=0),
    ]
    duty_debt: Annotated[
        Number | None,
        heading(
            "上学期值班结转",
            "值班结转",
            "结转次数",
            tip=(
                "上学期少值几次写几，多值几次写负数；没有的留空",
                "duties owed from last term; below 0 where too many were done; may stay blank",
            ),
        ),
    ]
