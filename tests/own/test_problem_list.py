"""问题清单 in the workbook: every problem, and what a later check finds again."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from tests.told import AS_OF, problem, result

from houqin.own.layout import HEADING_ROW, MORE_ROW
from houqin.own.problem_list import PROBLEMS, problem_rows, summary_lines
from houqin.problems import Both, Fault, Place, Severity, Skipped, State, Tidied
from houqin.sections import Value
from houqin.states import LIST, USERS, accepted_in, of_problems, since
from houqin.tables.grid import Grid

HEADINGS = PROBLEMS.headings("zh")
HANDLED = {"处理": "接受", "理由": "已补单", "经手人": "王主任"}


def by_heading(rows: tuple[tuple[Value, ...], ...]) -> list[dict[str, Value]]:
    return [dict(zip(HEADINGS, row, strict=True)) for row in rows]


def grid_of(rows: list[dict[str, Any]]) -> Grid:
    """Draw the sheet as it stands in the workbook, its first four rows included."""
    above: list[list[Any]] = [["问题清单"], ["说明"], ["✘ 错误 1"], []]
    assert (len(above), len(above) + 1) == (MORE_ROW, HEADING_ROW)
    return Grid("问题清单", [*above, list(HEADINGS), *([*row.values()] for row in rows)])


def test_a_problem_is_listed_under_the_headings_of_the_list() -> None:
    (row,) = by_heading(problem_rows(result(problem())))

    assert row == {
        "序号": 1,
        "状态": "未改",
        "级别": "错误",
        "工作表": "领用",
        "单元格": "G118",
        "栏目": "数量",
        "行标识": "LY-0117",
        "现在的内容": "40",
        "问题": "数量 40 太多",
        "怎么改": "请改为 30",
        "相关单元格": "入库!A2、入库!A3",
        "代码": "TST-01",
        "处理": None,
        "理由": None,
        "经手人": None,
        "有效至": None,
    }


def test_the_headings_are_those_of_the_list_in_both_languages() -> None:
    columns = (*LIST, *USERS)

    assert PROBLEMS.headings("zh")[1:] == tuple(each.zh for each in columns)
    assert PROBLEMS.headings("en")[1:] == tuple(each.en for each in columns)
    assert [column.heading.zh for column in PROBLEMS.columns if column.typed] == [
        each.zh for each in USERS
    ]


@pytest.mark.parametrize(
    "until",
    [None, date(2020, 6, 30), datetime(2020, 6, 30), "2020-06-30", "2020年6月30日"],  # noqa: DTZ001 - as a cell holds it
)
def test_what_the_user_accepts_is_found_again_however_the_day_is_typed(until: object) -> None:
    found = problem()
    (row,) = by_heading(problem_rows(result(found)))

    accepted = accepted_in(grid_of([row | HANDLED | {"有效至": until}]), AS_OF)

    assert accepted == frozenset(of_problems([found]))


def test_what_was_mended_stands_at_the_end_without_a_number_and_is_no_problem_any_more() -> None:
    before = {
        "code": "TST-09", "severity": "error", "state": "open", "sheet": "领用", "cell": None,
        "row": 7, "heading": "数量", "key": "LY-7", "value": "8", "message": "领用!B7：错了，请改正。",
        "fix": "请改正", "related": ["入库!A2"],
    }  # fmt: skip
    _, mended = since([], {"problems": [before]})

    first, last = by_heading(problem_rows(result(problem()), mended))

    assert first["序号"] == 1
    assert last == {
        "序号": None,
        "状态": "已改好",
        "级别": "错误",
        "工作表": "领用",
        "单元格": "7",
        "栏目": "数量",
        "行标识": "LY-7",
        "现在的内容": "8",
        "问题": "领用!B7：错了，请改正。",
        "怎么改": "请改正",
        "相关单元格": "入库!A2",
        "代码": "TST-09",
        "处理": None,
        "理由": None,
        "经手人": None,
        "有效至": None,
    }
    assert accepted_in(grid_of([last | HANDLED]), AS_OF) == frozenset()


def test_what_was_mended_may_be_told_by_the_list_itself() -> None:
    told = {each.field: f"{each.field}!" for each in LIST}

    ((_, *cells, _, _, _, _),) = problem_rows(result(), [told])

    assert cells == ["已改好", *(f"{each.field}!" for each in LIST[1:])]


def test_a_private_problem_shows_neither_key_nor_value() -> None:
    (row,) = by_heading(problem_rows(result(problem(private=True))))

    assert (row["行标识"], row["现在的内容"]) == (None, None)
    assert "40" not in str(row["问题"])


@pytest.mark.parametrize(("cell", "shown"), [("领用!118", "118"), ("领用", None)])
def test_a_problem_of_a_row_or_of_a_sheet_names_what_it_can(cell: str, shown: str | None) -> None:
    (row,) = by_heading(problem_rows(result(problem(cell))))

    assert row["单元格"] == shown


def test_states_and_severities_are_told_in_words() -> None:
    problems = [
        problem(severity=severity, state=state)
        for severity, state in zip(Severity, (State.NEW, State.OPEN, State.ACCEPTED), strict=True)
    ]

    rows = by_heading(problem_rows(result(*problems)))

    assert [(row["级别"], row["状态"]) for row in rows] == [
        ("错误", "新"),
        ("提醒", "未改"),
        ("说明", "已接受"),
    ]


def test_the_first_lines_say_what_was_read_what_came_of_it_and_what_was_left_out() -> None:
    lacks = Both("缺工作表“维修”", "no sheet 维修")
    tidied = Tidied(Place("领用", 9, "G"), "１２个", 12)
    found = replace(
        result(problem(), problem(), tidied=(tidied,)),
        skipped=(Skipped("REP-01", lacks), Skipped("REP-02", lacks)),
    )

    assert summary_lines(found) == (
        "期间 2020-05-01 至 2020-06-30　统计日期 2020-06-30　读了 2 张表 4 行，判断了 7 条规则。",
        "✘ 错误 2，提醒 0，说明 0，已接受 0。",
        "没有判断的规则 2 条（缺工作表“维修” 2）。有 1 个单元格的写法已自动读懂，原表没有改动。",
    )


def test_where_there_is_no_problem_the_sentence_says_so() -> None:
    _, verdict, more = summary_lines(result())

    assert (verdict, more) == ("✔ 没有发现问题。", "")


@pytest.mark.parametrize(
    ("severity", "state", "sign"),
    [
        (Severity.ERROR, State.OPEN, "✘"),
        (Severity.WARNING, State.OPEN, "？"),
        (Severity.NOTE, State.OPEN, "✔"),
        (Severity.ERROR, State.ACCEPTED, "✔"),
    ],
)
def test_the_sign_is_that_of_the_worst_open_problem(
    severity: Severity, state: State, sign: str
) -> None:
    _, verdict, _ = summary_lines(result(problem(severity=severity, state=state)))

    assert verdict.startswith(f"{sign} ")


def test_a_fault_is_never_hidden() -> None:
    _, verdict, more = summary_lines(replace(result(), faults=(Fault("STK-07", "KeyError"),)))

    assert verdict == "✘ 检查没有做完：有规则出了故障。"
    assert more == "故障 STK-07：KeyError（这是 houqin 的毛病，不是表里的错）。"


def test_in_english_the_lines_are_english() -> None:
    note, verdict, _ = summary_lines(result(problem(), lang="en"))

    assert note.endswith("Sheets read: 2, rows: 4; rules judged: 7.")
    assert verdict == "✘ Errors 1, warnings 0, notes 0, accepted 0."
    assert problem_rows(result(problem(), lang="en"))[0][1:3] == ("open", "error")
