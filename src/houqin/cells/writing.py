"""The one written form of every value, for messages and for reading back."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

LONGEST_SHOWN = 40

_LONGEST_LOOKED_AT = 400


def written(value: object) -> str:
    """Return a value as text: dates as ISO, numbers without exponent, lists joined by 、."""
    for kind, write in _FORMS:
        if isinstance(value, kind):
            return write(value)
    return "" if value is None else str(value)


def shown(value: object) -> str:
    """Return what a message shows of a cell: one line, cut when it is long."""
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    line = " ".join(written(value)[:_LONGEST_LOOKED_AT].split())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"


def _yes_or_no(value: bool) -> str:
    return "是" if value else "否"


def _number(value: Decimal | int) -> str:
    text = f"{Decimal(value):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _float(value: float) -> str:
    return _number(Decimal(f"{value:.15g}"))  # as many digits as Excel keeps


def _clock(value: time) -> str:
    return value.isoformat("seconds" if value.second else "minutes")


def _moment(value: datetime) -> str:
    return f"{value.date().isoformat()}T{_clock(value.time())}"


def _duration(value: timedelta) -> str:
    hours, minutes = divmod(abs(value) // timedelta(minutes=1), 60)
    return f"{'-' if value < timedelta() else ''}{hours}:{minutes:02}"


def _list(values: tuple[object, ...]) -> str:
    return "、".join(map(written, values))


# A kind stands before the kinds that it is a part of: bool is an int, datetime is a date.
_FORMS: tuple[tuple[type | tuple[type, ...], Callable[..., str]], ...] = (
    (str, str),
    (bool, _yes_or_no),
    ((int, Decimal), _number),
    (float, _float),
    (datetime, _moment),
    (date, date.isoformat),
    (time, _clock),
    (timedelta, _duration),
    ((tuple, list), _list),
)
