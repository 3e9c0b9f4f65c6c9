"""A copy of the user's own workbook in which the cells with problems are filled, and a list is added.

Its XML is mended; all parts but those that must know of it keep every bit.
"""

import codecs
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from houqin.files import replaced, spare
from houqin.hosts.archive import Archive
from houqin.hosts.guard import content_of
from houqin.hosts.package import package_of, relationships
from houqin.problems import Problem, Severity, State
from houqin.reports.marked_list import list_sheet
from houqin.reports.marked_sheet import MarkedSheet, Marks, UnusualFormError
from houqin.reports.marked_styles import COLOURS, NEW, MarkedFormats
from houqin.reports.repacked import of_one_kind, repack
from houqin.result import Result
from houqin.tables.address import column_number

LIST = "问题清单"
TYPES = "[content_types].xml"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
NEW_SHEET, NEW_STYLES, LINK = "houqin-problems.xml", "styles.xml", "rIdHouqin"
_ROOT = re.compile(r"<((?:[^\s<>/:]+:)?)worksheet\b")
_SHEET = re.compile(r"<((?:\w+:)?)sheet\b[^>]*?\s(\w+):id=[^>]*>")
_SHEET_ID = re.compile(r'\ssheetId="(\d+)"')
_TYPE = re.compile(r'\sType="([^"]*)/(?:worksheet|styles)"')
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
Marked = dict[int, dict[int, Severity]]  # by row and column


class _Part(NamedTuple):
    """The text of a part, and how it is written."""

    text: str
    encoding: str

    @classmethod
    def of(cls, content: bytes) -> "_Part":
        encoding = "utf-16" if content[:2] in _UTF16 else "utf-8-sig"
        found = cls(content.decode(encoding), encoding)
        return (
            found
            if content[:3] == codecs.BOM_UTF8
            else found._replace(encoding=encoding.removesuffix("-sig"))
        )

    def bytes_of(self, text: str) -> bytes:
        return text.encode(self.encoding)


def write_marked(book: Path, result: Result, out: Path) -> tuple[str, ...]:
    """Write the copy; return the sheets whose cells could not be filled, for their odd form.

    Raises:
        HouqinError: it cannot be written; then nothing is.
    """
    spare(book, out)
    of_one_kind(book, out)
    content = content_of(book)
    copy = _Copy(Archive(content))
    unmarked = copy.mark(result)
    with replaced(out) as unfinished:
        repack(content, copy.changed, unfinished, copy.added)
    return unmarked


class _Copy:
    """The parts of a workbook while its cells are marked."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._package = package_of(archive)
        self._folder = self._package.workbook.rpartition("/")[0]
        self.changed: dict[str, bytes] = {}
        self.added: dict[str, bytes] = {}

    def mark(self, result: Result) -> tuple[str, ...]:
        """Fill the cells with problems, and add the list; return the sheets that could not be filled."""
        workbook = self._part(self._package.workbook)
        namespace = _namespace(workbook.text)
        styles_part = self._styles_part()
        styles = (
            self._part(styles_part)
            if styles_part
            else _Part(NEW.format(namespace=namespace), "utf-8")
        )
        formats = MarkedFormats(styles.text)
        if not formats.known:
            styles = _Part(NEW.format(namespace=namespace), "utf-8")
            formats = MarkedFormats(styles.text)
        unmarked = tuple(self._mark_sheets(result, formats))
        look = {"heading": formats.wrapped(bold=True), "line": formats.wrapped(bold=False)}
        self._add_list(list_sheet(result, namespace, **look), workbook)
        text = formats.text().encode(styles.encoding)
        if styles_part:
            self.changed[styles_part] = text
        else:
            self._add(NEW_STYLES, text, STYLES_TYPE, "styles", f"{LINK}Styles")
        return unmarked

    def _mark_sheets(self, result: Result, formats: MarkedFormats) -> Iterator[str]:
        parts = {each.title: each.part for each in self._package.sheets}
        for sheet, cells in _cells(result.problems).items():
            try:
                self._mark_sheet(parts.get(sheet) or "", cells, formats)
            except UnusualFormError:
                yield sheet

    def _mark_sheet(self, name: str, cells: Marked, formats: MarkedFormats) -> None:
        part = self._part(name) if name else _Part("", "")
        root = _ROOT.search(part.text)
        if root is None:
            raise UnusualFormError
        marks: Marks = {
            row: {
                column: partial(formats.filled, severity=severity)
                for column, severity in found.items()
            }
            for row, found in cells.items()
        }
        text = MarkedSheet(part.text, root[1]).marked(marks)
        self.changed[name] = part.bytes_of(text)

    def _add_list(self, sheet: str, workbook: _Part) -> None:
        self._add(NEW_SHEET, sheet.encode(), SHEET_TYPE, "worksheet", LINK)
        entries = list(_SHEET.finditer(workbook.text))
        prefix, link = entries[-1][1], entries[-1][2]
        space = re.search(rf'\sxmlns:{link}="[^"]*"', workbook.text)
        number = 1 + max(int(found) for found in _SHEET_ID.findall(workbook.text))
        titles = {each.title.lower() for each in self._package.sheets}
        title = next(name for name in _names(LIST) if name not in titles)
        facts = f'name="{title}" sheetId="{number}" {link}:id="{LINK}"{space[0] if space else ""}'
        entry = f"<{prefix}sheet {facts}/>"
        end = workbook.text.index(f"</{prefix}sheets>")
        text = f"{workbook.text[:end]}{entry}{workbook.text[end:]}"
        self.changed[self._package.workbook] = workbook.bytes_of(text)

    def _add(self, name: str, content: bytes, content_type: str, kind: str, link: str) -> None:
        """Add a part beside the workbook's own, with its type and its relationship."""
        path = f"{self._folder}/{name}".lstrip("/")
        self.added[path] = content
        types = self._latest(TYPES)
        self.changed[TYPES] = types.bytes_of(
            _before_end(
                types.text, "Types", f'Override PartName="/{path}" ContentType="{content_type}"'
            )
        )
        file = self._package.workbook.rpartition("/")[2]
        rels = f"{self._folder}/_rels/{file}.rels".lstrip("/")
        links = self._latest(rels)
        known = _TYPE.search(links.text)
        base = known[1] if known else ""
        facts = f'Relationship Id="{link}" Type="{base}/{kind}" Target="/{path}"'
        self.changed[rels] = links.bytes_of(_before_end(links.text, "Relationships", facts))

    def _styles_part(self) -> str | None:
        links = relationships(self._archive, self._package.workbook)
        found = (link.target for link in links if link.kind == "styles")
        return next((name for name in found if name in self._archive), None)

    def _latest(self, name: str) -> _Part:
        return _Part.of(self.changed[name]) if name in self.changed else self._part(name)

    def _part(self, name: str) -> _Part:
        return _Part.of(self._archive.raw(name))


def _cells(problems: tuple[Problem, ...]) -> Mapping[str, Marked]:
    """Return the cells to be filled, by sheet; an error wins over a warning."""
    found: dict[str, Marked] = defaultdict(dict)
    for problem in problems:
        place = problem.place
        if place.row and place.column and _is_filled(problem):
            row = found[place.sheet].setdefault(place.row, {})
            column = column_number(place.column)
            if row.get(column) is not Severity.ERROR:
                row[column] = problem.severity
    return found


def _is_filled(problem: Problem) -> bool:
    return problem.severity in COLOURS and problem.state is not State.ACCEPTED


def _names(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name} {count}" for count in range(2, 1_000))


def _namespace(workbook: str) -> str:
    """Return the namespace of the workbook's own tags: that of Strict Open XML is another."""
    found = re.search(r"<((?:\w+:)?)workbook\b([^>]*)>", workbook)
    prefix = found[1].rstrip(":") if found else ""
    name = f"xmlns:{prefix}" if prefix else "xmlns"
    stated = re.search(rf'\s{name}="([^"]*)"', found[2]) if found else None
    return stated[1] if stated else "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _before_end(text: str, root: str, facts: str) -> str:
    """Put one more empty element at the end of a part, with the prefix of its root."""
    end = re.search(rf"</((?:\w+:)?){root}\s*>", text)
    if end is None:
        return re.sub(
            rf"<((?:\w+:)?){root}\b([^>]*?)/>", rf"<\1{root}\2><\1{facts}/></\1{root}>", text
        )
    return f"{text[: end.start()]}<{end[1]}{facts}/>{text[end.start() :]}"
