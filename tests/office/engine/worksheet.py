"""Excel's worksheets, and how they are found."""

from collections.abc import Sequence
from functools import cache, reduce
from typing import TYPE_CHECKING, Any

from tests.office.engine.area import LAST_COLUMN, LAST_ROW, Area, area_of, outside
from tests.office.engine.com import CDispatch, excel_error
from tests.office.engine.formats import groups_of
from tests.office.engine.ranges import Range
from tests.office.engine.tables import ListObjects

if TYPE_CHECKING:
    from tests.office.engine.workbook import Workbook

LOOKS = (
    "NumberFormat",
    "CellBackColor",
    "CharColor",
    "CharFontName",
    "CharHeight",
    "CharWeight",
    "HoriJustify",
    "VertJustify",
    "IsTextWrapped",
    "TopBorder",
    "BottomBorder",
    "LeftBorder",
    "RightBorder",
)
VISIBLE, HIDDEN = -1, 0  # XlSheetVisibility; LibreOffice knows nothing very hidden


class PageSetup(CDispatch):
    """How a sheet prints."""

    def __init__(self, uno: Any) -> None:
        self.uno = uno

    @property
    def print_area(self) -> str:
        """The cells that are printed; "" where all are."""
        areas = self.uno.getPrintAreas()
        return Area.of(areas[0]).a1() if areas else ""

    @print_area.setter
    def print_area(self, value: str) -> None:
        areas = (self.uno.getCellRangeByName(value).RangeAddress,) if value else ()
        self.uno.setPrintAreas(areas)


class Worksheets(CDispatch):
    """The sheets of a workbook."""

    def __init__(self, book: "Workbook") -> None:
        self.on = book

    def members(self) -> Sequence["Worksheet"]:
        """Return the sheets in the order of their tabs."""
        sheets = self.on.uno.Sheets
        return [Worksheet(self.on, sheets.getByIndex(index)) for index in range(sheets.Count)]

    @property
    def count(self) -> int:
        """The number of the sheets."""
        return int(self.on.uno.Sheets.Count)

    @property
    def parent(self) -> "Workbook":
        """The workbook."""
        return self.on

    def item(self, key: Any) -> "Worksheet":
        """Return the sheet of this name, or at this place.

        Raises:
            ComError: there is none.
        """
        sheets = self.on.uno.Sheets
        if isinstance(key, str):
            names = {name.lower(): name for name in sheets.ElementNames}
            found = names.get(key.lower())
            return Worksheet(self.on, sheets.getByName(_needed(found)))
        index = int(key) - 1 if 0 < int(key) <= sheets.Count else None
        return Worksheet(self.on, sheets.getByIndex(_needed(index)))

    def add(self, before: "Worksheet | None" = None, after: "Worksheet | None" = None) -> Any:
        """Put in an empty sheet."""
        sheets = self.on.uno.Sheets
        names = (f"Sheet{number}" for number in range(1, sheets.Count + 2))
        name = next(each for each in names if not sheets.hasByName(each))
        place = before.number if before else after.number + 1 if after else sheets.Count
        sheets.insertNewByName(name, place)
        return self.item(name)


def _needed(found: Any) -> Any:
    if found is None:
        raise excel_error("Subscript out of range")
    return found


class Worksheet(CDispatch):
    """A sheet."""

    def __init__(self, book: "Workbook", uno: Any) -> None:
        self.book = book
        self.uno = uno

    def at(self, area: Area) -> Range:
        """Return a block of its cells."""
        return Range(self, area)

    @property
    def number(self) -> int:
        """Its place among the tabs, counted from 0."""
        return int(self.uno.RangeAddress.Sheet)

    @property
    def name(self) -> str:
        """Its name."""
        return str(self.uno.Name)

    @name.setter
    def name(self, value: str) -> None:
        self.uno.Name = value

    @property
    def code_name(self) -> str:
        """The name under which macros know it."""
        return str(self.uno.CodeName)

    @property
    def index(self) -> int:
        """Its place among the tabs, counted from 1."""
        return self.number + 1

    @property
    def parent(self) -> "Workbook":
        """The workbook."""
        return self.book

    @property
    def application(self) -> Any:
        """The program."""
        return self.book.application

    @property
    def visible(self) -> int:
        """Whether its tab is seen."""
        return VISIBLE if self.uno.IsVisible else HIDDEN

    @visible.setter
    def visible(self, value: int) -> None:
        self.uno.IsVisible = int(value) in (VISIBLE, 1)

    @property
    def page_setup(self) -> PageSetup:
        """How it prints."""
        return PageSetup(self.uno)

    @property
    def cells(self) -> Range:
        """All of its cells."""
        return self.at(Area(1, 1, LAST_ROW, LAST_COLUMN))

    @property
    def used_range(self) -> Range:
        """The block that holds or formats anything."""
        content = self._content()
        blocks = [*([content] if content else []), *self._formatted(content)]
        return self.at(reduce(Area.around, blocks) if blocks else Area(1, 1, 1, 1))

    @property
    def reach(self) -> Area:
        """The block from the first cell to the last one that holds anything."""
        cursor = self.uno.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = Area.of(cursor.RangeAddress)
        return Area(1, 1, end.bottom, end.right)

    def _content(self) -> Area | None:
        cursor = self.uno.createCursor()
        cursor.gotoStartOfUsedArea(False)
        cursor.gotoEndOfUsedArea(True)
        area = Area.of(cursor.RangeAddress)
        is_empty = area == Area(1, 1, 1, 1) and cursor.getDataArray() == (("",),)
        return None if is_empty else area

    def _formatted(self, content: Area | None) -> Sequence[Area]:
        """Return the blocks beside the content that do not look as their columns or rows do.

        A column looks like its last cell. What may be entered is no look: Excel does not call
        such a cell used.
        """
        found: list[Area] = []
        usual = cache(self._look_at_the_end)
        for part in outside(content):
            for group in groups_of(self.at(part).uno, self.book.formats):
                areas = [area for area in group.areas if not area.is_at_an_end]
                look = tuple(group.cells.getPropertyValues(LOOKS)) if areas else ()
                found += (
                    each
                    for each in areas
                    if any(look != usual(at) for at in range(each.left, each.right + 1))
                )
        return found

    def _look_at_the_end(self, column: int) -> tuple[object, ...]:
        cell = self.uno.getCellByPosition(column - 1, LAST_ROW - 1)
        return tuple(cell.getPropertyValues(LOOKS))

    def range(self, cell1: Any, cell2: Any = None) -> Range:
        """Return the block between two cells, or under an address or a name."""
        first = self._found(cell1)
        return first if cell2 is None else self.at(first.area.around(self._found(cell2).area))

    def _found(self, cell: Any) -> Range:
        if isinstance(cell, Range):
            return cell
        area = area_of(str(cell))
        return self.at(area) if area else self.book.named(str(cell))

    @property
    def list_objects(self) -> ListObjects:
        """Its tables."""
        return ListObjects(self)

    @property
    def names(self) -> Any:
        """The names that are known on this sheet only."""
        return self.book.names_in(self.uno.NamedRanges)

    def activate(self) -> None:
        """Show it.

        Raises:
            ComError: it is hidden.
        """
        if not self.uno.IsVisible:
            raise excel_error("Activate method of Worksheet class failed")
        self.book.controller.setActiveSheet(self.uno)

    def select(self) -> None:
        """Show it."""
        self.activate()

    def delete(self) -> None:
        """Take it out of the workbook."""
        self.book.uno.Sheets.removeByName(self.name)

    @property
    def protect_contents(self) -> bool:
        """Whether its cells are protected."""
        return bool(self.uno.isProtected())

    def protect(self, password: str = "") -> None:
        """Protect its cells."""
        self.uno.protect(password)

    def unprotect(self, password: str = "") -> None:
        """Let its cells be changed."""
        self.uno.unprotect(password)

    @property
    def filter_mode(self) -> bool:
        """Whether a filter hides rows."""
        return any(table.is_filtered for table in self.list_objects.members())

    def show_all_data(self) -> None:
        """Show the rows that filters hide.

        Raises:
            ComError: none does.
        """
        filtered = [table for table in self.list_objects.members() if table.is_filtered]
        if not filtered:
            raise excel_error("ShowAllData method of Worksheet class failed")
        for table in filtered:
            table.show_all()
