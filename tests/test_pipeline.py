"""The whole story on drawn workbooks: what holds when, and that nothing is lost or capped."""

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from houqin.areas import MODELS
from houqin.book import Period
from houqin.errors import HouqinError, Refused
from houqin.hosts.memory import TextHost
from houqin.pipeline import check
from houqin.problems import Both
from houqin.result import Options
from houqin.tables.grid import Grid

TODAY = date(2026, 1, 1)
ISSUES = """
| 领用 | 单据编号 | 日期 | 校区 | 物品名称 | 单位 | 数量 | 领用人 | 领用部门 | 用途 |
| 2 | LY-1 | 2020-05-12 | 本部 | 口罩 | 只 | 12 | 张三 | 总务处 | 防疫 |
"""
SETTINGS = """
| 参数 | 代码 | 参数 | 值 | 单位 | 比较 |
| 2 | term.start | 学期开始日期 | 2020-02-10 | | |
| 3 | term.end | 学期结束日期 | 2020-07-17 | | |
"""
AS_OF = "| 4 | as_of | 统计日期 | 2020-06-30 | | |\n"
MONTH = "| 5 | period | 统计期间 | '2020-05 | | |\n"


@pytest.mark.parametrize(
    ("book", "asked", "as_of"),
    [
        (ISSUES, "", TODAY),
        (SETTINGS + AS_OF, "", date(2020, 6, 30)),
        (SETTINGS + AS_OF, "2020-05-31", date(2020, 5, 31)),
        (ISSUES, "2020年5月31日", date(2020, 5, 31)),
    ],
    ids=["the clock", "the sheet before the clock", "the user before the sheet", "as people write"],
)
def test_the_as_of_day_is_the_users_else_the_sheets_else_todays(
    book: str, asked: str, as_of: date
) -> None:
    assert check(TextHost(book), Options(as_of=asked), TODAY).book.as_of == as_of


@pytest.mark.parametrize(
    ("book", "asked", "period"),
    [
        (SETTINGS + AS_OF, "", Period(date(2020, 2, 10), date(2020, 6, 30))),
        (SETTINGS + AS_OF + MONTH, "", Period(date(2020, 5, 1), date(2020, 5, 31))),
        (SETTINGS + AS_OF + MONTH, "2020-03", Period(date(2020, 3, 1), date(2020, 3, 31))),
    ],
)
def test_the_period_is_the_users_else_the_sheets_else_the_term_so_far(
    book: str, asked: str, period: Period
) -> None:
    assert check(TextHost(book), Options(period=asked), TODAY).book.period == period


def test_an_as_of_that_is_no_date_is_one_sentence() -> None:
    with pytest.raises(HouqinError, match=r"统计日期.*6\.30"):
        check(TextHost(ISSUES), Options(as_of="6.30"), TODAY)


def test_fifty_thousand_problems_are_all_told() -> None:
    class Many(TextHost):
        def read(self, sheet: str) -> Grid:
            grid = super().read(sheet)
            good = list(grid.values[1])
            rows = [[f"LY-{n}", *good[1:5], "约30", *good[6:]] for n in range(50_000)]
            return Grid(sheet, [grid.values[0], *rows])

    result = check(Many(ISSUES), Options(as_of="2020-06-30", sheets=("领用",)), TODAY)

    assert result.counts["error"] == 50_000
    assert str(result.problems[-1]) == "领用!F50001 CEL-08"


def test_a_sheet_that_cannot_be_read_loses_no_other_and_the_check_has_not_passed() -> None:
    class Broken(TextHost):
        def read(self, sheet: str) -> Grid:
            if sheet == "参数":
                raise Refused("unreadable")
            return super().read(sheet)

    result = check(Broken(SETTINGS + ISSUES), Options(), TODAY)

    assert [each.sheet for each in result.sheets] == ["领用"]
    assert [fault.code for fault in result.faults] == ["unreadable"]
    assert result.exit_code == 2
    assert result.draft


def test_each_stage_is_told_as_it_begins() -> None:
    stages = list[Both]()

    check(TextHost(SETTINGS + ISSUES), Options(), TODAY, stages.append)

    assert [stage.zh for stage in stages[:3]] == ["正在读 参数", "正在读 领用", "正在理解各表内容"]
    assert all(stage.en for stage in stages)


def test_nothing_recognised_is_exit_2() -> None:
    result = check(TextHost("| 通讯录 | 甲 | 乙 |\n| 2 | 1 | 2 |"), Options(), TODAY)

    assert not result.recognised
    assert result.exit_code == 2
    assert result.unknown == ("通讯录",)


def test_an_accepted_problem_is_no_error_and_lifts_the_draft() -> None:
    bad = ISSUES.replace("| 12 |", "| 约30 |")
    accepted = """
| 问题清单 | 工作表 | 栏目 | 行标识 | 现在的内容 | 代码 | 处理 | 理由 | 经手人 | 有效至 |
| 2 | 领用 | 数量 | LY-1 | 约30 | CEL-08 | 接受 | 已核对 | 王主任 | |
"""

    before = check(TextHost(bad), Options(as_of="2020-06-30"), TODAY)
    after = check(TextHost(bad + accepted), Options(as_of="2020-06-30"), TODAY)

    assert (before.exit_code, before.draft) == (1, True)
    assert (after.exit_code, after.draft) == (0, False)
    assert after.counts["accepted"] == 1


class Own(TextHost):
    """A workbook that calls itself houqin's own."""

    def properties(self) -> Mapping[str, str]:
        return {"houqin": "0.1.0"}


def lost(result_codes: Sequence[str]) -> int:
    return list(result_codes).count("TAB-08")


def test_a_missing_sheet_is_a_problem_in_houqins_own_master_only() -> None:
    own = check(Own(ISSUES), Options(), TODAY)
    foreign = check(TextHost(ISSUES), Options(), TODAY)

    assert lost([each.code for each in own.problems]) == len(MODELS) - 1  # one is there
    assert lost([each.code for each in foreign.problems]) == 0
