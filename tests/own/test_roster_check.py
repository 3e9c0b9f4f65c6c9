"""值班检查: gaps with who could come, visitors who are still in, and each person's load."""

from datetime import date
from decimal import Decimal

from tests.areas.duty.drawn import LEAVE, ROSTER, SCHOOL, WHOLE
from tests.own.told_pages import by_heading, only, result_of

from houqin.own.roster_check import roster_check_page

D = Decimal
TODAY, WEEK = "2020-05-19", "2020-05-18..2020-05-20"
GAP = ("情况", "日期", "岗位", "人员", "应到人数", "缺几人", "单元格")


def test_each_gap_has_a_row_with_its_cell_and_a_blank_cell_is_one() -> None:
    page = roster_check_page(result_of(WHOLE, as_of=TODAY, period=WEEK))

    gaps = [row for row in only(page, *GAP) if row[5] is not None]
    assert gaps == [
        ("缺人", date(2020, 5, 18), "门卫值守", None, 1, 1, "岗位!B3"),
        ("缺人", date(2020, 5, 18), "护学岗", None, 1, 1, "岗位!B4"),
        ("缺人", date(2020, 5, 19), "护学岗", "赵明远", 2, 1, "值班表!E3"),
        ("缺人", date(2020, 5, 19), "门卫值守", None, 1, 1, "值班表!E4"),
        ("缺人", date(2020, 5, 20), "护学岗", None, 2, 2, "值班表!E5"),
    ]


def test_who_could_come_is_named_with_reasons_while_there_is_time() -> None:
    rows = by_heading(roster_check_page(result_of(WHOLE, as_of=TODAY, period=WEEK)))

    assert [row["可以安排的人（按先后）"] for row in rows if row["缺几人"]] == [
        None,
        None,
        "钱思齐（已排 1 次，应值 2.0 次）",
        "李雨桐（已排 0 次，应值 0 次）",
        "赵明远（已排 2 次，应值 1.0 次）",
    ]


def test_where_nobody_fits_it_is_said_why() -> None:
    roster = "".join(ROSTER.splitlines(keepends=True)[:4])
    ill = LEAVE + "|    3 | 钱思齐 | 2020-05-19 | 2020-05-19 | 病假 |\n"

    rows = by_heading(roster_check_page(result_of(SCHOOL + roster + ill, as_of=TODAY, period=WEEK)))

    (told,) = (
        row["可以安排的人（按先后）"] for row in rows if row["人员"] == "赵明远" and row["缺几人"]
    )
    assert str(told).startswith("没有合适的人：钱思齐（正在请假）；")


def test_a_gap_that_something_unreadable_may_fill_is_in_doubt() -> None:
    roster = ROSTER.replace(
        "2020-05-19 | 本部 | 护学岗   | 07:20-07:50 | 赵明远        ",
        "2020-05-19 | 本部 | 护学岗   | 07:20-07:50 | 待定          ",
    )

    page = roster_check_page(result_of(SCHOOL + roster, as_of=TODAY))

    assert [row[0] for row in only(page, *GAP) if row[6] == "值班表!E3"] == ["待核对"]
    assert "待核对 1" in page.verdict


def test_visitors_without_a_time_at_which_they_left_are_still_in() -> None:
    page = roster_check_page(result_of(WHOLE, as_of=TODAY))

    rows = only(page, "情况", "日期", "校区", "时段", "人员", "单元格")
    assert [row for row in rows if row[0] == "未离校"] == [
        ("未离校", date(2020, 5, 18), "本部", "09:10-", "吴先生（找 赵明远）", "来访登记!C2")
    ]


def test_loads_stand_against_what_is_to_be_expected() -> None:
    rows = by_heading(roster_check_page(result_of(WHOLE, as_of=TODAY)))

    loads = {row["人员"]: row for row in rows if row["已排次数"] is not None}
    assert {
        name: (row["已排次数"], row["应值次数"], row["多值次数"], row["情况"])
        for name, row in loads.items()
    } == {"赵明远": (2, D("1.0"), D("1.0"), "正常"), "钱思齐": (1, D("2.0"), D("-1.0"), "正常")}


def test_a_load_beyond_what_the_school_allows_is_told() -> None:
    school = SCHOOL.replace(
        "| 校区 | 校区 |",
        "|    5 | duty.fair_duties | 最多相差 | 0 | 次 | 学校自定 |\n| 校区 | 校区 |",
    )

    page = roster_check_page(result_of(school + ROSTER, as_of=TODAY))

    told = {row["人员"]: row["情况"] for row in by_heading(page) if row["已排次数"] is not None}
    assert told == {"赵明远": "偏多", "钱思齐": "偏少"}
    assert "值班偏多偏少 2 人" in page.verdict


def test_the_verdict_says_what_is_wrong_and_that_nothing_is() -> None:
    whole = roster_check_page(result_of(WHOLE, as_of=TODAY, period=WEEK))
    quiet = SCHOOL.replace("| 每天   |", "| 休息日 |").replace("周一、周三", "周五      ")
    roster = "".join(ROSTER.splitlines(keepends=True)[:3])
    day = "2020-05-18"
    green = roster_check_page(result_of(quiet + roster, as_of=day, period=f"{day}..{day}"))

    assert whole.verdict == "✘ 应排岗次 6，缺人 5；值班偏多偏少 0 人；未登记离开 1 人。"
    assert green.verdict == "✔ 应排岗次 1，缺人 0；值班偏多偏少 0 人。"


def test_where_no_duty_falls_due_the_page_says_so() -> None:
    page = roster_check_page(
        result_of(SCHOOL + ROSTER, as_of=TODAY, period="2020-08-01..2020-08-02")
    )

    assert page.verdict.startswith("？ 期间内没有要值的班")
