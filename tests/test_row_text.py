"""The text of a row's problems, in which the marks of a workbook look for a heading."""

import pytest
from tests.told import problem

from houqin.problems import Problem, Severity
from houqin.row_text import row_text


def heading(of: Problem) -> str:
    return of.hit.heading or ""


def test_each_problem_is_said_after_the_heading_that_its_mark_looks_for() -> None:
    found = [problem(), problem(severity=Severity.WARNING), problem(severity=Severity.NOTE)]

    assert row_text(found, heading, "zh") == (
        "✘【数量】数量 40 太多，请改为 30；？【数量】数量 40 太多，请改为 30；※【数量】数量 40 太多，请改为 30；"
    )
    assert row_text(found[:2], heading, "en") == (
        "✘【数量】40 is too much; write 30. ？【数量】40 is too much; write 30."
    )


@pytest.mark.parametrize("stands", ["数 量＊", "数量\n（只）", "合计"])
def test_the_heading_is_the_one_that_stands_in_the_sheet(stands: str) -> None:
    assert row_text([problem()], lambda _: stands) == f"✘【{stands}】数量 40 太多，请改为 30；"


def test_a_problem_at_no_cell_has_no_heading_and_a_private_one_shows_no_value() -> None:
    assert row_text([problem("领用!118")], lambda _: "") == "✘数量 40 太多，请改为 30；"
    assert row_text([problem(private=True)], heading) == (
        "✘【数量】没有做到“数量不超过 30”，请核对这个单元格；"
    )


def test_a_row_without_problems_says_nothing() -> None:
    assert row_text([], heading) == ""
