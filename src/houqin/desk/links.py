"""Formulas that lead from the problem list to a cell, wherever its row has gone."""

from houqin.desk.marks import Marked
from houqin.port import Formula
from houqin.tables.address import split_address

WHOLE = "-"  # what is shown of a problem that stands at no cell


def link(sheet: str, cell: str, number: int, place: Marked | None) -> Formula:
    """Return what stands in the list's column 单元格.

    The row is found by the problem's number in 校验结果, so the link follows rows that were
    sorted, inserted or deleted since; a cell above the rows of a ledger never moves.
    """
    quoted = "'" + sheet.replace("'", "''") + "'"
    target = "#" + quoted.replace('"', '""') + "!"
    if cell in ("", WHOLE):
        return Formula(f'=HYPERLINK("{target}A1","{WHOLE}")')
    column, row = split_address(cell)
    column = column or "A"
    if place is None or row <= place.heading_row:
        return Formula(f'=HYPERLINK("{target}{column}{row}","{cell}")')
    letter = place.letter
    found = f'IFERROR(MATCH("*№{number} *",{quoted}!${letter}:${letter},0),{row})'
    return Formula(f'=HYPERLINK("{target}{column}"&{found},"{column}"&{found})')
