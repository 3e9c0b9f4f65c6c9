"""The worksheet functions, as xlwings calls them from a cell (contract 11).

Each takes what stands in the formula and gives one value, or a sentence that starts with `?`.
"""
# ruff: noqa: N802 - a worksheet function is named as it stands in the formula

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

import xlwings as xw

from houqin.functions.catalogue import BY_NAME, FUNCTIONS
from houqin.functions.worksheet_function import WorksheetFunction

__all__ = [
    "FUNCTIONS",
    "HQ_APPROVER",
    "HQ_CHECK",
    "HQ_DATE",
    "HQ_DEADLINE",
    "HQ_NUMBER",
    "HQ_OVERDUE_DAYS",
    "HQ_RATE",
    "HQ_STOCK",
    "HQ_WORKDAYS",
    "WorksheetFunction",
]

F = TypeVar("F", bound=Callable[..., Any])


def for_excel(function: F) -> F:
    """Let xlwings hand over tables as rows of cells, and error values as their text.

    Every annotation of such a function is Any: xlwings converts by any other.
    """
    made = xw.func(function)
    for argument in BY_NAME[function.__name__].arguments:
        shape = {"ndim": 2} if argument.is_table else {}
        made = xw.arg(argument.name, err_to_str=True, **shape)(made)
    return made


@for_excel
def HQ_DATE(value: Any) -> Any:
    """Read a date as people write it."""
    from houqin.functions.arguments import day

    return answer(lambda: day(value))


@for_excel
def HQ_NUMBER(value: Any) -> Any:
    """Read a number as people write it."""
    from houqin.functions.arguments import number

    return answer(lambda: number(value))


@for_excel
def HQ_WORKDAYS(first_day: Any, last_day: Any, calendar: Any, campus: Any = None) -> Any:
    """Count the working days after the first day, up to and including the last one."""
    from houqin.functions.workdays import workdays

    return answer(lambda: workdays(first_day, last_day, calendar, campus))


@for_excel
def HQ_DEADLINE(found: Any, grade: Any, settings: Any, calendar: Any, campus: Any = None) -> Any:
    """Return the deadline that the settings allow for a hazard's grade."""
    from houqin.functions.deadline import deadline, language

    return answer(
        lambda: deadline(found, grade, settings, calendar, campus), lambda: language(settings)
    )


@for_excel
def HQ_OVERDUE_DAYS(deadline: Any, finished: Any = None, as_of: Any = None) -> Any:
    """Return the calendar days after a deadline."""
    from houqin.functions.deadline import overdue_days

    return answer(lambda: overdue_days(deadline, finished, _day_or_today(as_of)))


@for_excel
def HQ_STOCK(item: Any, receipts: Any, issues: Any, campus: Any = None, as_of: Any = None) -> Any:
    """Return the balance of an item at the end of a day."""
    from houqin.functions.stock import balance

    return answer(lambda: balance(item, receipts, issues, campus, _day_or_today(as_of)))


@for_excel
def HQ_APPROVER(amount: Any, kind: Any, campus: Any, levels: Any) -> Any:
    """Return who approves an amount."""
    from houqin.functions.approver import approver

    return answer(lambda: approver(amount, kind, campus, levels))


@for_excel
def HQ_RATE(satisfied: Any, valid: Any, population: Any = None, part: Any = None) -> Any:
    """Return a rate, or an end of its interval."""
    from houqin.functions.rate import rate

    return answer(lambda: rate(satisfied, valid, population, part))


@for_excel
def HQ_CHECK(row: Any, headings: Any, sheet: Any, lists: Any = None, settings: Any = None) -> Any:
    """Return the problems that a row shows by itself."""
    from houqin.functions.row_check import check_row

    return answer(lambda: check_row(row, headings, sheet, lists, settings))


def answer(compute: Callable[[], Any], lang: Callable[[], str] = lambda: "zh") -> Any:
    """Return what a cell shows: a text, a date or a number, as Excel knows them; blank is ""."""
    from houqin.functions.arguments import WrongArgument

    try:
        found = compute()
    except WrongArgument as wrong:
        return wrong.text(lang())
    except Exception as error:  # noqa: BLE001 - the edge: else the cell shows a traceback
        return f"?houqin 出错了（{type(error).__name__}），请报告 / a fault of houqin's"
    if found is None:
        return ""
    return found if isinstance(found, str | date) else float(found)


def _day_or_today(as_of: Any) -> date:
    """Return the day asked for; only a door may ask the clock for today (contract 5)."""
    from houqin.functions.arguments import day

    return day(as_of) or datetime.now().astimezone().date()
