"""The door of the worksheet functions: the same numbers as the buttons, and never a traceback."""

import re
import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.effort import examples
from tests.functions.as_excel import Range, range_of, sheets_of

from houqin import udfs
from houqin.areas import MODELS
from houqin.areas.safety.deadlines import default_deadline
from houqin.areas.safety.overdue import overdue
from houqin.areas.safety.rows import Hazard
from houqin.areas.stock.reconcile import reconcile
from houqin.book import Book
from houqin.buttons import BUTTONS
from houqin.demo_job import checked
from houqin.functions import catalogue
from houqin.functions.arguments import WrongArgument
from houqin.functions.worksheet_function import WorksheetFunction
from houqin.rows import SheetRow

CONTRACT = {
    "HQ_DATE": "value",
    "HQ_NUMBER": "value",
    "HQ_WORKDAYS": "first_day, last_day, calendar, [campus]",
    "HQ_DEADLINE": "found, grade, settings, calendar, [campus]",
    "HQ_OVERDUE_DAYS": "deadline, [finished], [as_of]",
    "HQ_STOCK": "item, receipts, issues, [campus], [as_of]",
    "HQ_APPROVER": "amount, kind, campus, levels",
    "HQ_RATE": "satisfied, valid, [population], [part]",
    "HQ_CHECK": "row, headings, sheet, [lists], [settings]",
}


def test_the_functions_are_those_of_the_contract() -> None:
    told = {
        function.name: ", ".join(
            f"[{each.name}]" if each.optional else each.name for each in function.arguments
        )
        for function in udfs.FUNCTIONS
    }

    assert told == CONTRACT
    assert udfs.FUNCTIONS is catalogue.FUNCTIONS


@pytest.mark.parametrize("function", udfs.FUNCTIONS, ids=lambda each: each.name)
def test_a_function_is_explained_in_both_languages_with_an_example(
    function: WorksheetFunction,
) -> None:
    texts = [function.description, *(each.description for each in function.arguments)]

    assert all(re.search(r"[\u4e00-\u9fff]", each.zh) and each.en for each in texts)
    assert function.description.en.isascii()
    call = re.fullmatch(rf"={function.name}\((.*)\)", function.example)
    assert call
    given = re.sub(r"\([^()]*\)", "()", call[1]).count(",") + 1
    needed = sum(not each.optional for each in function.arguments)
    assert needed <= given <= len(function.arguments)
    assert function.button in {button.label for button in BUTTONS}


@pytest.fixture(scope="module")
def clean(clean_book: Path) -> tuple[Book, dict[str, Range]]:
    return checked(clean_book).book, ranges(clean_book)


def ranges(book: Path) -> dict[str, Range]:
    """Return the tables of a workbook of the demo, whose headings stand in row 4."""
    return {sheet: range_of(grid, 4) for sheet, grid in sheets_of(book).items()}


def test_hq_stock_is_what_the_button_reconciles(
    clean: tuple[Book, dict[str, Range]], demo_book: Path
) -> None:
    as_staff_left_it = checked(demo_book).book, ranges(demo_book)
    for book, tables in (clean, as_staff_left_it):
        end = book.period.end
        given = (tables["入库"], tables["领用"])
        lines = [line for line in reconcile(book).lines if line.sure]
        shown = [udfs.HQ_STOCK(line.item, *given, line.campus, end) for line in lines]

        assert shown == [float(line.book) for line in lines]
        assert len(lines) > 60


def test_hq_stock_of_all_campuses_is_the_sum_of_them(clean: tuple[Book, dict[str, Range]]) -> None:
    book, tables = clean
    sums: dict[str, float] = {}
    for line in reconcile(book).lines:
        sums[line.item] = sums.get(line.item, 0) + float(line.book)

    given, end = (tables["入库"], tables["领用"]), book.period.end
    assert {item: udfs.HQ_STOCK(item, *given, None, end) for item in sums} == sums


def test_hq_overdue_days_is_what_the_button_lists(clean: tuple[Book, dict[str, Range]]) -> None:
    book, _ = clean
    found = overdue(book)

    shown = [udfs.HQ_OVERDUE_DAYS(each.due, each.finished, book.as_of) for each in found]

    assert shown == [each.days for each in found]
    assert shown


def test_hq_deadline_is_that_of_every_hazard_of_the_term(
    clean: tuple[Book, dict[str, Range]],
) -> None:
    book, tables = clean
    given = (tables["参数"], tables["校历"])
    hazards = list(book[Hazard])

    shown = [udfs.HQ_DEADLINE(each.found, each.grade, *given, each.campus) for each in hazards]

    assert shown == [
        default_deadline(each.found, each.grade, book.settings, book.calendar, each.campus) or ""
        for each in hazards
    ]
    assert len(set(shown)) > 10


def test_hq_workdays_counts_as_the_calendar_of_the_term(
    clean: tuple[Book, dict[str, Range]],
) -> None:
    book, tables = clean
    start, end = date(2020, 2, 10), date(2020, 7, 10)
    for campus in book.campuses():
        expected = book.calendar.working_days(start, end, campus)
        assert udfs.HQ_WORKDAYS(start, end, tables["校历"], campus) == expected


def test_without_an_as_of_day_the_door_asks_the_clock() -> None:
    today = datetime.now().astimezone().date()

    assert udfs.HQ_OVERDUE_DAYS(today) == 0
    assert udfs.HQ_OVERDUE_DAYS("2020-01-01") >= (date(2025, 1, 1) - date(2020, 1, 1)).days


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(),
    st.integers(),
    st.text(max_size=30),
    st.sampled_from(
        (
            "#N/A",
            "#VALUE!",
            "2020-05-12",
            "5.12",
            "同上",
            "合计",
            "本部",
            "一般隐患",
            "KZ-001",
            "3箱",
            "入库",
        )
    ),
    st.datetimes(),
    st.datetimes(timezones=st.just(UTC)),
    st.dates(),
    st.times(),
    st.timedeltas(),
    st.decimals(),
    st.just(10**400),
    st.just(Decimal("sNaN")),
)
_HEADS = "单据编号 日期 校区 类型 物品编号 物品名称 单位 数量 代码 值 参数 金额下限 金额上限 含下限 审批职务 隐患编号 备注 ="
HEADS = st.sampled_from(_HEADS.split())
TABLES = st.builds(
    lambda heads, rows: [list(heads), *rows],
    st.lists(HEADS, min_size=1, max_size=8),
    st.lists(st.lists(CELLS, max_size=8), max_size=4),
)
ANYTHING = st.one_of(CELLS, TABLES, st.lists(CELLS, max_size=3), st.just(object()))


@pytest.mark.parametrize("function", udfs.FUNCTIONS, ids=lambda each: each.name)
@settings(examples(120), suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_is_given_the_answer_is_one_value(
    function: WorksheetFunction, data: st.DataObject
) -> None:
    given = [
        data.draw(st.one_of(TABLES, ANYTHING) if each.is_table else ANYTHING, label=each.name)
        for each in function.arguments
    ]

    shown = getattr(udfs, function.name)(*given)

    assert isinstance(shown, str | float | date)
    assert not str(shown).startswith("?houqin")


@pytest.mark.parametrize("model", MODELS, ids=lambda each: each.ledger.key)
@settings(examples(60), suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_stands_in_the_columns_of_a_ledger_the_answer_is_one_value(
    model: type[SheetRow], data: st.DataObject
) -> None:
    headings = [head.name for head in model.headings().values()]
    width = len(headings)
    rows = data.draw(
        st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=3)
    )
    table = [headings, *rows]

    shown = [
        udfs.HQ_CHECK(rows[:1], [headings], model.ledger.key),
        udfs.HQ_STOCK("KZ-001", table, None, None, date(2020, 6, 30)),
        udfs.HQ_DEADLINE(date(2020, 5, 12), "一般隐患", table, None),
        udfs.HQ_WORKDAYS(date(2020, 5, 11), date(2020, 5, 12), table),
    ]

    assert [each for each in shown if str(each).startswith("?houqin")] == []
    assert all(isinstance(each, str | float | date) for each in shown)


@pytest.mark.parametrize("function", udfs.FUNCTIONS, ids=lambda each: each.name)
def test_blank_in_is_blank_out(function: WorksheetFunction) -> None:
    for blank in (None, "", " "):
        shown = getattr(udfs, function.name)(*[blank] * len(function.arguments))

        assert shown == ""


def test_a_fault_of_ours_is_a_sentence_too_and_no_traceback() -> None:
    def fault() -> None:
        raise KeyError("x" * 900)

    assert udfs.answer(fault) == "?houqin 出错了（KeyError），请报告 / a fault of houqin's"


def test_a_wrong_argument_is_told_in_the_language_of_the_settings() -> None:
    def wrong() -> None:
        from houqin.problems import Both

        raise WrongArgument(Both("不行", "no"))

    assert udfs.answer(wrong) == "?不行"
    assert udfs.answer(wrong, lambda: "en") == "?no"


@pytest.mark.parametrize(
    ("found", "shown"), [(None, ""), (3, 3.0), (Decimal("2.5"), 2.5), ("x", "x")]
)
def test_an_answer_is_what_excel_knows(found: Any, shown: Any) -> None:
    assert (udfs.answer(lambda: found), type(udfs.answer(lambda: found))) == (shown, type(shown))


def test_the_door_is_quick_to_import_for_it_brings_no_core_along() -> None:
    core = {"pydantic", "holidays", "houqin.areas", "houqin.rows", "houqin.reading"}
    script = f"import sys, houqin.udfs; print(sorted({core} & set(sys.modules)))"

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
