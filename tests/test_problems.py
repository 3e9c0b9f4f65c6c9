"""What is told of a private cell, and how a sentence is made."""

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
