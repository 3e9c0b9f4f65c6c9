r"""A workbook drawn as text, for tests and examples."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time

from houqin.cells.values import ERROR_TEXT, CellError, CellValue, Uncached
from houqin.tables.grid import Block, Grid

ABOVE, LEFT = "^", "<"  # merged with the cell above, or with the cell to the left
_BAR = re.compile(r"(?<!\\)\|")
_HEAD = re.compile(r"(?P<hidden>~?)(?:(?P<row>\d+)|(?P<name>.+?)(?:\s+@(?P<start>\d+))?)")
_ESCAPE = re.compile(r"\\([nt|\\])")
_ESCAPED = {"n": "\n", "t": "\t", "|": "|", "\\": "\\"}
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_WORDS: Mapping[str, CellValue] = {"": None, "TRUE": True, "FALSE": False, "=?": Uncached()}
_MOMENTS = ("%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S")
_TIMES = ("%H:%M", "%H:%M:%S")
_EXACT_DIGITS = 15  # a spreadsheet keeps no more

Place = tuple[int, int]


def value_of(drawn: str) -> CellValue:
    r"""Return what a spreadsheet makes of a text that somebody types into a cell.

    >>> [value_of(drawn) for drawn in ("12", "07:30", "'12", "TRUE", "#N/A", "␣a\\nb")]
    [12, datetime.time(7, 30), '12', True, CellError(text='#N/A'), ' a\nb']
    """
    if drawn in _WORDS:
        return _WORDS[drawn]
    if ERROR_TEXT.fullmatch(drawn):
        return CellError(drawn)
    if drawn.startswith("'"):
        return _text_of(drawn[1:])
    if _NUMBER.fullmatch(drawn):
        return _number_of(drawn)
    moment = _moment_of(drawn)
    return _text_of(drawn) if moment is None else moment


def _text_of(drawn: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPED[found[1]], drawn.replace("␣", " "))


def _number_of(drawn: str) -> int | float:
    digits = drawn.lstrip("+-")
    return int(drawn) if digits.isdecimal() and len(digits) <= _EXACT_DIGITS else float(drawn)


def _moment_of(drawn: str) -> datetime | time | None:
    for form in (*_MOMENTS, *_TIMES):
        try:
            moment = datetime.strptime(drawn, form)  # noqa: DTZ007 - a cell knows no time zone
        except ValueError:
            continue
        return moment if form in _MOMENTS else moment.time()
    return None


@dataclass(slots=True)
class _Sheet:
    """A sheet while its lines are being read."""

    name: str
    hidden: bool
    drawn: dict[int, list[str]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)

    def grid(self) -> Grid:
        """Return the sheet as a host gives it."""
        top = min(self.drawn, default=1)
        rows = range(top, max(self.drawn, default=0) + 1)
        return Grid(
            self.name,
            tuple(tuple(map(self._value, self.drawn.get(row, ()))) for row in rows),
            top=top,
            merges=self._merges(),
            hidden_rows=frozenset(self.hidden_rows),
            hidden=self.hidden,
        )

    def _value(self, drawn: str) -> CellValue:
        return None if drawn in (ABOVE, LEFT) else value_of(drawn)

    def _merges(self) -> tuple[Block, ...]:
        """Return the blocks that the marks `^` and `<` make, by their upper left corner."""
        anchors: dict[Place, Place] = {}
        blocks: dict[Place, Block] = {}
        for row in sorted(self.drawn):
            for column, drawn in enumerate(self.drawn[row], start=1):
                before = {ABOVE: (row - 1, column), LEFT: (row, column - 1)}.get(drawn)
                anchor = anchors[row, column] = anchors[before] if before else (row, column)
                if before:
                    bottom = max(row, blocks[anchor].bottom) if anchor in blocks else row
                    right = max(column, blocks[anchor].right) if anchor in blocks else column
                    blocks[anchor] = Block(*anchor, bottom, right)
        return tuple(blocks.values())


class TextHost:
    r"""A workbook drawn as text.

    >>> host = TextHost('''
    ... | 领用 | 单据编号 | 日期       | 数量 |
    ... |    4 | LY-001   | 2020-05-12 | 12   |
    ... |    5 | '007     | ^          | #N/A |
    ... ''')
    >>> host.sheet_names()
    ('领用',)
    >>> grid = host.read("领用")
    >>> grid.values[3]
    ('LY-001', datetime.datetime(2020, 5, 12, 0, 0), 12)
    >>> grid.values[4], grid.merges
    (('007', None, CellError(text='#N/A')), (Block(top=4, left=2, bottom=5, right=2),))

    The first cell of a line is a row number, or the name of a new sheet whose row 1
    follows (row 4 with `| 领用 @4 |`); rows that are not drawn are blank; `~` before a
    row number or a name hides the row or the sheet. Cells are what a spreadsheet makes
    of what is typed: `12`, `2020-05-12`, `2020-05-12 07:30`, `07:30`, `TRUE`, `#N/A`;
    `'12` is text; `=?` a formula without a stored result; `^` and `<` are merged with
    the cell above or to the left. In texts `␣` is a blank, `\n` a line break, `\t` a
    tab, `\|` a bar and `\\` a backslash.
    """

    def __init__(self, text: str, *, properties: Mapping[str, str] | None = None) -> None:
        self._grids = {sheet.name: sheet.grid() for sheet in _sheets(text)}
        self._properties = dict(properties or {})

    def sheet_names(self) -> Sequence[str]:
        """Return the names of the sheets as drawn."""
        return tuple(self._grids)

    def read(self, sheet: str) -> Grid:
        """Return one sheet."""
        return self._grids[sheet]

    def properties(self) -> Mapping[str, str]:
        """Return the custom properties that were given."""
        return self._properties

    def close(self) -> None:
        """Do nothing: text needs no closing."""


def _sheets(text: str) -> list[_Sheet]:
    sheets: list[_Sheet] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        head, cells = _cells_of(line)
        if head["name"]:
            sheets.append(_Sheet(head["name"], hidden=bool(head["hidden"])))
        _draw(sheets, line, head, cells)
    return sheets


def _cells_of(line: str) -> tuple[re.Match[str], list[str]]:
    parts = [part.strip() for part in _BAR.split(line)]
    head = _HEAD.fullmatch(parts[1]) if len(parts) > 2 else None  # noqa: PLR2004 - |head|
    if head is None or parts[0] or parts[-1]:
        raise ValueError(f"not a line of a drawn workbook: {line!r}")
    return head, parts[2:-1]


def _draw(sheets: list[_Sheet], line: str, head: re.Match[str], cells: list[str]) -> None:
    if not sheets:
        raise ValueError(f"a drawn workbook starts with the name of a sheet: {line!r}")
    sheet = sheets[-1]
    row = int(head["row"] or head["start"] or 1)
    if row in sheet.drawn:
        raise ValueError(f"row {row} of {sheet.name} is drawn twice: {line!r}")
    sheet.drawn[row] = cells
    if head["row"] and head["hidden"]:
        sheet.hidden_rows.add(row)
