"""A small workbook with macros in which everything hangs together, to be spoilt."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter
from tests.vba.readers import bas, modules

from houqin.master.package import finished, parts
from houqin.vba.project import project

SHEETS = ("总览", "台账", "配置")
MACROS = bas(
    "Ui",
    "Option Explicit",
    "Public Sub Refresh()",
    "End Sub",
    "Public Sub OnRibbon(ByVal control As IRibbonControl)",
    "End Sub",
    "Public Sub OnSwitch(control As IRibbonControl, pressed As Boolean)",
    "End Sub",
    "Public Sub OnChoice(control As IRibbonControl, id As String, index As Integer)",
    "End Sub",
    "Public Sub OnItem(control As IRibbonControl, index As Integer, ByRef returned)",
    "End Sub",
    "Public Sub OnLoad(ribbon As IRibbonUI)",
    "End Sub",
    "Public Sub IsPressed(control As IRibbonControl, ByRef returned As Variant)",
    "End Sub",
    "Public Sub ByValue(control As IRibbonControl, ByVal returned As Variant)",
    "End Sub",
    "Private Sub Hidden(control As IRibbonControl)",
    "End Sub",
    "Public Function Twice(ByVal number As Double) As Double",
    "End Function",
)
RIBBON = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui" onLoad="Ui.OnLoad">
 <ribbon><tabs><tab id="houqin" label="后勤" insertAfterMso="TabHome"><group id="check" label="校验">
  <button id="refresh" label="刷新" size="large" imageMso="Refresh" onAction="Ui.OnRibbon"/>
  <toggleButton id="live" label="实时" onAction="Ui.OnSwitch" getPressed="Ui.IsPressed"/>
  <dropDown id="area" onAction="Ui.OnChoice" getItemCount="Ui.IsPressed" getItemLabel="Ui.OnItem"/>
  <control idMso="Copy"/><control idMso="Copy"/>
 </group></tab></tabs></ribbon>
</customUI>
"""
TABLE, CAMPUSES, KINDS = (f"xl/tables/table{number}.xml" for number in (1, 2, 3))
OVERVIEW, LEDGER = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"
WORKBOOK, STYLES, BUTTONS = "xl/workbook.xml", "xl/styles.xml", "xl/drawings/vmlDrawing1.vml"
CHART, TEXTS, TYPES = "xl/charts/chart1.xml", "xl/sharedStrings.xml", "[Content_Types].xml"
LINKS, ROOTS, RIBBON_PART = "xl/_rels/workbook.xml.rels", "_rels/.rels", "customUI/customUI14.xml"


def raw(*sources: str, sheets: int = len(SHEETS)) -> bytes:
    """Return the workbook as XlsxWriter writes it."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    macros = project(modules(*(sources or (MACROS,)), sheets=sheets))
    book.add_vba_project(BytesIO(macros), is_stream=True)
    book.set_vba_name("ThisWorkbook")
    _fill(book, [book.add_worksheet(title) for title in SHEETS])
    book.close()
    return stream.getvalue()


def sample(*sources: str, ribbon: str = RIBBON, sheets: int = len(SHEETS)) -> bytes:
    """Return the finished workbook, in which nothing is wrong."""
    return finished(raw(*sources, sheets=sheets), ribbon)


def spoilt(part: str, old: str, new: str, *, times: int = -1) -> bytes:
    """Return the workbook with other words in one of its parts."""
    found = parts(sample())
    text = found[part].decode()
    assert old in text, text
    return zipped(found | {part: text.replace(old, new, times).encode()})


def zipped(found: dict[str, bytes]) -> bytes:
    """Return parts as a package."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, content in found.items():
            package.writestr(name, content)
    return stream.getvalue()


def _fill(book: Any, sheets: list[Any]) -> None:
    overview, ledger, settings = sheets
    for number, sheet in enumerate(sheets, start=1):
        sheet.set_vba_name(f"Sheet{number}")
    overview.write_url("A1", "internal:'台账'!A1", string="台账")
    overview.write_formula("A2", "=SUM(tblLedger[数量])+COUNTA(校区列表)")
    overview.write_formula("A3", "=COUNTA(TBLKIND[KIND])+LIMIT")
    overview.insert_button("D2", {"macro": "Ui.Refresh", "caption": "刷新"})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"categories": "=台账!$A$2:$A$6", "values": "=台账!$C$2:$C$6"})
    overview.insert_chart("D8", chart)
    columns = [
        {"header": "编号"},
        {"header": "换\n行"},
        {"header": "数量", "formula": "=tblLedger[[#This Row],[编号]]*2"},
    ]
    ledger.add_table("A1:C6", {"name": "tblLedger", "columns": columns})
    ledger.data_validation("A2:A9", {"validate": "list", "source": "=校区列表"})
    ledger.data_validation("B2:B9", {"validate": "list", "source": '=INDIRECT("tblCampus[校区]")'})
    red = {"type": "formula", "criteria": "=$C2>最大", "format": book.add_format({"bold": True})}
    ledger.conditional_format("C2:C9", red)
    settings.add_table(
        "A1:A3",
        {"name": "tblCampus", "columns": [{"header": "校区"}], "data": [["本部"], ["奥园"]]},
    )
    settings.add_table("C1:C3", {"name": "tblKind", "columns": [{"header": "Kind"}]})
    book.define_name("校区列表", "=配置!$A$2:$A$3")
    book.define_name("Limit", "=配置!$E$2")
    book.define_name("台账!最大", "=配置!$E$1")
