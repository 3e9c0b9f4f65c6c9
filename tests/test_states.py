"""The life of a problem: told again, new, mended, accepted."""

from datetime import date
from typing import Any

import pytest

from houqin.problems import Both, Hit, Place, Problem, Severity, State, Words
from houqin.states import accepted_in, since, with_states
from houqin.tables.grid import Grid

WORDS = {"zh": Words("错了", "请改正"), "en": Words("wrong", "correct it")}
AS_OF = date(2020, 6, 30)


def problem(row: int, key: str = "LY-1", value: str = "40", code: str = "STK-07") -> Problem:
    hit = Hit(Place("领用", row, "G"), heading="数量", key=key, value=value)
    return Problem(code, Severity.ERROR, hit, WORDS, Both("规则", "A rule."))


def entry(
    key: str = "LY-1", value: str = "40", code: str = "STK-07", state: str = "open"
) -> dict[str, Any]:
    return {
        "code": code,
        "sheet": "领用",
        "key": key,
        "heading": "数量",
        "value": value,
        "state": state,
    }


def test_a_problem_whose_row_moved_is_still_the_same() -> None:
    marked, mended = since([problem(row=99)], {"problems": [entry()]})

    assert [each.state for each in marked] == [State.OPEN]
    assert mended == []


def test_what_was_not_there_is_new_and_what_is_gone_is_mended() -> None:
    marked, mended = since([problem(5, key="LY-2")], {"problems": [entry()]})

    assert [each.state for each in marked] == [State.NEW]
    assert [(each["key"], each["state"]) for each in mended] == [("LY-1", "mended")]


def test_a_mended_problem_is_told_once_only() -> None:
    _, mended = since([], {"problems": [entry(state="mended")]})

    assert mended == []


def test_two_rows_of_one_key_are_told_apart_by_their_order() -> None:
    marked, mended = since([problem(5), problem(6)], {"problems": [entry()]})

    assert [each.state for each in marked] == [State.OPEN, State.NEW]
    assert mended == []


HEADINGS = [
    "状态",
    "级别",
    "工作表",
    "单元格",
    "栏目",
    "行标识",
    "现在的内容",
    "代码",
    "处理",
    "理由",
    "经手人",
    "有效至",
]


def problem_list(
    handling: str, reason: str, by: str, until: object = None, value: str = "40"
) -> Grid:
    row = [
        "未改",
        "错误",
        "领用",
        "G5",
        "数量",
        "LY-1",
        value,
        "STK-07",
        handling,
        reason,
        by,
        until,
    ]
    return Grid("问题清单", [["问题清单"], [], HEADINGS, row])  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("grid", "state"),
    [
        (problem_list("接受", "已补单", "王主任"), State.ACCEPTED),
        (problem_list("接受", "", "王主任"), State.OPEN),
        (problem_list("接受", "已补单", ""), State.OPEN),
        (problem_list("待改", "已补单", "王主任"), State.OPEN),
        (problem_list("接受", "已补单", "王主任", date(2020, 6, 30)), State.ACCEPTED),
        (problem_list("接受", "已补单", "王主任", "2020-06-29"), State.OPEN),
        (problem_list("接受", "已补单", "王主任", value="41"), State.OPEN),
        (None, State.OPEN),
    ],
    ids=[
        "accepted",
        "no reason",
        "nobody",
        "to mend",
        "until today",
        "run out",
        "value changed",
        "no list",
    ],
)
def test_accepting_needs_reason_name_and_the_same_value_and_can_run_out(
    grid: Grid | None, state: State
) -> None:
    (found,) = with_states([problem(5)], accepted_in(grid, AS_OF))

    assert found.state is state
