"""The rules of the safety lessons: numbers that agree, no class left out, nobody late."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from houqin.areas.classes import (
    SchoolClass,
    campus_fits_class,
    class_is_known,
    classes,
    teacher_fits_class,
)
from houqin.areas.makers import unique
from houqin.areas.measures import COMPARISONS
from houqin.areas.school.rows import ClassRow
from houqin.areas.training import lesson_days
from houqin.areas.training.rows import SafetyLesson
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rows import Rows
from houqin.rules import Rule, book_rule, row_rule

TOLERANCE = "lesson.rate_tolerance"
PLATFORM = "安全教育平台班级完成情况"
RECKONING = "完成率 = 完成人数 ÷ 学生数"
LISTED = 12  # classes in one message

stated_once = unique(
    "LSN-01",
    SafetyLesson,
    ("topic", "class_"),
    ("一个班一个专题只有一行", "A class has one row for a topic."),
    zh=("“{value}”这个班在第 {row} 行已有", "请删去一行，或改正班级、专题"),
    en=("{value} has this class in row {row} already", "delete one, or correct class or topic"),
    source=PLATFORM,
)


@row_rule(
    "LSN-02",
    SafetyLesson,
    "完成人数不超过学生数",
    zh=("完成 {value} 人，学生只有 {pupils} 人", "请改正其中一个"),
    en=("{value} finished and there are only {pupils} pupils", "correct one of the two"),
    source=PLATFORM,
)
def no_more_than_the_class(row: SafetyLesson, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - alike
    """No more pupils finish than there are."""
    if row.completed > row.pupils:
        yield row.hit("completed", related=(row.at("pupils"),), pupils=row.pupils)


@row_rule(
    "LSN-03",
    SafetyLesson,
    "完成率等于完成人数除以学生数",
    zh=("完成率写的是 {value}，{completed} ÷ {pupils} = {rate}", "请改正完成率，或核对人数"),
    en=("the rate is {value}, but {completed} ÷ {pupils} = {rate}", "correct it or the numbers"),
    severity=Severity.WARNING,
    source=RECKONING,
    settings=(TOLERANCE,),
)
def rate_is_reckoned(row: SafetyLesson, book: Book) -> Iterator[Hit]:
    """The rate is the pupils who finished divided by all, to within what 参数 allows."""
    if row.rate is None or row.completed > row.pupils:
        return
    rate = Decimal(row.completed) / row.pupils
    allowed = book.settings.find(TOLERANCE, row.get("campus"), row.get("due"))
    if allowed is None or not isinstance(allowed.value, Decimal):
        return
    if not COMPARISONS.get(allowed.comparator, COMPARISONS["<="])(
        abs(rate - row.rate), allowed.value
    ):
        shown = {"completed": row.completed, "pupils": row.pupils, "rate": f"{rate:.1%}"}
        yield row.hit("rate", related=(row.at("completed"),), **shown)


@book_rule(
    "LSN-04",
    "学生数与班级一致",
    needs=(SafetyLesson, ClassRow),
    zh=("{name} 班的学生数填的是 {value}，班级表中是 {pupils}", "请核对后改正其中一个"),
    en=("class {name} is said to have {value} pupils; 班级 has {pupils}", "correct one of the two"),
    severity=Severity.WARNING,
    source="班级 学生数",
)
def pupils_are_the_class(book: Book) -> Iterator[Hit]:
    """The pupils of a class are those that 班级 has."""
    rows = book[SafetyLesson]
    pupils = rows.column("pupils")
    for index, class_ in _of_known_class(rows, book, "pupils"):
        if class_.pupils not in {None, pupils[index]}:
            at = (book[ClassRow].place(class_.row, "pupils"),)
            yield rows.hit(index, "pupils", related=at, name=class_.name, pupils=class_.pupils)


class_on_list = class_is_known(
    "LSN-05",
    (SafetyLesson,),
    ("专题中的班级在班级表中", "Whatever class has a lesson stands on 班级."),
)
campus_of_class = campus_fits_class(
    "LSN-06",
    (SafetyLesson,),
    ("专题中的校区是班级所在的校区", "A class has its lesson at the campus where it is."),
)


teacher_of_class = teacher_fits_class(
    "LSN-07",
    (SafetyLesson,),
    ("班主任与班级一致", "The form teacher is the one that 班级 has."),
)


def _of_known_class(
    rows: Rows[SafetyLesson], book: Book, field: str
) -> Iterator[tuple[int, SchoolClass]]:
    known, names = classes(book), rows.column("class_")
    for index in rows.judged("class_", field):
        if class_ := known.get(names[index]):
            yield index, class_


@row_rule(
    "LSN-08",
    SafetyLesson,
    "未完成名单的人数等于学生数减完成人数",
    zh=("未完成名单列了 {count} 人，应有 {lacking} 人", "请补全名单，或核对完成人数"),
    en=("{count} pupils are listed and {lacking} have not finished", "complete the list"),
    source=PLATFORM,
)
def list_is_complete(row: SafetyLesson, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """The list of those who have not finished is as long as it must be, where there is one."""
    lacking = row.pupils - row.completed
    if row.missing and lacking >= 0 and len(row.missing) != lacking:
        at = (row.at("completed"),)
        yield row.hit("missing", related=at, count=len(row.missing), lacking=lacking)


@book_rule(
    "LSN-09",
    "每个专题同年级的班都有记录",
    needs=(SafetyLesson, ClassRow),
    zh=("专题“{value}”缺 {count} 个班的记录：{names}", "请补录这些班的完成情况"),
    en=("the topic {value} lacks classes: {count} ({names})", "enter how far they are"),
    source=PLATFORM,
)
def no_class_is_left_out(book: Book) -> Iterator[Hit]:
    """A topic that some classes of a grade have is on record for all of them, told once."""
    rows, known = book[SafetyLesson], classes(book)
    for indexes in _by_topic(rows).values():
        names = [rows.column("class_")[index] for index in indexes]
        if len(set(names) & set(known)) < len(names) or not _is_due(rows, indexes, book):
            continue  # a class that cannot be read, or stands twice, may be the one missing
        grades = {_grade(name) for name in names}
        lacking = [n for n in known if _grade(n) in grades and n not in names]
        lacking = [name for name in lacking if _may_be_there(known[name], rows)]
        if lacking:
            shown = "、".join(lacking[:LISTED]) + ("等" if len(lacking) > LISTED else "")
            yield rows.hit(indexes[0], "topic", count=len(lacking), names=shown)


def _by_topic(rows: Rows[SafetyLesson]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for index in rows.judged("topic"):
        found[rows.column("topic")[index]].append(index)
    return found


def _is_due(rows: Rows[SafetyLesson], indexes: list[int], book: Book) -> bool:
    days = [rows.column("due")[index] for index in indexes]
    return all(day is not None and day <= book.as_of for day in days)


def _grade(class_: str) -> str:
    return class_.partition(".")[0]


def _may_be_there(class_: SchoolClass, rows: Rows[SafetyLesson]) -> bool:
    """Tell whether a class belongs on the sheet: its title may name another campus."""
    stated = rows.known("campus") if "campus" in rows.table.facts else frozenset[str]()
    return not stated or class_.campus in stated


RULES: tuple[Rule, ...] = (
    stated_once,
    no_more_than_the_class,
    rate_is_reckoned,
    pupils_are_the_class,
    class_on_list,
    campus_of_class,
    teacher_of_class,
    list_is_complete,
    no_class_is_left_out,
    *lesson_days.RULES,
)
