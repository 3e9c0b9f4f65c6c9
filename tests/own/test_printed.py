"""What LibreOffice prints of the own sheets, filled with the demo term: whole, and on A4."""

import copy
import re
import subprocess
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from tests.master.test_own_sheets import lay_out

from houqin.demo_job import checked
from houqin.own import OWN_SHEETS
from houqin.own.count_sheet import count_sheet_page
from houqin.own.coverage import coverage_page
from houqin.own.layout import FIRST_ROW, HEADING_ROW, NOTE_ROW, VERDICT_ROW, OwnPage, OwnSheet
from houqin.own.notice_form import NOTICES
from houqin.own.notices import notices
from houqin.own.overdue import overdue_page
from houqin.own.problem_list import PROBLEMS, problem_rows, summary_lines
from houqin.own.reconciliation import reconciliation_page
from houqin.own.reorder import reorder_page
from houqin.own.roster_check import roster_check_page
from houqin.own.roster_draft import roster_draft_page
from houqin.result import Result
from houqin.sections import Value

pytestmark = pytest.mark.office


def fill(page: Any, top: int, rows: Sequence[Sequence[Value]]) -> None:
    """Write values as a button does: into cells that have the looks of their columns."""
    shapes = list(page.column_dimensions.values())
    for row, values in enumerate(rows, top):
        for at, value in enumerate(values, 1):
            if value is not None:
                cell = page.cell(row, at)
                if not cell.has_style:
                    cell._style = copy.copy(next(s for s in shapes if s.min <= at <= s.max)._style)
                cell.value = float(value) if isinstance(value, Decimal) else value


def pages_of(result: Result) -> list[OwnPage]:
    note, verdict, _ = summary_lines(result)
    return [
        OwnPage(PROBLEMS, note, verdict, problem_rows(result)),
        reconciliation_page(result),
        count_sheet_page(result, blind=False),
        reorder_page(result),
        overdue_page(result),
        coverage_page(result),
        roster_check_page(result),
        roster_draft_page(result),
    ]


def printed(book: Path, folder: Path) -> list[str]:
    """Return the text of each page that LibreOffice prints, by line and by cell, without spaces."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(book)], check=True, capture_output=True, timeout=180)
    pdf = str(folder / f"{book.stem}.pdf")
    by_line, by_cell = (text_of(pdf, how) for how in ("-layout", "-raw"))
    return [line + cell for line, cell in zip(by_line, by_cell, strict=True)]


def text_of(pdf: str, how: str) -> list[str]:
    read = subprocess.run(["pdftotext", how, pdf, "-"], check=True, capture_output=True)
    return ["".join(page.split()) for page in read.stdout.decode("utf-8").split("\f")[:-1]]


@pytest.fixture(scope="module")
def result(demo_book: Path) -> Result:
    return checked(demo_book)


@pytest.fixture(scope="module")
def paper(result: Result, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("printed")
    lay_out(folder / "blank.xlsx")
    book = openpyxl.load_workbook(folder / "blank.xlsx")
    for page in pages_of(result):
        sheet = book[page.sheet.title]
        fill(sheet, NOTE_ROW, [[page.note]])
        fill(sheet, VERDICT_ROW, [[page.verdict]])
        fill(sheet, FIRST_ROW, page.rows)
        last = get_column_letter(len(page.sheet.columns))
        end = max(FIRST_ROW, HEADING_ROW + len(page.rows))
        sheet.tables[page.sheet.key].ref = f"A{HEADING_ROW}:{last}{end}"
        sheet.tables[page.sheet.key].autoFilter.ref = f"A{HEADING_ROW}:{last}{end}"
    fill(book[NOTICES.title], 1, notices(result).rows)
    book.save(folder / "filled.xlsx")
    return printed(folder / "filled.xlsx", folder)


def has_headings(text: str, sheet: OwnSheet) -> bool:
    return all(heading in text for heading in sheet.headings("zh"))


def test_every_page_of_a_sheet_has_all_its_headings(result: Result, paper: list[str]) -> None:
    for page in pages_of(result):
        of_sheet = [text for text in paper if f"{page.sheet.title}{{}}/" in without_numbers(text)]
        assert of_sheet
        assert [text for text in of_sheet if not has_headings(text, page.sheet)] == []


def without_numbers(text: str) -> str:
    """Return the text with {} for page numbers, as 盘点表{}/15 at the foot of a page."""
    return re.sub(r"\d+/", "{}/", text)


def test_note_verdict_and_every_name_of_a_row_are_printed(result: Result, paper: list[str]) -> None:
    whole = "".join(paper)

    for page in pages_of(result):
        assert "".join(page.note.split()) in whole
        assert "".join(page.verdict.split()) in whole
        names = {value for row in page.rows for value in row[:4] if isinstance(value, str)}
        assert [name for name in names if "".join(name.split()) not in whole] == []


def test_each_notice_is_one_page_and_unused_ones_are_none(result: Result, paper: list[str]) -> None:
    found = notices(result)

    pages = [text for text in paper if "整改责任人：" in text]
    assert len(pages) == found.pages > 1
    assert [text for text in pages if not has_headings(text, NOTICES)] == []
    assert [text for text in pages if "复查日期：" not in text or "编号：ZG-" not in text] == []


def test_nothing_else_is_printed(result: Result, paper: list[str]) -> None:
    of_tables = [
        text
        for text in paper
        if any(has_headings(text, sheet) for sheet in OWN_SHEETS if sheet is not NOTICES)
    ]

    assert len(of_tables) + notices(result).pages == len(paper)
