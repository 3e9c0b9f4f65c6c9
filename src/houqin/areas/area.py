"""What an area of the school's work brings: its ledgers, its rules, its part of both summaries."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from houqin.book import Book
from houqin.problems import Both
from houqin.rows import SheetRow
from houqin.rules import Rule
from houqin.sections import Section
from houqin.sentences import Figures, Goal, Sentence, Shortcoming


@dataclass(frozen=True, slots=True)
class Remembered:
    """What next term's workbook must know of one row that is carried over, such as duties owed."""

    ledger: str  # key
    named_by: str  # the field that tells the row
    name: str
    field: str
    value: object


@dataclass(frozen=True, slots=True)
class Area:
    """One area; its key names the package, the cases and the section of the summary."""

    key: str
    title: Both
    models: tuple[type[SheetRow], ...]
    rules: tuple[Rule, ...]
    colour: str  # of the tabs of its sheets in the master
    sections: tuple[Callable[[Book], Section | None], ...] = ()
    closing: tuple[
        Callable[[Book, Sequence[Section]], Section | None], ...
    ] = ()  # about all others
    sentences: tuple[
        Sentence, ...
    ] = ()  # of the written summary, about the figures of the sections
    goals: Callable[[Book, Figures], Sequence[Goal]] | None = None  # and what came of them
    shortcomings: Callable[[Book], Sequence[Shortcoming]] | None = None  # stated by the school
    remembered: Callable[[Book], Sequence[Remembered]] | None = None  # by next term's workbook
