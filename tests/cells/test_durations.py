"""Seconds are read as people write them; what may be minutes or hours is not."""

from datetime import time, timedelta
from typing import Any

import pytest

from houqin.cells.doubts import Doubt
from houqin.cells.durations import read_seconds


@pytest.mark.parametrize(
    ("cell", "seconds"),
    [
        (110, 110),
        (110.0, 110),
        ("110", 110),
        ("１１０秒", 110),
        ("110 s", 110),
        ("1分50秒", 110),
        ("1分50", 110),
        ("1 分钟 50 秒", 110),
        ("1'50\"", 110),
        ("1′50″", 110),
        ("2分钟", 120),
        ("2min", 120),
        ("0分59秒", 59),
        (time(0, 1, 50), 110),
    ],
)
def test_a_duration_is_read(cell: Any, seconds: int) -> None:
    assert read_seconds(cell) == seconds


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1:50", "CEL-08"),
        (time(1, 50), "CEL-08"),
        (timedelta(hours=25), "CEL-08"),
        ("1分75秒", "CEL-08"),
        ("约2分钟", "CEL-08"),
        ("很快", "CEL-07"),
        (110.5, "CEL-09"),
        ("", "CEL-01"),
    ],
)
def test_what_is_doubtful_is_told(cell: Any, code: str) -> None:
    found = read_seconds(cell)

    assert isinstance(found, Doubt)
    assert found.code == code
