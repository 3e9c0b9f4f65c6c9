"""What the command line refuses: one sentence, exit 2, and JSON where JSON was asked for."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.conftest import Run

COMMANDS = {
    "check": (),
    "reconcile": (),
    "overdue": (),
    "roster": (),
    "run": ("-o", "out"),
    "export": ("--sheet", "领用"),
}
JSON = pytest.mark.parametrize("command", COMMANDS)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return saved(tmp_path / "a.xlsx", {"人员": [["姓名", "部门"], ["张三", "总务处"]]})


def saved(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    workbook.save(path)
    return path


def refused(result: Any) -> dict[str, str]:
    """Return what the JSON says of a refusal; the same stands in one line on stderr."""
    told = json.loads(result.stdout)
    assert result.exit_code == 2
    assert set(told) == {"book", "refused"}
    assert set(told["refused"]) == {"code", "message", "fix"}
    assert len(result.stderr.strip().splitlines()) == 1
    assert told["refused"]["message"] in result.stderr
    found: dict[str, str] = told["refused"]
    return found


@JSON
@pytest.mark.parametrize(
    ("option", "text", "code"),
    [("--as-of", "上周", "as_of"), ("--period", "2020-13", "period"), ("--lang", "fr", "lang")],
)
def test_an_option_that_is_not_understood_is_refused(
    houqin: Run, book: Path, tmp_path: Path, command: str, option: str, text: str, code: str
) -> None:
    more = [tmp_path / each if each == "out" else each for each in COMMANDS[command]]

    told = refused(houqin(command, book, *more, "--format", "json", option, text))

    assert told["code"] == code
    assert text in told["message"]


@JSON
def test_a_book_without_ledgers_is_refused_by_every_command_with_the_sheets_seen(
    houqin: Run, tmp_path: Path, command: str
) -> None:
    other = saved(tmp_path / "b.xlsx", {"通讯录": [["甲", "乙"]], "歌单": [["丙"]]})
    more = [tmp_path / each if each == "out" else each for each in COMMANDS[command]]

    told = refused(houqin(command, other, *more, "--format", "json"))

    assert told["code"] == "nothing_recognised"
    assert "通讯录、歌单" in told["message"]
    assert "改名" in told["fix"]


@pytest.mark.parametrize("command", ["check", "export"])
def test_a_sheet_that_is_not_there_is_refused_and_not_found_clean(
    houqin: Run, book: Path, command: str
) -> None:
    told = refused(houqin(command, book, "--sheet", "领用", "--format", "json"))

    assert told["code"] == "no_ledger"
    assert told["fix"] == "读到的有：人员。"


@pytest.mark.parametrize(
    "text", ["", "[]", '{"problems": 1}', '{"problems": ["CEL-01"]}', '{"refused": {}}']
)
def test_what_is_no_earlier_result_is_refused(
    houqin: Run, book: Path, tmp_path: Path, text: str
) -> None:
    earlier = tmp_path / "result.json"
    earlier.write_text(text, "utf-8")

    told = refused(houqin("check", book, "--since", earlier, "--format", "json"))

    assert (told["code"], told["message"]) == ("since", "读不了上次的结果 result.json")


@pytest.mark.parametrize(("asked", "lang"), [("EN", "en"), ("en-GB", "en"), ("zh-CN", "zh")])
def test_a_language_may_be_written_as_systems_write_it(
    houqin: Run, book: Path, asked: str, lang: str
) -> None:
    told = json.loads(houqin("check", book, "--lang", asked, "--format", "json").stdout)

    assert told["lang"] == lang


def test_what_stands_on_a_sheet_not_asked_for_is_not_told_as_mended(
    houqin: Run, tmp_path: Path
) -> None:
    sheets: dict[str, list[list[object]]] = {
        "人员": [["姓名", "到岗日期"], ["张三", "5.12"]],
        "校历": [["日期", "类型"], ["5.12", "休息"]],
    }
    before = saved(tmp_path / "before.xlsx", sheets)
    earlier = tmp_path / "result.json"
    earlier.write_text(houqin("check", before, "--format", "json").stdout, "utf-8")
    sheets["校历"][1][0] = "2020-05-12"
    later = saved(tmp_path / "later.xlsx", sheets)

    told = houqin("check", later, "--sheet", "校历", "--since", earlier, "--format", "json")

    assert [(p["sheet"], p["code"], p["state"]) for p in json.loads(told.stdout)["problems"]] == [
        ("校历", "CEL-06", "mended")
    ]
