"""The part of the summary about property; classes are named, their teachers are not."""

from collections.abc import Sequence

from houqin.areas.measures import campuses
from houqin.areas.property.figures import OF_CLASSES, OF_SCORES, OF_THINGS, to_check
from houqin.areas.property.proposals import proposed_repairs
from houqin.areas.property.rows import MODELS, PropertyCheck
from houqin.areas.property.scores import ClassScore, scores
from houqin.areas.property.things import Thing, things
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Chart, Section, SectionTable, Unit

CLASS = Both("班级", "Class")
CAMPUS = Both("校区", "Campus")
ITEM = Both("物品名称", "Item")


def section(book: Book) -> Section | None:
    """Return the part of the summary that 校产检查 gives, None without the sheet."""
    if PropertyCheck not in book:
        return None
    where, found, ranked = campuses(book, MODELS), things(book), scores(book)
    by_item = items(found)
    classes = to_check(book)
    return Section(
        "property",
        Both("校产", "Property"),
        (
            *(measure.figure(classes, where, book) for measure in OF_CLASSES),
            *(measure.figure(ranked, where, book) for measure in OF_SCORES),
            *(measure.figure(found, where, book) for measure in OF_THINGS),
        ),
        (ranking(ranked), by_item, unreported(book)),
        (Chart(by_item.title, "bar", by_item.key, 0, (3, 4)),),
    )


def ranking(ranked: Sequence[ClassScore]) -> SectionTable:
    """Return the classes by their scores; equal scores share a place."""
    return SectionTable(
        "property_ranking",
        Both("班级校产评比", "How the classes compare"),
        (
            Both("名次", "Place"),
            CLASS,
            CAMPUS,
            Both("校区名次", "Place at the campus"),
            Both("得分", "Score"),
            Both("扣分", "Taken"),
            Both("加分", "Given"),
        ),
        (Unit.COUNT, Unit.TEXT, Unit.TEXT, Unit.COUNT, *[Unit.QUANTITY] * 3),
        tuple(
            (
                each.place,
                each.class_,
                each.campus,
                each.place_at_campus,
                each.score,
                each.taken,
                each.given,
            )
            for each in ranked
        ),
    )


def items(found: Sequence[Thing]) -> SectionTable:
    """Return what is missing and broken of each item."""
    names = dict.fromkeys(each.item for each in found)
    return SectionTable(
        "property_items",
        Both("物品完好情况", "What is missing and broken"),
        (
            ITEM,
            Both("应有", "Expected"),
            Both("实有", "Found"),
            Both("缺少", "Missing"),
            Both("损坏", "Broken"),
            Both("其中人为", "By hand"),
        ),
        (Unit.TEXT, *[Unit.COUNT] * 5),
        tuple((name, *_counted([each for each in found if each.item == name])) for name in names),
    )


def _counted(alike: Sequence[Thing]) -> tuple[int, ...]:
    return (
        sum(each.expected or 0 for each in alike),
        sum(each.found or 0 for each in alike),
        sum(each.missing for each in alike),
        sum(each.damaged for each in alike),
        sum(each.damaged for each in alike if each.is_by_hand),
    )


def unreported(book: Book) -> SectionTable:
    """Return the broken things that are still to be reported as repairs."""
    return SectionTable(
        "property_unreported",
        Both("待报修的损坏物品", "Broken things still to be reported"),
        (CLASS, CAMPUS, ITEM, Both("损坏", "Broken"), Both("维修类型", "Kind of repair")),
        (Unit.TEXT, Unit.TEXT, Unit.TEXT, Unit.COUNT, Unit.TEXT),
        tuple(
            (each.class_, each.campus, each.item, each.damaged, each.kind)
            for each in proposed_repairs(book)
        ),
    )
