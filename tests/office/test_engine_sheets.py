"""Hidden, merged and used cells, tables, filters and drop-downs are told and set as in Excel."""

from typing import Any

import pytest
import xlwings as xw
from tests.office.engine import ComError
from tests.office.samples import HEADINGS
from tests.office.uno_api import enum, struct

pytestmark = pytest.mark.office


@pytest.mark.parametrize(
    ("address", "hidden"), [("A3", True), ("A4:A9", False), ("A1:A9", None), ("A3:C3", True)]
)
def test_hidden_rows_are_told(book: xw.Book, address: str, hidden: bool | None) -> None:
    assert book.sheets["领用"].range(address).api.EntireRow.Hidden is hidden


@pytest.mark.parametrize(
    ("address", "hidden"), [("I1:J1", True), ("A1:H1", False), ("H1:I1", None)]
)
def test_hidden_columns_are_told(book: xw.Book, address: str, hidden: bool | None) -> None:
    assert book.sheets["领用"].range(address).api.EntireColumn.Hidden is hidden


@pytest.mark.parametrize(
    ("address", "merged"),
    [("A1:E1", True), ("B1", True), ("A2:E9", False), ("A1:E2", None), ("B1:B4", None)],
)
def test_merged_cells_are_told(book: xw.Book, address: str, merged: bool | None) -> None:
    cells = book.sheets["领用"].range(address)

    assert cells.merge_cells is merged
    assert cells.api.MergeCells is merged
    assert book.sheets["领用"].range("C1").merge_area.address == "$A$1:$E$1"


def test_what_is_formatted_is_used_but_not_what_may_be_entered(book: xw.Book) -> None:
    sheet = book.sheets["领用"]

    assert sheet.used_range.address == "$A$1:$E$8"
    sheet.range("G30").number_format = "@"
    assert sheet.used_range.address == "$A$1:$G$30"


def test_a_table_is_told_and_resized(book: xw.Book) -> None:
    table = book.sheets["领用"].tables["stock_issues"]
    heads = table.header_row_range
    assert heads is not None
    assert heads.value == list(HEADINGS)

    table.resize(book.sheets["领用"].range("A5:E20"))

    assert [each.name for each in book.sheets["领用"].tables] == ["stock_issues"]
    assert table.range.address == "$A$5:$E$20"
    assert table.data_body_range is not None
    assert table.data_body_range.address == "$A$6:$E$20"
    assert table.api.ShowAutoFilter is True


@pytest.mark.parametrize("address", ["A6:E20", "A5:E5", "K5:L9"])
def test_a_table_keeps_its_headings(book: xw.Book, address: str) -> None:
    sheet = book.sheets["领用"]

    with pytest.raises(ComError, match="invalid for a resized table"):
        sheet.tables["stock_issues"].resize(sheet.range(address))


def test_rows_taken_out_of_a_table_make_it_shorter(book: xw.Book) -> None:
    sheet = book.sheets["领用"]

    sheet.range("A7:E7").delete("up")

    assert sheet.tables["stock_issues"].range.address == "$A$5:$E$7"
    assert sheet.range("A6:A8").value == ["LY-003", "LY-002", None]


def test_a_filter_hides_rows_until_all_data_is_shown(book: xw.Book, sample: Any) -> None:
    sheet = book.sheets["领用"]
    filter_by(sample, "stock_issues", 0, "LY-001")
    assert sheet.api.FilterMode
    assert sheet.range("A6").api.EntireRow.Hidden

    sheet.tables["stock_issues"].api.AutoFilter.ShowAllData()

    assert not sheet.api.FilterMode
    assert sheet.range("A6:A8").api.EntireRow.Hidden is False
    with pytest.raises(ComError, match="ShowAllData"):
        sheet.api.ShowAllData()


def filter_by(document: Any, table: str, field: int, text: str) -> None:
    """Filter a table as a user does with the arrow in its heading."""
    wanted = struct(
        "sheet.TableFilterField",
        Field=field,
        Operator=enum("sheet.FilterOperator", "EQUAL"),
        StringValue=text,
    )
    block = document.DatabaseRanges.getByName(table)
    block.getFilterDescriptor().setFilterFields((wanted,))
    block.refresh()


def test_a_validation_is_told_taken_away_and_given_back(book: xw.Book) -> None:
    sheet = book.sheets["领用"]
    whole, one = sheet.range("B6:B8").api, sheet.range("B7").api
    before = validation_of(whole)
    assert before == (3, 2, "=清单_物品", "物品名称", "从清单里选")

    one.Validation.Delete()
    with pytest.raises(ComError):
        _ = whole.Validation.Type
    with pytest.raises(ComError):
        _ = one.Validation.Type
    one.Validation.Add(3, 2, 1, "=清单_物品")
    one.Validation.InputTitle = "物品名称"
    one.Validation.InputMessage = "从清单里选"

    assert validation_of(whole) == before
    with pytest.raises(ComError):
        one.Validation.Add(3, 2, 1, "=清单_物品")


def validation_of(cells: Any) -> tuple[Any, ...]:
    found = cells.Validation
    return (
        found.Type,
        found.AlertStyle,
        found.Formula1,
        found.InputTitle,
        found.InputMessage,
    )


@pytest.mark.parametrize(
    ("kind", "first", "second"), [(3, "a,b", ""), (1, "0", "100"), (7, "=$A$1>1", "")]
)
def test_any_validation_is_set(book: xw.Book, kind: int, first: str, second: str) -> None:
    cells = book.sheets["领用"].range("G6:G8").api

    cells.Validation.Add(kind, 1, 1, first, second)

    assert cells.Validation.Type == kind
    assert cells.Validation.Formula1 == first
    assert cells.Validation.Formula2 == (second or "0")
