"""What the actions tell and with which exit code; what JSON, CSV and the terminal show of a value."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

import pytest
from tests.areas.drawn import book_of
from tests.told import problem, result

from houqin.areas.safety.overdue import overdue
from houqin.areas.stock.reconcile import reconcile
from houqin.problems import Both, Fault, Place, Severity, Skipped, State, Tidied
from houqin.reports.actions import (
    as_object,
    exit_code,
    overdue_json,
    print_overdue,
    print_reconciliation,
    reconciliation_json,
)
from houqin.reports.as_csv import safe
from houqin.reports.as_json import check_of, plain, problem_of, tidied_of
from houqin.reports.as_text import check_text
from houqin.result import Result

FAULTS = (Fault("STK-01", "KeyError: 'a'"),)


@pytest.mark.parametrize(
    ("found", "keys", "code"),
    [
        (result(), ("stock_issues",), 0),
        (result(problem()), ("stock_issues", "receipts"), 1),
        (result(problem()), ("hazards",), 0),  # the error stands on another sheet
        (result(problem(severity=Severity.WARNING)), ("stock_issues",), 0),
        (result(problem(state=State.ACCEPTED)), ("stock_issues",), 0),
        (result(problem(state=State.NEW)), ("stock_issues",), 1),
        (result(), ("counts",), 2),  # there is no such sheet
        (replace(result(problem()), faults=FAULTS), ("stock_issues",), 2),
    ],
    ids=[
        "done",
        "errors",
        "errors elsewhere",
        "warnings",
        "accepted",
        "new",
        "no sheet",
        "a rule broke",
    ],
)
def test_an_action_is_done_done_on_doubtful_sheets_or_not_done(
    found: Result, keys: tuple[str, ...], code: int
) -> None:
    assert exit_code(found, keys) == code


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Lamp:
    from_: date
    colours: tuple[Colour, ...]
    watts: Decimal | None


def test_facts_become_objects_whose_names_lose_a_trailing_stroke() -> None:
    lamp = Lamp(date(2020, 5, 12), (Colour.RED,), Decimal("1.50"))

    assert as_object([lamp, Lamp(date(2020, 5, 13), (), None)]) == [
        {"from": "2020-05-12", "colours": ["red"], "watts": 1.5},
        {"from": "2020-05-13", "colours": [], "watts": None},
    ]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("12.00"), "12"),
        (Decimal("0.985"), "0.985"),
        (True, "true"),
        (None, "null"),
        (date(2020, 5, 12), '"2020-05-12"'),
        (datetime(2020, 5, 12, 7, 30), '"2020-05-12T07:30"'),  # noqa: DTZ001
        (time(7, 30), '"07:30"'),
        (("张三", "李四"), '["张三", "李四"]'),
        (Colour.RED, '"red"'),
        ("007", '"007"'),
    ],
)
def test_a_value_in_json_is_that_of_contract_2(value: object, written: str) -> None:
    assert json.dumps(plain(value), ensure_ascii=False) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-5", "'-5"),
        ("@a", "'@a"),
        ("\ta", "'\ta"),
        ("＝1", "'＝1"),
        ("1=1", "1=1"),
        ("", ""),
        (-5, "-5"),  # a number stays one
        (True, "true"),
        (False, "false"),
        (None, ""),
        (date(2020, 5, 12), "2020-05-12"),
        (("张三", "李四"), "张三、李四"),
        (("=1+1",), "'=1+1"),
    ],
)
def test_a_value_in_csv_is_text_that_no_program_runs(value: object, written: str) -> None:
    assert safe(value) == written


def test_a_problem_in_json_names_its_place_and_of_a_private_cell_no_more() -> None:
    open_, private = (problem_of(problem(private=hidden), "zh") for hidden in (False, True))

    assert open_ == {
        "code": "TST-01",
        "severity": "error",
        "state": "open",
        "sheet": "领用",
        "cell": "G118",
        "row": 118,
        "column": "G",
        "heading": "数量",
        "key": "LY-0117",
        "value": "40",
        "message": "领用!G118 数量（LY-0117）：数量 40 太多，请改为 30。",
        "fix": "请改为 30",
        "related": ["入库!A2", "入库!A3"],
    }
    assert private == open_ | {
        "key": None,
        "value": None,
        "message": "领用!G118 数量：没有做到“数量不超过 30”，请核对这个单元格。",
        "fix": "请核对这个单元格",
    }


def test_a_problem_of_a_sheet_has_no_cell_in_json() -> None:
    told = problem_of(problem("领用"), "en")

    assert [told[name] for name in ("cell", "row", "column")] == [None] * 3
    assert told["message"] == "领用 数量 (LY-0117): 40 is too much; write 30."


@pytest.mark.parametrize(
    ("private", "shown"), [(False, ("１２个", 12)), (True, (None, None))], ids=["open", "private"]
)
def test_what_was_tidied_is_told_unless_it_is_private(
    private: bool, shown: tuple[object, object]
) -> None:
    tidied = Tidied(Place("领用", 9, "G"), "１２个", Decimal(12), private)

    assert tidied_of(tidied) == {
        "sheet": "领用",
        "cell": "G9",
        "raw": shown[0],
        "read": shown[1],
    }


def test_a_check_in_json_lists_what_is_mended_after_what_stands() -> None:
    found = replace(
        result(problem(), lang="en"),
        skipped=(Skipped("CNT-01", Both("没有工作表 盘点", "no sheet")),),
        faults=FAULTS,
    )

    told = check_of(found, "台账.xlsx", [{"code": "TST-09", "state": "mended"}])

    assert (told["book"], told["as_of"], told["period"], told["lang"]) == (
        "台账.xlsx",
        "2020-06-30",
        ["2020-05-01", "2020-06-30"],
        "en",
    )
    assert [(each["code"], each["state"]) for each in told["problems"]] == [
        ("TST-01", "open"),
        ("TST-09", "mended"),
    ]
    assert told["skipped"] == [{"code": "CNT-01", "why": "no sheet"}]
    assert told["faults"] == [{"code": "STK-01", "error": "KeyError: 'a'"}]
    assert told["counts"] == {"error": 1, "warning": 0, "note": 0, "accepted": 0}


def test_a_check_in_words_begins_with_what_was_read_and_ends_with_what_broke() -> None:
    missing = Both("没有工作表 盘点", "missing: 盘点")
    found = replace(
        result(
            problem("领用!A2"),
            problem("领用!A3", Severity.WARNING, State.NEW),
            problem("隐患台账!B2", state=State.ACCEPTED),
        ),
        skipped=(Skipped("CNT-01", missing), Skipped("CNT-02", missing)),
        faults=FAULTS,
        unknown=("通讯录", "Sheet1"),
    )

    text = check_text(found, "台账.xlsx", [{"code": "TST-09", "message": "改好了。"}])

    assert text.splitlines() == [
        "台账.xlsx  统计日期 2020-06-30  期间 2020-05-01 至 2020-06-30",
        "读了 2 张表 4 行，判断了 7 条规则，跳过 2 条。",
        "检查没有做完：有规则出了故障。",
        "",
        "[领用]",
        "  错误 TST-01  领用!A2 数量（LY-0117）：数量 40 太多，请改为 30。",
        "  提醒 TST-01  [新] 领用!A3 数量（LY-0117）：数量 40 太多，请改为 30。",
        "",
        "[隐患台账]",
        "  错误 TST-01  [已接受] 隐患台账!B2 数量（LY-0117）：数量 40 太多，请改为 30。",
        "",
        "上次有、这次没有了：",
        "  TST-09  改好了。",
        "",
        "没有判断的规则：",
        "  没有工作表 盘点：CNT-01、CNT-02",
        "",
        "不是台账、没有读的表：通讯录、Sheet1",
        "故障 STK-01：KeyError: 'a'（这是 houqin 的毛病，不是表里的错）。",
    ]


def test_where_all_is_well_nothing_else_is_told() -> None:
    assert check_text(result(), "a.xlsx") == (
        "a.xlsx  统计日期 2020-06-30  期间 2020-05-01 至 2020-06-30\n"
        "读了 2 张表 4 行，判断了 7 条规则，跳过 0 条。\n"
        "没有发现问题。\n"
    )


def test_an_english_text_has_english_marks() -> None:
    missing = Both("没有工作表 盘点", "no sheet")
    skipped = tuple(Skipped(code, missing) for code in ("CNT-01", "CNT-02"))

    lines = check_text(replace(result(lang="en"), skipped=skipped), "a.xlsx").splitlines()

    assert lines[-2:] == ["Rules not judged:", "  no sheet: CNT-01, CNT-02"]


def test_a_missing_sheet_takes_one_line_whatever_else_a_rule_lacks() -> None:
    one, other = Both("没有工作表 盘点", ""), Both("没有工作表 入库", "")
    skipped = (
        Skipped("CNT-01", one),
        Skipped("CNT-02", Both("没有工作表 盘点、入库", ""), (one, other)),
    )

    lines = check_text(replace(result(), skipped=skipped), "a.xlsx").splitlines()

    assert lines[-2:] == ["  没有工作表 盘点：CNT-01、CNT-02", "  没有工作表 入库：CNT-02"]


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (result(), "没有发现问题。"),
        (result(lang="en"), "No problems found."),
        (result(problem(state=State.ACCEPTED)), "错误 0，提醒 0，说明 0，已接受 1。"),
        (
            result(problem(severity=Severity.NOTE), lang="en"),
            "Errors 0, warnings 0, notes 1, accepted 0.",
        ),
    ],
)
def test_the_verdict_is_one_explicit_sentence(found: Result, sentence: str) -> None:
    assert sentence in check_text(found, "a.xlsx").splitlines()


STOCK = """
| 领用 | 单据编号 | 日期 | 校区 | 物品编号 | 物品名称 | 单位 | 数量 | 领用人 | 领用部门 | 用途 |
| 2 | LY-1 | 2020-05-12 | 本部 | KZ-1 | [口罩] | 只 | 12 | 张三 | 总务处 | 防疫 |
| 入库 | 单据编号 | 日期 | 校区 | 物品编号 | 物品名称 | 单位 | 数量 | 验收人 | 保管员 |
| 2 | RK-1 | 2020-05-11 | 本部 | KZ-1 | [口罩] | 只 | 40 | 张三 | 李四 |
"""
HAZARDS = """
| 隐患台账 | 隐患编号 | 发现日期 | 校区 | 隐患位置 | 隐患类别 | 隐患描述 | 隐患等级 | 整改责任人 | 整改期限 | 整改状态 |
| 2 | YH-1 | 2020-06-01 | 本部 | [东]门 | 消防 | 灯坏 | 一般 | 张三 | 2020-06-10 | 整改中 |
| 3 | YH-2 | 2020-06-01 | 本部 | 西门 | 消防 | 灯坏 | 一般 |  | 2020-06-28 | 整改中 |
"""


def words(text: str) -> Iterator[list[str]]:
    """Return the cells of each row of a printed table."""
    for line in text.splitlines():
        if line.startswith("│"):
            yield [cell.strip() for cell in line.strip("│").split("│")]


def test_the_reconciliation_is_printed_and_written_with_the_same_numbers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = reconcile(book_of(STOCK))
    of = result(problem(), problem("隐患台账!B2"), problem(state=State.ACCEPTED))

    print_reconciliation(found, of)
    told = reconciliation_json(found, of, "a.xlsx")

    printed = capsys.readouterr().out
    numbers = ["0", "40", "0", "0", "0", "12", "0", "0", "0", "0", "28", "", "", "未盘"]
    assert list(words(printed)) == [["KZ-1", "[口罩]", "只", "本部", *numbers]]
    assert printed.rstrip().endswith("各栏相加等于账面。")
    (line,) = told["lines"]
    assert [line[name] for name in ("item", "received", "issued", "book")] == ["KZ-1", 40, 12, 28]
    assert (told["proof"], told["left_out"], told["problems"], told["book"]) == (
        True,
        0,
        1,
        "a.xlsx",
    )


def test_columns_that_do_not_add_up_are_cried_out(capsys: pytest.CaptureFixture[str]) -> None:
    print_reconciliation(replace(reconcile(book_of(STOCK)), proof=False), result(lang="en"))

    assert "The columns do not add up!" in capsys.readouterr().out


def test_overdue_hazards_are_printed_by_class_and_then_by_person(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = overdue(book_of(HAZARDS))

    print_overdue(found, result())

    printed = capsys.readouterr().out
    assert "逾期（2）" in printed
    assert "即将到期" not in printed
    rows = list(words(printed))
    assert [(row[0], row[7]) for row in rows] == [("YH-1", "20"), ("YH-2", "2")]
    persons = [line for line in printed.splitlines() if "：逾期 1；" in line]
    assert [line.partition("：")[0] for line in persons] == ["张三", "没有责任人"]
    facts = overdue_json(found, result())
    assert facts["as_of"] == "2020-06-30"
    assert [(each["number"], each["days"], each["cell"]) for each in facts["hazards"]] == [
        ("YH-1", 20, "隐患台账!I2"),
        ("YH-2", 2, "隐患台账!I3"),
    ]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("zh", "没有逾期、即将到期或没有期限的隐患。"),
        ("en", "No hazard is overdue, due soon or without a deadline."),
    ],
)
def test_that_nothing_is_overdue_is_said(
    lang: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    print_overdue((), result(lang=lang))

    assert capsys.readouterr().out.strip() == sentence
