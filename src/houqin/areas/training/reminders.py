"""Whom to remind of safety lessons: the form teachers, by class; no pupil is named."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from houqin.areas.classes import classes
from houqin.areas.training.lesson_days import is_below
from houqin.areas.training.rows import SafetyLesson
from houqin.book import Book

NUMBERS = ("topic", "due", "class_", "pupils", "completed")


@dataclass(frozen=True, slots=True)
class ClassLesson:
    """How far one class is with one topic."""

    topic: str
    due: date
    class_: str
    campus: str | None
    teacher: str | None
    pupils: int
    completed: int
    is_below: bool  # the rate that 参数 asks for

    @property
    def lacking(self) -> int:
        """How many pupils have not finished."""
        return self.pupils - self.completed

    @property
    def rate(self) -> Decimal:
        """The share of pupils who finished."""
        return Decimal(self.completed) / self.pupils


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one form teacher must see to: the topics that the class has not finished."""

    teacher: str | None
    class_: str
    campus: str | None
    lessons: tuple[ClassLesson, ...]

    @property
    def lacking(self) -> int:
        """How many times a pupil has still to finish a topic."""
        return sum(each.lacking for each in self.lessons)

    @property
    def topics(self) -> str:
        """The topics with how many have not finished each."""
        return "、".join(f"{each.topic}（{each.lacking} 人）" for each in self.lessons)


def class_lessons(book: Book) -> Iterator[ClassLesson]:
    """Yield the topics of the period, class by class; where a number is in doubt, none."""
    if SafetyLesson not in book:
        return
    rows, known = book[SafetyLesson], classes(book)
    columns = [rows.column(field) for field in NUMBERS]
    campuses, teachers = rows.column_or_blank("campus"), rows.column_or_blank("teacher")
    for index in rows.judged(*NUMBERS):
        topic, due, class_, pupils, completed = (column[index] for column in columns)
        if completed > pupils or due not in book.period:
            continue
        stated = known.get(class_)
        campus = campuses[index] or (stated.campus if stated else None)
        teacher = teachers[index] or (stated.teacher if stated else None)
        below = is_below(Decimal(completed) / pupils, campus, due, book)
        yield ClassLesson(topic, due, class_, campus, teacher, pupils, completed, below)


def reminders(book: Book) -> tuple[Reminder, ...]:
    """Return whom to remind of topics that are due and below the rate of 参数, most behind first."""
    by_class: dict[str, list[ClassLesson]] = {}
    for each in class_lessons(book):
        if each.due < book.as_of and each.is_below:
            by_class.setdefault(each.class_, []).append(each)
    found = [
        Reminder(theirs[0].teacher, class_, theirs[0].campus, tuple(theirs))
        for class_, theirs in by_class.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.lacking, each.class_)))
