"""Serial numbers: how Excel counts days, from 1900 or from 1904."""

from datetime import date, datetime, timedelta

YEARS = range(1990, 2100)  # of ledgers; a serial number or year outside is doubtful

_ZERO_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel knows no time zones
_ZERO_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_LAST = 80_000  # a day of 2119
_SECONDS = 86_400


def serial_moment(serial: float, *, date_1904: bool = False) -> datetime | None:
    """Return the moment of a serial number, to the second, if it lies in the years of ledgers."""
    if not 0 < serial < _LAST:
        return None
    zero = _ZERO_1904 if date_1904 else _ZERO_1900
    moment = zero + timedelta(seconds=round(serial * _SECONDS))
    return moment if moment.year in YEARS else None


def day(year: int, month: int, day_of_month: int) -> date | None:
    """Return a day of the calendar, or None where there is no such day."""
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None
