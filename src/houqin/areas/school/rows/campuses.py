"""The ledger 校区: the campuses of the school."""

from typing import Annotated

from pydantic import Field

from houqin.cells.kinds import Minutes, Person, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


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
