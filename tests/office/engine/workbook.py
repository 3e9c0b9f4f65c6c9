"""Excel's workbooks."""

import re
import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.office.engine.area import Area
from tests.office.engine.com import CDispatch, Collection, excel_error
from tests.office.engine.formats import Formats
from tests.office.engine.names import DocumentProperties, Names
from tests.office.engine.ranges import Range
from tests.office.engine.session import Session, null_date
from tests.office.engine.worksheet import Worksheet, Worksheets
from tests.office.libreoffice import documents, opened
from tests.office.uno_api import address_of, path_of, properties

if TYPE_CHECKING:
    from tests.office.engine.application import Application

FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xlsm": "Calc MS Excel 2007 VBA XML",
    ".ods": "calc8",
}
FILE_FORMATS = {".xlsx": 51, ".xlsm": 52}
IN_1904 = 1904
BEFORE_SHEETS = 3  # parts of what LibreOffice calls ViewData


class Workbooks(Collection):
    """The open workbooks."""

    def __init__(self, application: "Application") -> None:
        self.on = application

    def members(self) -> Sequence["Workbook"]:
        """Return the workbooks in the order in which they were opened."""
        return [Workbook(self.on, each) for each in documents(self.session.desktop)]

    @property
    def session(self) -> Session:
        """The connection to LibreOffice."""
        return self.on.session

    @property
    def application(self) -> "Application":
        """The program."""
        return self.on

    def add(self) -> "Workbook":
        """Open an empty workbook."""
        desktop = self.session.desktop
        return Workbook(
            self.on, desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
        )

    def open(self, filename: str, *_how: object) -> "Workbook":
        """Open a workbook with its macros."""
        return Workbook(self.on, opened(self.session.desktop, Path(filename)))


class Workbook(CDispatch):
    """A workbook."""

    def __init__(self, application: "Application", uno: Any) -> None:
        self.on = application
        self.uno = uno

    @property
    def session(self) -> Session:
        """The connection to LibreOffice."""
        return self.on.session

    @property
    def formats(self) -> Formats:
        """Its number formats."""
        return self.session.formats(self.uno)

    @property
    def null_date(self) -> datetime:
        """The day from which it counts its days."""
        return null_date(self.uno)

    @property
    def controller(self) -> Any:
        """What shows it."""
        return self.uno.CurrentController

    @property
    def application(self) -> "Application":
        """The program."""
        return self.on

    @property
    def full_name(self) -> str:
        """Its path, or its name if it was never saved."""
        return path_of(self.uno.URL) or str(self.uno.Title)

    @property
    def name(self) -> str:
        """The name of its file."""
        return Path(self.full_name).name

    @property
    def path(self) -> str:
        """Its folder."""
        return str(Path(self.full_name).parent) if self.uno.URL else ""

    @property
    def file_format(self) -> int:
        """The number of its kind of file."""
        return FILE_FORMATS.get(Path(self.full_name).suffix.lower(), 51)

    @property
    def worksheets(self) -> Worksheets:
        """Its sheets."""
        return Worksheets(self)

    sheets = worksheets

    @property
    def active_sheet(self) -> Worksheet:
        """The sheet that is shown."""
        return Worksheet(self, self.controller.ActiveSheet)

    @property
    def cursor(self) -> Area:
        """The cell of the sheet shown in which is typed."""
        of_sheets = self.controller.ViewData.split(";")[BEFORE_SHEETS:]
        column, row, *_ = re.split(r"[/+]", of_sheets[self.active_sheet.number])
        return Area(int(row) + 1, int(column) + 1, int(row) + 1, int(column) + 1)

    @property
    def names(self) -> Names:
        """Its names."""
        return self.names_in(self.uno.NamedRanges)

    def names_in(self, uno: Any) -> Names:
        """Return the names in a collection of LibreOffice's."""
        return Names(self, uno)

    def named(self, name: str) -> Range:
        """Return the cells that a name or a table means.

        Raises:
            ComError: neither is called so.
        """
        if "!" in name:
            sheet, _, address = name.rpartition("!")
            return self.worksheets.item(sheet.strip("'")).range(address)
        if self.uno.NamedRanges.hasByName(name):
            return self.names.item(name).refers_to_range
        sheets = self.worksheets.members()
        tables = [table for sheet in sheets for table in sheet.list_objects.members()]
        found = [table.data_body_range for table in tables if table.name.lower() == name.lower()]
        if not found or found[0] is None:
            raise excel_error("Method 'Range' of object '_Worksheet' failed")
        return found[0]

    @property
    def custom_document_properties(self) -> DocumentProperties:
        """Its custom properties."""
        return DocumentProperties(self.uno.DocumentProperties.UserDefinedProperties)

    @property
    def saved(self) -> bool:
        """Whether nothing was changed since it was saved."""
        return not self.uno.isModified()

    @saved.setter
    def saved(self, value: bool) -> None:
        self.uno.setModified(not value)

    @property
    def read_only(self) -> bool:
        """Whether it cannot be saved where it lies."""
        return bool(self.uno.isReadonly())

    @property
    def date1904(self) -> bool:
        """Whether it counts its days from 1904."""
        return self.null_date.year == IN_1904

    @property
    def protect_structure(self) -> bool:
        """Whether its sheets are protected against being moved."""
        return bool(self.uno.isProtected())

    def activate(self) -> None:
        """Bring it to the front."""
        self.controller.Frame.activate()

    def close(self, save_changes: bool = False) -> None:
        """Close it."""
        if save_changes:
            self.save()
        self.uno.close(True)

    def save(self) -> None:
        """Save it where it lies.

        Raises:
            ComError: it is read-only.
        """
        if self.read_only:
            raise excel_error(
                f"Cannot save as that name. Document was opened as read-only: {self.name}"
            )
        self.uno.store()

    def save_as(self, filename: str, file_format: int = 51, password: str | None = None) -> None:
        """Save it elsewhere, and go on there."""
        self.uno.storeAsURL(address_of(Path(filename)), _filter(Path(filename).suffix))

    def save_copy_as(self, filename: str) -> None:
        """Write it as it stands into another file, and go on here.

        What is as it was opened is its own file: that is copied, which is quicker.
        """
        if self.saved and self.path:
            shutil.copyfile(self.full_name, filename)
            return
        suffix = Path(self.full_name).suffix or Path(filename).suffix
        self.uno.storeToURL(address_of(Path(filename)), _filter(suffix))


def _filter(suffix: str) -> tuple[Any, ...]:
    return properties(FilterName=FILTERS[suffix.lower()], Overwrite=True)
