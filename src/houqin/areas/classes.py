"""The classes of the school, as ledgers that name a class look them up in 班级."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Any

from houqin.areas.lines import Lines, in_each
from houqin.areas.makers import UNKNOWN_EN, UNKNOWN_ZH, unknown
from houqin.areas.school.rows import ClassRow
from houqin.areas.staff import bare, roles
from houqin.book import Book
from houqin.problems import Both, Hit, Severity, Words
from houqin.rows import SheetRow
from houqin.rules import Rule

SOURCE = "班级"
ELSEWHERE_ZH = ("{name} 班在{at}，这里填的是“{value}”", "请改正校区或班级")
ELSEWHERE_EN = ("class {name} is at {at}, here stands {value}", "correct the campus or the class")

TAUGHT_ZH = ("{name} 班的班主任填的是“{value}”，班级表中是“{teacher}”", "请核对后改正其中一个")
TAUGHT_EN = (
    "{value} is named as teacher of class {name}; 班级 has {teacher}",
    "correct one of the two",
)


@dataclass(frozen=True, slots=True)
class SchoolClass:
    """One class, as its row of 班级 has it; None is what could not be read."""

    name: str
    campus: str | None
    teacher: str | None
    pupils: int | None
    row: int  # its index on 班级


@lru_cache(maxsize=1)
def classes(book: Book) -> Mapping[str, SchoolClass]:
    """Return the classes by name, none without 班级; of two rows for one class the first."""
    found: dict[str, SchoolClass] = {}
    if ClassRow in book and book[ClassRow].has("class_"):
        rows = book[ClassRow]
        fields = map(rows.column_or_blank, ("class_", "campus", "teacher", "pupils"))
        for index, (name, campus, teacher, pupils) in enumerate(zip(*fields, strict=True)):
            if name is not None:
                found.setdefault(name, SchoolClass(name, campus, teacher, pupils, index))
    return found


def class_is_known(
    code: str, models: tuple[type[SheetRow], ...], title: tuple[str, str], **facts: Any
) -> Rule:
    """Make the rule that every class that these ledgers name stands on 班级."""

    def check_lines(rows: Lines, book: Book) -> Iterator[Hit]:
        return unknown(rows, "class_", book[ClassRow], "class_")

    return _rule(code, models, title, (UNKNOWN_ZH, UNKNOWN_EN), check_lines, **facts)


def campus_fits_class(
    code: str, models: tuple[type[SheetRow], ...], title: tuple[str, str], **facts: Any
) -> Rule:
    """Make the rule that a row names the campus at which its class is."""

    def check_lines(rows: Lines, book: Book) -> Iterator[Hit]:
        known, names, campuses = classes(book), rows.column("class_"), rows.column("campus")
        for index in rows.judged("class_", "campus"):
            class_ = known.get(names[index])
            if class_ and class_.campus and campuses[index] not in {None, class_.campus}:
                at = (book[ClassRow].place(class_.row, "campus"),)
                shown = {"name": class_.name, "at": class_.campus}
                yield rows.hit(index, "campus", related=at, **shown)

    return _rule(code, models, title, (ELSEWHERE_ZH, ELSEWHERE_EN), check_lines, **facts)


def teacher_fits_class(
    code: str, models: tuple[type[SheetRow], ...], title: tuple[str, str], **facts: Any
) -> Rule:
    """Make the rule that a row names the form teacher whom its class has; a role is no part."""

    def check_lines(rows: Lines, book: Book) -> Iterator[Hit]:
        known, names, teachers = classes(book), rows.column("class_"), rows.column("teacher")
        name_of = cache(partial(bare, known_roles=roles(book)))
        for index in rows.judged("class_", "teacher"):
            class_, teacher = known.get(names[index]), teachers[index]
            if (
                class_
                and class_.teacher
                and teacher
                and name_of(teacher) != name_of(class_.teacher)
            ):
                at = (book[ClassRow].place(class_.row, "teacher"),)
                shown = {"name": class_.name, "teacher": class_.teacher}
                yield rows.hit(index, "teacher", related=at, **shown)

    facts = {"source": f"{SOURCE} 班主任", "severity": Severity.WARNING} | facts
    return _rule(code, models, title, (TAUGHT_ZH, TAUGHT_EN), check_lines, **facts)


def _rule(
    code: str,
    models: tuple[type[SheetRow], ...],
    title: tuple[str, str],
    words: tuple[tuple[str, str], tuple[str, str]],
    check_lines: Any,
    **facts: Any,
) -> Rule:
    zh, en = words
    return Rule(
        code,
        Both(*title),
        Words(*zh),
        Words(*en),
        needs=(ClassRow,),
        also=models,
        check=in_each(models, check_lines),
        **({"source": SOURCE} | facts),
    )
