"""The workbooks that leave the office, read back by openpyxl."""

import json
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from tests.conftest import Run

from houqin.reports.pages import new_workbook
from houqin.sections import Unit

EVIL = (
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "{=1}",
    "＝1+1",
    "http://evil.example",
    "mailto:a@evil.example",
)


@pytest.fixture(scope="module")
def made(houqin: Run, demo_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the main job on the term as staff leave it."""
    out = tmp_path_factory.mktemp("made")
    houqin("run", demo_book, "-o", out)
    return out


def summary_in(folder: Path) -> Path:
    (path,) = folder.glob("后勤汇总_*.xlsx")
    return path


def texts(path: Path) -> list[str]:
    book = openpyxl.load_workbook(path)
    return [
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def test_text_stays_text_whatever_it_begins_with(tmp_path: Path) -> None:
    from datetime import date

    path = tmp_path / "a.xlsx"
    with new_workbook(path, "甲", date(2020, 6, 30)) as pages:
        page = pages.page("乙")
        for text in EVIL:
            page.cells([text], [Unit.TEXT])

    sheet = openpyxl.load_workbook(path)["乙"]
    assert [sheet.cell(row, 1).value for row in range(1, len(EVIL) + 1)] == list(EVIL)
    assert {sheet.cell(row, 1).data_type for row in range(1, len(EVIL) + 1)} == {"s"}
    assert all(
        b"<f>" not in ZipFile(path).read(name) and b"hyperlink" not in ZipFile(path).read(name)
        for name in ZipFile(path).namelist()
    )


def test_the_summary_stands_alone(made: Path) -> None:
    archive = ZipFile(summary_in(made))

    assert not [name for name in archive.namelist() if "external" in name or "vba" in name.lower()]
    assert all(
        b"<f>" not in archive.read(name)
        for name in archive.namelist()
        if "worksheets/sheet" in name
    )
    assert [name for name in archive.namelist() if name.startswith("xl/charts/chart")]


def test_a_summary_with_errors_behind_it_says_that_it_is_a_draft(made: Path) -> None:
    book = openpyxl.load_workbook(summary_in(made))

    for sheet in book:
        top = " ".join(str(cell.value or "") for row in sheet.iter_rows(max_row=4) for cell in row)
        assert "草稿" in top, sheet.title


def test_the_summary_names_no_problem_only_counts(made: Path) -> None:
    told = json.loads((made / "result.json").read_text("utf-8"))
    shown = set(texts(summary_in(made)))

    assert told["problems"]
    assert not [p["message"] for p in told["problems"] if p["message"] in shown]
    assert not [p["cell"] for p in told["problems"] if p["cell"] in shown]


def test_the_problem_list_holds_every_problem_with_columns_for_the_user(made: Path) -> None:
    told = json.loads((made / "result.json").read_text("utf-8"))
    sheet = openpyxl.load_workbook(made / "问题清单.xlsx").worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(index for index, row in enumerate(rows) if "代码" in row)

    heads = rows[head]
    listed = [
        (row[heads.index("代码")], row[heads.index("工作表")], row[heads.index("单元格")])
        for row in rows[head + 1 :]
    ]
    assert listed == [(p["code"], p["sheet"], p["cell"]) for p in told["problems"]]
    assert heads[-4:] == ["处理", "理由", "经手人", "有效至"]


def test_two_runs_give_the_same_workbooks(
    houqin: Run, demo_book: Path, made: Path, tmp_path: Path
) -> None:
    houqin("run", demo_book, "-o", tmp_path)

    for path in tmp_path.iterdir():
        assert path.read_bytes() == (made / path.name).read_bytes(), path.name
