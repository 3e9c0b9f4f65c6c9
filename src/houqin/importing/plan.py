"""What an import comes to: which headings were understood, and what becomes of each row."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from houqin.cells.values import CellValue
from houqin.problems import NO_WORDS, Both, Place
from houqin.tables.address import column_number


class RowState(StrEnum):
    """What becomes of a row of a source."""

    NEW = "new"
    DOUBTFUL = "doubtful"  # new, but some of its cells are taken over as they stand
    THERE = "there"
    DIFFERS = "differs"  # a row of the same key says something else; not taken
    HELD = "held"  # it cannot be taken without losing or changing something


APPENDED = (RowState.NEW, RowState.DOUBTFUL)


class HeadingState(StrEnum):
    """What becomes of a column of a source."""

    UNDERSTOOD = "understood"
    UNKNOWN = "unknown"  # our ledger has no such column
    REPEATED = "repeated"  # another column says the same field
    OWN = "own"  # a counter of rows, or houqin's own column


@dataclass(frozen=True, slots=True)
class HeadingUnderstood:
    """A heading of a source, and the field that it was taken for."""

    text: str  # as it stands
    heading: str | None  # ours; None where it is not read
    column: str
    state: HeadingState


@dataclass(frozen=True, slots=True)
class FactUnderstood:
    """What stands once outside a table and holds for each of its rows."""

    heading: str
    place: Place
    value: str | None  # None where it is private


class Cell(NamedTuple):
    """A cell of a source as the preview shows it."""

    heading: str
    place: Place
    value: str | None  # None where it is private


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which a row differs from the row of its key that is there already."""

    field: str
    heading: str
    place: Place  # in the source
    value: str | None  # None where it is private
    other: Place  # where the other row has it
    other_value: str | None


class Twin(NamedTuple):
    """The row that a row of a source is, or whose key it has."""

    file: str  # of an earlier source; "" for the book itself
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One row of a source, and what becomes of it."""

    number: int
    state: RowState
    key: str = ""  # its own name; "" where it has none, or where it is private
    label: str = ""  # what the preview shows of a row: its key, else its first values
    to_row: int | None = None  # where it is appended
    unread: tuple[Cell, ...] = ()
    differences: tuple[Difference, ...] = ()
    twin: Twin | None = None
    why: Both = NO_WORDS  # it is held back


@dataclass(frozen=True, slots=True)
class LedgerImport:
    """One ledger that was recognised in a source."""

    file: str
    sheet: str
    key: str  # of the ledger
    title: Both
    target: str | None  # the sheet of the book; None where it has no such ledger
    headings: tuple[HeadingUnderstood, ...] = ()
    facts: tuple[FactUnderstood, ...] = ()
    notes: tuple[Both, ...] = ()
    rows: tuple[ImportedRow, ...] = ()


class Block(NamedTuple):
    """Cells to be written side by side."""

    left: int  # the number of the first column
    rows: tuple[tuple[CellValue, ...], ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """The rows to be added to one sheet of the book; a row of blanks keeps apart what follows it."""

    key: str
    sheet: str
    heading_row: int
    first_row: int
    like_row: int | None  # the last row that holds data, whose look the new ones take
    fields: tuple[str, ...]  # in the order of the sheet
    columns: tuple[str, ...]  # their letters
    rows: tuple[tuple[CellValue, ...], ...]

    @property
    def last_row(self) -> int:
        """Return the number of the last row."""
        return self.first_row + len(self.rows) - 1

    def blocks(self) -> Iterator[Block]:
        """Yield the cells of columns that stand side by side; other columns are left alone."""
        places = [(column_number(letter), index) for index, letter in enumerate(self.columns)]
        for _, run in groupby(places, key=lambda place: place[0] - place[1]):
            beside = list(run)
            first, last = beside[0][1], beside[-1][1]
            yield Block(beside[0][0], tuple(row[first : last + 1] for row in self.rows))


class SheetNote(NamedTuple):
    """What is to be said of a sheet that is not taken."""

    file: str
    sheet: str
    text: Both


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Everything that an import would do, before anything is written."""

    ledgers: tuple[LedgerImport, ...]
    added: Mapping[str, Addition]  # by key of the ledger
    left: tuple[SheetNote, ...] = ()  # sheets that no ledger was recognised in
    broken: tuple[SheetNote, ...] = ()  # sheets that could not be read

    @property
    def counts(self) -> Counter[RowState]:
        """Return how many rows there are of each state."""
        return Counter(row.state for ledger in self.ledgers for row in ledger.rows)

    @property
    def taken(self) -> int:
        """Return how many rows are added to the book; rows of blanks do not count."""
        return sum(self.counts[state] for state in APPENDED)

    @property
    def is_complete(self) -> bool:
        """Tell whether every row of the sources is in the book now, and read without a doubt."""
        counts = self.counts
        taken = counts[RowState.NEW] + counts[RowState.THERE]
        return taken == counts.total() and not self.broken


def appended(plan: ImportPlan) -> Mapping[str, Addition]:
    """Return what is to be added to the book, by key of the ledger."""
    return plan.added
