"""What must be true of the sheets 校区, 人员 and 班级."""

import re
from collections.abc import Iterator
from itertools import groupby

from houqin.areas.makers import known_in, not_before, unique
from houqin.areas.school.rows import CampusRow, ClassRow, PersonRow
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

FORM = "填写要求"
_EMAIL = re.compile(r"[^@\s,;，；、]+@[^@\s,;，；、]+\.[^@\s,;，；、]+")

campus_is_listed_once = unique(
    "SCH-10",
    CampusRow,
    ("name",),
    ("一个校区只写一行", "A campus has one row."),
    zh=("校区“{value}”在第 {row} 行已写过", "请删去一行，或改正名称"),
    en=("the campus {value} stands in row {row} already", "delete one row or correct the name"),
    source=FORM,
)


@book_rule(
    "SCH-11",
    "同名的人用工号区分",
    needs=(PersonRow,),
    zh=("“{value}”与第 {row} 行同名，又没有工号", "请填写工号，同一个人则删去一行"),
    en=(
        "{value} has the name of row {row} and no number",
        "give the number, or delete the row if it is the same person",
    ),
    source=FORM,
)
def namesakes_have_numbers(book: Book) -> Iterator[Hit]:
    """People of the same name are told apart by their numbers."""
    rows = book[PersonRow]
    names, numbers = rows.column("name"), rows.column_or_blank("number")
    judged = sorted(rows.judged(*filter(rows.has, ("name", "number"))), key=lambda i: (names[i], i))
    for _, same in groupby(judged, key=names.__getitem__):
        first, *others = same
        if others and numbers[first] is None and any(numbers[index] for index in others):
            first, others = next(i for i in others if numbers[i]), [first, *others]
        for index in (each for each in others if numbers[each] is None):
            yield rows.hit(
                index, "name", related=(rows.place(first, "name"),), row=rows.numbers[first]
            )


number_is_used_once = unique(
    "SCH-12",
    PersonRow,
    ("number",),
    ("一个工号只给一个人", "A staff number belongs to one person."),
    zh=("工号 {value} 在第 {row} 行已用过", "请改正其中一个工号，同一个人则删去一行"),
    en=(
        "the number {value} is used in row {row} already",
        "correct one number, or delete the row if it is the same person",
    ),
    source=FORM,
)

left_after_joining = not_before(
    "SCH-13",
    PersonRow,
    "left",
    "joined",
    ("离岗日期不早于到岗日期", "Nobody leaves before joining."),
    source="按常理",
)

class_is_listed_once = unique(
    "SCH-14",
    ClassRow,
    ("class_", "campus"),
    ("一个校区的一个班级只写一行", "A class of a campus has one row."),
    zh=("班级“{value}”在第 {row} 行已写过", "请删去一行，或改正班级、校区"),
    en=(
        "the class {value} stands in row {row} already",
        "delete one row, or correct class or campus",
    ),
    source=FORM,
)

class_teacher_is_on_staff = known_in(
    "SCH-15",
    ClassRow,
    "teacher",
    PersonRow,
    "name",
    ("班主任在人员名单中", "A class teacher is one of the staff."),
    zh=("班主任“{name}”不在工作表 {sheet} 中", "请改正姓名，或在 {sheet} 中补上此人"),
    en=(
        "the class teacher {name} is not on the sheet {sheet}",
        "correct the name or add the person there",
    ),
    severity=Severity.WARNING,
    source=FORM,
)

principal_is_on_staff = known_in(
    "SCH-16",
    CampusRow,
    "principal",
    PersonRow,
    "name",
    ("执行校长在人员名单中", "A campus principal is one of the staff."),
    zh=("执行校长“{name}”不在工作表 {sheet} 中", "请改正姓名，或在 {sheet} 中补上此人"),
    en=(
        "the principal {name} is not on the sheet {sheet}",
        "correct the name or add the person there",
    ),
    severity=Severity.WARNING,
    source=FORM,
)


@row_rule(
    "SCH-17",
    PersonRow,
    "邮箱写成一个完整的地址",
    zh=("“{value}”不是一个完整的邮箱地址", "请写成 name@163.com 这样"),
    en=("{value!r} is not one whole address", "write it like name@163.com"),
    source=FORM,
)
def email_is_an_address(row: PersonRow, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all row rules look alike
    """An e-mail address is one whole address."""
    if row.email and not _EMAIL.fullmatch(row.email):
        yield row.hit("email")


RULES: tuple[Rule, ...] = (
    campus_is_listed_once,
    namesakes_have_numbers,
    number_is_used_once,
    left_after_joining,
    class_is_listed_once,
    class_teacher_is_on_staff,
    principal_is_on_staff,
    email_is_an_address,
)
