"""What an area of the school's work brings: its ledgers, its rules, its part of both summaries."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from houqin.book import Book
from houqin.problems import Both
from houqin.rows import SheetRow
from houqin.rules import Rule
from houqin.sections import Section
from houqin.sentences import Sentence


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
