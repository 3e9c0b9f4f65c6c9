"""What a file must prove before any reader opens it."""

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from houqin.errors import Refused
from houqin.hosts.archive import Archive
from houqin.hosts.package import USUAL_STRINGS, USUAL_WORKBOOK, Package, SheetEntry, package_of
from houqin.hosts.sheetxml import (
    Outline,
    Shape,
    outline,
    prefix_of,
    reach,
    rows_of,
    shared_strings,
)
from houqin.hosts.usual_form import MAX_COLUMN, MAX_ROW

MAX_FILE = 100 << 20
MAX_AREA = MAX_ROW * 26  # calamine lays out the whole block of a sheet, 32 bytes a cell
SMALL_AREA = 200_000 * 26
NARROW_AREA = 1_000_000 * 26
MAX_TEXT = 1 << 30  # calamine copies a text for each cell that shows it
SMALL_TEXT = 1 << 28

_AREAS = {Shape.SMALL: SMALL_AREA, Shape.NARROW: NARROW_AREA}
_NEEDED = ("styles.xml", "[content_types].xml", "workbook.xml.rels")
_HOSTILE = frozenset({"bomb", "entities"})
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_BIFF = b"\x09\x08"  # .xls older than its container
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_XML_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
_WEB = (b"<html", b"<!doctype html", b"<table", b"<meta", b"<head", b"<body", b"mime-version:")
_HEAD = 4_096
_UNIQUE = re.compile(rb"uniqueCount\s*=\s*[\"'](\d+)")
_TEXT_END = b"si>"  # of whatever prefix
_TEXT = re.compile(rb"</(?:\w+:)?si>|<(?:\w+:)?si\s*/>")
_SHORTEST_TEXT = len("<si/>")
_SHORTEST_CELL = len('<c r="A1" t="s"><v>0</v></c>')
_FEW = 1_000  # a wrong count below does no harm
_TEXT_COST = 64  # bytes that calamine needs for a text besides the text itself


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What the guard found out about a worksheet."""

    title: str
    hidden: bool = False
    part: str | None = None
    outline: Outline = field(default_factory=Outline)
    small: bool = False  # proven to be read safely within this process
    utf16: bool = False
    refusal: str | None = None  # why this sheet alone cannot be read


@dataclass(frozen=True, slots=True)
class Passport:
    """What the guard found out about a workbook."""

    sheets: tuple[SheetFacts, ...]
    date_1904: bool
    macros: bool  # read over, never run
    external_links: int  # read over, never followed
    properties: str | None  # the part that holds them

    def sheet(self, title: str) -> SheetFacts:
        """Return the facts of one worksheet."""
        return next(sheet for sheet in self.sheets if sheet.title == title)


@dataclass(frozen=True, slots=True)
class Texts:
    """The shared texts of a workbook: how many, and how long the longest is with its tags."""

    part: str | None = None
    count: int = 0
    longest: int = 0
    size: int = 0

    def cost(self) -> int:
        """Return how many bytes a reader needs for the table."""
        return self.size + _TEXT_COST * self.count


def guard(path: Path) -> Passport:
    """Look a file over without trusting it.

    Raises:
        Refused: it is no workbook, or one that would harm or mislead its reader.
    """
    return inspect(Archive(content_of(path)))


def content_of(path: Path) -> bytes:
    """Return the bytes of a file that looks like a workbook.

    The file is read once, so that what was looked over is what will be read, and
    nothing is held open while the user goes on working in it.
    """
    try:
        if not path.is_file():
            raise Refused("missing")
        if path.stat().st_size > MAX_FILE:
            raise Refused("too_big")
        content = path.read_bytes()
    except OSError as error:
        raise Refused("busy") from error
    code = _other_format(content)
    if code is not None:
        raise Refused(code)
    return content


def _other_format(content: bytes) -> str | None:
    """Return the code of what a file is, where it is no zip."""
    head = content[:_HEAD]
    text = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if not content:
        return "empty"
    if head.startswith(b"PK"):
        return None
    if head.startswith((_OLE, _BIFF)):
        return "encrypted" if _ENCRYPTED in content else "xls"
    if _XML_2003 in head:
        return "xml2003"
    if text.startswith(_WEB) or (text.startswith(b"<") and b"<html" in text):
        return "html"
    is_text = b"\0" not in head or head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return "text" if is_text else "not_zip"


def inspect(archive: Archive) -> Passport:
    """Look over all parts of a workbook that are XML, whoever may read them.

    Raises:
        Refused: the workbook cannot be read; a sheet that alone cannot keeps its code.
    """
    package = package_of(archive)
    strings = _look_over(archive, package)
    return Passport(
        sheets=tuple(
            _sheet(archive, entry, strings, usual=_is_usual(package))
            for entry in package.sheets
            if entry.kind == "worksheet"
        ),
        date_1904=package.date_1904,
        macros=package.macros,
        external_links=package.external_links,
        properties=package.properties,
    )


def _is_usual(package: Package) -> bool:
    """Tell whether all readers will look for the parts where the guard found them."""
    return package.workbook == USUAL_WORKBOOK and package.strings in (None, USUAL_STRINGS)


def _look_over(archive: Archive, package: Package) -> Texts:
    """Look over the parts that are no sheets, and return the shared texts."""
    sheets = {entry.part for entry in package.sheets}
    shared = Texts()
    for name in archive:
        if name in sheets or not name.endswith((".xml", ".rels")):
            continue
        try:
            texts = _texts(archive, name, _TEXT_END if name == package.strings else b"<")
        except Refused as refused:
            # What no reader opens may be damaged: drawings, document properties.
            if refused.code != "bad_zip" or name == package.strings or name.endswith(_NEEDED):
                raise
        else:
            shared = texts if name == package.strings else shared
    return shared


def _texts(archive: Archive, name: str, cut: bytes) -> Texts:
    """Measure the shared texts in a part, which are none unless it is their table.

    Raises:
        Refused: it declares more texts than it can hold, and calamine would believe it.
    """
    declared = count = longest = size = 0
    for piece in archive.pieces(name, cut):
        texts = piece.split(_TEXT_END)
        declared = max([declared, *map(int, _UNIQUE.findall(piece))])
        count += len(texts)
        longest = max(longest, *map(len, texts))
        size += len(piece)
    if declared > max(_FEW, size // _SHORTEST_TEXT):
        raise Refused("strings")
    return Texts(name, count, longest, size)


def _sheet(archive: Archive, entry: SheetEntry, texts: Texts, *, usual: bool) -> SheetFacts:
    """Look over one worksheet; what is wrong with it alone becomes its refusal."""
    facts = SheetFacts(entry.title, hidden=entry.hidden, part=entry.part)
    if entry.part is None:
        return replace(facts, refusal="unreadable")
    try:
        found = outline(archive.pieces(entry.part))
        area = _area(archive, entry.part, found)
        copied = _copied_text(archive, entry.part, found, texts)
    except Refused as refused:
        if refused.code in _HOSTILE:
            raise
        return replace(facts, refusal=refused.code)
    utf16 = archive.is_utf16(entry.part)
    small = area <= SMALL_AREA and copied + texts.cost() <= SMALL_TEXT
    return replace(facts, outline=found, utf16=utf16, small=small and usual and not utf16)


def _area(archive: Archive, part: str, found: Outline) -> int:
    """Return how many cells a reader must lay out, at most.

    Raises:
        Refused: the sheet reaches too far.
    """
    if found.shape in _AREAS:
        return _AREAS[found.shape]
    block = reach(rows_of(archive, part, found), prefix_of(found))
    if block is None:
        return 0
    if block.bottom > MAX_ROW or block.right > MAX_COLUMN:
        raise Refused("grid")
    area = (block.bottom - block.top + 1) * (block.right - block.left + 1)
    if area > MAX_AREA:
        raise Refused("area")
    return area


def _copied_text(archive: Archive, part: str, found: Outline, texts: Texts) -> int:
    """Return how many bytes of text a reader must copy, at most.

    Raises:
        Refused: long texts are repeated so often that they would fill the memory.
    """
    most = archive.size(part) // _SHORTEST_CELL * texts.longest
    if texts.part is None or most <= SMALL_TEXT:
        return most
    lengths = _lengths(archive, texts.part)
    shared = shared_strings(rows_of(archive, part, found), prefix_of(found))
    exact = sum(lengths[number] for number in shared if number < len(lengths))
    if exact > MAX_TEXT:
        raise Refused("strings")
    return exact


def _lengths(archive: Archive, part: str) -> Sequence[int]:
    """Return the length of each shared text, tags included."""
    lengths = array("Q")
    position = start = 0
    for piece in archive.pieces(part):
        for text in _TEXT.finditer(piece):
            lengths.append(position + text.end() - start)
            start = position + text.end()
        position += len(piece)
    return lengths
