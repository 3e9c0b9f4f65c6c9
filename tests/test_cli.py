"""The command line: its forms, its exit codes, and what it leaves on the disk."""

import json
import os
import re
import subprocess
import sys
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from tests.conftest import Run

from houqin import __version__
from houqin.areas import MODELS
from houqin.cli import main
from houqin.reports import written_summary

SCHEMAS = Path(__file__).parents[1] / "schemas"


def schema(name: str) -> Draft202012Validator:
    found = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found, format_checker=FormatChecker())


def book_of(path: Path, title: str, *rows: list[object]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


HEADINGS: list[object] = [
    "单据编号",
    "日期",
    "校区",
    "物品名称",
    "单位",
    "数量",
    "领用人",
    "领用部门",
    "用途",
]
GOOD: list[object] = ["LY-1", "2020-05-12", "本部", "口罩", "只", 12, "张三", "总务处", "防疫"]
BAD: list[object] = ["LY-2", "2020-05-12", "本部", "口罩", "只", "约30", "张三", "总务处", "防疫"]


def test_the_clean_term_is_checked_with_exit_0_and_an_explicit_sentence(
    houqin: Run, clean_book: Path
) -> None:
    result = houqin("check", clean_book)

    assert result.exit_code == 0
    assert "没有发现问题" in result.stdout


def test_the_json_of_a_check_keeps_its_schema(
    houqin: Run, clean_book: Path, demo_book: Path
) -> None:
    for book, code in ((clean_book, 0), (demo_book, 1)):
        result = houqin("check", book, "--format", "json")

        assert result.exit_code == code
        schema("result").validate(json.loads(result.stdout))


def test_errors_give_exit_1_and_each_names_its_cell(houqin: Run, tmp_path: Path) -> None:
    book = book_of(tmp_path / "a.xlsx", "领用", HEADINGS, GOOD, BAD)

    result = houqin("check", book, "--as-of", "2020-06-30", "--format", "json")

    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [
        (p["code"], p["cell"], p["value"], p["key"])
        for p in told["problems"]
        if p["severity"] == "error"
    ] == [("CEL-08", "F3", "约30", "LY-2")]
    assert told["counts"]["error"] == 1


def test_what_is_new_and_what_is_mended_is_told_against_an_earlier_result(
    houqin: Run, tmp_path: Path
) -> None:
    before = book_of(tmp_path / "before.xlsx", "领用", HEADINGS, GOOD, BAD)
    later = book_of(tmp_path / "later.xlsx", "领用", HEADINGS, ["LY-1", "5.12", *GOOD[2:]])
    told = houqin("check", before, "--as-of", "2020-06-30", "--format", "json").stdout
    (tmp_path / "result.json").write_text(told, "utf-8")

    result = houqin(
        "check",
        later,
        "--as-of",
        "2020-06-30",
        "--format",
        "json",
        "--since",
        tmp_path / "result.json",
    )

    states = {
        (p["code"], p["state"])
        for p in json.loads(result.stdout)["problems"]
        if p["severity"] == "error"
    }
    assert states == {("CEL-06", "new"), ("CEL-08", "mended")}


def test_a_workbook_without_ledgers_is_refused_with_the_sheets_seen(
    houqin: Run, tmp_path: Path
) -> None:
    book = book_of(tmp_path / "other.xlsx", "通讯录", ["甲", "乙"], [1, 2])

    result = houqin("check", book, "--format", "json")

    assert result.exit_code == 2
    assert json.loads(result.stdout)["refused"]["code"] == "nothing_recognised"
    assert "通讯录" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("command", [["check"], ["reconcile"], ["overdue"], ["roster"]])
def test_a_file_that_is_no_workbook_is_refused_in_one_sentence(
    houqin: Run, tmp_path: Path, command: list[str]
) -> None:
    file = tmp_path / "a.xlsx"
    file.write_text("单号,数量\n1,2\n", "utf-8")

    result = houqin(*command, file, "--format", "json")

    refused = json.loads(result.stdout)
    assert result.exit_code == 2
    assert refused["book"] == "a.xlsx"
    assert set(refused["refused"]) == {"code", "message", "fix"}
    assert len(result.stderr.strip().splitlines()) == 1


def test_only_the_sheets_asked_for_are_told(houqin: Run, demo_book: Path) -> None:
    result = houqin("check", demo_book, "--sheet", "stock_issues", "--format", "json")

    assert {problem["sheet"] for problem in json.loads(result.stdout)["problems"]} == {"领用"}


def test_english_is_told_on_request(houqin: Run, tmp_path: Path) -> None:
    book = book_of(tmp_path / "a.xlsx", "领用", HEADINGS, BAD)

    result = houqin("check", book, "--as-of", "2020-06-30", "--lang", "en", "--format", "json")

    (problem,) = [p for p in json.loads(result.stdout)["problems"] if p["severity"] == "error"]
    assert (
        problem["message"]
        == "领用!F2 数量 (LY-2): the number '约30' is doubtful; write one definite number."
    )


def test_run_writes_its_files_and_touches_nothing_else(
    houqin: Run, clean_book: Path, tmp_path: Path
) -> None:
    out = tmp_path / "结果 1"
    out.mkdir()
    (out / "我的.txt").write_text("mine", "utf-8")
    before = clean_book.read_bytes()

    result = houqin("run", clean_book, "-o", out)

    assert result.exit_code == 0
    assert {path.name for path in out.iterdir()} == {
        "我的.txt",
        "后勤汇总_2019-2020学年第二学期_20200210-20200630.xlsx",
        "问题清单.xlsx",
        "学期总结.docx",
        "邮件草稿.eml",
        "result.json",
    }
    told: dict[str, Any] = json.loads((out / "result.json").read_text("utf-8"))
    schema("result").validate(told)
    assert told["files"]["summary"] == "后勤汇总_2019-2020学年第二学期_20200210-20200630.xlsx"
    assert told["files"]["report"] == "学期总结.docx"
    assert clean_book.read_bytes() == before


def test_every_exported_row_of_the_clean_term_keeps_its_schema(
    exported: dict[str, list[dict[str, Any]]],
) -> None:
    for model in MODELS:
        key = model.ledger.key
        rows = exported[key]
        assert rows, key
        for row in rows:
            assert set(row) == {"row", "values", "unread", "private", "problems"}
            assert row["unread"] == []
            schema_errors = [
                error.message
                for error in SCHEMAS_BY_KEY[key].iter_errors(row["values"])
                if error.path[0] not in row["private"]  # withheld: null, whatever it must be
            ]
            assert schema_errors == [], (key, row["row"])


SCHEMAS_BY_KEY = {model.ledger.key: schema(model.ledger.key) for model in MODELS}


def test_a_row_with_an_unread_cell_is_exported_with_null_and_its_name(
    houqin: Run, tmp_path: Path
) -> None:
    book = book_of(tmp_path / "a.xlsx", "领用", HEADINGS, GOOD, BAD)

    rows = json.loads(houqin("export", book, "--sheet", "领用").stdout)

    assert [
        (row["row"], row["values"]["quantity"], row["unread"], row["problems"]) for row in rows
    ] == [
        (2, 12, [], []),
        (3, None, ["quantity"], ["CEL-08"]),
    ]


def test_csv_defuses_text_that_a_program_would_run(houqin: Run, tmp_path: Path) -> None:
    book = book_of(tmp_path / "a.xlsx", "领用", HEADINGS, [*GOOD[:8], "@SUM(A1)"])

    text = houqin("export", book, "--sheet", "领用", "--format", "csv").stdout

    assert ",'@SUM(A1)," in text


def test_an_unknown_sheet_is_named_with_those_that_were_read(houqin: Run, clean_book: Path) -> None:
    result = houqin("export", clean_book, "--sheet", "工资")

    assert result.exit_code == 2
    assert "工资" in result.stderr
    assert "领用" in result.stderr


@pytest.mark.parametrize("period", ["2020-05", "2020-05-01..2020-05-31", "term"])
def test_the_period_is_told_by_every_action(houqin: Run, clean_book: Path, period: str) -> None:
    told = json.loads(
        houqin("reconcile", clean_book, "--format", "json", "--period", period).stdout
    )

    assert told["period"] == (
        ["2020-02-10", "2020-06-30"] if period == "term" else ["2020-05-01", "2020-05-31"]
    )


def test_a_period_that_is_none_is_refused(houqin: Run, clean_book: Path) -> None:
    result = houqin("check", clean_book, "--period", "上月")

    assert result.exit_code == 2
    assert "上月" in result.stderr


def test_the_catalogue_names_every_rule_in_both_languages(houqin: Run) -> None:
    rules = json.loads(houqin("rules", "--format", "json").stdout)

    assert all(rule["zh"] and rule["en"] and rule["source"] for rule in rules)
    assert len({rule["code"] for rule in rules}) == len(rules)


def test_the_schemas_are_those_of_the_code(houqin: Run) -> None:
    assert houqin("schemas", "--check").exit_code == 0


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("reconcile", "工作表“领用”没有“校区”一列"),
        ("overdue", "没有工作表 隐患台账"),
        ("roster", "没有工作表 岗位"),
    ],
)
def test_an_action_says_in_one_sentence_what_it_lacks(
    command: str, told: str, houqin: Run, tmp_path: Path
) -> None:
    book = book_of(tmp_path / "a.xlsx", "领用", HEADINGS[:2] + HEADINGS[3:], GOOD[:2] + GOOD[3:])

    result = houqin(command, book, "--as-of", "2020-06-30")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"a.xlsx：{told}，请补上后再试。\n"


@pytest.mark.parametrize(
    "command",
    [["run", "-o", "."], ["summary", "-o", "问题清单.xlsx"], ["report", "-o", "问题清单.xlsx"]],
)
def test_what_was_read_is_never_replaced(
    houqin: Run,
    clean_book: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("问题清单.xlsx").write_bytes(clean_book.read_bytes())

    result = houqin(command[0], "问题清单.xlsx", *command[1:])

    assert result.exit_code == 2
    assert "不能覆盖" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["问题清单.xlsx"]
    assert Path("问题清单.xlsx").read_bytes() == clean_book.read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "a.xlsx", "--format", "xml"],
        ["export", "a.xlsx"],
        ["export", "a.xlsx", "--sheet", "领用", "--format", "text"],
        ["run", "a.xlsx"],
        ["demo", "--form", "dirty"],
        ["demo", "--scale", "0"],
        ["rules", "--format", "csv"],
        ["destroy", "a.xlsx"],
        ["check", "a.xlsx", "--loud"],
    ],
    ids=" ".join,
)
def test_a_command_that_is_none_is_refused_and_writes_nothing(
    houqin: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    result = houqin(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["demo"], ["run", "book.xlsx", "-o"]])
def test_a_folder_that_cannot_be_written_is_one_sentence(
    houqin: Run,
    clean_book: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("book.xlsx").write_bytes(clean_book.read_bytes())
    Path("mine.txt").write_text("mine", "utf-8")

    result = houqin(*command, "mine.txt")

    assert result.exit_code == 2
    assert result.stderr.startswith("写不了 mine.txt")
    assert len(result.stderr.splitlines()) == 1
    assert Path("mine.txt").read_text("utf-8") == "mine"


def test_only_the_sheets_asked_for_decide_about_the_exit_code(houqin: Run, tmp_path: Path) -> None:
    book = book_of(tmp_path / "a.xlsx", "领用", HEADINGS, BAD)
    workbook = openpyxl.load_workbook(book)
    workbook.create_sheet("校区").append(["校区"])
    workbook["校区"].append(["本部"])
    workbook.save(book)

    codes = [
        houqin("check", book, "--as-of", "2020-06-30", *options).exit_code
        for options in ([], ["--sheet", "校区"], ["--sheet", "校区", "--sheet", "stock_issues"])
    ]

    assert codes == [1, 0, 1]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"problems": [1]}', "\ufffe"])
def test_what_is_no_earlier_result_is_named(houqin: Run, tmp_path: Path, content: str) -> None:
    book = book_of(tmp_path / "a.xlsx", "领用", HEADINGS, GOOD)
    (tmp_path / "before.json").write_text(content, "utf-8")

    result = houqin("check", book, "--since", tmp_path / "before.json")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "before.json" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_an_earlier_result_that_is_not_there_is_named(houqin: Run, tmp_path: Path) -> None:
    book = book_of(tmp_path / "a.xlsx", "领用", HEADINGS, GOOD)

    result = houqin("check", book, "--since", tmp_path / "gone.json")

    assert result.exit_code == 2
    assert "gone.json" in result.stderr


def test_a_rule_that_is_not_there_is_refused(houqin: Run) -> None:
    result = houqin("rules", "TST-99")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "TST-99" in result.stderr


def test_one_rule_is_shown_alone(houqin: Run) -> None:
    (rule,) = json.loads(houqin("rules", "STK-07", "--format", "json").stdout)

    assert (rule["code"], rule["area"]) == ("STK-07", "stock")
    assert "STK-07" in houqin("rules", "STK-07").stdout


def test_the_version_is_told(houqin: Run) -> None:
    assert houqin("--version").stdout == f"{__version__}\n"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Houqin as a user calls it, but broken."""

    def break_down(*arguments: object) -> None:
        raise KeyError("数量")

    monkeypatch.setattr("houqin.cli.checked", break_down)
    monkeypatch.setattr("sys.argv", ["houqin", "check", "a.xlsx"])
    monkeypatch.delenv("HOUQIN_DEBUG", raising=False)


@pytest.mark.usefixtures("broken")
def test_a_fault_of_ours_is_one_sentence_without_a_traceback(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main()

    told = capsys.readouterr()
    assert (stopped.value.code, told.out) == (2, "")
    place = r"KeyError \(test_cli\.py:\d+ break_down\)"  # and not its text, which may be a value
    assert re.fullmatch(
        f"houqin 出了故障，表格没有改动。请把这句话告诉维护的人：{place}"
        f" / houqin broke; your workbook was not touched: {place}\n",
        told.err,
    )


@pytest.mark.usefixtures("broken")
def test_a_fault_of_ours_is_shown_whole_to_whoever_mends_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOUQIN_DEBUG", "1")

    with pytest.raises(KeyError):
        main()


def test_a_refusal_is_in_the_language_asked_for(houqin: Run, tmp_path: Path) -> None:
    told = [
        houqin("check", tmp_path / "gone.xlsx", *options).stderr
        for options in ([], ["--lang", "zh"], ["--lang", "en"])
    ]

    chinese = "gone.xlsx: 找不到这个文件，请检查文件名和所在文件夹。\n"
    english = "gone.xlsx: There is no such file. Check its name and its folder.\n"
    assert told == [chinese, chinese, english]


def test_a_mail_draft_is_named_after_its_attachment_unless_told_otherwise(
    houqin: Run, clean_book: Path, tmp_path: Path
) -> None:
    for name, options, subject in (
        ("a.eml", [], "clean"),
        ("b.eml", ["--subject", "汇总", "--to", "a@b.example", "--to", "c@b.example"], "汇总"),
    ):
        result = houqin("mail", clean_book, "--draft", tmp_path / name, *options)

        read = message_from_bytes((tmp_path / name).read_bytes(), policy=default)
        assert (result.exit_code, read["Subject"]) == (0, subject)
    assert read["To"] == "a@b.example, c@b.example"


def test_the_summary_alone_is_written_where_it_is_asked_for(
    houqin: Run, clean_book: Path, tmp_path: Path
) -> None:
    path = tmp_path / "新 文件夹" / "汇总.xlsx"

    result = houqin("summary", clean_book, "-o", path)

    assert (result.exit_code, result.stdout) == (0, f"{path}\n")
    assert openpyxl.load_workbook(path, read_only=True).sheetnames[0] == "总览"


def test_the_written_summary_alone_is_written_where_it_is_asked_for(
    houqin: Run, demo_book: Path, tmp_path: Path
) -> None:
    path = tmp_path / "新 文件夹" / "总结.docx"

    result = houqin("report", demo_book, "-o", path)

    assert (result.exit_code, result.stdout) == (1, f"{path}\n")
    assert path.read_bytes().startswith(b"PK")


def test_without_its_library_the_written_summary_is_left_out_and_told(
    houqin: Run, clean_book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(written_summary, "LIBRARY", "no_such_library")

    ran = houqin("run", clean_book, "-o", tmp_path / "out")
    alone = houqin("report", clean_book, "-o", tmp_path / "总结.docx")

    told = json.loads((tmp_path / "out" / "result.json").read_text("utf-8"))
    assert (ran.exit_code, ran.stderr) == (0, f"{written_summary.MISSING.zh}\n")
    assert sorted(told["files"]) == ["list", "mail", "summary"]
    assert alone.exit_code == 2
    assert "python-docx" in alone.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_goes_into_a_pipe_is_utf_8_whatever_the_machine_prefers(tmp_path: Path) -> None:
    book = book_of(tmp_path / "a.xlsx", "领用", HEADINGS, GOOD)
    command = [sys.executable, "-m", "houqin", "check", str(book), "--as-of", "2020-06-30"]
    machine = os.environ | {"PYTHONIOENCODING": "gbk"}

    ran = subprocess.run(command, check=False, capture_output=True, env=machine, timeout=120)

    assert "统计日期 2020-06-30" in ran.stdout.decode("utf-8")
