"""The ledger 参数: the limits and choices of the school."""

from typing import Annotated

from houqin.areas.school.rows.columns import CAMPUS_ALIASES
from houqin.cells.kinds import Choice, Day, Id, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading

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
            column=True,
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
