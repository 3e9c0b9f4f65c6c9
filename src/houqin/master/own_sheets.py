"""houqin's own sheets in a new master, laid out so that a button has to write values only."""

from collections.abc import Collection, Iterator
from typing import Any

from houqin.controls import GENERAL, LIST, TEXT
from houqin.master.workbook import LAST_VALIDATED
from houqin.own.heads import SIGNS
from houqin.own.layout import (
    FIRST_ROW,
    HEADING_ROW,
    MORE_ROW,
    NOTE_ROW,
    TITLE_ROW,
    VERDICT_ROW,
    OwnColumn,
    OwnSheet,
)
from houqin.reports.forms import ACCENT, AMBER, GREEN, INPUT_FILL, LINE, QUIET, RED, Forms
from houqin.reports.pages import A4, NUMBER_FORMATS
from houqin.sections import Light, Unit
from houqin.tables.address import column_letter

Facts = dict[str, Any]

LAST = LAST_VALIDATED  # as the ledgers: formats and drop-downs reach this row, counted from 0
STRIPE, INPUT_HEAD, FAINT = "#F4F8FB", "#8A6D1F", "#9AA5B1"
INKS = {Light.GREEN: GREEN, Light.AMBER: AMBER, Light.RED: RED}
FILLS = {Light.AMBER: "#FFF4D6", Light.RED: "#FDE7E5"}
MEASURED = (Unit.COUNT, Unit.QUANTITY, Unit.MONEY, Unit.DAYS)
BORDER: Facts = {"border": 1, "border_color": LINE}
NARROW = 8  # characters; shorter words look better in the middle


def add_own_sheet(
    book: Any, sheet: OwnSheet, form: Forms, *, lang: str = "zh", lists: Collection[str] = ()
) -> Any:
    """Lay out one of houqin's own sheets; `lists` names the drop-downs that exist."""
    page = book.add_worksheet(sheet.title)
    if sheet.row_height:
        page.set_default_row(sheet.row_height)
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width, form(**_shape(column)))
        _drop_down(page, at, column, lang, lists)
        for when, facts in _rules(sheet, at, column):
            _look(page, (FIRST_ROW - 1, at, LAST, at), when, form.mark(**facts))
    _head(page, sheet, form, lang)
    _verdict_colours(page, form)
    _table(page, sheet, form, lang)
    _print_setup(page, sheet)
    return page


def number_format(unit: Unit) -> str:
    """Return the format of a column's numbers; quantities show as many digits as they have."""
    return TEXT if unit is Unit.TEXT else NUMBER_FORMATS.get(unit, GENERAL)


def _shape(column: OwnColumn) -> Facts:
    facts: Facts = {"num_format": number_format(column.unit)}
    if column.unit is Unit.DATE or (column.unit is Unit.TEXT and column.width <= NARROW):
        facts |= {"align": "center"}
    elif column.unit is Unit.TEXT:
        facts |= {"align": "left", "indent": 1}
    return facts | {"text_wrap": column.unit is Unit.TEXT}


def _head(page: Any, sheet: OwnSheet, form: Forms, lang: str) -> None:
    """Write what stands above the table: title, hint, and room for a verdict and more."""
    last = len(sheet.columns) - 1
    lines = (
        (TITLE_ROW, 30, sheet.title, {"font_size": 18, "bold": True, "font_color": ACCENT}),
        (NOTE_ROW, 22, sheet.hint.of(lang), {"font_color": QUIET}),
        (VERDICT_ROW, 32, "", {"bold": True, "text_wrap": True}),
        (MORE_ROW, 26, "", {"font_color": QUIET, "font_size": 9, "text_wrap": True}),
    )
    for row, height, text, facts in lines:
        page.set_row(row - 1, height)
        shape = {"num_format": TEXT, "align": "left"} | facts
        page.merge_range(row - 1, 0, row - 1, last, text, form(**shape))


def _verdict_colours(page: Any, form: Forms) -> None:
    cell, row = f"$A${VERDICT_ROW}", VERDICT_ROW - 1
    for light, sign in SIGNS.items():
        begins = f'=LEFT({cell},{len(sign)})="{sign}"'
        _look(page, (row, 0, row, 0), begins, form.mark(font_color=INKS[light]))


def _table(page: Any, sheet: OwnSheet, form: Forms, lang: str) -> None:
    """Add the table: its headings and one empty row."""
    heads = [
        {"header": head, "header_format": form.heading(_head_colour(column))}
        for head, column in zip(sheet.headings(lang), sheet.columns, strict=True)
    ]
    page.set_row(HEADING_ROW - 1, 34)
    last = len(sheet.columns) - 1
    options = {"name": sheet.key, "columns": heads, "style": None}
    page.add_table(HEADING_ROW - 1, 0, FIRST_ROW - 1, last, options)
    page.freeze_panes(FIRST_ROW - 1, sheet.frozen)


def _head_colour(column: OwnColumn) -> str:
    return INPUT_HEAD if column.typed else ACCENT


def _rules(sheet: OwnSheet, at: int, column: OwnColumn) -> Iterator[tuple[str, Facts]]:
    """Yield when a cell of a column looks how; each look is whole, as only one may apply."""
    cell = f"${column_letter(at + 1)}{FIRST_ROW}"
    last = column_letter(len(sheet.columns))
    filled = f"COUNTA($A{FIRST_ROW}:${last}{FIRST_ROW})>0"
    for when, facts in _looks(column, cell):
        conditions = [filled, *([when] if when else [])]
        if "bg_color" not in facts:
            odd = ",".join((*conditions, "MOD(ROW(),2)=1"))
            yield f"=AND({odd})", BORDER | facts | {"bg_color": STRIPE}
        yield f"=AND({','.join(conditions)})", BORDER | facts


def _looks(column: OwnColumn, cell: str) -> Iterator[tuple[str, Facts]]:
    for words, light in column.marks:
        facts: Facts = {"font_color": INKS[light], "bold": True}
        facts |= {"bg_color": FILLS[light]} if light in FILLS else {}
        for word in dict.fromkeys(words):
            yield f'OR({cell}="{word}",LEFT({cell},{len(word) + 1})="{word} ")', facts
    if column.typed:
        yield "", {"bg_color": INPUT_FILL}
        return
    if column.unit in MEASURED:
        yield f"AND(ISNUMBER({cell}),{cell}=0)", {"font_color": FAINT}
        yield f"AND(ISNUMBER({cell}),{cell}<0)", {"font_color": RED}
    yield "", {}


def _look(page: Any, cells: tuple[int, int, int, int], when: str, look: Any) -> None:
    page.conditional_format(*cells, {"type": "formula", "criteria": when, "format": look})


def _drop_down(page: Any, at: int, column: OwnColumn, lang: str, lists: Collection[str]) -> None:
    named = f"={LIST}{column.list}" if column.list in lists else ""
    source = named or [choice.of(lang) for choice in column.choices]
    if source:
        options = {"validate": "list", "source": source, "error_type": "warning"}
        page.data_validation(FIRST_ROW - 1, at, LAST, at, options)


def _print_setup(page: Any, sheet: OwnSheet) -> None:
    page.set_paper(A4)
    if sheet.landscape:
        page.set_landscape()
    page.set_margins(0.4, 0.4, 0.5, 0.6)
    page.repeat_rows(HEADING_ROW - 1)
    page.set_footer("&L&A&R&P / &N")
    page.hide_gridlines(2)
    page.set_tab_color(ACCENT)
    whole = f"A{FIRST_ROW}:{column_letter(len(sheet.columns))}{LAST + 1}"
    page.ignore_errors({"number_stored_as_text": whole})
    page.fit_to_pages(1, 0)
