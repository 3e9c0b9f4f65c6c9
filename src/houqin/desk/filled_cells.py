"""Blank cells of a ledger that are filled in: what is written, and how they are found again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from houqin.port import Writing
from houqin.tables.grid import Grid


@dataclass(frozen=True, slots=True)
class FilledCells:
    """Texts for blank cells of one column, by row; other columns tell each row from others."""

    sheet: str
    column: int
    texts: Mapping[int, str]
    naming: tuple[int, ...]

    def writings(self) -> Iterator[Writing]:
        """Yield the blocks to be written: cells that stand below each other at once."""
        for run in _runs(sorted(self.texts)):
            rows = [(self.texts[row],) for row in run]
            yield Writing(self.sheet, run[0], self.column, rows, frozenset((0,)))

    def rows(self, before: Grid) -> Iterator[tuple[object, ...]]:
        """Yield what names each row, with the text that it is given."""
        for row, text in self.texts.items():
            yield (*(before.at(row, column) for column in self.naming), text)

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns of these rows."""
        return (*self.naming, self.column)


def emptied(sheet: str, column: int, rows: Sequence[int]) -> Iterator[Writing]:
    """Yield the blocks that make such cells blank again."""
    for run in _runs(sorted(rows)):
        yield Writing(sheet, run[0], column, [(None,) for _ in run])


def _runs(rows: Sequence[int]) -> Iterator[list[int]]:
    """Yield the rows that follow each other."""
    run: list[int] = []
    for row in rows:
        if run and row != run[-1] + 1:
            yield run
            run = []
        run.append(row)
    if run:
        yield run
