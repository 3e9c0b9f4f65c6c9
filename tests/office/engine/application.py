"""Excel itself, as far as it is emulated."""

from typing import Any

from tests.office.answers import Answer
from tests.office.engine import boxes
from tests.office.engine.area import Area
from tests.office.engine.com import CDispatch, excel_error
from tests.office.engine.ranges import Range
from tests.office.engine.session import Session
from tests.office.engine.workbook import Workbook, Workbooks
from tests.office.engine.worksheet import Worksheet
from tests.office.libreoffice import is_workbook

AUTOMATIC, MANUAL = -4105, -4135  # XlCalculation
VERSION = "16.0"


class Application(CDispatch):
    """The program."""

    def __init__(self, session: Session, number: int) -> None:
        self.session = session
        self.number = number
        self.kept: dict[str, Any] = {}

    @property
    def application(self) -> "Application":
        """Itself."""
        return self

    @property
    def name(self) -> str:
        """What it is called."""
        return "Microsoft Excel"

    @property
    def version(self) -> str:
        """Its version."""
        return VERSION

    @property
    def hwnd(self) -> int:
        """The number of its window, and here of its process, too."""
        return self.number

    @property
    def workbooks(self) -> Workbooks:
        """The open workbooks."""
        return Workbooks(self)

    @property
    def active_workbook(self) -> Workbook | None:
        """The workbook before the user."""
        current = self.session.desktop.getCurrentComponent()
        if current is not None and is_workbook(current):
            return Workbook(self, current)
        members = self.workbooks.members()
        return members[0] if members else None

    @property
    def active_sheet(self) -> Worksheet | None:
        """The sheet before the user."""
        book = self.active_workbook
        return book.active_sheet if book else None

    @property
    def selection(self) -> Range | None:
        """The cells that are selected, the first block of several; None where it is a picture."""
        book = self.active_workbook
        if book is None:
            return None
        selected = book.uno.getCurrentSelection()
        if hasattr(selected, "RangeAddress"):
            return book.active_sheet.at(Area.of(selected.RangeAddress))
        if not hasattr(selected, "RangeAddresses"):
            return None
        blocks = selected.RangeAddresses  # none where what is selected is hidden
        return book.active_sheet.at(Area.of(blocks[0])) if blocks else self.active_cell

    @property
    def active_cell(self) -> Range | None:
        """The cell in which is typed."""
        book = self.active_workbook
        return book.active_sheet.at(book.cursor) if book else None

    @property
    def status_bar(self) -> str | bool:
        """What is shown at the bottom; False where Excel shows its own."""
        return self.session.statuses[-1] or False if self.session.statuses else False

    @status_bar.setter
    def status_bar(self, value: str | bool) -> None:
        text = "" if value is False else str(value)
        self.session.statuses.append(text)
        book = self.active_workbook
        if book is not None:
            boxes.show_status(book.controller.StatusIndicator, text)

    @property
    def ready(self) -> bool:
        """Whether no cell is being typed in."""
        return self.session.is_ready

    @property
    def calculation(self) -> int:
        """Whether it computes by itself."""
        book = self.active_workbook
        is_automatic = book is None or book.uno.isAutomaticCalculationEnabled()
        return AUTOMATIC if is_automatic else MANUAL

    @calculation.setter
    def calculation(self, value: int) -> None:
        for book in self.workbooks.members():
            book.uno.enableAutomaticCalculation(value == AUTOMATIC)

    def calculate(self) -> None:
        """Compute all that has changed."""
        for book in self.workbooks.members():
            book.uno.calculate()

    def calculate_full(self) -> None:
        """Compute everything anew."""
        for book in self.workbooks.members():
            book.uno.calculateAll()

    def goto(self, reference: Range, scroll: bool = False) -> None:
        """Show and select cells."""
        reference.worksheet.activate()
        reference.select()

    def get_open_filename(
        self,
        file_filter: str = "",
        filter_index: int = 1,
        title: str = "",
        button_text: str = "",
        multi_select: bool = False,
    ) -> Answer:
        """Let a file be chosen; False if none is."""
        return self.session.answers.file(
            title, lambda: boxes.chosen_file(self.session, title, file_filter)
        )

    def run(self, macro: str, *arguments: object) -> Any:
        """Run a macro of the active workbook, as Module.Name.

        Raises:
            ComError: no workbook is open.
        """
        book = self.active_workbook
        if book is None:
            raise excel_error(f"Cannot run the macro '{macro}'.")
        return boxes.run_macro(book.uno, macro.rpartition("!")[2], arguments)

    def quit(self) -> None:
        """Close all workbooks; whoever started LibreOffice ends it."""
        for book in self.workbooks.members():
            book.close()

    def _kept(self, name: str, default: object) -> Any:
        return self.kept.get(name, default)

    screen_updating = property(
        lambda self: self._kept("screen_updating", True),
        lambda self, value: self.kept.update(screen_updating=value),
    )
    display_alerts = property(
        lambda self: self._kept("display_alerts", True),
        lambda self, value: self.kept.update(display_alerts=value),
    )
    enable_events = property(
        lambda self: self._kept("enable_events", True),
        lambda self, value: self.kept.update(enable_events=value),
    )
    interactive = property(
        lambda self: self._kept("interactive", True),
        lambda self, value: self.kept.update(interactive=value),
    )
    visible = property(
        lambda self: self._kept("visible", True),
        lambda self, value: self.kept.update(visible=value),
    )
    cut_copy_mode = property(
        lambda self: self._kept("cut_copy_mode", False),
        lambda self, value: self.kept.update(cut_copy_mode=value),
    )
