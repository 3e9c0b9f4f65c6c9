"""Quantities and money: what is read and what is doubtful."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import examples

from houqin.cells.doubts import Doubt
from houqin.cells.money import in_capitals, read_money
from houqin.cells.quantities import MEASURES, Amount, read_amount, read_difference
from houqin.cells.values import CellValue
from houqin.cells.writing import written


def outcome(found: object) -> object:
    """Return a value itself, a doubt as its code and what it suggests."""
    return (found.code, found.values.get("suggest")) if isinstance(found, Doubt) else found


@pytest.mark.parametrize(
    ("value", "number", "unit"),
    [
        (12, "12", None),
        (2.5, "2.5", None),
        ("12", "12", None),
        ("12个", "12", "个"),
        ("１２ 个", "12", "个"),
        ("12(个)", "12", "个"),
        ("12（个）", "12", "个"),
        ("1,200只", "1200", "只"),
        ("2.5kg", "2.5", "kg"),
        ("3 ㎏", "3", "kg"),
        ("5㎡", "5", "m2"),
        ("5千克", "5", "千克"),
        ("5两", "5", "两"),
        ("6900斤", "6900", "斤"),
        ("82万个", "820000", "个"),
        ("三十盒", "30", "盒"),
        ("两箱", "2", "箱"),
        ("十二", "12", None),
        ("-5个", "-5", "个"),
        ("0", "0", None),
    ],
)
def test_a_quantity_and_its_unit_are_read(value: CellValue, number: str, unit: str | None) -> None:
    assert read_amount(value) == Amount(Decimal(number), unit)


@pytest.mark.parametrize(
    "text",
    [
        "2箱(24瓶/箱)",
        "约30",
        "约30个",
        "3-5",
        "3~5个",
        "3至5个",
        "30多",
        "30多个",
        "30余只",
        "30个左右",
        "30个以上",
        "不足30个",
        "三十多盒",
        "十几个",
        "十来个",
        "几十个",
        "每班级1个",
        "100人/天/瓶",
        "12箱6瓶",
        "12箱六瓶",
        "1-2套",
        "1,20",
        "5千",
        "3百个",
        "半箱",
        "一箱半",
        "1/2",
        "10+5",
        "5l",
        "每人2只",
    ],
)
def test_a_quantity_that_is_not_one_plain_number_is_doubtful(text: str) -> None:
    assert outcome(read_amount(text)) == ("CEL-08", None)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1O", ("CEL-08", "10")),
        ("1O个", ("CEL-08", "10个")),
        ("l2盒", ("CEL-08", "12盒")),
        ("1。5", ("CEL-08", "1.5")),
        ("5oz", ("CEL-08", None)),
        ("若干", ("CEL-07", None)),
        ("一般", ("CEL-07", None)),
        ("一批", ("CEL-07", None)),
        ("全体师生", ("CEL-07", None)),
        ("", ("CEL-01", None)),
        (date(2020, 5, 12), ("CEL-07", None)),
        (True, ("CEL-07", None)),
    ],
)
def test_a_slip_has_a_suggestion_and_other_text_is_no_number(
    value: CellValue, expected: tuple[str, str | None]
) -> None:
    assert outcome(read_amount(value)) == expected


@examples(100)
@given(
    st.decimals(min_value=0, max_value=10**9, places=3),
    st.one_of(st.none(), st.sampled_from(sorted(MEASURES))),
)
def test_every_written_quantity_is_read_back(number: Decimal, unit: str | None) -> None:
    amount = Amount(number, unit)

    assert read_amount(written(amount)) == amount


@examples(100)
@given(
    st.sampled_from(["约{}个", "{}多个", "{}个左右", "{}-{}个", "每班{}个", "{}箱{}瓶", "近{}个"]),
    st.integers(min_value=1, max_value=9999),
)
def test_a_rough_quantity_is_never_read(shape: str, number: int) -> None:
    assert isinstance(read_amount(shape.format(number, number)), Doubt)


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        (50, "50"),
        (0.1 + 0.2, "0.30"),
        (1.005, "1.01"),
        (-1.005, "-1.01"),
        ("12.345", "12.35"),
        ("-50", "-50"),
        ("负50元", "-50"),
        ("￥1,200.00元", "1200"),
        ("¥1200", "1200"),
        ("￥-50", "-50"),
        ("-￥50", "-50"),
        ("人民币 1200 元整", "1200"),
        ("１２００元", "1200"),
        ("1200块", "1200"),
        ("50元5角", "50.50"),
        ("5角", "0.50"),
        ("1.2万", "12000"),
        ("1.2万元", "12000"),
        ("三十元", "30"),
        ("壹仟贰佰元整", "1200"),
        ("壹仟贰佰圆正", "1200"),
        ("壹仟贰佰", "1200"),
        ("人民币壹万零伍佰元整", "10500"),
        ("贰佰叁拾元伍角", "230.50"),
        ("贰佰叁拾元零伍分", "230.05"),
        ("贰佰叁拾元伍角陆分", "230.56"),
        ("伍角整", "0.50"),
        ("零元整", "0"),
    ],
)
def test_money_is_read_to_the_cent(value: CellValue, amount: str) -> None:
    found = read_money(value)

    assert found == Decimal(amount)
    assert isinstance(found, Decimal)
    assert found.as_tuple().exponent == -2


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("(50)", ("CEL-08", "-50")),
        ("（1,200.50）", ("CEL-08", "-1200.5")),
        ("(无)", ("CEL-07", None)),
        ("12OO", ("CEL-08", "1200")),
        ("约50元", ("CEL-08", None)),
        ("50-60元", ("CEL-08", None)),
        ("50元/个", ("CEL-08", None)),
        ("50.5元5角", ("CEL-08", None)),
        ("1,20元", ("CEL-08", None)),
        ("$50", ("CEL-08", None)),
        ("--50", ("CEL-08", None)),
        ("-￥-50", ("CEL-08", None)),
        ("壹佰伍元", ("CEL-08", None)),
        ("免费", ("CEL-07", None)),
        ("￥", ("CEL-07", None)),
        ("元", ("CEL-07", None)),
        (True, ("CEL-07", None)),
        (date(2020, 5, 12), ("CEL-07", None)),
        (float("inf"), ("CEL-07", None)),
    ],
)
def test_doubtful_money_is_not_read(value: CellValue, expected: object) -> None:
    assert outcome(read_money(value)) == expected


@pytest.mark.parametrize(
    ("amount", "capitals"),
    [
        ("0", "零元整"),
        ("1200", "壹仟贰佰元整"),
        ("10500", "壹万零伍佰元整"),
        ("15", "壹拾伍元整"),
        ("230.5", "贰佰叁拾元伍角"),
        ("230.05", "贰佰叁拾元零伍分"),
        ("0.56", "伍角陆分"),
        ("0.05", "伍分"),
        ("-3", "负叁元整"),
        ("300000000", "叁亿元整"),
    ],
)
def test_an_amount_is_spelled_in_capitals(amount: str, capitals: str) -> None:
    assert in_capitals(Decimal(amount)) == capitals


@examples(200)
@given(st.decimals(min_value=Decimal("-1e11"), max_value=Decimal("1e11"), places=2))
def test_every_amount_is_read_back_from_figures_and_from_capitals(amount: Decimal) -> None:
    assert read_money(written(amount)) == amount
    assert read_money(in_capitals(amount)) == amount
    assert read_money(f"￥{amount:,}元") == amount


@pytest.mark.parametrize(
    ("value", "difference"),
    [("无差异", 0), ("账实相符。", 0), ("无", 0), (-2, -2), ("-2个", -2), ("+3", 3)],
)
def test_a_difference_may_be_said_in_a_word(value: CellValue, difference: int) -> None:
    assert read_difference(value) == difference


@pytest.mark.parametrize("value", ["减少", "盘亏", "有差异", "约2"])
def test_a_word_without_a_number_is_no_difference(value: str) -> None:
    assert isinstance(read_difference(value), Doubt)
