"""排班草稿: who goes where, and for each place that stays empty, why."""

from datetime import date

from tests.areas.duty.drawn import LEAVE, ROSTER, SCHOOL, WHOLE
from tests.own.told_pages import only, result_of

from houqin.own.roster_draft import (
    ADDED,
    CAMPUS,
    DAY,
    POST,
    ROSTER_DRAFT,
    SLOT,
    THERE,
    roster_draft_page,
)

TODAY = "2020-05-19"


def test_each_duty_has_a_row_with_who_is_added_or_why_nobody_is() -> None:
    page = roster_draft_page(result_of(WHOLE, as_of=TODAY))

    told = "情况", "星期", "校区", "时段", "已排的人", "新排的人", "仍缺人数", "说明"
    assert only(page, *told) == [
        ("请手工补", "周二", "本部", "07:20-07:50", "赵明远", "钱思齐", None, None),
        ("新排", "周二", "本部", "19:00-07:00", None, "李雨桐", None, None),
        (
            *("新排", "周三", "本部", "07:20-07:50", None, "赵明远", 1),
            "其他班主任共 2 人：请假 1 人，同一时间已值班 1 人",
        ),
        ("新排", "周三", "本部", "19:00-07:00", None, "李雨桐", None, None),
        ("新排", "周三", "东园", "07:20-07:50", None, "孙文博", None, None),
    ]
    assert page.verdict.startswith("✘ 要排 6 人次，排上 5，仍缺 1；排后每人与应值次数相差 ")
    assert page.note.endswith("排 2020-05-19 至 2020-05-20")
    assert page.more


def test_what_stands_is_shown_and_a_duty_that_nobody_can_take_is_empty() -> None:
    nobody = SCHOOL.replace("保安   |            |  ", "校医   |            |  ")
    roster = ROSTER.replace(
        "赵明远         |      |\n|      4", "赵明远、钱思齐 |      |\n|      4"
    )

    page = roster_draft_page(result_of(nobody + roster + LEAVE, as_of=TODAY))

    rows = only(page, "情况", "已排的人", "新排的人", "说明")
    assert rows[0] == ("已有", "赵明远、钱思齐", None, None)
    assert rows[1] == ("空缺", None, None, "其他保安共 1 人：不值班 1 人")


def test_the_columns_that_are_read_again_are_those_meant() -> None:
    headings = ROSTER_DRAFT.headings("zh")

    assert [headings[at] for at in (DAY, CAMPUS, POST, SLOT, THERE, ADDED)] == [
        "日期", "校区", "岗位", "时段", "已排的人", "新排的人"
    ]  # fmt: skip


def test_that_nothing_is_to_be_filled_is_said() -> None:
    day = SCHOOL.replace("自动排班天数 | 2 ", "自动排班天数 | 1 ")
    full = day.replace("| 每天   |", "| 休息日 |")
    roster = ROSTER.replace(
        "赵明远         |      |\n|      4", "赵明远、钱思齐 |      |\n|      4"
    )

    page = roster_draft_page(result_of(full + roster, as_of=TODAY))
    none = roster_draft_page(result_of(SCHOOL + ROSTER, as_of="2020-05-23"))

    assert only(page, "情况", "已排的人") == [("已有", "赵明远、钱思齐")]
    assert page.verdict == "✔ 没有要排的值班。"
    assert (none.rows, none.verdict) == ((), "？ 没有要排的值班。")


def test_dates_are_dates() -> None:
    page = roster_draft_page(result_of(WHOLE, as_of=TODAY))

    assert [row[DAY] for row in page.rows] == [date(2020, 5, 19)] * 2 + [date(2020, 5, 20)] * 3
