"""What the summary tells of activities and honours: counts, and the list itself."""

from collections.abc import Callable, Sequence

from houqin.areas.honours.rows import MODELS, Honour
from houqin.areas.honours.titles import HONOUR, LEVELS
from houqin.areas.measures import Measure, campuses
from houqin.areas.tallies import TOTAL, in_order, names
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Section, SectionTable, Unit

KINDS = "活动类别"


def _of_kind(kind: str) -> Callable[[Sequence[Honour]], int]:
    return lambda rows: sum(row.get("kind") == kind for row in rows)


def _people(rows: Sequence[Honour]) -> int:
    return sum(len(row.get("people") or ()) for row in rows)


def _measure(key: str, kind: str, en: str) -> Measure[Honour]:
    source = Both(
        f"活动荣誉：统计期间内类别是“{kind}”的行数；没写校区的只计入合计",
        f"活动荣誉: rows of the period that are {kind}; those of no campus are in the total alone",
    )
    return Measure(f"honours.{key}", Both(f"{kind}项数", en), Unit.COUNT, _of_kind(kind), source)


MEASURES: tuple[Measure[Honour], ...] = (
    _measure("activities", "活动", "Activities"),
    _measure("talks", "宣教", "Talks and campaigns"),
    _measure("honours", HONOUR, "Honours"),
    Measure(
        "honours.people",
        Both("参加和获奖人次", "People who took part or won"),
        Unit.COUNT,
        _people,
        Both(
            "活动荣誉：统计期间内各行的人员数之和",
            "活动荣誉: people named in the rows of the period",
        ),
    ),
)


def honours_part(book: Book) -> Section:
    """Return the part of the summary that 活动荣誉 gives."""
    rows, where = honours_of(book), campuses(book, MODELS)
    return Section(
        "honours",
        Both("活动荣誉", "Activities and honours"),
        tuple(measure.figure(rows, where, book) for measure in MEASURES),
        (_by_level(rows, book), _list(rows)),
    )


def honours_of(book: Book) -> list[Honour]:
    """Return the rows of the period, in the order of their days."""
    rows = [row for row in book[Honour] if row.get("date") in book.period]
    return sorted(rows, key=lambda row: (row.get("date"), row.number_on_sheet))


def _by_level(rows: Sequence[Honour], book: Book) -> SectionTable:
    kinds = in_order((row.get("kind") for row in rows), KINDS, book)
    levels = in_order((row.get("level") for row in rows), LEVELS, book)

    def line(level: str | None) -> tuple[str | int, ...]:
        of = [row for row in rows if row.get("level") == level]
        counts = [sum(row.get("kind") == kind for row in of) for kind in kinds]
        return (level or "未写级别", *counts, len(of))

    return SectionTable(
        "honours_levels",
        Both("活动荣誉（级别 × 类别）", "By level and kind"),
        (Both("级别", "Level"), *names(kind or "" for kind in kinds), TOTAL),
        (Unit.TEXT, *[Unit.COUNT] * (len(kinds) + 1)),
        tuple(map(line, levels)),
    )


def _list(rows: Sequence[Honour]) -> SectionTable:
    """Return the list without its people, among whom may be pupils."""
    fields = ("date", "kind", "title", "campus", "level", "result")
    return SectionTable(
        "honours_list",
        Both("活动荣誉一览", "All of them"),
        (
            Both("日期", "Date"),
            Both("类别", "Kind"),
            Both("名称", "Title"),
            Both("校区", "Campus"),
            Both("级别", "Level"),
            Both("结果", "Result"),
        ),
        (Unit.DATE, *[Unit.TEXT] * 5),
        tuple(tuple(row.get(field) for field in fields) for row in rows),
    )
