"""The rules of activities and honours."""

from collections.abc import Iterator

from houqin.areas.honours.rows import Honour
from houqin.areas.makers import known_in, not_after_as_of, unique
from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import NAMED, on_staff
from houqin.areas.terms import in_term
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, row_rule

FORM = "活动荣誉登记表"
HONOUR = "荣誉"
LEVELS = "荣誉级别"

written_once = unique(
    "HON-01",
    Honour,
    ("title", "date", "campus", "result"),
    ("同一天的同一活动或荣誉不重复登记", "An activity or honour of a day is written down once."),
    source=FORM,
)

people_are_known = known_in(
    "HON-02",
    Honour,
    "people",
    PersonRow,
    "name",
    ("参加活动和获得荣誉的人在人员表中", "Whoever took part or won is on the staff list."),
    zh=("“{name}”不在工作表 {sheet} 中", "请改正姓名，学生获奖的写指导教师"),
    en=("{name} is not on the sheet {sheet}", "correct the name; for pupils write who taught them"),
    **NAMED,
)

on_staff_that_day = on_staff(
    "HON-03",
    {Honour: (("people", "date"),)},
    ("参加活动和获得荣誉的人当天在岗", "Whoever took part or won was on the staff on that day."),
)


@row_rule(
    "HON-04",
    Honour,
    "荣誉写明级别和结果",
    zh=("荣誉“{title}”没有写{what}", "请补填，或改正类别"),
    en=("the honour {title} says nothing under {what}", "fill it in, or correct the kind"),
    source=FORM,
)
def honour_is_complete(row: Honour, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all row rules look alike
    """An honour says of which level it is, and what was won."""
    for field, value in (("level", row.level), ("result", row.result)):
        if row.kind == HONOUR and value is None:
            name = row.headings()[field].name
            yield row.hit(field, related=(row.at("kind"),), title=row.title, what=name)


held_by_as_of = not_after_as_of(
    "HON-05",
    (Honour,),
    ("date",),
    (
        "活动和荣誉的日期不晚于统计日期",
        "An activity or honour on record has come by the as-of date.",
    ),
)

day_lies_in_term = in_term(
    "HON-06",
    Honour,
    "date",
    ("活动和荣誉的日期在学期之内", "An activity or honour on record is of the term."),
)


@row_rule(
    "HON-07",
    Honour,
    "名称里写的级别与级别一栏一致",
    zh=("名称里写的是“{named}”，级别却是“{value}”", "请核对后改正其中一个"),
    en=("the name says {named} and the level is {value}", "correct one of the two"),
    source=FORM,
    severity=Severity.WARNING,
)
def level_fits_title(row: Honour, book: Book) -> Iterator[Hit]:
    """The level is the one that the name of an activity or honour says."""
    vocabulary = book.vocabularies.get(LEVELS)
    named = [each for each in vocabulary.values if each in row.title] if vocabulary else []
    if row.level and len(named) == 1 and named != [row.level]:
        yield row.hit("level", related=(row.at("title"),), named=named[0])


RULES: tuple[Rule, ...] = (
    written_once,
    people_are_known,
    on_staff_that_day,
    honour_is_complete,
    held_by_as_of,
    day_lies_in_term,
    level_fits_title,
)
