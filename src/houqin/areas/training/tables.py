"""The tables of the summary about trainings, drills and safety lessons."""

from collections import Counter
from collections.abc import Sequence

from houqin.areas.measures import share
from houqin.areas.tallies import MONTH, month_of, months, names
from houqin.areas.training.figures import people_due
from houqin.areas.training.held import DRILL, Held
from houqin.areas.training.reminders import ClassLesson, reminders
from houqin.book import Book
from houqin.problems import Both
from houqin.rows import NotJudged
from houqin.sections import SectionTable, Unit

SHOWN = 10  # names in one row of the table of who lacks what


def drills_by_month(found: Sequence[Held], where: Sequence[str], book: Book) -> SectionTable:
    """Return how many drills each campus held in each month."""
    counted = Counter(
        (month_of(each.day), each.campus) for each in found if each.kind == DRILL and each.day
    )
    return SectionTable(
        "drills_by_month",
        Both("各月演练次数", "Drills by month"),
        (MONTH, *names(where)),
        (Unit.TEXT, *[Unit.COUNT] * len(where)),
        tuple((month, *(counted[month, campus] for campus in where)) for month in months(book)),
    )


def lacking(book: Book) -> SectionTable:
    """Return who of the staff lacks which training."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for each in people_due(book):
        if each.had is False:
            key = each.need.topic, each.campus or "", "" if each.is_newcomers else each.span.name
            found.setdefault(key, []).append(each.person)
    return SectionTable(
        "training_lacking",
        Both("还没有参加培训的人", "Who lacks a training"),
        (
            Both("主题", "Topic"),
            Both("校区", "Campus"),
            Both("周期", "When"),
            Both("人数", "People"),
            Both("姓名", "Names"),
        ),
        (Unit.TEXT, Unit.TEXT, Unit.TEXT, Unit.COUNT, Unit.TEXT),
        tuple(
            (topic, campus, when or "新到岗", len(who), "、".join(who[:SHOWN]))
            for (topic, campus, when), who in found.items()
        ),
    )


def by_topic(lessons: Sequence[ClassLesson]) -> SectionTable:
    """Return how far each topic is that is due: all who finished of all pupils."""
    found: dict[str, list[ClassLesson]] = {}
    for each in lessons:
        found.setdefault(each.topic, []).append(each)
    rows = []
    for topic, theirs in found.items():
        completed, pupils = sum(e.completed for e in theirs), sum(e.pupils for e in theirs)
        due = max(each.due for each in theirs)
        rows.append((topic, due, pupils, completed, share(completed, pupils)))
    return SectionTable(
        "lessons_by_topic",
        Both("各专题完成情况", "Safety lessons by topic"),
        (
            Both("专题", "Topic"),
            Both("截止日期", "Due"),
            Both("学生数", "Pupils"),
            Both("完成人数", "Finished"),
            Both("完成率", "Share"),
        ),
        (Unit.TEXT, Unit.DATE, Unit.COUNT, Unit.COUNT, Unit.RATE),
        tuple(rows),
    )


def to_remind(book: Book) -> SectionTable:
    """Return the form teachers to remind, without any pupil's name."""
    try:
        found = reminders(book)
    except NotJudged:
        found = ()
    return SectionTable(
        "lessons_to_remind",
        Both("提醒班主任", "Form teachers to remind"),
        (
            Both("班级", "Class"),
            Both("校区", "Campus"),
            Both("班主任", "Form teacher"),
            Both("未完成人次", "Not finished"),
            Both("专题", "Topics"),
        ),
        (Unit.TEXT, Unit.TEXT, Unit.TEXT, Unit.COUNT, Unit.TEXT),
        tuple((e.class_, e.campus, e.teacher, e.lacking, e.topics) for e in found),
        Both("各班都已达标", "every class reaches the rate"),
    )
