"""Excel's tables, which are LibreOffice's database ranges."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tests.office.engine.area import Area
from tests.office.engine.com import CDispatch, Collection, excel_error

if TYPE_CHECKING:
    from tests.office.engine.ranges import Range
    from tests.office.engine.worksheet import Worksheet


class ListObjects(Collection):
    """The tables of a sheet."""

    def __init__(self, sheet: "Worksheet") -> None:
        self.on = sheet

    def members(self) -> Sequence["ListObject"]:
        """Return the tables in the order of their places."""
        ranges = self.on.book.uno.DatabaseRanges
        found = [ListObject(self.on, ranges.getByName(name)) for name in ranges.ElementNames]
        here = [each for each in found if each.uno.DataArea.Sheet == self.on.number]
        return sorted(here, key=lambda each: (each.area.top, each.area.left))


class ListObject(CDispatch):
    """A table."""

    def __init__(self, sheet: "Worksheet", uno: Any) -> None:
        self.on = sheet
        self.uno = uno

    @property
    def area(self) -> Area:
        """Where it lies, with its headings."""
        return Area.of(self.uno.DataArea)

    @property
    def name(self) -> str:
        """Its name."""
        return str(self.uno.Name)

    @name.setter
    def name(self, value: str) -> None:
        self.uno.Name = value

    display_name = name

    @property
    def parent(self) -> "Worksheet":
        """The sheet that it lies on."""
        return self.on

    @property
    def range(self) -> "Range":
        """All of it."""
        return self.on.at(self.area)

    @property
    def header_row_range(self) -> "Range":
        """Its headings."""
        area = self.area
        return self.on.at(Area(area.top, area.left, area.top, area.right))

    @property
    def data_body_range(self) -> "Range | None":
        """Its rows; None where it has none."""
        area = self.area
        if area.rows == 1:
            return None
        return self.on.at(Area(area.top + 1, area.left, area.bottom, area.right))

    @property
    def show_headers(self) -> bool:
        """Whether it has headings."""
        return bool(self.uno.ContainsHeader)

    @property
    def show_totals(self) -> bool:
        """Whether it has a row of totals; LibreOffice knows none."""
        return False

    @property
    def show_auto_filter(self) -> bool:
        """Whether its headings have arrows to filter by."""
        return bool(self.uno.AutoFilter)

    @show_auto_filter.setter
    def show_auto_filter(self, value: bool) -> None:
        self.uno.AutoFilter = value

    @property
    def auto_filter(self) -> "AutoFilter | None":
        """Its filter; None where its headings have no arrows."""
        return AutoFilter(self) if self.show_auto_filter else None

    @property
    def list_columns(self) -> "ListColumns":
        """Its columns."""
        return ListColumns(self)

    @property
    def list_rows(self) -> "ListRows":
        """Its rows."""
        return ListRows(self)

    def resize(self, range_: "Range") -> None:
        """Let it end elsewhere; its headings stay where they are.

        Raises:
            ComError: they would not, or nothing but headings would be left.
        """
        old, new = self.area, range_.area
        if new.top != old.top or new.rows < 2 or not new.common(old):
            raise excel_error("The range is invalid for a resized table.")
        self.uno.DataArea = new.uno_address(self.on.number)

    def unlist(self) -> None:
        """Make ordinary cells of it."""
        self.on.book.uno.DatabaseRanges.removeByName(self.name)

    def show_all(self) -> None:
        """Show the rows that a filter hides."""
        cells = self.uno.getReferredCells()
        everything = cells.createFilterDescriptor(True)
        everything.ContainsHeader = True
        cells.filter(everything)

    @property
    def is_filtered(self) -> bool:
        """Whether a filter hides rows."""
        return bool(self.uno.getFilterDescriptor().getFilterFields())


class AutoFilter(CDispatch):
    """The filter of a table."""

    def __init__(self, table: ListObject) -> None:
        self.on = table

    @property
    def range(self) -> "Range":
        """What is filtered."""
        return self.on.range

    @property
    def filter_mode(self) -> bool:
        """Whether it hides rows."""
        return self.on.is_filtered

    def show_all_data(self) -> None:
        """Show all rows."""
        self.on.show_all()


class ListColumn(CDispatch):
    """A column of a table."""

    def __init__(self, table: ListObject, index: int) -> None:
        self.on = table
        self.index = index

    @property
    def name(self) -> str:
        """Its heading."""
        return str(self.on.header_row_range.item(1, self.place).value)

    @property
    def place(self) -> int:
        """Its number, counted from 1."""
        return self.index

    @property
    def range(self) -> "Range":
        """All of it."""
        area = self.on.area
        column = area.left + self.index - 1
        return self.on.on.at(Area(area.top, column, area.bottom, column))

    @property
    def data_body_range(self) -> "Range | None":
        """Its cells below the heading."""
        area = self.range.area
        if area.rows == 1:
            return None
        return self.on.on.at(Area(area.top + 1, area.left, area.bottom, area.right))


class ListColumns(CDispatch):
    """The columns of a table."""

    def __init__(self, table: ListObject) -> None:
        self.on = table

    @property
    def count(self) -> int:
        """The number of the columns."""
        return self.on.area.columns

    def members(self) -> Sequence[ListColumn]:
        """Return the columns from the left."""
        return [ListColumn(self.on, index + 1) for index in range(self.count)]

    def item(self, key: Any) -> ListColumn:
        """Return the column under a heading, or at a place.

        Raises:
            ComError: there is none.
        """
        if not isinstance(key, str):
            return ListColumn(self.on, int(key))
        headings = self.on.header_row_range.value
        names = headings[0] if isinstance(headings, tuple) else (headings,)
        if key not in names:
            raise excel_error("Subscript out of range")
        return ListColumn(self.on, names.index(key) + 1)


class ListRows(CDispatch):
    """The rows of a table."""

    def __init__(self, table: ListObject) -> None:
        self.on = table

    @property
    def count(self) -> int:
        """The number of the rows."""
        return self.on.area.rows - 1
