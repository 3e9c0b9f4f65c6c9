"""The part of the summary about purchasing, reckoned by hand."""

from decimal import Decimal

from tests.areas.drawn import book_of
from tests.areas.purchasing.drawn import book, budgets, purchases

from houqin.areas.purchasing.purchase_tables import budget_list, open_list
from houqin.areas.purchasing.section import section
from houqin.areas.purchasing.sentences import SENTENCES
from houqin.book import Book

APPROVED = {"审批人": "李四", "审批日期": "2020-05-08"}
PAID = {**APPROVED, "发票金额": 190, "报销日期": "2020-05-20", "报销金额": 180}
BLANK = dict.fromkeys((*PAID, "审批意见", "会议纪要号"), "")
MONTH = "2020-05-01..2020-05-31"


def a_term() -> Book:
    return book(
        "| 校区 | 校区 |\n| 2 | 本部 |\n| 3 | 东园 |\n",
        purchases(
            {**BLANK, **PAID},
            {**BLANK, "申请单号": "SQ-2", **APPROVED, "预算金额": 12000},
            {**BLANK, "申请单号": "SQ-3", "校区": "东园", "审批意见": "不同意", "预算金额": 50},
            {**BLANK, "申请单号": "SQ-4", "校区": "东园", "预算金额": 70},
            {**BLANK, "申请单号": "SQ-5", "申请日期": "2020-04-30"},
        ),
        budgets({"部门": "德育处", "预算金额": 20000, "控制方式": "停止"}),
        period=MONTH,
    )


def test_the_figures_are_those_that_one_reckons_by_hand() -> None:
    part = section(a_term())

    assert part is not None
    totals = {figure.key.partition(".")[2]: figure.total for figure in part.figures}
    east = {figure.key.partition(".")[2]: figure.by_campus.get("东园") for figure in part.figures}
    assert totals == {
        "requests": 4,
        "asked_amount": Decimal(12320),
        "committed_amount": Decimal(12000),
        "paid_amount": Decimal(180),
        "saved_amount": Decimal(20),
        "collective": 1,
        "without_minutes": 1,
        "approval_days": Decimal("2.0"),
        "refused": 1,
        "waiting": 1,
        "open": 2,
        "closed_rate": Decimal(1) / 3,
        "complete_rate": Decimal(1),
        "budget_amount": Decimal(20000),
        "budget_used_rate": Decimal("0.609"),
        "budgets_over": 0,
    }
    assert (east["requests"], east["asked_amount"], east["refused"]) == (2, Decimal(120), 1)


def test_the_tables_show_what_is_open_and_what_is_left() -> None:
    term = a_term()

    assert [(row[0], row[-2]) for row in open_list(term).rows] == [
        ("SQ-5", "审批"),
        ("SQ-2", "报销"),
        ("SQ-4", "审批"),
    ]
    assert budget_list(term).rows == (
        (
            *("2020", "德育处", None, Decimal(20000)),
            *(Decimal(270), Decimal(12000), Decimal(180), Decimal(7820)),
            *(Decimal("0.609"), "停止"),
        ),
    )


def test_every_figure_table_and_chart_is_whole() -> None:
    part = section(a_term())

    assert part is not None
    tables = {each.key: each for each in part.tables}
    assert all((*figure.name, *figure.source) for figure in part.figures)
    for each in part.tables:
        assert len(each.headings) == len(each.units)
        assert all(len(row) == len(each.headings) for row in each.rows)
    for chart in part.charts:
        assert max(chart.category, *chart.series) < len(tables[chart.table].headings)


def test_without_purchases_there_is_no_part_and_without_budgets_it_says_so() -> None:
    nothing = book_of("| 校区 | 校区 |\n| 2 | 本部 |\n")
    no_budgets = section(book(purchases({})))

    assert section(nothing) is None
    assert no_budgets is not None
    assert [note.zh for note in no_budgets.notes] == ["没有工作表 预算"]
    assert "budgets" not in {each.key for each in no_budgets.tables}


def test_sentences_name_figures_that_there_are_in_both_languages() -> None:
    part = section(a_term())

    assert part is not None
    known = {figure.key for figure in part.figures}
    for each in SENTENCES:
        zh, en = (set(_named(text)) for text in each.words)
        assert zh == en
        assert {*zh, *filter(None, [each.when])} <= known


def _named(text: str) -> list[str]:
    return [part.partition("}")[0] for part in text.split("{")[1:]]
