"""Lays the new rows out below the data of the book, so that they are read there as they were here."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from houqin.cells.values import CellValue, is_blank
from houqin.importing.lines import Lines
from houqin.importing.plain_cells import plain_cell
from houqin.importing.plan import Addition, ImportedRow, RowState
from houqin.importing.target import Target
from houqin.importing.trying import Placed, misread
from houqin.problems import Both
from houqin.tables.address import column_letter

_OTHERWISE = Both(
    "接在本簿的内容下面会读成别的意思，请手工录入",
    "below what the book holds it would be read as something else; please type it in",
)


@dataclass(frozen=True, slots=True, eq=False)
class _Waiting:
    """A row to be added, and the list in which it is told what becomes of it."""

    placed: Placed
    told: list[ImportedRow]

    def tell(self, **what: object) -> None:
        """Change what becomes of the row."""
        index = self.placed.index
        self.told[index] = replace(self.told[index], **what)  # type: ignore[arg-type]


@dataclass(slots=True)
class Adding:
    """The rows that one sheet of the book is to take."""

    target: Target
    waiting: list[_Waiting] = field(default_factory=list)

    def add(self, lines: Lines, indexes: Sequence[int], told: list[ImportedRow]) -> None:
        """Remember rows to be added; what becomes of them is told in `told`."""
        for index in indexes:
            cells = tuple(plain_cell(lines, index, name) for name in self.target.columns)
            self.waiting.append(_Waiting(Placed(lines, index, cells), told))

    def addition(self) -> Addition | None:
        """Lay the rows out; one that would be read otherwise than it was is held back."""
        while self.waiting:
            numbered = self._numbered()
            wrong = misread(self.target, {n: each.placed for n, each in numbered.items()})
            if not wrong:
                return self._settled(numbered)
            for number in wrong:
                numbered[number].tell(state=RowState.HELD, unread=(), why=_OTHERWISE)
            self.waiting = [each for n, each in numbered.items() if n not in wrong]
        return None

    def _numbered(self) -> dict[int, _Waiting]:
        """Return the rows by their numbers on the sheet.

        A row stays blank above one that would otherwise take a value from above.
        """
        numbered: dict[int, _Waiting] = {}
        number, above = self.target.first_free(), self.target.above()
        for each in self.waiting:
            number += self._repeats(each.placed.cells, above)
            numbered[number] = each
            number, above = number + 1, each.placed.cells
        return numbered

    def _repeats(self, cells: Sequence[CellValue], above: Sequence[CellValue]) -> bool:
        heads = self.target.lines.model.headings()
        return any(
            heads[name].fill_down and is_blank(cell) and not is_blank(other)
            for name, cell, other in zip(self.target.columns, cells, above, strict=False)
        )

    def _settled(self, numbered: dict[int, _Waiting]) -> Addition:
        for number, each in numbered.items():
            each.tell(to_row=number)
        target, blank = self.target, (None,) * len(self.target.columns)
        first = target.first_free()
        cells = {number: each.placed.cells for number, each in numbered.items()}
        return Addition(
            target.lines.model.ledger.key,
            target.lines.rows.sheet,
            target.heading_row,
            first,
            target.last_row,
            tuple(target.columns),
            tuple(map(column_letter, target.columns.values())),
            tuple(cells.get(number, blank) for number in range(first, max(cells) + 1)),
        )
