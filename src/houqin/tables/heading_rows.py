"""Where the headings of a table stand in a sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from houqin.cells.values import CellValue, is_blank
from houqin.tables.grid import Block, Grid
from houqin.tables.headings import Claims, Heading, claim, heading_of
from houqin.tables.layout import Layout

SEARCHED = 20  # rows
_ENOUGH = 3  # headings that make a row a heading row

_Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row, or two of them, read as headings."""

    first: int
    last: int
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """The row of headings, or two of them, and what they claim."""

    first: int
    last: int
    headings: tuple[Heading, ...]
    claims: Claims

    def fields(self) -> set[str]:
        """Return the fields that have a column."""
        return set(self.claims.columns)

    def pairs(self) -> set[tuple[str, int]]:
        """Return each field with each column that claims it."""
        columns = self.claims.columns.items()
        return {(field, heading.column) for field, found in columns for heading in found}


def find_headings(grid: Grid, layout: Layout) -> HeadingRow | None:
    """Return the row that knows most headings of a layout, if it knows enough of them."""
    return best_headings(candidates(grid), layout)


def candidates(grid: Grid) -> tuple[Candidate, ...]:
    """Return the first rows of a sheet, each read as headings."""
    if not grid.values:
        return ()
    top = _Top(grid)
    return tuple(top.read(row) for row in top.rows)


def best_headings(rows: Sequence[Candidate], layout: Layout) -> HeadingRow | None:
    """Return the candidate that knows most headings of a layout, if it knows enough of them."""
    read = [HeadingRow(r.first, r.last, r.headings, claim(r.headings, layout)) for r in rows]
    enough = _enough(layout)
    labels = {head.field for head in layout.heads if head.fact}  # 校区 本部 检查人 张三
    known = [row for row in read if len(row.claims.columns) >= enough and row.fields() - labels]
    if not known:
        return None
    best = max(known, key=lambda row: (len(row.claims.columns), row.first < row.last))
    return next(row for row in known if row is best or _misspelt(row, best))


def _enough(layout: Layout) -> int:
    required = sum(head.required for head in layout.heads)
    return min(_ENOUGH, max(1, (required + 1) // 2))


def _misspelt(row: HeadingRow, best: HeadingRow) -> bool:
    """Tell whether a row says what the best one says further down, only less of it."""
    several = len(row.claims.columns) > 1
    return several and row.last < best.first and row.pairs() <= best.pairs()


class _Top:
    """The first rows of a sheet, as they are seen: a merged block shows its first cell."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self.rows = range(grid.top, grid.top + min(SEARCHED, len(grid.values)))
        width = max(len(row) for row in grid.values[: len(self.rows)])
        self._columns = range(grid.left, grid.left + width)
        self._merges = [block for block in grid.merges if block.top < self.rows.stop]
        self._sources = dict(self._covered())
        self._texts = {
            row: tuple(map(partial(self._seen, row), self._columns)) for row in self.rows
        }

    def read(self, row: int) -> Candidate:
        grouped = self._is_grouped(row)
        headings = tuple(self._grouped(row) if grouped else self._single(row))
        return Candidate(row - grouped, row, headings)

    def _covered(self) -> Iterator[tuple[_Cell, _Cell]]:
        for block in self._merges:
            rows = _clip(block.top, block.bottom, self.rows)
            for column in _clip(block.left, block.right, self._columns):
                for row in rows:
                    yield (row, column), (block.top, block.left)

    def _source(self, row: int, column: int) -> _Cell:
        return self._sources.get((row, column), (row, column))

    def _value(self, cell: _Cell) -> CellValue:
        row, column = cell[0] - self._grid.top, cell[1] - self._grid.left
        if row < 0 or column < 0 or column >= len(self._grid.values[row]):
            return None
        return self._grid.values[row][column]

    def _text(self, row: int, column: int) -> str:
        return self._texts[row][column - self._columns.start] if row in self._texts else ""

    def _seen(self, row: int, column: int) -> str:
        own = self._value((row, column))
        value = self._value(self._source(row, column)) if is_blank(own) else own
        return "" if is_blank(value) else str(value)

    def _single(self, row: int) -> Iterator[Heading]:
        for column in self._columns:
            if text := self._text(row, column):
                yield heading_of(column, text)

    def _grouped(self, row: int) -> Iterator[Heading]:
        for column in self._columns:
            own = self._text(row, column)
            group = "" if self._tall(row, column) else self._text(row - 1, column)
            if own or group:
                yield heading_of(column, own, group)

    def _tall(self, row: int, column: int) -> bool:
        return self._source(row, column) == self._source(row - 1, column)

    def _is_grouped(self, row: int) -> bool:
        """Tell whether the row above holds groups of headings over headings in this one."""
        wide = self._groups_over(row)
        if not wide:
            return False
        seen = [c for c in self._columns if self._text(row, c) or self._text(row - 1, c)]
        beside = [c for c in seen if not any(b.left <= c <= b.right for b in wide)]
        alone = [c for c in beside if self._heads_alone(row, c)]
        if beside != alone:
            return False
        # one wide cell alone, with nothing beside it in its row, is a title
        return len(wide) > 1 or any(self._text(row - 1, c) for c in beside)

    def _groups_over(self, row: int) -> list[Block]:
        return [
            block
            for block in self._merges
            if block.bottom == row - 1 and block.left < block.right and self._parts(row, block)
        ]

    def _parts(self, row: int, block: Block) -> bool:
        columns = _clip(block.left, block.right, self._columns)
        below = [self._value(self._source(row, column)) for column in columns]
        shown = [value for value in below if not is_blank(value)]
        return bool(shown) and all(isinstance(value, str) for value in shown)

    def _heads_alone(self, row: int, column: int) -> bool:
        above, below = self._text(row - 1, column), self._text(row, column)
        return not (above and below) or self._tall(row, column)


def _clip(first: int, last: int, within: range) -> range:
    return range(max(first, within.start), min(last + 1, within.stop))
