"""The ledger 预算: what a department may spend in a year."""

from typing import Annotated

from pydantic import Field

from houqin.areas.purchasing.rows.columns import POLICIES, Kind
from houqin.cells.kinds import Choice, Money, Text, Year
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Budget(SheetRow):
    """One line: what may be spent in a year, by whom and on what."""

    ledger = Ledger(
        "budgets",
        "预算",
        "Budgets",
        row_keys=(("year", "department", "kind"),),
        aliases=("部门预算", "采购预算", "年度预算", "预算表", "经费预算"),
        about=Both(
            "每年每个部门、每类采购的预算；一笔采购只计入写得最具体的一行",
            "the budget of a year by department and kind; a purchase counts for the line that says most",
        ),
    )

    year: Annotated[
        Year,
        heading("年度", "年份", "预算年度", fact=True, tip=("如 2020", "such as 2020")),
        Field(ge=2000),
    ]
    department: Annotated[
        Text | None,
        heading(
            "部门",
            "预算部门",
            "使用部门",
            "申请部门",
            tip=("全校共用的留空", "blank where the whole school shares it"),
        ),
    ]
    kind: Kind
    amount: Annotated[
        Money,
        heading(
            "预算金额",
            "预算",
            "金额",
            "预算数",
            "年度预算金额",
            total=True,
            tip=("全年可用的金额，单位元", "what may be spent in the year, in yuan"),
        ),
        Field(ge=0),
    ]
    policy: Annotated[
        str | None,
        Choice(POLICIES),
        heading(
            "控制方式",
            "预算控制",
            "超支控制",
            tip=(
                "停止：超出即错误；提醒：请核对（留空即此）；不控",
                "停止: an error; 提醒 (or blank): a warning; 不控: nothing",
            ),
        ),
    ]
