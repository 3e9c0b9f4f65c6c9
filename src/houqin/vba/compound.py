"""Compound files, the containers of VBA projects: written from nothing, and read back [MS-CFB]."""

import struct
from collections.abc import Iterable, Mapping, Sequence

from houqin.vba.directory import (
    NOTHING,
    Entry,
    Kind,
    directory_of,
    packed,
    paths,
    unpacked,
)

SECTOR, MINI_SECTOR = 512, 64  # bytes; those of version 3
CUTOFF = 4096  # bytes; a smaller stream stands in mini sectors

_SIGNATURE = bytes.fromhex("D0CF11E0A1B11AE1")
_HEADER = struct.Struct("<8s16sHHHHH6xIIIIIIIII109I")
_MINOR = 0x3E  # of the version; readers do not care
_VERSION = (3, 0xFFFE, 9, 6)  # major, byte order, powers of two of the sizes of both sectors
_END, _TABLE = 0xFFFFFFFE, 0xFFFFFFFD  # what follows the last sector, and one of the table itself
_IN_HEADER = 109  # sectors of the table that the header itself lists
_NUMBERS = SECTOR // 4  # in one sector


class _Sectors:
    """Sectors of one size, and the table of what follows each of them."""

    def __init__(self, size: int) -> None:
        self._size = size
        self.content = bytearray()
        self.table: list[int] = []

    def add(self, content: bytes) -> int:
        """Append a chain of sectors, and return its first."""
        if not content:
            return _END
        first = len(self.table)
        last = first + -(-len(content) // self._size) - 1
        self.table += [*range(first + 1, last + 1), _END]
        self.content += content + bytes(-len(content) % self._size)
        return first


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file of version 3 with the given streams [MS-CFB 2.2 to 2.6].

    The same streams always give the same bytes, whatever their order.

    Raises:
        ValueError: a path such as "VBA/dir" is not allowed, or the file would exceed 6.8 MB.
    """
    entries = directory_of(streams)
    file, mini = _Sectors(SECTOR), _Sectors(MINI_SECTOR)
    for entry in entries:
        if entry.kind is Kind.STREAM:
            home = mini if len(entry.content) < CUTOFF else file
            entry.start, entry.size = home.add(entry.content), len(entry.content)
    entries[0].start, entries[0].size = file.add(bytes(mini.content)), len(mini.content)
    mini_table = _whole_sectors(mini.table)
    first_mini, first_entry = file.add(mini_table), file.add(packed(entries))
    return _with_table(file, first_entry, first_mini, len(mini_table) // SECTOR)


def streams(content: bytes) -> Mapping[str, bytes]:
    """Return the streams of a compound file of version 3 by their paths, such as "VBA/dir".

    Raises:
        ValueError: it is none, or a damaged one.
    """
    return _Reader(content).streams()


def _with_table(file: _Sectors, first_entry: int, first_mini: int, minis: int) -> bytes:
    """Return the file between its header and the table of its sectors."""
    first = len(file.table)
    count = -(-first // (_NUMBERS - 1))  # sectors of the table, which lists itself too
    if count > _IN_HEADER:
        raise ValueError("The macros are too large for one container.")
    listed = [*range(first, first + count)] + [NOTHING] * (_IN_HEADER - count)
    header = _HEADER.pack(
        *(_SIGNATURE, bytes(16), _MINOR, *_VERSION),
        *(0, count, first_entry, 0, CUTOFF, first_mini, minis, _END, 0, *listed),
    )
    return header + file.content + _whole_sectors([*file.table, *[_TABLE] * count])


def _whole_sectors(numbers: Sequence[int]) -> bytes:
    free = [NOTHING] * (-len(numbers) % _NUMBERS)
    return _packed_numbers([*numbers, *free])


def _packed_numbers(numbers: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)


def _numbers(content: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(content) // 4}I", content)


class _Reader:
    """Follows the chains of a compound file."""

    def __init__(self, content: bytes) -> None:
        if len(content) < SECTOR:
            raise ValueError("This is no compound file.")
        signature, _, _, *fields = _HEADER.unpack_from(content)
        *version, _, _, first_entry, _, cutoff, first_mini, _, first_listed, _ = fields[:13]
        if signature != _SIGNATURE or tuple(version) != _VERSION or cutoff != CUTOFF:
            raise ValueError("This is no compound file of version 3.")
        self._content = content[SECTOR:]
        self._table = self._table_of(fields[13:], first_listed)
        self._entries = unpacked(self._chain(first_entry))
        self._mini_table = _numbers(self._chain(first_mini))
        root = self._entries[0]
        self._mini = self._chain(root.start)[: root.size]

    def streams(self) -> Mapping[str, bytes]:
        """Return the content of each stream by its path."""
        return {path: self._stream(entry) for path, entry in paths(self._entries)}

    def _stream(self, entry: Entry) -> bytes:
        if not entry.size:
            return b""
        if entry.size < CUTOFF:
            places = _places(self._mini_table, entry.start)
            content = _joined(self._mini, places, MINI_SECTOR)
        else:
            content = self._chain(entry.start)
        if len(content) < entry.size:
            raise ValueError(f"The stream {entry.name} is shorter than it should be.")
        return content[: entry.size]

    def _chain(self, first: int) -> bytes:
        return _joined(self._content, _places(self._table, first), SECTOR)

    def _table_of(self, listed: Iterable[int], first: int) -> tuple[int, ...]:
        """Return the table; beyond 6.8 MB further sectors list where it is [MS-CFB 2.5]."""
        places, visited = [*listed], set()
        while first not in (_END, NOTHING):
            if first in visited:
                raise ValueError("A chain of a compound file has no end.")
            visited.add(first)
            *more, first = _numbers(_joined(self._content, [first], SECTOR))
            places += more
        used = [place for place in places if place != NOTHING]
        return _numbers(_joined(self._content, used, SECTOR))


def _places(table: Sequence[int], first: int) -> list[int]:
    """Return the sectors of a chain."""
    places: list[int] = []
    while first != _END:
        if first >= len(table) or len(places) == len(table):
            raise ValueError("A chain of a compound file has no end.")
        places.append(first)
        first = table[first]
    return places


def _joined(content: bytes, places: Iterable[int], size: int) -> bytes:
    """Return the content of sectors.

    Raises:
        ValueError: one of them lies beyond the end.
    """
    sectors = [content[place * size : (place + 1) * size] for place in places]
    if any(len(sector) < size for sector in sectors):
        raise ValueError("A compound file ends before its last sector.")
    return b"".join(sectors)
