"""Months are read as people write them, and never guessed."""

from datetime import date

import pytest

from houqin.cells.doubts import Doubt
from houqin.cells.months import months_between, read_month
from houqin.cells.values import CellValue

TERM = (date(2020, 2, 10), date(2020, 7, 17))
WHOLE_YEAR = (date(2019, 9, 1), date(2020, 9, 30))


@pytest.mark.parametrize(
    ("value", "month"),
    [
        ("2020-05", "2020-05"),
        ("2020年5月", "2020-05"),
        ("２０２０年０５月份", "2020-05"),
        ("2020.5", "2020-05"),
        ("2020/05。", "2020-05"),
        ("202005", "2020-05"),
        (202005, "2020-05"),
        (2020.05, "2020-05"),
        (2020.5, "2020-05"),
        ("2020年十二月", "2020-12"),
        (date(2020, 5, 1), "2020-05"),  # what Excel makes of 2020-05
        ("5月", "2020-05"),
        ("五月份", "2020-05"),
    ],
)
def test_a_month_is_read(value: CellValue, month: str) -> None:
    assert read_month(value, TERM) == month


@pytest.mark.parametrize(
    "value",
    [
        "5",
        "2020",
        "2020-13",
        "2020年0月",
        "202013",
        "上个月",
        "8月",
        2020.1,
        5,
        "20-5",
        "2020-05-12",
    ],
)
def test_what_is_doubtful_is_not_read(value: CellValue) -> None:
    found = read_month(value, TERM)

    assert isinstance(found, Doubt)
    assert found.code == "CEL-19"


def test_a_month_without_a_year_is_read_only_where_one_such_month_meets_the_term() -> None:
    assert isinstance(read_month("5月"), Doubt)
    assert isinstance(read_month("9月", WHOLE_YEAR), Doubt)
    assert read_month("10月", WHOLE_YEAR) == "2019-10"


def test_a_date_is_no_month_but_may_mean_one() -> None:
    found = read_month(date(2020, 5, 12))

    assert isinstance(found, Doubt)
    assert found.values["suggest"] == "2020-05"


def test_months_between_are_counted_with_both_ends() -> None:
    assert months_between(date(2020, 2, 29), date(2020, 4, 1)) == ["2020-02", "2020-03", "2020-04"]
    assert months_between(date(2019, 12, 31), date(2020, 1, 1)) == ["2019-12", "2020-01"]
