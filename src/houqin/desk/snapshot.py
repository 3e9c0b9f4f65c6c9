"""The open workbook as it was when a button was pressed: every sheet read once."""

from collections.abc import Mapping, Sequence

from houqin.opening import is_looked_at
from houqin.port import Desk
from houqin.tables.grid import Grid


class Snapshot:
    """A host that reads each sheet of the open workbook at most once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._grids: dict[str, Grid] = {}
        self._names: tuple[str, ...] | None = None

    def sheet_names(self) -> Sequence[str]:
        """Return the names of the worksheets in the order of their tabs."""
        if self._names is None:
            self._names = tuple(self._desk.sheet_names())
        return self._names

    def read(self, sheet: str) -> Grid:
        """Return the used block of a sheet."""
        if sheet not in self._grids:
            self._grids[sheet] = self._desk.read(sheet)
        return self._grids[sheet]

    def properties(self) -> Mapping[str, str]:
        """Return the custom properties of the workbook."""
        return self._desk.properties()

    def grid(self, sheet: str) -> Grid:
        """Return a sheet's block, an empty one where there is no such sheet."""
        return self.read(sheet) if sheet in self.sheet_names() else Grid(sheet)

    def grids(self) -> dict[str, Grid]:
        """Return every sheet's block by name."""
        return {name: self.read(name) for name in self.sheet_names()}

    def checked_grids(self) -> dict[str, Grid]:
        """Return the blocks of the sheets that a check reads."""
        return {name: self.read(name) for name in self.sheet_names() if is_looked_at(name)}

    def close(self) -> None:
        """Do nothing: the workbook stays open."""
