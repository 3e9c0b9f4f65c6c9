"""The check of a roster: what is needed, who is there, and who could fill a gap."""

from datetime import date

import pytest
from tests.areas.drawn import book_of

from houqin.areas.duty.candidates import Candidate
from houqin.areas.duty.coverage import PostDay, check_roster
from houqin.book import Book

DRAWN = """
| 校区   | 校区 | 路程分钟 |
|      2 | 本部 |          |
|      3 | 东园 | 25       |
| 人员   | 姓名 | 校区 | 职务 | 值班比例 |
|      2 | 张三 | 本部 | 保安 |          |
|      3 | 李四 | 本部 | 保安 |          |
|      4 | 王五 | 本部 | 保安 |          |
|      5 | 赵六 | 本部 | 教师 |          |
|      6 | 周七 | 东园 | 保安 |          |
|      7 | 吴八 | 本部 | 保安 | 0        |
|      8 | 郑九 | 本部 | 保安 |          |
| 请假   | 姓名 | 开始       | 结束       |
|      2 | 张三 | 2020-06-02 | 2020-06-02 |
| 岗位   | 校区 | 岗位 | 时段        | 人数 | 资格 | 适用日 |
|      2 | 本部 | 门卫 | 07:00-19:00 | 2    | 保安 | 每天   |
|      3 | 东园 | 门卫 | 08:00-09:00 | 1    | 保安 | 每天   |
| 值班表 | 日期       | 校区 | 岗位 | 时段        | 值班人员   | 替岗 |
|      2 | 2020-06-01 | 本部 | 门卫 | 07:00-19:00 | 王五、郑九 |      |
|      3 | 2020-06-01 | 东园 | 门卫 | 08:00-09:00 | 周七       |      |
|      4 | 2020-06-02 | 本部 | 门卫 | 07:00-19:00 | 张三、王五 |      |
|      5 | 2020-06-02 | 东园 | 门卫 | 08:00-09:00 | 周七       |      |
"""


def day_of(book: Book, day: int, campus: str = "本部") -> PostDay:
    found = check_roster(book, best=9).posts
    return next(each for each in found if (each.day.day, each.campus) == (day, campus))


def shown(candidate: Candidate) -> tuple[str, list[str]]:
    return candidate.name, [each.zh for each in candidate.objections]


def test_whoever_is_on_leave_is_not_there_and_the_rest_is_ranked_with_reasons() -> None:
    post = day_of(book_of(DRAWN, "2020-06-02"), 2)

    assert (post.needed, post.there, post.gap) == (2, ("王五",), 1)
    assert str(post.place) == "值班表!E4"
    assert [shown(each) for each in post.candidates] == [
        ("李四", []),  # none of 1.0
        ("郑九", []),  # one of 1.0
        ("张三", ["正在请假"]),
        ("赵六", ["职务不是保安"]),
        ("周七", ["平时在东园", "同时在门卫值班"]),
    ]
    reasons = [each.zh for each in post.candidates[0].reasons]
    assert reasons == ["有资格", "就在本校区", "已排 0 次，应值 1.0 次"]


def test_a_substitute_fills_the_gap() -> None:
    filled = DRAWN.replace("张三、王五 |      |", "张三、王五 | 李四 |")
    post = day_of(book_of(filled, "2020-06-02"), 2)

    assert (post.there, post.gap, post.candidates) == (("王五", "李四"), 0, ())


def test_a_post_without_a_row_stands_at_the_plan() -> None:
    missing = DRAWN.replace("|      5 | 2020-06-02", "|      5 | 2020-06-03")
    post = day_of(book_of(missing, "2020-06-03"), 2, "东园")

    assert (str(post.place), post.there, post.gap) == ("岗位!B3", (), 1)
    assert [each.name for each in post.candidates if each.is_free] == ["周七"]


def test_a_row_that_cannot_be_read_makes_no_gap() -> None:
    unread = DRAWN.replace("|      5 | 2020-06-02", "|      5 | 6.2       ")
    found = check_roster(book_of(unread, "2020-06-02"))

    assert [(each.day, each.campus) for each in found.gaps] == [(date(2020, 6, 2), "本部")]


@pytest.mark.parametrize(
    ("roster", "objection"),
    [
        (
            "2020-06-02 | 东园 | 门卫 | 06:00-06:40",
            "与06-02 06:00的门卫只隔 20 分钟，路上要 25 分钟",
        ),
        ("2020-06-01 | 本部 | 夜班 | 22:00-03:00", "与06-01 22:00的夜班只隔 4.0 小时"),
        ("2020-06-02 | 本部 | 食堂 | 11:00-12:00", "同时在食堂值班"),
    ],
)
def test_what_else_somebody_has_to_do_speaks_against_them(roster: str, objection: str) -> None:
    book = book_of(f"{DRAWN}|      6 | {roster} | 李四 | |\n", "2020-06-02")
    found = {each.name: each for each in day_of(book, 2).candidates}

    assert [each.zh for each in found["李四"].objections] == [objection]
    assert not found["李四"].is_free
    assert found["郑九"].is_free
