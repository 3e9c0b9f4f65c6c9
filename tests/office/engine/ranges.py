"""Excel's Range: a block of cells on one sheet."""

from typing import Any

from tests.office.engine.com import excel_error
from tests.office.engine.contents import Contents
from tests.office.engine.formulas import quoted
from tests.office.engine.looks import Looks


class Range(Contents, Looks):
    """A block of cells, all of it emulated: where it lies, what it holds, how it looks."""

    @property
    def name(self) -> Any:
        """The name that the workbook has given to just these cells.

        Raises:
            ComError: it has given none.
        """
        here = (self.on.number, self.area)
        names = self.on.book.names.members()
        found = next((each for each in names if each.place == here), None)
        if found is None:
            raise excel_error("Application-defined or object-defined error")
        return found

    @name.setter
    def name(self, text: str) -> None:
        refers_to = f"={quoted(self.on.name)}!{self.address}"
        self.on.book.names.add(text, refers_to)
