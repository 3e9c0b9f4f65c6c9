"""Repairs of which only a few cells matter, drawn as text."""

from tests.areas.safety.drawn import drawn_as

ORDINARY = {
    "报修单号": "BX-001",
    "报修时间": "2020-06-22 08:30",
    "校区": "本部",
    "地点": "图书室",
    "报修人": "王小明",
    "维修类型": "水电",
    "故障描述": "日光灯不亮",
    "紧急程度": "一般",
    "受理时间": "",
    "完成时间": "",
    "验收日期": "",
}


def repairs(*rows: dict[str, str]) -> str:
    """Draw a ledger of repairs; what a row does not say is ordinary, its number is counted."""
    others = dict.fromkeys(heading for row in rows for heading in row if heading not in ORDINARY)
    headings = [*ORDINARY, *others]
    lines = [["维修", *headings]]
    for number, row in enumerate(rows, 1):
        cells = {**ORDINARY, "报修单号": f"BX-{number:03}", **row}
        lines.append([str(number + 1), *(cells.get(heading, "") for heading in headings)])
    return drawn_as(lines)
