"""The rows of a ledger as they are compared: by what they mean, else by what stands there."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from houqin.cells.values import CellValue, is_blank
from houqin.cells.writing import shown
from houqin.importing.plan import Cell
from houqin.problems import Place
from houqin.reading.sheets import as_typed
from houqin.rows import Rows
from houqin.tables.address import column_number
from houqin.tables.grid import Grid

_SHOWN_OF_A_ROW = 3  # values that stand for a row without a key


class Raw(NamedTuple):
    """What stands in a cell that could not be read."""

    text: str


class Lines:
    """The rows of one sheet of one file."""

    def __init__(self, rows: Rows[Any], grid: Grid, file: str = "") -> None:
        self.rows, self.grid, self.file = rows, grid, file
        self.model = rows.model
        self.fields = tuple(filter(rows.has, rows.model.model_fields))
        unread: dict[int, set[str]] = defaultdict(set)
        for field, indexes in rows.unread.items():
            for index in indexes:
                unread[index].add(field)
        self._unread = {index: frozenset(fields) for index, fields in unread.items()}
        self._values = {field: self._column(field) for field in self.fields}

    def __len__(self) -> int:
        return len(self.rows)

    def unread(self, index: int) -> frozenset[str]:
        """Return the fields of a row whose cells could not be read."""
        return self._unread.get(index, frozenset())

    def raw(self, index: int, field: str) -> CellValue:
        """Return the cell as it stands; a merged or repeated one is that which it repeats."""
        if index in self.rows.table.unread.get(field, ()):  # a ditto mark that says nothing
            letter = self.rows.table.columns[field].letter
            return self.grid.at(self.rows.numbers[index], column_number(letter))
        return self.rows.raw(index, field)

    def value(self, index: int, field: str) -> Any:
        """Return what a cell means: a typed value, None, or what stands there unread."""
        values = self._values.get(field)
        return None if values is None else values[index]

    def _column(self, field: str) -> Sequence[Any]:
        values = list(self.rows.column(field))
        for index in self.rows.unread.get(field, ()):
            values[index] = Raw(self.raw_text(index, field))
        return values

    def raw_text(self, index: int, field: str) -> str:
        """Return the cell as text, by which unread cells are compared."""
        raw = self.raw(index, field)
        return "" if is_blank(raw) else as_typed(raw).strip()

    def says(self, index: int, field: str) -> bool:
        """Tell whether a row says anything in a field."""
        return self.value(index, field) is not None

    def signature(
        self, index: int, fields: Sequence[str], as_it_stands: frozenset[str]
    ) -> tuple[Any, ...]:
        """Return what rows are compared by; some fields are compared as they stand."""
        return tuple(
            Raw(self.raw_text(index, field)) if field in as_it_stands else self.value(index, field)
            for field in fields
        )

    def place(self, index: int, field: str) -> Place:
        """Return where a field of a row stands."""
        return self.rows.place(index, field)

    def is_private(self, field: str) -> bool:
        """Tell whether a field's values must not be shown."""
        return self.rows.is_private(field)

    def shown(self, index: int, field: str) -> str | None:
        """Return what the preview shows of a cell: nothing of a private one (contract 13)."""
        if self.is_private(field):
            return None
        value = self.value(index, field)
        return shown(self.raw(index, field) if isinstance(value, Raw) else value)

    def cell(self, index: int, field: str) -> Cell:
        """Return a cell with its heading and its place."""
        name = self.model.headings()[field].name
        return Cell(name, self.place(index, field), self.shown(index, field))

    def key(self, index: int) -> str:
        """Return the row's own name, unless it is private."""
        private = any(
            self.is_private(field) for keys in self.model.ledger.row_keys for field in keys
        )
        return "" if private else self.rows.key(index)

    def label(self, index: int) -> str:
        """Return what stands for a row in the preview: its key, else its first values."""
        if key := self.key(index):
            return key
        said = (field for field in self.fields if self.says(index, field))
        texts = (text for field in said if (text := self.shown(index, field)))
        return " ".join(text for text, _ in zip(texts, range(_SHOWN_OF_A_ROW), strict=False))
