"""The whole story: open, read, judge, tell."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol, TypeVar

from houqin.areas import MODELS, RULES
from houqin.areas.school.rows import CalendarRow, CampusRow, ListRow, SettingRow
from houqin.areas.school.settings import calendar, groups, settings, vocabularies
from houqin.book import Book
from houqin.cells.context import Context
from houqin.cells.dates import read_date
from houqin.errors import HouqinError, Refused
from houqin.periods import period_of
from houqin.problems import Both, Fault, Problem, Tidied, in_reading_order
from houqin.reading import rules as reading_rules
from houqin.reading.sheets import odd_problems, read_sheet
from houqin.result import Options, ReadSheetFacts, Result
from houqin.rows import Rows, SheetRow
from houqin.rules import Rule, Verdict, run_rules
from houqin.settings import Settings
from houqin.states import accepted_in, with_states
from houqin.tables.finding import find_table
from houqin.tables.grid import Grid
from houqin.tables.recognising import Recognised, recognise
from houqin.tables.table import Oddity

ALL_RULES: tuple[Rule, ...] = (*reading_rules.RULES, *RULES)
PROBLEM_LIST = "问题清单"
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

    def read(self, model: type[M], context: Context) -> Rows[M] | None:
        """Read one ledger, if the workbook has it."""
        ledger = self.found.sheets.get(model.ledger.key)
        if ledger is None:
            return None
        sheet = ledger.sheet
        table = find_table(self.grids[sheet], model.layout(), known_words(model, context))
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


def check(host: Host, options: Options, today: date, progress: Progress = nobody) -> Result:
    """Check one open workbook; `today` holds where neither the user nor 参数 names a day.

    `progress` is told each stage as it begins.

    Raises:
        HouqinError: an option cannot be understood.
    """
    reading = open_sheets(host, progress)
    own = "houqin" in host.properties()
    progress(Both("正在理解各表内容", "Making sense of the cells"))
    book = read_book(reading, options, today, own=own)
    progress(Both(f"正在判断 {len(RULES)} 条规则", f"Judging {len(RULES)} rules"))
    verdict = run_rules(RULES, book)
    if own:
        reading.problems += missing_sheets(reading.found)
    return tell(reading, book, verdict, options)


def open_sheets(host: Host, progress: Progress = nobody) -> Reading:
    """Read every sheet as it stands, and find out which ledger each one is."""
    grids: dict[str, Grid] = {}
    faults = []
    for name in host.sheet_names():
        progress(Both(f"正在读 {name}", f"Reading {name}"))
        try:
            grids[name] = host.read(name)
        except Refused as refused:
            faults.append(
                Fault(refused.code, f"{name}: {refused.message('zh')} / {refused.message('en')}")
            )
    found = recognise(list(grids.values()), [model.layout() for model in MODELS])
    reading = Reading(grids, found, faults=faults)
    for sheet, oddities in found.oddities.items():
        reading.problems += odd_problems(sheet, oddities)
    return reading


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
            reading.read(model, context)
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
            text = options.as_of
            raise HouqinError(
                f"统计日期“{text}”看不懂，请写成 2020-06-30。 / The as-of date {text!r} is not understood; write it like 2020-06-30."
            )
        return asked
    return limits.day("as_of") or today


def missing_sheets(found: Recognised) -> Iterable[Problem]:
    """Say which sheets houqin's own master has lost; one without headings is told already."""
    for model in MODELS:
        title = model.ledger.title
        if model.ledger.key not in found.sheets and title not in found.oddities:
            yield from odd_problems(title, (Oddity("TAB-08", values={"title": title}),))


def tell(reading: Reading, book: Book, verdict: Verdict, options: Options) -> Result:
    """Put everything that was found into one result."""
    problems = [*reading.problems, *verdict.problems]
    if options.sheets:
        asked = {title for name in options.sheets for title in titles(reading, name)}
        problems = [problem for problem in problems if problem.place.sheet in asked]
    problems = in_reading_order(problems, list(reading.grids))
    accepted = accepted_in(reading.grids.get(PROBLEM_LIST), book.as_of)
    facts = [
        ReadSheetFacts(rows.sheet, model.ledger.key, len(rows))
        for model, rows in reading.rows.items()
    ]
    order = list(reading.grids)
    return Result(
        book=book,
        sheets=tuple(sorted(facts, key=lambda each: order.index(each.sheet))),
        problems=tuple(with_states(problems, accepted)),
        tidied=tuple(reading.tidied),
        skipped=tuple(verdict.skipped),
        faults=(*reading.faults, *verdict.faults),
        unknown=tuple(reading.found.unknown),
        judged=verdict.judged + len(reading_rules.RULES),
        lang=options.lang or language(book.settings),
    )


def titles(reading: Reading, name: str) -> set[str]:
    """Return the sheets meant by a name: the title in the file, the standard title or the key."""
    by_ledger = {
        reading.found.sheets[model.ledger.key].sheet
        for model in MODELS
        if name in (model.ledger.key, model.ledger.title)
        and model.ledger.key in reading.found.sheets
    }
    return by_ledger | ({name} if name in reading.grids else set())


def language(limits: Settings) -> str:
    """Return the language of the workbook."""
    return "en" if limits.text("language").lower().startswith("en") else "zh"
