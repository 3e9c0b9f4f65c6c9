"""The ranges that must grow with rows that are added: of a table, of a filter, and of its name."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from houqin.tables.address import column_number
from houqin.tables.grid import Block

_REF = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_TABLE = re.compile(r"<(?:\w+:)?table\b[^>]*>")
_FILTER = re.compile(r"<(?:\w+:)?autoFilter\b[^>]*>")
_ATTRIBUTE = re.compile(r'(\sref=")([^"]*)(")')
_EMPTY = re.compile(r'\sinsertRow(?:Shift)?="[^"]*"')  # says that the table has no data
_COUNT = re.compile(r'\s(\w+RowCount)="(\d+)"')
_NAME = re.compile(r"(<(?:\w+:)?definedName\b([^>]*)>)([^<]*)(?=</)")
_COLUMN = re.compile(
    r"<(?:\w+:)?tableColumn\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?tableColumn>)", re.DOTALL
)
_FORMULA = re.compile(r"<(?:\w+:)?calculatedColumnFormula(?!\s[^>]*\barray=)[^>]*>([^<]+)</")
_BEFORE_CALCULATION = re.compile(
    r"</(\w+:)?(?:sheets|functionGroups|externalReferences|definedNames)>"
)
_CALCULATION = re.compile(r"<(?:\w+:)?calcPr\b[^>]*?(?=\s*/?>)")


def block_of(ref: str) -> Block | None:
    """Return the cells that a reference such as A4:N5 names.

    >>> block_of("A4:N5"), block_of("$B$7")
    (Block(top=4, left=1, bottom=5, right=14), Block(top=7, left=2, bottom=7, right=2))
    """
    found = _REF.fullmatch(ref)
    if found is None:
        return None
    left, top, right, bottom = found.groups()
    return Block(int(top), column_number(left), int(bottom or top), column_number(right or left))


def joined(one: Block, other: Block) -> Block:
    """Return the smallest block that holds both."""
    return Block(
        min(one.top, other.top),
        min(one.left, other.left),
        max(one.bottom, other.bottom),
        max(one.right, other.right),
    )


def with_ref(tag: str, block: Block) -> str:
    """Return a tag with another reference."""
    return _ATTRIBUTE.sub(lambda found: f"{found[1]}{block.address}{found[3]}", tag, count=1)


def ref_of(tag: str) -> Block | None:
    """Return the cells that a tag refers to."""
    found = _ATTRIBUTE.search(tag)
    return block_of(found[2]) if found else None


@dataclass(frozen=True, slots=True)
class Table:
    """The part of a table."""

    text: str
    block: Block
    with_headings: bool
    with_totals: bool

    def holds(self, heading_row: int, added: Block) -> bool:
        """Tell whether rows below a row of headings are to be rows of this table."""
        beside = added.left > self.block.right or added.right < self.block.left
        headed = self.with_headings and self.block.top == heading_row
        return headed and not beside and not self.with_totals

    def meets(self, added: Block) -> bool:
        """Tell whether the table and some cells have a cell in common."""
        apart = added.top > self.block.bottom or added.bottom < self.block.top
        return not (apart or added.left > self.block.right or added.right < self.block.left)

    def extended(self, bottom: int) -> str:
        """Return the part with the table and its filter reaching down to a row."""
        tag = _TABLE.search(self.text)
        whole = self.block._replace(bottom=max(bottom, self.block.bottom))
        head = with_ref(_EMPTY.sub("", tag[0]), whole) if tag else ""
        text = self.text.replace(tag[0], head, 1) if tag else self.text
        found = _FILTER.search(text)
        filtered = ref_of(found[0]) if found else None
        if found is None or filtered is None or filtered.bottom != self.block.bottom:
            return text
        return text.replace(found[0], with_ref(found[0], filtered._replace(bottom=whole.bottom)), 1)

    def formulas(self) -> dict[int, str]:
        """Return, by the number of its column, the formula that fills every row of a column."""
        found = {}
        for number, column in enumerate(_COLUMN.finditer(self.text), self.block.left):
            formula = _FORMULA.search(column[1] or "")
            if formula:
                found[number] = formula[1]
        return found


def table_of(text: str) -> Table:
    """Return the table that a part describes."""
    tag = _TABLE.search(text)
    block = ref_of(tag[0]) if tag else None
    counts = dict(_COUNT.findall(tag[0])) if tag else {}
    return Table(
        text,
        block or Block(0, 0, 0, 0),
        counts.get("headerRowCount", "1") != "0",
        counts.get("totalsRowCount", "0") != "0",
    )


class FilterName(NamedTuple):
    """The hidden name that repeats the range of a sheet's filter, and how it is to grow."""

    sheet: int  # the position of the sheet among all sheets, counted from 0
    old: int  # the last row until now
    new: int


def with_filter_name(workbook: str, name: FilterName) -> str:
    """Return the workbook's part with the name of a filter reaching down to a row."""

    def grown(found: re.Match[str]) -> str:
        ours = 'name="_xlnm._FilterDatabase"' in found[2]
        ours = ours and re.search(rf'\blocalSheetId="{name.sheet}"', found[2]) is not None
        if not ours or not found[3].endswith(f"${name.old}"):
            return found[0]
        return f"{found[1]}{found[3].removesuffix(str(name.old))}{max(name.old, name.new)}"

    return _NAME.sub(grown, workbook)


def recalculated(workbook: str) -> str:
    """Return the workbook's part with the order to compute all formulas anew when it is opened."""
    tag = _CALCULATION.search(workbook)
    if tag is None:
        *_, last = _BEFORE_CALCULATION.finditer(workbook)
        order = f'<{last[1] or ""}calcPr fullCalcOnLoad="1"/>'
        return f"{workbook[: last.end()]}{order}{workbook[last.end() :]}"
    if "fullCalcOnLoad=" in tag[0]:
        return workbook
    return f'{workbook[: tag.end()]} fullCalcOnLoad="1"{workbook[tag.end() :]}'
