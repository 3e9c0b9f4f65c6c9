"""The rules of inspections, over a whole term in which everything was done."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.areas.safety.clean_term import Line, Sheets, clean_term, drawn

from houqin.hosts.memory import TextHost
from houqin.pipeline import check
from houqin.problems import Problem, Severity
from houqin.result import Options

Mistake = Callable[[Sheets], None]


def problems(sheets: Sheets, as_of: str = "2020-06-30") -> list[Problem]:
    result = check(TextHost(drawn(sheets)), Options(as_of=as_of), date(2026, 1, 1))

    assert result.faults == ()
    return [problem for problem in result.problems if problem.severity is not Severity.NOTE]


def told(sheets: Sheets, as_of: str = "2020-06-30") -> list[str]:
    return [str(problem) for problem in problems(sheets, as_of)]


@pytest.mark.parametrize("as_of", ["2020-02-10", "2020-04-27", "2020-05-15", "2020-07-31"])
def test_a_term_in_which_everything_was_done_has_no_problem(as_of: str) -> None:
    sheets = clean_term(as_of="2020-07-31")
    sheets["检查记录"][1:] = [line for line in sheets["检查记录"][1:] if line[1] <= as_of]
    if as_of < "2020-05-08":
        del sheets["隐患台账"]

    assert told(sheets, as_of) == []


def line_of(sheets: Sheets, kind: str, day: str, campus: str = "本部") -> Line:
    """Return the one inspection of a kind on a day at a campus."""
    found = [each for each in sheets["检查记录"] if each[1:4] == [day, kind, campus]]
    assert len(found) == 1
    return found[0]


def remove(kind: str, day: str, campus: str = "本部") -> Mistake:
    return lambda sheets: sheets["检查记录"].remove(line_of(sheets, kind, day, campus))


def write(column: int, value: str, kind: str = "日巡视", day: str = "2020-05-12") -> Mistake:
    def mistake(sheets: Sheets) -> None:
        line_of(sheets, kind, day)[column] = value

    return mistake


def no_monthly_check_of_food(sheets: Sheets) -> None:
    lines = sheets["检查记录"]
    lines[:] = [line for line in lines if line[1:6:2] != ["2020-05-31", "东园", "食品安全"]]


def hazard_cell(column: int, value: str) -> Mistake:
    def mistake(sheets: Sheets) -> None:
        sheets["隐患台账"][1][column] = value

    return mistake


# 2020-05-12 is the ninth school day at 本部: 27 to 30 April, 6 to 9 (make-up Saturday) and
# 11 May come first; the patrols of 本部 begin in row 2, so its patrol stands in row 11.
MISTAKES = [
    ("a patrol is missing", remove("日巡视", "2020-05-12"), ["检查标准!D2 INS-17"]),
    ("no disinfection in a week", remove("消杀", "2020-05-17"), ["检查标准!E4 INS-19"]),
    ("no monthly check of an area", no_monthly_check_of_food, ["检查标准!D3 INS-18"]),
    ("a date that cannot be read", write(1, "五月"), ["检查记录!B11 CEL-06"]),
    ("a date in the next year", write(1, "2021-05-12"), ["检查记录!B11 INS-02"]),
    ("a campus that nobody knows", write(3, "西园"), ["检查记录!D11 CEL-14"]),
    ("a kind that nobody knows", write(2, "溜达"), ["检查记录!C11 CEL-14"]),
    ("no supervisor", write(11, ""), ["检查记录!L11 INS-04"]),
    ("the supervisor inspected alone", write(10, "王五"), ["检查记录!L11 INS-05"]),
    ("an inspector whom nobody knows", write(10, "赵六"), ["检查记录!K11 INS-14"]),
    ("not in order, no defect", write(7, "不正常"), ["检查记录!I11 INS-06"]),
    ("a defect, all in order", write(8, "灯不亮"), ["检查记录!I11 INS-07"]),
    ("a hazard that does not exist", write(9, "YH-999"), ["检查记录!J11 INS-09"]),
    ("the hazard's number is lost", write(9, "", day="2020-05-07"), ["检查记录!J7 INS-11"]),
    ("the hazard's number is a slip", write(9, "YH-01", day="2020-05-07"), ["检查记录!J7 INS-09"]),
    ("the hazard was elsewhere", hazard_cell(2, "东园"), ["检查记录!J7 INS-10"]),
    ("the hazard was found before", hazard_cell(1, "2020-05-06"), ["检查记录!J7 INS-10"]),
    ("the inspection's number is lost", hazard_cell(11, ""), ["隐患台账!L2 INS-13"]),
    ("the inspection's number is a slip", hazard_cell(11, "JC-006"), ["隐患台账!L2 INS-12"]),
    ("the hazard names another inspection", hazard_cell(11, "JC-0009"), ["隐患台账!L2 INS-13"]),
]


@pytest.mark.parametrize(
    ("mistake", "expected"), [each[1:] for each in MISTAKES], ids=[each[0] for each in MISTAKES]
)
def test_one_mistake_in_a_clean_term_is_one_problem(mistake: Mistake, expected: list[str]) -> None:
    sheets = clean_term()
    mistake(sheets)

    assert told(sheets) == expected


def test_what_is_missing_at_one_cell_is_told_apart_by_day_and_campus() -> None:
    sheets = clean_term()
    remove("日巡视", "2020-05-12")(sheets)
    remove("日巡视", "2020-05-13")(sheets)
    remove("日巡视", "2020-05-13", "东园")(sheets)

    assert [(f"{each.place}", each.hit.key) for each in problems(sheets)] == [
        ("检查标准!D2", "BZ-01 本部 2020-05-12"),
        ("检查标准!D2", "BZ-01 本部 2020-05-13"),
        ("检查标准!D2", "BZ-01 东园 2020-05-13"),
    ]
