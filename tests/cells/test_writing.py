"""The written form of values, and what a doubt shows of a cell."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from houqin.cells.doubtful import doubtful
from houqin.cells.doubts import Doubt
from houqin.cells.quantities import Amount
from houqin.cells.times import TimeRange
from houqin.cells.values import CellError, CellValue, Uncached
from houqin.cells.writing import written


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "是"),
        (False, "否"),
        (12, "12"),
        (12.0, "12"),
        (0.1 + 0.2, "0.3"),
        (-0.0, "0"),
        (1e-7, "0.0000001"),
        (Decimal("12.50"), "12.5"),
        (Decimal("1E+3"), "1000"),
        (Decimal(100), "100"),
        (Decimal("-0.00"), "0"),
        (date(2020, 5, 12), "2020-05-12"),
        (datetime(2020, 5, 12, 7, 30), "2020-05-12T07:30"),  # noqa: DTZ001
        (datetime(2020, 5, 12, 7, 30, 5), "2020-05-12T07:30:05"),  # noqa: DTZ001
        (time(7, 30), "07:30"),
        (timedelta(hours=25, minutes=5), "25:05"),
        (timedelta(minutes=-90), "-1:30"),
        (TimeRange(time(7, 20), time(7, 50)), "07:20-07:50"),
        (Amount(Decimal("2.50"), "kg"), "2.5kg"),
        (("张三", "李四"), "张三、李四"),
        ("正常", "正常"),
        (CellError("#N/A"), "#N/A"),
    ],
)
def test_a_value_has_one_written_form(value: object, text: str) -> None:
    assert written(value) == text


def test_a_doubt_shows_the_cell_and_what_to_write_instead() -> None:
    found = doubtful("CEL-13", datetime(2020, 6, 5), "6.5")  # noqa: DTZ001

    assert found == Doubt("CEL-13", {"value": "2020-06-05", "suggest": "6.5"})


def test_a_doubt_shows_one_short_line() -> None:
    found = doubtful("CEL-07", "第一行\n" + "长" * 60)

    assert found.values == {"value": "第一行 " + "长" * 35 + "…"}


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (None, "CEL-01"),
        ("  ", "CEL-01"),
        (CellError("#REF!"), "CEL-02"),
        (Uncached(), "CEL-03"),
        ("abc", "CEL-07"),
    ],
)
def test_a_blank_an_error_and_a_missing_result_are_not_the_readers_doubt(
    value: CellValue, code: str
) -> None:
    assert doubtful("CEL-07", value, "12").code == code
