"""A file is read exactly as it shows, whatever its writer and whichever reader it needs."""

import os
import sys
from datetime import date, time
from pathlib import Path

import pytest
from tests.hosts.by_hand import MAIN, SHEET, TEXTS, book, content, sheet, sheet_xml, texts_xml

from houqin.cells.values import CellError, CellValue, Uncached
from houqin.errors import Refused
from houqin.hosts import files, guard
from houqin.hosts.apart import Cells, read_apart
from houqin.hosts.files import FileHost, open_workbook
from houqin.hosts.worker import CALAMINE, OPENPYXL, Corner, Order
from houqin.tables.grid import Block, Grid

ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


def cell_at(grid: Grid, row: int, column: int) -> CellValue:
    return grid.values[row - grid.top][column - grid.left]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="B2"><v>12.5</v></c>', 12.5),
        ('<c r="B2"><v>123456789012345678</v></c>', 123456789012345680.0),
        ('<c r="B2" t="b"><v>1</v></c>', True),
        ('<c r="B2" t="s"><v>0</v></c>', "口罩"),
        ('<c r="B2" t="str"><f>"a"</f><v>a</v></c>', "a"),
        ('<c r="B2" t="inlineStr"><is><t xml:space="preserve"> 口罩\n盒 </t></is></c>',
         " 口罩\n盒 "),
        ('<c r="B2" t="inlineStr"><is><t>a_x000D_b</t></is></c>', "a\rb"),
        ('<c r="B2" s="1"><v>43963</v></c>', date(2020, 5, 12)),
        ('<c r="B2" s="2"><v>0.3125</v></c>', time(7, 30)),
        ('<c r="B2" s="2"><v>0</v></c>', time(0, 0)),
        ('<c r="B2" s="2"><v>-0.25</v></c>', -0.25),
        ('<c r="B2" s="1" t="n"><v>-1</v></c>', -1.0),
        ('<c r="B2" t="e"><v>#N/A</v></c>', CellError("#N/A")),
        ('<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', CellError("#DIV/0!")),
        ('<c r="B2" t="e"><f t="shared" si="0"/><v>#REF!</v></c>', CellError("#REF!")),
        ('<c r="B2"><f>A1</f></c>', Uncached()),
        ('<c r="B2"><f>A1</f><v/></c>', Uncached()),
        ('<c r="B2"><f>A1</f><v></v></c>', Uncached()),
        ('<c r="B2"><f t="shared" si="0"/></c>', Uncached()),
        ('<c r="B2"><f>A1</f><v>3</v></c>', 3),
        ('<c r="B2" t="str"><f>""</f><v></v></c>', ""),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_it_shows(tmp_path: Path, cell: str, value: CellValue) -> None:
    rows = ONE + f'<row r="2">{cell}<c r="C2"><v>5</v></c></row>'

    found = cell_at(open_workbook(sheet(tmp_path, rows)).read("领用"), 2, 2)

    assert (found, type(found) is bool) == (value, type(value) is bool)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="3"><c r="C3"><v>1</v></c><c r="D3" t="e"><v>#N/A</v></c></row>',
        "<row r='3'><c r='C3'><v>1</v></c><c r='D3' t='e'><v>#N/A</v></c></row>",
        '<row r="3"><c s="0" r="C3"><v>1</v></c><c t="e" s="0" r="D3"><v>#N/A</v></c></row>',
        '<row r="2"/><row><c r="C3"><v>1</v></c><c t="e"><v>#N/A</v></c></row>',
        '<row\n  r="3">\n<c\n  r="C3"><v>1</v></c>\n<c\n  r="D3"\n t="e">\n<v>#N/A</v></c></row>',
        '<row r="3"><c r="D3" t="e"><v>#N/A</v></c><c r="C3"><v>1</v></c></row>',
        '<row r="3"><c r="D3" t="e"><!-- c --><v>#N/A</v></c><c r="C3"><v>1</v></c></row>',
    ],
)
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_every_way_to_write_a_sheet_gives_the_same_grid(
    tmp_path: Path, rows: str, prefix: str
) -> None:
    whole = sheet_xml(rows)
    if prefix:
        whole = whole.replace("</", "\0").replace("<", f"<{prefix}").replace("\0", f"</{prefix}")
        whole = whole.replace(f"<{prefix}?", "<?").replace(f"<{prefix}!", "<!")
        whole = whole.replace("xmlns=", "xmlns:x=")

    grid = open_workbook(book(tmp_path, {SHEET: whole})).read("领用")

    assert (grid.top, grid.left) == (3, 3)
    assert grid.values == [[1, CellError("#N/A")]]


def test_what_calamine_trims_is_put_back_in_its_place(tmp_path: Path) -> None:
    rows = (
        '<row r="2"><c r="B2"><f>X</f></c></row><row r="4"><c r="D4"><v>1</v></c></row>'
        '<row r="6"><c r="F6" t="e"><v>#N/A</v></c></row>'
    )

    grid = open_workbook(sheet(tmp_path, rows)).read("领用")

    assert (grid.top, grid.left) == (2, 2)
    assert cell_at(grid, 2, 2) == Uncached()
    assert cell_at(grid, 4, 4) == 1
    assert cell_at(grid, 6, 6) == CellError("#N/A")


def test_a_sheet_without_values_gives_no_rows(tmp_path: Path) -> None:
    grid = open_workbook(sheet(tmp_path, "")).read("领用")

    assert (list(grid.values), grid.top, grid.left) == ([], 1, 1)


def test_merges_and_hidden_rows_and_columns_are_told(tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        ONE
        + '<row r="3" spans="1:2" hidden="1"/><row r="4" hidden="0"/><row hidden="true" r="9"/>',
        head='<cols><col min="2" max="3" width="9" hidden="1"/><col min="5" max="5"/></cols>',
        tail='<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="AA9:AB9"/></mergeCells>',
    )

    grid = open_workbook(path).read("领用")

    assert grid.hidden_rows == {3, 9}
    assert grid.hidden_columns == {2, 3}
    assert grid.merges == (Block(1, 1, 2, 2), Block(9, 27, 9, 28))


@pytest.mark.parametrize("error", ["#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!"])
def test_a_newer_error_does_not_cost_the_sheet(tmp_path: Path, error: str) -> None:
    rows = ONE + f'<row r="2"><c r="B2" t="e"><v>{error}</v></c><c r="C2"><v>3</v></c></row>'

    grid = open_workbook(sheet(tmp_path, rows)).read("领用")

    assert cell_at(grid, 1, 1) == 1
    assert cell_at(grid, 2, 2) == CellError(error)
    assert cell_at(grid, 2, 3) == 3


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="B2" t="inlineStr"><is><t>领用人</t></is></c>', "领用人"),
        ('<c r="B2"><v>7</v></c>', 7),
        ('<c r="B2" t="e"><v>#N/A</v></c>', CellError("#N/A")),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_sheet_in_utf_16_is_not_taken_for_empty(
    tmp_path: Path, cell: str, value: CellValue, encoding: str
) -> None:
    whole = sheet_xml(f'<row r="2">{cell}</row>').replace("?>", ' encoding="utf-16"?>', 1)
    path = book(tmp_path, {SHEET: whole.encode(encoding)})

    assert cell_at(open_workbook(path).read("领用"), 2, 2) == value


def test_strict_open_xml_is_read(tmp_path: Path) -> None:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    path = book(tmp_path, {SHEET: sheet_xml(ONE).replace(MAIN, strict)})

    assert open_workbook(path).read("领用").values == [[1]]


def test_rows_out_of_order_are_refused_where_only_openpyxl_can_read(tmp_path: Path) -> None:
    rows = '<row r="5"><c r="A5" t="e"><v>#SPILL!</v></c></row>' + ONE
    host = open_workbook(sheet(tmp_path, rows))

    with pytest.raises(Refused) as refused:
        host.read("领用")

    assert refused.value.code == "unreadable"


def test_a_sheet_that_cannot_be_read_does_not_lose_the_others(tmp_path: Path) -> None:
    host = open_workbook(sheet(tmp_path, '<row r="1"><c r="A1" t="s"><v>99</v></c></row>'))

    with pytest.raises(Refused, match="领用"):
        host.read("领用")

    assert host.read("入库").values == [[2]]


def test_a_file_is_neither_changed_nor_held_nor_joined_by_another(tmp_path: Path) -> None:
    path = sheet(tmp_path, ONE + '<row r="2"><c r="A2" t="e"><v>#SPILL!</v></c></row>')
    before = path.read_bytes(), path.stat().st_mtime_ns

    host = open_workbook(path)
    path.rename(tmp_path / "改名.xlsx")
    host.read("领用")
    host.close()

    assert os.listdir(tmp_path) == ["改名.xlsx"]  # noqa: PTH208 - names only
    path = tmp_path / "改名.xlsx"
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_what_macros_and_links_a_workbook_has_is_known(tmp_path: Path) -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = (
        f'<Relationships><Relationship Id="rId1" Type="{office}/worksheet" '
        'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
        f'Type="{office}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId8" '
        f'Type="{office}/externalLink" Target="externalLinks/externalLink1.xml"/><Relationship '
        'Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
        'Target="vbaProject.bin"/></Relationships>'
    )
    path = book(tmp_path, {"xl/_rels/workbook.xml.rels": links})

    passport = guard.guard(path)

    assert (passport.macros, passport.external_links) == (True, 1)
    assert [sheet.part for sheet in passport.sheets] == [SHEET, "xl/worksheets/sheet2.xml"]


@pytest.fixture
def everything_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave nothing small enough to be read within this process."""
    monkeypatch.setattr(guard, "SMALL_TEXT", -1)


def test_a_reader_that_runs_out_of_memory_dies_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "MAX_AREA", 1 << 60)
    host = open_workbook(sheet(tmp_path, ONE + '<row r="2"><c r="XFD1048576"><v>1</v></c></row>'))

    with pytest.raises(Refused) as refused:
        host.read("领用")

    assert refused.value.code == "memory"
    assert host.read("入库").values == [[2]]


def test_a_reader_that_takes_too_long_is_ended() -> None:
    order = Order(content(), "领用", SHEET, (CALAMINE,))

    with pytest.raises(Refused) as refused:
        read_apart(order, seconds=0.001)

    assert refused.value.code == "timeout"


@pytest.mark.usefixtures("everything_apart")
def test_the_time_limit_holds_for_all_sheets_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, 15.0, 100.0, 104.0])  # before and after each sheet
    allowed = []

    def read(order: Order, seconds: float) -> Cells:
        allowed.append(seconds)
        return Cells(Corner(), [])

    monkeypatch.setattr(files, "monotonic", lambda: next(clock))
    monkeypatch.setattr(files, "read_apart", read)
    host = FileHost(book(tmp_path))

    for name in host.sheet_names():
        host.read(name)

    assert allowed == [20.0, 5.0]


@pytest.mark.parametrize("reader", [CALAMINE, OPENPYXL])
def test_both_readers_apart_give_what_is_given_here(tmp_path: Path, reader: str) -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>{n % 2}</v></c></row>' for n in range(1, 9001)
    )
    whole = content({SHEET: sheet_xml(rows), TEXTS: texts_xml("口罩", "盒_x000D_")})
    path = tmp_path / "台账.xlsx"
    path.write_bytes(whole)

    apart = read_apart(Order(whole, "领用", SHEET, (reader,)), seconds=20)

    assert apart.rows == open_workbook(path).read("领用").values
    assert apart.rows[:2] == [["盒\r"], ["口罩"]]
    assert len(apart.rows) == 9_000


def test_a_module_beside_the_workbook_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "python_calamine.py").write_text("raise SystemExit(3)\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [each for each in sys.path if each not in ("", ".")])

    apart = read_apart(
        Order(content(), "入库", "xl/worksheets/sheet2.xml", (CALAMINE,)), seconds=20
    )

    assert apart.rows == [[2]]
