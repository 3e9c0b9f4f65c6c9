"""The staff list, as the people whom other ledgers name are looked up in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from houqin.areas.lines import Lines, in_each, lines_where
from houqin.areas.makers import asking, day_of, each_of
from houqin.areas.school.rows import PersonRow
from houqin.book import Book
from houqin.cells.choices import closest
from houqin.problems import Both, Hit, Severity, Words
from houqin.rows import SheetRow
from houqin.rules import Rule

SHORTEST = 2  # letters of a name and of a role: 张主任 is a name as it stands
AWAY_ZH = ("“{name}”在 {day} 不在岗", "请核对人员或日期")
AWAY_EN = ("{name} was not on the staff on {day}", "check the person, or the day")

# A name that the list lacks is a slip, or somebody who is not entered yet.
NAMED: Mapping[str, Any] = {"source": "人员", "severity": Severity.WARNING}


def on_staff(
    code: str,
    days: Mapping[type[SheetRow], tuple[tuple[str, str], ...]],
    title: tuple[str, str],
) -> Rule:
    """Make the rule that people were on the staff when they did what a ledger says.

    `days` gives, for each ledger, the fields with people, each with that of their day.
    Somebody whom the staff list lacks, and a day to come, are told by other rules.
    """

    def check_lines(rows: Lines, book: Book) -> Iterator[Hit]:
        was_away = _absence(book)

        def away(names: Any, moment: date | None) -> dict[str, Any] | None:
            day = day_of(moment) if moment else None
            if day is None or day > book.as_of:
                return None
            found = [name for name in each_of(names) if was_away(name, day)]
            return {"names": found, "day": day} if found else None

        for person, day in days[rows.model]:
            for index, found in lines_where(rows, (person, day), away):
                at = (rows.place(index, day),)
                for name in found["names"]:
                    yield rows.hit(index, person, related=at, name=name, day=found["day"])

    return Rule(
        code,
        Both(*title),
        Words(*AWAY_ZH),
        Words(*AWAY_EN),
        Severity.WARNING,
        "人员 到岗日期、离岗日期",
        needs=(PersonRow,),
        also=tuple(days),
        check=in_each(days, check_lines),
    )


def not_listed(
    rows: Lines,
    field: str,
    book: Book,
    others: frozenset[str] = frozenset(),
    split: Callable[[Any], Iterable[str]] = each_of,
) -> Iterator[Hit]:
    """Yield the names of a field that are neither on the staff list nor among some others.

    A role written after a name is no part of it. While nobody is listed, nothing is told.
    """
    people = book[PersonRow]
    listed, known_roles = people.known("name"), roles(book)
    known = listed | others
    like = cache(lambda name: closest(name, sorted(known)))
    for index in rows.judged(field) if listed and rows.has(field) else ():
        for name in split(rows.column(field)[index]):
            if not {name, bare(name, known_roles)} & known:
                yield rows.hit(index, field, name=name, sheet=people.sheet, **asking(like(name)))


def departments(book: Book) -> frozenset[str]:
    """Return the departments that the staff list and the lists of the school name."""
    vocabulary = book.vocabularies.get("部门")
    named = frozenset(book[PersonRow].column_or_blank("department")) - {None}
    return named.union(vocabulary.values if vocabulary else ())


def is_on_staff(person: PersonRow, day: date) -> bool:
    """Tell whether somebody is on the staff on a day; a blank or unread end is no bound."""
    return (person.get("joined") or day) <= day <= (person.get("left") or day)


def roles(book: Book) -> frozenset[str]:
    """Return the roles that the staff list and the lists of the school name."""
    vocabulary = book.vocabularies.get("职务")
    listed = vocabulary.values if vocabulary else ()
    held = book[PersonRow].column_or_blank("roles") if PersonRow in book else ()
    return frozenset(listed).union(*(each for each in held if each))


def bare(name: str, known_roles: Iterable[str]) -> str:
    """Return a name without a role, or the end of one, written after it."""
    for end in range(SHORTEST, len(name) - SHORTEST + 1):
        if any(role.endswith(name[end:]) for role in known_roles):
            return name[:end]
    return name


def _absence(book: Book) -> Callable[[str, date], bool]:
    """Return what tells whether nobody of a name that the staff list has was there on a day."""
    known_roles = roles(book)
    people: dict[str | None, list[PersonRow]] = {}
    for person in book[PersonRow]:
        people.setdefault(person.get("name"), []).append(person)

    def was_away(name: str, day: date) -> bool:
        found = people.get(name) or people.get(bare(name, known_roles), [])
        return bool(found) and not any(is_on_staff(person, day) for person in found)

    return was_away
