"""What attacks found, once each: it must not come back."""

import tracemalloc
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.conftest import Run
from tests.hosts import by_hand
from tests.hosts.test_guard import refused_sheets
from tests.trust.promises import PROMISES

from houqin.areas.school.defaults import fact_of
from houqin.cells.values import CellError
from houqin.hosts.files import open_workbook
from houqin.hosts.usual_form import usual_form

FINDINGS = sorted((Path(__file__).parent / "findings").iterdir())


@pytest.mark.parametrize("number", ["1048577", "99999999999999999999"])
def test_a_cell_without_an_address_in_a_row_outside_the_grid_refuses_its_sheet(
    tmp_path: Path, number: str
) -> None:
    """Calamine counts on from such a row, and asks for more memory than there is."""
    path = by_hand.sheet(tmp_path, f'<row r="{number}"><c><v>7</v></c></row>')

    assert refused_sheets(path) == {"领用": "grid"}


def test_a_cell_without_an_address_beyond_the_last_column_refuses_its_sheet(tmp_path: Path) -> None:
    path = by_hand.sheet(tmp_path, '<row r="1"><c r="XFD1"><v>7</v></c><c><v>7</v></c></row>')

    assert refused_sheets(path) == {"领用": "grid"}


def test_a_reader_that_panics_says_nothing_to_the_user(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A date before all time makes calamine panic; openpyxl then reads it, as an error."""
    path = by_hand.sheet(tmp_path, '<row r="1"><c r="A1" s="1"><v>-1e300</v></c></row>')

    assert open_workbook(path).read("领用").values == [[CellError("#VALUE!")]]
    assert capfd.readouterr().err == ""


def test_a_damaged_sheet_of_the_master_is_told_as_damaged_and_not_as_missing(
    tmp_path: Path, clean_book: Path, houqin: Run
) -> None:
    """Whoever puts an empty sheet in the place of a damaged one loses what could be saved."""
    path = tmp_path / "台账.xlsx"
    with ZipFile(clean_book) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<a" if name == "xl/worksheets/sheet5.xml" else old.read(name))

    told = houqin("check", path).output

    assert "读不了 校历: 工作表“校历”：" in told
    assert "缺少工作表“校历”" not in told
    assert "houqin 的毛病" not in told


def test_a_sheet_of_cells_without_addresses_is_measured_within_little_memory(
    tmp_path: Path,
) -> None:
    row = "<row>" + "<c><v>12345678</v></c>" * 10 + "</row>"
    tracemalloc.start()

    written = usual_form([f"<a>{row * 20_000}</a>".encode()])

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * len(written)


@pytest.mark.parametrize("code", ["appraisal.band.优秀", "welfare.each.节日", "last.hazards.found"])
def test_a_setting_whose_last_part_the_school_chooses_is_known(code: str) -> None:
    """Three lines stood below the wrong heading of defaults.toml, and new-term broke."""
    fact = fact_of(code)

    assert fact is not None
    assert fact.kind in {"number", "money"}


@pytest.mark.parametrize("path", FINDINGS, ids=lambda path: path.name)
def test_what_a_fuzzer_found_keeps_its_promise(path: Path) -> None:
    PROMISES[path.name.partition("-")[0]](path.read_bytes())
