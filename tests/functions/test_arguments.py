"""Single cells, as Excel hands them over and people type them."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest

from houqin import udfs
from houqin.cells.values import CellError
from houqin.functions.arguments import WrongArgument, cell, day, number, text, whole

MAY = date(2020, 5, 12)

CELLS: tuple[tuple[Any, Any], ...] = (
    (None, None),
    ("", ""),
    (3.0, 3.0),
    (True, True),
    ("#N/A", CellError("#N/A")),
    ("#DIV/0!", CellError("#DIV/0!")),
    ("#NAME?", CellError("#NAME?")),
    ("#1 楼", "#1 楼"),
    (Decimal("12.50"), 12.5),  # xlwings reads a cell in a currency format so
    (datetime(2020, 5, 12, tzinfo=UTC), datetime(2020, 5, 12)),  # noqa: DTZ001 - a cell has no zone
    (datetime(1899, 12, 30, 7, 30), time(7, 30)),  # noqa: DTZ001
    ([["KZ-001"]], "KZ-001"),
)


@pytest.mark.parametrize(("given", "meant"), CELLS)
def test_a_cell_is_what_every_reader_knows(given: Any, meant: Any) -> None:
    assert (cell(given), type(cell(given))) == (meant, type(meant))


@pytest.mark.parametrize("odd", [[1.0, 2.0], [[1.0], [2.0]], [], object(), Decimal("NaN"), 1j])
def test_what_is_no_single_cell_is_a_wrong_argument(odd: Any) -> None:
    with pytest.raises(WrongArgument):
        cell(odd)


DATES: tuple[tuple[Any, Any], ...] = (
    (None, ""),
    ("  ", ""),
    (MAY, MAY),
    (datetime(2020, 5, 12, 8, 30), MAY),  # noqa: DTZ001
    (43963.0, MAY),  # days since 1899-12-30
    ("2020.5.12", MAY),
    ("2020年5月12日", MAY),
    (20200512.0, MAY),
    ("二〇二〇年五月十二日", MAY),
    ("5.12", "?日期“5.12”看不准，请写全年月日，如 2020-05-12"),
    ("5月12日", "?日期“5月12日”看不准，请写全年月日，如 2020-05-12"),
    ("2020-06-31", "?没有“2020-06-31”这一天，请核对后改正"),
    ("刚入职", "?“刚入职”不是日期，请写成 2020-05-12 这样"),
    ("#N/A", "?显示错误 #N/A，请改正公式或直接填写"),
    ([["2020-05-12"], ["2020-05-13"]], "?这里要一个单元格，不是一片"),
)


@pytest.mark.parametrize(("given", "shown"), DATES)
def test_hq_date_reads_a_date_or_says_why_not(given: Any, shown: Any) -> None:
    assert udfs.HQ_DATE(given) == shown


NUMBERS: tuple[tuple[Any, Any], ...] = (
    (None, ""),
    ("", ""),
    (12.0, 12.0),
    (0.0, 0.0),
    ("３０个", 30.0),
    ("1,200", 1200.0),
    ("1.2万", 12000.0),
    ("三十", 30.0),
    ("¥1,200.50", 1200.5),
    ("1200元", 1200.0),
    ("壹仟贰佰元整", 1200.0),
    ("1元5角", 1.5),
    ("95%", 0.95),
    ("-3", -3.0),
    (Decimal("12.5"), 12.5),
    ("5角", "?数字“5角”看不准，请填一个确定的数字"),  # five pieces of 1 jiao, or half a yuan
    ("3-5个", "?数字“3-5个”看不准，请填一个确定的数字"),
    ("l2", "?数字“l2”看不准，请填一个确定的数字（是不是“12”？）"),
    ("约30", "?数字“约30”看不准，请填一个确定的数字"),
    ("若干", "?“若干”不是数字，请只填数字"),
    (True, "?“是”不是数字，请只填数字"),
    (MAY, "?“2020-05-12”不是数字，请只填数字"),
    ("#REF!", "?显示错误 #REF!，请改正公式或直接填写"),
)


@pytest.mark.parametrize(("given", "shown"), NUMBERS)
def test_hq_number_reads_a_number_or_says_why_not(given: Any, shown: Any) -> None:
    assert udfs.HQ_NUMBER(given) == shown


def test_blank_arguments_are_none_of_every_kind() -> None:
    assert [read(" ") for read in (day, number, text, whole)] == [None] * 4


def test_the_words_are_there_in_both_languages() -> None:
    with pytest.raises(WrongArgument) as raised:
        day("5.12")

    assert raised.value.text("en") == (
        "?the date '5.12' is doubtful; write year, month and day, like 2020-05-12"
    )
