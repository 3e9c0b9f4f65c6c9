"""Finds the row of the book that a row of a source is, or whose key it has."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from houqin.importing.lines import Lines

_STANDS_IN = {"item": "name"}  # an item without a number is known by its name
_CAMPUS = "campus"

_Fields = tuple[str, ...]
_Index = Mapping[tuple[Any, ...], list[int]]


class Member(NamedTuple):
    """A row that is there already: in the book, or in an earlier source."""

    lines: Lines
    row: int  # its index


@dataclass(slots=True)
class Pool:
    """The rows of a ledger that are there: those of the book, then those that sources add."""

    members: list[Member] = field(default_factory=list)

    def add(self, lines: Lines, indexes: Iterable[int]) -> None:
        """Add rows of a sheet."""
        self.members.extend(Member(lines, index) for index in indexes)


class Match(NamedTuple):
    """A row of the pool, and whether it says the same."""

    member: Member
    same: bool


class Key(NamedTuple):
    """The fields that name a row."""

    fields: _Fields
    strict: bool  # all its own fields are there, so that it may name one row only
    numbered: bool  # it begins with the number of a document


def matches(
    lines: Lines, indexes: Sequence[int], compared: _Fields, pool: Pool
) -> dict[int, Match]:
    """Return, by row of a source, the row of the pool that it is or whose key it has.

    First come the rows that say the same; each row of the pool is taken once, unless the
    key allows one row only. Of the others, the first of a key is that of the pool's first.
    """
    search = _Search(pool, lines, compared)
    found = {index: Match(twin, True) for index in indexes if (twin := search.same(index))}
    keys = {index: search.key(index) for index in indexes if index not in found}
    strict = _strict(lines, indexes, search)
    for index, key in keys.items():
        if key is None:
            continue
        alone = key.strict and strict[search.named(index, key)]
        match = search.one_of(index, key) if alone else search.next_of(index, key)
        if match is not None:
            found[index] = match
    return found


def _strict(lines: Lines, indexes: Sequence[int], search: "_Search") -> Mapping[Any, bool]:
    """Tell, by key, whether it names one row only.

    It does where a document has a number, where no part of the key is blank, and where all
    rows of the source that have it say the same.
    """
    rows: dict[Any, set[Any]] = defaultdict(set)
    whole: dict[Any, bool] = {}
    for index in indexes:
        key = search.key(index)
        if key is not None and key.strict:
            named = search.named(index, key)
            rows[named].add(search.all_of(index))
            whole[named] = key.numbered or all(lines.says(index, name) for name in key.fields)
    return {named: whole[named] or len(said) == 1 for named, said in rows.items()}


class _Search:
    """Looks rows of one sheet up in the pool."""

    def __init__(self, pool: Pool, lines: Lines, compared: _Fields) -> None:
        self._members = pool.members
        self._lines = lines
        self._compared = compared
        self._used: set[int] = set()
        self._indexes: dict[tuple[_Fields, frozenset[str]], _Index] = {}

    def same(self, index: int) -> Member | None:
        """Take a row that says the same in every field."""
        return self._take(index, self._compared)

    def next_of(self, index: int, key: Key) -> Match | None:
        """Take the first row of a key that is not taken yet."""
        twin = self._take(index, self._widened(key))
        return Match(twin, same=False) if twin else None

    def one_of(self, index: int, key: Key) -> Match | None:
        """Return the row of a key, taken or not; of several rather one that says the same."""
        found = [self._members[position] for position in self._found(index, key.fields)]
        same = next((twin for twin in found if self._is_same(index, twin)), None)
        twin = same or next(iter(found), None)
        return Match(twin, same is not None) if twin else None

    def _is_same(self, index: int, twin: Member) -> bool:
        as_it_stands = self._as_it_stands(index, self._compared)
        theirs = twin.lines.signature(twin.row, self._compared, as_it_stands)
        return theirs == self._lines.signature(index, self._compared, as_it_stands)

    def key(self, index: int) -> Key | None:
        """Return the fields that name a row; None where it has no name of its own."""
        model = self._lines.model
        for keys in model.ledger.row_keys:
            if keys[0] in self._compared and self._lines.says(index, keys[0]):
                fields = tuple(self._standing_in(index, name) for name in keys)
                first = keys == model.ledger.row_keys[0]
                known = tuple(name for name in fields if name in self._compared)
                numbered = first and model.kind_of(keys[0]).name == "id"
                return Key(known, strict=first and fields == keys, numbered=numbered)
        return None

    def named(self, index: int, key: Key) -> tuple[Any, ...]:
        """Return the key of a row."""
        return (key.fields, self._lines.signature(index, key.fields, frozenset()))

    def all_of(self, index: int) -> tuple[Any, ...]:
        """Return everything that a row says."""
        return self._lines.signature(index, self._compared, frozenset())

    def _widened(self, key: Key) -> _Fields:
        """Return a key with what else tells its document apart, if no number does."""
        if key.numbered:
            return key.fields
        heads = self._lines.model.headings()
        own = self._lines.model.ledger.row_keys[0][0]
        besides = (
            name
            for name in self._compared
            if name != own and (heads[name].fill_down or name == _CAMPUS)
        )
        return tuple(dict.fromkeys((*key.fields, *besides)))

    def _standing_in(self, index: int, name: str) -> str:
        other = _STANDS_IN.get(name, name)
        fits = other in self._compared and self._lines.says(index, other)
        return other if fits and not self._lines.says(index, name) else name

    def _take(self, index: int, fields: _Fields) -> Member | None:
        for position in self._found(index, fields):
            if position not in self._used:
                self._used.add(position)
                return self._members[position]
        return None

    def _found(self, index: int, fields: _Fields) -> Sequence[int]:
        as_it_stands = self._as_it_stands(index, fields)
        where = (fields, as_it_stands)
        if where not in self._indexes:
            self._indexes[where] = self._indexed(*where)
        return self._indexes[where].get(self._lines.signature(index, fields, as_it_stands), ())

    def _as_it_stands(self, index: int, fields: _Fields) -> frozenset[str]:
        return self._lines.unread(index).intersection(fields)

    def _indexed(self, fields: _Fields, as_it_stands: frozenset[str]) -> _Index:
        found: dict[tuple[Any, ...], list[int]] = defaultdict(list)
        for position, (lines, index) in enumerate(self._members):
            found[lines.signature(index, fields, as_it_stands)].append(position)
        return dict(found)
