"""Reads one sheet in a process of its own, which a hostile file may break without harm."""

import pickle
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from houqin.cells.values import CellError, CellValue
from houqin.errors import Refused
from houqin.hosts.archive import Archive
from houqin.hosts.sheetxml import in_order

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MEMORY = 1 << 30
BLOCK = 8_192  # rows sent at a time, so that a big sheet is never held twice
CALAMINE, OPENPYXL = "calamine", "openpyxl"

Row = list[CellValue]
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Order(NamedTuple):
    """Which sheet of which workbook to read, and the readers to try in turn."""

    content: bytes
    sheet: str
    part: str  # the XML of the sheet
    readers: tuple[str, ...]


class Corner(NamedTuple):
    """Where the first cell of the rows that follow stands, counted from 1."""

    top: int = 1
    left: int = 1


class Done(NamedTuple):
    """The end of what was read; a code says why it could not be."""

    refusal: str | None = None


Frame = Corner | list[Row] | Done


def main() -> None:
    """Read the order on standard input and answer it on standard output."""
    limit_memory()
    answer(
        pickle.load(sys.stdin.buffer),  # noqa: S301  # nosec B301 - from the process that started this one
        lambda frame: pickle.dump(frame, sys.stdout.buffer),
    )


def limit_memory() -> None:
    """Let this process die rather than the machine swap, where the system can see to it."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def answer(order: Order, send: Callable[[Frame], None]) -> None:
    """Send a sheet as the first reader gives it that can."""
    refusal = None
    for reader in order.readers:
        try:
            for frame in READERS[reader](order):
                send(frame)
        except MemoryError:
            refusal = "memory"
        except BaseException:  # noqa: BLE001 - a panic in Rust is no Exception
            refusal = "unreadable"
        else:
            refusal = None
            break
    send(Done(refusal))


def with_calamine(order: Order) -> Iterator[Corner | list[Row]]:
    """Read a sheet with calamine."""
    from python_calamine import CalamineWorkbook

    sheet = CalamineWorkbook.from_filelike(BytesIO(order.content)).get_sheet_by_name(order.sheet)
    corner = corner_of(sheet)
    yield corner
    # Unlike to_python(), iter_rows() leaves out the blank columns before the block only.
    yield from _blocks(islice(sheet.iter_rows(), corner.top - 1, None))


def with_openpyxl(order: Order) -> Iterator[Corner | list[Row]]:
    """Read a sheet with openpyxl."""
    from openpyxl import load_workbook

    if not in_order(Archive(order.content).pieces(order.part)):
        raise Refused("unreadable")
    book = load_workbook(BytesIO(order.content), read_only=True, data_only=True, keep_links=False)
    sheet: Any = book[order.sheet]
    sheet.reset_dimensions()  # what the file states may be false
    yield Corner()
    yield from _blocks([_value_of(cell) for cell in row] for row in sheet.iter_rows())


READERS = {CALAMINE: with_calamine, OPENPYXL: with_openpyxl}


def corner_of(sheet: "CalamineSheet") -> Corner:
    """Return where the block stands that calamine gives without its blank margins."""
    row, column = sheet.start or (0, 0)
    return Corner(row + 1, column + 1)


def _blocks(rows: Iterable[Any]) -> Iterator[list[Row]]:
    rest = iter(rows)
    while block := list(islice(rest, BLOCK)):
        yield block


def _value_of(cell: Any) -> CellValue:
    """Return what a cell of openpyxl's holds, in the kinds that calamine gives."""
    if cell.data_type == "e":
        return CellError(cell.value)
    if type(cell.value) is str:
        return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), cell.value)
    value: CellValue = cell.value
    return value
