"""The tables of the summary about hazards."""

from collections.abc import Sequence

from houqin.areas.measures import campuses
from houqin.areas.safety.deadlines import Standing, bucket_labels
from houqin.areas.safety.hazard_facts import HazardFacts
from houqin.areas.safety.overdue import overdue
from houqin.areas.safety.rows import MODELS
from houqin.areas.tallies import by_campus, by_month, in_order
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import SectionTable, Unit

DAYS_OF_HAZARD = (
    ("found", Both("发现", "Found")),
    ("finished", Both("整改完成", "Put right")),
    ("closed_on", Both("销号", "Closed")),
)


def open_by_grade(facts: Sequence[HazardFacts], book: Book) -> SectionTable:
    """Return the open hazards, by grade and campus."""
    opened = [each for each in facts if each.is_open]
    grades = in_order((each.grade for each in opened), "隐患等级", book)
    return by_campus(
        "hazards_open",
        Both("未整改隐患（等级 × 校区）", "Open hazards by grade and campus"),
        Both("隐患等级", "Grade"),
        {grade: [each for each in opened if each.grade == grade] for grade in grades},
        campuses(book, MODELS),
    )


def overdue_list(book: Book) -> SectionTable:
    """Return the overdue hazards, the oldest first, with what is to be done next."""
    late = [each for each in overdue(book) if each.standing is Standing.OVERDUE]
    return SectionTable(
        "hazards_overdue",
        Both("逾期隐患", "Overdue hazards"),
        (
            Both("隐患编号", "Number"),
            Both("校区", "Campus"),
            Both("隐患位置", "Place"),
            Both("隐患等级", "Grade"),
            Both("整改责任人", "Responsible"),
            Both("整改期限", "Deadline"),
            Both("延期至", "Put off to"),
            Both("逾期天数", "Days overdue"),
            Both("应报", "Report to"),
            Both("应报日期", "Report on"),
        ),
        (*[Unit.TEXT] * 5, Unit.DATE, Unit.DATE, Unit.DAYS, Unit.TEXT, Unit.DATE),
        tuple(
            (
                each.number,
                each.campus,
                each.place,
                each.grade,
                each.responsible,
                each.deadline,
                each.extended_to,
                each.days,
                each.next_step.role,
                each.next_step.on,
            )
            for each in late
        ),
    )


def ageing(book: Book) -> SectionTable:
    """Return how long the overdue hazards have been overdue, by campus."""
    late = [each for each in overdue(book) if each.standing is Standing.OVERDUE]
    return by_campus(
        "hazards_ageing",
        Both("逾期时长分布", "How long overdue"),
        Both("逾期天数", "Days overdue"),
        {label: [each for each in late if each.bucket == label] for label in bucket_labels()},
        campuses(book, MODELS),
    )


def hazards_by_month(facts: Sequence[HazardFacts], book: Book) -> SectionTable:
    """Return how many hazards were found, put right and closed in each month."""
    return by_month(
        "hazards_by_month",
        Both("各月隐患", "Hazards by month"),
        [
            (heading, [day for each in facts if (day := getattr(each, field)) in book.period])
            for field, heading in DAYS_OF_HAZARD
        ],
        book,
    )
