"""How rows go over, one rule at a time, on books that are drawn as text."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import examples

from houqin.areas import MODELS
from houqin.areas.area import Area, Remembered
from houqin.areas.school.defaults import fact_of
from houqin.areas.stock.prices import Price
from houqin.hosts.memory import TextHost
from houqin.master.term import Row
from houqin.new_term.carrying import CARRIED, Way
from houqin.new_term.next_rows import next_rows
from houqin.new_term.next_settings import NextTerm
from houqin.new_term.opening_stock import _amounts
from houqin.pipeline import check
from houqin.problems import Both
from houqin.result import Options, Result
from houqin.summing_up import with_sections

SCHOOL = """
| 参数 | 代码 | 参数 | 值 | 来源 |
| 2 | term.name | 学期名称 | 春季学期 | 学校自定 |
| 3 | term.start | 学期开始日期 | 2020-02-10 | 学校自定 |
| 4 | term.end | 学期结束日期 | 2020-07-17 | 学校自定 |
| 5 | last.hazards.found | 上学期发现隐患 | 7 | 上学期后勤台账 |
| 校区 | 校区 |
| 2 | 本部 |
"""
STOCK = """
| 入库 | 单据编号 | 日期 | 校区 | 入库类型 | 物品编号 | 物品名称 | 单位 | 数量 | 单价 | 批号 | 有效期至 | 验收人 | 保管员 |
| 2 | QC-1 | 2020-02-10 | 本部 | 期初 | KZ-1 | 口罩 | 只 | 10 | 0.3333 | | 2020-12-31 | 赵明远 | 钱思齐 |
| 3 | RK-1 | 2020-03-01 | 本部 | 采购 | KZ-1 | 口罩 | 只 | 20 | 0.5 | | 2021-12-31 | 赵明远 | 钱思齐 |
| 4 | RK-2 | 2020-03-02 | 本部 | 捐赠 | XY-1 | 洗手液 | 瓶 | 5 | | A1 | | 孙文博 | 钱思齐 |
| 领用 | 单据编号 | 日期 | 校区 | 物品编号 | 物品名称 | 单位 | 数量 | 领用人 | 领用部门 | 用途 |
| 2 | LY-1 | 2020-04-01 | 本部 | KZ-1 | 口罩 | 只 | 3 | 李雨桐 | 教导处 | 防疫 |
"""
PEOPLE = """
| 人员 | 工号 | 姓名 | 校区 | 到岗日期 | 离岗日期 |
| 2 | 1 | 赵明远 | 本部 | 2010-09-01 | |
| 3 | 2 | 钱思齐 | 本部 | 2010-09-01 | |
| 4 | 3 | 孙文博 | 本部 | 2010-09-01 | 2020-05-31 |
| 5 | 4 | 李雨桐 | 本部 | 2010-09-01 | 2020-08-31 |
"""


def result_of(drawn: str) -> Result:
    return with_sections(check(TextHost(drawn), Options("2020-06-30"), date(2026, 1, 1)))


def term_of(drawn: str, *areas: Area) -> dict[str, list[Row]]:
    return next_rows(result_of(drawn), NextTerm(), areas)


def fields(rows: list[Row], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


def test_every_ledger_is_declared() -> None:
    assert [m.ledger.key for m in MODELS if m.ledger.key not in CARRIED] == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.ledger.key)
def test_what_is_declared_of_a_ledger_is_there(model: Any) -> None:
    carry = CARRIED[model.ledger.key]

    named = {*carry.without, *carry.noted, *(("note",) if carry.noted else ())}
    assert named <= set(model.model_fields)
    assert (carry.way is Way.SOME) is (carry.stays is not None)
    assert not any(model.required(field) for field in (*carry.without, *carry.noted))


def test_each_batch_is_a_line_and_equal_lines_stand_in_other_documents() -> None:
    rows = term_of(SCHOOL + STOCK + PEOPLE)["receipts"]

    assert fields(rows, "number", "item", "quantity", "batch", "expires") == [
        ("QC-20200630-01", "KZ-1", Decimal(7), None, date(2020, 12, 31)),
        ("QC-20200630-02", "KZ-1", Decimal(20), None, date(2021, 12, 31)),
        ("QC-20200630-01", "XY-1", Decimal(5), "A1", None),
    ]
    assert {(row["kind"], row["date"], row["note"]) for row in rows} == {
        ("期初", date(2020, 6, 30), "春季学期结转")
    }


def test_value_is_kept_and_what_had_no_price_gets_none() -> None:
    rows = term_of(SCHOOL + STOCK)["receipts"]

    # 10 at 0.3333 are 3.33, and 20 at 0.5 are 10.00: 27 of 30 are worth 12.00 (11.997)
    assert fields(rows, "amount", "unit_price") == [
        (Decimal("3.11"), Decimal("0.4443")),
        (Decimal("8.89"), Decimal("0.4445")),
        (None, None),
    ]


def test_lines_name_people_who_are_still_there() -> None:
    rows = term_of(SCHOOL + STOCK + PEOPLE)["receipts"]

    assert set(fields(rows, "acceptor", "keeper")) == {("赵明远", "钱思齐")}


def test_without_a_list_of_people_the_last_line_tells_who() -> None:
    rows = term_of(SCHOOL + STOCK)["receipts"]

    assert set(fields(rows, "acceptor", "keeper")) == {("孙文博", "钱思齐")}


def test_people_who_have_left_do_not_go_over() -> None:
    assert fields(term_of(SCHOOL + PEOPLE)["people"], "name", "left") == [
        ("赵明远", None),
        ("钱思齐", None),
        ("李雨桐", date(2020, 8, 31)),
    ]


def test_a_cell_that_was_not_read_goes_over_as_it_stands() -> None:
    drawn = SCHOOL + PEOPLE.replace(
        "| 赵明远 | 本部 | 2010-09-01 | |", "| 赵明远 | 本部 | 九月初 | |"
    )

    assert term_of(drawn)["people"][0]["joined"] == "九月初"


def test_the_last_terms_figures_take_the_place_of_those_before() -> None:
    rows = term_of(SCHOOL + PEOPLE)["settings"]

    told = {row["code"]: row["value"] for row in rows if str(row["code"]).startswith("last.")}
    assert told == {"last.school.staff": 3.0}


def test_an_area_may_say_what_the_next_term_must_know() -> None:
    def owed(book: Any) -> list[Remembered]:
        return [Remembered("people", "name", "钱思齐", "department", "总务处")]

    area = Area("duty", Both("", ""), (), (), "", remembered=owed)

    assert fields(term_of(SCHOOL + PEOPLE, area)["people"], "name", "department") == [
        ("赵明远", None),
        ("钱思齐", "总务处"),
        ("李雨桐", None),
    ]


def test_a_list_that_the_school_lacks_comes_with_its_defaults() -> None:
    drawn = SCHOOL + "| 清单 | 清单 | 值 | 启用 |\n| 2 | 部门 | 总务处 | 否 |\n"

    rows = term_of(drawn)["lists"]

    assert [row["value"] for row in rows if row["list"] == "部门"] == ["总务处"]
    assert "隐患等级" in {row["list"] for row in rows}


@pytest.mark.parametrize(
    ("code", "known"),
    [("last.hazards.found", True), ("last.x", True), ("last", False), ("lasting.x", False)],
)
def test_the_figures_of_last_term_are_settings(code: str, known: bool) -> None:
    drawn = SCHOOL.replace("last.hazards.found", code)
    hits = [p.code for p in result_of(drawn).problems if p.code == "SCH-01"]

    assert (fact_of(code) is not None) is known
    assert hits == ([] if known else ["SCH-01"])


def test_a_figure_knows_what_it_was_last_term() -> None:
    drawn = SCHOOL.replace("last.hazards.found", "last.school.staff") + PEOPLE
    (figure,) = (f for s in result_of(drawn).sections for f in s.figures if f.key == "school.staff")

    assert (figure.total, figure.last) == (3, Decimal(7))


@examples(300)
@given(
    st.decimals("0.01", "9999.99", places=2),
    st.integers(1, 5000),
    st.lists(st.decimals("0.01", "999.99", places=2), min_size=1, max_size=6),
)
def test_shares_add_up_to_the_whole_to_the_cent(
    amount: Decimal, quantity: int, quantities: list[Decimal]
) -> None:
    average = Price(amount, Decimal(quantity))

    shares = _amounts(average, quantities)

    assert sum(filter(None, shares), Decimal(0)) == average.of(sum(quantities, Decimal(0)))
