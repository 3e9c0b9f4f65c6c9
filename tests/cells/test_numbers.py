"""Numbers, percentages and temperatures: what is read and what is doubtful."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import examples

from houqin.cells.doubts import Doubt
from houqin.cells.numbers import read_number, read_percent, read_temperature, read_whole
from houqin.cells.numerals import numeral_value, spelled
from houqin.cells.values import CellValue
from houqin.cells.writing import written


def outcome(found: object) -> tuple[str, object] | object:
    """Return a value itself, a doubt as its code and what it suggests."""
    return (found.code, found.values.get("suggest")) if isinstance(found, Doubt) else found


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (12, "12"),
        (12.0, "12"),
        (0.1 + 0.2, "0.3"),
        (0.3 - 0.1 - 0.2, "0"),
        (-5, "-5"),
        ("12", "12"),
        (" 12\t", "12"),
        ("１２．５", "12.5"),
        ("-12", "-12"),
        ("－12", "-12"),
        ("+12", "12"),
        ("1,200", "1200"),
        ("1，200", "1200"),
        ("1,234,567.89", "1234567.89"),
        ("88. 50", "88.50"),
        (".5", "0.5"),
        ("012", "12"),
        ("1.2万", "12000"),
        ("1.5亿", "150000000"),
        ("45人", "45"),
        ("三十", "30"),
        ("三十人", "30"),
        ("两百零五", "205"),
        ("十二", "12"),
        ("一万零五百", "10500"),
        ("999999999999999", "999999999999999"),
    ],
)
def test_a_number_is_read(value: CellValue, number: str) -> None:
    assert read_number(value) == Decimal(number)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1O", ("CEL-08", "10")),
        ("2o0", ("CEL-08", "200")),
        ("l2", ("CEL-08", "12")),
        ("1l0", ("CEL-08", "110")),
        ("1l", ("CEL-08", None)),
        ("3。5", ("CEL-08", "3.5")),
        ("1,20", ("CEL-08", None)),
        ("1,2000", ("CEL-08", None)),
        ("0,500", ("CEL-08", None)),
        ("12.", ("CEL-08", None)),
        ("1.2.3", ("CEL-08", None)),
        ("3 5", ("CEL-08", None)),
        ("3-5", ("CEL-08", None)),
        ("约30", ("CEL-08", None)),
        ("30多", ("CEL-08", None)),
        ("12个月", ("CEL-08", None)),
        ("98%", ("CEL-08", None)),
        ("--5", ("CEL-08", None)),
        ("1e5", ("CEL-08", None)),
        ("3²", ("CEL-08", None)),
        ("一百五", ("CEL-08", None)),
        ("一二", ("CEL-08", None)),
        ("十几", ("CEL-08", None)),
        ("几十", ("CEL-08", None)),
        ("半", ("CEL-08", None)),
        ("1000000000000000", ("CEL-08", None)),
        (1e15, ("CEL-08", None)),
        (10**400, ("CEL-08", None)),
        ("无", ("CEL-07", None)),
        ("一般", ("CEL-07", None)),
        ("全体师生", ("CEL-07", None)),
        ("٣", ("CEL-07", None)),
        (float("nan"), ("CEL-07", None)),
        (float("inf"), ("CEL-07", None)),
        (True, ("CEL-07", None)),
        (date(2020, 5, 12), ("CEL-07", None)),
        (time(7, 30), ("CEL-07", None)),
    ],
)
def test_what_is_no_plain_number_is_doubted(
    value: CellValue, expected: tuple[str, str | None]
) -> None:
    assert outcome(read_number(value)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3.0, 3),
        ("3.00", 3),
        ("４５名", 45),
        ("两个", 2),
        (2.5, ("CEL-09", None)),
        ("2.5", ("CEL-09", None)),
        ("0.5人", ("CEL-09", None)),
        ("abc", ("CEL-07", None)),
    ],
)
def test_a_whole_number_has_no_fraction(value: CellValue, expected: object) -> None:
    assert outcome(read_whole(value)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("98.5%", Decimal("0.985")),
        ("98.5％", Decimal("0.985")),
        ("98.5 %", Decimal("0.985")),
        ("88. 50%", Decimal("0.885")),
        ("100%", 1),
        ("0%", 0),
        (0.985, Decimal("0.985")),
        ("0.985", Decimal("0.985")),
        (1, 1),
        (0, 0),
        (98.5, ("CEL-08", "98.5%")),
        ("98.5", ("CEL-08", "98.5%")),
        (100, ("CEL-08", "100%")),
        ("9O%", ("CEL-08", "0.9")),
        ("主校区88. 50%", ("CEL-08", None)),
        ("5‰", ("CEL-08", None)),
        ("120%", ("CEL-10", None)),
        ("-5%", ("CEL-10", None)),
        (120, ("CEL-10", None)),
        (-0.1, ("CEL-10", None)),
        ("全部", ("CEL-07", None)),
    ],
)
def test_a_percentage_is_a_fraction_of_one(value: CellValue, expected: object) -> None:
    assert outcome(read_percent(value)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (36.5, Decimal("36.5")),
        (37, 37),
        ("36.5", Decimal("36.5")),
        ("36.5℃", Decimal("36.5")),
        ("36.5 °C", Decimal("36.5")),
        ("３６．５度", Decimal("36.5")),
        ("36度5", Decimal("36.5")),
        ("36 .5", Decimal("36.5")),
        (30, 30),
        (45, 45),
        (365, ("CEL-08", "36.5")),
        ("365", ("CEL-08", "36.5")),
        (3650, ("CEL-08", "36.5")),
        ("36。5", ("CEL-08", "36.5")),
        ("36,5", ("CEL-08", None)),
        ("36.5-37", ("CEL-08", None)),
        ("36.5度5", ("CEL-08", None)),
        (29.9, ("CEL-10", None)),
        (45.1, ("CEL-10", None)),
        (98.6, ("CEL-10", None)),
        (36500, ("CEL-10", None)),
        ("正常", ("CEL-07", None)),
    ],
)
def test_a_temperature_is_that_of_a_body(value: CellValue, expected: object) -> None:
    assert outcome(read_temperature(value)) == expected


def test_a_value_outside_the_range_tells_the_range() -> None:
    found = read_temperature(98.6)

    assert found == Doubt(
        "CEL-10", {"value": "98.6", "limit": "在 30 到 45 之间", "limit_en": "from 30 to 45"}
    )


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (0, "零"),
        (10, "一十"),
        (1010, "一千零一十"),
        (1005, "一千零五"),
        (10500, "一万零五百"),
        (105_000, "一十万五千"),
        (100_005_000, "一亿零五千"),
        (100_050_000, "一亿零五万"),
        (987_654_321_012, "九千八百七十六亿五千四百三十二万一千零一十二"),
    ],
)
def test_a_number_is_spelled(number: int, numeral: str) -> None:
    assert spelled(number) == numeral


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("十万零五千", 105_000),
        ("十万五千", 105_000),
        ("一亿零五千万", 150_000_000),
        ("贰仟〇伍", 2005),
        ("两万两千", 22_000),
        ("一十", 10),
    ],
)
def test_a_numeral_in_good_style_is_a_number(numeral: str, number: int) -> None:
    assert numeral_value(numeral) == number


@pytest.mark.parametrize(
    "numeral",
    ["一百五", "百", "一千二", "二〇二〇", "一一", "五千亿万", "千百", "", "一般", "万亿"],
)
def test_a_numeral_that_leaves_a_doubt_is_none(numeral: str) -> None:
    assert numeral_value(numeral) is None


@examples(200)
@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_every_spelled_number_is_read_back(number: int) -> None:
    assert numeral_value(spelled(number)) == number


@examples(200)
@given(st.decimals(min_value=-(10**14), max_value=10**14, places=4))
def test_every_written_number_is_read_back(number: Decimal) -> None:
    assert read_number(written(number)) == number


@examples(100)
@given(st.integers(min_value=0, max_value=999), st.integers(min_value=0, max_value=999))
def test_a_range_is_never_a_number(low: int, high: int) -> None:
    assert isinstance(read_number(f"{low}-{high}"), Doubt)
