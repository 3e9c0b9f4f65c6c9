"""Which roles somebody holds, as the staff list has it."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import bare, roles
from houqin.book import Book
from houqin.cells.text import unspaced


def holds(name: str, role: str, campus: str | None, book: Book) -> bool | None:
    """Tell whether somebody holds a role at a campus, None where the staff list cannot say.

    Where somebody of the campus holds it, only such a person does; else whoever holds it.
    """
    book[PersonRow].require("roles")
    people = _of_name(name, book)
    if not people or not all(each.get("roles") for each in people):
        return None
    holders = _holders(role, book)
    own = [each for each in holders if each.get("campus") in (None, campus)]
    allowed = {each.number_on_sheet for each in own or holders}
    return any(each.number_on_sheet in allowed for each in people)


def holds_of(name: str, book: Book) -> str:
    """Return the roles of somebody, and where, as words show them."""
    return "、".join(
        f"{each.get('campus') or ''}{role}"
        for each in _of_name(name, book)
        for role in each.get("roles") or ()
    )


def is_held(role: str, book: Book) -> bool:
    """Tell whether anybody on the staff list holds a role."""
    return bool(_holders(role, book))


@lru_cache(maxsize=64)
def _holders(role: str, book: Book) -> tuple[PersonRow, ...]:
    return tuple(each for each in book[PersonRow] if _has(each, role))


def _has(person: PersonRow, role: str) -> bool:
    return unspaced(role) in _unspaced(person.get("roles") or ())


def _unspaced(held: Iterable[str]) -> set[str]:
    return {unspaced(role) for role in held}


def _of_name(name: str, book: Book) -> tuple[PersonRow, ...]:
    people = _people(book)
    return people.get(name) or people.get(bare(name, roles(book)), ())


@lru_cache(maxsize=4)
def _people(book: Book) -> Mapping[str | None, tuple[PersonRow, ...]]:
    found: dict[str | None, tuple[PersonRow, ...]] = {}
    for person in book[PersonRow]:
        name = person.get("name")
        found[name] = (*found.get(name, ()), person)
    return found
