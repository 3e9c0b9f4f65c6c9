"""A page of houqin's own as blocks to be written over what stood there."""

from collections.abc import Iterator, Mapping, Sequence

from houqin.cells.values import is_blank
from houqin.cells.writing import written
from houqin.own.layout import FIRST_ROW, HEADING_ROW, NOTE_ROW, OwnPage, OwnSheet
from houqin.port import Writing, Written
from houqin.sections import Unit
from houqin.tables.grid import Grid
from houqin.tables.results import last_row

Typed = Mapping[int, Written]  # by column, counted from 0


def page_writings(
    page: OwnPage, former: Grid, lang: str, rows: Sequence[Sequence[Written]] | None = None
) -> list[Writing]:
    """Return what is to be written: the lines above, then the table; what is left over is emptied.

    `rows` are given where they hold more than values.
    """
    sheet = page.sheet
    cells = rows if rows is not None else carried(sheet, page.rows, former)
    table = [tuple(sheet.headings(lang)), *cells]
    if len(table) == 1:
        table.append((None,) * len(sheet.columns))
    blank = max(0, last_row(former) - HEADING_ROW - len(table) + 1)
    text = frozenset(i for i, column in enumerate(sheet.columns) if column.unit is Unit.TEXT)
    head = [(line or None,) for line in (page.note, page.verdict, page.more)]
    return [
        Writing(sheet.title, NOTE_ROW, 1, head),
        Writing(sheet.title, HEADING_ROW, 1, table, text, blank, sheet.key),
    ]


def carried(
    sheet: OwnSheet, rows: Sequence[Sequence[Written]], former: Grid
) -> list[tuple[Written, ...]]:
    """Return the rows with what people had typed beside them; a row that is gone stays if it has any."""
    typed = dict(typed_cells(sheet, former))
    found = [_with(row, typed.pop(_name(sheet, row), {})) for row in rows]
    places = range(len(sheet.columns))
    found += [tuple(map(cells.get, places)) for cells in typed.values()]
    return found


def typed_cells(sheet: OwnSheet, former: Grid) -> Iterator[tuple[tuple[str, ...], Typed]]:
    """Yield the rows in which people typed something: what names the row, and its cells."""
    columns = [index for index, column in enumerate(sheet.columns) if column.typed]
    for row, cells in enumerate(former.values, former.top):
        line = [None] * (former.left - 1) + list(cells)
        line += [None] * (len(sheet.columns) - len(line))
        kept = {column: line[column] for column in columns if not is_blank(line[column])}
        if row >= FIRST_ROW and kept:
            named = {column: line[column] for column in sheet.identity}
            yield _name(sheet, line), {**named, **kept}


def _name(sheet: OwnSheet, row: Sequence[Written]) -> tuple[str, ...]:
    return tuple(written(row[column]) for column in sheet.identity)


def _with(row: Sequence[Written], typed: Typed) -> tuple[Written, ...]:
    return tuple(typed.get(column, cell) for column, cell in enumerate(row))
