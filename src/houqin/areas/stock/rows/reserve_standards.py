"""The ledger 储备标准: what the school must hold."""

from typing import Annotated

from pydantic import Field

from houqin.areas.stock.rows.columns import CAMPUS_ALIASES, ItemName, ItemNumber, UnitName
from houqin.cells.kinds import Choice, Days, Quantity, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Reserve(SheetRow):
    """One item that the school must hold, and how much of it."""

    ledger = Ledger(
        "reserve_standards",
        "储备标准",
        "Reserve standards",
        row_keys=(("item", "campus"), ("name", "campus")),
        aliases=("防疫物资储备标准", "物资储备标准", "防疫物资标准", "配置标准", "储备清单"),
        about=Both(
            "每种储备物资按人、按班、按校或固定数量应备多少",
            "how much to hold of each supply: per person, class or school, or a fixed number",
        ),
    )

    item: ItemNumber
    name: ItemName
    unit: UnitName
    basis: Annotated[
        str,
        Choice("计算基数"),
        heading(
            "计算基数",
            "基数",
            "使用对象",
            "使用对象/场所",
            "配置对象",
            tip=("每人、每班、每校或固定", "for each person, class or school, or fixed"),
        ),
    ]
    quota: Annotated[
        Quantity,
        heading(
            "定额",
            "配置数量",
            "标准数量",
            "配备数量",
            unit="unit",
            tip=("一个基数应备的数量，只填数字", "the quantity for one of them, a number"),
        ),
        Field(gt=0),
    ]
    days: Annotated[
        Days | None,
        heading(
            "天数",
            "储备天数",
            "备用天数",
            tip=("定额是每天用量时填备多少天", "for how many days, where the quota is for one day"),
        ),
        Field(gt=0),
    ]
    campus: Annotated[
        str | None,
        Choice("校区"),
        heading("校区", *CAMPUS_ALIASES, tip=("留空即各校区都适用", "blank means every campus")),
    ]
    source: Annotated[
        Text | None,
        heading(
            "来源",
            "依据",
            "文件依据",
            "标准来源",
            tip=("标准出自哪份文件", "the document that sets the standard"),
        ),
    ]
