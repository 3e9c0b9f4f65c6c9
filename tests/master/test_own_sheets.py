"""houqin's own sheets as the master has them: everything laid out before a button is pressed."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.utils import get_column_letter

from houqin.master.own_notices import SCALE, add_notices
from houqin.master.own_sheets import LAST, add_own_sheet
from houqin.own import OWN_SHEETS
from houqin.own.layout import FIRST_ROW, HEADING_ROW, NOTE_ROW, TITLE_ROW, OwnSheet
from houqin.own.notice_form import COLUMNS, HEADS_AT, NOTICES, PAGE, PAGES
from houqin.reports.forms import Forms
from houqin.sections import Unit

TABLES = tuple(sheet for sheet in OWN_SHEETS if sheet is not NOTICES)
LISTS = ("差异原因",)
tables = pytest.mark.parametrize("sheet", TABLES, ids=lambda sheet: str(sheet.key))

# Points on the screen: a Chinese letter of a heading, a Latin one, the filter button, the edges.
WIDE, NARROW, BUTTON, EDGES = 13.4, 7.3, 13.0, 6.0


def lay_out(path: Path, lang: str = "zh") -> None:
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    form = Forms(book)
    for sheet in OWN_SHEETS:
        if sheet is NOTICES:
            add_notices(book, form, lang=lang)
        else:
            add_own_sheet(book, sheet, form, lang=lang, lists=LISTS)
    book.close()


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("own") / "own.xlsx"
    lay_out(path)
    return openpyxl.load_workbook(path)


def rules(page: Any) -> Iterator[tuple[str, Any]]:
    """Yield where each conditional format holds, and its rule, in the order of their priority."""
    found = [
        (str(cells.sqref), rule) for cells in page.conditional_formatting for rule in cells.rules
    ]
    yield from sorted(found, key=lambda each: int(each[1].priority))


@tables
def test_the_headings_are_those_of_the_table_and_of_the_sheet(
    laid_out: Any, sheet: OwnSheet
) -> None:
    page = laid_out[sheet.title]

    last = get_column_letter(len(sheet.columns))
    headings = tuple(cell.value for cell in page[HEADING_ROW])
    assert headings == sheet.headings("zh")
    assert dict(page.tables.items()) == {sheet.key: f"A{HEADING_ROW}:{last}{FIRST_ROW}"}
    table = page.tables[sheet.key]
    assert tuple(column.name for column in table.tableColumns) == headings
    assert table.autoFilter.ref == table.ref


def test_in_english_the_headings_are_english(tmp_path: Path) -> None:
    lay_out(tmp_path / "en.xlsx", "en")

    book = openpyxl.load_workbook(tmp_path / "en.xlsx")
    for sheet in TABLES:
        assert tuple(cell.value for cell in book[sheet.title][HEADING_ROW]) == sheet.headings("en")


@tables
def test_title_and_hint_stand_above(laid_out: Any, sheet: OwnSheet) -> None:
    page = laid_out[sheet.title]

    assert page.cell(TITLE_ROW, 1).value == sheet.title
    assert page.cell(NOTE_ROW, 1).value == sheet.hint.zh


@tables
def test_each_column_has_the_format_of_its_unit_so_that_text_stays_text(
    laid_out: Any, sheet: OwnSheet
) -> None:
    formats = {
        Unit.TEXT: "@",
        Unit.DATE: "yyyy-mm-dd",
        Unit.MONEY: "#,##0.00",
        Unit.COUNT: "#,##0",
        Unit.RATE: "0.0%",
        Unit.QUANTITY: "General",
        Unit.DAYS: "General",
    }
    shapes = laid_out[sheet.title].column_dimensions.values()

    for at, column in enumerate(sheet.columns, 1):
        (shape,) = (each for each in shapes if each.min <= at <= each.max)
        assert shape.number_format == formats[column.unit]
        assert bool(shape.alignment.wrap_text) == (column.unit is Unit.TEXT)


def width_of(text: str) -> float:
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return wide * WIDE + (len(text) - wide) * NARROW


def in_lines(heading: str, room: float) -> list[float]:
    """Return how wide each line of a heading is; what stands in brackets stays together."""
    lines = [0.0]
    for wide in map(width_of, re.findall(r"（.*?）|[!-~]+|.", heading)):
        if lines[-1] + wide > room:
            lines.append(0.0)
        lines[-1] += wide
    return lines


@pytest.mark.parametrize("sheet", OWN_SHEETS, ids=lambda sheet: str(sheet.key))
def test_the_whole_chinese_heading_is_shown_beside_the_filter_button(sheet: OwnSheet) -> None:
    for column in sheet.columns:
        cell = column.width * 7 + 5
        lines = in_lines(column.heading.zh, cell - EDGES)
        button = 0 if sheet is NOTICES else BUTTON
        assert len(lines) <= 2, column
        assert len(lines) == 1 or lines[-1] >= 2 * WIDE or lines[0] < 2 * WIDE, column
        assert (cell - lines[-1]) / 2 >= button or len(lines) == 2, column


@tables
def test_lines_and_stripes_come_with_the_content_and_nothing_stands_in_the_cells(
    laid_out: Any, sheet: OwnSheet
) -> None:
    page = laid_out[sheet.title]

    letters = [get_column_letter(at) for at in range(1, len(sheet.columns) + 1)]
    filled = f"COUNTA($A{FIRST_ROW}:${letters[-1]}{FIRST_ROW})>0"
    of_rows = [(cells, rule) for cells, rule in rules(page) if not cells.startswith("A3")]
    assert {cells for cells, _ in of_rows} == {
        f"{letter}{FIRST_ROW}:{letter}{LAST + 1}" for letter in letters
    }
    assert all(filled in rule.formula[0] for _, rule in of_rows)
    assert all(rule.dxf.border.left.style == "thin" for _, rule in of_rows)
    assert [cell.value for cell in page[FIRST_ROW] if cell.value is not None] == []
    assert page.max_row <= FIRST_ROW


@tables
def test_what_people_type_stands_in_a_pale_field_and_is_never_striped(
    laid_out: Any, sheet: OwnSheet
) -> None:
    for at, column in enumerate(sheet.columns, 1):
        letter = get_column_letter(at)
        own = [
            rule
            for cells, rule in rules(laid_out[sheet.title])
            if cells.startswith(f"{letter}{FIRST_ROW}")
        ]
        fills = {str(rule.dxf.fill.bgColor.rgb)[2:] for rule in own if rule.dxf.fill}
        assert (fills == {"FFFBE6"}) == column.typed


def test_words_of_a_state_are_coloured_before_anything_else(laid_out: Any) -> None:
    page = laid_out["库存对账"]
    letter = get_column_letter([cell.value for cell in page[HEADING_ROW]].index("结果") + 1)

    own = [rule for cells, rule in rules(page) if cells.startswith(f"{letter}{FIRST_ROW}")]

    differs, *_ = own
    assert f'${letter}{FIRST_ROW}="不符"' in differs.formula[0]
    assert (differs.dxf.font.color.rgb, differs.dxf.fill.bgColor.rgb) == ("FFB3261E", "FFFDE7E5")
    assert own[-1].formula[0] == "AND(COUNTA($A6:$AA6)>0)"


def test_the_verdict_is_coloured_by_its_sign(laid_out: Any) -> None:
    found = {
        rule.formula[0]: rule.dxf.font.color.rgb
        for cells, rule in rules(laid_out["逾期隐患"])
        if cells == "A3"
    }

    assert found == {
        'LEFT($A$3,1)="✔"': "FF2E7D32",
        'LEFT($A$3,1)="？"': "FFB26A00",
        'LEFT($A$3,1)="✘"': "FFB3261E",
    }


def test_drop_downs_offer_the_words_of_the_column_or_a_list_that_is_there(laid_out: Any) -> None:
    found = {
        (sheet.title, str(each.sqref)): each.formula1
        for sheet in TABLES
        for each in laid_out[sheet.title].data_validations.dataValidation
    }

    assert found == {
        ("问题清单", f"M{FIRST_ROW}:M{LAST + 1}"): '"待改,接受"',
        ("盘点表", f"L{FIRST_ROW}:L{LAST + 1}"): "list_差异原因",
    }


def test_without_the_list_there_is_no_drop_down(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "own.xlsx"))
    (sheet,) = (each for each in TABLES if each.title == "盘点表")
    add_own_sheet(book, sheet, Forms(book))
    book.close()

    page = openpyxl.load_workbook(tmp_path / "own.xlsx").worksheets[0]

    assert page.data_validations.dataValidation == []


@tables
def test_a_sheet_prints_on_a4_as_wide_as_the_paper_with_its_headings_on_every_page(
    laid_out: Any, sheet: OwnSheet
) -> None:
    page = laid_out[sheet.title]

    assert page.page_setup.paperSize == 9
    assert page.page_setup.orientation == ("landscape" if sheet.landscape else "portrait")
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) in {(1, 0), (None, 0)}
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_rows == f"${HEADING_ROW}:${HEADING_ROW}"
    assert "&P / &N" in str(page.oddFooter.right.text).replace("Page &[Page]", "&P")
    assert page.freeze_panes == f"{get_column_letter(sheet.frozen + 1)}{FIRST_ROW}"


def test_only_a_sheet_to_write_on_by_hand_has_rows_of_a_fixed_height(laid_out: Any) -> None:
    fixed = {
        sheet.title: laid_out[sheet.title].sheet_format.defaultRowHeight
        for sheet in TABLES
        if laid_out[sheet.title].sheet_format.customHeight
    }

    assert fixed == {"盘点表": 27}


def test_every_page_of_the_notices_is_laid_out_alike(laid_out: Any) -> None:
    page = laid_out[NOTICES.title]

    merged = {str(cells) for cells in page.merged_cells.ranges}
    expected = {
        f"{get_column_letter(first + 1)}{row}:{get_column_letter(last + 1)}{row}"
        for number in range(PAGES)
        for row, part in enumerate(PAGE, number * len(PAGE) + 1)
        for first, last in part.merged
    }
    assert merged == expected
    heights = [page.row_dimensions[row].height for row in range(1, PAGES * len(PAGE) + 1)]
    assert heights == pytest.approx([part.height for part in PAGE] * PAGES, abs=0.5)


def test_each_notice_is_a_page_that_fits_on_a4(laid_out: Any) -> None:
    page = laid_out[NOTICES.title]

    ends = [each.id for each in page.row_breaks.brk]
    assert ends == [len(PAGE) * number for number in range(1, PAGES)]
    assert (page.page_setup.paperSize, page.page_setup.scale) == (9, SCALE)
    between_margins = {"height": (11.69 - 1.2) * 72, "width": (8.27 - 1.0) * 72}
    points = sum((column.width * 7 + 5) * 0.75 for column in COLUMNS)
    assert sum(part.height for part in PAGE) * SCALE / 100 < between_margins["height"]
    assert points * SCALE / 100 < between_margins["width"]


def test_an_unused_page_shows_no_line(laid_out: Any) -> None:
    page = laid_out[NOTICES.title]

    first = [
        rule.formula[0] for cells, rule in rules(page) if cells in {"A5:H5", "A6:H15", "A17:H17"}
    ]
    assert set(first) == {f'$A${HEADS_AT + 1}<>""'}
    borders = {
        cell.border.left.style for row in page.iter_rows(max_row=len(PAGE) * PAGES) for cell in row
    }
    assert borders == {None}


def test_before_the_button_is_used_the_notices_say_what_it_does(laid_out: Any) -> None:
    page = laid_out[NOTICES.title]

    told = [cell.value for row in page.iter_rows() for cell in row if cell.value]
    assert told == [NOTICES.hint.zh]
    assert page["A1"].value == NOTICES.hint.zh
