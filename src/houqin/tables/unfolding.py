"""A sheet whose table runs both ways, such as a roster of days by posts, unfolded into a list.

Each cell with names becomes a row of its own, below the standard headings. The new sheet
remembers where each of its cells really stands.
"""

from collections.abc import Sequence
from dataclasses import replace

from houqin.cells.doubts import Doubt
from houqin.cells.people import read_people
from houqin.cells.values import CellValue, is_blank
from houqin.tables.crossed import SEARCHED, Crossed, CrossedSheet
from houqin.tables.grid import Grid
from houqin.tables.headings import plain
from houqin.tables.layout import Cross, Layout
from houqin.tables.wording import has_colon

_SURE = 0.6  # of the cells hold names


def unfold(grid: Grid, layouts: Sequence[Layout]) -> Grid:
    """Return a sheet as a list where it is a table that runs both ways, else the very sheet."""
    for layout in layouts:
        if layout.cross and _is_named(grid, layout):
            sheet = CrossedSheet(grid, layout, layout.cross)
            found = sheet.days_down() or sheet.days_across()
            if found and _holds_names(found, layout.cross):
                return _as_list(grid, layout, found)
    return grid


def _is_named(grid: Grid, layout: Layout) -> bool:
    """Tell whether the sheet's name or a line above the table names the ledger."""
    names = [plain(name) for name in (layout.title, *layout.aliases)]
    lines = [[v for v in row if not is_blank(v)] for row in grid.values[:SEARCHED]]
    texts = [grid.sheet, *(line[0] for line in lines if len(line) == 1)]
    return any(name in plain(text) for text in texts if isinstance(text, str) for name in names)


def _holds_names(found: Crossed, cross: Cross) -> bool:
    cells = [line[cross.cell].value for line in found.lines]
    names = [cell for cell in cells if not isinstance(read_people(cell), Doubt)]
    return bool(cells) and len(names) >= _SURE * len(cells)


def _as_list(grid: Grid, layout: Layout, found: Crossed) -> Grid:
    """Return the sheet with the lines below standard headings, what stands around it unchanged."""
    heads = [head for head in layout.heads if any(head.field in line for line in found.lines)]
    origins: dict[tuple[int, int], tuple[int, int]] = {}
    above = [list(row) for row in grid.values[: found.heading_row - grid.top]]
    rows: list[Sequence[CellValue]] = [*above, [head.heading for head in heads]]
    for line in found.lines:
        number = grid.top + len(rows)
        rows.append([line[h.field].value if h.field in line else None for h in heads])
        for column, head in enumerate(heads, grid.left):
            origins[number, column] = line.get(head.field, line[_cell(layout)]).cell
    below = range(found.heading_row + 1, grid.top + len(grid.values))
    for row in (row for row in below if row not in found.rows):
        values = grid.values[row - grid.top]
        if not _is_note(values):  # such as the places of the posts, in a table of their own
            continue
        number = grid.top + len(rows)
        rows.append(values)
        origins |= {(number, c): (row, c) for c in range(grid.left, grid.left + len(values))}
    merges = tuple(block for block in grid.merges if block.bottom < found.heading_row)
    return replace(
        grid,
        values=rows,
        merges=merges,
        hidden_rows=frozenset(),
        hidden_columns=frozenset(),
        origins=origins,
    )


def _cell(layout: Layout) -> str:
    return layout.cross.cell if layout.cross else ""


def _is_note(values: Sequence[CellValue]) -> bool:
    shown = [value for value in values if not is_blank(value)]
    return len(shown) == 1 or (len(shown) > 1 and has_colon(str(shown[0])))
