"""What drop-downs offer and cells may say: the school's own lists over the defaults."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from houqin.areas.school.defaults import ListEntry, default_lists
from houqin.areas.school.rows import CampusRow, ListRow
from houqin.cells.choices import Vocabulary
from houqin.cells.text import unspaced
from houqin.rows import Rows

CAMPUSES = "校区"

_PART = re.compile(r"[、，,；;|｜\n]+")


def vocabularies(
    lists: Rows[ListRow] | None, campuses: Rows[CampusRow] | None
) -> dict[str, Vocabulary]:
    """Return the values of every list, and how else they are written.

    A list of the sheet takes the place of the default of its name. The campuses are
    those of the sheet 校区; without it any campus is read.
    """
    entries = in_force(lists)
    found = {name: _vocabulary(name, each) for name, each in entries.items() if name != CAMPUSES}
    names = _campus_names(campuses)
    if names:
        same = entries.get(CAMPUSES, ())
        found[CAMPUSES] = Vocabulary(
            CAMPUSES, names, _spellings(each for each in same if each.value in names)
        )
    return found


def groups(lists: Rows[ListRow] | None) -> dict[tuple[str, str], str]:
    """Return what each value of a list counts as: its 归类, else that of the default like it."""
    entries = [each for found in in_force(lists).values() for each in found]
    usual = {(each.list, each.value): each.group for each in default_lists()}
    found: dict[tuple[str, str], str] = {}
    for each in entries:
        group = each.group or usual.get((each.list, _usual_value(each)), "")
        if group:
            found.setdefault((each.list, each.value), group)
    return found


def in_force(lists: Rows[ListRow] | None) -> dict[str, Sequence[ListEntry]]:
    """Return the entries of each list that may be chosen, in their order."""
    return _by_list(default_lists()) | (_by_list(_own_entries(lists)) if lists is not None else {})


@cache
def default_vocabularies() -> Mapping[str, Vocabulary]:
    """Return the values of the lists that hold where the school has none of its own."""
    return vocabularies(None, None)


def spellings(same_as: str) -> tuple[str, ...]:
    """Return the spellings that a cell 同义 holds.

    >>> spellings("消防、消防安全|校园消防安全")
    ('消防', '消防安全', '校园消防安全')
    """
    return tuple(part.strip() for part in _PART.split(same_as) if part.strip())


def _usual_value(entry: ListEntry) -> str:
    """Return the default value that an entry is a spelling of, if any."""
    known = default_vocabularies().get(entry.list)
    meant = known.read(entry.value) if known else None
    return meant if isinstance(meant, str) else ""


def _by_list(entries: Iterable[ListEntry]) -> dict[str, Sequence[ListEntry]]:
    found: dict[str, list[ListEntry]] = {}
    for entry in entries:
        found.setdefault(entry.list, []).append(entry)
    return {name: tuple(each) for name, each in found.items()}


def _own_entries(lists: Rows[ListRow]) -> list[ListEntry]:
    """Return the values in use, in the order that the sheet gives them, else as they stand."""
    if not (lists.has("list") and lists.has("value")):
        return []
    entries = [
        (lists.column_or_blank("order")[index] or 0, index, entry)
        for index in lists.judged("list", "value")
        if (entry := _entry(lists, index)) is not None
    ]
    return [entry for _, _, entry in sorted(entries, key=lambda each: each[:2])]


def _entry(lists: Rows[ListRow], index: int) -> ListEntry | None:
    row = lists[index]
    if row.get("in_use") is False:
        return None
    return ListEntry(
        row.list, row.value, row.get("same_as") or "", row.get("group") or "", index + 1
    )


def _vocabulary(name: str, entries: Sequence[ListEntry]) -> Vocabulary:
    values = tuple(dict.fromkeys(entry.value for entry in entries))
    return Vocabulary(name, values, _spellings(entries))


def _spellings(entries: Iterable[ListEntry]) -> dict[str, str]:
    """Return what each spelling stands for; one of two values is none."""
    meant: dict[str, dict[str, str]] = {}
    for entry in entries:
        for spelling in spellings(entry.same_as):
            meant.setdefault(unspaced(spelling), {})[entry.value] = spelling
    return {
        spelling: value
        for found in meant.values()
        if len(found) == 1
        for value, spelling in found.items()
    }


def _campus_names(campuses: Rows[CampusRow] | None) -> tuple[str, ...]:
    if campuses is None or not campuses.has("name"):
        return ()
    return tuple(dict.fromkeys(name for name in campuses.column("name") if name))
