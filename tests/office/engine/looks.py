"""How a range looks: formats, colours, widths, merged and hidden cells."""

from typing import Any

from tests.office.engine.area import LAST_COLUMN, LAST_ROW, Area
from tests.office.engine.com import CDispatch, excel_error
from tests.office.engine.formats import GENERAL, groups_of
from tests.office.engine.geometry import COLUMNS, Geometry
from tests.office.engine.validation import Validation

NONE = -4142  # xlColorIndexNone
NO_COLOR = (-1, 0xFFFFFFFF)
PER_CHARACTER, PER_POINT = 199, 35.28  # hundredths of a millimetre
BOLD, NORMAL = 150.0, 100.0


class Looks(Geometry):
    """The part of Excel's Range that is seen."""

    @property
    def number_format(self) -> str | None:
        """The format of the numbers; None where it differs."""
        groups = groups_of(self.uno, self.on.book.formats)
        codes = {GENERAL if group.format.is_truth else group.format.code for group in groups}
        return codes.pop() if len(codes) == 1 else None

    @number_format.setter
    def number_format(self, code: str) -> None:
        try:
            self.uno.NumberFormat = self.on.book.formats.key(code)
        except ValueError as error:
            raise excel_error(str(error)) from error

    @property
    def merge_cells(self) -> bool | None:
        """Whether it lies in one merged block, or touches none; None otherwise.

        Excel says True, too, where several merged blocks fill it.
        """
        if not self._grown(self.area).IsMerged:
            return False
        block = Area.of(self._grown(self.area.corner).RangeAddress)
        return True if block.common(self.area) == self.area and block.count > 1 else None

    @property
    def merge_area(self) -> Geometry:
        """The merged block that its first cell lies in, or that cell."""
        return self.at(Area.of(self._grown(self.area.corner).RangeAddress))

    def _grown(self, area: Area) -> Any:
        """Return the cells of an area and of all merged blocks that it touches."""
        cursor = self.on.uno.createCursorByRange(self.source.cells(area))
        cursor.collapseToMergedArea()
        return cursor

    def merge(self, across: bool = False) -> None:
        """Merge its cells, or those of each row."""
        rows = self.members() if across else [self]
        for each in rows:
            each.uno.merge(True)

    def un_merge(self) -> None:
        """Part its cells again."""
        self.uno.merge(False)

    @property
    def hidden(self) -> bool | None:
        """Whether its whole rows or columns are hidden; None where some are."""
        seen = self._seen()
        return None if 0 < seen < self.count else not seen

    @hidden.setter
    def hidden(self, value: bool) -> None:
        lines = self.uno.Columns if self.by == COLUMNS else self.uno.Rows
        lines.IsVisible = not value

    def _seen(self) -> int:
        """Return how many of its rows or columns are seen; filtered rows are not.

        A row is looked at in two columns only, one of which is always seen: LibreOffice takes
        seconds to look at all of them.
        """
        area, is_columns = self.area, self.by == COLUMNS
        looked_at = (
            (Area(1, area.left, LAST_ROW, area.right),)
            if is_columns
            else tuple(
                Area(area.top, column, area.bottom, column) for column in (area.left, LAST_COLUMN)
            )
        )
        lines: set[int] = set()
        for whole in looked_at:
            found = self.source.cells(whole).queryVisibleCells().RangeAddresses
            for part in map(Area.of, found):
                first, last = (part.left, part.right) if is_columns else (part.top, part.bottom)
                lines.update(range(first, last + 1))
        return len(lines)

    @property
    def column_width(self) -> float:
        """The width of its first column in characters, roughly."""
        return float(self.uno.Columns.getByIndex(0).Width / PER_CHARACTER)

    @column_width.setter
    def column_width(self, value: float) -> None:
        self.uno.Columns.Width = int(value * PER_CHARACTER)

    @property
    def row_height(self) -> float:
        """The height of its first row in points."""
        return float(self.uno.Rows.getByIndex(0).Height / PER_POINT)

    @row_height.setter
    def row_height(self, value: float) -> None:
        self.uno.Rows.Height = int(value * PER_POINT)

    def auto_fit(self) -> None:
        """Make its columns, or its rows, as wide as they need to be."""
        if self.by == COLUMNS:
            self.uno.Columns.OptimalWidth = True
        else:
            self.uno.Rows.OptimalHeight = True

    @property
    def wrap_text(self) -> bool:
        """Whether long text runs on in a second line."""
        return bool(self.uno.IsTextWrapped)

    @wrap_text.setter
    def wrap_text(self, value: bool) -> None:
        self.uno.IsTextWrapped = value

    @property
    def interior(self) -> "Interior":
        """Its fill."""
        return Interior(self)

    @property
    def font(self) -> "Font":
        """Its font."""
        return Font(self)

    @property
    def validation(self) -> Validation:
        """What may be entered."""
        return Validation(self)


class Interior(CDispatch):
    """The fill of a range."""

    def __init__(self, cells: Looks) -> None:
        self.on = cells

    @property
    def color(self) -> int:
        """The colour, blue first, as Excel has it."""
        color = self.on.uno.CellBackColor
        return 0xFFFFFF if color in NO_COLOR else swapped(color)

    @color.setter
    def color(self, value: int) -> None:
        self.on.uno.CellBackColor = swapped(int(value))

    @property
    def color_index(self) -> int:
        """Whether there is a fill at all."""
        return NONE if self.on.uno.CellBackColor in NO_COLOR else 1

    @color_index.setter
    def color_index(self, value: int) -> None:
        if value == NONE:
            self.on.uno.CellBackColor = -1


class Font(CDispatch):
    """The font of a range."""

    def __init__(self, cells: Looks) -> None:
        self.on = cells

    @property
    def bold(self) -> bool:
        """Whether it is bold."""
        return bool(self.on.uno.CharWeight > NORMAL)

    @bold.setter
    def bold(self, value: bool) -> None:
        self.on.uno.CharWeight = BOLD if value else NORMAL

    @property
    def color(self) -> int:
        """The colour, blue first, as Excel has it."""
        color = self.on.uno.CharColor
        return 0 if color in NO_COLOR else swapped(color)

    @color.setter
    def color(self, value: int) -> None:
        self.on.uno.CharColor = swapped(int(value))

    @property
    def size(self) -> float:
        """The size in points."""
        return float(self.on.uno.CharHeight)

    @size.setter
    def size(self, value: float) -> None:
        self.on.uno.CharHeight = float(value)


def swapped(color: int) -> int:
    """Exchange red and blue."""
    return (color & 0xFF) << 16 | color & 0xFF00 | color >> 16 & 0xFF
