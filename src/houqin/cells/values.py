"""The kinds of value that a cell can hold; every host returns these only."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class CellError:
    """An error that the sheet shows, such as #N/A."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Uncached:
    """A formula whose result the file does not hold."""

    def __str__(self) -> str:
        return "=…"


ERROR_TEXT = re.compile(r"#N/A|#GETTING_DATA|#[A-Z0-9/]+[!?]")  # every error that a sheet shows
Moment = datetime | date | time | timedelta
CellValue = None | bool | int | float | str | Moment | CellError | Uncached


def blanks_among(cells: Iterable[CellValue]) -> frozenset[CellValue]:
    """Return the different cells that show nothing; quick where equal cells are many."""
    return frozenset(
        cell for cell in set(cells) if cell is None or (type(cell) is str and not cell.strip())
    )


def is_blank(value: CellValue) -> bool:
    """Tell whether a cell shows nothing: empty, or blanks only."""
    return value is None or (type(value) is str and not value.strip())
