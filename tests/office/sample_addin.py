"""What the sample workbook's macros call, in the place of houqin.addin."""

from datetime import datetime

import xlwings as xw

FOUND_ON = datetime(2020, 5, 12)  # noqa: DTZ001 - a date of Excel's has no time zone


def check_all() -> None:
    """Write a result beside every row of the table, and when it was made on the first sheet."""
    book = xw.Book.caller()
    book.app.status_bar = "校验中"
    sheet = book.sheets["领用"]
    whole = sheet.tables["stock_issues"].range
    _, *rows = whole.options(ndim=2).value
    results = [["✘【数量】" if row[3] is None or row[3] < 0 else None] for row in rows]
    sheet.range((whole.row + 1, 5), (whole.row + len(rows), 5)).value = results
    book.sheets["首页"].range("D1").value = FOUND_ON
    book.app.status_bar = False


def ask() -> None:
    """Write down what is answered."""
    book = xw.Book.caller()
    answer = book.app.alert("继续吗？", title="houqin", buttons="yes_no")
    chosen = book.app.api.GetOpenFilename("Excel (*.xlsx),*.xlsx", 1, "选择文件")
    book.sheets["首页"].range("D1").value = [[answer], [chosen]]


def fail() -> None:
    """Fail."""
    raise RuntimeError("坏了")


def pressed(control: str) -> None:
    """Write down which button of the ribbon was pressed."""
    xw.Book.caller().sheets["首页"].range("D1").value = control
