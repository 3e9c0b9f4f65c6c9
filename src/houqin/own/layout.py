"""How houqin's own sheets look: laid out once in the master, so that a button writes values only."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from houqin.problems import NO_WORDS, Both
from houqin.sections import Light, Unit, Value

# Rows as the screen counts them; every own sheet that is a table has them alike.
TITLE_ROW, NOTE_ROW, VERDICT_ROW, MORE_ROW, HEADING_ROW, FIRST_ROW = 1, 2, 3, 4, 5, 6


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """One column of an own sheet."""

    heading: Both
    unit: Unit = Unit.TEXT
    width: int = 12  # in narrow characters
    typed: bool = (
        False  # people fill it in: what stands there is kept when the sheet is written anew
    )
    choices: tuple[Both, ...] = ()  # what its drop-down offers
    list: str = ""  # or the list of 清单 that it offers
    marks: tuple[tuple[Both, Light], ...] = ()  # words that are coloured where a cell begins so


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """One of houqin's own sheets: a title, two lines about it, and a table."""

    key: str  # the name of its table
    title: str  # on the tab
    columns: tuple[OwnColumn, ...]
    hint: Both = NO_WORDS  # what stands on it until its button is used
    landscape: bool = True
    identity: tuple[int, ...] = ()  # columns that name a row, by which typed cells find it again
    frozen: int = 1  # columns that stay in sight
    row_height: int = 0  # points; 0: each row is as high as its text

    def headings(self, lang: str) -> tuple[str, ...]:
        """Return the headings in a language."""
        return tuple(column.heading.of(lang) for column in self.columns)


@dataclass(frozen=True, slots=True)
class OwnPage:
    """What stands on an own sheet after its button was used."""

    sheet: OwnSheet
    note: str  # what it is about: period, as-of day
    verdict: str  # one sentence: what came of it
    rows: Sequence[Sequence[Value]] = field(default=())
    more: str = ""  # what else there is to know, on a line of its own
