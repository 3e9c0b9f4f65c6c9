"""The staff as the duty sees them: roles, campus, and how much duty each has to do."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import bare, is_on_staff, roles
from houqin.book import Book

FULL = Decimal(1)


@lru_cache(maxsize=1)
def staff(book: Book) -> Mapping[str, PersonRow]:
    """Return the staff by name; of people of one name none, for nobody knows who is meant."""
    if PersonRow not in book or not book[PersonRow].has("name"):
        return {}
    rows = book[PersonRow]
    count = Counter(rows.column("name"))
    return {row.name: row for index in rows.judged("name") if count[(row := rows[index]).name] == 1}


@lru_cache(maxsize=1)
def namesakes(book: Book) -> frozenset[str]:
    """Return the names that several people have."""
    if PersonRow not in book or not book[PersonRow].has("name"):
        return frozenset()
    count = Counter(book[PersonRow].column("name"))
    return frozenset(name for name, number in count.items() if name and number > 1)


@lru_cache(maxsize=1)
def named(book: Book) -> Callable[[str], str]:
    """Return what turns a name as written into that of 人员, without a role after it."""
    known, known_roles = staff(book), roles(book)
    return cache(lambda name: name if name in known else bare(name, known_roles))


def has_role(person: PersonRow, wanted: tuple[str, ...]) -> bool | None:
    """Tell whether somebody has one of some roles; None where 人员 does not say."""
    held = person.get("roles")
    if not held:
        return None
    return any(role in wanted for role in held)


def share_of(person: PersonRow) -> Decimal:
    """Return how much duty somebody does, compared with others."""
    share = person.get("duty_share")
    return FULL if share is None else Decimal(share)


def works(person: PersonRow, day: date) -> bool:
    """Tell whether somebody is on the staff on a day and does duty at all."""
    return is_on_staff(person, day) and share_of(person) > 0
