"""How long something took: seconds, however they are written."""

import re
from datetime import time, timedelta

from houqin.cells.doubtful import doubtful
from houqin.cells.doubts import Doubt
from houqin.cells.numbers import read_whole
from houqin.cells.text import narrow
from houqin.cells.values import CellValue

MINUTE = 60
_LONGEST = 30
_SECONDS = ("秒", "秒钟", "s", "S")
_PARTS = re.compile(
    r"(?P<minutes>[0-9]{1,3}) ?(?:分钟|分|min|m|['′’]) ?"
    r"(?:(?P<seconds>[0-9]{1,2}) ?(?:秒钟|秒|s|[\"″”]|''|′′)?)?"
)


def read_seconds(value: CellValue) -> int | Doubt:
    """Read a duration in seconds: 110, 110秒, 1分50秒, 1'50"; 1:50 may be minutes or hours."""
    if isinstance(value, time) and not value.hour:
        return value.minute * MINUTE + value.second
    if isinstance(value, time | timedelta):
        return doubtful("CEL-08", value)
    if isinstance(value, str) and len(value) <= _LONGEST:
        found = _PARTS.fullmatch(narrow(value).replace(" ", ""))
        if found and int(found["seconds"] or 0) < MINUTE:
            return int(found["minutes"]) * MINUTE + int(found["seconds"] or 0)
    return read_whole(value, _SECONDS)
