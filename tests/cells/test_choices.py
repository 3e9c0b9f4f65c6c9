"""Choices, yes or no, and the word that was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import examples

from houqin.cells.choices import Vocabulary, closest, read_yes_no
from houqin.cells.doubts import Doubt
from houqin.cells.values import CellValue

RESULTS = Vocabulary(
    "检查结果", ("正常", "不正常", "已报修", "Wi-Fi故障", "3"), {"合格": "正常", "√": "正常"}
)


@pytest.mark.parametrize(
    ("value", "choice"),
    [
        ("正常", "正常"),
        (" 正常\t", "正常"),
        ("正　常", "正常"),
        ("正常。", "正常"),
        ("正常！", "正常"),
        ("正常.", "正常"),
        ("正常。\n正常。", "正常"),
        ("正常\n正常", "正常"),
        ("正常。正常。", "正常"),
        ("合格", "正常"),
        ("合格。", "正常"),
        ("√", "正常"),
        ("ｗｉ－ｆｉ故障", "Wi-Fi故障"),
        (3, "3"),
        (3.0, "3"),
        ("３", "3"),
        ("☑正常 □不正常", "正常"),
        ("口正常  √不正常", "不正常"),
        ("□ 正常\n☑ 不正常", "不正常"),
        ("正常☑ 不正常□", "正常"),
    ],
)
def test_a_choice_is_read_in_all_its_spellings(value: CellValue, choice: str) -> None:
    assert RESULTS.read(value) == choice


@pytest.mark.parametrize(
    ("value", "suggest"),
    [
        ("正长", "正常"),
        ("已保修", "已报修"),
        ("常正", "正常"),
        ("很不正常", "不正常"),
        ("未正常", None),
        ("正常。\n不正常。", None),
        ("故障", None),
        ("好", None),
        ("3.3", None),
        (True, None),
        (4, None),
        ("□正常 □不正常", None),
        ("☑正常 ☑不正常", None),
    ],
)
def test_what_is_not_in_the_list_is_doubted(value: CellValue, suggest: str | None) -> None:
    found = RESULTS.read(value)

    assert isinstance(found, Doubt)
    assert (found.code, found.values.get("suggest")) == ("CEL-14", suggest)
    assert found.values["allowed"] == "正常、不正常、已报修、Wi-Fi故障、3"


def test_a_long_list_is_shown_in_part() -> None:
    letters = Vocabulary("字母", tuple("ABCDEFGHIJ"))

    assert letters.read("甲") == Doubt(
        "CEL-14", {"value": "甲", "allowed": "A、B、C、D、E、F、G、H…"}
    )


def test_two_values_alike_are_read_only_as_they_stand() -> None:
    alike = Vocabulary("字母", ("Ab", "aB"), {"AB": "Ab"})

    assert alike.read("Ab") == "Ab"
    assert alike.read("aB") == "aB"
    assert isinstance(alike.read("ab"), Doubt)


def test_a_value_is_itself_even_where_it_is_also_a_synonym() -> None:
    crossed = Vocabulary("状态", ("完成", "结束"), {"完成": "结束", "完": "结束"})

    assert crossed.read("完成。") == "完成"
    assert crossed.read("完") == "结束"


@pytest.mark.parametrize(
    "value",
    [True, 1, 1.0, "是", "有", "对", "√", "✓", "☑", "Y", "yes", "TRUE", "是。", " ｙ ", "1"],
)
def test_yes_is_read(value: CellValue) -> None:
    assert read_yes_no(value) is True


@pytest.mark.parametrize(
    "value",
    [False, 0, 0.0, "否", "无", "没有", "错", "×", "✗", "x", "N", "no", "False", "否。", "0"],
)
def test_no_is_read(value: CellValue) -> None:
    assert read_yes_no(value) is False


@pytest.mark.parametrize(
    "value", ["是否", "□", "口", "/", "123", 2, -1, "是\n否", "不是是", "待定"]
)
def test_neither_yes_nor_no_is_doubted(value: CellValue) -> None:
    found = read_yes_no(value)

    assert isinstance(found, Doubt)
    assert (found.code, found.values["allowed"]) == ("CEL-14", "是、否")


@pytest.mark.parametrize(
    ("word", "words", "expected"),
    [
        ("检察日期", ("检查日期", "检查人", "整改期限"), "检查日期"),
        ("检查日", ("检查日期", "整改期限"), "检查日期"),
        ("期日检查", ("检查日期",), None),
        ("整改限期", ("整改期限", "检查日期"), "整改期限"),
        ("数亮", ("数量", "单价"), "数量"),
        ("张三", ("张四", "张五"), None),  # either may be meant
        ("合格", ("不合格",), None),
        ("甲", ("乙",), None),
        ("检查日期", ("检查日期", "检察日期"), "检查日期"),
        ("", ("数量",), None),
        ("quantity", ("quantty", "price"), "quantty"),
    ],
)
def test_the_word_that_was_meant_is_offered_only_when_it_is_sure(
    word: str, words: tuple[str, ...], expected: str | None
) -> None:
    assert closest(word, words) == expected


@examples(100)
@given(st.text(max_size=10), st.lists(st.text(max_size=10), max_size=6))
def test_the_closest_word_is_one_of_the_words(word: str, words: list[str]) -> None:
    assert closest(word, words) in {*words, None}


@examples(100)
@given(st.lists(st.text("正常不已报修AB12 。\n", min_size=1, max_size=6), unique=True))
def test_every_value_of_a_list_is_read_as_itself(values: list[str]) -> None:
    vocabulary = Vocabulary("清单", tuple(values))

    assert [vocabulary.read(value) for value in values if value.strip()] == [
        value for value in values if value.strip()
    ]
