"""What the actions tell: reconciliation and overdue hazards, as tables and as JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from houqin.areas.safety.deadlines import Standing
from houqin.areas.safety.overdue import OverdueHazard, by_responsible
from houqin.areas.stock.adjustments import adjustments
from houqin.areas.stock.reconcile import Reconciliation, State
from houqin.cells.writing import written
from houqin.problems import Both, Severity
from houqin.reports.as_json import head_of, plain
from houqin.reports.tables import print_table, say
from houqin.result import COUNTED, Result


def exit_code(result: Result, keys: Iterable[str]) -> int:
    """0 done, 1 done but sheets it rests on have errors, 2 not done: a rule broke or none is there."""
    sheets = {each.sheet for each in result.sheets if each.key in set(keys)}
    if result.faults or not sheets:
        return 2
    return int(errors_on(result, sheets) > 0)


def errors_on(result: Result, sheets: set[str]) -> int:
    """Count the errors on some sheets."""
    return sum(
        p.severity is Severity.ERROR and p.state in COUNTED and p.place.sheet in sheets
        for p in result.problems
    )


def as_object(found: Any) -> Any:
    """Return frozen dataclasses as JSON objects; a trailing underscore of a name is dropped."""
    if is_dataclass(found) and not isinstance(found, type):
        return {
            each.name.rstrip("_"): as_object(getattr(found, each.name)) for each in fields(found)
        }
    if isinstance(found, tuple | list):
        return [as_object(each) for each in found]
    return plain(found)


STOCK = ("items", "receipts", "stock_issues", "counts")


def reconciliation_json(found: Reconciliation, result: Result, book: str) -> dict[str, Any]:
    """Return the reconciliation in the form of contract 9."""
    stock = {each.sheet for each in result.sheets if each.key in STOCK}
    problems = sum(p.place.sheet in stock and p.state in COUNTED for p in result.problems)
    return {
        **head_of(result, book),
        "lines": as_object(found.lines),
        "totals": as_object(found.totals),
        "proof": found.proof,
        "left_out": found.left_out,
        "adjustments": as_object(adjustments(result.book)),
        "problems": problems,
    }


def overdue_json(found: Sequence[OverdueHazard], result: Result) -> dict[str, Any]:
    """Return the overdue hazards in the form of contract 9."""
    hazards = [
        {name: plain(value) for name, value in each.facts(result.lang).items()} for each in found
    ]
    return {"as_of": plain(result.book.as_of), "hazards": hazards}


LINE = (
    ("item", Both("编号", "Item")),
    ("name", Both("名称", "Name")),
    ("unit", Both("单位", "Unit")),
    ("campus", Both("校区", "Campus")),
    ("opening", Both("期初", "Opening")),
    ("received", Both("入库", "Received")),
    ("transferred_in", Both("调入", "Moved in")),
    ("returned", Both("退库", "Returned")),
    ("gains", Both("盘盈", "Gains")),
    ("issued", Both("领用", "Issued")),
    ("transferred_out", Both("调出", "Moved out")),
    ("returned_out", Both("退货", "Sent back")),
    ("scrapped", Both("报废", "Scrapped")),
    ("losses", Both("盘亏", "Losses")),
    ("book", Both("账面", "Book")),
)
STATES = {
    State.AGREES: Both("相符", "agrees"),
    State.DIFFERS: Both("不符", "differs"),
    State.NOT_COUNTED: Both("未盘", "not counted"),
}
OVERDUE = (
    ("number", Both("编号", "Number")),
    ("campus", Both("校区", "Campus")),
    ("grade", Both("等级", "Grade")),
    ("responsible", Both("责任人", "Responsible")),
    ("found", Both("发现日期", "Found")),
    ("deadline", Both("整改期限", "Deadline")),
    ("extended_to", Both("延期至", "Extended to")),
    ("days", Both("逾期天数", "Days")),
    ("bucket", Both("账龄", "Age")),
    ("next_step", Both("下一步", "Next step")),
    ("cell", Both("单元格", "Cell")),
)
CLASSES = {
    Standing.OVERDUE: Both("逾期", "overdue"),
    Standing.DUE_SOON: Both("即将到期", "due soon"),
    Standing.NO_DEADLINE: Both("没有期限", "no deadline"),
    Standing.CLOSED_LATE: Both("逾期完成", "closed late"),
}


def print_reconciliation(found: Reconciliation, result: Result) -> None:
    """Print the reconciliation as a table."""
    lang = result.lang
    heads = [head.of(lang) for _, head in LINE] + [
        each.of(lang)
        for each in (Both("实盘", "Counted"), Both("差异", "Variance"), Both("结果", "State"))
    ]
    rows = [
        [written(getattr(line, name)) for name, _ in LINE]
        + [written(line.count.counted), written(line.count.variance), STATES[line.state].of(lang)]
        for line in found.lines
    ]
    print_table(Both("库存对账", "Stock reconciliation").of(lang), heads, rows)
    proof = (
        Both("各栏相加等于账面。", "The columns add up.")
        if found.proof
        else Both("各栏相加与账面不符！", "The columns do not add up!")
    )
    say(proof.of(lang))


def print_overdue(found: Sequence[OverdueHazard], result: Result) -> None:
    """Print the hazards by class, the most overdue first."""
    lang = result.lang
    if not found:
        say(
            Both(
                "没有逾期、即将到期或没有期限的隐患。",
                "No hazard is overdue, due soon or without a deadline.",
            ).of(lang)
        )
    for standing, title in CLASSES.items():
        facts = [each.facts(lang) for each in found if each.standing is standing]
        rows = [[written(each[field]) for field, _ in OVERDUE] for each in facts]
        if rows:
            print_table(
                f"{title.of(lang)}（{len(rows)}）", [head.of(lang) for _, head in OVERDUE], rows
            )
    for charge in by_responsible(found):
        counts = "，".join(
            f"{CLASSES[each].of(lang)} {count}" for each, count in charge.counts.items()
        )
        say(
            f"{charge.responsible or Both('没有责任人', 'nobody').of(lang)}：{counts}；{charge.next_step.words.of(lang)}"
        )
