"""What holds for any bytes at all: each target makes something of them and raises only what it promises."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time, timedelta

from tests.cells.test_all_readers import READERS
from tests.hosts.by_hand import SHEET, content, sheet_xml
from tests.tables.drawing import INSPECTIONS, ISSUES, LISTS
from tests.trust.making import GOOD
from tests.vba.readers import modules
from tests.vba.sample import MACROS

from houqin.cells.values import CellError, CellValue, Uncached
from houqin.errors import Refused
from houqin.hosts.archive import Archive
from houqin.hosts.guard import inspect
from houqin.hosts.sheetxml import outline, overlay, prefix_of, reach, rows_of
from houqin.tables.grid import Grid
from houqin.tables.recognising import recognise
from houqin.tables.unfolding import unfold
from houqin.vba.project import modules_of, project

LAYOUTS = (ISSUES, INSPECTIONS, LISTS)
WIDTH = 9  # columns of a fuzzed table
OTHERS: tuple[CellValue, ...] = (
    *(None, True, False, 0.0, -1.0, 44001.0, 1e300, float("nan"), float("inf"), 10**400),
    *(date(2020, 5, 12), datetime(2020, 5, 12, 7, 30), time(7, 30), timedelta(days=400)),  # noqa: DTZ001
    *(CellError("#N/A"), Uncached()),
)


def values_of(made: bytes) -> list[CellValue]:
    """Return cells made of bytes: lines of text, or one of the other kinds where a line is short."""
    lines = made.decode("utf-8", "replace").split("\n")
    return [
        OTHERS[ord(line[1]) % len(OTHERS)] if len(line) == 2 and line[0] == "!" else line
        for line in lines
    ]


def read_cells(made: bytes) -> None:
    """Read each cell with each reader."""
    for value in values_of(made):
        for read, _ in READERS.values():
            read(value)


def read_tables(made: bytes) -> None:
    """Lay the cells out as a sheet, and look for ledgers in it."""
    values = values_of(made)
    rows = [values[start : start + WIDTH] for start in range(0, len(values), WIDTH)]
    grid = Grid("领用", rows)
    recognise([unfold(grid, LAYOUTS)], LAYOUTS)


def guard_zip(made: bytes) -> None:
    """Look a file over as a workbook."""
    with suppress(Refused):
        inspect(Archive(made))


def guard_sheet(made: bytes) -> None:
    """Look over a sheet whose XML is what was made, and search it as a reader would."""
    archive = Archive(content({SHEET: made}))
    with suppress(Refused):
        inspect(archive)
        found = outline(archive.pieces(SHEET))
        reach(rows_of(archive, SHEET, found), prefix_of(found))
        overlay(rows_of(archive, SHEET, found), prefix_of(found))


def read_vba(made: bytes) -> None:
    """Read a container of macros."""
    with suppress(ValueError):
        modules_of(made)


PROMISES: Mapping[str, Callable[[bytes], None]] = {
    "cells": read_cells,
    "tables": read_tables,
    "guard": guard_zip,
    "sheets": guard_sheet,
    "vba": read_vba,
}
TEXTS = "2020.5.12\n５月12日\n１２个\n3箱\n1,200.50元\n壹佰元整\n张三、李四\n6（5）班\n7:20-7:50\n36.8℃\n98%\n同上\n!\x03"


def _cells() -> Iterator[bytes]:
    yield TEXTS.encode()
    yield from (line.encode() for line in TEXTS.splitlines())


def _tables() -> Iterator[bytes]:
    heads = [head.heading for head in ISSUES.heads][:WIDTH]
    rows = [[""] * WIDTH, heads, TEXTS.splitlines()[:WIDTH], ["合计", *["12"] * (WIDTH - 1)]]
    yield "\n".join(cell for row in rows for cell in row).encode()


def _sheets() -> Iterator[bytes]:
    yield sheet_xml(GOOD).encode()
    yield sheet_xml('<x:row xmlns:x="a"><x:c><x:f>1</x:f></x:c></x:row><!-- -->').encode()


SEEDS: Mapping[str, Callable[[], Iterator[bytes]]] = {
    "cells": _cells,
    "tables": _tables,
    "guard": lambda: iter((content(), content({SHEET: sheet_xml(GOOD)}))),
    "sheets": _sheets,
    "vba": lambda: iter((project(modules(MACROS, sheets=1)),)),
}
