"""The cells below the headings, column by column."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from houqin.cells.values import CellValue, is_blank
from houqin.tables.grid import Grid

_AT_ONCE = 256  # rows

Line = tuple[int, tuple[tuple[int, CellValue], ...]]  # row number; column, what it shows


@dataclass(frozen=True, slots=True)
class Below:
    """What stands below the headings; rows are counted from 0 there, columns from 1 as ever."""

    first: int  # the number of the first row
    left: int  # the number of the first column
    height: int
    columns: tuple[tuple[CellValue, ...], ...]
    distinct: tuple[Mapping[CellValue, None], ...]  # what each column holds, once
    texts: tuple[tuple[str, ...], ...]  # the texts among it
    blanks: tuple[frozenset[CellValue], ...]  # what it holds that shows nothing
    together: tuple[str, ...]  # its texts in one, to look for a letter quickly

    def column(self, number: int) -> tuple[CellValue, ...]:
        """Return the cells of a column."""
        index = number - self.left
        return self.columns[index] if index < len(self.columns) else (None,) * self.height

    def holds(self, number: int, value: CellValue) -> bool:
        """Tell whether a value stands in a column."""
        index = number - self.left
        return index < len(self.columns) and value in self.distinct[index]

    def mentions(self, number: int, words: Iterable[str]) -> bool:
        """Tell whether some text of a column has one of some words in it."""
        index = number - self.left
        return index < len(self.columns) and any(word in self.together[index] for word in words)

    def blanks_in(self, number: int) -> frozenset[CellValue]:
        """Return what a column holds that shows nothing; empty where every cell shows something."""
        index = number - self.left
        return self.blanks[index] if index < len(self.columns) else frozenset({None})

    def line(self, index: int) -> Line:
        """Return what a row shows."""
        cells = enumerate((column[index] for column in self.columns), self.left)
        return self.first + index, tuple((n, value) for n, value in cells if not is_blank(value))

    def numbered(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Return each column's number with its texts."""
        return enumerate(self.texts, self.left)

    def blank_rows(self, numbers: Sequence[int]) -> list[int]:
        """Return the rows in which none of some columns shows anything."""
        blanks = [self.blanks_in(number) for number in numbers]
        if not all(blanks):
            return []
        columns = [self.column(number) for number in numbers]
        bare = [_without(column, some) for column, some in zip(columns, blanks, strict=True)]
        rows = enumerate(map(any, zip(*bare, strict=True)))
        maybe = [index for index, shown in rows if not shown]
        return [index for index in maybe if all(is_blank(column[index]) for column in columns)]


def _without(column: Sequence[CellValue], blanks: frozenset[CellValue]) -> Sequence[CellValue]:
    """Return a column with None for texts of white space, which would count as shown."""
    if blanks <= {None, ""}:
        return column
    return [None if value in blanks else value for value in column]


def cells_below(grid: Grid, row: int) -> Below:
    """Return the cells of a sheet below a row."""
    rows = grid.values[row + 1 - grid.top :]
    columns = _columns(rows)
    # a mapping keeps the order of the sheet, in which texts are read far faster than a set's
    distinct: tuple[dict[CellValue, None], ...] = tuple(map(dict.fromkeys, columns))
    texts = tuple(map(_texts, distinct))
    blanks = tuple(map(_blanks, distinct, texts))
    together = tuple(map("\n".join, texts))
    return Below(row + 1, grid.left, len(rows), columns, distinct, texts, blanks, together)


def _texts(values: Iterable[CellValue]) -> tuple[str, ...]:
    return tuple([value for value in values if type(value) is str])


def _blanks(values: Mapping[CellValue, None], texts: Sequence[str]) -> frozenset[CellValue]:
    empty = frozenset(blank for blank in (None, "") if blank in values)
    return empty.union(filter(str.isspace, texts))


def _columns(rows: Sequence[Sequence[CellValue]]) -> tuple[tuple[CellValue, ...], ...]:
    """Turn rows into columns, a few at a time, which spares the memory's cache."""
    columns: list[list[CellValue]] = [[] for _ in range(max(map(len, rows), default=0))]
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        parts = list(zip_longest(*some))
        parts.extend([(None,) * len(some)] * (len(columns) - len(parts)))
        for column, part in zip(columns, parts, strict=True):
            column.extend(part)
    return tuple(map(tuple, columns))


def lines_above(grid: Grid, row: int) -> list[Line]:
    """Return what the rows above a row show."""
    lines = []
    for number, cells in enumerate(grid.values[: row - grid.top], grid.top):
        numbered = enumerate(cells, grid.left)
        lines.append((number, tuple((n, value) for n, value in numbered if not is_blank(value))))
    return lines
