"""Workbooks that nobody here wrote, each marked: what is lost, and who can still open them."""

import os
import warnings
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
import python_calamine
from tests.reports.test_marked_copy import NAMED, problem

from houqin.errors import HouqinError
from houqin.hosts.archive import folded
from houqin.hosts.files import open_workbook
from houqin.pipeline import check
from houqin.reports.marked_copy import write_marked
from houqin.result import Options, Result
from houqin.tables.address import column_letter

pytestmark = pytest.mark.corpus
FOLDER = Path(
    os.environ.get("HOUQIN_CORPUS") or Path(__file__).parents[2].parent / "shared" / "corpus"
)
FILES = sorted(path for path in FOLDER.rglob("*.xl*") if path.is_file())


def opened(path: Path) -> Result | None:
    """Check a workbook, None where it is refused; four cells of each sheet get a problem.

    The first, one in the middle, one in the last row, and one below the last.
    """
    try:
        host = open_workbook(path)
        result = check(host, Options("2020-06-30"), date(2026, 1, 1))
        grids = [host.read(name) for name in host.sheet_names()]
    except HouqinError:
        return None
    places = [
        (grid.sheet, row, column)
        for grid in grids
        if grid.values
        for row, column in {
            (grid.top, grid.left),
            (grid.top + len(grid.values) // 2, grid.left + 2),
            (grid.top + len(grid.values) - 1, grid.left),
            (grid.top + len(grid.values) + 3, grid.left + 5),
        }
    ]
    told = (problem(sheet, row, column_letter(column)) for sheet, row, column in places)
    return replace(result, problems=tuple(told))


def values(path: Path) -> dict[str, object] | None:
    """Return what calamine reads, None where it cannot."""
    try:
        book = python_calamine.load_workbook(str(path))
        return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    except python_calamine.CalamineError:
        return None


def opens(path: Path) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            openpyxl.load_workbook(path)
        except Exception:  # noqa: BLE001 - openpyxl fails in two dozen ways
            return False
    return True


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_marked_copy_keeps_all_parts_and_values(path: Path, tmp_path: Path) -> None:
    result = opened(path)
    if result is None:
        return  # refused in one sentence, which other tests prove
    copy = tmp_path / f"copy{path.suffix}"

    assert write_marked(path, result, copy) == ()

    with ZipFile(path) as old, ZipFile(copy) as new:
        names = {folded(name): name for name in new.namelist()}
        changed = {
            name
            for name in old.namelist()
            if not name.endswith("/") and old.read(name) != new.read(names[folded(name)])
        }
    named = {folded(each) for each in NAMED}
    assert all(folded(each) in named or "sheet" in each.lower() for each in changed if _main(each))
    assert opens(copy) or not opens(path)
    before, after = values(path), values(copy)
    if before is not None:
        assert after is not None
        assert {name: after[name] for name in before} == before


def _main(name: str) -> bool:
    """Tell whether a part bears its usual name; some workbooks name the same parts otherwise."""
    return folded(name).startswith(("xl/", "[content"))
