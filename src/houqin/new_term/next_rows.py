"""All rows of the next term's workbook, by ledger."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from houqin.areas import AREAS, MODELS
from houqin.areas.area import Area, Remembered
from houqin.areas.school.rows import ListRow
from houqin.areas.stock.rows import Receipt
from houqin.book import Book
from houqin.cells.writing import written
from houqin.master.demo.school import list_rows
from houqin.master.term import Row, Term
from houqin.new_term.carrying import Carry, Way, carry_of
from houqin.new_term.next_settings import NextTerm, next_settings, row_of
from houqin.new_term.opening_stock import opening_rows
from houqin.result import Result
from houqin.rows import Rows, SheetRow


def next_rows(result: Result, wanted: NextTerm, areas: Sequence[Area] = AREAS) -> Term:
    """Return the rows of every ledger of the next term's workbook."""
    book = result.book
    term: Term = {
        model.ledger.key: carried_rows(book[model], carry_of(model), book)
        for model in MODELS
        if model in book and carry_of(model).way in (Way.ALL, Way.SOME)
    }
    term["settings"] = next_settings(result, wanted)
    term["lists"] = [*term.get("lists", ()), *_lists_missing(book)]
    if Receipt in book:
        term["receipts"] = opening_rows(book, note_of(book))
    for area in areas:
        _remember(term, area.remembered(book) if area.remembered else ())
    return term


def note_of(book: Book) -> str:
    """Return what 备注 says of a row that was carried over."""
    return f"{book.settings.text('term.name') or '上学期'}结转"


def carried_rows(rows: Rows[Any], carry: Carry, book: Book) -> list[Row]:
    """Return the rows of one ledger that go over."""
    return [
        _changed(row_of(rows, index), carry, rows.model)
        for index in range(len(rows))
        if carry.stays is None or carry.stays(rows[index], book)
    ]


def _changed(row: Row, carry: Carry, model: type[SheetRow]) -> Row:
    """Leave out what the next term fills anew, and keep in 备注 what names another book's rows."""
    noted = [
        f"{model.headings()[field].name} {written(row[field])}"
        for field in carry.noted
        if field in row and row[field] is not None
    ]
    note = "；".join(filter(None, (str(row.get("note") or ""), *noted)))
    gone = dict.fromkeys((*carry.without, *carry.noted))
    changed = row | {field: None for field in gone if field in row}
    return changed | {"note": note} if noted and "note" in row else changed


def _lists_missing(book: Book) -> Iterator[Row]:
    """Yield the lists that the school does not have, which hold all the same."""
    there = book[ListRow].known("list") if ListRow in book else frozenset()
    return (row for row in list_rows() if row["list"] not in there)


def _remember(term: Term, facts: Iterable[Remembered]) -> None:
    for fact in facts:
        for row in term.get(fact.ledger, ()):
            if row.get(fact.named_by) == fact.name:
                row[fact.field] = fact.value
