"""Rules made for repeated shapes: what they report, at which cell, and what they leave out."""

import pytest
from tests.areas.drawn import book_of

from houqin.areas.makers import known_in, not_before, unique
from houqin.areas.school.rows import ClassRow, PersonRow
from houqin.problems import Problem
from houqin.rules import Rule, run_rules

TITLE = ("一条规则", "A rule.")


def found_by(rule: Rule, drawn: str) -> list[Problem]:
    verdict = run_rules((rule,), book_of(drawn))
    assert verdict.faults == []
    return verdict.problems


def test_unique_reports_every_row_after_the_first_and_names_the_first() -> None:
    people = """
    | 人员 | 工号 | 姓名   | 部门   |
    | 2    | A1   | 张三丰 | 总务处 |
    | 4    | A2   | 张三丰 | 总务处 |
    | 5    | A1   | 李小红 | 总务处 |
    | 9    | A1   | 王明   | 食堂   |
    """

    problems = found_by(unique("X-1", PersonRow, ("number",), TITLE), people)

    assert [str(problem) for problem in problems] == ["人员!A5 X-1", "人员!A9 X-1"]
    assert [list(map(str, problem.hit.related)) for problem in problems] == [["人员!A2"]] * 2
    assert problems[0].what() == "“A1”与第 2 行重复"
    assert problems[0].what("en") == "A1 stands in row 2 already"


@pytest.mark.parametrize(
    ("fields", "rows"),
    [
        pytest.param(("name", "department"), [4, 6], id="blanks in later fields agree"),
        pytest.param(("department", "name"), [4], id="a blank first field takes no part"),
        pytest.param(("name", "phone"), [4, 6], id="a column that is not there counts as blank"),
    ],
)
def test_unique_compares_all_its_fields(fields: tuple[str, ...], rows: list[int]) -> None:
    people = """
    | 人员 | 姓名   | 部门   |
    | 2    | 张三丰 | 总务处 |
    | 3    | 李小红 |        |
    | 4    | 张三丰 | 总务处 |
    | 5    | 王明   | 食堂   |
    | 6    | 李小红 |        |
    """

    problems = found_by(unique("X-1", PersonRow, fields, TITLE), people)

    assert [problem.place.row for problem in problems] == rows


def test_unique_leaves_out_a_row_with_a_cell_that_cannot_be_read() -> None:
    people = """
    | 人员 | 姓名   | 部门   |
    | 2    | 张三丰 | #N/A   |
    | 3    | 张三丰 |        |
    """

    assert found_by(unique("X-1", PersonRow, ("name", "department"), TITLE), people) == []


CLASSES = """
| 班级 | 班级    | 校区 | 班主任   |
| 2    | 一(1)班 | 本部 | 李小虹   |
| 3    | 一(2)班 | 本部 | 欧阳修远 |
| 4    | 一(3)班 | 本部 |          |
| 5    | 一(4)班 | 本部 | 李小红   |
"""
teacher_is_known = known_in("X-2", ClassRow, "teacher", PersonRow, "name", TITLE)


def test_known_in_reports_who_is_not_there_and_asks_about_the_one_like_it() -> None:
    people = CLASSES + "| 人员 | 姓名 | 电话 |\n| 2 | 李小红 | 没有 |\n"

    problems = found_by(teacher_is_known, people)

    assert [str(problem) for problem in problems] == ["班级!C2 X-2", "班级!C3 X-2"]
    assert problems[0].what() == "“李小虹”不在工作表 人员 中"
    assert [problem.hit.values.get("suggest") for problem in problems] == ["李小红", None]


def test_known_in_says_nothing_while_the_other_sheet_is_empty() -> None:
    assert found_by(teacher_is_known, CLASSES + "| 人员 | 姓名 |\n") == []


def test_known_in_looks_at_each_of_several_values() -> None:
    drawn = """
    | 人员 | 姓名   | 职务         |
    | 2    | 张三丰 | 校长、保管员 |
    | 3    | 保管员 |              |
    """
    rule = known_in("X-3", PersonRow, "roles", PersonRow, "name", TITLE)

    assert [problem.what() for problem in found_by(rule, drawn)] == ["“校长”不在工作表 人员 中"]


def test_not_before_reports_the_later_field_and_shows_both_values() -> None:
    people = """
    | 人员 | 姓名   | 到岗日期   | 离岗日期   |
    | 2    | 张三丰 | 2020-03-02 | 2020-03-01 |
    | 3    | 李小红 | 2020-03-01 | 2020-03-01 |
    | 4    | 王明   |            | 2020-03-01 |
    | 5    | 赵敏   | 2020-03-02 |            |
    """

    (problem,) = found_by(not_before("X-4", PersonRow, "left", "joined", TITLE), people)

    assert str(problem) == "人员!C2 X-4"
    assert problem.hit.related == (book_of(people)[PersonRow].place(0, "joined"),)
    assert problem.what() == "离岗日期 2020-03-01 早于到岗日期 2020-03-02"
    assert problem.fix() == "请改正其中一个日期"
