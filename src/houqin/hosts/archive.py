"""The zip that a workbook is, read with an eye on what it unpacks to."""

import codecs
import zlib
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from houqin.errors import Refused

MAX_PARTS = 1_000  # real workbooks have fewer than 200
MAX_PART = 1 << 30  # half a million rows of ten columns are 180 MB
MAX_TOTAL = 3 << 29
MAX_READ = 1 << 25  # a part that is held whole
MAX_PIECE = 1 << 26
RATIOS = ((10 << 20, 100), (1 << 20, 1_000))  # beyond this size, so much larger than packed

_CHUNK = 1 << 17  # small enough to stay in the processor's cache
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 1
_DAMAGE = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
_UTF16 = {
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
}


def folded(name: str) -> str:
    r"""Return the name of a part as Excel compares it.

    >>> folded("/xl\\Workbook.XML")
    'xl/workbook.xml'
    """
    return name.replace("\\", "/").lstrip("/").lower()


class Archive:
    """The parts of a workbook by their folded names."""

    def __init__(self, content: bytes) -> None:
        """Open the zip, of which no part is unpacked yet.

        Raises:
            Refused: it is damaged, encrypted, or made to mislead.
        """
        # The directory is counted before it is parsed: a million entries take minutes.
        if content.count(_ENTRY) > 10 * MAX_PARTS:
            raise Refused("too_many_parts")
        try:
            self._zip = ZipFile(BytesIO(content))
        except _DAMAGE as error:
            raise Refused("bad_zip") from error
        self.content = content
        self._parts = _parts_by_name(self._zip.infolist())
        self._sizes: dict[str, int] = {}

    def __contains__(self, name: str) -> bool:
        return folded(name) in self._parts

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def is_utf16(self, name: str) -> bool:
        """Tell whether a part is written in UTF-16, which calamine takes for an empty sheet."""
        return self._start(name) in _UTF16

    def size(self, name: str) -> int:
        """Return how much of a part has been unpacked so far."""
        return self._sizes.get(folded(name), 0)

    def read(self, name: str) -> bytes:
        """Return the text of a part of moderate size."""
        part = bytearray()
        for piece in self.pieces(name):
            part += piece
            if len(part) > MAX_READ:
                raise Refused("bomb")
        return bytes(part)

    def raw(self, name: str) -> bytes:
        """Return a part as it stands, in its own encoding."""
        return b"".join(self._chunks(name))

    def pieces(self, name: str, cut: bytes = b"<") -> Iterator[bytes]:
        """Yield the text of a part in UTF-8, cut only before `cut`, so that no tag is split.

        Raises:
            Refused: the part is damaged, abnormally large, or declares a DTD.
        """
        rest = b""
        for chunk in self._in_utf8(name):
            rest += chunk
            end = rest.rfind(cut)
            if end > 0:
                yield _without_dtd(rest[:end])
                rest = rest[end:]
            if len(rest) > MAX_PIECE:
                raise Refused("unreadable")
        yield _without_dtd(rest)

    def _in_utf8(self, name: str) -> Iterator[bytes]:
        encoding = _UTF16.get(self._start(name))
        if encoding is None:
            yield from self._chunks(name)
        else:
            decoder = codecs.getincrementaldecoder(encoding)("replace")
            for chunk in self._chunks(name):
                yield decoder.decode(chunk).encode()

    def _start(self, name: str) -> bytes:
        try:
            with self._zip.open(self._parts[folded(name)]) as stream:
                return stream.read(2)
        except _DAMAGE as error:
            raise Refused("bad_zip") from error

    def _chunks(self, name: str) -> Iterator[bytes]:
        """Unpack a part; what counts is what comes out, not what the zip declares."""
        part = self._parts[folded(name)]
        size = 0
        try:
            with self._zip.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._weigh(part, size)
                    yield chunk
        except _DAMAGE as error:
            raise Refused("bad_zip") from error

    def _weigh(self, part: ZipInfo, size: int) -> None:
        name = folded(part.filename)
        self._sizes[name] = max(size, self._sizes.get(name, 0))
        too_big = size > MAX_PART or sum(self._sizes.values()) > MAX_TOTAL
        ratio = size / max(1, part.compress_size)
        if too_big or any(size > grace and ratio > limit for grace, limit in RATIOS):
            raise Refused("bomb")


def _without_dtd(piece: bytes) -> bytes:
    if b"!" in piece and b"<!DOCTYPE" in piece:
        raise Refused("entities")
    return piece


def _parts_by_name(entries: list[ZipInfo]) -> dict[str, ZipInfo]:
    if len(entries) > MAX_PARTS:
        raise Refused("too_many_parts")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Refused("encrypted")
    if any(entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for entry in entries):
        raise Refused("bad_zip")
    contents = defaultdict(set)
    for entry in entries:
        contents[folded(entry.filename)].add((entry.CRC, entry.file_size))
    # Readers differ in which of two parts they take: the first or the last.
    if any(len(different) > 1 for different in contents.values()):
        raise Refused("duplicates")
    return {folded(entry.filename): entry for entry in entries if not entry.filename.endswith("/")}
