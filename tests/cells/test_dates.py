"""Dates and moments: what is read, what is doubtful, what it may mean."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cells.strategies import LEDGER_DAYS
from tests.effort import examples

from houqin.cells.dates import read_date
from houqin.cells.doubts import Doubt
from houqin.cells.times import read_moment
from houqin.cells.values import CellValue
from houqin.cells.writing import written

MAY_12 = date(2020, 5, 12)
SPRING = (date(2020, 2, 10), date(2020, 6, 30))
TWO_YEARS = (date(2019, 2, 1), date(2020, 6, 30))


def outcome(found: object) -> object:
    """Return a value itself, a doubt as its code and what it suggests."""
    return (found.code, found.values.get("suggest")) if isinstance(found, Doubt) else found


@pytest.mark.parametrize(
    "value",
    [
        date(2020, 5, 12),
        datetime(2020, 5, 12, 7, 30),  # noqa: DTZ001
        43963,
        43963.0,
        43963.3125,
        20200512,
        20200512.0,
        "20200512",
        "\t20200512",
        "２０２００５１２",
        "2020-05-12",
        "2020-5-12",
        "2020/05/12",
        "2020/5/12",
        "2020.05.12",
        "2020.5.12",
        "2020.5.12.",
        "2020．5．12",
        "2020。5。12",
        "2020·5·12",
        "2020、5、12",
        "2020，5，12",
        "2020 05 12",
        "2020\\5\\12",
        " 2020-05-12",
        "\t2020-05-12",
        "2020-05-12\u200b",
        "2020--5-12",
        "2020—5—12",
        "2020——05——12",
        "2020-0512",
        "2020-05.12",
        "2020.05-12",
        "202005-12",
        "2020- 5 -12",
        "2020年5月12日",
        "2020年05月12日",
        "2020 年 5 月 12 日",
        "2020年5月12号",
        "2020年5月12",
        "2020年5.12日",
        "２０２０年５月１２日",
        "二〇二〇年五月十二日",
        "二○二○年五月十二日",
        "二零二零年五月十二号",
        "2020年五月12日",
        "2020年5月12日星期二",
        "2020年5月12日（周二）",
        "2020-05-12 周2",
        "星期二 2020-05-12",
        "2020-05-12 07:30",
        "2020-05-12T07:30:00",
        "2020年5月12日上午8点",
        "2020/5/12 下午3:20",
    ],
)
def test_a_date_is_read_however_it_is_typed(value: CellValue) -> None:
    assert read_date(value) == MAY_12


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (42501, MAY_12),  # 1462 days fewer than from 1900
        (42501.5, MAY_12),
        (20200512, MAY_12),
        (43963, date(2024, 5, 13)),
    ],
)
def test_serial_numbers_count_from_1904_where_the_workbook_does(value: float, day: date) -> None:
    assert read_date(value, date_1904=True) == day


@pytest.mark.parametrize(
    "text", ["5月12日", "5月12号", "五月十二日", "５ 月 １２ 日", "5月12日（周二）", "05月12日"]
)
def test_month_and_day_in_words_are_read_when_the_term_has_one_such_day(text: str) -> None:
    assert read_date(text, SPRING) == MAY_12


@pytest.mark.parametrize(
    ("text", "term", "suggest"),
    [
        ("5月12日", None, None),
        ("5月12日", TWO_YEARS, "2019-05-12 / 2020-05-12"),
        ("5.12", TWO_YEARS, "2019-05-12 / 2020-05-12"),
        ("9月1日", SPRING, None),
        ("5月12日（周三）", SPRING, None),
        ("2月29日", (date(2019, 1, 1), date(2019, 12, 31)), None),
    ],
)
def test_month_and_day_in_words_are_doubtful_otherwise(
    text: str, term: tuple[date, date] | None, suggest: str | None
) -> None:
    assert outcome(read_date(text, term)) == ("CEL-06", suggest)


@pytest.mark.parametrize(
    ("value", "suggest"),
    [
        ("5.12", "2020-05-12"),
        ("5-12", "2020-05-12"),
        ("5/12", "2020-05-12"),
        ("5月12", "2020-05-12"),
        ("05 12", "2020-05-12"),
        (5.12, "2020-05-12"),
        (5.1, None),  # may be 5.10
        ("5.1", "2020-05-01"),
        (5.4, "2020-05-04"),
        ("9.1", None),
        ("5.32", None),
        ("20.5.12", "2020-05-12"),
        ("20-05-12", "2020-05-12"),
        ("20年5月12日", "2020-05-12"),
        ("19年5月12日", "2019-05-12"),
        ("19-5-12", None),
        ("200512", "2020-05-12"),
        (200512, "2020-05-12"),
        ("43963", "2020-05-12"),
        ("2020512", "2020-05-12"),
        (2020512, "2020-05-12"),
        ("2020112", None),  # 1-12 or 11-2
        ("2020051", None),
        ("12/5/2020", "2020-12-05 / 2020-05-12"),
        ("5/5/2020", "2020-05-05"),
        ("13/5/2020", "2020-05-13"),
        ("5-13-2020", "2020-05-13"),
        ("31/2/2020", None),
        ("2O2O-05-12", "2020-05-12"),
        ("20O0/05/12", "2000-05-12"),
        ("2020-05-1O", "2020-05-10"),
        ("2020-05-l2", "2020-05-12"),
        ("2020-05-1l", None),
        ("2020-05-12前", "2020-05-12"),
        ("2020年5月12日之前完成", "2020-05-12"),
        ("5月12日前", "2020-05-12"),
        ("2020-05-12、13", None),
        ("2020年5月12日-15日", None),
        ("2020-05-12 25:00", None),
        ("2020-05-12 星期三", None),
        ("202005", None),
        ("2020年5月", None),
        ("2020年", None),
        ("5月", None),
        ("十月", None),
        ("5月中旬", None),
        ("9月开学", None),
        ("123", None),
        ("2020051212", None),
        ("1989-12-31", None),
        ("2100-01-01", None),
        ("0020-05-12", None),
        (60, None),
        (0, None),
        (-1, None),
        (32873, None),  # 1989-12-31
        (73051, None),  # 2100-01-01
        (date(1989, 12, 31), None),
        (datetime(1900, 1, 1), None),  # noqa: DTZ001
    ],
)
def test_a_doubtful_date_is_not_read_but_told_what_it_may_mean(
    value: CellValue, suggest: str | None
) -> None:
    assert outcome(read_date(value, SPRING)) == ("CEL-06", suggest)


@pytest.mark.parametrize(
    "text",
    ["2020-02-30", "2020/13/05", "2020年4月31日", "20190229", "2月30日", "13月1日", "2020-0-1"],
)
def test_a_day_that_does_not_exist_is_told_so(text: str) -> None:
    assert outcome(read_date(text, SPRING)) == ("CEL-05", None)


@pytest.mark.parametrize(
    "value",
    [
        "长期",
        "立即",
        "待定",
        "周一",
        "明天",
        "一(3)班",
        "#",
        "2020-05-12" * 10,
        True,
        time(7, 30),
        timedelta(days=1),
        float("nan"),
        float("inf"),
    ],
)
def test_what_is_no_date_is_told_so(value: CellValue) -> None:
    assert outcome(read_date(value, SPRING)) == ("CEL-04", None)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        (datetime(2020, 5, 12, 7, 30), datetime(2020, 5, 12, 7, 30)),  # noqa: DTZ001
        (date(2020, 5, 12), datetime(2020, 5, 12)),  # noqa: DTZ001
        (43963.3125, datetime(2020, 5, 12, 7, 30)),  # noqa: DTZ001
        ("2020-05-12", datetime(2020, 5, 12)),  # noqa: DTZ001
        ("2020-05-12 07:30", datetime(2020, 5, 12, 7, 30)),  # noqa: DTZ001
        ("2020/5/12　7：30", datetime(2020, 5, 12, 7, 30)),  # noqa: DTZ001
        ("2020年5月12日下午3点半", datetime(2020, 5, 12, 15, 30)),  # noqa: DTZ001
        ("5月12日 8:05", datetime(2020, 5, 12, 8, 5)),  # noqa: DTZ001
        ("20200512", datetime(2020, 5, 12)),  # noqa: DTZ001
        ("2020-05-12T07:30:15", datetime(2020, 5, 12, 7, 30, 15)),  # noqa: DTZ001
    ],
)
def test_a_moment_is_a_date_and_a_time(value: CellValue, moment: datetime) -> None:
    assert read_moment(value, SPRING) == moment


@pytest.mark.parametrize("text", ["2020-05-12 25:00", "2020-05-12 上午", "2020-05-12 3点"])
def test_a_moment_with_a_doubtful_time_is_doubtful(text: str) -> None:
    found = read_moment(text)

    assert isinstance(found, Doubt)
    assert found.code == "CEL-06"


FORMS = [
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y%m%d",
    "%Y年%m月%d日",
    "%Y %m %d",
    "%Y--%m-%d",
    "%Y-%m%d",
    "\t%Y-%m-%d ",
    "%Y-%m-%d %H:%M",
]


@examples(200)
@given(LEDGER_DAYS, st.sampled_from(FORMS))
def test_every_day_is_read_in_every_form(day: date, form: str) -> None:
    assert read_date(day.strftime(form)) == day


@examples(200)
@given(LEDGER_DAYS)
def test_every_day_is_read_from_its_serial_numbers(day: date) -> None:
    days_since_1900 = (day - date(1899, 12, 30)).days
    days_since_1904 = (day - date(1904, 1, 1)).days

    assert read_date(days_since_1900) == day
    assert read_date(days_since_1904, date_1904=True) == day


@examples(200)
@given(st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 31)))  # noqa: DTZ001
def test_every_moment_is_read_back_to_the_second(moment: datetime) -> None:
    whole = moment.replace(microsecond=0)

    assert read_moment(moment) == whole
    assert read_moment(written(whole)) == whole


@examples(200)
@given(
    LEDGER_DAYS,
    st.sampled_from(
        (
            *("%y-%m-%d", "%y.%m.%d", "%y年%m月%d日", "%y%m%d", "%d.%m.%y", "%d/%m/%Y"),
            *("%m/%d/%Y", "%m-%d", "%m.%d", "%m/%d", "%m月%d日", "%Y-%m", "%Y年%m月", "%m月"),
        )
    ),
)
def test_a_date_without_its_full_year_first_is_never_read(day: date, form: str) -> None:
    assert isinstance(read_date(day.strftime(form)), Doubt)


@examples(200)
@given(LEDGER_DAYS, st.integers(min_value=1, max_value=7))
def test_a_weekday_is_believed_only_when_it_is_the_days_own(day: date, weekday: int) -> None:
    found = read_date(f"{day} 周{'一二三四五六日'[weekday - 1]}")

    assert (found == day) is (day.isoweekday() == weekday)
