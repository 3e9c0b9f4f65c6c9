"""The rules between property checks and 班级: every class, its campus, its form teacher."""

from collections.abc import Iterator

from houqin.areas.classes import campus_fits_class, classes, teacher_fits_class
from houqin.areas.makers import UNKNOWN_EN, UNKNOWN_ZH, told_once, unknown
from houqin.areas.property.rows import PropertyCheck
from houqin.areas.school.rows import ClassRow, PersonRow
from houqin.areas.staff import NAMED, bare, on_staff, roles
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

CLASSES = "班级表"
SEPARATE = "检查人与被检查班级的班主任分开"


@row_rule(
    "PRO-12",
    PropertyCheck,
    "检查人不是本班班主任",
    zh=("检查人“{name}”是本班班主任", "请由其他人检查并改填"),
    en=("{name} looked at the room of the own class", "let somebody else look at it"),
    source=SEPARATE,
)
def inspector_is_another(row: PropertyCheck, book: Book) -> Iterator[Hit]:
    """Nobody inspects the room of the own class."""
    known = roles(book)
    listed = classes(book).get(row.class_)
    theirs = {row.get("teacher"), listed.teacher if listed else None} - {None}
    teachers = {bare(name, known) for name in theirs}
    for name in row.inspectors:
        if bare(name, known) in teachers:
            yield row.hit("inspectors", name=name)


teacher_is_that_of_the_class = teacher_fits_class(
    "PRO-13",
    (PropertyCheck,),
    ("班主任与班级表一致", "The form teacher is the one that 班级 has for the class."),
    source=CLASSES,
)


@book_rule(
    "PRO-14",
    "检查人和班主任在人员表中",
    needs=(PropertyCheck, PersonRow),
    zh=UNKNOWN_ZH,
    en=UNKNOWN_EN,
    **NAMED,
)
def people_are_known(book: Book) -> Iterator[Hit]:
    """Inspectors and form teachers are on the staff list.

    A form teacher who stands so on 班级 is told there.
    """
    rows = book[PropertyCheck]
    told_there = set(_as_on_classes(book))
    for field in ("inspectors", "teacher"):
        found = unknown(rows, field, book[PersonRow], "name") if rows.has(field) else ()
        yield from (hit for hit in found if field != "teacher" or hit.place.row not in told_there)


def _as_on_classes(book: Book) -> Iterator[int]:
    """Yield the numbers of rows whose form teacher is the one that 班级 names."""
    rows, listed = book[PropertyCheck], classes(book)
    pairs = zip(rows.column_or_blank("class_"), rows.column_or_blank("teacher"), strict=True)
    for number, (class_, teacher) in zip(rows.numbers, pairs, strict=True):
        row = listed.get(class_)
        if row and teacher and row.teacher == teacher:
            yield number


people_are_on_staff = on_staff(
    "PRO-15",
    {PropertyCheck: (("inspectors", "date"), ("teacher", "date"))},
    (
        "检查人和班主任当天在岗",
        "Inspectors and form teachers are on the staff on that day.",
    ),
)


@book_rule(
    "PRO-16",
    "检查的班级在班级表中",
    needs=(PropertyCheck, ClassRow),
    zh=UNKNOWN_ZH,
    en=UNKNOWN_EN,
    source=CLASSES,
)
def class_is_known(book: Book) -> Iterator[Hit]:
    """A class that is checked is on 班级; one that is not is told once."""
    yield from told_once(unknown(book[PropertyCheck], "class_", book[ClassRow], "class_"))


campus_is_that_of_the_class = campus_fits_class(
    "PRO-17",
    (PropertyCheck,),
    ("校区是班级所在的校区", "A class is checked at the campus that 班级 has for it."),
    source=CLASSES,
)


@book_rule(
    "PRO-18",
    "每个班级都检查了校产",
    needs=(PropertyCheck, ClassRow),
    zh=("{who} 没有校产检查记录", "请检查并补录；不需检查的请说明原因"),
    en=("the room of {who} has not been checked", "check it, or say why it need not be"),
    source="期末逐班检查校产校具",
    severity=Severity.WARNING,
)
def every_class_is_checked(book: Book) -> Iterator[Hit]:
    """Once rooms are checked, that of every class is."""
    rows, listed = book[PropertyCheck], book[ClassRow]
    checked, names = rows.known("class_"), listed.column("class_")
    campuses = listed.column_or_blank("campus")
    in_doubt = _campuses_in_doubt(book)
    for index in listed.judged("class_") if checked else ():
        if names[index] not in checked and not {campuses[index], None} & in_doubt:
            yield listed.hit(index, "class_", who=names[index])


def _campuses_in_doubt(book: Book) -> set[str | None]:
    """Return where a class could not be read, which may be the one that is asked for."""
    rows = book[PropertyCheck]
    campuses = rows.column_or_blank("campus")
    return {campuses[index] for index in rows.unjudged.get("class_", ())}


RULES: tuple[Rule, ...] = (
    inspector_is_another,
    teacher_is_that_of_the_class,
    people_are_known,
    people_are_on_staff,
    class_is_known,
    campus_is_that_of_the_class,
    every_class_is_checked,
)
