"""One row alone says what the check of the whole workbook says of it, as far as it can know."""

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from tests.functions.as_excel import Range, range_of, sheets_of, table

from houqin import udfs
from houqin.areas import MODELS, RULES
from houqin.areas.school.defaults import list_facts
from houqin.functions.row_check import _rules
from houqin.hosts.files import open_workbook
from houqin.master.demo import choices_of, clean_term
from houqin.master.demo.planting import Answer, write_planted_books
from houqin.master.demo.school import AS_OF
from houqin.pipeline import check
from houqin.problems import Problem
from houqin.reading.rules import CELLS
from houqin.result import Options, Result
from houqin.row_text import row_text
from houqin.rows import Rows
from houqin.tables.grid import Grid

HEADINGS = table(
    "入库单号 | 入库 日期＊ | 校区 | 物品名称 | 单位 | 数量（个） | 单价 | 总价 | 采购人 | 验收人 | 保管员"
)
GOOD = ["RK-1", "2020-05-12", "本部", "口罩", "只", "30", "2", "60", "王五", "张三", "李四"]


def said(*cells: str, sheet: Any = "入库") -> Any:
    return udfs.HQ_CHECK(table(" | ".join(cells)), HEADINGS, sheet)


def changed(**cells: str) -> list[str]:
    """Return the good row with the cells of some columns, counted from c0, changed."""
    row = list(GOOD)
    for name, value in cells.items():
        row[int(name[1:])] = value
    return row


ROWS: tuple[tuple[Mapping[str, str], str], ...] = (
    ({}, ""),
    ({"c5": "约30"}, "✘【数量（个）】数字“约30”看不准，请填一个确定的数字；"),
    (
        {"c1": "2020-06-31", "c9": ""},
        "✘【入库 日期＊】没有“2020-06-31”这一天，请核对后改正；✘【验收人】没有填写，请补填；",
    ),
    ({"c5": "3箱"}, "✘【数量（个）】“3箱”的单位是箱，本行的单位是只，请按只填写数量，或改正单位；"),
    ({"c7": "61"}, "✘【总价】金额 61 与数量 30 × 单价 2 = 60 不符，请改正其中一个；"),
    ({"c9": "王五"}, "✘【验收人】“王五”同时是采购人和验收人，请由不同的人担任并改填；"),
    ({"c6": "#N/A"}, "✘【单价】显示错误 #N/A，请改正公式或直接填写；"),
    # what the row above or the term on 参数 may say is left to the check of the whole workbook
    ({"c0": "", "c1": ""}, ""),
    ({"c0": "同上", "c1": "〃"}, ""),
    ({"c1": "5月12日"}, ""),
    ({"c1": "5.12"}, "✘【入库 日期＊】日期“5.12”看不准，请写全年月日，如 2020-05-12；"),
    # a school has campuses and units of its own
    ({"c2": "西园", "c4": "提篮"}, ""),
)


@pytest.mark.parametrize(("cells", "text"), ROWS)
def test_what_is_said_of_a_row(cells: Mapping[str, str], text: str) -> None:
    assert said(*changed(**cells)) == text


@pytest.mark.parametrize("cells", [[""] * 11, ["合计", *[""] * 4, "30", *[""] * 5]])
def test_a_row_that_holds_no_data_has_no_problem(cells: list[str]) -> None:
    assert said(*cells) == ""


@pytest.mark.parametrize("sheet", ["入库", "receipts", "入库登记（2020春）", "验收入库", "Sheet1"])
def test_a_ledger_goes_by_its_key_its_names_or_its_headings(sheet: str) -> None:
    assert said(*changed(c5="约30"), sheet=sheet).startswith("✘【数量（个）】")


WRONG: tuple[tuple[Any, Any, Any, str], ...] = (
    (None, HEADINGS, "入库", ""),
    ([GOOD, GOOD], HEADINGS, "入库", "?请给出一行、它的标题行和表名"),
    ([GOOD], None, "入库", "?请给出一行、它的标题行和表名"),
    ([GOOD], HEADINGS, None, "?请给出一行、它的标题行和表名"),
    ("RK-1", HEADINGS, "入库", "?这里要一张表，请连同标题行一起选"),
    ([GOOD[1:]], HEADINGS, "入库", "?这一行与标题行的列数不同"),
    ([GOOD[:2]], [["甲", "乙"]], "花名册", "?没有认出“花名册”是哪种台账"),
    ([GOOD[:2]], [["甲", "乙"]], "receipts", "?没有认出入库表的标题行"),
)


@pytest.mark.parametrize(("row", "headings", "sheet", "text"), WRONG)
def test_a_wrong_argument_is_told(row: Any, headings: Any, sheet: Any, text: str) -> None:
    assert udfs.HQ_CHECK(row, headings, sheet) == text


def test_a_list_of_which_houqin_judges_no_value_may_be_the_schools_own() -> None:
    headings = table("设备编号 | 类别 | 名称 | 校区 | 位置 | 状态")
    own = table("XF-1 | 充电桩 | 充电桩 | 本部 | 车棚 | 正常")
    odd = table("XF-1 | 灭火器 | 灭火器 | 本部 | 车棚 | 很好")

    assert udfs.HQ_CHECK(own, headings, "消防设备") == ""
    assert udfs.HQ_CHECK(odd, headings, "消防设备").startswith("✘【状态】“很好”不在清单中，")


@dataclass(frozen=True, slots=True)
class Alone:
    """A row of a ledger: what the check of the workbook tells of it, and what it says alone."""

    rows: Rows[Any]
    number: int
    problems: Sequence[Problem]
    text: str


def rows_alone(book: Path) -> tuple[Alone, ...]:
    """Check a workbook, and each row below the headings of each ledger alone."""
    host = open_workbook(book)
    try:
        result = check(host, Options(), date(2031, 1, 1))
    finally:
        host.close()
    return tuple(_each(result, sheets_of(book)))


def _each(result: Result, grids: Mapping[str, Grid]) -> Iterator[Alone]:
    for rows in result.book.rows.values():
        headings, *lines = range_of(grids[rows.sheet], rows.table.heading_row)
        told = result.problems_by_row(rows.sheet)
        for number, line in enumerate(lines, rows.table.heading_row + 1):
            text = udfs.HQ_CHECK([line], [headings], rows.sheet)
            yield Alone(rows, number, told.get(number, ()), text)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Alone, ...], list[Answer]]:
    """The mistakes that stand together in one workbook, and the answers to them."""
    term = clean_term()
    books = write_planted_books(tmp_path_factory.mktemp("planted"), term, AS_OF, choices_of(term))
    path, answers = next(iter(books))
    return rows_alone(path), answers


def test_no_row_of_the_clean_term_says_anything(clean_book: Path) -> None:
    alone = Counter(each.text for each in rows_alone(clean_book))

    assert set(alone) == {""}
    assert alone[""] > 1500


# What is planted in a cell or between the cells of one row. Not here: what depends on the day
# (EQP-02 ...), on other rows or on other sheets.
_CODES = """
    APL-01 APL-05 APR-05 APR-06 APR-07 APR-08 BUY-04 BUY-27 BUY-30 BUY-31 CEL-01 CEL-02 CEL-04
    CEL-05 CEL-06 CEL-07 CEL-08 CEL-09 CEL-10 CEL-11 CEL-12 CEL-13 CEL-14 CEL-15 CEL-16 CEL-17
    CEL-19 CNT-02 CNT-04 DIS-02 DUT-16 DUT-19 EQP-06 EQP-07 GOL-03 HAZ-03 HAZ-04 HAZ-05 HAZ-06
    HAZ-07 HAZ-08 HAZ-09 HAZ-10 HAZ-11 HAZ-12 HAZ-13 HAZ-14 HAZ-15 HAZ-16 HLT-03 HLT-09 HON-04
    HON-07 INS-03 INS-06 INS-07 LEV-01 LEV-04 LSN-02 LSN-03 LSN-08 POS-02 PRO-03 PRO-04 PRO-05
    PRO-07 PRO-09 PRO-10 PRO-11 PRO-12 PRO-21 REP-03 REP-04 REP-05 REP-06 REP-08 REP-09 REP-10
    REP-11 REP-12 REP-13 REP-14 REP-15 REP-16 REP-17 REP-18 REP-19 REP-20 REP-23 REP-24 SCH-01
    SCH-03 SCH-04 SCH-05 SCH-13 SCH-17 SHC-02 SIC-02 SIC-09 SIC-10 SIC-11 STK-04 STK-13 STK-14
    STK-25 SVY-02 SVY-03 SVY-04 SVY-05 SVY-08 SVY-17 TRN-03 TRN-04 TRN-07 TRN-08 TRN-09 VIS-01
    WEL-03 WEL-10
"""
FOUND_ALONE = frozenset(_CODES.split())


def test_what_is_planted_in_one_row_is_said_of_it_alone_word_for_word(
    planted: tuple[tuple[Alone, ...], list[Answer]],
) -> None:
    rows, answers = planted
    wanted = {
        (each["sheet"], each["row"]): each["code"]
        for each in answers
        if each["code"] in FOUND_ALONE
    }
    missed = []
    for row in rows:
        code = wanted.pop((row.rows.sheet, row.number), None)
        problems = [each for each in row.problems if each.code == code]
        missed += [each for each in problems if _words(row, each) not in _without_hint(row.text)]

    assert (wanted, [str(each) for each in missed]) == ({}, [])


def _words(row: Alone, problem: Problem) -> str:
    stand = {column.letter: column.heading for column in row.rows.table.columns.values()}
    return _without_hint(row_text([problem], lambda each: stand[each.place.column or ""]))


def _without_hint(text: str) -> str:
    """Leave out what 6.12 may mean: that rests on the term, which no argument tells."""
    return text.replace("（是不是“2020-06-12”？）", "")


def test_no_row_says_what_the_check_does_not_say(
    planted: tuple[tuple[Alone, ...], list[Answer]], demo_book: Path
) -> None:
    false = {
        str(row.text): row.number for row in (*planted[0], *rows_alone(demo_book)) if _left(row)
    }

    assert false == {}


def _left(row: Alone) -> str:
    """Return what a row says beyond the problems that the check tells of it."""
    text = row.text
    for problem in row.problems:
        text = text.replace(_words(row, problem), "", 1) if problem.place.column else text
    return text


def test_every_code_found_alone_is_that_of_a_cell_or_of_a_rule_judged_by_the_row() -> None:
    judged = {rule.code for model in MODELS for rule in _rules(model)}

    assert judged == {code for code in FOUND_ALONE if not code.startswith("CEL-")} | {"SCH-19"}
    assert {rule.code for rule in CELLS} == {
        code for code in FOUND_ALONE if code.startswith("CEL-")
    }


def test_a_rule_about_one_row_is_known_by_how_it_was_made() -> None:
    made = Counter(rule.check.__qualname__.partition(".")[0] for rule in RULES if rule.check)

    assert made["row_rule"] > 25, "row_rule was renamed: row_check would judge nothing"
    assert made["not_before"] == 5


def test_the_lists_that_bind_are_fixed_or_grouped() -> None:
    facts = list_facts()

    assert [facts[name].fixed or bool(facts[name].groups) for name in ("隐患等级", "入库类型")] == [
        True
    ] * 2
    assert not facts["设备类别"].fixed
    assert not facts["设备类别"].groups


def test_one_row_is_judged_at_once(clean_book: Path) -> None:
    headings, row = _first_row(clean_book)
    spent = []
    for _ in range(30):
        start = time.perf_counter()
        udfs.HQ_CHECK([row], [headings], "领用")
        spent.append(time.perf_counter() - start)

    assert median(spent) < 0.02  # about 0.001 here


def _first_row(book: Path) -> tuple[list[Any], list[Any]]:
    found: Range = range_of(sheets_of(book)["领用"], 4)
    return found[0], found[1]


HAZARD = table(
    "隐患编号 | 发现日期 | 校区 | 隐患位置 | 隐患类别 | 隐患描述 | 隐患等级 | 整改责任人 | 整改状态 | 整改措施"
)
GRADES = table(
    "清单 | 值 | 归类", "隐患等级 | 普通隐患 | 一般隐患", "隐患等级 | 特大隐患 | 重大隐患"
)
REQUIRED = table("代码 | 参数 | 值", "hazard.required.一般隐患 | 须写明 | 整改措施")


def of_hazard(grade: str, lists: Any = None, settings: Any = None) -> str:
    row = table(f"YH-1 | 2020-05-12 | 本部 | 体育馆 | 其他 | 灯不亮 | {grade} | 张三 | 整改中 | ")
    return str(udfs.HQ_CHECK(row, HAZARD, "隐患台账", lists, settings))


def test_a_value_is_judged_by_the_lists_that_are_given() -> None:
    assert "【隐患等级】" in of_hazard("普通隐患")
    assert "【隐患等级】" not in of_hazard("普通隐患", GRADES)
    assert "【隐患等级】" not in of_hazard("一般隐患")
    assert "【隐患等级】" in of_hazard("一般隐患", GRADES)


def test_a_row_is_judged_by_the_limits_that_are_given() -> None:
    assert "【整改措施】" not in of_hazard("一般隐患")
    assert "【整改措施】" in of_hazard("一般隐患", None, REQUIRED)
