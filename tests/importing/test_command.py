"""The command `houqin import`: what it prints, how it ends, and what it leaves on the disk."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import typer
from tests.hosts import by_hand
from typer.testing import CliRunner

from houqin.importing.command import import_

HEADS = ["单据编号", "日期", "校区", "物品名称", "单位", "数量", "领用人", "领用部门", "用途"]
THERE = ["LY-1", "2020-05-12", "本部", "口罩", "只", 12, "张三", "总务处", "防疫"]
NEW = ["LY-2", "2020-05-13", "本部", "手套", "双", 2, "李四", "食堂", "分餐"]
Call = Callable[..., Any]


@pytest.fixture(scope="module")
def call() -> Call:
    """Call the command as a user does."""
    app = typer.Typer()
    app.callback()(lambda: None)
    app.command("import")(import_)

    def run(*arguments: object) -> Any:
        texts = ["import", *map(str, arguments)]
        return CliRunner().invoke(app, texts, catch_exceptions=False)

    return run


def book(path: Path, *rows: Sequence[object], title: str = "领用") -> Path:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = title
    for row in (HEADS, *rows):
        sheet.append(list(row))
    made.save(path)
    return path


@pytest.fixture
def master(tmp_path: Path) -> Path:
    return book(tmp_path / "主表.xlsx", THERE)


def test_the_preview_is_printed_and_the_new_book_is_written(
    call: Call, master: Path, tmp_path: Path
) -> None:
    old = book(tmp_path / "旧.xlsx", THERE, NEW)
    before, out = master.read_bytes(), tmp_path / "新.xlsx"

    ran = call(master, old, "-o", out, "--as-of", "2020-06-30")

    assert ran.exit_code == 0
    assert ran.stdout.splitlines() == [
        "主表.xlsx  统计日期 2020-06-30",
        "旧.xlsx · 领用 → 领用",
        "  标题认出 9 个",
        "  第 2 行  已有  LY-1  本簿 领用!2 已有",
        "  第 3 行  新  LY-2  加到 领用!3",
        "1 个文件的 1 张台账共 2 行：新增 1 行（其中 0 行有存疑），已有 1 行，不同 0 行，没导入 0 行。",
        str(out),
    ]
    assert master.read_bytes() == before
    sheet = openpyxl.load_workbook(out)["领用"]
    assert [cell.value for cell in sheet[3]][::5] == ["LY-2", 2]
    again = call(out, old, "-o", tmp_path / "再.xlsx")
    assert again.exit_code == 0
    assert (tmp_path / "再.xlsx").read_bytes() == out.read_bytes()


def test_a_dry_run_writes_nothing(call: Call, master: Path, tmp_path: Path) -> None:
    old = book(tmp_path / "旧.xlsx", NEW)

    ran = call(master, old, "--dry-run", "--lang", "en", "-o", tmp_path / "新.xlsx")

    assert ran.exit_code == 0
    assert ran.stdout.endswith("Nothing was written (--dry-run).\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["主表.xlsx", "旧.xlsx"]


@pytest.mark.parametrize(
    ("column", "value", "state"),
    [(5, 13, "differs"), (5, "约12", "differs"), (0, "LY-9", "new")],
)
def test_the_exit_code_tells_whether_every_row_is_in(
    call: Call, master: Path, tmp_path: Path, column: int, value: object, state: str
) -> None:
    row = [value if index == column else cell for index, cell in enumerate(THERE)]

    ran = call(master, book(tmp_path / "旧.xlsx", row), "--dry-run", "--format", "json")

    told = json.loads(ran.stdout)
    assert ran.exit_code == (0 if state == "new" else 1)
    assert [each["state"] for each in told["ledgers"][0]["rows"]] == [state]


def test_the_json_says_what_was_written(call: Call, master: Path, tmp_path: Path) -> None:
    out = tmp_path / "新.xlsx"
    doubtful = [*NEW[:5], "约2", *NEW[6:]]

    ran = call(
        master,
        book(tmp_path / "旧.xlsx", doubtful),
        "-o",
        out,
        "--format",
        "json",
        "--as-of",
        "2020-6-30",
    )

    told = json.loads(ran.stdout)
    assert ran.exit_code == 1
    assert (told["book"], told["as_of"], told["out"]) == ("主表.xlsx", "2020-06-30", str(out))
    assert told["ledgers"][0]["rows"][0]["unread"] == [
        {"cell": "F2", "heading": "数量", "value": "约2"}
    ]
    assert openpyxl.load_workbook(out)["领用"]["F3"].value == "约2"


def test_two_sources_of_one_name_are_told_by_their_folders(
    call: Call, master: Path, tmp_path: Path
) -> None:
    for folder in ("本部", "东园"):
        (tmp_path / folder).mkdir()
    one, two = (book(tmp_path / folder / "领用.xlsx", NEW) for folder in ("本部", "东园"))

    ran = call(master, one, two, "--dry-run")

    assert f"{two} · 领用" in ran.stdout
    assert f"{one} 的 领用!2 已有" in ran.stdout


@pytest.mark.parametrize("kind", ["missing", "text", "no ledger"])
def test_a_source_that_cannot_be_read_is_refused_and_nothing_is_written(
    call: Call, master: Path, tmp_path: Path, kind: str
) -> None:
    good, bad, out = book(tmp_path / "好.xlsx", NEW), tmp_path / "坏.xlsx", tmp_path / "新.xlsx"
    if kind == "text":
        bad.write_text("a,b\n", "utf-8")
    elif kind == "no ledger":
        made = openpyxl.Workbook()
        made.save(bad)

    ran = call(master, good, bad, "-o", out, "--format", "json")

    assert ran.exit_code == 2
    assert json.loads(ran.stdout)["book"] == "坏.xlsx"
    assert ran.stderr.startswith("坏.xlsx: ")
    assert not out.exists()


FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def test_a_book_with_a_sheet_that_cannot_be_read_is_refused(call: Call, tmp_path: Path) -> None:
    far = by_hand.sheet(tmp_path, FAR)

    ran = call(far, book(tmp_path / "旧.xlsx", NEW), "--dry-run")

    assert ran.exit_code == 2
    assert "工作表“领用”" in ran.stderr


def test_a_sheet_of_a_source_that_cannot_be_read_is_told(
    call: Call, master: Path, tmp_path: Path
) -> None:
    heads = "".join(
        f'<c r="{"ABCDEFGHI"[n]}1" t="inlineStr"><is><t>{h}</t></is></c>'
        for n, h in enumerate(HEADS)
    )
    second = by_hand.sheet_xml(f'<row r="1">{heads}</row>')
    far = by_hand.book(tmp_path, {by_hand.SHEET: by_hand.sheet_xml(FAR), by_hand.SECOND: second})

    ran = call(master, far, "--dry-run", "--format", "json")

    assert ran.exit_code == 1
    (broken,) = json.loads(ran.stdout)["not_read"]
    assert "领用" in broken["why"]


def test_what_is_read_is_never_written_to(call: Call, master: Path, tmp_path: Path) -> None:
    old = book(tmp_path / "旧.xlsx", NEW)
    before = [path.read_bytes() for path in (master, old)]

    codes = [call(master, old, "-o", path).exit_code for path in (master, old)]

    assert codes == [2, 2]
    assert [path.read_bytes() for path in (master, old)] == before


def test_somebody_must_say_where_to_write(call: Call, master: Path, tmp_path: Path) -> None:
    ran = call(master, book(tmp_path / "旧.xlsx", NEW))

    assert ran.exit_code == 2
    assert "--dry-run" in ran.stderr


def test_a_wrong_option_is_refused(call: Call, master: Path, tmp_path: Path) -> None:
    old = book(tmp_path / "旧.xlsx", NEW)

    assert call(master, old, "--dry-run", "--as-of", "上周").exit_code == 2
    assert call(master, old, "--dry-run", "--lang", "fr").exit_code == 2
    assert call(master, old, "-o", tmp_path / "新.xlsm").exit_code == 2
