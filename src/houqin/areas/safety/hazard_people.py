"""The rules about the people of a hazard: who is responsible, who accepts, who approves."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from houqin.areas.makers import UNKNOWN_EN, UNKNOWN_ZH
from houqin.areas.safety.rows import Hazard
from houqin.areas.school.rows import PersonRow
from houqin.book import Book
from houqin.cells.choices import closest
from houqin.problems import Both, Hit, Severity, Words
from houqin.rules import Rule, book_rule, row_rule

SHORTEST = 2  # letters of a name and of a role: 张主任 is a name as it stands


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


@row_rule(
    "HAZ-16",
    Hazard,
    "验收人不是整改责任人本人",
    zh=("验收人“{value}”就是整改责任人“{responsible}”", "请由另一人验收并改填"),
    en=(
        "{value} accepted the work of the same person, {responsible}",
        "let somebody else accept it",
    ),
    source="整改与验收分开",
)
def verifier_is_another(row: Hazard, book: Book) -> Iterator[Hit]:
    """Whoever accepts the work is not the person responsible for it."""
    verifier, responsible = row.verifier, row.responsible
    if verifier and responsible and _is_same(verifier, responsible, book):
        yield row.hit("verifier", related=(row.at("responsible"),), responsible=responsible)


def _is_same(one: str, other: str, book: Book) -> bool:
    """Tell whether two names are one person's, perhaps with a role after them."""
    if one[:SHORTEST] != other[:SHORTEST]:
        return False
    return bare(one, known := roles(book)) == bare(other, known)


def _on_staff_list(code: str, field: str, title: tuple[str, str]) -> Rule:
    """Make the rule that a person, or a department, stands on the staff list."""

    def check(book: Book) -> Iterator[Hit]:
        rows, people = book[Hazard], book[PersonRow]
        known = {*people.known("name"), *people.column_or_blank("department")} - {None}
        column, known_roles = rows.column(field), roles(book)
        for index in rows.judged(field) if known else ():
            name = column[index]
            if name and not {name, bare(name, known_roles)} & known:
                suggest = closest(name, sorted(known))
                meant: dict[str, Any] = {"suggest": suggest} if suggest else {}
                yield rows.hit(index, field, name=name, sheet=people.sheet, **meant)

    words = (Words(*UNKNOWN_ZH), Words(*UNKNOWN_EN))
    return Rule(code, Both(*title), *words, source="人员", needs=(Hazard, PersonRow), check=check)


responsible_is_known = _on_staff_list(
    "HAZ-17",
    "responsible",
    ("整改责任人在人员表中", "Whoever is responsible for a hazard is on the staff list."),
)
verifier_is_known = _on_staff_list(
    "HAZ-18",
    "verifier",
    ("验收人在人员表中", "Whoever accepts the work is on the staff list."),
)
approver_is_known = _on_staff_list(
    "HAZ-19",
    "extended_by",
    ("延期批准人在人员表中", "Whoever approves a later deadline is on the staff list."),
)


@book_rule(
    "HAZ-20",
    "整改责任人和验收人当时在岗",
    needs=(Hazard, PersonRow),
    zh=("“{value}”在 {day} 不在岗", "请核对人员或日期"),
    en=("{value} was not on the staff on {day}", "check the person, or the day"),
    source="人员 到岗日期、离岗日期",
    severity=Severity.WARNING,
)
def on_staff_at_the_time(book: Book) -> Iterator[Hit]:
    """Who is responsible or accepts the work is on the staff on that day."""
    spans, known_roles = _spans(book), roles(book)
    for row in book[Hazard]:
        for field, day_field in (("responsible", "found"), ("verifier", "verified")):
            person, day = row.get(field) or "", row.get(day_field)
            span = spans.get(person) or spans.get(bare(person, known_roles), [])
            if day and span and not any(start <= day <= end for start, end in span):
                yield row.hit(field, related=(row.at(day_field),), day=day)


def _spans(book: Book) -> dict[str, list[tuple[date, date]]]:
    """Return when each person was on the staff; an unread day counts as no bound."""
    spans: dict[str, list[tuple[date, date]]] = {}
    for person in book[PersonRow]:
        span = (person.get("joined") or date.min, person.get("left") or date.max)
        spans.setdefault(person.get("name"), []).append(span)
    return spans


RULES: tuple[Rule, ...] = (
    verifier_is_another,
    responsible_is_known,
    verifier_is_known,
    approver_is_known,
    on_staff_at_the_time,
)
