"""The directory of a compound file: its storages and streams as trees [MS-CFB 2.6]."""

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

NOTHING = 0xFFFFFFFF  # where a link leads nowhere, and what an unused sector holds

_ENTRY = struct.Struct("<64sHBBIII16sIQQIQ")
_LONGEST_NAME = 31  # UTF-16 code units
_ILLEGAL = frozenset('/\\:!"')
_RED, _BLACK = 0, 1


class Kind(IntEnum):
    """What an entry is."""

    UNUSED = 0
    STORAGE = 1
    STREAM = 2
    ROOT = 5


@dataclass(slots=True)
class Entry:
    """A storage or a stream, and its links to others by their places in the directory."""

    name: str
    kind: Kind
    content: bytes = b""
    color: int = _BLACK
    left: int = NOTHING
    right: int = NOTHING
    child: int = NOTHING
    start: int = 0
    size: int = 0


def directory_of(streams: Mapping[str, bytes]) -> list[Entry]:
    """Return the root, and each storage followed by what it holds.

    Raises:
        ValueError: a name is too long or not allowed, or two of a storage are the same.
    """
    entries = [Entry("Root Entry", Kind.ROOT)]
    _fill(entries, 0, streams)
    return entries


def packed(entries: Sequence[Entry]) -> bytes:
    """Return the bytes of a directory, filled up with unused entries to whole sectors of four."""
    unused = [Entry("", Kind.UNUSED)] * (-len(entries) % 4)
    return b"".join(map(_packed, [*entries, *unused]))


def unpacked(content: bytes) -> tuple[Entry, ...]:
    """Return the entries of a directory.

    Raises:
        ValueError: it does not begin with a root, or an entry is of an unknown kind.
    """
    entries = tuple(map(_unpacked, _ENTRY.iter_unpack(content)))
    if not entries or entries[0].kind is not Kind.ROOT:
        raise ValueError("The directory of a compound file does not begin with its root.")
    return entries


def paths(entries: Sequence[Entry]) -> Iterator[tuple[str, Entry]]:
    """Yield the path of every stream, such as "VBA/dir", storage by storage in their order.

    Raises:
        ValueError: a link leads to nothing, or to where another one leads.
    """
    ahead = [("", entries[0].child)]
    visited: set[int] = set()
    while ahead:
        folder, place = ahead.pop()
        for each in _in_order(entries, place, visited):
            if entries[each].kind is Kind.STREAM:
                yield folder + entries[each].name, entries[each]
            else:
                ahead.append((f"{folder}{entries[each].name}/", entries[each].child))


def _fill(entries: list[Entry], parent: int, streams: Mapping[str, bytes]) -> None:
    """Add what stands in a storage, and the trees of its storages."""
    members: dict[str, dict[str, bytes]] = {}
    for path, content in streams.items():
        name, slash, rest = path.partition("/")
        members.setdefault(name, {})[rest or slash] = content
    _check(members)
    places = []
    for name in sorted(members, key=_order):
        inside = members[name]
        places.append(len(entries))
        if "" in inside:
            entries.append(Entry(name, Kind.STREAM, inside[""]))
        else:
            entries.append(Entry(name, Kind.STORAGE))
            _fill(entries, places[-1], inside)
    if places:
        top = _tree(entries, places, len(places).bit_length())
        entries[top].color = _BLACK
        entries[parent].child = top


def _check(members: Mapping[str, Mapping[str, bytes]]) -> None:
    for name, inside in members.items():
        length = len(name.encode("utf-16-le")) // 2
        if not 0 < length <= _LONGEST_NAME or not _ILLEGAL.isdisjoint(name):
            raise ValueError(f"{name!r} cannot be the name of a stream.")
        if "" in inside and len(inside) > 1:
            raise ValueError(f"{name!r} is both a stream and a storage.")
    if len({name.upper() for name in members}) < len(members):
        raise ValueError(f"Two of these names are the same: {', '.join(sorted(members))}.")


def _order(name: str) -> tuple[int, str]:
    """Return what names are sorted by: first their length [MS-CFB 2.6.4]."""
    return len(name.encode("utf-16-le")), name.upper()


def _tree(entries: list[Entry], places: Sequence[int], levels: int) -> int:
    """Link entries in their order as a balanced tree of so many levels, and return its top.

    All levels but the last are full. So with the last one red and the others black, equally
    many black ones lie between the top and each end, as in a red-black tree.
    """
    if not places:
        return NOTHING
    middle = len(places) // 2
    top = entries[places[middle]]
    top.left = _tree(entries, places[:middle], levels - 1)
    top.right = _tree(entries, places[middle + 1 :], levels - 1)
    top.color = _RED if levels == 1 else _BLACK
    return places[middle]


def _packed(entry: Entry) -> bytes:
    name = f"{entry.name}\0".encode("utf-16-le") if entry.name else b""
    links = (entry.left, entry.right, entry.child)
    nobody, never = bytes(16), 0  # neither an owner nor times, so that every build is the same
    return _ENTRY.pack(
        *(name, len(name), entry.kind, entry.color, *links),
        *(nobody, 0, never, never, entry.start, entry.size),
    )


def _unpacked(fields: tuple[Any, ...]) -> Entry:
    name, length, kind, color, left, right, child, *_, start, size = fields
    try:
        text = name[: max(0, length - 2)].decode("utf-16-le")
        known = Kind(kind)
    except ValueError as error:
        raise ValueError("The directory of a compound file holds no proper entries.") from error
    # In version 3 the upper half of the size may be anything.
    return Entry(text, known, b"", color, left, right, child, start, size & 0xFFFFFFFF)


def _in_order(entries: Sequence[Entry], top: int, visited: set[int]) -> Iterator[int]:
    """Yield the places of a tree from left to right; it may be as deep as it has entries."""
    ahead: list[int] = []
    place = top
    while ahead or place != NOTHING:
        while place != NOTHING:
            _visit(entries, place, visited)
            ahead.append(place)
            place = entries[place].left
        place = ahead.pop()
        yield place
        place = entries[place].right


def _visit(entries: Sequence[Entry], place: int, visited: set[int]) -> None:
    is_there = place < len(entries) and entries[place].kind in (Kind.STORAGE, Kind.STREAM)
    if place in visited or not is_there:
        raise ValueError("The directory of a compound file leads astray.")
    visited.add(place)
