"""How often Excel is called: as often for ten thousand rows as for a hundred, for many problems as for one."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlwings as xw
from tests.office.engine import CALLS
from tests.office.libreoffice import LibreOffice

from houqin.desk.checking import check_all
from houqin.desk.jobs import Press, carry_out
from houqin.hosts.excel import ExcelDesk
from houqin.master.build import master
from houqin.master.checkout import checkout
from houqin.master.demo import clean_term
from houqin.master.demo.school import AS_OF

pytestmark = pytest.mark.office
NOON = datetime(2020, 6, 30, 12, 0).astimezone()


def book_of(path: Path, rows: int, problems: int) -> Path:
    """Write a master with so many more stock issues, so many of them without a purpose."""
    term = clean_term()
    issue = next(row for row in reversed(term["stock_issues"]) if row.get("kind") in (None, "领用"))
    issue = {**issue, "date": AS_OF, "quantity": 1, "batch": None}
    receipt = next(
        row
        for row in term["receipts"]
        if row["item"] == issue["item"] and row["campus"] == issue["campus"]
    )
    term["receipts"].append(
        {**receipt, "number": "RK-9000", "date": AS_OF, "quantity": 20_000, "amount": None}
        | {"unit_price": None, "batch": None, "expires": None, "kind": "捐赠"}
    )
    term["stock_issues"] += [
        {**issue, "number": f"LY-9{place:05}"} | ({"purpose": None} if place < problems else {})
        for place in range(rows)
    ]
    root = checkout()
    assert root is not None
    macros = [each.read_bytes().decode("ascii") for each in sorted(root.glob("macros/*.bas"))]
    path.write_bytes(master(term, macros))
    return path


def calls_of_a_check(office: LibreOffice, app: xw.App, path: Path) -> tuple[dict[str, int], int]:
    """Check an open workbook; return the calls by member, and how many problems were told."""
    document = office.open(path, hidden=True)
    book = app.books[path.name]
    CALLS.reset()
    press = Press(ExcelDesk(book), NOON, "校验全部")
    outcome = check_all(press)
    carry_out(press, outcome)
    calls = dict(CALLS.by_member)
    told: Any = book.sheets["问题清单"].tables["problem_list"].range.shape[0] - 1
    document.close(True)
    return calls, told


def test_a_check_calls_excel_as_often_whatever_the_rows_and_problems(
    office: LibreOffice, app: xw.App, tmp_path: Path
) -> None:
    small, few = calls_of_a_check(office, app, book_of(tmp_path / "small.xlsm", 100, 1))
    large, many = calls_of_a_check(office, app, book_of(tmp_path / "large.xlsm", 10_000, 1000))

    assert few < 10
    assert many >= 1000
    assert large == small
