"""实时校验 switched on in LibreOffice: each row is judged as it is typed, until it is switched off."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import xlwings as xw
from tests.office import clicking
from tests.office.edition import edition
from tests.office.engine import Session
from tests.office.functions import FunctionServer
from tests.office.libreoffice import LibreOffice
from tests.office.runs import ROOT, Runs

from houqin.functions.catalogue import BY_NAME

pytestmark = pytest.mark.office
BLANK = "houqin.xlsm"
RESULT = "P5"  # 校验结果 of the first row of 领用
TYPED = [
    *("LY-001", "2020-05-12", "本部", "领用", "KZ-001", "医用口罩", None, "只", 40, None),
    *("王五", "总务处", "晨检", "李四", None),
]


def options(function: str) -> Sequence[dict[str, Any]]:
    """Return how xlwings hands the arguments of a function over."""
    return [
        {"err_to_str": True} | ({"ndim": 2} if each.is_table else {})
        for each in BY_NAME[function].arguments
    ]


@pytest.fixture
def document(office: LibreOffice, tmp_path: Path) -> Any:
    made = edition(ROOT / "workbook" / BLANK, tmp_path)
    return office.open(Path(shutil.move(made, tmp_path / BLANK)))


def test_on_judges_each_row_as_it_is_typed_and_off_leaves_what_it_said(
    document: Any, app: xw.App, session: Session, runs: Runs
) -> None:
    server = FunctionServer(document, session, options)
    server.serve()
    sheet = app.books[BLANK].sheets["领用"]

    def press() -> None:
        clicking.press(document, clicking.button(document, "实时校验", "首页"))
        assert runs.wait().error == ""

    sheet.range("A5:O5").value = TYPED
    press()
    clean = sheet.range(RESULT).value
    sheet.range("I5").value = "约40"
    doubtful = sheet.range(RESULT).value
    sheet.range("I5").value = 40
    mended = sheet.range(RESULT).value
    sheet.range("K5").value = None
    press()

    assert (clean or "", mended or "") == ("", "")
    assert doubtful == "✘【数量】数字“约40”看不准，请填一个确定的数字；"
    assert sheet.range(RESULT).formula == "✘【领用人】没有填写，请补填；"
    assert set(server.called) == {"HQ_NUMBER", "HQ_CHECK"}
