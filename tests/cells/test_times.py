"""Times and ranges of times: what is read and what is doubtful."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import examples

from houqin.cells.doubts import Doubt
from houqin.cells.times import TimeRange, read_time, read_time_range
from houqin.cells.values import CellValue
from houqin.cells.writing import written


def outcome(found: object) -> object:
    """Return a value itself, a doubt as its code and what it suggests."""
    return (found.code, found.values.get("suggest")) if isinstance(found, Doubt) else found


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("7:30", time(7, 30)),
        ("07:30", time(7, 30)),
        ("07:30:00", time(7, 30)),
        ("07:30:15", time(7, 30, 15)),
        ("7：30", time(7, 30)),
        ("7∶30", time(7, 30)),
        ("７:３０", time(7, 30)),
        (" 7: 30\t", time(7, 30)),
        ("7点", time(7, 0)),
        ("6点", time(6, 0)),
        ("7点钟", time(7, 0)),
        ("7点整", time(7, 0)),
        ("7点半", time(7, 30)),
        ("7点30分", time(7, 30)),
        ("7点30", time(7, 30)),
        ("7点5分", time(7, 5)),
        ("7点05", time(7, 5)),
        ("7点一刻", time(7, 15)),
        ("7点三刻", time(7, 45)),
        ("7时30分", time(7, 30)),
        ("3时30分", time(3, 30)),
        ("七点半", time(7, 30)),
        ("七点三十分", time(7, 30)),
        ("七点零五分", time(7, 5)),
        ("十二点", time(12, 0)),
        ("下午3点", time(15, 0)),
        ("下午三点半", time(15, 30)),
        ("下午15:50", time(15, 50)),
        ("早上7:30", time(7, 30)),
        ("上午12:00", time(12, 0)),
        ("中午12:20", time(12, 20)),
        ("中午1点", time(13, 0)),
        ("晚上8点", time(20, 0)),
        ("凌晨3点", time(3, 0)),
        ("7:30 am", time(7, 30)),
        ("3:30PM", time(15, 30)),
        ("730", time(7, 30)),
        ("0730", time(7, 30)),
        ("1145", time(11, 45)),
        (730, time(7, 30)),
        (1145.0, time(11, 45)),
        (0.3125, time(7, 30)),
        (0.5, time(12, 0)),
        (0.312501, time(7, 30)),
        (time(7, 30), time(7, 30)),
        (time(7, 30, 0, 999), time(7, 30)),
        (timedelta(hours=7, minutes=30), time(7, 30)),
        (datetime(2020, 5, 12, 7, 30), time(7, 30)),  # noqa: DTZ001
        (datetime(1899, 12, 30), time(0, 0)),  # noqa: DTZ001
    ],
)
def test_a_time_is_read(value: CellValue, expected: time) -> None:
    assert read_time(value) == expected


@pytest.mark.parametrize(
    ("value", "suggest"),
    [
        ("25:00", None),
        ("24:00", None),
        ("7:60", None),
        ("7:5", None),
        ("7点5", None),
        ("2560", None),
        ("3点", "03:00 / 15:00"),
        ("5点", "05:00 / 17:00"),
        ("三点半", "03:30 / 15:30"),
        ("7.30", "07:30"),
        ("7；30", "07:30"),
        ("上午13:00", None),
        ("晚上12点", None),
        ("7", None),
        ("上午", None),
        ("7:30左右", None),
        ("约7:30", None),
        ("7:30-8:00", None),
        (7, None),
        (0, None),
        (7.3, None),
        (2460, None),
        (-0.5, None),
        (timedelta(days=1), None),
        (timedelta(hours=-1), None),
        (date(2020, 5, 12), None),
        (datetime(2020, 5, 12), None),  # noqa: DTZ001
        (True, None),
        (float("nan"), None),
    ],
)
def test_a_doubtful_time_is_not_read(value: CellValue, suggest: str | None) -> None:
    assert outcome(read_time(value)) == ("CEL-12", suggest)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7:20-7:50", "07:20-07:50"),
        ("7:30–8:00", "07:30-08:00"),
        ("7:30——8:00", "07:30-08:00"),
        ("7：30～8：00", "07:30-08:00"),
        ("7:30至8:00", "07:30-08:00"),
        ("7:30 到 8:00", "07:30-08:00"),
        ("730~800", "07:30-08:00"),
        ("1145~1220", "11:45-12:20"),
        ("早上 7:30–8:00", "07:30-08:00"),
        ("中午 11:45–12:20", "11:45-12:20"),
        ("中午11:45-1:00", "11:45-13:00"),
        ("下午 15:50–16:10", "15:50-16:10"),
        ("下午3:30-4:30", "15:30-16:30"),
        ("下午3点-5点半", "15:00-17:30"),
        ("上午8:00-下午4:00", "08:00-16:00"),
        ("上午8:00-17:00", "08:00-17:00"),
        ("7-8点", "07:00-08:00"),
        ("七点至八点半", "07:00-08:30"),
        ("22:00-6:00", "22:00-06:00"),
        ("22:00-次日6:00", "22:00-06:00"),
        ("18:00-24:00", "18:00-00:00"),
        ("7:00-7:00", "07:00-07:00"),
    ],
)
def test_a_range_of_times_is_read(text: str, expected: str) -> None:
    found = read_time_range(text)

    assert isinstance(found, TimeRange)
    assert str(found) == expected


@pytest.mark.parametrize(
    "value",
    [
        "7:30",
        "7-8",
        "7:30-",
        "-7:30",
        "7:30-8:00-9:00",
        "7:30-8",
        "7:30-25:00",
        "3点-5点",
        "上午11:30-1:00",
        "晚上10点-6点",
        "7:00-次日8:00",
        "2020-2021",
        "2020-0512",
        "下午 15:50–16:10 (周五 15:00–15:20)",
        "全天",
        0.3125,
        time(7, 30),
        date(2020, 7, 8),
        True,
    ],
)
def test_a_doubtful_range_of_times_is_not_read(value: CellValue) -> None:
    assert outcome(read_time_range(value)) == ("CEL-12", None)


@examples(200)
@given(st.times(), st.times())
def test_every_written_time_and_range_is_read_back(start: time, end: time) -> None:
    start, end = start.replace(microsecond=0), end.replace(microsecond=0)

    assert read_time(written(start)) == start
    assert read_time_range(written(TimeRange(start, end))) == TimeRange(start, end)


@examples(200)
@given(st.integers(min_value=1, max_value=24 * 60 * 60 - 1))
def test_every_share_of_the_day_is_read_to_the_second(second: int) -> None:
    expected = (datetime(2020, 1, 1) + timedelta(seconds=second)).time()  # noqa: DTZ001

    assert read_time(second / 86_400) == expected
