"""Expected days are those of the State Council's notices for 2020 and of the sheet 校历."""

from datetime import date

import pytest

from houqin.school_calendar import SchoolCalendar

TERM = (date(2020, 2, 10), date(2020, 7, 17))
CALENDAR = SchoolCalendar(
    {
        (date(2020, 5, 12), None): "停课",
        (date(2020, 5, 13), "东园"): "休息",
        (date(2020, 5, 16), "本部"): "上课",
    },
    TERM,
)


@pytest.mark.parametrize(
    ("day", "campus", "works", "teaches"),
    [
        (date(2020, 5, 11), "本部", True, True),  # a Monday
        (date(2020, 5, 10), "本部", False, False),  # a Sunday
        (date(2020, 5, 9), "本部", True, True),  # a Saturday worked for Labour Day
        (date(2020, 5, 5), "本部", False, False),  # a Tuesday of the Labour Day holiday
        (date(2020, 5, 12), "东园", True, False),  # lessons suspended, the office works
        (date(2020, 5, 13), "东园", False, False),  # a day off at one campus
        (date(2020, 5, 13), "本部", True, True),
        (date(2020, 5, 16), "本部", True, True),  # a Saturday taught at one campus
        (date(2020, 5, 16), "东园", False, False),
        (date(2020, 8, 3), "本部", True, False),  # after the term
    ],
)
def test_days(day: date, campus: str, works: bool, teaches: bool) -> None:
    assert CALENDAR.is_working_day(day, campus) is works
    assert CALENDAR.is_school_day(day, campus) is teaches


def test_working_days_are_counted_from_the_day_after() -> None:
    calendar = SchoolCalendar()

    # 30 April 2020 is a Thursday; 1-5 May are free; 6-8 May and Saturday 9 May are worked.
    assert calendar.add_working_days(date(2020, 4, 30), 1) == date(2020, 5, 6)
    assert calendar.add_working_days(date(2020, 4, 30), 4) == date(2020, 5, 9)
    assert calendar.add_working_days(date(2020, 4, 30), 0) == date(2020, 4, 30)
    assert calendar.working_days(date(2020, 4, 30), date(2020, 5, 9)) == 4


def test_a_year_without_a_notice_is_not_guessed() -> None:
    assert SchoolCalendar().covers(2020)
    assert not SchoolCalendar().covers(2099)
    assert SchoolCalendar({(date(2099, 3, 1), None): "上课"}).covers(2099)
