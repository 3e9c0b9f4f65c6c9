"""What xlwings has no public name for: the few native members of Excel that houqin needs."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from houqin.controls import Control

if TYPE_CHECKING:
    import xlwings as xw

# What Excel answers while a cell is being typed in or a dialog is open.
BUSY = frozenset((-2146777998, -2147418111, -2147417846, -2147417851))
LIST, ANY, WARNING_STYLE, BETWEEN = 3, 0, 2, 1  # xlValidateList, xlValidateInputOnly, ...
LONGEST_TITLE, LONGEST_HINT = 32, 255
FILTER = "Excel (*.xlsx;*.xlsm),*.xlsx;*.xlsm"


def is_busy(error: BaseException) -> bool:
    """Tell whether Excel refused a call only because it is busy."""
    codes = [getattr(error, "hresult", None), *getattr(error, "args", ())[:1]]
    return any(code in BUSY for code in codes if isinstance(code, int))


def custom_properties(book: "xw.Book") -> Mapping[str, str]:
    """Return the custom properties of a workbook."""
    return {str(each.Name): str(each.Value) for each in book.api.CustomDocumentProperties}


def is_read_only(book: "xw.Book") -> bool:
    """Tell whether a workbook was opened read-only."""
    return bool(book.api.ReadOnly)


def is_protected(sheet: "xw.Sheet") -> bool:
    """Tell whether the cells of a sheet are protected."""
    return bool(sheet.api.ProtectContents)


def is_hidden(cells: "xw.Range", *, by_rows: bool) -> bool | None:
    """Tell whether the whole rows or columns of a range are hidden; None if some are.

    xlwings has `rows.hidden`, but asks Excel about each row.
    """
    lines = cells.api.EntireRow if by_rows else cells.api.EntireColumn
    hidden = lines.Hidden
    return None if hidden is None else bool(hidden)


def save_copy(book: "xw.Book", path: Path) -> None:
    """Write a workbook into another file; the open one keeps its name."""
    book.api.SaveCopyAs(str(path))


def show_all(table: "xw.main.Table") -> None:
    """Take a filter of a table off, so that every row is seen again."""
    with suppress(Exception):  # nothing is filtered
        table.api.AutoFilter.ShowAllData()


def choose_file(book: "xw.Book", title: str) -> Path | None:
    """Let the user choose a workbook."""
    chosen = book.app.api.GetOpenFilename(FILTER, 1, title)
    return Path(chosen) if chosen and isinstance(chosen, str) else None


def has_validation(cells: "xw.Range", control: Control) -> bool:
    """Tell whether all cells of a range have the drop-down that they should."""
    try:
        found = cells.api.Validation
        kind = int(found.Type)
        source = str(found.Formula1) if kind == LIST else ""
    except Exception:  # noqa: BLE001 - none at all, or different ones
        return not (control.source or control.hint)
    return kind == (LIST if control.source else ANY) and source == control.source


def validate(cells: "xw.Range", control: Control) -> None:
    """Give a range its drop-down and its hint; another value may still be typed after a warning."""
    found: Any = cells.api.Validation
    found.Delete()
    if control.source:
        found.Add(LIST, WARNING_STYLE, BETWEEN, control.source)
    elif control.hint:
        found.Add(ANY)
    else:
        return
    found.InputTitle = control.title[:LONGEST_TITLE]
    found.InputMessage = control.hint[:LONGEST_HINT]
