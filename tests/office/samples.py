"""A small workbook with buttons, macros, a table and a link, written without houqin's builder."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
import xlwings
from tests.office.sample_functions import OPTIONS

from houqin.vba.project import Owner, document, project, standard

HEADINGS = ("单据编号", "物品名称", "日期", "数量", "校验结果")
ROWS: tuple[tuple[Any, ...], ...] = (
    ("LY-003", "口罩", 43963, 30),
    ("LY-001", "消毒液", 43961, -1),
    ("LY-002", "粉笔", 43962, 20),
)
TOP = 4  # the row of the headings, counted from 0
SHEETS = ("首页", "领用")
_ACTIONS = """Attribute VB_Name = "Actions"
Option Explicit

Public Sub CheckAll()
    RunSample "check_all"
End Sub

Public Sub Ask()
    RunSample "ask"
End Sub

Public Sub Fail()
    RunSample "fail"
End Sub

Public Sub OnRibbon(ByVal control As IRibbonControl)
    RunPython "import tests.office.sample_addin as a; a.pressed('" & control.ID & "')"
End Sub

Public Function Interpreter() As String
    Interpreter = GetConfig("INTERPRETER_WIN", "")
End Function

Private Sub RunSample(ByVal Action As String)
    RunPython "import tests.office.sample_addin as a; a." & Action & "()"
End Sub
"""
_WRAPPER = """
Function {name}({signature})
Attribute {name}.VB_Description = "A sample."
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    {name} = XLPy.CallUDF("tests.office.sample_functions", "{name}", Array({given}), ThisWorkbook, Application.Caller)
    Exit Function
failed:
    {name} = Err.Description
End Function
"""
_FUNCTIONS = 'Attribute VB_Name = "xlwings_udfs"\nOption Explicit\n'
_ARGUMENTS = ("a", "b")


def sample_macros() -> tuple[str, ...]:
    """Return the sources of the sample's modules, xlwings' own among them."""
    wrappers = "".join(_wrapper(name, len(options)) for name, options in OPTIONS.items())
    xlwings_own = (Path(xlwings.__file__).parent / "xlwings.bas").read_bytes().decode("ascii")
    ours = (_with_windows_ends(_ACTIONS), _with_windows_ends(_FUNCTIONS + wrappers))
    return (*ours, _with_windows_ends(xlwings_own.replace("\r\n", "\n")))


def write_sample(path: Path, macros: Sequence[str] | None = None) -> Path:
    """Write the sample workbook; `macros` are the sources of its modules."""
    owned = [document("ThisWorkbook", Owner.WORKBOOK)]
    owned += [document(f"Sheet{place}", Owner.SHEET) for place in range(1, len(SHEETS) + 1)]
    modules = [standard(text) for text in (sample_macros() if macros is None else macros)]
    content = path.with_suffix(".bin")
    content.write_bytes(project([*owned, *modules]))
    with xlsxwriter.Workbook(path) as book:
        book.add_vba_project(str(content))
        book.set_vba_name("ThisWorkbook")
        book.set_custom_property("houqin", "0.1.0")
        book.define_name("清单_物品", "=首页!$H$1:$H$3")
        for place, name in enumerate(SHEETS, start=1):
            book.add_worksheet(name).set_vba_name(f"Sheet{place}")
        _fill_home(book)
        _fill_ledger(book)
    return path


def _wrapper(name: str, count: int) -> str:
    given = _ARGUMENTS[:count]
    signature = ", ".join(
        each if place == 0 else f"Optional {each}" for place, each in enumerate(given)
    )
    return _WRAPPER.format(name=name, signature=signature, given=", ".join(given))


def _with_windows_ends(text: str) -> str:
    return text.replace("\n", "\r\n")


def _fill_home(book: Any) -> None:
    sheet = book.get_worksheet_by_name("首页")
    sheet.write_column("H1", [row[1] for row in ROWS])
    sheet.insert_button("B2", {"macro": "Actions.CheckAll", "caption": "校验全部"})
    sheet.insert_button("B5", {"macro": "Actions.Ask", "caption": "询问"})
    sheet.insert_button("B200", {"macro": "Actions.Fail", "caption": "出错"})
    sheet.write_formula("F3", '=HYPERLINK("#\'领用\'!"&"D7","去看")', None, "去看")


def _fill_ledger(book: Any) -> None:
    sheet = book.get_worksheet_by_name("领用")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    text = book.add_format({"num_format": "@"})
    columns = [{"header": heading} for heading in HEADINGS]
    sheet.add_table(TOP, 0, TOP + len(ROWS), 4, {"name": "stock_issues", "columns": columns})
    for row, (number, item, date, quantity) in enumerate(ROWS, start=TOP + 1):
        sheet.write_string(row, 0, number, text)
        sheet.write_string(row, 1, item)
        sheet.write_number(row, 2, date, day)
        sheet.write_number(row, 3, quantity)
    sheet.data_validation(
        "B6:B50",
        {
            "validate": "list",
            "source": "=清单_物品",
            "input_title": "物品名称",
            "input_message": "从清单里选",
            "error_type": "warning",
        },
    )
    sheet.merge_range("A1:E1", "领用登记表")
    sheet.set_row(2, options={"hidden": True})
    sheet.set_column("I:J", options={"hidden": True})
