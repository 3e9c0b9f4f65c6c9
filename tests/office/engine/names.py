"""The names that a workbook gives to cells, and its custom properties."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tests.office.engine.area import Area
from tests.office.engine.com import CDispatch, excel_error
from tests.office.engine.formulas import to_excel, to_office
from tests.office.uno_api import struct

if TYPE_CHECKING:
    from tests.office.engine.ranges import Range
    from tests.office.engine.workbook import Workbook

OWN_OF_OFFICE = frozenset(
    ("AppVersion", "DocSecurity", "HyperlinksChanged", "LinksUpToDate", "ScaleCrop", "ShareDoc")
)


class Names(CDispatch):
    """The names known in a workbook, or on a sheet only."""

    def __init__(self, book: "Workbook", uno: Any) -> None:
        self.on = book
        self.uno = uno

    def members(self) -> Sequence["Name"]:
        """Return all names."""
        return [Name(self.on, self.uno, name) for name in self.uno.ElementNames]

    @property
    def count(self) -> int:
        """The number of the names."""
        return int(self.uno.Count)

    def item(self, key: Any) -> "Name":
        """Return what has this name, or stands at this place.

        Raises:
            ComError: nothing does.
        """
        members = self.members()
        if isinstance(key, str):
            members = [each for each in members if each.name.lower() == key.lower()]
            key = 1
        if not 0 < int(key) <= len(members):
            raise excel_error("Application-defined or object-defined error")
        return members[int(key) - 1]

    def add(self, name: str, refers_to: str) -> "Name":
        """Give a name."""
        if self.uno.hasByName(name):
            self.uno.removeByName(name)
        origin = struct("table.CellAddress")
        self.uno.addNewByName(name, to_office(refers_to.removeprefix("=")), origin, 0)
        return Name(self.on, self.uno, name)


class Name(CDispatch):
    """A name."""

    def __init__(self, book: "Workbook", names: Any, key: str) -> None:
        self.on = book
        self.among = names
        self.uno = names.getByName(key)

    @property
    def name(self) -> str:
        """The name itself."""
        return str(self.uno.Name)

    @property
    def refers_to(self) -> str:
        """What it means, as a formula."""
        return f"={to_excel(self.uno.Content)}"

    @property
    def place(self) -> tuple[int, Area] | None:
        """The sheet and the cells that it means; None if it means no cells."""
        cells = self.uno.getReferredCells()
        return cells and (cells.RangeAddress.Sheet, Area.of(cells.RangeAddress))

    @property
    def refers_to_range(self) -> "Range":
        """The cells that it means.

        Raises:
            ComError: it means none.
        """
        if self.place is None:
            raise excel_error("Application-defined or object-defined error")
        sheet, area = self.place
        return self.on.worksheets.item(sheet + 1).at(area)

    def delete(self) -> None:
        """Take the name away."""
        self.among.removeByName(self.name)


class DocumentProperty(CDispatch):
    """A custom property of a workbook."""

    def __init__(self, uno: Any, key: str) -> None:
        self.uno = uno
        self.key = key

    @property
    def name(self) -> str:
        """Its name."""
        return self.key

    @property
    def value(self) -> Any:
        """Its value."""
        return self.uno.getPropertyValue(self.key)

    @value.setter
    def value(self, value: Any) -> None:
        self.uno.setPropertyValue(self.key, value)


class DocumentProperties(CDispatch):
    """The custom properties of a workbook."""

    def __init__(self, uno: Any) -> None:
        self.uno = uno

    def members(self) -> Sequence[DocumentProperty]:
        """Return all properties."""
        found = (each.Name for each in self.uno.PropertySetInfo.Properties)
        return [DocumentProperty(self.uno, name) for name in found if name not in OWN_OF_OFFICE]

    @property
    def count(self) -> int:
        """The number of the properties."""
        return len(self.members())

    def item(self, key: Any) -> DocumentProperty:
        """Return the property of this name, or at this place.

        Raises:
            ComError: there is none.
        """
        for place, each in enumerate(self.members(), start=1):
            if key in (each.key, place):
                return each
        raise excel_error("Invalid procedure call or argument")
