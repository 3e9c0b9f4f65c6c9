"""The ledger 病种: how long each disease keeps a pupil away, and when cases are a cluster."""

from typing import Annotated

from pydantic import Field

from houqin.cells.kinds import Cases, Choice, Days, Text, YesNo
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class DiseaseRow(SheetRow):
    """What the school must do about one disease."""

    ledger = Ledger(
        "diseases",
        "病种",
        "Diseases",
        row_keys=(("disease",),),
        aliases=("病种表", "传染病病种", "隔离期限", "传染病隔离期限", "常见传染病"),
        about=Both(
            "各种传染病的隔离天数、复课证明和聚集标准，以当地疾控部门要求为准",
            "days of isolation, proof and cluster limits of each disease, as the district has them",
        ),
    )
    disease: Annotated[
        str,
        Choice("病种"),
        heading("病种", "疾病", "病名", "疾病名称", tip=("从列表选择", "Choose from the list")),
    ]
    isolation_days: Annotated[
        Days | None,
        heading(
            "隔离天数",
            "隔离期限",
            "隔离期",
            tip=("从发病日期起至少几天不能复课", "Days from the onset before the return"),
        ),
        Field(ge=0),
    ]
    proof: Annotated[
        YesNo | None,
        heading(
            "复课证明",
            "是否需要复课证明",
            "需复课证明",
            tip=("复课是否要医院证明", "Whether the return needs a proof"),
        ),
    ]
    class_day: Annotated[
        Cases | None,
        heading(
            "同班一日",
            "同班一日病例",
            "同班一天",
            tip=("同班一日达到几例为聚集，留空按参数", "Cases of a class in a day, blank: 参数"),
        ),
        Field(ge=1),
    ]
    class_three_days: Annotated[
        Cases | None,
        heading(
            "同班三日",
            "同班三日病例",
            "同班三天",
            tip=("同班三日达到几例为聚集，留空按参数", "… in three days, blank: 参数"),
        ),
        Field(ge=1),
    ]
    school_week: Annotated[
        Cases | None,
        heading(
            "全校七日",
            "全校七日病例",
            "全校一周",
            "学校全校七日",
            tip=("全校七日达到几例为聚集，留空不判", "… of the school in a week, blank: none"),
        ),
        Field(ge=1),
    ]
    source: Annotated[
        Text | None,
        heading("来源", "依据", tip=("规定出自哪里", "Where the rule comes from")),
    ]
