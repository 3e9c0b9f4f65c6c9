"""A workbook of ledgers, laid out from the row models: headings, widths, drop-downs, print set-up."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from houqin import __version__
from houqin.areas import MODELS
from houqin.cells.values import CellValue
from houqin.cells.writing import written
from houqin.controls import FORMATS, GENERAL, LAST_ROW
from houqin.files import replaced
from houqin.master.cells import TYPED, write_cell
from houqin.master.term import Row
from houqin.reports.forms import ACCENT, LINE, QUIET, Forms
from houqin.reports.pages import A4, shown_width
from houqin.rows import SheetRow
from houqin.tables.results import RESULT_HEADING

TITLE_ROW, TIP_ROW, HEADING_ROW, FIRST_ROW = 0, 1, 3, 4  # counted from 0; headings stand in row 4
LAST_VALIDATED = LAST_ROW - 1
LONGEST_LIST = 255  # characters; Excel's limit for a typed list and for an input hint


class LedgerBook:
    """Writes ledgers into one new workbook."""

    def __init__(self, path: Path, created: date, lists: Mapping[str, Sequence[str]]) -> None:
        options = {
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._book = xlsxwriter.Workbook(str(path), options)
        moment = datetime(created.year, created.month, created.day)  # noqa: DTZ001 - a day of the term, no clock
        self._book.set_properties({"title": "后勤台账", "author": "houqin", "created": moment})
        self._lists = lists
        self._form = Forms(self._book)

    def mark_own(self) -> None:
        """Say that this is a master of houqin's own, in which every sheet must be there."""
        self._book.set_custom_property("houqin", __version__)

    def ledger(
        self,
        model: type[SheetRow],
        rows: Sequence[Row],
        *,
        without: Sequence[str] = (),
        renamed: Mapping[str, str] | None = None,
        hidden: Sequence[int] = (),
    ) -> None:
        """Write one ledger; `without`, `renamed` and `hidden` spoil it, as a planted mistake."""
        sheet = self._book.add_worksheet(model.ledger.title)
        fields = [field for field in model.model_fields if field not in without]
        sheet.write_string(
            TITLE_ROW, 0, model.ledger.title, self._form(bold=True, font_size=16, font_color=ACCENT)
        )
        sheet.write_string(TIP_ROW, 0, model.ledger.about.zh, self._form(font_color=QUIET))
        sheet.set_row(TITLE_ROW, 28)
        sheet.set_row(HEADING_ROW, 32)
        for column, field in enumerate(fields):
            self._column(sheet, column, model, field, rows, (renamed or {}).get(field))
        self._heading(sheet, len(fields), RESULT_HEADING, required=False)
        sheet.set_column(len(fields), len(fields), 40)
        for index, row in enumerate(rows):
            for column, field in enumerate(fields):
                self._cell(
                    sheet, FIRST_ROW + index, column, row.get(field), model.kind_of(field).name
                )
        for index in hidden:
            sheet.set_row(FIRST_ROW + index, None, None, {"hidden": True})
        self._print_setup(sheet, len(rows), len(fields))

    def _print_setup(self, sheet: Any, rows: int, fields: int) -> None:
        sheet.freeze_panes(FIRST_ROW, 1)
        sheet.autofilter(HEADING_ROW, 0, max(FIRST_ROW, HEADING_ROW + rows), fields)
        sheet.repeat_rows(HEADING_ROW)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&P / &N")

    def plain(self, title: str, rows: Sequence[Sequence[CellValue]]) -> None:
        """Write a sheet that is no ledger."""
        sheet = self._book.add_worksheet(title)
        for index, cells in enumerate(rows):
            for column, value in enumerate(cells):
                self._cell(sheet, index, column, value, "text")

    def close(self) -> None:
        """Write the file."""
        self._book.close()

    def _column(
        self,
        sheet: Any,
        column: int,
        model: type[SheetRow],
        field: str,
        rows: Sequence[Row],
        name: str | None = None,
    ) -> None:
        head, kind = model.headings()[field], model.kind_of(field)
        self._heading(
            sheet, column, head.name if name is None else name, required=model.required(field)
        )
        widest = max((shown_width(written(row.get(field))) for row in rows[:200]), default=0)
        sheet.set_column(
            column, column, max(9, min(36, max(widest, shown_width(head.name) + 4) + 1))
        )
        if head.tip.zh or kind.choices in self._lists:
            sheet.data_validation(
                FIRST_ROW,
                column,
                LAST_VALIDATED,
                column,
                self._validation(head.name, head.tip.zh, kind.choices),
            )

    def _validation(self, name: str, tip: str, choices: str) -> dict[str, Any]:
        found: dict[str, Any] = {"validate": "any"}
        listed = list(self._lists.get(choices, ()))
        if listed and len(",".join(listed)) <= LONGEST_LIST:
            found = {"validate": "list", "source": listed, "error_type": "warning"}
        if tip:
            found |= {"input_title": name[:32], "input_message": tip[:LONGEST_LIST]}
        return found

    def _heading(self, sheet: Any, column: int, name: str, *, required: bool) -> None:
        form = self._form.heading(ACCENT if required else QUIET)
        sheet.write_string(HEADING_ROW, column, name, form)

    def _cell(self, sheet: Any, row: int, column: int, value: object, kind: str) -> None:
        """Write a typed value as its kind is written, or a raw cell as it is."""
        shown = TYPED.get(type(value).__name__, FORMATS.get(kind, GENERAL))
        how = {} if shown == GENERAL else {"num_format": shown}
        form = self._form(border=1, border_color=LINE, **how)
        write_cell(sheet, (row, column), value, kind, form)


def write_ledgers(
    path: Path,
    term: Mapping[str, Sequence[Row]],
    created: date,
    lists: Mapping[str, Sequence[str]],
    *,
    own: bool = True,
) -> None:
    """Write a workbook that holds every ledger of the term, in the order of the areas."""
    with replaced(path) as unfinished:
        book = LedgerBook(unfinished, created, lists)
        if own:
            book.mark_own()
        for model in MODELS:
            if model.ledger.key in term:
                book.ledger(model, term[model.ledger.key])
        book.close()
