"""Rosters as schools draw them, days by posts, are read as lists without losing a cell."""

from datetime import date

import pytest

from houqin.areas import MODELS
from houqin.areas.duty.rows import Duty
from houqin.hosts.memory import TextHost
from houqin.pipeline import check
from houqin.result import Options
from houqin.rows import Rows
from houqin.tables.grid import Grid
from houqin.tables.unfolding import unfold

LAYOUTS = [model.layout() for model in MODELS]
SCHOOL = """
| 参数 | 代码       | 参数         | 值         | 来源 |
|    2 | term.start | 学期开始日期 | 2020-06-01 | 校历 |
|    3 | term.end   | 学期结束日期 | 2020-06-12 | 校历 |
| 校区 | 校区 |
|    2 | 本部 |
|    3 | 东园 |
| 校历 | 日期       | 类型 |
|    2 | 2020-06-08 | 休息 |
"""
Read = tuple[str, ...]  # cell, date, campus, post, slot, people


def rows_of(drawn: str) -> Rows[Duty]:
    result = check(TextHost(SCHOOL + drawn), Options(as_of="2020-06-12"), date(2026, 1, 1))

    assert result.faults == ()
    return result.book[Duty]


def read(drawn: str) -> list[Read]:
    rows = rows_of(drawn)
    columns = [rows.column_or_blank(name) for name in ("date", "campus", "post", "slot")]
    return [
        (
            str(rows.place(index, "people").cell),
            *(str(column[index] or "") for column in columns),
            "、".join(rows.column("people")[index] or ()),
        )
        for index in range(len(rows))
    ]


POST = ("本部", "北门", "07:20-07:50")
OTHER = ("本部", "西门", "07:30-08:00")
FORMS = {
    "dates by posts, times in the headings": """
| 值班表 | 本部值班安排表 | <                 | <             | <    |
|      2 | 日期           | 北门（7:20-7:50） | 西门7:30-8:00 | 备注 |
|      3 | 2020-06-01     | 张三              | 李四          | 好   |
|      4 | 2020-06-02     |                   | 王五          |      |
""",
    "dates by posts, times below the headings": """
| 值班表 | 日期       | 校区 | 北门      | 西门      |
|      2 |            |      | 7:20-7:50 | 7:30-8:00 |
|      3 | 2020-06-01 | 本部 | 张三      | 李四      |
|      4 | 2020-06-02 | 本部 | /         | 王五      |
""",
    "posts by days, dates below the weekdays": """
| Sheet1 | 本部值日表 | <         | <          | <          | <          |
|      2 | 岗位       | 时间      | 周一       | 周二       | 周三       |
|      3 |            |           | 2020-06-01 | 2020-06-02 | 2020-06-03 |
|      4 | 北门       | 7:20-7:50 | 张三       |            |            |
|      5 | 西门       | 7:30-8:00 | 李四       | 王五       |            |
|      7 | 岗位       | 地点      |
|      8 | 北门       | 路口      |
""",
}
CELLS = {
    "dates by posts, times in the headings": ("B3", "C3", "C4"),
    "dates by posts, times below the headings": ("C2", "D2", "D3"),
    "posts by days, dates below the weekdays": ("C4", "C5", "D5"),
}


@pytest.mark.parametrize("form", [form for form in FORMS if form.startswith(("dates", "posts"))])
def test_each_cell_with_names_is_a_row_at_its_own_place(form: str) -> None:
    found = {(day, where, post, slot, who) for _, day, where, post, slot, who in read(FORMS[form])}

    assert found == {
        ("2020-06-01", *POST, "张三"),
        ("2020-06-01", *OTHER, "李四"),
        ("2020-06-02", *OTHER, "王五"),
    }


def test_a_row_stands_where_its_names_stand_and_each_field_where_it_is_said() -> None:
    rows = rows_of(FORMS["dates by posts, times in the headings"])
    fields = ("date", "campus", "post", "slot", "people")

    assert [[str(rows.place(index, field).cell) for field in fields] for index in range(3)] == [
        ["A3", "A1", "B2", "B2", "B3"],
        ["A3", "A1", "C2", "C2", "C3"],
        ["A4", "A1", "C2", "C2", "C4"],
    ]
    assert [rows.row_number(index) for index in range(3)] == [3, 3, 4]


def test_what_holds_for_a_weekday_holds_for_each_such_day_of_lessons() -> None:
    drawn = """
| 值班表 | 星期   | 北门7:20-7:50 | 带班领导 |
|      2 | 周一   | 张三          | 钱一     |
|      3 | 星期二 | 李四          | 钱二     |
"""

    assert [(cell, day, who) for cell, day, *_, who in read(drawn)] == [
        ("B2", "2020-06-01", "张三"),
        ("B3", "2020-06-02", "李四"),
        ("B3", "2020-06-09", "李四"),
    ]
    assert rows_of(drawn).column("leader") == ("钱一", "钱二", "钱二")


def test_a_roster_of_seven_days_holds_on_days_off_too() -> None:
    drawn = """
| 值班表 | 星期 | 门卫19:00-07:00 |
|      2 | 周一 | 张三            |
|      3 | 周六 | 李四            |
"""

    assert [day for _, day, *_ in read(drawn)] == ["2020-06-01", "2020-06-08", "2020-06-06"]


def test_a_day_over_two_rows_is_that_of_both_and_one_that_nobody_can_read_is_told() -> None:
    drawn = """
| 值班表 | 日期       | 北门7:20-7:50 | 西门7:30-8:00 |
|      2 | 2020-06-01 | 张三          | 李四          |
|      3 | ^          | 王五          | 赵六          |
|      4 | 6.2        | 周七          | 吴八          |
"""
    result = check(TextHost(SCHOOL + drawn), Options(as_of="2020-06-12"), date(2026, 1, 1))

    assert [(cell, day) for cell, day, *_ in read(drawn)] == [
        ("B2", "2020-06-01"),
        ("C2", "2020-06-01"),
        ("B3", "2020-06-01"),
        ("C3", "2020-06-01"),
        ("B4", ""),
        ("C4", ""),
    ]
    told = [str(problem) for problem in result.problems if problem.place.row == 4]
    assert told == ["值班表!A4 CEL-06"]


def test_a_list_and_a_sheet_that_names_no_roster_stay_as_they_are() -> None:
    listed = Grid(
        "值班表",
        (
            ("日期", "校区", "岗位", "时段", "值班人员"),
            ("2020-06-01", "本部", "北门", "7:20-7:50", "张三"),
        ),
    )
    crossed = (("日期", "北门", "西门"), ("2020-06-01", "张三", "李四"))

    assert unfold(listed, LAYOUTS) is listed
    assert unfold(found := Grid("工资", crossed), LAYOUTS) is found
    assert unfold(Grid("值班", crossed), LAYOUTS).origins[2, 1] == (2, 1)
