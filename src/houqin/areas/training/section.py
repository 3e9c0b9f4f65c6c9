"""The training part of the summary: figures, tables, a chart; and its sentences."""

from collections.abc import Sequence

from houqin.areas.measures import campuses
from houqin.areas.school.rows import PersonRow
from houqin.areas.training.figures import (
    HAD,
    HELD_RATE,
    OF_HELD,
    OF_LESSONS,
    drills_asked,
    in_time,
    people_due,
    period_held,
)
from houqin.areas.training.reminders import ClassLesson, class_lessons
from houqin.areas.training.rows import MODELS, SafetyLesson, Training, TrainingNeed
from houqin.areas.training.tables import by_topic, drills_by_month, lacking, to_remind
from houqin.book import Book
from houqin.problems import Both
from houqin.rows import NotJudged
from houqin.sections import Chart, Figure, Section, SectionTable
from houqin.sentences import Part, Sentence


def section(book: Book) -> Section | None:
    """Return the training part of the summary, None where the workbook has none of its ledgers."""
    if Training not in book and SafetyLesson not in book:
        return None
    where = campuses(book, MODELS)
    figures: list[Figure] = []
    tables: list[SectionTable] = []
    charts: tuple[Chart, ...] = ()
    if Training in book:
        found = period_held(book)
        figures += [measure.figure(found, where, book) for measure in (*OF_HELD, in_time(book))]
        tables.append(drills_by_month(found, where, book))
        figures += _asked(book, where)
    if Training in book and TrainingNeed in book and PersonRow in book:
        tables.append(lacking(book))
    if SafetyLesson in book:
        lessons = [each for each in _lessons(book) if each.due <= book.as_of]
        figures += [measure.figure(lessons, where, book) for measure in OF_LESSONS]
        tables += [by_topic(lessons), to_remind(book)]
        title = Both("各专题完成率", "Topics finished")
        charts = (Chart(title, "bar", "lessons_by_topic", 0, (4,)),)
    title = Both("培训", "Training")
    return Section("training", title, tuple(figures), tuple(tables), charts)


def _asked(book: Book, where: Sequence[str]) -> list[Figure]:
    if TrainingNeed not in book:
        return []
    people = [HAD.figure(people_due(book), where, book)] if PersonRow in book else []
    return [*people, HELD_RATE.figure(drills_asked(book), where, book)]


def _lessons(book: Book) -> list[ClassLesson]:
    try:
        return list(class_lessons(book))
    except NotJudged:
        return []


SENTENCES = (
    Sentence(
        Part.DONE,
        Both(
            "组织各类培训 {training.trainings} 次，参加 {training.trained} 人次。",
            "{training.trainings} trainings were held with {training.trained} people in all.",
        ),
        when="training.trainings",
    ),
    Sentence(
        Part.DONE,
        Both(
            "开展应急演练 {training.drills} 次，演练完成率 {training.drill_rate}。",
            "{training.drills} drills were held, {training.drill_rate} of those due.",
        ),
        when="training.drills",
    ),
    Sentence(
        Part.RESULT,
        Both(
            "疏散演练用时达标率 {training.in_time_rate}。",
            "{training.in_time_rate} of the evacuations were done in time.",
        ),
        when="training.in_time_rate",
    ),
    Sentence(
        Part.RESULT,
        Both(
            "安全教育平台专题完成率 {training.lesson_rate}。",
            "{training.lesson_rate} of the safety lessons were finished.",
        ),
        when="training.lesson_rate",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "安全教育平台仍有 {training.classes_below} 个班有专题没有达到要求的完成率。",
            "{training.classes_below} classes did not reach the rate of every safety lesson.",
        ),
        when="training.classes_below",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "落实新到岗人员培训和每月演练，提醒班主任督促学生完成安全教育专题。",
            "Newcomers are trained, drills held every month, and form teachers reminded of "
            "the safety lessons.",
        ),
    ),
)
