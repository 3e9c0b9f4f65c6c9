"""From an open workbook to a Book: every sheet read, the school's lists and limits first."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol, TypeVar

from houqin.areas import MODELS
from houqin.areas.school.rows import CalendarRow, CampusRow, ListRow, SettingRow
from houqin.areas.school.settings import calendar, groups, settings, vocabularies
from houqin.book import Book
from houqin.cells.context import Context
from houqin.cells.dates import read_date
from houqin.errors import Refused
from houqin.periods import period_of
from houqin.problems import Both, Fault, Problem, Tidied
from houqin.reading.sheets import odd_problems, read_sheet
from houqin.reading.weekdays import WEEKDAYS, over_the_term
from houqin.result import Options
from houqin.rows import Rows, SheetRow
from houqin.school_calendar import SchoolCalendar
from houqin.settings import Settings
from houqin.states import PROBLEM_LIST, RECORD
from houqin.tables.finding import find_table
from houqin.tables.grid import Grid
from houqin.tables.recognising import OWN_SHEETS, Recognised, recognise
from houqin.tables.table import Oddity
from houqin.tables.unfolding import unfold

M = TypeVar("M", bound=SheetRow)
Progress = Callable[[Both], None]


class Host(Protocol):
    """An open workbook, wherever it lives."""

    def sheet_names(self) -> Sequence[str]:
        """Return the names of the worksheets in the order of their tabs."""

    def read(self, sheet: str) -> Grid:
        """Return the used block of a sheet."""

    def properties(self) -> Mapping[str, str]:
        """Return the custom properties of the workbook."""


@dataclass(slots=True)
class Reading:
    """The ledgers of a workbook, read one after another, and what they told."""

    grids: Mapping[str, Grid]
    found: Recognised
    rows: dict[type[SheetRow], Rows[Any]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    tidied: list[Tidied] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def read(
        self, model: type[M], context: Context, days: SchoolCalendar | None = None
    ) -> Rows[M] | None:
        """Read one ledger, if the workbook has it; what names weekdays only, over the `days`."""
        ledger = self.found.sheets.get(model.ledger.key)
        if ledger is None:
            return None
        sheet = ledger.sheet
        table = find_table(self.grids[sheet], model.layout(), known_words(model, context))
        if table and days:
            table = over_the_term(table, model, days, context.vocabularies.get(WEEKDAYS))
        if table is None:
            self.problems += odd_problems(sheet, (Oddity("TAB-11"),))
            return None
        read = read_sheet(table, model, context)
        self.rows[model] = read.rows
        self.problems += read.problems
        self.tidied += read.tidied
        return read.rows


def nobody(stage: Both) -> None:
    """Tell nobody how far the check has come."""


def open_sheets(host: Host, progress: Progress = nobody) -> Reading:
    """Read every sheet as it stands, and find out which ledger each one is."""
    grids: dict[str, Grid] = {}
    faults = []
    layouts = [model.layout() for model in MODELS]
    for name in filter(is_looked_at, host.sheet_names()):
        progress(Both(f"正在读 {name}", f"Reading {name}"))
        try:
            grids[name] = unfold(host.read(name), layouts)
        except Refused as refused:
            faults.append(
                Fault(refused.code, f"{name}: {refused.message('zh')} / {refused.message('en')}")
            )
    found = recognise(list(grids.values()), layouts)
    reading = Reading(grids, found, faults=faults)
    for sheet, oddities in found.oddities.items():
        reading.problems += odd_problems(sheet, oddities)
    return reading


def is_looked_at(sheet: str) -> bool:
    """Tell whether a check has to read a sheet: of houqin's own, only what keeps decisions."""
    return sheet not in OWN_SHEETS or sheet in (PROBLEM_LIST, RECORD)


def read_book(reading: Reading, options: Options, today: date, *, own: bool) -> Book:
    """Read the school's lists and limits first, then every other ledger by them."""
    date_1904 = any(grid.date_1904 for grid in reading.grids.values())
    lists = reading.read(
        ListRow, Context(vocabularies=vocabularies(None, None), date_1904=date_1904)
    )
    campuses = reading.read(
        CampusRow, Context(vocabularies=vocabularies(lists, None), date_1904=date_1904)
    )
    words = vocabularies(lists, campuses)
    limits = settings(reading.read(SettingRow, Context(None, words, date_1904)))
    term = term_of(limits)
    context = Context(term, words, date_1904)
    days = calendar(reading.read(CalendarRow, context), limits)
    for model in MODELS:
        if model not in (ListRow, CampusRow, SettingRow, CalendarRow):
            reading.read(model, context, days)
    as_of = as_of_day(options, limits, today)
    period = period_of(options.period or limits.text("period"), term, as_of)
    return Book(reading.rows, limits, days, as_of, period, words, groups(lists), own)


def known_words(model: type[SheetRow], context: Context) -> dict[str, tuple[str, ...]]:
    """Return, by field, the words of a list that say it wherever they stand above a table."""
    facts = (field for field, head in model.headings().items() if head.fact)
    lists = {field: context.vocabularies.get(model.kind_of(field).choices) for field in facts}
    return {field: found.values for field, found in lists.items() if found}


def term_of(limits: Settings) -> tuple[date, date] | None:
    """Return the first and the last day of the term, where 参数 states both."""
    start, end = limits.day("term.start"), limits.day("term.end")
    return (start, end) if start and end and start <= end else None


def as_of_day(options: Options, limits: Settings, today: date) -> date:
    """Return the day that everything is judged by: asked for, else on 参数, else today."""
    if options.as_of:
        asked = read_date(options.as_of)
        if not isinstance(asked, date):
            raise Refused("as_of", value=options.as_of)
        return asked
    return limits.day("as_of") or today


def missing_sheets(reading: Reading) -> Iterable[Problem]:
    """Say which sheets houqin's own master has lost; one without headings, or not read, is told already."""
    found, unread = reading.found, {fault.error.partition(": ")[0] for fault in reading.faults}
    for model in MODELS:
        title = model.ledger.title
        told = title in found.oddities or title in unread
        if model.ledger.key not in found.sheets and not told:
            yield from odd_problems(title, (Oddity("TAB-08", values={"title": title}),))
