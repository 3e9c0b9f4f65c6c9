"""What LibreOffice shows of the workbooks: they open, print, and nothing Chinese is cut off."""

import subprocess
from pathlib import Path

import openpyxl
import pytest
from tests.conftest import Run

pytestmark = pytest.mark.office


def pdf_of(book: Path, folder: Path) -> str:
    """Print a workbook with LibreOffice and return the text of its pages."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(book),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pdf = folder / f"{book.stem}.pdf"
    read = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=60
    )
    return read.stdout.decode("utf-8")


@pytest.fixture(scope="module")
def made(houqin: Run, demo_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("made")
    houqin("run", demo_book, "-o", out)
    return out


def test_every_figure_and_heading_of_the_summary_is_printed(made: Path, tmp_path: Path) -> None:
    (summary,) = made.glob("后勤汇总_*.xlsx")

    printed = "".join(pdf_of(summary, tmp_path).split())

    overview = openpyxl.load_workbook(summary).worksheets[0]
    names = [str(cell.value) for cell in overview["A"] if cell.value is not None]
    assert len(names) > 20
    assert [name for name in names if "".join(name.split()) not in printed] == []


def test_every_problem_is_printed_with_its_cell(made: Path, tmp_path: Path) -> None:
    printed = pdf_of(made / "问题清单.xlsx", tmp_path)

    sheet = openpyxl.load_workbook(made / "问题清单.xlsx").worksheets[0]
    codes = [str(row[10].value) for row in sheet.iter_rows(min_row=6) if row[10].value]
    assert codes
    assert [code for code in codes if code not in printed] == []


def test_the_demo_term_opens(demo_book: Path, tmp_path: Path) -> None:
    assert "青溪学校" in pdf_of(demo_book, tmp_path)
