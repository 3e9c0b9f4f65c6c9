"""What the terminal tells of a roster and its draft: whole objects, and every fact of the tables."""

import pytest
from tests.areas.drawn import book_of
from tests.areas.duty.drawn import WHOLE
from tests.told import result

from houqin.areas.duty.drafting.draft import drafted
from houqin.areas.duty.drafting.tasks import task_of
from houqin.areas.duty.review import review
from houqin.reports.roster import print_roster, roster_json
from houqin.result import Result

BOOK = book_of(WHOLE, "2020-05-19", "2020-05-19..2020-05-20")


def found(lang: str = "zh") -> Result:
    return result(of=BOOK, lang=lang)


def test_the_check_is_told_in_json() -> None:
    told = roster_json(review(BOOK), None, found(), "a.xlsx")

    assert told == {
        "book": "a.xlsx",
        "as_of": "2020-05-19",
        "period": ["2020-05-19", "2020-05-20"],
        "posts": 3,
        "problems": 0,
        "gaps": told["gaps"],
        "loads": [
            {
                "name": "赵明远",
                "campus": "本部",
                "duties": 2,
                "expected": 1,
                "carried": 0,
                "over": 1,
                "standing": "fair",
            },
            {
                "name": "钱思齐",
                "campus": "本部",
                "duties": 1,
                "expected": 2,
                "carried": 1,
                "over": -1,
                "standing": "fair",
            },
        ],
        "visitors": [],
    }
    first = told["gaps"][0]
    best = first.pop("candidates")[0]
    assert first == {
        "date": "2020-05-19",
        "campus": "本部",
        "post": "护学岗",
        "slot": "07:20-07:50",
        "needed": 2,
        "there": ["赵明远"],
        "missing": 1,
        "certain": True,
        "cell": "值班表!E3",
    }
    assert (best["name"], best["duties"], best["expected"], best["objections"]) == (
        "钱思齐",
        1,
        2,
        [],
    )
    assert best["reasons"][-1] == "已排 1 次，应值 2.0 次"


def test_visitors_are_told_with_whom_they_came_to_see() -> None:
    book = book_of(WHOLE, "2020-05-19", "2020-05-18..2020-05-20")

    told = roster_json(review(book), None, result(of=book), "a.xlsx")

    assert told["visitors"] == [
        {
            "date": "2020-05-18",
            "arrived": "09:10",
            "campus": "本部",
            "visitor": "吴先生",
            "host": "赵明远",
            "cell": "来访登记!C2",
        }
    ]


def test_the_draft_is_told_where_it_is_asked_for() -> None:
    told = roster_json(review(BOOK), drafted(task_of(BOOK)), found("en"), "a.xlsx")["draft"]

    assert (told["days"], told["wanted"], told["added"]) == (["2020-05-19", "2020-05-20"], 6, 5)
    assert told["duties"][2] == {
        "date": "2020-05-20",
        "campus": "本部",
        "post": "护学岗",
        "slot": "07:20-07:50",
        "needed": 2,
        "there": [],
        "added": ["赵明远"],
        "missing": 1,
        "why": "2 other 班主任: 1 on leave, 1 on duty at that time",
    }
    assert {each["name"]: each["added"] for each in told["balances"]} == {
        "赵明远": 1,
        "钱思齐": 1,
        "孙文博": 1,
        "李雨桐": 2,
    }
    assert all(
        each["over"] == pytest.approx(each["added"] - each["due"]) for each in told["balances"]
    )


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "zh",
            ("缺人的岗位（3）", "钱思齐", "应排岗次 3，缺人 3", "要排 6 人次，排上 5，仍缺 1。"),
        ),
        (
            "en",
            ("Posts that lack people（3）", "3 lacking people", "5 of 6 places filled, 1 still"),
        ),
    ],
)
def test_tables_say_the_same(
    capsys: pytest.CaptureFixture[str], lang: str, said: tuple[str, ...]
) -> None:
    print_roster(review(BOOK), drafted(task_of(BOOK)), found(lang))

    out = capsys.readouterr().out
    assert [each for each in said if each not in out] == []
    assert "Draft" in out or "排班草稿（5）" in out


def test_an_empty_table_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    print_roster(review(BOOK), None, found())

    out = capsys.readouterr().out
    assert "未登记离开" not in out
    assert "草稿" not in out
