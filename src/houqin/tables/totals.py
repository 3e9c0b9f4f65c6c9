"""Whether the total rows of a table agree with the rows that they sum."""

import re
from bisect import bisect, bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import isfinite

from houqin.cells.values import CellValue, is_blank
from houqin.tables.wording import total_of

_DIGITS = re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII)
_LARGEST = 1e15  # beyond it a cell does not hold every digit
_HALF_A_CENT = 0.005  # less is how fractions are stored, not a difference


@dataclass(frozen=True, slots=True)
class Total:
    """A total row: its place below the headings, and the word that names it."""

    index: int
    word: str


def wrong_totals(
    column: Sequence[CellValue], rows: Sequence[int], totals: Sequence[Total]
) -> Iterator[tuple[int, float]]:
    """Return the totals of a column that are not what they should be, each with the sum."""
    stated = {total.index: _number(column[total.index]) for total in totals}
    if not any(value is not None for value in stated.values()):
        return
    sums = _Sums([column[row] for row in rows])
    since = -1
    for total in totals:
        value = stated[total.index]
        spans = [(start, end) for start, end in _spans(rows, total, since) if start < end]
        covered = [sums.of(start, end) for start, end in spans]
        known = [some for some in covered if some is not None]
        if value is not None and known and known == covered and not _says(value, known):
            yield total.index, _tidy(known[0])
        since = total.index


class _Sums:
    """Sums of any run of cells."""

    def __init__(self, cells: Sequence[CellValue]) -> None:
        numbers = [v if type(v) is float and abs(v) < _LARGEST else _number(v) for v in cells]
        nothing = [index for index, number in enumerate(numbers) if number is None]
        self._blank = [index for index in nothing if is_blank(cells[index])]
        self._unknown = [index for index in nothing if not is_blank(cells[index])]
        self._sums = list(accumulate((number or 0.0 for number in numbers), initial=0.0))

    def of(self, start: int, end: int) -> float | None:
        """Return the sum of some cells; None if one is no plain number, or all are blank."""
        blank = bisect_left(self._blank, end) - bisect_left(self._blank, start)
        unknown = bisect_left(self._unknown, end) - bisect_left(self._unknown, start)
        total = self._sums[end] - self._sums[start]
        return total if not unknown and blank < end - start else None


def _spans(rows: Sequence[int], total: Total, since: int) -> list[tuple[int, int]]:
    """Return which rows a total may mean; 合计 also stands after each of several parts."""
    start, here = bisect(rows, since), bisect(rows, total.index)
    spans = {"all": [(0, here), (start, here), (0, len(rows))], "part": [(start, here)]}
    return spans.get(total_of(total.word) or "", [])


def _says(value: float, sums: Sequence[float]) -> bool:
    return any(abs(value - one) < _HALF_A_CENT for one in sums)


def _number(value: CellValue) -> float | None:
    """Return a plain number, or plain digits as a number."""
    if isinstance(value, str):
        return float(value) if _DIGITS.fullmatch(value.strip()) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < _LARGEST and isfinite(value) else None


def _tidy(number: float) -> float:
    rounded = round(number, 6)
    return int(rounded) if rounded == int(rounded) else rounded
