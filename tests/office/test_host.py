"""The workbook of the contract of all hosts, open in LibreOffice: the same grids, cell by cell."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import xlwings as xw
from tests.hosts.test_contract import DRAWN, HIDDEN_COLUMNS, shown, write_with_xlsxwriter
from tests.office.libreoffice import LibreOffice

from houqin.hosts.excel import ExcelDesk
from houqin.hosts.memory import TextHost
from houqin.tables.grid import Grid

pytestmark = pytest.mark.office


def drawn() -> dict[str, Grid]:
    host = TextHost(DRAWN)
    return {name: host.read(name) for name in host.sheet_names()}


def as_excel_tells(cell: Any) -> Any:
    """A time of day is a part of a day: Excel's Value tells no more of it."""
    kind, value = cell
    if kind != "time":
        return cell
    passed = timedelta(hours=value.hour, minutes=value.minute)
    return "number", passed / timedelta(days=1)


def test_an_open_workbook_gives_what_is_drawn(
    office: LibreOffice, app: xw.App, tmp_path: Path
) -> None:
    path = tmp_path / "台账.xlsx"
    write_with_xlsxwriter(path, drawn())
    office.open(path)
    book = app.books["台账.xlsx"]
    book.sheets["领用"].range("C12:E12").formula = [["=NA()", "=1/0", "=#REF!"]]  # reckoned anew
    desk = ExcelDesk(book)

    assert tuple(desk.sheet_names()) == tuple(drawn())
    for name, grid in drawn().items():
        expected, found = shown(grid), shown(desk.read(name))
        expected["cells"] = {at: as_excel_tells(cell) for at, cell in expected["cells"].items()}
        differs = {
            at: (found["cells"].get(at), cell)
            for at, cell in expected["cells"].items()
            if found["cells"].get(at) != cell
        }
        assert differs == {}
        assert found == expected
    told = {name: desk.read(name).hidden_columns for name in desk.sheet_names()}
    assert told == {name: frozenset(HIDDEN_COLUMNS.get(name, ())) for name in drawn()}
