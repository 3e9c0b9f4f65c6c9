"""Workbooks that nobody here wrote: each is read or refused, within limits, and read truly."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from houqin.cells.values import CellError, CellValue, Uncached
from houqin.errors import WORDS, Refused
from houqin.hosts.files import open_workbook

pytestmark = pytest.mark.corpus

FOLDER = Path(
    os.environ.get("HOUQIN_CORPUS") or Path(__file__).parents[2].parent / "shared" / "corpus"
)
FILES = sorted(path for path in FOLDER.rglob("*.xl*") if path.is_file())
SECONDS = 20
MEMORY = 1 << 20  # kilobytes

# Opens a workbook in a process of its own, so that a crash is seen as one.
OPENER = """
import json, resource, sys, time
from pathlib import Path
from houqin.errors import Refused
from houqin.hosts.files import open_workbook

started, told = time.monotonic(), []
try:
    host = open_workbook(Path(sys.argv[1]))
    for name in host.sheet_names():
        try:
            host.read(name)
            told.append("read")
        except Refused as refused:
            told.append(refused.code)
except Refused as refused:
    told.append(refused.code)
used = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(json.dumps([told, time.monotonic() - started, max(used)]))
"""


# What houqin gives otherwise than openpyxl, and why it is right to.
OTHERWISE = {
    # -1 under a date format is no day; openpyxl makes it 29 December 1899
    ("bug60858.xlsx", "Arbeitszeitcheck_2.3", 2, 14): -1.0,
    # openpyxl leaves the escape of a carriage return in the text
    ("60289.xlsx", "TABLE", 2, 2): "Rich Text\r\nTest",
}


@pytest.fixture(scope="module", autouse=True)
def corpus() -> Path:
    """The folder of workbooks, without which these tests would prove nothing."""
    if not FILES:
        pytest.fail(f"no workbooks in {FOLDER}; name the corpus in HOUQIN_CORPUS")
    return FOLDER


def seen_by_openpyxl(path: Path) -> dict[str, dict[tuple[int, int], Any]]:
    """Return the cells of each sheet, none where openpyxl fails or sees no sheets."""
    try:
        book: Any = openpyxl.load_workbook(path, read_only=True, data_only=True)
        return {sheet.title: cells_seen(sheet) for sheet in book.worksheets}
    except Exception:  # noqa: BLE001 - openpyxl fails in two dozen ways
        return {}


def cells_seen(sheet: Any) -> dict[tuple[int, int], Any]:
    sheet.reset_dimensions()
    return {
        (row, column): value
        for row, values in enumerate(sheet.iter_rows(values_only=True), start=1)
        for column, value in enumerate(values, start=1)
    }


@pytest.mark.parametrize("path", FILES or [None], ids=lambda path: getattr(path, "name", "none"))
def test_every_workbook_is_read_or_refused_within_limits(path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", OPENER, path],
        capture_output=True,
        check=False,
        timeout=60,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )

    assert ended.returncode == 0, ended.stderr.decode(errors="replace")
    told, seconds, memory = json.loads(ended.stdout)
    assert set(told) <= {"read", *WORDS}
    assert seconds < SECONDS
    assert memory < MEMORY


@pytest.mark.filterwarnings("ignore")
def test_cells_are_what_openpyxl_says_they_are() -> None:
    compared = [cell for path in FILES for cell in compared_cells(path)]

    assert {place: ours for place, ours, theirs in compared if not alike(ours, theirs)} == OTHERWISE
    assert len(compared) > 50_000


def compared_cells(path: Path) -> Iterator[tuple[tuple[str, str, int, int], CellValue, Any]]:
    """Yield each cell that either of the two sees, with what each sees in it."""
    seen = seen_by_openpyxl(path)
    try:
        host = open_workbook(path)
        grids = {title: host.read(title) for title in seen}
    except Refused:
        return
    for title, theirs in seen.items():
        ours = {
            (row, column): value
            for row, values in enumerate(grids[title].values, start=grids[title].top)
            for column, value in enumerate(values, start=grids[title].left)
        }
        for place in ours.keys() | theirs.keys():
            yield (path.name, title, *place), ours.get(place), theirs.get(place)


def alike(ours: CellValue, theirs: Any) -> bool:
    """Tell whether two readers mean the same; only we see formulas without a result."""
    match ours:
        case None | "" | Uncached():
            return theirs in (None, "")
        case CellError():
            return bool(theirs == ours.text)
        case float() if type(theirs) in (int, float):
            return bool(ours == pytest.approx(theirs))
        case str() if type(theirs) is str:
            return ours.strip() == theirs.replace("_x000D_", "\r").strip()
        case date() if type(ours) is date:
            return bool(datetime(ours.year, ours.month, ours.day) == theirs)  # noqa: DTZ001
        case _:
            return bool(type(ours) is type(theirs) and ours == theirs)
