"""How each column of a ledger is typed in: its number format, its drop-down and its hint.

The builder of the master and the button 恢复下拉 both obey this one account.
"""

from dataclasses import dataclass

from houqin.rows import SheetRow

TEXT, GENERAL = "@", "General"
LAST_ROW = 5000  # the last row that the master lays out
FORMATS = {
    "date": "yyyy-mm-dd",
    "moment": "yyyy-mm-dd hh:mm",
    "time": "hh:mm",
    "money": "#,##0.00",
    "percent": "0.0%",
    "temperature": "0.0",
    "quantity": GENERAL,
    "number": GENERAL,
    "whole": GENERAL,
}
NAMING_ITEMS = (
    "receipts",
    "stock_issues",
    "counts",
    "reserve_standards",
)  # ledgers that name items
USUAL = {"unit": "单位", "department": "部门"}  # lists that need not hold every value
LIST = "list_"  # how the names of the drop-downs begin


@dataclass(frozen=True, slots=True)
class Control:
    """How cells of a column are to be typed in."""

    number_format: str = GENERAL
    source: str = ""  # of the drop-down, such as =list_校区; none: any value
    title: str = ""
    hint: str = ""
    strict: bool = True  # another value is typed only after a warning


def control_of(model: type[SheetRow], field: str) -> Control:
    """Return how a field of a ledger is typed in."""
    head, kind = model.headings()[field], model.kind_of(field)
    literal = GENERAL if head.literal and kind.name == "text" else TEXT
    offered = offered_by(model, field)
    strict = bool(kind.choices) and kind.name == "choice"
    source = f"={LIST}{offered}" if offered else ""
    return Control(FORMATS.get(kind.name, literal), source, head.name, head.tip.zh, strict)


def offered_by(model: type[SheetRow], field: str) -> str:
    """Return the name of the list that a field's drop-down offers, "" where it has none.

    That is a list of 清单, or 校区, 人员, 班级, 物品编号 or 物品名称 for what stands on those sheets.
    """
    kind, key = model.kind_of(field), model.ledger.key
    if kind.name == "yes or no":
        return "是否"
    if kind.choices:
        return kind.choices
    if kind.name == "person" and key != "people":
        return "人员"
    if kind.name == "class" and key != "classes":
        return "班级"
    if key in NAMING_ITEMS and field in ("item", "name"):
        return "物品编号" if field == "item" else "物品名称"
    return USUAL.get(field, "")
