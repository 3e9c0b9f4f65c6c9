"""The rules that 晨午检 and 因病缺课 tell the same: as many ill, every fever followed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from houqin.areas.health.cases import Case, cases, known_class
from houqin.areas.health.fever import FEVER, FEVER_SITE
from houqin.areas.health.rows import HealthCheck, SickAbsence
from houqin.book import Book
from houqin.problems import Hit, Place, Severity
from houqin.rules import Rule, book_rule
from houqin.school_calendar import days

FOLLOWED = "因病缺勤病因追踪：每个缺勤的学生登记到复课"
ClassDay = tuple[str, date]


@book_rule(
    "HLT-08",
    "因病缺勤人数与因病缺课的登记一致",
    needs=(HealthCheck, SickAbsence),
    zh=("因病缺勤 {value} 人，比因病缺课中这个班当天登记的{more}", "请核对人数，或补登因病缺课"),
    en=(
        "{value} are away ill, which is not what the sheet 因病缺课 has of this class and day",
        "check the number, or enter the missing pupil there",
    ),
    severity=Severity.WARNING,
    source=FOLLOWED,
)
def sick_are_on_record(book: Book) -> Iterator[Hit]:
    """As many pupils of a class are away ill on a day as 因病缺课 names."""
    rows = book[HealthCheck]
    for found in _compared(book):
        if len(found.pupils) != found.sick:
            more = "多" if found.sick > len(found.pupils) else "少"
            yield rows.hit(found.row, "sick", related=_places(book, found), more=more)


@book_rule(
    "HLT-10",
    "晨午检发现的发热都在因病缺课中追踪",
    needs=(HealthCheck, SickAbsence),
    zh=("发热 {value} 人，因病缺课中没有登记这么多发热的学生", "请补登体温和症状，追踪到复课"),
    en=(
        "{value} have a fever, and 因病缺课 names fewer of this class and day",
        "enter temperature and symptoms there and follow them until they return",
    ),
    severity=Severity.WARNING,
    source=FOLLOWED,
    settings=(FEVER, FEVER_SITE),
)
def fevers_are_followed(book: Book) -> Iterator[Hit]:
    """Every fever that a check finds is followed on 因病缺课."""
    rows = book[HealthCheck]
    rows.require("fever")
    fevers, sick = rows.column("fever"), rows.column("sick")
    for found in _compared(book):
        followed = sum(each.has_fever for each in found.pupils.values())
        more = (i for i in found.rows if followed < (fevers[i] or 0) <= sick[i])
        index = next(more, None)
        if index is not None and len(found.pupils) >= found.sick:  # else one is missing: told
            yield rows.hit(index, "fever", related=_places(book, found))


@dataclass(frozen=True, slots=True)
class _Compared:
    """What the checks of a class on one day say, and who is on 因病缺课 for it."""

    rows: tuple[int, ...]  # of its checks
    row: int  # that of the most ill
    sick: int
    pupils: Mapping[str, Case]


@dataclass(frozen=True, slots=True)
class _Known:
    """Who was away when; of what is in doubt nothing is said."""

    by_class_day: Mapping[ClassDay, list[Case]]
    doubtful_classes: frozenset[str | None]
    doubtful_days: frozenset[date]


def _compared(book: Book) -> Iterator[_Compared]:
    """Yield the checks of each class and day that can be compared with 因病缺课."""
    known, sick = _known(book), book[HealthCheck].column("sick")
    if None in known.doubtful_classes:
        return
    for key, rows in _checks(book).items():
        class_, day = key
        if class_ not in known.doubtful_classes and day not in known.doubtful_days:
            numbers = [sick[index] for index in rows]
            most = rows[numbers.index(max(numbers))]
            there = {each.pupil or str(each.row): each for each in known.by_class_day.get(key, ())}
            yield _Compared(tuple(rows), most, max(numbers), there)


def _checks(book: Book) -> Mapping[ClassDay, list[int]]:
    """Return the checks of each class and day, but for those of which a number is in doubt."""
    rows = book[HealthCheck]
    classes, dates, sick = map(rows.column, ("class_", "date", "sick"))
    found: dict[ClassDay, list[int]] = defaultdict(list)
    for index in rows.judged("class_", "date"):
        if dates[index] <= book.as_of and known_class(classes[index], book):
            found[classes[index], dates[index]].append(index)
    return {key: each for key, each in found.items() if all(sick[i] is not None for i in each)}


@lru_cache(maxsize=1)
def _known(book: Book) -> _Known:
    by_class_day: dict[ClassDay, list[Case]] = defaultdict(list)
    doubtful_classes, doubtful_days = set[str | None](), set[date]()
    for case in cases(book):
        if not case.is_sure:
            doubtful_classes.add(case.class_)
        elif case.class_ is None:
            doubtful_days |= set(_days_away(case, book))
        else:
            for day in _days_away(case, book):
                by_class_day[case.class_, day].append(case)
    return _Known(by_class_day, frozenset(doubtful_classes), frozenset(doubtful_days))


def _days_away(case: Case, book: Book) -> Iterator[date]:
    """Yield the days away in the school year up to the as-of date."""
    first = max(case.first or book.as_of, book.as_of - timedelta(days=366))
    return days(first, min(case.last or book.as_of, book.as_of))


def _places(book: Book, found: _Compared) -> tuple[Place, ...]:
    return tuple(book[SickAbsence].place(each.row, "class_") for each in found.pupils.values())


RULES: tuple[Rule, ...] = (sick_are_on_record, fevers_are_followed)
