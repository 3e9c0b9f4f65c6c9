"""Every illness on 因病缺课 as facts: who was away from when to when, and what 病种 asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from houqin.areas.classes import classes
from houqin.areas.health.fever import has_fever, is_flu_like
from houqin.areas.health.rows import DiseaseRow, SickAbsence
from houqin.book import Book

DAY = timedelta(days=1)
INFECTIOUS = "传染"  # 归类 of a 病种
DATES = ("date", "absent_from", "absent_to", "returned")


class Asked(NamedTuple):
    """What 病种 asks for in one disease; None where it says nothing."""

    isolation_days: int | None
    proof: bool | None
    class_day: int | None
    class_three_days: int | None
    school_week: int | None
    row: int


@dataclass(frozen=True, slots=True)
class Case:
    """One row of 因病缺课; None is what is blank or could not be read."""

    row: int
    pupil: str | None
    class_: str | None
    campus: str | None
    symptoms: tuple[str, ...]
    disease: str | None
    has_fever: bool
    is_flu_like: bool
    begun: date | None  # 发病日期, else 缺课开始, else 日期
    first: date | None  # the first day away
    last: date | None  # the last one, None while the pupil is away
    returned: date | None
    is_sure: bool  # all its days away could be read, and are possible

    def is_away(self, day: date) -> bool:
        """Tell whether the pupil was away on a day."""
        return self.first is not None and self.first <= day <= (self.last or day)


@lru_cache(maxsize=1)
def diseases(book: Book) -> Mapping[str, Asked]:
    """Return what 病种 asks for by disease, nothing without the sheet; the first row holds."""
    found: dict[str, Asked] = {}
    if DiseaseRow in book and book[DiseaseRow].has("disease"):
        rows = book[DiseaseRow]
        columns = map(rows.column_or_blank, ("disease", *Asked._fields[:-1]))
        for index, (disease, days, proof, *limits) in enumerate(zip(*columns, strict=True)):
            if disease is not None:
                of_class, three_days, of_school = limits
                asked = Asked(days, proof, of_class, three_days, of_school, index)
                found.setdefault(disease, asked)
    return found


@lru_cache(maxsize=1)
def cases(book: Book) -> tuple[Case, ...]:
    """Return every case on 因病缺课 that had begun by the as-of date."""
    if SickAbsence not in book:
        return ()
    told = (_case(index, row, book) for index, row in enumerate(book[SickAbsence]))
    return tuple(each for each in told if (each.begun or book.as_of) <= book.as_of)


def _case(index: int, row: SickAbsence, book: Book) -> Case:
    day, onset, returned = row.get("date"), row.get("onset"), row.get("returned")
    start, end = row.get("absent_from"), row.get("absent_to")
    last = _last(day, start, end, returned)
    is_read = all(_is_read(index, field, book) for field in DATES)
    is_sure = is_read and not (last and last < (start or day or last))
    knows_onset = is_sure and _is_read(index, "onset", book)
    return Case(
        row=index,
        pupil=row.get("pupil"),
        class_=known_class(row.get("class_"), book),
        campus=row.get("campus"),
        symptoms=row.get("symptoms") or (),
        disease=row.get("disease"),
        has_fever=has_fever(row, book),
        is_flu_like=is_flu_like(row, book),
        begun=(onset or start or day) if knows_onset else None,
        first=(start or day) if is_sure else None,
        last=last,
        returned=returned,
        is_sure=is_sure,
    )


def known_class(name: str | None, book: Book) -> str | None:
    """Return a class, None where 班级 lacks it: a slip, so nobody knows which class is meant."""
    known = classes(book)
    return name if name in known or not known else None


def _is_read(index: int, field: str, book: Book) -> bool:
    return index not in book[SickAbsence].unjudged.get(field, ())


def _last(
    day: date | None, start: date | None, end: date | None, returned: date | None
) -> date | None:
    """Return the last day away; a row that names none of its days is about its own day."""
    if end is not None:
        return end
    if returned is not None:
        return returned - DAY
    return None if start else day
