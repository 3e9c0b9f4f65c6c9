"""Which parts of a workbook are its sheets, its texts and its properties."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree.ElementTree import (
    Element,
    ParseError,
    XMLParser,
    fromstring,
)

from houqin.errors import Refused
from houqin.hosts.archive import Archive, folded

USUAL_WORKBOOK, USUAL_STRINGS = "xl/workbook.xml", "xl/sharedstrings.xml"
_MIMETYPE, _ODS = "mimetype", b"opendocument.spreadsheet"
_TRUE = ("1", "true")


@dataclass(frozen=True, slots=True)
class Relationship:
    """A part that another part names, and what it is to that part."""

    id: str
    kind: str  # the last word of its type, such as "worksheet"
    target: str


Links = tuple[Relationship, ...]


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet as the workbook lists it."""

    title: str
    hidden: bool
    kind: str
    part: str | None  # None where the workbook names a part that is not there


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a workbook, by what they are."""

    workbook: str
    sheets: tuple[SheetEntry, ...]
    date_1904: bool
    strings: str | None
    properties: str | None
    macros: bool
    external_links: int


def package_of(archive: Archive) -> Package:
    """Find the parts of a workbook by following its relationships.

    Raises:
        Refused: it is no workbook, or one of another format.
    """
    roots = relationships(archive, "")
    workbook = _workbook(archive, roots)
    links = relationships(archive, workbook)
    tags = list(elements(archive, workbook))
    return Package(
        workbook=workbook,
        sheets=tuple(_sheets(archive, tags, links)),
        date_1904=any(
            name == "workbookPr" and facts.get("date1904") in _TRUE for name, facts, _ in tags
        ),
        strings=_target(archive, links, "sharedStrings") or _found(archive, USUAL_STRINGS),
        properties=_target(archive, roots, "custom-properties"),
        macros=any(link.kind in ("vbaProject", "xlMacrosheet") for link in links),
        external_links=sum(link.kind == "externalLink" for link in links),
    )


def properties_of(archive: Archive, part: str | None) -> Mapping[str, str]:
    """Return the custom properties of a workbook, all as text."""
    if part is None:
        return {}
    return {
        facts["name"]: "".join(element.itertext()).strip()
        for name, facts, element in elements(archive, part)
        if name == "property" and "name" in facts
    }


def elements(archive: Archive, part: str) -> Iterator[tuple[str, dict[str, str], Element]]:
    """Yield the name, the attributes and the element of each tag, without namespaces."""
    try:
        root = fromstring(archive.read(part), XMLParser(encoding="utf-8"))  # noqa: S314  # nosec B314 - no DTD
    except (ParseError, ValueError) as error:
        raise Refused("unreadable") from error
    for element in root.iter():
        facts = {_local(name): value for name, value in element.attrib.items()}
        yield _local(element.tag), facts, element


def relationships(archive: Archive, part: str) -> Links:
    """Return what a part names; the empty name stands for the whole package."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in archive:
        return ()
    return tuple(
        Relationship(
            facts.get("Id", ""),
            facts["Type"].rpartition("/")[2],
            _resolved(folder, facts["Target"]),
        )
        for tag, facts, _ in elements(archive, rels)
        if tag == "Relationship" and "Type" in facts and "Target" in facts
    )


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _resolved(folder: str, target: str) -> str:
    return folded(posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))))


def _target(archive: Archive, links: Links, kind: str) -> str | None:
    targets = [link.target for link in links if link.kind == kind]
    return next((found for name in targets if (found := _found(archive, name))), None)


def _found(archive: Archive, name: str) -> str | None:
    return next((each for each in (name, unquote(name)) if each in archive), None)


def _workbook(archive: Archive, roots: Links) -> str:
    if _MIMETYPE in archive and _ODS in archive.read(_MIMETYPE):
        raise Refused("ods")
    part = _target(archive, roots, "officeDocument") or _found(archive, USUAL_WORKBOOK)
    if part is None:
        raise Refused("not_excel")
    if part.endswith(".bin"):
        raise Refused("xlsb")
    return part


def _sheets(
    archive: Archive, tags: list[tuple[str, dict[str, str], Element]], links: Links
) -> Iterator[SheetEntry]:
    """Yield the sheets in the order of their tabs.

    Raises:
        Refused: the part lists no sheets, or two of one name.
    """
    if tags[0][0] != "workbook":
        raise Refused("not_excel")
    by_id = {link.id: link for link in links}
    seen = set()
    for name, facts, _ in tags:
        if name == "sheet" and "name" in facts:
            link = by_id.get(facts.get("id", ""))
            if facts["name"] in seen:
                raise Refused("unreadable")
            seen.add(facts["name"])
            yield SheetEntry(
                title=facts["name"],
                hidden=facts.get("state", "visible") != "visible",
                kind=link.kind if link else "worksheet",
                part=_found(archive, link.target) if link else None,
            )
