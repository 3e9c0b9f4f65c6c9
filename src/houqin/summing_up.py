"""Every area's part of the summary; one that breaks is a fault and costs no other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from houqin.areas import AREAS
from houqin.areas.school.defaults import LAST
from houqin.book import Book
from houqin.errors import place_of
from houqin.problems import Fault
from houqin.result import Result
from houqin.rows import NotJudged
from houqin.sections import Section
from houqin.settings import Settings

Maker = Callable[[], Section | None]


def with_sections(result: Result) -> Result:
    """Return the result with the sections that its book allows.

    An area whose sheets lack a column that its figures need says nothing. Last come the
    sections that are about the figures of all others.
    """
    sections = list[Section]()
    faults = list[Fault]()
    for key, make in _makers(result.book, sections):
        made = _made(key, make)
        if isinstance(made, Fault):
            faults.append(made)
        elif made is not None:
            sections.append(_with_last_term(made, result.book.settings))
    return replace(result, sections=tuple(sections), faults=(*result.faults, *faults))


def _makers(book: Book, sections: Sequence[Section]) -> Iterator[tuple[str, Maker]]:
    """Yield what makes each section; those about all others see what has been made by then."""
    for area in AREAS:
        yield from ((area.key, partial(make, book)) for make in area.sections)
    for area in AREAS:
        yield from ((area.key, partial(close, book, tuple(sections))) for close in area.closing)


def _made(key: str, make: Maker) -> Section | Fault | None:
    try:
        return make()
    except NotJudged:
        return None
    except Exception as error:  # noqa: BLE001 - a broken section must not lose the others
        return Fault(f"summary.{key}", place_of(error))


def _with_last_term(section: Section, settings: Settings) -> Section:
    """Return a section whose figures know what they were last term, where 参数 tells it."""
    figures = tuple(
        replace(figure, last=settings.number(f"{LAST}.{figure.key}")) for figure in section.figures
    )
    return replace(section, figures=figures)
