"""Text and ids: what is tidied, what stays as typed."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import examples

from houqin.cells.doubts import Doubt
from houqin.cells.ids import read_id
from houqin.cells.text import fold, narrow, read_text
from houqin.cells.values import CellValue


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  正常 ", "正常"),
        ("电器、 \u3000开关", "电器、 开关"),
        ("ＡＢＣ１２３", "ABC123"),
        ("五（６）班", "五(6)班"),
        ("张\u00a0三\t李四", "张 三 李四"),
        ("数\u200b量\ufeff", "数量"),
        ("班级\n（需一致）", "班级 (需一致)"),
    ],
)
def test_text_is_folded_for_comparing(text: str, folded: str) -> None:
    assert fold(text) == folded


@examples(200)
@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "narrowed"),
    [
        ("１２．５％", "12.5%"),
        ("７：３０——８：００", "7:30--8:00"),
        ("3²", "3²"),
        ("1①", "1①"),
        ("㎏", "kg"),
        ("㎡", "㎡"),
    ],
)
def test_narrowing_shows_digits_but_makes_none(text: str, narrowed: str) -> None:
    assert narrow(text) == narrowed


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("正常", "正常"),
        (" 门窗，完好。\t", "门窗，完好。"),
        ("\u3000灯管损坏\u200b\n", "灯管损坏"),
        ("第一行\r\n第二行", "第一行\n第二行"),
        ("２号楼", "２号楼"),
        (12.0, "12"),
        (12, "12"),
        (0.1 + 0.2, "0.3"),
        (date(2020, 5, 12), "2020-05-12"),
        (datetime(2020, 5, 12), "2020-05-12"),  # noqa: DTZ001
        (datetime(2020, 5, 12, 7, 30), "2020-05-12T07:30"),  # noqa: DTZ001
        (time(7, 30), "07:30"),
    ],
)
def test_text_is_read_as_typed(value: CellValue, text: str) -> None:
    assert read_text(value) == text


@pytest.mark.parametrize("value", [True, False, float("nan"), float("inf")])
def test_a_truth_value_or_no_number_is_no_text(value: CellValue) -> None:
    found = read_text(value)

    assert isinstance(found, Doubt)
    assert found.code == "CEL-15"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("LY-0117", "LY-0117"),
        ("wz001", "wz001"),
        ("\tLY-0117 ", "LY-0117"),
        ("ＬＹ－０１１７", "LY-0117"),
        ("LY 0117", "LY0117"),
        ("00123", "00123"),
        ("津和\u3000字1号", "津和字1号"),
        (12.0, "12"),
        (12, "12"),
        (1.2, "1.2"),
        (999_999_999_999_999, "999999999999999"),
        ("120103202005120011", "120103202005120011"),
        ("A+B", "A+B"),
    ],
)
def test_an_id_is_read(value: CellValue, text: str) -> None:
    assert read_id(value) == text


@pytest.mark.parametrize(
    "value",
    [
        1e15,
        1_000_000_000_000_000,
        120103202005120000,
        10**400,
        "1.20103E+17",
        "1.20103e+17 ",
        -5,
        date(2020, 5, 1),
        datetime(2020, 5, 1),  # noqa: DTZ001
        time(7, 30),
        True,
        float("nan"),
        float("inf"),
    ],
)
def test_an_id_that_lost_digits_or_became_something_else_is_doubtful(value: CellValue) -> None:
    found = read_id(value)

    assert isinstance(found, Doubt)
    assert found.code == "CEL-15"


@examples(100)
@given(st.text(st.characters(categories=["Lu", "Nd"], max_codepoint=127), min_size=1))
def test_an_id_of_plain_letters_and_digits_is_itself(text: str) -> None:
    assert read_id(text) == text
