"""A click on a button runs its macro, the macro Python, and Python changes the workbook."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import xlwings as xw
from tests.office import clicking
from tests.office.engine import Session
from tests.office.functions import FunctionServer
from tests.office.libreoffice import LibreOffice
from tests.office.runs import ROOT, Runs
from tests.office.sample_addin import FOUND_ON
from tests.office.sample_functions import OPTIONS

pytestmark = pytest.mark.office


def results_of(book: xw.Book) -> list[Any]:
    return [book.sheets["首页"].range("D1").value, *book.sheets["领用"].range("E6:E8").value]


CHOSEN = "C:/后勤/旧表.xlsx"
CHECKED = [FOUND_ON, None, "✘【数量】", None]


def test_the_buttons_are_found_with_their_macros(sample: Any) -> None:
    found = [(each.sheet, each.caption, each.macro) for each in clicking.buttons(sample)]

    assert found == [
        ("首页", "校验全部", "Actions.CheckAll"),
        ("首页", "询问", "Actions.Ask"),
        ("首页", "出错", "Actions.Fail"),
    ]


def test_a_click_of_the_mouse_changes_cells(
    office: LibreOffice, book: xw.Book, sample: Any, runs: Runs
) -> None:
    clicking.click(office, sample, clicking.button(sample, "校验全部"))
    result = runs.wait()

    assert result.error == ""
    assert results_of(book) == CHECKED
    assert result.statuses == ["校验中", ""]
    assert result.calls["Range.Value="] == 2


def test_a_button_is_pressed_without_a_mouse(book: xw.Book, sample: Any, runs: Runs) -> None:
    clicking.press(sample, clicking.button(sample, "校验全部"))
    runs.wait()

    assert results_of(book) == CHECKED


def test_boxes_are_answered_and_told(book: xw.Book, sample: Any, runs: Runs) -> None:
    runs.answer("yes", CHOSEN)
    clicking.press(sample, clicking.button(sample, "询问"))
    result = runs.wait()
    runs.answer()

    assert book.sheets["首页"].range("D1:D2").value == ["yes", CHOSEN]
    assert result.prompts == ["继续吗？", ""]


def test_a_failure_is_told_and_a_button_far_below_is_clicked(
    office: LibreOffice, book: xw.Book, sample: Any, runs: Runs
) -> None:
    clicking.click(office, sample, clicking.button(sample, "出错"))
    result = runs.wait()

    assert result.error.endswith("RuntimeError: 坏了\n")
    assert results_of(book) == [None, None, None, None]


def test_a_button_of_the_ribbon_tells_its_id(
    office: LibreOffice, book: xw.Book, sample: Any, runs: Runs
) -> None:
    clicking.press_ribbon(office, sample, "Actions.OnRibbon", "check_all")
    assert runs.wait().error == ""

    assert book.sheets["首页"].range("D1").value == "check_all"


def test_what_is_typed_is_read_as_when_a_person_types(
    office: LibreOffice, book: xw.Book, sample: Any
) -> None:
    clicking.type_into(office, sample, "领用", "D6", "12")
    clicking.type_into(office, sample, "领用", "A6", "0012")

    assert book.sheets["领用"].range("D6").value == 12.0
    assert book.sheets["领用"].range("A6").value == "0012"


def test_a_ledger_is_sorted(book: xw.Book, sample: Any) -> None:
    clicking.sort_by(sample, "领用", "A6:E8", 1)

    assert book.sheets["领用"].range("A6:A8").value == ["LY-001", "LY-002", "LY-003"]
    assert book.sheets["领用"].range("D6:D8").value == [-1.0, 20.0, 30.0]
    clicking.sort_by(sample, "领用", "A6:E8", 4, ascending=False)
    assert book.sheets["领用"].range("D6:D8").value == [30.0, 20.0, -1.0]


def test_a_link_leads_to_its_cell(office: LibreOffice, book: xw.Book, sample: Any) -> None:
    formula = book.sheets["首页"].range("F3").formula
    link = clicking.link_of(sample, "首页", "F3")

    assert link == "#'领用'!D7"
    assert clicking.target_of(link) == ("领用", "D7")
    assert book.sheets["首页"].range("F3").formula == formula
    clicking.follow(office, sample, "首页", "F3")
    assert clicking.selected(sample) == ("领用", "D7")


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("=HQ_KIND(12)", "float 12.0 None"),
        ('=HQ_KIND("口罩",2)', "str 口罩 2.0"),
        ("=HQ_KIND(领用!A6,领用!D7)", "str LY-003 -1.0"),
        ("=HQ_KIND(领用!C6)", "datetime 2020-05-12 00:00:00 None"),
        ("=HQ_KIND(首页!F8)", "str #DIV/0! None"),
        ("=HQ_KIND(领用!Z99)", "NoneType None None"),
        ("=HQ_SHAPE(领用!A5:E8)", "4x5 单据编号"),
        ("=HQ_SHAPE(stock_issues[[#All],[数量]])", "4x1 数量"),
        ("=HQ_SHAPE(3)", "1x1 3.0"),
        ("=HQ_NEXT_DAY(领用!C6)", 43964.0),
        ("=HQ_NEXT_DAY(1)", "no day"),
    ],
)
def test_worksheet_functions_are_answered_by_python(
    book: xw.Book, sample: Any, session: Session, formula: str, shown: Any
) -> None:
    FunctionServer(sample, session, OPTIONS.__getitem__).serve()
    book.sheets["首页"].range("F8").formula = "=1/0"

    book.sheets["首页"].range("F9").formula = formula

    value = book.sheets["首页"].range("F9").value
    assert value == shown or (isinstance(value, str) and shown in value)


def test_worksheet_functions_are_called_again_when_their_cells_change(
    book: xw.Book, sample: Any, session: Session
) -> None:
    server = FunctionServer(sample, session, OPTIONS.__getitem__)
    server.serve()
    book.sheets["首页"].range("F9").formula = "=HQ_KIND(领用!D6)"

    book.sheets["领用"].range("D6").value = 5

    assert book.sheets["首页"].range("F9").value == "float 5.0 None"
    assert server.called == ["HQ_KIND", "HQ_KIND"]


def test_the_workbook_is_photographed(tmp_path: Path) -> None:
    if not (ROOT / "workbook" / "houqin-demo.xlsm").exists():
        pytest.skip("houqin build has not been run")
    shot = tmp_path / "demo.png"

    command = [sys.executable, "-m", "tests.office", "demo", "--shot", str(shot)]
    subprocess.run(command, check=True, cwd=ROOT, timeout=120)

    assert shot.stat().st_size > 20_000


def test_nothing_runs_when_nothing_is_pressed(sample: Any, runs: Runs) -> None:
    assert runs.none(within=0.2)
    assert shutil.which("soffice")
