"""The table of public holidays is what the library says, and other years are asked of it."""

from datetime import date

import pytest

from houqin.public_holidays import known_years, of_library, public_year


@pytest.mark.parametrize("year", sorted(known_years()))
def test_the_table_is_what_the_library_says(year: int) -> None:
    assert public_year(year) == of_library(year)


def test_the_spring_of_2020_is_known() -> None:
    year = public_year(2020)

    assert {date(2020, 5, 4), date(2020, 6, 25)} <= year.free
    assert date(2020, 5, 9) in year.made_up


def test_a_year_without_a_notice_has_the_holidays_of_the_law() -> None:
    assert 2091 not in known_years()
    assert date(2091, 10, 1) in public_year(2091).free
    assert not public_year(2091).made_up
