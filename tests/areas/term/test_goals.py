"""Goals set against figures, and shortcomings on the as-of date, judged by hand."""

from datetime import date
from decimal import Decimal

import pytest
from tests.areas.drawn import book_of

from houqin.areas import AREAS
from houqin.areas.term.goals import State, goals_against
from houqin.areas.term.named_figures import by_name, find, usual_figures
from houqin.areas.term.section import section
from houqin.areas.term.shortcomings import Standing, shortcomings_of
from houqin.hosts.memory import TextHost
from houqin.pipeline import check
from houqin.problems import NO_WORDS, Both
from houqin.result import Options
from houqin.sections import Figure, Section, Unit, Value
from houqin.summing_up import with_sections

RATE = Figure("x.rate", Both("完成率", "Rate"), Unit.RATE, Decimal("0.95"), NO_WORDS)
COUNT = Figure("x.count", Both("逾期数", "Overdue"), Unit.COUNT, 3, NO_WORDS)
MONEY = Figure("x.money", Both("支出", "Spent"), Unit.MONEY, Decimal("59145.01"), NO_WORDS)
UNKNOWN = Figure("x.none", Both("满意率", "Satisfied"), Unit.RATE, None, NO_WORDS)
FIGURES = (RATE, COUNT, MONEY, UNKNOWN)


def drawn(*goals: str) -> str:
    lines = ["| 工作目标 | 序号 | 目标 | 指标 | 目标值 | 比较 | 单位 |"]
    return "\n".join(
        [*lines, *(f"| {n + 1} | {n} | 目标{n} | {g} |" for n, g in enumerate(goals, 1))]
    )


@pytest.mark.parametrize(
    ("goal", "state"),
    [
        ("完成率 | 95% | | %", State.MET),
        ("完成率 | 95.1% | | %", State.NOT_MET),
        ("完成率 | 95% | > | %", State.NOT_MET),
        ("完成率 | 90 | <= | %", State.NOT_MET),
        ("x.rate | 0.95 | | ", State.MET),
        ("Rate | 不低于95% | | ", State.MET),
        ("完成率 | 95 | | ", State.CANNOT_TELL),  # nobody knows whether in per cent
        ("逾期数 | 3 | <= | 项", State.MET),
        ("逾期数 | 2 | <= | 项", State.NOT_MET),
        ("逾期数 | 不超过3 | | ", State.MET),
        ("逾期数 | 3 | | 项", State.MET),  # on either side
        ("逾期数 | 4 | | 项", State.CANNOT_TELL),
        ("逾期数 | 3% | <= | ", State.CANNOT_TELL),
        ("支出 | 6 | <= | 万元", State.MET),
        ("支出 | 5.9 | <= | 万元", State.NOT_MET),
        ("支出 | 59145.01 | <= | 元", State.MET),
        ("满意率 | 95% | | %", State.CANNOT_TELL),
        ("合格率 | 95% | | %", State.CANNOT_TELL),
        (" | | | ", State.CANNOT_TELL),
    ],
)
def test_a_goal_is_set_against_its_figure(goal: str, state: State) -> None:
    (result,) = goals_against(book_of(drawn(goal)), FIGURES)

    assert result.state is state


def test_a_name_that_two_figures_bear_stands_for_neither() -> None:
    twin = Figure("y.rate", RATE.name, Unit.RATE, Decimal(1), NO_WORDS)

    found = find("完成率", by_name((RATE, twin)))

    assert (found.figure, found.meant) == (None, "x.rate / y.rate")
    assert find("y.rate", by_name((RATE, twin))).figure == twin


def test_every_figure_of_every_area_is_known_beforehand() -> None:
    keys = {figure.key for each in usual_figures().values() for figure in each}

    assert {"hazards.overdue", "stock.agreement_rate", "appraisal.done_rate"} <= keys
    assert {key.partition(".")[0] for key in keys} >= {"inspections", "supplies", "welfare"}


SHORT = """
| 存在问题 | 序号 | 方面 | 问题 | 改进措施 | 责任人 | 期限       | 完成日期   |
| 2        | 1    | 物资 | 甲   | 抽盘     | 李安   | 2020-06-30 |            |
| 3        | 2    | 消防 | 乙   | 清理     | 李安   | 2020-06-29 |            |
| 4        | 3    | 校舍 | 丙   | 大修     | 李安   | 2020-06-01 | 2020-06-15 |
| 5        | 4    | 保洁 | 丁   | 培训     | 李安   | 2020-06-01 | 2020-07-01 |
"""


def test_what_falls_short_is_done_open_or_overdue() -> None:
    found = [(each.text, each.due, each.standing) for each in shortcomings_of(book_of(SHORT))]

    assert found == [
        ("甲", date(2020, 6, 30), Standing.OPEN),
        ("乙", date(2020, 6, 29), Standing.OVERDUE),
        ("丙", date(2020, 6, 1), Standing.DONE),
        ("丁", date(2020, 6, 1), Standing.OVERDUE),
    ]


def figures(of: Section | None) -> dict[str, Value]:
    assert of is not None
    return {each.key: each.total for each in of.figures}


def test_the_section_counts_goals_and_shortcomings() -> None:
    goals = drawn("完成率 | 95% | | %", "逾期数 | 2 | <= | 项", "支出 | 6 | | 万元", " | | | ")
    book = book_of(f"{goals}\n\n{SHORT}")

    made = section(book, (Section("x", Both("某", "X"), FIGURES),))

    assert figures(made) == {
        "goals.total": 4,
        "goals.compared": 2,
        "goals.met": 1,
        "goals.not_met": 1,
        "shortcomings.total": 4,
        "shortcomings.done": 1,
        "shortcomings.overdue": 2,
    }
    assert made is not None
    assert [row[3:] for row in made.tables[0].rows] == [
        ("95%", "95.0%", "达到"),
        ("2项", "3", "未达到"),
        ("6万元", "59145.01元", "无法对照"),
        (None, None, None),
    ]


def test_goals_see_the_figures_of_the_areas_before_them() -> None:
    goals = drawn("发现隐患 | 1 | <= | 项")
    hazards = (
        "| 隐患台账 | 隐患编号 | 发现日期 | 校区 | 隐患位置 | 隐患类别 | 隐患描述 | 隐患等级 "
        "| 整改责任人 | 整改状态 |\n"
        "| 2 | YH-1 | 2020-06-29 | 本部 | 食堂 | 校园消防 | 水带发霉 | 一般隐患 | 李安 | 未整改 |\n"
    )
    host = TextHost(f"{goals}\n\n{hazards}")

    result = with_sections(check(host, Options("2020-06-30"), date(2026, 1, 1)))

    assert result.sections[-1].key == "term"
    assert [row[4:] for row in result.sections[-1].tables[0].rows] == [("1", "达到")]
    assert [area.key for area in AREAS if area.closing] == ["term"]


def test_a_book_without_goals_and_shortcomings_has_no_such_section() -> None:
    assert section(book_of("| 校区 | 校区 |\n| 2 | 本部 |\n"), ()) is None
