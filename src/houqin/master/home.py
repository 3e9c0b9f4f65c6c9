"""首页: the buttons, what the last check found, how many rows and marks there are, and where to go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Any

from houqin.areas import TABS
from houqin.areas.area import Area
from houqin.buttons import GROUPS, MODULE, Button
from houqin.master.cells import is_number
from houqin.master.ledgers import LedgerSheet
from houqin.master.term import Row
from houqin.own import OWN_SHEETS
from houqin.own.layout import NOTE_ROW, VERDICT_ROW
from houqin.own.problem_list import PROBLEMS
from houqin.reports.forms import ACCENT, LINE, PALE, QUIET, RED, Forms
from houqin.reports.pages import A4
from houqin.states import PROBLEM_LIST
from houqin.tables.results import RESULT_HEADING

TITLE = "首页"
WIDTHS = (2, 16, 11, 11, 11, 2, 16, 11, 11, 11, 2)
AS_OF, DUE_SOON = "as_of", "hazard.due_soon_days"
LARGE, SMALL = (150, 44), (104, 30)  # width and height in pixels
GAP = 8
FIRST_BUTTON_ROW = 3  # counted from 0


@dataclass(frozen=True, slots=True)
class Term:
    """What the home sheet reckons with: the rows as they stand in the ledgers."""

    rows: Mapping[str, Sequence[Row]]
    pages: Mapping[str, LedgerSheet]

    def setting(self, code: str) -> object:
        """Return the value of a setting as it stands on 参数."""
        return next((row["value"] for row in self.rows["settings"] if row["code"] == code), None)


def setting_formula(page: LedgerSheet, code: str) -> str:
    """Return a formula for the cell that holds a setting."""
    return f'INDEX({page.cells("value")},MATCH("{code}",{page.cells("code")},0))'


def add_home(book: Any, form: Forms, term: Term) -> None:
    """Add the sheet and the names as_of, as_of_day and due_soon_days."""
    sheet = book.add_worksheet(TITLE)
    sheet.set_vba_name("HomeSheet")
    sheet.hide_gridlines(2)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width, form())
    _names(book, term)
    _head(sheet, form, term)
    row = _buttons(sheet, form)
    row = _last_check(sheet, form, row)
    row = _counts(sheet, form, term, row)
    _links(sheet, form, term, row)
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 1)
    sheet.activate()
    sheet.set_first_sheet()


def _names(book: Any, term: Term) -> None:
    settings = term.pages["settings"]
    book.define_name(AS_OF, f"='{TITLE}'!$J$2")
    book.define_name("as_of_day", f"=IF(ISNUMBER({AS_OF}),{AS_OF},TODAY())")
    days = setting_formula(settings, DUE_SOON)
    book.define_name("due_soon_days", f"=IFERROR(VALUE({days}),0)")


def _head(sheet: Any, form: Forms, term: Term) -> None:
    settings = term.pages["settings"]
    school, name = (str(term.setting(code) or "") for code in ("school.name", "term.name"))
    sheet.set_row(0, 34)
    title = form(bold=True, font_size=20, font_color=ACCENT)
    formula = f'=IFERROR({setting_formula(settings, "school.name")}&"","")&"后勤工作台"'
    sheet.write_formula(0, 1, formula, title, f"{school}后勤工作台")
    quiet = form(font_color=QUIET)
    formula = f'=IFERROR({setting_formula(settings, "term.name")}&"","")'
    sheet.write_formula(1, 1, formula, quiet, name)
    sheet.write_string(1, 8, "统计日期", form(font_color=QUIET, align="right"))
    day = term.setting("as_of")
    found = setting_formula(settings, "as_of")
    shown = form(num_format="yyyy-mm-dd", align="center", bold=True)
    formula = f'=IFERROR(IF({found}="","当天",{found}),"当天")'
    value = (day - date(1899, 12, 30)).days if isinstance(day, date) else day or "当天"
    sheet.write_formula(1, 9, formula, shown, value)


def _buttons(sheet: Any, form: Forms) -> int:
    """Put the buttons on the sheet, group by group; return the next free row."""
    row = FIRST_BUTTON_ROW
    for group in GROUPS:
        large = any(button.large for button in group.buttons)
        sheet.set_row(row, LARGE[1] * 0.75 + 8 if large else SMALL[1] * 0.75 + 8)
        sheet.write_string(row, 1, group.label, form(bold=True, font_color=ACCENT, font_size=12))
        left = 100
        for button in group.buttons:
            width = _button(sheet, row, left, button)
            left += width + GAP
        row += 1
    return row + 1


def _button(sheet: Any, row: int, left: int, button: Button) -> int:
    width, height = LARGE if button.large else SMALL
    facts = {
        "macro": f"{MODULE}.{button.macro}",
        "caption": button.label,
        "description": f"{button.tip.zh} {button.tip.en}",
        "width": width,
        "height": height,
        "x_offset": left,
        "y_offset": 4,
    }
    sheet.insert_button(row, 1, facts)
    return width


def _heading(sheet: Any, form: Forms, row: int, text: str, column: int = 1) -> None:
    sheet.set_row(row, 22)
    sheet.write_string(row, column, text, form(bold=True, font_size=13, font_color=ACCENT))


def _last_check(sheet: Any, form: Forms, row: int) -> int:
    """Show what the last check found, which stands on 问题清单."""
    _heading(sheet, form, row, "最近一次校验")
    never = "还没有校验，请点“校验全部”"
    lines = (
        (VERDICT_ROW, form(bold=True), never, never),
        (NOTE_ROW, form(font_color=QUIET), "", PROBLEMS.hint.zh),  # what stands there until then
    )
    for offset, (line, look, otherwise, value) in enumerate(lines, 1):
        source = f"'{PROBLEM_LIST}'!$A${line}"
        formula = f'=IF({source}="","{otherwise}",{source})'
        sheet.write_formula(row + offset, 1, formula, look, value)
    return row + 4


def _counts(sheet: Any, form: Forms, term: Term, row: int) -> int:
    """Count what matters every day, by formulas alone."""
    _heading(sheet, form, row, "现在的情况")
    hazards, items = term.pages["hazards"], term.pages["items"]
    found, finished, deadline, extended, approved = (
        hazards.cells(field)
        for field in ("found", "finished", "deadline", "extended_to", "extended_by")
    )
    low, balance = items.cells("low"), items.cells("结存")
    day = _as_of(term)
    lines = (
        (
            "未整改的隐患",
            f'=COUNTIFS({found},">0",{finished},"")',
            sum(_is_open(each) for each in term.rows.get("hazards", ())),
        ),
        (
            "其中已逾期",
            (
                f'=COUNTIFS({found},">0",{finished},"",{extended},"",{deadline},"<"&as_of_day)'
                f'+COUNTIFS({found},">0",{finished},"",{approved},"<>",{extended},"<"&as_of_day)'
            ),
            sum(_is_late(each, day) for each in term.rows.get("hazards", ())),
        ),
        (
            "低于最低库存的物品",
            f"=SUMPRODUCT(ISNUMBER({low})*ISNUMBER({balance})*({balance}<{low}))",
            _number_low(term),
        ),
    )
    for column, (label, formula, value) in zip((1, 3, 6), lines, strict=True):
        sheet.write_string(row + 1, column, label, form(font_color=QUIET))
        number = form(bold=True, font_size=16, font_color=RED if value else ACCENT, align="left")
        sheet.write_formula(row + 2, column, formula, number, value)
    sheet.set_row(row + 2, 26)
    return row + 4


def _as_of(term: Term) -> date | None:
    day = term.setting("as_of")
    return day if isinstance(day, date) else None


def _is_open(row: Row) -> bool:
    return isinstance(row.get("found"), date) and row.get("finished") is None


def _is_late(row: Row, day: date | None) -> bool:
    """Tell whether a hazard is overdue, as the formula beside it does."""
    extended, deadline = row.get("extended_to"), row.get("deadline")
    due = extended if row.get("extended_by") else deadline if extended is None else None
    return day is not None and _is_open(row) and isinstance(due, date) and due < day


def _number_low(term: Term) -> int:
    balances = term.pages["items"].reckoned[0].values
    rows = zip(term.rows.get("items", ()), balances, strict=False)
    return sum(
        is_number(row.get("low"), "quantity")
        and not isinstance(left, str)
        and left < float(str(row["low"]))
        for row, left in rows
    )


def _links(sheet: Any, form: Forms, term: Term, row: int) -> None:
    """List every sheet with its rows and marks: ledgers on the left and right, reports below."""
    places = zip((1, 6), _halves(TABS), strict=True)
    bottoms = [_ledgers(sheet, form, term, row, column, areas) for column, areas in places]
    row = max(bottoms) + 1
    _heading(sheet, form, row, "报表")
    for index, own in enumerate((*OWN_SHEETS, None)):
        name = own.title if own else "帮助"
        column = (1, 2, 3, 4, 6, 7, 8, 9)[index % 8]
        _link(sheet, form, row + 1 + index // 8, column, name)


def _halves(areas: Sequence[Area]) -> tuple[list[Area], list[Area]]:
    """Share areas out over two columns of about the same height, in their order."""
    sizes = [len(area.models) + 2 for area in areas]  # with head and gap
    ends = list(accumulate(sizes))
    left = sum(2 * end - size < ends[-1] for end, size in zip(ends, sizes, strict=True))
    return list(areas[:left]), list(areas[left:])


def _ledgers(
    sheet: Any, form: Forms, term: Term, row: int, column: int, areas: Sequence[Area]
) -> int:
    for area in areas:
        for offset, text in enumerate((area.title.zh, "行数", "有错的行", "有提醒的行")):
            sheet.write_string(row, column + offset, text, form.heading())
        row += 1
        for model in area.models:
            page = term.pages[model.ledger.key]
            _link(sheet, form, row, column, model.ledger.title)
            for offset, (formula, value) in enumerate(_numbers(term, page), 1):
                number = form(border=1, border_color=LINE, align="center")
                sheet.write_formula(row, column + offset, formula, number, value)
            row += 1
        row += 1
    return row


def _numbers(term: Term, page: LedgerSheet) -> tuple[tuple[str, int], ...]:
    """Return formulas and values: rows, rows with errors, rows with warnings."""
    field = next(field for field in page.fields if page.model.required(field))
    rows = term.rows.get(page.model.ledger.key, ())
    result = page.cells(RESULT_HEADING)
    return (
        (f"=COUNTA({page.cells(field)})", sum(row.get(field) is not None for row in rows)),
        (f'=COUNTIF({result},"*✘*")', 0),
        (f'=COUNTIF({result},"*？【*")', 0),
    )


def _link(sheet: Any, form: Forms, row: int, column: int, name: str) -> None:
    look = form(font_color=ACCENT, underline=1, border=1, border_color=LINE, bg_color=PALE)
    sheet.write_url(row, column, f"internal:'{name}'!A1", look, string=name)
