"""Every area's part of the summary; one that breaks is a fault and costs no other."""

from dataclasses import replace

from houqin.areas import AREAS
from houqin.areas.school.defaults import LAST
from houqin.problems import Fault
from houqin.result import Result
from houqin.rows import NotJudged
from houqin.sections import Section
from houqin.settings import Settings


def with_sections(result: Result) -> Result:
    """Return the result with the sections that its book allows.

    An area whose sheets lack a column that its figures need says nothing.
    """
    sections = list[Section]()
    faults = list[Fault]()
    for area in AREAS:
        for make in area.sections:
            try:
                section = make(result.book)
            except NotJudged:
                continue
            except Exception as error:  # noqa: BLE001 - a broken section must not lose the others
                faults.append(Fault(f"summary.{area.key}", f"{type(error).__name__}: {error}"))
            else:
                sections += [_with_last_term(section, result.book.settings)] if section else []
    return replace(result, sections=tuple(sections), faults=(*result.faults, *faults))


def _with_last_term(section: Section, settings: Settings) -> Section:
    """Return a section whose figures know what they were last term, where 参数 tells it."""
    figures = tuple(
        replace(figure, last=settings.number(f"{LAST}.{figure.key}")) for figure in section.figures
    )
    return replace(section, figures=figures)
