"""The hidden sheet _lists: what every drop-down offers, reckoned from 清单 and the list sheets.

A value that the school adds to 清单, or takes out of use there, so comes and goes in the
drop-downs without Python. Only plain functions are used, which Excel 2016, WPS and
LibreOffice all know.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from houqin.controls import LIST
from houqin.master.ledgers import TOP, LedgerSheet
from houqin.master.term import Row
from houqin.tables.address import column_letter

TITLE = "_lists"
ROWS = 1000  # of 清单 that are looked at
MOST = 100  # values of one list
HEAD = 1  # the row of the names, as the screen counts it
YES_NO = ("是", "否")


@dataclass(frozen=True, slots=True)
class Offer:
    """A drop-down that offers what stands in a column of a sheet."""

    name: str
    ledger: str
    field: str


SHEETS = (
    Offer("校区", "campuses", "name"),
    Offer("人员", "people", "name"),
    Offer("班级", "classes", "class_"),
    Offer("物品编号", "items", "item"),
    Offer("物品名称", "items", "name"),
)


def offered(term: Mapping[str, Sequence[Row]]) -> dict[str, list[str]]:
    """Return the values in use of every list of 清单, as the formulas reckon them."""
    found: dict[str, list[str]] = {}
    for row in term["lists"]:
        values = found.setdefault(str(row["list"]), [])
        if row.get("in_use") is not False:
            values.append(str(row["value"]))
    return found


def known_lists(term: Mapping[str, Sequence[Row]]) -> frozenset[str]:
    """Return the names of all drop-downs."""
    return frozenset(offered(term)) | {each.name for each in SHEETS} | {"是否"}


def add_lists(
    book: Any, term: Mapping[str, Sequence[Row]], pages: Mapping[str, LedgerSheet]
) -> None:
    """Add the sheet, and a defined name for every drop-down."""
    sheet = book.add_worksheet(TITLE)
    sheet.set_vba_name("ListsSheet")
    sheet.very_hidden()
    source, found = pages["lists"], offered(term)
    _keys(sheet, source, term["lists"])
    for column, (name, values) in enumerate(found.items(), 1):
        _values(sheet, source, column, name, values)
        letter = column_letter(column + 1)
        first, block = f"${letter}${HEAD + 1}", f"${letter}${HEAD + 1}:${letter}${HEAD + MOST}"
        count = f'MAX(1,COUNTIF({TITLE}!{block},"?*"))'
        book.define_name(LIST + name, f"=OFFSET({TITLE}!{first},0,0,{count},1)")
    _yes_no(book, sheet, len(found) + 1)
    for offer in SHEETS:
        cells = pages[offer.ledger].cells(offer.field)
        first = cells.partition(":")[0]
        count = f"MAX(1,COUNTA({cells}))"
        book.define_name(LIST + offer.name, f"=OFFSET({first},0,0,{count},1)")


def _keys(sheet: Any, source: LedgerSheet, rows: Sequence[Row]) -> None:
    """Number the values of each list that are in use: 检查类型|1, 检查类型|2 and so on."""
    name, used = source.letter("list"), source.letter("in_use")
    title = f"'{source.model.ledger.title}'"
    counts: dict[str, int] = {}
    sheet.write_string(HEAD - 1, 0, "key")
    for index in range(ROWS):
        row, value = TOP + index, ""
        if index < len(rows) and rows[index].get("in_use") is not False:
            list_ = str(rows[index]["list"])
            counts[list_] = counts.get(list_, 0) + 1
            value = f"{list_}|{counts[list_]}"
        at, flag = f"{title}!${name}{row}", f"{title}!${used}{row}"
        above = f"{title}!${name}${TOP}:${name}{row},{at},{title}!${used}${TOP}:${used}{row}"
        formula = f'=IF(OR({at}="",{flag}="否"),"",{at}&"|"&COUNTIFS({above},"<>否"))'
        sheet.write_formula(HEAD + index, 0, formula, None, value)


def _values(sheet: Any, source: LedgerSheet, column: int, name: str, values: Sequence[str]) -> None:
    sheet.write_string(HEAD - 1, column, name)
    letter, title = source.letter("value"), f"'{source.model.ledger.title}'"
    cells = f"{title}!${letter}${TOP}:${letter}${TOP + ROWS - 1}"
    keys = f"$A${HEAD + 1}:$A${HEAD + ROWS}"
    head = f"{column_letter(column + 1)}${HEAD}"
    for index in range(MOST):
        found = f'MATCH({head}&"|"&{index + 1},{keys},0)'
        value = values[index] if index < len(values) else ""
        formula = f'=IFERROR(INDEX({cells},{found}),"")'
        sheet.write_formula(HEAD + index, column, formula, None, value)


def _yes_no(book: Any, sheet: Any, column: int) -> None:
    letter = column_letter(column + 1)
    sheet.write_string(HEAD - 1, column, "是否")
    for index, word in enumerate(YES_NO):
        sheet.write_string(HEAD + index, column, word)
    block = f"${letter}${HEAD + 1}:${letter}${HEAD + len(YES_NO)}"
    book.define_name(f"{LIST}是否", f"={TITLE}!{block}")
