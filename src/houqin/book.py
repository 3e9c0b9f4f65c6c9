"""Our whole workbook in memory: typed rows of all sheets, settings, as-of date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from houqin.cells.choices import Vocabulary
from houqin.rows import Rows, SheetRow
from houqin.school_calendar import SchoolCalendar
from houqin.settings import Settings

M = TypeVar("M", bound=SheetRow)


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a report is about, both included."""

    start: date
    end: date

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.start <= day <= self.end


@dataclass(frozen=True, slots=True, eq=False)  # one book is itself: actions may be cached by it
class Book:
    """Everything that rules and actions may know."""

    rows: Mapping[type[SheetRow], Rows[Any]]
    settings: Settings
    calendar: SchoolCalendar
    as_of: date
    period: Period
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    groups: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (list, value) -> 归类
    own: bool = False  # houqin's own master: every sheet must be there

    def __contains__(self, model: type[SheetRow]) -> bool:
        return model in self.rows

    def __getitem__(self, model: type[M]) -> Rows[M]:
        """Return the rows of a sheet; only of one that the rule needs, or that is `in` the book."""
        return self.rows[model]

    def group(self, list_name: str, value: str | None) -> str:
        """Return the 归类 of a value of a list, such as 异常 for the result 不正常."""
        return self.groups.get((list_name, value or ""), "")

    def campuses(self) -> tuple[str, ...]:
        """Return the school's campuses, in the order of their sheet."""
        vocabulary = self.vocabularies.get("校区")
        return vocabulary.values if vocabulary else ()
