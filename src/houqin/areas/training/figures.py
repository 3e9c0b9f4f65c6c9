"""What the summary tells of trainings, drills and safety lessons: its figures."""

from collections.abc import Sequence
from decimal import Decimal

from houqin.areas.measures import COMPARISONS, Measure, share
from houqin.areas.training.held import DRILL, TRAINING, Held, held
from houqin.areas.training.lesson_days import RATE
from houqin.areas.training.needs import DrillsDue, TrainingDue, drills_due, trainings_due
from houqin.areas.training.reminders import ClassLesson
from houqin.areas.training.rows import Training
from houqin.areas.training.trainings import EVACUATE
from houqin.book import Book
from houqin.problems import Both
from houqin.rows import NotJudged
from houqin.sections import Unit


def _trainings(found: Sequence[Held]) -> int:
    return sum(each.kind == TRAINING for each in found)


def _trained(found: Sequence[Held]) -> int:
    return sum(each.present or 0 for each in found if each.kind == TRAINING)


def _drills(found: Sequence[Held]) -> int:
    return sum(each.kind == DRILL for each in found)


OF_HELD = (
    Measure(
        "training.trainings",
        Both("培训次数", "Trainings"),
        Unit.COUNT,
        _trainings,
        Both("培训演练：期间内类别为培训的行数", "培训演练: rows of kind 培训 in the period"),
    ),
    Measure(
        "training.trained",
        Both("培训人次", "People trained"),
        Unit.COUNT,
        _trained,
        Both(
            "培训演练：期间内培训的实到人数之和",
            "培训演练: all who were present at trainings of the period",
        ),
    ),
    Measure(
        "training.drills",
        Both("演练次数", "Drills"),
        Unit.COUNT,
        _drills,
        Both("培训演练：期间内类别为演练的行数", "培训演练: rows of kind 演练 in the period"),
    ),
)


def _had(due: Sequence[TrainingDue]) -> Decimal | None:
    return share(sum(each.had is True for each in due), len(due))


HAD = Measure(
    "training.had_rate",
    Both("培训覆盖率", "Trainings had"),
    Unit.RATE,
    _had,
    Both(
        "培训要求：到统计日期应参加的人次（人员、职务）中已参加的 ÷ 应参加的",
        "培训要求: trainings had ÷ due, of every person of the role, by the as-of day",
    ),
)


def _held(due: Sequence[DrillsDue]) -> Decimal | None:
    return share(sum(min(e.held, e.need.times) for e in due), sum(e.need.times for e in due))


HELD_RATE = Measure(
    "training.drill_rate",
    Both("演练完成率", "Drills held"),
    Unit.RATE,
    _held,
    Both(
        "培训要求：各校区到统计日期应做的演练中已做的 ÷ 应做的，没有上课的月份不计",
        "培训要求: drills held ÷ due at every campus, months without lessons left out",
    ),
)


def _in_time(limits: dict[int, bool]) -> Measure[Held]:
    def rate(found: Sequence[Held]) -> Decimal | None:
        told = [limits[each.row] for each in found if each.row in limits]
        return share(sum(told), len(told))

    return Measure(
        "training.in_time_rate",
        Both("疏散达标率", "Evacuations in time"),
        Unit.RATE,
        rate,
        Both(
            "培训演练：期间内写了疏散用时的演练中，用时达到参数“疏散演练用时”的 ÷ 全部",
            "培训演练: timed drills of the period within the limit of 参数 ÷ all that were timed",
        ),
    )


def in_time(book: Book) -> Measure[Held]:
    """Return the figure of evacuations that took no longer than 参数 allows."""
    rows = book[Training]
    limits = {}
    for each in period_held(book):
        seconds = rows.column_or_blank("duration")[each.row]
        limit = book.settings.find(EVACUATE, each.campus, each.day)
        if each.kind == DRILL and seconds is not None and limit and limit.value is not None:
            compare = COMPARISONS.get(limit.comparator, COMPARISONS["<="])
            limits[each.row] = bool(compare(seconds, limit.value))
    return _in_time(limits)


def _completed(lessons: Sequence[ClassLesson]) -> Decimal | None:
    return share(sum(each.completed for each in lessons), sum(each.pupils for each in lessons))


def _below(lessons: Sequence[ClassLesson]) -> int:
    return len({each.class_ for each in lessons if each.is_below})


OF_LESSONS = (
    Measure(
        "training.lesson_rate",
        Both("安全教育完成率", "Safety lessons finished"),
        Unit.RATE,
        _completed,
        Both(
            "安全教育：期间内截止的专题，各班完成人数之和 ÷ 学生数之和（不是各班完成率的平均）",
            "安全教育: of topics due in the period, all who finished ÷ all pupils "
            "(not the mean of the classes' rates)",
        ),
        RATE,
    ),
    Measure(
        "training.classes_below",
        Both("未达标班级", "Classes below the rate"),
        Unit.COUNT,
        _below,
        Both(
            "安全教育：期间内截止的专题中，有专题低于参数“安全教育完成率”的班级数",
            "安全教育: classes with a topic due in the period below the rate of 参数",
        ),
    ),
)


def period_held(book: Book) -> list[Held]:
    """Return the trainings and drills of the period."""
    return [each for each in held(book) if each.day in book.period]


def people_due(book: Book) -> tuple[TrainingDue, ...]:
    """Return the trainings that people needed, none where a sheet lacks a column."""
    try:
        return trainings_due(book)
    except NotJudged:
        return ()


def drills_asked(book: Book) -> tuple[DrillsDue, ...]:
    """Return the drills that were due, none where a sheet lacks a column."""
    try:
        return drills_due(book)
    except NotJudged:
        return ()
