"""The figures of the summary, as the goals of the term name them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from houqin.areas.school.settings import settings, vocabularies
from houqin.book import Book, Period
from houqin.cells.choices import closest
from houqin.cells.text import unspaced
from houqin.rows import NotJudged, Rows, SheetRow
from houqin.school_calendar import SchoolCalendar
from houqin.sections import Figure
from houqin.tables.table import Table

MOST_MEANT = 3
Named = Mapping[str, tuple[Figure, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """The figure that a name stands for, or else what it may mean."""

    figure: Figure | None
    meant: str | None = None


def by_name(figures: Iterable[Figure]) -> Named:
    """Return the figures by their keys and by their names in both languages."""
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        for name in dict.fromkeys(map(unspaced, (figure.key, *figure.name))):
            found.setdefault(name, []).append(figure)
    return {name: tuple(each) for name, each in found.items()}


def find(name: str, named: Named) -> Found:
    """Return the figure of a name; where two have it, or none, what may be meant."""
    alike = named.get(unspaced(name), ())
    if len(alike) == 1:
        return Found(alike[0])
    if alike:
        return Found(None, " / ".join(each.key for each in alike))
    names = {figure.name.zh for each in named.values() for figure in each}
    longer = sorted(each for each in names if unspaced(name) in unspaced(each))
    meant = closest(name, sorted(names)) or " / ".join(longer[:MOST_MEANT])
    return Found(None, meant or None)


def figures_of(book: Book) -> Iterator[Figure]:
    """Yield the figures that the sections of all areas give for a book."""
    from houqin.areas import AREAS

    for make in (make for area in AREAS for make in area.sections):
        try:
            section = make(book)
        except NotJudged:
            continue
        yield from section.figures if section else ()


@lru_cache(1)
def figures_by_name(book: Book) -> Named:
    """Return the same by their names: to make every section takes long, so it is done once."""
    return by_name(figures_of(book))


@cache
def usual_figures() -> Named:
    """Return the figures that every summary may have, whatever the school's lists hold."""
    from houqin.areas import MODELS

    day = date(2000, 1, 1)
    rows = {model: _empty(model) for model in MODELS}
    lists = vocabularies(None, None)
    book = Book(rows, settings(None), SchoolCalendar(), day, Period(day, day), lists)
    return by_name(figures_of(book))


def _empty(model: type[SheetRow]) -> Rows[SheetRow]:
    fields = list(model.model_fields)
    table = Table(model.ledger.key, model.ledger.title, 1, (), {}, {})
    return Rows(model, table, dict.fromkeys(fields, ()), {}, {})
