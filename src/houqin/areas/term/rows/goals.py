"""The ledger 工作目标: what was to be reached this term, and by which figure one can tell."""

from typing import Annotated

from houqin.cells.kinds import Choice, Id, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Goal(SheetRow):
    """One goal of the term."""

    ledger = Ledger(
        "goals",
        "工作目标",
        "Goals",
        row_keys=(("number",),),
        aliases=("学期目标", "学期工作目标", "后勤工作目标", "工作目标表", "目标任务"),
        about=Both(
            "本学期后勤工作的目标；写了指标的，汇总会与算出的数对照",
            "the goals of the term; where a figure is named, the summary sets them against it",
        ),
    )

    number: Annotated[
        Id,
        heading("序号", "编号", "目标序号", tip=("每个目标一个序号", "a number for each goal")),
    ]
    goal: Annotated[
        Text,
        heading(
            "目标",
            "工作目标",
            "目标内容",
            "工作任务",
            tip=("要做到什么", "what is to be reached"),
        ),
    ]
    measure: Annotated[
        Text | None,
        heading(
            "指标",
            "考核指标",
            "衡量指标",
            "对应指标",
            tip=(
                "汇总里一个指标的名称，如 日巡视覆盖率；没有可留空",
                "the name of a figure of the summary, such as 日巡视覆盖率; blank if there is none",
            ),
        ),
    ]
    target: Annotated[
        Text | None,
        heading(
            "目标值",
            "目标数",
            "指标值",
            tip=("要达到的数，比例写成 95%", "what is to be reached; a rate as 95%"),
        ),
    ]
    comparator: Annotated[
        str | None,
        Choice("比较"),
        heading(
            "比较",
            "比较方式",
            tip=(
                "至少（>=）还是至多（<=）；比例可留空",
                "at least or at most; may stay blank for a rate",
            ),
        ),
    ]
    unit: Annotated[
        Text | None,
        heading("单位", "计量单位", tip=("目标值的单位，如 项、元、%", "what the target counts")),
    ]
