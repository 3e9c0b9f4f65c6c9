"""Values and formulas go in and come out as with xlwings on Windows and Excel."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
import xlwings as xw
from tests.office.engine import CALLS, Session

pytestmark = pytest.mark.office

DAY = datetime(2020, 5, 12)  # noqa: DTZ001 - as xlwings gives it
MOMENT = datetime(2020, 5, 12, 7, 30)  # noqa: DTZ001 - as xlwings gives it


def calls_of(action: Any) -> int:
    """Return how many calls into the program an action takes."""
    CALLS.reset()
    action()
    return CALLS.total


def test_the_engine_is_the_code_for_windows(app: xw.App) -> None:
    assert app.engine.name == "libreoffice"
    assert type(app.impl).__module__ == "xlwings._xlwindows"


@pytest.mark.parametrize(
    ("written", "form", "read", "new_form"),
    [
        (None, "General", None, "General"),
        (12, "General", 12.0, "General"),
        (0.1 + 0.2, "General", 0.1 + 0.2, "General"),
        (True, "General", True, "General"),
        (date(2020, 5, 12), "General", DAY, "yyyy/m/d"),
        (MOMENT, "General", MOMENT, "yyyy/m/d h:mm"),
        (DAY, "yyyy-mm-dd", DAY, "yyyy-mm-dd"),
        (DAY, "0.00", 43963.0, "0.00"),
        (Decimal("1.23456"), "General", Decimal("1.2346"), "¥#,##0.00"),
        (1.23456, "¥#,##0.00", Decimal("1.2346"), "¥#,##0.00"),
        (1.5, "[$¥-804]#,##0.00", Decimal("1.5000"), "[$¥-804]#,##0.00"),
        (0.3125, "hh:mm", 0.3125, "hh:mm"),
        (43963.3125, "yyyy-mm-dd hh:mm", MOMENT, "yyyy-mm-dd hh:mm"),
        ("口罩", "General", "口罩", "General"),
        ("0012", "General", 12.0, "General"),
        ("'0012", "General", "0012", "General"),
        ("1/2/2020", "General", datetime(2020, 1, 2), "yyyy/m/d"),  # noqa: DTZ001
        ("2020-05-12", "yyyy-mm-dd", DAY, "yyyy-mm-dd"),
        ("TRUE", "General", True, "General"),
        ("=1+1", "General", 2.0, "General"),
        ("0012", "@", "0012", "@"),
        ("=1+1", "@", "=1+1", "@"),
        ("1/2", "@", "1/2", "@"),
        ("TRUE", "@", "TRUE", "@"),
        ("'x", "@", "'x", "@"),
        (12, "@", "12", "@"),
        (1.5, "@", "1.5", "@"),
        (True, "@", "TRUE", "@"),
    ],
)
def test_what_is_written_comes_back_as_excel_gives_it(
    sheet: xw.Sheet, written: Any, form: str, read: Any, new_form: str
) -> None:
    cell = sheet.range("B2")
    cell.number_format = form

    cell.value = written

    assert (cell.value, type(cell.value)) == (read, type(read))
    assert cell.number_format == new_form


def test_without_the_strict_mode_strings_stay_as_they_are(
    sheet: xw.Sheet, session: Session
) -> None:
    session.is_strict = False

    sheet.range("A1").value = [["0012", "1/2", "=1+1"]]

    assert sheet.range("A1:C1").value == ["0012", "1/2", 2.0]


@pytest.mark.parametrize("value", [time(7, 30), object()])
def test_what_com_cannot_carry_is_refused(sheet: xw.Sheet, value: Any) -> None:
    with pytest.raises(TypeError, match="can not be converted to a COM VARIANT"):
        sheet.range("A1").value = value


def test_a_number_written_over_a_truth_is_a_number(sheet: xw.Sheet) -> None:
    sheet.range("A1").value = True
    sheet.range("A1").value = 1

    assert sheet.range("A1").value == 1.0
    assert type(sheet.range("A1").value) is float


def test_errors_are_told_by_their_names(sheet: xw.Sheet) -> None:
    written = ["=1/0", "=NA()", "=nothing+1", "=1=1", "=1=2", '="TRUE"', "#N/A"]
    sheet.range("A1").value = [written]

    cells = sheet.range("A1:G1")
    assert cells.options(err_to_str=True).value == [
        "#DIV/0!",
        "#N/A",
        "#NAME?",
        True,
        False,
        "TRUE",
        "#N/A",
    ]
    assert cells.value == [None, None, None, True, False, "TRUE", None]


def test_formulas_are_written_and_read_as_blocks(book: xw.Book) -> None:
    cells = book.sheets["领用"].range("F6:G8")

    cells.formula = [
        ['=IF(D6>0,"a,b",首页!$H$1)', "=stock_issues[[#This Row],[数量]]*2"],
        ["=SUM({1,2;3,4})", "0012"],
        ["", '=HYPERLINK("#\'领用\'!D7","去")'],
    ]

    assert cells.formula == (
        ('=IF(D6>0,"a,b",首页!$H$1)', "=stock_issues[[#This Row],[数量]]*2"),
        ("=SUM({1,2;3,4})", "12"),
        ("", '=HYPERLINK("#\'领用\'!D7","去")'),
    )
    assert cells.value == [["a,b", 60.0], [10.0, 12.0], [None, "去"]]


def test_one_formula_fills_a_block_as_excel_fills_it(book: xw.Book) -> None:
    cells = book.sheets["领用"].range("F6:G8")

    cells.formula = "=$D6*2+F$5"

    assert cells.formula[2] == ("=$D8*2+F$5", "=$D8*2+G$5")
    assert [row[0] for row in cells.value] == [60.0, -2.0, 40.0]


def test_a_block_of_all_kinds_comes_back_equal(sheet: xw.Sheet) -> None:
    rows = [[f"LY-{row}", DAY, float(row), row % 2 == 0, None, f"口罩{row}"] for row in range(300)]

    sheet.range("C3").value = rows

    assert sheet.range((3, 3), (302, 8)).value == rows
    assert sheet.used_range.address == "$C$3:$H$302"


def test_calls_do_not_grow_with_the_rows(sheet: xw.Sheet) -> None:
    def write_and_read(rows: int) -> None:
        cells = sheet.range((1, 1), (rows, 3))
        cells.number_format = "@"
        cells.value = [["口罩", "0012", "x"]] * rows
        assert cells.options(ndim=2).value[-1] == ["口罩", "0012", "x"]
        assert sheet.used_range.shape == (rows, 3)

    few = calls_of(lambda: write_and_read(10))

    assert few == calls_of(lambda: write_and_read(3000))
    assert CALLS.by_member["Range.Value"] == 1
    assert CALLS.by_member["Range.Value="] == 1


def test_xlwings_asks_for_each_row_whether_it_is_hidden(sheet: xw.Sheet) -> None:
    few = calls_of(lambda: sheet.range("A1:A10").rows.hidden)
    many = calls_of(lambda: sheet.range("A1:A100").rows.hidden)
    native = [
        calls_of(lambda last=last: sheet.range(f"A1:A{last}").api.EntireRow.Hidden)
        for last in (10, 100)
    ]

    assert many > few + 90
    assert native[0] == native[1]


def test_xlwings_finds_the_end_of_a_block(book: xw.Book) -> None:
    sheet = book.sheets["领用"]

    assert sheet.range("A5").expand("table").address == "$A$5:$E$8"
    assert sheet.range("A5").end("down").address == "$A$8"
    assert sheet.range("A1000").end("up").address == "$A$8"
    assert sheet.range("A5").current_region.address == "$A$5:$E$8"


def test_colours_and_sizes_are_set(sheet: xw.Sheet) -> None:
    cells = sheet.range("A1:B2")
    cells.color = (255, 0, 0)
    cells.row_height = 30
    cells.column_width = 20

    assert (cells.color, sheet.range("C3").color) == ((255, 0, 0), None)
    assert cells.row_height == pytest.approx(30, abs=0.5)
    assert cells.column_width == pytest.approx(20, abs=0.5)


@pytest.mark.parametrize(
    ("start", "direction", "end"),
    [
        ("B2", "down", "B3"),
        ("B3", "down", "B6"),
        ("B6", "down", "B1048576"),
        ("B6", "up", "B3"),
        ("B9", "up", "B6"),
        ("B2", "right", "C2"),
        ("D2", "left", "C2"),
        ("C2", "left", "B2"),
        ("Z9", "left", "A9"),
    ],
)
def test_the_end_is_where_ctrl_and_an_arrow_lead(
    sheet: xw.Sheet, start: str, direction: str, end: str
) -> None:
    sheet.range("B2").value = [["a", "b"], ["c", None], [None, None], [None, None], ["d", None]]

    assert sheet.range(start).end(direction).get_address(False, False) == end
