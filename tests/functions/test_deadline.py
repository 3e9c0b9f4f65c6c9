"""Deadlines and days overdue, reckoned by hand."""

from datetime import date
from typing import Any

import pytest
from tests.functions.as_excel import table

from houqin import udfs

FOUND = date(2020, 4, 28)
NO_DAYS = table("日期 | 类型")
HOLIDAY = table("日期 | 类型 | 校区", "2020-05-06 | 休息 | 东园")
SETTINGS = table(
    "代码 | 参数 | 值 | 单位 | 校区 | 生效日期 | 来源",
    "hazard.days.一般隐患 | 一般隐患整改天数 | 3 | 工作日 | | | 学校自定",
    "hazard.days.一般隐患 | 一般隐患整改天数 | 5 | 天 | 东园 | | 学校自定",
    "hazard.days.重大隐患 | 重大隐患整改天数 | 30 | 天 | | | 学校自定",
    "hazard.days.重大隐患 | 重大隐患整改天数 | 20 | 天 | | 2020-05-01 | 学校自定",
    "hazard.days.较大隐患 | 较大隐患整改天数 | | 天 | | | 学校自定",
)
ENGLISH = [*SETTINGS, ["language", "语言", "en", None, None, None, "学校自定"]]

REACHED: tuple[tuple[Any, ...], ...] = (
    # three working days: 29 and 30 April, then 6 May after the holiday
    (FOUND, "一般隐患", SETTINGS, NO_DAYS, None, date(2020, 5, 6)),
    (FOUND, "一般", SETTINGS, NO_DAYS, "本部", date(2020, 5, 6)),
    # five days of the calendar at one campus
    (FOUND, "一般隐患", SETTINGS, HOLIDAY, "东园", date(2020, 5, 3)),
    (FOUND, "重大隐患", SETTINGS, None, None, date(2020, 5, 28)),
    # the newer limit holds for what is found later
    (date(2020, 5, 1), "重大隐患", SETTINGS, None, None, date(2020, 5, 21)),
    # nothing stated is no deadline
    (FOUND, "较大隐患", SETTINGS, None, None, ""),
    # without 参数 the defaults hold: a week
    (FOUND, "一般隐患", None, None, None, date(2020, 5, 5)),
    (None, "一般隐患", SETTINGS, None, None, ""),
    (FOUND, None, SETTINGS, None, None, ""),
    (
        FOUND,
        "特大",
        SETTINGS,
        None,
        None,
        "?参数没有“特大”的整改天数，请写：一般隐患、重大隐患、较大隐患",
    ),
    (
        FOUND,
        "特大",
        ENGLISH,
        None,
        None,
        "?there are no days for the grade '特大'; write one of: 一般隐患、重大隐患、较大隐患",
    ),
    ("4.28", "一般隐患", ENGLISH, None, None, "?the date '4.28' is doubtful"),
    (FOUND, "一般隐患", table("参数 | 值", "期限 | 3"), None, None, "?参数表缺少“代码”一列"),
    (FOUND, "一般隐患", "参数", None, None, "?这里要一张表，请连同标题行一起选"),
    (date(2097, 12, 31), "一般隐患", SETTINGS, NO_DAYS, None, "?还不知道 2097、2098 年的放假安排"),
)


@pytest.mark.parametrize(("found", "grade", "settings", "calendar", "campus", "expected"), REACHED)
def test_deadline(
    found: Any, grade: Any, settings: Any, calendar: Any, campus: Any, expected: Any
) -> None:
    shown = udfs.HQ_DEADLINE(found, grade, settings, calendar, campus)

    if isinstance(expected, str) and expected:
        assert shown.startswith(expected)
    else:
        assert shown == expected


def test_days_off_of_the_school_do_not_count_there() -> None:
    settings = [row for row in SETTINGS if "东园" not in row]

    assert [
        udfs.HQ_DEADLINE(FOUND, "一般隐患", settings, HOLIDAY, campus)
        for campus in ("本部", "东园")
    ] == [date(2020, 5, 6), date(2020, 5, 7)]


DUE = date(2020, 6, 1)
LATE: tuple[tuple[Any, ...], ...] = (
    (DUE, None, DUE, 0),
    (DUE, None, date(2020, 6, 2), 1),
    (DUE, None, date(2020, 5, 2), 0),
    (DUE, None, date(2020, 7, 1), 30),
    (DUE, date(2020, 6, 4), date(2020, 7, 1), 3),
    (DUE, date(2020, 5, 4), date(2020, 7, 1), 0),
    # it was not put right yet on that day
    (DUE, date(2020, 6, 9), date(2020, 6, 3), 2),
    ("2020.6.1", "", "2020年6月3日", 2),
    (None, None, DUE, ""),
    (" ", date(2020, 6, 4), DUE, ""),
    ("6.1", None, DUE, "?日期“6.1”看不准，请写全年月日，如 2020-05-12"),
    (DUE, "已完成", DUE, "?“已完成”不是日期，请写成 2020-05-12 这样"),
    (DUE, None, "本月底", "?“本月底”不是日期，请写成 2020-05-12 这样"),
)


@pytest.mark.parametrize(("deadline", "finished", "as_of", "expected"), LATE)
def test_days_overdue(deadline: Any, finished: Any, as_of: Any, expected: Any) -> None:
    assert udfs.HQ_OVERDUE_DAYS(deadline, finished, as_of) == expected
