"""A finished workbook as the inspection sees it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from houqin.hosts.archive import Archive
from houqin.hosts.package import Links, elements, package_of, relationships
from houqin.vba.project import Module, modules_of

Tags = tuple[tuple[str, dict[str, str], Element], ...]

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a sheet."""

    id: str
    name: str
    shown_name: str  # the one that formulas use
    sheet: str
    ref: str
    columns: tuple[str, ...]
    has_headings: bool
    tags: Tags


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its XML."""

    title: str
    code_name: str
    tags: Tags
    links: Links
    texts: Mapping[str, str]  # of the cells that hold text, by their addresses


@dataclass(frozen=True, slots=True)
class Name:
    """A defined name."""

    name: str
    sheet: str | None  # where alone it is known; "" where that sheet is not there
    formula: str


@dataclass(frozen=True, slots=True)
class Book:
    """All that the checks look at."""

    archive: Archive
    workbook: str  # the part
    links: Links
    code_name: str
    sheets: tuple[Sheet, ...]
    missing: tuple[str, ...]  # sheets that the workbook lists although there is no part
    names: tuple[Name, ...]
    tables: tuple[Table, ...]
    modules: tuple[Module, ...] | None  # None where there is no project that can be read

    def parts(self, links: Links, kind: str) -> list[str]:
        """Return the parts of a kind that are there."""
        return [each.target for each in links if each.kind == kind and each.target in self.archive]


def book_of(archive: Archive) -> Book:
    """Read a workbook whose XML is well-formed.

    Raises:
        Refused: it is no workbook.
    """
    package = package_of(archive)
    links = relationships(archive, package.workbook)
    tags = tuple(elements(archive, package.workbook))
    shared = _shared_texts(archive, package.strings)
    sheets = tuple(
        _sheet(archive, entry.title, entry.part, shared) for entry in package.sheets if entry.part
    )
    return Book(
        archive=archive,
        workbook=package.workbook,
        links=links,
        code_name=_code_name(tags, "workbookPr"),
        sheets=sheets,
        missing=tuple(entry.title for entry in package.sheets if entry.part is None),
        names=tuple(_names(tags, [entry.title for entry in package.sheets])),
        tables=tuple(table for sheet in sheets for table in _tables(archive, sheet)),
        modules=_modules(archive, links),
    )


def local(element: Element) -> str:
    """Return the name of a tag without its namespace."""
    return element.tag.rpartition("}")[2]


def unescaped(text: str) -> str:
    """Return a text without the escapes of control characters, such as _x000a_."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _sheet(archive: Archive, title: str, part: str, shared: tuple[str, ...]) -> Sheet:
    tags = tuple(elements(archive, part))
    return Sheet(
        title=title,
        code_name=_code_name(tags, "sheetPr"),
        tags=tags,
        links=relationships(archive, part),
        texts={
            facts["r"]: text
            for name, facts, cell in tags
            if name == "c" and "r" in facts and (text := _text(facts, cell, shared)) is not None
        },
    )


def _code_name(tags: Tags, owner: str) -> str:
    return next((facts.get("codeName", "") for name, facts, _ in tags if name == owner), "")


def _text(facts: Mapping[str, str], cell: Element, shared: tuple[str, ...]) -> str | None:
    """Return what a cell shows if that is text."""
    inside = {local(child): child for child in cell}
    value = (inside["v"].text if "v" in inside else None) or ""
    match facts.get("t"):
        case "inlineStr" if "is" in inside:
            return _joined(inside["is"])
        case "str":
            return unescaped(value)
        case "s" if value.isdecimal() and int(value) < len(shared):
            return shared[int(value)]
    return None


def _shared_texts(archive: Archive, part: str | None) -> tuple[str, ...]:
    if part is None:
        return ()
    return tuple(_joined(each) for name, _, each in elements(archive, part) if name == "si")


def _joined(text: Element) -> str:
    """Return a text that may be of several pieces; how it is pronounced is none of them."""
    pieces = [text, *(child for child in text if local(child) == "r")]
    found = (each.text or "" for piece in pieces for each in piece if local(each) == "t")
    return unescaped("".join(found))


def _names(tags: Tags, titles: list[str]) -> Iterator[Name]:
    for tag, facts, element in tags:
        if tag == "definedName":
            place = facts.get("localSheetId")
            sheet = None if place is None else dict(enumerate(titles)).get(int(place), "")
            yield Name(facts.get("name", ""), sheet, element.text or "")


def _tables(archive: Archive, sheet: Sheet) -> Iterator[Table]:
    for link in sheet.links:
        if link.kind == "table" and link.target in archive:
            tags = tuple(elements(archive, link.target))
            facts = tags[0][1]
            columns = (each.get("name", "") for name, each, _ in tags if name == "tableColumn")
            yield Table(
                id=facts.get("id", ""),
                name=facts.get("name", ""),
                shown_name=facts.get("displayName", ""),
                sheet=sheet.title,
                ref=facts.get("ref", ""),
                columns=tuple(map(unescaped, columns)),
                has_headings=facts.get("headerRowCount", "1") != "0",
                tags=tags,
            )


def _modules(archive: Archive, links: Links) -> tuple[Module, ...] | None:
    part = next((each.target for each in links if each.kind == "vbaProject"), "")
    try:
        return modules_of(archive.read(part)) if part in archive else None
    except ValueError:
        return None
