"""What is told of a private cell, and how a sentence is made."""

import pytest

from houqin.problems import Both, Hit, Place, Problem, Severity, Words, in_reading_order

WORDS = {
    "zh": Words("电话 {value} 少了一位", "请改为 {suggested}"),
    "en": Words("{value} lacks a digit", "write {suggested}"),
}
TITLE = Both("电话号码完整", "A phone number is complete.")


def problem(
    *, private: bool = False, place: Place | None = None, code: str = "TST-01", **values: object
) -> Problem:
    hit = Hit(
        place or Place("人员", 2, "C"),
        {"suggested": "13800000000", **values},
        (),
        "电话",
        "QX001",
        "1380000000",
        private,
    )
    return Problem(code, Severity.ERROR, hit, WORDS, TITLE)


def test_a_sentence_says_where_what_and_what_to_do() -> None:
    assert (
        problem().message("zh")
        == "人员!C2 电话（QX001）：电话 1380000000 少了一位，请改为 13800000000。"
    )
    assert (
        problem().message("en")
        == "人员!C2 电话 (QX001): 1380000000 lacks a digit; write 13800000000."
    )


def test_a_private_cell_shows_neither_value_nor_key_nor_suggestion() -> None:
    told = problem(private=True, suggest="13800000001")

    for lang in ("zh", "en"):
        text = told.message(lang) + told.fix(lang) + told.what(lang)
        assert not [secret for secret in ("1380000000", "QX001", "13800000001") if secret in text]
    assert told.message("zh") == "人员!C2 电话：没有做到“电话号码完整”，请核对这个单元格。"


def test_a_suggestion_is_asked_about() -> None:
    assert problem(suggest="0571").fix("zh") == "请改为 13800000000（是不是“0571”？）"


def test_problems_stand_in_the_order_of_sheets_rows_and_columns() -> None:
    places = [
        Place("乙", 1, "A"),
        Place("甲", 10, "AA"),
        Place("甲", 10, "B"),
        Place("甲", 9, "Z"),
        Place("甲"),
    ]

    ordered = in_reading_order([problem(place=place) for place in places], ["甲", "乙"])

    assert [str(each.place) for each in ordered] == ["甲", "甲!Z9", "甲!B10", "甲!AA10", "乙!A1"]


def test_a_private_cell_keeps_advice_that_shows_no_value() -> None:
    plain = Words("电话 {value} 少了一位", "请补全号码")
    told = Problem(
        "TST-01", Severity.ERROR, problem(private=True).hit, {"zh": plain, "en": plain}, TITLE
    )

    assert told.fix("zh") == "请补全号码"
    assert told.what("en") == "not as it should be: A phone number is complete"


def test_a_suggestion_is_asked_about_in_english_too() -> None:
    assert problem(suggest="0571").fix("en") == "write 13800000000 (did you mean '0571'?)"


def test_what_a_rule_does_not_give_shows_as_nothing_and_a_given_value_goes_before_the_cells() -> (
    None
):
    bare = Problem("TST-01", Severity.ERROR, Hit(Place("人员", 2, "C")), WORDS, TITLE)

    assert bare.message("zh") == "人员!C2：电话  少了一位，请改为 。"
    assert bare.message("en") == "人员!C2:  lacks a digit; write ."
    assert problem(value=138).what("en") == "138 lacks a digit"


@pytest.mark.parametrize(
    ("place", "cell", "shown"),
    [
        (Place("甲", 118, "G"), "G118", "甲!G118"),
        (Place("甲", 118), None, "甲!118"),
        (Place("甲", column="G"), None, "甲!G"),
        (Place("甲"), None, "甲"),
    ],
)
def test_a_place_is_named_as_the_screen_names_it(
    place: Place, cell: str | None, shown: str
) -> None:
    assert (place.cell, str(place)) == (cell, shown)


def test_problems_of_one_cell_stand_by_code_and_unknown_sheets_come_last() -> None:
    here = Place("甲", 1, "A")
    found = [
        problem(place=Place("丙", 1, "A")),
        problem(place=here, code="TST-03"),
        problem(place=Place("甲", 1)),
        problem(place=here, code="TST-02"),
    ]

    ordered = in_reading_order(found, ["甲", "乙"])

    assert [str(each) for each in ordered] == [
        "甲!1 TST-01",
        "甲!A1 TST-02",
        "甲!A1 TST-03",
        "丙!A1 TST-01",
    ]


@pytest.mark.parametrize(("lang", "text"), [("zh", "中"), ("en", "en"), ("", "中")])
def test_chinese_is_told_unless_english_is_asked_for(lang: str, text: str) -> None:
    assert Both("中", "en").of(lang) == text
