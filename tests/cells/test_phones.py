"""Phone numbers: what is read and what is doubtful."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import examples

from houqin.cells.doubts import Doubt
from houqin.cells.phones import read_phone
from houqin.cells.values import CellValue


@pytest.mark.parametrize(
    ("value", "phone"),
    [
        ("13800000000", "13800000000"),
        (13800000000, "13800000000"),
        (13800000000.0, "13800000000"),
        ("１３８００００００００", "13800000000"),
        ("138 0000 0000", "13800000000"),
        ("138-0000-0000", "13800000000"),
        ("\t13800000000 ", "13800000000"),
        ("+86 13800000000", "13800000000"),
        ("86-13800000000", "13800000000"),
        ("022-20000000", "022-20000000"),
        ("02220000000", "022-20000000"),
        ("(022)20000000", "022-20000000"),
        ("（022）2000 0000", "022-20000000"),
        ("022—20000000", "022-20000000"),
        ("022-20000000-801", "022-20000000-801"),
        ("022-20000000转801", "022-20000000-801"),
        ("022-20000000 转 801", "022-20000000-801"),
        ("0311-2000000", "0311-2000000"),
        ("400-000-0000", "4000000000"),
    ],
)
def test_a_phone_number_is_read(value: CellValue, phone: str) -> None:
    assert read_phone(value) == phone


@pytest.mark.parametrize(
    ("value", "suggest"),
    [
        ("1380000000", None),
        ("138000000000", None),
        ("12800000000", None),
        ("20000000", None),
        ("20200512", None),
        ("8012", None),
        ("1380000O000", "13800000000"),
        (2220000000, "022-20000000"),
        ("13800000000/13900000000", None),
        ("13800000000 张三", None),
        ("张三", None),
        ("1.38E+10", None),
        (-13800000000, None),
        (1e20, None),
        (True, None),
        (date(2020, 5, 12), None),
    ],
)
def test_what_is_no_phone_number_is_doubted(value: CellValue, suggest: str | None) -> None:
    found = read_phone(value)

    assert isinstance(found, Doubt)
    assert (found.code, found.values.get("suggest")) == ("CEL-16", suggest)


@examples(100)
@given(st.integers(min_value=0, max_value=99_999_999))
def test_every_mobile_number_is_read_as_a_number_and_as_text(number: int) -> None:
    phone = f"138{number:08}"

    assert read_phone(phone) == phone
    assert read_phone(float(phone)) == phone
