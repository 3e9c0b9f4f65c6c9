"""What the XML of a sheet tells: how far its cells reach, and what calamine hides.

A big sheet is searched, never parsed: a few searches for bytes in each piece of it.
They rest on the form in which Excel, WPS, LibreOffice and the common libraries write
a cell, `<c r="A1" …>`. A sheet in any other form is first rewritten in that form.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise

from houqin.cells.values import CellError, CellValue, Uncached
from houqin.errors import Refused
from houqin.hosts.archive import Archive
from houqin.hosts.usual_form import MAX_COLUMN, usual_form
from houqin.tables.address import column_number
from houqin.tables.grid import Block


class Shape(IntEnum):
    """How far the cells of a sheet can reach, told from their addresses alone."""

    SMALL = 0  # columns A to Z, rows to 199,999
    NARROW = 1  # columns A to Z, rows to 999,999
    WIDE = 2
    IRREGULAR = 3  # cells are not written in the usual form


_ADDRESSES = (rb"[A-Z](?:\d{1,5}|1\d{5})", rb"[A-Z]\d{1,6}", rb"[A-Z]{1,3}\d{1,7}")
# `@` stands for the prefix of the sheet's tags; a cell of another form is a stranger.
_STRANGERS = tuple(rb'<@c(?! r="%b"[ />])[\s/>]' % address for address in _ADDRESSES)
_FOREIGN = rb"<(?!@c[\s/>])(?:[^\s<>/:]+:)?c[\s/>]"
_FOREIGN_SIGN = re.compile(rb":(?=c[\s/>])")  # one byte and a glance ahead: the fastest search
_ROOT = re.compile(rb"<([^\s<>/:]+:)?worksheet\b")
# A rare letter first: to look for one byte costs a tenth of looking for a word.
_SPECIAL = (
    (b"#", b"#"),  # every error text
    (b"f", b"f>"),  # a formula
    (b"f", b"f "),
    (b"h", b"hidden="),
    (b"g", b"mergeCell"),
    (b"-", b"v>-"),
)
_FULL_CELL = rb'<@c r="([A-Z]{1,3})(\d{1,7})"(?!(?: \w+="\w*")*(?:/>|></@c>))'
_SHARED = rb't="s"[^>]*>\s*<@v>(\d+)'
_NO_VALUE = rb"\s*(?:<@v\s*/>|<@v>\s*</@v>)?\s*</@c>"
_UNCACHED = (rb"</@f>" + _NO_VALUE, rb"<@f [^>]*/>" + _NO_VALUE)
_ERROR = rb't="e"[^>]*>(?:\s*<@f\b[^>]*/>|\s*<@f\b[^>]*>[^<]*</@f>)?\s*<@v>([^<]+)</@v>'
_NEGATIVE = rb"<@v>(-\d[\d.]*(?:[eE][+-]?\d+)?)</@v>"
_TYPED = re.compile(rb'\bt="(?!n")')
_CELL = rb'<@c r="([A-Z]+)(\d+)"([^>]*)>'
_ROW = (
    rb'<@row\b(?=[^>]*\bhidden="(?:1|true)")[^>]*?(?:\br="(\d+)"[^>]*)?>'
    rb'(?:\s*<@c r="[A-Z]+(\d+)")?'
)
_COLUMN = rb'<@col\b(?=[^>]*\bhidden="(?:1|true)")[^>]*>'
_ROW_NUMBER = re.compile(rb"<(?:\w+:)?row\b[^>]*?\br=[\"'](\d+)")
_SPAN = re.compile(rb'\b(min|max)="(\d+)"')
_MERGE = rb'<@mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"'


Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Outline:
    """What one pass over a sheet tells about it."""

    shape: Shape = Shape.SMALL
    prefix: bytes = b""  # of its tags, such as b"x:"
    special: bool = False  # it may hold something that calamine hides


@dataclass(frozen=True, slots=True)
class Overlay:
    """What calamine hides in a sheet."""

    cells: dict[Place, CellValue] = field(default_factory=dict)
    negatives: dict[Place, float] = field(default_factory=dict)  # under a clock's format: 00:00
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Block] = field(default_factory=list)


def outline(pieces: Iterable[bytes]) -> Outline:
    """Tell in one pass how a sheet is written, and whether a closer look is worth while."""
    shape, prefix, special = Shape.SMALL, None, False
    for piece in pieces:
        if prefix is None:
            root = _ROOT.search(piece)
            prefix = (root[1] or b"") if root else b""
        shape = _shape(piece, prefix, shape)
        special = special or any(rare in piece and mark in piece for rare, mark in _SPECIAL)
    return Outline(shape, prefix or b"", special)


def _shape(piece: bytes, prefix: bytes, shape: Shape) -> Shape:
    """Widen the shape of a sheet until a piece fits in, with as few searches as will do."""
    if shape < Shape.IRREGULAR and (_has_comments(piece) or _has_foreign_cells(piece, prefix)):
        return Shape.IRREGULAR
    while shape < Shape.IRREGULAR and _pattern(_STRANGERS[shape], prefix).search(piece):
        shape = Shape(shape + 1)
    return shape


def _has_comments(piece: bytes) -> bool:
    return b"!" in piece and b"<!" in piece


def _has_foreign_cells(piece: bytes, prefix: bytes) -> bool:
    """Tell whether cells have another prefix than the sheet; calamine reads them all."""
    suspicious = prefix or _FOREIGN_SIGN.search(piece)
    return bool(suspicious) and bool(_pattern(_FOREIGN, prefix).search(piece))


def _pattern(pattern: bytes, prefix: bytes) -> re.Pattern[bytes]:
    return re.compile(pattern.replace(b"@", re.escape(prefix)))


def rows_of(archive: Archive, part: str, found: Outline) -> Iterator[bytes]:
    """Yield a sheet in the usual form, cut only before rows."""
    if found.shape is Shape.IRREGULAR:
        yield usual_form(archive.pieces(part))
    else:
        yield from archive.pieces(part, cut=b"<%brow" % found.prefix)


def in_order(pieces: Iterable[bytes]) -> bool:
    """Tell whether rows follow each other from top to bottom, as openpyxl takes for granted."""
    last = 0
    for piece in pieces:
        rows = [last, *map(int, _ROW_NUMBER.findall(piece))]
        if any(after < before for before, after in pairwise(rows)):
            return False
        last = rows[-1]
    return True


def prefix_of(found: Outline) -> bytes:
    """Return the prefix that tags have in the pieces of `rows_of`."""
    return b"" if found.shape is Shape.IRREGULAR else found.prefix


def reach(pieces: Iterable[bytes], prefix: bytes) -> Block | None:
    """Return the block of the cells that hold a value; formats alone do not count."""
    full = _pattern(_FULL_CELL, prefix)
    rows: set[int] = set()
    letters: set[bytes] = set()
    for piece in pieces:
        found = full.findall(piece)
        letters.update(column for column, _ in found)
        numbers = {int(row) for _, row in found}
        rows |= {min(numbers), max(numbers)} if numbers else set()
    columns = [column_number(each.decode()) for each in letters]
    return Block(min(rows), min(columns), max(rows), max(columns)) if rows else None


def shared_strings(pieces: Iterable[bytes], prefix: bytes) -> Iterator[int]:
    """Yield the number of the shared text of each cell that has one."""
    shared = _pattern(_SHARED, prefix)
    for piece in pieces:
        yield from map(int, shared.findall(piece))


def overlay(pieces: Iterable[bytes], prefix: bytes) -> Overlay:
    """Find what calamine hides: errors, formulas without a result, what is hidden or merged."""
    found = Overlay()
    for piece in pieces:
        _find_errors(piece, prefix, found)
        _find_uncached(piece, prefix, found)
        _find_negatives(piece, prefix, found)
        _find_hidden(piece, prefix, found)
        _find_merges(piece, prefix, found)
    return found


def _cell_before(piece: bytes, prefix: bytes, position: int) -> tuple[Place, bytes]:
    """Return the place and the attributes of the cell whose content stands at a position."""
    start = piece.rfind(b"<%bc r=" % prefix, 0, position)
    cell = _pattern(_CELL, prefix).match(piece, start)
    if cell is None:
        raise Refused("unreadable")
    return (int(cell[2]), column_number(cell[1].decode())), cell[3]


def _find_errors(piece: bytes, prefix: bytes, found: Overlay) -> None:
    for error in _pattern(_ERROR, prefix).finditer(piece):
        place, _ = _cell_before(piece, prefix, error.start())
        found.cells[place] = CellError(error[1].decode(errors="replace").strip())


def _find_uncached(piece: bytes, prefix: bytes, found: Overlay) -> None:
    for pattern in _UNCACHED:
        for formula in _pattern(pattern, prefix).finditer(piece):
            place, attributes = _cell_before(piece, prefix, formula.start())
            # A formula whose result is the empty text has a stored value that is empty.
            if not (b't="str"' in attributes and b"v>" in formula[0]):
                found.cells[place] = Uncached()


def _find_negatives(piece: bytes, prefix: bytes, found: Overlay) -> None:
    if b"v>-" in piece:
        for number in _pattern(_NEGATIVE, prefix).finditer(piece):
            place, attributes = _cell_before(piece, prefix, number.start())
            if not _TYPED.search(attributes):
                found.negatives[place] = float(number[1])


def _find_hidden(piece: bytes, prefix: bytes, found: Overlay) -> None:
    if b"hidden=" not in piece:
        return
    rows = _pattern(_ROW, prefix).findall(piece)
    found.hidden_rows.update(int(own or of_cell) for own, of_cell in rows if own or of_cell)
    for column in _pattern(_COLUMN, prefix).findall(piece):
        span = {key: int(number) for key, number in _SPAN.findall(column)}
        if span.keys() == {b"min", b"max"}:
            last = min(span[b"max"], MAX_COLUMN)
            found.hidden_columns.update(range(span[b"min"], last + 1))


def _find_merges(piece: bytes, prefix: bytes, found: Overlay) -> None:
    for left, top, right, bottom in _pattern(_MERGE, prefix).findall(piece):
        columns = column_number(left.decode()), column_number(right.decode())
        found.merges.append(Block(int(top), columns[0], int(bottom), columns[1]))
