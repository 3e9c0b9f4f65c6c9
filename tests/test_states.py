"""The life of a problem: told again, new, mended, accepted."""

import re
from dataclasses import replace
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


def test_of_two_alike_the_one_that_is_gone_is_the_last() -> None:
    marked, mended = since([problem(5)], {"problems": [entry(), {**entry(), "row": 6}]})

    assert [each.state for each in marked] == [State.OPEN]
    assert mended == [{**entry(state="mended"), "row": 6}]


@pytest.mark.parametrize(
    "other",
    [
        {"code": "STK-08"},
        {"sheet": "入库"},
        {"key": "LY-2"},
        {"heading": "单位"},
        {"value": "41"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_a_problem_is_another_where_code_sheet_row_heading_or_value_differ(
    other: dict[str, str],
) -> None:
    marked, mended = since([problem(5)], {"problems": [entry() | other]})

    assert [each.state for each in marked] == [State.NEW]
    assert mended == [entry(state="mended") | other]


def test_a_problem_of_a_whole_sheet_is_the_same_next_time() -> None:
    of_sheet = replace(problem(5), hit=Hit(Place("领用")))
    nothing = {"key": None, "heading": None, "value": None}

    marked, mended = since([of_sheet], {"problems": [entry() | nothing]})

    assert ([each.state for each in marked], mended) == ([State.OPEN], [])


def test_a_private_problem_is_the_same_though_its_key_and_value_are_told_nowhere() -> None:
    hidden = replace(problem(5), hit=replace(problem(5).hit, private=True))

    marked, mended = since([hidden], {"problems": [entry() | {"key": None, "value": None}]})

    assert ([each.state for each in marked], mended) == ([State.OPEN], [])


def test_an_accepted_problem_stays_accepted_and_is_never_new() -> None:
    accepted = replace(problem(5), state=State.ACCEPTED)

    for before in ([], [entry()], [entry(state="accepted")]):
        marked, mended = since([accepted], {"problems": before})

        assert ([each.state for each in marked], mended) == ([State.ACCEPTED], [])


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
        (problem_list("接受", "已补单", "王主任", "下个月"), State.OPEN),
        (problem_list("accept", "entered", "王主任"), State.ACCEPTED),
        (problem_list("接受", " ", "王主任"), State.OPEN),
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
        "until nobody knows when",
        "in English",
        "a blank for a reason",
        "value changed",
        "no list",
    ],
)
def test_accepting_needs_reason_name_and_the_same_value_and_can_run_out(
    grid: Grid | None, state: State
) -> None:
    (found,) = with_states([problem(5)], accepted_in(grid, AS_OF))

    assert found.state is state


def test_only_the_one_of_two_alike_that_was_accepted_is_accepted() -> None:
    (*above, row) = problem_list("接受", "已补单", "王主任").values
    open_row = [*row[:8], "", "", "", None]

    for rows, states in (
        ([row, open_row], [State.ACCEPTED, State.OPEN]),
        ([open_row, row], [State.OPEN, State.ACCEPTED]),
    ):
        grid = Grid("问题清单", [*above, *rows])

        found = with_states([problem(5), problem(6)], accepted_in(grid, AS_OF))

        assert [each.state for each in found] == states


def test_a_list_in_english_of_other_columns_and_short_rows_is_read_too() -> None:
    heads = ["Code", "Sheet", "Row", "Heading", "What is there", "By", "Reason", " Handling "]
    row: list[Any] = ["STK-07", "领用", "LY-1", "数量", 40, "王主任", "已补单", "Accept"]
    grid = Grid("问题清单", [["Code of conduct"], heads, ["STK-07"], [], row, [1, 2]])

    (found,) = with_states([problem(5)], accepted_in(grid, AS_OF))

    assert found.state is State.ACCEPTED


def test_a_problem_of_a_whole_sheet_is_accepted_on_a_list_that_lacks_what_it_lacks() -> None:
    of_sheet = replace(problem(5), hit=Hit(Place("领用")))
    heads = ["代码", "工作表", "处理", "理由", "经手人", "行标识"]
    grid = Grid("问题清单", [heads, ["STK-07", "领用", "接受", "学校没有", "王主任"]])

    (found,) = with_states([of_sheet], accepted_in(grid, AS_OF))

    assert found.state is State.ACCEPTED


def test_a_list_without_its_headings_accepts_nothing() -> None:
    (*_, row) = problem_list("接受", "已补单", "王主任").values

    assert accepted_in(Grid("问题清单", [["工作表", "处理"], row]), AS_OF) == frozenset()


@pytest.mark.parametrize("before", [[], {}, {"problems": 3}, {"problems": [3]}, None, "x"])
def test_what_is_no_earlier_result_is_refused(before: object) -> None:
    with pytest.raises(ValueError, match=re.escape(str(before))):
        since([problem(5)], before)
