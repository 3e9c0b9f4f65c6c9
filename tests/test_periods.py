from datetime import date

import pytest

from houqin.book import Period
from houqin.errors import Refused
from houqin.periods import period_of

TERM = (date(2020, 2, 10), date(2020, 7, 17))
AS_OF = date(2020, 6, 30)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("", Period(date(2020, 2, 10), date(2020, 6, 30))),
        ("term", Period(date(2020, 2, 10), date(2020, 6, 30))),
        ("2020-02", Period(date(2020, 2, 1), date(2020, 2, 29))),
        ("2020-05-04..2020-05-10", Period(date(2020, 5, 4), date(2020, 5, 10))),
        ("2020-05-04..2020-05-04", Period(date(2020, 5, 4), date(2020, 5, 4))),
    ],
)
def test_a_period_is_a_month_a_range_or_the_term_so_far(text: str, period: Period) -> None:
    assert period_of(text, TERM, AS_OF) == period


@pytest.mark.parametrize(
    "text", ["2020-13", "2020-02-30..2020-03-01", "2020-05-10..2020-05-04", "5月", "term1"]
)
def test_another_text_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="期间"):
        period_of(text, TERM, AS_OF)


def test_after_the_term_the_period_ends_with_it() -> None:
    assert period_of("", TERM, date(2020, 9, 1)).end == date(2020, 7, 17)


def test_without_a_term_the_period_is_the_year_so_far() -> None:
    assert period_of("", None, AS_OF) == Period(date(2020, 1, 1), AS_OF)
