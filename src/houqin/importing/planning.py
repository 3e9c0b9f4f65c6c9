"""Plans an import: what is new, what is there already, and what cannot be taken."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from houqin.areas import MODELS
from houqin.book import Book
from houqin.importing.adding import Adding
from houqin.importing.judging import judged
from houqin.importing.matching import Pool
from houqin.importing.plan import (
    APPENDED,
    ImportedRow,
    ImportPlan,
    LedgerImport,
    RowState,
    SheetNote,
    Twin,
)
from houqin.importing.sources import Source, SourceSheet, read_source, words_of
from houqin.importing.target import Target
from houqin.importing.understood import facts_of, headings_of
from houqin.opening import Reading
from houqin.problems import Both
from houqin.rows import SheetRow


def plan_import(target: Reading, book: Book, sources: Sequence[Source]) -> ImportPlan:
    """Compare sources with the book that takes them in; nothing is written.

    A source is compared with the book and with the sources before it.
    """
    desks = {model: _Desk.of(model, target, book) for model in MODELS}
    left: list[SheetNote] = []
    broken: list[SheetNote] = []
    taken: list[tuple[SourceSheet, list[ImportedRow]]] = []
    words = words_of(book, sources)
    for source in sources:
        found = read_source(source, words)
        left += found.left
        broken += found.broken
        taken += [(sheet, desks[sheet.lines.model].take(sheet)) for sheet in found.sheets]
    added = [desk.adding.addition() for desk in desks.values() if desk.adding]
    _hold_twins(taken)
    return ImportPlan(
        tuple(_ledger(sheet, rows, desks[sheet.lines.model].target) for sheet, rows in taken),
        {each.key: each for each in added if each is not None},
        tuple(left),
        tuple(broken),
    )


def _hold_twins(taken: Sequence[tuple[SourceSheet, list[ImportedRow]]]) -> None:
    """Hold back what was found in an earlier source, where that row itself is held back."""
    held = {
        Twin(sheet.lines.file, sheet.lines.rows.sheet, row.number): row.why
        for sheet, rows in taken
        for row in rows
        if row.state is RowState.HELD
    }
    for _, rows in taken if held else ():
        for index, row in enumerate(rows):
            if row.twin in held:
                why = held[row.twin]
                rows[index] = replace(
                    row, state=RowState.HELD, unread=(), differences=(), twin=None, why=why
                )


@dataclass(slots=True)
class _Desk:
    """One ledger while rows are being taken in."""

    target: Target | None
    pool: Pool
    adding: Adding | None

    @classmethod
    def of(cls, model: type[SheetRow], reading: Reading, book: Book) -> "_Desk":
        target = Target.of(model, reading, book)
        pool = Pool()
        if target is not None:
            pool.add(target.lines, range(len(target.lines)))
        return cls(target, pool, Adding(target) if target else None)

    def take(self, sheet: SourceSheet) -> list[ImportedRow]:
        """Judge the rows of a sheet, and remember those that are to be added."""
        lines = sheet.lines
        rows = judged(lines, self.target, self.pool)
        new = [index for index, row in enumerate(rows) if row.state in APPENDED]
        self.pool.add(lines, new)
        if self.adding is not None:
            self.adding.add(lines, new, rows)
        return rows


def _ledger(sheet: SourceSheet, rows: Sequence[ImportedRow], target: Target | None) -> LedgerImport:
    lines, ledger = sheet.lines, sheet.lines.model.ledger
    return LedgerImport(
        lines.file,
        lines.rows.sheet,
        ledger.key,
        Both(ledger.title, ledger.en),
        target.lines.rows.sheet if target else None,
        headings_of(lines),
        facts_of(lines),
        sheet.notes,
        tuple(rows),
    )
