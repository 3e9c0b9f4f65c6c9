"""整改通知单 in a new master: the form of every page, which shows where a notice stands."""

from typing import Any

from houqin.controls import TEXT
from houqin.master.own_sheets import BORDER, Facts, number_format
from houqin.own.notice_form import COLUMNS, HEADS_AT, NOTICES, PAGE, PAGES, FormRow, Look
from houqin.reports.forms import ACCENT, QUIET, Forms
from houqin.reports.pages import A4
from houqin.sections import Unit

SCALE = 82  # per cent, at which columns and rows of a page fit on the paper
LOOKS: dict[Look, Facts] = {
    Look.SCHOOL: {"align": "center", "font_size": 13, "font_color": QUIET},
    Look.TITLE: {"align": "center", "font_size": 24, "bold": True, "font_color": ACCENT},
    Look.PARTIES: {"bold": True, "font_size": 12},
    Look.SENTENCE: {"text_wrap": True, "font_size": 12},
    Look.HEADS: {"align": "center", "bold": True},
    Look.LINE: {"text_wrap": True},
    Look.BOX: {"text_wrap": True, "valign": "top", "font_size": 12, "indent": 1},
    Look.SIGNED: {"font_size": 12},
}
CENTRED = (Unit.COUNT, Unit.DATE)
HEAD_FILL = {"bg_color": ACCENT, "font_color": "#FFFFFF"}
RULED: dict[Look, Facts] = {Look.HEADS: BORDER | HEAD_FILL, Look.LINE: BORDER, Look.BOX: BORDER}


def add_notices(book: Any, form: Forms, *, lang: str = "zh") -> Any:
    """Lay out the pages of 整改通知单 and return the worksheet; an unused page shows nothing."""
    page = book.add_worksheet(NOTICES.title)
    for at, column in enumerate(COLUMNS):
        page.set_column(at, at, column.width)
    for number in range(PAGES):
        _add_page(page, form, number * len(PAGE))
    page.write_string(0, 0, NOTICES.hint.of(lang), form(**LOOKS[Look.SCHOOL]))
    _print_setup(page)
    return page


def _add_page(page: Any, form: Forms, top: int) -> None:
    used = f'=$A${top + HEADS_AT + 1}<>""'
    for row, part in enumerate(PAGE, top):
        page.set_row(row, part.height)
        for first, last in part.merged:
            shape = _shape(part, is_right=first > 0)
            page.merge_range(row, first, row, last, "", form(**shape))
        if not part.merged:
            for at in range(len(COLUMNS)):
                page.write_blank(row, at, None, form(**_cell(part, at)))
    for look, (first, last) in _blocks(top).items():
        rule = {"type": "formula", "criteria": used, "format": form.mark(**RULED[look])}
        page.conditional_format(first, 0, last, len(COLUMNS) - 1, rule)


def _shape(part: FormRow, *, is_right: bool) -> Facts:
    right: Facts = {"align": "right"} if is_right else {}
    return {"num_format": TEXT, "align": "left"} | LOOKS[part.look] | right


def _cell(part: FormRow, at: int) -> Facts:
    unit = COLUMNS[at].unit
    if part.look is Look.HEADS:
        return LOOKS[part.look] | {"num_format": TEXT}
    shape = {"align": "center"} if unit in CENTRED else {"align": "left", "indent": 1}
    return LOOKS[part.look] | {"num_format": number_format(unit)} | shape


def _blocks(top: int) -> dict[Look, tuple[int, int]]:
    """Return the first and the last row of each part that has lines around its cells."""
    rows = {look: [at for at, each in enumerate(PAGE, top) if each.look is look] for look in RULED}
    return {look: (found[0], found[-1]) for look, found in rows.items()}


def _print_setup(page: Any) -> None:
    page.set_paper(A4)
    page.set_margins(0.5, 0.5, 0.6, 0.6)
    page.center_horizontally()
    page.set_print_scale(SCALE)
    page.set_h_pagebreaks([len(PAGE) * number for number in range(1, PAGES)])
    page.hide_gridlines(2)
    page.set_tab_color(ACCENT)
