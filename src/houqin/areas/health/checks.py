"""The rules of one morning or noon check: its numbers, its class, its reporter."""

from collections.abc import Iterator, Mapping
from typing import Any

from houqin.areas.classes import campus_fits_class, class_is_known, classes
from houqin.areas.health.rows import HealthCheck, SickAbsence
from houqin.areas.lines import Lines, lines_rule, lines_where
from houqin.areas.makers import UNKNOWN_EN, UNKNOWN_ZH, not_after_as_of, unique, unknown
from houqin.areas.school.rows import ClassRow, PersonRow
from houqin.areas.staff import NAMED, on_staff
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rows import Rows, SheetRow
from houqin.rules import Rule, book_rule, row_rule

LEDGERS: tuple[type[SheetRow], ...] = (HealthCheck, SickAbsence)
PEOPLE: Mapping[type[SheetRow], tuple[tuple[str, str], ...]] = {
    HealthCheck: (("reporter", "date"),),
    SickAbsence: (("verified_by", "returned"),),
}
NUMBERS = ("expected", "present", "sick", "other")
FORM = "晨午检登记表：应到 = 实到 + 因病缺勤 + 其他缺勤"
ILL_GO_HOME = "发热学生离校就诊，按因病缺勤登记"

reported_once = unique(
    "HLT-01",
    HealthCheck,
    ("date", "slot", "class_"),
    (
        "一个班一次检查只登记一行",
        "A class has one row for each morning or noon check.",
    ),
    zh=("与第 {row} 行是同一天、同一时段、同一个班", "请改正时段或班级，或删去一行"),
    en=("row {row} is of the same day, slot and class", "correct one, or delete one of them"),
    source="一个班一次检查一行",
)

happened_by_as_of = not_after_as_of(
    "HLT-02",
    LEDGERS,
    ("date", "onset", "returned"),
    (
        "检查、发病和复课日期不晚于统计日期",
        "Checks, illnesses and returns on record have happened by the as-of date.",
    ),
)


def _not_adding_up(rows: Rows[HealthCheck], _: Book) -> Iterator[int]:
    numbers = zip(*map(rows.column, NUMBERS), strict=True)
    for index, each in enumerate(numbers):
        if None not in each and each[0] != sum(each[1:]):
            yield index


@row_rule(
    "HLT-03",
    HealthCheck,
    "应到等于实到、因病缺勤与其他缺勤之和",
    zh=("应到 {expected}，实到 {value} + 因病 {sick} + 其他 {other} = {sum}", "请改正不对的数"),
    en=(
        "{expected} are expected, {value} present + {sick} ill + {other} away make {sum}",
        "correct the number that is wrong",
    ),
    source=FORM,
    screen=_not_adding_up,
)
def numbers_add_up(row: HealthCheck, book: Book) -> Iterator[Hit]:
    """The pupils expected are those present, ill and otherwise away."""
    sum_ = row.present + row.sick + row.other
    class_ = classes(book).get(row.get("class_"))
    if row.expected != sum_ and not (class_ and class_.pupils == sum_):  # then 应到 is wrong
        shown = {"expected": row.expected, "sick": row.sick, "other": row.other, "sum": sum_}
        yield row.hit("present", related=(row.at("expected"),), **shown)


@book_rule(
    "HLT-04",
    "应到人数等于班级的学生数",
    needs=(HealthCheck, ClassRow),
    zh=(
        "{name} 班应到人数填的是 {value}（共 {count} 行），班级表中的学生数是 {pupils}",
        "请核对应到人数或学生数",
    ),
    en=(
        "class {name} is said to have {value} pupils in rows: {count}; 班级 has {pupils}",
        "check the number here or on 班级",
    ),
    severity=Severity.WARNING,
    source="班级 学生数",
)
def expected_is_the_class(book: Book) -> Iterator[Hit]:
    """The pupils expected are those of the class; the same difference is told once."""
    rows, known = book[HealthCheck], classes(book)
    names, expected = rows.column("class_"), rows.column("expected")
    found: dict[tuple[str, int], list[int]] = {}
    for index in rows.judged("class_", "expected"):
        class_ = known.get(names[index])
        if class_ and class_.pupils not in {None, expected[index]}:
            found.setdefault((class_.name, expected[index]), []).append(index)
    for (name, _), indexes in found.items():
        at = (book[ClassRow].place(known[name].row, "pupils"),)
        shown = {"name": name, "count": len(indexes), "pupils": known[name].pupils}
        yield rows.hit(indexes[0], "expected", related=at, **shown)


class_on_list = class_is_known(
    "HLT-05",
    LEDGERS,
    ("登记的班级在班级表中", "Whatever class is reported stands on 班级."),
)
campus_of_class = campus_fits_class(
    "HLT-06",
    LEDGERS,
    ("登记的校区是班级所在的校区", "A class is reported at the campus where it is."),
)


@book_rule(
    "HLT-09",
    "发热人数不超过因病缺勤人数",
    needs=(HealthCheck,),
    zh=("发热 {value} 人，因病缺勤只有 {sick} 人", "发热的学生请离校就诊，并计入因病缺勤"),
    en=(
        "{value} have a fever, but only {sick} are away ill",
        "send those with a fever home and count them as away ill",
    ),
    severity=Severity.WARNING,
    source=ILL_GO_HOME,
)
def feverish_are_away(book: Book) -> Iterator[Hit]:
    """No more pupils have a fever than are away ill, for they are sent home."""
    rows = book[HealthCheck]
    rows.require("fever")

    def wrong(fever: int | None, sick: int | None) -> dict[str, Any] | None:
        return {"sick": sick} if fever is not None and sick is not None and fever > sick else None

    for index, shown in lines_where(rows, ("fever", "sick"), wrong):
        yield rows.hit(index, "fever", related=(rows.place(index, "sick"),), **shown)


@lines_rule(
    "HLT-11",
    LEDGERS,
    "登记人和校医在人员表中",
    zh=UNKNOWN_ZH,
    en=UNKNOWN_EN,
    needs=(PersonRow,),
    **NAMED,
)
def people_are_known(rows: Lines, book: Book) -> Iterator[Hit]:
    """Whoever reports a check or verifies a return is on the staff list."""
    for field, _ in PEOPLE[rows.model]:
        yield from unknown(rows, field, book[PersonRow], "name")


people_are_on_staff = on_staff(
    "HLT-12",
    PEOPLE,
    (
        "登记人和校医当天在岗",
        "Whoever reports a check or verifies a return was on the staff on that day.",
    ),
)

RULES: tuple[Rule, ...] = (
    reported_once,
    happened_by_as_of,
    numbers_add_up,
    expected_is_the_class,
    class_on_list,
    campus_of_class,
    feverish_are_away,
    people_are_known,
    people_are_on_staff,
)
