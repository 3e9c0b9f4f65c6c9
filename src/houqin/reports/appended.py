"""Adds rows to a workbook by mending its XML; every part that need not know of them stays as it is."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from houqin.cells.values import CellValue
from houqin.errors import HouqinError
from houqin.files import replaced, spare, write_bytes
from houqin.hosts.archive import Archive
from houqin.hosts.guard import SheetFacts, content_of, inspect
from houqin.hosts.package import package_of, relationships
from houqin.hosts.sheetxml import Shape, prefix_of
from houqin.hosts.usual_form import MAX_ROW
from houqin.reports.appended_cells import CellWriter, Frame
from houqin.reports.appended_ranges import (
    FilterName,
    Table,
    recalculated,
    table_of,
    with_filter_name,
)
from houqin.reports.appended_sheet import NotFreeError, SheetText
from houqin.reports.appended_styles import Styles
from houqin.reports.repacked import of_one_kind, repack
from houqin.tables.address import column_number
from houqin.tables.grid import Block


class Added(Protocol):
    """Rows to be added to one sheet."""

    @property
    def sheet(self) -> str:
        """The name of the sheet."""

    @property
    def heading_row(self) -> int:
        """The number of the row of headings."""

    @property
    def first_row(self) -> int:
        """The number of the first row to be written."""

    @property
    def like_row(self) -> int | None:
        """The row whose look the new ones take."""

    @property
    def columns(self) -> Sequence[str]:
        """The letters of the columns that are written."""

    @property
    def rows(self) -> Sequence[Sequence[CellValue]]:
        """The cells, row by row, in the order of the columns."""


class CannotAddError(HouqinError):
    """Rows cannot be added to a sheet without harm, so nothing was written."""

    def __init__(self, sheet: str) -> None:
        super().__init__(
            f"工作表“{sheet}”接不上新的行，什么都没有写。请用 Excel 打开工作簿，检查数据下方有没有别的内容，保存后再试。"
            f" / No rows can be added to the sheet {sheet}, and nothing was written; "
            "open the workbook in Excel, see what stands below its data, save it and try again."
        )


def write_appended(book: Path, added: Sequence[Added], out: Path) -> None:
    """Write a copy of a workbook with rows added to some of its sheets.

    Changed are the sheets and their tables; the workbook's own part where it names the
    range of a filter or holds computed formulas; and the styles where none of them shows
    a day as a day. All other parts keep every bit.

    Raises:
        HouqinError: it cannot be written; then nothing is.
    """
    spare(book, out)
    of_one_kind(book, out)
    content = content_of(book)
    if not added:
        write_bytes(out, content)
        return
    changed = _Changing(Archive(content)).add(added)
    with replaced(out) as unfinished:
        repack(content, changed, unfinished)


class _Changing:
    """The parts of a workbook while rows are added to it."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._passport = inspect(archive)
        self._package = package_of(archive)
        self._parts: dict[str, str] = {}
        self._calculates = any(kind == "calcChain" for kind, _ in self._links())
        styles = next((name for kind, name in self._links() if kind == "styles"), None)
        self._styles_part = styles
        self._styles = Styles(self._text(styles) if styles else "")

    def add(self, added: Sequence[Added]) -> Mapping[str, bytes]:
        """Return the parts that change, by their folded names."""
        for each in added:
            try:
                self._add(each)
            except NotFreeError:
                raise CannotAddError(each.sheet) from None
        if self._calculates:
            self._change(self._package.workbook, recalculated(self._text(self._package.workbook)))
        if self._styles_part and self._styles.grown:
            self._change(self._styles_part, self._styles.text())
        return {name: text.encode() for name, text in self._parts.items()}

    def _add(self, each: Added) -> None:
        facts = self._passport.sheet(each.sheet)
        part, block = self._usual_part(facts), _block(each)
        sheet = SheetText(self._text(part), prefix_of(facts.outline).decode())
        table = self._extend_tables(each, part, block)
        filtered = sheet.extend_filter(each.heading_row, block)
        if filtered:
            self._extend_name(each, filtered.bottom, block.bottom)
        rights = (known.right for known in (table and table.block, filtered, block) if known)
        frame = Frame(each.like_row, max(rights), table.formulas() if table else {})
        self._calculates |= bool(frame.formulas)
        writer = CellWriter(self._styles, sheet, date_1904=self._passport.date_1904)
        columns = [column_number(letter) for letter in each.columns]
        rows = {each.first_row + index: row for index, row in enumerate(each.rows)}
        self._change(part, sheet.with_rows(writer.rows(rows, columns, frame), block))

    def _extend_name(self, each: Added, old: int, new: int) -> None:
        index = [entry.title for entry in self._package.sheets].index(each.sheet)
        workbook, name = self._package.workbook, FilterName(index, old, new)
        self._change(workbook, with_filter_name(self._text(workbook), name))

    def _extend_tables(self, each: Added, part: str, block: Block) -> Table | None:
        """Let the table of a sheet end with the new rows, and return it."""
        found = None
        for name in self._tables(part):
            table = table_of(self._text(name))
            if table.holds(each.heading_row, block):
                self._change(name, table.extended(block.bottom))
                found = table
            elif table.meets(block):
                raise NotFreeError
        return found

    def _tables(self, part: str) -> Iterator[str]:
        return (link.target for link in relationships(self._archive, part) if link.kind == "table")

    def _links(self) -> list[tuple[str, str]]:
        links = relationships(self._archive, self._package.workbook)
        return [(link.kind, link.target) for link in links if link.target in self._archive]

    def _usual_part(self, facts: SheetFacts) -> str:
        """Return the part of a sheet, if it is written in a form that can be mended."""
        unusual = facts.utf16 or facts.outline.shape is Shape.IRREGULAR
        if facts.part is None or unusual:
            raise NotFreeError
        return facts.part

    def _text(self, name: str) -> str:
        if name not in self._parts:
            return b"".join(self._archive.pieces(name)).decode("utf-8")
        return self._parts[name]

    def _change(self, name: str, text: str) -> None:
        self._parts[name] = text


def _block(each: Added) -> Block:
    """Return the cells that are written."""
    columns = [column_number(letter) for letter in each.columns]
    bottom = each.first_row + len(each.rows) - 1
    if bottom > MAX_ROW:
        raise NotFreeError
    return Block(each.first_row, min(columns), bottom, max(columns))
