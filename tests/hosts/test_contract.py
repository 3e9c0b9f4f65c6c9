"""One contract for all hosts: the same workbook gives the same grid, cell by cell."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from houqin.cells.values import CellError, CellValue, Uncached
from houqin.hosts import files, guard
from houqin.hosts.base import Host
from houqin.hosts.files import FileHost
from houqin.hosts.memory import TextHost
from houqin.hosts.worker import OPENPYXL
from houqin.tables.address import column_letter
from houqin.tables.grid import Block, Grid

DRAWN = r"""
| 领用 @3 | 领用登记表 | <        | <          | <                | <     | <    |
|       4 | 单据编号   | 物品名称 | 日期       | 登记时间         | 时段  | 数量 |
|       5 | LY-001     | 口罩     | 2020-05-12 | 2020-05-12 07:30 | 07:30 | 12   |
|      ~6 | 'LY-002    | ^        | '2020.5.12 | 2020-02-29 23:59 | 00:00 | -3.5 |
|       9 | '00123     | ␣口罩␣   | 2020-12-31 |                  | 23:59 | '12  |
|      12 | a\nb       | TRUE     | #N/A       | #DIV/0!          | #REF! | 0    |
| ~入库   |            |          | 单据编号   |
|       2 | FALSE      |          | 1234567890123456 |
| 空表    |
"""
HIDDEN_COLUMNS = {"入库": {2}}

Writer = Callable[[Path, Mapping[str, Grid]], None]


def drawn_grids() -> dict[str, Grid]:
    host = TextHost(DRAWN)
    return {name: host.read(name) for name in host.sheet_names()}


def cells_of(grid: Grid) -> Iterator[tuple[int, int, CellValue]]:
    for row, values in enumerate(grid.values, start=grid.top):
        for column, value in enumerate(values, start=grid.left):
            yield row, column, value


def as_shown(value: CellValue) -> tuple[str, CellValue] | None:
    """Return the kind and the value of a cell, without what spreadsheets do not tell apart."""
    match value:
        case None | "":
            return None
        case bool():
            return "bool", value
        case int() | float():
            return "number", float(value)
        case datetime():
            return "day", value
        case date():
            return "day", datetime(value.year, value.month, value.day)  # noqa: DTZ001
        case _:
            return type(value).__name__, value


def shown(grid: Grid) -> dict[str, Any]:
    cells = {(row, column): as_shown(value) for row, column, value in cells_of(grid)}
    return {
        "cells": {place: cell for place, cell in cells.items() if cell is not None},
        "merges": set(grid.merges),
        "hidden rows": set(grid.hidden_rows),
        "hidden": grid.hidden,
        "1904": grid.date_1904,
    }


FORMS = {"day": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm", "time": "hh:mm"}


def form_of(value: datetime | time) -> str:
    if isinstance(value, time):
        return "time"
    return "day" if value.time() == time() else "moment"


def write_with_xlsxwriter(path: Path, grids: Mapping[str, Grid]) -> None:
    with xlsxwriter.Workbook(path) as book:
        forms = {kind: book.add_format({"num_format": form}) for kind, form in FORMS.items()}
        for name, grid in grids.items():
            sheet = book.add_worksheet(name)
            for top, left, bottom, right in grid.merges:
                sheet.merge_range(top - 1, left - 1, bottom - 1, right - 1, "")
            for row, column, value in cells_of(grid):
                put_with_xlsxwriter(sheet, (row - 1, column - 1), value, forms)
            for row in grid.hidden_rows:
                sheet.set_row(row - 1, options={"hidden": True})
            for column in HIDDEN_COLUMNS.get(name, ()):
                sheet.set_column(column - 1, column - 1, options={"hidden": True})
            if grid.hidden:
                sheet.hide()


def put_with_xlsxwriter(
    sheet: Any, place: tuple[int, int], value: CellValue, forms: Mapping[str, Any]
) -> None:
    match value:
        case None:
            pass
        case CellError():
            sheet.write_formula(*place, "=1+1", None, value.text)
        case datetime() | time():
            sheet.write_datetime(*place, value, forms[form_of(value)])
        case str():
            sheet.write_string(*place, value)
        case _:
            sheet.write(*place, value)


def write_with_openpyxl(path: Path, grids: Mapping[str, Grid]) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, grid in grids.items():
        sheet = book.create_sheet(name)
        for row, column, value in cells_of(grid):
            put_with_openpyxl(sheet.cell(row, column), value)
        for block in grid.merges:
            sheet.merge_cells(None, block.top, block.left, block.bottom, block.right)
        for row in grid.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        for column in HIDDEN_COLUMNS.get(name, ()):
            sheet.column_dimensions[column_letter(column)].hidden = True
        sheet.sheet_state = "hidden" if grid.hidden else "visible"
    book.save(path)


def put_with_openpyxl(cell: Any, value: CellValue) -> None:
    if value is not None:
        cell.value = value.text if isinstance(value, CellError) else value
    if isinstance(value, str):
        cell.data_type = "s"


@pytest.fixture(params=["this process", "calamine apart", "openpyxl apart"])
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Make every file be read in one of the three ways."""
    if request.param != "this process":
        monkeypatch.setattr(guard, "SMALL_TEXT", -1)
    if request.param == "openpyxl apart":
        monkeypatch.setattr(files, "CALAMINE", OPENPYXL)
    return str(request.param)


@pytest.fixture(params=[write_with_xlsxwriter, write_with_openpyxl])
def host(request: pytest.FixtureRequest, reader: str, tmp_path: Path) -> Host:
    """The drawn workbook, as another program wrote it into a file."""
    path = tmp_path / "台账.xlsx"
    write: Writer = request.param
    write(path, drawn_grids())
    return FileHost(path)


def test_a_file_gives_what_is_drawn(host: Host) -> None:
    drawn = drawn_grids()

    assert tuple(host.sheet_names()) == tuple(drawn)
    for name, grid in drawn.items():
        assert shown(host.read(name)) == shown(grid)


def test_a_file_tells_its_hidden_columns(host: Host) -> None:
    told = {name: host.read(name).hidden_columns for name in host.sheet_names()}

    assert told == {"领用": frozenset(), "入库": frozenset({2}), "空表": frozenset()}


@pytest.mark.parametrize("name", ["领用", "入库"])
def test_the_drawing_says_what_it_shows(name: str) -> None:
    expected = {
        "领用": {
            "cells": {
                (3, 1): ("str", "领用登记表"),
                (4, 1): ("str", "单据编号"),
                (4, 2): ("str", "物品名称"),
                (4, 3): ("str", "日期"),
                (4, 4): ("str", "登记时间"),
                (4, 5): ("str", "时段"),
                (4, 6): ("str", "数量"),
                (5, 1): ("str", "LY-001"),
                (5, 2): ("str", "口罩"),
                (5, 3): ("day", datetime(2020, 5, 12)),  # noqa: DTZ001
                (5, 4): ("day", datetime(2020, 5, 12, 7, 30)),  # noqa: DTZ001
                (5, 5): ("time", time(7, 30)),
                (5, 6): ("number", 12.0),
                (6, 1): ("str", "LY-002"),
                (6, 3): ("str", "2020.5.12"),
                (6, 4): ("day", datetime(2020, 2, 29, 23, 59)),  # noqa: DTZ001
                (6, 5): ("time", time(0, 0)),
                (6, 6): ("number", -3.5),
                (9, 1): ("str", "00123"),
                (9, 2): ("str", " 口罩 "),
                (9, 3): ("day", datetime(2020, 12, 31)),  # noqa: DTZ001
                (9, 5): ("time", time(23, 59)),
                (9, 6): ("str", "12"),
                (12, 1): ("str", "a\nb"),
                (12, 2): ("bool", True),
                (12, 3): ("CellError", CellError("#N/A")),
                (12, 4): ("CellError", CellError("#DIV/0!")),
                (12, 5): ("CellError", CellError("#REF!")),
                (12, 6): ("number", 0.0),
            },
            "merges": {Block(3, 1, 3, 6), Block(5, 2, 6, 2)},
            "hidden rows": {6},
            "hidden": False,
            "1904": False,
        },
        "入库": {
            "cells": {
                (1, 3): ("str", "单据编号"),
                (2, 1): ("bool", False),
                (2, 3): ("number", 1234567890123456.0),
            },
            "merges": set(),
            "hidden rows": set(),
            "hidden": True,
            "1904": False,
        },
    }

    assert shown(TextHost(DRAWN).read(name)) == expected[name]


@pytest.mark.usefixtures("reader")
def test_a_formula_without_a_stored_result_is_no_blank(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "领用"
    book.worksheets[0]["B2"] = "=1+1"
    book.save(tmp_path / "台账.xlsx")

    grid = FileHost(tmp_path / "台账.xlsx").read("领用")

    assert shown(grid) == shown(TextHost("| 领用 | |\n| 2 | | =? |").read("领用"))
    assert {value for _, _, value in cells_of(grid)} - {None, ""} == {Uncached()}


@pytest.mark.usefixtures("reader")
def test_days_that_count_from_1904_are_days_all_the_same(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "台账.xlsx", {"date_1904": True}) as book:
        form = book.add_format({"num_format": "yyyy-mm-dd"})
        book.add_worksheet("领用").write_datetime(0, 0, datetime(2020, 5, 12), form)  # noqa: DTZ001

    grid = FileHost(tmp_path / "台账.xlsx").read("领用")

    assert shown(grid)["cells"] == {(1, 1): ("day", datetime(2020, 5, 12))}  # noqa: DTZ001
    assert grid.date_1904


def test_charts_are_no_sheets_to_read(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "台账.xlsx") as book:
        book.add_worksheet("领用").write(0, 0, 1)
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=领用!$A$1"})
        book.add_chartsheet("图").set_chart(chart)
        book.add_worksheet("入库")

    assert FileHost(tmp_path / "台账.xlsx").sheet_names() == ("领用", "入库")


def test_custom_properties_are_told(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "台账.xlsx") as book:
        book.add_worksheet()
        book.set_custom_property("houqin", "0.1.0")
        book.set_custom_property("学校", "第一小学")
    drawn = TextHost("| 领用 |", properties={"houqin": "0.1.0", "学校": "第一小学"})

    assert FileHost(tmp_path / "台账.xlsx").properties() == drawn.properties()


def test_a_workbook_without_custom_properties_tells_none(tmp_path: Path) -> None:
    write_with_xlsxwriter(tmp_path / "台账.xlsx", drawn_grids())

    assert FileHost(tmp_path / "台账.xlsx").properties() == {}


@pytest.mark.xfail(strict=True, reason="openpyxl and calamine read it as 28 February 1900")
@pytest.mark.usefixtures("reader")
def test_the_day_that_never_was_is_not_moved(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "台账.xlsx") as book:
        book.add_worksheet("领用").write_number(0, 0, 60, book.add_format({"num_format": 14}))

    grid = FileHost(tmp_path / "台账.xlsx").read("领用")

    assert shown(grid)["cells"] != {(1, 1): ("day", datetime(1900, 2, 28))}  # noqa: DTZ001
