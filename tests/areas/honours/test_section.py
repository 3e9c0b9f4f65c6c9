"""The part of activities and honours in the summary, counted by hand."""

from collections import Counter

from tests.areas.drawn import book_of

from houqin.areas.honours.section import section
from houqin.master.demo.honours import HONOURS
from houqin.sections import Section

DRAWN = """
| 校区 | 校区 |
| 2    | 本部 |
| 3    | 东园 |

| 活动荣誉 | 日期       | 类别 | 名称       | 校区 | 人员       | 级别 | 结果     |
| 2        | 2020-06-24 | 荣誉 | 先进集体   |      |            | 区级 | 先进集体 |
| 3        | 2020-05-29 | 荣誉 | 书信大赛   | 本部 | 李安、赵宁 | 市级 | 一等奖   |
| 4        | 2020-05-15 | 活动 | 书信大赛   | 东园 | 李安       | 市级 |          |
| 5        | 2020-04-24 | 宣教 | 防疫宣讲   | 本部 |            |      |          |
| 6        | 2020-07-02 | 活动 | 知识竞赛   | 本部 | 李安       | 校级 |          |
"""


def part(period: str = "") -> Section:
    found = section(book_of(DRAWN, period=period or "2020-02-10..2020-06-30"))
    assert found is not None
    return found


def test_activities_and_honours_are_counted_at_each_campus_and_in_all() -> None:
    figures = {each.key: (each.total, dict(each.by_campus)) for each in part().figures}

    assert figures == {
        "honours.activities": (1, {"本部": 0, "东园": 1}),
        "honours.talks": (1, {"本部": 1, "东园": 0}),
        "honours.honours": (2, {"本部": 1, "东园": 0}),
        "honours.people": (3, {"本部": 2, "东园": 1}),
    }


def test_levels_and_kinds_stand_in_the_order_of_their_lists() -> None:
    levels = part().tables[0]

    assert [each.zh for each in levels.headings] == ["级别", "活动", "宣教", "荣誉", "合计"]
    assert levels.rows == (
        ("市级", 1, 0, 1, 2),
        ("区级", 0, 0, 1, 1),
        ("未写级别", 0, 1, 0, 1),
    )


def test_the_list_goes_by_day_and_names_nobody() -> None:
    rows = part("2020-05").tables[1].rows

    assert [row[2] for row in rows] == ["书信大赛", "书信大赛"]
    assert [row[1] for row in rows] == ["活动", "荣誉"]
    assert "李安" not in repr(part())


def test_the_demo_has_something_of_every_kind() -> None:
    assert Counter(each[1] for each in HONOURS) == {"宣教": 6, "活动": 3, "荣誉": 4}
