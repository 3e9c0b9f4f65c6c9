"""Checks of the package: its XML, what it says it is, and the formats that rules and tables use."""

from collections.abc import Iterator
from itertools import chain

from houqin.errors import Refused
from houqin.hosts.archive import Archive
from houqin.hosts.package import elements
from houqin.master.inspection.book import Book

WITH_MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
PROJECT = "application/vnd.ms-office.vbaProject"

_XML = (".xml", ".rels", ".vml")
_TYPES = "[Content_Types].xml"


def faults_of_xml(archive: Archive) -> Iterator[str]:
    """Yield the parts that are no well-formed XML, the VML of buttons included."""
    for part in archive:
        if part.endswith(_XML):
            try:
                tuple(elements(archive, part))
            except Refused:
                yield f"{part} is no well-formed XML."


def faults_of_package(book: Book) -> Iterator[str]:
    """Yield what keeps Excel from finding the sheets, and from taking macros for what they are."""
    for title in book.missing:
        yield f"The sheet {title} is listed, but it is not there."
    if _type_of(book.archive, book.workbook) != WITH_MACROS:
        yield "The package does not say that the workbook has macros."
    parts = book.parts(book.links, "vbaProject")
    if len(parts) != 1:
        yield "The workbook names no VBA project that is there."
    elif _type_of(book.archive, parts[0]) != PROJECT:
        yield "The package does not say that the VBA project is one."
    elif book.modules is None:
        yield "The VBA project cannot be read."


def faults_of_formats(book: Book) -> Iterator[str]:
    """Yield the formats that rules and tables use although they are not defined."""
    parts = book.parts(book.links, "styles")
    styles = [tag for part in parts for tag in elements(book.archive, part)]
    count = next((len(element) for name, _, element in styles if name == "dxfs"), 0)
    of_sheets = chain.from_iterable(sheet.tags for sheet in book.sheets)
    of_tables = chain.from_iterable(table.tags for table in book.tables)
    for _, facts, _ in chain(styles, of_sheets, of_tables):
        for attribute, value in facts.items():
            is_format = attribute.lower().endswith("dxfid")
            if is_format and not (value.isdecimal() and int(value) < count):
                yield f"The format {value} is used as {attribute}, and there are only {count}."


def _type_of(archive: Archive, part: str) -> str | None:
    """Return the content type of a part: its own, or that of its extension."""
    types = tuple(elements(archive, _TYPES)) if _TYPES in archive else ()
    own = {facts.get("PartName", "").lower(): facts.get("ContentType") for _, facts, _ in types}
    usual = {facts.get("Extension", "").lower(): facts.get("ContentType") for _, facts, _ in types}
    return own.get(f"/{part}") or usual.get(part.rpartition(".")[2])
