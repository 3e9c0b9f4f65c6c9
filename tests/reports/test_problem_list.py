"""问题清单 as openpyxl reads it back: every problem, where it leads, and columns for the user."""

import os
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.told import problem, result

from houqin.hosts.files import open_workbook
from houqin.problems import Both, Fault, Place, Severity, Skipped, State, Tidied
from houqin.reports.problem_list import write_problem_list
from houqin.result import Result
from houqin.states import accepted_in

HEAD = 5  # the row of the headings: title, account, verdict, an empty row before it


def written(
    found: Result, folder: Path, book: Path | None = None, name: str = "问题清单.xlsx"
) -> Any:
    write_problem_list(found, book or folder / "台账.xlsx", folder / name)
    return openpyxl.load_workbook(folder / name)


def rows(sheet: Any, first: int = 1) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(min_row=first, values_only=True))


def test_a_problem_is_listed_in_words_and_in_the_columns_that_a_later_check_reads(
    tmp_path: Path,
) -> None:
    sheet = written(result(problem()), tmp_path)["问题清单"]

    head, row = rows(sheet, HEAD)
    assert dict(zip(head, row, strict=True)) == {
        "状态": "未改",
        "级别": "错误",
        "工作表": "领用",
        "单元格": "G118",
        "栏目": "数量",
        "行标识": "LY-0117",
        "现在的内容": "40",
        "问题": "数量 40 太多",
        "怎么改": "请改为 30",
        "相关单元格": "入库!A2、入库!A3",
        "代码": "TST-01",
        "处理": None,
        "理由": None,
        "经手人": None,
        "有效至": None,
    }
    assert sheet["A1"].value == "问题清单"
    assert "台账.xlsx" in sheet["A2"].value
    assert sheet["A3"].value == "错误 1，提醒 0，说明 0，已接受 0。"


def test_an_english_list_is_english_throughout(tmp_path: Path) -> None:
    found = result(problem(severity=Severity.WARNING, state=State.NEW), lang="en")

    book = written(found, tmp_path)

    head, row = rows(book["Problems"], HEAD)
    assert (head[0], head[-1]) == ("State", "Until")
    assert row[:2] == ("new", "warning")
    assert row[7:9] == ("40 is too much", "write 30")
    (choice,) = book["Problems"].data_validations.dataValidation
    assert choice.formula1 == '"to mend,accept"'
    assert book.sheetnames == ["Problems", "What was checked"]


def test_of_a_private_cell_neither_key_nor_value_is_listed(tmp_path: Path) -> None:
    sheet = written(result(problem(private=True)), tmp_path)["问题清单"]

    (row,) = rows(sheet, HEAD + 1)
    assert row[4:8] == ("数量", None, None, "没有做到“数量不超过 30”")


@pytest.mark.parametrize(
    ("at", "cell", "leads"),
    [("领用!G118", "G118", True), ("领用!118", "118", False), ("领用", None, False)],
)
def test_only_a_problem_at_a_cell_leads_there(
    tmp_path: Path, at: str, cell: str | None, leads: bool
) -> None:
    sheet = written(result(problem(at)), tmp_path)["问题清单"]

    assert sheet.cell(HEAD + 1, 4).value == cell
    assert (sheet.cell(HEAD + 1, 4).hyperlink is not None) is leads


@pytest.mark.parametrize(
    ("book", "folder", "target"),
    [
        ("台账.xlsx", "", "台账.xlsx"),
        ("学校 台账.xlsx", "", "学校%20台账.xlsx"),
        ("台账.xlsx", "结果 1/五月", "../../台账.xlsx"),
        ("甲/台账.xlsx", "结果", "../甲/台账.xlsx"),
    ],
    ids=["beside it", "a space", "from a folder within", "in another folder"],
)
def test_a_link_leads_to_the_cell_of_the_users_own_workbook(
    tmp_path: Path, book: str, folder: str, target: str
) -> None:
    sheet = written(result(problem()), tmp_path / folder, tmp_path / book)["问题清单"]

    link = sheet.cell(HEAD + 1, 4).hyperlink
    assert (link.target.replace("\\", "/"), link.location) == (target, "'领用'!G118")


def test_a_quote_in_the_name_of_a_sheet_does_not_break_its_link(tmp_path: Path) -> None:
    sheet = written(result(problem("五月'领用!A2")), tmp_path)["问题清单"]

    assert sheet.cell(HEAD + 1, 4).hyperlink.location == "'五月''领用'!A2"


def test_a_book_on_another_drive_is_named_in_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: object, start: object) -> str:
        raise ValueError("path is on mount 'C:', start on mount 'D:'")

    monkeypatch.setattr(os.path, "relpath", refuse)

    sheet = written(result(problem()), tmp_path, tmp_path / "台账.xlsx")["问题清单"]

    target = sheet.cell(HEAD + 1, 4).hyperlink.target.replace("\\", "/")
    assert target.endswith(f"{tmp_path.as_posix()}/台账.xlsx")


def test_no_more_links_are_made_than_excel_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("houqin.reports.problem_list.MOST_LINKS", HEAD + 2)

    sheet = written(result(*(problem(f"领用!A{row}") for row in (2, 3, 4))), tmp_path)["问题清单"]

    links = [sheet.cell(row, 4).hyperlink is not None for row in range(HEAD + 1, HEAD + 4)]
    assert links == [True, False, False]
    assert [row[3] for row in rows(sheet, HEAD + 1)] == ["A2", "A3", "A4"]


def test_the_list_filters_prints_and_offers_how_to_handle_each_problem(tmp_path: Path) -> None:
    sheet = written(result(problem(), problem("领用!A2"), problem("领用!A3")), tmp_path)["问题清单"]

    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A5:O8", "E6")
    assert sheet.print_title_rows == "$5:$5"
    (choice,) = sheet.data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == ("L6:L8", '"待改,接受"')
    assert sheet.column_dimensions["H"].width > 38


@pytest.mark.parametrize(
    ("severity", "colour"),
    [
        (Severity.ERROR, "FFFDE7E5"),
        (Severity.WARNING, "FFFFF4D6"),
        (Severity.NOTE, "FFFFFFFF"),
    ],
)
def test_a_row_is_coloured_by_its_severity(tmp_path: Path, severity: Severity, colour: str) -> None:
    sheet = written(result(problem(severity=severity)), tmp_path)["问题清单"]

    assert {cell.fill.fgColor.rgb for cell in sheet[HEAD + 1]} == {colour}


def test_a_list_without_problems_says_so(tmp_path: Path) -> None:
    sheet = written(result(), tmp_path)["问题清单"]

    assert [row[0] for row in rows(sheet, HEAD + 1)] == ["没有发现问题。"]
    assert sheet.auto_filter.ref == "A5:O6"
    assert sheet["A3"].font.color.rgb == "FF2E7D32"  # green


def test_what_the_user_accepts_on_the_list_is_accepted_by_the_next_check(tmp_path: Path) -> None:
    path = tmp_path / "问题清单.xlsx"
    book = written(result(problem(), problem("领用!G5", code="TST-02")), tmp_path)
    for column, text in enumerate(("接受", "已补单", "王主任"), start=12):
        book["问题清单"].cell(HEAD + 1, column).value = text
    book.save(path)

    accepted = accepted_in(open_workbook(path).read("问题清单"), date(2020, 6, 30))

    assert [tuple(each) for each in accepted] == [("TST-01", "领用", "LY-0117", "数量", "40", 1)]


def test_the_account_says_what_was_read_tidied_skipped_and_broken(tmp_path: Path) -> None:
    found = replace(
        result(
            problem(),
            problem("领用!A2", Severity.WARNING),
            problem("领用!A3", Severity.WARNING),
            problem("领用!A4", state=State.ACCEPTED),
            problem("隐患台账", Severity.NOTE),
            tidied=(
                Tidied(Place("领用", 9, "G"), "１２个", Decimal(12)),
                Tidied(Place("人员", 2, "F"), "138 0000 0000", "13800000000", private=True),
            ),
        ),
        skipped=tuple(
            Skipped(code, Both("没有工作表 盘点", "missing")) for code in ("CNT-01", "CNT-02")
        ),
        faults=(Fault("STK-01", "KeyError: 'a'"),),
    )

    sheet = written(found, tmp_path)["检查情况"]

    assert [tuple(cell for cell in row if cell is not None) for row in rows(sheet, 5)] == [
        ("读了的表（2）",),
        ("工作表", "行数", "错误", "提醒", "说明", "已接受"),
        ("领用", 3, 1, 2, 0, 1),
        ("隐患台账", 1, 0, 0, 1, 0),
        (),
        ("没有判断的规则（1）",),
        ("原因", "条数", "规则"),
        ("没有工作表 盘点", 2, "CNT-01、CNT-02"),
        (),
        ("写法已自动理解的单元格（没有改动原表）（1）",),
        ("单元格", "原来的写法", "读作"),
        ("领用!G9", "１２个", "12"),
        (),
        ("houqin 的故障（1）",),
        ("规则", "故障"),
        ("STK-01", "KeyError: 'a'"),
    ]
    assert sheet["A3"].value == "检查没有做完：有规则出了故障。"


def test_without_a_fault_none_is_mentioned(tmp_path: Path) -> None:
    sheet = written(result(), tmp_path)["检查情况"]

    assert "houqin 的故障（0）" not in [row[0] for row in rows(sheet)]
