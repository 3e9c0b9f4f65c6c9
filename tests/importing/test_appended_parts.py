"""Rows added to a workbook: which of its parts change, and that all others keep every bit."""

from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
import xlsxwriter
from tests.hosts import by_hand
from tests.importing.books import HEADS, NEW, Rows, changed, made, parts

from houqin.reports.appended import CannotAddError, write_appended
from houqin.reports.appended_ranges import recalculated, table_of
from houqin.tables.grid import Block


def test_only_the_sheet_and_its_table_change(tmp_path: Path) -> None:
    book, out = made(tmp_path / "a.xlsx"), tmp_path / "b.xlsx"

    write_appended(book, [Rows([NEW])], out)

    assert changed(book, out) == {"xl/worksheets/sheet1.xml", "xl/tables/table1.xml"}


def test_a_filter_of_the_sheet_grows_with_its_name(tmp_path: Path) -> None:
    book, out = made(tmp_path / "a.xlsx", table=False), tmp_path / "b.xlsx"

    write_appended(book, [Rows([NEW, NEW])], out)

    assert changed(book, out) == {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}
    read = openpyxl.load_workbook(out)
    assert read["领用"].auto_filter.ref == "A4:E7"
    workbook = parts(out)["xl/workbook.xml"].decode()
    assert "领用!$A$4:$E$7<" in workbook
    assert "入库!$A$4:$E$10<" in workbook


def test_a_table_below_is_never_run_into(tmp_path: Path) -> None:
    book, out = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    with xlsxwriter.Workbook(book) as drawn:
        sheet = drawn.add_worksheet("领用")
        sheet.add_table(3, 0, 4, 3)
        sheet.add_table(7, 0, 9, 3, {"header_row": False})

    write_appended(book, [Rows([NEW], 5, None)], out)
    with pytest.raises(CannotAddError):
        write_appended(book, [Rows([NEW] * 4, 5, None)], out)


def test_a_table_with_a_row_of_totals_is_left_as_it_is(tmp_path: Path) -> None:
    book, out = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    with xlsxwriter.Workbook(book) as drawn:
        drawn.add_worksheet("领用").add_table(3, 0, 6, 3, {"total_row": True})

    write_appended(book, [Rows([NEW], 9, None)], out)

    assert changed(book, out) == {"xl/worksheets/sheet1.xml", "xl/styles.xml"}


def test_a_table_without_data_loses_the_mark_that_says_so(tmp_path: Path) -> None:
    book, empty, out = made(tmp_path / "a.xlsx"), tmp_path / "c.xlsx", tmp_path / "b.xlsx"
    with ZipFile(empty, "w") as copy:
        for name, part in parts(book).items():
            copy.writestr(
                name, part.replace(b' totalsRowShown="0"', b' insertRow="1" totalsRowShown="0"')
            )

    write_appended(empty, [Rows([NEW])], out)

    assert b"insertRow" in parts(empty)["xl/tables/table1.xml"]
    assert b"insertRow" not in parts(out)["xl/tables/table1.xml"]


def test_computed_formulas_are_computed_anew(tmp_path: Path) -> None:
    links = parts(by_hand.book(tmp_path))["xl/_rels/workbook.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"
    chain = f'<Relationship Id="rId9" Type="{kind}" Target="calcChain.xml"/></Relationships>'
    workbook = parts(by_hand.book(tmp_path))[by_hand.WORKBOOK].decode()
    book = by_hand.book(
        tmp_path,
        {
            "xl/_rels/workbook.xml.rels": links.replace("</Relationships>", chain),
            "xl/calcChain.xml": f'<calcChain xmlns="{by_hand.MAIN}"><c r="A1" i="1"/></calcChain>',
            by_hand.WORKBOOK: workbook.replace(
                "</workbook>", '<calcPr calcId="191029"/></workbook>'
            ),
        },
    )
    out = tmp_path / "b.xlsx"

    write_appended(book, [Rows([NEW], 5, None)], out)

    assert b'<calcPr calcId="191029" fullCalcOnLoad="1"/>' in parts(out)[by_hand.WORKBOOK]
    assert parts(out)["xl/calcChain.xml"] == parts(book)["xl/calcChain.xml"]


def test_a_column_that_a_formula_fills_is_filled_in_the_new_rows(tmp_path: Path) -> None:
    book, out = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    with xlsxwriter.Workbook(book) as drawn:
        sheet = drawn.add_worksheet("领用")
        heads = [{"header": head} for head in HEADS]
        heads[3] = {"header": "倍数", "formula": "=stock_issues[[#This Row],[数量]]*2"}
        sheet.add_table(3, 0, 4, 4, {"name": "stock_issues", "columns": heads})

    rows = [("LY-2", None, 2), ("LY-3", None, 3), (None, None, None)]
    write_appended(book, [Rows(rows, 5, None, "ABC")], out)

    sheet_xml = parts(out)["xl/worksheets/sheet1.xml"].decode()
    formula = "stock_issues[[#This Row],[数量]]*2"
    assert f'<c r="D5"><f>{formula}</f><v>0</v></c>' in sheet_xml  # as it was
    assert f'<c r="D6"><f>{formula}</f></c>' in sheet_xml
    assert '<row r="7"' not in sheet_xml
    assert b'fullCalcOnLoad="1"' in parts(out)["xl/workbook.xml"]


def test_a_workbook_without_a_word_on_computing_gets_it_in_its_place(tmp_path: Path) -> None:
    text = "<workbook><sheets/><definedNames></definedNames><extLst/></workbook>"

    assert recalculated("<workbook><sheets></sheets></workbook>") == (
        '<workbook><sheets></sheets><calcPr fullCalcOnLoad="1"/></workbook>'
    )
    assert recalculated(text) == text.replace("<extLst", '<calcPr fullCalcOnLoad="1"/><extLst')
    assert (
        recalculated('<w><calcPr fullCalcOnLoad="1"/></w>') == '<w><calcPr fullCalcOnLoad="1"/></w>'
    )


def test_a_table_without_a_filter_grows_alone() -> None:
    table = table_of('<table ref="A4:E5" totalsRowShown="0"><tableColumns/></table>')

    assert table.extended(9) == '<table ref="A4:E9" totalsRowShown="0"><tableColumns/></table>'
    assert not table_of('<table ref="#REF!"/>').holds(4, Block(5, 1, 5, 4))


def test_a_part_that_is_there_twice_is_copied_once(tmp_path: Path) -> None:
    book, out = made(tmp_path / "a.xlsx"), tmp_path / "b.xlsx"
    with ZipFile(book, "a") as more, pytest.warns(UserWarning, match="Duplicate"):
        more.writestr("xl/styles.xml", more.read("xl/styles.xml"))

    write_appended(book, [Rows([NEW])], out)

    with ZipFile(out) as copied:
        assert len(copied.namelist()) == len(set(copied.namelist()))


def test_macros_and_everything_else_of_a_master_keep_every_bit(tmp_path: Path) -> None:
    book, out = made(tmp_path / "a.xlsm"), tmp_path / "b.xlsm"
    with ZipFile(book, "a") as more:
        more.writestr("xl/vbaProject.bin", bytes(range(256)))
        more.writestr("customUI/customUI14.xml", "<customUI/>")

    write_appended(book, [Rows([NEW])], out)

    assert changed(book, out) == {"xl/worksheets/sheet1.xml", "xl/tables/table1.xml"}
