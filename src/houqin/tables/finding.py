"""The table of a ledger in a sheet: its columns, its rows, and what is odd about it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from houqin.tables.address import column_number
from houqin.tables.below import Line, cells_below, lines_above
from houqin.tables.body import BodyReader
from houqin.tables.columns import Found, read_columns
from houqin.tables.facts import Outside, harvest
from houqin.tables.grid import Grid
from houqin.tables.heading_rows import find_headings
from houqin.tables.headings import extra
from houqin.tables.layout import Layout
from houqin.tables.oddities import false_totals, headless, hidden, missing, total_rows, uncached
from houqin.tables.table import Oddity, Table

NOTHING_KNOWN: Mapping[str, Sequence[str]] = MappingProxyType({})


def find_table(
    grid: Grid, layout: Layout, known: Mapping[str, Sequence[str]] = NOTHING_KNOWN
) -> Table | None:
    """Return the table of a ledger in a sheet; None where no row of headings is found.

    `known` holds, by field, words that say a fact wherever they stand above the table.
    """
    heading = find_headings(grid, layout)
    if heading is None:
        return None
    above = lines_above(grid, heading.last)
    below = cells_below(grid, heading.last)
    merges = tuple(block for block in grid.merges if block.bottom >= below.first)
    reader = BodyReader(below, heading, layout, merges, _titles(above))
    body = reader.read()
    numbers = tuple([below.first + row for row in body.rows])
    found = Found(layout, heading, below, body, merges, numbers)
    columns = read_columns(found)
    notes = [below.line(row) for row in sorted({*body.notes, *body.totals})]
    heads = [head for head in layout.heads if head.fact and head.field not in columns.chosen]
    facts, contradictions = harvest(Outside(grid.sheet, above, notes), heads, known)
    oddities = (
        *contradictions.values(),
        *columns.oddities,
        *missing(found, {*columns.chosen, *facts, *contradictions}),
        *false_totals(found, columns, total_rows(found, reader)),
        *headless(found),
        *hidden(found, grid),
        *uncached(found, columns),
    )
    table = Table(
        layout.key,
        grid.sheet,
        heading.last,
        found.numbers,
        columns.read,
        facts,
        tuple(sorted(oddities, key=_place)),
        tuple(heading.text for heading in extra(heading.claims.spare)),
        columns.unread,
        grid.origins,
    )
    return _folded(table) if grid.origins else table


def _folded(table: Table) -> Table:
    """Return a table of an unfolded sheet whose oddities are told where they really stand."""
    places = [table.stands_at(odd.row, odd.column) for odd in table.oddities]
    told = zip(table.oddities, places, strict=True)
    oddities = (replace(odd, row=row, column=column) for odd, (row, column) in told)
    return replace(table, oddities=tuple(oddities))


def _place(oddity: Oddity) -> tuple[int, int]:
    return oddity.row or 0, column_number(oddity.column or "")


def _titles(above: Sequence[Line]) -> frozenset[str]:
    alone = (cells[0][1] for _, cells in above if len(cells) == 1)
    return frozenset(text for text in alone if isinstance(text, str))
