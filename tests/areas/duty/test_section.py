"""The duty's part of the summary, reckoned by hand."""

from decimal import Decimal

import pytest
from tests.areas.drawn import book_of

from houqin.areas.duty.section import SENTENCES, section
from houqin.sections import Figure, Light, Section

DRAWN = """
| 参数   | 代码       | 参数         | 值         | 来源 |
|      2 | term.start | 学期开始日期 | 2020-06-01 | 校历 |
|      3 | term.end   | 学期结束日期 | 2020-07-10 | 校历 |
| 校区   | 校区 |
|      2 | 本部 |
|      3 | 东园 |
| 人员   | 姓名 | 校区 |
|      2 | 张三 | 本部 |
|      3 | 李四 | 本部 |
|      4 | 王五 | 东园 |
| 请假   | 姓名 | 开始       | 结束       |
|      2 | 张三 | 2020-06-02 | 2020-06-02 |
| 岗位   | 校区 | 岗位   | 时段        | 人数 | 停用日期   |
|      2 | 本部 | 护学岗 | 07:20-07:50 | 2    | 2020-06-03 |
|      3 | 东园 | 护学岗 | 07:20-07:50 | 1    | 2020-06-03 |
| 值班表 | 日期       | 校区 | 岗位   | 时段        | 值班人员   | 替岗 | 签到 |
|      2 | 2020-06-01 | 本部 | 护学岗 | 07:20-07:50 | 张三、李四 |      | 张三 |
|      3 | 2020-06-02 | 本部 | 护学岗 | 07:20-07:50 | 张三、李四 |      | 李四 |
|      4 | 2020-06-03 | 本部 | 护学岗 | 07:20-07:50 | 李四、张三 |      |      |
|      5 | 2020-06-01 | 东园 | 护学岗 | 07:20-07:50 | 王五       |      | 未到 |
|      6 | 2020-06-02 | 东园 | 护学岗 | 07:20-07:50 | 王五       | 李四 | 李四 |
| 来访登记 | 日期       | 来访时间 | 离开时间 | 校区 | 来访人 | 被访人 | 事由 |
|        2 | 2020-06-01 | 09:00    | 09:30    | 本部 | 甲某   | 张三   | 送货 |
|        3 | 2020-06-02 | 09:00    |          | 东园 | 乙某   | 王五   | 送货 |
|        4 | 2020-06-04 | 09:00    |          | 东园 | 乙某   | 王五   | 送货 |
"""


@pytest.fixture(scope="module")
def found() -> Section:
    drawn = section(book_of(DRAWN, "2020-06-04"))
    assert drawn is not None
    return drawn


def figure(found: Section, key: str) -> Figure:
    return next(each for each in found.figures if each.key == key)


# The roster: 7 at 本部 of whom 张三 is away once, 2 at 东园, nobody there on 3 June.
@pytest.mark.parametrize(
    ("key", "total", "main", "east"),
    [
        ("duty.turns", 8, 6, 2),
        ("duty.substituted", 1, 0, 1),
        ("duty.signed_rate", Decimal(3) / 5, Decimal(2) / 3, Decimal(1) / 2),
        ("duty.filled_rate", Decimal(4) / 6, Decimal(2) / 3, Decimal(2) / 3),
        ("duty.gaps", 2, 1, 1),
        ("visitors.visits", 3, 1, 2),
        ("visitors.not_signed_out", 1, 0, 1),
    ],
)
def test_figures_by_hand(
    found: Section, key: str, total: object, main: object, east: object
) -> None:
    told = figure(found, key)

    assert (told.total, told.by_campus) == (total, {"本部": main, "东园": east})


def test_rates_are_held_against_their_targets(found: Section) -> None:
    lights = {each.key: each.light for each in found.figures if each.target is not None}

    assert lights == {
        "duty.signed_rate": Light.RED,
        "duty.filled_rate": Light.RED,
        "duty.furthest": Light.GREEN,
    }


def test_the_table_of_gaps_names_each_post_that_lacked_people(found: Section) -> None:
    table = next(each for each in found.tables if each.key == "duty_gaps")

    assert [(str(row[0]), *row[1:]) for row in table.rows] == [
        ("2020-06-03", "东园", "护学岗", "07:20-07:50", 1, 0),
        ("2020-06-02", "本部", "护学岗", "07:20-07:50", 2, 1),
    ]


def test_a_roster_signed_on_paper_has_no_rate_of_signatures() -> None:
    bare = DRAWN.replace("| 签到 |", "| 备注 |")
    told = section(book_of(bare, "2020-06-04"))

    assert told is not None
    assert "duty.signed_rate" not in {each.key for each in told.figures}


def test_what_lacks_a_sheet_or_a_column_is_said_and_the_rest_told() -> None:
    visitors = DRAWN[DRAWN.index("| 来访登记") :]
    told = section(book_of(visitors, "2020-06-04"))

    assert told is not None
    assert [each.key for each in told.figures] == ["visitors.visits", "visitors.not_signed_out"]
    assert [note.zh for note in told.notes] == ["没有工作表 岗位、值班表"]
    assert section(book_of("| 人员 | 姓名 |\n| 2 | 张三 |\n")) is None


def test_nobody_is_named_in_what_is_mailed(found: Section) -> None:
    said = str([(table.rows, table.headings) for table in found.tables]) + str(found.figures)

    assert [name for name in ("张三", "李四", "王五", "甲某", "乙某") if name in said] == []


def test_sentences_tell_figures_of_the_section_only(found: Section) -> None:
    keys = {each.key for each in found.figures}

    assert {each.when for each in SENTENCES if each.when} <= keys
