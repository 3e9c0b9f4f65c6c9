"""Reads every ledger of a source, also where several sheets hold one, by the lists of both books."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from houqin.areas import MODELS
from houqin.areas.school.rows import CampusRow, ListRow, SettingRow
from houqin.areas.school.settings import settings, vocabularies
from houqin.book import Book
from houqin.cells.choices import Vocabulary
from houqin.cells.context import Context
from houqin.cells.doubts import Doubt
from houqin.cells.values import is_blank
from houqin.importing.lines import Lines
from houqin.importing.plan import SheetNote
from houqin.opening import Reading, term_of
from houqin.problems import Both, Problem
from houqin.tables.grid import Grid
from houqin.tables.recognising import Recognised, recognise

_CAMPUSES = "校区"
_TOLD = frozenset(("TAB-01", "TAB-02", "TAB-03", "TAB-05", "TAB-06", "TAB-12"))
_NO_LEDGER = Both(
    "没有认出是哪种台账，没有导入", "no ledger was recognised in it; it is not imported"
)
_NO_HEADINGS = Both(
    "前 20 行里没有找到标题行，没有导入",
    "no heading row was found in its first 20 rows; it is not imported",
)


@dataclass(frozen=True, slots=True)
class Source:
    """An old or separately filled workbook whose sheets were opened."""

    file: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """One ledger of a source."""

    lines: Lines
    notes: tuple[Both, ...]


@dataclass(frozen=True, slots=True)
class ReadSource:
    """What a source holds."""

    sheets: tuple[SourceSheet, ...]
    left: tuple[SheetNote, ...]
    broken: tuple[SheetNote, ...]


def words_of(book: Book, sources: Iterable[Source]) -> dict[str, Vocabulary]:
    """Return the lists that hold once all is taken in: those of the book and of the sources."""
    words = dict(book.vocabularies)
    for source in sources:
        words = joined(words, _stated(source.reading))
    return words


def read_source(source: Source, words: Mapping[str, Vocabulary]) -> ReadSource:
    """Read the ledgers of a source, in the order of the areas and then of its tabs.

    Its dates are read by its own term only: an old ledger is not of ours.
    """
    context = _context(source.reading, words)
    grids, found = source.reading.grids, source.reading.found
    sheets: list[SourceSheet] = []
    left = dict.fromkeys(_without_headings(found), _NO_HEADINGS)
    while found.sheets:
        reading = Reading(grids, found)
        read = [rows for model in MODELS if (rows := reading.read(model, context)) is not None]
        for rows in read:
            notes = tuple(_notes(reading.problems, rows))
            sheets.append(SourceSheet(Lines(rows, grids[rows.sheet], source.file), notes))
        found = recognise(
            [grids[name] for name in found.unknown], [model.layout() for model in MODELS]
        )
    others = [sheet for sheet in found.unknown if not is_empty(grids[sheet])]
    left |= {sheet: left.get(sheet, _NO_LEDGER) for sheet in others}
    broken = (Both(*fault.error.split(" / ", 1)) for fault in source.reading.faults)
    return ReadSource(
        tuple(sheets),
        tuple(SheetNote(source.file, sheet, text) for sheet, text in left.items()),
        tuple(SheetNote(source.file, "", text) for text in broken),
    )


def is_empty(grid: Grid) -> bool:
    """Tell whether a sheet shows nothing."""
    return all(is_blank(value) for row in grid.values for value in row)


def _without_headings(found: Recognised) -> Iterator[str]:
    for sheet, oddities in found.oddities.items():
        if any(oddity.code == "TAB-11" for oddity in oddities):
            yield sheet


def _notes(problems: list[Problem], rows: Any) -> Iterator[Both]:
    """Yield what is odd about a table as a whole; of a private one only the rule."""
    private = rows.model.ledger.private
    for problem in problems:
        if problem.place.sheet == rows.sheet and problem.code in _TOLD:
            where = str(problem.place).partition("!")[2]
            head = " ".join(part for part in (where, problem.hit.heading) if part)
            told = problem.title if private else Both(problem.what("zh"), problem.what("en"))
            yield Both(f"{head}：{told.zh}", f"{head}: {told.en}") if head else told


def _context(reading: Reading, words: Mapping[str, Vocabulary]) -> Context:
    date_1904 = any(grid.date_1904 for grid in reading.grids.values())
    own = Reading(reading.grids, reading.found)
    limits = settings(own.read(SettingRow, Context(None, words, date_1904)))
    return Context(term_of(limits), words, date_1904)


def _stated(reading: Reading) -> dict[str, Vocabulary]:
    """Return the lists that a source has of its own."""
    own = Reading(reading.grids, reading.found)
    lists = own.read(ListRow, Context(vocabularies=vocabularies(None, None)))
    campuses = own.read(CampusRow, Context(vocabularies=vocabularies(lists, None)))
    names = lists.known("list") if lists is not None and lists.has("list") else frozenset()
    found = vocabularies(lists, campuses)
    return {name: each for name, each in found.items() if name in (*names, _CAMPUSES)}


def joined(
    ours: Mapping[str, Vocabulary], theirs: Mapping[str, Vocabulary]
) -> dict[str, Vocabulary]:
    """Return our lists with what theirs have besides; what ours can read they keep."""
    found = dict(theirs) | dict(ours)
    return found | {name: _joined(ours[name], theirs[name]) for name in ours.keys() & theirs.keys()}


def _joined(ours: Vocabulary, theirs: Vocabulary) -> Vocabulary:
    meant = {value: _meaning(ours, value) for value in theirs.values}
    same = {
        spelling: meant[value]
        for spelling, value in theirs.same.items()
        if value in meant and isinstance(ours.read(spelling), Doubt)
    }
    values = dict.fromkeys((*ours.values, *meant.values()))
    return Vocabulary(ours.name, tuple(values), {**ours.same, **same})


def _meaning(ours: Vocabulary, value: str) -> str:
    read = ours.read(value)
    return value if isinstance(read, Doubt) else read
