"""What is odd about a table as a whole: told once, at the heading or at the first cell."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby

from houqin.cells.values import Uncached, is_blank
from houqin.tables.address import column_letter
from houqin.tables.body import BodyReader
from houqin.tables.columns import Columns, Found
from houqin.tables.grid import Grid
from houqin.tables.headings import near_misses
from houqin.tables.table import Oddity
from houqin.tables.totals import Total, wrong_totals

_TOLD = 20  # runs of hidden rows; more would fill a page


def missing(found: Found, known: Collection[str]) -> Iterator[Oddity]:
    """Tell of required fields that stand nowhere, and of misspelt headings."""
    row, spare = found.heading.last, found.heading.claims.spare
    absent = [head for head in found.layout.heads if head.field not in known]
    near = near_misses(spare, absent, found.layout)
    for head in absent:
        like = near.get(head.field)
        letter = column_letter(like.column) if like else None
        if head.required:
            values = {"suggest": like.text} if like else {}
            yield Oddity("TAB-01", row, letter, head.heading, values)
        elif like:
            values = {"value": like.text, "suggest": head.heading}
            yield Oddity("TAB-03", row, letter, like.text, values)


def false_totals(found: Found, columns: Columns, totals: Sequence[Total]) -> Iterator[Oddity]:
    """Tell of total rows that do not say what the rows above them sum to."""
    summed = [head.field for head in found.layout.heads if head.total]
    for heading in (columns.chosen[field] for field in summed if field in columns.chosen):
        cells = found.below.column(heading.column)
        for index, right in wrong_totals(cells, found.body.rows, totals):
            row, letter = found.below.first + index, column_letter(heading.column)
            values = {"value": cells[index], "sum": right}
            yield Oddity("TAB-04", row, letter, heading.text, values)


def total_rows(found: Found, reader: BodyReader) -> tuple[Total, ...]:
    """Return the total rows of a table with the words that name them."""
    words = ((i, reader.total_word(found.below.line(i))) for i in found.body.totals)
    return tuple(Total(index, word) for index, word in words if word)


def headless(found: Found) -> Iterator[Oddity]:
    """Tell of values that stand under no heading."""
    headed = {heading.column for heading in found.heading.headings}
    places = [
        (found.below.first + index, number)
        for number, column in enumerate(found.below.columns, found.below.left)
        if number not in headed
        for index, value in enumerate(column)
        if not is_blank(value) and index not in found.body.apart
    ]
    if places:
        row, number = min(places)
        yield Oddity("TAB-05", row, column_letter(number), None, {"count": len(places)})


def hidden(found: Found, grid: Grid) -> Iterator[Oddity]:
    """Tell of hidden rows and columns that hold data; they are read like the others."""
    rows = sorted(grid.hidden_rows.intersection(found.numbers)) if grid.hidden_rows else []
    headed = {h.column for h in found.heading.headings} & grid.hidden_columns
    columns = [c for c in sorted(headed) if not all(map(is_blank, found.cells(c)))]
    if rows or columns:
        letter = column_letter(columns[0]) if columns and not rows else None
        values = {"rows": _runs(rows, str), "columns": _runs(columns, column_letter)}
        row = rows[0] if rows else found.heading.last
        yield Oddity("TAB-06", row, letter, None, values)


def _runs(numbers: Iterable[int], show: Callable[[int], str]) -> str:
    """Return numbers as runs, such as 12、14-16."""
    runs = groupby(enumerate(numbers), key=lambda item: item[1] - item[0])
    shown = []
    for _, run in runs:
        first, *others = [number for _, number in run]
        shown.append(f"{show(first)}-{show(others[-1])}" if others else show(first))
    return "、".join([*shown[:_TOLD], *(["…"] if len(shown) > _TOLD else [])])


def uncached(found: Found, columns: Columns) -> Iterator[Oddity]:
    """Tell of formulas whose results the file does not hold."""
    numbers = found.numbers
    places = [
        (numbers[index], heading.column, heading.text)
        for heading in columns.chosen.values()
        if found.below.holds(heading.column, Uncached())
        for index, value in enumerate(found.cells(heading.column))
        if isinstance(value, Uncached)
    ]
    if places:
        row, number, text = min(places)
        yield Oddity("TAB-07", row, column_letter(number), text, {"count": len(places)})
