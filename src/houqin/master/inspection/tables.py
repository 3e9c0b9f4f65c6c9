"""Checks of tables: their names, their headings and where they stand."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from houqin.hosts.usual_form import MAX_COLUMN, MAX_ROW
from houqin.master.inspection.book import Book, Table
from houqin.tables.address import column_letter, column_number
from houqin.tables.grid import Block

_AREA = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6}):([A-Z]{1,3})([1-9]\d{0,6})")


def faults_of_tables(book: Book) -> Iterator[str]:
    """Yield what makes Excel repair a workbook by dropping its tables."""
    yield from _doubles(book)
    for table in book.tables:
        block = _block(table.ref)
        if block is None:
            yield f"The table {table.shown_name} stands at {table.ref!r}, outside any sheet."
        else:
            yield from _misfits(book, table, block)
    yield from _overlaps(book)


def _doubles(book: Book) -> Iterator[str]:
    names = Counter(name for table in book.tables for name in _names_of(table))
    defined = {each.name.casefold() for each in book.names}
    for name, count in names.items():
        if count > 1:
            yield f"Two tables are named {name}."
        if name in defined:
            yield f"A table and a defined name are both named {name}."
    for number, count in Counter(table.id for table in book.tables).items():
        if count > 1:
            yield f"Two tables have the id {number!r}."


def _names_of(table: Table) -> Iterable[str]:
    """Return the name and the shown name of a table, which may be the same."""
    return {table.name.casefold(), table.shown_name.casefold()}


def _misfits(book: Book, table: Table, block: Block) -> Iterator[str]:
    width = block.right - block.left + 1
    if len(table.columns) != width:
        yield f"The table {table.shown_name} has {len(table.columns)} columns in {width}."
    for name, count in Counter(map(str.casefold, table.columns)).items():
        if count > 1:
            yield f"Two columns of the table {table.shown_name} are named {name!r}."
    if not table.has_headings:
        return
    if block.top == block.bottom:
        yield f"The table {table.shown_name} has no row below its headings."
    texts = next(each.texts for each in book.sheets if each.title == table.sheet)
    for place, column in enumerate(table.columns):
        address = f"{column_letter(block.left + place)}{block.top}"
        if texts.get(address) != column:
            shown = texts.get(address, "no text")
            yield (
                f"The column {column!r} of the table {table.shown_name} is headed {shown!r}"
                f" in {table.sheet}!{address}."
            )


def _overlaps(book: Book) -> Iterator[str]:
    for one, other in combinations(book.tables, 2):
        first, second = _block(one.ref), _block(other.ref)
        if one.sheet == other.sheet and first and second and _meet(first, second):
            yield f"The tables {one.shown_name} and {other.shown_name} overlap."


def _meet(one: Block, other: Block) -> bool:
    return (
        one.top <= other.bottom
        and other.top <= one.bottom
        and one.left <= other.right
        and other.left <= one.right
    )


def _block(ref: str) -> Block | None:
    """Return a reference as a block, or None if it does not lie within a sheet."""
    found = _AREA.fullmatch(ref)
    if found is None:
        return None
    left, right = column_number(found[1]), column_number(found[3])
    top, bottom = int(found[2]), int(found[4])
    is_within = left <= right <= MAX_COLUMN and top <= bottom <= MAX_ROW
    return Block(top, left, bottom, right) if is_within else None
