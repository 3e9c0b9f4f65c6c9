"""What a person does in an open workbook: press buttons, type, sort, follow a link."""

import time
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.office.display import click_at
from tests.office.engine.area import LAST_COLUMN, LAST_ROW, Area, area_of
from tests.office.engine.boxes import MACRO
from tests.office.libreoffice import LibreOffice
from tests.office.uno_api import enum, properties, struct, uno

PRESSED = "actionPerformed"
SCRIPT_PREFIX, SCRIPT_SUFFIX = MACRO.split("{}")
PATIENCE = 5.0  # seconds
LEFT = 12  # pixels
ABOVE = 2  # rows kept in sight above what is clicked


@dataclass(frozen=True, slots=True)
class Button:
    """A button on a sheet, and the macro behind it, as Module.Name."""

    sheet: str
    caption: str
    macro: str
    shape: Any


def buttons(document: Any) -> tuple[Button, ...]:
    """Return all form buttons of a workbook, sheet by sheet."""
    sheets = document.Sheets
    names = sheets.ElementNames
    return tuple(each for name in names for each in _buttons_on(sheets.getByName(name)))


def button(document: Any, caption: str, sheet: str | None = None) -> Button:
    """Return the button with a caption.

    Raises:
        LookupError: there is none, or more than one.
    """
    found = [
        each
        for each in buttons(document)
        if each.caption == caption and sheet in (None, each.sheet)
    ]
    if len(found) != 1:
        raise LookupError(f"{len(found)} buttons are labelled {caption}.")
    return found[0]


def press(document: Any, pressed: Button) -> None:
    """Press a button as a screen reader does, wherever it lies."""
    control = _control(document, pressed)
    control.AccessibleContext.doAccessibleAction(0)


def click(office: LibreOffice, document: Any, clicked: Button) -> None:
    """Scroll a button into sight and click it with the mouse."""
    control = _control(document, clicked)
    sheet, place = document.Sheets.getByName(clicked.sheet), clicked.shape.Position
    row = _last(LAST_ROW, lambda row: sheet.getCellByPosition(0, row).Position.Y <= place.Y)
    column = _last(LAST_COLUMN, lambda each: sheet.getCellByPosition(each, 0).Position.X <= place.X)
    _scroll_to(document, row, column)
    _click_on(office, control.AccessibleContext)


def click_cell(
    office: LibreOffice, document: Any, sheet: str, address: str, held: str = ""
) -> None:
    """Scroll a cell into sight and click it with the mouse."""
    area = _area(address)
    _show(document, sheet)
    _scroll_to(document, area.top - 1, area.left - 1)
    grid = _grid(document.CurrentController.ComponentWindow.AccessibleContext)
    cell = grid.getAccessibleCellAt(area.top - 1, area.left - 1)
    _click_on(office, cell.AccessibleContext, held)


def run_macro(document: Any, macro: str, *arguments: Any) -> Any:
    """Run a macro, named as Module.Name, and return what it returns."""
    script = document.getScriptProvider().getScript(MACRO.format(macro))
    return script.invoke(arguments, (), ())[0]


def press_ribbon(office: LibreOffice, document: Any, macro: str, control_id: str = "") -> None:
    """Call the macro behind a button of the ribbon with a stand-in for the button."""
    control = office.context.ServiceManager.createInstanceWithContext(
        "com.sun.star.beans.PropertyBag", office.context
    )
    control.addProperty("ID", 0, control_id)
    run_macro(document, macro, control)


def type_into(office: LibreOffice, document: Any, sheet: str, address: str, text: str) -> None:
    """Go to a cell, type, and press Enter."""
    _show(document, sheet)
    _dispatch(office, document, ".uno:GoToCell", ToPoint=address)
    _dispatch(office, document, ".uno:EnterString", StringName=text)


def sort_by(
    document: Any, sheet: str, address: str, column: int, *, ascending: bool = True
) -> None:
    """Sort a block without its headings by one of its columns, counted from 1."""
    field = struct(
        "table.TableSortField",
        Field=column - 1,
        IsAscending=ascending,
        FieldType=enum("table.TableSortFieldType", "AUTOMATIC"),
    )
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    block = document.Sheets.getByName(sheet).getCellRangeByName(address)
    block.sort(
        properties(
            SortFields=fields, ContainsHeader=False, IsSortColumns=False, BindFormatsToContent=True
        )
    )


def link_of(document: Any, sheet: str, address: str) -> str:
    """Return where the HYPERLINK of a cell leads, such as #'sheet'!A1; "" if there is none."""
    cell = document.Sheets.getByName(sheet).getCellRangeByName(address).getCellByPosition(0, 0)
    formula = str(cell.Formula)
    if not formula.upper().startswith("=HYPERLINK("):
        return ""
    try:
        cell.setFormula(f"={_first_argument(formula[len('=HYPERLINK(') :])}")
        return str(cell.String)
    finally:
        cell.setFormula(formula)


def follow(office: LibreOffice, document: Any, sheet: str, address: str) -> None:
    """Click a link with the mouse, the control key held down, as LibreOffice wants it.

    Raises:
        TimeoutError: it leads nowhere.
    """
    click_cell(office, document, sheet, address, held="ctrl")
    until = time.monotonic() + PATIENCE
    while selected(document) == (sheet, address):
        if time.monotonic() > until:
            raise TimeoutError(f"The link in {sheet}!{address} leads nowhere.")
        time.sleep(0.05)


def target_of(link: str) -> tuple[str, str]:
    """Return the sheet and the cell that a link within the workbook leads to."""
    sheet, _, address = link.removeprefix("#").rpartition("!")
    return sheet.strip("'").replace("''", "'"), address.replace("$", "")


def selected(document: Any) -> tuple[str, str]:
    """Return the sheet that is shown, and the address of what is selected on it."""
    sheet = document.CurrentController.ActiveSheet
    selection = document.getCurrentSelection()
    is_one = hasattr(selection, "RangeAddress")
    address = selection.RangeAddress if is_one else selection.RangeAddresses[0]
    return str(sheet.Name), Area.of(address).a1(rows_fixed=False, columns_fixed=False)


def _buttons_on(sheet: Any) -> Iterator[Button]:
    page = sheet.DrawPage
    for index in range(page.Count):
        shape = page.getByIndex(index)
        if shape.ShapeType == "com.sun.star.drawing.ControlShape":
            yield Button(sheet.Name, shape.Control.Label, _macro_of(shape.Control), shape)


def _macro_of(model: Any) -> str:
    """Return the macro that a press of a control runs, or "" if it runs none."""
    form = model.Parent
    places = (index for index in range(form.Count) if form.getByIndex(index) == model)
    events = [event for place in places for event in form.getScriptEvents(place)]
    codes = [event.ScriptCode for event in events if event.EventMethod == PRESSED]
    return codes[0].removeprefix(SCRIPT_PREFIX).removesuffix(SCRIPT_SUFFIX) if codes else ""


def _control(document: Any, wanted: Button) -> Any:
    _show(document, wanted.sheet)
    return document.CurrentController.getControl(wanted.shape.Control)


def _show(document: Any, sheet: str) -> None:
    document.CurrentController.setActiveSheet(document.Sheets.getByName(sheet))


def _scroll_to(document: Any, row: int, column: int) -> None:
    """Scroll so that a cell, counted from 0, is seen; frozen rows stay above it."""
    controller = document.CurrentController
    pane = controller.getByIndex(controller.Count - 1)
    pane.setFirstVisibleRow(max(row - ABOVE, 0))
    pane.setFirstVisibleColumn(max(column - ABOVE, 0))


def _last(end: int, is_before: Callable[[int], bool]) -> int:
    """Return the last number below `end` of which something holds, as it does of all before it."""
    return bisect_left(range(end), True, key=lambda number: not is_before(number)) - 1


def _click_on(office: LibreOffice, accessible: Any, held: str = "") -> None:
    """Click near the left, where the text of a cell begins, and at half the height."""
    place, size = accessible.getLocationOnScreen(), accessible.getSize()
    click_at(office.display, place.X + min(LEFT, size.Width // 2), place.Y + size.Height // 2, held)


def _grid(accessible: Any) -> Any:
    """Return the table of cells among the accessible parts of a window."""
    parts = [accessible]
    while parts:
        part = parts.pop(0)
        if hasattr(part, "getAccessibleCellAt"):
            return part
        count = part.getAccessibleChildCount()
        parts += [part.getAccessibleChild(index).AccessibleContext for index in range(count)]
    raise LookupError("No cells are shown.")


def _area(address: str) -> Area:
    area = area_of(address)
    if area is None:
        raise ValueError(f"{address} is no cell.")
    return area


def _dispatch(office: LibreOffice, document: Any, command: str, **arguments: Any) -> None:
    helper = office.context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.DispatchHelper", office.context
    )
    frame = document.CurrentController.Frame
    helper.executeDispatch(frame, command, "", 0, properties(**arguments))


def _first_argument(text: str) -> str:
    """Return what stands before the first separator, or the last bracket, outside of texts."""
    depth, is_text = 0, False
    for place, sign in enumerate(text):
        is_text ^= sign == '"'
        if is_text:
            continue
        if depth == 0 and sign in ";,)":
            return text[:place]
        depth += {"(": 1, "{": 1, ")": -1, "}": -1}.get(sign, 0)
    return text
