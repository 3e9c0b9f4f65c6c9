"""The marked copy: the cells with problems filled, a list added, and nothing else changed."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell import Cell
from tests.conftest import Run

from houqin.hosts.files import open_workbook
from houqin.pipeline import check
from houqin.problems import Both, Hit, Place, Problem, Severity, State, Words
from houqin.reports.marked_copy import write_marked
from houqin.reports.marked_sheet import MarkedSheet, UnusualFormError
from houqin.reports.repacked import OtherKindError
from houqin.result import Options, Result

RED, AMBER = "FFFFC7CE", "FFFFEB9C"
NAMED = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}


def result_of(book: Path) -> Result:
    return check(open_workbook(book), Options("2020-06-30"), date(2026, 1, 1))


def problem(sheet: str, row: int, column: str, severity: Severity = Severity.ERROR) -> Problem:
    hit = Hit(Place(sheet, row, column), {})
    words = {"zh": Words("坏了", "请改"), "en": Words("bad", "mend")}
    return Problem("X-01", severity, hit, words, Both("好", "good"))


def with_problems(book: Path, *problems: Problem) -> Result:
    return replace(result_of(book), problems=problems)


def filled(cell: Any) -> str:
    assert isinstance(cell, Cell)
    return str(cell.fill.fgColor.rgb) if cell.fill.patternType == "solid" else ""


def look(cell: Any) -> tuple[Any, ...]:
    return (
        cell.value,
        cell.number_format,
        cell.font.b,
        cell.border.left.style,
        cell.alignment.wrapText,
    )


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_demo_is_marked_where_its_problems_are_and_nowhere_else(
    demo_book: Path, tmp_path: Path
) -> None:
    result = result_of(demo_book)
    copy = tmp_path / "标记.xlsx"

    assert write_marked(demo_book, result, copy) == ()

    before, after = openpyxl.load_workbook(demo_book), openpyxl.load_workbook(copy)
    colours = {Severity.ERROR: RED, Severity.WARNING: AMBER, Severity.NOTE: ""}
    expected = {
        (each.place.sheet, each.place.cell): colours[each.severity]
        for each in sorted(result.problems, key=lambda each: each.severity, reverse=True)
    }
    found = {}
    for sheet in before:
        for row in after[sheet.title].iter_rows():
            for cell in row:
                old = sheet[cell.coordinate]
                assert look(cell) == look(old)
                if filled(cell) != filled(old):
                    found[sheet.title, cell.coordinate] = filled(cell)
    assert len(expected) > 10
    assert found == {at: colour for at, colour in expected.items() if at[1] and colour}


def test_every_part_but_those_named_keeps_every_bit(demo_book: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.xlsx"
    write_marked(demo_book, with_problems(demo_book, problem("领用", 5, "A")), copy)

    old, new = parts(demo_book), parts(copy)
    changed = {name for name in old if old[name] != new[name]}
    sheet = changed - NAMED
    assert len(sheet) == 1
    assert next(iter(sheet)).startswith("xl/worksheets/sheet")
    assert new.keys() - old.keys() == {"xl/houqin-problems.xml"}


def test_only_the_style_of_a_marked_cell_differs(demo_book: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.xlsx"
    write_marked(demo_book, with_problems(demo_book, problem("领用", 5, "A")), copy)

    old, new = parts(demo_book), parts(copy)
    name = next(n for n in old.keys() - NAMED if old[n] != new[n])
    before, after = old[name].decode(), new[name].decode()
    start = next(i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b)
    assert '<c r="A5"' in before[start - 20 : start + 20]
    assert before[before.index("</c>", start) :] == after[after.index("</c>", start) :]


def test_the_list_leads_to_each_cell(demo_book: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.xlsx"
    write_marked(demo_book, with_problems(demo_book, problem("领用", 5, "A")), copy)

    sheet = openpyxl.load_workbook(copy)["问题清单"]
    heads = [cell.value for cell in sheet[3]]
    cell = sheet.cell(4, heads.index("单元格") + 1)
    assert (cell.value, sheet.cell(4, heads.index("问题") + 1).value) == ("A5", "坏了")
    assert cell.hyperlink is not None
    assert cell.hyperlink.location == "'领用'!A5"


def test_a_workbook_with_a_sheet_of_that_name_gets_another(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "问题清单"
    book.save(tmp_path / "a.xlsx")

    write_marked(tmp_path / "a.xlsx", with_problems(tmp_path / "a.xlsx"), tmp_path / "b.xlsx")

    assert openpyxl.load_workbook(tmp_path / "b.xlsx").sheetnames == ["问题清单", "问题清单 2"]


def test_what_was_accepted_is_not_filled(demo_book: Path, tmp_path: Path) -> None:
    one = replace(problem("领用", 5, "A"), state=State.ACCEPTED)
    write_marked(demo_book, with_problems(demo_book, one), tmp_path / "c.xlsx")

    assert filled(openpyxl.load_workbook(tmp_path / "c.xlsx")["领用"]["A5"]) == ""


def test_an_error_wins_over_a_warning_of_the_same_cell(demo_book: Path, tmp_path: Path) -> None:
    both = [problem("领用", 5, "A", each) for each in (Severity.WARNING, Severity.ERROR)]
    for name, problems in (("one", both), ("two", both[::-1])):
        write_marked(demo_book, with_problems(demo_book, *problems), tmp_path / f"{name}.xlsx")
        assert filled(openpyxl.load_workbook(tmp_path / f"{name}.xlsx")["领用"]["A5"]) == RED


def test_the_copy_has_the_extension_of_the_workbook(demo_book: Path, tmp_path: Path) -> None:
    with pytest.raises(OtherKindError):
        write_marked(demo_book, with_problems(demo_book), tmp_path / "copy.xlsm")

    assert list(tmp_path.iterdir()) == []


SHEET = (
    '<worksheet><cols><col min="3" max="3" style="2"/></cols><sheetData>{}</sheetData>'
    '<mergeCells count="1"/></worksheet>'
)


def marked(rows: str, *cells: tuple[int, int], prefix: str = "") -> str:
    """Return the rows with some cells marked: format n becomes n + 100."""
    marks: dict[int, dict[int, Any]] = {}
    for row, column in cells:
        marks.setdefault(row, {})[column] = lambda style: style + 100
    text = MarkedSheet(SHEET.format(rows), prefix).marked(marks)
    assert text.startswith("<worksheet><cols>")
    return text.partition("<sheetData>")[2].partition("</sheetData>")[0]


@pytest.mark.parametrize(
    ("rows", "cell", "expected"),
    [
        (
            '<row r="1"><c r="A1" s="3" t="s"><v>0</v></c></row>',
            (1, 1),
            '<row r="1"><c r="A1" t="s" s="103"><v>0</v></c></row>',
        ),
        (
            '<row r="1" spans="1:1"><c r="A1"/></row>',
            (1, 2),
            '<row r="1"><c r="A1"/><c r="B1" s="100"/></row>',
        ),
        (
            '<row r="1"><c r="B1"/></row>',
            (1, 1),
            '<row r="1"><c r="A1" s="100"/><c r="B1"/></row>',
        ),
        (
            '<row r="2"/><row r="5"/>',
            (3, 3),
            '<row r="2"/><row r="3"><c r="C3" s="102"/></row><row r="5"/>',
        ),
        ("", (7, 1), '<row r="7"><c r="A7" s="100"/></row>'),
        (
            '<row r="1" s="9" customFormat="1"></row>',
            (1, 1),
            '<row r="1" s="9" customFormat="1"><c r="A1" s="109"/></row>',
        ),
        (
            "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
            (2, 1),
            '<row><c><v>1</v></c><c><v>2</v></c></row><row><c s="100"><v>3</v></c></row>',
        ),
    ],
)
def test_a_cell_is_marked_where_it_is_or_should_be(
    rows: str, cell: tuple[int, int], expected: str
) -> None:
    assert marked(rows, cell) == expected


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="2"/><row r="1"/>',
        '<row r="1"><c r="B1"/><c r="A1"/></row>',
        '<row r="1"><!-- <c r="A1"/> --></row>',
    ],
)
def test_rows_in_an_odd_form_are_left_alone(rows: str) -> None:
    with pytest.raises(UnusualFormError):
        marked(rows, (1, 1))


def test_check_writes_the_copy_and_leaves_the_workbook(
    houqin: Run, demo_book: Path, tmp_path: Path
) -> None:
    book = Path(shutil.copy(demo_book, tmp_path / "台账.xlsx"))
    before = book.read_bytes()

    told = houqin("check", book, "-o", tmp_path / "标记.xlsx")

    assert told.exit_code == 1
    assert book.read_bytes() == before
    assert "问题清单" in openpyxl.load_workbook(tmp_path / "标记.xlsx").sheetnames
