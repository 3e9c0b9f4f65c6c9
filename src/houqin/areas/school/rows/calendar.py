"""The ledger 校历: days that are otherwise than the public calendar has them."""

from typing import Annotated

from houqin.areas.school.rows.columns import CAMPUS_ALIASES
from houqin.cells.kinds import Choice, Day, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


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
