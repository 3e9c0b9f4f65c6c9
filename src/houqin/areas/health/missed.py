"""The rule of the zero report: every class reports every check, also where all are well."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby

from houqin.areas.classes import classes
from houqin.areas.health.due import CHECK_SLOTS, Due, checks_due
from houqin.areas.health.rows import HealthCheck
from houqin.areas.school.rows import CalendarRow, ClassRow
from houqin.book import Book
from houqin.problems import Hit
from houqin.rules import Rule, book_rule

Slots = tuple[str, ...]


@book_rule(
    "HLT-07",
    "每个班每个上课日都有晨检和午检记录（零报告）",
    needs=(HealthCheck, ClassRow),
    zh=("{day} {who}（{count} 个班）缺{slots}记录", "请补报，没有异常也要报"),
    en=(
        "{who} (classes: {count}) have no record of {slots} for {day}",
        "report what was found, also if nothing was",
    ),
    source="晨午检零报告：没有异常也要登记",
    settings=(CHECK_SLOTS,),
)
def every_class_reports(book: Book) -> Iterator[Hit]:
    """Every class reports every check of a school day; what a whole campus lacks is told once."""
    for day, of_day in groupby(sorted(checks_due(book), key=_day), key=_day):
        due = list(of_day)
        if any(each.missing for each in due):
            folded = _lacking_everywhere(due)
            yield from _of_campuses(book, day, folded, due)
            yield from _of_classes(book, due, folded)


def _day(due: Due) -> date:
    return due.day


def _lacking_everywhere(due: Iterable[Due]) -> Mapping[str | None, Slots]:
    """Return the slots that no class of a campus has on record, where it has several classes."""
    by_campus: dict[str | None, list[Due]] = {}
    for each in due:
        by_campus.setdefault(each.campus, []).append(each)
    return {
        campus: tuple(s for s in theirs[0].slots if all(s in each.missing for each in theirs))
        for campus, theirs in by_campus.items()
        if len(theirs) > 1
    }


def _of_campuses(
    book: Book, day: date, folded: Mapping[str | None, Slots], due: Iterable[Due]
) -> Iterator[Hit]:
    """Say what whole campuses lack, those that lack the same together."""
    lacking: dict[Slots, list[str | None]] = {}
    for campus, slots in folded.items():
        if slots:
            lacking.setdefault(slots, []).append(campus)
    for slots, same in lacking.items():
        who = [campus or "" for campus in same]
        count = sum(each.campus in same for each in due)
        shown = {"day": day, "who": "、".join(who), "count": count, "slots": "、".join(slots)}
        plan = _day_of_calendar(book, day, who)
        yield replace(plan, values=shown, key=f"{day} {shown['who']}")


def _of_classes(
    book: Book, due: Iterable[Due], folded: Mapping[str | None, Slots]
) -> Iterator[Hit]:
    for each in due:
        lacking = [slot for slot in each.missing if slot not in folded.get(each.campus, ())]
        if lacking:
            name = each.class_.name
            plan = book[ClassRow].hit(classes(book)[name].row, "class_")
            shown = {"day": each.day, "who": name, "count": 1, "slots": "、".join(lacking)}
            yield replace(plan, values=shown, key=f"{name} {each.day}")


def _day_of_calendar(book: Book, day: date, campuses: list[str]) -> Hit:
    """Return the row of 校历 that asks for the day, else no cell of 晨午检."""
    if CalendarRow in book and book[CalendarRow].has("date"):
        rows = book[CalendarRow]
        of = rows.column_or_blank("campus")
        for index in rows.judged("date"):
            if rows.column("date")[index] == day and of[index] in {None, *campuses}:
                return rows.hit(index, "date")
    setting = book.settings.find(CHECK_SLOTS)
    at = (setting.place,) if setting and setting.place else ()
    return book[HealthCheck].sheet_hit(related=at)


RULES: tuple[Rule, ...] = (every_class_reports,)
