"""When hazards are due, how late they are, and who is told next."""

from datetime import date

import pytest
from tests.areas.drawn import book_of
from tests.areas.safety.drawn import hazards, settings

from houqin.areas.safety.deadlines import (
    Standing,
    bucket,
    days_overdue,
    deadline,
    default_deadline,
    if_judged,
    is_open,
    is_urgent,
    next_step,
    standing,
)
from houqin.areas.safety.rows import Hazard
from houqin.problems import Both
from houqin.school_calendar import SchoolCalendar
from houqin.settings import Settings

WORKING_DAYS = settings(("hazard.days.一般隐患", "7", "工作日"))


@pytest.mark.parametrize(
    ("cells", "due"),
    [
        pytest.param({"整改期限": "2020-06-20"}, date(2020, 6, 20), id="as stated"),
        pytest.param({}, date(2020, 6, 8), id="seven days after 2020-06-01, as the default has it"),
        pytest.param({"整改方式": "立即整改"}, date(2020, 6, 1), id="at once: the same day"),
        pytest.param(
            {"整改方式": "立即整改", "整改期限": "2020-06-03"},
            date(2020, 6, 3),
            id="stated goes first",
        ),
        pytest.param({"隐患等级": "重大隐患"}, None, id="no days for this grade"),
        pytest.param(
            {"整改期限": "2020-06-20", "延期至": "2020-07-05", "延期批准人": "李建国"},
            date(2020, 7, 5),
            id="put off with approval",
        ),
        pytest.param(
            {"整改期限": "2020-06-20", "延期至": "2020-07-05", "延期批准人": ""},
            date(2020, 6, 20),
            id="put off by nobody",
        ),
        pytest.param({"整改期限": "6.20"}, None, id="a doubtful day is not replaced by a guess"),
    ],
)
def test_the_deadline_is_stated_or_at_once_or_given_by_the_grade_and_put_off_only_with_approval(
    cells: dict[str, str], due: date | None
) -> None:
    book = book_of(hazards(cells))

    assert if_judged(deadline, book[Hazard][0], book) == due


def test_working_days_leave_out_the_labour_days_of_2020_and_count_the_sunday_worked_instead() -> (
    None
):
    # After Friday 24 April: 26 (a Sunday worked), 27, 28, 29, 30, then 6 and 7 May.
    book = book_of(hazards({"发现日期": "2020-04-24"}) + WORKING_DAYS)

    assert deadline(book[Hazard][0], book) == date(2020, 5, 7)


def test_the_days_off_of_the_school_calendar_go_before_the_public_ones() -> None:
    calendar = SchoolCalendar({(date(2020, 6, 2), None): "休息"})
    days = book_of(hazards({}) + settings(("hazard.days.一般隐患", "1", "工作日"))).settings

    assert default_deadline(date(2020, 6, 1), "一般隐患", days, calendar) == date(2020, 6, 3)


def test_a_limit_of_one_campus_holds_there_and_from_its_day_on() -> None:
    limits = """
| 参数 | 代码                 | 参数 | 值 | 单位 | 校区   | 生效日期   |
|  2   | hazard.days.一般隐患 | 天数 | 7  | 天   |        |            |
|  3   | hazard.days.一般隐患 | 天数 | 3  | 天   | 东校区 | 2020-06-01 |
| 校区 | 校区   |
|  2   | 本部   |
|  3   | 东校区 |
"""
    rows = hazards({}, {"校区": "东校区"}, {"校区": "东校区", "发现日期": "2020-05-31"})
    book = book_of(rows + limits)

    due = [deadline(row, book) for row in book[Hazard]]

    assert due == [date(2020, 6, 8), date(2020, 6, 4), date(2020, 6, 7)]


def test_without_any_setting_a_grade_has_no_deadline() -> None:
    nothing = Settings({}, {})

    assert default_deadline(date(2020, 6, 1), "一般隐患", nothing, SchoolCalendar()) is None


@pytest.mark.parametrize(
    ("due", "finished", "days"),
    [
        (None, None, None),
        (date(2020, 6, 30), None, 0),
        (date(2020, 6, 29), None, 1),
        (date(2020, 7, 1), None, 0),
        (date(2020, 5, 31), None, 30),
        (date(2020, 6, 20), date(2020, 6, 22), 2),
        (date(2020, 6, 20), date(2020, 6, 18), 0),
        (date(2020, 6, 20), date(2020, 7, 5), 10),  # not yet put right on the as-of date
    ],
)
def test_days_overdue_are_calendar_days_after_the_deadline_and_none_on_the_day_itself(
    due: date | None, finished: date | None, days: int | None
) -> None:
    assert days_overdue(due, finished, date(2020, 6, 30)) == days


@pytest.mark.parametrize(
    ("days", "label"),
    [
        (None, None),
        (0, None),
        (1, "1-7"),
        (7, "1-7"),
        (8, "8-30"),
        (30, "8-30"),
        (31, "31-90"),
        (90, "31-90"),
        (91, ">90"),
    ],
)
def test_ages_fall_into_four_spans_of_days(days: int | None, label: str | None) -> None:
    assert bucket(days) == label


DONE = {"整改状态": "已整改"}


@pytest.mark.parametrize(
    ("cells", "stands"),
    [
        pytest.param({"整改期限": "2020-06-29"}, Standing.OVERDUE, id="due yesterday"),
        pytest.param({"整改期限": "2020-06-30"}, Standing.DUE_SOON, id="due today is not overdue"),
        pytest.param({"整改期限": "2020-07-07"}, Standing.DUE_SOON, id="due in seven days"),
        pytest.param({"整改期限": "2020-07-08"}, None, id="due in eight days"),
        pytest.param({"隐患等级": "重大隐患"}, Standing.NO_DEADLINE, id="no deadline"),
        pytest.param(
            {"整改期限": "六月底前"}, Standing.NO_DEADLINE, id="a deadline nobody can read"
        ),
        pytest.param(
            {"整改期限": "2020-06-20", "整改完成日期": "2020-06-21", **DONE},
            Standing.CLOSED_LATE,
            id="put right one day late",
        ),
        pytest.param(
            {"整改期限": "2020-06-20", "整改完成日期": "2020-06-20", **DONE}, None, id="in time"
        ),
        pytest.param({"整改期限": "2020-06-20", **DONE}, None, id="put right, nobody knows when"),
        pytest.param(
            {"整改期限": "2020-06-20", "整改完成日期": "2020-07-02", **DONE},
            Standing.OVERDUE,
            id="put right only after the as-of date",
        ),
        pytest.param(
            {"发现日期": "2020-07-01", "整改期限": "2020-06-20"}, None, id="not yet found"
        ),
        pytest.param(
            {"整改期限": "2020-06-20", "延期至": "2020-07-30", "延期批准人": "李建国"},
            None,
            id="put off with approval",
        ),
    ],
)
def test_a_hazard_stands_with_its_deadline_as_of_any_day(
    cells: dict[str, str], stands: Standing | None
) -> None:
    book = book_of(hazards(cells))

    assert standing(book[Hazard][0], book) is stands


def test_what_was_closed_later_is_open_on_an_earlier_day() -> None:
    rows = hazards({"整改完成日期": "2020-06-10", "整改期限": "2020-06-05", **DONE})

    before, after = (book_of(rows, as_of) for as_of in ("2020-06-09", "2020-06-10"))

    assert [is_open(each[Hazard][0], each) for each in (before, after)] == [True, False]


@pytest.mark.parametrize(("due", "urgent"), [("2020-07-03", True), ("2020-07-04", False)])
def test_what_is_due_within_three_days_is_urgent(due: str, urgent: bool) -> None:
    book = book_of(hazards({"整改期限": due}))

    assert is_urgent(book[Hazard][0], book) is urgent


@pytest.mark.parametrize(
    ("due", "zh", "on"),
    [
        pytest.param(
            "2020-06-29", "报总务主任（逾期 2 天起）", date(2020, 7, 1), id="rung to come"
        ),
        pytest.param(
            "2020-06-28", "报总务主任（逾期 2 天起）", date(2020, 6, 30), id="rung reached"
        ),
        pytest.param(
            "2020-06-21", "报总务主任（逾期 2 天起）", date(2020, 6, 23), id="still on it"
        ),
        pytest.param("2020-06-20", "报校长（逾期 10 天起）", date(2020, 6, 30), id="the next rung"),
        pytest.param("2020-07-02", "催办整改责任人，马上到期", date(2020, 7, 2), id="urgent"),
        pytest.param("2020-07-07", "提醒整改责任人按期整改", date(2020, 7, 7), id="due soon"),
    ],
)
def test_the_next_step_is_the_highest_rung_reached_with_its_day(
    due: str, zh: str, on: date
) -> None:
    other_roles = settings(
        ("hazard.escalate.总务主任", "2", "天"),
        ("hazard.escalate.分管副校长", "", "天"),
        ("hazard.escalate.校长", "10", "天"),
    )
    book = book_of(hazards({"整改期限": due}) + other_roles)

    step = next_step(book[Hazard][0], book)

    assert (step.words.zh, step.on) == (zh, on)


def test_the_next_step_without_a_deadline_is_to_fill_it_in() -> None:
    book = book_of(hazards({"隐患等级": "重大隐患"}))

    assert next_step(book[Hazard][0], book).words == Both("补填整改期限", "fill in the deadline")
