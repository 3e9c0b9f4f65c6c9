"""Every formula of the masters: as Python reckoned it when they were built, and as LibreOffice does."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.office.libreoffice import LibreOffice
from tests.office.runs import ROOT

from houqin.tables.address import column_number

pytestmark = pytest.mark.office
DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a serial number knows no time zone


def formulas(path: Path) -> dict[str, list[str]]:
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [
            cell.coordinate
            for row in sheet.iter_rows()
            for cell in row
            if isinstance(cell.value, str) and cell.value.startswith("=")
        ]
        for sheet in book
    }


def plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return float((value - DAY_ZERO).days)
    if isinstance(value, date):
        return float((datetime(value.year, value.month, value.day) - DAY_ZERO).days)  # noqa: DTZ001
    if isinstance(value, int):
        return float(value)
    return value or ""


def shown(document: Any, cells: dict[str, list[str]]) -> dict[tuple[str, str], Any]:
    found = {}
    for name, addresses in cells.items():
        sheet = document.Sheets.getByName(name)
        whole = sheet.getCellRangeByName("A1:CV1100").getDataArray() if addresses else ()
        for address in addresses:
            letters = address.rstrip("0123456789")
            row, column = int(address[len(letters) :]), column_number(letters)
            found[name, address] = whole[row - 1][column - 1] or ""
    return found


@pytest.mark.parametrize("name", ["houqin.xlsm", "houqin-demo.xlsm"])
def test_formulas_are_as_loaded_after_a_hard_recalculation_and_in_python(
    office: LibreOffice, name: str
) -> None:
    path = ROOT / "workbook" / name
    cells = formulas(path)
    stored = openpyxl.load_workbook(path, data_only=True)
    expected = {
        (sheet, address): plain(stored[sheet][address].value)
        for sheet, addresses in cells.items()
        for address in addresses
    }
    document = office.open(path, hidden=True)

    loaded = shown(document, cells)
    document.calculateAll()
    reckoned = shown(document, cells)

    assert len(expected) > 3000
    assert {at: value for at, value in loaded.items() if (value or 0) != (expected[at] or 0)} == {}
    assert {
        at: value for at, value in reckoned.items() if (value or 0) != (expected[at] or 0)
    } == {}
