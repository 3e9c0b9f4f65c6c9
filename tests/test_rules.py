"""The runner keeps three outcomes apart: problems, skipped rules and faults."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated

from houqin.book import Book, Period
from houqin.cells.context import Context
from houqin.cells.kinds import Day, Id, Quantity
from houqin.problems import Both, Hit, Severity
from houqin.reading.sheets import ReadSheet, read_sheet
from houqin.rows import Ledger, Rows, SheetRow, heading
from houqin.rules import Rule, Verdict, book_rule, row_rule, run_rules
from houqin.school_calendar import SchoolCalendar
from houqin.settings import Settings
from houqin.tables.finding import find_table
from houqin.tables.grid import Block, Grid


class Loan(SheetRow):
    """Something lent."""

    ledger = Ledger("loans", "借用", "Loans", row_keys=(("number",),))

    number: Annotated[Id, heading("编号")]
    lent: Annotated[Day, heading("借出日期")]
    back: Annotated[Day | None, heading("归还日期")]
    quantity: Annotated[Quantity, heading("数量")]


class Keeper(SheetRow):
    """A ledger that no test draws."""

    ledger = Ledger("keepers", "保管", "Keepers", row_keys=(("number",),))

    number: Annotated[Id, heading("编号")]


@row_rule(
    "TST-01",
    Loan,
    "归还不早于借出",
    zh=("归还日期 {value} 早于借出日期 {lent}", "请改正"),
    en=("{value} is before {lent}", "correct it"),
)
def back_not_before_lent(loan: Loan, book: Book) -> Iterator[Hit]:
    """Nothing comes back before it was lent."""
    if loan.back is not None and loan.back < loan.lent:
        yield loan.hit("back", lent=loan.lent, related=(loan.at("lent"),))


@book_rule("TST-02", "坏规则", needs=(Loan,), zh=("", ""), en=("", ""))
def broken(book: Book) -> Iterator[Hit]:
    """Break on purpose."""
    yield book[Loan].hit(0, "number")
    raise KeyError("qty")


@book_rule("TST-03", "要有保管表", needs=(Loan, Keeper), zh=("", ""), en=("", ""))
def needs_keepers(book: Book) -> Iterator[Hit]:
    """Need a sheet that is not there."""
    yield book[Loan].hit(0, "number")


HEADINGS = ["编号", "借出日期", "归还日期", "数量"]


def read(*rows: list[object], headings: list[str] | None = None) -> ReadSheet[Loan]:
    grid = Grid("借用", [headings or HEADINGS, *rows])  # type: ignore[list-item]
    table = find_table(grid, Loan.layout())
    assert table is not None
    return read_sheet(table, Loan, Context())


def judged(sheet: ReadSheet[Loan], *rules: Rule) -> Verdict:
    day = date(2020, 6, 30)
    book = Book({Loan: sheet.rows}, Settings({}, {}), SchoolCalendar(), day, Period(day, day))
    return run_rules(rules, book)


GOOD = ["A-1", date(2020, 5, 1), date(2020, 5, 2), 3]
EARLY = ["A-2", date(2020, 5, 9), date(2020, 5, 2), 3]


def test_a_problem_names_its_cell_its_row_and_both_values() -> None:
    verdict = judged(read(GOOD, EARLY), back_not_before_lent)

    (problem,) = verdict.problems
    assert str(problem) == "借用!C3 TST-01"
    assert (
        problem.message("zh")
        == "借用!C3 归还日期（A-2）：归还日期 2020-05-02 早于借出日期 2020-05-09，请改正。"
    )
    assert [str(place) for place in problem.hit.related] == ["借用!B3"]
    assert problem.severity is Severity.ERROR


def test_a_broken_rule_is_a_fault_and_the_others_still_run() -> None:
    verdict = judged(read(EARLY), broken, back_not_before_lent)

    assert [fault.code for fault in verdict.faults] == ["TST-02"]
    assert [problem.code for problem in verdict.problems] == ["TST-01"]
    assert verdict.judged == 1


def test_a_rule_whose_sheet_is_missing_is_skipped_with_the_reason() -> None:
    verdict = judged(read(GOOD), needs_keepers)

    assert [(each.code, each.why.zh) for each in verdict.skipped] == [("TST-03", "没有工作表 保管")]
    assert [each.zh for each in verdict.skipped[0].lacks] == ["没有工作表 保管"]
    assert verdict.problems == []


def test_a_rule_whose_column_is_missing_is_skipped_with_the_reason() -> None:
    sheet = read(["A-1", date(2020, 5, 1), 3], headings=["编号", "借出日期", "数量"])

    verdict = judged(sheet, back_not_before_lent)

    assert [(each.code, each.why.zh) for each in verdict.skipped] == [
        ("TST-01", "工作表 借用 没有“归还日期”一列")
    ]


def test_an_unread_cell_is_told_once_and_no_rule_judges_it() -> None:
    sheet = read(["A-1", "5.9", date(2020, 5, 2), 3])

    verdict = judged(sheet, back_not_before_lent)

    assert [str(problem) for problem in sheet.problems] == ["借用!B2 CEL-06"]
    assert verdict.problems == []
    assert sheet.rows.unread == {"lent": frozenset({0})}


def test_a_blank_required_cell_is_told_once_and_the_row_stays() -> None:
    sheet = read(["A-1", date(2020, 5, 1), None, None], GOOD)

    assert [str(problem) for problem in sheet.problems] == ["借用!D2 CEL-01"]
    assert len(sheet.rows) == 2
    assert sheet.rows.unread == {}
    assert list(sheet.rows.judged("quantity")) == [1]


def test_keys_of_bad_rows_count_as_known() -> None:
    sheet = read(["A-1", "昨天", None, 3])

    assert sheet.rows.known("number") == {"A-1"}


@book_rule("TST-04", "要有数量", needs=(Loan,), zh=("没有数量", "请补填"), en=("", ""))
def says_so_often(book: Book) -> Iterator[Hit]:
    """Say the same of the same cell again and again."""
    for index in range(len(book[Loan])):
        yield book[Loan].hit(index, "lent", more=index)
        yield book[Loan].hit(index, "lent", more=index)
    yield book[Loan].sheet_hit(missing=1)
    yield book[Loan].sheet_hit(missing=1)


def test_a_cell_says_the_same_once_and_a_sheet_as_often_as_something_is_missing() -> None:
    verdict = judged(read(GOOD, EARLY), says_so_often)

    assert [(str(each.place), each.hit.values) for each in verdict.problems] == [
        ("借用!B2", {"more": 0}),
        ("借用!B3", {"more": 1}),
        ("借用", {"missing": 1}),
        ("借用", {"missing": 1}),
    ]


@row_rule("TST-05", Loan, "借出在五月", zh=("", ""), en=("", ""))
def lent_in_may(loan: Loan, book: Book) -> Iterator[Hit]:
    """Things are lent in May."""
    if loan.lent.month != 5:
        yield loan.hit("lent", number=loan.quantity)


def test_a_merged_cell_is_told_once_but_with_each_value_that_its_words_show() -> None:
    april = date(2020, 4, 1)
    values = [HEADINGS, ["A-1", april, None, 3], ["A-2", None, None, 3], ["A-3", None, None, 4]]
    grid = Grid("借用", values, merges=(Block(2, 2, 4, 2),))  # type: ignore[arg-type]
    table = find_table(grid, Loan.layout())
    assert table is not None

    verdict = judged(read_sheet(table, Loan, Context()), lent_in_may)

    assert [(str(each.place), str(each.hit.values["number"])) for each in verdict.problems] == [
        ("借用!B2", "3"),
        ("借用!B2", "4"),
    ]


def test_a_row_that_cannot_be_judged_to_the_end_gives_none_of_its_problems() -> None:
    @row_rule("TST-06", Loan, "数量", zh=("", ""), en=("", ""))
    def looks_late(loan: Loan, book: Book) -> Iterator[Hit]:
        """Say something, then look at what is not there."""
        yield loan.hit("number")
        assert loan.quantity

    verdict = judged(read(["A-1", date(2020, 5, 1), None, "约3"], GOOD), looks_late)

    assert [str(each.place) for each in verdict.problems] == ["借用!A3"]
    assert (verdict.faults, verdict.judged) == ([], 1)


def test_only_the_rows_that_a_screen_names_are_looked_at() -> None:
    def last(rows: Rows[Loan], book: Book) -> list[int]:
        return [len(rows) - 1]

    @row_rule("TST-07", Loan, "任何一行", zh=("", ""), en=("", ""), screen=last)
    def any_row(loan: Loan, book: Book) -> Iterator[Hit]:
        """No row will do."""
        yield loan.hit("number")

    verdict = judged(read(GOOD, EARLY), any_row)

    assert [str(each.place) for each in verdict.problems] == ["借用!A3"]


def test_a_rule_about_sheets_of_a_kind_judges_those_that_are_there() -> None:
    some = replace(back_not_before_lent, needs=(), also=(Keeper, Loan))
    none = replace(back_not_before_lent, needs=(), also=(Keeper,))

    verdict = judged(read(EARLY), some, none)

    assert [each.code for each in verdict.problems] == ["TST-01"]
    assert [each.why.zh for each in verdict.skipped] == ["没有工作表 保管"]


def test_a_rule_that_reading_obeys_is_not_judged_again() -> None:
    verdict = judged(read(GOOD), replace(broken, check=None))

    assert verdict == Verdict([], [], [], 0)


def test_a_fault_says_what_broke_and_keeps_none_of_the_rules_problems() -> None:
    verdict = judged(read(GOOD), broken)

    (fault,) = verdict.faults
    assert fault.code == "TST-02"
    assert re.fullmatch(r"KeyError \(test_rules\.py:\d+ broken\)", fault.error)
    assert verdict.problems == []


def test_a_rule_is_titled_in_english_by_the_first_line_of_its_docstring() -> None:
    @book_rule("TST-08", "甲", needs=(), zh=("", ""), en=("", ""), severity=Severity.NOTE)
    def long(book: Book) -> Iterator[Hit]:
        """Say it in one line.

        The rest is for developers.
        """
        yield from ()

    assert (long.title, long.severity) == (Both("甲", "Say it in one line."), Severity.NOTE)
    assert back_not_before_lent.title.en == "Nothing comes back before it was lent."
    assert back_not_before_lent.needs == (Loan,)
