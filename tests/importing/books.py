"""Workbooks to which rows are added, and what is seen of them afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import xlsxwriter

from houqin.cells.values import CellValue
from houqin.hosts.files import open_workbook

HEADS = ["编号", "日期", "数量", "备注", "校验结果"]


@dataclass(frozen=True)
class Rows:
    """Rows to be added below a table whose headings stand in row 4."""

    rows: Sequence[Sequence[CellValue]]
    first_row: int = 6
    like_row: int | None = 5
    columns: Sequence[str] = ("A", "B", "C", "D")
    sheet: str = "领用"
    heading_row: int = 4


NEW = ("LY-2", date(2020, 5, 13), 2.5, "=1+1")


def made(path: Path, *, options: dict[str, Any] | None = None, table: bool = True) -> Path:
    """Write a book of two sheets, of which 领用 has a table with one row of data."""
    with xlsxwriter.Workbook(path, options or {}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd", "border": 1})
        framed = book.add_format({"border": 1})
        sheet = book.add_worksheet("领用")
        sheet.write_row(3, 0, HEADS)
        sheet.write_string(4, 0, "LY-1", framed)
        sheet.write_datetime(4, 1, datetime(2020, 5, 12), day)  # noqa: DTZ001
        sheet.write_number(4, 2, 12, framed)
        sheet.write_blank(4, 3, None, framed)
        sheet.write_blank(4, 4, None, framed)
        if table:
            heads = [{"header": head} for head in HEADS]
            sheet.add_table(3, 0, 4, 4, {"name": "stock_issues", "columns": heads})
        else:
            sheet.autofilter(3, 0, 4, 4)
        other = book.add_worksheet("入库")
        other.write_row(3, 0, HEADS)
        other.autofilter(3, 0, 9, 4)
    return path


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist()}


def changed(one: Path, other: Path) -> set[str]:
    before, after = parts(one), parts(other)
    assert list(before) == list(after)
    return {name for name, part in before.items() if after[name] != part}


def cells(path: Path, sheet: str = "领用") -> dict[str, CellValue]:
    """Return the cells of a sheet as houqin reads them."""
    host = open_workbook(path)
    grid = host.read(sheet)
    host.close()
    return {
        f"{chr(64 + column)}{row}": value
        for row, values in enumerate(grid.values, grid.top)
        for column, value in enumerate(values, grid.left)
        if value not in (None, "")
    }
