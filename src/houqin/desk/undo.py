"""Taking back what houqin wrote last, and nothing that was typed since."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Self

from houqin.cells.values import CellValue, is_blank
from houqin.cells.writing import written
from houqin.desk.backups import folder_of
from houqin.desk.filled_cells import FilledCells
from houqin.files import write_text
from houqin.importing.plan import Addition
from houqin.tables.address import column_number
from houqin.tables.grid import Grid
from houqin.tables.results import last_row


@dataclass(frozen=True, slots=True)
class Appended:
    """Rows that were added to a ledger: their columns, and what tells each from all others."""

    columns: tuple[int, ...]
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filled(Appended):
    """Rows of a ledger in which a blank cell was filled in, and the column of that cell."""

    column: int

    @classmethod
    def of(cls, cells: FilledCells, before: Grid) -> Self:
        """Return what tells these rows from all others once they are filled in."""
        return cls(cells.columns, tuple(map(digest, cells.rows(before))), cells.column)


@dataclass(frozen=True, slots=True)
class Undone:
    """What was written last, so that it can be taken back."""

    action: str
    at: str
    backup: str  # the file that holds what was there before
    sheets: tuple[str, ...]  # houqin's own sheets, and ledgers whose 校验结果 was written
    appended: Mapping[str, Appended]  # by sheet
    filled: Mapping[str, Filled] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        action: str,
        now: datetime,
        backup: Path,
        sheets: tuple[str, ...],
        appended: Sequence[Addition],
        filled: Mapping[str, Filled],
    ) -> Self:
        """Return the note of a write."""
        rows = {
            each.sheet: Appended(
                tuple(map(column_number, each.columns)), tuple(map(digest, each.rows))
            )
            for each in appended
        }
        at = now.isoformat(timespec="minutes")
        return cls(action, at, backup.name, sheets, rows, filled)


def note(book: Path, undone: Undone) -> None:
    """Keep the note of the last write beside the backups."""
    write_text(_path(book), json.dumps(asdict(undone), ensure_ascii=False) + "\n")


def last_write(book: Path) -> Undone | None:
    """Return the note of the last write, None where there is none that can be used."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        facts = json.loads(_path(book).read_text("utf-8"))
        appended = {
            sheet: Appended(tuple(rows["columns"]), tuple(rows["rows"]))
            for sheet, rows in facts["appended"].items()
        }
        filled = {
            sheet: Filled(tuple(rows["columns"]), tuple(rows["rows"]), rows["column"])
            for sheet, rows in facts.get("filled", {}).items()
        }
        read = {"sheets": tuple(facts["sheets"]), "appended": appended, "filled": filled}
        found = Undone(**{**facts, **read})
        if (folder_of(book) / found.backup).is_file():
            return found
    return None


def forget(book: Path) -> None:
    """Drop the note: there is nothing to take back any more."""
    _path(book).unlink(missing_ok=True)


def digest(cells: Iterable[object]) -> str:
    """Return what tells a row from others, however it is written by its host."""
    shown = [_plain(cell) for cell in cells]
    while shown and not shown[-1]:
        shown.pop()
    return sha256("\x1f".join(shown).encode()).hexdigest()[:20]


def _plain(cell: object) -> str:
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        cell = cell.date()
    return written(cell).strip()


def former_results(
    before: Grid, now: Grid, heading_row: int, column: int, before_column: int
) -> Mapping[int, str]:
    """Return by row what 校验结果 said of the very same rows before, wherever they are now.

    A row that was typed in since is another row: it is left out.
    """
    kept: dict[str, list[str]] = defaultdict(list)
    for _, cells in _rows(before, heading_row):
        key, text = _apart(cells, before_column - before.left)
        kept[key].append(text)
    found = {}
    for row, cells in _rows(now, heading_row):
        key, _ = _apart(cells, column - now.left)
        if kept.get(key):
            found[row] = kept[key].pop(0)
    return found


def rows_like(grid: Grid, appended: Appended) -> list[int]:
    """Return the numbers of the rows that are still as they were appended, the last first."""
    wanted = list(appended.rows)
    found = []
    for row in range(last_row(grid), grid.top - 1, -1):
        cells = grid.values[row - grid.top]
        key = digest(_cell(cells, column - grid.left) for column in appended.columns)
        if key in wanted:
            wanted.remove(key)
            found.append(row)
    return found


def _rows(grid: Grid, heading_row: int) -> Iterator[tuple[int, Sequence[CellValue]]]:
    for row, cells in enumerate(grid.values, grid.top):
        if row > heading_row and not all(map(is_blank, cells)):
            yield row, cells


def _apart(cells: Sequence[CellValue], index: int) -> tuple[str, str]:
    """Return what tells a row from others, and what 校验结果 says of it."""
    user = [cell for place, cell in enumerate(cells) if place != index]
    return digest(user), written(_cell(cells, index))


def _cell(cells: Sequence[CellValue], index: int) -> CellValue:
    return cells[index] if 0 <= index < len(cells) else None


def _path(book: Path) -> Path:
    return folder_of(book) / f"{book.stem}.撤销.json"
