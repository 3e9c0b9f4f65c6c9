"""The compression of a VBA project's streams [MS-OVBA 2.4.1]."""

import struct
from collections import defaultdict

CHUNK = 4096  # bytes of content in a chunk, and the most that a chunk may take

_SIGNATURE = b"\x01"
_COMPRESSED, _FLAGS, _SIZE = 0xB000, 0xF000, 0x0FFF  # in the header of a chunk
_RAW = 0x3000
_TOKENS = 8  # in one group, behind a byte of flags
_SHORTEST = 3  # bytes that a copy token stands for


def compress(content: bytes) -> bytes:
    """Compress a stream [MS-OVBA 2.4.1.3.6].

    The same content always gives the same bytes. A chunk is never stored as it is, although
    that is allowed: Excel's editor does not load a module that begins with such a chunk.

    Raises:
        ValueError: a part of the content cannot be made smaller, as no text of a program is.
    """
    chunks = [content[start : start + CHUNK] for start in range(0, len(content), CHUNK)]
    return _SIGNATURE + b"".join(map(_compressed, chunks))


def decompress(content: bytes) -> bytes:
    """Decompress a stream, raw chunks too [MS-OVBA 2.4.1.3.1].

    Raises:
        ValueError: it is no compressed stream, or a damaged one.
    """
    if not content.startswith(_SIGNATURE):
        raise ValueError("This is no compressed stream: it does not begin with 01.")
    whole, at = bytearray(), 1
    while at < len(content):
        header = int.from_bytes(content[at : at + 2], "little")
        chunk = content[at + 2 : at + 3 + (header & _SIZE)]
        if len(chunk) != (header & _SIZE) + 1:
            raise ValueError("A compressed stream ends within a chunk.")
        whole += _decompressed(header & _FLAGS, chunk)
        at += 2 + len(chunk)
    return bytes(whole)


def _bits_of_offset(done: int) -> int:
    """Return how many bits of a token tell where to copy from [MS-OVBA 2.4.1.3.19.1]."""
    return max(4, (done - 1).bit_length())


def _compressed(chunk: bytes) -> bytes:
    tokens = _Tokens(chunk)
    packed = bytearray()
    while tokens.at < len(chunk):
        packed += tokens.group()
    if len(packed) > CHUNK:
        raise ValueError("A part of the source cannot be compressed; Excel would not load it.")
    return struct.pack("<H", _COMPRESSED | (len(packed) - 1)) + packed


class _Tokens:
    """Turns a chunk into tokens, each a byte or a copy of bytes that went before."""

    def __init__(self, chunk: bytes) -> None:
        self._chunk = chunk
        self._seen: defaultdict[bytes, list[int]] = defaultdict(list)  # where three bytes stood
        self.at = 0

    def group(self) -> bytes:
        """Return the next tokens behind their flags."""
        flags, tokens = 0, bytearray()
        for bit in range(_TOKENS):
            if self.at == len(self._chunk):
                break
            offset, length = self._best_copy()
            if length:
                flags |= 1 << bit
                shift = 16 - _bits_of_offset(self.at)
                tokens += struct.pack("<H", (offset - 1) << shift | (length - _SHORTEST))
            else:
                tokens.append(self._chunk[self.at])
            self._go_on(max(length, 1))
        return bytes([flags]) + tokens

    def _best_copy(self) -> tuple[int, int]:
        """Return how far back the longest copy begins, the nearest of equals, and its length."""
        longest = (0xFFFF >> _bits_of_offset(self.at)) + _SHORTEST
        rest = self._chunk[self.at : self.at + longest]
        best = (0, 0)
        for start in reversed(self._seen.get(rest[:_SHORTEST], ())):
            length = self._common(start, rest)
            if length > best[1]:
                best = (self.at - start, length)
            if length == len(rest):
                break
        return best

    def _common(self, start: int, rest: bytes) -> int:
        """Return how many bytes from `start` are those of the rest; a copy may overlap itself."""
        length = _SHORTEST
        while length < len(rest) and self._chunk[start + length] == rest[length]:
            length += 1
        return length

    def _go_on(self, steps: int) -> None:
        for place in range(self.at, min(self.at + steps, len(self._chunk) - _SHORTEST + 1)):
            self._seen[self._chunk[place : place + _SHORTEST]].append(place)
        self.at += steps


def _decompressed(kind: int, chunk: bytes) -> bytes:
    if kind == _RAW:
        return chunk
    if kind != _COMPRESSED:
        raise ValueError("A compressed stream holds a chunk of an unknown kind.")
    done, at = bytearray(), 0
    while at < len(chunk):
        flags, at = chunk[at], at + 1
        for bit in range(_TOKENS):
            if at < len(chunk):
                at += _take(done, chunk, at, is_copy=bool(flags >> bit & 1))
    if len(done) > CHUNK:
        raise ValueError("A chunk of a compressed stream is longer than it may be.")
    return bytes(done)


def _take(done: bytearray, chunk: bytes, at: int, *, is_copy: bool) -> int:
    """Follow one token and return its size."""
    if not is_copy:
        done.append(chunk[at])
        return 1
    token = int.from_bytes(chunk[at : at + 2], "little")
    length_bits = 16 - _bits_of_offset(len(done))
    start = len(done) - (token >> length_bits) - 1
    if start < 0 or at + 2 > len(chunk):
        raise ValueError("A compressed stream copies what is not there.")
    for place in range(start, start + (token & ((1 << length_bits) - 1)) + _SHORTEST):
        done.append(done[place])
    return 2
