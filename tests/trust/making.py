"""Writes hostile workbooks: the small ledger they are made from, and parts too large to hold in memory."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, repeat
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from tests.hosts.by_hand import SHEET, Parts, content, sheet_xml

HEADINGS = ("单据编号", "日期", "校区", "物品名称", "单位", "数量", "领用人", "用途")
HEAD, TAIL = sheet_xml("\0").split("\0")
MEGABYTE = 1 << 20


class Attack(NamedTuple):
    """A file that means harm or is broken, and how it is written to a path."""

    name: str
    write: Callable[[Path], object]
    large: bool = False  # takes seconds to write: tried in the long run only


def row_xml(number: int, *values: str) -> str:
    """Return a row of texts that stand in their own cells."""
    cells = "".join(
        f'<c r="{chr(65 + column)}{number}" t="inlineStr"><is><t>{value}</t></is></c>'
        for column, value in enumerate(values)
    )
    return f'<row r="{number}">{cells}</row>'


TITLES = row_xml(1, *HEADINGS)
GOOD = TITLES + "".join(
    row_xml(row, f"LY-{row:03}", "2020-05-12", "本部", "口罩", "盒", "2", "张三", "防疫")
    for row in range(2, 6)
)


def parts(name: str, replaced: Parts) -> Attack:
    """Return an attack that replaces some parts of a sound ledger."""
    whole = {SHEET: HEAD + GOOD + TAIL, **replaced}
    return Attack(name, lambda path: path.write_bytes(content(whole)))


def rows(name: str, more: str, *, head: str = "", tail: str = "") -> Attack:
    """Return an attack that adds rows to the ledger, or tags before and after its rows."""
    return parts(name, {SHEET: sheet_xml(GOOD + more, head=head, tail=tail)})


def raw(name: str, made: Callable[[], bytes], *, large: bool = False) -> Attack:
    """Return an attack that is no workbook of the usual make."""
    return Attack(name, lambda path: path.write_bytes(made()), large)


def repeated(text: str, times: int) -> Iterator[bytes]:
    """Yield a text so many times, a megabyte or so at once."""
    at_once = max(1, MEGABYTE // len(text))
    yield from repeat((text * at_once).encode(), times // at_once)
    yield (text * (times % at_once)).encode()


def streamed(name: str, pieces: Callable[[], Iterable[bytes]], part: str = SHEET) -> Attack:
    """Return an attack of which one part is packed piece by piece, never held whole."""
    others = {SHEET: None if part == SHEET else HEAD + GOOD + TAIL, part: None}

    def write(path: Path) -> None:
        path.write_bytes(content(others))
        with (
            ZipFile(path, "a", ZIP_DEFLATED, compresslevel=1) as file,
            file.open(part, "w", force_zip64=True) as stream,
        ):
            for piece in pieces():
                stream.write(piece)

    return Attack(name, write, large=True)


def streamed_rows(name: str, pieces: Callable[[], Iterable[bytes]]) -> Attack:
    """Return an attack whose ledger goes on for very many rows."""
    return streamed(name, lambda: chain([(HEAD + GOOD).encode()], pieces(), [TAIL.encode()]))
