"""The program, its boxes and its workbooks behave as Excel and its workbooks do."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import xlwings as xw
from tests.office.answers import Answers
from tests.office.engine import CALLS, ComError, Session
from tests.office.libreoffice import LibreOffice

pytestmark = pytest.mark.office

CHOSEN = "C:/后勤/旧表.xlsx"
DAY = datetime(2020, 5, 12)  # noqa: DTZ001 - as xlwings gives it


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


def test_a_book_is_found_by_its_path(book: xw.Book, office: LibreOffice) -> None:
    assert xw.Book(book.fullname).name == book.name
    assert len(xw.books) == 1
