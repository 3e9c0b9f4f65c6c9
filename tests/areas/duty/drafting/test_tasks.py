"""What is to be filled is read from posts, roster, staff and leave, for the days to come."""

from datetime import date
from decimal import Decimal

import pytest
from tests.areas.drawn import book_of
from tests.areas.duty.drawn import LEAVE, ROSTER, SCHOOL, WHOLE

from houqin.areas.duty.drafting.draft import drafted
from houqin.areas.duty.drafting.facts import DAY, Absence, Kept, Need
from houqin.areas.duty.drafting.reasons import why
from houqin.areas.duty.drafting.tasks import blank_rows, task_of
from houqin.areas.duty.drafting.windows import window_of
from houqin.book import Period

TODAY = "2020-05-19"


def told(need: Need) -> tuple[object, ...]:
    duty = need.duty
    return duty.day.day, duty.campus, duty.post, duty.start, duty.end, need.heads, need.standing


def test_every_post_of_the_days_to_come_is_there_with_who_stands_on_it() -> None:
    task = task_of(book_of(WHOLE, TODAY))

    assert [told(need) for need in task.needs] == [
        (19, "本部", "护学岗", 440, 470, 2, ("赵明远",)),
        (19, "本部", "门卫值守", 1140, 1860, 1, ()),
        (20, "本部", "护学岗", 440, 470, 2, ()),
        (20, "本部", "门卫值守", 1140, 1860, 1, ()),
        (20, "东园", "护学岗", 440, 470, 1, ()),
    ]
    assert {tuple(need.roles) for need in task.needs} == {("班主任",), ("保安",)}
    assert (task.limits.rest, task.limits.travel, task.limits.travel_of) == (480, 30, {"东园": 25})


def test_people_are_there_with_roles_days_shares_and_what_they_owe() -> None:
    people = {each.name: each for each in task_of(book_of(WHOLE, TODAY)).people}

    assert list(people) == ["赵明远", "钱思齐", "孙文博", "李雨桐", "周佳宁"]
    assert people["孙文博"].joined == date(2020, 5, 20)
    assert [each.share for each in people.values()] == [1, 1, Decimal("0.5"), 1, 0]
    # three duties so far: two of 赵明远, one of 钱思齐, who owed one more than the others
    assert [people[name].debt for name in ("赵明远", "钱思齐")] == [Decimal(-1), Decimal(1)]


def test_leave_is_whole_days_and_duties_of_the_days_before_are_remembered() -> None:
    task = task_of(book_of(WHOLE, TODAY))

    midnight = date(2020, 5, 20).toordinal() * DAY
    assert task.absences == (Absence("钱思齐", midnight, midnight + DAY),)
    assert [(name, duty.day.day) for name, duty in task.held] == [("赵明远", 18), ("钱思齐", 18)]


def test_somebody_on_leave_does_not_stand_there() -> None:
    roster = ROSTER.replace("| 07:20-07:50 |                |", "| 07:20-07:50 | 赵明远、钱思齐 |")

    task = task_of(book_of(SCHOOL + roster + LEAVE, TODAY))

    assert [need.standing for need in task.needs if need.duty.day.day == 20] == [
        ("赵明远",),
        (),
        (),
    ]


@pytest.mark.parametrize(
    ("cell", "kept"),
    [("              |      |\n", None), ("              | 是   |\n", Kept.PINNED),
     ("待定          |      |\n", Kept.UNREAD)],
)  # fmt: skip
def test_what_is_pinned_or_cannot_be_read_is_kept(cell: str, kept: Kept | None) -> None:
    roster = ROSTER[: ROSTER.rindex("07:50 |") + len("07:50 | ")] + cell

    (need,) = (
        each
        for each in task_of(book_of(SCHOOL + roster, TODAY)).needs
        if (each.duty.day.day, each.duty.campus, each.duty.start) == (20, "本部", 440)
    )

    assert need.kept is kept


def test_a_row_that_may_be_about_a_duty_keeps_it_from_being_filled() -> None:
    roster = ROSTER + "|      6 | 2020-05-20 | 东园 | 护学港   | 07:20-07:50 | 孙文博 |      |\n"

    task = task_of(
        book_of(
            SCHOOL + roster + "|      7 | 2020-05-21 | 东园 | 护学岗 | 07:20-07:50 | 孙文博 | |\n",
            TODAY,
        )
    )

    assert {each.kept for each in task.needs if each.duty.campus == "东园"} == {Kept.UNREAD}


def test_blank_cells_are_known_by_their_rows() -> None:
    found = blank_rows(book_of(WHOLE, TODAY))

    assert {(duty.day.day, duty.post): index for duty, index in found.items()} == {
        (19, "门卫值守"): 2,
        (20, "护学岗"): 3,
    }


def test_a_roster_of_one_campus_is_filled_for_that_campus_only() -> None:
    roster = """
| 值班表 | 校区：东园 |
|      2 | 日期 | 岗位 | 时段 | 值班人员 |
|      3 | 2020-05-18 | 护学岗 | 07:20-07:50 | 赵明远 |
"""

    task = task_of(book_of(SCHOOL + roster, "2020-05-20"))

    assert {need.duty.campus for need in task.needs} == {"东园"}


@pytest.mark.parametrize(
    ("as_of", "period", "days"),
    [
        ("2020-05-19", "", (19, 20)),  # two days, as 参数 says
        ("2020-05-22", "", (22, 22)),  # the end of the term
        ("2020-05-23", "", None),
        ("2020-05-19", "2020-05-11..2020-05-29", (19, 29)),  # as asked for, but not what is past
        ("2020-05-19", "2020-05-26..2020-05-29", (26, 29)),
        ("2020-05-19", "2020-05-11..2020-05-13", (19, 20)),
    ],
)
def test_the_days_to_draft_are_those_to_come(
    as_of: str, period: str, days: tuple[int, int] | None
) -> None:
    found = window_of(book_of(SCHOOL, as_of, period))

    expected = days and Period(*(date(2020, 5, day) for day in days))
    assert found == expected


def test_the_draft_of_the_drawn_school_worked_out_by_hand() -> None:
    lines = drafted(task_of(book_of(WHOLE, TODAY))).lines

    reasons = [reason and reason.zh for reason in map(why, lines)]
    assert [line.added for line in lines] == [
        ("钱思齐",),
        ("李雨桐",),
        ("赵明远",),
        ("李雨桐",),
        ("孙文博",),
    ]
    assert reasons == [
        None,
        None,
        "其他班主任共 2 人：请假 1 人，同一时间已值班 1 人",
        None,
        None,
    ]


def test_why_is_told_in_both_languages() -> None:
    school = SCHOOL.replace(
        "| 本部 | 保安   |            |          ", "| 本部 | 班主任 |            |          "
    )

    lines = drafted(task_of(book_of(school + ROSTER, TODAY))).lines

    (first, _) = (why(line) for line in lines if line.need.duty.post == "门卫值守")
    assert first == ("其他保安共 1 人：不值班 1 人", "1 other 保安: 1 do no duty")
    without = school.replace("保安   |            | 0 ", "班主任 |            | 0 ")
    (first, _) = (
        why(line)
        for line in drafted(task_of(book_of(without + ROSTER, TODAY))).lines
        if line.need.duty.post == "门卫值守"
    )
    assert first == ("没有别的人符合资格（保安）", "nobody else is qualified (保安)")
