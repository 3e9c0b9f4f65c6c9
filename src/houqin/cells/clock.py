"""A time of day, as a clock shows it or as a person says it."""

import re
from datetime import time

from houqin.cells.numerals import numeral_value

# The hours of a part of the day: 下午3点 is 15 o'clock, for 3 o'clock is no afternoon.
_PARTS_OF_DAY = {
    "凌晨": (0, 6),
    "清晨": (4, 9),
    "早晨": (4, 12),
    "早上": (4, 12),
    "早": (4, 12),
    "上午": (4, 12),
    "AM": (0, 11),
    "正午": (11, 14),
    "中午": (11, 14),
    "PM": (12, 23),
    "下午": (12, 19),
    "午后": (12, 19),
    "傍晚": (16, 20),
    "晚上": (17, 23),
    "晚": (17, 23),
}
_PART = "|".join(_PARTS_OF_DAY)
_NUMERAL = "[零〇一二两三四五六七八九十]"
_SPOKEN = re.compile(rf"{_NUMERAL}+(?=[点时分刻])|(?<=[点时]){_NUMERAL}+")
_TIME = re.compile(
    rf"(?P<before>{_PART})? ?(?P<hour>[0-9]{{1,2}}) ?"
    r"(?:: ?(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?"
    r"|(?P<word>[点时])钟? ?(?:整|(?P<half>半)|(?P<quarter>[13])刻"
    r"|(?P<minutes>[0-9]{1,2})分|(?P<exact>[0-9]{2}))?)"
    rf" ?(?P<after>AM|PM)?",
    re.IGNORECASE,
)
_SMALL_HOURS = range(1, 6)
_LONGEST = 40


def clock(text: str) -> time | None:
    """Return the time that a narrow text says without a doubt."""
    if len(text) > _LONGEST:
        return None
    found = _TIME.fullmatch(_SPOKEN.sub(_in_digits, text))
    if found is None:
        return None
    hour = _hour(found)
    return None if hour is None else at(hour, _minute(found), int(found["second"] or 0))


def part_of_day(text: str) -> str:
    """Return the word for a part of the day that a text starts with, such as 下午."""
    found = re.match(_PART, text, re.IGNORECASE)
    return found[0] if found else ""


def at(hour: int, minute: int, second: int = 0) -> time | None:
    """Return a time of day, or None where no clock shows it."""
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


def _in_digits(numeral: re.Match[str]) -> str:
    number = numeral_value(numeral[0].lstrip("零〇") or "零")
    if number is None:
        return numeral[0]
    return f"{number:02}" if numeral[0][0] in "零〇" else str(number)


def _hour(found: re.Match[str]) -> int | None:
    hour = int(found["hour"])
    parts = [part.upper() for part in found.group("before", "after") if part]
    if parts:
        first, last = _PARTS_OF_DAY[parts[0]]
        fitting = [each for each in (hour, hour + 12) if first <= each <= last]
        return fitting[0] if len(parts) == len(fitting) == 1 else None
    colloquial = found["word"] == "点" and hour in _SMALL_HOURS  # 3点 is mostly 15:00
    return None if colloquial else hour


def _minute(found: re.Match[str]) -> int:
    if found["half"]:
        return 30
    if found["quarter"]:
        return 15 * int(found["quarter"])
    return int(found["minute"] or found["minutes"] or found["exact"] or 0)
