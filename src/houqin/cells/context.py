"""What a reader of cells must know of the school: its term and its lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from houqin.cells.choices import Vocabulary


@dataclass(frozen=True, slots=True)
class Context:
    """The term that completes a date without a year, and the lists of choices."""

    term: tuple[date, date] | None = None
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    date_1904: bool = False
