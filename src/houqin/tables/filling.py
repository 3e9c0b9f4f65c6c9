"""The cells of a column, with what merged, repeated and ditto cells stand for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from houqin.cells.values import CellValue, is_blank
from houqin.tables.grid import Block
from houqin.tables.wording import is_ditto

_Source = tuple[CellValue, int]  # a value, and the number of the row where it stands


@dataclass(frozen=True, slots=True)
class Filled:
    """The cells of a column as they are to be read."""

    cells: tuple[CellValue, ...]
    origins: Mapping[int, int] = field(default_factory=dict)
    unread: frozenset[int] = frozenset()  # rows whose ditto stands for nothing


def without_dittos(cells: tuple[CellValue, ...]) -> Filled:
    """Leave out the ditto marks of a column in which they are not understood."""
    marks = frozenset(index for index, value in enumerate(cells) if is_ditto(value))
    read = (None if index in marks else value for index, value in enumerate(cells))
    return Filled(tuple(read), {}, marks)


def spread(filled: Filled, numbers: Sequence[int], column: int, merges: Sequence[Block]) -> Filled:
    """Give each row of a merged cell its value."""
    tops, _ = _reach(merges, column, numbers)
    values = dict(zip(numbers, filled.cells, strict=True))
    shown = {number: top for number, top in tops.items() if not is_blank(values.get(top))}
    cells = tuple(values[shown.get(number, number)] for number in numbers)
    origins = {index: shown[number] for index, number in enumerate(numbers) if number in shown}
    return Filled(cells, origins, filled.unread)


def fill_down(
    cells: tuple[CellValue, ...], numbers: Sequence[int], column: int, merges: Sequence[Block]
) -> Filled:
    """Give merged, repeated-blank and ditto cells the value above that they stand for."""
    return _Filler(numbers, *_reach(merges, column, numbers)).fill(cells)


def _reach(
    merges: Sequence[Block], column: int, numbers: Sequence[int]
) -> tuple[Mapping[int, int], frozenset[int]]:
    """Return the top row of each row in a merged cell, and rows reached from the left."""
    tops: dict[int, int] = {}
    beside: set[int] = set()
    last = numbers[-1] if numbers else 0
    for block in merges:
        if not block.left <= column <= block.right:
            continue
        rows = range(block.top, min(block.bottom, last) + 1)
        if block.left == column:
            tops.update(dict.fromkeys(rows[1:], block.top))
        else:
            beside.update(rows)
    return tops, frozenset(beside)


class _Filler:
    """Walks down a column and remembers what stands above."""

    def __init__(
        self, numbers: Sequence[int], tops: Mapping[int, int], beside: frozenset[int]
    ) -> None:
        self._numbers = numbers
        self._tops = tops
        self._merged = frozenset(tops.values())
        self._beside = beside
        self._sources: dict[int, _Source | None] = {}  # by row number

    def fill(self, cells: Sequence[CellValue]) -> Filled:
        unclear = {value for value in set(cells) if is_blank(value) or is_ditto(value)}
        read: list[CellValue] = []
        origins: dict[int, int] = {}
        unread: list[int] = []
        source: _Source | None = None
        for index, (number, value) in enumerate(zip(self._numbers, cells, strict=True)):
            clear = value not in unclear and number not in self._tops
            source = (value, number) if clear else self._source(index, value, source)
            if number in self._merged:
                self._sources[number] = source
            if source and source[1] != number:
                origins[index] = source[1]
            elif not source and is_ditto(value):
                unread.append(index)
            read.append(source[0] if source else value)
        for index in unread:
            read[index] = None
        return Filled(tuple(read), origins, frozenset(unread))

    def _source(self, index: int, value: CellValue, above: _Source | None) -> _Source | None:
        """Return where a cell's value stands: in its merged cell, above it, or in itself."""
        number = self._numbers[index]
        top = self._tops.get(number)
        if top in self._sources:
            return self._sources[top]
        if is_ditto(value):
            return above
        if not is_blank(value):
            return value, number
        follows = index > 0 and self._numbers[index - 1] == number - 1
        return above if follows and not top and number not in self._beside else None
