"""The public holidays of mainland China, and the weekend days that are worked instead.

The years of which the State Council's notice is known stand in `public_holidays.json`, which
`houqin build` makes with the library `holidays`: to import that takes longer than to check a term.
Any other year is asked of the library itself.
"""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

NAME = "public_holidays.json"


class PublicYear(NamedTuple):
    """The days of a year that are not as their weekday has it."""

    free: frozenset[date]
    made_up: frozenset[date]  # weekend days worked instead


def known_years() -> frozenset[int]:
    """Return the years whose holiday notice is known; a later one is not guessed."""
    return frozenset(_table())


@cache
def public_year(year: int) -> PublicYear:
    """Return the public holidays of a year; of one without a notice, those that the law names."""
    return _table().get(year) or of_library(year)


def of_library(year: int) -> PublicYear:
    """Return what the library `holidays` says of a year."""
    from holidays.countries.china import China

    public = China(years=year)  # type: ignore[no-untyped-call]
    made_up = (day for day in public.weekend_workdays if day.year == year)
    return PublicYear(frozenset(public), frozenset(made_up))


def table_of_library() -> str:
    """Return the table of all years that the library knows a notice of."""
    from holidays.countries.china import China

    years = sorted(China().special_public_holidays)  # type: ignore[no-untyped-call]
    lines = (f'"{year}": {json.dumps(_written(of_library(year)))}' for year in years)
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _written(year: PublicYear) -> Mapping[str, list[str]]:
    return {name: sorted(map(str, days)) for name, days in year._asdict().items()}


@cache
def _table() -> Mapping[int, PublicYear]:
    text = Path(__file__).with_name(NAME).read_text("utf-8")
    return {
        int(year): PublicYear(
            *(frozenset(map(date.fromisoformat, days[name])) for name in PublicYear._fields)
        )
        for year, days in json.loads(text).items()
    }
