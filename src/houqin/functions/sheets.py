"""The tables that a worksheet function is given: found and read as any sheet is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Any, TypeVar

from houqin.areas.school.days import calendar as calendar_of
from houqin.areas.school.days import term as term_of
from houqin.areas.school.limits import settings as limits_of
from houqin.areas.school.lists import CAMPUSES, default_vocabularies
from houqin.areas.school.rows import CalendarRow, SettingRow
from houqin.cells.choices import Vocabulary
from houqin.cells.context import Context
from houqin.cells.values import CellValue, is_blank
from houqin.functions.arguments import WrongArgument, cell
from houqin.problems import Both, Severity
from houqin.reading.sheets import ReadSheet, read_sheet
from houqin.rows import Rows, SheetRow
from houqin.school_calendar import SchoolCalendar
from houqin.settings import Settings
from houqin.tables.finding import find_table
from houqin.tables.grid import Grid

M = TypeVar("M", bound=SheetRow)
Term = tuple[date, date] | None

_KEPT = 8  # tables; one is given to every cell of a column of formulas
_NO_TABLE = Both(
    "这里要一张表，请连同标题行一起选", "a table is needed here; select it with its headings"
)


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a range; two with the same cells are equal, and TRUE is not 1."""

    rows: tuple[tuple[CellValue, ...], ...]
    truths: tuple[int, ...]  # where TRUE and FALSE stand

    @classmethod
    def of(cls, value: Any) -> "Cells | None":
        """Return the cells of an argument, None where all of it is blank.

        Raises:
            WrongArgument: it is no range.
        """
        rows = tuple(map(_row, value)) if _is_range(value) else ()
        if all(map(is_blank, chain.from_iterable(rows))):
            if not rows and not _is_nothing(value):
                raise WrongArgument(_NO_TABLE)
            return None
        each = enumerate(chain.from_iterable(rows))
        return cls(rows, tuple([index for index, found in each if found is True or found is False]))


def settings(value: Any) -> Settings:
    """Return what the table 参数 states over the defaults; without one the defaults hold.

    Raises:
        WrongArgument: the argument is no such table.
    """
    return settings_of(Cells.of(value))


def settings_of(cells: Cells | None) -> Settings:
    """Return the same of cells that are known to be a table."""
    return _settings(cells) if cells else limits_of(None)


def calendar(value: Any, limits: Settings) -> SchoolCalendar:
    """Return the days of the table 校历 over the public calendar.

    Raises:
        WrongArgument: the argument is no such table, or a cell of it cannot be read.
    """
    cells = Cells.of(value)
    return calendar_of(sure_rows(cells, CalendarRow, term_of(limits)) if cells else None, limits)


def rows_of(cells: Cells, model: type[M], campuses: Sequence[str] = ()) -> Rows[M]:
    """Return the typed rows of a table, found and read as on the sheet of its ledger.

    Raises:
        WrongArgument: it has no headings that the ledger knows.
    """
    return _read(cells, model, None, tuple(campuses)).rows


def sure_rows(
    cells: Cells, model: type[M], term: Term = None, open_lists: tuple[str, ...] = ()
) -> Rows[M]:
    """Return the same of a small table of which every cell counts.

    Of the open lists any value is read: nobody gives a function the school's own list.

    Raises:
        WrongArgument: a cell cannot be read, or a required column is missing.
    """
    read = _read(cells, model, term, campuses_in({model: cells}), open_lists)
    for problem in read.problems:
        if problem.severity is Severity.ERROR:
            title, row, heading = model.ledger.title, problem.place.row, problem.hit.heading or ""
            zh, en = problem.what(), problem.what("en")
            raise WrongArgument(
                Both(
                    f"{title}表中第 {row} 行{heading}：{zh}", f"{title}, row {row}, {heading}: {en}"
                )
            )
    return read.rows


def campuses_in(tables: Mapping[type[SheetRow], Cells]) -> tuple[str, ...]:
    """Return the campuses that tables name, the most usual spelling of each.

    Nobody gives a function the sheet 校区; so 东园。 is 东园 where that stands in another row.
    """
    typed = Counter[str]()
    for model, cells in tables.items():
        typed.update(filter(None, rows_of(cells, model).column_or_blank("campus")))
    known: tuple[str, ...] = ()
    for name, _ in typed.most_common():
        known += () if campus_among(known, name) else (name,)
    return known


def campus_among(known: Iterable[str], name: str) -> str | None:
    """Return the campus that a name means, None where it is none of them."""
    meant = Vocabulary(CAMPUSES, tuple(known)).read(name)
    return meant if isinstance(meant, str) else None


def campus_named(name: str | None, known: Iterable[str]) -> str | None:
    """Return the campus that a name means; one that no table has is as it is written."""
    return name and (campus_among(known, name) or name)


def without_column(title: str, heading: str) -> WrongArgument:
    """Return what is said of a table that lacks a column."""
    return WrongArgument(
        Both(f"{title}表缺少“{heading}”一列", f"the table {title} has no column {heading}")
    )


@lru_cache(_KEPT)
def _settings(cells: Cells) -> Settings:
    rows = rows_of(cells, SettingRow, campuses_in({SettingRow: cells}))
    for field in ("code", "value"):
        if not rows.has(field):
            raise without_column(SettingRow.ledger.title, SettingRow.headings()[field].name)
    return limits_of(rows)


@lru_cache(_KEPT)
def _read(
    cells: Cells,
    model: type[SheetRow],
    term: Term,
    campuses: tuple[str, ...],
    open_lists: tuple[str, ...] = (),
) -> ReadSheet[Any]:
    title = model.ledger.title
    table = find_table(Grid(title, cells.rows), model.layout())
    if table is None:
        raise WrongArgument(
            Both(
                f"没有认出{title}表的标题行，请连同标题一起选",
                f"no headings of {title} were found; select the table with its headings",
            )
        )
    own = {CAMPUSES: Vocabulary(CAMPUSES, campuses)} if campuses else {}
    lists = {name: each for name, each in default_vocabularies().items() if name not in open_lists}
    return read_sheet(table, model, Context(term, {**lists, **own}))


def _is_nothing(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _is_range(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(row, list | tuple) for row in value)


def _row(values: Sequence[Any]) -> tuple[CellValue, ...]:
    """Return a row of cells; most are texts and numbers, which need no second look."""
    return tuple(
        [
            value
            if value is None or (kind := type(value)) is float or (kind is str and value[:1] != "#")
            else cell(value)
            for value in values
        ]
    )
