"""Purchases, budgets and approval levels drawn as text."""

from collections.abc import Mapping, Sequence

from tests.areas.drawn import book_of

from houqin.areas.purchasing import AREA
from houqin.book import Book
from houqin.rules import run_rules

Cells = Mapping[str, object]
REQUEST = {
    "申请单号": "SQ-1",
    "申请日期": "2020-05-06",
    "校区": "本部",
    "申请部门": "德育处",
    "申请人": "张三",
    "物品名称": "口罩",
    "数量": 10,
    "预算金额": 200,
    "用途": "晨检",
}


def table(title: str, rows: Sequence[Cells], usual: Cells) -> str:
    """Draw one sheet; what a row does not say is as usual, else blank."""
    heads = list(dict.fromkeys([*usual, *(head for row in rows for head in row)]))
    lines = [f"| {title} | {' | '.join(heads)} |"]
    for number, row in enumerate(rows, 2):
        cells = ({**usual, **row}.get(head, "") for head in heads)
        lines.append(f"| {number} | {' | '.join(map(str, cells))} |")
    return "\n".join(lines) + "\n"


def purchases(*rows: Cells) -> str:
    """Draw the sheet 采购审批."""
    return table("采购审批", rows, REQUEST)


def budgets(*rows: Cells) -> str:
    """Draw the sheet 预算."""
    return table("预算", rows, {"年度": 2020, "部门": "", "采购类别": "", "预算金额": 1000})


def levels(*rows: Cells) -> str:
    """Draw the sheet 审批权限."""
    usual = {"校区": "", "采购类别": "", "金额下限": 0, "含下限": "是", "金额上限": ""}
    return table("审批权限", rows, {**usual, "含上限": "否", "审批职务": "总务主任"})


def found(book: Book, code: str) -> list[str | None]:
    """Return the cells at which a rule finds something."""
    rules = [rule for rule in AREA.rules if rule.code == code]
    verdict = run_rules(rules, book)
    assert verdict.faults == []
    return [problem.place.cell for problem in verdict.problems]


def book(*drawn: str, as_of: str = "2020-06-30", period: str = "") -> Book:
    """Return the book of some sheets."""
    return book_of("".join(drawn), as_of, period)
