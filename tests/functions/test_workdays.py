"""Working days counted by hand on the calendar of 2020.

The holiday notice of that year: 1 to 5 May are free; Sunday 26 April and Saturday 9 May are
worked instead.
"""

from datetime import date
from typing import Any

import pytest
from tests.functions.as_excel import table

from houqin import udfs

APRIL_30, MAY_12 = date(2020, 4, 30), date(2020, 5, 12)
NO_ROWS = table("日期 | 类型 | 校区 | 说明")
OWN = table(
    "日期       | 类型 | 校区 | 说明",
    "2020-05-10 | 上课 | 东园 | 补课",
    "2020-05-11 | 休息 |      | 运动会",
    "2020-05-12 | 停课 |      | 停课上班",
)

COUNTED: tuple[tuple[Any, ...], ...] = (
    # 6, 7, 8 May, Saturday the 9th, 11 and 12 May
    (APRIL_30, MAY_12, None, None, 6),
    (APRIL_30, MAY_12, NO_ROWS, None, 6),
    (APRIL_30, MAY_12, "", "", 6),
    ("2020年4月30日", "2020.5.12", NO_ROWS, None, 6),
    # the sports day is free; suspended lessons are no day off
    (APRIL_30, MAY_12, OWN, None, 5),
    (APRIL_30, MAY_12, OWN, "本部", 5),
    # Sunday the 10th is worked there
    (APRIL_30, MAY_12, OWN, "东园", 6),
    (APRIL_30, MAY_12, OWN, " 东园。", 6),
    # the first day does not count, the last one does
    (date(2020, 5, 6), date(2020, 5, 7), NO_ROWS, None, 1),
    (MAY_12, MAY_12, NO_ROWS, None, 0),
    (date(2020, 4, 25), date(2020, 4, 26), NO_ROWS, None, 1),
    # over the turn of a year: 30 and 31 December 2019, 2 and 3 January 2020
    (date(2019, 12, 29), date(2020, 1, 5), NO_ROWS, None, 4),
    (None, MAY_12, NO_ROWS, None, ""),
    (APRIL_30, " ", NO_ROWS, None, ""),
)


@pytest.mark.parametrize(("first", "last", "calendar", "campus", "expected"), COUNTED)
def test_working_days(first: Any, last: Any, calendar: Any, campus: Any, expected: Any) -> None:
    assert udfs.HQ_WORKDAYS(first, last, calendar, campus) == expected


WRONG: tuple[tuple[Any, ...], ...] = (
    (MAY_12, APRIL_30, NO_ROWS, "?2020-04-30 早于 2020-05-12，请对调两个日期"),
    ("5.12", MAY_12, NO_ROWS, "?日期“5.12”看不准，请写全年月日，如 2020-05-12"),
    (APRIL_30, date(2098, 5, 12), NO_ROWS, "?还不知道 "),
    (date(2098, 5, 11), date(2098, 5, 12), NO_ROWS, "?还不知道 2098 年的放假安排，请写在校历中"),
    (APRIL_30, MAY_12, [["本部"]], "?没有认出校历表的标题行，请连同标题一起选"),
    (APRIL_30, MAY_12, "校历", "?这里要一张表，请连同标题行一起选"),
    (
        APRIL_30,
        MAY_12,
        table("日期 | 类型", "5.11 | 休息"),
        "?校历表中第 2 行日期：日期“5.11”看不准",
    ),
    (
        APRIL_30,
        MAY_12,
        table("日期 | 类型", "2020-05-11 | 开会"),
        "?校历表中第 2 行类型：“开会”不在清单中",
    ),
    (
        APRIL_30,
        MAY_12,
        table("日期 | 说明", "2020-05-11 | 休息"),
        "?校历表中第 1 行类型：缺少这一列",
    ),
)


@pytest.mark.parametrize(("first", "last", "calendar", "beginning"), WRONG)
def test_what_cannot_be_counted_is_told(
    first: Any, last: Any, calendar: Any, beginning: str
) -> None:
    shown = udfs.HQ_WORKDAYS(first, last, calendar)

    assert shown.startswith(beginning)


def test_a_year_whose_days_the_school_states_is_known() -> None:
    calendar = table("日期 | 类型", "2098-05-12 | 休息")

    assert udfs.HQ_WORKDAYS(date(2098, 5, 9), date(2098, 5, 14), calendar) == 2  # from a Friday on


def test_the_year_of_a_first_day_that_is_not_counted_need_not_be_known() -> None:
    calendar = table("日期 | 类型", "2098-01-01 | 休息")

    assert udfs.HQ_WORKDAYS(date(2097, 12, 31), date(2098, 1, 3), calendar) == 2
