"""The problems of one row alone: what its cells say, and what they say of each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from houqin.areas import MODELS, RULES
from houqin.areas.school.defaults import list_facts
from houqin.areas.school.lists import default_vocabularies, groups, vocabularies
from houqin.areas.school.rows import ListRow
from houqin.book import Book, Period
from houqin.cells.choices import Vocabulary
from houqin.cells.context import Context
from houqin.cells.dates import read_date
from houqin.cells.doubts import Doubt
from houqin.cells.months import read_month
from houqin.functions.arguments import WrongArgument, text
from houqin.functions.sheets import Cells, rows_of, settings_of
from houqin.problems import Both, Problem, in_reading_order
from houqin.reading.sheets import ReadSheet, read_sheet
from houqin.row_text import row_text
from houqin.rows import Rows, SheetRow
from houqin.rules import Rule, run_rules
from houqin.school_calendar import SchoolCalendar
from houqin.settings import Settings
from houqin.tables.finding import find_table
from houqin.tables.grid import Grid
from houqin.tables.recognising import recognise
from houqin.tables.table import Table

UNITS = "单位"
_LEAP_YEAR = (date(2000, 1, 1), date(2000, 12, 31))
_SOME_DAY = date(2099, 12, 31)  # nothing lies after it: whether a date is to come, no row can tell

# Makers of rules that look at one row at a time, as their checks are called; a Rule does not say.
_BY_ROW = ("row_rule.", "not_before.")
# The same of rules that are written for a whole sheet, because that is quicker.
_ALSO_BY_ROW = frozenset(
    {"CNT-02", "STK-13", "STK-14", "STK-25", "BUY-04", "BUY-27", "BUY-30", "BUY-31", "HLT-09"}
)
# What is true of a row on one day and not on another is not judged: no argument names the day.
_BY_DAY = frozenset(
    {"EQP-02", "EQP-03", "EQP-04", "HAZ-21", "VIS-02", "REP-07", "REP-26", "REP-27", "LSN-10"}
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A ledger as its headings tell it."""

    model: type[SheetRow]
    headings: tuple[tuple[Any, ...], ...]

    def table(self, row: tuple[Any, ...]) -> Table | None:
        """Return the table of the headings and one row, None where that is no row of data."""
        grid = Grid(self.model.ledger.title, (*self.headings, row))
        table = find_table(grid, self.model.layout())
        if table is None or table.heading_row != len(self.headings):
            raise _no_headings(self.model.ledger.title)
        return table if table.numbers else None


@dataclass(frozen=True, slots=True)
class School:
    """The lists and limits by which a row is judged."""

    binding: Mapping[str, Vocabulary]  # the lists that a cell must keep to
    words: Mapping[str, Vocabulary]
    groups: Mapping[tuple[str, str], str]
    limits: Settings


def check_row(
    row: Any, headings: Any, sheet: Any, lists: Any = None, settings: Any = None
) -> str | None:
    """Return the problems of one row as one text, empty where there are none.

    Judged is what the row alone can tell: its cells, and the rules that look at nothing
    else. The lists and limits are those of the tables 清单 and 参数, else those that houqin
    ships.

    Raises:
        WrongArgument: an argument cannot be used.
    """
    cells, heads, named = Cells.of(row), Cells.of(headings), text(sheet)
    if cells is None:
        return None
    if len(cells.rows) != 1 or heads is None or named is None:
        raise WrongArgument(
            Both("请给出一行、它的标题行和表名", "give one row, its headings and the sheet")
        )
    if len(cells.rows[0]) != len(heads.rows[0]):
        raise WrongArgument(
            Both("这一行与标题行的列数不同", "the row and its headings differ in width")
        )
    table = _sheet(heads, named).table(cells.rows[0])
    school = _school(Cells.of(lists), Cells.of(settings))
    return _told(table, _sheet(heads, named).model, school) if table else None


def _told(table: Table, model: type[SheetRow], school: School) -> str:
    read = read_sheet(table, model, Context(vocabularies=school.binding))
    found = [*_doubts(read), *run_rules(_rules(model), _book(read.rows, school)).problems]
    stand = {column.letter: column.heading for column in table.columns.values()}

    def heading_of(problem: Problem) -> str:
        return stand.get(problem.place.column or "") or problem.hit.heading or ""

    return row_text(in_reading_order(found, (table.sheet,)), heading_of)


def _doubts(read: ReadSheet[Any]) -> Iterator[Problem]:
    """Yield the cells that cannot be read, whatever stands in the other rows and on 参数."""
    rows = read.rows
    fields = {column.letter: field for field, column in rows.table.columns.items()}
    for problem in read.problems:
        field = fields.get(problem.place.column or "")
        if problem.code.startswith("CEL-") and field and not _elsewhere(problem, rows, field):
            yield problem


def _elsewhere(problem: Problem, rows: Rows[Any], field: str) -> bool:
    """Tell whether the row above, or the term on 参数, may say what the cell does not."""
    if problem.code == "CEL-01":
        return bool(rows.model.headings()[field].fill_down)
    if problem.code == "CEL-06":
        return not isinstance(read_date(rows.raw(0, field), _LEAP_YEAR), Doubt)
    if problem.code == "CEL-19":
        return not isinstance(read_month(rows.raw(0, field), _LEAP_YEAR), Doubt)
    return False


@lru_cache(64)
def _sheet(headings: Cells, named: str) -> Sheet:
    """Find out which ledger is meant: by its key, its name, else its headings."""
    models = {model.ledger.key: model for model in MODELS}
    layouts = [model.layout() for model in MODELS]
    by_name = recognise([Grid(named, headings.rows)], layouts).sheets
    key = named if named in models else next(iter(by_name), None)
    if key is None:
        raise WrongArgument(
            Both(
                f"没有认出“{named[:20]}”是哪种台账",
                f"{named[:20]!r} is no ledger that houqin knows",
            )
        )
    return Sheet(models[key], headings.rows)


@cache
def _rules(model: type[SheetRow]) -> tuple[Rule, ...]:
    return tuple(
        rule for rule in RULES if rule.needs == (model,) and not rule.also and _by_row(rule)
    ) + tuple(
        rule for rule in RULES if rule.code in _ALSO_BY_ROW and model in (*rule.needs, *rule.also)
    )


def _by_row(rule: Rule) -> bool:
    made = str(getattr(rule.check, "__qualname__", ""))
    return made.startswith(_BY_ROW) and rule.code not in _BY_DAY


@lru_cache(2)
def _school(lists: Cells | None, stated: Cells | None) -> School:
    limits = settings_of(stated)
    if lists is None:
        known = default_vocabularies()
        return School({name: known[name] for name in _binding()}, known, groups(None), limits)
    rows = rows_of(lists, ListRow)
    words = vocabularies(rows, None)
    return School(words, words, groups(rows), limits)


def _binding() -> Iterator[str]:
    """Yield the shipped lists by whose values houqin judges, and the units.

    Of the others, such as 设备类别, a school may have values of its own.
    """
    yield from (name for name, fact in list_facts().items() if fact.fixed or fact.groups)
    yield UNITS


def _book(rows: Rows[Any], school: School) -> Book:
    return Book(
        {rows.model: rows},
        school.limits,
        SchoolCalendar(),
        _SOME_DAY,
        Period(_SOME_DAY, _SOME_DAY),
        school.words,
        school.groups,
    )


def _no_headings(title: str) -> WrongArgument:
    return WrongArgument(Both(f"没有认出{title}表的标题行", f"these are no headings of {title}"))
