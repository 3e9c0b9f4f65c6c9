"""The ledger 班级: the classes of the term."""

from typing import Annotated

from pydantic import Field

from houqin.areas.school.rows.columns import CAMPUS_ALIASES
from houqin.cells.kinds import Choice, ClassName, Person, Whole
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


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
        Whole,
        heading(
            "学生数", "人数", "学生人数", "班级人数", total=True, tip=("在籍学生数", "pupils in it")
        ),
        Field(gt=0),
    ]
