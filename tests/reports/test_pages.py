"""Sheets as openpyxl reads them back: what stands in a cell, how it is written, and how high a row is."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from houqin.reports.pages import NOTHING, Page, lines_needed, new_workbook, shown_width
from houqin.sections import Unit, Value


def drawn(path: Path, draw: Callable[[Page], object]) -> Any:
    """Return the sheet 甲 as it is read back, with what `draw` put into it."""
    with new_workbook(path, "题目", date(2020, 6, 30)) as pages:
        draw(pages.page("甲"))
    return openpyxl.load_workbook(path)["甲"]


def heights(sheet: Any, *rows: int) -> list[int | None]:
    """Return how many points high rows are; the file keeps steps of a quarter."""
    found = [sheet.row_dimensions[row].height for row in rows]
    return [height and round(height) for height in found]


def width_of(sheet: Any) -> int:
    """Return how many characters wide column A is, without the margin that the file adds."""
    return int(sheet.column_dimensions["A"].width)


@pytest.mark.parametrize(
    ("value", "unit", "stands", "number_format"),
    [
        (1234, Unit.COUNT, 1234, "#,##0"),
        (Decimal("1234.5"), Unit.MONEY, 1234.5, "#,##0.00"),
        (Decimal("0.985"), Unit.RATE, 0.985, "0.0%"),
        (Decimal("2.25"), Unit.DAYS, 2.25, "#,##0.0#"),
        (8, Unit.DAYS, 8, "#,##0"),
        (Decimal(12), Unit.QUANTITY, 12, "#,##0"),
        (Decimal("12.50"), Unit.QUANTITY, 12.5, "#,##0.0#"),
        (0, Unit.COUNT, 0, "#,##0"),
        (date(2020, 5, 12), Unit.DATE, datetime(2020, 5, 12), "yyyy-mm-dd"),  # noqa: DTZ001
        (date(2020, 5, 12), Unit.TEXT, datetime(2020, 5, 12), "yyyy-mm-dd"),  # noqa: DTZ001
        ("口罩", Unit.TEXT, "口罩", "General"),
        ("约30", Unit.QUANTITY, "约30", "General"),
        ("", Unit.TEXT, None, "General"),  # blank, for somebody to fill in
        (7, Unit.TEXT, "7", "General"),
        (Decimal("1.50"), Unit.TEXT, "1.5", "General"),
        (None, Unit.COUNT, NOTHING, "General"),
        (None, Unit.TEXT, NOTHING, "General"),
    ],
)
def test_a_value_is_written_in_the_way_of_its_unit(
    tmp_path: Path, value: Value, unit: Unit, stands: object, number_format: str
) -> None:
    cell = drawn(tmp_path / "a.xlsx", lambda page: page.cells([value], [unit], bold=True))["A1"]

    assert (cell.value, cell.number_format) == (stands, number_format)
    assert (cell.font.bold, cell.border.left.style) == (True, "thin")


def test_rows_follow_one_another(tmp_path: Path) -> None:
    def draw(page: Page) -> None:
        page.title("题目", "说明", verdict="草稿")
        page.heading("一")
        page.headings(["名称", "个数"])
        page.cells(["甲", 1], [Unit.TEXT, Unit.COUNT])
        page.cells(["乙", 2], [Unit.TEXT, Unit.COUNT])

    sheet = drawn(tmp_path / "a.xlsx", draw)

    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["题目", None],
        ["说明", None],
        ["草稿", None],
        [None, None],
        ["一", None],
        ["名称", "个数"],
        ["甲", 1],
        ["乙", 2],
    ]
    assert heights(sheet, 1, 2, 5, 6) == [30, None, 22, 22]


@pytest.mark.parametrize(
    ("good", "colour"), [(True, "FF2E7D32"), (False, "FFB3261E")], ids=["green", "red"]
)
def test_a_verdict_is_red_or_green_and_what_is_not_said_takes_no_row(
    tmp_path: Path, good: bool, colour: str
) -> None:
    def draw(page: Page) -> None:
        page.title("题目", verdict="没有发现问题", good=good)
        page.heading("一")

    sheet = drawn(tmp_path / "a.xlsx", draw)

    assert [sheet.cell(row, 1).value for row in (1, 2, 3, 4)] == [
        "题目",
        "没有发现问题",
        None,
        "一",
    ]
    assert (sheet["A2"].font.color.rgb, sheet["A2"].font.bold) == (colour, True)


@pytest.mark.parametrize(
    ("rows", "limits", "width"),
    [
        ([["abc"]], {"least": 8}, 8),
        ([["abcdefghij"]], {}, 12),  # ten letters and two of air
        ([["口罩口罩口罩"]], {}, 14),
        ([["口罩口罩口罩"], ["口"]], {}, 14),  # the widest row, not the last
        ([["口罩\n口罩口罩口罩"]], {}, 14),  # the widest line
        ([["口" * 30]], {"most": 40}, 40),
        ([["口" * 30]], {"fixed": {0: 17}}, 17),
        ([[123456789]], {}, 16),  # 123,456,789.00
        ([[date(2020, 5, 12)]], {}, 12),
    ],
)
def test_a_column_is_as_wide_as_what_stands_in_it_within_limits(
    tmp_path: Path, rows: list[list[Value]], limits: dict[str, Any], width: int
) -> None:
    def draw(page: Page) -> None:
        for row in rows:
            page.cells(row, [Unit.COUNT if isinstance(row[0], int) else Unit.TEXT])
        page.widths(**limits)

    sheet = drawn(tmp_path / "a.xlsx", draw)

    assert width_of(sheet) == width


def test_a_heading_has_room_for_the_button_of_a_filter(tmp_path: Path) -> None:
    def draw(page: Page) -> None:
        page.headings(["整改责任人"])
        page.widths()

    assert width_of(drawn(tmp_path / "a.xlsx", draw)) == 15  # ten letters, a button, air


@pytest.mark.parametrize(
    ("texts", "height"),
    [
        (["口" * 9], None),  # 18 narrow letters fit into a column of 20
        (["口" * 10], 2 * 15 + 4),
        (["a\nb\nc"], 3 * 15 + 4),
        (["a", "口" * 30], 4 * 15 + 4),  # the column that needs most
        (["口" * 30, "a"], 4 * 15 + 4),
    ],
)
def test_a_row_is_as_high_as_its_wrapped_text(
    tmp_path: Path, texts: list[str], height: int | None
) -> None:
    def draw(page: Page) -> None:
        page.cells(texts, [Unit.TEXT] * len(texts))
        page.cells(["a"], [Unit.TEXT])
        page.widths(fixed={0: 20, 1: 20})

    sheet = drawn(tmp_path / "a.xlsx", draw)

    assert heights(sheet, 1, 2) == [height, None]


def test_text_that_is_not_wrapped_makes_no_row_higher(tmp_path: Path) -> None:
    def draw(page: Page) -> None:
        page.put(0, "口" * 60)
        page.widths(fixed={0: 10})

    assert heights(drawn(tmp_path / "a.xlsx", draw), 1) == [None]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [("", 10, 1), ("a\n\nb", 10, 3), ("口" * 10, 22, 1), ("口" * 11, 22, 2), ("abc", 1, 3)],
)
def test_a_text_takes_so_many_lines(text: str, width: int, lines: int) -> None:
    assert lines_needed(text, width) == lines


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("abc", 3), ("口罩", 4), ("Ａ", 2), ("口罩12只", 8)]
)
def test_a_chinese_letter_is_two_narrow_ones_wide(text: str, width: int) -> None:
    assert shown_width(text) == width


@pytest.mark.parametrize("upright", [True, False])
def test_a_page_prints_on_a4_as_wide_as_the_paper(tmp_path: Path, upright: bool) -> None:
    path = tmp_path / "a.xlsx"
    with new_workbook(path, "题目", date(2020, 6, 30)) as pages:
        pages.page("甲", landscape=not upright)

    book = openpyxl.load_workbook(path)
    sheet: Any = book["甲"]
    setup = sheet.page_setup
    assert (int(setup.paperSize), setup.fitToHeight) == (9, 0)
    assert setup.orientation == ("portrait" if upright else "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddFooter.center.text == "&P / &N"
    assert sheet.sheet_view.showGridLines is False
    assert (sheet.page_margins.left, sheet.page_margins.top) == (0.5, 0.6)
    assert (book.properties.title, book.properties.creator) == ("题目", "houqin")
    assert book.properties.created.date() == date(2020, 6, 30)


def test_cells_that_look_alike_share_one_format(tmp_path: Path) -> None:
    def draw(page: Page) -> None:
        for row in range(40):
            page.put(0, "甲", bold=True, font_size=row % 2 + 9)
            page.put(1, "乙", font_size=row % 2 + 9, bold=True)
            page.row += 1

    assert len(drawn(tmp_path / "a.xlsx", draw).parent._cell_styles) == 3  # two, and the usual one


def test_a_book_that_breaks_half_way_leaves_no_file(tmp_path: Path) -> None:
    def draw(page: Page) -> None:
        page.put(0, "乙")
        raise KeyError("half way")

    with pytest.raises(KeyError):
        drawn(tmp_path / "a.xlsx", draw)

    assert list(tmp_path.iterdir()) == []


def test_a_link_keeps_the_text_of_its_cell(tmp_path: Path) -> None:
    def draw(page: Page) -> None:
        page.put(1, "G118")
        page.link(0, 1, "external:a b.xlsx#'领用'!G118", bg_color="#FDE7E5")

    cell = drawn(tmp_path / "a.xlsx", draw)["B1"]

    assert (cell.value, cell.font.underline) == ("G118", "single")
    assert cell.fill.fgColor.rgb == "FFFDE7E5"
    assert (cell.hyperlink.target, cell.hyperlink.location) == ("a%20b.xlsx", "'领用'!G118")


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (["总览", "隐患"], ["总览", "隐患"]),
        (["隐患", "隐患", "隐患"], ["隐患", "隐患 2", "隐患 3"]),
        (["A", "a"], ["A", "a 2"]),  # Excel does not tell them apart
        (["口" * 31], ["口" * 31]),
        (["口" * 40, "口" * 31], ["口" * 31, "口" * 29 + " 2"]),
        (["5月/6月: [甲]*?\\"], ["5月 6月   甲"]),
        (["'甲'", ""], ["甲", "1"]),
    ],
)
def test_every_sheet_has_a_name_that_excel_takes_and_no_other_has(
    tmp_path: Path, asked: list[str], names: list[str]
) -> None:
    path = tmp_path / "a.xlsx"
    with new_workbook(path, "题目", date(2020, 6, 30)) as pages:
        made = [pages.page(name).name for name in asked]

    assert openpyxl.load_workbook(path).sheetnames == names
    assert made == names
