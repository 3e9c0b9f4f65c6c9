"""The columns of a table: the one that a field takes, and its cells as they are to be read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, groupby

from houqin.cells.values import CellValue, is_blank
from houqin.tables.address import column_letter
from houqin.tables.below import Below
from houqin.tables.body import Body
from houqin.tables.filling import Filled, fill_down, spread, without_dittos
from houqin.tables.grid import Block
from houqin.tables.heading_rows import HeadingRow
from houqin.tables.headings import Heading
from houqin.tables.layout import Head, Layout
from houqin.tables.table import Column, Oddity
from houqin.tables.wording import DITTO


@dataclass(frozen=True, slots=True)
class Found:
    """A table whose headings and rows are known."""

    layout: Layout
    heading: HeadingRow
    below: Below
    body: Body
    merges: tuple[Block, ...]
    numbers: tuple[int, ...]  # of the rows that hold data

    def cells(self, column: int) -> tuple[CellValue, ...]:
        """Return the cells of a column in the rows that hold data."""
        cells = self.below.column(column)
        whole = len(self.body.rows) == self.below.height
        return cells if whole else tuple(compress(cells, self.body.held))


@dataclass(frozen=True, slots=True)
class Columns:
    """What the fields of a table hold."""

    chosen: dict[str, Heading]
    read: dict[str, Column]
    unread: dict[str, frozenset[int]]
    oddities: tuple[Oddity, ...]


def read_columns(found: Found) -> Columns:
    """Return the columns of a table, and what is odd about them."""
    chosen: dict[str, Heading] = {}
    doubled: list[tuple[Heading, Heading]] = []
    for head in found.layout.heads:
        headings = found.heading.claims.columns.get(head.field, ())
        if headings:
            chosen[head.field], others = _first_of(found, headings)
            doubled.extend((other, chosen[head.field]) for other in others)
    heads = [head for head in found.layout.heads if head.field in chosen]
    numbers = found.numbers
    filled = {h.field: _fill(found, h, chosen[h.field].column, numbers) for h in heads}
    oddities = [*_doubled(found, doubled), *_dittos(found, chosen, filled, numbers)]
    return Columns(
        chosen,
        {field: _column(chosen[field], cells) for field, cells in filled.items()},
        {field: cells.unread for field, cells in filled.items() if cells.unread},
        tuple(oddities),
    )


def _first_of(found: Found, headings: Sequence[Heading]) -> tuple[Heading, list[Heading]]:
    """Return the first of a field's columns that shows anything, and the others that do."""
    if len(headings) == 1:
        return headings[0], []
    shown = [h for h in headings if not all(map(is_blank, found.cells(h.column)))]
    first, *others = shown or headings[:1]
    return first, others


def _fill(found: Found, head: Head, column: int, numbers: tuple[int, ...]) -> Filled:
    cells = found.cells(column)
    dittos = found.below.mentions(column, DITTO)
    if not head.fill_down:
        filled = without_dittos(cells) if dittos else Filled(cells)
        merged = head.spread and _is_merged(found, column)
        return spread(filled, numbers, column, found.merges) if merged else filled
    blanks = any(blank in cells for blank in found.below.blanks_in(column))
    if dittos or blanks or _is_merged(found, column):
        return fill_down(cells, numbers, column, found.merges)
    return Filled(cells)


def _is_merged(found: Found, column: int) -> bool:
    return any(block.left <= column <= block.right for block in found.merges)


def _column(heading: Heading, filled: Filled) -> Column:
    return Column(column_letter(heading.column), heading.text, filled.cells, filled.origins)


def _doubled(found: Found, doubled: Sequence[tuple[Heading, Heading]]) -> Iterator[Oddity]:
    """Tell of columns that say a field again; of a second table beside the first only once."""
    ordered = sorted(doubled, key=lambda pair: pair[0].column)
    runs = groupby(enumerate(ordered), key=lambda item: item[1][0].column - item[0])
    for _, run in runs:
        pairs = [pair for _, pair in run]
        if all(found.cells(one.column) == found.cells(other.column) for one, other in pairs):
            continue
        second, used = pairs[0]
        said = "、".join(heading.text for heading, _ in pairs)
        values = {"headings": said, "used": column_letter(used.column)}
        letter = column_letter(second.column)
        yield Oddity("TAB-02", found.heading.last, letter, second.text, values)


def _dittos(
    found: Found, chosen: dict[str, Heading], filled: dict[str, Filled], numbers: Sequence[int]
) -> Iterator[Oddity]:
    for field, cells in filled.items():
        heading = chosen[field]
        letter = column_letter(heading.column)
        raw = found.cells(heading.column) if cells.unread else ()
        for index in sorted(cells.unread):
            yield Oddity("TAB-10", numbers[index], letter, heading.text, {"value": raw[index]})
