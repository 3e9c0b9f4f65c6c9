"""The marks: what the column 校验结果 says of each row (contract 8)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from houqin.port import Writing
from houqin.problems import Problem, State
from houqin.row_text import row_text
from houqin.tables.address import column_letter, column_number
from houqin.tables.grid import Grid
from houqin.tables.recognising import OWN_SHEETS
from houqin.tables.results import heading_at, last_row, result_column

LONGEST = 2000  # letters in a cell; more are not read there anyway
SEARCHED = 20  # rows in which headings are looked for
SHOWN = (State.NEW, State.OPEN)


@dataclass(frozen=True, slots=True)
class Marked:
    """The column 校验结果 of one ledger."""

    sheet: str
    heading_row: int
    column: int
    bottom: int  # the last row of the sheet that holds anything

    @property
    def letter(self) -> str:
        """Return the column as the screen names it."""
        return column_letter(self.column)

    def texts_in(self, grid: Grid) -> Mapping[int, str]:
        """Return what the column says of each row now, nothing of rows of which it says nothing."""
        rows = range(self.heading_row + 1, self.bottom + 1)
        said = ((row, heading_at(grid, row, self.column)) for row in rows)
        return {row: text for row, text in said if text}

    def writing(self, texts: Mapping[int, str]) -> Writing:
        """Return the whole column: a text for some rows, nothing for the others."""
        rows = range(self.heading_row + 1, max(self.bottom, self.heading_row + 1) + 1)
        cells = [(texts.get(row) or None,) for row in rows]
        return Writing(self.sheet, self.heading_row + 1, self.column, cells)


def marked(grids: Iterable[Grid]) -> dict[str, Marked]:
    """Return where the ledgers of a workbook have their column 校验结果, by sheet."""
    found = {}
    for grid in grids:
        for row in range(grid.top, min(grid.top + SEARCHED, last_row(grid) + 1)):
            column = result_column(grid, row)
            if column is not None and grid.sheet not in OWN_SHEETS:
                found[grid.sheet] = Marked(grid.sheet, row, column, last_row(grid))
                break
    return found


def texts(
    place: Marked, grid: Grid, numbered: Sequence[tuple[int, Problem]], lang: str
) -> Mapping[int, str]:
    """Return what each row says: the numbers of its problems in the list, then their words."""
    by_row: dict[int, list[tuple[int, Problem]]] = defaultdict(list)
    for number, problem in numbered:
        row = problem.place.row
        if problem.place.sheet == place.sheet and row and row > place.heading_row:
            by_row[row].append((number, problem))

    def heading_of(problem: Problem) -> str:
        column = problem.place.column
        stands = heading_at(grid, place.heading_row, column_number(column)) if column else ""
        return stands or problem.hit.heading or ""

    return {row: _text(found, heading_of, lang) for row, found in by_row.items()}


def _text(
    found: Sequence[tuple[int, Problem]], heading_of: Callable[[Problem], str], lang: str
) -> str:
    numbers = "".join(f"№{number} " for number, _ in found)
    told = [problem for _, problem in found if problem.state in SHOWN]
    if not told:
        return f"{numbers}{'accepted' if lang == 'en' else '已接受'}"
    return (numbers + row_text(told, heading_of, lang))[:LONGEST]


def clearings(places: Mapping[str, Marked]) -> Iterator[Writing]:
    """Yield what empties the column on every sheet."""
    for place in places.values():
        yield place.writing({})
