"""Which repairs are overdue, since when, and what is to be done next."""

from datetime import date, datetime

import pytest
from tests.areas.drawn import book_of
from tests.areas.repairs.drawn import repairs
from tests.areas.safety.drawn import settings

from houqin.areas.repairs.chase import Stage, to_chase
from houqin.areas.repairs.limits import working_time
from houqin.school_calendar import SchoolCalendar

TAKEN_ON = {"受理时间": "2020-06-22 09:00"}
DONE = {**TAKEN_ON, "完成时间": "2020-06-24 15:00", "维修人": "李强"}


def test_repairs_are_listed_by_what_they_wait_for_and_the_longest_first() -> None:
    book = book_of(
        repairs(
            DONE,
            TAKEN_ON,
            {"报修时间": "2020-06-24 08:30"},
            {**TAKEN_ON, "报修时间": "2020-06-19 08:30", "受理时间": "2020-06-19 09:00"},
        )
    )

    assert [(each.number, each.stage, each.due, each.days) for each in to_chase(book)] == [
        ("BX-003", Stage.RESPOND, date(2020, 6, 24), 6),
        ("BX-004", Stage.FINISH, date(2020, 6, 26), 4),
        ("BX-002", Stage.FINISH, date(2020, 6, 29), 1),
        ("BX-001", Stage.ACCEPT, date(2020, 6, 29), 1),
    ]


@pytest.mark.parametrize(
    ("row", "step"),
    [
        ({"报修时间": "2020-06-24 08:30"}, "请总务处马上受理派单（时限 24 小时）"),
        (TAKEN_ON, "请安排维修人，商定完成日期"),
        ({**TAKEN_ON, "维修人": "李强"}, "催李强完工，告知报修人预计日期"),
        ({**TAKEN_ON, "选定供应商": "恒通门业"}, "催恒通门业完工，告知报修人预计日期"),
        (DONE, "请王小明到场验收并签字"),
    ],
)
def test_the_next_step_says_who_is_to_do_what(row: dict[str, str], step: str) -> None:
    (each,) = to_chase(book_of(repairs(row)))

    assert each.next_step.zh == step
    assert each.facts()["next_step"] == step


@pytest.mark.parametrize(
    "row",
    [
        {**DONE, "验收日期": "2020-06-30"},
        {**TAKEN_ON, "状态": "已取消"},
        {**TAKEN_ON, "状态": "已修好"},  # REP-23 asks for the day
        {**DONE, "完成时间": "2020-07-02 15:00"},  # REP-02 tells of the day to come
        {"报修时间": "昨天"},
        {**DONE, "验收人": "王小明"},  # REP-17 asks for the day of acceptance
    ],
)
def test_what_is_done_or_told_already_is_not_chased(row: dict[str, str]) -> None:
    assert to_chase(book_of(repairs(row))) == ()


def test_a_limit_of_the_campus_goes_before_that_of_the_school() -> None:
    limits = settings(("repair.finish_days.一般", "8", "天"))

    assert to_chase(book_of(repairs(TAKEN_ON) + limits)) == ()
    assert [each.stage for each in to_chase(book_of(repairs(TAKEN_ON)))] == [Stage.FINISH]


def test_a_cell_to_fill_in_is_named() -> None:
    (each,) = to_chase(book_of(repairs(DONE)))

    assert str(each.at) == "维修!K2"
    assert each.facts("en")["stage"] == "accept"


MOMENTS = (
    datetime(2020, 6, 19, 16, 0),  # noqa: DTZ001 - a Friday
    datetime(2020, 6, 20, 10, 30),  # noqa: DTZ001 - a Saturday
    datetime(2020, 6, 22, 8, 0),  # noqa: DTZ001
    datetime(2020, 6, 24, 12, 0),  # noqa: DTZ001
    datetime(2020, 6, 28, 9, 15),  # noqa: DTZ001 - a Sunday on which people work
    datetime(2020, 6, 30, 0, 0),  # noqa: DTZ001
)


@pytest.mark.parametrize("start", MOMENTS)
@pytest.mark.parametrize("end", MOMENTS)
def test_working_time_is_that_of_each_quarter_of_an_hour_counted_one_by_one(
    start: datetime, end: datetime
) -> None:
    calendar = SchoolCalendar()
    quarter = datetime(2020, 1, 1, 0, 15) - datetime(2020, 1, 1)  # noqa: DTZ001
    counted, moment = quarter * 0, start
    while moment < end:
        counted += quarter * calendar.is_working_day(moment.date())
        moment += quarter

    assert working_time(start, end, calendar, None) == counted
