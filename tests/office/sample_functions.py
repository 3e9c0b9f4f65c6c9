"""What the sample workbook's worksheet functions call, in the place of houqin.udfs."""
# ruff: noqa: N802 - a worksheet function is named as it stands in the formula

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

OPTIONS: Mapping[str, Sequence[Mapping[str, Any]]] = {
    "HQ_KIND": ({"err_to_str": True}, {"err_to_str": True}),
    "HQ_SHAPE": ({"ndim": 2, "err_to_str": True},),
    "HQ_NEXT_DAY": ({},),
}


def HQ_KIND(value: Any, other: Any) -> str:
    """Tell what a function is given."""
    return f"{type(value).__name__} {value} {other}"


def HQ_SHAPE(rows: Any) -> str:
    """Tell how large a block is, and its corner."""
    return f"{len(rows)}x{len(rows[0])} {rows[0][0]}"


def HQ_NEXT_DAY(day: Any) -> date:
    """Return the day after."""
    if not isinstance(day, datetime):
        raise TypeError("no day")
    return date.fromordinal(day.toordinal() + 1)
