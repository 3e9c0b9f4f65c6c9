"""One sheet of the master for each ledger: an Excel table with drop-downs, marks and print set-up."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from houqin.cells.writing import written
from houqin.controls import GENERAL, LIST, Control, control_of
from houqin.master.cells import TYPED, write_cell
from houqin.master.term import Row
from houqin.master.workbook import FIRST_ROW, HEADING_ROW, LAST_VALIDATED, TIP_ROW, TITLE_ROW
from houqin.reports.forms import ACCENT, AMBER_FILL, LINE, QUIET, RED_FILL, Forms
from houqin.reports.pages import A4, shown_width
from houqin.rows import SheetRow
from houqin.tables.address import column_letter
from houqin.tables.results import RESULT_HEADING

RESULT_WIDTH = 60
NARROWEST, WIDEST = 9, 36
TOP, LAST = FIRST_ROW + 1, LAST_VALIDATED + 1  # as the screen counts rows


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A column that a formula fills: its heading, its formula and its value for each row."""

    heading: str
    formula: str
    values: Sequence[int | float | str]


@dataclass(frozen=True, slots=True)
class LedgerSheet:
    """Where the columns of a ledger stand on its sheet."""

    model: type[SheetRow]
    reckoned: tuple[Reckoned, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields in the order of their columns."""
        return tuple(self.model.model_fields)

    @property
    def headings(self) -> tuple[str, ...]:
        """All headings, houqin's own last."""
        heads = self.model.headings()
        extra = (each.heading for each in self.reckoned)
        return (*(heads[field].name for field in self.fields), *extra, RESULT_HEADING)

    def letter(self, name: str) -> str:
        """Return the letter of a field, or of a column by its heading."""
        if name in self.fields:
            return column_letter(self.fields.index(name) + 1)
        return column_letter(self.headings.index(name) + 1)

    def cells(self, name: str) -> str:
        """Return the cells of a column for formulas on other sheets."""
        letter = self.letter(name)
        return f"'{self.model.ledger.title}'!${letter}${TOP}:${letter}${LAST}"

    @property
    def code_name(self) -> str:
        """The name by which macros know the sheet."""
        return f"Ledger_{self.model.ledger.key}"


def add_ledger(
    book: Any, form: Forms, page: LedgerSheet, rows: Sequence[Row], lists: Collection[str]
) -> Any:
    """Add a ledger's sheet with its rows, or one empty row; `lists` are those that exist."""
    sheet = book.add_worksheet(page.model.ledger.title)
    sheet.set_vba_name(page.code_name)
    _head(sheet, form, page)
    _table(sheet, form, page, rows)
    for column, field in enumerate(page.fields):
        _column(sheet, form, page, column, field, rows, lists)
    for index, row in enumerate(rows):
        _row(sheet, form, page, FIRST_ROW + index, row)
    _reckoned(sheet, form, page)
    result = len(page.headings) - 1
    sheet.set_column(result, result, RESULT_WIDTH, form(font_color=QUIET))
    _marks(sheet, form, page)
    _print_setup(sheet)
    whole = f"A{TOP}:{page.letter(RESULT_HEADING)}{LAST}"
    sheet.ignore_errors({"number_stored_as_text": whole, "calculated_column": whole})
    return sheet


def _head(sheet: Any, form: Forms, page: LedgerSheet) -> None:
    ledger = page.model.ledger
    title = form(bold=True, font_size=16, font_color=ACCENT)
    sheet.write_string(TITLE_ROW, 0, ledger.title, title)
    sheet.write_string(TIP_ROW, 0, ledger.about.zh, form(font_color=QUIET))
    sheet.set_row(TITLE_ROW, 28)
    sheet.set_row(HEADING_ROW, 32)


def _table(sheet: Any, form: Forms, page: LedgerSheet, rows: Sequence[Row]) -> None:
    heads = []
    for place, name in enumerate(page.headings):
        inside = place < len(page.fields)
        needed = inside and page.model.required(page.fields[place])
        heads.append({"header": name, "header_format": form.heading(ACCENT if needed else QUIET)})
    for place, each in enumerate(page.reckoned, len(page.fields)):
        heads[place]["formula"] = each.formula
    last = HEADING_ROW + max(1, len(rows))
    facts = {"name": page.model.ledger.key, "columns": heads, "style": None}
    sheet.add_table(HEADING_ROW, 0, last, len(heads) - 1, facts)


def _column(
    sheet: Any,
    form: Forms,
    page: LedgerSheet,
    column: int,
    field: str,
    rows: Sequence[Row],
    lists: Collection[str],
) -> None:
    head, control = page.model.headings()[field], control_of(page.model, field)
    widest = max((shown_width(written(row.get(field))) for row in rows[:200]), default=0)
    width = max(NARROWEST, min(WIDEST, max(widest, shown_width(head.name) + 4) + 1))
    sheet.set_column(column, column, width, form(num_format=control.number_format))
    validation = validation_of(control, lists)
    if validation:
        sheet.data_validation(FIRST_ROW, column, LAST_VALIDATED, column, validation)


def validation_of(control: Control, lists: Collection[str]) -> Mapping[str, Any]:
    """Return a drop-down with its hint as XlsxWriter takes it; nothing where there is neither."""
    known = control.source.removeprefix(f"={LIST}") in lists
    found: dict[str, Any] = {}
    if known:
        found = {"validate": "list", "source": control.source, "show_error": control.strict}
        found |= {"error_type": "warning"}
    elif control.hint:
        found = {"validate": "any"}
    if control.hint:
        found |= {"input_title": control.title[:32], "input_message": control.hint[:255]}
    return found


def _row(sheet: Any, form: Forms, page: LedgerSheet, row: int, values: Row) -> None:
    for column, field in enumerate(page.fields):
        value = values.get(field)
        if value is not None:
            shown = TYPED.get(type(value).__name__, control_of(page.model, field).number_format)
            kind = page.model.kind_of(field).name
            write_cell(sheet, (row, column), value, kind, form(num_format=shown))


def _reckoned(sheet: Any, form: Forms, page: LedgerSheet) -> None:
    for column, each in enumerate(page.reckoned, len(page.fields)):
        width = max(NARROWEST, shown_width(each.heading) + 5)
        plain = form(num_format=GENERAL, font_color=QUIET)
        sheet.set_column(column, column, width, plain)
        for index, value in enumerate(each.values):
            sheet.write_formula(FIRST_ROW + index, column, each.formula, plain, value)


def _marks(sheet: Any, form: Forms, page: LedgerSheet) -> None:
    """Colour what 校验结果 names (contract 8), what is late or low, and draw lines between rows."""
    last, result = column_letter(len(page.headings) - 1), page.letter(RESULT_HEADING)
    data = f"A{TOP}:{last}{LAST}"
    for sign, fill in (("✘", RED_FILL), ("？", AMBER_FILL)):
        named = f'=ISNUMBER(FIND("{sign}【"&A${HEADING_ROW + 1}&"】",${result}{TOP}))'
        _colour(sheet, data, named, form.mark(bg_color=fill, font_color="#7A0010"))
    warnings = WARNINGS.get(page.model.ledger.key)
    for column, condition, fill in warnings(page) if warnings else ():
        letter = page.letter(column)
        _colour(sheet, f"{letter}{TOP}:{letter}{LAST}", condition, form.mark(bg_color=fill))
    if field := UNIQUE.get(page.model.ledger.key):
        letter = page.letter(field)
        facts = {"type": "duplicate", "format": form.mark(font_color="#B3261E", bold=True)}
        sheet.conditional_format(f"{letter}{TOP}:{letter}{LAST}", facts)
    filled = f"=COUNTA($A{TOP}:${last}{TOP})>0"
    whole = f"A{TOP}:{result}{LAST}"
    _colour(sheet, whole, filled, form.mark(border=1, border_color=LINE))


def _colour(sheet: Any, cells: str, condition: str, form: Any) -> None:
    sheet.conditional_format(cells, {"type": "formula", "criteria": condition, "format": form})


Warned = tuple[str, str, str]  # the column, when, and its fill
UNIQUE = {
    "inspections": "number",
    "hazards": "number",
    "equipment": "number",
    "items": "item",
    "people": "number",
    "standards": "code",
}


def hazard_warnings(page: LedgerSheet) -> Sequence[Warned]:
    """Return when a deadline is over or near; that of an approved extension where there is one."""
    deadline, extended, approved, finished = (
        f"${page.letter(field)}{TOP}"
        for field in ("deadline", "extended_to", "extended_by", "finished")
    )
    extends = f'AND(ISNUMBER({extended}),{approved}<>"")'
    first = f"AND(ISNUMBER({deadline}),NOT({extends}),NOT(ISNUMBER({finished})))"
    second = f"AND({extends},NOT(ISNUMBER({finished})))"
    return (
        ("deadline", f"=AND({first},{deadline}<as_of_day)", RED_FILL),
        ("extended_to", f"=AND({second},{extended}<as_of_day)", RED_FILL),
        ("deadline", f"=AND({first},{deadline}-as_of_day<=due_soon_days)", AMBER_FILL),
        ("extended_to", f"=AND({second},{extended}-as_of_day<=due_soon_days)", AMBER_FILL),
    )


def equipment_warnings(page: LedgerSheet) -> Sequence[Warned]:
    """Return when equipment has expired."""
    expires = f"${page.letter('expires')}{TOP}"
    return (("expires", f"=AND(ISNUMBER({expires}),{expires}<as_of_day)", RED_FILL),)


def item_warnings(page: LedgerSheet) -> Sequence[Warned]:
    """Return when the balance is below the lowest stock."""
    low, balance = f"${page.letter('low')}{TOP}", f"${page.letter('结存')}{TOP}"
    condition = f"=AND(ISNUMBER({balance}),ISNUMBER({low}),{balance}<{low})"
    return (("结存", condition, RED_FILL),)


WARNINGS: Mapping[str, Callable[[LedgerSheet], Sequence[Warned]]] = {
    "hazards": hazard_warnings,
    "equipment": equipment_warnings,
    "items": item_warnings,
}


def _print_setup(sheet: Any) -> None:
    sheet.freeze_panes(FIRST_ROW, 1)
    sheet.repeat_rows(HEADING_ROW)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.4, 0.4, 0.5, 0.6)
    sheet.set_footer("&L&A&C&P / &N&R&D")
