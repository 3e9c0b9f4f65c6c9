"""Which headings of a source were understood, and what was found outside its table."""

from collections.abc import Iterator

from houqin.cells.writing import shown
from houqin.importing.lines import Lines
from houqin.importing.plan import FactUnderstood, HeadingState, HeadingUnderstood
from houqin.problems import Place
from houqin.tables.address import column_letter
from houqin.tables.heading_rows import HeadingRow, find_headings
from houqin.tables.headings import Heading, extra


def headings_of(lines: Lines) -> tuple[HeadingUnderstood, ...]:
    """Return every heading of a table from left to right, with what it was taken for."""
    found = find_headings(lines.grid, lines.model.layout())
    return tuple(_headings(lines, found)) if found else ()


def _headings(lines: Lines, found: HeadingRow) -> Iterator[HeadingUnderstood]:
    names = {
        column.letter: lines.model.headings()[field].name
        for field, column in lines.rows.table.columns.items()
    }
    states = dict(_states(found))
    for heading in sorted(found.headings, key=lambda each: each.column):
        letter = column_letter(heading.column)
        name = names.get(letter)
        state = HeadingState.UNDERSTOOD if name else states[heading]
        yield HeadingUnderstood(heading.text, name, letter, state)


def _states(found: HeadingRow) -> Iterator[tuple[Heading, HeadingState]]:
    """Yield what is the matter with the headings, should no column of theirs be read."""
    spare = found.claims.spare
    unknown = set(extra(spare))
    for heading in found.headings:
        if heading in unknown:
            yield heading, HeadingState.UNKNOWN
        else:
            yield heading, HeadingState.OWN if heading in spare else HeadingState.REPEATED


def facts_of(lines: Lines) -> tuple[FactUnderstood, ...]:
    """Return what stands once for the whole table, and where."""
    heads = lines.model.headings()
    return tuple(
        FactUnderstood(
            heads[field].name,
            Place(lines.rows.sheet, fact.row, fact.column),
            None if lines.is_private(field) else shown(fact.value),
        )
        for field, fact in lines.rows.table.facts.items()
    )
