"""Rows added to a workbook by mending its XML: what is written is what is read."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import examples
from tests.hosts import by_hand
from tests.hosts.test_contract import as_shown
from tests.importing.books import NEW, Rows, cells, changed, made, parts

from houqin.cells.values import CellError, CellValue
from houqin.files import WouldReplaceInputError
from houqin.reports.appended import CannotAddError, write_appended
from houqin.reports.repacked import OtherKindError


def test_rows_are_written_below_the_data_and_read_back(tmp_path: Path) -> None:
    book, out = made(tmp_path / "a.xlsx"), tmp_path / "b.xlsx"
    before = book.read_bytes()

    write_appended(book, [Rows([NEW, ("LY-3", None, -1, " a\nb ")])], out)

    assert book.read_bytes() == before
    found = cells(out)
    assert {place: found[place] for place in ("A5", "B5", "C5")} == {
        "A5": "LY-1",
        "B5": date(2020, 5, 12),
        "C5": 12.0,
    }
    new = {place: value for place, value in found.items() if place[1:] in ("6", "7")}
    assert new == {
        "A6": "LY-2", "B6": date(2020, 5, 13), "C6": 2.5, "D6": "=1+1",
        "A7": "LY-3", "C7": -1.0, "D7": " a\nb ",
    }  # fmt: skip


def test_openpyxl_sees_text_as_text_and_days_as_days(tmp_path: Path) -> None:
    out = tmp_path / "b.xlsx"
    write_appended(made(tmp_path / "a.xlsx"), [Rows([NEW])], out)

    sheet = openpyxl.load_workbook(out)["领用"]
    row = [sheet.cell(6, column) for column in range(1, 6)]
    assert [cell.value for cell in row] == ["LY-2", datetime(2020, 5, 13), 2.5, "=1+1", None]  # noqa: DTZ001
    assert [cell.data_type for cell in row[:4]] == ["s", "d", "n", "s"]
    assert row[1].number_format == "yyyy-mm-dd"
    assert [cell.border.left.style for cell in row] == ["thin"] * 5
    assert sheet.dimensions == "A4:E6"
    assert sheet.tables["stock_issues"].ref == "A4:E6"
    filtered = sheet.tables["stock_issues"].autoFilter
    assert filtered is not None
    assert filtered.ref == "A4:E6"


def test_nothing_to_add_is_the_same_file(tmp_path: Path) -> None:
    book, out = made(tmp_path / "a.xlsx"), tmp_path / "b.xlsx"

    write_appended(book, [], out)

    assert out.read_bytes() == book.read_bytes()


def test_days_count_from_1904_where_the_book_does(tmp_path: Path) -> None:
    book = made(tmp_path / "a.xlsx", options={"date_1904": True})
    out = tmp_path / "b.xlsx"

    write_appended(book, [Rows([NEW])], out)

    assert cells(out)["B6"] == date(2020, 5, 13)
    assert openpyxl.load_workbook(out)["领用"]["B6"].value == datetime(2020, 5, 13)  # noqa: DTZ001


def test_a_value_that_the_cell_above_does_not_show_gets_a_format_of_its_own(tmp_path: Path) -> None:
    book, out = made(tmp_path / "a.xlsx"), tmp_path / "b.xlsx"
    row = (date(2020, 5, 13), 7, datetime(2020, 5, 13, 7, 30), time(7, 30))  # noqa: DTZ001

    write_appended(book, [Rows([row, row])], out)

    assert changed(book, out) >= {"xl/styles.xml"}
    sheet = openpyxl.load_workbook(out)["领用"]
    shown = [sheet.cell(6, column) for column in range(1, 5)]
    assert [cell.number_format for cell in shown] == ["mm-dd-yy", "General", "m/d/yy h:mm", "h:mm"]
    assert [cell.border.left.style for cell in shown] == ["thin"] * 4
    assert cells(out)["B7"] == 7
    assert (cells(out)["C7"], cells(out)["D7"]) == row[2:]


def test_the_first_row_of_an_empty_ledger_shows_its_days(tmp_path: Path) -> None:
    book = by_hand.sheet(
        tmp_path, '<row r="4"><c r="A4" t="inlineStr"><is><t>编号</t></is></c></row>'
    )
    out = tmp_path / "b.xlsx"

    write_appended(book, [Rows([NEW], 5, None)], out)

    assert cells(out)["B5"] == date(2020, 5, 13)
    assert changed(book, out) == {by_hand.SHEET}  # of its formats one shows days


def test_rows_that_wait_with_their_formats_are_filled_in_place(tmp_path: Path) -> None:
    rows = (
        '<row r="4"><c r="A4"><v>1</v></c></row>'
        '<row r="5" spans="1:2" s="1" customFormat="1" ht="20" customHeight="1"><c r="A5" s="2"/>'
        '<c r="E5" s="2"><f>1+1</f><v>2</v></c><c r="G5"><v>7</v></c></row>'
        '<row r="8"><c r="A8"><v>9</v></c></row>'
    )
    book = by_hand.sheet(tmp_path, rows, head='<cols><col min="2" max="3" style="1"/></cols>')
    out = tmp_path / "b.xlsx"

    write_appended(book, [Rows([NEW, NEW], 5, None)], out)

    xml = parts(out)[by_hand.SHEET].decode()
    fifth, sixth = xml[xml.index('<row r="5"') :].split("</row>")[:2]
    assert fifth.startswith(
        '<row r="5" s="1" customFormat="1" ht="20" customHeight="1"><c r="A5" s="2" t='
    )
    assert '<c r="B5" s="1"><v>43964</v></c>' in fifth
    assert '<c r="C5" s="3">' in fifth  # 2.5 would show as a day
    assert fifth.endswith('<c r="E5" s="2"><f>1+1</f><v>2</v></c><c r="G5"><v>7</v></c>')
    assert sixth.startswith('<row r="6"><c r="A6" t="inlineStr">')
    assert xml.index('<row r="6">') < xml.index('<row r="8">')


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="5"><c r="C5"><v>1</v></c></row>',
        '<row r="5"><c r="D5"><f>TODAY()</f></c></row>',
        '<row r="6"/><row r="5"/>',
        "<row><c><v>1</v></c></row>",
    ],
    ids=["a value", "a formula", "rows out of order", "cells without address"],
)
def test_where_a_cell_is_taken_nothing_is_written(rows: str, tmp_path: Path) -> None:
    book, out = by_hand.sheet(tmp_path, rows), tmp_path / "b.xlsx"

    with pytest.raises(CannotAddError, match="领用"):
        write_appended(book, [Rows([NEW], 5, None)], out)

    assert not out.exists()


def test_tags_with_a_prefix_are_written_alike(tmp_path: Path) -> None:
    xml = (
        f'<x:worksheet xmlns:x="{by_hand.MAIN}"><x:dimension ref="A4"/><x:sheetData>'
        '<x:row r="4"><x:c r="A4"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    book, out = by_hand.book(tmp_path, {by_hand.SHEET: xml}), tmp_path / "b.xlsx"

    write_appended(book, [Rows([NEW], 5, None)], out)

    assert cells(out)["D5"] == "=1+1"
    assert '<x:dimension ref="A4:D5"/>' in parts(out)[by_hand.SHEET].decode()


def test_a_sheet_without_any_row_takes_its_first(tmp_path: Path) -> None:
    xml = by_hand.sheet_xml("").replace("<sheetData></sheetData>", "<sheetData/>")
    book, out = by_hand.book(tmp_path, {by_hand.SHEET: xml}), tmp_path / "b.xlsx"

    write_appended(book, [Rows([NEW], 5, None)], out)

    assert cells(out)["A5"] == "LY-2"


def test_the_book_itself_is_never_replaced(tmp_path: Path) -> None:
    book = made(tmp_path / "a.xlsx")

    with pytest.raises(WouldReplaceInputError):
        write_appended(book, [Rows([NEW])], book)
    with pytest.raises(OtherKindError):
        write_appended(book, [Rows([NEW])], tmp_path / "b.xlsm")


def test_rows_beyond_the_end_of_a_sheet_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotAddError):
        write_appended(made(tmp_path / "a.xlsx"), [Rows([NEW], 1_048_577)], tmp_path / "b.xlsx")


CELLS: st.SearchStrategy[CellValue] = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.sampled_from(["_x0041_", "a_x000D_", "\r", "\x07", "]]>", "&amp;", "=1", " "]),
    st.booleans(),
    st.integers(-(10**14), 10**14),
    st.floats(-1e14, 1e14, allow_subnormal=False).map(lambda number: float(f"{number:.14g}")),
    st.dates(date(1990, 1, 1), date(2099, 12, 31)),
    st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 31)).map(  # noqa: DTZ001
        lambda moment: moment.replace(microsecond=0)
    ),
    st.times().map(lambda clock: clock.replace(microsecond=0)),
    st.integers(1, 10**5).map(lambda minutes: timedelta(minutes=minutes)),
    st.sampled_from([CellError("#N/A"), CellError("#DIV/0!")]),
)


@pytest.fixture(scope="module")
def one_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("one") / "a.xlsx")


@given(rows=st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=5))
@examples(40)
def test_any_cell_is_read_back_as_it_was(rows: list[list[CellValue]], one_book: Path) -> None:
    out = one_book.with_name("b.xlsx")
    write_appended(one_book, [Rows(rows)], out)

    found = cells(out)
    for down, row in enumerate(rows, 6):
        for column, cell in zip("ABCD", row, strict=True):
            assert told(found.get(f"{column}{down}")) == told(cell)


def told(cell: CellValue) -> object:
    """Return a cell without what spreadsheets do not tell apart."""
    if isinstance(cell, timedelta):
        return round(cell.total_seconds())
    if isinstance(cell, str) and not cell:
        return None
    return as_shown(cell)
