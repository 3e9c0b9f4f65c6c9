"""The ledger 月考核: what each of the logistics staff was given for each item of a month."""

from typing import Annotated

from pydantic import Field

from houqin.cells.kinds import Choice, Month, Person, Points, Text
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading


class Appraisal(SheetRow):
    """One item of one person's appraisal of a month, by one source."""

    ledger = Ledger(
        "appraisals",
        "月考核",
        "Monthly appraisal",
        row_keys=(("month", "person", "item", "source"),),
        aliases=(
            "月度考核",
            "后勤月考核",
            "月考核表",
            "后勤人员月考核",
            "后勤人员考核表",
            "工勤人员考核表",
            "量化考核表",
        ),
        about=Both(
            "后勤人员每月的考核，每人每项每个来源一行；成绩只留在本工作簿里",
            "the monthly appraisal of logistics staff, a row for each person, item and source; "
            "the scores stay in this workbook",
        ),
        private=True,
    )

    month: Annotated[
        Month,
        heading(
            "考核月份",
            "月份",
            "考核时间",
            "考核年月",
            fill_down=True,
            fact=True,
            tip=("写年和月，如 2020-05", "year and month, such as 2020-05"),
        ),
    ]
    person: Annotated[
        Person,
        heading(
            "被考核人",
            "姓名",
            "被考核人姓名",
            "员工姓名",
            "被考核者",
            fill_down=True,
            fact=True,
            tip=("考核谁，写姓名", "who is appraised, by name"),
        ),
    ]
    post: Annotated[
        str | None,
        Choice("考核岗位"),
        heading(
            "岗位",
            "工作岗位",
            "岗位名称",
            fill_down=True,
            fact=True,
            tip=("从列表选择", "choose from the list"),
        ),
    ]
    campus: Annotated[
        str | None,
        Choice("校区"),
        heading(
            "校区",
            "所在校区",
            fill_down=True,
            fact=True,
            tip=("从列表选择校区", "choose the campus from the list"),
        ),
    ]
    item: Annotated[
        Text,
        heading(
            "考核项目",
            "项目",
            "考核内容",
            "考核项目名称",
            "考核指标",
            tip=("一行写一项", "one item in each row"),
        ),
    ]
    full: Annotated[
        Points,
        heading(
            "标准分",
            "分值",
            "基础分",
            "满分",
            "起始分值",
            tip=("这一项的满分", "what the item is worth"),
        ),
        Field(gt=0),
    ]
    deducted: Annotated[
        Points | None,
        heading(
            "扣分",
            "扣分值",
            "扣除分数",
            tip=("扣了几分，写正数；没有扣分留空", "points taken off, as a positive number"),
        ),
        Field(ge=0),
    ]
    added: Annotated[
        Points | None,
        heading(
            "加分",
            "加分值",
            "加分项目",
            "奖励分",
            tip=("加了几分；没有加分留空", "points added; blank if none"),
        ),
        Field(ge=0),
    ]
    reason: Annotated[
        Text | None,
        heading(
            "扣分原因",
            "加扣分原因",
            "扣分说明",
            "违纪情况说明",
            "原因",
            weak=("备注",),
            tip=("扣分、加分都要写原因", "why points were taken off or added"),
        ),
    ]
    source: Annotated[
        str | None,
        Choice("考核来源"),
        heading(
            "来源",
            "考核来源",
            "评价来源",
            "考核方式",
            "评价主体",
            fill_down=True,
            fact=True,
            tip=("自评、他评或考核小组", "oneself, others or the committee"),
        ),
    ]
    score: Annotated[
        Points | None,
        heading(
            "得分",
            "考核得分",
            "实得分",
            "项目得分",
            tip=(
                "标准分 − 扣分 + 加分，可留空",
                "what is left, with what was added; may stay blank",
            ),
        ),
        Field(ge=0),
    ]
    appraiser: Annotated[
        Person,
        heading(
            "考核人",
            "考核人签名",
            "考核人签字",
            "评分人",
            "评价人",
            fill_down=True,
            fact=True,
            tip=("谁打的分；自评写本人", "who gave the points; oneself for 自评"),
        ),
    ]
