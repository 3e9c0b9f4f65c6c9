"""Every area's part of the summary; one that breaks is a fault and costs no other."""

from dataclasses import replace

from houqin.areas import AREAS
from houqin.problems import Fault
from houqin.result import Result
from houqin.rows import NotJudged
from houqin.sections import Section


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
                sections += [section] if section else []
    return replace(result, sections=tuple(sections), faults=(*result.faults, *faults))
