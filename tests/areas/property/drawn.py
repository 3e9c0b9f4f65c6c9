"""Property checks of which only a few cells matter, drawn as text."""

from tests.areas.safety.drawn import drawn_as

ORDINARY = {
    "检查日期": "2020-06-22",
    "校区": "本部",
    "班级": "三(2)班",
    "物品名称": "课桌椅",
    "应有数": "40",
    "实有数": "40",
    "损坏数": "",
    "损坏原因": "",
    "扣分": "",
    "加分": "",
    "报修单号": "",
    "检查人": "赵敏",
}


def checks(*rows: dict[str, str]) -> str:
    """Draw a ledger of property checks; what a row does not say is ordinary."""
    others = dict.fromkeys(heading for row in rows for heading in row if heading not in ORDINARY)
    headings = [*ORDINARY, *others]
    lines = [["校产检查", *headings]]
    for number, row in enumerate(rows, 2):
        cells = {**ORDINARY, **row}
        lines.append([str(number), *(cells.get(heading, "") for heading in headings)])
    return drawn_as(lines)
