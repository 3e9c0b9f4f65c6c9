"""What a check found, counted; and whether it passed."""

from dataclasses import replace
from datetime import date

import pytest
from tests.told import BOOK, book, problem, result

from houqin.problems import Both, Fault, Severity, Skipped, State
from houqin.result import Result

ERROR, WARNING, NOTE = Severity
FAULT = (Fault("STK-01", "KeyError: 'a'"),)


def test_problems_are_counted_by_severity_and_accepted_ones_apart() -> None:
    found = result(
        problem(),
        problem(state=State.NEW),
        problem(state=State.ACCEPTED),
        problem(severity=WARNING),
        problem(severity=WARNING, state=State.ACCEPTED),
        problem(state=State.MENDED),
    )

    assert found.counts == {"error": 2, "warning": 1, "note": 0, "accepted": 2}


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (result(), 0),
        (replace(result(), skipped=(Skipped("STK-02", Both("", "")),)), 0),
        (result(problem(severity=WARNING), problem(severity=NOTE)), 0),
        (result(problem(state=State.ACCEPTED)), 0),
        (result(problem()), 1),
        (result(problem(), problem()), 1),
        (replace(result(problem()), faults=FAULT), 2),
        (replace(result(), faults=FAULT), 2),
        (replace(result(), sheets=()), 2),
    ],
    ids=[
        "clean",
        "skipped",
        "warnings",
        "accepted",
        "an error",
        "errors",
        "broken",
        "fault",
        "no ledger",
    ],
)
def test_a_check_has_passed_only_where_nothing_stands_to_be_mended(
    found: Result, code: int
) -> None:
    assert found.exit_code == code
    assert found.draft is (code != 0)


def test_the_problems_of_a_row_stand_under_its_number() -> None:
    first, again, row = problem("领用!A2"), problem("领用!C2"), problem("领用!5")
    found = result(first, problem("入库!A2"), again, row, problem("领用"))

    assert found.problems_by_row("领用") == {2: [first, again], 5: [row]}


@pytest.mark.parametrize(
    ("day", "within"),
    [
        (date(2020, 4, 30), False),
        (date(2020, 5, 1), True),
        (date(2020, 6, 30), True),
        (date(2020, 7, 1), False),
        (None, False),
    ],
)
def test_a_period_holds_its_first_and_its_last_day(day: date | None, within: bool) -> None:
    assert (day in BOOK.period) is within


def test_a_book_knows_its_campuses_and_the_group_of_a_value() -> None:
    found = replace(book("本部", "东园"), groups={("检查结果", "不正常"): "异常"})

    assert (found.campuses(), BOOK.campuses()) == (("本部", "东园"), ())
    assert found.group("检查结果", "不正常") == "异常"
    assert found.group("检查结果", "正常") == ""
    assert found.group("检查结果", None) == ""
