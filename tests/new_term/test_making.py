"""When balances are too unsure to be carried over, and what is told of what stays behind."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from tests.conftest import Run
from tests.new_term.test_carrying import PEOPLE, SCHOOL, STOCK

from houqin.hosts.memory import TextHost
from houqin.new_term.closing import closing_of, is_sure
from houqin.new_term.making import UnsureError, make_next_term
from houqin.new_term.next_settings import NextTerm
from houqin.pipeline import check
from houqin.result import Options, Result
from houqin.summing_up import with_sections

ISSUES_ONLY = STOCK[STOCK.index("| 领用") :]


def result_of(drawn: str) -> Result:
    return with_sections(check(TextHost(drawn), Options("2020-06-30"), date(2026, 1, 1)))


@pytest.mark.parametrize(
    "drawn",
    [
        SCHOOL + ISSUES_ONLY,
        SCHOOL
        + STOCK.replace("| 本部 | KZ-1 | 口罩 | 只 | 3 |", "| 本部 | KZ-1 | 口罩 | 只 | 31 |"),
        SCHOOL + STOCK.replace("| 口罩 | 只 | 3 |", "| 口罩 | 只 | 三四 |"),
        SCHOOL + STOCK.replace("2020-04-01", "2020-07-01"),
    ],
    ids=["nothing came in", "below zero", "a line that cannot be read", "a line to come"],
)
def test_unsure_balances_are_refused(drawn: str, tmp_path: Path) -> None:
    with pytest.raises(UnsureError):
        make_next_term(result_of(drawn), Path("旧.xlsx"), tmp_path / "n.xlsm", NextTerm())

    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "drawn",
    [
        STOCK + "| 物品目录 | 物品编号 | 物品名称 | 单位 |\n| 2 | KZ-2 | 口罩 | 只 |\n",
        STOCK.replace("| 口罩 | 只 | 3 |", "| 口罩 | 只 | 三四 |"),
        STOCK.replace("2020-04-01", "2020-07-01"),
    ],
    ids=["an item that is not listed", "a line that is not booked", "a line to come"],
)
def test_a_line_in_doubt_makes_balances_unsure(drawn: str) -> None:
    assert not is_sure(result_of(SCHOOL + drawn).book)


def test_sure_balances_are_taken_as_they_are() -> None:
    result = result_of(SCHOOL + STOCK + PEOPLE)

    assert is_sure(result.book)
    assert closing_of(result.book).below_zero == ()


def test_a_balance_below_zero_is_not_carried_over(tmp_path: Path, clean_book: Path) -> None:
    result, out = result_of(SCHOOL + ISSUES_ONLY), tmp_path / "n.xlsm"

    made = make_next_term(result, clean_book, out, NextTerm(), despite_errors=True)

    assert [account.item for account in made.closing.below_zero] == ["KZ-1"]
    assert not made.is_sure


def test_columns_and_sheets_that_are_not_known_are_told(
    houqin: Run, clean_book: Path, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(clean_book)
    sheet = book["物品目录"]
    heads = [cell.value for cell in sheet[4]]
    sheet.cell(4, len(heads) + 1, "货架")
    sheet.cell(5, len(heads) + 1, "A-3")
    book.create_sheet("我的便签")["A1"] = "记得还钥匙"
    book.save(tmp_path / "旧.xlsx")

    told = houqin("new-term", tmp_path / "旧.xlsx", "-o", tmp_path / "n.xlsm").stdout

    assert "不认得的列和工作表没有带过去：物品目录：货架、我的便签\n" in told
