"""Classes: one written form for all spellings."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import examples

from houqin.cells.classes import read_class
from houqin.cells.doubts import Doubt
from houqin.cells.values import CellValue


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("六(5)班", "6.5"),
        ("六（5）班", "6.5"),
        ("六（５）班", "6.5"),
        ("六(五)班", "6.5"),
        ("六年级5班", "6.5"),
        ("六年级(5)班", "6.5"),
        ("六年级 05 班", "6.5"),
        ("六年级五班", "6.5"),
        ("六年级第5班", "6.5"),
        ("6年级5班", "6.5"),
        ("6年5班", "6.5"),
        ("六5班", "6.5"),
        ("六5", "6.5"),
        ("六(5)", "6.5"),
        ("6(5)班", "6.5"),
        ("六五班", "6.5"),
        ("六⑤班", "6.5"),
        ("六(5)班。", "6.5"),
        (" 六 (5) 班\t", "6.5"),
        ("605", "6.5"),
        ("0605", "6.5"),
        ("605班", "6.5"),
        (605, "6.5"),
        (605.0, "6.5"),
        ("6.5", "6.5"),
        (6.5, "6.5"),
        ("6.05", "6.5"),
        ("6-5", "6.5"),
        ("6—5", "6.5"),
        ("6.5班", "6.5"),
        (6.1, "6.1"),
        ("6.10", "6.10"),
        ("6.1", "6.1"),
        ("610", "6.10"),
        ("六(12)班", "6.12"),
        ("六(十二)班", "6.12"),
        ("初一(3)班", "7.3"),
        ("初二3班", "8.3"),
        ("初三三班", "9.3"),
        ("初中二(3)班", "8.3"),
        ("初1(3)班", "7.3"),
        ("七年级3班", "7.3"),
        ("高一(2)班", "10.2"),
        ("高三12班", "12.12"),
        ("十一年级2班", "11.2"),
        ("1012", "10.12"),
        ("12.40", "12.40"),
    ],
)
def test_a_class_is_read_in_all_its_spellings(value: CellValue, name: str) -> None:
    assert read_class(value) == name


@pytest.mark.parametrize(
    ("value", "suggest"),
    [
        (date(2020, 6, 5), "6.5"),
        (datetime(2020, 6, 5), "6.5"),  # noqa: DTZ001
        ("65", "6.5"),
        (65, "6.5"),
        ("65班", None),
        ("六十五班", None),
        ("十二班", None),
        ("六五", None),
        ("初13班", None),
        ("初四(1)班", None),
        ("初七年级1班", None),
        ("六年级", None),
        ("5班", None),
        ("大(1)班", None),
        ("混龄班", None),
        ("五(6)、一(3)班", None),
        ("13.1", None),
        ("0.5", None),
        ("6.41", None),
        ("6.0", None),
        ("600", None),
        ("6/5", None),
        (6, None),
        (6.123, None),
        (True, None),
        ("六(5班", None),
    ],
)
def test_what_is_no_class_for_sure_is_doubted(value: CellValue, suggest: str | None) -> None:
    found = read_class(value)

    assert isinstance(found, Doubt)
    assert (found.code, found.values.get("suggest")) == ("CEL-13", suggest)


@examples(200)
@given(
    st.integers(min_value=1, max_value=12),
    st.integers(min_value=1, max_value=40),
    st.sampled_from(["{}.{}", "{}({})班", "{}年级{}班", "{}年级（{}）班", "{}-{}", "{:02}{:02}"]),
)
def test_every_class_is_read_in_every_spelling(grade: int, class_: int, spelling: str) -> None:
    assert read_class(spelling.format(grade, class_)) == f"{grade}.{class_}"
