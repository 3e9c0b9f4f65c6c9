"""The school's part of the summary: how large it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from houqin.areas.measures import Measure, campuses
from houqin.areas.school.rows import ClassRow, PersonRow
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Figure, Section, Unit


@dataclass(frozen=True, slots=True)
class Counted:
    """What one row of 班级 or 人员 adds to a campus."""

    campus: str | None
    number: int | None = 1  # None where it could not be read


def _sum(facts: Sequence[Counted]) -> int:
    return sum(each.number or 0 for each in facts)


CLASSES: Measure[Counted] = Measure(
    "school.classes", Both("教学班", "Classes"), Unit.COUNT, len, Both("班级：行数", "班级: rows")
)
PUPILS: Measure[Counted] = Measure(
    "school.pupils",
    Both("学生数", "Pupils"),
    Unit.COUNT,
    _sum,
    Both("班级：各班学生数之和", "班级: 学生数 added up"),
)
STAFF: Measure[Counted] = Measure(
    "school.staff",
    Both("在岗人员", "Staff"),
    Unit.COUNT,
    len,
    Both(
        "人员：统计日期已到岗、没有离岗的行数",
        "人员: rows of those who have come and not left by the as-of date",
    ),
)


def section(book: Book) -> Section | None:
    """Return how large the school is, None where the workbook has neither 班级 nor 人员."""
    figures = (*_of_classes(book), *_of_people(book))
    return Section("school", Both("学校概况", "The school"), figures) if figures else None


def _of_classes(book: Book) -> tuple[Figure, ...]:
    if ClassRow not in book:
        return ()
    rows, where = book[ClassRow], campuses(book, (ClassRow,))
    columns = (rows.column_or_blank(field) for field in ("campus", "pupils"))
    classes = [Counted(*facts) for facts in zip(*columns, strict=True)]
    return tuple(measure.figure(classes, where, book) for measure in (CLASSES, PUPILS))


def _of_people(book: Book) -> tuple[Figure, ...]:
    if PersonRow not in book:
        return ()
    rows, where = book[PersonRow], campuses(book, (PersonRow,))
    columns = (rows.column_or_blank(field) for field in ("campus", "joined", "left"))
    staff = [
        Counted(campus)
        for campus, joined, left in zip(*columns, strict=True)
        if (joined or date.min) <= book.as_of <= (left or date.max)
    ]
    return (STAFF.figure(staff, where, book),)
