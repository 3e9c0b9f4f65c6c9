"""The xlwings engine for LibreOffice behaves as xlwings does on Windows with Excel."""

from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import xlwings as xw
from tests.office.answers import Answers
from tests.office.engine import CALLS, ComError, Session
from tests.office.libreoffice import LibreOffice
from tests.office.samples import HEADINGS

pytestmark = pytest.mark.office

CHOSEN = "C:/后勤/旧表.xlsx"
DAY = datetime(2020, 5, 12)  # noqa: DTZ001 - as xlwings gives it
MOMENT = datetime(2020, 5, 12, 7, 30)  # noqa: DTZ001 - as xlwings gives it


@pytest.fixture
def sheet(app: xw.App) -> xw.Sheet:
    """Return an empty sheet."""
    return app.books.add().sheets[0]


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


@pytest.mark.parametrize(
    ("address", "hidden"), [("A3", True), ("A4:A9", False), ("A1:A9", None), ("A3:C3", True)]
)
def test_hidden_rows_are_told(book: xw.Book, address: str, hidden: bool | None) -> None:
    assert book.sheets["领用"].range(address).api.EntireRow.Hidden is hidden


@pytest.mark.parametrize(
    ("address", "hidden"), [("I1:J1", True), ("A1:H1", False), ("H1:I1", None)]
)
def test_hidden_columns_are_told(book: xw.Book, address: str, hidden: bool | None) -> None:
    assert book.sheets["领用"].range(address).api.EntireColumn.Hidden is hidden


@pytest.mark.parametrize(
    ("address", "merged"),
    [("A1:E1", True), ("B1", True), ("A2:E9", False), ("A1:E2", None), ("B1:B4", None)],
)
def test_merged_cells_are_told(book: xw.Book, address: str, merged: bool | None) -> None:
    cells = book.sheets["领用"].range(address)

    assert cells.merge_cells is merged
    assert cells.api.MergeCells is merged
    assert book.sheets["领用"].range("C1").merge_area.address == "$A$1:$E$1"


def test_what_is_formatted_is_used_but_not_what_may_be_entered(book: xw.Book) -> None:
    sheet = book.sheets["领用"]

    assert sheet.used_range.address == "$A$1:$E$8"
    sheet.range("G30").number_format = "@"
    assert sheet.used_range.address == "$A$1:$G$30"


def test_a_table_is_told_and_resized(book: xw.Book) -> None:
    table = book.sheets["领用"].tables["stock_issues"]
    heads = table.header_row_range
    assert heads is not None
    assert heads.value == list(HEADINGS)

    table.resize(book.sheets["领用"].range("A5:E20"))

    assert [each.name for each in book.sheets["领用"].tables] == ["stock_issues"]
    assert table.range.address == "$A$5:$E$20"
    assert table.data_body_range is not None
    assert table.data_body_range.address == "$A$6:$E$20"
    assert table.api.ShowAutoFilter is True


@pytest.mark.parametrize("address", ["A6:E20", "A5:E5", "K5:L9"])
def test_a_table_keeps_its_headings(book: xw.Book, address: str) -> None:
    sheet = book.sheets["领用"]

    with pytest.raises(ComError, match="invalid for a resized table"):
        sheet.tables["stock_issues"].resize(sheet.range(address))


def test_rows_taken_out_of_a_table_make_it_shorter(book: xw.Book) -> None:
    sheet = book.sheets["领用"]

    sheet.range("A7:E7").delete("up")

    assert sheet.tables["stock_issues"].range.address == "$A$5:$E$7"
    assert sheet.range("A6:A8").value == ["LY-003", "LY-002", None]


def test_a_filter_hides_rows_until_all_data_is_shown(book: xw.Book, sample: Any) -> None:
    sheet = book.sheets["领用"]
    filter_by(sample, "stock_issues", 0, "LY-001")
    assert sheet.api.FilterMode
    assert sheet.range("A6").api.EntireRow.Hidden

    sheet.tables["stock_issues"].api.AutoFilter.ShowAllData()

    assert not sheet.api.FilterMode
    assert sheet.range("A6:A8").api.EntireRow.Hidden is False
    with pytest.raises(ComError, match="ShowAllData"):
        sheet.api.ShowAllData()


def filter_by(document: Any, table: str, field: int, text: str) -> None:
    """Filter a table as a user does with the arrow in its heading."""
    from tests.office.uno_api import enum, struct

    wanted = struct(
        "sheet.TableFilterField",
        Field=field,
        Operator=enum("sheet.FilterOperator", "EQUAL"),
        StringValue=text,
    )
    block = document.DatabaseRanges.getByName(table)
    block.getFilterDescriptor().setFilterFields((wanted,))
    block.refresh()


def test_a_validation_is_told_taken_away_and_given_back(book: xw.Book) -> None:
    sheet = book.sheets["领用"]
    whole, one = sheet.range("B6:B8").api, sheet.range("B7").api
    before = validation_of(whole)
    assert before == (3, 2, "=清单_物品", "物品名称", "从清单里选")

    one.Validation.Delete()
    with pytest.raises(ComError):
        _ = whole.Validation.Type
    with pytest.raises(ComError):
        _ = one.Validation.Type
    one.Validation.Add(3, 2, 1, "=清单_物品")
    one.Validation.InputTitle = "物品名称"
    one.Validation.InputMessage = "从清单里选"

    assert validation_of(whole) == before
    with pytest.raises(ComError):
        one.Validation.Add(3, 2, 1, "=清单_物品")


def validation_of(cells: Any) -> tuple[Any, ...]:
    found = cells.Validation
    return (
        found.Type,
        found.AlertStyle,
        found.Formula1,
        found.InputTitle,
        found.InputMessage,
    )


@pytest.mark.parametrize(
    ("kind", "first", "second"), [(3, "a,b", ""), (1, "0", "100"), (7, "=$A$1>1", "")]
)
def test_any_validation_is_set(book: xw.Book, kind: int, first: str, second: str) -> None:
    cells = book.sheets["领用"].range("G6:G8").api

    cells.Validation.Add(kind, 1, 1, first, second)

    assert cells.Validation.Type == kind
    assert cells.Validation.Formula1 == first
    assert cells.Validation.Formula2 == (second or "0")


def test_the_selection_is_told(book: xw.Book, app: xw.App) -> None:
    sheet = book.sheets["领用"]
    with pytest.raises(ComError, match="Select method of Range class failed"):
        sheet.range("B7").select()

    sheet.activate()
    sheet.range("B7:C8").select()

    chosen = app.selection
    assert chosen is not None
    assert (chosen.sheet.name, chosen.address) == ("领用", "$B$7:$C$8")
    app.api.Goto(book.sheets["首页"].range("D4").api)
    there = book.selection
    assert there is not None
    assert (there.sheet.name, there.address) == ("首页", "$D$4")


def test_a_workbook_tells_about_itself(book: xw.Book, tmp_path: Path) -> None:
    assert book.name == "样本.xlsm"
    assert book.fullname == str(tmp_path / "样本.xlsm")
    assert book.api.Path == str(tmp_path)
    assert (book.api.ReadOnly, book.api.Date1904, book.api.Saved) == (False, False, True)
    assert [each.name for each in book.sheets] == ["首页", "领用"]
    assert {each.Name: each.Value for each in book.api.CustomDocumentProperties} == {
        "houqin": "0.1.0"
    }
    assert book.api.CustomDocumentProperties("houqin").Value == "0.1.0"
    assert book.names["清单_物品"].refers_to == "=首页!$H$1:$H$3"


def test_days_that_count_from_1904_are_days_all_the_same(app: xw.App, tmp_path: Path) -> None:
    path = tmp_path / "1904.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": True}) as made:
        form = made.add_format({"num_format": "yyyy-mm-dd"})
        made.add_worksheet().write_datetime(0, 0, DAY, form)

    book = app.books.open(path)

    assert book.api.Date1904
    assert book.sheets[0].range("A1").value == DAY


def test_a_copy_holds_what_is_not_yet_saved(book: xw.Book, app: xw.App, tmp_path: Path) -> None:
    book.sheets["首页"].range("D1").value = "新"
    copy = tmp_path / "备份.xlsm"

    book.api.SaveCopyAs(str(copy))

    assert (book.name, book.api.Saved) == ("样本.xlsm", False)
    assert app.books.open(copy).sheets["首页"].range("D1").value == "新"


def test_a_protected_sheet_refuses_changes(book: xw.Book, sample: Any) -> None:
    sheet = book.sheets["领用"]
    sample.Sheets.getByName("领用").protect("")

    assert sheet.api.ProtectContents
    with pytest.raises(ComError, match="protected sheet"):
        sheet.range("A6").value = "x"
    assert sheet.range("A6").value == "LY-003"


def test_boxes_are_answered_by_the_script(app: xw.App, answers: Answers) -> None:
    answers.add("no", CHOSEN, False)

    assert app.alert("继续吗？", "houqin", "yes_no") == "no"
    assert app.alert("好了", "houqin") == "ok"
    assert app.api.GetOpenFilename("Excel,*.xlsx", 1, "选择") == CHOSEN
    assert app.api.GetOpenFilename(Title="再选") is False
    assert [(each.prompt, each.title, each.answer) for each in answers.asked] == [
        ("继续吗？", "houqin", "no"),
        ("好了", "houqin", "ok"),
        ("", "选择", CHOSEN),
        ("", "再选", False),
    ]
    with pytest.raises(AssertionError, match="Nobody said"):
        app.alert("真的吗？", buttons="ok_cancel")


def test_the_status_bar_is_given_back(app: xw.App, session: Session) -> None:
    app.books.add()
    app.status_bar = "校验中"
    assert app.status_bar == "校验中"
    app.status_bar = False

    assert app.status_bar is False
    assert session.statuses == ["校验中", ""]


def test_settings_of_the_program_are_put_back(app: xw.App) -> None:
    app.books.add()
    with app.properties(screen_updating=False, calculation="manual", enable_events=False):
        assert (app.screen_updating, app.calculation, app.enable_events) == (
            False,
            "manual",
            False,
        )

    assert (app.screen_updating, app.calculation, app.enable_events) == (True, "automatic", True)


def test_xlwings_tries_again_while_excel_is_busy(book: xw.Book, session: Session) -> None:
    CALLS.reject(5)
    assert book.name == "样本.xlsm"

    session.is_ready = False
    assert book.app.api.Ready is False


def test_a_member_that_nothing_emulates_is_unknown(sheet: xw.Sheet) -> None:
    with pytest.raises(ComError, match="Unknown name: Sparkle"):
        _ = sheet.range("A1").api.Sparkle


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


def test_a_book_is_found_by_its_path(book: xw.Book, office: LibreOffice) -> None:
    assert xw.Book(book.fullname).name == book.name
    assert len(xw.books) == 1


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
